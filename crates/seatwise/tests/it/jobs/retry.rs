//! A step that fails is tried again with growing pauses, and given up visibly.

use seatwise_domain::authz::{StoredPrincipal, Task};
use seatwise_domain::jobs::{
    Enqueue, Job, JobContext, JobError, MAX_ATTEMPTS, Next, Registry, enqueue_as,
};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::{TestDb, on_both};
use serde::{Deserialize, Serialize};

use super::{put, watch};

/// Fails as often as it is told to, by an error or by a panic, and then succeeds.
#[derive(Serialize, Deserialize)]
struct Shaky {
    name: String,
    failures: usize,
    panics: bool,
}

impl Job for Shaky {
    const KIND: &'static str = "test.shaky";

    async fn run(&self, _: &JobContext) -> Result<Next, JobError> {
        let watch = watch(&self.name);
        if watch.begin() > self.failures {
            watch.end("done");
            return Ok(Next::Done);
        }
        assert!(!self.panics, "as the test wants it");
        Err(JobError::Failed("as the test wants it".to_owned()))
    }
}

fn shaky(db: &TestDb, failures: usize, panics: bool) -> Shaky {
    Shaky {
        name: format!("{}:{panics}", db.url()),
        failures,
        panics,
    }
}

on_both! {
    async fn a_step_that_fails_is_tried_again_with_growing_pauses(db: &TestDb) {
        let registry = Registry::default().with::<Shaky>();
        let job = shaky(db, 3, false);
        put(db, &job, Enqueue::default()).await.unwrap();
        let mut last = 0;
        for _ in 0..3 {
            let next = run_due(db, &registry).await.expect("another try is planned");
            let pause = next.micros() - db.now().micros();
            assert!(pause > last, "{pause} after {last}");
            last = pause;
            db.clock().set(next);
        }
        assert_eq!(run_due(db, &registry).await, None);
        assert_eq!(watch(&job.name).endings(), ["done"]);
    }

    async fn a_step_that_panics_ends_neither_the_worker_nor_the_job(db: &TestDb) {
        let registry = Registry::default().with::<Shaky>();
        let job = shaky(db, 1, true);
        put(db, &job, Enqueue::default()).await.unwrap();
        let next = run_due(db, &registry).await.expect("another try is planned");
        db.clock().set(next);
        assert_eq!(run_due(db, &registry).await, None);
        assert_eq!(watch(&job.name).endings(), ["done"]);
    }

    async fn a_job_that_always_fails_is_given_up(db: &TestDb) {
        let registry = Registry::default().with::<Shaky>();
        let job = shaky(db, usize::MAX, false);
        put(db, &job, Enqueue::default()).await.unwrap();
        while let Some(next) = run_due(db, &registry).await {
            db.clock().set(next);
        }
        let tries = u64::try_from(*watch(&job.name).began.lock().unwrap()).unwrap();
        assert_eq!(tries, MAX_ATTEMPTS);
    }

    async fn a_job_with_the_key_of_a_waiting_one_is_not_added(db: &TestDb) {
        let how = || Enqueue { at: None, dedup_key: Some("one".to_owned()) };
        assert!(put(db, &shaky(db, 0, false), how()).await.unwrap());
        assert!(!put(db, &shaky(db, 0, false), how()).await.unwrap());
        run_due(db, &Registry::default().with::<Shaky>()).await;
        assert!(put(db, &shaky(db, 0, false), how()).await.unwrap());
    }

    async fn a_job_of_an_undone_transaction_never_runs(db: &TestDb) {
        let job = shaky(db, 0, false);
        let mut tx = db.write().await.unwrap();
        let principal = StoredPrincipal::System(Task::Housekeeping);
        enqueue_as(&mut tx, None, principal, &job, Enqueue::default()).await.unwrap();
        drop(tx);
        run_due(db, &Registry::default().with::<Shaky>()).await;
        assert_eq!(watch(&job.name).endings(), [""; 0]);
    }
}
