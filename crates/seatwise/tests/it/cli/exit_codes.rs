//! Each exit code of `docs/operations.md`, brought about once.

use super::Program;

#[test]
fn every_exit_code_means_what_the_document_says() {
    let program = Program::new();
    assert_eq!(program.run(&["no-such-command"]).code, Some(2));
    assert_eq!(program.run(&[]).code, Some(2));
    assert_eq!(program.run(&["--version"]).code, Some(0));
    let ran = program.run(&["backup", "b", "--json"]);
    assert_eq!((ran.code, ran.error().as_str()), (Some(5), "no-database"));
    program.run(&["migrate"]).good();
    program.run(&["backup", "b"]).good();
    let ran = program.run(&["backup", "b", "--json"]);
    assert_eq!((ran.code, ran.error().as_str()), (Some(4), "file-exists"));
    program.run(&["backup", "b", "--force"]).good();
    std::fs::write(program.path("none"), "not a backup").unwrap();
    let ran = program.run(&["restore", "none", "--json"]);
    assert_eq!(
        (ran.code, ran.error().as_str()),
        (Some(9), "backup-damaged")
    );
    let ran = program.run(&["restore", "missing", "--json"]);
    assert_eq!((ran.code, ran.error().as_str()), (Some(5), "no-such-file"));
    let ran = program.run(&["--config", "missing.toml", "check"]);
    assert_eq!(ran.code, Some(3));
}

#[test]
fn a_fault_of_the_machine_ends_with_one() {
    let program = Program::new();
    std::fs::write(program.path("file"), "no folder").unwrap();
    let ran = program.run(&["migrate", "--data", "file/data", "--json"]);
    assert_eq!(
        (ran.code, ran.error().as_str()),
        (Some(1), "file"),
        "{ran:?}"
    );
}

#[test]
fn a_file_that_is_missing_ends_with_five_also_for_imports() {
    let program = Program::new();
    super::people::account(&program, "2");
    for kind in ["users", "leads"] {
        let ran = program.run(&["import", kind, "missing.csv", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(5), "no-such-file"));
    }
    std::fs::write(program.path("empty.csv"), "").unwrap();
    let ran = program.run(&["import", "users", "empty.csv", "--json"]);
    assert_eq!(
        (ran.code, ran.error().as_str()),
        (Some(4), "file-unreadable")
    );
    assert!(ran.err.contains("the file is empty"), "{ran:?}");
}

#[test]
fn wrong_usage_is_one_json_value_for_programs_and_words_for_people() {
    let program = Program::new();
    for words in [
        &["no-such-command", "--json"][..],
        &["--json"],
        &["import", "users", "--json"],
        &["import", "leads", "x.csv", "--create-teams", "--json"],
        &["import", "users", "x.csv", "--historic", "--json"],
    ] {
        let ran = program.run(words);
        assert_eq!(
            (ran.code, ran.error().as_str()),
            (Some(2), "usage"),
            "{ran:?}"
        );
        assert_eq!(ran.out, "");
    }
    let ran = program.run(&["no-such-command"]);
    assert!(
        ran.err.contains("--help") && !ran.err.contains('{'),
        "{ran:?}"
    );
}

#[test]
fn completions_are_made_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Program::new().run(&["completions", shell]).good();
        assert!(ran.out.contains("restore"), "{shell}");
    }
}
