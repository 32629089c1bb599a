//! The one access decision: who calls, what the plan and the level allow, and to which rows.

mod actor;
mod caller;
mod effect;
mod explain;
mod facts;
mod fields;
mod grants;
mod held;
mod permission;
mod rank;
mod reach;
mod rehearsal;
mod scope;
mod span;
mod sql;
mod suppose;

pub use actor::{Actor, ActorKind, ActsFor, Idempotency, Source};
pub use caller::{Caller, Principal, Session, StoredPrincipal, Task};
pub use effect::{Effect, LeadCounts, PersonEffect, Snapshot, TOLD, people_concerned};
pub(crate) use effect::{Look, everybody, joined};
pub use explain::{Outcome, Rule, Step};
pub use facts::{Facts, HeldRole, Party, Visibility, fields_of, grants_of};
pub use fields::{FieldAccess, FieldRules};
pub use grants::{Extent, Grants};
pub use permission::*;
pub use reach::{Branch, Reach};
pub(crate) use rehearsal::Rehearsal;
pub use scope::{Because, Denied, RecordScope, Scope};
pub use span::Span;
pub use sql::Identity;
pub use suppose::Supposition;
