//! `seatwise role`: what the roles of an account give.

use seatwise_domain::authz::Caller;
use seatwise_domain::roles::{self, RoleRow};
use seatwise_domain::store::Db;
use seatwise_domain::text::name_key;
use seatwise_web::locale::Lang;
use seatwise_web::role_words;
use serde_json::{Value as Json, json};

use super::tenant::heads;
use super::who;
use crate::cli::{Role, ShowRole};
use crate::config::Config;
use crate::database::{self, Schema};
use crate::failure::{Exit, Failure};
use crate::output::{Output, table};

/// Does what was asked for.
pub async fn run(
    config: &Config,
    tenant: Option<&str>,
    command: &Role,
    output: Output,
) -> Result<(), Failure> {
    let db = database::open(config, Schema::MustFit).await?;
    let done = match who::operator(&db, tenant).await {
        Err(failure) => Err(failure),
        Ok(caller) => match command {
            Role::List => list(&db, &caller, output).await,
            Role::Show(options) => show(&db, &caller, options, output).await,
        },
    };
    db.close().await;
    done
}

async fn all(db: &Db, caller: &Caller) -> Result<Vec<RoleRow>, Failure> {
    let mut tx = db.read().await?;
    Ok(roles::list(&mut tx, caller).await?)
}

fn called(row: &RoleRow) -> String {
    role_words::of_role(Lang::En, &row.role)
}

/// The role of a name or key; the failure names those that there are.
pub async fn named(db: &Db, caller: &Caller, name: &str) -> Result<RoleRow, Failure> {
    let mut rows = all(db, caller).await?;
    let wanted = name_key(name);
    let is = |row: &RoleRow| row.role.key.as_str() == name || name_key(&called(row)) == wanted;
    if let Some(found) = rows.iter().position(is) {
        return Ok(rows.swap_remove(found));
    }
    let known: Vec<String> = rows.iter().map(called).collect();
    Err(Failure::new(
        Exit::Missing,
        "role-unknown",
        format!("there is no role {name}; there are: {}", known.join(", ")),
    ))
}

async fn list(db: &Db, caller: &Caller, output: Output) -> Result<(), Failure> {
    let found = all(db, caller).await?;
    let mut rows = vec![heads(&["Role", "Key", "Kind", "People", ""])];
    rows.extend(found.iter().map(|row| {
        vec![
            called(row),
            row.role.key.to_string(),
            row.role.kind.as_str().to_owned(),
            row.members.to_string(),
            if row.is_default { "default" } else { "" }.to_owned(),
        ]
    }));
    let values: Vec<Json> = found.iter().map(value).collect();
    output.show(&values, &table(&rows));
    Ok(())
}

async fn show(db: &Db, caller: &Caller, options: &ShowRole, output: Output) -> Result<(), Failure> {
    let row = named(db, caller, &options.role).await?;
    let mut lines = vec![heads(&["Permission", "How far"])];
    let words = row.role.grants.words();
    lines.extend(words.into_iter().map(|(key, extent)| vec![key, extent]));
    let fields = row.role.fields.iter();
    lines.extend(
        fields.map(|(field, access)| vec![format!("field {field}"), access.as_str().to_owned()]),
    );
    if let Some(keys) = row.role.grants.givable().keys() {
        let rows = all(db, caller).await?;
        let named = rows
            .iter()
            .filter(|row| keys.contains(row.role.key.as_str()));
        let named: Vec<String> = named.map(called).collect();
        let named = if named.is_empty() {
            "none".to_owned()
        } else {
            named.join(", ")
        };
        lines.push(vec!["givable roles".to_owned(), named]);
    }
    let text = format!("{}\n{}", called(&row), table(&lines));
    output.show(&value(&row), &text);
    Ok(())
}

fn value(row: &RoleRow) -> Json {
    let role = &row.role;
    let fields: serde_json::Map<String, Json> = role
        .fields
        .iter()
        .map(|(field, access)| (field.to_owned(), json!(access.as_str())))
        .collect();
    json!({
        "key": role.key,
        "kind": role.kind.as_str(),
        "name": called(row),
        "description": role.description,
        "is_default": row.is_default,
        "members": row.members,
        "grants": role.grants.words(),
        "fields": fields,
        "givable_roles": role.grants.givable().keys(),
    })
}
