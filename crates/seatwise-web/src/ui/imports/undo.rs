//! Taking an import back, whole or by ticked rows: first what would go and what would stay, then the deed.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::extract::Query;
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, ImportState, Undo, UndoPlan, Which};
use serde::Deserialize;

use super::asked::Asked;
use super::words;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Tone, hidden, note};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;
use crate::ui::users::asked::reason_field;

/// Which rows, and why.
#[derive(Debug, Default, Deserialize)]
pub struct UndoForm {
    /// There when rows were to be ticked, so that no tick is not taken for all of them.
    chosen: Option<String>,
    #[serde(default)]
    row: Vec<u32>,
    #[serde(default)]
    reason: String,
}

impl UndoForm {
    fn which(&self) -> Which {
        if self.chosen.is_some() {
            Which::Rows(self.row.clone())
        } else {
            Which::All
        }
    }

    fn ticked_none(&self) -> bool {
        self.chosen.is_some() && self.row.is_empty()
    }
}

/// What would happen.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Query(form): Query<UndoForm>,
) -> Answer {
    let here = format!("/imports/{id}");
    if form.ticked_none() {
        return Ok(signed.go(&here, &Flash::new("imports-undo-none-ticked")));
    }
    let scope = super::scope(&signed)?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let import = super::find(&signed, &mut tx, &scope, id).await?;
    let plan = imports::plan_undo(&mut tx, &scope, id, &form.which())
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    let asked = asked(&signed.shell, &plan, &form);
    Ok(asked.page(&mut signed, &import))
}

fn asked(shell: &Shell, plan: &UndoPlan, form: &UndoForm) -> Asked {
    let mut facts = vec![
        Asked::fact(shell, "imports-undo-goes", plan.reversed),
        Asked::fact(shell, "imports-undo-stays", plan.stays()),
    ];
    facts.extend(plan.kept.iter().map(|(reason, count)| {
        let why = words::keyed(shell, "imports-why-", reason).to_string();
        (why, shell.number(*count))
    }));
    let mut inputs = vec![reason_field(shell, "")];
    if form.chosen.is_some() {
        inputs.push(hidden("chosen", "yes"));
        inputs.extend(form.row.iter().map(|row| hidden("row", row)));
    }
    let button = shell.t("imports-undo-rows").with("count", plan.reversed);
    Asked {
        title: "imports-undo",
        path: "/undo",
        button: ("undo-2", button.to_string()),
        danger: true,
        note: (plan.reversed == 0).then(|| {
            let words = shell.t("imports-undo-nothing");
            note(Tone::Warning, "triangle-alert", words)
        }),
        text: None,
        facts,
        inputs,
    }
}

/// Takes the import back, or the ticked rows.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Posted(form): Posted<UndoForm>,
) -> Answer {
    let here = format!("/imports/{id}");
    if form.ticked_none() {
        return Ok(signed.go(&here, &Flash::new("imports-undo-none-ticked")));
    }
    let command = Undo {
        import: id,
        which: form.which(),
        reason: form.reason,
    };
    let import = imports::undo(&app.db, &signed.caller, &command)
        .await
        .map_err(|error| signed.fail(&error))?;
    if import.state == ImportState::Undoing {
        return Ok(Redirect::to(&signed.shell.href(&here)).into_response());
    }
    Ok(signed.go(&here, &Flash::new("imports-rows-undone")))
}
