//! Removing a position: first who moves up and what ends with it, then the removal.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authz::EditPositions;
use seatwise_domain::ids::PositionId;
use seatwise_domain::positions::{self, Removal};
use seatwise_domain::problem;

use super::sight_facts;
use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{FormPage, Panel, Posted};
use crate::ui::users::asked::{Reason, reason_field};

/// What will happen.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, PositionId)>,
) -> Answer {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<EditPositions>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let removal = positions::preview_removal(&mut tx, &scope, id)
        .await
        .map_err(fail)?;
    drop(tx);
    let removal = removal.ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let list = signed.shell.t("nav-positions").to_string();
    let list_at = signed.shell.href("/positions");
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(removal.position.name.as_str(), None);
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/positions/{id}{path}"));
    let title = shell
        .t("positions-remove-title")
        .with("name", removal.position.name.as_str());
    let button = shell.t("positions-remove");
    let mut page = FormPage::new(shell, title, at("/remove"), button, at(""));
    page.icon = "trash-2";
    page.danger = true;
    let text = match &removal.up_to {
        Some(name) => shell
            .t("positions-remove-up")
            .with("name", name.as_str())
            .to_string(),
        None => shell.t("positions-remove-top").to_string(),
    };
    page.panels.push(Panel {
        title: shell.t("deactivate-after").to_string(),
        text: Some(text),
        facts: facts(shell, &removal),
        inputs: vec![reason_field(shell, "")],
        ..Panel::default()
    });
    Ok(signed.page_as(StatusCode::OK, &page))
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
