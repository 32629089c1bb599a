//! The list of people: seats, views with counts, search, filters, keyset pages.

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::authz::{Key, Level, SeatKind, ViewSeats, ViewUsers};
use seatwise_domain::ids::{self, TeamId, UserId};
use seatwise_domain::roles::{self, RoleName};
use seatwise_domain::store::{Cursor, Page, PageSize};
use seatwise_domain::users::{ListFilter, StateView, UserRow, Views};
use seatwise_domain::{seats, teams, tenants, users};
use serde::Deserialize;

use super::rows::{Row, Seen};
use super::words;
use crate::app::App;
use crate::parts::{self, Empty, Item, Pager, Tab, empty};
use crate::role_words;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::text::Text;
use crate::ui::failure::Answer;
use crate::ui::query::{Chip, Link, pager, plural_forms, shown_of};
use crate::ui::seats::{Strip, strips};

/// The address of the list.
#[derive(Debug, Default, Deserialize)]
pub struct UsersQuery {
    status: Option<String>,
    level: Option<String>,
    role: Option<String>,
    seat: Option<String>,
    team: Option<String>,
    link: Option<String>,
    q: Option<String>,
    hide: Option<String>,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "users/list.html")]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
struct UsersPage<'a> {
    shell: &'a Shell,
    exports: Option<(String, String)>,
    may_import: bool,
    may_invite: bool,
    may_service: bool,
    may_bulk: bool,
    may_give: bool,
    strips: Vec<Strip>,
    tabs: Vec<Tab>,
    kept: Vec<(&'static str, String)>,
    query: String,
    chips: Vec<Chip>,
    clear: Option<String>,
    hide: bool,
    hide_href: String,
    empty: Option<Empty>,
    caption: String,
    sort_name: Option<&'static str>,
    rows: Vec<Row>,
    bulk_count: Vec<(&'static str, String)>,
    bulk_resend: Vec<(&'static str, String)>,
    pager: Pager,
}

impl UsersQuery {
    /// The filter of an address; the export reads the same.
    pub fn filter(&self, hide_by_default: bool) -> ListFilter {
        let word = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        ListFilter {
            view: self
                .status
                .as_deref()
                .and_then(|view| view.parse().ok())
                .unwrap_or_default(),
            level: word(&self.level).and_then(|level| level.parse().ok()),
            seat_kind: word(&self.seat).and_then(|kind| kind.parse().ok()),
            service: (self.seat.as_deref() == Some("service")).then_some(true),
            role: word(&self.role).and_then(|role| role.parse().ok()),
            team: word(&self.team).and_then(|team| ids::parse::<TeamId>(&team).ok()),
            link_expired: self.link.as_deref() == Some("expired"),
            query: word(&self.q),
            hide_inactive: match self.hide.as_deref() {
                Some("yes") => true,
                Some("no") => false,
                _ => hide_by_default,
            },
            ..ListFilter::default()
        }
    }

    fn link(&self, shell: &Shell) -> Link {
        Link::new(shell.href("/users"))
            .with("status", self.status.as_deref())
            .with("level", self.level.as_deref())
            .with("role", self.role.as_deref())
            .with("seat", self.seat.as_deref())
            .with("team", self.team.as_deref())
            .with("link", self.link.as_deref())
            .with("q", self.q.as_deref())
            .with("hide", self.hide.as_deref())
    }
}

/// The list.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<UsersQuery>,
) -> Answer {
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let account = tenants::find(&mut tx, scope.tenant()).await.map_err(fail)?;
    let filter = query.filter(account.is_some_and(|account| account.hide_inactive));
    let found = users::list(
        &mut tx,
        &scope,
        &filter,
        cursor.as_ref(),
        PageSize::default(),
    )
    .await
    .map_err(fail)?;
    let ids: Vec<UserId> = found.items.iter().map(|row| row.user.id).collect();
    let kept = roles::kept(&mut tx, &signed.caller, &ids)
        .await
        .map_err(fail)?;
    let views = users::views(&mut tx, &scope).await.map_err(fail)?;
    let teams = teams::all(&mut tx, &scope).await.map_err(fail)?;
    let names = roles::names(&mut tx, &scope).await.map_err(fail)?;
    let kinds = match signed.caller.scope::<ViewSeats>() {
        Ok(scope) => seats::overview(&mut tx, &scope).await.map_err(fail)?,
        Err(_) => Vec::new(),
    };
    drop(tx);
    signed.shell.at(Section::Users);
    let shell = &signed.shell;
    let caller = &signed.caller;
    let link = query.link(shell);
    let teams: Vec<(String, String)> = teams
        .into_iter()
        .map(|row| (row.team.id.to_string(), row.team.name))
        .collect();
    let filtered = link.without("status").without("hide").is_filtered();
    let page = UsersPage {
        shell,
        exports: caller.can(Key::ExportUsers).then(|| {
            let export = |end| {
                let mut link = link.clone();
                link.move_to(shell.href(end));
                link.address()
            };
            (export("/users/export.xlsx"), export("/users/export.csv"))
        }),
        may_import: caller.can(Key::RunImports),
        may_invite: caller.can(Key::InviteUsers),
        may_service: caller.can(Key::EditServiceUsers) && caller.can(Key::AssignRoles),
        may_bulk: caller.can(Key::InviteUsers) || caller.can(Key::AssignRoles),
        may_give: caller.can(Key::AssignRoles),
        strips: strips(shell, &kinds),
        tabs: tabs(shell, &link, filter.view, &views),
        kept: link.kept(&["q"]),
        query: query.q.clone().unwrap_or_default(),
        chips: chips(shell, &link, &filter, (&teams, &names)),
        clear: filtered.then(|| {
            Link::new(shell.href("/users"))
                .with("status", query.status.as_deref())
                .address()
        }),
        hide: filter.hide_inactive,
        hide_href: link.set("hide", if filter.hide_inactive { "no" } else { "yes" }),
        empty: nobody(shell, &found, &filter, filtered),
        caption: shell
            .t("users-caption")
            .with("count", found.total.number)
            .to_string(),
        sort_name: Some("ascending"),
        rows: found
            .items
            .iter()
            .map(|row| Row::new(shell, caller, &kept, row))
            .collect(),
        bulk_count: plural_forms(shell, "users-bulk-count"),
        bulk_resend: plural_forms(shell, "users-bulk-resend"),
        pager: pager(
            shell,
            &link,
            &found,
            shown_of(shell, found.items.len(), found.total),
            ("pager-previous", "pager-next"),
        ),
    };
    Ok(signed.page(&page))
}

fn tabs(shell: &Shell, link: &Link, current: StateView, views: &Views) -> Vec<Tab> {
    StateView::ALL
        .into_iter()
        .filter(|view| {
            let rare = matches!(view, StateView::Frozen | StateView::Removed);
            !rare || views.of(*view) > 0 || current == *view
        })
        .map(|view| {
            let (value, key) = match view {
                StateView::All => ("", "users-all".to_owned()),
                other => (other.as_str(), ["users-view-", other.as_str()].concat()),
            };
            Tab::new(link.set("status", value), Text::new(shell.lang, key))
                .count(shell.number(views.of(view)))
                .current(view == current)
        })
        .collect()
}

fn chips(
    shell: &Shell,
    link: &Link,
    filter: &ListFilter,
    (teams, roles): (&[(String, String)], &[RoleName]),
) -> Vec<Chip> {
    let any = |name: &'static str, chosen: bool| {
        Item::option(link.set(name, ""), shell.t("users-filter-any"), !chosen)
    };
    let service = filter.service == Some(true);
    let service_user = shell.t("service-user").to_string();
    let mut kinds = vec![any("seat", filter.seat_kind.is_some() || service)];
    kinds.extend(SeatKind::ALL.into_iter().map(|kind| {
        Item::option(
            link.set("seat", kind.as_str()),
            words::seat_word(shell, kind),
            filter.seat_kind == Some(kind),
        )
    }));
    kinds.push(Item::option(
        link.set("seat", "service"),
        &service_user,
        service,
    ));
    let expired = shell.t("users-link-expired").to_string();
    let links = vec![
        any("link", filter.link_expired),
        Item::option(link.set("link", "expired"), &expired, filter.link_expired),
    ];
    let chosen = filter.team.map(|team| team.to_string());
    let mut chips = vec![
        role_chip(shell, link, filter, roles),
        Chip::new(
            "seat",
            shell.t("users-filter-seat"),
            filter
                .seat_kind
                .map(|kind| words::seat_word(shell, kind))
                .or(service.then_some(service_user)),
            kinds,
        ),
        Chip::new(
            "link",
            shell.t("users-filter-link"),
            filter.link_expired.then_some(expired),
            links,
        ),
    ];
    if !teams.is_empty() {
        let mut items = vec![any("team", chosen.is_some())];
        items.extend(teams.iter().map(|(id, name)| {
            Item::option(link.set("team", id), name, chosen.as_ref() == Some(id))
        }));
        let name = teams
            .iter()
            .find(|(id, _)| chosen.as_ref() == Some(id))
            .map(|(_, name)| name.clone());
        chips.insert(
            1,
            Chip::new("team", shell.t("users-filter-team"), name, items),
        );
    }
    chips
}

