//! The main job on the real files, by REST alone: bring people and work in, replace a leaver, undo, do it again.

use std::path::Path;

use axum::Router;
use axum::http::{Method, StatusCode};
use seatwise_testkit::app::router;
use seatwise_testkit::company::Company;
use seatwise_testkit::http::Program;
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use super::kit::{json_of, nobody, send_file, work};

struct Rest {
    router: Router,
    token: String,
    program: Program,
}

impl Rest {
    async fn of(router: Router, email: &str) -> Self {
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

    async fn get(&self, path: &str) -> Json {
        json_of(
            &self.program.get(&format!("/api/v1{path}")).await,
            StatusCode::OK,
        )
    }

    async fn post(&self, path: &str, body: Json) -> Json {
        let answer = self.program.post(&format!("/api/v1{path}"), &body).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text());
        answer.json()
    }

    /// Upload, dry run, run; gives the import as it stands afterwards.
    async fn import(
        &self,
        db: &TestDb,
        kind: &str,
        name: &str,
        bytes: &[u8],
        options: Json,
    ) -> (Json, Json) {
        let answer = send_file(&self.router, &self.token, kind, name, bytes).await;
        let import = json_of(&answer, StatusCode::CREATED);
        let id = import["id"].as_str().unwrap();
        let columns: Vec<Json> = import["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|column| column["field"].clone())
            .collect();
        let mapping = json!({ "columns": columns, "options": options });
        let mapped = self
            .program
            .send(
                Method::PUT,
                &format!("/api/v1/imports/{id}/mapping"),
                Some(&mapping),
                &[],
            )
            .await;
        json_of(&mapped, StatusCode::OK);
        let checked = self
            .post(&format!("/imports/{id}/check"), json!(null))
            .await;
        self.post(&format!("/imports/{id}/run"), json!(null)).await;
        work(db).await;
        (checked, self.get(&format!("/imports/{id}")).await)
    }
}

async fn person(rest: &Rest, name: &str) -> Json {
    let found = rest
        .get(&format!("/users?q={}", name.replace(' ', "%20")))
        .await;
    assert_eq!(found["total"], 1, "{name}");
    rest.get(&format!(
        "/users/{}",
        found["items"][0]["id"].as_str().unwrap()
    ))
    .await
}

fn stage(person: &Json, stage: &str) -> (u64, i64) {
    let line = person["leads"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["stage"] == stage)
        .unwrap();
    (
        line["count"].as_u64().unwrap(),
        line["value"].as_i64().unwrap(),
    )
}

/// The secret of the newest link that was mailed to an address.
async fn link_of(acme: &Tenant, address: &str) -> String {
    let mails = acme.mails().await;
    let mail = mails
        .iter()
        .find(|mail| mail.address == address)
        .expect("a mail");
    mail.mail.token().expect("a link").to_owned()
}

on_both! {
    async fn j12_the_main_job_runs_on_the_real_files(db: &TestDb) {
        let company = Company::files();
        let bytes = |path: &Path| std::fs::read(path).unwrap();
        let (staff, german) = (bytes(&company.staff), bytes(&company.german));
        let pipeline = bytes(&company.pipeline);
        // 1. The account is there, with its owner.
        let acme = db.tenant().named("Maven").seats(43).build().await;
        let rest = Rest::of(router(db), &acme.email_of("owner")).await;

        // 2. The people. No mail goes out.
        let (checked, done) = rest.import(db, "users", "staff.xlsx", &staff, json!({ "create_teams": true })).await;
        assert_eq!((&checked["verdicts"]["create"], &done["state"]), (&41.into(), &"done".into()), "{done}");
        assert_eq!(rest.get("/mails").await["items"], json!([]));
        let answer = send_file(&rest.router, &rest.token, "users", "mitarbeiter.csv", &german).await;
        let import = json_of(&answer, StatusCode::CREATED);
        assert_eq!((&import["encoding"], &import["separator"]), (&"windows-1252".into(), &";".into()));
        let id = import["id"].as_str().unwrap();
        rest.post(&format!("/imports/{id}/check"), json!(null)).await;
        let rows = rest.get(&format!("/imports/{id}/rows?limit=200")).await;
        assert!(rows["items"].as_array().unwrap().iter().all(|row| row["verdict"].is_string()), "{rows}");

        // 3. The work.
        let options = json!({ "pending_owners": true });
        let (_, done) = rest.import(db, "leads", "sales_pipeline.csv", &pipeline, options).await;
        assert_eq!((&done["verdicts"]["create"], &done["state"]), (&8_800.into(), &"done".into()), "{done}");
        for (state, count) in [("won", 4_238), ("lost", 2_473), ("open", 2_089)] {
            assert_eq!(rest.get(&format!("/leads?limit=1&state={state}")).await["total"], count);
        }

        // 4. Darcel Schlecht comes once, then leaves.
        let darcel = person(&rest, "Darcel Schlecht").await;
        let path = format!("/users/{}", darcel["id"].as_str().unwrap());
        rest.post(&format!("{path}/resend-activation"), json!(null)).await;
        let token = link_of(&acme, darcel["email"].as_str().unwrap()).await;
        rest.post("/invitations/accept", json!({ "token": token, "name": "Darcel Schlecht", "password": PASSWORD })).await;
        let stages = ["won", "lost", "engaging", "prospecting"].map(|key| stage(&darcel, key).0);
        assert_eq!(stages, [349, 204, 83, 111]);
        let preview = rest.get(&format!("{path}/deactivation-preview")).await;
        assert_eq!((&preview["moves"], &preview["stays"]), (&194.into(), &553.into()));
        let left = rest.post(&format!("{path}/deactivate"), json!({ "records": "later", "reason": "leaves" })).await;
        assert_eq!(left["sessions_ended"], 1);
        assert_eq!(rest.get("/licences").await["kinds"][0]["released"], 1);

        // 5. A successor comes, by address alone.
        rest.post("/invitations", json!({ "email": "successor@maventech.example" })).await;
        let token = link_of(&acme, "successor@maventech.example").await;
        let body = json!({ "token": token, "name": "Nora Nachfolge", "password": "quick-heron-maps-9-rivers" });
        let heir = rest.post("/invitations/accept", body).await["user"]["id"].clone();

        // 6. The open leads go to the successor; won and lost stay.
        assert_eq!(rest.get("/users?status=deactivated").await["total"], 1);
        let hand_over = json!({ "to": heir, "expected": 194, "reason": "successor" });
        let moved = rest.post(&format!("{path}/hand-over"), hand_over.clone()).await;
        work(db).await;
        assert_eq!(moved["total"], 194);
        let darcel = person(&rest, "Darcel Schlecht").await;
        assert_eq!(stage(&darcel, "won"), (349, 115_321_400));
        assert_eq!(stage(&darcel, "engaging").0 + stage(&darcel, "prospecting").0, 0);

        // 7. One lead is touched; the undo leaves it and says so. Then it is done again.
        let leads = rest.get(&format!("/leads?limit=1&owner={}", heir.as_str().unwrap())).await;
        let touched = leads["items"][0]["id"].as_str().unwrap();
        rest.post(&format!("/leads/{touched}/notes"), json!({ "text": "Called" })).await;
        let id = moved["id"].as_str().unwrap();
        let undone = rest.post(&format!("/hand-overs/{id}/undo"), json!({ "reason": "too early" })).await;
        work(db).await;
        assert_eq!((&undone["moved"], &undone["kept"]), (&193.into(), &1.into()));
        let kept = rest.get(&format!("/hand-overs/{}/kept", undone["undo_of"].as_str().unwrap())).await;
        assert_eq!(kept["items"][0]["lead_id"], touched);
        let again = rest.post(&format!("{path}/hand-over"), json!({ "to": heir, "expected": 193 })).await;
        work(db).await;
        assert_eq!(again["total"], 193);

        // 8. The log tells the story, the lists go out as files, and the mails go again.
        let log = rest.get(&format!("/audit?limit=200&subject={}", darcel["id"].as_str().unwrap())).await;
        let kinds: Vec<&str> = log["items"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect();
        for kind in ["user.deactivated", "hand-over.made", "hand-over.undone"] {
            assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
        }
        for path in ["/api/v1/users.csv", "/api/v1/users.xlsx"] {
            assert_eq!(rest.program.get(path).await.status, StatusCode::OK);
        }
        let waiting = rest.get("/users?status=pending&limit=200").await;
        let ids: Vec<Json> = waiting["items"].as_array().unwrap().iter().map(|person| person["id"].clone()).collect();
        let sent = rest.post("/activation-mails", json!({ "user_ids": ids })).await;
        assert_eq!(sent["sent"].as_array().unwrap().len(), ids.len());
        assert!(!ids.is_empty());
    }
}
