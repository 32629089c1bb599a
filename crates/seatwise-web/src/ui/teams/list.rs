//! The list of teams, and making one.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::store::{Cursor, PageSize};
use seatwise_domain::teams::{self, CreateTeamError, TeamRow};
use serde::Deserialize;

use super::tabs;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Empty, Field, Note, Pager, Tab, empty, field};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::query::{Link, pager, shown_of};

/// The address of the list.
#[derive(Debug, Default, Deserialize)]
pub struct TeamsQuery {
    page: Option<String>,
}

/// A team to be made.
#[derive(Debug, Default, Deserialize)]
pub struct NewTeam {
    #[serde(default)]
    name: String,
}

struct Row {
    href: String,
    name: String,
    managers: String,
    members: u64,
}

#[derive(Template)]
#[template(path = "teams/list.html")]
struct TeamsPage<'a> {
    shell: &'a Shell,
    tabs: Vec<Tab>,
    notes: Vec<Note>,
    empty: Option<Empty>,
    rows: Vec<Row>,
    pager: Pager,
    new: Option<Field>,
}

/// The list.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<TeamsQuery>,
) -> Answer {
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    render(
        &mut signed,
        &app,
        cursor.as_ref(),
        &NewTeam::default(),
        &Wrong::none(),
    )
    .await
}

/// Makes a team.
pub async fn create(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<NewTeam>,
) -> Answer {
    match teams::create(&app.db, &signed.caller, &form.name).await {
        Ok(team) => {
            let flash = Flash::new("teams-created").name("name", &team.name);
            Ok(signed.go(&format!("/teams/{}", team.id), &flash))
        }
        Err(error @ (CreateTeamError::Name(_) | CreateTeamError::Taken)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, None, &form, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

async fn render(
    signed: &mut Signed,
    app: &App,
    cursor: Option<&Cursor>,
    form: &NewTeam,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = teams::list(&mut tx, &scope, cursor, PageSize::default())
        .await
        .map_err(fail)?;
    drop(tx);
    signed.shell.at(Section::Teams);
    let shell = &signed.shell;
    let link = Link::new(shell.href(Section::Teams.path()));
    let page = TeamsPage {
        shell,
        tabs: tabs::of(shell, &signed.caller, tabs::Shown::Teams),
        notes: wrong.note(&["name"]).into_iter().collect(),
        empty: found.items.is_empty().then(|| {
            empty(
                "users-round",
                shell.t("teams-none-title"),
                shell.t("teams-none-text"),
            )
        }),
        pager: pager(
            shell,
            &link,
            &found,
            shown_of(shell, found.items.len(), found.total),
            ("pager-previous", "pager-next"),
        ),
        rows: found.items.iter().map(|team| row(shell, team)).collect(),
        new: signed.caller.can(Key::EditTeams).then(|| {
            field("name", shell.t("teams-name"))
                .value(&form.name)
                .autocomplete("off")
                .required()
                .error(wrong.at("name"))
        }),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn row(shell: &Shell, row: &TeamRow) -> Row {
    Row {
        href: shell.href(&format!("/teams/{}", row.team.id)),
        name: row.team.name.clone(),
        managers: row.managers.join(", "),
        members: row.members,
    }
}
