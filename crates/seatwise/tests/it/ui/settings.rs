//! The settings of an account in the browser.

use axum::http::StatusCode;
use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::Visibility;
use seatwise_domain::tenants::{self, Account, PendingSelectable};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

async fn account(db: &TestDb, acme: &Tenant) -> Account {
    let mut tx = db.read().await.expect("a snapshot");
    let found = tenants::by_slug(&mut tx, &acme.slug).await;
    found.expect("the database answers").expect("an account")
}

on_both! {
    async fn the_settings_are_saved_as_chosen_with_one_line_in_the_log(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/settings", acme.slug);
        let html = browser.get(&page).await.text();
        assert!(html.contains("Send the activation mail at once") && html.contains("value=\"Europe/Kyiv\""), "{html}");
        let fields = [
            ("name", "Acme & Sons"), ("language", "de"), ("time_zone", "Europe/Kyiv"), ("leads", "own"),
            ("pending", "never"), ("hide", "on"), ("contacts", "on"),
        ];
        let answer = browser.post(&page, &fields).await;
        assert_eq!(answer.location(), page, "{}", words(&answer.text()));
        let after = account(db, &acme).await;
        assert_eq!((after.name.as_str(), after.language.as_str(), after.time_zone.as_str()), ("Acme & Sons", "de", "Europe/Kyiv"));
        assert_eq!((after.visibility, after.hide_inactive), (Visibility::Own, true));
        let settings = after.settings;
        assert_eq!(settings.pending_selectable, PendingSelectable::Never);
        assert_eq!((settings.user_may_be_contact, settings.mail_at_once), (true, false));
        let lines = acme.audit().await.into_iter().filter(|line| line.kind == EventKind::AccountEdited).count();
        assert_eq!(lines, 1);
    }

    async fn a_wrong_setting_changes_nothing_and_plain_users_are_kept_out(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let before = account(db, &acme).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/settings", acme.slug);
        for (name, zone) in [("", "Europe/Kyiv"), ("Acme", "Mars/Olympus_Mons")] {
            let fields = [("name", name), ("language", "de"), ("time_zone", zone), ("leads", "own")];
            let answer = browser.post(&page, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {zone}");
        }
        let mut anna = signed_in(db, &acme, "anna").await;
        assert_eq!(anna.get(&page).await.status, StatusCode::FORBIDDEN);
        assert_eq!(anna.post(&page, &[("name", "Mine")]).await.status, StatusCode::FORBIDDEN);
        let after = account(db, &acme).await;
        assert_eq!((after.name, after.time_zone, after.visibility), (before.name, before.time_zone, before.visibility));
    }
}
