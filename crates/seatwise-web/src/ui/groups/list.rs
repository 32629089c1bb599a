//! The list of groups, and making one.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::groups::{self, CreateGroupError, GroupRow};
use seatwise_domain::store::{Cursor, PageSize};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Empty, Field, Note, Pager, Tab, empty, field};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::query::{Link, pager, shown_of};
use crate::ui::teams::tabs;

/// The address of the list.
#[derive(Debug, Default, Deserialize)]
pub struct GroupsQuery {
    page: Option<String>,
}

/// A group to be made.
#[derive(Debug, Default, Deserialize)]
pub struct NewGroup {
    #[serde(default)]
    name: String,
}

struct Row {
    href: String,
    name: String,
    members: u64,
}

#[derive(Template)]
#[template(path = "groups/list.html")]
struct GroupsPage<'a> {
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
    Query(query): Query<GroupsQuery>,
) -> Answer {
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let form = NewGroup::default();
    render(&mut signed, &app, cursor.as_ref(), &form, &Wrong::none()).await
}

/// Makes a group.
pub async fn create(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<NewGroup>,
) -> Answer {
    match groups::create(&app.db, &signed.caller, &form.name).await {
        Ok(group) => {
            let flash = Flash::new("groups-created").name("name", &group.name);
            Ok(signed.go(&format!("/groups/{}", group.id), &flash))
        }
        Err(error @ (CreateGroupError::Name(_) | CreateGroupError::Taken)) => {
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
    form: &NewGroup,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = groups::list(&mut tx, &scope, cursor, PageSize::default())
        .await
        .map_err(fail)?;
    drop(tx);
    let title = signed.shell.t("nav-groups").to_string();
    signed.shell.at(Section::Teams).crumb(title, None);
    let shell = &signed.shell;
    let link = Link::new(shell.href("/groups"));
    let page = GroupsPage {
        shell,
        tabs: tabs::of(shell, &signed.caller, tabs::Shown::Groups),
        notes: wrong.note(&["name"]).into_iter().collect(),
        empty: found.items.is_empty().then(|| {
            empty(
                "users-round",
                shell.t("groups-none-title"),
                shell.t("groups-none-text"),
            )
        }),
        pager: pager(
            shell,
            &link,
            &found,
            shown_of(shell, found.items.len(), found.total),
            ("pager-previous", "pager-next"),
        ),
        rows: found.items.iter().map(|group| row(shell, group)).collect(),
        new: signed.caller.can(Key::EditGroups).then(|| {
            field("name", shell.t("groups-name"))
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

fn row(shell: &Shell, row: &GroupRow) -> Row {
    Row {
        href: shell.href(&format!("/groups/{}", row.group.id)),
        name: row.group.name.clone(),
        members: row.members,
    }
}
