//! The tree of positions, and making one. Dragging a position onto another asks for the move, as the choice
//! on the position's own page does.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::ids::{self, PositionId};
use seatwise_domain::positions::{self, CreatePositionError, PositionRow};
use seatwise_domain::problem;
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Choice, Empty, Field, Note, Select, Tab, choice, empty, field, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::teams::tabs;

/// A position to be made, or the address of the page with a place for one.
#[derive(Debug, Default, Deserialize)]
pub struct NewPosition {
    #[serde(default)]
    name: String,
    #[serde(default)]
    parent: String,
}

/// A position in the markup: lists within lists, opened and closed row by row.
struct Row {
    id: String,
    href: String,
    name: String,
    holders: String,
    below: Option<String>,
    opens: bool,
    closes: Vec<()>,
}

#[derive(Template)]
#[template(path = "positions/tree.html")]
struct TreePage<'a> {
    shell: &'a Shell,
    tabs: Vec<Tab>,
    notes: Vec<Note>,
    empty: Option<Empty>,
    rows: Vec<Row>,
    new: Option<(Field, Select)>,
}

/// The tree.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<NewPosition>,
) -> Answer {
    render(&mut signed, &app, &query, &Wrong::none()).await
}

/// Makes a position.
pub async fn create(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<NewPosition>,
) -> Answer {
    let parent = read(&signed, &form.parent)?;
    match positions::create(&app.db, &signed.caller, &form.name, parent, "").await {
        Ok(position) => {
            let flash = Flash::new("positions-created").name("name", &position.name);
            Ok(signed.go("/positions", &flash))
        }
        Err(error @ (CreatePositionError::Name(_) | CreatePositionError::Taken)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, &form, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// The position that a choice names; none for the top.
pub(super) fn read(signed: &Signed, text: &str) -> Result<Option<PositionId>, Failure> {
    if text.is_empty() || text == "top" {
        return Ok(None);
    }
    let found = ids::parse(text).map_err(|_| signed.refuse(&problem::POSITION_UNKNOWN))?;
    Ok(Some(found))
}

/// All positions as entries of a choice, indented as they stand.
pub(in crate::ui) fn choices(rows: &[PositionRow]) -> Vec<Choice> {
    rows.iter()
        .map(|row| {
            let indent = "\u{2007}\u{2007}".repeat(row.depth.min(12));
            choice(row.position.id, format!("{indent}{}", row.position.name))
        })
        .collect()
}

async fn render(
    signed: &mut Signed,
    app: &App,
    form: &NewPosition,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = positions::list(&mut tx, &scope).await.map_err(fail)?;
    drop(tx);
    let title = signed.shell.t("nav-positions").to_string();
    signed.shell.at(Section::Teams).crumb(title, None);
    let shell = &signed.shell;
    let page = TreePage {
        shell,
        tabs: tabs::of(shell, &signed.caller, tabs::Shown::Positions),
        notes: wrong.note(&["name"]).into_iter().collect(),
        empty: found.is_empty().then(|| {
            empty(
                "workflow",
                shell.t("positions-none-title"),
                shell.t("positions-none-text"),
            )
        }),
        rows: rows(shell, &found),
        new: signed.caller.can(Key::EditPositions).then(|| {
            let name = field("name", shell.t("positions-name"))
                .value(&form.name)
                .autocomplete("off")
                .required()
                .error(wrong.at("name"));
            let parent = select("parent", shell.t("positions-below-which"), choices(&found))
                .empty(shell.t("positions-top"))
                .chosen(&form.parent);
            (name, parent)
        }),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn rows(shell: &Shell, found: &[PositionRow]) -> Vec<Row> {
    let depths = found.iter().skip(1).map(|row| row.depth);
    let next = depths.chain(std::iter::once(0));
    found
        .iter()
        .zip(next)
        .map(|(row, next)| Row {
            id: row.position.id.to_string(),
            href: shell.href(&format!("/positions/{}", row.position.id)),
            name: row.position.name.clone(),
            holders: shell
                .t("positions-holders-count")
                .with("count", row.position.holders)
                .to_string(),
            below: (row.below > 0).then(|| {
                shell
                    .t("positions-below-count")
                    .with("count", row.below)
                    .to_string()
            }),
            opens: next > row.depth,
            closes: vec![(); row.depth.saturating_sub(next)],
        })
        .collect()
}
