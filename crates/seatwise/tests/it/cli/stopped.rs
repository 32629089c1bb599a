//! An import that stopped, from a shell: it is told, gone on with, and nobody waits for it for ever.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, ImportKind, Upload, Wishes};
use seatwise_domain::store::Sql;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::Program;

/// An import that adam began, with its job waiting.
async fn begun(db: &TestDb, acme: &Tenant, program: &Program) -> ImportId {
    let adam = acme.as_user("adam").await;
    let path = program.path("people.csv");
    std::fs::write(&path, "name,email\nBo,bo@acme.example\n").unwrap();
    let upload = Upload {
        kind: ImportKind::Users,
        path,
        file_name: "people.csv".to_owned(),
        wishes: Wishes::default(),
    };
    let import = imports::upload(db, &adam, upload).await.unwrap();
    imports::check(db, &adam, import.id).await.unwrap();
    imports::run(db, &adam, import.id).await.unwrap();
    import.id
}

async fn set_job(db: &TestDb, set: &'static str) {
    let mut tx = db.write().await.unwrap();
    let sql = Sql::new("update jobs set ").push(set, args![]);
    tx.run(sql.push(" where kind = 'imports.run'", args![]))
        .await
        .unwrap();
    tx.commit(Audit::Housekeeping).await.unwrap();
}

on_both! {
    async fn f1_whoever_waits_for_an_import_that_stops_is_told_so(db: &TestDb) {
        let acme = db.tenant().admin("adam").build().await;
        let program = Program::on(db);
        let id = begun(db, &acme, &program).await.to_string();
        // As if another worker had it, so that the command can only watch.
        set_job(db, "state = 'running', lease_until = 9000000000000000").await;
        let mut waiting = program.spawn(&["import", "resume", &id]);
        assert!(waiting.try_wait().unwrap().is_none());
        set_job(db, "state = 'dead', last_error = 'nobody may do this any more'").await;
        assert_eq!(waiting.wait().unwrap().code(), Some(4));
        let list = program.run(&["import", "list"]).good().out;
        assert!(list.contains("stopped"), "{list}");
        let done = program.run(&["import", "resume", &id, "--json"]).good().json();
        assert_eq!((&done["state"], &done["stopped"]), (&"done".into(), &serde_json::Value::Null), "{done}");
        assert_eq!(done["verdicts"]["create"], 1);
    }
}
