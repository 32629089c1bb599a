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
    "cmake",
    "native-tls",
    "openssl",
    "openssl-sys",
    "protoc-bin-vendored",
];

fn cargo(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// What is built on this kind of machine; the others' packages need not be there.
fn packages() -> Vec<serde_json::Value> {
    let version = String::from_utf8(cargo(&["-vV"])).expect("cargo speaks UTF-8");
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("cargo names its host");
    let metadata = cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
    ]);
    let metadata: serde_json::Value = serde_json::from_slice(&metadata).expect("cargo writes JSON");
    metadata["packages"]
        .as_array()
        .expect("a list of packages")
        .clone()
}

/// Name and source of every package in the lock file, for all kinds of machines.
fn locked() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join("Cargo.lock")).expect("a lock file");
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key));
        line.unwrap_or_default()
            .trim_matches(['"', ' ', '='])
            .to_owned()
    };
    text.split("[[package]]")
        .skip(1)
        .map(|package| (value(package, "name"), value(package, "source")))
        .collect()
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
    for (name, source) in locked() {
        if BANNED.contains(&name.as_str()) {
            wrong.push(format!("{name} is banned (deny.toml says why)"));
        }
        if !source.is_empty()
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
