//! The frame around every page: who is here, in which account, language and light, and what they may open.

use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::format;
use crate::locale::Lang;
pub use crate::nav::{Section, Theme};
use crate::parts::{Act, Gauge};
use crate::text::Text;

/// One entry of the navigation that this person may use.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it leads.
    pub section: Section,
    /// A number beside it, where one helps.
    pub count: Option<u64>,
}

/// One level of the path to this page.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Its words.
    pub label: String,
    /// Where it leads; the page itself leads nowhere.
    pub href: Option<String>,
}

/// The account that the page is in.
#[derive(Debug, Clone, Default)]
pub struct AccountBadge {
    /// Its name.
    pub name: String,
    /// Its part of the address.
    pub slug: String,
    /// A second line: the plan.
    pub plan: Option<String>,
}

/// The person who signed in.
#[derive(Debug, Clone, Default)]
pub struct Me {
    /// The public id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Which of the six hues.
    pub hue: u8,
    /// The address of the picture, if there is one.
    pub picture: Option<String>,
}

/// A message of the installation above the title, dismissible for a day.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its name in the cookie that hides it.
    pub id: &'static str,
    /// What it says.
    pub text: String,
    /// A link that settles it: address and words.
    pub link: Option<(String, String)>,
}

/// What was just done, with at most one way back.
#[derive(Debug, Clone)]
pub struct Toast {
    /// The sentence.
    pub title: String,
    /// A second one.
    pub text: Option<String>,
    /// Undo.
    pub undo: Option<Act>,
}

/// Everything that the frame of a signed-in page shows.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The language of the page.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// Whether single keys do something.
    pub keys: bool,
    /// The time zone of the account.
    pub zone: TimeZone,
    /// The currency of the account, as its ISO 4217 code.
    pub currency: String,
    /// The moment of the request.
    pub now: Timestamp,
    /// The address of this page, with its query.
    pub here: String,
    /// The account.
    pub account: AccountBadge,
    /// The other accounts of this person.
    pub others: Vec<AccountBadge>,
    /// The person.
    pub me: Me,
    /// The upper group of the navigation.
    pub work: Vec<Entry>,
    /// The lower group of the navigation.
    pub admin: Vec<Entry>,
    /// The section of this page.
    pub section: Option<Section>,
    /// The path to this page.
    pub crumbs: Vec<Crumb>,
    /// The seats at the foot of the navigation, for people who may see licences.
    pub seats: Option<Gauge>,
    /// Messages of the installation.
    pub notices: Vec<Notice>,
    /// What was just done.
    pub toast: Option<Toast>,
}

impl Shell {
    /// A frame with nothing but language and light, for pages before the sign-in and for errors.
    pub fn bare(lang: Lang, theme: Theme, here: impl Into<String>, now: Timestamp) -> Self {
        Self {
            lang,
            theme,
            keys: true,
            zone: TimeZone::UTC,
            currency: "EUR".to_owned(),
            now,
            here: here.into(),
            account: AccountBadge::default(),
            others: Vec::new(),
            me: Me::default(),
            work: Vec::new(),
            admin: Vec::new(),
            section: None,
            crumbs: Vec::new(),
            seats: None,
            notices: Vec::new(),
            toast: None,
        }
    }

    /// A text in the language of the page.
    pub fn t<'a>(&self, key: &'a str) -> Text<'a> {
        Text::new(self.lang, key)
    }

    /// An address in this account.
    pub fn href(&self, path: &str) -> String {
        format!("/a/{}{path}", self.account.slug)
    }

    /// A whole number.
    pub fn number(&self, value: impl Count) -> String {
        format::number(self.lang, value.whole())
    }

    /// An amount in the smallest unit of the account's currency.
    pub fn money(&self, minor: &i64) -> String {
        format::money(self.lang, *minor, &self.currency)
    }

    /// A date.
    pub fn date(&self, date: &Date) -> String {
        format::date(self.lang, *date)
    }

    /// The day of a moment.
    pub fn day_of(&self, at: &impl Instant) -> String {
        format::day_of(self.lang, at.instant(), &self.zone)
    }

    /// The day of a moment, without the year when it is this one.
    pub fn short_day(&self, at: &impl Instant) -> String {
        let day = at.instant().to_zoned(self.zone.clone()).date();
        if day.year() == self.now.to_zoned(self.zone.clone()).year() {
            format::day(self.lang, day)
        } else {
            format::date(self.lang, day)
        }
    }

    /// A moment to the minute.
    pub fn moment(&self, at: &impl Instant) -> String {
        format::moment(self.lang, at.instant(), &self.zone)
    }

    /// How long ago, in words up to seven days.
    pub fn ago(&self, at: &impl Instant) -> String {
        format::ago(self.lang, at.instant(), self.now, &self.zone)
    }

    /// A moment in words with its exact time for machines and as a tooltip.
    pub fn when(&self, at: &impl Instant) -> When {
        When {
            // A machine-readable time has at most three digits of a second (HTML, 2.3.5.4); words need none.
            machine: format!("{:.0}", at.instant()),
            exact: self.moment(at),
            words: self.ago(at),
        }
    }

    /// Puts the page into a section; its name is the first crumb.
    pub fn at(&mut self, section: Section) -> &mut Self {
        self.section = Some(section);
        self.crumbs.clear();
        let group = match section {
            Section::Leads | Section::Statistics | Section::Me => None,
            Section::Unassigned => Some((
                self.t(Section::Leads.key()).to_string(),
                Some(self.href(Section::Leads.path())),
            )),
            _ => Some((self.t("nav-administration").to_string(), None)),
        };
        if let Some((label, href)) = group {
            self.crumbs.push(Crumb { label, href });
        }
        let label = self.t(section.key()).to_string();
        self.crumbs.push(Crumb {
            label,
            href: Some(self.href(section.path())),
        });
        self
    }

    /// Adds a level to the path.
    pub fn crumb(&mut self, label: impl ToString, href: Option<String>) -> &mut Self {
        self.crumbs.push(Crumb {
            label: label.to_string(),
            href,
        });
        self
    }

    pub(crate) fn is_at(&self, section: &Section) -> bool {
        self.section == Some(*section)
    }

    pub(crate) fn groups(&self) -> [(&'static str, &[Entry]); 2] {
        [
            ("nav-work", &self.work),
            ("nav-administration", &self.admin),
        ]
    }
}

