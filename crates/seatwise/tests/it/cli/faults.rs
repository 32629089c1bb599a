//! A database that is locked, gone or out of space: said in words, lived through, and over without a restart.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use seatwise_domain::authn::{NewToken, create_token};
use seatwise_domain::store::Engine;
use seatwise_testkit::TestDb;
use seatwise_testkit::tenant::PASSWORD;
use sqlx::{Connection as _, PgConnection};

use super::{Program, Server, until};

fn ready(server: &Server) -> bool {
    server.get("/readyz").0 == 200
}

fn assert_not_ready(server: &Server) {
    until("not ready", || !ready(server));
    let (status, body) = server.get("/readyz");
    assert_eq!(
        (status, body.contains("\"ready\":false")),
        (503, true),
        "{body}"
    );
    assert_eq!(server.get("/healthz").0, 200);
}

/// Somebody who signs in on a page, and a program that writes through REST.
struct People {
    form: String,
    token: String,
}

impl People {
    async fn of(db: &TestDb) -> Self {
        let acme = db.tenant().build().await;
        let token = NewToken {
            name: "test".to_owned(),
            may_write: true,
            days: None,
        };
        let caller = acme.as_owner().await;
        let (_, secret) = create_token(db, &caller, &token).await.unwrap();
        let email = acme.email_of("owner").replace('@', "%40");
        Self {
            form: format!("email={email}&password={PASSWORD}"),
            token: format!("Authorization: Bearer {}\r\n", secret.shown),
        }
    }

    /// Writing goes on without a restart.
    fn can_write(&self, server: &Server) {
        let head = format!("{}Content-Type: application/json\r\n", self.token);
        let (told, team) = server.send("POST", "/api/v1/teams", &head, "{\"name\":\"South\"}");
        assert_eq!(told, 201, "{team}");
    }

    /// Both are told in words what is wrong, with the status and the code of it, at the latest when lines that broke
    /// meanwhile are used up.
    fn are_told(&self, server: &Server, status: u16, code: &str, words: &str) {
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        let mut last = (0, String::new());
        for _ in 0..10 {
            last = server.send("POST", "/sign-in", kind, &self.form);
            if last.0 == status {
                break;
            }
        }
        assert!(last.0 == status && last.1.contains(words), "{last:?}");
        let head = format!("{}Content-Type: application/json\r\n", self.token);
        let code = format!("\"code\":\"{code}\"");
        for _ in 0..10 {
            last = server.send("POST", "/api/v1/teams", &head, "{\"name\":\"Nord\"}");
            if last.0 == status {
                break;
            }
        }
        assert_eq!(last.0, status, "{last:?}");
        assert!(last.1.contains(&code) && last.1.contains(words), "{last:?}");
    }
}

#[test]
fn f1_a_database_whose_file_was_deleted_is_gone_and_takes_no_writes() {
    let program = Program::new();
    let server = program.serve();
    assert!(ready(&server));
    std::fs::remove_dir_all(program.path("data")).unwrap();
    assert_not_ready(&server);
    assert!(server.get("/readyz").1.contains("cannot be reached"));
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn f1_a_database_whose_file_was_replaced_is_gone_until_its_own_is_back() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        let people = People::of(db).await;
        let server = Program::on(db).serve();
        assert!(ready(&server));
        let file = db.file().expect("an embedded database");
        let (away, other) = (file.with_extension("away"), file.with_extension("other"));
        std::fs::copy(file, &other).unwrap();
        std::fs::rename(file, &away).unwrap();
        std::fs::rename(&other, file).unwrap();
        assert_not_ready(&server);
        people.are_told(&server, 503, "database-gone", "cannot be reached");
        std::fs::rename(&away, file).unwrap();
        until("ready again", || ready(&server));
        people.can_write(&server);
        assert_eq!(server.stop(), Some(0));
    });
}

