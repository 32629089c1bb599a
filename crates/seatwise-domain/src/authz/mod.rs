//! The one access decision: who calls, what the plan and the level allow, and to which rows.

mod actor;
mod caller;
mod explain;
mod permission;
mod scope;
mod sql;

pub use actor::{Actor, ActorKind, ActsFor, Idempotency, Source};
pub use caller::{Caller, Principal, Session, StoredPrincipal, Task};
pub use explain::{Outcome, Rule, Step, explain_person};
pub use permission::*;
pub use scope::{Because, Denied, Reach, RecordScope, Scope};
pub use sql::Identity;
