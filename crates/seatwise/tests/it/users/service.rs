//! Service users: accounts of programs, without a seat and without a page (P65, D20).

use seatwise_domain::audit::EventKind;
use seatwise_domain::authn::{self, NewToken, TokenError};
use seatwise_domain::authz::{Caller, Key, Level, Source};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::records::{self, NewLead, NewOwner};
use seatwise_domain::users::service::{self, NewServiceUser};
use seatwise_domain::users::{self, Edit, HandOverChoice, SkippedWhy, UserState};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use crate::roles::role;

const TOKEN: fn() -> NewToken = || NewToken {
    name: "Calls".to_owned(),
    may_write: true,
    days: None,
};

async fn dialer(db: &TestDb, acme: &mut Tenant, grants: &[(&str, &str)]) -> users::User {
    let role = role(db, acme, "Dialer role", grants).await;
    let new = NewServiceUser {
        name: "Dialer".to_owned(),
        role: role.key,
        reason: "Telephone".to_owned(),
    };
    let made = service::create(db, &acme.as_owner().await, &new).await;
    let made = made.expect("a service user");
    acme.know("dialer", made.id);
    made
}

/// Who calls with the secret of a token, as the API finds him.
async fn by_token(db: &TestDb, acme: &Tenant, shown: &str) -> Option<Caller> {
    let (_, hash) = authn::Secret::read("swt", shown).expect("a secret");
    let mut tx = db.read().await.unwrap();
    Caller::by_token(&mut tx, acme.id, &hash).await.unwrap()
}

