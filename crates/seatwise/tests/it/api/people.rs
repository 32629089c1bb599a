//! A person's life over REST, held against the document at every step.

use axum::http::{Method, StatusCode};
use seatwise_domain::audit::EventKind;
use seatwise_testkit::http::{Answer, Program};
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::Api;
use serde_json::{Value as Json, json};

use super::kit::{PIXEL, Things, ask, fits_document, json_of, program};

async fn patch(program: &Program, path: &str, body: &Json) -> Answer {
    program.send(Method::PATCH, path, Some(body), &[]).await
}

on_both! {
    async fn every_answer_is_as_the_document_says(db: &TestDb) {
        let mut acme = db.tenant().user("anna").leads("anna", 2).build().await;
        let things = Things::make(db, &mut acme, "anna").await;
        let owner = program(db, &acme, "owner", true).await;
        let mut good = 0;
        for operation in &Api::get().operations {
            if operation.method == Method::GET {
                let answer = ask(&owner, operation, &things.address(operation.path)).await;
                // The person has no picture and is no program; nobody is offered the account; two ask for somebody else.
                let missing = matches!(operation.id, "getPicture" | "listServiceTokens")
                    || ["/ownership/offer", "/ownership/preview", "/users/{id}/access/compare"].contains(&operation.path);
                assert!(answer.status.is_success() || missing, "{operation:?}: {}", answer.text());
                fits_document(operation, &answer);
                good += 1;
            }
        }
        assert!(good > 25, "only {good} answers");
    }

    async fn j16_an_edit_changes_what_was_sent_and_null_empties(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}", acme.id_of("anna"));
        let edited = patch(&owner, &path, &json!({ "phone": "+49 30 1234", "job_title": "Sales" })).await;
        let person = json_of(&edited, StatusCode::OK);
        assert_eq!(person["phone"], "+49 30 1234");
        let edited = patch(&owner, &path, &json!({ "phone": null })).await;
        let person = json_of(&edited, StatusCode::OK);
        assert_eq!((&person["phone"], &person["job_title"]), (&Json::Null, &json!("Sales")));
        assert_eq!(person["changes"], json!([{ "field": "phone", "before": "+49 30 1234", "after": null }]));
        let stale = patch(&owner, &path, &json!({ "phone": "1", "seen": "2026-01-01T00:00:00Z" })).await;
        assert_eq!(json_of(&stale, StatusCode::CONFLICT)["code"], "changed-meanwhile");
        let null = patch(&owner, &path, &json!({ "name": null })).await;
        assert_eq!(null.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn n32_an_address_in_use_says_whose_it_is(db: &TestDb) {
        let acme = db.tenant().leaver("darcel").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let again = owner.post("/api/v1/users", &json!({ "email": acme.email_of("darcel").to_uppercase() })).await;
        let problem = json_of(&again, StatusCode::CONFLICT);
        assert_eq!(problem["code"], "email-of-deactivated");
        assert_eq!(problem["errors"][0]["pointer"], "/email");
        assert_eq!(problem["user"], acme.id_of("darcel").to_string());
    }

    async fn decision9_an_admin_adds_somebody_with_a_first_password(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let body = json!({ "email": "p@example.com", "name": "P", "password": PASSWORD, "change_password": false });
        let off = json_of(&owner.post("/api/v1/users", &body).await, StatusCode::CONFLICT);
        assert_eq!((&off["code"], &off["errors"][0]["pointer"]), (&json!("password-by-link"), &json!("/password")));
        let login = json_of(&owner.post("/api/v1/users", &json!({ "login": "ivo" })).await, StatusCode::CONFLICT);
        assert_eq!(login["code"], "email-needed", "without passwords only the link leads in");
        assert_eq!(acme.seats().await.used, 1);
        let on = json!({ "admin_sets_password": true });
        let account = owner.send(Method::PATCH, "/api/v1/account", Some(&on), &[]).await;
        assert_eq!(json_of(&account, StatusCode::OK)["admin_sets_password"], true);
        for weak in ["short", "password12345"] {
            let body = json!({ "email": "p@example.com", "password": weak });
            assert_eq!(owner.post("/api/v1/users", &body).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{weak}");
        }
        json_of(&owner.post("/api/v1/users", &body).await, StatusCode::CREATED);
        let sign_in = json!({ "email": "p@example.com", "password": PASSWORD });
        json_of(&owner.post("/api/v1/session", &sign_in).await, StatusCode::OK);
    }

    async fn decision9_the_first_sign_in_over_rest_asks_for_an_own_password(db: &TestDb) {
        let acme = db.tenant().build().await;
        acme.let_admins_choose_passwords().await;
        let owner = program(db, &acme, "owner", true).await;
        json_of(&owner.post("/api/v1/users", &json!({ "login": "ivo", "password": PASSWORD })).await, StatusCode::CREATED);
        let sign_in = json!({ "email": "ivo", "password": PASSWORD });
        let answer = owner.post("/api/v1/session", &sign_in).await;
        assert!(answer.headers.get("set-cookie").is_none(), "no session begins");
        let due = json_of(&answer, StatusCode::FORBIDDEN);
        assert_eq!(due["code"], "password-change-due");
        let own = json!({ "token": due["token"], "password": "quick-heron-maps-9-rivers" });
        json_of(&owner.post("/api/v1/password/reset", &own).await, StatusCode::OK);
        assert_eq!(owner.post("/api/v1/session", &sign_in).await.status, StatusCode::UNAUTHORIZED);
        let sign_in = json!({ "email": "ivo", "password": "quick-heron-maps-9-rivers" });
        json_of(&owner.post("/api/v1/session", &sign_in).await, StatusCode::OK);
        let line = acme.audit().await.into_iter().find(|line| line.kind == EventKind::UserCreated).unwrap();
        assert!(!serde_json::to_string(&line.changes).unwrap().contains(PASSWORD), "the log keeps no password");
        assert_eq!(line.detail["password_change"], true);
    }

    async fn decision6_the_account_says_what_a_new_user_is_asked_for(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let account = json_of(&owner.get("/api/v1/account").await, StatusCode::OK);
        assert_eq!((&account["user_form"]["gender"], &account["user_form"]["phone"]), (&json!("hidden"), &json!("optional")));
        let patch = async |form: Json| owner.send(Method::PATCH, "/api/v1/account", Some(&json!({ "user_form": form })), &[]).await;
        let after = json_of(&patch(json!({ "phone": "required", "job_title": "hidden" })).await, StatusCode::OK);
        assert_eq!((&after["user_form"]["phone"], &after["user_form"]["login"]), (&json!("required"), &json!("optional")));
        for (body, code) in [
            (json!({ "email": "p@example.com" }), "phone-needed"),
            (json!({ "email": "p@example.com", "phone": "1", "job_title": "Sales" }), "field-not-asked"),
            (json!({ "email": "p@example.com", "phone": "1", "gender": "x" }), "field-not-asked"),
        ] {
            let refused = json_of(&owner.post("/api/v1/users", &body).await, StatusCode::CONFLICT);
            assert_eq!(refused["code"], code, "{body}");
        }
        let invited = owner.post("/api/v1/invitations", &json!({ "email": "p@example.com" })).await;
        assert_eq!(json_of(&invited, StatusCode::CONFLICT)["code"], "phone-needed");
        assert_eq!(acme.seats().await.used, 1);
        json_of(&owner.post("/api/v1/users", &json!({ "email": "p@example.com", "phone": "1" })).await, StatusCode::CREATED);
        for form in [json!({ "email": "hidden" }), json!({ "email": "hidden", "login": "hidden" })] {
            let refused = json_of(&patch(form).await, StatusCode::CONFLICT);
            assert_eq!(refused["code"], "user-form-no-way-in");
        }
    }

    async fn a_picture_goes_in_as_any_and_comes_out_as_jpeg(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let anna = program(db, &acme, "anna", true).await;
        let path = format!("/api/v1/users/{}/picture", acme.id_of("anna"));
        let set = anna.send_bytes(Method::PUT, &path, "image/png", PIXEL.to_vec()).await;
        json_of(&set, StatusCode::OK);
        let shown = anna.get(&path).await;
        assert_eq!((shown.status, shown.header("content-type")), (StatusCode::OK, "image/jpeg"));
        let svg = anna.send_bytes(Method::PUT, &path, "image/png", b"<svg onload='x'/>".to_vec()).await;
        assert_eq!(json_of(&svg, StatusCode::UNPROCESSABLE_ENTITY)["code"], "picture-invalid");
        let other = format!("/api/v1/users/{}/picture", acme.id_of("owner"));
        let refused = anna.send_bytes(Method::PUT, &other, "image/png", PIXEL.to_vec()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(anna.send(Method::DELETE, &path, None, &[]).await.status, StatusCode::NO_CONTENT);
        assert_eq!(anna.get(&path).await.status, StatusCode::NOT_FOUND);
    }

    async fn n40_a_leaver_offers_exactly_three_choices(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 3).leads_in("anna", "won", 2).build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}", acme.id_of("anna"));
        let preview = json_of(&owner.get(&format!("{path}/deactivation-preview")).await, StatusCode::OK);
        assert_eq!((&preview["moves"], &preview["stays"]), (&3.into(), &2.into()));
        let found = owner.get(&format!("{path}/deactivation-preview?search=BORIS")).await;
        let found = json_of(&found, StatusCode::OK);
        assert_eq!(found["receivers"].as_array().map(Vec::len), Some(1), "{found}");
        let moved = json!({ "records": "unassign", "expected": 2 });
        let moved = owner.post(&format!("{path}/deactivate"), &moved).await;
        assert_eq!(json_of(&moved, StatusCode::CONFLICT)["code"], "changed-meanwhile");
        let wrong = owner.post(&format!("{path}/deactivate"), &json!({ "records": "delete" })).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let nobody = owner.post(&format!("{path}/deactivate"), &json!({ "records": "reassign" })).await;
        assert_eq!(json_of(&nobody, StatusCode::UNPROCESSABLE_ENTITY)["code"], "heir-needed");
        let body = json!({ "records": "reassign", "to": acme.id_of("boris").to_string(), "reason": "leaves", "expected": 3 });
        let done = json_of(&owner.post(&format!("{path}/deactivate"), &body).await, StatusCode::OK);
        assert_eq!(done["user"]["status"], "deactivated");
        assert_eq!((&done["hand_over"]["moved"], &done["hand_over"]["undoable"]), (&3.into(), &"yes".into()));
        let undo = format!("/api/v1/hand-overs/{}/undo", done["hand_over"]["id"].as_str().unwrap());
        let resume = undo.replace("/undo", "/resume");
        let on = json_of(&owner.post(&resume, &json!({})).await, StatusCode::OK);
        assert_eq!(on["state"], "done", "there is nothing to go on with");
        let undone = json_of(&owner.post(&undo, &json!({})).await, StatusCode::OK);
        assert_eq!(undone["moved"], 3);
        let again = owner.post(&undo, &json!({})).await;
        assert_eq!(json_of(&again, StatusCode::CONFLICT)["code"], "already-undone");
        let back = json_of(&owner.post(&format!("{path}/reactivate"), &json!({})).await, StatusCode::OK);
        assert_eq!(back["status"], "active");
    }

    async fn j7_a_dry_run_shows_old_and_new_and_writes_nothing(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}", acme.id_of("anna"));
        let lines = acme.audit().await.len();
        let body = json!({ "name": "Anna Neu", "level": "admin" });
        let tried = patch(&owner, &format!("{path}?dry_run=true"), &body).await;
        let tried = json_of(&tried, StatusCode::OK);
        let changes = json!([
            { "field": "name", "before": "anna", "after": "Anna Neu" },
            { "field": "level", "before": "user", "after": "admin" },
        ]);
        assert_eq!((&tried["changes"], &tried["dry_run"]), (&changes, &json!(true)));
        assert_eq!(acme.person("anna").await.name, "anna");
        assert_eq!(acme.audit().await.len(), lines);
        let done = json_of(&patch(&owner, &path, &body).await, StatusCode::OK);
        assert_eq!((&done["changes"], &done["dry_run"]), (&changes, &json!(false)));
        let stale = json!({ "name": "Old", "seen": "2026-01-01T00:00:00Z" });
        let refused = patch(&owner, &format!("{path}?dry_run=true"), &stale).await;
        assert_eq!(json_of(&refused, StatusCode::CONFLICT)["code"], "changed-meanwhile");
    }

    async fn j4_a_program_asks_what_a_person_may_do(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}/permissions", acme.id_of("anna"));
        let table = json_of(&owner.get(&path).await, StatusCode::OK);
        let line = |key: &str| table["items"].as_array().and_then(|items| items.iter().find(|line| line["key"] == key)).cloned();
        assert_eq!(line("leads.edit"), Some(json!({ "key": "leads.edit", "allowed": true, "because": "level", "extents": [], "people": null })));
        assert_eq!(line("users.invite"), Some(json!({ "key": "users.invite", "allowed": false, "because": "level", "extents": [], "people": null })));
        let anna = program(db, &acme, "anna", false).await;
        assert_eq!(json_of(&anna.get(&path).await, StatusCode::OK), table);
        let boris = program(db, &acme, "boris", true).await;
        assert_eq!(boris.get(&path).await.status, StatusCode::FORBIDDEN);
    }

    async fn p71_a_program_finds_links_that_expired(db: &TestDb) {
        let mut acme = db.tenant().pending("olena").build().await;
        db.clock().advance(8 * 86_400);
        acme.invite("boris").await;
        let owner = program(db, &acme, "owner", true).await;
        let list = json_of(&owner.get("/api/v1/users?link_expired=true").await, StatusCode::OK);
        assert_eq!((list["items"].as_array().map(Vec::len), &list["items"][0]["name"]), (Some(1), &json!("olena")));
        for (name, expired) in [("olena", true), ("boris", false)] {
            let person = json_of(&owner.get(&format!("/api/v1/users/{}", acme.id_of(name))).await, StatusCode::OK);
            assert_eq!(person["link_expired"], expired, "{name}");
            assert!(person["link_expires_at"].is_string());
        }
    }

    async fn a_program_ends_the_sessions_of_somebody(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        acme.sign_in("anna").await.unwrap();
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{}/sessions?reason=Lost%20phone", acme.id_of("anna"));
        let ended = json_of(&owner.send(Method::DELETE, &path, None, &[]).await, StatusCode::OK);
        assert!(ended["sessions_ended"].as_u64() >= Some(1), "{ended}");
        let again = json_of(&owner.send(Method::DELETE, &path, None, &[]).await, StatusCode::OK);
        assert_eq!(again["sessions_ended"], 0);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("Lost phone"));
    }

    async fn a_mail_is_read_by_who_may_write_and_its_link_by_nobody_else(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        let mail = acme.mails_to("olena").await.remove(0);
        let path = format!("/api/v1/mails/{}", mail.id);
        let token = mail.mail.token().expect("a link").to_owned();
        let owner = program(db, &acme, "owner", true).await;
        let read = json_of(&owner.get(&path).await, StatusCode::OK);
        assert!(read["text"].as_str().is_some_and(|text| text.contains(&token)), "{read}");
        assert!(read["subject"].is_string());
        let reader = program(db, &acme, "owner", false).await;
        let bare = json_of(&reader.get(&path).await, StatusCode::OK);
        assert_eq!(bare["text"], Json::Null);
        assert!(!bare.to_string().contains(&token));
    }
}
