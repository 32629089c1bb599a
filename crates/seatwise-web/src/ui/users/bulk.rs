//! Acts on several ticked people at once.

use askama::Template;
use axum::extract::State;
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::users::{self, Resent, Skipped, SkippedWhy};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Note, Tone, note};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::Posted;

/// Who was ticked.
#[derive(Debug, Deserialize)]
pub struct Ticked {
    #[serde(default, rename = "id[]", alias = "id")]
    id: Vec<String>,
    next: Option<String>,
    #[serde(default)]
    reason: String,
}

/// Somebody who was left out.
struct Left {
    name: String,
    href: Option<String>,
    why: String,
}

#[derive(Template)]
#[template(path = "users/resent.html")]
struct ResentPage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    left: Vec<Left>,
    back: String,
}

/// Sends activation mails again. Who gets none is named, each with the reason (L12, L13).
pub async fn resend(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<Ticked>,
) -> Answer {
    let ids: Vec<UserId> = form
        .id
        .iter()
        .filter_map(|id| ids::parse(id).ok())
        .collect();
    let done = users::resend(&app.db, &signed.caller, &ids, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    if done.skipped.is_empty() {
        let flash = Flash::new("resend-many").count(done.sent.len() as u64);
        return Ok(signed.back(form.next.as_deref(), "/users", &flash));
    }
    let leaf = signed.shell.t("resend-title").to_string();
    signed.shell.at(Section::Users).crumb(leaf, None);
    let home = signed.shell.href("/");
    let back = form.next.filter(|next| next.starts_with(&home));
    let shell = &signed.shell;
    let page = ResentPage {
        shell,
        notes: vec![sent(shell, &done)],
        left: done
            .skipped
            .iter()
            .map(|skipped| left(shell, skipped))
            .collect(),
        back: back.unwrap_or_else(|| shell.href("/users")),
    };
    Ok(signed.page(&page))
}

fn sent(shell: &Shell, done: &Resent) -> Note {
    let count = done.sent.len();
    if count == 0 {
        return note(Tone::Warning, "mail-x", shell.t("resend-none")).arrived();
    }
    let words = shell.t("resend-many").with("count", count);
    note(Tone::Success, "circle-check", words).arrived()
}

fn left(shell: &Shell, skipped: &Skipped) -> Left {
    let key = match skipped.why {
        SkippedWhy::AlreadyActive => "resend-why-active",
        SkippedWhy::Deactivated => "resend-why-deactivated",
        SkippedWhy::NoAddress => "resend-why-address",
        SkippedWhy::Unknown => "resend-why-unknown",
        SkippedWhy::OutsidePart => "resend-why-outside",
    };
    let known = skipped.why != SkippedWhy::Unknown;
    Left {
        name: if known {
            skipped.name.clone()
        } else {
            skipped.user.to_string()
        },
        href: known.then(|| shell.href(&format!("/users/{}", skipped.user))),
        why: shell.t(key).to_string(),
    }
}
