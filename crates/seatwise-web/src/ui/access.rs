//! Checking access: what somebody may do, here, and why; and who sees a lead.

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::access::{self, Answer as Explained, FieldLine, Question, Said, Sees};
use seatwise_domain::authz::{Area, CheckAccess, FieldAccess, Key, Scope, ViewUsers};
use seatwise_domain::ids::{self, RecordId, UserId};
use seatwise_domain::store::{Cursor, Page, PageSize, ReadTx, StoreError};
use seatwise_domain::users::{self, ListFilter, PermissionLine, User};
use serde::Deserialize;

use super::audit::label;
use super::failure::{Answer, Failure};
use super::query::{Link, pager};
use super::users::permissions::{Allowed, permissions};
use crate::access_words as words;
use crate::app::App;
use crate::parts::{self, Choice, Field, Pager, Select, Tone, choice, field, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::text::Text;

/// The address: who, what, and which lead.
#[derive(Debug, Default, Deserialize)]
pub struct AccessQuery {
    #[serde(default)]
    user: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    permission: String,
    #[serde(default)]
    lead: String,
    #[serde(default)]
    person: String,
    page: Option<String>,
}

impl AccessQuery {
    fn user(&self) -> Option<UserId> {
        ids::parse(self.user.trim()).ok()
    }

    /// The person to whom something would be done, by the id or by the whole address.
    fn person(&self) -> Option<UserId> {
        let text = self.person.trim();
        ids::parse(text.rsplit('/').next().unwrap_or(text)).ok()
    }

    /// A lead by its id, or by its whole address as people copy it.
    fn lead(&self) -> Option<RecordId> {
        let text = self.lead.trim();
        ids::parse(text.rsplit('/').next().unwrap_or(text)).ok()
    }
}

/// A rule as the page shows it.
struct RuleRow {
    tone: Tone,
    icon: &'static str,
    text: String,
    small: String,
}

/// The answer to a question.
struct Verdict {
    allowed: bool,
    sentence: String,
    rules: Vec<RuleRow>,
    remedies: Vec<Vec<String>>,
    owners_only: bool,
    fields: Vec<FieldRow>,
}

/// A field that is not free for the person.
struct FieldRow {
    label: String,
    hidden: bool,
    access: String,
    /// The roles that say so, with where they are edited.
    roles: Vec<(String, String)>,
    lifts: Vec<String>,
}

/// Who sees a lead.
struct Seers {
    rows: Vec<Seer>,
    pager: Pager,
}

struct Seer {
    href: String,
    name: String,
    sees: bool,
    because: String,
}

#[derive(Template)]
#[template(path = "access/check.html")]
struct AccessPage<'a> {
    shell: &'a Shell,
    /// Where two people are compared.
    compare: String,
    find: Field,
    people: Select,
    permission: Select,
    lead: Field,
    to: Field,
    nobody: bool,
    verdict: Option<Verdict>,
    table: Vec<Allowed>,
    table_title: String,
    seers: Option<Seers>,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<AccessQuery>,
) -> Answer {
    let read = read(&signed, &app, &query).await?;
    signed.shell.at(Section::Roles);
    let shell = &signed.shell;
    let lead_wrong = !query.lead.trim().is_empty() && (query.lead().is_none() || read.lead_missing);
    let wrong = lead_wrong.then(|| shell.t("access-lead-unknown").to_string());
    let to_wrong = !query.person.trim().is_empty() && (query.person().is_none() || read.to_missing);
    let to_wrong = to_wrong.then(|| shell.t("access-to-unknown").to_string());
    let page = AccessPage {
        shell,
        compare: Link::new(shell.href("/roles/compare"))
            .with("user", query.user().map(|id| id.to_string()).as_deref())
            .address(),
        find: field("q", shell.t("access-find"))
            .value(&query.q)
            .kind("search")
            .autocomplete("off"),
        people: select("user", shell.t("access-person"), read.people)
            .chosen(&query.user)
            .empty(shell.t("access-choose-person")),
        permission: select("permission", shell.t("access-permission"), keys(shell))
            .chosen(&query.permission)
            .empty(shell.t("access-all-permissions")),
        lead: field("lead", shell.t("access-lead"))
            .value(&query.lead)
            .hint(shell.t("access-lead-hint"))
            .optional(shell.t("form-optional"))
            .autocomplete("off")
            .error(wrong),
        to: field("person", shell.t("access-to"))
            .value(&query.person)
            .hint(shell.t("access-to-hint"))
            .optional(shell.t("form-optional"))
            .autocomplete("off")
            .error(to_wrong),
        nobody: query.user().is_none() && query.lead().is_none(),
        verdict: read.answer.as_ref().map(|answer| verdict(shell, answer)),
        table_title: read.person.as_ref().map_or_else(String::new, |user| {
            let title = shell.t("access-table").with("name", user.name.as_str());
            title.to_string()
        }),
        table: read
            .person
            .as_ref()
            .map(|user| permissions(shell, user, read.lines))
            .unwrap_or_default(),
        seers: read.seers.map(|page| seers(shell, &query, &page)),
    };
    Ok(signed.page(&page))
}