on_both! {
    async fn p65_a_service_user_takes_no_seat_and_never_signs_in(db: &TestDb) {
        let mut acme = db.tenant().seats(2).user("anna").build().await;
        let seats = acme.seats().await;
        let made = dialer(db, &mut acme, &[("leads.view", "all")]).await;
        assert_eq!((made.state, made.level, made.service), (UserState::Active, Level::User, true));
        assert_eq!((acme.seats().await, seats.free), (seats, 0), "there was no seat left, and none was asked for");
        assert!(acme.sign_in("dialer").await.is_none());
        users::forgot(db, "Dialer").await.unwrap();
        let owner = acme.as_owner().await;
        let resent = users::resend(db, &owner, &[made.id], "").await.unwrap();
        assert_eq!(resent.skipped[0].why, SkippedWhy::AlreadyActive);
        assert_eq!(users::reset_by_admin(db, &owner, made.id, "").await.unwrap_err().problem(), &problem::NO_MAIL_ADDRESS);
        for edit in [
            Edit { email: Some("d@acme.example".to_owned()), ..Edit::default() },
            Edit { login: Some("dialer".to_owned()), ..Edit::default() },
            Edit { level: Some(Level::Admin), ..Edit::default() },
        ] {
            assert_eq!(users::edit(db, &owner, made.id, &edit).await.unwrap_err().problem(), &problem::SERVICE_USER_FIXED);
        }
        users::edit(db, &owner, made.id, &Edit { name: Some("Dialer 2".to_owned()), ..Edit::default() }).await.unwrap();
        acme.deactivate("dialer", HandOverChoice::Later).await;
        assert_eq!(acme.seats().await, seats);
        users::reactivate(db, &owner, made.id, "").await.unwrap();
        assert_eq!(acme.seats().await, seats, "back without a seat");
    }

    async fn p65_its_tokens_work_within_its_roles_and_die_with_it(db: &TestDb) {
        let mut acme = db.tenant().user("anna").leads("anna", 1).build().await;
        let made = dialer(db, &mut acme, &[("leads.view", "all"), ("leads.note", "all"), ("own.edit", "all")]).await;
        let owner = acme.as_owner().await;
        let (token, secret) = service::create_token(db, &owner, made.id, &TOKEN()).await.unwrap();
        let caller = by_token(db, &acme, &secret.shown).await.expect("a token that works");
        let may: Vec<Key> = Key::ALL.iter().copied().filter(|key| caller.can(*key)).collect();
        assert_eq!(may, [Key::ViewRecords, Key::NoteRecords, Key::EditOwn], "what the role says, and no default role beside it");
        assert!(matches!(authn::create_token(db, &caller, &TOKEN()).await, Err(TokenError::Denied(_))), "those who administer it make its tokens");
        {
            let mut tx = db.read().await.unwrap();
            assert_eq!(service::tokens(&mut tx, &owner, made.id).await.unwrap()[0].id, token.id);
            let person = service::tokens(&mut tx, &owner, acme.id_of("anna")).await;
            assert_eq!(person.unwrap_err().problem(), &problem::NOT_A_SERVICE_USER);
        }
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind, line.detail["service_user"].as_str()), (EventKind::TokenCreated, Some("Dialer")));
        service::revoke_token(db, &owner, made.id, token.id).await.unwrap();
        assert!(by_token(db, &acme, &secret.shown).await.is_none());
        let (_, second) = service::create_token(db, &owner, made.id, &TOKEN()).await.unwrap();
        acme.deactivate("dialer", HandOverChoice::Later).await;
        assert!(by_token(db, &acme, &second.shown).await.is_none());
        users::reactivate(db, &owner, made.id, "").await.unwrap();
        assert!(by_token(db, &acme, &second.shown).await.is_none(), "what was revoked stays dead");
        let mut tx = db.read().await.unwrap();
        assert!(Caller::load(&mut tx, acme.id, made.id, Source::Job).await.unwrap().is_some());
    }

    async fn p65_d4_a_service_user_owns_and_receives_nothing(db: &TestDb) {
        let mut acme = db.tenant().user("anna").leads("anna", 1).build().await;
        let made = dialer(db, &mut acme, &[("leads.view", "all")]).await;
        let owner = acme.as_owner().await;
        let lead = NewLead { title: "X".to_owned(), owner: NewOwner::User(made.id), ..NewLead::default() };
        assert_eq!(records::create(db, &owner, &lead).await.unwrap_err().problem(), &problem::OWNER_CANNOT_RECEIVE);
        let leave = users::Deactivate {
            user: acme.id_of("anna"),
            hand_over: HandOverChoice::To(made.id),
            stages: seatwise_domain::handover::Stages::default(),
            reason: String::new(),
            expected: None,
        };
        assert_eq!(users::deactivate(db, &owner, &leave).await.unwrap_err().problem(), &problem::OWNER_CANNOT_RECEIVE);
    }

    async fn p65_p59_nobody_makes_a_service_user_or_token_that_may_do_more_than_he(db: &TestDb) {
        let mut acme = db.tenant().user("kira").user("anna").build().await;
        let keeper = role(db, &acme, "Keeper", &[("service-users.edit", "all"), ("roles.assign", "all"), ("users.view", "all"), ("leads.view", "own")]).await;
        crate::roles::give(db, &acme, "kira", &keeper).await;
        let strong = dialer(db, &mut acme, &[("leads.view", "all")]).await;
        let kira = acme.as_user("kira").await;
        assert_eq!(service::create_token(db, &kira, strong.id, &TOKEN()).await.unwrap_err().problem(), &problem::OUTRANKED);
        let role = kira.facts().roles[0].key.parse().unwrap();
        let same = NewServiceUser { name: "Mine".to_owned(), role, reason: String::new() };
        let mine = service::create(db, &kira, &same).await.unwrap();
        service::create_token(db, &kira, mine.id, &TOKEN()).await.unwrap();
        let more = NewServiceUser { role: seatwise_domain::roles::RoleKey::sales(), ..same };
        assert_eq!(service::create(db, &kira, &more).await.unwrap_err().problem(), &problem::OUTRANKED);
        let anna = acme.as_user("anna").await;
        assert_eq!(service::create(db, &anna, &more).await.unwrap_err().problem(), &problem::DENIED);
    }
}
