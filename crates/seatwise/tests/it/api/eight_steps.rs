//! The main job on the real files, by REST alone: bring people and work in, replace a leaver, undo, do it again.

use std::path::Path;

use axum::http::StatusCode;
use seatwise_testkit::app::router;
use seatwise_testkit::company::{Company, LEAVER};
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use super::kit::{json_of, work};
use super::rest::Rest;

/// The account has a seat for each of them and for the owner, and none more.
const PEOPLE: u64 = 41;
/// Open leads of the leaver.
const OPEN: u64 = 194;

/// The secret of the newest link that was mailed to an address.
async fn link_of(acme: &Tenant, address: &str) -> String {
    let mails = acme.mails().await;
    let mail = mails
        .iter()
        .find(|mail| mail.address == address)
        .expect("a mail");
    mail.mail.token().expect("a link").to_owned()
}

fn bytes(file: &Path) -> Vec<u8> {
    std::fs::read(file).unwrap()
}

fn stages(lines: [(&str, u64, i64); 5]) -> Vec<(String, u64, i64)> {
    lines
        .map(|(stage, count, value)| (stage.to_owned(), count, value * 100))
        .to_vec()
}

/// The people of another company come, each row with its verdict, and are taken back.
async fn the_wrong_people(db: &TestDb, rest: &Rest, file: &Path) {
    let options = json!({ "create_teams": true });
    let (checked, done) = rest
        .import(db, "users", "mitarbeiter.csv", &bytes(file), options)
        .await;
    let read = (&checked["encoding"], &checked["separator"]);
    assert_eq!(read, (&"windows-1252".into(), &";".into()));
    let verdicts = json!({ "create": 10, "skip": 2, "problem": 3 });
    assert_eq!(
        (&done["verdicts"], &done["state"]),
        (&verdicts, &"done".into())
    );
    let told = rest.verdicts(&done).await;
    let told: Vec<_> = told
        .iter()
        .map(|(row, verdict, why)| (*row, verdict.as_str(), why.as_str()))
        .collect();
    let expected = (2..=16).map(|row| match row {
        6 => (row, "skip", "empty-row"),
        9 => (row, "skip", "duplicate-in-file"),
        10 => (row, "problem", "email-invalid"),
        13 => (row, "problem", "name-invalid"),
        15 => (row, "problem", "email-missing"),
        _ => (row, "create", ""),
    });
    assert_eq!(told, expected.collect::<Vec<_>>());
    assert_eq!(rest.get("/users?limit=1").await["total"], 11);
    let path = format!("/imports/{}", done["id"].as_str().unwrap());
    let reason = json!({ "reason": "the wrong company" });
    rest.post(&format!("{path}/undo"), reason).await;
    work(db).await;
    let undone = rest.get(&path).await;
    assert_eq!(
        (&undone["state"], &undone["verdicts"]["reversed"]),
        (&"undone".into(), &10.into())
    );
    assert_eq!(rest.get("/users?limit=1").await["total"], 1);
    assert_eq!(rest.get("/licences").await["kinds"][0]["used"], 1);
}

/// A file with another product in its first lead, whose external id comes with it.
fn with_another_product(pipeline: &[u8]) -> (String, Vec<u8>) {
    let text = String::from_utf8(pipeline.to_vec()).unwrap();
    let line = text.lines().nth(1).unwrap();
    let mut cells: Vec<&str> = line.split(',').collect();
    cells[2] = "Another product";
    let id = cells[0].to_owned();
    (id, text.replacen(line, &cells.join(","), 1).into_bytes())
}

/// The leads come with the totals that the description of the files gives; a second file updates and doubles nothing.
async fn the_work(db: &TestDb, rest: &Rest, file: &Path) {
    let pipeline = bytes(file);
    let options = json!({ "pending_owners": true, "update": true });
    let (_, done) = rest
        .import(db, "leads", "pipeline.csv", &pipeline, options.clone())
        .await;
    let verdicts = json!({ "create": 8_800 });
    assert_eq!(
        (&done["verdicts"], &done["state"]),
        (&verdicts, &"done".into())
    );
    let (id, changed) = with_another_product(&pipeline);
    let (_, done) = rest
        .import(db, "leads", "pipeline.csv", &changed, options)
        .await;
    assert_eq!(done["verdicts"], json!({ "update": 1, "skip": 8_799 }));
    assert_eq!(done["reasons"], json!({ "unchanged": 8_799 }));
    let found = rest.get(&format!("/leads?q={id}")).await;
    assert_eq!(found["total"], 1);
    let lead = found["items"][0]["id"].as_str().unwrap();
    let fields = rest.get(&format!("/leads/{lead}")).await["fields"].clone();
    assert!(
        fields
            .as_object()
            .unwrap()
            .values()
            .any(|value| value == "Another product"),
        "{fields}"
    );
    let all = [
        ("prospecting", 500, 0),
        ("engaging", 1_589, 0),
        ("won", 4_238, 10_005_534),
        ("lost", 2_473, 0),
        ("cancelled", 0, 0),
    ];
    assert_eq!(rest.stages(None).await, stages(all));
}

/// What the leaver has: everything, or what is left when the open leads are gone.
async fn leavers(rest: &Rest, id: &str, prospecting: u64, engaging: u64) {
    let own = [
        ("prospecting", prospecting, 0),
        ("engaging", engaging, 0),
        ("won", 349, 1_153_214),
        ("lost", 204, 0),
        ("cancelled", 0, 0),
    ];
    assert_eq!(rest.stages(Some(id)).await, stages(own));
}

