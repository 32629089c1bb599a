//! One role: what it says, permission by permission and field by field, and who holds it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::problem;
use seatwise_domain::roles::{self, Role, RoleKey, RoleRow};
use seatwise_domain::store::{Cursor, Page, PageSize};
use seatwise_domain::users::{self, ListFilter, UserRow};
use serde::Deserialize;

use super::lines::{GivableRoles, Group, givable, groups, known_fields};
use super::typed::Typed;
use crate::app::App;
use crate::frame::{hue, picture};
use crate::parts::{self, Field, Note, Pager, Status, Tab, Tone, field, note, status};
use crate::role_words;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::Wrong;
use crate::ui::query::{Link, pager, shown_of};
use crate::ui::users::asked::reason_area;
use crate::ui::users::words;

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct RoleQuery {
    page: Option<String>,
}

struct Member {
    href: String,
    name: String,
    mail: String,
    hue: u8,
    off: bool,
    picture: Option<String>,
    status: Status,
    held: String,
}

/// Somebody who will hold the role: address, name, and from when on.
struct Later {
    href: String,
    name: String,
    dates: String,
}

struct Members {
    count: String,
    people: Vec<Member>,
    pager: Pager,
    later: Vec<Later>,
}

#[derive(Template)]
#[template(path = "roles/edit.html")]
pub(super) struct RolePage<'a> {
    shell: &'a Shell,
    title: String,
    lead: String,
    tags: Vec<Status>,
    notes: Vec<Note>,
    action: String,
    kind: &'static str,
    seen: String,
    basics: Vec<Field>,
    groups: Vec<Group>,
    givable: Option<GivableRoles>,
    reason: Option<Field>,
    button: String,
    cancel: String,
    links: Vec<(String, &'static str, String)>,
    members: Option<Members>,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, role)): Path<(String, String)>,
    Query(query): Query<RoleQuery>,
) -> Answer {
    let row = load(&signed, &role).await?;
    let typed = Typed::of(&row.role);
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    render(&mut signed, &app, &row, &typed, (&Wrong::none(), cursor)).await
}

/// The role of an address, or the page that says there is none.
pub(super) async fn load(signed: &Signed, role: &str) -> Result<RoleRow, Failure> {
    let unknown = || signed.refuse(&problem::NOT_FOUND);
    let key: RoleKey = role.parse().map_err(|_| unknown())?;
    let fail = |error| signed.fail(&error);
    let mut tx = signed.app.db.read().await.map_err(fail)?;
    let row = roles::find(&mut tx, &signed.caller, &key)
        .await
        .map_err(|error| signed.fail(&error))?;
    row.ok_or_else(unknown)
}

