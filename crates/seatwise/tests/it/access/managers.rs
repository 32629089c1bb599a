//! Levels and privacy as the first reference system has them: N14 to N25.

use seatwise_domain::args;
use seatwise_domain::authz::{AssignRecords, Key};
use seatwise_domain::handover::{self, Assign, Receiver, Which};
use seatwise_domain::ids::{TeamId, UserId};
use seatwise_domain::problem::ToProblem as _;
use seatwise_domain::records::{self, Context, LeadFilter, Sort};
use seatwise_domain::store::{PageSize, Sql};
use seatwise_testkit::{TestDb, on_both};

use crate::crm::Crm;

/// mona leads north with anna and ben; carl is in south.
async fn company(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    for name in ["mona", "anna", "ben", "carl"] {
        crm.user(name).await;
        crm.leads(Some(name), 3).await;
    }
    for (team, members) in [
        ("north", &["mona", "anna", "ben"][..]),
        ("south", &["carl"]),
    ] {
        let tx = crm.db.write().await.unwrap();
        let id: TeamId = tx.id();
        tx.commit(seatwise_domain::audit::Audit::Housekeeping)
            .await
            .unwrap();
        let insert =
            Sql::new("insert into teams (tenant_id, id, name, name_key, created_at) values ")
                .rows([args![crm.tenant, id, team, team, 1_i64]]);
        crm.change(insert).await;
        let rows = members
            .iter()
            .map(|name| args![crm.tenant, id, crm.id(name), *name == "mona", 1_i64]);
        let insert = Sql::new(
            "insert into team_members (tenant_id, team_id, user_id, manager, joined_at) values ",
        )
        .rows(rows);
        crm.change(insert).await;
    }
    crm
}

/// Whose leads a person's list shows.
async fn sees(crm: &Crm<'_>, name: &str) -> Vec<String> {
    let scope = crm.view(name).await;
    let mut tx = crm.read().await;
    let filter = LeadFilter::default();
    let page = records::list(
        &mut tx,
        &scope,
        &filter,
        Sort::Newest,
        None,
        PageSize::new(200),
    );
    let mut owners: Vec<String> = page
        .await
        .unwrap()
        .items
        .into_iter()
        .filter_map(|row| row.owner.map(|owner| owner.name))
        .collect();
    owners.sort_unstable();
    owners.dedup();
    owners
}

async fn give(crm: &Crm<'_>, who: &str, of: &str, to: &str) -> Result<(), &'static str> {
    let caller = crm.caller(who).await;
    let leads = {
        let mut tx = crm.read().await;
        let seeing = crm.seeing();
        let filter = LeadFilter::of(crm.id(of));
        let page = records::list(
            &mut tx,
            &seeing,
            &filter,
            Sort::Newest,
            None,
            PageSize::new(1),
        );
        page.await.unwrap().items.iter().map(|row| row.id).collect()
    };
    let to = if to.is_empty() {
        Receiver::Unassigned
    } else {
        Receiver::User(crm.id(to))
    };
    let command = Assign {
        which: Which::These(leads),
        to,
        reason: String::new(),
    };
    let done = handover::assign(crm.db, &caller, &command).await;
    done.map(drop).map_err(|error| error.problem().code)
}

on_both! {
    async fn n14_n15_a_team_manager_sees_the_leads_of_the_team_and_no_others(db: &TestDb) {
        let crm = company(db).await;
        assert_eq!(sees(&crm, "mona").await, ["anna", "ben", "mona"]);
        assert_eq!(sees(&crm, "anna").await, ["anna"], "a member sees his own");
        let scope = crm.view("mona").await;
        let mut tx = crm.read().await;
        let filter = LeadFilter::of(crm.id("carl"));
        let page = records::list(&mut tx, &scope, &filter, Sort::Newest, None, PageSize::new(9)).await.unwrap();
        assert!(page.items.is_empty() && page.total.number == 0, "nor by the filter");
    }

    async fn n16_n17_a_team_manager_assigns_to_members_and_to_nobody_else(db: &TestDb) {
        let crm = company(db).await;
        assert_eq!(give(&crm, "mona", "anna", "ben").await, Ok(()));
        let before = crm.owners().await;
        assert_eq!(give(&crm, "mona", "anna", "carl").await, Err("receiver-out-of-reach"));
        assert_eq!(give(&crm, "mona", "anna", "").await, Err("receiver-out-of-reach"));
        assert_eq!(give(&crm, "mona", "carl", "ben").await, Err("not-found"), "nor from outside");
        assert_eq!(give(&crm, "anna", "anna", "ben").await, Err("denied"), "nor a member");
        assert_eq!(crm.owners().await, before, "a refused act changes nothing");
        let scope = crm.caller("mona").await.records::<AssignRecords>().unwrap();
        let mut tx = crm.read().await;
        let offered = records::assignees(&mut tx, &scope, Context::Picker, None, 50).await.unwrap();
        let offered: Vec<UserId> = offered.into_iter().map(|person| person.id).collect();
        assert!(!offered.contains(&crm.id("carl")) && offered.contains(&crm.id("ben")), "a picker offers what is allowed");
    }

    async fn n19_without_teams_on_leading_one_grants_nothing(db: &TestDb) {
        let crm = company(db).await;
        let off = Sql::default().push("update tenants set teams_on = false where id = $?", args![crm.tenant]);
        crm.change(off).await;
        assert_eq!(sees(&crm, "mona").await, ["mona"]);
        let mona = crm.caller("mona").await;
        assert!(!mona.leads_teams() && !mona.can(Key::AssignRecords));
    }

    async fn n20_with_privacy_team_members_see_each_other_and_no_other_team(db: &TestDb) {
        let crm = company(db).await;
        crm.set_visibility("team").await;
        assert_eq!(sees(&crm, "anna").await, ["anna", "ben", "mona"]);
        assert_eq!(sees(&crm, "carl").await, ["carl"]);
    }

    async fn n21_n23_with_privacy_own_users_see_their_own_with_teams_on_or_off(db: &TestDb) {
        let crm = company(db).await;
        for on in [true, false] {
            let set = Sql::default().push("update tenants set teams_on = $? where id = $?", args![on, crm.tenant]);
            crm.change(set).await;
            assert_eq!(sees(&crm, "anna").await, ["anna"]);
        }
    }

    async fn n22_with_privacy_all_everybody_sees_every_lead(db: &TestDb) {
        let crm = company(db).await;
        crm.set_visibility("all").await;
        assert_eq!(sees(&crm, "carl").await, ["anna", "ben", "carl", "mona"]);
    }

    async fn n10_managers_and_users_change_neither_settings_nor_seats(db: &TestDb) {
        let crm = company(db).await;
        for name in ["mona", "anna"] {
            let caller = crm.caller(name).await;
            for key in [Key::EditAccount, Key::PurchaseSeats, Key::ViewSeats, Key::ViewAudit, Key::InviteUsers, Key::ExportRecords] {
                assert!(!caller.can(key), "{name}: {}", key.as_str());
            }
        }
        assert!(crm.caller("olga").await.can(Key::EditAccount));
    }
}
