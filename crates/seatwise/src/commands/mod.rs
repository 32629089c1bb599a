//! The commands: each reads its options, calls the same operations as the pages, and prints.

mod backup;
mod check;
mod completions;
mod hand_over;
mod import;
mod migrate;
mod tenant;
mod user;
mod who;

use std::time::Duration;

use crate::cli::{Cli, Command};
use crate::config::{Config, LogFormat, Overrides};
use crate::failure::{Exit, Failure};
use crate::logs;
use crate::output::Output;
use crate::serve;

/// Runs the command that was asked for.
pub fn run(cli: Cli, output: Output) -> Result<(), Failure> {
    if let Command::Completions { shell } = cli.command {
        completions::run(shell);
        return Ok(());
    }
    let serves = matches!(cli.command, Command::Serve(_));
    let listen = match &cli.command {
        Command::Serve(options) => options.listen.clone(),
        _ => None,
    };
    let config = Config::load(&Overrides {
        file: cli.config,
        data: cli.data,
        listen,
    })?;
    if serves {
        logs::start(config.log_format, config.log_level);
    } else {
        logs::start(LogFormat::Text, tracing::Level::WARN);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Fault, "runtime", error.to_string()))?;
    let result = runtime.block_on(command(cli.command, &config, output));
    runtime.shutdown_timeout(Duration::from_secs(1));
    result
}

async fn command(command: Command, config: &Config, output: Output) -> Result<(), Failure> {
    match command {
        Command::Serve(_) => serve::run(config, output).await,
        Command::Migrate => migrate::run(config, output).await,
        Command::Check(options) => check::run(config, &options, output).await,
        Command::Backup(options) => backup::write(config, &options, output).await,
        Command::Restore(options) => backup::restore(config, &options, output).await,
        Command::Tenant(command) => tenant::run(config, &command, output).await,
        Command::User { tenant, command } => {
            user::run(config, tenant.as_deref(), &command, output).await
        }
        Command::Import { tenant, command } => {
            import::run(config, tenant.as_deref(), &command, output).await
        }
        Command::Completions { shell } => {
            completions::run(shell);
            Ok(())
        }
    }
}
