//! Who may use whom: between the crates by their manifests, within the domain by the names in the code.

use super::{nothing_wrong, root, sources};

/// Folders and files of the domain from the bottom up. A name may use its own line and the lines above it.
const LAYERS: &[&[&str]] = &[
    &["clock", "ids", "text", "problem", "store"],
    &["authz"],
    &["tally"],
    &["audit", "mail"],
    &["jobs"],
    &["authn"],
    &["tenants", "teams", "roles"],
    &["records", "seats"],
    &["sharing"],
    &["groups", "positions"],
    &["handover", "access", "statistics"],
    &["moves"],
    &["users"],
    &["imports", "setup", "housekeeping"],
];

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|names| names.contains(&name))
}

#[test]
fn the_domain_depends_in_one_direction_only() {
    let mut wrong = Vec::new();
    for file in sources("crates/seatwise-domain/src", &[".rs"]) {
        let inner = file.path.trim_start_matches("crates/seatwise-domain/src/");
        let own = inner
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        if own == "lib" {
            continue;
        }
        let Some(rank) = layer(own) else {
            wrong.push(format!(
                "{}: '{own}' has no layer; add it to guard/layers.rs",
                file.path
            ));
            continue;
        };
        for (number, line) in file.text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for part in line.split("crate::").skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if layer(&name).is_some_and(|used| used > rank) {
                    wrong.push(format!(
                        "{}:{}: {own} uses {name}, which is above it",
                        file.path,
                        number + 1
                    ));
                }
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn the_domain_knows_no_http_and_the_web_no_sql() {
    let forbidden = [
        (
            "seatwise-domain",
            ["axum", "askama", "fluent-templates", "tower-http", "utoipa"].as_slice(),
        ),
        ("seatwise-web", ["sqlx", "lettre"].as_slice()),
        (
            "seatwise-tables",
            ["sqlx", "axum", "tokio", "seatwise-domain"].as_slice(),
        ),
        ("seatwise-assets", ["serde", "tokio"].as_slice()),
    ];
    let mut wrong = Vec::new();
    for (name, crates) in forbidden {
        let path = root().join("crates").join(name).join("Cargo.toml");
        let manifest = std::fs::read_to_string(path).expect("a manifest");
        for line in manifest.lines() {
            let dependency = line.split(['.', ' ', '=']).next().unwrap_or_default();
            if crates.contains(&dependency) {
                wrong.push(format!("{name} must not depend on {dependency}"));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn the_web_writes_no_rule_in_sql() {
    let wrong: Vec<String> = sources("crates/seatwise-web/src", &[".rs"])
        .into_iter()
        .filter(|file| file.text.contains("stmt!(") || file.text.contains("Sql::new("))
        .map(|file| format!("{}: statements belong to the domain", file.path))
        .collect();
    nothing_wrong(&wrong);
}
