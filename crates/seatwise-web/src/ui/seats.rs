//! Seats at a glance: the strip above the list of people, and the page of licences.

use seatwise_domain::authz::SeatKind;
use seatwise_domain::seats::KindOverview;

use crate::parts::{self, Gauge, Seats};
use crate::shell::Shell;
use crate::text::Text;

/// One kind of seats in the strip.
pub struct Strip {
    /// The kind's name.
    pub title: String,
    /// "26 of 30 used".
    pub used: String,
    /// The squares.
    pub seats: Seats,
    /// Free, held by pending people, released.
    pub line: String,
}

/// The numbers of a kind as the squares take them.
pub fn gauge(kind: &KindOverview) -> Gauge {
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Gauge {
        used: number(kind.used.saturating_sub(kind.pending)),
        pending: number(kind.pending),
        released: number(kind.released),
        free: number(kind.free.saturating_sub(kind.released)),
    }
}

/// The name of a kind: "Sales seats".
pub fn title(shell: &Shell, kind: SeatKind) -> String {
    Text::new(shell.lang, ["seats-", kind.as_str()].concat()).to_string()
}

/// "26 of 30 used".
pub fn used(shell: &Shell, kind: &KindOverview) -> String {
    shell
        .t("seats-used")
        .with("taken", kind.used)
        .with("total", kind.bought)
        .to_string()
}

/// The squares with their sentence.
pub fn squares(shell: &Shell, kind: &KindOverview, large: bool) -> Seats {
    let sentence = shell
        .t("seats-sentence")
        .with("kind", title(shell, kind.kind))
        .with("taken", kind.used)
        .with("total", kind.bought)
        .with("pending", kind.pending)
        .with("free", kind.free);
    parts::seats(sentence, gauge(kind), kind.kind.as_str(), large)
}

/// The kinds that the account has, for the strip.
pub fn strips(shell: &Shell, kinds: &[KindOverview]) -> Vec<Strip> {
    kinds
        .iter()
        .filter(|kind| kind.bought > 0)
        .map(|kind| {
            let mut line = vec![shell.t("seats-free").with("count", kind.free).to_string()];
            if kind.pending > 0 {
                line.push(
                    shell
                        .t("seats-pending")
                        .with("count", kind.pending)
                        .to_string(),
                );
            }
            if kind.released > 0 {
                line.push(
                    shell
                        .t("seats-released")
                        .with("count", kind.released)
                        .to_string(),
                );
            }
            Strip {
                title: title(shell, kind.kind),
                used: used(shell, kind),
                seats: squares(shell, kind, false),
                line: line.join(" · "),
            }
        })
        .collect()
}
