//! A server that is asked to stop in the middle of a job hands it back, and the next one goes on with it.

use std::fmt::Write as _;

use seatwise_domain::args;
use seatwise_domain::authz::RunImports;
use seatwise_domain::imports::{self, Import, ImportKind, ImportState, Upload, Wishes};
use seatwise_domain::store::{Reads as _, Sql};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::Program;

const ROWS: usize = 20_000;

async fn begun(db: &TestDb, acme: &Tenant, program: &Program) -> Import {
    let owner = acme.as_owner().await;
    let mut text = String::from("id,title,owner,value\n");
    for number in 0..ROWS {
        writeln!(text, "{number},Lead {number},anna,{number}").unwrap();
    }
    let path = program.path("leads.csv");
    std::fs::write(&path, text).unwrap();
    let upload = Upload {
        kind: ImportKind::Leads,
        path,
        file_name: "leads.csv".to_owned(),
        wishes: Wishes::default(),
    };
    let import = imports::upload(db, &owner, upload).await.unwrap();
    imports::check(db, &owner, import.id).await.unwrap();
    imports::run(db, &owner, import.id, "").await.unwrap()
}

async fn found(db: &TestDb, acme: &Tenant, import: &Import) -> Import {
    let scope = acme.as_owner().await.scope::<RunImports>().unwrap();
    let mut tx = db.read().await.unwrap();
    let found = imports::find(&mut tx, &scope, import.id).await.unwrap();
    found.expect("the import is there")
}

async fn jobs(db: &TestDb, state: &str) -> u64 {
    let mut tx = db.read().await.unwrap();
    let sql =
        Sql::new("select count(*) from jobs where kind = 'imports.run' and lease_until is null");
    tx.number(sql.push(" and state = $?", args![state]))
        .await
        .unwrap()
}

on_both! {
    async fn f1_a_server_that_is_asked_to_stop_hands_its_job_back(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let program = Program::on(db);
        let import = begun(db, &acme, &program).await;
        let server = program.serve();
        while found(db, &acme, &import).await.rows_done == 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(server.stop(), Some(0));
        let paused = found(db, &acme, &import).await;
        assert_eq!(paused.state, ImportState::Running, "stopped in the middle");
        assert!(paused.rows_done < ROWS as u64, "{}", paused.rows_done);
        assert_eq!(jobs(db, "ready").await, 1, "nobody has to wait for a lease to end");
        let server = program.serve();
        while found(db, &acme, &import).await.state == ImportState::Running {
            tokio::task::yield_now().await;
        }
        assert_eq!(server.stop(), Some(0));
        assert_eq!(jobs(db, "done").await, 1);
        assert_eq!(acme.leads(&seatwise_domain::records::LeadFilter::default()).await.len(), ROWS);
    }
}
