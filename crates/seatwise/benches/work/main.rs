//! Measures what the product promises about speed, next to the bare figure of the database, in one run:
//!
//! ```text
//! cargo bench --bench work                      everything on SQLite, and on PostgreSQL if SEATWISE_TEST_PG is set
//! cargo bench --bench work -- leads --quick     only rows whose name contains "leads"; without the million
//! ```
//!
//! Figures are CPU time per operation, since machines are noisy: of this process, and of the server's
//! processes on PostgreSQL.

mod access;
mod data;
mod imports;
mod leads;
mod measure;
mod people;
mod process;
mod server;
mod statistics;
mod table;
mod wanted;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use data::World;
use seatwise_testkit::TestDb;
use table::{Table, shown};
use tokio::runtime::Runtime;
use wanted::Wanted;

/// The one of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let wanted = Wanted::from_arguments();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let mut bench = Bench {
        runtime,
        table: Table::default(),
    };
    let before = measure::machine();
    run(&wanted, &mut bench);
    println!("{}", bench.table);
    println!(
        "This machine sorted a million numbers in {} before and {} after.",
        shown(before),
        shown(measure::machine())
    );
    if bench.table.holds() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs one step after the other; one that breaks off is a missed row, and the others are measured all the same.
struct Bench {
    runtime: Runtime,
    table: Table,
}

impl Bench {
    fn step<T>(&mut self, name: &str, work: impl AsyncFnOnce(&mut Table) -> T) -> Option<T> {
        let table = &mut self.table;
        let work = AssertUnwindSafe(|| self.runtime.block_on(work(table)));
        let done = catch_unwind(work).ok();
        if done.is_none() {
            self.table.broken(name);
        }
        done
    }
}

fn run(wanted: &Wanted, bench: &mut Bench) {
    let csv = bench.step("import of 10,000 users from CSV", async |table| {
        imports::import(wanted, table).await
    });
    if let Some(csv) = csv.flatten() {
        bench.step("import of 100,000 users from CSV", async |table| {
            imports::import_large(wanted, table, &csv).await;
        });
        bench.step("import of 10,000 users from XLSX", async |table| {
            imports::import_workbook(wanted, table, &csv).await;
        });
    }
    bench.step("memory of an import", async |table| {
        imports::memory(wanted, table).await;
    });
    sqlite(wanted, bench);
    let world = bench.step("PostgreSQL", async |_| World::postgres(100_000).await);
    if let Some(world) = world.flatten() {
        bench.step("own leads on PostgreSQL", async |table| {
            leads::pages(&world, wanted, table).await
        });
        bench.step("reassign on PostgreSQL", async |table| {
            leads::reassign(&world, wanted, table).await
        });
        bench.step("the end of PostgreSQL", async |_| world.remove().await);
    }
}

fn sqlite(wanted: &Wanted, bench: &mut Bench) {
    let Some(world) = bench.step("100 k leads", async |_| World::sqlite(100_000).await) else {
        return;
    };
    bench.step("pages as JSON", async |table| {
        server::pages(&world, wanted, table).await;
    });
    bench.step("the server's process", async |table| {
        process::measure(&world, wanted, table).await;
    });
    bench.step("users page", async |table| {
        people::page(&world, wanted, table).await;
    });
    bench.step("create a user", async |table| {
        people::create(&world, wanted, table).await;
    });
    let small = bench.step("own leads", async |table| {
        leads::pages(&world, wanted, table).await
    });
    let tenth = bench.step("reassign 10,000", async |table| {
        leads::reassign(&world, wanted, table).await
    });
    bench.step("reassign 100,000", async |table| {
        leads::reassign_all(&world, wanted, table, tenth.flatten()).await;
    });
    bench.step("the end of 100 k leads", async |_| world.remove().await);
    if wanted.quick {
        return;
    }
    years(wanted, bench);
    if !wanted.has("own-leads") {
        return;
    }
    bench.step("own leads of 1 M", async |table| {
        let large = World::sqlite(1_000_000).await;
        let million = leads::pages(&large, wanted, table).await;
        if let (Some(small), Some(million)) = (small.flatten(), million) {
            leads::growth(table, small, million);
        }
        large.remove().await;
    });
}

/// Rows about an account that has worked for years.
fn years(wanted: &Wanted, bench: &mut Bench) {
    let (figures, access) = (wanted.has(statistics::NAME), wanted.has(access::NAME));
    if !figures && !access {
        return;
    }
    let large = bench.step("1 M leads of five years", async |_| {
        World::of_years(TestDb::sqlite().await).await
    });
    let Some(large) = large else {
        return;
    };
    if figures {
        bench.step(statistics::NAME, async |table| {
            statistics::measure(&large, wanted, table).await;
        });
    }
    if access {
        bench.step(access::NAME, async |table| {
            access::measure(&large, wanted, table).await;
        });
    }
    bench.step("the end of five years", async |_| large.remove().await);
}
