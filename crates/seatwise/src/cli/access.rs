//! `seatwise role` and `seatwise access`: their commands and options.

use clap::{Args, Subcommand};
use seatwise_domain::ids::RecordId;

/// Roles and permission sets of an account.
#[derive(Debug, Subcommand)]
pub enum Role {
    /// List them with their people counted
    List,
    /// Show what one gives
    Show(ShowRole),
}

/// Show a role.
#[derive(Debug, Args)]
pub struct ShowRole {
    /// The role, by its name or key
    pub role: String,
}

/// Why somebody can or cannot do something.
#[derive(Debug, Subcommand)]
pub enum Access {
    /// Answer one question: each rule with its outcome, and what would change a denial
    Check(CheckAccess),
}

/// One question.
#[derive(Debug, Args)]
pub struct CheckAccess {
    /// The person, by id, address or login
    #[arg(long, value_name = "PERSON")]
    pub user: String,
    /// What the person would do, by the word of the permission
    #[arg(long, default_value = "leads.view", value_name = "PERMISSION")]
    pub permission: String,
    /// The lead, by its id; without it any lead at all
    #[arg(long, value_name = "LEAD")]
    pub lead: Option<RecordId>,
    /// To whom, by id, address or login, for permissions about people; without it anybody at all
    #[arg(long, value_name = "PERSON")]
    pub person: Option<String>,
}