/// One choice of what people are: a level above users, or a role or set.
fn role_chip(shell: &Shell, link: &Link, filter: &ListFilter, roles: &[RoleName]) -> Chip {
    let (bare, chosen) = (link.without("level").without("role"), &filter.role);
    let neither = filter.level.is_none() && chosen.is_none();
    let any = shell.t("users-filter-any");
    let mut items = vec![Item::option(bare.address(), any, neither)];
    items.extend([Level::Owner, Level::Admin].map(|level| {
        Item::option(
            bare.set("level", level.as_str()),
            words::level(shell, level),
            filter.level == Some(level),
        )
    }));
    let called = |role: &RoleName| role_words::of_name(shell.lang, role);
    items.extend(roles.iter().map(|role| {
        let on = chosen.as_ref() == Some(&role.key);
        Item::option(bare.set("role", role.key.as_str()), called(role), on)
    }));
    let level = filter.level.map(|level| words::level(shell, level));
    let role = roles
        .iter()
        .find(|role| chosen.as_ref() == Some(&role.key))
        .map(called);
    Chip::new(
        "level",
        shell.t("users-filter-level"),
        level.or(role),
        items,
    )
}

/// What stands in place of the table: alone here, nobody found, nobody in the view.
fn nobody(
    shell: &Shell,
    found: &Page<UserRow>,
    filter: &ListFilter,
    filtered: bool,
) -> Option<Empty> {
    if !found.items.is_empty() {
        return None;
    }
    let all = Tab::new(shell.href("/users"), shell.t("users-clear"));
    let gone = Link::new(shell.href("/users"))
        .with("status", Some("deactivated"))
        .with("q", filter.query.as_deref());
    let gone = Tab::new(gone.address(), shell.t("users-none-deactivated"));
    let text = match &filter.query {
        Some(query) => shell
            .t("users-none-text")
            .with("query", query.as_str())
            .to_string(),
        None => shell.t("users-none-filter").to_string(),
    };
    let mut made = empty("users", shell.t("users-none-title"), text);
    if filtered {
        made = made.action(all);
    }
    if filter.view != StateView::Deactivated {
        made = made.action(gone);
    }
    Some(made)
}
