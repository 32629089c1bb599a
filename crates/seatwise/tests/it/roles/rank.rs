//! No escalation: nobody gives, edits or takes beyond what he has himself.

use seatwise_domain::authz::Key;
use seatwise_domain::authz::Level;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, NewRole, RoleEdit, RoleKey, Take};
use seatwise_domain::users::{self, Edit};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{give, role, said, set, to};

/// What somebody has who looks after roles and sees the leads of everybody, and nothing to export them with.
const KEEPER: &[(&str, &str)] = &[
    ("roles.edit", "all"),
    ("roles.assign", "all"),
    ("leads.view", "all"),
    ("own.edit", "all"),
    ("users.view", "all"),
];

async fn with_keeper(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .admin("bohdan")
        .user("kira")
        .user("anna")
        .user("mila")
        .build()
        .await;
    let keeper = role(db, &acme, "Keeper", KEEPER).await;
    give(db, &acme, "kira", &keeper).await;
    // Those she looks after have no more than she has.
    let viewer = role(
        db,
        &acme,
        "Viewer",
        &[("leads.view", "own"), ("own.edit", "all")],
    )
    .await;
    give(db, &acme, "anna", &viewer).await;
    acme
}

on_both! {
    async fn p59_nobody_gives_what_he_has_not(db: &TestDb) {
        let acme = with_keeper(db).await;
        let export = set(db, &acme, "Export", &[("leads.export", "own")]).await;
        let view = set(db, &acme, "View", &[("leads.view", "team")]).await;
        let kira = acme.as_user("kira").await;
        let refused = roles::give(db, &kira, &to(&acme, "anna", &export.key)).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED);
        assert_eq!(roles::give(db, &kira, &to(&acme, "anna", &RoleKey::sales())).await.unwrap_err().problem(), &problem::OUTRANKED);
        roles::give(db, &kira, &to(&acme, "anna", &view.key)).await.unwrap();
        assert!(!acme.as_user("anna").await.can(Key::ExportRecords));
        let anna = acme.as_user("anna").await;
        assert_eq!(roles::give(db, &anna, &to(&acme, "mila", &view.key)).await.unwrap_err().problem(), &problem::DENIED);
    }

    async fn p59_d16_a_role_that_others_hold_is_not_edited_beyond_the_editor(db: &TestDb) {
        let acme = with_keeper(db).await;
        let helpers = role(db, &acme, "Helpers", &[("leads.view", "own")]).await;
        give(db, &acme, "anna", &helpers).await;
        let kira = acme.as_user("kira").await;
        let edit = |grants: &[(&str, &str)]| RoleEdit { words: said(grants, &[]), ..RoleEdit::default() };
        for grants in [&[("leads.export", "own")][..], &[("leads.edit", "own")], &[("account.edit", "all")]] {
            assert_eq!(roles::edit(db, &kira, &helpers.key, &edit(grants)).await.unwrap_err().problem(), &problem::OUTRANKED);
            let new = NewRole { name: "Mine".to_owned(), words: said(grants, &[]), ..NewRole::default() };
            assert_eq!(roles::create(db, &kira, &new).await.unwrap_err().problem(), &problem::OUTRANKED);
        }
        let copy = NewRole { name: "Mine".to_owned(), copy_of: Some(RoleKey::sales()), ..NewRole::default() };
        assert_eq!(roles::create(db, &kira, &copy).await.unwrap_err().problem(), &problem::OUTRANKED);
        roles::edit(db, &kira, &helpers.key, &edit(&[("leads.view", "all")])).await.unwrap();
        // Her own role is not her way up either.
        let own = kira.facts().roles[0].key.parse().unwrap();
        assert_eq!(roles::edit(db, &kira, &own, &edit(&[("leads.export", "all")])).await.unwrap_err().problem(), &problem::OUTRANKED);
    }

    async fn d16_whoever_may_do_more_is_not_touched(db: &TestDb) {
        let acme = with_keeper(db).await;
        let kira = acme.as_user("kira").await;
        let view = set(db, &acme, "View", &[("leads.view", "team")]).await;
        for name in ["bohdan", "mila"] {
            let refused = roles::give(db, &kira, &to(&acme, name, &view.key)).await.unwrap_err();
            assert_eq!(refused.problem(), &problem::OUTRANKED, "{name} may do more than kira");
        }
        let strong = role(db, &acme, "Strong", &[("leads.view", "own"), ("leads.export", "all")]).await;
        give(db, &acme, "mila", &strong).await;
        let less = RoleEdit { words: said(&[("leads.view", "none")], &[]), ..RoleEdit::default() };
        assert_eq!(roles::edit(db, &kira, &strong.key, &less).await.unwrap_err().problem(), &problem::OUTRANKED);
        assert_eq!(roles::delete(db, &kira, &strong.key, "").await.unwrap_err().problem(), &problem::OUTRANKED);
        let take = Take { user: acme.id_of("mila"), role: strong.key.clone(), reason: String::new() };
        assert_eq!(roles::take(db, &kira, &take).await.unwrap_err().problem(), &problem::OUTRANKED);
    }

    async fn d16_nobody_but_an_admin_changes_his_own_roles(db: &TestDb) {
        let acme = with_keeper(db).await;
        let view = set(db, &acme, "View", &[("leads.view", "own")]).await;
        let kira = acme.as_user("kira").await;
        assert_eq!(roles::give(db, &kira, &to(&acme, "kira", &view.key)).await.unwrap_err().problem(), &problem::IS_SELF);
        let own: RoleKey = kira.facts().roles[0].key.parse().unwrap();
        let take = Take { user: acme.id_of("kira"), role: own, reason: String::new() };
        assert_eq!(roles::take(db, &kira, &take).await.unwrap_err().problem(), &problem::IS_SELF);
        let bohdan = acme.as_user("bohdan").await;
        roles::give(db, &bohdan, &to(&acme, "bohdan", &view.key)).await.unwrap();
    }

    async fn d16_falling_back_to_the_default_role_gives_nothing_beyond_the_giver(db: &TestDb) {
        let acme = with_keeper(db).await;
        let kira = acme.as_user("kira").await;
        let narrow = role(db, &acme, "Narrow", &[("leads.view", "own")]).await;
        let viewer: RoleKey = acme.as_user("anna").await.facts().roles[0].key.parse().unwrap();
        // "Sales" edits leads, which kira may not: without a role anna would gain it through her.
        let take = Take { user: acme.id_of("anna"), role: viewer.clone(), reason: String::new() };
        assert_eq!(roles::take(db, &kira, &take).await.unwrap_err().problem(), &problem::OUTRANKED);
        assert_eq!(roles::delete(db, &kira, &viewer, "").await.unwrap_err().problem(), &problem::OUTRANKED);
        roles::give(db, &kira, &to(&acme, "anna", &narrow.key)).await.unwrap();
        roles::take(db, &kira, &take).await.unwrap();
        assert!(!acme.as_user("anna").await.can(Key::EditRecords));
    }

    async fn p59_p52_nobody_opens_a_field_that_is_hidden_from_him(db: &TestDb) {
        let acme = db.tenant().user("kira").user("anna").build().await;
        let owner = acme.as_owner().await;
        let hidden = |name: &str, grants, fields| NewRole { name: name.to_owned(), words: said(grants, fields), ..NewRole::default() };
        let keeper = roles::create(db, &owner, &hidden("Keeper", KEEPER, &[("value", "hidden")])).await.unwrap();
        let blind = roles::create(db, &owner, &hidden("Blind", &[("leads.view", "own")], &[("value", "hidden")])).await.unwrap();
        let open = roles::create(db, &owner, &hidden("Open", &[("leads.view", "own")], &[])).await.unwrap();
        give(db, &acme, "kira", &keeper).await;
        give(db, &acme, "anna", &blind).await;
        let kira = acme.as_user("kira").await;
        assert_eq!(roles::give(db, &kira, &to(&acme, "anna", &open.key)).await.unwrap_err().problem(), &problem::OUTRANKED);
        let edit = RoleEdit { words: said(&[], &[("value", "read")]), ..RoleEdit::default() };
        assert_eq!(roles::edit(db, &kira, &blind.key, &edit).await.unwrap_err().problem(), &problem::OUTRANKED);
        assert!(acme.as_user("anna").await.fields().hides("value"));
    }

    async fn n13_n10_several_admins_decide_over_roles_whatever_theirs_say(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").admin("clara").user("anna").build().await;
        let nothing = role(db, &acme, "Nothing", &[]).await;
        give(db, &acme, "clara", &nothing).await;
        for name in ["bohdan", "clara"] {
            let admin = acme.as_user(name).await;
            assert!(admin.can(Key::EditAccount) && admin.can(Key::EditRoles));
            let new = NewRole { name: format!("Of {name}"), words: said(&[("account.edit", "all")], &[]), ..NewRole::default() };
            roles::create(db, &admin, &new).await.unwrap();
        }
        let demote = Edit { level: Some(Level::User), ..Edit::default() };
        users::edit(db, &acme.as_owner().await, acme.id_of("clara"), &demote).await.unwrap();
        assert!(!acme.as_user("clara").await.can(Key::EditOwn), "the role decides again");
        for name in ["anna", "clara"] {
            assert!(!acme.as_user(name).await.can(Key::EditAccount));
        }
    }

    async fn j23_export_is_what_a_role_gives_and_nobody_has_without(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let export = set(db, &acme, "Export", &[("leads.export", "own"), ("users.export", "all")]).await;
        give(db, &acme, "boris", &export).await;
        for (name, may) in [("anna", false), ("boris", true), ("owner", true)] {
            let caller = acme.as_user(name).await;
            assert_eq!((caller.can(Key::ExportRecords), caller.can(Key::ExportUsers)), (may, may), "{name}");
        }
    }
}
