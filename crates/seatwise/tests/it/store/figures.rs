//! What the planner of SQLite knows of the tables: every connection learns it, and nothing of tables with a few rows.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::ids::{TenantId, UserId};
use seatwise_domain::store::{Db, Engine, ReadTx, Reads as _, Sql};
use seatwise_testkit::TestDb;

use crate::crm::Crm;

/// How a statement about one team of whatever account would be run. Explaining looks at nothing but the statement as it
/// was prepared: what is asked before makes the connection learn of a changed schema, and the text is a new one.
async fn plan(tx: &mut ReadTx, text: &'static str) -> String {
    tx.number(Sql::new("select count(*) from team_members"))
        .await
        .unwrap();
    let sql = Sql::new(text).push(" where m.team_id = $?", args![uuid::Uuid::nil()]);
    let rows = tx.rows(sql).await.unwrap();
    let mut row = rows[0].reader();
    row.skip(3);
    row.text().unwrap()
}

/// How the statement would be run by each of so many connections.
async fn plans(db: &Db, text: &'static str) -> Vec<String> {
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(db.read().await.unwrap());
    }
    let mut plans = Vec::new();
    for tx in &mut open {
        plans.push(plan(tx, text).await);
    }
    plans
}

async fn figures(db: &Db, table: &str) -> u64 {
    let sql = Sql::new("select count(*) from sqlite_stat1").push(" where tbl = $?", args![table]);
    db.read().await.unwrap().number(sql).await.unwrap()
}

async fn fill(crm: &Crm<'_>, teams: usize) {
    let mut tx = crm.db.write().await.unwrap();
    let user: UserId = crm.id("olga");
    let ids: Vec<TenantId> = (0..teams).map(|_| tx.id()).collect();
    let rows = ids
        .iter()
        .map(|id| args![crm.tenant, id.0, format!("T{id}"), format!("t{id}"), 1_i64]);
    let sql = Sql::new("insert into teams (tenant_id, id, name, name_key, created_at) values ")
        .rows(rows);
    tx.run(sql).await.unwrap();
    let rows = ids
        .iter()
        .map(|id| args![crm.tenant, id.0, user, false, 1_i64]);
    let sql = Sql::new(
        "insert into team_members (tenant_id, team_id, user_id, manager, joined_at) values ",
    )
    .rows(rows);
    tx.run(sql).await.unwrap();
    tx.commit(Audit::Housekeeping).await.unwrap();
}

#[test]
fn the_planner_forgets_small_tables_and_every_connection_learns_of_large_ones() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        let crm = Crm::new(db).await;
        fill(&crm, 2).await;
        db.analyze().await.unwrap();
        assert_eq!(figures(db, "team_members").await, 0, "two rows say nothing");
        let asked = plans(db, "explain query plan select 1 from team_members m").await;
        for plan in asked {
            assert!(plan.starts_with("SCAN"), "{plan}");
        }
        fill(&crm, 400).await;
        db.analyze().await.unwrap();
        assert_ne!(figures(db, "team_members").await, 0);
        let asked = plans(db, "explain query plan select 2 from team_members m").await;
        for plan in asked {
            assert!(plan.contains("ANY(tenant_id)"), "{plan}");
        }
    });
}

/// The indexes of a table, with how many entries it has and how many of them one account is thought to have.
async fn of_one_account(db: &Db, table: &str) -> Vec<(String, u64, u64)> {
    let sql = Sql::new("select idx, stat from sqlite_stat1").push(" where tbl = $?", args![table]);
    let rows = db.read().await.unwrap().rows(sql).await.unwrap();
    let figures = rows.iter().map(|row| {
        let mut row = row.reader();
        let (index, stat) = (row.text().unwrap(), row.text().unwrap());
        let numbers: Vec<u64> = stat
            .split(' ')
            .map_while(|number| number.parse().ok())
            .collect();
        (index, numbers[0], numbers[1])
    });
    figures.collect()
}

#[test]
fn an_account_has_as_many_leads_as_there_are_and_picked_ones_are_found_one_by_one() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        let mut crm = Crm::new(db).await;
        crm.user("anna").await;
        let leads = crm.leads(Some("anna"), 3_000).await;
        db.analyze().await.unwrap();
        let figures = of_one_account(db, "records").await;
        let full = figures.iter().filter(|(_, entries, _)| *entries == 3_000);
        assert!(full.clone().count() > 3, "{figures:?}");
        for (index, entries, each) in full {
            assert_eq!(each, entries, "{index}");
        }
        let mut tx = db.read().await.unwrap();
        // As in [`plan`]: the connection learns of the figures by what is asked before.
        tx.number(Sql::new("select count(*) from team_members"))
            .await
            .unwrap();
        let picked = Sql::new("explain query plan select r.id from records r")
            .push(
                " where r.tenant_id = $? and r.owner_id is not null and r.id in ",
                args![crm.tenant],
            )
            .list(leads.iter().take(100).copied());
        let rows = tx.rows(picked).await.unwrap();
        let mut row = rows[0].reader();
        row.skip(3);
        let plan = row.text().unwrap();
        assert!(plan.ends_with("(tenant_id=? AND id=?)"), "{plan}");
    });
}
