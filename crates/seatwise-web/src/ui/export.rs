//! The list of people as a file: the same people as the page shows, for Excel and as CSV.

use axum::extract::{Query, State};
use seatwise_domain::users::{self, ExportPage, UserRow};
use seatwise_tables::Cell;

use super::download::{Download, Format};
use super::failure::Answer;
use super::users::list::UsersQuery;
use super::users::words;
use crate::app::App;
use crate::shell::Shell;
use crate::signed::Signed;

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

const PEOPLE: [&str; 14] = [
    "field-id",
    "user-name",
    "user-email",
    "user-aliases",
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
    let headers = PEOPLE.map(|key| shell.t(key).to_string());
    let mut file =
        Download::begin(shell, format, &title, &headers).map_err(|error| error.page(signed))?;
    let mut broken = None;
    let each = |(rows, aliases): ExportPage| {
        for row in &rows {
            let further = aliases.get(&row.user.id).map_or(&[][..], Vec::as_slice);
            if let Err(error) = file.row(&person(shell, row, further)) {
                broken = Some(error);
            }
        }
    };
    let filter = query.filter(false);
    users::export(&app.db, &signed.caller, &filter, format.ending(), each)
        .await
        .map_err(|error| signed.fail(&error))?;
    if let Some(error) = broken {
        return Err(error.page(signed));
    }
    let today = shell.now.to_zoned(shell.zone.clone()).date();
    file.answer(&format!("users-{today}"))
        .await
        .map_err(|error| error.page(signed))
}

fn person(shell: &Shell, row: &UserRow, further: &[String]) -> Vec<Cell> {
    let user = &row.user;
    let teams: Vec<&str> = row
        .teams
        .iter()
        .map(|membership| membership.team.name.as_str())
        .collect();
    let seat = if user.service {
        shell.t("service-user").to_string()
    } else if user.state.holds_seat() {
        words::seat_word(shell, user.seat_kind)
    } else {
        shell.t("seat-none").to_string()
    };
    vec![
        user.id.to_string().into(),
        user.name.clone().into(),
        user.email.clone().into(),
        further.join(", ").into(),
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
