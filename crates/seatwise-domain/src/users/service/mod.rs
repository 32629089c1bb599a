//! Service users: accounts of programs. They take no seat, own nothing and never see a page; what they may do
//! is what their roles say, through API tokens that people who administer them make (P65, D20).

mod create;
mod error;
mod sql;
mod tokens;

pub use create::{NewServiceUser, create};
pub use error::ServiceError;
pub use tokens::{create_token, revoke_token, tokens};
