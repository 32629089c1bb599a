//! Teams, groups, positions and sharing side by side: who stands together, and who sees what of whom.

use seatwise_domain::authz::{Caller, Key};

use crate::parts::Tab;
use crate::shell::Shell;

/// The page that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Teams.
    Teams,
    /// Groups.
    Groups,
    /// Positions.
    Positions,
    /// Rules of sharing.
    Sharing,
}

/// Links to those pages that this person may see.
pub fn of(shell: &Shell, caller: &Caller, shown: Shown) -> Vec<Tab> {
    let all = [
        (Shown::Teams, Key::ViewUsers, "/teams", "nav-teams"),
        (Shown::Groups, Key::ViewUsers, "/groups", "nav-groups"),
        (
            Shown::Positions,
            Key::ViewUsers,
            "/positions",
            "nav-positions",
        ),
        (Shown::Sharing, Key::EditSharing, "/sharing", "nav-sharing"),
    ];
    all.into_iter()
        .filter(|(_, key, ..)| caller.can(*key))
        .map(|(page, _, path, key)| Tab::new(shell.href(path), shell.t(key)).current(page == shown))
        .collect()
}
