//! What a person holds, on his own page: roles and sets, from and until when, given and taken there.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{AssignRoles, Givable, Level, SeatKind};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::roles::{self, Change, Give, Holding, RoleKey, RoleKind, RoleName, Take};
use seatwise_domain::users::User;
use serde::Deserialize;

use super::dates;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Field, Select, choice, select};
use crate::role_words;
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{Block, Posted};
use crate::ui::users::asked::reason_area;
use crate::ui::users::head;

/// A role for somebody.
#[derive(Debug, Deserialize)]
pub struct GiveForm {
    #[serde(default)]
    role: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    reason: String,
    confirmed: Option<String>,
}

struct Held {
    name: String,
    href: Option<String>,
    set: bool,
    to_come: bool,
    how: String,
}

#[derive(Template)]
#[template(path = "users/roles.html")]
struct Panel<'a> {
    shell: &'a Shell,
    note: Option<String>,
    held: Vec<Held>,
    give: Option<(String, Select, [Field; 2], Field)>,
    /// Whether the role to give is chosen already.
    chosen: bool,
    take: Option<(String, Select, Field)>,
}

/// How something is held: by default, between two moments, or simply given.
pub fn how(shell: &Shell, held: &Holding) -> String {
    if held.by_default {
        return shell.t("roles-by-default").to_string();
    }
    dates::words(shell, held.starts_at, held.expires_at)
}

/// The panel of a person's page, with a role chosen if it is one to give; nothing where nothing may be known and
/// nothing be done. Without roles to give nothing is given to the person, nor taken.
pub fn panel(
    signed: &Signed,
    user: &User,
    (held, all): (&[Holding], Option<&[RoleName]>),
    chosen: &str,
) -> Option<Block> {
    let caller = &signed.caller;
    let may_look = roles::may_look(caller).is_ok();
    if !may_look && caller.user() != Some(user.id) {
        return None;
    }
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let note = match (user.level, user.seat_kind) {
        (Level::Owner | Level::Admin, _) => Some(shell.t("roles-admin-note").to_string()),
        (_, SeatKind::Team) => Some(shell.t("roles-seat-note").to_string()),
        _ => None,
    };
    let own = caller.user() == Some(user.id) && caller.level() < Level::Admin;
    let all = all.filter(|_| !own && user.seat_kind == SeatKind::Regular);
    let may_give = all.is_some();
    let all = all.unwrap_or_default();
    let mut open = all.iter().filter(|role| can_be_given(held, role));
    Some(Block::of(&Panel {
        shell,
        note,
        chosen: open.any(|role| role.key.to_string() == chosen),
        held: held
            .iter()
            .map(|one| Held {
                name: role_words::of_name(shell.lang, &one.role),
                href: may_look.then(|| shell.href(&format!("/roles/{}", one.role.key))),
                set: one.role.kind == RoleKind::Set,
                to_come: !one.in_force,
                how: how(shell, one),
            })
            .collect(),
        give: may_give
            .then(|| give_form(shell, held, all, chosen))
            .flatten()
            .map(|(role, days)| {
                let reason = reason_area(shell, "").id("give-reason");
                (at("/roles"), role, days, reason)
            }),
        take: may_give
            .then(|| take_form(shell, held, caller.grants().givable()))
            .flatten()
            .map(|role| {
                (
                    at("/roles/take"),
                    role,
                    reason_area(shell, "").id("take-reason"),
                )
            }),
    }))
}

/// True when the role can be given to somebody who holds these.
fn can_be_given(held: &[Holding], role: &RoleName) -> bool {
    let mut held = held.iter();
    let has = |one: &Holding| !one.by_default && one.in_force && one.expires_at.is_none();
    !held.any(|one| one.role.key == role.key && has(one))
}

fn give_form(
    shell: &Shell,
    held: &[Holding],
    all: &[RoleName],
    chosen: &str,
) -> Option<(Select, [Field; 2])> {
    let others: Vec<_> = all
        .iter()
        .filter(|role| can_be_given(held, role))
        .map(|role| {
            let name = role_words::of_name(shell.lang, role);
            let label = match role.kind {
                RoleKind::Role => name,
                RoleKind::Set => format!("{name} ({})", shell.t("roles-kind-set")),
            };
            choice(&role.key, label)
        })
        .collect();
    (!others.is_empty()).then(|| {
        (
            select("role", shell.t("user-role"), others)
                .chosen(chosen)
                .id("give-role"),
            dates::fields(shell),
        )
    })
}

