//! The server as a process: it starts, tells how it is, and ends in order.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Instant;

use serde_json::Value as Json;

use super::{Program, Server, until};

fn descriptors(id: u32) -> usize {
    std::fs::read_dir(format!("/proc/{id}/fd")).unwrap().count()
}

#[test]
fn a_first_start_prints_a_set_up_link_and_a_stop_ends_with_zero() {
    let program = Program::new();
    let mut server = program.serve();
    let link = server.line();
    assert!(link.contains("/setup/"), "{link}");
    assert_eq!(server.get("/healthz"), (200, "ok\n".to_owned()));
    let (status, body) = server.get("/readyz");
    assert_eq!((status, body.contains("\"ready\":true")), (200, true));
    assert_eq!(server.get("/metrics").0, 404, "metrics are off by default");
    assert!(program.path("data/seatwise.db").exists());
    assert_eq!(server.stop(), Some(0));
}

/// The first line of a server for programs.
fn announced(program: &Program) -> (Server, Json) {
    let server = program.serve_with(&["--json"]);
    let line: Json = serde_json::from_str(&server.first).expect("one JSON value on one line");
    (server, line)
}

#[test]
fn programs_are_told_the_address_and_the_set_up_link_in_one_line() {
    let program = Program::new();
    let (server, line) = announced(&program);
    let url = line["url"].as_str().expect("an address");
    assert_eq!(url, format!("http://{}", server.address()));
    let setup = line["setup"].as_str().expect("a link").to_owned();
    let path = setup.strip_prefix(url).expect("a link of this server");
    assert_eq!(server.get(path).0, 200, "{path}");
    assert_eq!(server.stop(), Some(0));
    super::people::account(&program, "2");
    let (server, line) = announced(&program);
    assert_eq!(line["setup"], Json::Null, "{line}");
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn every_door_is_open() {
    let program = Program::new();
    let server = program.serve();
    let (status, document) = server.get("/api/v1/openapi.json");
    assert!(
        status == 200 && document.contains("\"openapi\""),
        "{status}"
    );
    assert_eq!(server.get("/api/v1/users").0, 401);
    for page in ["/sign-in", "/api", "/problems"] {
        assert_eq!(server.get(page).0, 200, "{page}");
    }
}

#[test]
fn measures_are_behind_a_token_or_on_a_listener_of_their_own() {
    let program = Program::new().with("SEATWISE_METRICS_TOKEN", "a-token-of-16-characters");
    let server = program.serve();
    server.get("/");
    assert_eq!(server.get("/metrics").0, 401);
    let head = "Authorization: Bearer a-token-of-16-characterz\r\n";
    assert_eq!(server.get_with("/metrics", head).0, 401);
    let head = "Authorization: Bearer a-token-of-16-characters\r\n";
    let (status, body) = server.get_with("/metrics", head);
    assert_eq!(status, 200);
    for name in [
        "seatwise_http_requests_total{",
        "seatwise_http_request_seconds_bucket{",
        "seatwise_database_up 1",
        "process_resident_memory_bytes",
    ] {
        assert!(body.contains(name), "{name}: {body}");
    }
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn a_second_server_on_the_same_file_is_refused() {
    let program = Program::new();
    let first = program.serve();
    let ran = program.run(&["serve", "--json", "--listen", "127.0.0.1:0"]);
    assert_eq!(
        (ran.code, ran.error().as_str()),
        (Some(6), "already-running")
    );
    let taken = first.address().to_string();
    let ran = Program::new().run(&["serve", "--json", "--listen", &taken]);
    assert_eq!(
        (ran.code, ran.error().as_str()),
        (Some(6), "address-in-use")
    );
    first.kill();
    assert_eq!(program.serve().stop(), Some(0), "a kill leaves no lock");
}

#[test]
fn a_slow_request_does_not_keep_the_server_from_ending() {
    let program = Program::new();
    let mut server = program.serve();
    let mut slow = TcpStream::connect(server.address()).unwrap();
    slow.write_all(b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf")
        .unwrap();
    let idle = TcpStream::connect(server.address()).unwrap();
    assert_eq!(server.get("/healthz").0, 200);
    let began = Instant::now();
    server.signal("-TERM");
    assert_eq!(server.wait(), Some(0));
    assert!(began.elapsed().as_secs() < 15, "{:?}", began.elapsed());
    let mut rest = Vec::new();
    // The line is cut; that nothing more comes is what counts.
    drop(slow.read_to_end(&mut rest));
    drop(idle);
}

#[test]
fn many_idle_and_slow_clients_keep_nobody_waiting() {
    let program = Program::new();
    let server = program.serve();
    assert_eq!(server.get("/healthz").0, 200);
    let before = descriptors(server.id());
    let mut clients: Vec<TcpStream> = (0..300)
        .map(|_| TcpStream::connect(server.address()).unwrap())
        .collect();
    for slow in clients.iter_mut().take(100) {
        slow.write_all(b"GET / HTTP/1.1\r\nHost:").unwrap();
    }
    let began = Instant::now();
    assert_eq!(server.get("/healthz").0, 200);
    assert!(began.elapsed().as_secs() < 2);
    drop(clients);
    until("descriptors are given back", || {
        descriptors(server.id()) <= before + 20
    });
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn without_descriptors_it_lives_on_and_recovers() {
    let program = Program::new().below(&["prlimit", "--nofile=128"]);
    let server = program.serve();
    let clients: Vec<TcpStream> = (0..200)
        .filter_map(|_| TcpStream::connect(server.address()).ok())
        .collect();
    assert!(clients.len() > 28, "more clients than descriptors");
    drop(clients);
    assert_eq!(server.get("/readyz").0, 200);
    assert_eq!(server.stop(), Some(0));
}
