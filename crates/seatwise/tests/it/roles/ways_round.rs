//! No escalation on the ways round the rule: newcomers, settings, links in the outbox, and roles that run out.

use seatwise_domain::authz::{Caller, Key, SeatKind, Visibility};
use seatwise_domain::mail::{self, Mail};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, RoleKey, Take};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_domain::users::{self, Invite};
use seatwise_domain::{imports, teams};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{give, role, to};
use crate::imports::checked;

/// Somebody who administers people and sees own leads only.
pub const CLERK: &[(&str, &str)] = &[
    ("users.invite", "all"),
    ("users.view", "all"),
    ("users.edit", "all"),
    ("users.deactivate", "all"),
    ("users.reactivate", "all"),
    ("users.reset-password", "all"),
    ("imports.run", "all"),
    ("roles.assign", "all"),
    ("account.edit", "all"),
    ("mails.view", "all"),
    ("service-users.edit", "all"),
    ("leads.view", "own"),
    ("own.edit", "all"),
];

async fn with_clerk(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .team_seats(2)
        .admin("bohdan")
        .user("kira")
        .user("anna")
        .build()
        .await;
    let clerk = role(db, &acme, "Clerk", CLERK).await;
    give(db, &acme, "kira", &clerk).await;
    acme
}

async fn link(db: &TestDb, caller: &Caller, kind: &str) -> Option<String> {
    let scope = caller.scope().expect("the outbox");
    let mut tx = db.read().await.unwrap();
    let size = seatwise_domain::store::PageSize::new(200);
    let page = mail::list(&mut tx, &scope, None, None, size).await.unwrap();
    let found = page.items.iter().find(|mail| mail.mail.kind() == kind);
    let opened = mail::open_link(&mut tx, caller, found.expect("a mail").id);
    let opened = opened.await.unwrap().expect("the mail");
    let token = opened.mail.token().map(str::to_owned);
    token.filter(|token| !token.is_empty())
}

