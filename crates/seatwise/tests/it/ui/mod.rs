//! Pages, as a browser without scripts sees them.

mod acts;
mod doors;
mod frame;
mod imports;
mod imports_stopped;
mod leads;
mod leaver;
mod me;
mod new_user;
mod next_step;
mod ownership;
mod pages;
mod pick;
mod pictures;
mod roles;
mod roles_many;
mod service_users;
mod settings;
mod sharing;
mod teams;

use axum::http::StatusCode;
use seatwise_testkit::TestDb;
use seatwise_testkit::app::router;
use seatwise_testkit::http::Browser;
use seatwise_testkit::tenant::{PASSWORD, Tenant};

/// Somebody who signed in through the form.
pub async fn signed_in(db: &TestDb, acme: &Tenant, name: &str) -> Browser {
    let mut browser = Browser::new(&router(db));
    let fields = [
        ("email", acme.email_of(name)),
        ("password", PASSWORD.to_owned()),
    ];
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let answer = browser.post("/sign-in", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    browser
}

/// The visible words of a page, roughly: without tags, scripts and repeated blanks.
pub fn words(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<').skip(1) {
        let (_, after) = piece.split_once('>').unwrap_or(("", piece));
        text.push_str(after);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
