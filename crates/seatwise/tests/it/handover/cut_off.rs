//! Cut off of leads, on both databases.

use seatwise_domain::clock::TestClock;
use seatwise_domain::handover::{self, State};
use seatwise_domain::ids::{EventId, Ids};
use seatwise_domain::store::{Db, DbOptions};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::{TestDb, on_both};

use super::{manage, registry};
use crate::crm::{Crm, counts};

/// Runs the queue in a process of its own as far as the number of turns goes, and lets it fall.
fn run_and_fall(url: String, clock: TestClock, turns: usize) {
    let other = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        let runtime = runtime.unwrap();
        runtime.block_on(async {
            let options = DbOptions {
                url,
                connections: 2,
            };
            let db = Db::open(&options, clock, Ids::from_system()).await.unwrap();
            let work = async {
                run_due(&db, &registry()).await;
            };
            let fall = async {
                for _ in 0..turns {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! { () = work => {}, () = fall => {} }
        });
        // What still runs falls with the runtime, in the middle of whatever it did.
        runtime.shutdown_background();
    });
    other.join().unwrap();
}

async fn goes_on_after_falls(crm: &Crm<'_>, db: &TestDb, id: EventId) {
    for turns in [1, 20, 60, 120, 250, 500, 1_000] {
        let (url, clock) = (db.url().to_owned(), db.clock().clone());
        tokio::task::spawn_blocking(move || run_and_fall(url, clock, turns))
            .await
            .unwrap();
        let seen = crm.hand_over(id).await;
        let lines = crm.number("select count(*) from hand_overs h join record_history l on l.tenant_id = h.tenant_id
                                   and l.event_id = h.id where h.tenant_id = $? and h.state = 'running'").await;
        if seen.state == State::Running {
            assert_eq!(lines, seen.moved, "what is told is what has moved");
        }
        // The lease of the fallen worker ends.
        db.clock().advance(61);
    }
    // More than one look: a server takes a moment to notice that the last one has fallen, and until then its open
    // transaction keeps the job.
    while crm.hand_over(id).await.state == State::Running {
        run_due(db, &registry()).await;
    }
}

on_both! {
    async fn f1_a_hand_over_and_an_undo_that_are_cut_off_end_as_if_nothing_had_happened(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.user("darcel").await;
        crm.user("sonja").await;
        crm.leads(Some("darcel"), 21_000).await;
        let begun = manage(&crm, "darcel", Some("sonja")).await;
        goes_on_after_falls(&crm, db, begun.id).await;
        let done = crm.hand_over(begun.id).await;
        assert_eq!((done.state, done.moved), (State::Done, 8_400));
        assert_eq!(crm.owners().await, counts(&[("darcel", 12_600), ("sonja", 8_400)]));

        let olga = crm.caller("olga").await;
        let undo = handover::undo(db, &olga, begun.id, "").await.unwrap();
        goes_on_after_falls(&crm, db, undo.id).await;
        let undone = crm.hand_over(undo.id).await;
        assert_eq!((undone.state, undone.moved, undone.kept), (State::Done, 8_400, 0));
        assert_eq!(crm.owners().await, counts(&[("darcel", 21_000)]));
        let lines = crm.number("select count(*) from record_history where tenant_id = $?").await;
        assert_eq!(lines, 21_000 + 2 * 8_400, "one line for each lead and act");
    }
}
