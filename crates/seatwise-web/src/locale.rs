//! The five languages and how one of them is chosen for a request.

use axum::http::{HeaderMap, header};
use fluent_templates::LanguageIdentifier;
use fluent_templates::fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};

/// A language that every text exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, the source of all texts.
    #[default]
    En,
    /// German.
    De,
    /// Russian.
    Ru,
    /// Ukrainian.
    Uk,
    /// Chinese in simplified script.
    Zh,
}

impl Lang {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::En, Self::De, Self::Ru, Self::Uk, Self::Zh];

    /// The code in cookies, settings and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Ru => "ru",
            Self::Uk => "uk",
            Self::Zh => "zh",
        }
    }

    /// The value of `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            other => other.code(),
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Ru => "Русский",
            Self::Uk => "Українська",
            Self::Zh => "简体中文",
        }
    }

    /// The language of a code or of a tag that begins with it: `de-AT` is German.
    pub fn parse(tag: &str) -> Option<Self> {
        let main = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(main))
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    pub(crate) fn identifier(self) -> &'static LanguageIdentifier {
        static IDS: std::sync::LazyLock<[LanguageIdentifier; 5]> = std::sync::LazyLock::new(|| {
            Lang::ALL.map(|lang| lang.code().parse().expect("a language code"))
        });
        &IDS[self.index()]
    }
}

impl From<Lang> for FluentValue<'_> {
    fn from(lang: Lang) -> Self {
        lang.name().into()
    }
}

/// Chooses by the person's own choice, then the account's default, then the browser's wish, then English.
pub fn choose(own: Option<Lang>, account: Option<Lang>, headers: &HeaderMap) -> Lang {
    own.or(account)
        .or_else(|| wished(headers))
        .unwrap_or_default()
}

/// The first language of `Accept-Language`, by weight, that we have.
pub fn wished(headers: &HeaderMap) -> Option<Lang> {
    let value = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut wishes: Vec<(u16, Lang)> = value
        .split(',')
        .filter_map(|item| {
            let mut parts = item.split(';');
            let lang = Lang::parse(parts.next()?)?;
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(Some(1.0), |q| q.parse::<f32>().ok())?;
            (weight > 0.0).then_some((thousandths(weight), lang))
        })
        .collect();
    wishes.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wishes.first().map(|(_, lang)| *lang)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=1 before"
)]
fn thousandths(weight: f32) -> u16 {
    (weight.clamp(0.0, 1.0) * 1000.0) as u16
}

/// The value of a cookie, as the browser sent it.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            pair.trim()
                .split_once('=')
                .filter(|(key, _)| *key == name)
                .map(|(_, value)| value)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accept(value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ACCEPT_LANGUAGE,
            value.parse().expect("a header value"),
        );
        headers
    }

    #[test]
    fn the_heaviest_wish_we_have_wins() {
        assert_eq!(wished(&accept("fr, ru;q=0.4, uk-UA;q=0.9")), Some(Lang::Uk));
        assert_eq!(wished(&accept("de;q=0, fr")), None);
        assert_eq!(wished(&accept("zh-CN")), Some(Lang::Zh));
    }

    #[test]
    fn the_persons_choice_beats_the_accounts_and_the_browsers() {
        assert_eq!(
            choose(Some(Lang::Ru), Some(Lang::De), &accept("zh")),
            Lang::Ru
        );
        assert_eq!(choose(None, Some(Lang::De), &accept("zh")), Lang::De);
        assert_eq!(choose(None, None, &accept("zh")), Lang::Zh);
        assert_eq!(choose(None, None, &HeaderMap::new()), Lang::En);
    }
}
