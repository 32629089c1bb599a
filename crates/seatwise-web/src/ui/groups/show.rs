//! One group: who belongs to it, its name, its place and kind, and people who may join.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::groups::{self, Group, GroupPlace};
use seatwise_domain::ids::{GroupId, UserId};
use seatwise_domain::problem;
use seatwise_domain::store::{Cursor, PageSize};
use seatwise_domain::users::{self, ListFilter};
use serde::Deserialize;

use super::list::{choices, kinds, mark};
use crate::app::App;
use crate::parts::{self, Field, Note, Select, Status, choice, empty, field, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::Wrong;
use crate::ui::people::{Join, People, looked_for, offered};

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct GroupQuery {
    page: Option<String>,
    find: Option<String>,
}

/// What was typed into a form of the page that was refused.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Typed<'a> {
    pub name: Option<&'a str>,
    pub parent: Option<&'a str>,
    pub kind: Option<&'a str>,
}

/// Place and kind; the kind is chosen at the top only.
struct Arranging {
    place: Select,
    kind: Option<Select>,
}

/// A group below.
struct Below {
    href: String,
    name: String,
    members: String,
}

#[derive(Template)]
#[template(path = "groups/show.html")]
struct GroupPage<'a> {
    shell: &'a Shell,
    group: &'a Group,
    lead: String,
    kind: Option<Status>,
    sight: Option<String>,
    below: Vec<Below>,
    notes: Vec<Note>,
    members: People<'a>,
    join: Option<Join<'a>>,
    rename: Option<Field>,
    arranging: Option<Arranging>,
}

impl GroupPage<'_> {
    fn at(&self, path: &str) -> String {
        self.shell.href(&format!("/groups/{}{path}", self.group.id))
    }
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Query(query): Query<GroupQuery>,
) -> Answer {
    render(
        &mut signed,
        &app,
        id,
        &query,
        Typed::default(),
        &Wrong::none(),
    )
    .await
}