#[derive(Default)]
struct Read {
    people: Vec<Choice>,
    person: Option<User>,
    lines: Vec<PermissionLine>,
    answer: Option<Explained>,
    seers: Option<Page<Sees>>,
    lead_missing: bool,
    to_missing: bool,
}

async fn read(signed: &Signed, app: &App, query: &AccessQuery) -> Result<Read, Failure> {
    let caller = &signed.caller;
    caller
        .scope::<CheckAccess>()
        .map_err(|error| signed.fail(&error))?;
    let scope = caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let chosen = query.user();
    let mut read = Read {
        people: people(&mut tx, &scope, &query.q, chosen.as_slice())
            .await
            .map_err(fail)?,
        ..Read::default()
    };
    let key = Key::find(&query.permission);
    if let Some(id) = chosen {
        let person = users::find(&mut tx, &scope, id).await.map_err(fail)?;
        if let Some(person) = person {
            if key.is_none() {
                read.lines = users::permissions(&mut tx, caller, &person)
                    .await
                    .map_err(|error| signed.fail(&error))?;
            }
            read.person = Some(person);
        }
    }
    drop(tx);
    match (read.person.as_ref().map(|user| user.id), key, query.lead()) {
        (Some(user), Some(key), lead) => {
            let question = Question {
                user,
                key,
                lead,
                person: query.person(),
            };
            match access::explain(&app.db, caller, question).await {
                Ok(answer) => read.answer = Some(answer),
                Err(access::ExplainError::NoSuchLead) => read.lead_missing = true,
                Err(access::ExplainError::NoSuchUser) => read.to_missing = true,
                Err(error) => return Err(signed.fail(&error)),
            }
        }
        (None, _, Some(lead)) => {
            let cursor = query.page.as_deref().and_then(Cursor::decode);
            let size = PageSize::default();
            match access::who(&app.db, caller, lead, cursor.as_ref(), size).await {
                Ok(page) => read.seers = Some(page),
                Err(access::ExplainError::NoSuchLead) => read.lead_missing = true,
                Err(error) => return Err(signed.fail(&error)),
            }
        }
        _ => {}
    }
    Ok(read)
}

/// The people to choose from; whoever is chosen already is among them.
pub(super) async fn people(
    tx: &mut ReadTx,
    scope: &Scope<ViewUsers>,
    find: &str,
    chosen: &[UserId],
) -> Result<Vec<Choice>, StoreError> {
    let filter = ListFilter {
        query: Some(find.trim().to_owned()).filter(|text| !text.is_empty()),
        ..ListFilter::default()
    };
    let found = users::list(tx, scope, &filter, None, PageSize::new(50)).await?;
    let rows = found.items.iter();
    let mut people: Vec<Choice> = rows
        .map(|row| choice(row.user.id, row.user.name.clone()))
        .collect();
    for id in chosen {
        if found.items.iter().all(|row| row.user.id != *id)
            && let Some(person) = users::find(tx, scope, *id).await?
        {
            people.insert(0, choice(*id, person.name));
        }
    }
    Ok(people)
}

