//! Runs what is due, as the worker of a server would, but now and to the end.

use seatwise_domain::clock::Timestamp;
use seatwise_domain::jobs::{Ran, Registry, run_next};
use seatwise_domain::store::Db;
use tokio_util::sync::CancellationToken;

/// More steps than any test needs: a job that never ends is a defect.
const MOST_STEPS: usize = 10_000;

/// Runs due jobs until nothing is due; tells when the next one is, if there is one.
pub async fn run_due(db: &Db, registry: &Registry) -> Option<Timestamp> {
    let stop = CancellationToken::new();
    for _ in 0..MOST_STEPS {
        match run_next(db, registry, &stop)
            .await
            .expect("the queue answers")
        {
            Ran::Step => {}
            Ran::Idle(next) => return next,
        }
    }
    panic!("the queue is not empty after {MOST_STEPS} steps");
}
