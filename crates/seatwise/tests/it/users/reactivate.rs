//! A person comes back, with everything, if there is a seat.

use seatwise_domain::authz::SeatKind;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::seats;
use seatwise_domain::users::{self, HandOverChoice, Invite, UserState};
use seatwise_testkit::{TestDb, on_both};

on_both! {
    async fn n53_k24_a_person_comes_back_with_leads_and_password(db: &TestDb) {
        let acme = db.tenant().user("anna").leads("anna", 3).build().await;
        acme.deactivate("anna", HandOverChoice::Later).await;
        db.clock().advance(90 * 86_400);
        let back = users::reactivate(db, &acme.as_owner().await, acme.id_of("anna"), "back from leave").await.unwrap();
        assert_eq!(back.state, UserState::Active);
        assert_eq!(acme.leads_of("anna").await.len(), 3);
        assert!(acme.sign_in("anna").await.is_some());
    }

    async fn k13_who_never_signed_in_waits_again_with_his_password_or_without(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let owner = acme.as_owner().await;
        let password = "tall-otter-sings-7-songs".to_owned();
        let invite = Invite { password: Some(password), ..Invite::by_email("anna@acme.example") };
        let anna = users::invite(db, &owner, &invite).await.unwrap().user.id;
        acme.know("anna", anna);
        acme.invite("boris").await;
        for (name, state) in [("anna", UserState::Pending), ("boris", UserState::Invited)] {
            acme.deactivate(name, HandOverChoice::Later).await;
            let back = users::reactivate(db, &owner, acme.id_of(name), "").await.unwrap();
            assert_eq!(back.state, state, "{name}");
        }
    }

    async fn n54_without_a_free_seat_nobody_comes_back(db: &TestDb) {
        let mut acme = db.tenant().seats(2).leaver("anna").build().await;
        acme.invite("boris").await;
        let error = users::reactivate(db, &acme.as_owner().await, acme.id_of("anna"), "").await.unwrap_err();
        assert_eq!(error.problem(), &problem::NO_FREE_SEAT);
        assert_eq!(acme.person("anna").await.state, UserState::Deactivated);
        assert_eq!(acme.seats().await.used, 2);
        seats::set_count(db, &acme.as_owner().await, SeatKind::Regular, 3).await.unwrap();
        let back = users::reactivate(db, &acme.as_owner().await, acme.id_of("anna"), "").await;
        assert_eq!(back.unwrap().state, UserState::Active, "a seat was bought");
    }

    async fn n47_replacing_a_leaver_needs_no_additional_seat(db: &TestDb) {
        let mut acme = db.tenant().seats(2).user("darcel").leads("darcel", 2).build().await;
        let full = users::invite(db, &acme.as_owner().await, &Invite::by_email("heir@acme.example")).await;
        assert_eq!(full.unwrap_err().problem(), &problem::NO_FREE_SEAT);
        acme.deactivate("darcel", HandOverChoice::Later).await;
        acme.invite("heir").await;
        acme.activate("heir").await;
        let seats = acme.seats().await;
        assert_eq!((seats.bought, seats.used, seats.free), (2, 2, 0));
    }

    async fn old_sessions_stay_dead_after_a_return(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let old = acme.sign_in("anna").await.unwrap();
        acme.deactivate("anna", HandOverChoice::Later).await;
        users::reactivate(db, &acme.as_owner().await, acme.id_of("anna"), "").await.unwrap();
        let mut tx = db.read().await.unwrap();
        let found = seatwise_domain::authz::Caller::by_session(&mut tx, acme.id, &old.secret.hash).await.unwrap();
        assert!(found.is_none());
    }
}
