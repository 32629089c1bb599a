//! The options of `seatwise import`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use seatwise_domain::ids::ImportId;

/// What the file holds, or what becomes of an earlier import.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// People; existing ones are not changed, and no mail goes out unless asked for
    Users(ImportUsers),
    /// Leads; those with a known external id are updated
    Leads(ImportLeads),
    /// List the imports, newest first
    List(ListImports),
    /// Take an import back: what nobody touched since goes, the rest stays and is listed
    Undo(UndoImport),
    /// Go on with an import, an undo or mails that stopped, because whoever started it left
    Resume(ResumeImport),
    /// Send the activation mails of an import's people who have got none
    SendActivations(SendActivations),
}

/// List the imports.
#[derive(Debug, Args)]
pub struct ListImports {
    /// At most so many
    #[arg(long, default_value_t = 20, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=200))]
    pub limit: u32,
}

/// Take an import back.
#[derive(Debug, Args)]
pub struct UndoImport {
    /// The import, by the id that it printed
    pub id: ImportId,
    /// Only this row of the file, by its number; may be given several times
    #[arg(long = "row", value_name = "NUMBER")]
    pub rows: Vec<u32>,
    /// Why, for the audit log
    #[arg(long)]
    pub reason: Option<String>,
    /// Only say what would go and what would stay
    #[arg(long)]
    pub dry_run: bool,
}

/// Go on with what stopped.
#[derive(Debug, Args)]
pub struct ResumeImport {
    /// The import, by the id that the list shows
    pub id: ImportId,
}

/// Send activation mails.
#[derive(Debug, Args)]
pub struct SendActivations {
    /// The import, by the id that it printed
    pub id: ImportId,
}

/// A file.
#[derive(Debug, Args)]
pub struct ImportFile {
    /// CSV or XLSX; encoding, separator and header are found by themselves
    pub file: PathBuf,
    /// Only say what would happen to each row
    #[arg(long)]
    pub dry_run: bool,
    /// Run without a question
    #[arg(long, conflicts_with = "dry_run")]
    pub yes: bool,
    /// Put a column into a field: COLUMN=FIELD; COLUMN= leaves it out. May be given several times
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// The sheet of a workbook
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Why, for the audit log
    #[arg(long, conflicts_with = "dry_run")]
    pub reason: Option<String>,
}

/// A file of people.
#[derive(Debug, Args)]
pub struct ImportUsers {
    /// The file
    #[command(flatten)]
    pub file: ImportFile,
    /// They take this kind of seat: regular or team
    #[arg(long, value_name = "KIND")]
    pub seat: Option<String>,
    /// Existing people take the values of the file
    #[arg(long)]
    pub update: bool,
    /// Teams that are not there are made
    #[arg(long)]
    pub create_teams: bool,
    /// Activation mails go out when the run is done
    #[arg(long)]
    pub mail: bool,
}

/// A file of leads.
#[derive(Debug, Args)]
pub struct ImportLeads {
    /// The file
    #[command(flatten)]
    pub file: ImportFile,
    /// Leads of people who left keep them as owners
    #[arg(long)]
    pub historic: bool,
    /// People who have not signed in yet keep the leads that name them; the leads wait for them
    #[arg(long)]
    pub pending_owners: bool,
    /// Leads without a known owner are taken without one
    #[arg(long)]
    pub unassigned: bool,
}
