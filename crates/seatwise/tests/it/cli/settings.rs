//! `check`: every wrong setting with its place, its value and what would be right.

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