/// The page of a role with what was typed and what is wrong with it.
pub(super) async fn render(
    signed: &mut Signed,
    app: &App,
    row: &RoleRow,
    typed: &Typed,
    (wrong, cursor): (&Wrong, Option<Cursor>),
) -> Result<Response, Failure> {
    let role = &row.role;
    let known = known_fields(signed).await?;
    let editable = signed.caller.can(Key::EditRoles) && role.is_editable();
    let givable = givable(signed, role, typed, editable).await?;
    let members = members(signed, app, row, cursor).await?;
    let title = role_words::of_role(signed.shell.lang, role);
    signed.shell.at(Section::Roles).crumb(&title, None);
    let shell = &signed.shell;
    let may_edit = signed.caller.can(Key::EditRoles);
    let named = editable && !role.key.is_built_in();
    let at = |path: &str| shell.href(&format!("/roles/{}{path}", role.key));
    let page = RolePage {
        shell,
        title,
        lead: role_words::purpose(shell.lang, role),
        tags: tags(shell, row),
        notes: notes(shell, role, may_edit, wrong),
        action: at(""),
        kind: role.kind.as_str(),
        seen: typed.get("seen").to_owned(),
        basics: if named {
            basics(shell, typed, wrong)
        } else {
            Vec::new()
        },
        groups: groups(shell, role, typed, editable, &known),
        givable,
        reason: editable.then(|| reason_area(shell, typed.get("reason")).error(wrong.at("reason"))),
        button: shell.t("edit-save").to_string(),
        cancel: shell.href(Section::Roles.path()),
        links: links(shell, row, may_edit),
        members: Some(members),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

/// The page of a role that is not there yet.
pub(super) async fn render_new(
    signed: &mut Signed,
    role: &Role,
    typed: &Typed,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let known = known_fields(signed).await?;
    let givable = givable(signed, role, typed, true).await?;
    let title = if role.is_set() {
        "roles-new-set"
    } else {
        "roles-new"
    };
    let title = signed.shell.t(title).to_string();
    signed.shell.at(Section::Roles).crumb(&title, None);
    let shell = &signed.shell;
    let lead = if role.is_set() {
        "roles-new-set-lead"
    } else {
        "roles-new-lead"
    };
    let page = RolePage {
        shell,
        title,
        lead: shell.t(lead).to_string(),
        tags: Vec::new(),
        notes: wrong
            .note(&["name", "description", "reason"])
            .into_iter()
            .collect(),
        action: shell.href("/roles/new"),
        kind: role.kind.as_str(),
        seen: String::new(),
        basics: basics(shell, typed, wrong),
        groups: groups(shell, role, typed, true, &known),
        givable,
        reason: Some(reason_area(shell, typed.get("reason")).error(wrong.at("reason"))),
        button: shell.t("roles-create").to_string(),
        cancel: shell.href(Section::Roles.path()),
        links: Vec::new(),
        members: None,
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn tags(shell: &Shell, row: &RoleRow) -> Vec<Status> {
    let mut tags = Vec::new();
    if row.role.key.is_built_in() {
        tags.push(status(Tone::Neutral, "lock", shell.t("roles-system")));
    }
    if row.role.is_set() {
        tags.push(status(Tone::Violet, "plus", shell.t("roles-kind-set")));
    }
    if row.is_default {
        tags.push(status(Tone::Info, "star", shell.t("roles-default")));
    }
    tags
}

fn notes(shell: &Shell, role: &Role, may_edit: bool, wrong: &Wrong) -> Vec<Note> {
    let mut notes: Vec<Note> = wrong
        .note(&["name", "description", "reason"])
        .into_iter()
        .collect();
    if may_edit && !role.is_editable() {
        let copy = shell.href(&format!("/roles/new?from={}", role.key));
        notes.push(
            note(Tone::Info, "lock", shell.t("roles-fixed"))
                .text(shell.t("roles-fixed-text"))
                .link(Tab::new(copy, shell.t("roles-copy"))),
        );
    }
    notes
}

fn links(shell: &Shell, row: &RoleRow, may_edit: bool) -> Vec<(String, &'static str, String)> {
    let role = &row.role;
    let mut links = Vec::new();
    if !may_edit {
        return links;
    }
    let at = |path: &str| shell.href(&format!("/roles/{}{path}", role.key));
    let copy = shell.href(&format!("/roles/new?from={}", role.key));
    links.push((copy, "copy", shell.t("roles-copy").to_string()));
    if !role.is_set() && !row.is_default && !role.key.is_of_team_seats() {
        links.push((
            at("/default"),
            "star",
            shell.t("roles-make-default").to_string(),
        ));
    }
    if !role.key.is_built_in() && !row.is_default {
        links.push((
            at("/delete"),
            "trash-2",
            shell.t("roles-delete").to_string(),
        ));
    }
    links
}

fn basics(shell: &Shell, typed: &Typed, wrong: &Wrong) -> Vec<Field> {
    vec![
        field("name", shell.t("roles-name"))
            .value(typed.get("name"))
            .autocomplete("off")
            .required()
            .error(wrong.at("name")),
        field("description", shell.t("roles-description"))
            .value(typed.get("description"))
            .autocomplete("off")
            .max(roles::DESCRIPTION_MAX)
            .optional(shell.t("form-optional"))
            .error(wrong.at("description")),
    ]
}

async fn members(
    signed: &Signed,
    app: &App,
    row: &RoleRow,
    cursor: Option<Cursor>,
) -> Result<Members, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let key = &row.role.key;
    let filter = ListFilter {
        role: Some(key.clone()),
        hide_inactive: true,
        ..ListFilter::default()
    };
    let mut tx = app.db.read().await.map_err(fail)?;
    let size = PageSize::new(20);
    let found: Page<UserRow> = users::list(&mut tx, &scope, &filter, cursor.as_ref(), size)
        .await
        .map_err(fail)?;
    let later = roles::to_come(&mut tx, &scope, key).await.map_err(fail)?;
    drop(tx);
    let shell = &signed.shell;
    let link = Link::new(shell.href(&format!("/roles/{key}")));
    Ok(Members {
        count: shell
            .t("roles-people")
            .with("count", found.total.number)
            .to_string(),
        pager: pager(
            shell,
            &link,
            &found,
            shown_of(shell, found.items.len(), found.total),
            ("pager-previous", "pager-next"),
        ),
        people: found
            .items
            .iter()
            .map(|row| member(shell, row, key))
            .collect(),
        later: later
            .into_iter()
            .map(|one| Later {
                href: shell.href(&format!("/users/{}", one.user)),
                dates: super::dates::words(shell, Some(one.starts_at), one.expires_at),
                name: one.name,
            })
            .collect(),
    })
}

fn member(shell: &Shell, row: &UserRow, key: &RoleKey) -> Member {
    let user = &row.user;
    let held = row.roles.iter().find(|held| held.role.key == *key);
    let held = held.map(|held| super::hold::how(shell, held));
    Member {
        href: shell.href(&format!("/users/{}", user.id)),
        name: user.name.clone(),
        mail: words::sign_in_name(user),
        hue: hue(user.id),
        off: words::is_off(user),
        picture: picture(shell, user),
        status: words::status_of(shell, user),
        held: held.unwrap_or_default(),
    }
}
