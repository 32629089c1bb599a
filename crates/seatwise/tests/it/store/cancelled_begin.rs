//! sqlx 0.9.0 loses acknowledged writes on PostgreSQL after a cancelled `begin` (transact-rs/sqlx#4385).
//! Work in a task of its own is not touched by that, which is why every request gets one.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::ids::TenantId;
use seatwise_domain::stmt;
use seatwise_domain::store::{Db, Reads, StoreError};
use seatwise_testkit::{TestDb, on_both};

const ROUNDS: u64 = 300;

stmt!(
    INSERT = "insert into idempotency_keys (tenant_id, principal, idem_key, body_hash, created_at)
              values ($1, $1, $2, $3, $4)",
    COUNT = "select count(*) from idempotency_keys where tenant_id = $1"
);

/// A plain statement shows the loss, since it runs in whatever the connection was left in.
async fn insert(db: Db, tenant: TenantId, key: String) -> Result<(), StoreError> {
    if let Some(pool) = db.postgres() {
        let query = sqlx::query(INSERT.text)
            .bind(tenant.0)
            .bind(key)
            .bind(vec![0_u8]);
        query.bind(db.now().micros()).execute(pool).await?;
        return Ok(());
    }
    let mut tx = db.write().await?;
    let now = tx.now();
    tx.run(INSERT.with(args![tenant, key, vec![0_u8], now]))
        .await?;
    tx.commit(Audit::Housekeeping).await
}

/// Polls a future so many times and drops it, as a server does with a client that hangs up.
async fn hang_up(future: impl Future, polls: u64) {
    let mut future = pin!(future);
    let mut left = polls;
    let ended = poll_fn(|context| {
        left = left.saturating_sub(1);
        let ready = future.as_mut().poll(context).is_ready();
        context.waker().wake_by_ref();
        if ready || left == 0 {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    });
    ended.await;
}

on_both! {
    async fn a_client_that_hangs_up_loses_nobody_s_writes(db: &TestDb) {
        let tenant: TenantId = db.ids().next(db.now());
        for round in 0..ROUNDS {
            let begun = (**db).clone();
            hang_up(tokio::spawn(async move { begun.write().await.map(drop) }), round % 60).await;
            tokio::spawn(insert((**db).clone(), tenant, round.to_string())).await.unwrap().unwrap();
        }
        let kept = db.read().await.unwrap().number(COUNT.with(args![tenant])).await.unwrap();
        assert_eq!(kept, ROUNDS);
    }
}
