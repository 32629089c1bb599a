//! What the form of a new person asks of somebody who invites to a part of the people (P64).

use super::invite::InviteForm;
use super::invite_page::Around;
use crate::parts::{Input, Note, Tone, note, select};
use crate::shell::Shell;
use crate::text::Text;
use crate::ui::form::Wrong;
use crate::ui::positions::tree::choices;

/// The note that says to which part.
pub(super) fn told(shell: &Shell, around: &Around) -> Option<Note> {
    let part = around.part?;
    let text = ["invite-part-", part.word().unwrap_or("both")].concat();
    let made = note(Tone::Info, "users-round", shell.t("invite-part"));
    Some(made.text(Text::new(shell.lang, text)))
}

/// The choice of a position; none for those who do not invite by positions.
pub(super) fn position(
    shell: &Shell,
    form: &InviteForm,
    around: &Around,
    wrong: &Wrong,
) -> Option<Input> {
    if around.places.is_empty() {
        return None;
    }
    let places = choices(&around.places);
    let made = select("position", shell.t("user-position"), places)
        .empty("–")
        .chosen(form.position.as_str())
        .error(wrong.at("position"));
    Some(made.into())
}
