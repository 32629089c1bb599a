//! Activating: one click and a password; a link works once, for a while, for its person.

use seatwise_domain::authz::Source;
use seatwise_domain::users::{self, Activate, ActivateError, UserState};
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

fn follow(token: String, password: &str) -> Activate {
    Activate {
        token,
        name: "Olena Kovalenko".to_owned(),
        password: password.to_owned(),
        language: Some("uk".to_owned()),
        agent: "test".to_owned(),
        address: "127.0.0.1".to_owned(),
        source: Source::Page,
    }
}

on_both! {
    async fn l4_k14_z87_one_click_and_a_password_make_a_pending_person_active(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        assert_eq!(acme.person("olena").await.state, UserState::Pending);
        assert!(acme.sign_in("olena").await.is_none());
        let command = follow(acme.token_of("olena").await, PASSWORD);
        let signed_in = users::activate(db, &command).await.unwrap();
        assert!(signed_in.first);
        let olena = acme.person("olena").await;
        assert_eq!(olena.state, UserState::Active);
        assert_eq!(olena.name, "Olena Kovalenko");
        assert_eq!(olena.language.as_deref(), Some("uk"));
        assert!(!acme.sign_in("olena").await.unwrap().first);
    }

    async fn a_link_works_once(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        let command = follow(acme.token_of("olena").await, PASSWORD);
        users::activate(db, &command).await.unwrap();
        let again = users::activate(db, &command).await.unwrap_err();
        assert!(matches!(again, ActivateError::LinkInvalid));
    }

    async fn a_weak_password_leaves_the_link_usable(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        let token = acme.token_of("olena").await;
        let weak = users::activate(db, &follow(token.clone(), "password1234")).await.unwrap_err();
        assert!(matches!(weak, ActivateError::Password(_)));
        assert!(users::activate(db, &follow(token, PASSWORD)).await.is_ok());
    }

    async fn l10_p71_a_link_ends_and_can_be_replaced(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        let old = acme.token_of("olena").await;
        let ends = acme.person("olena").await.link_expires_at.expect("a term");
        db.clock().set(ends.plus_seconds(1));
        let invitation = users::invitation(&mut db.read().await.unwrap(), &old).await.unwrap();
        assert!(invitation.expect("the page still knows it").expired);
        let late = users::activate(db, &follow(old.clone(), PASSWORD)).await.unwrap_err();
        assert!(matches!(late, ActivateError::LinkExpired));
        users::resend(db, &acme.as_owner().await, &[acme.id_of("olena")], "").await.unwrap();
        let new = acme.token_of("olena").await;
        assert_ne!(old, new);
        assert!(users::activate(db, &follow(new, PASSWORD)).await.is_ok());
    }
}
