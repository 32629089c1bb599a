//! The same decisions by Seatwise, cedar-policy and casbin, on the same million leads, in one run:
//!
//! ```text
//! cargo run --release --locked --manifest-path benches/policies/Cargo.toml
//! ```
//!
//! The question is always "may this person see this lead": her own, a colleague's, one of somebody whose team she
//! manages or who stands below her. Cedar and casbin have the people, teams and positions in memory, loaded before
//! the clock runs; for each lead they read its owner from the database. Seatwise has nothing in memory.

#[path = "../../../crates/seatwise/benches/work/access.rs"]
#[allow(dead_code)]
mod access;
mod casbin_side;
mod cedar_side;
#[path = "../../../crates/seatwise/benches/work/data.rs"]
#[allow(dead_code)]
mod data;
#[path = "../../../crates/seatwise/benches/work/measure.rs"]
mod measure;
#[path = "../../../crates/seatwise/benches/work/people.rs"]
#[allow(dead_code)]
mod people;
mod question;
mod report;
#[path = "../../../crates/seatwise/benches/work/table.rs"]
#[allow(dead_code)]
mod table;
#[path = "../../../crates/seatwise/benches/work/wanted.rs"]
mod wanted;

use std::process::ExitCode;
use std::time::Duration;

use access::Cast;
use casbin_side::Casbin;
use cedar_side::Cedar;
use data::World;
use question::{Organisation, Owned, newest, one, owners_of, page, which_of};
use report::Report;
use seatwise_domain::authz::{RecordScope, ViewRecords};
use seatwise_domain::ids::{RecordId, UserId};
use seatwise_testkit::TestDb;
use table::shown;
pub use wanted::Wanted;

/// How often a single lead is asked about.
const TURNS: u32 = 2_000;
/// How many leads are asked about at once.
const MANY: usize = 500;
/// Where a total stops: "10,000+".
const TOTAL: usize = 10_000;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let before = measure::machine();
    let report = runtime.block_on(run());
    println!("{report}");
    println!(
        "This machine sorted a million numbers in {} before and {} after.",
        shown(before),
        shown(measure::machine())
    );
    if report.holds() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn run() -> Report {
    let world = World::of_years(TestDb::sqlite().await).await;
    let cast = Cast::of(&world).await;
    let organisation = Organisation::load(&world).await;
    let cedar = Cedar::new(&organisation);
    let casbin = Casbin::new(&organisation).await;
    let leads = newest(&world, MANY).await;
    let mut report = Report::default();
    for (who, user, rows) in [
        ("a team member", cast.colleague, 50),
        ("a member of a team without leads", cast.idle, 0),
        ("the manager of 300", cast.manager, 50),
        ("the position above 2,000", cast.head, 50),
    ] {
        let scope: RecordScope<ViewRecords> = world.caller(user).await.records().expect("may see");
        agree(&world, &scope, user, &leads, &cedar, &casbin).await;
        let lead = leads[7];
        let mut best = [Duration::MAX; 4];
        // By turns, since a moment of the machine would decide otherwise: nearly all of it is the reading.
        for _ in 0..4 {
            let bare = measure::per_turn(None, TURNS, async || {
                owners_of(&world, &[lead]).await;
            });
            let ours = measure::per_turn(None, TURNS, async || {
                one(&world, &scope, lead).await;
            });
            let by_cedar = measure::per_turn(None, TURNS, async || {
                let owned = owners_of(&world, &[lead]).await;
                cedar.may_see(user, &owned[0]);
            });
            let by_casbin = measure::per_turn(None, TURNS, async || {
                let owned = owners_of(&world, &[lead]).await;
                casbin.may_see(user, &owned[0]);
            });
            let round = [bare.await, ours.await, by_cedar.await, by_casbin.await];
            for (best, now) in best.iter_mut().zip(round) {
                *best = now.min(*best);
            }
        }
        let [bare, ours, by_cedar, by_casbin] = best;
        let name = format!("one lead, {who}");
        report.tell(name, bare, ours, by_cedar, by_casbin);

        let bare = measure::per_turn(None, 50, async || {
            owners_of(&world, &leads).await;
        });
        let ours = measure::per_turn(None, 50, async || {
            which_of(&world, &scope, &leads).await;
        });
        let by_cedar = measure::per_turn(None, 50, async || {
            filtered(&world, &leads, |owned| cedar.may_see(user, owned)).await;
        });
        let by_casbin = measure::per_turn(None, 50, async || {
            filtered(&world, &leads, |owned| casbin.may_see(user, owned)).await;
        });
        report.add(
            format!("{MANY} leads at once, {who}"),
            bare.await,
            ours.await,
            by_cedar.await,
            by_casbin.await,
        );

        let bare = measure::per_turn(None, 2, async || {
            // Who sees nothing is looked for leads to the end.
            walked(&world, |_| rows > 0).await;
        });
        let ours = measure::per_turn(None, 50, async || {
            assert_eq!(page(&world, &scope).await, rows);
        });
        let by_cedar = measure::per_turn(None, 1, async || {
            walked(&world, |owned| cedar.may_see(user, owned)).await;
        });
        let by_casbin = measure::per_turn(None, 1, async || {
            walked(&world, |owned| casbin.may_see(user, owned)).await;
        });
        let name = format!("a page of 50 of 1 M with the total, {who}");
        report.add(
            name,
            bare.await,
            ours.await,
            by_cedar.await,
            by_casbin.await,
        );
    }
    world.remove().await;
    report
}

/// The three say the same of every lead, or the figures compare nothing.
async fn agree(
    world: &World,
    scope: &RecordScope<ViewRecords>,
    user: UserId,
    leads: &[RecordId],
    cedar: &Cedar,
    casbin: &Casbin,
) {
    let mut ours = which_of(world, scope, leads).await;
    ours.sort_unstable();
    for (engine, mut theirs) in [
        (
            "cedar-policy",
            filtered(world, leads, |owned| cedar.may_see(user, owned)).await,
        ),
        (
            "casbin",
            filtered(world, leads, |owned| casbin.may_see(user, owned)).await,
        ),
    ] {
        theirs.sort_unstable();
        assert_eq!(ours, theirs, "{engine} says something else");
    }
}

/// Reads the owners of leads and keeps what is seen.
async fn filtered(
    world: &World,
    leads: &[RecordId],
    may_see: impl Fn(&Owned) -> bool,
) -> Vec<RecordId> {
    let owned = owners_of(world, leads).await;
    owned
        .into_iter()
        .filter(may_see)
        .map(|owned| owned.lead)
        .collect()
}

/// Walks the newest leads until fifty are seen, and on until the total stops: what a page of a list shows.
async fn walked(world: &World, may_see: impl Fn(&Owned) -> bool) {
    let mut seen = 0;
    let mut below = None;
    while seen <= TOTAL {
        let owned = question::newest_owned(world, below, 1_000).await;
        let Some(last) = owned.last() else { return };
        below = Some(last.lead);
        seen += owned.iter().filter(|owned| may_see(owned)).count();
    }
}
