//! The filters of the statistics: in the address, and as menus above the figures.

use jiff::civil::Date;
use seatwise_domain::ids::{self, Id};
use seatwise_domain::records::Choosable;
use seatwise_domain::statistics::{Filter, Span, Statistics};
use seatwise_domain::teams::Team;
use serde::Deserialize;

use crate::parts::Item;
use crate::shell::{Section, Shell};
use crate::ui::pick;
use crate::ui::query::{Chip, Link};

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct StatisticsQuery {
    period: Option<String>,
    from: Option<String>,
    to: Option<String>,
    team: Option<String>,
    user: Option<String>,
    hide: Option<String>,
    /// A part of a name, to choose somebody.
    #[serde(default)]
    pub(super) user_q: String,
}

/// An id that is left out, or one of the address; `None` for what is no id at all.
#[expect(
    clippy::option_option,
    reason = "an absent filter and a broken one differ"
)]
fn id<T: Id>(text: Option<&str>) -> Option<Option<T>> {
    match text.filter(|text| !text.is_empty()) {
        None => Some(None),
        Some(text) => ids::parse(text).ok().map(Some),
    }
}

impl StatisticsQuery {
    /// The filter of an address; the file reads the same. `None` when an id in it cannot be one.
    pub(super) fn filter(&self) -> Option<Filter> {
        let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
        let days: (Option<Date>, Option<Date>) = (day(&self.from), day(&self.to));
        let span = match (self.period.as_deref(), days) {
            (Some("days"), (Some(from), Some(to))) => Some(Span::Days(from, to)),
            (word, _) => word.and_then(|word| word.parse().ok()),
        };
        Some(Filter {
            span,
            team: id(self.team.as_deref())?,
            user: id(self.user.as_deref())?,
            hide: match self.hide.as_deref() {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                _ => None,
            },
        })
    }

    /// The same without a period, for whom none is counted.
    pub(super) fn without_period(self) -> Self {
        Self {
            period: None,
            from: None,
            to: None,
            ..self
        }
    }

    /// True where the days are chosen one by one.
    pub(super) fn asks_days(&self) -> bool {
        self.period.as_deref() == Some("days")
    }

    pub(super) fn link(&self, shell: &Shell) -> Link {
        let days = |text: &Option<String>| text.clone().filter(|_| self.asks_days());
        Link::new(shell.href(Section::Statistics.path()))
            .with("period", self.period.as_deref())
            .with("from", days(&self.from).as_deref())
            .with("to", days(&self.to).as_deref())
            .with("team", self.team.as_deref())
            .with("user", self.user.as_deref())
            .with("hide", self.hide.as_deref())
    }

    /// The period, as a menu.
    pub(super) fn period_chip(&self, shell: &Shell) -> Chip {
        let link = self.link(shell);
        let span = self.filter().and_then(|filter| filter.span);
        let span = span.unwrap_or_default();
        let words = |word: &str| {
            let key = ["statistics-period-", word].concat();
            shell.t(&key).to_string()
        };
        let plain = link.without("from").without("to");
        let mut items: Vec<Item> = Span::NAMED
            .into_iter()
            .map(|other| {
                let word = other.as_str();
                let chosen = !self.asks_days() && span == other;
                Item::option(plain.set("period", word), words(word), chosen)
            })
            .collect();
        let days = self.asks_days();
        items.push(Item::option(
            link.set("period", "days"),
            words("days"),
            days,
        ));
        let value = words(if days { "days" } else { span.as_str() });
        Chip::new("period", shell.t("statistics-period"), Some(value), items)
    }

    /// Team and user, where there is something to choose.
    pub(super) fn chips(
        &self,
        shell: &Shell,
        found: &Statistics,
        teams: &[Team],
        people: Option<&Choosable>,
    ) -> Vec<Chip> {
        let link = self.link(shell);
        let mut chips = Vec::with_capacity(2);
        if !teams.is_empty() {
            let chosen = found.team.as_ref().map(|team| team.id);
            let mut items = vec![Item::option(
                link.set("team", ""),
                shell.t("statistics-all-teams"),
                chosen.is_none(),
            )];
            items.extend(teams.iter().map(|team| {
                let href = link.set("team", &team.id.to_string());
                Item::option(href, &team.name, chosen == Some(team.id))
            }));
            let value = found.team.as_ref().map(|team| team.name.clone());
            chips.push(Chip::new("team", shell.t("statistics-team"), value, items));
        }
        if let Some(people) = people {
            let chosen = found.user.as_ref().map(|user| user.id.to_string());
            let mut items = vec![Item::option(
                link.set("user", ""),
                shell.t("statistics-all-users"),
                chosen.is_none(),
            )];
            let named = pick::options(shell, people, None).into_iter();
            items.extend(named.map(|person| {
                let href = link.set("user", &person.value);
                Item::option(href, person.label, chosen.as_ref() == Some(&person.value))
            }));
            let value = found.user.as_ref().map(|user| user.name.clone());
            chips.push(Chip::new("user", shell.t("statistics-user"), value, items));
        }
        chips
    }
}
