//! A new person: by address alone, or with all that is known, with what happens to the seats beside it.

use axum::extract::State;
use seatwise_domain::authz::{Extent, InviteUsers, Key, Level, SeatKind, ViewSeats, ViewUsers};
use seatwise_domain::ids::{self, TeamId};
use seatwise_domain::roles::{self, NewRole, RoleError};
use seatwise_domain::store::StoreError;
use seatwise_domain::users::{self, Invite, InviteError, NewUser, RoleWish};
use seatwise_domain::{positions, seats, teams, tenants};
use serde::Deserialize;

use super::invite_page::{Around, page};
use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::Wrong;
use crate::ui::picture_form::WithPicture;

/// The choice of a role that is made with the person (K9).
pub(super) const NEW_ROLE: &str = "new";

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct InviteForm {
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) login: String,
    #[serde(default)]
    pub(super) password: String,
    #[serde(default)]
    pub(super) phone: String,
    #[serde(default)]
    pub(super) job_title: String,
    #[serde(default)]
    pub(super) gender: String,
    /// Ticked: he chooses his own password at the first sign-in.
    pub(super) change: Option<String>,
    pub(super) seat: Option<String>,
    pub(super) level: Option<String>,
    pub(super) role: Option<String>,
    #[serde(default)]
    pub(super) role_name: String,
    pub(super) role_from: Option<String>,
    pub(super) team: Option<String>,
    #[serde(default)]
    pub(super) position: String,
    pub(super) language: Option<String>,
    send: Option<String>,
    #[serde(default)]
    pub(super) reason: String,
}

impl InviteForm {
    fn command(&self, picture: Option<Vec<u8>>) -> Invite {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Invite {
            person: NewUser {
                email: text(&self.email),
                name: text(&self.name),
                login: text(&self.login),
                phone: text(&self.phone),
                job_title: text(&self.job_title),
                gender: text(&self.gender),
                language: self.language.clone().filter(|lang| !lang.is_empty()),
                ..NewUser::default()
            },
            seat_kind: self.seat_kind(),
            level: self.level(),
            role: self.wish(),
            teams: self
                .team
                .as_deref()
                .and_then(|team| ids::parse::<TeamId>(team).ok())
                .into_iter()
                .collect(),
            position: ids::parse(&self.position).ok(),
            password: Some(self.password.clone()).filter(|password| !password.is_empty()),
            password_stays: self.change.is_none(),
            picture,
            send_mail: match self.send.as_deref() {
                Some("now") => Some(true),
                Some("later") => Some(false),
                _ => None,
            },
            reason: self.reason.clone(),
        }
    }

    /// The role to begin with: an admin needs none, and a team seat has its own.
    fn wish(&self) -> Option<RoleWish> {
        if self.level() > Level::User || self.seat_kind() == SeatKind::Team {
            return None;
        }
        let chosen = self.role.as_deref().filter(|role| !role.is_empty())?;
        if chosen != NEW_ROLE {
            return chosen.parse().ok().map(RoleWish::Known);
        }
        Some(RoleWish::New(NewRole {
            name: self.role_name.clone(),
            copy_of: self.role_from.as_deref().and_then(|role| role.parse().ok()),
            reason: self.reason.clone(),
            ..NewRole::default()
        }))
    }

    pub(super) fn seat_kind(&self) -> SeatKind {
        self.seat
            .as_deref()
            .and_then(|kind| kind.parse().ok())
            .unwrap_or(SeatKind::Regular)
    }

    pub(super) fn level(&self) -> Level {
        self.level
            .as_deref()
            .and_then(|level| level.parse().ok())
            .unwrap_or(Level::User)
    }
}

/// The form.
pub async fn form(mut signed: Signed, State(app): State<App>) -> Answer {
    let around = around(&mut signed, &app).await?;
    let form = InviteForm {
        change: Some("on".to_owned()),
        ..InviteForm::default()
    };
    Ok(page(&signed, &form, &around, &Wrong::none(), None))
}

/// Adds the person and sends the invitation, now or later.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    WithPicture { form, picture }: WithPicture<InviteForm>,
) -> Answer {
    let had_picture = picture.is_some();
    match users::invite(&app.db, &signed.caller, &form.command(picture)).await {
        Ok(done) => {
            let key = if done.mailed {
                "invite-sent"
            } else {
                "invite-saved"
            };
            let flash = Flash::new(key).name("name", &done.user.name);
            Ok(signed.go(&format!("/users/{}", done.user.id), &flash))
        }
        Err(error) => {
            if matches!(error, InviteError::Denied(_) | InviteError::Store(_)) {
                return Err(signed.fail(&error));
            }
            let mut wrong = Wrong::of(&signed.shell, &error);
            if let InviteError::Role(RoleError::Name(_) | RoleError::Taken) = &error {
                wrong = wrong.moved("role_name");
            }
            let way = way_out(&signed.shell, &error);
            let around = Around {
                had_picture,
                ..around(&mut signed, &app).await?
            };
            Ok(page(&signed, &form, &around, &wrong, way))
        }
    }
}

async fn around(signed: &mut Signed, app: &App) -> Result<Around, Failure> {
    let fail = |error| signed.fail(&error);
    let inviting = signed
        .caller
        .scope::<InviteUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let account = tenants::find(&mut tx, inviting.tenant())
        .await
        .map_err(fail)?
        .ok_or_else(|| fail(StoreError::fault("the account of a caller is there")))?;
    let kinds = match signed.caller.scope::<ViewSeats>() {
        Ok(scope) => seats::overview(&mut tx, &scope).await.map_err(fail)?,
        Err(_) => Vec::new(),
    };
    let part = signed.caller.part(Key::InviteUsers);
    let mut teams = Vec::new();
    let mut places = Vec::new();
    if let Ok(scope) = signed.caller.scope::<ViewUsers>() {
        teams = teams::all(&mut tx, &scope).await.map_err(fail)?;
        if part.is_some() {
            places = positions::list(&mut tx, &scope).await.map_err(fail)?;
        }
    }
    // Nothing is offered that would be refused.
    if signed.caller.may_widen().is_err() {
        let own = &signed.caller.facts().teams;
        teams.retain(|row| own.contains(&row.team.id));
    }
    if let Some(part) = &part {
        if part.extent().has(Extent::TEAM) {
            teams.retain(|row| part.teams().contains(&row.team.id));
        }
        places = positions::below(places, part.below());
    }
    let roles = if signed.caller.can(Key::AssignRoles) {
        let found = roles::to_begin_with(&mut tx, &signed.caller).await;
        found.map_err(|error| signed.fail(&error))?
    } else {
        Vec::new()
    };
    drop(tx);
    let leaf = signed.shell.t("invite-title").to_string();
    signed.shell.at(Section::Users).crumb(leaf, None);
    Ok(Around {
        kinds,
        teams,
        places,
        part: part.map(|part| part.extent()),
        first: signed.me().default_role.clone(),
        roles,
        settings: account.settings,
        had_picture: false,
    })
}

/// The way out of a conflict: the person who has the address, or his return (N32).
fn way_out(shell: &Shell, error: &InviteError) -> Option<(String, String)> {
    let InviteError::Conflict(conflict) = error else {
        return None;
    };
    let user = conflict.holder()?;
    let (path, key) = match conflict.conflict {
        users::Conflict::Deactivated(_) => ("/reactivate", "invite-reactivate"),
        _ => ("", "invite-see"),
    };
    Some((
        shell.href(&format!("/users/{user}{path}")),
        shell.t(key).to_string(),
    ))
}
