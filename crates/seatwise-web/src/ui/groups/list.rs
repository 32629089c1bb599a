//! The tree of groups, and making one.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::groups::{self, CreateGroupError, GroupPlace, NewGroup};
use seatwise_domain::ids::{self, GroupId};
use seatwise_domain::problem;
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{
    self, Choice, Empty, Field, Note, Select, Status, Tab, Tone, choice, empty, field, select,
};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::teams::tabs;

/// A group to be made, or the address of the page with a place for one.
#[derive(Debug, Default, Deserialize)]
pub struct GroupForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    parent: String,
    #[serde(default)]
    kind: String,
}

/// A group in the markup: lists within lists, opened and closed row by row.
struct Row {
    href: String,
    name: String,
    kind: Option<Status>,
    members: String,
    opens: bool,
    closes: Vec<()>,
}

struct New {
    name: Field,
    parent: Select,
    kind: Select,
}

#[derive(Template)]
#[template(path = "groups/list.html")]
struct GroupsPage<'a> {
    shell: &'a Shell,
    tabs: Vec<Tab>,
    notes: Vec<Note>,
    empty: Option<Empty>,
    rows: Vec<Row>,
    new: Option<New>,
}

/// The tree.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<GroupForm>,
) -> Answer {
    render(&mut signed, &app, &query, &Wrong::none()).await
}

/// Makes a group.
pub async fn create(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<GroupForm>,
) -> Answer {
    let parent = read(&signed, &form.parent)?;
    let new = NewGroup {
        name: form.name.clone(),
        parent,
        visible: parent.is_none().then_some(form.kind == VISIBILITY),
        reason: String::new(),
    };
    match groups::create_within(&app.db, &signed.caller, &new).await {
        Ok(group) => {
            let flash = Flash::new("groups-created").name("name", &group.name);
            Ok(signed.go(&format!("/groups/{}", group.id), &flash))
        }
        Err(error @ (CreateGroupError::Name(_) | CreateGroupError::Taken)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, &form, &wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// The word of the kind whose members see each other's leads.
pub(super) const VISIBILITY: &str = "visibility";

/// The group that a choice names; none for the top.
pub(super) fn read(signed: &Signed, text: &str) -> Result<Option<GroupId>, Failure> {
    if text.is_empty() || text == "top" {
        return Ok(None);
    }
    let found = ids::parse(text).map_err(|_| signed.refuse(&problem::GROUP_UNKNOWN))?;
    Ok(Some(found))
}

/// Groups as entries of a choice, indented as they stand.
pub(super) fn choices(places: &[GroupPlace]) -> Vec<Choice> {
    let entry = |place: &GroupPlace| {
        let indent = "\u{2007}\u{2007}".repeat(place.depth.min(12));
        let group = &place.row.group;
        choice(group.id, format!("{indent}{}", group.name))
    };
    places.iter().map(entry).collect()
}

/// Both kinds to choose from.
pub(super) fn kinds(shell: &Shell) -> Select {
    let kind = |word: &str| choice(word, shell.t(&["groups-kind-", word].concat()));
    let options = vec![kind("ordinary"), kind(VISIBILITY)];
    select("kind", shell.t("groups-kind"), options)
}

/// What marks a visibility group.
pub(super) fn mark(shell: &Shell, visible: bool) -> Option<Status> {
    visible.then(|| parts::status(Tone::Info, "eye", shell.t("groups-kind-visibility")))
}

async fn render(
    signed: &mut Signed,
    app: &App,
    form: &GroupForm,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = groups::tree(&mut tx, &scope).await.map_err(fail)?;
    drop(tx);
    let title = signed.shell.t("nav-groups").to_string();
    signed.shell.at(Section::Teams).crumb(title, None);
    let shell = &signed.shell;
    let page = GroupsPage {
        shell,
        tabs: tabs::of(shell, &signed.caller, tabs::Shown::Groups),
        notes: wrong.note(&["name"]).into_iter().collect(),
        empty: found.is_empty().then(|| {
            empty(
                "users-round",
                shell.t("groups-none-title"),
                shell.t("groups-none-text"),
            )
        }),
        rows: rows(shell, &found),
        new: signed
            .caller
            .can(Key::EditGroups)
            .then(|| new(shell, &found, form, wrong)),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn new(shell: &Shell, found: &[GroupPlace], form: &GroupForm, wrong: &Wrong) -> New {
    New {
        name: field("name", shell.t("groups-name"))
            .value(&form.name)
            .autocomplete("off")
            .required()
            .error(wrong.at("name")),
        parent: select("parent", shell.t("groups-below-which"), choices(found))
            .empty(shell.t("positions-top"))
            .chosen(&form.parent),
        kind: kinds(shell)
            .chosen(&form.kind)
            .hint(shell.t("groups-kind-hint")),
    }
}

fn rows(shell: &Shell, found: &[GroupPlace]) -> Vec<Row> {
    let depths = found.iter().skip(1).map(|place| place.depth);
    let next = depths.chain(std::iter::once(0));
    found
        .iter()
        .zip(next)
        .map(|(place, next)| Row {
            href: shell.href(&format!("/groups/{}", place.row.group.id)),
            name: place.row.group.name.clone(),
            kind: mark(shell, place.row.group.visible),
            members: shell
                .t("teams-members-count")
                .with("count", place.row.members)
                .to_string(),
            opens: next > place.depth,
            closes: vec![(); place.depth.saturating_sub(next)],
        })
        .collect()
}
