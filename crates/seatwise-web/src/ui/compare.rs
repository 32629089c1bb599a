//! Two people side by side: the same, only the one, only the other; and what would make them alike (D22).

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::access::{self, Comparison, Kind, Side, Whose};
use seatwise_domain::authz::{CheckAccess, Key, ViewUsers};
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::roles::{self, RoleName};
use serde::Deserialize;

use super::access::people;
use super::audit::label;
use super::failure::Answer;
use crate::access_words as words;
use crate::app::App;
use crate::parts::{self, Field, Select, field, select};
use crate::role_words;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::text::Text;

/// The address: who, and with whom.
#[derive(Debug, Default, Deserialize)]
pub struct CompareQuery {
    #[serde(default)]
    user: String,
    #[serde(default)]
    with: String,
    #[serde(default)]
    q: String,
}

impl CompareQuery {
    fn chosen(&self) -> Vec<UserId> {
        let texts = [&self.user, &self.with].into_iter();
        texts
            .filter_map(|text| ids::parse(text.trim()).ok())
            .collect()
    }
}

/// A line of the table.
struct Row {
    label: String,
    first: String,
    second: String,
    /// Who has more, in words for all readers; empty where both have the same.
    more: String,
}

/// The lines under a heading.
struct Table {
    id: &'static str,
    title: String,
    rows: Vec<Row>,
}

/// A role or set that would bring the first closer.
struct Proposed {
    name: String,
    set: bool,
    href: String,
    /// Where it is looked at and given, already chosen, for those who may.
    give: Option<String>,
}

struct Compared {
    first: (String, String),
    second: (String, String),
    /// What differs, then what is the same.
    tables: Vec<Table>,
    proposal: Vec<Proposed>,
    swap: String,
}

#[derive(Template)]
#[template(path = "access/compare.html")]
struct ComparePage<'a> {
    shell: &'a Shell,
    find: Field,
    user: Select,
    with: Select,
    compared: Option<Compared>,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<CompareQuery>,
) -> Answer {
    signed
        .caller
        .scope::<CheckAccess>()
        .map_err(|error| signed.fail(&error))?;
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let chosen = query.chosen();
    let mut tx = app.db.read().await.map_err(fail)?;
    let people = people(&mut tx, &scope, &query.q, &chosen)
        .await
        .map_err(fail)?;
    drop(tx);
    let givable = match chosen.first() {
        Some(first) if signed.caller.can(Key::AssignRoles) => {
            let mut tx = app.db.read().await.map_err(fail)?;
            let found = roles::givable(&mut tx, &signed.caller, Some(*first)).await;
            found.map_err(|error| signed.fail(&error))?
        }
        _ => None,
    };
    let givable = givable.unwrap_or_default();
    let found = match chosen.as_slice() {
        [first, second] => Some(
            access::compare(&app.db, &signed.caller, *first, *second)
                .await
                .map_err(|error| signed.fail(&error))?,
        ),
        _ => None,
    };
    signed.shell.at(Section::Roles);
    let shell = &signed.shell;
    let choose = |name: &'static str, label: &str, chosen: &str| {
        select(name, shell.t(label), people.clone())
            .chosen(chosen)
            .empty(shell.t("access-choose-person"))
    };
    let page = ComparePage {
        shell,
        find: field("q", shell.t("access-find"))
            .value(&query.q)
            .kind("search")
            .autocomplete("off"),
        user: choose("user", "access-person", &query.user),
        with: choose("with", "access-compare-with", &query.with),
        compared: found.map(|found| compared(&signed, &found, &givable)),
    };
    Ok(signed.page(&page))
}

