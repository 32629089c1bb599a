//! Making, editing, copying and deleting roles, and the default one; what is refused changes nothing.

use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::{Extent, Key};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Change, NewRole, RoleEdit, RoleKey};
use seatwise_testkit::{TestDb, on_both};

use super::{give, members, role, said, set};

on_both! {
    async fn n5_p67_a_new_account_has_its_two_roles_and_everybody_one_of_them(db: &TestDb) {
        let acme = db.tenant().team_seats(1).user("anna").admin("bohdan").team_user("tina").pending("olena").leaver("gone").build().await;
        let found = members(db, &acme.as_owner().await).await;
        assert_eq!(found, [("sales".to_owned(), 2), ("team-user".to_owned(), 1)]);
        let anna = acme.as_user("anna").await;
        assert!(anna.facts().roles.iter().all(|role| role.by_default && role.key == "sales"));
        assert!(members_refused(db, &acme, "anna").await, "roles are shown to those who work with them");
    }

    async fn p52_an_edited_role_is_felt_at_once_and_recorded_for_role_and_people(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let finance = role(db, &acme, "Finance", &[("leads.view", "own"), ("own.edit", "all")]).await;
        give(db, &acme, "anna", &finance).await;
        assert_eq!(acme.as_user("anna").await.grants().extent(Key::ViewRecords), Extent::OWN);
        let owner = acme.as_owner().await;
        let wider = RoleEdit {
            name: Some("Finance and audit".to_owned()),
            words: said(&[("leads.view", "all"), ("audit.view", "all"), ("own.edit", "none")], &[("value", "hidden")]),
            reason: "Year's end".to_owned(),
            ..RoleEdit::default()
        };
        let seen = roles::preview(db, &owner, Change::Edit(&finance.key, &wider)).await.unwrap();
        assert_eq!((seen.effect.people_gain, seen.effect.people_lose), (1, 1));
        assert_eq!(acme.as_user("anna").await.grants().extent(Key::ViewRecords), Extent::OWN, "a look changes nothing");
        let lines = acme.audit().await.len();
        let done = roles::edit(db, &owner, &finance.key, &wider).await.unwrap();
        assert_eq!((done.effect.clone(), done.changes.clone()), (seen.effect, seen.changes), "what was shown is what was done");
        let line = &done.effect.lines[0];
        assert_eq!((line.name.as_str(), &line.gained[..], &line.lost[..]), ("anna", &[Key::ViewRecords, Key::ViewAudit][..], &[Key::EditOwn][..]));
        assert_eq!(line.fields_lost, ["value"]);
        let anna = acme.as_user("anna").await;
        assert!(anna.can(Key::ViewAudit) && !anna.can(Key::EditOwn) && anna.fields().hides("value"));
        let log = acme.audit().await;
        assert_eq!(log.len(), lines + 2);
        let of = |kind: EventKind| log.iter().find(|line| line.kind == kind).expect("a line");
        let edited = of(EventKind::RoleEdited);
        assert_eq!((edited.subject_name.as_deref(), edited.reason.as_deref()), (Some("Finance and audit"), Some("Year's end")));
        let view = edited.changes.iter().find(|change| change.field == "leads.view").unwrap();
        assert_eq!((view.before.as_str(), view.after.as_str()), (Some("own"), Some("all")));
        let told = of(EventKind::RightsChanged);
        assert_eq!((told.subject_name.as_deref(), &told.detail["gained"]), (Some("anna"), &serde_json::json!(["leads.view", "audit.view"])));
    }

    async fn k2_a_role_is_copied_and_changed_without_its_original(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let new = NewRole {
            name: "Key accounts".to_owned(),
            copy_of: Some(RoleKey::sales()),
            words: said(&[("leads.export", "own"), ("leads.share", "none")], &[]),
            ..NewRole::default()
        };
        let copy = roles::create(db, &owner, &new).await.unwrap();
        assert_eq!(copy.grants.extent(Key::ExportRecords), Extent::OWN);
        assert_eq!(copy.grants.extent(Key::EditRecords), Extent::PRIVACY);
        assert!(!copy.grants.has(Key::ShareRecords));
        assert!(!acme.as_user("anna").await.grants().has(Key::ExportRecords));
        let again = roles::create(db, &owner, &NewRole { name: "KEY  accounts".to_owned(), ..NewRole::default() }).await.unwrap_err();
        assert_eq!(again.problem(), &problem::ROLE_NAME_TAKEN);
        let sales = roles::create(db, &owner, &NewRole { name: "Sales".to_owned(), ..NewRole::default() }).await.unwrap_err();
        assert_eq!(sales.problem(), &problem::ROLE_NAME_TAKEN);
    }

    async fn p67_deleting_a_role_moves_its_people_to_the_default_one(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leaver("gone").build().await;
        let owner = acme.as_owner().await;
        let (first, second) = (role(db, &acme, "First", &[("leads.view", "all")]).await, role(db, &acme, "Second", &[("leads.edit", "all")]).await);
        for name in ["anna", "boris", "gone"] {
            give(db, &acme, name, &first).await;
        }
        give(db, &acme, "boris", &second).await;
        assert_eq!(members(db, &owner).await, [("sales", 0), ("team-user", 0), ("First", 2), ("Second", 1)].map(|(name, count)| (name.to_owned(), count)));
        let seen = roles::preview(db, &owner, Change::Delete(&first.key)).await.unwrap().effect;
        assert_eq!((seen.people_gain, seen.people_lose), (1, 2), "anna falls to Sales, boris keeps Second: {seen:?}");
        assert_eq!(members(db, &owner).await.len(), 4);
        let done = roles::delete(db, &owner, &first.key, "Merged").await.unwrap();
        assert_eq!(done, seen);
        assert_eq!(members(db, &owner).await, [("sales", 1), ("team-user", 0), ("Second", 1)].map(|(name, count)| (name.to_owned(), count)));
        let anna = acme.as_user("anna").await;
        assert!(anna.facts().roles.iter().any(|role| role.by_default && role.key == "sales"));
        let log = acme.audit().await;
        let told: Vec<_> = log.iter().filter(|line| line.kind == EventKind::RolesChanged && line.reason.as_deref() == Some("Merged")).collect();
        assert_eq!(told.len(), 3, "each person's history says it, also of who has left");
        assert!(log.iter().any(|line| line.kind == EventKind::RoleDeleted));
        assert_eq!(roles::delete(db, &owner, &first.key, "").await.unwrap_err().problem(), &problem::NOT_FOUND);
    }

    async fn p67_the_default_role_and_the_program_s_own_stay(db: &TestDb) {
        let acme = db.tenant().team_seats(1).user("anna").team_user("tina").build().await;
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        for (key, problem) in [(&extra.key, &problem::ROLE_IS_SET), (&RoleKey::team_user(), &problem::ROLE_OF_TEAM_SEATS)] {
            assert_eq!(roles::make_default(db, &owner, key, "").await.unwrap_err().problem(), problem);
        }
        let effect = roles::make_default(db, &owner, &desk.key, "Desk first").await.unwrap();
        assert_eq!((effect.people_gain, effect.people_lose), (1, 1), "anna had no role of her own");
        assert!(!acme.as_user("anna").await.can(Key::EditRecords));
        let lines = acme.audit().await.len();
        for (key, problem) in [
            (&desk.key, &problem::ROLE_IS_DEFAULT), (&RoleKey::sales(), &problem::ROLE_BUILT_IN), (&RoleKey::team_user(), &problem::ROLE_BUILT_IN),
        ] {
            assert_eq!(roles::delete(db, &owner, key, "").await.unwrap_err().problem(), problem);
        }
        let more = RoleEdit { words: said(&[("leads.export", "all")], &[]), ..RoleEdit::default() };
        assert_eq!(roles::edit(db, &owner, &RoleKey::sales(), &more).await.unwrap_err().problem(), &problem::ROLE_BUILT_IN);
        assert_eq!(roles::edit(db, &owner, &RoleKey::team_user(), &more).await.unwrap_err().problem(), &problem::PERMISSION_WITHOUT_SEAT);
        assert_eq!(acme.audit().await.len(), lines);
        let less = RoleEdit { words: said(&[("leads.view", "none")], &[("value", "hidden")]), ..RoleEdit::default() };
        let effect = roles::edit(db, &owner, &RoleKey::team_user(), &less).await.unwrap().effect;
        assert_eq!((effect.people_gain, effect.people_lose), (0, 1));
        assert!(!acme.as_user("tina").await.can(Key::ViewRecords));
    }

    async fn p51_what_cannot_be_said_is_refused_and_changes_nothing(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[]).await;
        let lines = acme.audit().await.len();
        for (words, problem) in [
            (said(&[("leads.fold", "all")], &[]), &problem::PERMISSION_UNKNOWN),
            (said(&[("users.remove", "all")], &[]), &problem::PERMISSION_OWNERS),
            (said(&[("leads.view", "some")], &[]), &problem::EXTENT_UNKNOWN),
            (said(&[("audit.view", "team")], &[]), &problem::EXTENT_WITHOUT_REACH),
            (said(&[], &[("title", "hidden")]), &problem::ROLE_FIELD_UNKNOWN),
            (said(&[], &[("value", "half")]), &problem::FIELD_ACCESS_UNKNOWN),
        ] {
            let edit = RoleEdit { words: words.clone(), ..RoleEdit::default() };
            assert_eq!(roles::edit(db, &owner, &desk.key, &edit).await.unwrap_err().problem(), problem);
            let new = NewRole { name: "Other".to_owned(), words, ..NewRole::default() };
            assert_eq!(roles::create(db, &owner, &new).await.unwrap_err().problem(), problem);
        }
        for name in ["", " ", "a\u{0}b"] {
            let new = NewRole { name: name.to_owned(), ..NewRole::default() };
            assert_eq!(roles::create(db, &owner, &new).await.unwrap_err().problem(), &problem::ROLE_NAME_INVALID);
        }
        db.clock().advance(1);
        let edit = |name: &str| RoleEdit { name: Some(name.to_owned()), seen: Some(desk.updated_at), ..RoleEdit::default() };
        roles::edit(db, &owner, &desk.key, &edit("Front desk")).await.unwrap();
        assert_eq!(roles::edit(db, &owner, &desk.key, &edit("Back desk")).await.unwrap_err().problem(), &problem::CHANGED_MEANWHILE);
        assert_eq!(acme.audit().await.len(), lines + 1);
        let nothing = roles::edit(db, &owner, &desk.key, &RoleEdit { name: Some("Front desk".to_owned()), ..RoleEdit::default() }).await.unwrap();
        assert!(nothing.changes.is_empty());
        assert_eq!(acme.audit().await.len(), lines + 1, "nothing changed, nothing is recorded");
    }
}

async fn members_refused(db: &TestDb, acme: &seatwise_testkit::tenant::Tenant, name: &str) -> bool {
    let caller = acme.as_user(name).await;
    let mut tx = db.read().await.unwrap();
    roles::list(&mut tx, &caller).await.is_err()
}
