//! Sending the activation mails of an import: first to how many, then the deed.

use axum::extract::{Path, State};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports;

use crate::app::App;
use crate::cookies::Flash;
use crate::shell::Section;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{FormPage, Panel};

/// To whom mails would go.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
) -> Answer {
    let scope = super::scope(&signed)?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let import = super::find(&signed, &mut tx, &scope, id).await?;
    let plan = imports::plan_mails(&mut tx, &scope, &import)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    let here = format!("/imports/{id}");
    let home = signed.shell.href(&here);
    let title = signed.shell.t("imports-mail-title").to_string();
    signed
        .shell
        .at(Section::Imports)
        .crumb(&import.file_name, Some(home.clone()))
        .crumb(&title, None);
    let shell = &signed.shell;
    let button = shell.t("imports-send").with("count", plan.mails);
    let action = shell.href(&format!("{here}/mail"));
    let mut page = FormPage::new(shell, title, action, button, home);
    page.lead = Some(import.file_name.clone());
    page.icon = "send";
    let facts = [
        ("imports-mail-get", Some(plan.mails)),
        (
            "imports-mail-no-address",
            Some(plan.no_address).filter(|count| *count > 0),
        ),
        (
            "imports-mail-others",
            Some(plan.others).filter(|count| *count > 0),
        ),
    ];
    page.panels.push(Panel {
        title: shell.t("deactivate-after").to_string(),
        text: Some(shell.t("imports-mail-text").to_string()),
        facts: facts
            .into_iter()
            .filter_map(|(key, count)| Some((shell.t(key).to_string(), shell.number(count?))))
            .collect(),
        ..Panel::default()
    });
    Ok(signed.page(&page))
}

/// Sends them.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
) -> Answer {
    imports::send_activations(&app.db, &signed.caller, id, None)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go(&format!("/imports/{id}"), &Flash::new("imports-mailing")))
}
