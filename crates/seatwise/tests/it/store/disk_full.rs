//! A disk that is full on the side of PostgreSQL. The server itself says so, with the state (53100) that it has
//! for this: a trigger raises it, since no test may fill the disk of a server that others use.

use axum::http::StatusCode;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::store::StoreError;
use seatwise_domain::users::{self, Invite, InviteError};
use seatwise_testkit::{Engine, TestDb, run};
use serde_json::json;

use crate::api::program;

const FULL: &str = "
    create function no_space() returns trigger language plpgsql as
    'begin raise exception using errcode = ''53100'', message = ''could not extend file: No space left on device''; end';
    create trigger no_space before insert on users for each row execute function no_space()";
const FREE: &str = "drop trigger no_space on users";

async fn command(db: &TestDb, text: &'static str) {
    let pool = db.postgres().expect("the database of this test");
    sqlx::raw_sql(text).execute(pool).await.expect(text);
}

#[test]
fn a_full_disk_of_the_server_is_told_as_such_and_leaves_nothing_behind() {
    run(Engine::Postgres, async |db: &TestDb| {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let rest = program(db, &acme, "owner", true).await;
        let lines = acme.audit().await.len();
        command(db, FULL).await;
        let invite = Invite::by_email("olena@acme.example");
        let refused = users::invite(db, &owner, &invite).await.unwrap_err();
        assert!(
            matches!(refused, InviteError::Store(StoreError::Full(_))),
            "{refused:?}"
        );
        assert_eq!(refused.problem(), &problem::DISK_FULL);
        let body = json!({ "email": "olena@acme.example" });
        let answer = rest.post("/api/v1/users", &body).await;
        assert_eq!(answer.status, StatusCode::INSUFFICIENT_STORAGE);
        assert_eq!(answer.json()["code"], "disk-full");
        assert_eq!(
            (acme.seats().await.used, acme.audit().await.len()),
            (1, lines)
        );
        command(db, FREE).await;
        assert_eq!(
            rest.post("/api/v1/users", &body).await.status,
            StatusCode::CREATED,
            "it goes on by itself"
        );
    });
}
