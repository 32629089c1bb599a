//! The own profile: data, password, sessions, API tokens.

pub mod acts;
pub mod aliases;
pub mod show;
