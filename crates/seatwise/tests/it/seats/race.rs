//! However many admins act at once, a seat is taken by one person.

use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::store::Db;
use seatwise_domain::users::{self, HandOverChoice, Invite};
use seatwise_testkit::{TestDb, on_both};

on_both! {
    async fn n55_of_many_invitations_at_once_as_many_succeed_as_there_are_seats(db: &TestDb) {
        let acme = db.tenant().seats(4).build().await;
        let owner = acme.as_owner().await;
        let tasks: Vec<_> = (0..12)
            .map(|number| {
                let (db, owner): (Db, _) = ((**db).clone(), owner.clone());
                tokio::spawn(async move {
                    users::invite(&db, &owner, &Invite::by_email(format!("p{number}@acme.example"))).await
                })
            })
            .collect();
        let mut done = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => done += 1,
                Err(error) => assert_eq!(error.problem(), &problem::NO_FREE_SEAT, "{error}"),
            }
        }
        assert_eq!(done, 3);
        let seats = acme.seats().await;
        assert_eq!((seats.used, seats.free), (4, 0));
    }

    async fn n54_of_two_people_who_come_back_at_once_one_finds_the_last_seat(db: &TestDb) {
        let mut acme = db.tenant().seats(3).leaver("anna").leaver("boris").build().await;
        acme.invite("celia").await;
        let owner = acme.as_owner().await;
        let come_back = |name: &str| {
            let (db, owner, id) = ((**db).clone(), owner.clone(), acme.id_of(name));
            tokio::spawn(async move { users::reactivate(&db, &owner, id, "").await.is_ok() })
        };
        let (anna, boris) = (come_back("anna"), come_back("boris"));
        let (anna, boris) = (anna.await.unwrap(), boris.await.unwrap());
        assert!(anna != boris, "anna {anna}, boris {boris}");
        assert_eq!(acme.seats().await.free, 0);
    }

    async fn n35_two_who_deactivate_the_same_person_free_one_seat(db: &TestDb) {
        let acme = db.tenant().seats(3).admin("bohdan").user("anna").build().await;
        let mut tasks = Vec::new();
        for admin in ["owner", "bohdan"] {
            let (db, caller) = ((**db).clone(), acme.as_user(admin).await);
            let command = users::Deactivate {
                user: acme.id_of("anna"),
                hand_over: HandOverChoice::Later,
                stages: seatwise_domain::handover::Stages::default(),
                reason: String::new(),
                expected: None,
            };
            tasks.push(tokio::spawn(async move { users::deactivate(&db, &caller, &command).await.is_ok() }));
        }
        let mut done = 0;
        for task in tasks {
            done += u32::from(task.await.unwrap());
        }
        assert_eq!(done, 1);
        assert_eq!(acme.seats().await.free, 1);
    }
}
