//! The audit lines for people who were added, with everything that is known of them (J16).

use serde_json::Value as Json;

use super::User;
use super::add::Prepared;
use crate::audit::{Event, EventKind, SubjectKind};
use crate::ids::ImportId;
use crate::text::EmailAddress;

/// The line for somebody who was added by hand, into these teams.
pub fn created(user: &User, teams: &[String], mailed: bool) -> Event {
    let event =
        Event::new(EventKind::UserCreated).on(SubjectKind::User, user.id, user.name.clone());
    let text = |value: &Option<String>| value.clone();
    with_data(
        event,
        [
            ("state", Some(user.state.as_str().to_owned())),
            ("level", Some(user.level.as_str().to_owned())),
            ("seat", Some(user.seat_kind.as_str().to_owned())),
            ("email", text(&user.email)),
            ("login", text(&user.login)),
            ("phone", text(&user.phone)),
            ("gender", text(&user.gender)),
            ("job_title", text(&user.job_title)),
            ("language", text(&user.language)),
            ("started_on", user.started_on.map(|date| date.to_string())),
            ("picture", text(&user.picture)),
        ],
        teams,
    )
    .detail("mailed", mailed)
}

/// The line for somebody whom an import brought, into these teams.
pub fn brought(person: &Prepared, teams: &[String], import: ImportId) -> Event {
    let event =
        Event::new(EventKind::UserCreated).on(SubjectKind::User, person.id, person.name.clone());
    let email = person.email.as_ref().map(EmailAddress::as_str);
    with_data(
        event,
        [
            ("state", Some(person.state.as_str().to_owned())),
            ("level", Some(person.level.as_str().to_owned())),
            ("seat", Some(person.seat_kind.as_str().to_owned())),
            ("email", email.map(str::to_owned)),
            (
                "login",
                person.login.as_ref().map(|(shown, _)| shown.clone()),
            ),
            ("phone", person.phone.clone()),
            ("gender", person.gender.clone()),
            ("job_title", person.job_title.clone()),
            ("language", person.language.clone()),
            ("started_on", person.started_on.map(|date| date.to_string())),
        ],
        teams,
    )
    .detail("import", import.to_string())
}

/// What is empty leaves no mark: there was nothing before, either.
fn with_data(
    mut event: Event,
    fields: impl IntoIterator<Item = (&'static str, Option<String>)>,
    teams: &[String],
) -> Event {
    for (field, value) in fields {
        if let Some(value) = value {
            event = event.change(field, Json::Null, value);
        }
    }
    if teams.is_empty() {
        return event;
    }
    event.change("teams", Json::Null, teams.to_vec())
}
