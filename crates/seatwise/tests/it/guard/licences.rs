//! The rules of deny.toml without a tool: licences, crates that may not come in, sources.

use std::process::Command;

use super::{nothing_wrong, root};

const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

const BANNED: &[&str] = &[
    "aws-lc-rs",
    "aws-lc-sys",
    "chrono",
    "cmake",
    "native-tls",
    "openssl",
    "openssl-sys",
    "protoc-bin-vendored",
];

fn packages() -> Vec<serde_json::Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    metadata["packages"]
        .as_array()
        .expect("a list of packages")
        .clone()
}

/// True when one alternative of each part is allowed: `(MIT OR X) AND Y` needs `Y` and one of the two.
fn is_allowed(expression: &str) -> bool {
    let expression = expression
        .replace(['(', ')'], "")
        .replace('/', " OR ")
        .replace("  ", " ");
    expression.split(" AND ").all(|part| {
        part.split(" OR ")
            .any(|licence| ALLOWED.contains(&licence.trim()))
    })
}

#[test]
fn every_dependency_has_a_licence_that_we_may_ship() {
    let wrong: Vec<String> = packages()
        .iter()
        .filter(|package| !is_allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    nothing_wrong(&wrong);
}

#[test]
fn no_banned_crate_and_no_foreign_source_comes_in() {
    let mut wrong = Vec::new();
    for package in packages() {
        let name = package["name"].as_str().unwrap_or_default();
        if BANNED.contains(&name) {
            wrong.push(format!("{name} is banned (deny.toml says why)"));
        }
        if let Some(source) = package["source"].as_str()
            && !source.starts_with("registry+https://github.com/rust-lang/crates.io-index")
        {
            wrong.push(format!("{name} comes from {source}"));
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn an_alternative_is_enough_but_every_part_counts() {
    assert!(is_allowed("MIT OR GPL-3.0"));
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_allowed("MIT/Apache-2.0"));
    assert!(!is_allowed("MIT AND GPL-3.0"));
    assert!(!is_allowed(""));
}
