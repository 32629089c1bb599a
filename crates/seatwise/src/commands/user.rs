//! `seatwise user`: people, by the same operations as the pages.

use seatwise_domain::authz::{Caller, Level, SeatKind, ViewUsers};
use seatwise_domain::handover::Stages;
use seatwise_domain::ids::{TeamId, UserId};
use seatwise_domain::store::{Cursor, Db, PageSize};
use seatwise_domain::text::name_key;
use seatwise_domain::users::{
    self, Deactivate, HandOverChoice, Invite, ListFilter, NewUser, RoleWish, StateView, User,
    UserRow,
};
use serde_json::{Value as Json, json};

use super::tenant::{heads, word};
use super::who;
use super::{hand_over, role};
use crate::cli::{
    CancelUser, DeactivateUser, InviteUser, ListUsers, ReactivateUser, ResendUsers,
    User as UserCommand,
};
use crate::config::Config;
use crate::database::{self, Schema};
use crate::failure::{Exit, Failure};
use crate::output::{Output, counted, table};

/// Does what was asked for.
pub async fn run(
    config: &Config,
    tenant: Option<&str>,
    command: &UserCommand,
    output: Output,
) -> Result<(), Failure> {
    let db = database::open(config, Schema::MustFit).await?;
    let done = match who::operator(&db, tenant).await {
        Err(failure) => Err(failure),
        Ok(caller) => match command {
            UserCommand::List(options) => list(&db, &caller, options, output).await,
            UserCommand::Invite(options) => invite(&db, &caller, options, output).await,
            UserCommand::Deactivate(options) => deactivate(&db, &caller, options, output).await,
            UserCommand::Reactivate(options) => reactivate(&db, &caller, options, output).await,
            UserCommand::HandOver(options) => hand_over::run(&db, &caller, options, output).await,
            UserCommand::UndoHandOver(options) => {
                hand_over::undo(&db, &caller, options, output).await
            }
            UserCommand::Resend(options) => resend(&db, &caller, options, output).await,
            UserCommand::Cancel(options) => cancel(&db, &caller, options, output).await,
            UserCommand::Remove(options) => remove(&db, &caller, options, output).await,
        },
    };
    db.close().await;
    done
}

async fn list(
    db: &Db,
    caller: &Caller,
    options: &ListUsers,
    output: Output,
) -> Result<(), Failure> {
    let scope = caller.scope::<ViewUsers>()?;
    let view: StateView = word(
        "--state",
        &options.state,
        "all, active, pending, frozen, deactivated or removed",
    )?;
    let filter = ListFilter {
        view,
        query: options.query.clone(),
        ..ListFilter::default()
    };
    let mut people: Vec<UserRow> = Vec::new();
    let mut cursor: Option<Cursor> = None;
    loop {
        let mut tx = db.read().await?;
        let page = users::list(
            &mut tx,
            &scope,
            &filter,
            cursor.as_ref(),
            PageSize::new(200),
        );
        let page = page.await?;
        people.extend(page.items);
        match page.next {
            Some(next) => cursor = Some(next),
            None => break,
        }
    }
    let mut rows = vec![heads(&[
        "Name",
        "Address or login",
        "State",
        "Level",
        "Seat",
        "Open leads",
    ])];
    rows.extend(people.iter().map(|row| {
        let user = &row.user;
        let name = user.email.as_ref().or(user.login.as_ref());
        vec![
            user.name.clone(),
            name.cloned().unwrap_or_default(),
            user.state.as_str().to_owned(),
            user.level.to_string(),
            user.seat_kind.as_str().to_owned(),
            row.open_leads.to_string(),
        ]
    }));
    let values: Vec<Json> = people.iter().map(row_value).collect();
    let mut words = table(&rows);
    words.push_str(&counted(people.len() as u64, "person", "people"));
    output.show(&values, &words);
    Ok(())
}

async fn invite(
    db: &Db,
    caller: &Caller,
    options: &InviteUser,
    output: Output,
) -> Result<(), Failure> {
    let command = Invite {
        person: NewUser {
            name: options.name.clone(),
            email: Some(options.email.clone()),
            language: options.language.clone(),
            login: options.login.clone(),
            phone: options.phone.clone(),
            job_title: options.job_title.clone(),
            gender: options.gender.clone(),
            ..NewUser::default()
        },
        level: word::<Level>("--level", &options.level, "user or admin")?,
        seat_kind: word::<SeatKind>("--seat", &options.seat, "regular or team")?,
        role: begin_with(db, caller, options.role.as_deref()).await?,
        teams: teams(db, caller, &options.teams).await?,
        position: None,
        password: None,
        password_stays: false,
        picture: None,
        send_mail: options.no_mail.then_some(false),
        reason: options.reason.clone().unwrap_or_default(),
    };
    let done = users::invite(db, caller, &command).await?;
    let mailed = if done.mailed {
        "An activation mail is in the outbox."
    } else {
        "No mail goes out yet."
    };
    let words = format!("{} is invited. {mailed}", done.user.name);
    let mut value = user_value(&done.user);
    value["mailed"] = json!(done.mailed);
    value["is_contact"] = json!(done.is_contact);
    output.show(&value, &words);
    Ok(())
}

async fn begin_with(
    db: &Db,
    caller: &Caller,
    name: Option<&str>,
) -> Result<Option<RoleWish>, Failure> {
    match name {
        None => Ok(None),
        Some(name) => {
            let role = role::named(db, caller, name).await?;
            Ok(Some(RoleWish::Known(role.role.key)))
        }
    }
}

