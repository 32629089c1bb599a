//! Measures what the product promises about speed, next to the bare figure of the database, in one run:
//!
//! ```text
//! cargo bench --bench work                      everything on SQLite, and on PostgreSQL if SEATWISE_TEST_PG is set
//! cargo bench --bench work -- leads --quick     only rows whose name contains "leads"; without the million
//! ```
//!
//! Figures are CPU time per operation, since machines are noisy: of this process, and of the server's
//! processes on PostgreSQL.

mod data;
mod leads;
mod measure;
mod people;
mod process;
mod server;
mod statistics;
mod table;

use std::process::ExitCode;

use data::World;
use seatwise_testkit::TestDb;
use table::Table;

/// What the command line asks for.
pub struct Wanted {
    words: Vec<String>,
    quick: bool,
}

impl Wanted {
    fn from_arguments() -> Self {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let is_flag = |argument: &&String| argument.starts_with("--");
        Self {
            quick: arguments.iter().any(|argument| argument == "--quick"),
            words: arguments.iter().filter(|a| !is_flag(a)).cloned().collect(),
        }
    }

    /// True when a row of this name is to be measured.
    pub fn has(&self, name: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| name.contains(word.as_str()))
    }
}

fn main() -> ExitCode {
    let wanted = Wanted::from_arguments();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let table = runtime.block_on(run(&wanted));
    println!("{table}");
    if table.holds() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn run(wanted: &Wanted) -> Table {
    let mut table = Table::default();
    people::import(wanted, &mut table).await;
    people::memory(wanted, &mut table).await;
    let world = World::sqlite(100_000).await;
    server::pages(&world, wanted, &mut table).await;
    process::measure(&world, wanted, &mut table).await;
    people::page(&world, wanted, &mut table).await;
    people::create(&world, wanted, &mut table).await;
    let small = leads::pages(&world, wanted, &mut table).await;
    let tenth = leads::reassign(&world, wanted, &mut table).await;
    leads::reassign_all(&world, wanted, &mut table, tenth).await;
    world.remove().await;
    if !wanted.quick && wanted.has("own-leads") {
        let large = World::sqlite(1_000_000).await;
        let million = leads::pages(&large, wanted, &mut table).await;
        if let (Some(small), Some(million)) = (small, million) {
            leads::growth(&mut table, small, million);
        }
        large.remove().await;
    }
    if !wanted.quick && wanted.has(statistics::NAME) {
        let large = World::of_years(TestDb::sqlite().await).await;
        statistics::year(&large, &mut table).await;
        large.remove().await;
    }
    if let Some(world) = World::postgres(100_000).await {
        leads::pages(&world, wanted, &mut table).await;
        leads::reassign(&world, wanted, &mut table).await;
        world.remove().await;
    }
    table
}
