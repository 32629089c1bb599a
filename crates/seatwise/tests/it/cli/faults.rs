//! A database that is locked, gone or out of space: said in words, lived through, and over without a restart.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use seatwise_domain::store::Engine;
use seatwise_testkit::TestDb;

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

#[test]
fn a_locked_database_makes_the_server_not_ready_until_it_is_free() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        let server = Program::on(db).serve();
        assert!(ready(&server));
        let held = db.write().await.unwrap();
        assert_not_ready(&server);
        drop(held);
        until("ready again", || ready(&server));
        assert_eq!(server.stop(), Some(0));
    });
}

#[test]
fn a_file_that_may_not_grow_makes_the_server_not_ready_until_there_is_room() {
    seatwise_testkit::run(Engine::Sqlite, async |db: &TestDb| {
        // The limit lies above the database and below what its log will need.
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
            db.probe().await.unwrap();
        }
        assert_not_ready(&server);
        assert_ne!(server.get("/sign-in").0, 500, "reading goes on");
        drop(reader);
        db.checkpoint().await;
        until("ready again", || ready(&server));
        assert_eq!(server.stop(), Some(0));
    });
}

/// A line to a server that can be cut.
struct Line {
    address: SocketAddr,
    cut: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
}

impl Line {
    fn to(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let cut = Arc::new(AtomicBool::new(false));
        let open = Arc::new(Mutex::new(Vec::new()));
        let line = Self {
            address,
            cut: Arc::clone(&cut),
            open: Arc::clone(&open),
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
                pump(client.try_clone().unwrap(), server.try_clone().unwrap());
                pump(server, client);
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
}

fn pump(mut from: impl Read + Send + 'static, mut to: impl Write + Send + 'static) {
    std::thread::spawn(move || std::io::copy(&mut from, &mut to));
}

#[test]
fn a_database_server_that_is_gone_makes_the_server_not_ready_until_it_is_back() {
    seatwise_testkit::run(Engine::Postgres, async |db: &TestDb| {
        let (start, rest) = db.url().split_once('@').unwrap();
        let (place, name) = rest.split_once('/').unwrap();
        let line = Line::to(place.to_owned());
        let url = format!("{start}@{}/{name}", line.address);
        let server = Program::new().with("SEATWISE_DATABASE", &url).serve();
        assert!(ready(&server));
        line.cut();
        assert_not_ready(&server);
        line.mend();
        until("ready again", || ready(&server));
        assert_eq!(server.stop(), Some(0));
    });
}
