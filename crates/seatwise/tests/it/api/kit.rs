//! What the tests of the API share: programs with tokens, and one of every kind of thing to ask for.

use axum::Router;
use axum::http::{Method, StatusCode};
use seatwise_domain::audit::{self, AuditFilter};
use seatwise_domain::authn::{NewToken, create_token};
use seatwise_domain::authz::{ViewAudit, ViewOutbox};
use seatwise_domain::handover;
use seatwise_domain::imports;
use seatwise_domain::jobs::Registry;
use seatwise_domain::mail;
use seatwise_domain::store::PageSize;
use seatwise_testkit::TestDb;
use seatwise_testkit::app::router;
use seatwise_testkit::http::{Answer, Program};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::tenant::Tenant;
use seatwise_web::api::{Api, Operation, Output};
use serde_json::{Value as Json, json};

/// A program of a person, with a fresh token.
pub async fn program(db: &TestDb, tenant: &Tenant, name: &str, may_write: bool) -> Program {
    let new = NewToken {
        name: "test".to_owned(),
        may_write,
        days: None,
    };
    let caller = tenant.as_user(name).await;
    let (_, secret) = create_token(db, &caller, &new).await.expect("a token");
    Program::new(&router(db), secret.shown)
}

/// A program without a token.
pub fn nobody(router: &Router) -> Program {
    Program::new(router, "")
}

/// Runs the jobs that a server would run.
pub async fn work(db: &TestDb) {
    let registry = imports::register(Registry::default().with::<handover::Run>());
    run_due(db, &registry).await;
}

/// Asserts the status and gives the JSON.
#[track_caller]
pub fn json_of(answer: &Answer, status: StatusCode) -> Json {
    assert_eq!(answer.status, status, "{}", answer.text());
    answer.json()
}

/// One of every kind of thing of an account, to put into addresses.
pub struct Things {
    ids: Vec<(&'static str, String)>,
}

impl Things {
    /// Makes them: a person, a team, a group, a position, a rule, a lead, a move, a hand-over, an import, a mail, a token, a session.
    pub async fn make(db: &TestDb, tenant: &mut Tenant, person: &str) -> Self {
        let owner = program(db, tenant, "owner", true).await;
        let team = owner
            .post("/api/v1/teams", &json!({ "name": "Nord" }))
            .await;
        let body = json!({ "name": "Fair" });
        let group = owner.post("/api/v1/groups", &body).await;
        let body = json!({ "name": "Head", "parent_id": null });
        let position = owner.post("/api/v1/positions", &body).await;
        let body = json!({
            "from": tenant.id_of(person).to_string(), "to": group.json()["id"], "access": "read"
        });
        let rule = owner.post("/api/v1/sharing-rules", &body).await;
        let role = owner
            .post("/api/v1/roles", &json!({ "name": "Desk" }))
            .await;
        let lead = owner
            .post("/api/v1/leads", &json!({ "title": "Acme" }))
            .await;
        let lead = json_of(&lead, StatusCode::CREATED)["id"].clone();
        let body = json!({ "join": [{ "team_id": team.json()["id"] }] });
        let path = format!("/api/v1/users/{}/move", tenant.id_of(person));
        let went = owner.post(&path, &body).await;
        let body = json!({ "lead_ids": [lead], "to": null });
        let moved = owner.post("/api/v1/lead-assignments", &body).await;
        tenant.invite("somebody new").await;
        let mut tx = db.read().await.expect("a snapshot");
        let caller = tenant.as_owner().await;
        let outbox = caller.scope::<ViewOutbox>().expect("owners see mails");
        let mails = mail::list(&mut tx, &outbox, None, None, PageSize::new(1)).await;
        let log = caller.scope::<ViewAudit>().expect("owners see the log");
        let size = PageSize::new(1);
        let lines = audit::list(&mut tx, &log, &AuditFilter::default(), None, size).await;
        drop(tx);
        let signed = tenant.sign_in("owner").await.expect("a session");
        let sessions = json_of(&owner.get("/api/v1/me/sessions").await, StatusCode::OK);
        let tokens = json_of(&owner.get("/api/v1/tokens").await, StatusCode::OK);
        let text = |json: &Json| json.as_str().expect("an id").to_owned();
        drop(signed);
        Self {
            ids: vec![
                ("users", tenant.id_of(person).to_string()),
                ("members", tenant.id_of(person).to_string()),
                ("teams", text(&json_of(&team, StatusCode::CREATED)["id"])),
                ("groups", text(&json_of(&group, StatusCode::CREATED)["id"])),
                (
                    "positions",
                    text(&json_of(&position, StatusCode::CREATED)["id"]),
                ),
                (
                    "sharing-rules",
                    text(&json_of(&rule, StatusCode::CREATED)["id"]),
                ),
                ("roles", text(&json_of(&role, StatusCode::CREATED)["key"])),
                ("leads", text(&lead)),
                ("moves", text(&json_of(&went, StatusCode::OK)["id"])),
                ("hand-overs", text(&json_of(&moved, StatusCode::OK)["id"])),
                ("mails", mails.expect("mails").items[0].id.to_string()),
                ("audit", lines.expect("lines").items[0].id.to_string()),
                ("sessions", text(&sessions["items"][0]["id"])),
                ("tokens", text(&tokens["items"][0]["id"])),
                ("imports", upload(db, tenant).await),
            ],
        }
    }

