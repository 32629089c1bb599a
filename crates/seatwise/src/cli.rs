//! The command line: its commands and options, in the words of the help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// A CRM server that is strong at administering people.
#[derive(Debug, Parser)]
#[command(
    name = "seatwise",
    version,
    arg_required_else_help = true,
    max_term_width = 100
)]
pub struct Cli {
    /// The file of settings [default: seatwise.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The folder for everything kept in files
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// Print one JSON value instead of words
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start the server
    Serve(Serve),
    /// Bring the database up to date
    Migrate,
    /// Explain the settings and try what they name
    Check(Check),
    /// Write a backup of the running server's database
    Backup(Backup),
    /// Put a backup into an empty database, of either kind
    Restore(Restore),
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Start the server.
#[derive(Debug, Args)]
pub struct Serve {
    /// The address and port to serve at
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
}

/// Explain the settings.
#[derive(Debug, Args)]
pub struct Check {
    /// Look at the settings only, and connect to nothing
    #[arg(long)]
    pub offline: bool,
}

/// Write a backup.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write
    pub file: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
}

/// Put a backup back.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
    /// Only read the backup to its end and tell what it holds
    #[arg(long)]
    pub check: bool,
    /// Give up what the database holds now
    #[arg(long)]
    pub replace: bool,
}
