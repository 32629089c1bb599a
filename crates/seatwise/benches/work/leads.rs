//! Rows about leads: the page of one's own, and many changing hands.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use seatwise_domain::authz::RecordScope;
use seatwise_domain::handover::{self, HandOver, HandOverCommand, Receiver, Stages, State};
use seatwise_domain::ids::UserId;
use seatwise_domain::jobs::Registry;
use seatwise_domain::records::{self, LeadFilter, OwnerFilter, Sort};
use seatwise_domain::store::PageSize;
use seatwise_testkit::app::router;
use seatwise_testkit::http::Program;
use seatwise_testkit::jobs::run_due;
use serde_json::json;
use sqlx::AssertSqlSafe;

use crate::Wanted;
use crate::data::{LEAVING, OWN, Raw, World};
use crate::measure::{Watch, per_turn};
use crate::server::token;
use crate::table::{Row, Table, shown};

const TURNS: u32 = 400;

/// The page of 50 of one's own leads with its capped total.
pub async fn pages(world: &World, wanted: &Wanted, table: &mut Table) -> Option<Duration> {
    let name = format!("own-leads page of 50 with capped total ({})", world.name());
    if !wanted.has(&name) {
        return None;
    }
    let scope: RecordScope<_> = world.caller(world.seller).await.records().expect("may see");
    let filter = LeadFilter {
        owner: OwnerFilter::Me,
        ..LeadFilter::default()
    };
    let product = per_turn(world.server(), TURNS, async || {
        let mut tx = world.db.read().await.expect("a snapshot");
        let page = records::list(
            &mut tx,
            &scope,
            &filter,
            Sort::Newest,
            None,
            PageSize::default(),
        )
        .await;
        let page = page.expect("a page");
        assert_eq!((page.items.len(), page.total.number), (50, OWN as u64));
    });
    let product = product.await;
    let raw = per_turn(world.server(), TURNS, async || raw_page(world).await);
    let limit = Duration::from_millis(1);
    table.cpu(name, product, limit, Some((raw.await, 12.0)));
    Some(product)
}

/// How the page grows with the table: a million leads against a hundred thousand.
pub fn growth(table: &mut Table, small: Duration, large: Duration) {
    table.cpu(
        "own-leads page of 50: 1 M leads against 100 k leads",
        large,
        Duration::from_millis(1),
        Some((small, 1.5)),
    );
}

/// The page without the product: the leads and the count, by index, nothing read from the rows.
async fn raw_page(world: &World) {
    const PAGE: &str = "select id, title, stage_key, state, value_minor, next_step, next_step_on, updated_at from records
                         where tenant_id = $1 and owner_id = $2 order by id desc limit 51";
    const COUNT: &str = "select count(*) from (select 1 from records where tenant_id = $1 and owner_id = $2 limit 10001) as found";
    let (tenant, owner) = (world.tenant.0, world.seller.0);
    match &world.raw {
        Raw::Sqlite(pool) => {
            let rows = sqlx::query(PAGE)
                .bind(tenant)
                .bind(owner)
                .fetch_all(pool)
                .await;
            assert_eq!(rows.expect("rows").len(), 51);
            let count = sqlx::query_scalar::<_, i64>(COUNT)
                .bind(tenant)
                .bind(owner)
                .fetch_one(pool)
                .await;
            assert_eq!(count.expect("a count"), i64::try_from(OWN).expect("small"));
        }
        Raw::Postgres(pool) => {
            let rows = sqlx::query(PAGE)
                .bind(tenant)
                .bind(owner)
                .fetch_all(pool)
                .await;
            assert_eq!(rows.expect("rows").len(), 51);
            let count = sqlx::query_scalar::<_, i64>(COUNT)
                .bind(tenant)
                .bind(owner)
                .fetch_one(pool)
                .await;
            assert_eq!(count.expect("a count"), i64::try_from(OWN).expect("small"));
        }
    }
}

/// Moves ten thousand leads there and, by undo, back; tells what the way there cost.
pub async fn reassign(world: &World, wanted: &Wanted, table: &mut Table) -> Option<Duration> {
    let name = format!(
        "reassign 10,000 leads, with a history line for each, undoable ({})",
        world.name()
    );
    if !wanted.has(&name) {
        return None;
    }
    let (limit, factor) = match world.server() {
        None => (Duration::from_millis(400), 40.0),
        Some(_) => (Duration::from_secs(1), 10.0),
    };
    let mut raw = Duration::MAX;
    for (from, to) in [(world.leaver, world.heir), (world.heir, world.leaver)] {
        let watch = Watch::start(world.server()).await;
        raw_update(world, from, to).await;
        raw = raw.min(watch.stop().await);
    }
    let (mut there, mut back) = (Duration::MAX, Duration::MAX);
    for _ in 0..3 {
        let watch = Watch::start(world.server()).await;
        let done = hand_over(world, world.leaver, world.heir).await;
        there = there.min(watch.stop().await);
        assert_eq!(done.moved, LEAVING as u64);
        let watch = Watch::start(world.server()).await;
        let undone = undo(world, &done).await;
        back = back.min(watch.stop().await);
        assert_eq!(undone.moved, LEAVING as u64);
    }
    table.cpu(name, there, limit, Some((raw, factor)));
    table.cpu(
        format!("undo of it ({})", world.name()),
        back,
        limit,
        Some((raw, factor)),
    );
    Some(there)
}

