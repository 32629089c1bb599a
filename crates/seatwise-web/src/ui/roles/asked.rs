//! What is asked once before a role goes, or before it becomes the default: who gains and loses by it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::roles::{self, Change, RoleError, RoleRow};

use super::edit::{is_fatal, wrong_of};
use super::show::load;
use crate::app::App;
use crate::cookies::Flash;
use crate::role_words;
use crate::shell::Section;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{Posted, Wrong};
use crate::ui::users::asked::{Reason, reason_area};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Delete,
    MakeDefault,
}

impl Act {
    const fn change(self, row: &RoleRow) -> Change<'_> {
        match self {
            Self::Delete => Change::Delete(&row.role.key),
            Self::MakeDefault => Change::MakeDefault(&row.role.key),
        }
    }
}

/// Asks before a role goes.
pub async fn delete_form(signed: Signed, role: Path<(String, String)>) -> Answer {
    let row = load(&signed, &role.1).await?;
    ask(signed, Act::Delete, &row, "", &Wrong::none()).await
}

/// Asks before a role becomes the default.
pub async fn default_form(signed: Signed, role: Path<(String, String)>) -> Answer {
    let row = load(&signed, &role.1).await?;
    ask(signed, Act::MakeDefault, &row, "", &Wrong::none()).await
}

/// Deletes it.
pub async fn delete(
    signed: Signed,
    State(app): State<App>,
    role: Path<(String, String)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    let row = load(&signed, &role.1).await?;
    let name = role_words::of_role(signed.shell.lang, &row.role);
    match roles::delete(&app.db, &signed.caller, &row.role.key, &form.reason).await {
        Ok(_) => {
            let flash = Flash::new("roles-deleted").name("name", name);
            Ok(signed.go(Section::Roles.path(), &flash))
        }
        Err(error) => again(signed, Act::Delete, &row, (&form.reason, &error)).await,
    }
}

/// Makes it the default.
pub async fn make_default(
    signed: Signed,
    State(app): State<App>,
    role: Path<(String, String)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    let row = load(&signed, &role.1).await?;
    let key = &row.role.key;
    match roles::make_default(&app.db, &signed.caller, key, &form.reason).await {
        Ok(_) => Ok(signed.go(&format!("/roles/{key}"), &Flash::new("roles-saved"))),
        Err(error) => again(signed, Act::MakeDefault, &row, (&form.reason, &error)).await,
    }
}

async fn again(
    signed: Signed,
    act: Act,
    row: &RoleRow,
    (reason, error): (&str, &RoleError),
) -> Answer {
    if is_fatal(error) || !matches!(error, RoleError::Reason(_)) {
        return Err(signed.fail(error));
    }
    let wrong = wrong_of(&signed.shell, error);
    ask(signed, act, row, reason, &wrong).await
}

async fn ask(mut signed: Signed, act: Act, row: &RoleRow, reason: &str, wrong: &Wrong) -> Answer {
    let seen = roles::preview(&signed.app.db, &signed.caller, act.change(row))
        .await
        .map_err(|error| signed.fail(&error))?;
    let called = role_words::of_role(signed.shell.lang, &row.role);
    let page = signed.shell.href(&format!("/roles/{}", row.role.key));
    signed
        .shell
        .at(Section::Roles)
        .crumb(&called, Some(page.clone()));
    let shell = &signed.shell;
    let (title, lead, path, button, icon) = match act {
        Act::Delete => (
            "roles-delete-title",
            "roles-delete-lead",
            "delete",
            "roles-delete",
            "trash-2",
        ),
        Act::MakeDefault => (
            "roles-default-title",
            "roles-default-lead",
            "default",
            "roles-make-default",
            "star",
        ),
    };
    let title = shell.t(title).with("name", called.as_str()).to_string();
    let lead = shell.t(lead).with("count", row.members).to_string();
    let reason = reason_area(shell, reason).error(wrong.at("reason"));
    let asked = Asked {
        title,
        lead,
        notes: wrong.note(&["reason"]).into_iter().collect(),
        action: format!("{page}/{path}"),
        cancel: page,
        reason: Some(reason),
        button: shell.t(button).to_string(),
        icon,
        danger: act == Act::Delete,
        ..Asked::default()
    };
    let told = Foretold::of_role(shell, &seen);
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let button = signed.shell.t(button).to_string();
    signed.shell.crumb(button, None);
    Ok(foretold::page(&signed, status, asked, told))
}
