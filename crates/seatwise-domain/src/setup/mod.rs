//! Setting up an account with its owner: the first visit, and the operator's command.

mod create;

pub use create::{CreateError, Created, NewAccount, create, is_empty};
