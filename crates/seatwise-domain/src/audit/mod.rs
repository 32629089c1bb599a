//! The audit log: who did what, when, why, before and after. Written with the change or not at all.

mod event;
mod export;
mod fold;
mod idempotency;
mod list;
mod reason;
mod sql;

pub use event::{Audit, Event, EventKind, SubjectKind};
pub use export::{ExportError, export};
pub use idempotency::{KnownKey, find_key, keep_answer};
pub use list::{AuditFilter, Change, Entry, find, list, of_subject};
pub use reason::{REASON_MAX, Reason, ReasonTooLong};
