//! The page that shows what a change does, in people and in records, before it is made (D7).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::audit::Change;
use seatwise_domain::authz::{Effect, Key, PersonEffect};
use seatwise_domain::roles::{self, EffectLine};

use crate::parts::{self, Face, Field, Note, Tone, note};
use crate::role_words;
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::audit::{Subject, label, values};

/// So many people are shown; the numbers count all.
const SHOWN: usize = 50;

struct Person {
    href: String,
    name: String,
    gained: String,
    lost: String,
}

/// What is asked.
#[derive(Default)]
pub(super) struct Asked {
    /// The heading.
    pub title: String,
    /// Whom it is about.
    pub face: Option<Face>,
    /// A sentence below the heading.
    pub lead: String,
    /// What went wrong the last time.
    pub notes: Vec<Note>,
    /// Facts to check.
    pub facts: Vec<(String, String)>,
    /// Where it is sent.
    pub action: String,
    /// Where Cancel leads.
    pub cancel: String,
    /// What goes along unseen.
    pub kept: Vec<(String, String)>,
    /// The field for the reason, where the page before had none.
    pub reason: Option<Field>,
    /// The words of the button.
    pub button: String,
    /// Its icon.
    pub icon: &'static str,
    /// Whether it takes something away.
    pub danger: bool,
    /// Whether there is a form to go back to.
    pub again: bool,
}

/// What a change does, in the words of the page.
pub(super) struct Foretold {
    effect: Note,
    changes: Vec<Subject>,
    people: Vec<Person>,
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "foretold.html")]
struct ConfirmPage<'a> {
    shell: &'a Shell,
    asked: Asked,
    told: Foretold,
}

/// The page.
pub(super) fn page(signed: &Signed, status: StatusCode, asked: Asked, told: Foretold) -> Response {
    let shell = &signed.shell;
    signed.page_as(status, &ConfirmPage { shell, asked, told })
}

impl Foretold {
    /// What a change of roles does.
    pub(super) fn of_role(shell: &Shell, preview: &roles::Preview) -> Self {
        let effect = &preview.effect;
        let people = effect.lines.iter().take(SHOWN);
        Self {
            effect: sentence(shell, effect.people_gain, effect.people_lose),
            changes: values(shell, &preview.changes),
            people: people.map(|line| of_line(shell, line)).collect(),
            more: more(shell, effect.lines.len(), 0),
        }
    }

    /// What another change of access does.
    pub(super) fn of_access(shell: &Shell, effect: &Effect, changes: &[Change]) -> Self {
        let people = effect.people.iter().take(SHOWN);
        let (gain, lose) = (effect.gaining() as u64, effect.losing() as u64);
        Self {
            effect: sentence(shell, gain, lose),
            changes: values(shell, changes),
            people: people.map(|line| of_person(shell, line)).collect(),
            more: more(shell, effect.people.len(), effect.beyond),
        }
    }
}

fn sentence(shell: &Shell, gain: u64, lose: u64) -> Note {
    if gain == 0 && lose == 0 {
        return note(Tone::Info, "users", shell.t("roles-effect-nobody"));
    }
    let gains = shell.t("roles-effect-gain").with("count", gain);
    let loses = shell.t("roles-effect-lose").with("count", lose);
    let tone = if lose > 0 { Tone::Warning } else { Tone::Info };
    note(tone, "users", format!("{gains} {loses}"))
}

/// Says that not all are shown, or that not all were looked at.
fn more(shell: &Shell, all: usize, beyond: u64) -> Option<String> {
    let shown = all.min(SHOWN);
    let first = (all > shown).then(|| {
        shell
            .t("roles-effect-more")
            .with("shown", shown)
            .to_string()
    });
    let rest = (beyond > 0).then(|| shell.t("effect-beyond").with("count", beyond).to_string());
    match (first, rest) {
        (Some(first), Some(rest)) => Some(format!("{first} {rest}")),
        (first, rest) => first.or(rest),
    }
}

fn of_line(shell: &Shell, line: &EffectLine) -> Person {
    Person {
        href: shell.href(&format!("/users/{}", line.user)),
        name: line.name.clone(),
        gained: words(
            shell,
            &line.gained,
            &line.fields_gained,
            ("effect-leads-gain", line.leads_gained),
        ),
        lost: words(
            shell,
            &line.lost,
            &line.fields_lost,
            ("effect-leads-lose", line.leads_lost),
        ),
    }
}

fn of_person(shell: &Shell, line: &PersonEffect) -> Person {
    Person {
        href: shell.href(&format!("/users/{}", line.user)),
        name: line.name.clone(),
        gained: words(
            shell,
            &line.gained,
            &[],
            ("effect-leads-gain", line.leads_gained),
        ),
        lost: words(
            shell,
            &line.lost,
            &[],
            ("effect-leads-lose", line.leads_lost),
        ),
    }
}

fn words(shell: &Shell, keys: &[Key], fields: &[String], (key, leads): (&str, u64)) -> String {
    let leads = (leads > 0).then(|| shell.t(key).with("count", leads).to_string());
    let keys = keys
        .iter()
        .map(|key| role_words::permission(shell.lang, *key));
    let fields = fields.iter().map(|field| label(shell, field));
    let all: Vec<String> = leads.into_iter().chain(keys).chain(fields).collect();
    all.join(", ")
}
