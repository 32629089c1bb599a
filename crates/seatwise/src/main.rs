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

fn main() -> ExitCode {
    // Two crates could bring two providers of cryptography; this is the one for TLS to mail servers.
    // It is not there yet, so that an error can't happen.
    drop(rustls::crypto::ring::default_provider().install_default());
    let cli = cli::Cli::parse();
    let output = output::Output { json: cli.json };
    match commands::run(cli, output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.fail(&failure);
            ExitCode::from(failure.exit as u8)
        }
    }
}