/// The log tells the story, the lists are searched and go out as files, and the mails go again.
async fn seen(rest: &Rest, acme: &Tenant, leaver: &str) {
    let log = rest
        .get(&format!("/audit?limit=200&subject={leaver}"))
        .await;
    let log = log["items"].as_array().unwrap();
    let kinds: Vec<&str> = log
        .iter()
        .map(|line| line["kind"].as_str().unwrap())
        .collect();
    for (kind, count) in [
        ("user.deactivated", 1),
        ("hand-over.made", 2),
        ("hand-over.undone", 1),
    ] {
        let found = kinds.iter().filter(|found| **found == kind).count();
        assert_eq!(found, count, "{kind} in {kinds:?}");
    }
    for path in ["/api/v1/users.csv", "/api/v1/users.xlsx"] {
        assert_eq!(rest.program.get(path).await.status, StatusCode::OK);
    }
    let waiting = rest.get("/users?status=pending&limit=200").await;
    assert_eq!(waiting["total"], PEOPLE - 1);
    let ids: Vec<Json> = waiting["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["id"].clone())
        .collect();
    let before = acme.mails().await.len();
    let asked: Vec<Json> = ids.iter().cloned().chain([leaver.into()]).collect();
    let sent = rest
        .post("/activation-mails", json!({ "user_ids": asked }))
        .await;
    assert_eq!(sent["sent"].as_array().unwrap().len(), ids.len());
    assert_eq!(
        sent["skipped"].as_array().unwrap().len(),
        1,
        "who has left gets none: {sent}"
    );
    assert_eq!(acme.mails().await.len(), before + ids.len());
}

on_both! {
    async fn j12_l8_the_main_job_runs_on_the_real_files(db: &TestDb) {
        let company = Company::files();
        // 1. The account is there, with its owner.
        let acme = db.tenant().named("Maven").seats(PEOPLE + 1).build().await;
        let rest = Rest::of(router(db), &acme.email_of("owner")).await;

        // 2. The people; first the wrong ones. No mail goes out.
        the_wrong_people(db, &rest, &company.german).await;
        let staff = bytes(&company.staff);
        let (checked, done) = rest.import(db, "users", "staff.xlsx", &staff, json!({ "create_teams": true })).await;
        assert_eq!((&checked["verdicts"], &done["state"]), (&json!({ "create": PEOPLE }), &"done".into()), "{done}");
        assert_eq!(rest.get("/mails").await["items"], json!([]));

        // 3. The work.
        the_work(db, &rest, &company.pipeline).await;

        // 4. The leaver comes once, then leaves. All seats are taken until then.
        let darcel = rest.person(LEAVER).await;
        let id = darcel["id"].as_str().unwrap();
        let path = format!("/users/{id}");
        rest.post(&format!("{path}/resend-activation"), json!(null)).await;
        let token = link_of(&acme, darcel["email"].as_str().unwrap()).await;
        rest.post("/invitations/accept", json!({ "token": token, "name": LEAVER, "password": PASSWORD })).await;
        assert_eq!(rest.get(&format!("/leads?limit=1&owner={id}")).await["total"], 747);
        leavers(&rest, id, 111, 83).await;
        let successor = json!({ "email": "successor@maventech.example" });
        let full = rest.program.post("/api/v1/invitations", &successor).await;
        assert_eq!(json_of(&full, StatusCode::CONFLICT)["code"], "no-free-seat");
        let preview = rest.get(&format!("{path}/deactivation-preview")).await;
        assert_eq!((&preview["moves"], &preview["stays"]), (&OPEN.into(), &553.into()));
        let left = rest.post(&format!("{path}/deactivate"), json!({ "records": "later", "reason": "leaves" })).await;
        assert_eq!(left["sessions_ended"], 1);
        assert_eq!(rest.get("/licences").await["kinds"][0]["free"], 1);

        // 5. A successor comes, by address alone, and has the freed seat.
        rest.post("/invitations", successor).await;
        assert_eq!(rest.get("/licences").await["kinds"][0]["free"], 0);
        let token = link_of(&acme, "successor@maventech.example").await;
        let body = json!({ "token": token, "name": "Nora Nachfolge", "password": "quick-heron-maps-9-rivers" });
        let heir = rest.post("/invitations/accept", body).await["user"]["id"].clone();
        let heirs = format!("/leads?limit=1&owner={}", heir.as_str().unwrap());

        // 6. The open leads go to the successor; won and lost stay.
        assert_eq!(rest.get("/users?status=deactivated").await["total"], 1);
        let moved = rest.hand_over(db, &path, &heir, OPEN).await;
        leavers(&rest, id, 0, 0).await;
        let leads = rest.get(&heirs).await;
        assert_eq!(leads["total"], OPEN);

        // 7. One lead is touched; the undo leaves it and says so. Then it is done again.
        let touched = leads["items"][0]["id"].as_str().unwrap();
        rest.post(&format!("/leads/{touched}/notes"), json!({ "text": "Called" })).await;
        let undone = rest.undo(db, &moved).await;
        assert_eq!((&undone["moved"], &undone["kept"]), (&(OPEN - 1).into(), &1.into()));
        let kept = rest.get(&format!("/hand-overs/{}/kept", moved["id"].as_str().unwrap())).await;
        assert_eq!((&kept["items"][0]["lead_id"], kept["items"].as_array().unwrap().len()), (&touched.into(), 1));
        assert_eq!(rest.get(&heirs).await["total"], 1);
        rest.hand_over(db, &path, &heir, OPEN - 1).await;
        assert_eq!(rest.get(&heirs).await["total"], OPEN);
        leavers(&rest, id, 0, 0).await;

        // 8. See it.
        seen(&rest, &acme, id).await;
    }
}
