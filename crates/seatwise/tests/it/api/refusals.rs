//! What is refused, and how it is said: RFC 9457 in the reader's language, with the place of each fault.

use axum::http::{Method, StatusCode};
use seatwise_domain::authn::{NewToken, create_token};
use seatwise_domain::problem;
use seatwise_testkit::app::{PUBLIC_URL, router};
use seatwise_testkit::http::Browser;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::api::{Api, Input};
use serde_json::json;

use super::kit::{Things, json_of, nobody, program, send_file};

on_both! {
    async fn ab088_an_unknown_field_is_refused_everywhere(db: &TestDb) {
        let mut acme = db.tenant().user("anna").build().await;
        let things = Things::make(db, &mut acme, "anna").await;
        let owner = program(db, &acme, "owner", true).await;
        for operation in &Api::get().operations {
            let Input::Json(_) = operation.input else { continue };
            let mut body = operation.example.clone().expect("an example");
            body["is_admin"] = true.into();
            let address = things.address(operation.path);
            let answer = owner.send(operation.method.clone(), &address, Some(&body), &[]).await;
            let problem = json_of(&answer, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(problem["errors"][0]["pointer"], "/is_admin", "{operation:?}: {problem}");
            assert_eq!(problem["errors"][0]["code"], "field-unknown");
        }
    }

    async fn a_refusal_points_at_the_field_as_the_call_names_it(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let (olena, nothing) = (acme.id_of("olena").to_string(), "pos_00000000000000000000000000");
        let calls = [
            ("/api/v1/leads", json!({ "title": "Roof", "owner_id": olena }), "heir-pending", "/owner_id"),
            ("/api/v1/positions", json!({ "name": "Head", "parent_id": nothing }), "position-unknown", "/parent_id"),
            ("/api/v1/users", json!({ "email": "n@acme.example", "position_id": nothing }), "position-unknown", "/position_id"),
        ];
        for (address, body, code, pointer) in calls {
            let problem = json_of(&owner.post(address, &body).await, StatusCode::CONFLICT);
            assert_eq!((&problem["code"], &problem["errors"][0]["pointer"]), (&json!(code), &json!(pointer)), "{problem}");
        }
    }

    async fn an_undeclared_method_is_told_which_ones_there_are(db: &TestDb) {
        let mut acme = db.tenant().user("anna").build().await;
        let things = Things::make(db, &mut acme, "anna").await;
        let nobody = nobody(&router(db));
        let query = Method::from_bytes(b"QUERY").unwrap();
        let all = [
            Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS, Method::TRACE, query,
        ];
        for operation in &Api::get().operations {
            let declared: Vec<&Method> = Api::get()
                .operations
                .iter()
                .filter(|other| other.path == operation.path)
                .map(|other| &other.method)
                .collect();
            let mut names: Vec<&str> = declared.iter().map(|method| method.as_str()).collect();
            if names.contains(&"GET") {
                names.push("HEAD");
            }
            names.sort_unstable();
            for method in all.iter().filter(|method| !declared.contains(method)) {
                let answer = nobody.send(method.clone(), &things.address(operation.path), None, &[]).await;
                assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {operation:?}");
                assert_eq!(answer.header("allow"), names.join(", "), "{method} {operation:?}");
            }
        }
    }

    async fn every_refusal_is_a_problem_in_the_language_that_was_asked_for(db: &TestDb) {
        let nobody = nobody(&router(db));
        let mut titles = Vec::new();
        for language in ["en", "de", "ru", "uk", "zh"] {
            let headers = [("accept-language", language)];
            let answer = nobody.send(Method::GET, "/api/v1/me", None, &headers).await;
            assert_eq!(answer.header("content-type"), "application/problem+json");
            assert!(answer.header("content-language").starts_with(language));
            let problem = json_of(&answer, StatusCode::UNAUTHORIZED);
            assert_eq!(problem["type"], format!("{PUBLIC_URL}/problems/sign-in-needed"));
            assert_eq!(problem["status"], 401);
            assert_eq!(problem["instance"], format!("urn:uuid:{}", answer.header("x-request-id")));
            titles.push(problem["title"].to_string());
        }
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 5, "{titles:?}");
    }

    async fn an_unknown_address_is_a_problem_too(db: &TestDb) {
        let nobody = nobody(&router(db));
        for path in ["/api/v1/no-such-thing", "/api/v2/users", "/api/v1/users/%00/x", "/api/v1/"] {
            let answer = nobody.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        }
    }

    async fn bodies_that_are_none_are_refused_without_a_fault_of_ours(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let send = |kind: &'static str, body: &'static [u8]| owner.send_bytes(Method::POST, "/api/v1/users", kind, body.to_vec());
        for body in [b"{".as_slice(), b"\xff\xfe", b"", b"{\"email\": \"\\ud800\"}"] {
            assert_eq!(send("application/json", body).await.status, StatusCode::BAD_REQUEST, "{body:?}");
        }
        assert_eq!(send("application/json", b"[[]]").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
            let answer = send(kind, b"{}").await;
            assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
        }
        let long = format!("{{\"name\": \"{}\"}}", "x".repeat(1_100_000));
        let answer = owner.send_bytes(Method::POST, "/api/v1/users", "application/json", long.into_bytes()).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    }

    async fn the_limits_of_the_document_are_the_limits(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = program(db, &acme, "owner", true).await;
        let longest = "x".repeat(200);
        let made = owner.post("/api/v1/teams", &json!({ "name": longest })).await;
        json_of(&made, StatusCode::CREATED);
        let made = owner.post("/api/v1/teams", &json!({ "name": format!("{longest}y") })).await;
        let problem = json_of(&made, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(problem["errors"][0]["code"], "field-too-long");
        assert_eq!(problem["errors"][0]["detail"], "Take at most 200 characters.");
        let seats = |bought: serde_json::Value| {
            let body = json!({ "kind": "regular", "bought": bought });
            let owner = &owner;
            async move { owner.send(Method::PUT, "/api/v1/licences", Some(&body), &[]).await.status }
        };
        // JSON knows no whole numbers: 20.0 is 20 (AB-114 refuses the rest).
        assert_eq!(seats(json!(20.0)).await, StatusCode::OK);
        for wrong in [json!(-1), json!(20.5), json!(1e18), json!("20"), json!(200_001)] {
            assert_eq!(seats(wrong.clone()).await, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        for query in ["limit=0", "limit=201", "limit=x", "limit=99999999999999999999", "sort=';select", "nonsense=1", "status=x"] {
            let answer = owner.get(&format!("/api/v1/users?{query}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        }
        assert_eq!(owner.get("/api/v1/users?cursor=abc").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_file_that_is_no_table_is_refused_with_its_reason_as_a_word_and_in_words(db: &TestDb) {
        let acme = db.tenant().build().await;
        let token = NewToken { name: "test".to_owned(), may_write: true, days: None };
        let (_, secret) = create_token(db, &acme.as_owner().await, &token).await.unwrap();
        let old_xls = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0];
        let noise: Vec<u8> = (0..2_000_u32).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
        let mut told = Vec::new();
        for (bytes, reason, words) in [
            (b"%PDF-1.7\n1 0 obj".as_slice(), "not-a-table", "a PDF"),
            (b"", "empty", "The file is empty."),
            (noise.as_slice(), "not-a-table", "something that is no text"),
            (old_xls.as_slice(), "old-xls", "Excel 97 to 2003"),
            (b"name,email\n\"Anna,a@b.example\n", "unclosed-quote", "row 2"),
        ] {
            let answer = send_file(&router(db), &secret.shown, "users", "people.xlsx", bytes).await;
            let problem = json_of(&answer, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!((&problem["code"], &problem["reason"]), (&json!("file-unreadable"), &json!(reason)), "{problem}");
            let detail = problem["detail"].as_str().unwrap_or_default();
            assert!(detail.contains(words), "{problem}");
            told.push(detail.to_owned());
        }
        told.dedup();
        assert_eq!(told.len(), 5, "{told:?}");
    }

    async fn every_code_has_a_page_that_explains_it(db: &TestDb) {
        let router = router(db);
        let mut browser = Browser::new(&router).speaking("de");
        for kind in problem::ALL {
            let answer = browser.get(&format!("/problems/{}", kind.code)).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", kind.code);
            assert!(answer.text().contains(kind.code));
        }
        assert_eq!(browser.get("/problems").await.status, StatusCode::OK);
        assert_eq!(browser.get("/problems/no-such").await.status, StatusCode::NOT_FOUND);
        let page = browser.get("/api").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("Einen Benutzer deaktivieren"));
    }
}

#[test]
fn every_operation_has_words_in_every_language() {
    use seatwise_web::locale::Lang;
    for operation in &Api::get().operations {
        for lang in Lang::ALL {
            for key in [
                format!("api-op-{}", operation.id),
                format!("api-tag-{}", operation.tag),
            ] {
                assert!(
                    seatwise_web::text::has(lang, &key),
                    "{}: {key}",
                    lang.code()
                );
            }
        }
    }
}
