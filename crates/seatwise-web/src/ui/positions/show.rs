//! One position: who holds it, its name, where it stands, and people who may hold it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, Placing, ViewUsers};
use seatwise_domain::ids::{PositionId, UserId};
use seatwise_domain::positions::{self, Position, PositionRow};
use seatwise_domain::problem;
use seatwise_domain::store::{Cursor, PageSize};
use seatwise_domain::users::{self, ListFilter};
use serde::Deserialize;

use super::tree::choices;
use crate::app::App;
use crate::parts::{self, Field, Note, Select, empty, field, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::Wrong;
use crate::ui::people::{Join, People, looked_for, offered};

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct PositionQuery {
    page: Option<String>,
    find: Option<String>,
}

#[derive(Template)]
#[template(path = "positions/show.html")]
struct PositionPage<'a> {
    shell: &'a Shell,
    position: &'a Position,
    lead: String,
    notes: Vec<Note>,
    holders: People<'a>,
    join: Option<Join<'a>>,
    rename: Option<Field>,
    place: Option<Select>,
}

impl PositionPage<'_> {
    fn at(&self, path: &str) -> String {
        self.shell
            .href(&format!("/positions/{}{path}", self.position.id))
    }
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, PositionId)>,
    Query(query): Query<PositionQuery>,
) -> Answer {
    render(&mut signed, &app, id, &query, None, &Wrong::none()).await
}

/// The page with what is wrong with another name.
pub(super) async fn render(
    signed: &mut Signed,
    app: &App,
    id: PositionId,
    query: &PositionQuery,
    name: Option<&str>,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let may_edit = signed.caller.can(Key::EditPositions);
    let wanted = query.find.as_deref().map(str::trim).unwrap_or_default();
    let others = if may_edit {
        looked_for(signed, app, wanted).await?
    } else {
        Vec::new()
    };
    let ids: Vec<UserId> = others.iter().map(|row| row.user.id).collect();
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let mut tx = app.db.read().await.map_err(fail)?;
    let all = positions::list(&mut tx, &scope).await.map_err(fail)?;
    let within = ListFilter {
        position: Some(id),
        ..ListFilter::default()
    };
    let size = PageSize::default();
    let holders = users::list(&mut tx, &scope, &within, cursor.as_ref(), size)
        .await
        .map_err(fail)?;
    let mut already = positions::among(&mut tx, &scope, id, &ids)
        .await
        .map_err(fail)?;
    // Nothing is offered that would be refused.
    let placing = signed.caller.placing_at_positions(&mut tx);
    let placing = placing.await.map_err(fail)?;
    let kept = signed.caller.unplaced(&mut tx, &placing, &ids);
    already.extend(kept.await.map_err(fail)?);
    drop(tx);
    let widens = signed.caller.may_widen().is_ok();
    let open = positions::open_to(all.clone(), &placing);
    let may_place = may_edit && widens && open.iter().any(|row| row.position.id == id);
    let found = all.iter().position(|row| row.position.id == id);
    let at = found.ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let row = all
        .get(at)
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let position = &row.position;
    let list = signed.shell.t("nav-positions").to_string();
    let list_at = signed.shell.href("/positions");
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(position.name.as_str(), None);
    let shell = &signed.shell;
    let here = shell.href(&format!("/positions/{id}"));
    let nobody = empty(
        "workflow",
        shell.t("positions-no-holders"),
        shell.t("positions-no-holders-text"),
    );
    let title = shell.t("positions-holders");
    let listed = People::new(shell, title, &here, &holders, nobody);
    let page = PositionPage {
        shell,
        position,
        lead: lead(shell, &all, row),
        notes: wrong.note(&["name"]).into_iter().collect(),
        // Nobody moves anybody out of his part.
        holders: if may_place && placing.is_free() {
            listed.remove(
                format!("{here}/holders/remove"),
                shell.t("positions-take-off"),
            )
        } else {
            listed
        },
        join: may_place.then(|| Join {
            shell,
            title: shell.t("teams-add").to_string(),
            action: format!("{here}/holders"),
            here: here.clone(),
            find: wanted.to_owned(),
            people: offered(shell, &others, &already),
            none: shell.t("positions-nobody-to-add").to_string(),
        }),
        rename: may_edit.then(|| {
            field("name", shell.t("positions-name"))
                .value(name.unwrap_or(&position.name))
                .autocomplete("off")
                .required()
                .error(wrong.at("name"))
        }),
        place: may_place
            .then(|| place(shell, &all, at, &placing))
            .flatten(),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

/// What stands above, and how many people are below.
fn lead(shell: &Shell, all: &[PositionRow], row: &PositionRow) -> String {
    let above = all
        .iter()
        .find(|other| Some(other.position.id) == row.position.parent);
    let above = match above {
        Some(above) => shell
            .t("positions-is-below")
            .with("name", above.position.name.as_str()),
        None => shell.t("positions-is-top"),
    };
    let below = shell.t("positions-below-count").with("count", row.below);
    format!("{above} · {below}")
}

/// Where it may go: nowhere below itself.
fn place(shell: &Shell, all: &[PositionRow], at: usize, placing: &Placing) -> Option<Select> {
    let own = all.get(at).map_or(0, |row| row.depth);
    let after = all.iter().skip(at + 1);
    let inside = after.take_while(|row| row.depth > own).count();
    let others: Vec<PositionRow> = all
        .iter()
        .enumerate()
        .filter(|(index, _)| *index < at || *index > at + inside)
        .map(|(_, row)| row.clone())
        .collect();
    let parent = all.get(at).and_then(|row| row.position.parent);
    let chosen = parent.map_or_else(|| "top".to_owned(), |parent| parent.to_string());
    let mut options = Vec::new();
    if placing.is_free() {
        options.push(parts::choice("top", shell.t("positions-top")));
    }
    options.extend(choices(&positions::open_to(others, placing)));
    (!options.is_empty())
        .then(|| select("to", shell.t("positions-move-to"), options).chosen(chosen))
}
