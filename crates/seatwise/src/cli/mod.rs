//! The command line: its commands and options, in the words of the help.

mod access;
mod import;
mod tenant;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use seatwise_domain::ids::EventId;

pub use access::{Access, CheckAccess, Role, ShowRole};
pub use import::{Import, ImportFile, ImportLeads, ImportUsers, UndoImport};
pub use tenant::{CreateTenant, Owner, Plan, Seats, Tenant};

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
    /// Start the server with a company in it that has worked for seven months
    Demo(Demo),
    /// Bring the database up to date
    Migrate,
    /// Explain the settings and try what they name
    Check(Check),
    /// Write a backup of the running server's database
    Backup(Backup),
    /// Put a backup into an empty database, of either kind
    Restore(Restore),
    /// Accounts: their owners, plans and seats
    #[command(subcommand)]
    Tenant(Tenant),
    /// People of an account
    User {
        /// The account, if there are several
        #[arg(long, alias = "account", global = true, value_name = "ACCOUNT")]
        tenant: Option<String>,
        /// What to do
        #[command(subcommand)]
        command: User,
    },
    /// Bring in people or leads from a CSV or XLSX file
    Import {
        /// The account, if there are several
        #[arg(long, alias = "account", global = true, value_name = "ACCOUNT")]
        tenant: Option<String>,
        /// What the file holds
        #[command(subcommand)]
        command: Import,
    },
    /// Roles and permission sets of an account
    Role {
        /// The account, if there are several
        #[arg(long, alias = "account", global = true, value_name = "ACCOUNT")]
        tenant: Option<String>,
        /// What to do
        #[command(subcommand)]
        command: Role,
    },
    /// Why somebody can or cannot do something
    Access {
        /// The account, if there are several
        #[arg(long, alias = "account", global = true, value_name = "ACCOUNT")]
        tenant: Option<String>,
        /// What to do
        #[command(subcommand)]
        command: Access,
    },
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

/// Start the server with a company in it. `--data` names a folder that stays; without it everything goes at the end.
#[derive(Debug, Args)]
pub struct Demo {
    /// The address and port to serve at
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
    /// Another number makes another company's chance
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    pub seed: u64,
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

/// People of an account.
#[derive(Debug, Subcommand)]
pub enum User {
    /// List people
    List(ListUsers),
    /// Invite somebody
    Invite(InviteUser),
    /// Deactivate somebody: ends sessions, frees the seat, and does what is said with the leads
    Deactivate(DeactivateUser),
    /// Bring somebody back
    Reactivate(ReactivateUser),
    /// Give somebody's open leads to somebody else
    HandOver(HandOverUser),
    /// Take a hand-over back: what nobody touched since goes back, the rest stays
    UndoHandOver(UndoHandOver),
    /// Send activation mails again
    Resend(ResendUsers),
    /// Take an invitation back: the link ends, the seat is free
    Cancel(CancelUser),
    /// Remove a deactivated person for good: who he was goes, what he did stays
    Remove(CancelUser),
}

/// List people.
#[derive(Debug, Args)]
pub struct ListUsers {
    /// all, active, pending, frozen, deactivated or removed
    #[arg(long, default_value = "all")]
    pub state: String,
    /// Part of a name, address or login
    #[arg(long, value_name = "WORDS")]
    pub query: Option<String>,
}

/// Invite somebody.
#[derive(Debug, Args)]
pub struct InviteUser {
    /// The address
    pub email: String,
    /// First and last name [default: made of the address]
    #[arg(long)]
    pub name: Option<String>,
    /// user or admin
    #[arg(long, default_value = "user")]
    pub level: String,
    /// regular or team
    #[arg(long, default_value = "regular")]
    pub seat: String,
    /// The role to begin with, by its name [default: the account's default role]
    #[arg(long, value_name = "NAME")]
    pub role: Option<String>,
    /// A team by its name; may be given several times
    #[arg(long = "team", value_name = "NAME")]
    pub teams: Vec<String>,
    /// The language of the mail
    #[arg(long)]
    pub language: Option<String>,
    /// A login name besides the address
    #[arg(long)]
    pub login: Option<String>,
    /// Telephone
    #[arg(long)]
    pub phone: Option<String>,
    /// Job title
    #[arg(long)]
    pub job_title: Option<String>,
    /// Form of address
    #[arg(long)]
    pub gender: Option<String>,
    /// Send no activation mail yet
    #[arg(long)]
    pub no_mail: bool,
    /// Why; stands in the audit log
    #[arg(long)]
    pub reason: Option<String>,
}

/// Deactivate somebody.
#[derive(Debug, Args)]
pub struct DeactivateUser {
    /// The person, by id, address or login
    pub user: String,
    /// What happens to the open leads: to (with --to), unassign or later
    #[arg(long)]
    pub leads: String,
    /// Who gets them
    #[arg(long, value_name = "PERSON")]
    pub to: Option<String>,
    /// Won, lost and cancelled leads move, too
    #[arg(long)]
    pub all_stages: bool,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
}

/// Bring somebody back.
#[derive(Debug, Args)]
pub struct ReactivateUser {
    /// The person, by id, address or login
    pub user: String,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
}

/// Give leads to somebody else.
#[derive(Debug, Args)]
pub struct HandOverUser {
    /// Whose leads: by id, address or login
    pub user: String,
    /// Who gets them
    #[arg(long, value_name = "PERSON")]
    pub to: Option<String>,
    /// Nobody gets them: they wait among the unassigned leads
    #[arg(long)]
    pub unassign: bool,
    /// Won, lost and cancelled leads move, too
    #[arg(long)]
    pub all_stages: bool,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
    /// Only show which leads would move
    #[arg(long)]
    pub dry_run: bool,
}

/// Take a hand-over back.
#[derive(Debug, Args)]
pub struct UndoHandOver {
    /// The hand-over, by the id that it printed
    pub id: EventId,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
}

/// Send activation mails again.
#[derive(Debug, Args)]
pub struct ResendUsers {
    /// People by id, address or login
    #[arg(required = true, value_name = "USER")]
    pub users: Vec<String>,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
}

/// Take an invitation back, or remove somebody who has left.
#[derive(Debug, Args)]
pub struct CancelUser {
    /// The person, by id, address or login
    pub user: String,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
}
