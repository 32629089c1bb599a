//! One team: who belongs to it and who leads it, its name, and people who may join.

use std::collections::HashSet;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::ids::{TeamId, UserId};
use seatwise_domain::problem;
use seatwise_domain::store::{Cursor, Page, PageSize};
use seatwise_domain::teams::{self, Team};
use seatwise_domain::tenants;
use seatwise_domain::users::{self, ListFilter, UserRow};
use serde::Deserialize;

use super::leave;
use crate::app::App;
use crate::frame::{hue, picture};
use crate::parts::{self, Empty, Field, Note, Pager, Status, empty, field};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::Wrong;
use crate::ui::query::{Link, pager, shown_of};
use crate::ui::users::words;

/// How many people are offered at once.
const OFFERED: usize = 10;
/// Among how many they are looked for, since some of them belong to the team already.
const LOOKED_AT: u32 = 50;

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct TeamQuery {
    page: Option<String>,
    find: Option<String>,
}

struct Person {
    id: String,
    href: String,
    name: String,
    mail: String,
    hue: u8,
    off: bool,
    picture: Option<String>,
    status: Status,
    leads: bool,
    /// Whether he may be let lead, or lead no more.
    turns: bool,
    /// The page that asks before he is taken out, if he may be.
    remove: Option<String>,
}

struct Joining {
    find: String,
    people: Vec<Person>,
}

#[derive(Template)]
#[template(path = "teams/show.html")]
struct TeamPage<'a> {
    shell: &'a Shell,
    team: &'a Team,
    lead: String,
    notes: Vec<Note>,
    empty: Option<Empty>,
    members: Vec<Person>,
    pager: Pager,
    may_edit: bool,
    rename: Option<Field>,
    joining: Option<Joining>,
}

impl TeamPage<'_> {
    fn at(&self, path: &str) -> String {
        self.shell.href(&format!("/teams/{}{path}", self.team.id))
    }
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, TeamId)>,
    Query(query): Query<TeamQuery>,
) -> Answer {
    render(&mut signed, &app, id, &query, None, &Wrong::none()).await
}

/// The page with what is wrong with another name.
pub(super) async fn render(
    signed: &mut Signed,
    app: &App,
    id: TeamId,
    query: &TeamQuery,
    name: Option<&str>,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let may_edit = signed.caller.can(Key::EditTeams);
    let mut tx = app.db.read().await.map_err(fail)?;
    let team = teams::find(&mut tx, &scope, id)
        .await
        .map_err(fail)?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let account = tenants::find(&mut tx, scope.tenant()).await.map_err(fail)?;
    let within = ListFilter {
        team: Some(id),
        hide_inactive: account.is_some_and(|account| account.hide_inactive),
        ..ListFilter::default()
    };
    let size = PageSize::default();
    let members = users::list(&mut tx, &scope, &within, cursor.as_ref(), size)
        .await
        .map_err(fail)?;
    let wanted = query.find.as_deref().map(str::trim).unwrap_or_default();
    let placing = signed.caller.placing_in_teams(&mut tx);
    let placing = placing.await.map_err(fail)?;
    let widens = signed.caller.may_widen().is_ok();
    let may_place = may_edit && widens && placing.takes(id).is_ok();
    let others = if may_place {
        let filter = ListFilter {
            query: Some(wanted.to_owned()).filter(|text| !text.is_empty()),
            hide_inactive: true,
            ..ListFilter::default()
        };
        let size = PageSize::new(LOOKED_AT);
        let found = users::list(&mut tx, &scope, &filter, None, size).await;
        found.map_err(fail)?.items
    } else {
        Vec::new()
    };
    // Nothing is offered that would be refused.
    let kept = if may_place {
        let rows = members.items.iter().chain(&others);
        let ids: Vec<UserId> = rows.map(|row| row.user.id).collect();
        let kept = signed.caller.unplaced(&mut tx, &placing, &ids);
        kept.await.map_err(fail)?
    } else {
        HashSet::new()
    };
    let rows = members.items.iter();
    let ids: Vec<UserId> = rows.map(|row| row.user.id).collect();
    let staying = signed.caller.staying(&mut tx, &placing, id, &ids);
    let staying = staying.await.map_err(fail)?;
    drop(tx);
    let makes = signed.caller.may_make_managers().is_ok();
    let leaves = |row: &UserRow| may_place && !staying.contains(&row.user.id);
    let is_placed = |row: &UserRow| may_place && !kept.contains(&row.user.id);
    let leaf = team.name.clone();
    signed.shell.at(Section::Teams).crumb(leaf, None);
    let shell = &signed.shell;
    let joining = Joining {
        find: wanted.to_owned(),
        people: others
            .iter()
            .filter(|row| place(row, id).is_none() && is_placed(row))
            .take(OFFERED)
            .map(|row| person(shell, row, id, &May::JOIN))
            .collect(),
    };
    let page = TeamPage {
        shell,
        team: &team,
        lead: lead(shell, &members),
        notes: wrong.note(&["name"]).into_iter().collect(),
        empty: members.items.is_empty().then(|| {
            empty(
                "users-round",
                shell.t("teams-no-members"),
                shell.t("teams-no-members-text"),
            )
        }),
        pager: pager(
            shell,
            &Link::new(shell.href(&format!("/teams/{id}"))),
            &members,
            shown_of(shell, members.items.len(), members.total),
            ("pager-previous", "pager-next"),
        ),
        members: members
            .items
            .iter()
            .map(|row| {
                let may = May {
                    placed: is_placed(row),
                    leaves: leaves(row),
                    rises: makes,
                };
                person(shell, row, id, &may)
            })
            .collect(),
        may_edit,
        rename: may_edit.then(|| {
            field("name", shell.t("teams-name"))
                .value(name.unwrap_or(&team.name))
                .autocomplete("off")
                .required()
                .error(wrong.at("name"))
        }),
        joining: may_place.then_some(joining),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn lead(shell: &Shell, members: &Page<UserRow>) -> String {
    shell
        .t("teams-members-count")
        .with("count", members.total.number)
        .to_string()
}

/// Whether somebody leads the team; none for who does not belong to it.
fn place(row: &UserRow, team: TeamId) -> Option<bool> {
    row.teams
        .iter()
        .find(|membership| membership.team.id == team)
        .map(|membership| membership.manager)
}

/// What may be done with somebody.
struct May {
    placed: bool,
    leaves: bool,
    rises: bool,
}

impl May {
    /// With who does not belong to the team.
    const JOIN: Self = Self {
        placed: true,
        leaves: false,
        rises: false,
    };
}

fn person(shell: &Shell, row: &UserRow, team: TeamId, may: &May) -> Person {
    let user = &row.user;
    let leads = place(row, team).unwrap_or_default();
    Person {
        id: user.id.to_string(),
        href: shell.href(&format!("/users/{}", user.id)),
        name: user.name.clone(),
        mail: words::sign_in_name(user),
        hue: hue(user.id),
        off: words::is_off(user),
        picture: picture(shell, user),
        status: words::status_of(shell, user),
        leads,
        // Whoever has left leads no team.
        turns: may.placed && (leads || (may.rises && !words::is_off(user))),
        remove: may.leaves.then(|| leave::href(shell, team, user.id)),
    }
}
