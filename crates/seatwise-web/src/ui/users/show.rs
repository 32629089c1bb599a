//! One person: what he owns, where he is signed in, his seat and role, his history.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use seatwise_domain::audit::{self, Entry};
use seatwise_domain::authn::{self, SessionRow};
use seatwise_domain::authz::{AssignRecords, Key, ViewAudit, ViewRecords, ViewUsers};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::groups;
use seatwise_domain::handover::{self, HandOver};
use seatwise_domain::ids::UserId;
use seatwise_domain::positions;
use seatwise_domain::records::{self, StageCount};
use seatwise_domain::roles::{self, Holding, Kept, RoleName};
use seatwise_domain::store::{Page, PageSize};
use seatwise_domain::teams::{self, Membership};
use seatwise_domain::users::{self, Behind, PermissionLine, PermissionsError, User};
use serde::Deserialize;

use super::facts::{Around, Fact, facts};
use super::handed::{Handed, handed, undo_notes};
use super::head::{self, Head};
use super::owns::{Owns, owns};
use super::permissions::{Allowed, permissions};
use super::words::Acts;
use crate::app::App;
use crate::parts::{self, Event, Note};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::audit as audit_words;
use crate::ui::devices::{self, Line};
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::Block;
use crate::ui::hand_overs;
use crate::ui::roles::hold;
use crate::ui::service_users::{self, Shown};

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct ShowQuery {
    /// The key of a role that is to be given: chosen in its panel, which is open then.
    #[serde(default)]
    give: String,
}

struct Sessions {
    lines: Vec<Line>,
    end_all: Option<String>,
}

struct Security {
    password: String,
    reset: Option<String>,
}

#[derive(Template)]
#[template(path = "users/show.html")]
struct UserPage<'a> {
    shell: &'a Shell,
    head: Head,
    notes: Vec<Note>,
    hand_over: Option<Handed>,
    owns: Owns,
    sessions: Option<Sessions>,
    facts: Vec<Fact>,
    roles: Option<Block>,
    tokens: Option<Block>,
    permissions: Vec<Allowed>,
    check_access: Option<String>,
    security: Option<Security>,
    events: Vec<Event>,
    full_audit: Option<String>,
}

/// Everything that the page needs, read in one transaction.
struct Read {
    counts: Vec<StageCount>,
    behind: Behind,
    held: Vec<Holding>,
    to_give: Option<Vec<RoleName>>,
    teams: Vec<Membership>,
    around: Around,
    sessions: Vec<SessionRow>,
    permissions: Vec<PermissionLine>,
    events: Vec<Entry>,
    hand_overs: Vec<HandOver>,
    kept: Option<Page<handover::Kept>>,
    kept_from: Kept,
    stopped: Vec<HandOver>,
}

/// The page.
pub async fn page(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Query(query): Query<ShowQuery>,
) -> Answer {
    show(signed, &app, id, &Shown::default(), &query.give).await
}

/// The page with the secret of a new token of a service user, or with what is wrong with it.
pub(in crate::ui) async fn with_token(
    signed: Signed,
    app: &App,
    id: UserId,
    shown: &Shown<'_>,
) -> Answer {
    show(signed, app, id, shown, "").await
}

async fn show(mut signed: Signed, app: &App, id: UserId, shown: &Shown<'_>, role: &str) -> Answer {
    let user = head::load(&mut signed, id, None).await?;
    let read = read(&signed, app, &user).await?;
    let tokens = service_users::panel(&signed, app, &user, shown).await?;
    let shell = &signed.shell;
    let caller = &signed.caller;
    let open: u64 = read
        .counts
        .iter()
        .filter(|count| !count.stage.state.is_closed())
        .map(|count| count.count)
        .sum();
    let has_leads = read.counts.iter().any(|count| count.count > 0);
    let at = |path: &str| shell.href(&format!("/users/{id}{path}"));
    let signs_in = user.state.holds_seat() && !user.service;
    let acts = Acts {
        caller,
        kept: &read.kept_from,
        user: &user,
    };
    let may_reset =
        acts.kept.lets(Key::ResetPasswords, id) && caller.can(Key::ResetPasswords) && signs_in;
    let mut notes = super::notes::of(shell, acts, open, &read.events);
    for one in &read.stopped {
        notes.extend(hand_overs::notes::stopped(shell, caller, one));
    }
    notes.extend(undo_notes(shell, caller, &read.hand_overs, app.db.now()));
    let status = if shown.wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = UserPage {
        shell,
        head: Head::full(shell, acts, has_leads),
        notes,
        hand_over: handed(shell, caller, &read.hand_overs, read.kept.as_ref()),
        owns: owns(shell, caller, &user, &read.counts, &read.behind.references),
        sessions: (may_reset || !read.sessions.is_empty()).then(|| Sessions {
            lines: read
                .sessions
                .iter()
                .map(|row| devices::session(shell, row, Some(signed.session.id), |_| None))
                .collect(),
            end_all: (may_reset && !read.sessions.is_empty()).then(|| at("/sessions/end")),
        }),
        facts: facts(
            shell,
            &user,
            &read.held,
            &read.teams,
            &read.behind.aliases,
            &read.around,
        ),
        roles: hold::panel(&signed, &user, (&read.held, read.to_give.as_deref()), role),
        tokens,
        permissions: permissions(shell, &user, read.permissions),
        check_access: caller
            .can(Key::CheckAccess)
            .then(|| shell.href(&format!("/roles/check?user={id}"))),
        security: may_reset.then(|| Security {
            password: password_words(shell, read.behind.password_at),
            reset: users::may_be_reset(&user)
                .is_ok()
                .then(|| at("/reset-password")),
        }),
        events: read
            .events
            .iter()
            .map(|entry| event(shell, entry))
            .collect(),
        full_audit: caller
            .can(Key::ViewAudit)
            .then(|| shell.href(&format!("/audit?subject={id}"))),
    };
    Ok(signed.page_as(status, &page))
}

