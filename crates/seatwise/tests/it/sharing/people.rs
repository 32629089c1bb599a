//! People who leave: their places stay and give nothing; who is removed leaves none behind.

use seatwise_domain::args;
use seatwise_domain::authz::Party;
use seatwise_domain::groups;
use seatwise_domain::positions;
use seatwise_domain::sharing::{self, Access, NewRule, NewShare};
use seatwise_domain::store::{Reads as _, Sql};
use seatwise_domain::users::{self, HandOverChoice};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

async fn count(db: &TestDb, acme: &Tenant, table: &'static str) -> u64 {
    let sql = Sql::new("select count(*) from ")
        .push(table, args![])
        .push(" where tenant_id = $?", args![acme.id]);
    db.read().await.unwrap().number(sql).await.unwrap()
}

const TABLES: [&str; 4] = [
    "group_members",
    "record_shares",
    "sharing_rules",
    "user_roles",
];

/// A group, a share, a rule, a role and a position for somebody.
async fn involve(db: &TestDb, acme: &Tenant, who: &str) {
    let owner = acme.as_owner().await;
    let user = acme.id_of(who);
    let fair = groups::create(db, &owner, "Fair").await.unwrap();
    groups::add_member(db, &owner, fair.id, user, "")
        .await
        .unwrap();
    let desk = positions::create(db, &owner, "Desk", None, "")
        .await
        .unwrap();
    positions::hold(db, &owner, user, Some(desk.id), "")
        .await
        .unwrap();
    let (with, reason) = (Party::User(user), String::new());
    let lead = acme.leads_of("boris").await[0].id;
    let new = NewShare {
        lead,
        with,
        access: Access::Read,
        reason: reason.clone(),
    };
    sharing::share(db, &owner, &new).await.unwrap();
    let new = NewRule {
        from: Party::User(acme.id_of("boris")),
        to: with,
        access: Access::Read,
        reason,
    };
    sharing::create_rule(db, &owner, &new).await.unwrap();
    let mut tx = db.write().await.unwrap();
    let now = tx.now();
    let role = Sql::new(
        "insert into roles (tenant_id, role_key, kind, name, name_key, description, created_at, updated_at) values ",
    );
    let row = args![acme.id, "sales", "role", "", "sales", "", now, now];
    let role = role.rows([row]).push(" on conflict do nothing", args![]);
    tx.run(role).await.unwrap();
    let insert =
        Sql::new("insert into user_roles (tenant_id, user_id, role_key, granted_at) values ");
    tx.run(insert.rows([args![acme.id, user, "sales", now]]))
        .await
        .unwrap();
    tx.commit(seatwise_domain::audit::Audit::Housekeeping)
        .await
        .unwrap();
    for table in TABLES {
        assert_eq!(count(db, acme, table).await, 1, "{table}");
    }
}

on_both! {
    async fn z84_a_person_who_is_removed_leaves_no_place_behind(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("boris").leads("boris", 1).build().await;
        involve(db, &acme, "darcel").await;
        acme.deactivate("darcel", HandOverChoice::Later).await;
        for table in TABLES {
            assert_eq!(count(db, &acme, table).await, 1, "{table} stays while he may come back");
        }
        let owner = acme.as_owner().await;
        users::anonymise(db, &owner, acme.id_of("darcel"), "").await.unwrap();
        for table in TABLES {
            assert_eq!(count(db, &acme, table).await, 0, "{table}");
        }
        let rows = positions::list(&mut db.read().await.unwrap(), &owner.scope().unwrap()).await.unwrap();
        assert_eq!(rows[0].position.holders, 0);
    }

    async fn decision_4_who_never_acted_goes_with_his_places(db: &TestDb) {
        let mut acme = db.tenant().user("boris").leads("boris", 1).build().await;
        let nele = acme.invite("nele").await;
        acme.know("nele", nele);
        involve(db, &acme, "nele").await;
        users::cancel_invitation(db, &acme.as_owner().await, nele, "").await.unwrap();
        for table in TABLES {
            assert_eq!(count(db, &acme, table).await, 0, "{table}");
        }
    }
}
