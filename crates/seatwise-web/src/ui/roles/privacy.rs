//! How far users see each other's leads, below the matrix; shown first in people and leads, then saved (N25, D7).

use axum::extract::State;
use axum::http::StatusCode;
use seatwise_domain::authz::Visibility;
use seatwise_domain::tenants::{self, EditAccountCommand};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::text::Text;
use crate::ui::failure::Answer;
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{Posted, Radio};

/// The setting.
#[derive(Debug, Deserialize)]
pub struct Privacy {
    #[serde(default)]
    leads: String,
    confirmed: Option<String>,
}

/// Saves it; asked first, where anybody gains or loses by it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<Privacy>,
) -> Answer {
    let command = EditAccountCommand {
        visibility: form.leads.parse().ok(),
        ..EditAccountCommand::default()
    };
    if form.confirmed.is_none() {
        let seen = tenants::preview(&app.db, &signed.caller, &command)
            .await
            .map_err(|error| signed.fail(&error))?;
        if !seen.effect.is_nothing() {
            let here = signed.shell.t("settings-check").to_string();
            signed.shell.at(Section::Roles).crumb(here, None);
            let shell = &signed.shell;
            let asked = Asked {
                title: shell.t("settings-check").to_string(),
                lead: shell.t("moves-check-lead").to_string(),
                action: shell.href("/roles/privacy"),
                cancel: shell.href(Section::Roles.path()),
                kept: vec![("leads".to_owned(), form.leads.clone())],
                button: shell.t("roles-privacy-save").to_string(),
                icon: "check",
                ..Asked::default()
            };
            let told = Foretold::of_access(shell, &seen.effect, &seen.changes);
            return Ok(foretold::page(&signed, StatusCode::OK, asked, told));
        }
    }
    tenants::edit(&app.db, &signed.caller, &command)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(Section::Roles.path(), &Flash::new("settings-saved")))
}

pub(super) fn choices(shell: &Shell, chosen: Visibility) -> Vec<Radio> {
    Visibility::ALL
        .into_iter()
        .map(|choice| {
            let key = ["settings-leads-", choice.as_str()].concat();
            Radio {
                name: "leads",
                value: choice.as_str(),
                label: Text::new(shell.lang, key.as_str()).to_string(),
                text: Text::new(shell.lang, [key.as_str(), "-text"].concat()).to_string(),
                checked: choice == chosen,
            }
        })
        .collect()
}
