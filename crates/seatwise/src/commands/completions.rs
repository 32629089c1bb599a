//! `seatwise completions`: what a shell offers at the tabulator key.

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::Cli;

/// Prints the completions of a shell.
pub fn run(shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "seatwise", &mut script);
    let mut out = std::io::stdout().lock();
    // A reader that went away needs no message.
    drop(std::io::Write::write_all(&mut out, &script));
}
