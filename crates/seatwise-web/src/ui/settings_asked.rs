//! What is asked before settings change who sees whose leads: who gains, and who loses (D7).

use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::tenants::AccountPreview;

use super::foretold::{self, Asked, Foretold};
use crate::shell::Section;
use crate::signed::Signed;

/// The page; `kept` goes along unseen.
pub(super) fn page(
    signed: &Signed,
    kept: Vec<(String, String)>,
    seen: &AccountPreview,
) -> Response {
    let shell = &signed.shell;
    let here = shell.href(Section::Settings.path());
    let asked = Asked {
        title: shell.t("settings-check").to_string(),
        lead: shell.t("moves-check-lead").to_string(),
        action: here.clone(),
        cancel: here,
        kept,
        button: shell.t("settings-save").to_string(),
        icon: "check",
        again: true,
        ..Asked::default()
    };
    let told = Foretold::of_access(shell, &seen.effect, &seen.changes);
    foretold::page(signed, StatusCode::OK, asked, told)
}
