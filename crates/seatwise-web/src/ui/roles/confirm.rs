//! The page that shows what a change does, in the role and in people, before it is made (D7).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::Key;
use seatwise_domain::roles::{EffectLine, Preview};

use crate::parts::{self, Field, Note, Tone, note};
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
pub(super) struct Asked {
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub lead: String,
    /// What went wrong the last time.
    pub notes: Vec<Note>,
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

#[derive(Template)]
#[template(path = "roles/confirm.html")]
struct ConfirmPage<'a> {
    shell: &'a Shell,
    asked: Asked,
    effect: Note,
    changes: Vec<Subject>,
    people: Vec<Person>,
    more: Option<String>,
}

/// The page.
pub(super) fn page(
    signed: &Signed,
    status: StatusCode,
    asked: Asked,
    preview: &Preview,
) -> Response {
    let shell = &signed.shell;
    let effect = &preview.effect;
    let shown = effect.lines.len().min(SHOWN);
    let all = effect.lines.len();
    let page = ConfirmPage {
        shell,
        asked,
        effect: sentence(shell, preview),
        changes: values(shell, &preview.changes),
        people: effect
            .lines
            .iter()
            .take(SHOWN)
            .map(|line| person(shell, line))
            .collect(),
        more: (all > shown).then(|| {
            shell
                .t("roles-effect-more")
                .with("shown", shown)
                .to_string()
        }),
    };
    signed.page_as(status, &page)
}

fn sentence(shell: &Shell, preview: &Preview) -> Note {
    let effect = &preview.effect;
    if effect.is_nothing() {
        return note(Tone::Info, "users", shell.t("roles-effect-nobody"));
    }
    let gain = shell
        .t("roles-effect-gain")
        .with("count", effect.people_gain);
    let lose = shell
        .t("roles-effect-lose")
        .with("count", effect.people_lose);
    let tone = if effect.people_lose > 0 {
        Tone::Warning
    } else {
        Tone::Info
    };
    note(tone, "users", format!("{gain} {lose}"))
}

fn person(shell: &Shell, line: &EffectLine) -> Person {
    let words = |keys: &[Key], fields: &[String]| {
        let keys = keys
            .iter()
            .map(|key| role_words::permission(shell.lang, *key));
        let fields = fields.iter().map(|field| label(shell, field));
        keys.chain(fields).collect::<Vec<_>>().join(", ")
    };
    Person {
        href: shell.href(&format!("/users/{}", line.user)),
        name: line.name.clone(),
        gained: words(&line.gained, &line.fields_gained),
        lost: words(&line.lost, &line.fields_lost),
    }
}
