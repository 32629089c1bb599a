//! The Seatwise server and its command line.

mod backup;
mod cli;
mod commands;
mod config;
mod database;
mod demo;
mod failure;
mod logs;
mod output;
mod serve;
mod worker;

use std::process::ExitCode;

use clap::Parser as _;

/// Rows are made by the threads of the database and let go by those that answer: the allocator of the system spends a
/// quarter of a request on that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Two crates could bring two providers of cryptography; this is the one for TLS to mail servers.
    // It is not there yet, so that an error can't happen.
    drop(rustls::crypto::ring::default_provider().install_default());
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() && asks_for_json() => {
            output::Output { json: true }.fail(&failure::Failure::of_usage(&error));
            return ExitCode::from(failure::Exit::Usage as u8);
        }
        Err(error) => error.exit(),
    };
    let output = output::Output { json: cli.json };
    match commands::run(cli, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.fail(&failure);
            ExitCode::from(failure.exit as u8)
        }
    }
}

/// Whether programs read what is said, on a command line that makes no sense otherwise.
fn asks_for_json() -> bool {
    std::env::args_os().any(|word| word == "--json")
}