on_both! {
    async fn d16_p59_a_newcomer_has_no_more_by_the_default_role_than_who_invites(db: &TestDb) {
        let acme = with_clerk(db).await;
        let kira = acme.as_user("kira").await;
        let used = acme.seats().await.used;
        // "Sales" creates and edits leads, which kira may not.
        let refused = users::invite(db, &kira, &Invite::by_email("new@acme.example")).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED);
        let named = Invite { role: Some(users::RoleWish::Known(RoleKey::sales())), ..Invite::by_email("new@acme.example") };
        assert_eq!(users::invite(db, &kira, &named).await.unwrap_err().problem(), &problem::OUTRANKED);
        let seated = Invite { seat_kind: SeatKind::Team, ..Invite::by_email("new@acme.example") };
        assert_eq!(users::invite(db, &kira, &seated).await.unwrap_err().problem(), &problem::OUTRANKED, "a team seat sees all leads");
        let import = checked(db, &kira, imports::ImportKind::Users, "Name,E-mail\nBo,bo@acme.example\n", |_| ()).await;
        assert_eq!(imports::run(db, &kira, import.id, "").await.unwrap_err().problem(), &problem::OUTRANKED);
        assert_eq!(acme.seats().await.used, used);
        let narrow = role(db, &acme, "Narrow", &[("leads.view", "own")]).await;
        let given = Invite { role: Some(users::RoleWish::Known(narrow.key.clone())), ..Invite::by_email("new@acme.example") };
        users::invite(db, &kira, &given).await.unwrap();
        let nord = teams::create(db, &acme.as_owner().await, "Nord").await.unwrap();
        let joined = Invite { teams: vec![nord.id], person: users::NewUser { email: Some("two@acme.example".to_owned()), ..Default::default() }, ..given };
        assert_eq!(users::invite(db, &kira, &joined).await.unwrap_err().problem(), &problem::OUTRANKED, "a puppet in somebody else's team");
        roles::make_default(db, &acme.as_owner().await, &narrow.key, "").await.unwrap();
        users::invite(db, &kira, &Invite::by_email("three@acme.example")).await.unwrap();
    }

    async fn d16_nobody_widens_his_own_sight_by_a_setting(db: &TestDb) {
        let acme = with_clerk(db).await;
        let kira = acme.as_user("kira").await;
        for command in [
            EditAccountCommand { visibility: Some(Visibility::All), ..EditAccountCommand::default() },
            EditAccountCommand { teams_on: Some(false), ..EditAccountCommand::default() },
            EditAccountCommand { superiors_see: Some(false), ..EditAccountCommand::default() },
        ] {
            assert_eq!(tenants::edit(db, &kira, &command).await.unwrap_err().problem(), &problem::OUTRANKED);
        }
        let name = EditAccountCommand { name: Some("Acme 2".to_owned()), ..EditAccountCommand::default() };
        tenants::edit(db, &kira, &name).await.unwrap();
    }

    async fn d16_a_link_in_the_outbox_lets_nobody_in_as_somebody_who_may_do_more(db: &TestDb) {
        let acme = with_clerk(db).await;
        users::forgot(db, &acme.email_of("owner")).await.unwrap();
        for (name, sees) in [("kira", false), ("bohdan", false), ("owner", true)] {
            let caller = acme.as_user(name).await;
            assert_eq!(link(db, &caller, "password-reset").await.is_some(), sees, "{name}");
        }
        assert!(link(db, &Caller::operator(acme.id), "password-reset").await.is_some());
        let mut acme = acme;
        acme.invite("nele").await;
        for (name, sees) in [("kira", false), ("bohdan", true)] {
            let caller = acme.as_user(name).await;
            assert_eq!(link(db, &caller, "activation").await.is_some(), sees, "{name}");
        }
        assert!(acme.mails_to("nele").await.iter().any(|mail| matches!(mail.mail, Mail::Activation { .. })));
    }

    async fn d16_whoever_may_do_more_keeps_password_sessions_and_access(db: &TestDb) {
        let mut acme = with_clerk(db).await;
        acme.invite("nele").await;
        let kira = acme.as_user("kira").await;
        for name in ["bohdan", "anna"] {
            let user = acme.id_of(name);
            assert_eq!(users::reset_by_admin(db, &kira, user, "").await.unwrap_err().problem(), &problem::OUTRANKED, "{name}");
            assert_eq!(users::end_sessions(db, &kira, user, "").await.unwrap_err().problem(), &problem::OUTRANKED, "{name}");
        }
        assert_eq!(users::cancel_invitation(db, &kira, acme.id_of("nele"), "").await.unwrap_err().problem(), &problem::OUTRANKED);
        acme.deactivate("bohdan", users::HandOverChoice::Later).await;
        assert_eq!(users::reactivate(db, &kira, acme.id_of("bohdan"), "").await.unwrap_err().problem(), &problem::OUTRANKED);
        assert!(acme.sign_in("anna").await.is_some());
    }

    async fn d17_the_owner_is_never_without_a_password(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").build().await;
        for caller in [acme.as_owner().await, acme.as_user("bohdan").await, Caller::operator(acme.id)] {
            assert_eq!(users::reset_by_admin(db, &caller, acme.id_of("owner"), "").await.unwrap_err().problem(), &problem::IS_OWNER);
        }
        assert!(acme.sign_in("owner").await.is_some());
    }

    async fn d16_p54_a_role_for_a_time_is_no_way_to_a_default_role_beyond_the_giver(db: &TestDb) {
        let acme = with_clerk(db).await;
        let narrow = role(db, &acme, "Narrow", &[("leads.view", "own")]).await;
        let other = role(db, &acme, "Other", &[("leads.view", "own"), ("own.edit", "all")]).await;
        give(db, &acme, "anna", &narrow).await;
        let kira = acme.as_user("kira").await;
        let until = db.now().plus_days(1);
        let short = roles::Give { expires_at: Some(until), ..to(&acme, "anna", &other.key) };
        roles::give(db, &kira, &short).await.unwrap();
        let take = Take { user: acme.id_of("anna"), role: narrow.key.clone(), reason: String::new() };
        assert_eq!(roles::take(db, &kira, &take).await.unwrap_err().problem(), &problem::OUTRANKED, "tomorrow anna would have Sales");
        let ending = roles::Give { expires_at: Some(until), ..to(&acme, "anna", &narrow.key) };
        assert_eq!(roles::give(db, &kira, &ending).await.unwrap_err().problem(), &problem::OUTRANKED);
        roles::take(db, &acme.as_user("bohdan").await, &take).await.unwrap();
        db.clock().advance(2 * 86_400);
        assert!(acme.as_user("anna").await.can(Key::EditRecords), "so it would have been");
    }
}