async fn teams(db: &Db, caller: &Caller, names: &[String]) -> Result<Vec<TeamId>, Failure> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let scope = caller.scope::<ViewUsers>()?;
    let mut tx = db.read().await?;
    let known = seatwise_domain::teams::all(&mut tx, &scope).await?;
    names
        .iter()
        .map(|name| {
            let found = known
                .iter()
                .find(|row| name_key(&row.team.name) == name_key(name));
            found.map(|row| row.team.id).ok_or_else(|| {
                Failure::new(
                    Exit::Missing,
                    "team-unknown",
                    format!("there is no team {name}"),
                )
            })
        })
        .collect()
}

async fn deactivate(
    db: &Db,
    caller: &Caller,
    options: &DeactivateUser,
    output: Output,
) -> Result<(), Failure> {
    let leaver = who::person(db, caller, &options.user).await?;
    let choice = match (options.leads.as_str(), &options.to) {
        ("to", Some(heir)) => HandOverChoice::To(who::person(db, caller, heir).await?.id),
        ("unassign", None) => HandOverChoice::Unassign,
        ("later", None) => HandOverChoice::Later,
        _ => {
            return Err(Failure::usage(
                "--leads is to (with --to PERSON), unassign or later",
            ));
        }
    };
    let command = Deactivate {
        user: leaver.id,
        hand_over: choice,
        stages: stages(options.all_stages),
        reason: options.reason.clone().unwrap_or_default(),
        expected: None,
    };
    let done = users::deactivate(db, caller, &command).await?;
    let hand_over = match done.hand_over {
        Some(begun) => Some(hand_over::finish(db, caller, begun, output).await?),
        None => None,
    };
    let leads = hand_over.as_ref().map_or_else(
        || "The leads stay; hand them over later.".to_owned(),
        hand_over::words,
    );
    let words = format!(
        "{} is deactivated, the seat is free, {} ended. {leads}",
        done.user.name,
        counted(done.sessions, "session", "sessions")
    );
    let mut value = user_value(&done.user);
    value["sessions_ended"] = json!(done.sessions);
    value["hand_over"] = json!(hand_over.clone().map(hand_over::value));
    output.show(&value, &words);
    Ok(())
}

async fn reactivate(
    db: &Db,
    caller: &Caller,
    options: &ReactivateUser,
    output: Output,
) -> Result<(), Failure> {
    let person = who::person(db, caller, &options.user).await?;
    let reason = options.reason.as_deref().unwrap_or_default();
    let user = users::reactivate(db, caller, person.id, reason).await?;
    let words = format!("{} is {} again.", user.name, user.state.as_str());
    output.show(&user_value(&user), &words);
    Ok(())
}

async fn resend(
    db: &Db,
    caller: &Caller,
    options: &ResendUsers,
    output: Output,
) -> Result<(), Failure> {
    let mut people = Vec::with_capacity(options.users.len());
    for word in &options.users {
        people.push(who::person(db, caller, word).await?.id);
    }
    let reason = options.reason.as_deref().unwrap_or_default();
    let done = users::resend(db, caller, &people, reason).await?;
    let mails = counted(
        done.sent.len() as u64,
        "activation mail is",
        "activation mails are",
    );
    let mut words = format!("{mails} in the outbox.\n");
    let mut left_out = Vec::with_capacity(done.skipped.len());
    for skipped in &done.skipped {
        let why = json!(skipped.why);
        let reason = why.as_str().unwrap_or_default();
        words.push_str(&format!("  not to {}: {reason}\n", skipped.name));
        left_out.push(json!({ "id": skipped.user, "reason": why }));
    }
    output.show(&json!({ "sent": done.sent, "skipped": left_out }), &words);
    Ok(())
}

async fn cancel(
    db: &Db,
    caller: &Caller,
    options: &CancelUser,
    output: Output,
) -> Result<(), Failure> {
    let person = who::person(db, caller, &options.user).await?;
    let reason = options.reason.as_deref().unwrap_or_default();
    users::cancel_invitation(db, caller, person.id, reason).await?;
    let words = format!(
        "The invitation of {} is taken back, the seat is free.",
        person.name
    );
    output.show(&json!({ "id": person.id, "cancelled": true }), &words);
    Ok(())
}

async fn remove(
    db: &Db,
    caller: &Caller,
    options: &CancelUser,
    output: Output,
) -> Result<(), Failure> {
    let person = who::person(db, caller, &options.user).await?;
    let reason = options.reason.as_deref().unwrap_or_default();
    let left = users::anonymise(db, caller, person.id, reason).await?;
    let words = format!(
        "{} is removed for good; the work stays under {}.",
        person.name, left.name
    );
    output.show(&json!({ "id": left.id, "name": left.name }), &words);
    Ok(())
}

/// Which leads move; the closed ones only when asked for.
pub fn stages(all: bool) -> Stages {
    if all { Stages::All } else { Stages::Open }
}

fn row_value(row: &UserRow) -> Json {
    let mut value = user_value(&row.user);
    let teams: Vec<&str> = row.teams.iter().map(|m| m.team.name.as_str()).collect();
    value["teams"] = json!(teams);
    value["open_leads"] = json!(row.open_leads);
    value
}

fn user_value(user: &User) -> Json {
    let id: UserId = user.id;
    json!({
        "id": id,
        "name": user.name,
        "email": user.email,
        "login": user.login,
        "state": user.state.as_str(),
        "level": user.level,
        "seat": user.seat_kind,
        "created_at": user.created_at,
        "activated_at": user.activated_at,
        "deactivated_at": user.deactivated_at,
        "last_seen_at": user.last_seen_at,
    })
}
