//! Every visible text, from the Fluent files of its language.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{FluentBundle, fluent_bundle::FluentResource, static_loader};

use crate::format;
use crate::locale::Lang;

static_loader! {
    static TEXTS = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            group_numbers(bundle);
        },
    };
}

/// Numbers inside sentences are grouped as the language does; names are not wrapped in invisible marks (above).
fn group_numbers(bundle: &mut FluentBundle<&'static FluentResource>) {
    let lang = bundle
        .locales
        .first()
        .and_then(|locale| Lang::parse(locale.language.as_str()))
        .unwrap_or_default();
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| grouped(value, Lang::En),
        Lang::De => |value, _| grouped(value, Lang::De),
        Lang::Ru => |value, _| grouped(value, Lang::Ru),
        Lang::Uk => |value, _| grouped(value, Lang::Uk),
        Lang::Zh => |value, _| grouped(value, Lang::Zh),
    }));
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "counts are whole and far below 2^53"
)]
fn grouped(value: &FluentValue, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(format::number(lang, number.value as i64))
        }
        _ => None,
    }
}

/// One text, ready to be shown: `shell.t("users-found").with("count", 3)`.
#[derive(Clone)]
pub struct Text<'a> {
    lang: Lang,
    key: Cow<'a, str>,
    args: Vec<(&'static str, FluentValue<'a>)>,
}

impl<'a> Text<'a> {
    /// The text of this key. A key without a text shows itself, and the completeness test fails.
    pub fn new(lang: Lang, key: impl Into<Cow<'a, str>>) -> Self {
        Self {
            lang,
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// Gives a value to a name in the text.
    pub fn with(mut self, name: &'static str, value: impl Argument<'a>) -> Self {
        self.args.push((name, value.argument()));
        self
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let args: HashMap<&str, FluentValue> = self
            .args
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        match TEXTS.lookup_single_language::<&str>(self.lang.identifier(), &self.key, Some(&args)) {
            Ok(text) => f.write_str(&text),
            Err(_) => f.write_str(&self.key),
        }
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.lang.code(), self.key)
    }
}

/// Whether this language has a text for the key.
pub fn has(lang: Lang, key: &str) -> bool {
    match TEXTS.lookup_single_language::<&str>(lang.identifier(), key, None) {
        Ok(_) => true,
        // A text that needs a value fails without one, yet it is there. The library keeps the
        // type of its error to itself, so that only its name tells the two failures apart.
        Err(error) => format!("{error:?}").starts_with("FluentError"),
    }
}

/// A value that a text can hold.
pub trait Argument<'a> {
    /// As Fluent takes it: numbers choose plural forms, all else is text.
    fn argument(self) -> FluentValue<'a>;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl<'a> Argument<'a> for $number {
            fn argument(self) -> FluentValue<'a> {
                self.into()
            }
        }
    )*};
}
numbers!(i32, i64, u32, u64, usize);

impl<'a> Argument<'a> for &'a str {
    fn argument(self) -> FluentValue<'a> {
        self.into()
    }
}

impl<'a> Argument<'a> for String {
    fn argument(self) -> FluentValue<'a> {
        self.into()
    }
}

impl<'a> Argument<'a> for Text<'_> {
    fn argument(self) -> FluentValue<'a> {
        self.to_string().into()
    }
}

impl<'a, T: Argument<'a> + Clone> Argument<'a> for &T {
    fn argument(self) -> FluentValue<'a> {
        self.clone().argument()
    }
}
