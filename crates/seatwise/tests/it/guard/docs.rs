//! What the pages for people say about files and commands is true.

use super::{nothing_wrong, root, sources};

/// Words in back quotes that look like a path of this repository.
fn paths(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        for (number, piece) in line.split('`').enumerate() {
            let looks_like_path = ["crates/", "docs/", "scripts/", "e2e/", "frontend/"]
                .iter()
                .any(|start| piece.starts_with(start));
            if number % 2 == 1 && looks_like_path && !piece.contains(['*', '<', '{', ' ', '…']) {
                found.push(piece.trim_end_matches('/'));
            }
        }
    }
    found
}

/// Targets of links within the repository.
fn links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|target| target.split('#').next().unwrap_or_default())
        .filter(|target| {
            !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:")
        })
        .collect()
}

#[test]
fn every_file_that_the_documents_name_is_there() {
    let mut files = sources("docs", &[".md"]);
    files.extend(
        [
            "README.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "CHANGELOG.md",
        ]
        .into_iter()
        .filter_map(|name| {
            let text = std::fs::read_to_string(root().join(name)).ok()?;
            Some(super::Source {
                path: name.to_owned(),
                text,
            })
        }),
    );
    let mut wrong = Vec::new();
    for file in &files {
        for path in paths(&file.text) {
            if !root().join(path).exists() {
                wrong.push(format!("{}: `{path}` is not there", file.path));
            }
        }
        let folder = root().join(&file.path);
        let folder = folder.parent().expect("a file lies in a folder");
        for link in links(&file.text) {
            if !folder.join(link).exists() {
                wrong.push(format!("{}: the link {link} leads nowhere", file.path));
            }
        }
    }
    nothing_wrong(&wrong);
}
