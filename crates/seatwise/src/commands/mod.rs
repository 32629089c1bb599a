//! The commands: each reads its options, calls the same operations as the pages, and prints.

mod access;
mod backup;
mod check;
mod completions;
mod hand_over;
mod import;
mod import_acts;
mod migrate;
mod owner;
mod plan;
mod role;
mod tenant;
mod user;
mod who;

use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

use crate::cli::{Cli, Command};
use crate::config::{Config, LogFormat, Overrides};
use crate::demo;
use crate::failure::{Exit, Failure};
use crate::logs;
use crate::output::Output;
use crate::serve;

/// The number of the signal for a file that grows over its limit.
const SIGXFSZ: i32 = 25;

/// Runs the command that was asked for.
pub fn run(cli: Cli, output: Output) -> Result<(), Failure> {
    if let Command::Completions { shell } = cli.command {
        completions::run(shell);
        return Ok(());
    }
    let serves = matches!(cli.command, Command::Serve(_) | Command::Demo(_));
    let listen = match &cli.command {
        Command::Serve(options) => options.listen.clone(),
        Command::Demo(options) => options.listen.clone(),
        _ => None,
    };
    let folder = cli.data.clone();
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
    let result = runtime.block_on(async {
        // Taken so that it does not kill: a file that may not grow is then an error of the write, like a
        // full disk. A machine without the signal needs no help.
        drop(signal(SignalKind::from_raw(SIGXFSZ)));
        match cli.command {
            Command::Demo(options) => demo::run(config, folder, &options, output).await,
            other => command(other, &config, output).await,
        }
    });
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
        Command::Role { tenant, command } => {
            role::run(config, tenant.as_deref(), &command, output).await
        }
        Command::Access { tenant, command } => {
            access::run(config, tenant.as_deref(), &command, output).await
        }
        // Both were taken before.
        Command::Demo(_) | Command::Completions { .. } => Ok(()),
    }
}
