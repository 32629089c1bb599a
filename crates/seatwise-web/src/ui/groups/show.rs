//! One group: who belongs to it, its name, and people who may join.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::groups::{self, Group};
use seatwise_domain::ids::{GroupId, UserId};
use seatwise_domain::problem;
use seatwise_domain::store::{Cursor, PageSize};
use seatwise_domain::users::{self, ListFilter};
use serde::Deserialize;

use crate::app::App;
use crate::parts::{self, Field, Note, empty, field};
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

#[derive(Template)]
#[template(path = "groups/show.html")]
struct GroupPage<'a> {
    shell: &'a Shell,
    group: &'a Group,
    lead: String,
    notes: Vec<Note>,
    members: People<'a>,
    join: Option<Join<'a>>,
    rename: Option<Field>,
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
    render(&mut signed, &app, id, &query, None, &Wrong::none()).await
}

/// The page with what is wrong with another name.
pub(super) async fn render(
    signed: &mut Signed,
    app: &App,
    id: GroupId,
    query: &GroupQuery,
    name: Option<&str>,
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
    let group = groups::find(&mut tx, &scope, id)
        .await
        .map_err(fail)?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
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
    let page = GroupPage {
        shell,
        group: &group,
        lead: shell
            .t("teams-members-count")
            .with("count", members.total.number)
            .to_string(),
        notes: wrong.note(&["name"]).into_iter().collect(),
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
                .value(name.unwrap_or(&group.name))
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