/// The page with what is wrong.
pub(super) async fn render(
    signed: &mut Signed,
    app: &App,
    id: GroupId,
    query: &GroupQuery,
    typed: Typed<'_>,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let may_edit = signed.caller.can(Key::EditGroups);
    let wanted = query.find.as_deref().map(str::trim).unwrap_or_default();
    let others = if may_edit {
        looked_for(signed, app, wanted).await?
    } else {
        Vec::new()
    };
    let ids: Vec<UserId> = others.iter().map(|row| row.user.id).collect();
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let mut tx = app.db.read().await.map_err(fail)?;
    let all = groups::tree(&mut tx, &scope).await.map_err(fail)?;
    let within = ListFilter {
        group: Some(id),
        ..ListFilter::default()
    };
    let size = PageSize::default();
    let members = users::list(&mut tx, &scope, &within, cursor.as_ref(), size)
        .await
        .map_err(fail)?;
    let already = groups::among(&mut tx, &scope, id, &ids)
        .await
        .map_err(fail)?;
    drop(tx);
    let found = all.iter().position(|place| place.row.group.id == id);
    let at = found.ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let place = all
        .get(at)
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let group = &place.row.group;
    let inside = branch(&all, at);
    let list = signed.shell.t("nav-groups").to_string();
    let list_at = signed.shell.href("/groups");
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(group.name.as_str(), None);
    let shell = &signed.shell;
    let here = shell.href(&format!("/groups/{id}"));
    let nobody = empty(
        "users-round",
        shell.t("groups-no-members"),
        shell.t("groups-no-members-text"),
    );
    let listed = People::new(shell, shell.t("teams-members"), &here, &members, nobody);
    let arranging = may_edit.then(|| arranging(shell, &all, at, typed, wrong));
    let with_kind = arranging.as_ref().is_some_and(|form| form.kind.is_some());
    let noted: &[&str] = if with_kind {
        &["name", "parent", "visible"]
    } else {
        &["name", "parent"]
    };
    let page = GroupPage {
        shell,
        group,
        lead: lead(shell, &all, group, members.total.number),
        kind: mark(shell, group.visible),
        sight: group.visible.then(|| sight(shell, inside.len())),
        below: below(shell, inside, place.depth),
        notes: wrong.note(noted).into_iter().collect(),
        members: if may_edit {
            listed.remove(format!("{here}/members/remove"), shell.t("teams-remove"))
        } else {
            listed
        },
        join: may_edit.then(|| Join {
            shell,
            title: shell.t("teams-add").to_string(),
            action: format!("{here}/members"),
            here: here.clone(),
            find: wanted.to_owned(),
            people: offered(shell, &others, &already),
            none: shell.t("groups-nobody-to-add").to_string(),
        }),
        rename: may_edit.then(|| {
            field("name", shell.t("groups-name"))
                .value(typed.name.unwrap_or(&group.name))
                .autocomplete("off")
                .required()
                .error(wrong.at("name"))
        }),
        arranging,
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

/// Those below a group, as they stand after it.
fn branch(all: &[GroupPlace], at: usize) -> &[GroupPlace] {
    let depth = all.get(at).map_or(0, |place| place.depth);
    let after = all.get(at + 1..).unwrap_or_default();
    let inside = after.iter().take_while(|place| place.depth > depth).count();
    after.get(..inside).unwrap_or_default()
}

/// How many belong to it, and what stands above.
fn lead(shell: &Shell, all: &[GroupPlace], group: &Group, members: u64) -> String {
    let members = shell.t("teams-members-count").with("count", members);
    let above = all
        .iter()
        .find(|other| Some(other.row.group.id) == group.parent);
    match above {
        Some(above) => {
            let name = above.row.group.name.as_str();
            let above = shell.t("positions-is-below").with("name", name);
            format!("{members} · {above}")
        }
        None => members.to_string(),
    }
}

/// What the kind means.
fn sight(shell: &Shell, below: usize) -> String {
    let mut text = shell.t("groups-sight-text").to_string();
    if below > 0 {
        text.push(' ');
        text.push_str(
            &shell
                .t("groups-sight-below")
                .with("count", below)
                .to_string(),
        );
    }
    text
}

/// Those directly below.
fn below(shell: &Shell, inside: &[GroupPlace], depth: usize) -> Vec<Below> {
    let direct = inside.iter().filter(|place| place.depth == depth + 1);
    direct
        .map(|place| Below {
            href: shell.href(&format!("/groups/{}", place.row.group.id)),
            name: place.row.group.name.clone(),
            members: shell
                .t("teams-members-count")
                .with("count", place.row.members)
                .to_string(),
        })
        .collect()
}

/// Where it may go, nowhere below itself; and at the top the kind.
fn arranging(
    shell: &Shell,
    all: &[GroupPlace],
    at: usize,
    typed: Typed<'_>,
    wrong: &Wrong,
) -> Arranging {
    let inside = branch(all, at).len();
    let others = all.iter().enumerate();
    let others: Vec<GroupPlace> = others
        .filter(|(index, _)| *index < at || *index > at + inside)
        .map(|(_, place)| place.clone())
        .collect();
    let group = all.get(at).map(|place| &place.row.group);
    let parent = group.and_then(|group| group.parent);
    let chosen = parent.map_or_else(|| "top".to_owned(), |parent| parent.to_string());
    let mut options = vec![choice("top", shell.t("positions-top"))];
    options.extend(choices(&others));
    let kind = group.map_or("ordinary", Group::kind);
    Arranging {
        place: select("parent", shell.t("positions-move-to"), options)
            .chosen(typed.parent.unwrap_or(&chosen))
            .error(wrong.at("parent")),
        kind: parent.is_none().then(|| {
            kinds(shell)
                .chosen(typed.kind.unwrap_or(kind))
                .hint(shell.t("groups-kind-hint"))
                .error(wrong.at("visible"))
        }),
    }
}
