//! The sections of the product and the themes: names, addresses, icons, keys.

use serde::{Deserialize, Serialize};

/// Light, dark, or as the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of the cookie.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a cookie's value; anything unknown is the device's.
    pub fn parse(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.name() == name)
            .unwrap_or_default()
    }

    pub(crate) const fn icon(self) -> &'static str {
        match self {
            Self::System => "monitor",
            Self::Light => "sun",
            Self::Dark => "moon",
        }
    }

    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::System => "shell-theme-system",
            Self::Light => "shell-theme-light",
            Self::Dark => "shell-theme-dark",
        }
    }
}

/// The part of the product that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Leads.
    Leads,
    /// Leads without an owner.
    Unassigned,
    /// Figures.
    Statistics,
    /// Users.
    Users,
    /// Teams.
    Teams,
    /// Roles and access.
    Roles,
    /// Seats.
    Licences,
    /// Imports.
    Imports,
    /// The audit log.
    Audit,
    /// Mails that wait or went.
    Outbox,
    /// The settings of the account.
    Settings,
    /// The own profile.
    Me,
}

impl Section {
    /// The text of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leads => "nav-leads",
            Self::Unassigned => "nav-unassigned",
            Self::Statistics => "nav-statistics",
            Self::Users => "nav-users",
            Self::Teams => "nav-teams",
            Self::Roles => "nav-roles",
            Self::Licences => "nav-licences",
            Self::Imports => "nav-imports",
            Self::Audit => "nav-audit",
            Self::Outbox => "nav-outbox",
            Self::Settings => "nav-settings",
            Self::Me => "nav-me",
        }
    }

    /// Its address below the account.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Leads => "/leads",
            Self::Unassigned => "/leads/unassigned",
            Self::Statistics => "/statistics",
            Self::Users => "/users",
            Self::Teams => "/teams",
            Self::Roles => "/roles",
            Self::Licences => "/licences",
            Self::Imports => "/imports",
            Self::Audit => "/audit",
            Self::Outbox => "/outbox",
            Self::Settings => "/settings",
            Self::Me => "/me",
        }
    }

    pub(crate) const fn icon(self) -> &'static str {
        match self {
            Self::Leads => "kanban",
            Self::Unassigned => "inbox",
            Self::Statistics => "chart-no-axes-column",
            Self::Users => "users",
            Self::Teams => "users-round",
            Self::Roles => "shield-check",
            Self::Licences => "ticket",
            Self::Imports => "file-up",
            Self::Audit => "scroll-text",
            Self::Outbox => "mail",
            Self::Settings => "settings",
            Self::Me => "user",
        }
    }

    /// The second letter of its shortcut: `G` then this.
    pub(crate) const fn go(self) -> &'static str {
        match self {
            Self::Leads => "l",
            Self::Unassigned => "n",
            Self::Statistics => "s",
            Self::Users => "u",
            Self::Teams => "t",
            Self::Roles => "r",
            Self::Licences => "c",
            Self::Imports => "i",
            Self::Audit => "a",
            Self::Outbox => "o",
            Self::Settings => "e",
            Self::Me => "m",
        }
    }
}