/// A connection of its own, which no pool shares and which may write whatever the database is set to.
async fn line_to(db: &TestDb) -> PgConnection {
    let mut line = PgConnection::connect(db.url()).await.unwrap();
    let free = "set default_transaction_read_only = off";
    sqlx::query(free).execute(&mut line).await.unwrap();
    line
}

/// From now on each connection finds the database as it is set; those that are open end, but for the test's own.
async fn set_read_only(db: &TestDb, word: &str) {
    let mut line = line_to(db).await;
    let name = db.url().rsplit('/').next().unwrap();
    let name = name.split('?').next().unwrap();
    let set = format!("alter database {name} set default_transaction_read_only = {word}");
    let end = "select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()";
    for text in [set, end.to_owned()] {
        let text = sqlx::AssertSqlSafe(text);
        sqlx::query(text).execute(&mut line).await.unwrap();
    }
}

#[test]
fn f1_a_database_server_that_only_reads_makes_the_server_not_ready_until_it_writes() {
    seatwise_testkit::run(Engine::Postgres, async |db: &TestDb| {
        let people = People::of(db).await;
        let server = Program::on(db).serve();
        assert!(ready(&server));
        set_read_only(db, "on").await;
        until("told", || {
            server.get("/readyz").1.contains("takes no writes")
        });
        assert_not_ready(&server);
        people.are_told(
            &server,
            503,
            "database-read-only",
            "takes no writes at present",
        );
        assert_eq!(server.get("/sign-in").0, 200, "reading goes on");
        set_read_only(db, "off").await;
        until("ready again", || ready(&server));
        assert_eq!(server.stop(), Some(0));
    });
}

#[test]
fn f1_locks_on_a_database_server_make_the_server_not_ready_until_they_are_gone() {
    seatwise_testkit::run(Engine::Postgres, async |db: &TestDb| {
        let people = People::of(db).await;
        let server = Program::on(db).serve();
        assert!(ready(&server));
        let mut held = line_to(db).await;
        for text in [
            "begin",
            "lock table probes, sessions, teams in exclusive mode",
        ] {
            sqlx::query(text).execute(&mut held).await.unwrap();
        }
        assert_not_ready(&server);
        assert!(server.get("/readyz").1.contains("busy or locked"));
        people.are_told(&server, 503, "busy", "busy");
        held.close().await.unwrap();
        until("ready again", || ready(&server));
        assert_eq!(server.stop(), Some(0));
    });
}

#[test]
fn a_locked_database_makes_the_server_not_ready_until_it_is_free() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        let people = People::of(db).await;
        let server = Program::on(db).serve();
        assert!(ready(&server));
        let held = db.write().await.unwrap();
        assert_not_ready(&server);
        people.are_told(&server, 503, "busy", "busy");
        drop(held);
        until("ready again", || ready(&server));
        people.can_write(&server);
        assert_eq!(server.stop(), Some(0));
    });
}

#[test]
fn a_file_that_may_not_grow_makes_the_server_not_ready_until_there_is_room() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        // The limit lies above the database and below what its log will need.
        let people = People::of(db).await;
        db.checkpoint().await;
        let file = db.file().expect("an embedded database");
        let limit = std::fs::metadata(file).unwrap().len() + 200_000;
        let limit = format!("--fsize={limit}");
        let program = Program::on(db).below(&["prlimit", &limit]);
        let server = program.serve();
        assert!(ready(&server));
        // A reader keeps the log from being folded into the file while others fill it.
        let reader = db.read().await.unwrap();
        let log = file.with_extension("db-wal");
        let most = std::fs::metadata(file).unwrap().len() + 400_000;
        while std::fs::metadata(&log).unwrap().len() < most {
            // Another instant each time: a row that stays the same is not written.
            db.clock().advance(1);
            db.probe().await.unwrap();
        }
        assert_not_ready(&server);
        people.are_told(&server, 507, "disk-full", "disk");
        assert_eq!(server.get("/sign-in").0, 200, "reading goes on");
        drop(reader);
        db.checkpoint().await;
        until("ready again", || ready(&server));
        people.can_write(&server);
        assert_eq!(server.stop(), Some(0));
    });
}

