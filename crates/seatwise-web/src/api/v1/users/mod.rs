//! People: list, look, add, edit, leave and come back.

mod add;
mod edit;
mod export;
mod leave;
mod list;
mod mails;
mod picture;
mod show;

pub use leave::{ReasonBody, ReasonQuery, StageEffect, StagesChoice, stages};

use axum::http::Method;
use seatwise_domain::authz::Key;
use seatwise_domain::clock::Timestamp;
use seatwise_domain::teams::Membership;
use seatwise_domain::users::{User, UserRow};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::api::operation::Operation;
use crate::api::types::{
    ImportRef, Instant, LevelWord, Paged, SeatKindWord, StatusWord, TeamRef, UserRef,
};
use crate::api::v1::roles::HeldRole;
use crate::locale::Lang;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    let reason = || json!({ "reason": "Agreed with the team lead" });
    vec![
        Operation::reading("/users", "listUsers", list::list)
            .needs(Key::ViewUsers)
            .query::<list::UserFilter>()
            .paged()
            .answers::<Paged<UserLine>>(200),
        Operation::new(Method::POST, "/users", "createUser", add::add)
            .needs(Key::InviteUsers)
            .body::<add::CreateUser>(json!({ "email": "neu@example.com", "name": "Nele Neu" }))
            .answers::<UserAnswer>(201),
        Operation::new(Method::GET, "/users.csv", "exportUsersCsv", export::csv)
            .needs(Key::ExportUsers)
            .query::<list::UserFilter>()
            .answers_file(&["text/csv"]),
        Operation::new(Method::GET, "/users.xlsx", "exportUsersXlsx", export::xlsx)
            .needs(Key::ExportUsers)
            .query::<list::UserFilter>()
            .answers_file(&[crate::export::XLSX]),
        Operation::reading("/user-views", "countUsers", list::views)
            .tag("users")
            .needs(Key::ViewUsers)
            .answers::<list::ViewCounts>(200),
        Operation::reading("/users/{id}", "getUser", show::show)
            .needs(Key::ViewUsers)
            .answers::<show::UserDetail>(200),
        Operation::new(
            Method::GET,
            "/users/{id}/permissions",
            "listPermissions",
            show::permissions,
        )
        .needs(Key::ViewUsers)
        .answers::<show::Permissions>(200),
        Operation::new(Method::PATCH, "/users/{id}", "editUser", edit::edit)
            .needs(Key::EditUsers)
            .query::<edit::EditQuery>()
            .body::<edit::EditUser>(json!({ "job_title": "Sales", "reason": "New role" }))
            .answers::<edit::EditedAnswer>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/deactivate",
            "deactivateUser",
            leave::deactivate,
        )
        .needs(Key::DeactivateUsers)
        .body::<leave::DeactivateBody>(json!({ "records": "later", "reason": "Left the company" }))
        .answers::<leave::DeactivatedAnswer>(200),
        Operation::new(
            Method::GET,
            "/users/{id}/deactivation-preview",
            "previewDeactivation",
            leave::preview,
        )
        .needs(Key::DeactivateUsers)
        .query::<leave::PreviewQuery>()
        .answers::<leave::PreviewAnswer>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/reactivate",
            "reactivateUser",
            leave::reactivate,
        )
        .needs(Key::ReactivateUsers)
        .body::<leave::ReasonBody>(reason())
        .answers::<UserAnswer>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/remove",
            "removeUser",
            leave::remove,
        )
        .needs(Key::RemoveUsers)
        .body::<leave::ReasonBody>(reason())
        .answers::<UserAnswer>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/hand-over",
            "handOver",
            leave::hand_over,
        )
        .needs(Key::AssignRecords)
        .body::<leave::HandOverBody>(json!({ "to": null, "stages": "open", "reason": "Holiday" }))
        .answers::<super::hand_overs::HandOverAnswer>(200),
        Operation::new(
            Method::GET,
            "/users/{id}/hand-overs",
            "listHandOvers",
            leave::hand_overs,
        )
        .needs(Key::AssignRecords)
        .answers::<leave::HandOvers>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/resend-activation",
            "resendActivation",
            mails::resend_one,
        )
        .needs(Key::InviteUsers)
        .query::<ReasonQuery>()
        .answers::<mails::ResentAnswer>(200),
        Operation::new(
            Method::POST,
            "/activation-mails",
            "resendActivations",
            mails::resend_many,
        )
        .tag("users")
        .needs(Key::InviteUsers)
        .body::<mails::ResendBody>(json!({ "user_ids": [] }))
        .answers::<mails::ResentAnswer>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/cancel-invitation",
            "cancelInvitation",
            mails::cancel,
        )
        .needs(Key::DeactivateUsers)
        .body::<leave::ReasonBody>(reason()),
        Operation::new(
            Method::POST,
            "/users/{id}/reset-password",
            "resetUserPassword",
            mails::reset,
        )
        .needs(Key::ResetPasswords)
        .body::<leave::ReasonBody>(reason())
        .answers::<mails::ResetAnswer>(200),
        Operation::new(
            Method::DELETE,
            "/users/{id}/sessions",
            "endUserSessions",
            mails::end_sessions,
        )
        .needs(Key::ResetPasswords)
        .query::<leave::ReasonQuery>()
        .answers::<mails::ResetAnswer>(200),
        Operation::new(
            Method::GET,
            "/users/{id}/picture",
            "getPicture",
            picture::get,
        )
        .needs(Key::ViewUsers)
        .answers_file(&["image/jpeg"]),
        Operation::new(
            Method::PUT,
            "/users/{id}/picture",
            "setPicture",
            picture::put,
        )
        .file(picture::TYPES, seatwise_domain::users::PICTURE_BYTES)
        .query::<ReasonQuery>()
        .answers::<picture::PictureAnswer>(200),
        Operation::new(
            Method::DELETE,
            "/users/{id}/picture",
            "removePicture",
            picture::delete,
        )
        .query::<ReasonQuery>(),
    ]
}

