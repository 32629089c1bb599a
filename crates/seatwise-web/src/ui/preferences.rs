//! Language, light and keys of this browser, chosen from the menus.

use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::cookies;
use crate::locale::Lang;
use crate::shell::Theme;
use crate::ui::form::Posted;
use crate::visitor::Visitor;

/// What was chosen, and where the menu was open.
#[derive(Debug, Deserialize)]
pub struct Preferences {
    lang: Option<String>,
    theme: Option<String>,
    next: Option<String>,
}

/// Keeps the choice in a cookie and goes back.
pub async fn submit(visitor: Visitor, Posted(form): Posted<Preferences>) -> Response {
    let mut answer = Redirect::to(local(form.next.as_deref())).into_response();
    let transport = visitor.app.site.transport();
    if let Some(lang) = form.lang.as_deref().and_then(Lang::parse) {
        cookies::set_choice(&mut answer, transport, "lang", lang.code());
    }
    if let Some(theme) = form.theme.as_deref().map(Theme::parse) {
        cookies::set_choice(&mut answer, transport, "theme", theme.name());
    }
    answer
}

/// An address of this site, else the start page: a form cannot send people elsewhere.
pub fn local(next: Option<&str>) -> &str {
    next.filter(|next| {
        next.starts_with('/')
            && !next.starts_with("//")
            && !next.contains('\\')
            && !next.chars().any(char::is_control)
    })
    .unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_sends_nobody_to_another_site() {
        assert_eq!(local(Some("/a/acme/users?q=x")), "/a/acme/users?q=x");
        for other in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "x",
        ] {
            assert_eq!(local(Some(other)), "/");
        }
    }
}
