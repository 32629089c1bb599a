//! Removing a group: first what ends with it, then the removal.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::groups::{self, IfUsed, Removal};
use seatwise_domain::ids::GroupId;

use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::Posted;
use crate::ui::users::asked::{Reason, reason_area};

/// What will end.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
) -> Answer {
    let (removal, effect) = groups::foretell_removal(&app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    let (list, list_at) = (
        signed.shell.t("nav-groups").to_string(),
        signed.shell.href("/groups"),
    );
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(removal.group.name.as_str(), None);
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/groups/{id}{path}"));
    let title = shell
        .t("groups-remove-title")
        .with("name", removal.group.name.as_str());
    let asked = Asked {
        title: title.to_string(),
        lead: lead(shell, &removal),
        facts: facts(shell, &removal),
        action: at("/remove"),
        cancel: at(""),
        reason: Some(reason_area(shell, "")),
        button: shell.t("groups-remove").to_string(),
        icon: "trash-2",
        danger: true,
        ..Asked::default()
    };
    let told = Foretold::of_access(shell, &effect, &[]);
    Ok(foretold::page(&signed, StatusCode::OK, asked, told))
}

/// What ends, and where those below go.
fn lead(shell: &Shell, removal: &Removal) -> String {
    let mut text = shell.t("groups-remove-text").to_string();
    if removal.children > 0 {
        let up = match &removal.up_to {
            Some(name) => shell.t("groups-remove-up").with("name", name.as_str()),
            None => shell.t("groups-remove-top"),
        };
        text = format!("{text} {up}");
    }
    text
}

fn facts(shell: &Shell, removal: &Removal) -> Vec<(String, String)> {
    let fact = |key: &str, count: u64| (shell.t(key).to_string(), shell.number(count));
    vec![
        fact("teams-col-members", removal.members),
        fact("groups-directly-below", removal.children),
        fact("sharing-ends-shares", removal.uses.shares),
        fact("sharing-ends-rules", removal.uses.rules),
        fact("sharing-ends-people", removal.uses.people),
    ]
}

/// Removes it, with what was shown.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, GroupId)>,
    Posted(form): Posted<Reason>,
) -> Answer {
    let removed = groups::remove(&app.db, &signed.caller, id, IfUsed::EndThem, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("groups-removed").name("name", &removed.group.name);
    Ok(signed.go("/groups", &flash))
}