/// A person.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserAnswer {
    pub id: UserRef,
    pub status: StatusWord,
    pub level: LevelWord,
    pub seat_kind: SeatKindWord,
    /// True for the account of a program: it takes no seat and signs in by tokens alone.
    pub service: bool,
    /// First and last name.
    pub name: String,
    #[schema(required)]
    pub email: Option<String>,
    #[schema(required)]
    pub login: Option<String>,
    #[schema(required)]
    pub phone: Option<String>,
    /// Form of address.
    #[schema(required)]
    pub gender: Option<String>,
    #[schema(required)]
    pub job_title: Option<String>,
    /// Null means the account's.
    #[schema(required)]
    pub language: Option<String>,
    /// Null means the account's.
    #[schema(required)]
    pub time_zone: Option<String>,
    /// First day at work.
    #[schema(required, value_type = Option<crate::api::types::DateText>)]
    pub started_on: Option<String>,
    /// A mark that changes with the picture; null without one.
    #[schema(required)]
    pub picture: Option<String>,
    /// The import that brought the person.
    #[schema(required)]
    pub import_id: Option<ImportRef>,
    pub created_at: Instant,
    /// Given back as `seen` it refuses an edit that somebody else was faster with.
    pub updated_at: Instant,
    /// When the activation mail was taken by the mail server.
    #[schema(required)]
    pub mailed_at: Option<Instant>,
    /// Until when the activation link works.
    #[schema(required)]
    pub link_expires_at: Option<Instant>,
    #[schema(required)]
    pub activated_at: Option<Instant>,
    #[schema(required)]
    pub deactivated_at: Option<Instant>,
    #[schema(required)]
    pub last_seen_at: Option<Instant>,
}

impl From<User> for UserAnswer {
    fn from(user: User) -> Self {
        Self {
            id: user.id.into(),
            status: user.state.into(),
            level: user.level.into(),
            seat_kind: user.seat_kind.into(),
            service: user.service,
            name: user.name,
            email: user.email,
            login: user.login,
            phone: user.phone,
            gender: user.gender,
            job_title: user.job_title,
            language: user.language,
            time_zone: user.time_zone,
            started_on: user.started_on.map(|date| date.to_string()),
            picture: user.picture,
            import_id: user.import.map(Into::into),
            created_at: user.created_at.into(),
            updated_at: user.updated_at.into(),
            mailed_at: user.mailed_at.map(Instant::from),
            link_expires_at: user.link_expires_at.map(Instant::from),
            activated_at: user.activated_at.map(Instant::from),
            deactivated_at: user.deactivated_at.map(Instant::from),
            last_seen_at: user.last_seen_at.map(Instant::from),
        }
    }
}

/// A person's place in a team.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamPlace {
    id: TeamRef,
    name: String,
    /// True when the person leads it.
    manager: bool,
}

impl From<Membership> for TeamPlace {
    fn from(place: Membership) -> Self {
        Self {
            id: place.team.id.into(),
            name: place.team.name,
            manager: place.manager,
        }
    }
}

/// A person in the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserLine {
    #[serde(flatten)]
    user: UserAnswer,
    /// True when the activation link was not followed in time; a new one can be sent.
    link_expired: bool,
    /// The roles and permission sets in force.
    roles: Vec<HeldRole>,
    teams: Vec<TeamPlace>,
    /// How many open leads the person owns.
    open_leads: u64,
}

impl UserLine {
    /// The line as it is now.
    pub fn new(row: UserRow, now: Timestamp, lang: Lang) -> Self {
        Self {
            link_expired: row.user.link_expired(now),
            user: row.user.into(),
            roles: row
                .roles
                .into_iter()
                .map(|held| HeldRole::new(held, lang))
                .collect(),
            teams: row.teams.into_iter().map(TeamPlace::from).collect(),
            open_leads: row.open_leads,
        }
    }
}
