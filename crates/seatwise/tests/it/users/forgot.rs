//! A forgotten password, also of somebody who was given one and has not signed in yet (K11, K14, K19).

use seatwise_domain::audit::EventKind;
use seatwise_domain::authn::{SignIn, sign_in};
use seatwise_domain::authz::{Level, Source};
use seatwise_domain::mail::Mail;
use seatwise_domain::users::{self, Invite, UserState};
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};

const NEW: &str = "nine quiet herons fish at dawn";

/// The secrets of the links that were mailed for a new password, newest first.
async fn links(acme: &Tenant) -> Vec<String> {
    let mails = acme.mails().await.into_iter();
    let links = mails.filter_map(|queued| match queued.mail {
        Mail::PasswordReset { token, .. } => Some(token),
        _ => None,
    });
    links.collect()
}

async fn may_sign_in(db: &TestDb, acme: &Tenant, password: &str) -> bool {
    let command = SignIn {
        name: "ivo@acme.example".to_owned(),
        password: password.to_owned(),
        account: Some(acme.slug.clone()),
        agent: "test".to_owned(),
        address: "127.0.0.1".to_owned(),
        source: Source::Page,
    };
    sign_in(db, &command).await.is_ok()
}

on_both! {
    async fn k19_k14_who_was_given_a_password_recovers_it_before_the_first_sign_in(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        acme.let_admins_choose_passwords().await;
        let owner = acme.as_owner().await;
        let invite = Invite { password: Some(PASSWORD.to_owned()), level: Level::User, ..Invite::by_email("ivo@acme.example") };
        let ivo = users::invite(db, &owner, &invite).await.unwrap().user;
        users::forgot(db, "ivo@acme.example").await.unwrap();
        users::forgot(db, &acme.email_of("olena")).await.unwrap();
        let links = links(&acme).await;
        assert_eq!(links.len(), 1, "whoever has no password yet has the activation mail");
        users::reset(db, &links[0], NEW).await.unwrap();
        let scope = owner.scope().unwrap();
        let found = users::find(&mut db.read().await.unwrap(), &scope, ivo.id).await.unwrap().unwrap();
        assert_eq!(found.state, UserState::Pending, "the first sign-in activates");
        assert!(!may_sign_in(db, &acme, PASSWORD).await);
        assert!(may_sign_in(db, &acme, NEW).await);
        let found = users::find(&mut db.read().await.unwrap(), &scope, ivo.id).await.unwrap().unwrap();
        assert_eq!(found.state, UserState::Active);
    }

    async fn k19_an_address_gets_three_links_in_five_minutes_and_the_last_one_works(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut told = 0;
        for wanted in [1, 2, 3, 3, 3] {
            users::forgot(db, &acme.email_of("anna")).await.unwrap();
            let lines = acme.audit().await;
            told = lines.iter().filter(|line| line.kind == EventKind::PasswordReset).count();
            assert_eq!(told, wanted);
        }
        assert_eq!(told, 3);
        let last = links(&acme).await.swap_remove(0);
        users::reset(db, &last, NEW).await.unwrap();
    }
}
