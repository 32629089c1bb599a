//! Lists as files, for pages and for the API: the columns, in the language of the reader.

mod audit_log;
mod leads;
mod statistics;

use jiff::tz::TimeZone;
use seatwise_domain::authz::{Caller, Denied, RunImports};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::imports::{self, Import, Verdict};
use seatwise_domain::problem::{self, ProblemKind, ToProblem};
use seatwise_domain::records;
use seatwise_domain::store::{Db, StoreError};
use seatwise_domain::users::{self, ListFilter, User, UserRow};
use seatwise_tables::{Cell, Target, WriteError, Writer};

use crate::locale::Lang;
use crate::text::Text;
pub use audit_log::audit;
pub use leads::leads;
pub(crate) use statistics::seat_heads;
pub use statistics::statistics;

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with separators.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The media type.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => XLSX,
        }
    }

    /// The ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// People.
    #[error(transparent)]
    Users(#[from] users::ExportError),
    /// Leads.
    #[error(transparent)]
    Leads(#[from] records::ExportError),
    /// The log.
    #[error(transparent)]
    Audit(#[from] seatwise_domain::audit::ExportError),
    /// Figures.
    #[error(transparent)]
    Statistics(#[from] seatwise_domain::statistics::ExportError),
    /// The rows of an import.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl ToProblem for FileError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Users(error) => error.problem(),
            Self::Leads(error) => error.problem(),
            Self::Audit(error) => error.problem(),
            Self::Statistics(error) => error.problem(),
            Self::Denied(error) => error.problem(),
            Self::Store(error) => error.problem(),
            Self::Write(WriteError::TooLarge) => &problem::TOO_LARGE,
            Self::Write(WriteError::Io(_)) => &problem::DISK_FULL,
            Self::Write(WriteError::Workbook(_)) => &problem::INTERNAL,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Users(error) => error.values(),
            Self::Leads(error) => error.values(),
            Self::Audit(error) => error.values(),
            Self::Statistics(error) => error.values(),
            Self::Denied(error) => error.values(),
            Self::Store(_) | Self::Write(_) => Vec::new(),
        }
    }
}

/// Office programs of these languages part cells by semicolons, since their decimals have commas.
fn target(lang: Lang, caller: &Caller, format: Format, sheet: &str) -> Target {
    let identity = caller.identity();
    let zone = identity
        .map(|identity| {
            let own = identity.time_zone.as_ref();
            own.unwrap_or(&identity.account_time_zone)
        })
        .and_then(|name| TimeZone::get(name).ok())
        .unwrap_or(TimeZone::UTC);
    match format {
        Format::Csv => Target::Csv {
            separator: match lang {
                Lang::De | Lang::Ru | Lang::Uk => ';',
                Lang::En | Lang::Zh => ',',
            },
            zone,
        },
        Format::Xlsx => Target::Xlsx {
            sheet: Text::new(lang, sheet).to_string(),
            zone,
        },
    }
}

fn heads(lang: Lang, keys: &[&'static str]) -> Vec<String> {
    keys.iter()
        .map(|key| Text::new(lang, *key).to_string())
        .collect()
}

fn word(lang: Lang, before: &str, word: &str) -> Cell {
    Text::new(lang, [before, word].concat()).to_string().into()
}

fn at(at: Option<Timestamp>) -> Cell {
    at.map_or(Cell::Blank, |at| Cell::Instant(at.to_jiff()))
}

fn day(day: Option<jiff::civil::Date>) -> Cell {
    day.map_or(Cell::Blank, Cell::Date)
}

fn count(number: u64) -> Cell {
    Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Writes rows until one fails; the failure is told at the end, since pages come one by one.
struct Sheet {
    writer: Option<Writer<Vec<u8>>>,
    failed: Option<WriteError>,
}

impl Sheet {
    fn new(target: &Target, heads: &[String]) -> Result<Self, WriteError> {
        Ok(Self {
            writer: Some(Writer::new(Vec::new(), target, heads)?),
            failed: None,
        })
    }

    fn row(&mut self, cells: &[Cell]) {
        if self.failed.is_none()
            && let Some(writer) = &mut self.writer
            && let Err(error) = writer.row(cells)
        {
            self.failed = Some(error);
        }
    }

    fn finish(self) -> Result<Vec<u8>, WriteError> {
        match (self.failed, self.writer) {
            (Some(error), _) => Err(error),
            (None, Some(writer)) => writer.finish(),
            (None, None) => Ok(Vec::new()),
        }
    }
}

/// The people that a filter finds.
pub async fn users(
    db: &Db,
    caller: &Caller,
    filter: &ListFilter,
    lang: Lang,
    format: Format,
) -> Result<Vec<u8>, FileError> {
    let keys = [
        "field-name",
        "field-email",
        "user-aliases",
        "field-login",
        "field-state",
        "field-level",
        "field-seat",
        "field-teams",
        "field-phone",
        "field-job-title",
        "field-started-on",
        "export-open-leads",
        "export-created",
        "export-activated",
        "export-last-seen",
        "export-deactivated",
        "export-id",
    ];
    let target = target(lang, caller, format, "nav-users");
    let mut sheet = Sheet::new(&target, &heads(lang, &keys))?;
    users::export(
        db,
        caller,
        filter,
        format.ending(),
        |(page, mut aliases)| {
            for row in page {
                let further = aliases.remove(&row.user.id).unwrap_or_default();
                sheet.row(&user_cells(lang, row, &further));
            }
        },
    )
    .await?;
    Ok(sheet.finish()?)
}

fn user_cells(lang: Lang, row: UserRow, further: &[String]) -> Vec<Cell> {
    let user = row.user;
    let seat = seat_word(lang, &user);
    let teams: Vec<String> = row.teams.into_iter().map(|place| place.team.name).collect();
    vec![
        user.name.into(),
        user.email.into(),
        further.join(", ").into(),
        user.login.into(),
        word(lang, "state-", user.state.as_str()),
        word(lang, "level-", user.level.as_str()),
        seat,
        teams.join(", ").into(),
        user.phone.into(),
        user.job_title.into(),
        day(user.started_on),
        count(row.open_leads),
        at(Some(user.created_at)),
        at(user.activated_at),
        at(user.last_seen_at),
        at(user.deactivated_at),
        user.id.to_string().into(),
    ]
}

/// The kind of seat; a program's account has none.
fn seat_word(lang: Lang, user: &User) -> Cell {
    if user.service {
        return Text::new(lang, "service-user").to_string().into();
    }
    word(lang, "seat-", user.seat_kind.as_str())
}

/// The rows of an import that were not taken, as CSV: number, verdict, reason, and the cells as they came.
pub async fn problem_rows(
    db: &Db,
    caller: &Caller,
    import: &Import,
    lang: Lang,
) -> Result<Vec<u8>, FileError> {
    const WANTED: [Verdict; 5] = [
        Verdict::Problem,
        Verdict::NoSeat,
        Verdict::Skip,
        Verdict::Kept,
        Verdict::Failed,
    ];
    let mut heads = heads(lang, &["export-row", "export-verdict", "export-reason"]);
    heads.extend(
        import
            .shape
            .columns
            .iter()
            .map(|column| column.name.clone()),
    );
    let target = target(lang, caller, Format::Csv, "nav-imports");
    let mut sheet = Sheet::new(&target, &heads)?;
    let scope = caller.scope::<RunImports>()?;
    let mut after = 0;
    loop {
        let mut tx = db.read().await?;
        let rows = imports::rows(&mut tx, &scope, import.id, &WANTED, after, 500).await?;
        let Some(last) = rows.last() else {
            return Ok(sheet.finish()?);
        };
        after = last.number;
        for row in rows {
            let word = |text: Option<&'static str>| Cell::from(text.map(str::to_owned));
            let mut cells = vec![
                Cell::Integer(i64::from(row.number)),
                word(row.verdict.map(Verdict::as_str)),
                word(row.reason.map(imports::Reason::as_str)),
            ];
            cells.extend(row.cells.into_iter().map(Cell::from));
            sheet.row(&cells);
        }
    }
}
