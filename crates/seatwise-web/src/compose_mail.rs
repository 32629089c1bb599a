//! Puts mails into words, in the language of their reader: a text part and an HTML part that say the same.

use askama::Template;
use jiff::tz::TimeZone;
use seatwise_domain::clock::Timestamp;
use seatwise_domain::mail::{Compose, Composed, Mail, QueuedMail};

use crate::format;
use crate::locale::Lang;
use crate::text::Text;

/// The composer of an installation.
#[derive(Debug, Clone)]
pub struct Composer {
    /// The address that links begin with, whatever a request said of its host.
    pub public_url: String,
}

#[derive(Template)]
#[template(path = "mail/mail.html")]
struct Html<'a> {
    lang: Lang,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "mail/mail.txt")]
struct Plain<'a> {
    words: &'a Words,
}

struct Words {
    subject: String,
    greeting: String,
    lines: Vec<String>,
    button: Option<(String, String)>,
    after: Vec<String>,
    footer: String,
}

impl Compose for Composer {
    fn compose(&self, mail: &QueuedMail) -> Composed {
        let lang = Lang::parse(&mail.language).unwrap_or_default();
        let words = self.words(lang, mail);
        let text = Plain { words: &words }.render().unwrap_or_default();
        let html = Html {
            lang,
            words: &words,
        }
        .render()
        .unwrap_or_default();
        Composed {
            subject: words.subject,
            text,
            html,
        }
    }
}

impl Composer {
    /// The address that a mail's link leads to.
    pub fn link(&self, mail: &Mail) -> Option<String> {
        let path = match mail {
            Mail::Activation { .. } => "activate",
            Mail::PasswordReset { .. } => "reset",
            Mail::OwnershipOffered { slug, .. } => {
                return Some(format!("{}/a/{slug}/ownership/offer", self.public_url));
            }
            Mail::PasswordChanged { .. }
            | Mail::OwnershipDeclined { .. }
            | Mail::OwnershipChanged { .. } => return None,
        };
        let token = mail.token().filter(|token| !token.is_empty())?;
        Some(format!("{}/{path}/{token}", self.public_url))
    }

    fn words(&self, lang: Lang, mail: &QueuedMail) -> Words {
        let t = |key: &'static str| Text::new(lang, key);
        let link = self.link(&mail.mail);
        let greeting = t("mail-greeting")
            .with("name", mail.to_name.as_str())
            .to_string();
        let day = |at: &Timestamp| format::moment(lang, at.to_jiff(), &TimeZone::UTC);
        let button = |key| link.clone().map(|link| (link, t(key).to_string()));
        match &mail.mail {
            Mail::Activation {
                account,
                invited_by,
                expires_at,
                ..
            } => Words {
                subject: t("mail-activation-subject")
                    .with("account", account)
                    .to_string(),
                greeting,
                lines: vec![match invited_by {
                    Some(inviter) => t("mail-activation-text")
                        .with("account", account)
                        .with("inviter", inviter)
                        .to_string(),
                    None => t("mail-activation-text-operator")
                        .with("account", account)
                        .to_string(),
                }],
                button: button("mail-activation-button"),
                after: vec![
                    t("mail-activation-until")
                        .with("until", day(expires_at))
                        .to_string(),
                ],
                footer: t("mail-activation-footer").to_string(),
            },
            Mail::PasswordReset {
                account,
                by_admin,
                expires_at,
                ..
            } => Words {
                subject: t("mail-reset-subject").with("account", account).to_string(),
                greeting,
                lines: vec![
                    t(if *by_admin {
                        "mail-reset-by-admin"
                    } else {
                        "mail-reset-text"
                    })
                    .with("account", account)
                    .to_string(),
                ],
                button: button("mail-reset-button"),
                after: vec![
                    t("mail-reset-until")
                        .with("until", day(expires_at))
                        .to_string(),
                ],
                footer: t("mail-reset-footer").to_string(),
            },
            Mail::PasswordChanged { account } => Words {
                subject: t("mail-changed-subject")
                    .with("account", account)
                    .to_string(),
                greeting,
                lines: vec![t("mail-changed-text").with("account", account).to_string()],
                button: None,
                after: Vec::new(),
                footer: t("mail-changed-footer").to_string(),
            },
            Mail::OwnershipOffered {
                account,
                offered_by,
                reason,
                expires_at,
                ..
            } => Words {
                subject: t("mail-ownership-offered-subject")
                    .with("account", account)
                    .to_string(),
                greeting,
                lines: with_reason(
                    lang,
                    t("mail-ownership-offered-text")
                        .with("account", account)
                        .with("name", offered_by),
                    reason.as_deref(),
                ),
                button: button("mail-ownership-offered-button"),
                after: vec![
                    t("mail-ownership-offered-until")
                        .with("until", day(expires_at))
                        .to_string(),
                ],
                footer: t("mail-ownership-offered-footer").to_string(),
            },
            Mail::OwnershipDeclined {
                account,
                name,
                reason,
            } => Words {
                subject: t("mail-ownership-declined-subject")
                    .with("account", account)
                    .to_string(),
                greeting,
                lines: with_reason(
                    lang,
                    t("mail-ownership-declined-text")
                        .with("account", account)
                        .with("name", name),
                    reason.as_deref(),
                ),
                button: None,
                after: Vec::new(),
                footer: t("mail-ownership-footer").to_string(),
            },
            Mail::OwnershipChanged {
                account,
                owner,
                by_operator,
            } => Words {
                subject: t("mail-ownership-changed-subject")
                    .with("account", account)
                    .to_string(),
                greeting,
                lines: vec![
                    t(if *by_operator {
                        "mail-ownership-changed-operator"
                    } else {
                        "mail-ownership-changed-text"
                    })
                    .with("account", account)
                    .with("owner", owner)
                    .to_string(),
                ],
                button: None,
                after: Vec::new(),
                footer: t("mail-ownership-footer").to_string(),
            },
        }
    }
}

/// A sentence, and the reason that somebody gave for it.
fn with_reason(lang: Lang, sentence: Text<'_>, reason: Option<&str>) -> Vec<String> {
    let mut lines = vec![sentence.to_string()];
    if let Some(reason) = reason {
        let words = Text::new(lang, "mail-ownership-reason").with("reason", reason);
        lines.push(words.to_string());
    }
    lines
}
