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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            pending_selectable: PendingSelectable::default(),
            user_may_be_contact: true,
            mail_at_once: true,
        }
    }
}
