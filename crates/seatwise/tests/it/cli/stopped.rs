//! An import that stopped, from a shell: it is told, gone on with, and nobody waits for it for ever.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::authz::RunImports;
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, ImportKind, ImportState, UndoImport, Upload, Wishes};
use seatwise_domain::jobs::Registry;
use seatwise_domain::store::{Args, Sql};
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::jobs::run_due;
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
    imports::run(db, &adam, import.id, "").await.unwrap();
    import.id
}

/// The only job of imports, as something else would have left it.
async fn set_job(db: &TestDb, set: &'static str, values: Args) {
    let mut tx = db.write().await.unwrap();
    let sql = Sql::new("update jobs set ").push(set, values);
    let done = tx.run(sql.push(" where kind like 'imports.%'", args![]));
    assert_eq!(done.await.unwrap(), 1);
    tx.commit(Audit::Housekeeping).await.unwrap();
}

async fn state(db: &TestDb, acme: &Tenant, id: ImportId) -> ImportState {
    let scope = acme.as_owner().await.scope::<RunImports>().unwrap();
    let mut tx = db.read().await.unwrap();
    let found = imports::find(&mut tx, &scope, id).await.unwrap();
    found.expect("the import is there").state
}

on_both! {
    async fn f1_an_import_that_stopped_is_gone_on_with_from_a_shell(db: &TestDb) {
        let acme = db.tenant().admin("adam").build().await;
        let program = Program::on(db);
        let id = begun(db, &acme, &program).await.to_string();
        acme.deactivate("adam", HandOverChoice::Later).await;
        run_due(db, &imports::register(Registry::default())).await;
        let list = program.run(&["import", "list"]).good().out;
        assert!(list.contains("stopped"), "{list}");
        let done = program.run(&["import", "resume", &id, "--json"]).good().json();
        assert_eq!((&done["state"], &done["stopped"]), (&"done".into(), &serde_json::Value::Null), "{done}");
        assert_eq!(done["verdicts"]["create"], 1);
    }

    async fn f1_whoever_waits_for_an_undo_that_stops_is_told_so(db: &TestDb) {
        let acme = db.tenant().build().await;
        let program = Program::on(db);
        std::fs::write(program.path("people.csv"), "name,email\nBo,bo@acme.example\n").unwrap();
        let words = ["import", "users", "people.csv", "--yes", "--json"];
        let done = program.run(&words).good().json();
        let id: ImportId = done["id"].as_str().unwrap().parse().unwrap();
        // As if another worker had begun the undo, so that the command can only watch.
        let job = UndoImport { import: id, event: db.ids().next(db.now()), ran_to: None };
        let values = args![serde_json::to_value(&job).unwrap(), format!("import-undo:{id}")];
        let set = "state = 'running', lease_until = 9000000000000000, kind = 'imports.undo', payload = $?, dedup_key = $?";
        set_job(db, set, values).await;
        let mut waiting = program.spawn(&["import", "undo", &id.to_string()]);
        while state(db, &acme, id).await != ImportState::Undoing {
            assert!(waiting.try_wait().unwrap().is_none(), "it waits");
        }
        set_job(db, "state = 'dead', last_error = 'nobody may do this any more'", args![]).await;
        assert_eq!(waiting.wait().unwrap().code(), Some(4));
        let done = program.run(&["import", "resume", &id.to_string(), "--json"]).good().json();
        assert_eq!((&done["state"], &done["stopped"]), (&"undone".into(), &serde_json::Value::Null), "{done}");
    }
}
