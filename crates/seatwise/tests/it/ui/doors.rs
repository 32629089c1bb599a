//! Every page of an account, as nobody, as the owner of another account and as each kind of its own people: a table
//! that a person can read. A new route shows up in it by itself.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::http::StatusCode;
use seatwise_testkit::app::router;
use seatwise_testkit::http::{Answer, Browser};
use seatwise_testkit::{TestDb, on_both};

use super::signed_in;
use crate::api::kit::Things;
use crate::guard::sources;

/// What stands for everything: the front page leads on, and who signs out is nobody afterwards.
const LEFT_OUT: [&str; 2] = ["/", "/sign-out"];

/// The addresses below an account that answer this method, as the sources name them.
fn routes(method: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let ui = sources("crates/seatwise-web/src/ui", &[".rs"]);
    let all = sources("crates/seatwise-web/src", &["routes.rs"]);
    let account = all
        .iter()
        .find(|file| file.path == "crates/seatwise-web/src/routes.rs");
    let account = account
        .expect("the routes are there")
        .text
        .split("fn account()")
        .nth(1);
    let texts = ui.iter().map(|file| file.text.as_str()).chain(account);
    for text in texts {
        for route in text.split(".route(").skip(1) {
            let mut parts = route.splitn(3, '"');
            let (Some(_), Some(path), Some(rest)) = (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            // What stands between this route and the next one of the same chain.
            let handlers = rest.split("\n        .").next().unwrap_or_default();
            let answers = |word: &str| handlers.contains(&format!("{word}("));
            let uploads = method == "post" && handlers.contains("upload(");
            if (answers(method) || uploads) && !LEFT_OUT.contains(&path) {
                found.insert(path.to_owned());
            }
        }
    }
    found
}

/// The same with ids of one of each kind.
fn filled(things: &Things, path: &str) -> String {
    let known = path
        .replacen("/outbox/{id}", "/mails/{id}", 1)
        .replacen("/sharing/{id}", "/sharing-rules/{id}", 1)
        .replacen("{file}", "users.csv", 1);
    let address = things.address(&known);
    let below = address.trim_start_matches("/api/v1");
    below
        .replacen("/mails/", "/outbox/", 1)
        .replacen("/sharing-rules/", "/sharing/", 1)
}

/// The status; where it leads on, where to.
fn said(answer: &Answer) -> String {
    if answer.status == StatusCode::SEE_OTHER {
        let to = answer.location();
        let kind = if to.starts_with("/sign-in") {
            "sign-in"
        } else {
            "on"
        };
        return format!("303 {kind}");
    }
    answer.status.as_u16().to_string()
}

on_both! {
    async fn ab081_ab082_every_page_says_who_may_see_it(db: &TestDb) {
        let mut acme = db.tenant().team_seats(1).user("anna").user("boris").admin("cem").team_user("tina").leads("boris", 1).build().await;
        let things = Things::make(db, &mut acme, "boris").await;
        let other = db.tenant().named("Other").owner("eve").build().await;
        let mut people = Vec::new();
        for name in ["anna", "tina", "cem", "owner"] {
            people.push(signed_in(db, &acme, name).await);
        }
        let (mut nobody, mut stranger) = (Browser::new(&router(db)), signed_in(db, &other, "eve").await);
        let mut table = format!("{:<36}{:<13}{:<13}{:<9}{:<9}{:<9}{}\n", "page", "nobody", "stranger", "sales", "team", "admin", "owner");
        for path in routes("get") {
            let address = format!("/a/{}{}", acme.slug, filled(&things, &path));
            let nobodys = nobody.get(&address).await;
            let strangers = stranger.get(&address).await;
            for answer in [&nobodys, &strangers] {
                assert!(answer.status != StatusCode::OK, "{path}: {}", answer.text());
                assert!(!answer.text().contains("boris"), "{path} hints at somebody");
            }
            write!(table, "{path:<36}{:<13}{:<13}", said(&nobodys), said(&strangers)).expect("a text grows");
            for browser in &mut people {
                write!(table, "{:<9}", said(&browser.get(&address).await)).expect("a text grows");
            }
            table = table.trim_end().to_owned() + "\n";
        }
        insta::assert_snapshot!("who-sees-which-page", table);
    }

    async fn ab081_ab082_no_form_takes_anything_from_those_who_may_not(db: &TestDb) {
        let mut acme = db.tenant().user("boris").leads("boris", 1).build().await;
        let things = Things::make(db, &mut acme, "boris").await;
        let other = db.tenant().named("Other").owner("eve").build().await;
        let (mut nobody, mut stranger) = (Browser::new(&router(db)), signed_in(db, &other, "eve").await);
        let lines = acme.audit().await.len();
        let forms = routes("post");
        assert!(forms.len() > 40, "{forms:?}");
        for path in forms {
            let address = format!("/a/{}{}", acme.slug, filled(&things, &path));
            for browser in [&mut nobody, &mut stranger] {
                let answer = browser.post(&address, &[("reason", "mine"), ("confirmed", "yes")]).await;
                let refused = said(&answer) == "303 sign-in" || matches!(answer.status.as_u16(), 401 | 403 | 404 | 415);
                assert!(refused, "{path}: {} {}", answer.status, answer.text());
            }
        }
        assert_eq!(acme.audit().await.len(), lines, "nothing was done");
    }
}