/// The permissions to choose from, area by area as in the matrix.
fn keys(shell: &Shell) -> Vec<Choice> {
    let in_area = |area: Area| Key::ALL.iter().filter(move |key| key.area() == area);
    let keys = Area::ALL.into_iter().flat_map(in_area);
    keys.map(|key| choice(key.as_str(), may(shell, *key)))
        .collect()
}

fn may(shell: &Shell, key: Key) -> String {
    let text = ["may-", &key.as_str().replace('.', "-")].concat();
    Text::new(shell.lang, text).to_string()
}

fn verdict(shell: &Shell, answer: &Explained) -> Verdict {
    let about = answer.person.as_ref().map(|person| person.name.clone());
    let sentence = match (&answer.lead, answer.allowed) {
        _ if about.is_some() && answer.allowed => "access-yes-person",
        _ if about.is_some() => "access-no-person",
        (Some(_), true) => "access-yes-lead",
        (Some(_), false) => "access-no-lead",
        (None, true) => "access-yes",
        (None, false) => "access-no",
    };
    let lead = answer.lead.as_ref().map(|lead| lead.title.clone());
    Verdict {
        allowed: answer.allowed,
        sentence: shell
            .t(sentence)
            .with("name", answer.name.as_str())
            .with("permission", may(shell, answer.key))
            .with("lead", lead.unwrap_or_default())
            .with("person", about.unwrap_or_default())
            .to_string(),
        rules: answer
            .rules
            .iter()
            .map(|line| {
                let (tone, icon) = match line.said {
                    Said::Allows => (Tone::Success, "circle-check"),
                    Said::Forbids => (Tone::Danger, "ban"),
                    Said::Silent => (Tone::Neutral, "circle-minus"),
                };
                let extent = line
                    .extent
                    .and_then(|extent| words::extent(shell.lang, answer.key, extent));
                let said = words::said(shell.lang, line.said);
                let begins = line.starts_at.map(|from| {
                    let words = shell.t("access-begins").with("date", shell.moment(&from));
                    words.to_string()
                });
                let small = [Some(begins.unwrap_or(said)), extent];
                let small: Vec<String> = small.into_iter().flatten().collect();
                RuleRow {
                    tone,
                    icon,
                    text: words::rule_text(shell.lang, line),
                    small: small.join(" · "),
                }
            })
            .collect(),
        remedies: answer
            .remedies
            .iter()
            .map(|remedy| {
                let parts = remedy.parts.iter();
                parts
                    .map(|part| words::change_text(shell.lang, part))
                    .collect()
            })
            .collect(),
        fields: answer
            .fields
            .iter()
            .map(|line| field_row(shell, line))
            .collect(),
        owners_only: !answer.allowed && answer.remedies.is_empty(),
    }
}

fn field_row(shell: &Shell, line: &FieldLine) -> FieldRow {
    let access = ["field-access-", line.access.as_str()].concat();
    let roles = line.roles.iter().map(|role| {
        let name = words::role(shell.lang, &role.key, &role.name);
        (name, shell.href(&format!("/roles/{}", role.key)))
    });
    let lifts = line.remedies.iter();
    FieldRow {
        label: label(shell, &line.field),
        hidden: line.access == FieldAccess::Hidden,
        access: Text::new(shell.lang, access).to_string(),
        roles: roles.collect(),
        lifts: lifts
            .map(|part| words::change_text(shell.lang, part))
            .collect(),
    }
}

fn seers(shell: &Shell, query: &AccessQuery, page: &Page<Sees>) -> Seers {
    let link = Link::new(shell.href("/roles/check")).with("lead", Some(&query.lead));
    let here = |user: UserId| {
        let link = link
            .clone()
            .with("permission", Some(Key::ViewRecords.as_str()));
        link.set("user", &user.to_string())
    };
    Seers {
        rows: page
            .items
            .iter()
            .map(|line| Seer {
                href: here(line.user),
                name: line.name.clone(),
                sees: line.allowed,
                because: line.because.map_or_else(String::new, |rule| {
                    let key = ["access-because-", rule.as_str()].concat();
                    Text::new(shell.lang, key).to_string()
                }),
            })
            .collect(),
        pager: pager(
            shell,
            &link,
            page,
            String::new(),
            ("pager-previous", "pager-next"),
        ),
    }
}
