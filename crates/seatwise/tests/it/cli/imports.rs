//! The real files from a shell, and a run that is killed in the middle.

use std::path::Path;
use std::time::{Duration, Instant};

use seatwise_testkit::company::Company;
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use super::people::account;
use super::{Program, until};

/// A path as a word of a command.
fn word(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The staff of the real company, and the number of open leads of one of them.
fn staff(program: &Program, file: &str) {
    account(program, "60");
    let done = program
        .run(&["import", "users", file, "--yes", "--create-teams", "--json"])
        .good()
        .json();
    assert_eq!(
        (&done["rows"], &done["verdicts"]["create"]),
        (&41.into(), &41.into()),
        "{done}"
    );
}

fn open_leads(program: &Program, name: &str) -> Json {
    let people = program
        .run(&["user", "list", "--query", name, "--json"])
        .good()
        .json();
    people[0]["open_leads"].clone()
}

on_both! {
    async fn l6_and_totals_the_real_company_comes_in_from_a_shell(db: &TestDb) {
        let company = Company::files();
        let (people, leads) = (word(&company.staff), word(&company.pipeline));
        let program = Program::on(db);
        staff(&program, people);
        let states = program.run(&["user", "list", "--state", "pending", "--json"]).good().json();
        let mailed = states.as_array().unwrap().iter().filter(|p| p["state"] == "pending").count();
        assert_eq!(mailed, 0, "no mail goes out by an import");
        let dry = program
            .run(&["import", "leads", leads, "--dry-run", "--pending-owners", "--json"])
            .good()
            .json();
        assert_eq!((&dry["rows"], &dry["verdicts"]["create"]), (&8_800.into(), &8_800.into()), "{dry}");
        let ran = program.run(&["import", "leads", leads, "--pending-owners", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "not-confirmed"));
        for (verdict, count) in [("create", 8_800), ("skip", 8_800)] {
            let done = program
                .run(&["import", "leads", leads, "--yes", "--pending-owners", "--json"])
                .good()
                .json();
            assert_eq!(done["verdicts"], json!({ verdict: count }), "a second import doubles nothing");
        }
        assert_eq!(open_leads(&program, "Darcel"), 194);
    }
}

#[test]
fn l15_the_german_list_has_a_verdict_for_every_row() {
    let company = Company::files();
    let program = Program::new();
    account(&program, "60");
    let dry = [
        "import",
        "users",
        word(&company.german),
        "--dry-run",
        "--create-teams",
        "--json",
    ];
    let dry = program.run(&dry).good().json();
    let told: u64 = dry["verdicts"]
        .as_object()
        .unwrap()
        .values()
        .map(|n| n.as_u64().unwrap())
        .sum();
    assert_eq!(Json::from(told), dry["rows"], "{dry}");
    let not_taken = dry["not_taken"].as_array().unwrap();
    assert!(
        not_taken.iter().all(|row| row["reason"].is_string()),
        "{dry}"
    );
    let people = program.run(&["user", "list", "--json"]).good().json();
    assert_eq!(
        people.as_array().unwrap().len(),
        1,
        "a dry run changes nothing"
    );
}

#[test]
fn f1_an_import_that_was_killed_goes_on_and_ends_as_if_it_had_not_been() {
    let company = Company::files();
    let (people, leads) = (word(&company.staff), word(&company.pipeline));
    let program = Program::new();
    staff(&program, people);
    let mut child = program.spawn(&["import", "leads", leads, "--yes", "--pending-owners"]);
    // Killed as soon as some leads are there, which is in the middle of the run.
    until("the first leads", || open_leads(&program, "Darcel") != 0);
    child.kill().unwrap();
    child.wait().unwrap();
    let server = program.serve();
    until("all leads", || open_leads(&program, "Darcel") == 194);
    server.kill();
    let server = program.serve();
    let moment = Instant::now() + Duration::from_millis(300);
    until("a moment of work", || Instant::now() > moment);
    assert_eq!(server.stop(), Some(0));
    let again = program
        .run(&[
            "import",
            "leads",
            leads,
            "--yes",
            "--pending-owners",
            "--json",
        ])
        .good()
        .json();
    assert_eq!(
        again["verdicts"],
        json!({ "skip": 8_800 }),
        "nothing is missing and nothing double"
    );
}

#[test]
fn f1_a_hand_over_that_was_killed_goes_on_after_the_restart() {
    let company = Company::files();
    let (people, leads) = (word(&company.staff), word(&company.pipeline));
    let program = Program::new();
    staff(&program, people);
    let import = ["import", "leads", leads, "--yes", "--pending-owners"];
    program.run(&import).good();
    let owner = "kaethe@nordwind.example";
    // One person gets everything: more than one transaction moves at once.
    let listed = program.run(&["user", "list", "--json"]).good().json();
    for person in listed.as_array().unwrap() {
        let address = person["email"].as_str().unwrap();
        if address != owner {
            let words = ["user", "hand-over", address, "--to", owner, "--all-stages"];
            program.run(&words).good();
        }
    }
    assert_eq!(open_leads(&program, "Käthe"), 2_089);
    let words = ["user", "hand-over", owner, "--unassign", "--all-stages"];
    let mut child = program.spawn(&words);
    until("the first leads are gone", || {
        open_leads(&program, "Käthe") != 2_089
    });
    child.kill().unwrap();
    child.wait().unwrap();
    let server = program.serve();
    until("all leads are gone", || open_leads(&program, "Käthe") == 0);
    assert_eq!(server.stop(), Some(0));
}

#[test]
fn d13_each_row_is_told_in_a_sentence_also_when_only_a_value_was_not_taken() {
    let program = Program::new();
    account(&program, "3");
    let people = "Name,E-mail,Start date\n\
        Anna Bauer,anna@nordwind.example,31.02.2022\n\
        Bo Larsen,bo@nordwind,\n\
        Cy Meier,cy@nordwind.example,1.3.2022\n\
        Di Olsen,di@nordwind.example,\n";
    std::fs::write(program.path("people.csv"), people).unwrap();
    let ran = program
        .run(&["import", "users", "people.csv", "--dry-run"])
        .good();
    for words in [
        "people.csv: 4 rows.",
        "row 2 (Anna Bauer): create: In the company since: “31.02.2022” is not a date and is left out.",
        "row 3 (Bo Larsen): problem: “bo@nordwind” is not a complete e-mail.",
        "row 5 (Di Olsen): no seat: The rows above use all free seats.",
    ] {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
    for code in [
        "email-invalid",
        "no-free-seat",
        "date-not-taken",
        "Cy Meier",
    ] {
        assert!(!ran.out.contains(code), "{code}\n{}", ran.out);
    }
    let told = program
        .run(&["import", "users", "people.csv", "--dry-run", "--json"])
        .good()
        .json();
    assert_eq!(told["not_taken"][0]["reason"], "email-invalid", "{told}");
    let noted = &told["taken_with_notes"];
    assert_eq!(noted.as_array().unwrap().len(), 1, "{told}");
    assert_eq!(
        (&noted[0]["row"], &noted[0]["notes"][0]["code"]),
        (&2.into(), &"date-not-taken".into())
    );
}

#[test]
fn numbers_have_the_right_word_and_each_import_its_own_options() {
    let program = Program::new();
    account(&program, "3");
    let words = program.run(&["user", "list"]).good().out;
    assert!(words.contains("1 person\n"), "{words}");
    let people = program.run(&["import", "users", "--help"]).good().out;
    let leads = program.run(&["import", "leads", "--help"]).good().out;
    for (option, of_people) in [
        ("--seat", true),
        ("--create-teams", true),
        ("--mail", true),
        ("--historic", false),
        ("--pending-owners", false),
        ("--unassigned", false),
    ] {
        assert_eq!(people.contains(option), of_people, "{option}");
        assert_eq!(leads.contains(option), !of_people, "{option}");
    }
}

#[test]
fn k2_a_shell_matches_the_column_of_roles_and_is_told_what_is_wrong_with_them() {
    let program = Program::new();
    account(&program, "9");
    let people = "Name,E-mail,Task\n\
        Anna Bauer,anna@nordwind.example,Vertrieb\n\
        Bo Larsen,bo@nordwind.example,leads.edit\n\
        Cy Meier,cy@nordwind.example,Slaes\n";
    std::fs::write(program.path("people.csv"), people).unwrap();
    let words = [
        "import",
        "users",
        "people.csv",
        "--map",
        "Task=role",
        "--dry-run",
    ];
    let ran = program.run(&words).good();
    for words in [
        "1 would be created",
        "row 3 (Bo Larsen): problem: “leads.edit” is a permission, and permissions are given by roles.",
        "row 4 (Cy Meier): problem: There is no role “Slaes”. Did you mean “Sales”?",
    ] {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
}
