//! Why somebody can or cannot do something: each rule with its outcome, and the smallest change that would
//! allow it (D6, P62, P63). The verdict is that of the function that lists and refuses.

mod branches;
mod compare;
mod explain;
mod fields;
mod later;
mod people;
mod remedies;
mod sql;
mod who;

pub use compare::{Comparison, FieldPair, Had, Kind, PermissionPair, Side, Whose, compare};
pub use explain::{Answer, ExplainError, LeadRef, Question, Rule, RuleLine, Said, explain};
pub use fields::FieldLine;
pub use people::PersonRef;
pub use remedies::Remedy;
pub use who::{Sees, who};