async fn read(signed: &Signed, app: &App, user: &User) -> Result<Read, Failure> {
    let fail = |error| signed.fail(&error);
    let caller = &signed.caller;
    let scope = caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let counts = match caller.records::<ViewRecords>() {
        Ok(records) => records::of_user(&mut tx, &records, user.id)
            .await
            .map_err(fail)?,
        Err(_) => Vec::new(),
    };
    let behind = users::behind(&mut tx, caller, user.id)
        .await
        .map_err(fail)?;
    let teams = teams::memberships(&mut tx, &scope, user.id)
        .await
        .map_err(fail)?;
    let position = positions::of_user(&mut tx, &scope, user.id)
        .await
        .map_err(fail)?;
    let groups = groups::of_user(&mut tx, &scope, user.id)
        .await
        .map_err(fail)?;
    let around = Around {
        position: position.map(|(id, name)| {
            let href = signed.shell.href(&format!("/positions/{id}"));
            (href, name)
        }),
        groups: groups.into_iter().map(|group| group.name).collect(),
    };
    let held = roles::held_by(&mut tx, &scope, user.id)
        .await
        .map_err(fail)?;
    let to_give = if caller.can(Key::AssignRoles) {
        let found = roles::givable(&mut tx, caller, Some(user.id)).await;
        found.map_err(|error| signed.fail(&error))?
    } else {
        None
    };
    let kept_from = roles::kept(&mut tx, caller, &[user.id])
        .await
        .map_err(fail)?;
    let may_reset = caller.can(Key::ResetPasswords) && kept_from.lets(Key::ResetPasswords, user.id);
    let sessions = if may_reset {
        authn::sessions(&mut tx, scope.tenant(), user.id)
            .await
            .map_err(fail)?
    } else {
        Vec::new()
    };
    // Nothing for those who may not see the table.
    let permissions = match users::permissions(&mut tx, caller, user).await {
        Ok(lines) => lines,
        Err(PermissionsError::Denied(_)) => Vec::new(),
        Err(PermissionsError::Store(error)) => return Err(fail(error)),
    };
    let events = match caller.scope::<ViewAudit>() {
        Ok(scope) => audit::of_subject(&mut tx, &scope, user.id, PageSize::new(8))
            .await
            .map_err(fail)?,
        Err(_) => Vec::new(),
    };
    let mut hand_overs = Vec::new();
    let mut kept = None;
    let mut stopped = Vec::new();
    if let Ok(records) = caller.records::<AssignRecords>() {
        hand_overs = handover::list_of_leaver(&mut tx, &records, user.id, 5)
            .await
            .map_err(fail)?;
        if let Some(undo) = hand_overs.first().filter(|one| is_ended_undo(one)) {
            let page = handover::kept(&mut tx, &records, undo, None, PageSize::new(20));
            kept = Some(page.await.map_err(fail)?);
        }
        for one in &hand_overs {
            if handover::has_stopped(&mut tx, one).await.map_err(fail)? {
                stopped.push(one.clone());
            }
        }
    }
    Ok(Read {
        counts,
        behind,
        held,
        to_give,
        teams,
        around,
        sessions,
        permissions,
        events,
        hand_overs,
        kept,
        kept_from,
        stopped,
    })
}

fn is_ended_undo(one: &HandOver) -> bool {
    one.kind == handover::Kind::Undo && one.state == handover::State::Done
}

fn password_words(shell: &Shell, chosen: Option<Timestamp>) -> String {
    match chosen {
        Some(at) => shell
            .t("user-password-changed")
            .with("date", shell.day_of(&at))
            .to_string(),
        None => shell.t("user-password-none").to_string(),
    }
}

fn event(shell: &Shell, entry: &Entry) -> Event {
    Event {
        icon: audit_words::icon(entry.kind),
        what: audit_words::sentence(shell, entry),
        reason: entry.reason.clone(),
        who_when: format!(
            "{} · {}",
            audit_words::list::actor(shell, entry),
            shell.moment(&entry.at)
        ),
        href: Some(shell.href(&format!("/audit/{}", entry.id))),
    }
}
