//! `seatwise backup` and `seatwise restore`.

use std::fmt::Write as _;

use serde::Serialize;

use crate::backup::{self, Trailer};
use crate::cli::{Backup, Restore};
use crate::config::Config;
use crate::database;
use crate::failure::Failure;
use crate::output::Output;
use crate::serve::lock::Lock;

/// Writes a backup while the server works.
pub async fn write(config: &Config, options: &Backup, output: Output) -> Result<(), Failure> {
    let db = database::open_existing(config).await?;
    let bar = output.spinner("rows");
    let done = backup::write(&db, &options.file, options.force, |rows| bar.inc(rows)).await;
    bar.finish_and_clear();
    db.close().await;
    let done = done?;
    let words = format!(
        "{}: {} rows, {} bytes, state of {}.",
        options.file.display(),
        done.trailer.total(),
        done.bytes,
        done.header.made_at
    );
    output.show(&done, &words);
    Ok(())
}

#[derive(Debug, Serialize)]
struct Restored<'b> {
    restored: bool,
    #[serde(flatten)]
    backup: &'b backup::Backup,
}

/// Reads a backup to its end, and puts it into the database unless only a check was asked for.
pub async fn restore(config: &Config, options: &Restore, output: Output) -> Result<(), Failure> {
    let bar = output.spinner("rows read");
    let found = backup::verify(&options.file, |rows| bar.inc(rows));
    bar.finish_and_clear();
    let found = found?;
    let holds = holds(&found.trailer);
    let said = Restored {
        restored: !options.check,
        backup: &found,
    };
    if options.check {
        let words = format!(
            "The backup is whole, state of {}. It holds:\n{holds}",
            found.header.made_at
        );
        output.show(&said, &words);
        return Ok(());
    }
    // Taken to the end: a server that began meanwhile would read one half of each state.
    let _lock = match config.database.url.strip_prefix("sqlite:") {
        Some(path) => Some(Lock::take(path.as_ref())?),
        None => None,
    };
    let db = database::open_unmigrated(config).await?;
    let bar = output.bar("rows restored", found.trailer.total());
    let done = backup::restore(&db, &options.file, &found, options.replace, |rows| {
        bar.inc(rows);
    })
    .await;
    bar.finish_and_clear();
    db.close().await;
    done?;
    let words = format!("Restored the state of {}:\n{holds}", found.header.made_at);
    output.show(&said, &words);
    Ok(())
}

fn holds(trailer: &Trailer) -> String {
    let mut words = String::new();
    for (table, rows) in trailer.rows.iter().filter(|(_, rows)| **rows > 0) {
        // Writing to a text can't fail.
        let _ = writeln!(words, "  {table} {rows}");
    }
    words
}
