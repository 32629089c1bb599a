//! Large of leads, on both databases.

use seatwise_domain::handover::{self, BATCH, State, UndoError};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::{TestDb, on_both};

use super::{command, manage, registry};
use crate::crm::{Crm, counts};

/// Five thousand leads, two thousand of them open.
async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    crm.user("darcel").await;
    crm.user("sonja").await;
    crm.leads(Some("darcel"), 11_000).await;
    crm.set_state("darcel", "deactivated").await;
    crm
}

on_both! {
    async fn p3_a_large_hand_over_is_a_job_that_tells_how_far_it_is(db: &TestDb) {
        let crm = office(db).await;
        let begun = manage(&crm, "darcel", Some("sonja")).await;
        assert_eq!((begun.state, begun.total, begun.moved), (State::Running, 4_400, u64::from(BATCH)));
        let olga = crm.caller("olga").await;
        let early = handover::undo(db, &olga, begun.id, "").await;
        assert!(matches!(early, Err(UndoError::StillRunning)), "half a hand-over is not undone");

        run_due(db, &registry()).await;
        let done = crm.hand_over(begun.id).await;
        assert_eq!((done.state, done.total, done.moved, done.kept), (State::Done, 4_400, 4_400, 6_600));
        assert!(done.finished_at.is_some());
        assert_eq!(crm.owners().await, counts(&[("darcel", 6_600), ("sonja", 4_400)]));

        let undo = handover::undo(db, &olga, begun.id, "").await.unwrap();
        assert_eq!((undo.state, undo.moved), (State::Running, u64::from(BATCH)));
        run_due(db, &registry()).await;
        let undone = crm.hand_over(undo.id).await;
        assert_eq!((undone.state, undone.moved, undone.kept), (State::Done, 4_400, 0));
        assert_eq!(crm.owners().await, counts(&[("darcel", 11_000)]));
    }

    async fn p3_exactly_one_batch_needs_no_job(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.user("darcel").await;
        crm.user("sonja").await;
        crm.leads(Some("darcel"), 5_000).await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        assert_eq!((done.state, done.moved), (State::Done, u64::from(BATCH)));
        assert_eq!(crm.number("select count(*) from jobs where tenant_id = $?").await, 0);
    }

    async fn a_lead_that_moves_away_while_the_job_waits_is_left_alone(db: &TestDb) {
        let mut crm = office(db).await;
        crm.user("kary").await;
        let begun = manage(&crm, "darcel", Some("sonja")).await;
        let olga = crm.caller("olga").await;
        let other = handover::manage(db, &olga, &command(&crm, "darcel", Some("kary"))).await.unwrap();
        assert_eq!(other.total, 2_400);
        run_due(db, &registry()).await;
        let (first, second) = (crm.hand_over(begun.id).await, crm.hand_over(other.id).await);
        assert_eq!((first.state, second.state), (State::Done, State::Done));
        assert_eq!(first.moved + second.moved, 4_400);
        let owners = crm.owners().await;
        assert_eq!((owners["sonja"], owners["kary"]), (first.moved, second.moved));
    }

    async fn j1_the_job_of_somebody_who_lost_the_right_stops(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("adam", "admin", "active", "regular").await;
        let adam = crm.caller("adam").await;
        let begun = handover::manage(db, &adam, &command(&crm, "darcel", Some("sonja"))).await.unwrap();
        crm.set_state("adam", "deactivated").await;
        run_due(db, &registry()).await;
        let stopped = crm.hand_over(begun.id).await;
        assert_eq!((stopped.state, stopped.moved), (State::Running, u64::from(BATCH)));
        let olga = crm.caller("olga").await;
        handover::resume(db, &olga, begun.id).await.unwrap();
        run_due(db, &registry()).await;
        assert_eq!(crm.hand_over(begun.id).await.moved, 4_400);
    }
}
