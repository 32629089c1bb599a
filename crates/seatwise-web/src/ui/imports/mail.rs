//! Sending the activation mails of an import: first to how many, then the deed.

use axum::extract::{Path, State};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports;

use super::asked::Asked;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;

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
    let shell = &signed.shell;
    let counts = [
        ("imports-mail-no-address", plan.no_address),
        ("imports-mail-others", plan.others),
    ];
    let mut facts = vec![Asked::fact(shell, "imports-mail-get", plan.mails)];
    facts.extend(
        counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| Asked::fact(shell, key, count)),
    );
    let words = shell.t("imports-send").with("count", plan.mails);
    let asked = Asked {
        title: "imports-mail-title",
        path: "/mail",
        button: ("send", words.to_string()),
        danger: false,
        note: None,
        text: Some(shell.t("imports-mail-text").to_string()),
        facts,
        inputs: Vec::new(),
    };
    Ok(asked.page(&mut signed, &import))
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
