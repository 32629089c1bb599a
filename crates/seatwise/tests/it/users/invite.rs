//! Inviting: an address is enough, a seat is needed, and an address belongs to one person.

use seatwise_domain::authz::Level;
use seatwise_domain::mail::Mail;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::users::{self, Invite, InviteError, NewUser, UserState};
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

on_both! {
    async fn n29_l3_k13_an_address_alone_is_enough_and_the_mail_goes_out_at_once(db: &TestDb) {
        let acme = db.tenant().build().await;
        let invite = Invite::by_email("olena.kovalenko@acme.example");
        let invited = users::invite(db, &acme.as_owner().await, &invite).await.unwrap();
        assert!(invited.mailed);
        assert_eq!(invited.user.state, UserState::Pending);
        assert_eq!(invited.user.name, "olena.kovalenko");
        let mails = acme.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].address, "olena.kovalenko@acme.example");
        assert!(matches!(&mails[0].mail, Mail::Activation { token, .. } if !token.is_empty()));
    }

    async fn n55_without_a_free_seat_an_invitation_is_refused_and_leaves_nothing(db: &TestDb) {
        let acme = db.tenant().seats(2).user("anna").build().await;
        let refused = users::invite(db, &acme.as_owner().await, &Invite::by_email("boris@acme.example")).await;
        let error = refused.unwrap_err();
        assert!(matches!(error, InviteError::NoFreeSeat(_)), "{error}");
        assert_eq!(error.problem(), &problem::NO_FREE_SEAT);
        assert_eq!(acme.seats().await.used, 2);
        assert!(acme.mails().await.iter().all(|mail| mail.address != "boris@acme.example"));
    }

    async fn l15_an_address_that_another_person_uses_is_refused_in_any_spelling(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leaver("darcel").build().await;
        let cases = [
            ("anna@acme.example", &problem::EMAIL_TAKEN),
            ("ANNA@Acme.Example", &problem::EMAIL_TAKEN),
            (" ａnna@acme.example ", &problem::EMAIL_TAKEN),
            ("darcel@acme.example", &problem::EMAIL_OF_DEACTIVATED),
        ];
        for (address, wanted) in cases {
            let error = users::invite(db, &acme.as_owner().await, &Invite::by_email(address)).await.unwrap_err();
            assert_eq!(error.problem(), wanted, "{address}");
        }
        let pending = users::invite(db, &acme.as_owner().await, &Invite::by_email("olena@acme.example")).await;
        assert!(matches!(pending.unwrap_err(), InviteError::Conflict(_)));
    }

    async fn an_address_of_another_account_is_free(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let other = db.tenant().named("Other").build().await;
        let invite = Invite::by_email(acme.email_of("anna"));
        assert!(users::invite(db, &other.as_owner().await, &invite).await.is_ok());
    }

    async fn j1_only_who_may_manage_users_invites(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").user("anna").build().await;
        let invite = Invite::by_email("boris@acme.example");
        let refused = users::invite(db, &acme.as_user("anna").await, &invite).await.unwrap_err();
        assert!(matches!(refused, InviteError::Denied(_)));
        assert!(users::invite(db, &acme.as_user("bohdan").await, &invite).await.is_ok());
    }

    async fn nobody_is_invited_as_owner(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut invite = Invite::by_email("boris@acme.example");
        invite.level = Level::Owner;
        let refused = users::invite(db, &acme.as_owner().await, &invite).await.unwrap_err();
        assert!(matches!(refused, InviteError::LevelTooHigh));
    }

    async fn k3_k14_a_login_alone_needs_a_password(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let owner = acme.as_owner().await;
        let mut invite = Invite {
            person: NewUser { login: Some("ivo".to_owned()), ..NewUser::default() },
            ..Invite::by_email("")
        };
        let refused = users::invite(db, &owner, &invite).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::PASSWORD_NEEDED);
        assert_eq!(acme.seats().await.used, 1, "no seat is taken by somebody who could never sign in");
        invite.password = Some(PASSWORD.to_owned());
        let ivo = users::invite(db, &owner, &invite).await.unwrap().user;
        acme.know("ivo", ivo.id);
        assert_eq!(acme.person("ivo").await.state, UserState::Pending);
    }
}
