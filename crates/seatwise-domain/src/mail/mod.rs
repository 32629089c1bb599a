//! Mail: queued in the transaction that causes it, composed and sent by the worker, shown in the outbox.

mod outbox;
mod queue;
mod send;
mod sql;
mod transport;

pub use outbox::{CancelError, OpenError, cancel, list, open_link};
pub use queue::{Recipient, cancel_of_users, enqueue, enqueue_many};
pub use send::{Delivered, deliver_due};
pub use sql::{MailState, QueuedMail};
pub use transport::{Encryption, SendError, SmtpOptions, Transport};

use serde::{Deserialize, Serialize};

/// What a mail says. The words are in the text files; here are only the values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Mail {
    /// An invitation to the account with the link that activates it.
    Activation {
        /// The secret of the link; it is taken out of the table once the mail is sent.
        token: String,
        /// The account's name.
        account: String,
        /// Who invites; none when it is the operator or the program.
        invited_by: Option<String>,
        /// Until when the link works.
        expires_at: crate::clock::Timestamp,
    },
    /// A link to choose a new password.
    PasswordReset {
        /// The secret of the link.
        token: String,
        /// The account's name.
        account: String,
        /// True when an administrator asked for it (N56).
        by_admin: bool,
        /// Until when the link works.
        expires_at: crate::clock::Timestamp,
    },
    /// The password was changed; for the case that it was somebody else.
    PasswordChanged {
        /// The account's name.
        account: String,
    },
    /// The account is offered to its reader.
    OwnershipOffered {
        /// The account's name.
        account: String,
        /// The part of addresses that names it.
        slug: String,
        /// Who offers.
        offered_by: String,
        /// Why.
        reason: Option<String>,
        /// Until when it can be taken.
        expires_at: crate::clock::Timestamp,
    },
    /// Somebody turned down what its reader offered.
    OwnershipDeclined {
        /// The account's name.
        account: String,
        /// Who.
        name: String,
        /// Why.
        reason: Option<String>,
    },
    /// The account has another owner.
    OwnershipChanged {
        /// The account's name.
        account: String,
        /// The new owner's name.
        owner: String,
        /// True when whoever runs the installation decided it.
        by_operator: bool,
    },
}

impl Mail {
    /// The word of the kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Activation { .. } => "activation",
            Self::PasswordReset { .. } => "password-reset",
            Self::PasswordChanged { .. } => "password-changed",
            Self::OwnershipOffered { .. } => "ownership-offered",
            Self::OwnershipDeclined { .. } => "ownership-declined",
            Self::OwnershipChanged { .. } => "ownership-changed",
        }
    }

    /// The secret of the link, if there is one.
    pub fn token(&self) -> Option<&str> {
        match self {
            Self::Activation { token, .. } | Self::PasswordReset { token, .. } => Some(token),
            Self::PasswordChanged { .. }
            | Self::OwnershipOffered { .. }
            | Self::OwnershipDeclined { .. }
            | Self::OwnershipChanged { .. } => None,
        }
    }

    /// The same mail without its secret, as it is kept once it was sent.
    pub(crate) fn without_secret(mut self) -> Self {
        match &mut self {
            Self::Activation { token, .. } | Self::PasswordReset { token, .. } => token.clear(),
            Self::PasswordChanged { .. }
            | Self::OwnershipOffered { .. }
            | Self::OwnershipDeclined { .. }
            | Self::OwnershipChanged { .. } => {}
        }
        self
    }
}

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// The subject line.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// Puts a mail into words, in the language of its reader. The web crate does it.
pub trait Compose: Send + Sync + 'static {
    /// The words.
    fn compose(&self, mail: &QueuedMail) -> Composed;
}
