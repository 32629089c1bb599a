//! The outbox: which mails wait, went out or failed.

use axum::http::Method;
use seatwise_domain::authz::{Key, ViewOutbox};
use seatwise_domain::mail::{self, Compose as _, QueuedMail};
use seatwise_domain::problem;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{Instant, MailRef, MailStateWord, Paged, UserRef};
use crate::problem::Problem;
use crate::ui::outbox::composer;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/mails", "listMails", list)
            .needs(Key::ViewOutbox)
            .query::<ListMails>()
            .paged()
            .answers::<Paged<MailLine>>(200),
        Operation::new(Method::GET, "/mails/{id}", "getMail", show)
            .needs(Key::ViewOutbox)
            .answers::<MailDetail>(200),
        Operation::new(Method::POST, "/mails/{id}/cancel", "cancelMail", cancel)
            .needs(Key::ViewOutbox),
    ]
}

/// Which mails.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct ListMails {
    /// Which ones; all without.
    #[schema(nullable = false)]
    state: Option<MailStateWord>,
}

/// A mail, without its words: they hold a link that signs in.
#[derive(Debug, Serialize, ToSchema)]
struct MailLine {
    id: MailRef,
    /// `activation`, `password-reset`, `password-changed`, `ownership-offered`, `ownership-declined` or
    /// `ownership-changed`.
    kind: String,
    user_id: UserRef,
    address: String,
    name: String,
    language: String,
    state: MailStateWord,
    /// How often it was tried.
    attempts: u64,
    next_at: Instant,
    /// What the mail server said last.
    #[schema(required)]
    last_error: Option<String>,
    created_at: Instant,
    #[schema(required)]
    sent_at: Option<Instant>,
}

impl From<QueuedMail> for MailLine {
    fn from(mail: QueuedMail) -> Self {
        Self {
            id: mail.id.into(),
            kind: mail.mail.kind().to_owned(),
            user_id: mail.user.into(),
            address: mail.address,
            name: mail.to_name,
            language: mail.language,
            state: mail.state.into(),
            attempts: mail.attempts,
            next_at: mail.next_at.into(),
            last_error: mail.last_error,
            created_at: mail.created_at.into(),
            sent_at: mail.sent_at.map(Instant::from),
        }
    }
}

async fn list(call: Call) -> Done {
    let query: ListMails = call.query()?;
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.scope::<ViewOutbox>()?;
    let mut tx = call.app.db.read().await?;
    let state = query.state.map(Into::into);
    let page = mail::list(&mut tx, &scope, state, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::uncounted(page, MailLine::from)))
}

/// A mail with its words.
#[derive(Debug, Serialize, ToSchema)]
struct MailDetail {
    #[serde(flatten)]
    mail: MailLine,
    subject: String,
    /// The text part. Null for a token that may only read: the words hold a link that signs in.
    #[schema(required)]
    text: Option<String>,
}

async fn show(call: Call) -> Done {
    let caller = call.caller()?;
    let mut tx = call.app.db.read().await?;
    let mail = mail::open_link(&mut tx, caller, call.id("id")?)
        .await?
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    drop(tx);
    let words = composer(&call.app).compose(&mail);
    Ok(Answer::ok(&MailDetail {
        mail: mail.into(),
        subject: words.subject,
        text: (!caller.is_read_only()).then_some(words.text),
    }))
}

async fn cancel(call: Call) -> Done {
    mail::cancel(&call.app.db, call.caller()?, call.id("id")?).await?;
    Ok(Answer::nothing())
}