/// A whole number, by value or as templates hand it over.
pub trait Count {
    /// As the formatter takes it.
    fn whole(self) -> i64;
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl Count for $number {
            fn whole(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
counts!(u32, i64, u64, usize);

impl<T: Count + Copy> Count for &T {
    fn whole(self) -> i64 {
        (*self).whole()
    }
}

/// A moment of either clock.
pub trait Instant {
    /// As the formatter takes it.
    fn instant(&self) -> Timestamp;
}

impl Instant for Timestamp {
    fn instant(&self) -> Timestamp {
        *self
    }
}

impl Instant for seatwise_domain::clock::Timestamp {
    fn instant(&self) -> Timestamp {
        self.to_jiff()
    }
}

/// A moment in words, exact on hover and for machines.
#[derive(Template)]
#[template(path = "parts/when.html")]
pub struct When {
    machine: String,
    exact: String,
    words: String,
}

impl askama::filters::HtmlSafe for When {}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Template)]
    #[template(path = "tests/frame.html")]
    struct Frame<'a> {
        shell: &'a Shell,
    }

    fn shell(lang: Lang) -> Shell {
        let mut shell = Shell::bare(
            lang,
            Theme::Dark,
            "/a/acme/users",
            "2026-11-22T08:00:00Z".parse().expect("a moment"),
        );
        shell.account = AccountBadge {
            name: "A & B".to_owned(),
            slug: "acme".to_owned(),
            plan: None,
        };
        shell.me.name = "Katrin Oelmann".to_owned();
        shell.work = vec![
            Entry {
                section: Section::Leads,
                count: None,
            },
            Entry {
                section: Section::Unassigned,
                count: Some(1400),
            },
        ];
        shell.admin = vec![Entry {
            section: Section::Users,
            count: Some(42),
        }];
        shell.seats = Some(Gauge {
            used: 23,
            pending: 3,
            released: 2,
            free: 2,
        });
        shell.at(Section::Users);
        shell.toast = Some(Toast {
            title: "x".to_owned(),
            text: None,
            undo: Some(Act::new("/undo", "undo-2", "y")),
        });
        shell
    }

    #[test]
    fn the_frame_speaks_all_five_languages() {
        let words = [
            "Administration",
            "Verwaltung",
            "Администрирование",
            "Адміністрування",
            "管理",
        ];
        for (lang, word) in Lang::ALL.into_iter().zip(words) {
            let html = Frame {
                shell: &shell(lang),
            }
            .render()
            .expect("the frame renders");
            assert!(
                html.contains(&format!("<html lang=\"{}\" class=\"dark\"", lang.tag())),
                "{html}"
            );
            assert!(html.contains(word), "{lang:?}: {html}");
            assert!(html.contains("A &#38; B"));
            assert!(html.contains("aria-current=\"page\""));
            assert!(!html.contains("=\"\" rel"), "an asset is missing: {html}");
            for key in ["nav-", "shell-"] {
                assert!(
                    !html.contains(&format!(">{key}")),
                    "{lang:?} lacks a text: {html}"
                );
            }
            assert!(
                !html.contains("style=") && !html.contains("onclick"),
                "the policy forbids it"
            );
        }
    }

    #[test]
    fn counts_are_grouped_as_the_language_does() {
        let html = Frame {
            shell: &shell(Lang::De),
        }
        .render()
        .expect("the frame renders");
        assert!(html.contains("1.400"));
    }
}
