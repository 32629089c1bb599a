//! `check`: every wrong setting with its place, its value and what would be right.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;

use super::Program;

#[test]
fn without_any_setting_everything_is_right() {
    let ran = Program::new().run(&["check"]).good();
    assert!(ran.out.contains("127.0.0.1:7400"), "{ran:?}");
    assert!(ran.out.contains("ok: database will be made"), "{ran:?}");
}

#[test]
fn wrong_settings_are_told_all_at_once() {
    let program = Program::new().with("SEATWISE_CONNECTIONS", "many");
    let text = "listn = \"127.0.0.1:1\"\npublic_url = \"crm\"\n\n[smtp]\nhost = \"mail\"\npassword = \"hush\"\npasword = \"x\"\n";
    std::fs::write(program.path("seatwise.toml"), text).unwrap();
    let ran = program.run(&["check"]);
    assert_eq!(ran.code, Some(3));
    for words in [
        "seatwise.toml:1: listn: there is no such setting; listen is probably meant",
        "seatwise.toml:2: public_url = \"crm\": is an address such as https://",
        "seatwise.toml:7: smtp.pasword: there is no such setting; smtp.password is probably meant",
        "environment SEATWISE_CONNECTIONS: connections = \"many\": is a number from 1 to 200",
        "smtp.from: is needed with smtp.host",
    ] {
        assert!(ran.err.contains(words), "{words}\n{}", ran.err);
    }
    assert!(!ran.err.contains("hush"), "a secret: {}", ran.err);
    let ran = program.run(&["--json", "serve"]);
    assert_eq!((ran.code, ran.error().as_str()), (Some(3), "settings"));
}

#[test]
fn what_does_not_answer_is_named() {
    let program = Program::new()
        .with("SEATWISE_DATABASE", "postgres://anna:hush@127.0.0.1:1/crm")
        .with("SEATWISE_SMTP_HOST", "127.0.0.1")
        .with("SEATWISE_SMTP_PORT", "1")
        .with("SEATWISE_SMTP_FROM", "crm@company.example");
    let ran = program.run(&["check", "--json"]);
    assert_eq!(ran.code, Some(6));
    let tried = ran.json()["tried"].clone();
    let ok: Vec<bool> = (0..3)
        .map(|at| tried[at]["ok"].as_bool().unwrap())
        .collect();
    assert_eq!(ok, [true, false, false], "{tried}");
    assert!(!ran.out.contains("hush"), "a secret: {}", ran.out);
    program.run(&["check", "--offline"]).good();
}

/// A mail server that says the same to everybody: a greeting, and an answer to `AUTH`. Gives its port.
fn mail_server(greeting: &'static str, auth: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    std::thread::spawn(move || {
        for mut line in listener.incoming().map_while(Result::ok) {
            let mut said = BufReader::new(line.try_clone().unwrap()).lines();
            if write!(line, "{greeting}\r\n").is_err() || greeting.starts_with('5') {
                continue;
            }
            while let Some(Ok(words)) = said.next() {
                let answer = match words.split(' ').next().unwrap_or_default() {
                    "EHLO" => "250-here\r\n250 AUTH PLAIN LOGIN",
                    "AUTH" => auth,
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                if write!(line, "{answer}\r\n").is_err() {
                    break;
                }
            }
        }
    });
    port
}

/// What `check` says of a mail server, and its exit code.
fn checked(port: &str, encryption: &str, password: bool) -> (Option<i32>, String) {
    let mut program = Program::new()
        .with("SEATWISE_SMTP_HOST", "127.0.0.1")
        .with("SEATWISE_SMTP_PORT", port)
        .with("SEATWISE_SMTP_ENCRYPTION", encryption)
        .with("SEATWISE_SMTP_FROM", "crm@company.example");
    if password {
        program = program
            .with("SEATWISE_SMTP_USER", "crm")
            .with("SEATWISE_SMTP_PASSWORD", "hush");
    }
    let ran = program.run(&["check", "--json"]);
    assert!(!ran.out.contains("hush"), "a secret: {}", ran.out);
    let tried = ran.json()["tried"][2]["result"].clone();
    (ran.code, tried.as_str().unwrap().to_owned())
}

#[test]
fn the_mail_server_is_tried_as_a_mail_would_and_what_is_wrong_is_explained() {
    let good = mail_server("220 here", "235 in");
    assert_eq!(
        checked(&good, "none", false),
        (Some(0), "answers".to_owned())
    );
    let (code, words) = checked(&good, "none", true);
    assert_eq!(
        (code, words.as_str()),
        (Some(0), "answers and takes the password")
    );
    for (port, encryption, wanted) in [
        (&good, "starttls", "smtp.encryption"),
        (&good, "tls", "smtp.encryption"),
        (
            &mail_server("220 here", "535 5.7.8 no"),
            "none",
            "smtp.password",
        ),
        (
            &mail_server("554 go away", ""),
            "none",
            "refuses this machine",
        ),
        (&mail_server("421 later", ""), "none", "later"),
    ] {
        let (code, words) = checked(port, encryption, true);
        assert_eq!(code, Some(6), "{wanted}: {words}");
        assert!(words.contains(wanted), "{wanted}: {words}");
    }
}
