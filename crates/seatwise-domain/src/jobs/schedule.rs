//! Jobs that are always there: the housekeeping of the installation.

use super::{Enqueue, Job, enqueue_as};
use crate::audit::Audit;
use crate::authz::{StoredPrincipal, Task};
use crate::store::{Db, StoreError};

/// Makes sure that a recurring job waits or runs; a second call changes nothing.
pub async fn ensure<J: Job>(db: &Db, job: &J) -> Result<(), StoreError> {
    let mut tx = db.write().await?;
    let how = Enqueue {
        at: None,
        dedup_key: Some(J::KIND.to_owned()),
    };
    enqueue_as(
        &mut tx,
        None,
        StoredPrincipal::System(Task::Housekeeping),
        job,
        how,
    )
    .await?;
    tx.commit(Audit::Housekeeping).await
}
