//! Who holds what, and until when.

use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::{Extent, Key, ViewUsers};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Give, RoleKey, Take};
use seatwise_domain::users::{self, HandOverChoice};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{give, holders, role, set, to};

async fn held(db: &TestDb, acme: &Tenant, name: &str) -> Vec<(String, bool)> {
    let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
    let mut tx = db.read().await.unwrap();
    let held = roles::held_by(&mut tx, &scope, acme.id_of(name))
        .await
        .unwrap();
    held.into_iter()
        .map(|one| {
            let key = one.role.key.to_string();
            let name = if one.role.name.is_empty() {
                key
            } else {
                one.role.name
            };
            (name, one.by_default)
        })
        .collect()
}

fn pair(name: &str, by_default: bool) -> (String, bool) {
    (name.to_owned(), by_default)
}

on_both! {
    async fn k2_j14_each_person_has_roles_of_his_own(db: &TestDb) {
        let acme = db.tenant().team_seats(1).user("anna").user("boris").team_user("tina").build().await;
        let export = role(db, &acme, "Export", &[("leads.export", "all")]).await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        give(db, &acme, "anna", &export).await;
        give(db, &acme, "anna", &desk).await;
        let anna = acme.as_user("anna").await;
        assert_eq!(anna.grants().extent(Key::ViewRecords), Extent::ALL);
        assert!(anna.can(Key::ExportRecords) && !anna.can(Key::EditRecords), "two roles together, Sales no more");
        assert!(!acme.as_user("boris").await.can(Key::ExportRecords));
        assert_eq!(held(db, &acme, "anna").await, [pair("Desk", false), pair("Export", false)]);
        assert_eq!(held(db, &acme, "boris").await, [pair("sales", true)]);
        assert_eq!(held(db, &acme, "tina").await, [pair("team-user", true)]);
        assert_eq!(holders(db, &acme, &desk.key).await, ["anna"]);
        assert_eq!(holders(db, &acme, &RoleKey::sales()).await, ["boris"]);
        assert_eq!(holders(db, &acme, &RoleKey::team_user()).await, ["tina"]);
        let owner = acme.as_owner().await;
        let take = |role: &RoleKey| Take { user: acme.id_of("anna"), role: role.clone(), reason: "Moves".to_owned() };
        roles::take(db, &owner, &take(&desk.key)).await.unwrap();
        roles::take(db, &owner, &take(&export.key)).await.unwrap();
        assert_eq!(held(db, &acme, "anna").await, [pair("sales", true)]);
        assert_eq!(roles::take(db, &owner, &take(&desk.key)).await.unwrap_err().problem(), &problem::NOT_FOUND);
    }

    async fn p54_a_set_only_adds(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "own"), ("leads.view", "own")]).await;
        let before = acme.as_user("anna").await.held();
        give(db, &acme, "anna", &extra).await;
        let anna = acme.as_user("anna").await;
        assert!(anna.can(Key::ExportRecords));
        assert!(anna.held().lacks(&before).is_empty(), "nothing was taken");
        assert_eq!(held(db, &acme, "anna").await, [pair("sales", true), pair("Extra", false)]);
    }

    async fn p54_an_expired_set_gives_nothing(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        let until = db.now().plus_days(7);
        let give = Give { expires_at: Some(until), ..to(&acme, "anna", &extra.key) };
        roles::give(db, &owner, &give).await.unwrap();
        assert!(acme.as_user("anna").await.can(Key::ExportRecords));
        assert_eq!(acme.audit().await[0].detail["until"].as_str(), Some(until.to_string().as_str()));
        db.clock().advance(7 * 86_400);
        assert!(!acme.as_user("anna").await.can(Key::ExportRecords));
        assert_eq!(held(db, &acme, "anna").await, [pair("sales", true)]);
        assert!(holders(db, &acme, &extra.key).await.is_empty());
        let refused = roles::give(db, &owner, &give).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::ROLE_EXPIRY_PAST);
        let longer = Give { expires_at: None, ..give };
        roles::give(db, &owner, &longer).await.unwrap();
        assert!(acme.as_user("anna").await.can(Key::ExportRecords));
    }

    async fn p54_p67_a_role_for_a_time_falls_back_to_the_default_one(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let give = Give { expires_at: Some(db.now().plus_days(1)), ..to(&acme, "anna", &desk.key) };
        roles::give(db, &acme.as_owner().await, &give).await.unwrap();
        assert!(!acme.as_user("anna").await.can(Key::EditRecords));
        db.clock().advance(86_400);
        assert!(acme.as_user("anna").await.can(Key::EditRecords));
        assert_eq!(holders(db, &acme, &RoleKey::sales()).await, ["anna"]);
    }

    async fn p87_the_history_of_a_person_says_who_gave_and_took_what(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        give(db, &acme, "anna", &extra).await;
        give(db, &acme, "anna", &extra).await;
        let take = Take { user: acme.id_of("anna"), role: extra.key.clone(), reason: "Done".to_owned() };
        roles::take(db, &owner, &take).await.unwrap();
        let told: Vec<_> = acme.audit().await.into_iter().filter(|line| line.kind == EventKind::RolesChanged).collect();
        assert_eq!(told.len(), 2, "giving the same again is nothing");
        assert_eq!((told[0].reason.as_deref(), told[1].reason.as_deref()), (Some("Done"), Some("Agreed")));
        assert!(told.iter().all(|line| line.subject_id == Some(acme.id_of("anna").0) && line.actor_name == "owner"));
        assert_eq!((&told[1].changes[0].before, &told[1].changes[0].after), (&serde_json::json!([]), &serde_json::json!(["Extra"])));
        assert_eq!((&told[1].detail["gained"], &told[0].detail["lost"]), (&serde_json::json!(["leads.export"]), &serde_json::json!(["leads.export"])));
    }

    async fn p54_a_team_seat_and_who_is_not_there_are_refused(db: &TestDb) {
        let acme = db.tenant().team_seats(1).user("anna").team_user("tina").build().await;
        let other = db.tenant().named("Other").user("eve").build().await;
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[]).await;
        let theirs = role(db, &other, "Theirs", &[]).await;
        let lines = acme.audit().await.len();
        let stranger = Give { users: vec![other.id_of("eve")], ..to(&acme, "anna", &desk.key) };
        for (give, problem) in [
            (to(&acme, "tina", &desk.key), &problem::ROLE_NEEDS_SEAT),
            (to(&acme, "anna", &RoleKey::team_user()), &problem::ROLE_OF_TEAM_SEATS),
            (to(&acme, "anna", &theirs.key), &problem::ROLE_UNKNOWN),
            (stranger, &problem::NOT_FOUND),
        ] {
            assert_eq!(roles::give(db, &owner, &give).await.unwrap_err().problem(), problem);
        }
        assert_eq!(acme.audit().await.len(), lines);
    }

    async fn l8_whoever_is_removed_takes_no_role_along(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let desk = role(db, &acme, "Desk", &[]).await;
        give(db, &acme, "anna", &desk).await;
        acme.deactivate("anna", HandOverChoice::Later).await;
        users::anonymise(db, &acme.as_owner().await, acme.id_of("anna"), "").await.unwrap();
        roles::delete(db, &acme.as_owner().await, &desk.key, "").await.unwrap();
    }
}
