//! The doors over HTTP: pages, REST, problem details, text in five languages.

pub mod assets;
pub mod csp;
pub mod format;
pub mod htmx;
pub mod locale;
pub mod nav;
pub mod parts;
pub mod render;
pub mod shell;
pub mod text;
