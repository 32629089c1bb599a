//! Inviting one person: by address alone (N29), or with a password that an admin chose (decision 9).

use super::add::{self, FieldError, NewUser, add_many, prepare};
use super::asked;
use super::conflicts::{ConflictError, conflicts};
use super::created::created;
use super::picture::{self, UnreadablePicture};
use super::resend::mail_activations;
use super::state::UserState;
use super::{User, sql};
use crate::audit::{Audit, Event, Reason, ReasonTooLong};
use crate::authz::{
    AddsUsers, Astray, Caller, Denied, EditRoles, InviteUsers, Level, Scope, SeatKind,
};
use crate::ids::{PositionId, TeamId, UserId};
use crate::positions::{self, HoldError};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::roles::{Give, NewRole, RoleError, RoleKey};
use crate::seats::NoFreeSeat;
use crate::store::{Db, Reads, StoreError, WriteTx};
use crate::text::EmailAddress;
use crate::{roles, teams, tenants};

/// Whom to add, and how.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Who he is.
    pub person: NewUser,
    /// What he will be; never above the inviter.
    pub level: Level,
    /// The kind of seat he takes.
    pub seat_kind: SeatKind,
    /// The role he begins with; the account's default without.
    pub role: Option<RoleWish>,
    /// The teams he joins.
    pub teams: Vec<TeamId>,
    /// The position he holds.
    pub position: Option<PositionId>,
    /// A password chosen for him, where the account lets admins do that; then no mail goes out.
    pub password: Option<String>,
    /// True: that password stays his; else he chooses his own at the first sign-in (decision 9).
    pub password_stays: bool,
    /// His picture, as it was sent; one that cannot be taken refuses everything (K3).
    pub picture: Option<Vec<u8>>,
    /// True sends the activation mail at once (L3), false leaves him invited until somebody sends it; `None`
    /// does what the account's settings say (decision 8).
    pub send_mail: Option<bool>,
    /// Why.
    pub reason: String,
}

impl Invite {
    /// An invitation by address alone, sent as the account's settings say.
    pub fn by_email(email: impl Into<String>) -> Self {
        Self {
            person: NewUser {
                email: Some(email.into()),
                ..NewUser::default()
            },
            level: Level::User,
            seat_kind: SeatKind::Regular,
            role: None,
            teams: Vec::new(),
            position: None,
            password: None,
            password_stays: false,
            picture: None,
            send_mail: None,
            reason: String::new(),
        }
    }
}

/// The role that somebody begins with.
#[derive(Debug, Clone)]
pub enum RoleWish {
    /// One of the account's.
    Known(RoleKey),
    /// One that is made with him (K9).
    New(NewRole),
}

/// Somebody who was added.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The person.
    pub user: User,
    /// True when the activation mail is in the outbox.
    pub mailed: bool,
    /// True when a CRM contact has the same address (decision 24).
    pub is_contact: bool,
}

