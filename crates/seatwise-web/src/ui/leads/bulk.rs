//! Giving the ticked leads of a list to one person.

use axum::extract::State;
use seatwise_domain::handover::{self, Assign, Which};
use seatwise_domain::ids::{self, RecordId};
use serde::Deserialize;

use super::acts::read_receiver;
use crate::app::App;
use crate::cookies::Flash;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;
use crate::ui::users::handed::receiver;

/// Several leads and a receiver. A page without scripts has the choice of the receiver in another place, so
/// it may come twice.
#[derive(Debug, Deserialize)]
pub struct GiveForm {
    #[serde(default, rename = "id[]", alias = "id")]
    id: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
    next: Option<String>,
}

/// Gives them.
pub async fn assign(
    signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<GiveForm>,
) -> Answer {
    let next = form.next.as_deref();
    let leads: Vec<RecordId> = form
        .id
        .iter()
        .filter_map(|id| ids::parse(id).ok())
        .collect();
    let to = form.to.iter().find_map(|to| read_receiver(to));
    let Some(to) = to.filter(|_| !leads.is_empty()) else {
        let flash = Flash::new("unassigned-nothing-chosen");
        return Ok(signed.back(next, "/leads/unassigned", &flash));
    };
    let command = Assign {
        which: Which::These(leads),
        to,
        reason: String::new(),
    };
    let done = handover::assign(&app.db, &signed.caller, &command)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("leads-assigned")
        .name("name", receiver(&signed.shell, &done))
        .count(done.total)
        .more("leads-assigned-many")
        .undo(signed.shell.href(&format!("/hand-overs/{}/undo", done.id)));
    Ok(signed.back(next, "/leads/unassigned", &flash))
}
