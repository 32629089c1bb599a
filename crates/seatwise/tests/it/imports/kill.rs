//! A run or an undo that is killed goes on where it stopped, and the result equals the undisturbed one.

use std::fmt::Write as _;

use seatwise_domain::authz::Caller;
use seatwise_domain::ids::{Ids, ImportId};
use seatwise_domain::imports::{self, Import, ImportKind, ImportState, Undo, Verdict};
use seatwise_domain::jobs::{LEASE_SECONDS, Registry};
use seatwise_domain::records::LeadFilter;
use seatwise_domain::store::{Db, DbOptions, Reads as _, Sql};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::{TestDb, on_both};

use super::{checked, found, many, said, work};

/// How long a killed process may take to be gone; a limit, never waited for in full.
const PATIENCE: std::time::Duration = std::time::Duration::from_mins(1);

/// Lets another process work on the same database, and kills it in the middle: its runtime goes away with whatever it
/// was doing, nothing is concluded, the lease stays taken.
///
/// It looks for work until it is killed: a server takes a moment to notice that the process before it is gone, and
/// until then that one's last transaction keeps the job, so that the first look may find nothing to do.
pub(super) async fn killed_when(
    db: &TestDb,
    caller: &Caller,
    import: ImportId,
    reached: impl Fn(&Import) -> bool,
) {
    let process = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let (url, clock) = (db.url().to_owned(), db.clock().clone());
    process.spawn(async move {
        let options = DbOptions {
            url,
            connections: 2,
        };
        let db = Db::open(&options, clock, Ids::from_system())
            .await
            .expect("the same database");
        let registry = imports::register(Registry::default());
        loop {
            run_due(&db, &registry).await;
            tokio::task::yield_now().await;
        }
    });
    while !reached(&found(db, caller, import).await) {
        tokio::task::yield_now().await;
    }
    // Dead before time goes on: one that still breathed would renew its lease at the new time.
    tokio::task::spawn_blocking(move || process.shutdown_timeout(PATIENCE))
        .await
        .expect("a dead process");
    db.clock().advance(LEASE_SECONDS + 1);
    // And forgotten by the server, which takes a moment to notice: until then its last transaction keeps the job.
    let mut tx = db.write().await.expect("a transaction");
    let jobs = Sql::new("select id from jobs order by id /*pg for update */");
    tx.rows(jobs).await.expect("nobody else has the jobs");
}

/// Works until the import has come to this end; more than one look, for the same reason.
pub(super) async fn work_until(db: &TestDb, caller: &Caller, import: ImportId, end: ImportState) {
    while found(db, caller, import).await.state != end {
        work(db).await;
    }
}

/// People, two of them twice: what the rows before the kill have claimed must be known again after it.
fn people() -> String {
    let mut text = many(2_200);
    text.push_str("Again,NAME3@many.example,Team 0\nAgain,name2100@many.example,Team 0\n");
    text
}

fn leads() -> String {
    let mut text = String::from("id,title,owner,value\n");
    for number in 0..2_200 {
        writeln!(text, "{number},Lead {number},anna,{number}").expect("text");
    }
    text.push_str("3,Again,anna,1\n");
    text
}

on_both! {
    async fn d13_f1_a_killed_run_goes_on_and_gives_what_the_dry_run_said(db: &TestDb) {
        let acme = db.tenant().seats(3_000).build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &people(), |options| options.create_teams = true).await;
        let forecast = said(db, &owner, import.id).await;
        imports::run(db, &owner, import.id, "").await.unwrap();
        for rows in [1, 501, 1_501] {
            killed_when(db, &owner, import.id, |import| import.rows_done >= rows).await;
        }
        work_until(db, &owner, import.id, ImportState::Done).await;
        let whole = found(db, &owner, import.id).await;
        assert_eq!((whole.state, whole.rows_done), (ImportState::Done, 2_202));
        assert_eq!(said(db, &owner, import.id).await, forecast);
        assert_eq!(acme.seats().await.used, 2_201);
        assert_eq!((whole.totals.of(Verdict::Create), whole.totals.of(Verdict::Skip)), (2_200, 2));
    }

    async fn d13_f1_a_killed_run_of_leads_doubles_none_and_a_killed_undo_leaves_none(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Leads, &leads(), |_| {}).await;
        imports::run(db, &owner, import.id, "").await.unwrap();
        killed_when(db, &owner, import.id, |import| import.rows_done >= 1_000).await;
        work_until(db, &owner, import.id, ImportState::Done).await;
        assert_eq!(acme.leads(&LeadFilter::default()).await.len(), 2_200);
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        killed_when(db, &owner, import.id, |import| import.totals.of(Verdict::Reversed) >= 500).await;
        work_until(db, &owner, import.id, ImportState::Undone).await;
        let whole = found(db, &owner, import.id).await;
        assert_eq!((whole.state, whole.totals.of(Verdict::Reversed)), (ImportState::Undone, 2_200));
        assert!(acme.leads(&LeadFilter::default()).await.is_empty());
    }
}
