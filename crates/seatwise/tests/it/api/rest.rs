//! A program that takes the steps of the main job by REST.

use axum::Router;
use axum::http::{Method, StatusCode};
use seatwise_testkit::TestDb;
use seatwise_testkit::http::Program;
use seatwise_testkit::tenant::PASSWORD;
use serde_json::{Value as Json, json};

use super::kit::{json_of, nobody, send_file, work};

/// A program of somebody, with the steps that are taken again and again.
pub struct Rest {
    router: Router,
    token: String,
    /// For requests that answer something else than JSON.
    pub program: Program,
}

impl Rest {
    /// Signs in, and makes itself a token as a person would.
    pub async fn of(router: Router, email: &str) -> Self {
        let sign_in = json!({ "email": email, "password": PASSWORD });
        let answer = nobody(&router).post("/api/v1/session", &sign_in).await;
        let csrf = json_of(&answer, StatusCode::OK)["csrf"]
            .as_str()
            .unwrap()
            .to_owned();
        let cookie = answer
            .header("set-cookie")
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let body = json!({ "name": "eight steps", "scopes": ["read", "write"] });
        let headers = [("cookie", cookie.as_str()), ("x-csrf-token", csrf.as_str())];
        let made = nobody(&router)
            .send(Method::POST, "/api/v1/tokens", Some(&body), &headers)
            .await;
        let token = json_of(&made, StatusCode::CREATED)["token"]
            .as_str()
            .unwrap()
            .to_owned();
        let program = Program::new(&router, token.clone());
        Self {
            router,
            token,
            program,
        }
    }

    /// What is at an address.
    pub async fn get(&self, path: &str) -> Json {
        json_of(
            &self.program.get(&format!("/api/v1{path}")).await,
            StatusCode::OK,
        )
    }

    /// Does something that has to go well.
    pub async fn post(&self, path: &str, body: Json) -> Json {
        let answer = self.program.post(&format!("/api/v1{path}"), &body).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text());
        answer.json()
    }

    /// Uploads a file; gives the new import.
    pub async fn upload(&self, kind: &str, name: &str, bytes: &[u8]) -> Json {
        let answer = send_file(&self.router, &self.token, kind, name, bytes).await;
        json_of(&answer, StatusCode::CREATED)
    }

    /// Upload, dry run, run; gives the import as it stood after the dry run and as it stands afterwards.
    pub async fn import(
        &self,
        db: &TestDb,
        kind: &str,
        name: &str,
        bytes: &[u8],
        options: Json,
    ) -> (Json, Json) {
        let import = self.upload(kind, name, bytes).await;
        let path = format!("/imports/{}", import["id"].as_str().unwrap());
        let columns: Vec<Json> = import["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|column| column["field"].clone())
            .collect();
        let mapping = json!({ "columns": columns, "options": options });
        let address = format!("/api/v1{path}/mapping");
        let mapped = self
            .program
            .send(Method::PUT, &address, Some(&mapping), &[])
            .await;
        json_of(&mapped, StatusCode::OK);
        let checked = self.post(&format!("{path}/check"), json!(null)).await;
        self.post(&format!("{path}/run"), json!(null)).await;
        work(db).await;
        (checked, self.get(&path).await)
    }

    /// The only person whom a search finds.
    pub async fn person(&self, name: &str) -> Json {
        let search = format!("/users?q={}", name.replace(' ', "%20"));
        let found = self.get(&search).await;
        assert_eq!(found["total"], 1, "{name}");
        let id = found["items"][0]["id"].as_str().unwrap();
        self.get(&format!("/users/{id}")).await
    }

    /// For each stage its leads and what they are worth; of everybody, or of one person.
    pub async fn stages(&self, owner: Option<&str>) -> Vec<(String, u64, i64)> {
        let owner = owner.map(|id| format!("&owner={id}")).unwrap_or_default();
        let board = self.get(&format!("/lead-board?limit=1{owner}")).await;
        let columns = board["columns"].as_array().unwrap().iter();
        columns
            .map(|column| {
                let stage = column["stage"].as_str().unwrap().to_owned();
                let count = column["leads"]["total"].as_u64().unwrap();
                (stage, count, column["value"].as_i64().unwrap())
            })
            .collect()
    }

    /// For each row of an import its number, its verdict and why; "" where there is no why.
    pub async fn verdicts(&self, import: &Json) -> Vec<(u64, String, String)> {
        let id = import["id"].as_str().unwrap();
        let rows = self.get(&format!("/imports/{id}/rows?limit=200")).await;
        let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
        let rows = rows["items"].as_array().unwrap().iter();
        rows.map(|row| {
            let number = row["number"].as_u64().unwrap();
            (number, text(&row["verdict"]), text(&row["reason"]))
        })
        .collect()
    }

    /// Hands everything open on, waits for the job, and gives the hand-over.
    pub async fn hand_over(&self, db: &TestDb, path: &str, to: &Json, expected: u64) -> Json {
        let body = json!({ "to": to, "expected": expected, "reason": "successor" });
        let moved = self.post(&format!("{path}/hand-over"), body).await;
        work(db).await;
        assert_eq!(moved["total"], expected);
        moved
    }

    /// Takes a hand-over back, waits for the job, and gives the undo.
    pub async fn undo(&self, db: &TestDb, hand_over: &Json) -> Json {
        let id = hand_over["id"].as_str().unwrap();
        let body = json!({ "reason": "too early" });
        let undone = self.post(&format!("/hand-overs/{id}/undo"), body).await;
        work(db).await;
        assert_eq!(undone["undo_of"], hand_over["id"]);
        undone
    }
}
