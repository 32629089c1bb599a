//! Accounts and people from a shell: the same rules as on the pages, with exit codes.

use seatwise_domain::args;
use seatwise_domain::authz::Caller;
use seatwise_domain::store::{Reads as _, Sql};
use seatwise_domain::tenants::{self, Ask, EditAccountCommand, Settings, UserField, UserForm};
use seatwise_testkit::{TestDb, on_both};

use super::Program;

/// An account of the shell's making.
pub fn account(program: &Program, seats: &str) {
    std::fs::write(program.path("password"), "tall-otter-sings-7-songs\n").unwrap();
    program
        .run(&[
            "tenant",
            "create",
            "--name",
            "Nordwind Solar",
            "--owner-name",
            "Käthe Müller",
            "--owner-email",
            "kaethe@nordwind.example",
            "--owner-password-file",
            "password",
            "--language",
            "de",
            "--seats",
            seats,
        ])
        .good();
}

on_both! {
    async fn n47_a_leaver_is_replaced_from_a_shell_without_another_seat(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "2");
        program.run(&["user", "invite", "anna@nordwind.example", "--name", "Anna"]).good();
        let ran = program.run(&["user", "invite", "bo@nordwind.example", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "no-free-seat"));
        let done = program
            .run(&["user", "deactivate", "ANNA@nordwind.example", "--leads", "later", "--reason", "Left", "--json"])
            .good()
            .json();
        assert_eq!(done["state"], "deactivated");
        let seats = program.run(&["tenant", "seats", "nordwind-solar", "--json"]).good().json();
        assert_eq!((&seats[0]["used"], &seats[0]["free"]), (&1.into(), &1.into()));
        let invited = program.run(&["user", "invite", "bo@nordwind.example", "--json"]).good().json();
        assert_eq!((&invited["state"], &invited["mailed"]), (&"pending".into(), &true.into()));
        let ran = program.run(&["user", "reactivate", "anna@nordwind.example", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "no-free-seat"));
        program.run(&["tenant", "seats", "nordwind-solar", "--regular", "3"]).good();
        program.run(&["user", "reactivate", "anna@nordwind.example"]).good();
        let people = program.run(&["user", "list", "--json"]).good().json();
        let states: Vec<_> = people.as_array().unwrap().iter().map(|p| p["state"].as_str().unwrap()).collect();
        assert_eq!(states.len(), 3, "{people}");
        let words = program.run(&["user", "list"]).good().out;
        assert!(words.contains("Käthe Müller") && words.contains("3 people"), "{words}");
    }

    async fn decision6_the_shell_asks_for_what_the_account_asks_for(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "3");
        let tenant = {
            let mut tx = db.read().await.unwrap();
            tenants::all(&mut tx).await.unwrap().remove(0)
        };
        let asks = UserForm::default().asking(UserField::Phone, Ask::Required);
        let command = EditAccountCommand {
            settings: Some(Settings { user_form: asks, ..Settings::default() }),
            ..EditAccountCommand::default()
        };
        tenants::edit(db, &Caller::operator(tenant.id), &command).await.unwrap();
        let words = ["user", "invite", "bo@nordwind.example", "--json"];
        let ran = program.run(&words);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "phone-needed"));
        let ran = program.run(&[&words[..], &["--phone", "+49 30 12", "--gender", "Frau"]].concat());
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "field-not-asked"));
        program.run(&[&words[..], &["--phone", "+49 30 12", "--login", "bo"]].concat()).good();
    }

    async fn l13_an_invitation_is_mailed_again_and_taken_back_from_a_shell(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "2");
        program.run(&["user", "invite", "bo@nordwind.example", "--no-mail"]).good();
        let words = ["user", "resend", "bo@nordwind.example", "kaethe@nordwind.example", "--json"];
        let sent = program.run(&words).good().json();
        assert_eq!(sent["sent"].as_array().map(Vec::len), Some(1), "{sent}");
        assert_eq!(sent["skipped"][0]["reason"], "already-active", "{sent}");
        let words = ["user", "cancel", "bo@nordwind.example", "--reason", "Took another job"];
        program.run(&words).good();
        let ran = program.run(&["user", "cancel", "bo@nordwind.example", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(5), "no-such-user"));
        let seats = program.run(&["tenant", "seats", "nordwind-solar", "--json"]).good().json();
        assert_eq!(seats[0]["free"], 1, "the seat is free again");
    }

    async fn what_cannot_be_is_refused_with_its_reason(db: &TestDb) {
        let program = Program::on(db);
        let ran = program.run(&["user", "list", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(5), "no-account"));
        account(&program, "3");
        for (words, code, reason) in [
            (&["user", "deactivate", "kaethe@nordwind.example", "--leads", "later"][..], 4, "is-owner"),
            (&["user", "deactivate", "nobody@nordwind.example", "--leads", "later"], 5, "no-such-user"),
            (&["user", "deactivate", "kaethe@nordwind.example", "--leads", "to"], 2, "usage"),
            (&["user", "invite", "not an address"], 4, "email-invalid"),
            (&["user", "invite", "KAETHE@nordwind.example"], 4, "email-taken"),
            (&["user", "invite", "x@nordwind.example", "--level", "king"], 2, "usage"),
            (&["user", "invite", "x@nordwind.example", "--team", "None"], 5, "team-unknown"),
            (&["tenant", "seats", "nordwind-solar", "--regular", "0"], 4, "seats-in-use"),
            (&["user", "--tenant", "other", "list"], 5, "no-account"),
        ] {
            let ran = program.run(&[words, &["--json"]].concat());
            assert_eq!((ran.code, ran.error().as_str()), (Some(code), reason), "{words:?}");
        }
        let ran = program.run(&["tenant", "create", "--name", "Nordwind Solar", "--owner-name", "X", "--owner-email", "x@y.example", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(4), "account-address-taken"));
    }

    async fn n46_n54_n55_a_refusal_names_the_reason_and_the_next_step(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "3");
        for address in ["anna@nordwind.example", "dora@nordwind.example"] {
            program.run(&["user", "invite", address, "--no-mail"]).good();
        }
        program.run(&["user", "deactivate", "dora@nordwind.example", "--leads", "later"]).good();
        program.run(&["user", "invite", "bo@nordwind.example"]).good();
        let heir = ["user", "hand-over", "anna@nordwind.example", "--to", "dora@nordwind.example"];
        for (words, told) in [
            (&["user", "invite", "eva@nordwind.example"][..], &["no free", "Buy a seat"][..]),
            (&["user", "reactivate", "dora@nordwind.example"], &["no free", "Buy a seat"]),
            (&["user", "invite", "dora@nordwind.example"], &["belongs to a deactivated user", "Reactivate that user"]),
            (&["user", "reactivate", "anna@nordwind.example"], &["not deactivated", "can be reactivated"]),
            (&heir, &["is deactivated", "reactivate this person first"]),
        ] {
            let ran = program.run(words);
            assert_eq!(ran.code, Some(4), "{ran:?}");
            for part in told {
                assert!(ran.err.contains(part), "{part} in {ran:?}");
            }
            let ran = program.run(&[words, &["--json"]].concat());
            let line: serde_json::Value = serde_json::from_str(ran.err.lines().last().unwrap()).unwrap();
            assert!(line["error"]["detail"].is_string(), "{line}");
        }
    }

    async fn j16_a_resent_mail_and_a_run_are_recorded_with_their_reason(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "3");
        program.run(&["user", "invite", "bo@nordwind.example"]).good();
        program.run(&["user", "resend", "bo@nordwind.example", "--reason", "Lost the mail"]).good();
        std::fs::write(program.path("staff.csv"), "E-mail,Name\nanna@nordwind.example,Anna\n").unwrap();
        program.run(&["import", "users", "staff.csv", "--yes", "--reason", "New branch"]).good();
        let mut tx = db.read().await.unwrap();
        for (kind, reason) in [("user.activation-sent", "Lost the mail"), ("import.run", "New branch")] {
            let lines = Sql::new("select count(*) from audit_events").push(" where kind = $? and reason = $?", args![kind, reason]);
            assert_eq!(tx.number(lines).await.unwrap(), 1, "{kind}");
        }
    }
}
