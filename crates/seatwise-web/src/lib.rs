//! The doors over HTTP: pages, REST, problem details, text in five languages.

pub mod access_words;
pub mod api;
pub mod app;
pub mod assets;
pub mod compose_mail;
pub mod cookies;
pub mod csp;
pub mod export;
pub mod format;
pub mod frame;
pub mod htmx;
pub mod import_words;
pub mod limits;
pub mod locale;
pub mod nav;
pub mod parts;
pub mod problem;
mod rejected;
pub mod render;
pub mod role_words;
pub mod routes;
pub mod shell;
pub mod signed;
pub mod text;
pub mod ui;
pub mod upload;
pub mod visitor;
