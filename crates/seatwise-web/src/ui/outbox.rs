//! The outbox: mails that wait, went or failed; without a mail server it is where links are taken from.

use askama::Template;
use axum::extract::{Path, Query, State};
use seatwise_domain::authz::ViewOutbox;
use seatwise_domain::ids::MailId;
use seatwise_domain::mail::{self, Compose as _, MailState, QueuedMail};
use seatwise_domain::problem;
use seatwise_domain::store::{Cursor, PageSize};
use serde::Deserialize;

use super::failure::Answer;
use super::query::{Link, pager};
use crate::app::App;
use crate::compose_mail::Composer;
use crate::cookies::Flash;
use crate::parts::{self, Act, Empty, Note, Pager, Status, Tone, empty, note};
use crate::shell::{Section, Shell, When};
use crate::signed::Signed;

/// The address of the list.
#[derive(Debug, Default, Deserialize)]
pub struct OutboxQuery {
    page: Option<String>,
}

struct Row {
    href: String,
    subject: String,
    to: String,
    address: String,
    status: Status,
    error: Option<String>,
    when: When,
    attempts: u64,
}

#[derive(Template)]
#[template(path = "outbox.html")]
struct OutboxPage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    empty: Option<Empty>,
    rows: Vec<Row>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "outbox_mail.html")]
struct MailPage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    subject: String,
    status: Status,
    to: String,
    when: When,
    body: String,
}

/// The list.
pub async fn list(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<OutboxQuery>,
) -> Answer {
    let scope = signed
        .caller
        .scope::<ViewOutbox>()
        .map_err(|error| signed.fail(&error))?;
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let found = mail::list(&mut tx, &scope, None, cursor.as_ref(), PageSize::default())
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    signed.shell.at(Section::Outbox);
    signed.shell.notices.retain(|notice| notice.id != "mail");
    let shell = &signed.shell;
    let composer = composer(&app);
    let shown = shell
        .t("pager-shown-only")
        .with("count", found.items.len())
        .to_string();
    let link = Link::new(shell.href("/outbox"));
    let page = OutboxPage {
        shell,
        notes: server_note(shell, &app),
        empty: found.items.is_empty().then(|| {
            empty(
                "mail",
                shell.t("outbox-none-title"),
                shell.t("outbox-none-text"),
            )
        }),
        pager: pager(shell, &link, &found, shown, ("pager-newer", "pager-older")),
        rows: found
            .items
            .iter()
            .map(|mail| row(shell, &composer, mail))
            .collect(),
    };
    Ok(signed.page(&page))
}

/// One mail in the words that its reader gets.
pub async fn show(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, MailId)>,
) -> Answer {
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let mail = mail::open_link(&mut tx, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    drop(tx);
    let words = composer(&app).compose(&mail);
    signed
        .shell
        .at(Section::Outbox)
        .crumb(words.subject.as_str(), None);
    signed.shell.notices.retain(|notice| notice.id != "mail");
    let shell = &signed.shell;
    let mut notes = server_note(shell, &app);
    let hidden = mail.mail.token() == Some("") && mail.state == MailState::Waiting;
    if hidden {
        let text = shell.t("outbox-link-hidden-text");
        notes.push(note(Tone::Info, "lock", shell.t("outbox-link-hidden")).text(text));
    }
    let (tone, icon, label) = state_words(shell, mail.state);
    if mail.state == MailState::Waiting {
        let action = shell.href(&format!("/outbox/{id}/cancel"));
        let label = label.clone();
        notes.push(note(tone, icon, label).act(Act::new(action, "x", shell.t("outbox-cancel"))));
    }
    let page = MailPage {
        shell,
        notes,
        to: shell
            .t("outbox-to")
            .with("name", mail.to_name.as_str())
            .with("address", mail.address.as_str())
            .to_string(),
        when: shell.when(&mail.created_at),
        status: parts::status(tone, icon, label),
        subject: words.subject,
        body: words.text,
    };
    Ok(signed.page(&page))
}

/// Takes a waiting mail back.
pub async fn cancel(signed: Signed, Path((_, id)): Path<(String, MailId)>) -> Answer {
    mail::cancel(&signed.app.db, &signed.caller, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/outbox", &Flash::new("outbox-cancelled")))
}

/// The composer of this site.
pub fn composer(app: &App) -> Composer {
    Composer {
        public_url: app.site.public_url.clone(),
    }
}

fn server_note(shell: &Shell, app: &App) -> Vec<Note> {
    if app.site.mail_ready {
        return Vec::new();
    }
    vec![note(Tone::Info, "info", shell.t("outbox-no-server"))]
}

fn state_words(shell: &Shell, state: MailState) -> (Tone, &'static str, String) {
    let (tone, icon, key) = match state {
        MailState::Waiting => (Tone::Warning, "clock", "mail-waiting"),
        MailState::Sent => (Tone::Success, "circle-check", "mail-sent"),
        MailState::Failed => (Tone::Danger, "circle-x", "mail-failed"),
        MailState::Cancelled => (Tone::Neutral, "circle-minus", "mail-cancelled"),
    };
    (tone, icon, shell.t(key).to_string())
}

fn row(shell: &Shell, composer: &Composer, mail: &QueuedMail) -> Row {
    let (tone, icon, label) = state_words(shell, mail.state);
    Row {
        href: shell.href(&format!("/outbox/{}", mail.id)),
        subject: composer.compose(mail).subject,
        to: mail.to_name.clone(),
        address: mail.address.clone(),
        status: parts::status(tone, icon, label),
        error: mail.last_error.clone(),
        when: shell.when(&mail.created_at),
        attempts: mail.attempts,
    }
}
