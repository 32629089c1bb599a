//! `seatwise migrate`: the schema is brought up to date, after a copy of an embedded database.

use crate::config::Config;
use crate::database;
use crate::failure::Failure;
use crate::output::Output;

/// Runs the migrations that are missing.
pub async fn run(config: &Config, output: Output) -> Result<(), Failure> {
    let db = database::open_unmigrated(config).await?;
    let done = database::migrate(&db, config).await?;
    db.close().await;
    let mut words = match done.ran {
        0 => format!("Nothing to do: the schema is version {}.", done.version),
        1 => format!("1 migration ran; the schema is version {}.", done.version),
        ran => format!(
            "{ran} migrations ran; the schema is version {}.",
            done.version
        ),
    };
    if let Some(copy) = &done.backup {
        words.push_str(&format!(
            "\nThe database as it was before: {}",
            copy.display()
        ));
    }
    output.show(&done, &words);
    Ok(())
}
