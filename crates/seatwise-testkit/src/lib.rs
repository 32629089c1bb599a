//! What tests need: a database each, people and leads made by the real operations, a mail server.

pub mod mime;
pub mod smtp;
