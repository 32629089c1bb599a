//! Migrations: one text for both databases, rendered before it runs. A released file is never edited.

use std::borrow::Cow;

use sqlx::AssertSqlSafe;
use sqlx::SqlSafeStr;
use sqlx::migrate::{MigrateError, Migration as SqlxMigration, MigrationType, Migrator};

use super::StoreError;
use super::db::Engine;

/// A migration as it stands in the source, with `{uuid}`, `{json}` and the other tokens unrendered.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Rises.
    pub version: i64,
    /// The name of the file without number and ending.
    pub name: &'static str,
    /// The text with tokens.
    pub text: &'static str,
}

macro_rules! sources {
    ($($version:literal $name:literal),* $(,)?) => {
        &[$(Migration {
            version: $version,
            name: $name,
            text: include_str!(concat!("../../migrations/", $name, ".sql")),
        }),*]
    };
}

/// All migrations, oldest first.
pub fn migrations() -> &'static [Migration] {
    sources![
        1 "0001_tenants",
        2 "0002_users",
        3 "0003_seats_teams",
        4 "0004_records",
        5 "0005_audit_jobs_mail",
        6 "0006_imports",
        7 "0007_probes",
        8 "0008_password_change",
        10 "0010_access",
        11 "0011_statistics",
        12 "0012_user_order",
        13 "0013_moves",
        14 "0014_user_names",
        15 "0015_role_dates",
        16 "0016_visibility_groups",
        17 "0017_delegated_roles",
        18 "0018_seat_changes",
        19 "0019_sign_in_hours",
        20 "0020_record_tallies",
    ]
}

/// How the schema of a database stands to this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// Nothing is there yet.
    Empty,
    /// These many migrations are still to run.
    Behind(usize),
    /// It fits.
    Current,
    /// A newer program has migrated it; this one must not touch it.
    Newer(i64),
}

pub(super) fn render(text: &str, engine: Engine) -> String {
    let tokens: [(&str, &str, &str); 12] = [
        ("{uuid}", "blob", "uuid"),
        ("{json}", "text", "jsonb"),
        ("{bigint}", "integer", "bigint"),
        ("{bool}", "integer", "boolean"),
        ("{bytes}", "blob", "bytea"),
        ("{key}", "text", "text collate \"C\""),
        ("{strict}", "strict", ""),
        ("{clustered}", "strict, without rowid", ""),
        // The number of a day, of a date as text; and the date, in UTC, of an instant.
        ("{day}", "cast(julianday(", "(cast("),
        (
            "{/day}",
            ") - 2440587.5 as integer)",
            " as date) - date '1970-01-01')",
        ),
        ("{date}", "date(", "to_char(to_timestamp("),
        (
            "{/date}",
            " / 1000000, 'unixepoch')",
            " / 1000000) at time zone 'UTC', 'YYYY-MM-DD')",
        ),
    ];
    let mut out = text.to_owned();
    for (token, sqlite, postgres) in tokens {
        out = out.replace(
            token,
            if engine == Engine::Sqlite {
                sqlite
            } else {
                postgres
            },
        );
    }
    out
}

pub(super) fn migrator(engine: Engine) -> Migrator {
    let list = migrations()
        .iter()
        .map(|migration| {
            SqlxMigration::new(
                migration.version,
                Cow::Borrowed(migration.name),
                MigrationType::Simple,
                AssertSqlSafe(render(migration.text, engine)).into_sql_str(),
                false,
            )
        })
        .collect();
    Migrator::with_migrations(list)
}

pub(super) fn migrate_error(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(inner) => inner.into(),
        MigrateError::ExecuteMigration(inner, version) => {
            StoreError::Schema(format!("migration {version} failed: {inner}"))
        }
        other => StoreError::Schema(other.to_string()),
    }
}

pub(super) fn state(applied: &[i64]) -> SchemaState {
    let known = migrations();
    let newest = known.last().map_or(0, |migration| migration.version);
    match applied.iter().max() {
        None => SchemaState::Empty,
        Some(&version) if version > newest => SchemaState::Newer(version),
        Some(_) => {
            let missing = known
                .iter()
                .filter(|migration| !applied.contains(&migration.version))
                .count();
            if missing == 0 {
                SchemaState::Current
            } else {
                SchemaState::Behind(missing)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_is_rendered_for_both_databases() {
        for migration in migrations() {
            for engine in [Engine::Sqlite, Engine::Postgres] {
                let text = render(migration.text, engine);
                assert!(
                    !text.contains(['{', '}']),
                    "{} has an unknown token",
                    migration.name
                );
            }
        }
    }
}
