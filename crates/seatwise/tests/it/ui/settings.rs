//! The settings of an account in the browser.

use axum::http::StatusCode;
use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::Visibility;
use seatwise_domain::tenants::{self, Account, Ask, PendingSelectable, UserField};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

async fn account(db: &TestDb, acme: &Tenant) -> Account {
    let mut tx = db.read().await.expect("a snapshot");
    let found = tenants::by_slug(&mut tx, &acme.slug).await;
    found.expect("the database answers").expect("an account")
}

on_both! {
    async fn decision6_what_a_new_user_is_asked_for_is_chosen_on_the_page(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/settings", acme.slug);
        let html = browser.get(&page).await.text();
        let chosen = |html: &str, name: &str| {
            let select = html.split(&format!("name=\"{name}\"")).nth(1).and_then(|rest| rest.split("</select>").next());
            let select = select.unwrap_or_else(|| panic!("{name} in {html}")).to_owned();
            let option = select.split("<option ").find(|option| option.contains(" selected"));
            option.and_then(|option| option.split('"').nth(1)).unwrap_or_default().to_owned()
        };
        assert_eq!((chosen(&html, "ask_gender"), chosen(&html, "ask_email")), ("hidden".to_owned(), "optional".to_owned()));
        let all = [("name", "Acme"), ("language", "en"), ("time_zone", "Europe/Kyiv"), ("leads", "all"), ("pending", "never"), ("contacts", "on"), ("mail", "on")];
        let with = |more: &[(&'static str, &'static str)]| [all.as_slice(), more].concat();
        let saved = browser.post(&page, &with(&[("ask_email", "required"), ("ask_gender", "optional"), ("ask_team", "hidden"), ("passwords", "on")])).await;
        assert_eq!(saved.location(), page, "{}", words(&saved.text()));
        let settings = account(db, &acme).await.settings;
        let asks = UserField::ALL.map(|field| settings.user_form.asks(field));
        assert_eq!(asks, [Ask::Required, Ask::Optional, Ask::Optional, Ask::Optional, Ask::Optional, Ask::Optional, Ask::Hidden]);
        assert!(settings.admin_sets_password);
        let html = browser.get(&page).await.text();
        assert_eq!((chosen(&html, "ask_team"), chosen(&html, "ask_email")), ("hidden".to_owned(), "required".to_owned()));
        let log = words(&browser.get(&format!("/a/{}/audit/{}", acme.slug, acme.audit().await[0].id)).await.text());
        assert!(log.contains("E-mail: Required") && log.contains("Team: Not asked"), "{log}");
        let refused = browser.post(&page, &with(&[("ask_email", "hidden"), ("ask_login", "hidden")])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&refused.text()).contains("Nobody could be added any more."), "{}", words(&refused.text()));
        assert_eq!(account(db, &acme).await.settings, settings);
    }

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