/// What can be taken away: of what was given, what the reader's own roles let him give.
fn take_form(shell: &Shell, held: &[Holding], givable: &Givable) -> Option<Select> {
    let given: Vec<_> = held
        .iter()
        .filter(|one| !one.by_default && givable.includes(one.role.key.as_str()))
        .map(|one| choice(&one.role.key, role_words::of_name(shell.lang, &one.role)))
        .collect();
    (!given.is_empty()).then(|| select("role", shell.t("user-role"), given).id("take-role"))
}

fn key(signed: &Signed, text: &str) -> Result<RoleKey, Failure> {
    text.parse()
        .map_err(|_| signed.refuse(&problem::ROLE_UNKNOWN))
}

/// Gives one; asked first, where anybody gains or loses by it.
pub async fn give(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<GiveForm>,
) -> Answer {
    signed
        .caller
        .scope::<AssignRoles>()
        .map_err(|error| signed.fail(&error))?;
    let (starts_at, expires_at) = dates::between(&signed, (&form.from, &form.until))?;
    let give = Give {
        users: vec![id],
        role: key(&signed, &form.role)?,
        starts_at,
        expires_at,
        reason: form.reason.clone(),
    };
    let act = ("roles", "roles-give-button", "plus");
    if let Some(page) = ask(&mut signed, id, Change::Give(&give), &form, act).await? {
        return Ok(page);
    }
    roles::give(&app.db, &signed.caller, &give)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(&format!("/users/{id}"), &Flash::new("roles-given")))
}

/// Takes one away; asked first, where anybody gains or loses by it.
pub async fn take(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<GiveForm>,
) -> Answer {
    signed
        .caller
        .scope::<AssignRoles>()
        .map_err(|error| signed.fail(&error))?;
    let take = Take {
        user: id,
        role: key(&signed, &form.role)?,
        reason: form.reason.clone(),
    };
    let act = ("roles/take", "roles-take-button", "minus");
    if let Some(page) = ask(&mut signed, id, Change::Take(&take), &form, act).await? {
        return Ok(page);
    }
    roles::take(&app.db, &signed.caller, &take)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(&format!("/users/{id}"), &Flash::new("roles-taken")))
}

/// The page that asks; none when it is confirmed, or nobody gains or loses anything.
async fn ask(
    signed: &mut Signed,
    id: UserId,
    change: Change<'_>,
    form: &GiveForm,
    (path, button, icon): (&str, &str, &'static str),
) -> Result<Option<Response>, Failure> {
    if form.confirmed.is_some() {
        return Ok(None);
    }
    let seen = roles::preview(&signed.app.db, &signed.caller, change)
        .await
        .map_err(|error| signed.fail(&error))?;
    if seen.effect.is_nothing() {
        return Ok(None);
    }
    let user = head::load(signed, id, Some(button)).await?;
    let shell = &signed.shell;
    let begins = match change {
        Change::Give(give) => give.starts_at.filter(|from| *from > signed.app.db.now()),
        _ => None,
    };
    let keep = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let asked = Asked {
        title: shell
            .t("moves-check-title")
            .with("name", user.name.as_str())
            .to_string(),
        face: Some(head::circle(shell, &user)),
        lead: match begins {
            Some(from) => shell
                .t("roles-check-lead")
                .with("date", shell.moment(&from))
                .to_string(),
            None => shell.t("moves-check-lead").to_string(),
        },
        action: shell.href(&format!("/users/{id}/{path}")),
        cancel: shell.href(&format!("/users/{id}")),
        kept: vec![
            keep("role", &form.role),
            keep("from", &form.from),
            keep("until", &form.until),
        ],
        reason: Some(reason_area(shell, &form.reason)),
        button: shell.t(button).to_string(),
        icon,
        ..Asked::default()
    };
    let told = Foretold::of_role(shell, &seen);
    let page = foretold::page(signed, StatusCode::OK, asked, told);
    Ok(Some(page))
}
