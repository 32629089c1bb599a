//! Making a role, and changing one after a look at what that does.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use seatwise_domain::authz::{EditRoles, FieldRules, Grants};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Change, Role, RoleError, RoleKey, RoleKind};
use serde::Deserialize;

use super::show::{load, render, render_new};
use super::typed::Typed;
use crate::app::App;
use crate::cookies::Flash;
use crate::role_words;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{Posted, Wrong};

/// The address of the form of a new role.
#[derive(Debug, Default, Deserialize)]
pub struct NewQuery {
    kind: Option<String>,
    from: Option<String>,
}

/// The form of a new role, empty or as a copy.
pub async fn new(mut signed: Signed, Query(query): Query<NewQuery>) -> Answer {
    may(&signed)?;
    let (role, typed) = match &query.from {
        Some(from) => {
            let source = load(&signed, from).await?.role;
            let called = role_words::of_role(signed.shell.lang, &source);
            let name = signed.shell.t("roles-copy-of").with("name", called);
            let mut typed = Typed::of(&source);
            typed.set("name", &name.to_string());
            (blank(source.kind), typed)
        }
        None => (blank(kind(query.kind.as_deref())), Typed::default()),
    };
    render_new(&mut signed, &role, &typed, &Wrong::none()).await
}

fn kind(word: Option<&str>) -> RoleKind {
    word.and_then(|word| word.parse().ok())
        .unwrap_or(RoleKind::Role)
}

/// A role with nothing said, for the form of a new one.
fn blank(kind: RoleKind) -> Role {
    let never = seatwise_domain::clock::Timestamp::from_micros(0);
    Role {
        key: RoleKey::sales(),
        kind,
        name: String::new(),
        description: String::new(),
        grants: Grants::default(),
        fields: FieldRules::default(),
        created_at: never,
        updated_at: never,
    }
}

fn may(signed: &Signed) -> Result<(), Failure> {
    let scope = signed.caller.scope::<EditRoles>();
    scope.map(drop).map_err(|error| signed.fail(&error))
}

/// What is wrong, at its field on these forms.
pub(super) fn wrong_of(shell: &Shell, error: &RoleError) -> Wrong {
    let wrong = Wrong::of(shell, error);
    match error {
        RoleError::Name(_) | RoleError::Taken => wrong.moved("name"),
        _ => wrong,
    }
}

/// True for what only another page can tell.
pub(super) fn is_fatal(error: &RoleError) -> bool {
    let outranked = error.problem() == &problem::OUTRANKED;
    match error {
        RoleError::Denied(_) => !outranked,
        RoleError::Unknown | RoleError::Store(_) => true,
        _ => false,
    }
}

/// Makes a role.
pub async fn create(
    mut signed: Signed,
    State(app): State<App>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Answer {
    let typed = Typed::new(pairs);
    match roles::create(&app.db, &signed.caller, &typed.new_role()).await {
        Ok(role) => {
            let flash = Flash::new("roles-created").name("name", &role.name);
            Ok(signed.go(&format!("/roles/{}", role.key), &flash))
        }
        Err(error) if is_fatal(&error) => Err(signed.fail(&error)),
        Err(error) => {
            let wrong = wrong_of(&signed.shell, &error);
            let role = blank(kind(Some(typed.get("kind"))));
            render_new(&mut signed, &role, &typed, &wrong).await
        }
    }
}

/// Shows what an edit would do; saves it once that is confirmed.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, role)): Path<(String, String)>,
    Posted(pairs): Posted<Vec<(String, String)>>,
) -> Answer {
    may(&signed)?;
    let row = load(&signed, &role).await?;
    let typed = Typed::new(pairs);
    if typed.has("again") {
        return render(&mut signed, &app, &row, &typed, (&Wrong::none(), None)).await;
    }
    let edit = typed.edit(&row.role);
    let key = &row.role.key;
    let path = format!("/roles/{key}");
    if typed.has("confirmed") {
        return match roles::edit(&app.db, &signed.caller, key, &edit).await {
            Ok(_) => Ok(signed.go(&path, &Flash::new("roles-saved"))),
            Err(error) if is_fatal(&error) => Err(signed.fail(&error)),
            Err(error) => {
                let wrong = wrong_of(&signed.shell, &error);
                render(&mut signed, &app, &row, &typed, (&wrong, None)).await
            }
        };
    }
    match roles::preview(&app.db, &signed.caller, Change::Edit(key, &edit)).await {
        Ok(seen) if seen.changes.is_empty() => Ok(signed.go(&path, &Flash::new("edit-nothing"))),
        Ok(seen) => {
            let called = role_words::of_role(signed.shell.lang, &row.role);
            signed.shell.at(Section::Roles).crumb(&called, None);
            let shell = &signed.shell;
            let asked = Asked {
                title: shell.t("edit-check-title").to_string(),
                lead: called,
                action: shell.href(&path),
                cancel: shell.href(&path),
                kept: typed.kept(),
                button: shell.t("edit-confirm").to_string(),
                icon: "check",
                again: true,
                ..Asked::default()
            };
            let told = Foretold::of_role(shell, &seen);
            Ok(foretold::page(&signed, StatusCode::OK, asked, told))
        }
        Err(error) if is_fatal(&error) => Err(signed.fail(&error)),
        Err(error) => {
            let wrong = wrong_of(&signed.shell, &error);
            render(&mut signed, &app, &row, &typed, (&wrong, None)).await
        }
    }
}
