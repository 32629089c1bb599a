//! Accounts: their names, language, time zone and the settings that differ between the reference systems.

mod edit;
mod list;
mod plan;
mod set_plan;
mod settings;
mod sql;

pub use edit::{AccountPreview, EditAccountCommand, EditAccountError, edit, preview};
pub use list::{Account, all, by_slug, find};
pub use plan::{PLANS, Plan};
pub use set_plan::{SetPlanError, set_plan};
pub use settings::{Ask, PendingSelectable, Settings, UserField, UserForm};
pub(crate) use sql::{default_role, insert, set_default_role, settings};

/// The languages that pages and mails come in.
pub const LANGUAGES: [&str; 5] = ["en", "de", "ru", "uk", "zh"];

/// Checks a language word.
pub fn is_language(word: &str) -> bool {
    LANGUAGES.contains(&word)
}

/// Checks an IANA time zone name.
pub fn is_time_zone(name: &str) -> bool {
    jiff::tz::TimeZone::get(name).is_ok()
}
