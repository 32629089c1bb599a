//! Managing a leaver's leads later, and taking that back.

use seatwise_domain::authz::AssignRecords;
use seatwise_domain::handover::{
    self, HandOver, HandOverCommand, KeptBecause, Receiver, Stages, State, UndoError,
};
use seatwise_domain::records::{self, LeadChange};
use seatwise_domain::store::PageSize;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

fn all_open(acme: &Tenant, from: &str, to: &str) -> HandOverCommand {
    HandOverCommand {
        from: acme.id_of(from),
        to: if to.is_empty() {
            Receiver::Unassigned
        } else {
            Receiver::User(acme.id_of(to))
        },
        stages: Stages::Open,
        reason: "successor came".to_owned(),
        expected: None,
    }
}

async fn replaced(db: &TestDb) -> (Tenant, HandOver) {
    let acme = db
        .tenant()
        .user("anna")
        .user("darcel")
        .leads("darcel", 4)
        .leads_in("darcel", "won", 3)
        .build()
        .await;
    acme.deactivate("darcel", seatwise_domain::users::HandOverChoice::Later)
        .await;
    let command = all_open(&acme, "darcel", "anna");
    let done = handover::manage(db, &acme.as_owner().await, &command)
        .await
        .unwrap();
    (acme, done)
}

on_both! {
    async fn n44_n45_the_leads_of_a_deactivated_person_are_reassigned_later(db: &TestDb) {
        let (acme, done) = replaced(db).await;
        assert_eq!((done.state, done.moved, done.kept), (State::Done, 4, 3));
        assert_eq!(acme.leads_of("anna").await.len(), 4);
        assert!(acme.leads_of("darcel").await.iter().all(|lead| lead.stage.as_str() == "won"));
    }

    async fn j12_the_count_before_is_the_count_after(db: &TestDb) {
        let acme = db.tenant().user("anna").user("darcel").leads("darcel", 6).leads("anna", 1).leads_in("darcel", "lost", 2);
        let acme = acme.build().await;
        let before = acme.all_leads().await.len();
        let mut command = all_open(&acme, "darcel", "anna");
        command.stages = Stages::All;
        let done = handover::manage(db, &acme.as_owner().await, &command).await.unwrap();
        assert_eq!(done.moved, 8);
        assert_eq!(acme.all_leads().await.len(), before);
        assert_eq!(acme.leads_of("anna").await.len(), before);
        assert_eq!(acme.leads_of("darcel").await.len(), 0);
    }

    async fn d2_an_undo_gives_back_what_nobody_touched_and_names_the_rest(db: &TestDb) {
        let (acme, done) = replaced(db).await;
        let touched = acme.leads_of("anna").await.remove(1);
        let change = LeadChange { title: Some("Talked to them".to_owned()), ..LeadChange::default() };
        records::edit(db, &acme.as_user("anna").await, touched.id, &change).await.unwrap();

        let undone = handover::undo(db, &acme.as_owner().await, done.id, "too early").await.unwrap();
        assert_eq!((undone.moved, undone.kept), (3, 1));
        assert_eq!(acme.leads_of("darcel").await.len(), 6);
        let left: Vec<_> = acme.leads_of("anna").await.into_iter().map(|lead| lead.id).collect();
        assert_eq!(left, [touched.id]);

        let scope = acme.as_owner().await.records::<AssignRecords>().unwrap();
        let mut tx = db.read().await.unwrap();
        let done = handover::show(&mut tx, &scope, done.id).await.unwrap().expect("it is there");
        let kept = handover::kept(&mut tx, &scope, &done, None, PageSize::default()).await.unwrap();
        assert_eq!(kept.items.len(), 1);
        assert_eq!(kept.items[0].lead, touched.id);
        let KeptBecause::Touched { by, .. } = &kept.items[0].because else { panic!("{:?}", kept.items[0]) };
        assert_eq!(by, "anna");
    }

    async fn d2_an_undo_can_be_undone_and_each_only_once(db: &TestDb) {
        let (acme, done) = replaced(db).await;
        let owner = acme.as_owner().await;
        let undone = handover::undo(db, &owner, done.id, "").await.unwrap();
        assert_eq!(acme.leads_of("darcel").await.len(), 7);
        let again = handover::undo(db, &owner, done.id, "").await.unwrap_err();
        assert!(matches!(again, UndoError::AlreadyUndone));
        handover::undo(db, &owner, undone.id, "after all").await.unwrap();
        assert_eq!(acme.leads_of("anna").await.len(), 4);
        assert_eq!(acme.leads_of("darcel").await.len(), 3);
    }

    async fn d2_after_thirty_days_it_is_too_late(db: &TestDb) {
        let (acme, done) = replaced(db).await;
        db.clock().set(done.undo_until);
        let in_time = handover::undo(db, &acme.as_owner().await, done.id, "").await.unwrap();
        db.clock().set(in_time.undo_until.plus_seconds(1));
        let late = handover::undo(db, &acme.as_owner().await, in_time.id, "").await.unwrap_err();
        assert!(matches!(late, UndoError::TooLate));
    }

    async fn p3_the_progress_of_a_hand_over_can_be_asked_for(db: &TestDb) {
        let (acme, done) = replaced(db).await;
        let scope = acme.as_owner().await.records::<AssignRecords>().unwrap();
        let mut tx = db.read().await.unwrap();
        let shown = handover::show(&mut tx, &scope, done.id).await.unwrap().expect("it is there");
        assert_eq!((shown.state, shown.moved, shown.total), (State::Done, 4, 4));
        let of_leaver = handover::list_of_leaver(&mut tx, &scope, acme.id_of("darcel"), 10).await.unwrap();
        assert_eq!(of_leaver.len(), 1);
    }

    async fn p7_leads_go_to_the_unassigned_inbox_and_from_it_to_a_person(db: &TestDb) {
        let acme = db.tenant().user("anna").user("darcel").leads("darcel", 2).build().await;
        let owner = acme.as_owner().await;
        handover::manage(db, &owner, &all_open(&acme, "darcel", "")).await.unwrap();
        let waiting = acme.leads_of("").await;
        assert_eq!(waiting.len(), 2);
        let one = handover::Assign {
            which: handover::Which::These(vec![waiting[0].id]),
            to: Receiver::User(acme.id_of("anna")),
            reason: String::new(),
        };
        handover::assign(db, &owner, &one).await.unwrap();
        assert_eq!(acme.leads_of("").await.len(), 1);
        assert_eq!(acme.leads_of("anna").await.len(), 1);
    }

    async fn a_changed_number_refuses_the_act(db: &TestDb) {
        let acme = db.tenant().user("anna").user("darcel").leads("darcel", 2).build().await;
        let mut command = all_open(&acme, "darcel", "anna");
        command.expected = Some(1);
        assert!(handover::manage(db, &acme.as_owner().await, &command).await.is_err());
        assert_eq!(acme.leads_of("darcel").await.len(), 2);
    }
}
