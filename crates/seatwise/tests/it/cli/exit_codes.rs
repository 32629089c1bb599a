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
fn completions_are_made_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Program::new().run(&["completions", shell]).good();
        assert!(ran.out.contains("restore"), "{shell}");
    }
}
