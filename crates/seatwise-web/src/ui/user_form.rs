//! What the settings say about the form of a new user: for each field whether it is asked for (decision 6).

use seatwise_domain::tenants::{Ask, UserField, UserForm};

use super::form::{Panel, Wrong};
use crate::parts::{Input, choice, select};
use crate::shell::Shell;

/// The words of the choice, in the order of the form.
const ASKS: [(&str, &str, Ask); 3] = [
    ("required", "settings-ask-required", Ask::Required),
    ("optional", "settings-ask-optional", Ask::Optional),
    ("hidden", "settings-ask-hidden", Ask::Hidden),
];

/// The name of the input of a field.
const fn input(field: UserField) -> &'static str {
    match field {
        UserField::Email => "ask_email",
        UserField::Name => "ask_name",
        UserField::Login => "ask_login",
        UserField::Phone => "ask_phone",
        UserField::JobTitle => "ask_job_title",
        UserField::Gender => "ask_gender",
        UserField::Team => "ask_team",
    }
}

const fn label(field: UserField) -> &'static str {
    match field {
        UserField::Email => "user-email",
        UserField::Name => "user-name",
        UserField::Login => "user-login",
        UserField::Phone => "user-phone",
        UserField::JobTitle => "user-job-title",
        UserField::Gender => "user-gender",
        UserField::Team => "teams-col-team",
    }
}

/// The word of a choice.
pub fn word(ask: Ask) -> &'static str {
    let found = ASKS.iter().find(|(_, _, known)| *known == ask);
    found.map_or("", |(word, ..)| *word)
}

/// The form that was chosen; what is not among the words stays as it is without any choice.
pub fn read<'a>(chosen: impl IntoIterator<Item = (UserField, &'a str)>) -> UserForm {
    chosen
        .into_iter()
        .filter_map(|(field, word)| {
            let found = ASKS.iter().find(|(known, ..)| *known == word);
            found.map(|(_, _, ask)| (field, *ask))
        })
        .fold(UserForm::default(), |form, (field, ask)| {
            form.asking(field, ask)
        })
}

/// The panel of the settings.
pub fn panel<'a>(
    shell: &Shell,
    chosen: impl IntoIterator<Item = (UserField, &'a str)>,
    wrong: &Wrong,
) -> Panel {
    let inputs = chosen.into_iter().map(|(field, chosen)| -> Input {
        let choices = ASKS
            .iter()
            .map(|(word, key, _)| choice(word, shell.t(key)))
            .collect();
        let error = wrong.at("user_form").filter(|_| field == UserField::Email);
        select(input(field), shell.t(label(field)), choices)
            .chosen(chosen)
            .error(error)
            .into()
    });
    Panel {
        title: shell.t("settings-form").to_string(),
        text: Some(shell.t("settings-form-text").to_string()),
        two: true,
        inputs: inputs.collect(),
        ..Panel::default()
    }
}
