//! CPU time, of this process and of a PostgreSQL server's processes.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use sqlx::PgPool;

/// CPU time of this process since it began, all threads.
fn own() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

/// A stop-watch of CPU time.
pub struct Watch<'w> {
    server: Option<&'w PgPool>,
    began: Duration,
}

impl<'w> Watch<'w> {
    pub async fn start(server: Option<&'w PgPool>) -> Self {
        let server_time = server_time(server).await;
        Self {
            server,
            began: own() + server_time,
        }
    }

    pub async fn stop(self) -> Duration {
        let now = own();
        (now + server_time(self.server).await).saturating_sub(self.began)
    }
}

/// CPU time of the processes that serve this database, as the kernel's scheduler counts it.
async fn server_time(server: Option<&PgPool>) -> Duration {
    let Some(pool) = server else {
        return Duration::ZERO;
    };
    let pids: Vec<i32> =
        sqlx::query_scalar("select pid from pg_stat_activity where datname = current_database()")
            .fetch_all(pool)
            .await
            .expect("the server's list of processes");
    let nanos = pids.into_iter().filter_map(|pid| {
        let text = std::fs::read_to_string(format!("/proc/{pid}/schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(nanos.sum())
}

/// CPU time per turn of an operation that is repeated: the best of three series, after one to warm up.
pub async fn per_turn(
    server: Option<&PgPool>,
    turns: u32,
    mut operation: impl AsyncFnMut(),
) -> Duration {
    let mut best = Duration::MAX;
    for series in 0..4 {
        let watch = Watch::start(server).await;
        for _ in 0..turns {
            operation().await;
        }
        let cost = watch.stop().await / turns;
        if series > 0 {
            best = best.min(cost);
        }
    }
    best
}

/// What this machine makes of a task that never changes: CPU time to sort a million numbers. Machines that are shared
/// are fast and slow by turns, which the table should tell.
pub fn machine() -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let mut state = 1_u64;
        let mut numbers: Vec<u64> = (0..1_000_000)
            .map(|_| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                state.rotate_left(32)
            })
            .collect();
        let began = own();
        numbers.sort_unstable();
        best = best.min(own().saturating_sub(began));
        assert!(numbers.is_sorted());
    }
    best
}
