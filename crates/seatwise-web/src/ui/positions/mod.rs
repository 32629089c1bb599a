//! The pages of positions: the tree, one position with its holders, and what is done to them.

pub mod acts;
pub mod hold;
pub mod relocate;
pub mod remove;
pub mod show;
pub mod tree;

use axum::Router;
use axum::routing::{get, post};
use seatwise_domain::positions::Sight;

use crate::app::App;
use crate::shell::Shell;

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/positions", get(tree::page).post(tree::create))
        .route(
            "/positions/move",
            get(relocate::form).post(relocate::submit),
        )
        .route("/positions/{id}", get(show::page).post(acts::rename))
        .route("/positions/{id}/holders", post(acts::add))
        .route("/positions/{id}/holders/remove", post(acts::take_out))
        .route(
            "/positions/{id}/remove",
            get(remove::form).post(remove::submit),
        )
        .route("/users/{id}/position", post(hold::submit))
}

/// Who gains and who loses sight of whose leads.
fn sight_facts(shell: &Shell, sight: Sight) -> Vec<(String, String)> {
    if !sight.superiors_see {
        let nothing = shell.t("positions-sight-off").to_string();
        return vec![(shell.t("positions-sight").to_string(), nothing)];
    }
    let fact = |key: &str, count: u64| (shell.t(key).to_string(), shell.number(count));
    vec![
        fact("positions-sight-gain", sight.gain),
        fact("positions-sight-lose", sight.lose),
        fact("positions-sight-of", sight.of),
    ]
}