    /// The address of an operation with these ids in it.
    pub fn address(&self, path: &str) -> String {
        let mut before = "";
        let parts = path.split('/').map(|part| {
            let filled = if part.starts_with('{') {
                let found = self.ids.iter().find(|(name, _)| *name == before);
                found
                    .unwrap_or_else(|| panic!("nothing for {path}"))
                    .1
                    .as_str()
            } else {
                part
            };
            before = part;
            filled
        });
        format!("/api/v1{}", parts.collect::<Vec<_>>().join("/"))
    }
}

impl Things {
    /// The same body with ids that are there instead of those of an example.
    pub fn plausible(&self, body: &Json) -> Json {
        match body {
            Json::String(text) => {
                let kind = text.split_once('_').map(|(kind, _)| format!("{kind}_"));
                let same =
                    |id: &&(_, String)| kind.as_ref().is_some_and(|kind| id.1.starts_with(kind));
                let known = self.ids.iter().find(same);
                known.map_or_else(|| body.clone(), |(_, id)| json!(id))
            }
            Json::Array(items) => items.iter().map(|item| self.plausible(item)).collect(),
            Json::Object(map) => {
                let fields = map.iter();
                fields
                    .map(|(name, value)| (name.clone(), self.plausible(value)))
                    .collect()
            }
            other => other.clone(),
        }
    }
}

/// Uploads a small list of people and gives the import's id.
pub async fn upload(db: &TestDb, tenant: &Tenant) -> String {
    let token = NewToken {
        name: "upload".to_owned(),
        may_write: true,
        days: None,
    };
    let caller = tenant.as_owner().await;
    let (_, secret) = create_token(db, &caller, &token).await.expect("a token");
    let file = b"email,name\nnew.one@example.com,New One\n";
    let answer = send_file(&router(db), &secret.shown, "users", "people.csv", file).await;
    let import = json_of(&answer, StatusCode::CREATED);
    import["id"].as_str().expect("an id").to_owned()
}

/// Sends a file to `/imports`.
pub async fn send_file(
    router: &Router,
    token: &str,
    kind: &str,
    name: &str,
    bytes: &[u8],
) -> Answer {
    const BOUNDARY: &str = "seatwise-boundary";
    let mut body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n\
         --{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    Program::new(router, token)
        .send_bytes(Method::POST, "/api/v1/imports", &kind, body)
        .await
}

/// Asks for an operation the way its example does; files get a few bytes.
pub async fn ask(program: &Program, operation: &Operation, address: &str) -> Answer {
    let body = operation.example.clone().unwrap_or_default();
    ask_with(program, operation, address, &body).await
}

/// The same with another body, where the operation takes JSON.
pub async fn ask_with(
    program: &Program,
    operation: &Operation,
    address: &str,
    body: &Json,
) -> Answer {
    use seatwise_web::api::Input;
    let method = operation.method.clone();
    match &operation.input {
        Input::Nothing => program.send(method, address, None, &[]).await,
        Input::Json(_) => program.send(method, address, Some(body), &[]).await,
        Input::File { types, .. } => {
            program
                .send_bytes(method, address, types[0], PIXEL.to_vec())
                .await
        }
        Input::Form { .. } => {
            let kind = "multipart/form-data; boundary=x";
            let body =
                b"--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nusers\r\n--x--\r\n";
            program
                .send_bytes(method, address, kind, body.to_vec())
                .await
        }
    }
}

/// Holds a good answer against the document.
#[track_caller]
pub fn fits_document(operation: &Operation, answer: &Answer) {
    if let Output::Json(schema) = &operation.output
        && answer.status.is_success()
    {
        let mut json = answer.json();
        let wrong = Api::get().check_answer(schema, &mut json);
        assert!(wrong.is_empty(), "{operation:?}: {wrong:?}\n{json}");
    }
}

/// A PNG of one pixel.
pub const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53,
    0xde, 0x00, 0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0xdf, 0xc0, 0x00,
    0x00, 0x04, 0x01, 0x01, 0x80, 0xc5, 0x2a, 0x18, 0x5d, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
];
