//! A worker that dies or sleeps loses its job to another, and does nothing afterwards.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::ids::TenantId;
use seatwise_domain::jobs::{
    Enqueue, Job, JobContext, JobError, LEASE_SECONDS, Next, Registry, run_next,
};
use seatwise_domain::stmt;
use seatwise_domain::store::{Reads, StoreError};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::{TestDb, on_both};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::{put, watch};

stmt!(
    MARK = "insert into idempotency_keys (tenant_id, principal, idem_key, body_hash, created_at)
            values ($1, $1, $2, $3, $4)",
    MARKS = "select count(*) from idempotency_keys where tenant_id = $1"
);

/// Its first run waits until the test lets it go on; every run leaves one mark, if its lease still holds.
#[derive(Serialize, Deserialize)]
struct Sleeper {
    name: String,
    tenant: TenantId,
}

impl Job for Sleeper {
    const KIND: &'static str = "test.sleeper";

    async fn run(&self, context: &JobContext) -> Result<Next, JobError> {
        let watch = watch(&self.name);
        let number = watch.begin();
        if number == 1 {
            watch.entered.notify_one();
            watch.go_on.notified().await;
        }
        let mut tx = context.db.write().await?;
        match context.fence(&mut tx).await {
            Ok(()) => {}
            Err(error @ StoreError::LeaseLost) => {
                watch.end("lease lost");
                return Err(error.into());
            }
            Err(error) => return Err(error.into()),
        }
        let now = tx.now();
        tx.run(MARK.with(args![self.tenant, number.to_string(), vec![0_u8], now]))
            .await?;
        tx.commit(Audit::Housekeeping).await?;
        watch.end("done");
        Ok(Next::Done)
    }
}

on_both! {
    async fn f1_a_job_of_a_dead_worker_is_done_by_the_next_one_and_only_once(db: &TestDb) {
        let registry = Registry::default().with::<Sleeper>();
        let tenant: TenantId = db.ids().next(db.now());
        let job = Sleeper { name: db.url().to_owned(), tenant };
        let watch = watch(&job.name);
        assert!(put(db, &job, Enqueue::default()).await.unwrap());

        // The first worker is cut off in the middle of the step.
        let (their_db, their_registry) = ((**db).clone(), registry.clone());
        let first = tokio::spawn(async move {
            run_next(&their_db, &their_registry, &CancellationToken::new()).await
        });
        watch.entered.notified().await;
        first.abort();

        // While its lease holds, nobody else takes the job.
        run_due(db, &registry).await;
        assert_eq!(*watch.began.lock().unwrap(), 1);

        db.clock().advance(LEASE_SECONDS + 1);
        run_due(db, &registry).await;
        assert_eq!(watch.endings(), ["done"]);

        // The sleeper wakes up too late: it is refused before it writes.
        watch.entered.notified().await;
        watch.go_on.notify_one();
        watch.entered.notified().await;
        assert_eq!(watch.endings(), ["done", "lease lost"]);
        let marks = db.read().await.unwrap().number(MARKS.with(args![tenant])).await.unwrap();
        assert_eq!(marks, 1);
    }
}
