//! Rows about the server: pages over HTTP, the start, and memory.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use seatwise_domain::authn::{NewToken, create_token};
use seatwise_domain::ids::UserId;
use seatwise_testkit::app::router;
use seatwise_testkit::http::Program;

use crate::Wanted;
use crate::data::{OWN, World};
use crate::measure::per_turn;
use crate::table::{Row, Table, shown};

/// Requests of each of the 16 connections while memory is watched.
const REQUESTS: usize = 500;

async fn token(world: &World, user: UserId) -> String {
    let new = NewToken {
        name: "bench".to_owned(),
        may_write: true,
        days: None,
    };
    let made = create_token(&world.db, &world.caller(user).await, &new).await;
    made.expect("a token").1.shown
}

/// The page of users and the page of one's own leads as JSON, through all layers but the network.
pub async fn pages(world: &World, wanted: &Wanted, table: &mut Table) {
    let rows = [
        (
            "users page of 50 over HTTP, JSON, with total",
            "/api/v1/users?limit=50",
            world.owner,
            10_000,
        ),
        (
            "own-leads page of 50 over HTTP, JSON, with total",
            "/api/v1/leads?owner=me&limit=50",
            world.seller,
            OWN,
        ),
    ];
    for (work, path, user, total) in rows {
        let name = format!("{work} ({})", world.name());
        if !wanted.has(&name) {
            continue;
        }
        let program = Program::new(&router(&world.db), token(world, user).await);
        let cost = per_turn(world.server(), 300, async || {
            let answer = program.get(path).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
            assert!(answer.bytes.len() > 5_000, "a page of 50");
        });
        let cost = cost.await;
        let answer = program.get(path).await.json();
        assert_eq!(answer["total"], total, "{}", answer["total"]);
        table.cpu(name, cost, Duration::from_millis(1), None);
    }
}

/// The server's own process on the same database.
pub async fn process(world: &World, wanted: &Wanted, table: &mut Table) {
    if !(wanted.has("start") || wanted.has("memory")) {
        return;
    }
    let Some(file) = world.db.file() else {
        return;
    };
    let token = token(world, world.owner).await;
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let (server, took) = Server::start(file);
        best = best.min(took);
        drop(server);
    }
    table.add(Row {
        work: format!("start to the first answer ({})", world.name()),
        figure: format!("{} wall", shown(best)),
        limit: "200.00 ms".to_owned(),
        raw: String::new(),
        ratio: String::new(),
        holds: best < Duration::from_millis(200),
    });
    let (server, _) = Server::start(file);
    memory(table, "resident memory, idle", server.resident(), 50);
    let address = server.address;
    let clients: Vec<_> = (0..16)
        .map(|_| {
            let token = token.clone();
            tokio::task::spawn_blocking(move || load(address, &token))
        })
        .collect();
    let mut most = 0;
    for client in clients {
        client.await.expect("a client that ends");
        most = most.max(server.resident());
    }
    memory(table, "resident memory under 16 connections", most, 120);
}

fn memory(table: &mut Table, work: &str, kilobytes: u64, most: u64) {
    table.add(Row {
        work: work.to_owned(),
        figure: format!("{} MB", kilobytes / 1024),
        limit: format!("{most} MB"),
        raw: String::new(),
        ratio: String::new(),
        holds: kilobytes <= most * 1024,
    });
}

fn load(address: SocketAddr, token: &str) {
    let mut stream = TcpStream::connect(address).expect("a connection");
    for number in 0..REQUESTS {
        let path = ["/api/v1/users?limit=50", "/api/v1/leads?limit=50"][number % 2];
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("a request");
        let status = answer(&mut stream).expect("an answer");
        assert_eq!(status, 200);
    }
}

/// Reads one answer with a length; gives its status.
fn answer(stream: &mut TcpStream) -> std::io::Result<u16> {
    let mut head = Vec::new();
    let mut byte = [0_u8; 1];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let length = head
        .split("content-length:")
        .nth(1)
        .and_then(|rest| rest.lines().next());
    let length: usize = length
        .and_then(|text| text.trim().parse().ok())
        .unwrap_or_default();
    stream.read_exact(&mut vec![0; length])?;
    let status = head.split(' ').nth(1).and_then(|text| text.parse().ok());
    Ok(status.unwrap_or_default())
}

/// A running server; it ends with the value.
struct Server {
    process: Child,
    address: SocketAddr,
    _folder: tempfile::TempDir,
}

impl Server {
    /// Starts on a free port; tells how long the first answer took.
    fn start(file: &Path) -> (Self, Duration) {
        let folder = tempfile::tempdir().expect("a folder");
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = free.local_addr().expect("its address");
        drop(free);
        let began = Instant::now();
        let process = Command::new(env!("CARGO_BIN_EXE_seatwise"))
            .args(["serve", "--listen", &address.to_string()])
            .env("SEATWISE_DATA", folder.path())
            .env("SEATWISE_DATABASE", format!("sqlite:{}", file.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        while first_answer(address).is_err() {
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "the server does not answer"
            );
            std::thread::yield_now();
        }
        let took = began.elapsed();
        (
            Self {
                process,
                address,
                _folder: folder,
            },
            took,
        )
    }

    /// Resident memory in kilobytes.
    fn resident(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.expect("a running process");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        number.expect("a number of kilobytes")
    }
}

fn first_answer(address: SocketAddr) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
    match answer(&mut stream)? {
        200 => Ok(()),
        status => Err(std::io::Error::other(format!("status {status}"))),
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
