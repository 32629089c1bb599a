//! The audit log: list, one line, file. Nothing here changes or removes a line.

use axum::http::Method;
use seatwise_domain::audit::{self, AuditFilter, Change, Entry, EventKind};
use seatwise_domain::authz::{Key, ViewAudit};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::ids::{
    GroupId, Id as _, ImportId, PositionId, RecordId, RoleId, SharingRuleId, TeamId, TokenId,
    UserId,
};
use seatwise_domain::problem;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{AnyId, EventRef, EventWord, Instant, Paged, public};
use crate::export::{self, Format};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/audit", "listAudit", list)
            .needs(Key::ViewAudit)
            .query::<AuditQuery>()
            .paged()
            .answers::<Paged<AuditLine>>(200),
        Operation::new(Method::GET, "/audit/{id}", "getAuditLine", show)
            .needs(Key::ViewAudit)
            .answers::<AuditLine>(200),
        Operation::new(Method::GET, "/audit.csv", "exportAudit", csv)
            .needs(Key::ViewAudit)
            .query::<AuditQuery>()
            .answers_file(&["text/csv"]),
    ]
}

/// Which lines.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct AuditQuery {
    /// Done by this user or token.
    #[schema(nullable = false)]
    actor: Option<AnyId>,
    /// About this person, lead, team, import or token.
    #[schema(nullable = false)]
    subject: Option<AnyId>,
    /// Of this kind.
    #[schema(nullable = false)]
    kind: Option<EventWord>,
    /// Not before.
    #[schema(nullable = false)]
    from: Option<Instant>,
    /// Before.
    #[schema(nullable = false)]
    until: Option<Instant>,
}

fn instant(text: Option<Instant>) -> Option<Timestamp> {
    let at: jiff::Timestamp = text?.0.parse().ok()?;
    Some(Timestamp::from_micros(at.as_microsecond()))
}

impl AuditQuery {
    fn filter(self) -> AuditFilter {
        AuditFilter {
            actor: self.actor.and_then(|id| id.uuid()),
            subject: self.subject.and_then(|id| id.uuid()),
            kind: self.kind.and_then(|word| word.0.parse::<EventKind>().ok()),
            from: instant(self.from),
            until: instant(self.until),
        }
    }
}

/// A field that changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeLine {
    field: String,
    /// Null for secrets, and for what was empty.
    #[schema(required, value_type = Value)]
    before: serde_json::Value,
    /// Null for secrets, and for what is empty.
    #[schema(required, value_type = Value)]
    after: serde_json::Value,
}

impl From<Change> for ChangeLine {
    fn from(change: Change) -> Self {
        Self {
            field: change.field,
            before: change.before,
            after: change.after,
        }
    }
}

/// A line of the log.
#[derive(Debug, Serialize, ToSchema)]
struct AuditLine {
    id: EventRef,
    at: Instant,
    /// What happened.
    kind: String,
    /// `page`, `api`, `cli` or `job`.
    source: String,
    /// `user` or `token` for people; `operator` for the command line, `system` for the program itself.
    actor_kind: String,
    /// Null for operator and system.
    #[schema(required)]
    actor_id: Option<String>,
    /// The name at that time; null for operator and system, who have none.
    #[schema(required)]
    actor_name: Option<String>,
    /// `user`, `lead`, `team`, `import`, …
    #[schema(required)]
    subject_kind: Option<String>,
    #[schema(required)]
    subject_id: Option<String>,
    /// The name at that time.
    #[schema(required)]
    subject_name: Option<String>,
    changes: Vec<ChangeLine>,
    /// True when fields of a lead changed, too, that the caller's roles hide.
    more_changed: bool,
    /// What else is worth knowing, by name.
    #[schema(value_type = Object)]
    detail: serde_json::Value,
    #[schema(required)]
    reason: Option<String>,
    #[schema(required)]
    request_id: Option<String>,
}

fn prefix(kind: &str) -> &'static str {
    match kind {
        "user" => UserId::PREFIX,
        "token" => TokenId::PREFIX,
        "lead" => RecordId::PREFIX,
        "team" => TeamId::PREFIX,
        "group" => GroupId::PREFIX,
        "position" => PositionId::PREFIX,
        "sharing-rule" => SharingRuleId::PREFIX,
        "role" => RoleId::PREFIX,
        "import" => ImportId::PREFIX,
        "mail" => "mail",
        "seats" => "seat",
        _ => "ten",
    }
}

impl From<Entry> for AuditLine {
    fn from(entry: Entry) -> Self {
        let subject = entry.subject_kind.as_deref().map(prefix);
        Self {
            id: entry.id.into(),
            at: entry.at.into(),
            kind: entry.kind.as_str().to_owned(),
            actor_id: entry
                .actor_id
                .map(|id| public(prefix(&entry.actor_kind), id)),
            source: entry.source,
            actor_name: entry.actor_id.map(|_| entry.actor_name),
            actor_kind: entry.actor_kind,
            subject_id: subject
                .zip(entry.subject_id)
                .map(|(prefix, id)| public(prefix, id)),
            subject_kind: entry.subject_kind,
            subject_name: entry.subject_name,
            changes: entry.changes.into_iter().map(ChangeLine::from).collect(),
            more_changed: entry.more_changed,
            detail: entry.detail,
            reason: entry.reason,
            request_id: entry.request_id,
        }
    }
}

async fn list(call: Call) -> Done {
    let filter = call.query::<AuditQuery>()?.filter();
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.scope::<ViewAudit>()?;
    let mut tx = call.app.db.read().await?;
    let page = audit::list(&mut tx, &scope, &filter, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::uncounted(page, AuditLine::from)))
}

async fn show(call: Call) -> Done {
    let scope = call.caller()?.scope::<ViewAudit>()?;
    let mut tx = call.app.db.read().await?;
    let found = audit::find(&mut tx, &scope, call.id("id")?).await?;
    let found = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    Ok(Answer::ok(&AuditLine::from(found)))
}

async fn csv(call: Call) -> Done {
    let filter = call.query::<AuditQuery>()?.filter();
    let bytes = export::audit(&call.app.db, call.caller()?, &filter, call.lang).await?;
    Ok(Answer::file(Format::Csv.media(), "audit.csv", bytes.into()))
}
