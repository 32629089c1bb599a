//! The role of a new person: chosen, or made on the spot (K9).

use seatwise_domain::authz::Key;
use seatwise_domain::roles::RoleKind;

use super::invite::{InviteForm, NEW_ROLE};
use super::invite_page::Around;
use crate::parts::{Choice, Input, choice, field, select};
use crate::role_words;
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::form::{Folded, Panel, Wrong};

/// The roles that can be chosen, without sets.
fn choosable<'a>(around: &'a Around, shell: &Shell) -> impl Iterator<Item = Choice> + 'a {
    let lang = shell.lang;
    let roles = around.roles.iter();
    roles
        .filter(|role| role.kind == RoleKind::Role)
        .map(move |role| choice(&role.key, role_words::of_name(lang, role)))
}

/// The choice of the role a person begins with; none for those who give none.
pub(super) fn role(
    signed: &Signed,
    form: &InviteForm,
    around: &Around,
    wrong: &Wrong,
) -> Option<Input> {
    let shell = &signed.shell;
    let mut choices: Vec<Choice> = choosable(around, shell).collect();
    if choices.is_empty() {
        return None;
    }
    if signed.caller.can(Key::EditRoles) {
        choices.push(choice(NEW_ROLE, shell.t("invite-new-role-choice")));
    }
    let made = select("role", shell.t("user-role"), choices)
        .chosen(form.role.as_deref().unwrap_or(&around.first))
        .hint(shell.t("invite-role-hint"))
        .error(wrong.at("role"));
    Some(made.into())
}

/// A role that is made with the person (K9).
pub(super) fn new_role(
    signed: &Signed,
    form: &InviteForm,
    around: &Around,
    wrong: &Wrong,
) -> Option<Panel> {
    let shell = &signed.shell;
    let choices: Vec<Choice> = choosable(around, shell).collect();
    if choices.is_empty() || !signed.caller.can(Key::EditRoles) {
        return None;
    }
    let open = form.role.as_deref() == Some(NEW_ROLE) || !form.role_name.is_empty();
    let name = field("role_name", shell.t("roles-name"))
        .value(&form.role_name)
        .autocomplete("off")
        .error(wrong.at("role_name"));
    let from = select("role_from", shell.t("invite-role-from"), choices)
        .empty("–")
        .chosen(form.role_from.as_deref().unwrap_or(&around.first))
        .hint(shell.t("invite-role-from-hint"));
    Some(Panel {
        title: shell.t("roles-new").to_string(),
        two: true,
        folded: Some(Folded {
            summary: shell.t("invite-new-role-text").to_string(),
            open,
        }),
        inputs: vec![name.into(), from.into()],
        ..Panel::default()
    })
}
