//! Taking imports and hand-overs back from a shell.

use seatwise_domain::ids::ImportId;
use seatwise_testkit::{TestDb, on_both};

use super::people::account;
use super::{Program, until};

const PEOPLE: &str =
    "Name,E-mail\nAnna Bauer,anna@nordwind.example\nBo Larsen,bo@nordwind.example\n";
const LEADS: &str = "id,title,owner,value\n1,A,Anna Bauer,1\n2,B,Anna Bauer,2\n3,C,Bo Larsen,3\n";

/// Brings a file in; gives the id of the import.
fn import(program: &Program, kind: &str, text: &str) -> String {
    let file = format!("{kind}.csv");
    std::fs::write(program.path(&file), text).unwrap();
    let words = ["import", kind, &file, "--yes", "--json"];
    let words: Vec<&str> = match kind {
        "leads" => [&words[..], &["--pending-owners"]].concat(),
        _ => words.to_vec(),
    };
    let done = program.run(&words).good().json();
    done["id"].as_str().unwrap().to_owned()
}

fn open_leads(program: &Program, address: &str) -> u64 {
    let words = ["user", "list", "--query", address, "--json"];
    let people = program.run(&words).good().json();
    people[0]["open_leads"].as_u64().unwrap_or_default()
}

on_both! {
    async fn p74_an_import_is_listed_and_taken_back_from_a_shell(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "5");
        let people = import(&program, "users", PEOPLE);
        let leads = import(&program, "leads", LEADS);
        let listed = program.run(&["import", "list", "--json"]).good().json();
        assert_eq!((&listed[0]["id"], &listed[1]["id"]), (&leads.as_str().into(), &people.as_str().into()));
        let words = program.run(&["import", "list"]).good().out;
        assert!(words.contains("users.csv") && words.contains("leads.csv"), "{words}");

        let plan = program.run(&["import", "undo", &people, "--dry-run", "--json"]).good().json();
        assert_eq!((&plan["reversed"], &plan["kept"]["has-work"]), (&0.into(), &2.into()), "{plan}");
        let one = program.run(&["import", "undo", &leads, "--row", "4", "--json"]).good().json();
        assert_eq!((&one["state"], &one["verdicts"]["reversed"]), (&"done".into(), &1.into()), "{one}");
        let plan = program.run(&["import", "undo", &people, "--dry-run", "--json"]).good().json();
        assert_eq!((&plan["reversed"], &plan["kept"]["has-work"]), (&1.into(), &1.into()), "{plan}");
        let done = program.run(&["import", "undo", &people, "--reason", "The wrong list", "--json"]).good().json();
        assert_eq!((&done["state"], &done["not_undone"][0]["reason"]), (&"undone".into(), &"has-work".into()), "{done}");
        assert_eq!((&done["verdicts"]["reversed"], &done["verdicts"]["kept"]), (&1.into(), &1.into()), "{done}");
        let people_left = program.run(&["user", "list", "--json"]).good().json();
        assert_eq!(people_left.as_array().map(Vec::len), Some(2), "{people_left}");

        let ran = program.run(&["import", "undo", &people, "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "not-undoable"));
        let nothing = ImportId(uuid::Uuid::nil()).to_string();
        let ran = program.run(&["import", "undo", &nothing, "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(5), "not-found"));
        let ran = program.run(&["import", "undo", "first", "--json"]);
        assert_eq!(ran.code, Some(2));
    }

    async fn l7_the_activations_of_an_import_go_out_from_a_shell(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "5");
        let people = import(&program, "users", PEOPLE);
        program.run(&["import", "send-activations", &people]).good();
        let listed = program.run(&["user", "list", "--state", "pending", "--json"]).good().json();
        let states: Vec<_> = listed.as_array().unwrap().iter().map(|person| &person["state"]).collect();
        assert_eq!(states, ["pending", "pending"]);
        let leads = import(&program, "leads", LEADS);
        let ran = program.run(&["import", "send-activations", &leads, "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "import-state"));
    }

    async fn d2_a_hand_over_is_taken_back_from_a_shell_by_the_command_it_prints(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "5");
        import(&program, "users", PEOPLE);
        import(&program, "leads", LEADS);
        let (anna, owner) = ("anna@nordwind.example", "kaethe@nordwind.example");
        let words = program.run(&["user", "hand-over", anna, "--to", owner]).good().out;
        assert_eq!((open_leads(&program, anna), open_leads(&program, owner)), (0, 2));
        let command = words.lines().find_map(|line| line.split_once("seatwise ")).unwrap().1;
        let command: Vec<&str> = command.split_whitespace().collect();
        let undone = program.run(&[&command[..], &["--reason", "Too early", "--json"]].concat()).good().json();
        assert_eq!((&undone["moved"], &undone["kept"]), (&2.into(), &0.into()), "{undone}");
        assert_eq!((open_leads(&program, anna), open_leads(&program, owner)), (2, 0));
        let ran = program.run(&[&command[..], &["--json"]].concat());
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "already-undone"));
    }
}

#[test]
fn f1_an_undo_that_was_killed_goes_on_and_leaves_nothing() {
    let program = Program::new();
    account(&program, "5");
    let rows = (0..8_000).fold(String::new(), |text, number| {
        text + &format!("{number},Lead {number},kaethe@nordwind.example,1\n")
    });
    let leads = import(&program, "leads", &format!("id,title,owner,value\n{rows}"));
    let owner = "kaethe@nordwind.example";
    assert_eq!(open_leads(&program, owner), 8_000);
    let mut child = program.spawn(&["import", "undo", &leads]);
    until("the first leads are gone", || {
        open_leads(&program, owner) < 8_000
    });
    child.kill().unwrap();
    child.wait().unwrap();
    let server = program.serve();
    until("all leads are gone", || open_leads(&program, owner) == 0);
    until("the undo is done", || {
        let listed = program.run(&["import", "list", "--json"]).good().json();
        listed[0]["state"] == "undone"
    });
    assert_eq!(server.stop(), Some(0));
    let listed = program.run(&["import", "list", "--json"]).good().json();
    assert_eq!(listed[0]["verdicts"]["reversed"], 8_000, "{listed}");
}
