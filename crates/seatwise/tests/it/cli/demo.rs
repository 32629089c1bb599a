//! The demonstration: the same server with a company in it, the same from the same seed.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use serde_json::Value as Json;

use super::Program;

/// Starts the demonstration, waits until it answers, and ends it; gives what it printed.
fn played(program: &Program) -> String {
    let mut child = program
        .command(&[
            "demo",
            "--data",
            "d",
            "--listen",
            "127.0.0.1:0",
            "--seed",
            "5",
        ])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = String::new();
    for line in lines.map_while(Result::ok) {
        said.push_str(&line);
        said.push('\n');
        if line.contains("and stay") {
            let id = child.id().to_string();
            std::process::Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap();
        }
    }
    assert_eq!(child.wait().unwrap().code(), Some(0), "{said}");
    said
}

fn people(program: &Program) -> Vec<Json> {
    let listed = program
        .run(&["user", "list", "--data", "d", "--json"])
        .good()
        .json();
    listed.as_array().unwrap().clone()
}

#[test]
fn a_company_with_people_in_every_state_is_made_and_served_again() {
    let program = Program::new();
    let said = played(&program);
    for role in [
        "owner",
        "manager",
        "salesperson",
        "seven otters carry lamps",
    ] {
        assert!(said.contains(role), "{said}");
    }
    let listed = people(&program);
    assert!(listed.len() > 40);
    for state in ["invited", "pending", "active", "deactivated"] {
        assert!(
            listed.iter().any(|person| person["state"] == state),
            "{state}"
        );
    }
    for seat in ["regular", "team"] {
        assert!(listed.iter().any(|person| person["seat"] == seat), "{seat}");
    }
    let said = program
        .run(&["backup", "b", "--data", "d", "--json"])
        .good()
        .json();
    let rows = &said["trailer"]["rows"];
    assert!(rows["records"].as_u64().unwrap() > 1_900, "{rows}");
    assert!(rows["notes"].as_u64().unwrap() > 400, "{rows}");
    assert!(rows["audit_events"].as_u64().unwrap() > 800, "{rows}");
    assert!(
        played(&program).contains("manager"),
        "it is served again as it is"
    );
    assert_eq!(people(&program), listed);

    let other = Program::new();
    played(&other);
    let names = |people: &[Json]| -> Vec<(Json, Json, Json)> {
        let columns = |person: &Json| {
            (
                person["name"].clone(),
                person["state"].clone(),
                person["open_leads"].clone(),
            )
        };
        people.iter().map(columns).collect()
    };
    assert_eq!(
        names(&people(&other)),
        names(&listed),
        "the same seed, the same company"
    );
}
