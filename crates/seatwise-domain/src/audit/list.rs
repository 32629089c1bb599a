//! Reading the log: newest first, by keyset.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::event::{EventKind, SubjectKind};
use super::sql;
use crate::authz::{FieldRules, Scope, ViewAudit};
use crate::clock::Timestamp;
use crate::ids::EventId;
use crate::store::{Count, Cursor, FromRow, Page, PageSize, Reader, Reads, StoreError};

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The field.
    pub field: String,
    /// The value before; absent for secrets.
    #[serde(default)]
    pub before: serde_json::Value,
    /// The value after; absent for secrets.
    #[serde(default)]
    pub after: serde_json::Value,
}

impl Change {
    /// Leaves the changes of fields that somebody may know of; true when there were others.
    pub fn veil(changes: &mut Vec<Self>, rules: &FieldRules) -> bool {
        if !rules.hides_some() {
            return false;
        }
        let mut others = false;
        changes.retain_mut(|change| {
            others |= rules.hides(&change.field) || change.veil_own(rules);
            let emptied = change.field == "fields" && change.before == change.after;
            !rules.hides(&change.field) && !emptied
        });
        others
    }

    /// An import tells the account's own fields in one change; true when hidden ones are among them.
    fn veil_own(&mut self, rules: &FieldRules) -> bool {
        if self.field != "fields" {
            return false;
        }
        let told = (self.before.clone(), self.after.clone());
        for side in [&mut self.before, &mut self.after] {
            if let Some(fields) = side.as_object_mut() {
                fields.retain(|key, _| !rules.hides(&["fields.", key.as_str()].concat()));
            }
        }
        (&told.0, &told.1) != (&self.before, &self.after)
    }
}

/// A line of the log.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id; rises with time.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// What; a word of [`EventKind`].
    pub kind: EventKind,
    /// Through which door.
    pub source: String,
    /// `user`, `token`, `operator` or `system`.
    pub actor_kind: String,
    /// The user or token.
    pub actor_id: Option<Uuid>,
    /// The actor's name at the time.
    pub actor_name: String,
    /// What it is about: a word of `SubjectKind`.
    pub subject_kind: Option<String>,
    /// The id of what it is about.
    pub subject_id: Option<Uuid>,
    /// Its name at the time.
    pub subject_name: Option<String>,
    /// Fields that changed.
    pub changes: Vec<Change>,
    /// True when fields changed, too, that the reader's roles hide from him.
    pub more_changed: bool,
    /// Anything else, by name.
    pub detail: serde_json::Value,
    /// Why.
    pub reason: Option<String>,
    /// The request it belongs to.
    pub request_id: Option<String>,
}

impl FromRow for Entry {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            at: row.at()?,
            kind: row.word()?,
            source: row.text()?,
            actor_kind: row.text()?,
            actor_id: row.id_opt()?,
            actor_name: row.text()?,
            subject_kind: row.text_opt()?,
            subject_id: row.id_opt()?,
            subject_name: row.text_opt()?,
            changes: row.json_as()?,
            more_changed: false,
            detail: row.json()?,
            reason: row.text_opt()?,
            request_id: row.text_opt()?,
        })
    }
}

impl Entry {
    /// The line as somebody with these rules reads it.
    pub(super) fn veiled(mut self, rules: &FieldRules) -> Self {
        if self.subject_kind.as_deref() == Some(SubjectKind::Lead.as_str()) {
            self.more_changed = Change::veil(&mut self.changes, rules);
        }
        self
    }
}

/// Which lines.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Done by this user or token.
    pub actor: Option<Uuid>,
    /// About this person, lead or import.
    pub subject: Option<Uuid>,
    /// Of this kind.
    pub kind: Option<EventKind>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

/// A page of the log, newest first. The total is not counted: a log only grows.
pub async fn list(
    tx: &mut impl Reads,
    scope: &Scope<ViewAudit>,
    filter: &AuditFilter,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<Entry>, StoreError> {
    let items = sql::list(tx, scope, filter, cursor, size).await?;
    let items = items.into_iter().map(|entry| entry.veiled(scope.fields()));
    let items = items.collect();
    Ok(Page::cut(items, size, cursor, Count::capped(0), |entry| {
        (String::new(), entry.id.0)
    }))
}

/// One line.
pub async fn find(
    tx: &mut impl Reads,
    scope: &Scope<ViewAudit>,
    id: EventId,
) -> Result<Option<Entry>, StoreError> {
    let found = sql::find(tx, scope, id).await?;
    Ok(found.map(|entry| entry.veiled(scope.fields())))
}

/// The newest lines about one subject, for its own page.
pub async fn of_subject(
    tx: &mut impl Reads,
    scope: &Scope<ViewAudit>,
    subject: impl Into<Uuid>,
    size: PageSize,
) -> Result<Vec<Entry>, StoreError> {
    let filter = AuditFilter {
        subject: Some(subject.into()),
        ..AuditFilter::default()
    };
    Ok(list(tx, scope, &filter, None, size).await?.items)
}
