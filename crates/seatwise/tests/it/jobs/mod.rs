//! What the queue promises: nothing is forgotten, nothing is done by two, a broken step is tried again.

mod lease;
mod retry;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use seatwise_domain::audit::Audit;
use seatwise_domain::authz::{StoredPrincipal, Task};
use seatwise_domain::jobs::{Enqueue, Job, enqueue_as};
use seatwise_domain::store::StoreError;
use seatwise_testkit::TestDb;
use tokio::sync::Notify;

/// What a test sees of a job that runs: how often it began and ended. Jobs find it by the database.
#[derive(Default)]
pub struct Watch {
    pub began: Mutex<usize>,
    pub ended: Mutex<Vec<&'static str>>,
    pub entered: Notify,
    pub go_on: Notify,
}

static WATCHES: LazyLock<Mutex<HashMap<String, Arc<Watch>>>> = LazyLock::new(Mutex::default);

pub fn watch(name: &str) -> Arc<Watch> {
    Arc::clone(WATCHES.lock().unwrap().entry(name.to_owned()).or_default())
}

impl Watch {
    /// Counts a beginning and tells its number.
    pub fn begin(&self) -> usize {
        let mut began = self.began.lock().unwrap();
        *began += 1;
        *began
    }

    pub fn end(&self, how: &'static str) {
        self.ended.lock().unwrap().push(how);
        self.entered.notify_one();
    }

    pub fn endings(&self) -> Vec<&'static str> {
        self.ended.lock().unwrap().clone()
    }
}

/// Enqueues a job of the installation.
pub async fn put<J: Job>(db: &TestDb, job: &J, how: Enqueue) -> Result<bool, StoreError> {
    let mut tx = db.write().await?;
    let principal = StoredPrincipal::System(Task::Housekeeping);
    let added = enqueue_as(&mut tx, None, principal, job, how).await?;
    tx.commit(Audit::Housekeeping).await?;
    Ok(added.is_some())
}
