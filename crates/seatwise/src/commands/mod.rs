//! The commands: each reads its options, calls the same operations as the pages, and prints.

mod backup;
mod check;
mod completions;
mod migrate;

use crate::cli::{Cli, Command};
use crate::config::{Config, LogFormat, Overrides};
use crate::failure::{Exit, Failure};
use crate::logs;
use crate::output::Output;

/// Runs the command that was asked for.
pub fn run(cli: Cli, output: Output) -> Result<(), Failure> {
    if let Command::Completions { shell } = cli.command {
        completions::run(shell);
        return Ok(());
    }
    let config = Config::load(&Overrides {
        file: cli.config,
        data: cli.data,
        listen: None,
    });
    let config = config?;
    logs::start(LogFormat::Text, tracing::Level::WARN);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Fault, "runtime", error.to_string()))?;
    runtime.block_on(async {
        match cli.command {
            Command::Migrate => migrate::run(&config, output).await,
            Command::Check(options) => check::run(&config, &options, output).await,
            Command::Backup(options) => backup::write(&config, &options, output).await,
            Command::Restore(options) => backup::restore(&config, &options, output).await,
            _ => Ok(()),
        }
    })
}
