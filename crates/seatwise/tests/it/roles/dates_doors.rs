//! Roles between two dates, through the doors: the page of a person, the page of a role, and REST.

use axum::http::StatusCode;
use seatwise_domain::authz::Key;
use seatwise_domain::roles::{self, Give};
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::{role, set, to};
use crate::api::kit::{json_of, program};
use crate::ui::{signed_in, words};

on_both! {
    async fn p55_a_page_gives_from_a_day_on_and_marks_what_is_to_come(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let user = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        let form = owner.get(&user).await.text();
        assert!(form.contains("type=\"date\"") && form.contains("name=\"from\"") && form.contains("name=\"until\""), "{form}");
        let day = |days| db.now().plus_days(days).date_in(&jiff::tz::TimeZone::UTC).to_string();
        let (first, last) = (day(3), day(5));
        let fields = [("role", extra.key.as_str()), ("from", first.as_str()), ("until", last.as_str()), ("reason", "Holiday")];
        let asked = owner.post(&format!("{user}/roles"), &fields).await.text();
        let text = words(&asked);
        assert!(text.contains("the day on which it begins") && text.contains("anna Export leads"), "{text}");
        assert!(asked.contains(&format!("name=\"from\" value=\"{first}\"")), "{asked}");
        let sure = [fields.as_slice(), &[("confirmed", "yes")]].concat();
        assert_eq!(owner.post(&format!("{user}/roles"), &sure).await.location(), user);
        assert!(!acme.as_user("anna").await.can(Key::ExportRecords));
        let text = words(&owner.get(&user).await.text());
        assert!(text.contains("Extra From ") && text.contains("Not yet in force") && text.contains("Sales By default"), "{text}");
        let of_role = format!("/a/{}/roles/{}", acme.slug, extra.key);
        let text = words(&owner.get(&of_role).await.text());
        assert!(text.contains("0 users") && text.contains("Later anna From ") && text.contains("Not yet in force"), "{text}");
        let log = words(&owner.get(&format!("/a/{}/audit/{}", acme.slug, acme.audit().await[0].id)).await.text());
        assert!(log.contains("From ") && log.contains("Until "), "{log}");
        let access = format!("/a/{}/roles/check?user={}&permission=leads.export", acme.slug, acme.id_of("anna"));
        let why = words(&owner.get(&access).await.text());
        assert!(why.contains("Begins on "), "{why}");
        db.clock().advance(3 * 86_400);
        let mut owner = signed_in(db, &acme, "owner").await;
        let text = words(&owner.get(&user).await.text());
        assert!(text.contains("Extra From ") && !text.contains("Not yet in force"), "{text}");
        let text = words(&owner.get(&of_role).await.text());
        assert!(text.contains("1 user") && !text.contains("Later anna"), "{text}");
        let late = [("role", extra.key.as_str()), ("from", "2031-02-01"), ("until", "2031-01-01")];
        let refused = owner.post(&format!("{user}/roles"), &late).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&refused.text()).contains("The first day does not lie before the last."), "{}", words(&refused.text()));
        let german = words(&owner.clone().choosing("de").get(&user).await.text());
        assert!(german.contains("Extra Ab ") && german.contains("Erster Tag"), "{german}");
    }

    async fn p55_a_program_gives_between_two_dates_and_reads_them(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        let owner = program(db, &acme, "owner", true).await;
        let anna = format!("/api/v1/users/{}", acme.id_of("anna"));
        let (from, until) = (db.now().plus_days(1).to_string(), db.now().plus_days(2).to_string());
        let give = json!({ "role": extra.key.as_str(), "starts_at": from, "expires_at": until });
        let seen = json_of(&owner.post(&format!("{anna}/role-preview"), &give).await, StatusCode::OK);
        assert_eq!(seen["lines"][0]["gained"], json!(["leads.export"]), "{seen}");
        assert_eq!(json_of(&owner.post(&format!("{anna}/roles"), &give).await, StatusCode::OK), seen);
        let held = json_of(&owner.get(&format!("{anna}/roles")).await, StatusCode::OK);
        let one = &held["items"][1];
        assert_eq!((&one["name"], &one["starts_at"], &one["expires_at"], &one["in_force"]), (&json!("Extra"), &json!(from), &json!(until), &json!(false)));
        let sales = &held["items"][0];
        assert_eq!((&sales["key"], &sales["starts_at"], &sales["in_force"]), (&json!("sales"), &json!(null), &json!(true)));
        let list = json_of(&owner.get(&format!("/api/v1/users?role={}", extra.key)).await, StatusCode::OK);
        assert_eq!(list["total"], 0);
        let ask = format!("{anna}/access?permission=leads.export");
        let why = json_of(&owner.get(&ask).await, StatusCode::OK);
        let rules = why["rules"].as_array().unwrap();
        assert!(rules.iter().any(|rule| rule["starts_at"] == json!(from) && rule["name"] == "Extra"), "{why}");
        let back = json!({ "role": extra.key.as_str(), "starts_at": until, "expires_at": from });
        let refused = json_of(&owner.post(&format!("{anna}/roles"), &back).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((&refused["code"], &refused["errors"][0]["pointer"]), (&json!("role-begins-late"), &json!("/starts_at")));
        for wrong in [json!("tomorrow"), json!(5), json!(null)] {
            let body = json!({ "role": extra.key.as_str(), "starts_at": wrong });
            let refused = json_of(&owner.post(&format!("{anna}/roles"), &body).await, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(refused["errors"][0]["pointer"], json!("/starts_at"), "{refused}");
        }
    }

    async fn p55_the_check_of_a_move_says_which_role_begins_later(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let give = Give { starts_at: Some(db.now().plus_days(2)), ..to(&acme, "anna", &desk.key) };
        roles::give(db, &acme.as_owner().await, &give).await.unwrap();
        let mut owner = signed_in(db, &acme, "owner").await;
        let text = words(&owner.get(&format!("/a/{}/users/{}/move", acme.slug, acme.id_of("anna"))).await.text());
        assert!(text.contains("Desk · From "), "{text}");
    }
}
