//! The loops beside the web server: jobs, mails, and what is tidied now and then.

use std::sync::Arc;
use std::time::Duration;

use seatwise_domain::jobs::{Ran, Registry, ensure, run_next};
use seatwise_domain::mail::{Compose, Transport, deliver_due};
use seatwise_domain::store::{Db, StoreError};
use seatwise_domain::{handover, housekeeping, imports};
use seatwise_web::limits::Limits;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::failure::chain;

/// Jobs of other processes are found by looking.
const LOOK: Duration = Duration::from_secs(1);
/// Mails of other processes, and those whose time has come.
const LOOK_FOR_MAILS: Duration = Duration::from_secs(2);
/// The longest pause while the database does not answer.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
const MINUTE: Duration = Duration::from_mins(1);

/// Every kind of job there is.
pub fn registry() -> Registry {
    imports::register(
        Registry::default()
            .with::<handover::Run>()
            .with::<housekeeping::Tidy>(),
    )
}

/// What the loops work with.
#[derive(Clone)]
pub struct Tools {
    /// The database.
    pub db: Db,
    /// The way out for mails.
    pub transport: Transport,
    /// Puts mails into words.
    pub compose: Arc<dyn Compose>,
    /// Forgets who is not limited any more.
    pub limits: Arc<Limits>,
    /// Cancelled when the server is asked to stop.
    pub stop: CancellationToken,
}

/// Starts the loops. Each finishes the step it is at when it is asked to stop.
pub fn start(tools: &Tools) -> JoinSet<()> {
    let (for_jobs, for_mails) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let mut loops = JoinSet::new();
    loops.spawn(wake(
        tools.clone(),
        Arc::clone(&for_jobs),
        Arc::clone(&for_mails),
    ));
    loops.spawn(jobs(tools.clone(), for_jobs));
    loops.spawn(mails(tools.clone(), for_mails));
    loops.spawn(tidy(tools.clone()));
    loops
}

/// Makes sure that the jobs are there that always wait.
pub async fn ensure_recurring(db: &Db) -> Result<(), StoreError> {
    ensure(db, &housekeeping::Tidy {}).await
}

/// One signal of the database wakes one listener; here are two.
async fn wake(tools: Tools, for_jobs: Arc<Notify>, for_mails: Arc<Notify>) {
    loop {
        tokio::select! {
            () = tools.db.work().notified() => {
                for_jobs.notify_one();
                for_mails.notify_one();
            }
            () = tools.stop.cancelled() => return,
        }
    }
}

async fn jobs(tools: Tools, woken: Arc<Notify>) {
    let registry = registry();
    let mut failures = 0;
    while !tools.stop.is_cancelled() {
        let pause = match run_next(&tools.db, &registry, &tools.stop).await {
            Ok(Ran::Step) => {
                metrics::counter!("seatwise_job_steps_total").increment(1);
                failures = 0;
                continue;
            }
            Ok(Ran::Idle(_)) => {
                failures = 0;
                LOOK
            }
            Err(error) => troubled("jobs", &error, &mut failures),
        };
        rest(&tools.stop, &woken, pause).await;
    }
}

async fn mails(tools: Tools, woken: Arc<Notify>) {
    let mut failures = 0;
    while !tools.stop.is_cancelled() {
        let done = deliver_due(&tools.db, &*tools.compose, &tools.transport).await;
        let pause = match done {
            Ok(done) => {
                failures = 0;
                for (result, count) in [
                    ("sent", done.sent),
                    ("later", done.later),
                    ("failed", done.failed),
                ] {
                    metrics::counter!("seatwise_mails_total", "result" => result).increment(count);
                }
                if done.sent > 0 {
                    continue;
                }
                LOOK_FOR_MAILS
            }
            Err(error) => troubled("mails", &error, &mut failures),
        };
        rest(&tools.stop, &woken, pause).await;
    }
}

async fn tidy(tools: Tools) {
    let never = Notify::new();
    while !tools.stop.is_cancelled() {
        rest(&tools.stop, &never, MINUTE).await;
        tools.limits.tidy();
    }
}

/// A pause that ends early for work or for the end.
async fn rest(stop: &CancellationToken, woken: &Notify, pause: Duration) {
    let event = async {
        tokio::select! {
            () = woken.notified() => {}
            () = stop.cancelled() => {}
        }
    };
    // That the time is over is what is waited for.
    drop(tokio::time::timeout(pause, event).await);
}

/// Says that a loop cannot work, once at first and then once for each doubling, and how long it rests.
fn troubled(name: &'static str, error: &StoreError, failures: &mut u32) -> Duration {
    *failures += 1;
    if failures.is_power_of_two() {
        tracing::warn!(name, failures = *failures, error = %chain(error), "the worker cannot work");
    }
    LONGEST_PAUSE.min(LOOK * *failures)
}
