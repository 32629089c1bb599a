//! Statements of the outbox.

use super::Mail;
use crate::args;
use crate::authz::{Scope, UnknownWord, ViewOutbox};
use crate::clock::Timestamp;
use crate::ids::{MailId, TenantId, UserId};
use crate::stmt;
use crate::store::{Args, Cursor, FromRow, PageSize, Reader, Reads, Sql, StoreError, WriteTx};

/// Where a mail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MailState {
    /// It waits for its turn, for the mail server, or for one to be set up.
    Waiting,
    /// The mail server took it.
    Sent,
    /// The mail server refused it for good.
    Failed,
    /// Its reason went away before it was sent.
    Cancelled,
}

impl MailState {
    /// The word in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl std::str::FromStr for MailState {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        [Self::Waiting, Self::Sent, Self::Failed, Self::Cancelled]
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(UnknownWord)
    }
}

/// A mail of the outbox.
#[derive(Debug, Clone)]
pub struct QueuedMail {
    /// The account.
    pub tenant: TenantId,
    /// Its id.
    pub id: MailId,
    /// Whom it is for.
    pub user: UserId,
    /// The address it goes to.
    pub address: String,
    /// The reader's name.
    pub to_name: String,
    /// The reader's language.
    pub language: String,
    /// What it says.
    pub mail: Mail,
    /// One for all tries, so that a mail program shows copies once.
    pub message_id: String,
    /// Where it is.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: u64,
    /// When it is tried next.
    pub next_at: Timestamp,
    /// What the mail server said last.
    pub last_error: Option<String>,
    /// When it was queued.
    pub created_at: Timestamp,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
}

impl FromRow for QueuedMail {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            tenant: row.id()?,
            id: row.id()?,
            user: row.id()?,
            address: row.text()?,
            to_name: row.text()?,
            language: row.text()?,
            mail: row.json_as()?,
            message_id: row.text()?,
            state: row.word()?,
            attempts: row.count()?,
            next_at: row.at()?,
            last_error: row.text_opt()?,
            created_at: row.at()?,
            sent_at: row.at_opt()?,
        })
    }
}

stmt!(
    CLAIM = "update mails set attempts = attempts + 1, next_at = $2
              where state = 'waiting' and (tenant_id, id) in
                    (select tenant_id, id from mails where state = 'waiting' and next_at <= $1
                      order by next_at, id limit $3 /*pg for update skip locked */)
             returning tenant_id, id, user_id, address, to_name, language, data, message_id, state, attempts,
                       next_at, last_error, created_at, sent_at",
    SENT = "update mails set state = 'sent', sent_at = $3, data = $4, last_error = null
             where tenant_id = $1 and id = $2 and state = 'waiting'",
    LATER = "update mails set next_at = $3, last_error = $4
              where tenant_id = $1 and id = $2 and state = 'waiting'",
    FAILED = "update mails set state = 'failed', last_error = $3, data = $4
               where tenant_id = $1 and id = $2 and state = 'waiting'",
    CANCEL = "update mails set state = 'cancelled' where tenant_id = $1 and id = $2 and state = 'waiting'",
    MAILED = "update users set mailed_at = $3 where tenant_id = $1 and id = $2",
    FIND = "select tenant_id, id, user_id, address, to_name, language, data, message_id, state, attempts,
                   next_at, last_error, created_at, sent_at
              from mails where tenant_id = $1 and id = $2"
);

pub(super) async fn insert(tx: &mut WriteTx, rows: Vec<Args>) -> Result<(), StoreError> {
    let sql = Sql::new(
        "insert into mails (tenant_id, id, kind, user_id, address, to_name, language, data, message_id,
                state, attempts, next_at, created_at) values ",
    );
    tx.run(sql.rows(rows)).await.map(drop)
}

pub(super) async fn claim(
    tx: &mut WriteTx,
    limit: i64,
    next: Timestamp,
) -> Result<Vec<QueuedMail>, StoreError> {
    let now = tx.now();
    tx.all(CLAIM.with(args![now, next, limit])).await
}

pub(super) async fn sent(
    tx: &mut WriteTx,
    mail: &QueuedMail,
    kept: serde_json::Value,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(SENT.with(args![mail.tenant, mail.id, now, kept]))
        .await?;
    if matches!(mail.mail, Mail::Activation { .. }) {
        tx.run(MAILED.with(args![mail.tenant, mail.user, now]))
            .await?;
    }
    Ok(())
}

pub(super) async fn later(
    tx: &mut WriteTx,
    mail: &QueuedMail,
    at: Timestamp,
    error: &str,
) -> Result<(), StoreError> {
    tx.run(LATER.with(args![mail.tenant, mail.id, at, error]))
        .await
        .map(drop)
}

pub(super) async fn failed(
    tx: &mut WriteTx,
    mail: &QueuedMail,
    error: &str,
    kept: serde_json::Value,
) -> Result<(), StoreError> {
    tx.run(FAILED.with(args![mail.tenant, mail.id, error, kept]))
        .await
        .map(drop)
}

pub(super) async fn cancel_of_users(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
    kind: &'static str,
) -> Result<u64, StoreError> {
    let sql = Sql::new("update mails")
        .push(
            " set state = 'cancelled' where tenant_id = $? and state = 'waiting' and kind = $? and user_id in ",
            args![tenant, kind],
        )
        .list(users.iter().copied());
    tx.run(sql).await
}

pub(super) async fn cancel(
    tx: &mut WriteTx,
    scope: &Scope<ViewOutbox>,
    id: MailId,
) -> Result<bool, StoreError> {
    Ok(tx.run(CANCEL.with(args![scope.tenant(), id])).await? == 1)
}

pub(super) async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewOutbox>,
    id: MailId,
) -> Result<Option<QueuedMail>, StoreError> {
    tx.find(FIND.with(args![scope.tenant(), id])).await
}

pub(super) async fn list(
    tx: &mut impl Reads,
    scope: &Scope<ViewOutbox>,
    state: Option<MailState>,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<QueuedMail>, StoreError> {
    let mut sql = Sql::new(
        "select tenant_id, id, user_id, address, to_name, language, data, message_id, state, attempts,
                next_at, last_error, created_at, sent_at from mails",
    )
    .push(" where tenant_id = $?", args![scope.tenant()]);
    if let Some(state) = state {
        sql.add(" and state = $?", args![state.as_str()]);
    }
    let back = cursor.is_some_and(|cursor| cursor.back);
    if let Some(cursor) = cursor {
        sql.add(
            if back { " and id > $?" } else { " and id < $?" },
            args![cursor.id],
        );
    }
    sql.add(
        if back {
            " order by id"
        } else {
            " order by id desc"
        },
        args![],
    );
    sql.add(" limit $?", args![size.with_next()]);
    tx.all(sql).await
}