async fn raw_update(world: &World, from: UserId, to: UserId) {
    let text = "update records set owner_id = $1 where tenant_id = $2 and owner_id = $3 and state = 'open'";
    let (tenant, from, to) = (world.tenant.0, from.0, to.0);
    let touched = match &world.raw {
        Raw::Sqlite(pool) => {
            let done = sqlx::query(text)
                .bind(to)
                .bind(tenant)
                .bind(from)
                .execute(pool)
                .await;
            done.expect("an update").rows_affected()
        }
        Raw::Postgres(pool) => {
            let done = sqlx::query(text)
                .bind(to)
                .bind(tenant)
                .bind(from)
                .execute(pool)
                .await;
            done.expect("an update").rows_affected()
        }
    };
    assert_eq!(touched, LEAVING as u64);
}

async fn hand_over(world: &World, from: UserId, to: UserId) -> HandOver {
    let caller = world.caller(world.owner).await;
    let command = HandOverCommand {
        from,
        to: Receiver::User(to),
        stages: Stages::Open,
        reason: String::new(),
        expected: None,
    };
    let begun = handover::manage(&world.db, &caller, &command)
        .await
        .expect("a hand-over");
    finish(world, begun).await
}

async fn undo(world: &World, of: &HandOver) -> HandOver {
    let caller = world.caller(world.owner).await;
    let begun = handover::undo(&world.db, &caller, of.id, "")
        .await
        .expect("an undo");
    finish(world, begun).await
}

async fn finish(world: &World, begun: HandOver) -> HandOver {
    run_due(&world.db, &Registry::default().with::<handover::Run>()).await;
    let mut tx = world.db.read().await.expect("a snapshot");
    let done = handover::show(&mut tx, &world.assigning(), begun.id)
        .await
        .expect("an answer");
    let done = done.expect("a hand-over");
    assert_eq!(done.state, State::Done);
    done
}

/// Moves a hundred thousand leads, first alone, then back while others work.
pub async fn reassign_all(
    world: &World,
    wanted: &Wanted,
    table: &mut Table,
    tenth: Option<Duration>,
) {
    let name = format!("reassign 100,000 leads ({})", world.name());
    if !wanted.has(&name) {
        return;
    }
    let everything = AssertSqlSafe("update records set owner_id = $1 where tenant_id = $2");
    if let Raw::Sqlite(pool) = &world.raw {
        let done = sqlx::query(everything)
            .bind(world.leaver.0)
            .bind(world.tenant.0)
            .execute(pool)
            .await;
        done.expect("one owner of all leads");
    }
    let watch = Watch::start(world.server()).await;
    let done = hand_over(world, world.leaver, world.heir).await;
    let cpu = watch.stop().await;
    assert_eq!(done.moved, world.leads as u64);
    // Ten times the work may cost ten times as much, and a fifth more for the deeper index.
    let tenth = tenth.map(|tenth| (tenth, 12.0));
    let limit = Duration::from_secs(4);
    table.cpu(format!("{name}, against 10,000"), cpu, limit, tenth);

    let router = router(&world.db);
    let program = Program::new(&router, token(world, world.owner).await);
    let began = Instant::now();
    let work = hand_over(world, world.heir, world.leaver);
    tokio::pin!(work);
    let mut waits = Vec::new();
    let done = loop {
        let read_and_write = async {
            let began = Instant::now();
            let path = format!("/api/v1/leads?owner={}&limit=50", world.heir);
            let answer = program.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
            let read = began.elapsed();
            let began = Instant::now();
            let lead = json!({ "title": "A call came in" });
            let answer = program.post("/api/v1/leads", &lead).await;
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
            [read, began.elapsed()]
        };
        tokio::select! {
            done = &mut work => break done,
            both = read_and_write => waits.extend(both),
        }
    };
    let wall = began.elapsed();
    assert_eq!(done.moved, world.leads as u64);
    waits.sort_unstable();
    let place = (waits.len() * 99).div_ceil(100).saturating_sub(1);
    let p99 = waits.get(place).copied().unwrap_or_default();
    table.add(Row {
        work: format!("{name}: p99 of other requests meanwhile, reading and writing"),
        figure: format!("{} wall", shown(p99)),
        limit: "250.00 ms".to_owned(),
        raw: String::new(),
        ratio: format!("{} requests in {}", waits.len(), shown(wall)),
        holds: p99 < Duration::from_millis(250) && waits.len() >= 100,
    });
}
