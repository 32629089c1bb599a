//! What a person may do, in words: the permission table with yes or no and why (J4).

use seatwise_domain::authz::Level;
use seatwise_domain::users::{Decided, PermissionLine, User};

use super::words;
use crate::shell::Shell;
use crate::text::Text;

/// A line of the table.
pub struct Allowed {
    /// What it allows.
    pub label: String,
    /// Whether the person may.
    pub yes: bool,
    /// Why, or why not.
    pub because: String,
}

/// The table in words.
pub fn permissions(shell: &Shell, user: &User, lines: Vec<PermissionLine>) -> Vec<Allowed> {
    lines
        .into_iter()
        .map(|line| said(shell, user, line))
        .collect()
}

fn said(shell: &Shell, user: &User, line: PermissionLine) -> Allowed {
    let key = ["may-", &line.key.as_str().replace('.', "-")].concat();
    let because = match line.because {
        Decided::Level if user.level == Level::User && line.allowed => "because-roles-give",
        Decided::Level if user.level == Level::User => "because-roles-lack",
        Decided::Level if line.allowed => "because-level-gives",
        Decided::Level => "because-level-lacks",
        Decided::Licence => "because-licence",
        Decided::State => "because-state",
    };
    let part = line.part.map(|(extent, people)| {
        let key = ["because-part-", extent.word().unwrap_or("both")].concat();
        Text::new(shell.lang, key).with("count", people).to_string()
    });
    let reasoned = part.map(|part| format!(" · {part}")).unwrap_or_default();
    Allowed {
        label: Text::new(shell.lang, key).to_string(),
        yes: line.allowed,
        because: shell
            .t(because)
            .with("level", words::level(shell, user.level))
            .with("seat", words::seat_word(shell, user.seat_kind))
            .with("state", words::state_word(shell, user.state))
            .to_string()
            + &reasoned,
    }
}
