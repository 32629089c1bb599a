//! `seatwise tenant`: its commands and options.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Accounts: their owners, plans and seats.
#[derive(Debug, Subcommand)]
pub enum Tenant {
    /// Make an account with its owner
    Create(CreateTenant),
    /// List the accounts
    List,
    /// Show and set how many seats an account has
    Seats(Seats),
    /// Show and set the plan of an account: what it may use
    Plan(Plan),
    /// Make somebody the owner of an account whose owner is lost
    Owner(Owner),
}

/// Make an account.
#[derive(Debug, Args)]
pub struct CreateTenant {
    /// Its name
    #[arg(long)]
    pub name: String,
    /// The part of addresses that names it [default: made of the name]
    #[arg(long)]
    pub slug: Option<String>,
    /// The owner's address
    #[arg(long, value_name = "ADDRESS")]
    pub owner_email: String,
    /// The owner's name
    #[arg(long, value_name = "NAME")]
    pub owner_name: String,
    /// A file with the owner's password; without it the owner is invited by mail
    #[arg(long, value_name = "FILE")]
    pub owner_password_file: Option<PathBuf>,
    /// Its language: en, de, ru, uk or zh
    #[arg(long, default_value = "en")]
    pub language: String,
    /// Its time zone
    #[arg(long, default_value = "UTC", value_name = "ZONE")]
    pub time_zone: String,
    /// Its currency
    #[arg(long, default_value = "EUR", value_name = "CODE")]
    pub currency: String,
    /// How many sales seats it has
    #[arg(long, default_value_t = 10, value_name = "NUMBER")]
    pub seats: u64,
    /// How many team seats it has
    #[arg(long, default_value_t = 0, value_name = "NUMBER")]
    pub team_seats: u64,
}

/// Show and set seats.
#[derive(Debug, Args)]
pub struct Seats {
    /// The account
    pub tenant: String,
    /// How many sales seats
    #[arg(long, value_name = "NUMBER")]
    pub regular: Option<u64>,
    /// How many team seats
    #[arg(long, value_name = "NUMBER")]
    pub team: Option<u64>,
}

/// Show and set the plan.
#[derive(Debug, Args)]
pub struct Plan {
    /// The account
    pub tenant: String,
    /// The plan it has from now on: seatwise, starter, sales-essentials or dream-team
    #[arg(long, value_name = "PLAN")]
    pub set: Option<String>,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
}

/// Make somebody the owner. Without `--yes` it only shows what would change.
#[derive(Debug, Args)]
pub struct Owner {
    /// The account, if there are several
    #[arg(long, alias = "tenant", value_name = "ACCOUNT")]
    pub account: Option<String>,
    /// Who becomes the owner: an active person by id, address or login
    #[arg(long, value_name = "PERSON")]
    pub to: String,
    /// Why; stands in the audit log of the account
    #[arg(long)]
    pub reason: String,
    /// Do it
    #[arg(long)]
    pub yes: bool,
}
