//! Removing a position: first who moves up and what ends with it, then the removal.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::ids::PositionId;
use seatwise_domain::positions::{self, Removal};

use super::sight_facts;
use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::Posted;
use crate::ui::users::asked::{Reason, reason_area};

/// What will happen.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, PositionId)>,
) -> Answer {
    let (removal, effect) = positions::foretell_removal(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    let list = signed.shell.t("nav-positions").to_string();
    let list_at = signed.shell.href("/positions");
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(removal.position.name.as_str(), None);
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/positions/{id}{path}"));
    let title = shell
        .t("positions-remove-title")
        .with("name", removal.position.name.as_str());
    let text = match &removal.up_to {
        Some(name) => shell
            .t("positions-remove-up")
            .with("name", name.as_str())
            .to_string(),
        None => shell.t("positions-remove-top").to_string(),
    };
    let asked = Asked {
        title: title.to_string(),
        lead: text,
        facts: facts(shell, &removal),
        action: at("/remove"),
        cancel: at(""),
        reason: Some(reason_area(shell, "")),
        button: shell.t("positions-remove").to_string(),
        icon: "trash-2",
        danger: true,
        ..Asked::default()
    };
    let told = Foretold::of_access(shell, &effect, &[]);
    Ok(foretold::page(&signed, StatusCode::OK, asked, told))
}

fn facts(shell: &Shell, removal: &Removal) -> Vec<(String, String)> {
    let fact = |key: &str, count: u64| (shell.t(key).to_string(), shell.number(count));
    let mut facts = vec![
        fact("positions-holders", removal.position.holders),
        fact("positions-directly-below", removal.children),
        fact("sharing-ends-shares", removal.uses.shares),
        fact("sharing-ends-rules", removal.uses.rules),
    ];
    facts.extend(sight_facts(shell, removal.sight));
    facts
}

/// Removes it.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, PositionId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    let removed = positions::remove(&app.db, &signed.caller, id, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("positions-removed").name("name", &removed.position.name);
    Ok(signed.go("/positions", &flash))
}
