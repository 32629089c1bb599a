//! Addresses of lists: every view, filter and page is in them, so that they can be kept and shared.

use seatwise_domain::store::{Count, Page};

use crate::locale::Lang;
use crate::parts::{Item, Pager};
use crate::shell::Shell;
use crate::signed::form_urlencoded;

/// The address of a list with its filters.
#[derive(Debug, Clone)]
pub struct Link {
    path: String,
    pairs: Vec<(&'static str, String)>,
}

impl Link {
    /// Without filters.
    pub fn new(path: String) -> Self {
        Self {
            path,
            pairs: Vec::new(),
        }
    }

    /// With a filter, if it is set.
    pub fn with(mut self, name: &'static str, value: Option<&str>) -> Self {
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            self.pairs.push((name, value.to_owned()));
        }
        self
    }

    /// The same without one filter.
    pub fn without(&self, name: &str) -> Self {
        let mut other = self.clone();
        other.pairs.retain(|(given, _)| *given != name);
        other
    }

    /// The address with one filter set anew; an empty value takes it away.
    pub fn set(&self, name: &'static str, value: &str) -> String {
        self.without(name).with(name, Some(value)).address()
    }

    /// Whether any filter is set.
    pub fn is_filtered(&self) -> bool {
        !self.pairs.is_empty()
    }

    /// The filters, for hidden inputs of a form that sets others.
    pub fn kept(&self, without: &[&str]) -> Vec<(&'static str, String)> {
        self.pairs
            .iter()
            .filter(|(name, _)| !without.contains(name))
            .cloned()
            .collect()
    }

    /// Leads elsewhere with the same filters: to the export.
    pub fn move_to(&mut self, path: String) {
        self.path = path;
    }

    /// The address.
    pub fn address(&self) -> String {
        let mut address = self.path.clone();
        for (at, (name, value)) in self.pairs.iter().enumerate() {
            address.push(if at == 0 { '?' } else { '&' });
            address.push_str(name);
            address.push('=');
            address.push_str(&form_urlencoded(value));
        }
        address
    }
}

/// A filter with its menu.
#[derive(Debug, Clone)]
pub struct Chip {
    /// The id of the menu.
    pub id: String,
    /// Its icon: a plus while it is empty.
    pub icon: &'static str,
    /// Its words.
    pub label: String,
    /// What it is set to.
    pub value: Option<String>,
    /// What it can be set to.
    pub items: Vec<Item>,
}

impl Chip {
    /// A filter with its menu.
    pub fn new(name: &str, label: impl ToString, value: Option<String>, items: Vec<Item>) -> Self {
        Self {
            id: format!("filter-{name}"),
            icon: if value.is_some() {
                "list-filter"
            } else {
                "plus"
            },
            label: label.to_string(),
            value,
            items,
        }
    }
}

/// The links to the pages before and after.
pub fn pager<T>(
    shell: &Shell,
    link: &Link,
    page: &Page<T>,
    shown: String,
    words: (&'static str, &'static str),
) -> Pager {
    let to = |cursor: Option<&seatwise_domain::store::Cursor>, key: &'static str| {
        cursor.map(|cursor| (link.set("page", &cursor.encode()), shell.t(key).to_string()))
    };
    Pager {
        shown,
        previous: to(page.previous.as_ref(), words.0),
        next: to(page.next.as_ref(), words.1),
        label: shell.t("pager-label").to_string(),
    }
}

/// "50 of 8,800", or only the number where the list fits on one page.
pub fn shown_of(shell: &Shell, shown: usize, total: Count) -> String {
    if !total.more && total.number <= shown as u64 {
        return shell.t("pager-shown-only").with("count", shown).to_string();
    }
    let key = if total.more {
        "pager-shown-many"
    } else {
        "pager-shown"
    };
    shell
        .t(key)
        .with("shown", shown)
        .with("total", total.number)
        .to_string()
}

/// One text for each plural form, with `{n}` for the number, for the script that counts ticks.
pub fn plural_forms(shell: &Shell, key: &'static str) -> Vec<(&'static str, String)> {
    let forms: &[(&str, u64)] = match shell.lang {
        Lang::Ru | Lang::Uk => &[("one", 1), ("few", 2), ("many", 5), ("other", 5)],
        Lang::En | Lang::De => &[("one", 1), ("other", 5)],
        Lang::Zh => &[("other", 5)],
    };
    forms
        .iter()
        .map(|(form, sample)| {
            let words = shell.t(key).with("count", *sample).to_string();
            (*form, words.replacen(&sample.to_string(), "{n}", 1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_set_and_taken_away_in_the_address() {
        let link = Link::new("/a/acme/users".to_owned())
            .with("q", Some("a & b"))
            .with("level", Some(""));
        assert_eq!(link.address(), "/a/acme/users?q=a%20%26%20b");
        assert_eq!(
            link.set("level", "admin"),
            "/a/acme/users?q=a%20%26%20b&level=admin"
        );
        assert_eq!(link.set("q", ""), "/a/acme/users");
    }
}
