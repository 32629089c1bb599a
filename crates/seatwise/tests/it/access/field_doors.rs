//! What else rules of fields do: several roles together, forms, stages, files of others, and the explanation.

use axum::http::StatusCode;
use seatwise_domain::imports::{self, Reason};
use seatwise_domain::records;
use seatwise_domain::roles::{self, NewRole};
use seatwise_domain::statistics::{self, Filter};
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::clerk::{OWN, Stage, at, checked, sample};
use crate::api::kit::json_of;
use crate::roles::{give, said};
use crate::ui::words;

on_both! {
    async fn p52_roles_and_sets_together_show_what_one_of_them_shows(db: &TestDb) {
        let stage = Stage::new(db).await;
        stage.say(db, "value", "hidden").await;
        let owner = stage.acme.as_owner().await;
        let value = async || at(&json_of(&stage.clerk.get(&stage.path()).await, StatusCode::OK), "value").clone();
        assert!(value().await.is_null());
        for (name, set, access) in [("Reader", false, "read"), ("Lifter", true, "edit")] {
            let new = NewRole { name: name.to_owned(), set, words: said(&[("leads.view", "all")], &[("value", access)]), ..NewRole::default() };
            let role = roles::create(db, &owner, &new).await.unwrap();
            give(db, &stage.acme, "anna", &role).await;
            assert_eq!(value().await, 471_137);
            let change = stage.clerk.patch(&stage.path(), &json!({ "value": 100 })).await;
            let expected = if set { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(change.status, expected, "{name}: {}", change.text());
        }
    }

    async fn k2_the_form_shows_what_may_only_be_read_and_offers_nothing_hidden(db: &TestDb) {
        let mut stage = Stage::new(db).await;
        let form = format!("/a/{}/leads/{}/edit", stage.acme.slug, stage.lead);
        let sent = [("title", "Acme"), ("stage", "won"), ("contact_name", "Other")];
        stage.say(db, "value", "read").await;
        let html = stage.browser.get(&form).await.text();
        assert!(html.contains("name=\"value\" type=\"text\" value=\"4711.37\"") && html.contains(" disabled"), "{html}");
        assert!(words(&html).contains("Only to read, by the role Clerk."), "{}", words(&html));
        let answer = stage.browser.post(&form, &sent).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        let real = stage.real().await;
        assert_eq!((at(&real, "value"), at(&real, "contact_name")), (&json!(471_137), &json!("Other")));
        // Another field is wrong: the value still stands in the form.
        let answer = stage.browser.post(&form, &[("title", ""), ("stage", "won")]).await;
        assert!(answer.text().contains("value=\"4711.37\""), "{}", answer.text());
        let forged = stage.browser.post(&form, &[("title", "Acme"), ("stage", "won"), ("value", "5")]).await;
        assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = words(&forged.text());
        assert!(text.contains("lets you only read the field “value”") && text.contains("The role “Clerk”"), "{text}");

        stage.say(db, "value", "hidden").await;
        let html = stage.browser.get(&form).await.text();
        assert!(!html.contains("name=\"value\""), "{html}");
        let answer = stage.browser.post(&form, &sent).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
        assert_eq!(at(&stage.real().await, "value"), 471_137);
        let new = format!("/a/{}/leads/new", stage.acme.slug);
        assert!(!stage.browser.get(&new).await.text().contains("name=\"value\""));
        let table = format!("/a/{}/leads?view=table", stage.acme.slug);
        let text = words(&stage.browser.get(&table).await.text());
        assert!(!text.contains(" Value "), "no column for it: {text}");
    }

    async fn k2_a_lead_moves_on_the_board_whatever_is_locked(db: &TestDb) {
        let mut stage = Stage::new(db).await;
        for access in ["read", "hidden"] {
            stage.say(db, "closed_on", access).await;
            let move_to = format!("/a/{}/leads/{}/stage", stage.acme.slug, stage.lead);
            for (key, closed) in [("engaging", false), ("won", true)] {
                let answer = stage.browser.post(&move_to, &[("stage", key)]).await;
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", words(&answer.text()));
                let real = stage.real().await;
                assert_eq!((real["stage"].as_str(), !real["closed_on"].is_null()), (Some(key), closed));
            }
            // A program that sends back the null it was shown closes the lead with its day all the same.
            stage.clerk.patch(&stage.path(), &json!({ "stage": "engaging" })).await;
            let closed = stage.clerk.patch(&stage.path(), &json!({ "stage": "lost", "closed_on": null })).await;
            assert_eq!(closed.status, StatusCode::OK, "{}", closed.text());
            assert!(!stage.real().await["closed_on"].is_null());
        }
    }

    async fn p52_history_says_that_something_hidden_changed_and_not_what(db: &TestDb) {
        let stage = Stage::new(db).await;
        stage.say(db, "value", "hidden").await;
        stage.owner.patch(&stage.path(), &json!({ "value": 1_234 })).await;
        let history = json_of(&stage.clerk.get(&format!("{}/history", stage.path())).await, StatusCode::OK);
        let line = &history["items"][0];
        assert_eq!((&line["changes"], &line["more_changed"]), (&json!([]), &json!(true)), "{line}");
        let log = json_of(&stage.clerk.get("/api/v1/audit?kind=lead.edited").await, StatusCode::OK);
        assert_eq!(log["items"][0]["more_changed"], true, "{log}");
        let full = json_of(&stage.owner.get(&format!("{}/history", stage.path())).await, StatusCode::OK);
        let line = &full["items"][0];
        assert_eq!((&line["changes"][0]["after"], &line["more_changed"]), (&json!(1_234), &json!(false)));
    }

    async fn p52_figures_without_values_are_not_sorted_by_them(db: &TestDb) {
        let stage = Stage::new(db).await;
        stage.say(db, "value", "hidden").await;
        let anna = stage.acme.as_user("anna").await;
        let mut tx = db.read().await.unwrap();
        let found = statistics::figures(&mut tx, &anna.records().unwrap(), &Filter::default()).await.unwrap();
        assert!(found.total.value.is_none() && found.people.iter().all(|line| line.now.value.is_none()));
        assert!(found.months.iter().all(|month| month.now.value.is_none() && month.year_before.value.is_none()));
        drop(tx);
        stage.say(db, "opened_on", "hidden").await;
        let path = "/api/v1/statistics";
        let figures = json_of(&stage.clerk.get(path).await, StatusCode::OK);
        assert_eq!((&figures["total"]["won_value"], &figures["total"]["days_to_close"]), (&json!(471_137), &json!(null)), "{figures}");
    }

    async fn p52_a_file_of_somebody_else_is_not_a_way_round(db: &TestDb) {
        let stage = Stage::new(db).await;
        let owner = stage.acme.as_owner().await;
        let columns = ["title", "external_id", "value"];
        let import = checked(db, &owner, &columns, &[vec!["Acme", "SECRET-77", "31415.92"]]).await;
        for (access, told) in [("read", true), ("hidden", false)] {
            stage.say(db, "value", access).await;
            let anna = stage.acme.as_user("anna").await;
            let mut tx = db.read().await.unwrap();
            let rows = imports::rows(&mut tx, &anna.scope().unwrap(), import.id, &[], 0, 10).await.unwrap();
            let cells = rows[0].cells.join(" ");
            let found = imports::find(&mut tx, &anna.scope().unwrap(), import.id).await.unwrap().unwrap();
            let samples: Vec<String> = found.shape.columns.into_iter().flat_map(|column| column.samples).collect();
            drop(tx);
            assert_eq!((cells.contains("31415"), samples.concat().contains("31415")), (told, told), "{access}");
            let again = imports::check(db, &anna, import.id).await.unwrap();
            assert_eq!(again.totals.because(if told { Reason::FieldReadOnly } else { Reason::FieldHidden }), 1);
            let path = format!("/api/v1/imports/{}/rows", import.id);
            assert_eq!(stage.clerk.get(&path).await.text().contains("31415"), told, "{access}");
        }
    }

    async fn p52_no_verdict_tells_which_hidden_external_ids_exist(db: &TestDb) {
        let stage = Stage::new(db).await;
        stage.say(db, "external_id", "hidden").await;
        let anna = stage.acme.as_user("anna").await;
        let rows = [vec!["Known", "SECRET-77"], vec!["New", "N-9"], vec!["Twice", "N-9"]];
        let import = checked(db, &anna, &["title", "external_id"], &rows).await;
        for update in [true, false] {
            let options = imports::Options { update, ..import.options.clone() };
            imports::map(db, &anna, import.id, &import.mapping, &options).await.unwrap();
            let told = imports::check(db, &anna, import.id).await.unwrap();
            assert_eq!(told.totals.because(Reason::FieldHidden), 3, "update: {update}, {:?}", told.totals);
        }
    }

    async fn p52_the_explanation_names_field_role_and_the_way_out(db: &TestDb) {
        let stage = Stage::new(db).await;
        let owner = stage.acme.as_owner().await;
        let new = NewRole { name: "Values".to_owned(), set: true, words: said(&[], &[("value", "read")]), ..NewRole::default() };
        roles::create(db, &owner, &new).await.unwrap();
        stage.say(db, "value", "hidden").await;
        let path = format!("/api/v1/users/{}/access?lead={}", stage.acme.id_of("anna"), stage.lead);
        for program in [&stage.owner, &stage.clerk] {
            let answer = json_of(&program.get(&path).await, StatusCode::OK);
            let field = &answer["fields"][0];
            assert_eq!((field["field"].as_str(), field["access"].as_str()), (Some("value"), Some("hidden")), "{answer}");
            assert_eq!(field["roles"][0]["name"], "Clerk");
            let names: Vec<&str> = field["remedies"].as_array().unwrap().iter().filter_map(|one| one["name"].as_str()).collect();
            assert_eq!(names, ["Values"], "{answer}");
            assert_eq!(field["remedies"][0]["change"], "give-role");
        }
        stage.say(db, OWN, "read").await;
        let answer = json_of(&stage.owner.get(&path).await, StatusCode::OK);
        assert_eq!((&answer["fields"][0]["field"], &answer["fields"][0]["access"]), (&json!(OWN), &json!("read")));
        stage.say(db, "value", "hidden").await;
        let mut browser = crate::ui::signed_in(db, &stage.acme, "owner").await;
        let page = format!("/a/{}/roles/check?user={}&permission=leads.view&lead={}", stage.acme.slug, stage.acme.id_of("anna"), stage.lead);
        let text = words(&browser.get(&page).await.text());
        assert!(text.contains("Value: Hidden So says the role Clerk"), "{text}");
        assert!(text.contains("Give the permission set “Values”"), "{text}");
        let me = json_of(&stage.clerk.get("/api/v1/me").await, StatusCode::OK);
        assert_eq!(me["lead_fields"], json!({ "value": "hidden" }));
    }

    async fn p52_leads_around_other_acts_are_masked_too(db: &TestDb) {
        let stage = Stage::new(db).await;
        stage.say(db, "value", "hidden").await;
        let anna = stage.acme.as_user("anna").await;
        let mut tx = db.read().await.unwrap();
        let counts = records::of_user(&mut tx, &anna.records::<seatwise_domain::authz::ViewRecords>().unwrap(), stage.acme.id_of("anna")).await.unwrap();
        assert!(counts.iter().all(|line| line.sum.is_none()));
        drop(tx);
        let made = stage.clerk.post("/api/v1/leads", &json!({ "title": "New" })).await;
        assert!(made.json()["value"].is_null());
        let edited = stage.clerk.patch(&stage.path(), &json!({ "title": "Acme 2" })).await;
        assert!(!edited.text().contains("471137"), "{}", edited.text());
        assert_eq!(sample("value").cell, "4711.37");
    }
}