fn compared(signed: &Signed, found: &Comparison, givable: &[RoleName]) -> Compared {
    let shell = &signed.shell;
    let user = |side: &Side| shell.href(&format!("/users/{}", side.user));
    let (differences, same): (Vec<Row>, Vec<Row>) = rows(shell, found)
        .into_iter()
        .partition(|row| !row.more.is_empty());
    let may_give = |key: &str| givable.iter().any(|role| role.key.as_str() == key);
    Compared {
        first: (found.first.name.clone(), user(&found.first)),
        second: (found.second.name.clone(), user(&found.second)),
        tables: vec![
            Table {
                id: "differences",
                title: shell.t("access-compare-differences").to_string(),
                rows: differences,
            },
            Table {
                id: "same",
                title: shell.t("access-compare-same").to_string(),
                rows: same,
            },
        ],
        proposal: found
            .proposal
            .iter()
            .map(|role| Proposed {
                name: words::role(shell.lang, &role.key, &role.name),
                set: role.set,
                href: shell.href(&format!("/roles/{}", role.key)),
                give: may_give(&role.key)
                    .then(|| format!("{}?give={}#roles", user(&found.first), role.key)),
            })
            .collect(),
        swap: shell.href(&format!(
            "/roles/compare?user={}&with={}",
            found.second.user, found.first.user
        )),
    }
}

/// Every line, as the page lists them.
fn rows(shell: &Shell, found: &Comparison) -> Vec<Row> {
    let (first, second) = (&found.first, &found.second);
    let more = |whose: Whose| match whose {
        Whose::Both => String::new(),
        Whose::First => shell
            .t("access-compare-more")
            .with("name", first.name.as_str())
            .to_string(),
        Whose::Second => shell
            .t("access-compare-more")
            .with("name", second.name.as_str())
            .to_string(),
        Whose::Each => shell.t("access-compare-each").to_string(),
    };
    let differ = |same: bool| {
        if same {
            String::new()
        } else {
            shell.t("access-compare-differ").to_string()
        }
    };
    let word =
        |prefix: &str, word: &str| Text::new(shell.lang, [prefix, word].concat()).to_string();
    let plain = |label: &str, first: String, second: String| Row {
        label: shell.t(label).to_string(),
        more: differ(first == second),
        first,
        second,
    };
    let leads = |side: &Side| {
        if side.leads.more {
            let words = shell.t("leads-count-many");
            words.with("count", side.leads.number).to_string()
        } else {
            shell.number(side.leads.number)
        }
    };
    let mut rows = vec![
        plain(
            "field-level",
            word("level-", first.level.as_str()),
            word("level-", second.level.as_str()),
        ),
        plain(
            "field-seat",
            word("seat-", first.seat.as_str()),
            word("seat-", second.seat.as_str()),
        ),
        plain(
            "field-state",
            word("state-", &first.state),
            word("state-", &second.state),
        ),
        plain("access-compare-leads", leads(first), leads(second)),
    ];
    let has = |yes: bool| {
        let key = if yes { "edit-yes" } else { "edit-no" };
        shell.t(key).to_string()
    };
    rows.extend(found.had.iter().map(|had| {
        let name = match had.kind {
            Kind::Role | Kind::Set => words::role(shell.lang, &had.id, &had.name),
            _ => had.name.clone(),
        };
        let kind = ["access-compare-", had.kind.as_str()].concat();
        Row {
            label: Text::new(shell.lang, kind).with("name", name).to_string(),
            first: has(had.whose != Whose::Second),
            second: has(had.whose != Whose::First),
            more: more(had.whose),
        }
    }));
    rows.extend(found.permissions.iter().map(|pair| Row {
        label: role_words::permission(shell.lang, pair.key),
        first: role_words::extent(shell.lang, pair.key, pair.first),
        second: role_words::extent(shell.lang, pair.key, pair.second),
        more: more(pair.whose()),
    }));
    rows.extend(found.fields.iter().map(|pair| {
        let whose = match pair.first.cmp(&pair.second) {
            std::cmp::Ordering::Equal => Whose::Both,
            std::cmp::Ordering::Greater => Whose::First,
            std::cmp::Ordering::Less => Whose::Second,
        };
        Row {
            label: shell
                .t("access-compare-field")
                .with("name", label(shell, &pair.field))
                .to_string(),
            first: word("field-access-", pair.first.as_str()),
            second: word("field-access-", pair.second.as_str()),
            more: more(whose),
        }
    }));
    rows
}
