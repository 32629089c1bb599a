//! Lists as files: the same people and leads as the page shows, for Excel and as CSV.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use seatwise_domain::problem;
use seatwise_domain::records::{self, Lead};
use seatwise_domain::users::{self, UserRow};
use seatwise_tables::{Cell, Target, WriteError, Writer};

use super::failure::{Answer, Failure};
use super::leads::filters::LeadsQuery;
use super::leads::words::stage_key;
use super::users::list::UsersQuery;
use super::users::words;
use crate::app::App;
use crate::locale::Lang;
use crate::shell::Shell;
use crate::signed::Signed;

/// The two kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Xlsx,
    Csv,
}

impl Format {
    const fn end(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    fn target(self, shell: &Shell, sheet: &str) -> Target {
        let zone = shell.zone.clone();
        match self {
            Self::Xlsx => Target::Xlsx {
                sheet: sheet.to_owned(),
                zone,
            },
            // The list separator that office programs of these languages expect.
            Self::Csv => Target::Csv {
                separator: match shell.lang {
                    Lang::De | Lang::Ru | Lang::Uk => ';',
                    Lang::En | Lang::Zh => ',',
                },
                zone,
            },
        }
    }
}

/// People for Excel.
pub async fn users_xlsx(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<UsersQuery>,
) -> Answer {
    people(&signed, &app, &query, Format::Xlsx).await
}

/// People as CSV.
pub async fn users_csv(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<UsersQuery>,
) -> Answer {
    people(&signed, &app, &query, Format::Csv).await
}

/// Leads for Excel.
pub async fn leads_xlsx(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<LeadsQuery>,
) -> Answer {
    leads(&signed, &app, &query, Format::Xlsx).await
}

/// Leads as CSV.
pub async fn leads_csv(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<LeadsQuery>,
) -> Answer {
    leads(&signed, &app, &query, Format::Csv).await
}

const PEOPLE: [&str; 13] = [
    "field-id",
    "user-name",
    "user-email",
    "user-login",
    "users-col-status",
    "users-col-seat",
    "users-col-level",
    "user-teams",
    "user-phone",
    "user-job-title",
    "user-started",
    "users-col-seen",
    "users-col-leads",
];

async fn people(signed: &Signed, app: &App, query: &UsersQuery, format: Format) -> Answer {
    let shell = &signed.shell;
    let title = shell.t("nav-users").to_string();
    let mut file = open(signed, format, &title, &PEOPLE)?;
    let mut broken = None;
    let each = |rows: Vec<UserRow>| {
        for row in &rows {
            if let Err(error) = file.row(&person(shell, row)) {
                broken = Some(error);
            }
        }
    };
    let filter = query.filter(false);
    users::export(&app.db, &signed.caller, &filter, format.end(), each)
        .await
        .map_err(|error| signed.fail(&error))?;
    if let Some(error) = broken {
        return Err(failed(signed, &error));
    }
    answer(signed, format, "users", file)
}

fn person(shell: &Shell, row: &UserRow) -> Vec<Cell> {
    let user = &row.user;
    let teams: Vec<&str> = row
        .teams
        .iter()
        .map(|membership| membership.team.name.as_str())
        .collect();
    let seat = if user.state.holds_seat() {
        words::seat_word(shell, user.seat_kind)
    } else {
        shell.t("seat-none").to_string()
    };
    vec![
        user.id.to_string().into(),
        user.name.clone().into(),
        user.email.clone().into(),
        user.login.clone().into(),
        words::state_word(shell, user.state).into(),
        seat.into(),
        words::level(shell, user.level).into(),
        teams.join(", ").into(),
        user.phone.clone().into(),
        user.job_title.clone().into(),
        user.started_on.map_or(Cell::Blank, Cell::Date),
        user.last_seen_at
            .map_or(Cell::Blank, |at| Cell::Instant(at.to_jiff())),
        Cell::Integer(i64::try_from(row.open_leads).unwrap_or(i64::MAX)),
    ]
}

const LEADS: [&str; 12] = [
    "field-id",
    "leads-title",
    "leads-owner",
    "leads-col-stage",
    "leads-value",
    "leads-opened",
    "leads-col-closed",
    "leads-next-step",
    "leads-next-step-on",
    "leads-contact-name",
    "leads-contact-email",
    "leads-external",
];

async fn leads(signed: &Signed, app: &App, query: &LeadsQuery, format: Format) -> Answer {
    let shell = &signed.shell;
    let title = shell.t("nav-leads").to_string();
    let mut file = open(signed, format, &title, &LEADS)?;
    let mut export = records::export(&app.db, &signed.caller, &query.filter(), format.end())
        .await
        .map_err(|error| signed.fail(&error))?;
    loop {
        let batch = export
            .next_batch()
            .await
            .map_err(|error| signed.fail(&error))?;
        if batch.is_empty() {
            break;
        }
        for lead in &batch {
            file.row(&lead_cells(shell, lead))
                .map_err(|error| failed(signed, &error))?;
        }
    }
    answer(signed, format, "leads", file)
}

fn lead_cells(shell: &Shell, lead: &Lead) -> Vec<Cell> {
    let row = &lead.row;
    let date = |date: Option<jiff::civil::Date>| date.map_or(Cell::Blank, Cell::Date);
    vec![
        row.id.to_string().into(),
        row.title.clone().into(),
        row.owner.as_ref().map(|owner| owner.name.clone()).into(),
        stage_key(shell, &row.stage).into(),
        row.value.map_or(Cell::Blank, |value| Cell::Money(value.0)),
        date(row.opened_on),
        date(row.closed_on),
        row.next_step.clone().into(),
        date(row.next_step_on),
        row.contact_name.clone().into(),
        lead.contact_email.clone().into(),
        row.external_id.clone().into(),
    ]
}

fn open(
    signed: &Signed,
    format: Format,
    title: &str,
    keys: &[&str],
) -> Result<Writer<Vec<u8>>, Failure> {
    let shell = &signed.shell;
    let headers: Vec<String> = keys.iter().map(|key| shell.t(key).to_string()).collect();
    Writer::new(Vec::new(), &format.target(shell, title), &headers)
        .map_err(|error| failed(signed, &error))
}

fn answer(
    signed: &Signed,
    format: Format,
    name: &str,
    file: Writer<Vec<u8>>,
) -> Result<Response, Failure> {
    let bytes = file.finish().map_err(|error| failed(signed, &error))?;
    let shell = &signed.shell;
    let today = shell.now.to_zoned(shell.zone.clone()).date();
    let disposition = format!("attachment; filename=\"{name}-{today}.{}\"", format.end());
    let mut answer = bytes.into_response();
    let out = answer.headers_mut();
    out.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(format.mime()),
    );
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        out.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(answer)
}

fn failed(signed: &Signed, error: &WriteError) -> Failure {
    tracing::error!(%error, request_id = signed.request_id, "an export could not be written");
    signed.refuse(match error {
        WriteError::Io(_) => &problem::DISK_FULL,
        _ => &problem::TOO_LARGE,
    })
}
