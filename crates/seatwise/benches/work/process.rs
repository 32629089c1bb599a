//! Rows about the server's own process: pages over the network, the start, and memory.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Wanted;
use crate::data::World;
use crate::server::token;
use crate::table::{Row, Table, shown};

/// Requests of a connection.
const REQUESTS: u32 = 500;

/// The built program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_seatwise");

/// A line of what the kernel says about a process's memory; none when it has ended.
pub fn kilobytes(process: u32, line: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let rest = status.lines().find_map(|text| text.strip_prefix(line))?;
    rest.split_whitespace().next()?.parse().ok()
}

/// The server's own process on the same database.
pub async fn measure(world: &World, wanted: &Wanted, table: &mut Table) {
    let page = format!(
        "users page of 50 over HTTP, JSON, with total ({})",
        world.name()
    );
    if !(wanted.has("start") || wanted.has("memory") || wanted.has(&page)) {
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
    let mut best = Duration::MAX;
    let client = tokio::task::spawn_blocking({
        let token = token.clone();
        move || {
            for series in 0..4 {
                let before = server.cpu();
                load(address, &token, &["/api/v1/users?limit=50"]);
                if series > 0 {
                    best = best.min(server.cpu().saturating_sub(before) / REQUESTS);
                }
            }
            (server, best)
        }
    });
    let (server, best) = client.await.expect("a client that ends");
    table.cpu(page, best, Duration::from_millis(1), None);
    let clients: Vec<_> = (0..16)
        .map(|_| {
            let token = token.clone();
            tokio::task::spawn_blocking(move || {
                let pages = ["/api/v1/users?limit=50", "/api/v1/leads?limit=50"];
                load(address, &token, &pages);
            })
        })
        .collect();
    let mut most = 0;
    for client in clients {
        client.await.expect("a client that ends");
        most = most.max(server.resident());
    }
    memory(table, "resident memory under 16 connections", most, 120);
}

pub fn memory(table: &mut Table, work: &str, kilobytes: u64, most: u64) {
    table.add(Row {
        work: work.to_owned(),
        figure: format!("{} MB", kilobytes / 1024),
        limit: format!("{most} MB"),
        raw: String::new(),
        ratio: String::new(),
        holds: kilobytes <= most * 1024,
    });
}

fn load(address: SocketAddr, token: &str, paths: &[&str]) {
    let mut stream = TcpStream::connect(address).expect("a connection");
    for path in paths.iter().cycle().take(REQUESTS as usize) {
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
        let process = Command::new(PROGRAM)
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

    /// CPU time of all its threads.
    fn cpu(&self) -> Duration {
        let threads = std::fs::read_dir(format!("/proc/{}/task", self.process.id()));
        let threads = threads.expect("a running process");
        let nanos = threads.flatten().filter_map(|thread| {
            let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
            text.split_whitespace().next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(nanos.sum())
    }

    /// Resident memory in kilobytes.
    fn resident(&self) -> u64 {
        kilobytes(self.process.id(), "VmRSS:").expect("a running process")
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
