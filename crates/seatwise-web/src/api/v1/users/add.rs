//! Adding a person, with a mail or with a password that an admin chose.

use seatwise_domain::users::{self, Invite, NewUser, RoleWish};
use serde::Deserialize;
use utoipa::ToSchema;

use super::UserAnswer;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{
    DateText, Email, Language, LevelWord, Login, Name, NewPassword, Phone, PositionRef, Reason,
    RoleRef, SeatKindWord, ShortText, TeamRef,
};
use crate::api::v1::roles::NewRoleBody;

/// A person to be added; `email` or `login` is needed.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateUser {
    #[schema(nullable = false)]
    email: Option<Email>,
    #[schema(nullable = false)]
    login: Option<Login>,
    /// Made of the address where it is missing.
    #[schema(nullable = false)]
    name: Option<Name>,
    #[schema(nullable = false)]
    phone: Option<Phone>,
    /// Form of address.
    #[schema(nullable = false)]
    gender: Option<ShortText>,
    #[schema(nullable = false)]
    job_title: Option<ShortText>,
    #[schema(nullable = false)]
    language: Option<Language>,
    /// First day at work.
    #[schema(nullable = false)]
    started_on: Option<DateText>,
    /// `user` without; never above one's own.
    #[schema(nullable = false)]
    level: Option<LevelWord>,
    /// `regular` without.
    #[schema(nullable = false)]
    seat_kind: Option<SeatKindWord>,
    /// The role to begin with; the account's default without.
    #[schema(nullable = false)]
    role: Option<RoleRef>,
    /// A role that is made in the same act, instead of `role`.
    #[schema(nullable = false)]
    new_role: Option<NewRoleBody>,
    /// The teams to join.
    #[schema(nullable = false, max_items = 50)]
    team_ids: Option<Vec<TeamRef>>,
    /// The position to hold: one below their own for those who invite people there, any for those who give positions.
    #[schema(nullable = false)]
    position_id: Option<PositionRef>,
    /// Chosen by the admin, where the account's settings allow it; then no mail goes out.
    #[schema(nullable = false)]
    password: Option<NewPassword>,
    /// False lets the person keep that password; without, an own one is chosen at the first sign-in.
    #[schema(nullable = false)]
    change_password: Option<bool>,
    /// False leaves the person invited until somebody sends the mail; the account's setting without.
    #[schema(nullable = false)]
    send_mail: Option<bool>,
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Adds.
pub async fn add(call: Call) -> Done {
    let body: CreateUser = call.body()?;
    let command = Invite {
        person: NewUser {
            name: body.name.map(String::from),
            email: body.email.map(String::from),
            login: body.login.map(String::from),
            phone: body.phone.map(String::from),
            gender: body.gender.map(String::from),
            job_title: body.job_title.map(String::from),
            language: body.language.map(|word| word.as_str().to_owned()),
            started_on: body.started_on.and_then(|date| date.0.parse().ok()),
        },
        level: body.level.unwrap_or(LevelWord::User).into(),
        seat_kind: body.seat_kind.unwrap_or(SeatKindWord::Regular).into(),
        role: match (body.new_role, body.role) {
            (Some(new), _) => Some(RoleWish::New(new.into())),
            (None, role) => role.map(|role| RoleWish::Known(role.0)),
        },
        teams: body
            .team_ids
            .unwrap_or_default()
            .into_iter()
            .map(|id| id.0)
            .collect(),
        position: body.position_id.map(|id| id.0),
        password: body.password.map(String::from),
        password_stays: body.change_password == Some(false),
        picture: None,
        send_mail: body.send_mail,
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let invited = users::invite(&call.app.db, call.caller()?, &command).await?;
    let place = format!("/users/{}", invited.user.id);
    Ok(Answer::created(&UserAnswer::from(invited.user), &place))
}
