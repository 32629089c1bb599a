//! Moving a position: first who gains and who loses sight of whose leads, then the move.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use seatwise_domain::ids::{self, PositionId};
use seatwise_domain::positions::{self, Move};
use seatwise_domain::problem;
use serde::Deserialize;

use super::sight_facts;
use super::tree::read;
use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::Posted;
use crate::ui::users::asked::reason_area;

/// Which position goes where; `top` or nothing for the top.
#[derive(Debug, Default, Deserialize)]
pub struct MoveForm {
    #[serde(default)]
    position: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    reason: String,
}

impl MoveForm {
    fn places(&self, signed: &Signed) -> Result<(PositionId, Option<PositionId>), Failure> {
        let position = ids::parse(&self.position);
        let position = position.map_err(|_| signed.refuse(&problem::NOT_FOUND))?;
        Ok((position, read(signed, &self.to)?))
    }
}

/// What the move would do.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Query(form): Query<MoveForm>,
) -> Answer {
    let (id, to) = form.places(&signed)?;
    let (planned, effect) = positions::foretell_move(&app.db, &signed.caller, id, to)
        .await
        .map_err(|error| signed.fail(&error))?;
    let list = signed.shell.t("nav-positions").to_string();
    let list_at = signed.shell.href("/positions");
    let shell = signed.shell.at(Section::Teams).crumb(list, Some(list_at));
    shell.crumb(planned.position.name.as_str(), None);
    let shell = &signed.shell;
    let title = shell
        .t("positions-move-title")
        .with("name", planned.position.name.as_str());
    let keep = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let asked = Asked {
        title: title.to_string(),
        facts: facts(shell, &planned),
        action: shell.href("/positions/move"),
        cancel: shell.href(&format!("/positions/{id}")),
        kept: vec![keep("position", &form.position), keep("to", &form.to)],
        reason: Some(reason_area(shell, "")),
        button: shell.t("positions-move").to_string(),
        icon: "arrow-right",
        ..Asked::default()
    };
    let told = Foretold::of_access(shell, &effect, &[]);
    Ok(foretold::page(&signed, StatusCode::OK, asked, told))
}

fn facts(shell: &Shell, planned: &Move) -> Vec<(String, String)> {
    let place = |name: &Option<String>| {
        name.clone()
            .unwrap_or_else(|| shell.t("positions-top").to_string())
    };
    let mut facts = vec![
        (
            shell.t("positions-move-from").to_string(),
            place(&planned.from),
        ),
        (shell.t("positions-move-to").to_string(), place(&planned.to)),
    ];
    facts.extend(sight_facts(shell, planned.sight));
    facts
}

/// Moves it.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<MoveForm>,
) -> Answer {
    let (id, to) = form.places(&signed)?;
    let moved = positions::relocate(&app.db, &signed.caller, id, to, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("positions-moved").name("name", &moved.position.name);
    Ok(signed.go("/positions", &flash))
}