/// Why nobody was added.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// Not allowed (J1).
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Something typed is wrong.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// The address or login is in use; says by whom (N32, N33, L14, L15).
    #[error(transparent)]
    Conflict(#[from] ConflictError),
    /// All seats are taken (N55).
    #[error(transparent)]
    NoFreeSeat(#[from] NoFreeSeat),
    /// The level is above the inviter's, or the owner's.
    #[error("nobody gives a level above his own")]
    LevelTooHigh,
    /// A team seat gives nothing to administer with.
    #[error("an admin needs a regular seat")]
    TeamSeat,
    /// The role was not made or not given.
    #[error(transparent)]
    Role(#[from] RoleError),
    /// A team that does not exist.
    #[error("an unknown team")]
    UnknownTeam,
    /// The position cannot be given.
    #[error(transparent)]
    Position(#[from] HoldError),
    /// He would not come into the part of the people to which the caller invites (P64).
    #[error("the newcomer would not come into the caller's part")]
    Astray(Astray),
    /// The picture cannot be taken.
    #[error(transparent)]
    Picture(#[from] UnreadablePicture),
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for InviteError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Field(error) => error.problem(),
            Self::Conflict(error) => error.problem(),
            Self::NoFreeSeat(error) => error.problem(),
            Self::LevelTooHigh => &problem::LEVEL_TOO_HIGH,
            Self::TeamSeat => &problem::ADMIN_NEEDS_SEAT,
            Self::Role(error) => error.problem(),
            Self::UnknownTeam => &problem::TEAM_UNKNOWN,
            Self::Position(error) => error.problem(),
            Self::Astray(Astray::NoTeam) => &problem::NEWCOMER_NEEDS_TEAM,
            Self::Astray(Astray::TeamOutside) => &problem::TEAM_OUTSIDE_PART,
            Self::Astray(Astray::NoPosition) => &problem::NEWCOMER_NEEDS_POSITION,
            Self::Picture(error) => error.problem(),
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Field(error) => error.values(),
            Self::Conflict(error) => error.values(),
            Self::NoFreeSeat(error) => error.values(),
            Self::Role(error) => error.values(),
            Self::Position(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Adds a person: he takes a seat at once and is pending (K13), or invited when no mail is to go out yet.
pub async fn invite(db: &Db, caller: &Caller, command: &Invite) -> Result<Invited, InviteError> {
    let scope = caller.scope::<InviteUsers>()?;
    let reason = Reason::read(&command.reason)?;
    if command.level > caller.level() || command.level == Level::Owner {
        return Err(InviteError::LevelTooHigh);
    }
    if !command.seat_kind.may_hold(command.level) {
        return Err(InviteError::TeamSeat);
    }
    let id: UserId = db.ids().next(db.now());
    let mut person = prepare(id, &command.person)?;
    person.level = command.level;
    person.seat_kind = command.seat_kind;
    person.teams = command.teams.iter().map(|team| (*team, false)).collect();
    if let Some(password) = &command.password {
        person.password_hash = Some(add::admin_password(password, &person).await??);
        person.password_change = !command.password_stays;
        person.state = UserState::Pending;
    }
    let picture = match &command.picture {
        Some(bytes) => Some(picture::prepare(bytes.clone()).await??),
        None => None,
    };
    let mut tx = db.write().await?;
    let settings = tenants::settings(&mut tx, scope.tenant()).await?;
    asked::fits(&settings, caller, command, &person)?;
    if !command.teams.is_empty()
        && teams::exist(&mut tx, scope.tenant(), &command.teams).await?
            != command.teams.len() as u64
    {
        return Err(InviteError::UnknownTeam);
    }
    let lands = caller.lands(&mut tx, &command.teams, command.position);
    lands.await?.map_err(InviteError::Astray)?;
    // Into teams of others nobody brings people who would see there what he does not see.
    let own = &caller.facts().teams;
    if command.teams.iter().any(|team| !own.contains(team)) {
        caller.may_widen()?;
    }
    let is_contact = names_are_free(&mut tx, &scope, &person, settings.user_may_be_contact).await?;
    let outcome = add_many(&mut tx, &scope, std::slice::from_ref(&person)).await?;
    if outcome.added.is_empty() {
        return Err(NoFreeSeat(command.seat_kind).into());
    }
    let at_once = command.send_mail.unwrap_or(settings.mail_at_once);
    let mailed = at_once && person.email.is_some() && command.password.is_none();
    let placed = begin_at(&mut tx, caller, id, command.position, &reason).await?;
    if let Some(picture) = &picture {
        picture::save(&mut tx, scope.tenant(), id, picture).await?;
    }
    if mailed {
        mail_activations(&mut tx, &scope, caller, &[id]).await?;
    }
    let user = sql::by_id(&mut tx, scope.tenant(), id).await?;
    let user = user.ok_or_else(|| StoreError::fault("the person was just added"))?;
    let teams = teams::names_of(&mut tx, scope.tenant(), id).await?;
    let mut made = created(&user, &teams, mailed).reason(&reason);
    if person.password_hash.is_some() {
        made = made
            .changed("password")
            .detail("password_change", person.password_change);
    }
    let mut events = vec![made];
    events.extend(placed);
    match &command.role {
        Some(wish) => {
            events.extend(begin_with(&mut tx, caller, id, wish, &command.reason).await?);
        }
        None => roles::may_begin(&mut tx, caller, command.seat_kind).await?,
    }
    roles::may_extend(&mut tx, caller, &[id]).await?;
    tx.commit(Audit::all(&scope, events)).await?;
    Ok(Invited {
        user,
        mailed,
        is_contact,
    })
}

/// The position of a newcomer: below his own for whoever invites people there, any for those who give positions.
async fn begin_at(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    position: Option<PositionId>,
    reason: &Reason,
) -> Result<Option<Event>, InviteError> {
    let Some(position) = position else {
        return Ok(None);
    };
    Ok(if caller.invites_to(tx, position).await? {
        positions::hold_at_first(tx, caller, user, position, reason).await?
    } else {
        positions::hold_step(tx, caller, user, Some(position), reason).await?
    })
}

/// The role of a newcomer: one of the account's, or one that is made with him. The default role is not given,
/// so that he goes with it when another becomes the default.
async fn begin_with(
    tx: &mut WriteTx,
    caller: &Caller,
    user: UserId,
    wish: &RoleWish,
    reason: &str,
) -> Result<Vec<Event>, InviteError> {
    let mut events = Vec::new();
    let role = match wish {
        RoleWish::Known(key) => key.clone(),
        RoleWish::New(new) => {
            let scope = caller.scope::<EditRoles>()?;
            let (role, made) = roles::add(tx, caller, &scope, new).await?;
            events.push(made);
            role.key
        }
    };
    if tenants::default_role(tx, caller.tenant()).await? == role.as_str() {
        roles::may_begin(tx, caller, SeatKind::Regular).await?;
        return Ok(events);
    }
    let give = Give {
        users: vec![user],
        role,
        starts_at: None,
        expires_at: None,
        reason: reason.to_owned(),
    };
    events.extend(roles::give_newcomer(tx, caller, &give).await?);
    Ok(events)
}

/// Refuses names that are in use; tells whether a contact has the address.
async fn names_are_free(
    tx: &mut WriteTx,
    scope: &Scope<impl AddsUsers>,
    person: &add::Prepared,
    may_be_contact: bool,
) -> Result<bool, InviteError> {
    let email = person.email.as_ref();
    let keys: Vec<String> = [
        email.map(EmailAddress::key),
        person.login.as_ref().map(|(_, key)| key.as_str()),
    ]
    .into_iter()
    .flatten()
    .map(str::to_owned)
    .collect();
    let mut found = conflicts(tx, scope, &keys, true).await?;
    if let Some((shown, key)) = &person.login
        && let Some(conflict) = found.remove(key)
        && conflict != super::Conflict::Contact
    {
        return Err(ConflictError {
            name: shown.clone(),
            conflict,
            login: true,
        }
        .into());
    }
    if let Some(email) = email
        && let Some(conflict) = found.remove(email.key())
    {
        if conflict == super::Conflict::Contact && may_be_contact {
            return Ok(true);
        }
        return Err(ConflictError {
            name: email.as_str().to_owned(),
            conflict,
            login: false,
        }
        .into());
    }
    Ok(false)
}

/// How many seats of the kind would be free after adding one; for the side panel of the form.
pub async fn seats_after(
    tx: &mut impl Reads,
    scope: &Scope<InviteUsers>,
    kind: SeatKind,
) -> Result<Option<u64>, StoreError> {
    Ok(crate::seats::free(tx, scope, kind).await?.checked_sub(1))
}
