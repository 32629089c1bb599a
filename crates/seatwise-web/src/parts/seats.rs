//! Seats as squares and as a bar: the same four signs everywhere.

use std::borrow::Borrow;
use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

/// How many seats of a kind are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gauge {
    /// Held by people who sign in.
    pub used: u32,
    /// Held by invited people.
    pub pending: u32,
    /// Left by somebody and usable until the renewal.
    pub released: u32,
    /// Never held in this period.
    pub free: u32,
}

impl Gauge {
    /// All that were bought.
    pub const fn total(self) -> u32 {
        self.used + self.pending + self.released + self.free
    }

    /// Those that somebody holds.
    pub const fn taken(self) -> u32 {
        self.used + self.pending
    }

    /// Those that somebody could take now.
    pub const fn open(self) -> u32 {
        self.released + self.free
    }
}

/// A seat kind as a small ticket.
#[derive(Template)]
#[template(path = "parts/seat_tag.html")]
pub struct SeatTag {
    team: bool,
    none: bool,
    label: String,
}

/// A seat kind as a small ticket: `regular` or `team`; anything else is "none" in grey.
pub fn seat_tag(kind: &str, label: impl Display) -> SeatTag {
    SeatTag {
        team: kind == "team",
        none: kind != "team" && kind != "regular",
        label: label.to_string(),
    }
}

/// Seats as squares, up to sixty; more become a bar.
#[derive(Template)]
#[template(path = "parts/seats.html")]
pub struct Seats {
    label: String,
    gauge: Gauge,
    team: bool,
    large: bool,
}

/// Seats as squares; `label` is the whole sentence for screen readers.
pub fn seats(label: impl Display, gauge: impl Borrow<Gauge>, kind: &str, large: bool) -> Seats {
    Seats {
        label: label.to_string(),
        gauge: *gauge.borrow(),
        team: kind == "team",
        large,
    }
}

impl Seats {
    fn squares(&self) -> Option<Vec<&'static str>> {
        let used = if self.team { "team" } else { "used" };
        let of = |sign: &'static str, count: u32| std::iter::repeat_n(sign, count as usize);
        let gauge = self.gauge;
        (gauge.total() <= 60).then(|| {
            of(used, gauge.used)
                .chain(of("pending", gauge.pending))
                .chain(of("released", gauge.released))
                .chain(of("free", gauge.free))
                .collect()
        })
    }

    fn bar(&self) -> SeatBar {
        seat_bar(self.gauge, if self.team { "team" } else { "regular" })
    }
}

/// Seats as a bar; the numbers stand beside it.
#[derive(Template)]
#[template(path = "parts/seat_bar.html")]
pub struct SeatBar {
    used: u32,
    pending: u32,
    team: bool,
}

/// Seats as a bar, in thousandths of what was bought.
pub fn seat_bar(gauge: impl Borrow<Gauge>, kind: &str) -> SeatBar {
    let gauge = *gauge.borrow();
    let part = |count: u32| {
        u32::try_from(u64::from(count) * 1000 / u64::from(gauge.total().max(1))).unwrap_or(1000)
    };
    SeatBar {
        used: part(gauge.used),
        pending: part(gauge.pending),
        team: kind == "team",
    }
}

impl HtmlSafe for SeatTag {}
impl HtmlSafe for Seats {}
impl HtmlSafe for SeatBar {}
