//! Licences at a glance: seats of each kind, who holds them, and their number.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, SeatKind, ViewSeats, ViewUsers};
use seatwise_domain::seats::{self, KindOverview, SetCountError};
use seatwise_domain::store::{Cursor, PageSize};
use seatwise_domain::users::{self, ListFilter, StateView, UserRow, UserState};
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::form::{Posted, Wrong};
use super::query::{Link, pager, shown_of};
use super::seats::{squares, title, used};
use super::users::words;
use crate::app::App;
use crate::cookies::Flash;
use crate::frame::{hue, picture};
use crate::parts::{self, Input, Note, Pager, Seats, field};
use crate::shell::{Section, Shell};
use crate::signed::Signed;

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct SeatsQuery {
    page: Option<String>,
}

/// The new numbers.
#[derive(Debug, Deserialize)]
pub struct SeatsForm {
    #[serde(default)]
    regular: String,
    #[serde(default)]
    team: String,
}

struct Kind {
    title: String,
    used: String,
    seats: Seats,
    legend: Vec<(&'static str, String, u64)>,
}

struct Holder {
    name: String,
    href: String,
    hue: u8,
    off: bool,
    picture: Option<String>,
    kind: String,
    since: String,
    note: String,
}

#[derive(Template)]
#[template(path = "licences.html")]
struct LicencesPage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    kinds: Vec<Kind>,
    holders: Vec<Holder>,
    pager: Pager,
    buy: Option<Vec<Input>>,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<SeatsQuery>,
) -> Answer {
    render(&mut signed, &app, query.page.as_deref(), &Wrong::none()).await
}

/// Changes the numbers.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<SeatsForm>,
) -> Answer {
    for (kind, typed) in [
        (SeatKind::Regular, &form.regular),
        (SeatKind::Team, &form.team),
    ] {
        let wanted = typed.trim().parse().unwrap_or(u64::MAX);
        match seats::set_count(&app.db, &signed.caller, kind, wanted).await {
            Ok(_) => {}
            Err(error @ (SetCountError::Impossible | SetCountError::InUse(_))) => {
                let name = match kind {
                    SeatKind::Regular => "regular",
                    SeatKind::Team => "team",
                };
                let wrong = Wrong::of(&signed.shell, &error).moved(name);
                return render(&mut signed, &app, None, &wrong).await;
            }
            Err(error) => return Err(signed.fail(&error)),
        }
    }
    Ok(signed.go("/licences", &Flash::new("seats-saved")))
}

async fn render(
    signed: &mut Signed,
    app: &App,
    page: Option<&str>,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let scope = signed
        .caller
        .scope::<ViewSeats>()
        .map_err(|error| signed.fail(&error))?;
    let people = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let cursor = page.and_then(Cursor::decode);
    let filter = ListFilter {
        view: StateView::All,
        hide_inactive: true,
        ..ListFilter::default()
    };
    let mut tx = app.db.read().await.map_err(fail)?;
    let kinds = seats::overview(&mut tx, &scope).await.map_err(fail)?;
    let found = users::list(
        &mut tx,
        &people,
        &filter,
        cursor.as_ref(),
        PageSize::new(20),
    )
    .await
    .map_err(fail)?;
    drop(tx);
    signed.shell.at(Section::Licences);
    let shell = &signed.shell;
    let link = Link::new(shell.href("/licences"));
    let page = LicencesPage {
        shell,
        notes: wrong.note(&["regular", "team"]).into_iter().collect(),
        holders: found.items.iter().map(|row| holder(shell, row)).collect(),
        pager: pager(
            shell,
            &link,
            &found,
            shown_of(shell, found.items.len(), found.total),
            ("pager-previous", "pager-next"),
        ),
        buy: signed.caller.can(Key::PurchaseSeats).then(|| {
            kinds
                .iter()
                .map(|kind| number(shell, kind, wrong))
                .collect()
        }),
        kinds: kinds
            .iter()
            .filter(|kind| kind.bought > 0)
            .map(|kind| panel(shell, kind))
            .collect(),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn panel(shell: &Shell, kind: &KindOverview) -> Kind {
    let t = |key: &str| shell.t(key).to_string();
    let in_use = match kind.kind {
        SeatKind::Regular => "used",
        SeatKind::Team => "team",
    };
    let legend = [
        (
            in_use,
            t("seats-in-use"),
            kind.used.saturating_sub(kind.pending),
        ),
        ("pending", t("seats-pending-users"), kind.pending),
        ("released", t("seats-released-legend"), kind.released),
        (
            "free",
            t("seats-free-legend"),
            kind.free.saturating_sub(kind.released),
        ),
    ];
    Kind {
        title: title(shell, kind.kind),
        used: used(shell, kind),
        seats: squares(shell, kind, true),
        legend: legend
            .into_iter()
            .filter(|(_, _, count)| *count > 0)
            .collect(),
    }
}

fn number(shell: &Shell, kind: &KindOverview, wrong: &Wrong) -> Input {
    let name = match kind.kind {
        SeatKind::Regular => "regular",
        SeatKind::Team => "team",
    };
    field(name, title(shell, kind.kind))
        .kind("number")
        .mode("numeric")
        .value(kind.bought)
        .hint(shell.t("seats-bought-hint").with("taken", kind.used))
        .error(wrong.at(name))
        .into()
}

fn holder(shell: &Shell, row: &UserRow) -> Holder {
    let user = &row.user;
    let note = match user.state {
        UserState::Pending => user.link_expires_at.map(|until| {
            let key = if words::link_expired(shell, user) {
                "seats-note-expired"
            } else {
                "seats-note-pending"
            };
            shell.t(key).with("date", shell.day_of(&until)).to_string()
        }),
        UserState::Invited => Some(shell.t("users-not-mailed").to_string()),
        UserState::Frozen => Some(shell.t("seats-note-frozen").to_string()),
        _ => user.last_seen_at.and_then(|at| {
            let days = shell.now.duration_since(at.to_jiff()).as_hours() / 24;
            (days >= 30).then(|| shell.t("seats-note-unseen").with("count", days).to_string())
        }),
    };
    Holder {
        name: user.name.clone(),
        href: shell.href(&format!("/users/{}", user.id)),
        hue: hue(user.id),
        picture: picture(shell, user),
        off: words::is_off(user),
        kind: words::seat_word(shell, user.seat_kind),
        since: shell.day_of(&user.activated_at.unwrap_or(user.created_at)),
        note: note.unwrap_or_default(),
    }
}
