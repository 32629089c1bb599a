//! Backups: whole, from one moment, the same for both databases, and refused when damaged.

use std::io::Read as _;

use seatwise_domain::authz::Caller;
use seatwise_domain::setup::{self, NewAccount};
use seatwise_domain::store::Db;
use seatwise_domain::users::{self, Invite};
use seatwise_testkit::{Engine, TestDb, on_both};

use super::Program;

/// An account with some people, in two scripts.
async fn fill(db: &Db, people: usize) -> Caller {
    let new = NewAccount {
        name: "Nordwind Solar".to_owned(),
        slug: "nordwind".to_owned(),
        language: "de".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        currency: "EUR".to_owned(),
        seats: 500,
        team_seats: 2,
        owner_name: "Käthe Müller".to_owned(),
        owner_email: "kaethe@nordwind.example".to_owned(),
        owner_password: Some("tall-otter-sings-7-songs".to_owned()),
        agent: None,
    };
    let created = setup::create(db, &new).await.unwrap();
    let caller = Caller::operator(created.account.id);
    for number in 0..people {
        invite(db, &caller, number).await;
    }
    caller
}

async fn invite(db: &Db, caller: &Caller, number: usize) {
    let mut command = Invite::by_email(format!("олена-{number}@nordwind.example"));
    command.person.name = Some(format!("李 {number} \"quoted\", \\ and\ttab").replace('\t', " "));
    users::invite(db, caller, &command).await.unwrap();
}

/// The lines of a backup without the header, which names the moment, and the checksum over it.
fn content(path: &std::path::Path) -> Vec<String> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[1..lines.len() - 1].to_vec()
}

on_both! {
    async fn a_backup_comes_back_the_same_on_either_database(db: &TestDb) {
        fill(db, 20).await;
        let source = Program::on(db);
        let said = source.run(&["backup", "one", "--json"]).good().json();
        assert_eq!(said["trailer"]["rows"]["users"], 21);
        assert_eq!(said["trailer"]["rows"]["tenants"], 1);
        let first = source.path("one");
        let checked = source.run(&["restore", "one", "--check", "--json"]).good().json();
        assert_eq!(checked["trailer"], said["trailer"]);
        assert_eq!(checked["restored"], false);
        let from = first.display().to_string();

        let embedded = Program::new();
        embedded.run(&["restore", &from]).good();
        embedded.run(&["backup", "two"]).good();
        assert_eq!(content(&first), content(&embedded.path("two")));

        if let Some(other) = TestDb::postgres_without_tables().await {
            let served = Program::on(&other);
            served.run(&["restore", &from]).good();
            served.run(&["backup", "two"]).good();
            assert_eq!(content(&first), content(&served.path("two")));
            other.remove().await;
        }
    }

    async fn a_restore_into_a_database_that_holds_something_is_refused(db: &TestDb) {
        fill(db, 2).await;
        let program = Program::on(db);
        program.run(&["backup", "old"]).good();
        let caller = fill_more(db).await;
        program.run(&["backup", "new"]).good();
        let ran = program.run(&["restore", "old", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "database-not-empty"));
        program.run(&["backup", "still", "--json"]).good();
        assert_eq!(content(&program.path("new")), content(&program.path("still")));
        program.run(&["restore", "old", "--replace"]).good();
        program.run(&["backup", "back"]).good();
        assert_eq!(content(&program.path("old")), content(&program.path("back")));
        assert!(users::invite(db, &caller, &Invite::by_email("again@nordwind.example")).await.is_ok());
    }

    async fn a_damaged_backup_is_refused_before_anything_is_written(db: &TestDb) {
        fill(db, 5).await;
        let program = Program::on(db);
        program.run(&["backup", "good"]).good();
        let good = std::fs::read(program.path("good")).unwrap();
        let target = Program::new();
        let bad = target.path("bad").display().to_string();
        let mut damaged: Vec<Vec<u8>> = [good.len() / 7, good.len() / 2, good.len() - 5]
            .into_iter()
            .map(|at| {
                let mut bytes = good.clone();
                bytes[at] ^= 0x10;
                bytes
            })
            .collect();
        damaged.push(good[..good.len() - 20].to_vec());
        damaged.push(Vec::new());
        for (number, bytes) in damaged.into_iter().enumerate() {
            std::fs::write(&bad, bytes).unwrap();
            let ran = target.run(&["restore", "bad", "--json"]);
            assert_eq!((ran.code, ran.error().as_str()), (Some(9), "backup-damaged"), "{number}: {ran:?}");
            assert!(!target.path("data/seatwise.db").exists(), "{number}");
        }
    }

    async fn a_backup_holds_one_moment_while_others_write(db: &TestDb) {
        let caller = fill(db, 10).await;
        let program = Program::on(db);
        let writing = async {
            for number in 100..160 {
                invite(db, &caller, number).await;
            }
        };
        let saving = tokio::task::spawn_blocking(move || {
            let rows = program.run(&["backup", "busy", "--json"]).good().json()["trailer"]["rows"].clone();
            program.run(&["restore", "busy", "--check"]).good();
            rows
        });
        let (rows, ()) = tokio::join!(saving, writing);
        let rows = rows.unwrap();
        let (people, names) = (rows["users"].as_u64().unwrap(), rows["sign_in_names"].as_u64().unwrap());
        assert!((11..=71).contains(&people), "{rows}");
        assert_eq!(people, names, "a person and his address come together: {rows}");
        assert_eq!(people, rows["mails"].as_u64().unwrap() + 1, "{rows}");
    }
}

async fn fill_more(db: &Db) -> Caller {
    let mut tx = db.read().await.unwrap();
    let account = seatwise_domain::tenants::by_slug(&mut tx, "nordwind")
        .await
        .unwrap()
        .unwrap();
    drop(tx);
    let caller = Caller::operator(account.id);
    invite(db, &caller, 77).await;
    caller
}

#[test]
fn a_backup_that_does_not_fit_on_the_disk_leaves_no_half_file() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        fill(db, 200).await;
        let program = Program::on(db).below(&["prlimit", "--fsize=4096"]);
        let ran = program.run(&["backup", "small", "--json"]);
        assert_eq!(
            (ran.code, ran.error().as_str()),
            (Some(7), "disk-full"),
            "{ran:?}"
        );
        let left: Vec<_> = std::fs::read_dir(program.path(".")).unwrap().collect();
        assert!(left.is_empty(), "{left:?}");
    });
}

#[test]
fn a_restore_beside_a_server_that_works_is_refused() {
    let program = Program::new();
    super::people::account(&program, "2");
    program.run(&["backup", "one"]).good();
    let server = program.serve();
    for words in [
        &["restore", "one", "--replace", "--json"][..],
        &["restore", "one", "--json"],
    ] {
        let ran = program.run(words);
        assert_eq!(
            (ran.code, ran.error().as_str()),
            (Some(6), "already-running"),
            "{ran:?}"
        );
    }
    program.run(&["restore", "one", "--check"]).good();
    assert_eq!(server.get("/readyz").0, 200);
    assert_eq!(server.stop(), Some(0));
    let ran = program.run(&["restore", "one", "--json"]);
    assert_eq!(
        (ran.code, ran.error().as_str()),
        (Some(4), "database-not-empty")
    );
    assert!(ran.err.contains("holds 1 account;"), "{ran:?}");
    program.run(&["restore", "one", "--replace"]).good();
}