/// A line to a server that can be cut.
struct Line {
    address: SocketAddr,
    cut: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
    frozen: Arc<(Mutex<bool>, Condvar)>,
}

impl Line {
    fn to(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let cut = Arc::new(AtomicBool::new(false));
        let open = Arc::new(Mutex::new(Vec::new()));
        let frozen = Arc::new((Mutex::new(false), Condvar::new()));
        let line = Self {
            address,
            cut: Arc::clone(&cut),
            open: Arc::clone(&open),
            frozen: Arc::clone(&frozen),
        };
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if cut.load(Ordering::SeqCst) {
                    continue;
                }
                let server = TcpStream::connect(&target).unwrap();
                open.lock()
                    .unwrap()
                    .extend([client.try_clone().unwrap(), server.try_clone().unwrap()]);
                let ends = (client.try_clone().unwrap(), server.try_clone().unwrap());
                pump(ends.0, ends.1, Arc::clone(&frozen));
                pump(server, client, Arc::clone(&frozen));
            }
        });
        line
    }

    fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
        for end in self.open.lock().unwrap().drain(..) {
            // It may be closed already.
            drop(end.shutdown(Shutdown::Both));
        }
    }

    fn mend(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }

    /// Nothing comes through any more, and nobody is told; or all that waited does.
    fn freeze(&self, on: bool) {
        *self.frozen.0.lock().unwrap() = on;
        self.frozen.1.notify_all();
    }
}

fn pump(
    mut from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    frozen: Arc<(Mutex<bool>, Condvar)>,
) {
    std::thread::spawn(move || {
        let mut piece = [0_u8; 16 * 1024];
        while let Ok(length @ 1..) = from.read(&mut piece) {
            let held = frozen.0.lock().unwrap();
            drop(frozen.1.wait_while(held, |frozen| *frozen).unwrap());
            if to.write_all(&piece[..length]).is_err() {
                break;
            }
        }
    });
}

/// A server whose database is behind a line that can be cut or frozen.
fn behind_a_line(db: &TestDb) -> (Line, Server) {
    let (start, rest) = db.url().split_once('@').unwrap();
    let (place, name) = rest.split_once('/').unwrap();
    let line = Line::to(place.to_owned());
    let url = format!("{start}@{}/{name}", line.address);
    let server = Program::new().with("SEATWISE_DATABASE", &url).serve();
    (line, server)
}

#[test]
fn a_database_server_that_is_gone_makes_the_server_not_ready_until_it_is_back() {
    seatwise_testkit::run(Engine::Postgres, async |db: &TestDb| {
        let people = People::of(db).await;
        let (line, server) = behind_a_line(db);
        assert!(ready(&server));
        line.cut();
        assert_not_ready(&server);
        people.are_told(&server, 503, "database-gone", "cannot be reached");
        line.mend();
        until("ready again", || ready(&server));
        assert_eq!(server.stop(), Some(0));
    });
}

#[test]
fn a_database_server_that_swallows_what_it_is_sent_is_told_of_while_the_client_still_waits() {
    seatwise_testkit::run(Engine::Postgres, async |db: &TestDb| {
        let people = People::of(db).await;
        let (line, server) = behind_a_line(db);
        assert!(ready(&server));
        let head = format!("{}Content-Type: application/json\r\n", people.token);
        line.freeze(true);
        let (status, body) = server.send("POST", "/api/v1/teams", &head, "{\"name\":\"Nord\"}");
        assert_eq!(status, 503, "{body}");
        assert!(body.contains("\"code\":\"database-gone\""), "{body}");
        assert_not_ready(&server);
        line.freeze(false);
        until("ready again", || ready(&server));
        people.can_write(&server);
        assert_eq!(server.stop(), Some(0));
    });
}
