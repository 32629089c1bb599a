//! What an account's admin chooses where the reference systems disagree (decisions.md), with its defaults.

use serde::{Deserialize, Serialize};

/// Whether people who have not signed in yet may be chosen (decision 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PendingSelectable {
    /// Nowhere (K15, preset keycrm).
    Never,
    /// In the hand-over dialog only.
    #[default]
    HandoverOnly,
    /// Everywhere.
    Always,
}

/// How an account asks for a field of a new user (decision 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Nobody is added without it.
    Required,
    /// It may be given.
    #[default]
    Optional,
    /// Nobody is asked for it, and it is not taken.
    Hidden,
}

/// A field of a new user that an account asks for or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UserField {
    /// The address.
    Email,
    /// The sign-in name apart from the address.
    Login,
    /// First and last name.
    Name,
    /// Telephone.
    Phone,
    /// What he does.
    JobTitle,
    /// Form of address.
    Gender,
    /// The team he joins.
    Team,
}

impl UserField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Email,
        Self::Name,
        Self::Login,
        Self::Phone,
        Self::JobTitle,
        Self::Gender,
        Self::Team,
    ];

    /// The word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Login => "login",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::JobTitle => "job_title",
            Self::Gender => "gender",
            Self::Team => "team",
        }
    }
}

/// What an account asks of a new user (decision 6); at least one of address and login always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserForm {
    email: Ask,
    name: Ask,
    login: Ask,
    phone: Ask,
    job_title: Ask,
    gender: Ask,
    team: Ask,
}

impl Default for UserForm {
    fn default() -> Self {
        Self {
            email: Ask::Optional,
            name: Ask::Optional,
            login: Ask::Optional,
            phone: Ask::Optional,
            job_title: Ask::Optional,
            gender: Ask::Hidden,
            team: Ask::Optional,
        }
    }
}

impl UserForm {
    /// How it asks for a field.
    pub const fn asks(&self, field: UserField) -> Ask {
        match field {
            UserField::Email => self.email,
            UserField::Name => self.name,
            UserField::Login => self.login,
            UserField::Phone => self.phone,
            UserField::JobTitle => self.job_title,
            UserField::Gender => self.gender,
            UserField::Team => self.team,
        }
    }

    /// The same form, asking otherwise for one field.
    #[must_use]
    pub const fn asking(mut self, field: UserField, ask: Ask) -> Self {
        match field {
            UserField::Email => self.email = ask,
            UserField::Name => self.name = ask,
            UserField::Login => self.login = ask,
            UserField::Phone => self.phone = ask,
            UserField::JobTitle => self.job_title = ask,
            UserField::Gender => self.gender = ask,
            UserField::Team => self.team = ask,
        }
        self
    }
}

/// The settings of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Decision 5.
    pub pending_selectable: PendingSelectable,
    /// Decision 24: false refuses somebody who is a CRM contact already (L14).
    pub user_may_be_contact: bool,
    /// Decision 8: true sends the activation mail of a single new user at once (L3).
    pub mail_at_once: bool,
    /// Decision 6.
    pub user_form: UserForm,
    /// Decision 9: an admin may choose the first password of somebody; it is never mailed.
    pub admin_sets_password: bool,
}

impl Settings {
    /// Whether somebody can be added at all: by an address, or by a login with a password.
    pub fn lets_people_in(&self) -> bool {
        let asks = |field| self.user_form.asks(field) != Ask::Hidden;
        asks(UserField::Email) || (asks(UserField::Login) && self.admin_sets_password)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            pending_selectable: PendingSelectable::default(),
            user_may_be_contact: true,
            mail_at_once: true,
            user_form: UserForm::default(),
            admin_sets_password: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decision6_settings_of_an_older_account_read_with_the_defaults() {
        let old =
            r#"{"pending_selectable":"never","user_may_be_contact":false,"mail_at_once":false}"#;
        let settings: Settings = serde_json::from_str(old).unwrap();
        assert_eq!(settings.user_form, UserForm::default());
        assert_eq!(settings.user_form.asks(UserField::Gender), Ask::Hidden);
        assert!(!settings.admin_sets_password);
    }

    #[test]
    fn decision6_there_is_always_a_way_in() {
        let mut settings = Settings::default();
        assert!(settings.lets_people_in());
        settings.user_form = UserForm::default().asking(UserField::Email, Ask::Hidden);
        assert!(
            !settings.lets_people_in(),
            "a login is no way in without a password"
        );
        settings.admin_sets_password = true;
        assert!(settings.lets_people_in());
        settings.user_form = settings.user_form.asking(UserField::Login, Ask::Hidden);
        assert!(!settings.lets_people_in());
    }
}
