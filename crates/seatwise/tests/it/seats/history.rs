//! What is told of a moment is what was true then, whichever door changed it.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::authz::{SeatKind, ViewSeats};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::imports::{self, ImportKind, Undo};
use seatwise_domain::seats::{self, Taken};
use seatwise_domain::store::Sql;
use seatwise_domain::users::{self, HandOverChoice};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{START, TestDb, on_both};

use crate::imports::{checked, ran, work};

/// Moments with what the ledger said then.
#[derive(Default)]
struct Diary(Vec<(Timestamp, [Taken; 2])>);

impl Diary {
    async fn note(&mut self, db: &TestDb, acme: &Tenant) {
        let owner = acme.as_owner().await;
        let mut tx = db.read().await.unwrap();
        let kinds = seats::overview(&mut tx, &owner.scope::<ViewSeats>().unwrap())
            .await
            .unwrap();
        let taken = SeatKind::ALL.map(|kind| {
            let line = kinds.iter().find(|line| line.kind == kind).unwrap();
            Taken {
                kind,
                bought: line.bought,
                used: line.used,
            }
        });
        self.0.push((db.now(), taken));
        db.clock().advance(3_600);
    }
}

async fn told(db: &TestDb, acme: &Tenant, moments: &[Timestamp]) -> Vec<Option<[Taken; 2]>> {
    let owner = acme.as_owner().await;
    let mut tx = db.read().await.unwrap();
    let scope = owner.scope::<ViewSeats>().unwrap();
    seats::history(&mut tx, &scope, moments).await.unwrap()
}

on_both! {
    async fn the_past_of_the_ledger_is_what_it_said_then(db: &TestDb) {
        let mut acme = db.tenant().seats(5).team_seats(1).user("anna").build().await;
        let mut diary = Diary::default();
        diary.note(db, &acme).await;
        let owner = acme.as_owner().await;
        seats::set_count(db, &owner, SeatKind::Regular, 9).await.unwrap();
        seats::set_count(db, &owner, SeatKind::Team, 3).await.unwrap();
        diary.note(db, &acme).await;
        let boris = acme.invite("boris").await;
        acme.invite("carla").await;
        diary.note(db, &acme).await;
        users::cancel_invitation(db, &owner, boris, "").await.unwrap();
        acme.deactivate("anna", HandOverChoice::Later).await;
        diary.note(db, &acme).await;
        users::reactivate(db, &owner, acme.id_of("anna"), "").await.unwrap();
        diary.note(db, &acme).await;
        let people = "name,email\nDora,dora@acme.example\nEmil,emil@acme.example\n";
        let import = checked(db, &owner, ImportKind::Users, people, |_| {}).await;
        ran(db, &owner, import.id).await;
        diary.note(db, &acme).await;
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        diary.note(db, &acme).await;
        seats::set_count(db, &owner, SeatKind::Regular, 4).await.unwrap();
        diary.note(db, &acme).await;

        let used: Vec<u64> = diary.0.iter().map(|(_, [sales, _])| sales.used).collect();
        assert_eq!(used, [2, 2, 4, 2, 3, 5, 3, 3], "the story is the one that was meant");
        let moments: Vec<Timestamp> = diary.0.iter().map(|(at, _)| *at).collect();
        let wanted: Vec<_> = diary.0.iter().map(|(_, taken)| Some(*taken)).collect();
        assert_eq!(told(db, &acme, &moments).await, wanted);
    }

    async fn nothing_is_told_of_before_the_account_and_of_what_is_to_come(db: &TestDb) {
        let acme = db.tenant().seats(5).build().await;
        let other = db.tenant().named("Other").seats(7).user("boris").build().await;
        let now = db.now();
        let moments = [START.plus_seconds(-1), now, now.plus_seconds(1)];
        let told = told(db, &acme, &moments).await;
        let sales = |taken: &Option<[Taken; 2]>| taken.map(|[sales, _]| (sales.bought, sales.used));
        assert_eq!(told.iter().map(sales).collect::<Vec<_>>(), [None, Some((5, 1)), None]);
        assert_eq!(other.seats().await.used, 2);
    }

    async fn an_account_from_before_the_changes_were_noted_has_a_present(db: &TestDb) {
        let acme = db.tenant().seats(5).build().await;
        let mut tx = db.write().await.unwrap();
        let forget = Sql::default().push("delete from seat_changes where tenant_id = $?", args![acme.id]);
        tx.run(forget).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
        let now = db.now();
        let told = told(db, &acme, &[now.plus_seconds(-1), now]).await;
        let sales = |taken: &Option<[Taken; 2]>| taken.map(|[sales, _]| (sales.bought, sales.used));
        assert_eq!(told.iter().map(sales).collect::<Vec<_>>(), [None, Some((5, 1))]);
    }

    async fn a_refused_act_leaves_no_mark(db: &TestDb) {
        let acme = db.tenant().seats(2).user("anna").build().await;
        let owner = acme.as_owner().await;
        let before = db.now();
        db.clock().advance(60);
        assert!(seats::set_count(db, &owner, SeatKind::Regular, 1).await.is_err());
        let invite = users::Invite::by_email("boris@acme.example");
        assert!(users::invite(db, &owner, &invite).await.is_err());
        let told = told(db, &acme, &[before, db.now()]).await;
        assert_eq!(told.first(), told.last());
    }
}
