//! Steps for imports: who is meant by a name, who came with an import, many profiles per statement.

use std::collections::HashMap;

use super::sql::COLUMNS;
use super::write::search_key;
use super::{User, UserState};
use crate::args;
use crate::audit::{Event, EventKind, SubjectKind};
use crate::authz::{RunImports, Scope};
use crate::ids::{ImportId, UserId};
use crate::store::{Args, Reads, Sql, StoreError, WriteTx};
use crate::text::name_key;

const BATCH: usize = 500;

/// Everybody who is called by one of these folded names, by that name; at most a thousand people. Both ranks are
/// named so that the index of the list of people finds them: one index less to write for each person.
pub async fn by_name_keys(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    keys: &[String],
) -> Result<HashMap<String, Vec<User>>, StoreError> {
    let mut found: HashMap<String, Vec<User>> = HashMap::new();
    for keys in keys.chunks(BATCH) {
        let sql = Sql::new(COLUMNS)
            .push(
                " where u.tenant_id = $? and u.state_rank in (0, 1) and u.name_key in ",
                args![scope.tenant()],
            )
            .list(keys.iter())
            .push(" order by u.name_key, u.id limit 1000", args![]);
        for user in tx.all::<User>(sql).await? {
            found.entry(name_key(&user.name)).or_default().push(user);
        }
    }
    Ok(found)
}

/// People of an import who wait for their activation mail, at most `limit`.
pub async fn invited_of_import(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
    (after, limit): (Option<UserId>, usize),
) -> Result<Vec<User>, StoreError> {
    let mut sql = Sql::new(COLUMNS).push(
        " where u.tenant_id = $? and u.import_id = $? and u.state = $? and u.email is not null",
        args![scope.tenant(), import, UserState::Invited.as_str()],
    );
    if let Some(after) = after {
        sql.add(" and u.id > $?", args![after]);
    }
    tx.all(sql.push(" order by u.id limit $?", args![limit]))
        .await
}

/// How many people of an import wait for their activation mail, and how many wait who have no address.
pub async fn waiting_of_import(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: ImportId,
) -> Result<(u64, u64), StoreError> {
    let waiting = |which| {
        Sql::new("select count(*) from users")
            .push(
                " where tenant_id = $? and import_id = $? and state = $?",
                args![scope.tenant(), import, UserState::Invited.as_str()],
            )
            .push(which, args![])
    };
    let mails = tx.number(waiting(" and email is not null")).await?;
    Ok((mails, tx.number(waiting(" and email is null")).await?))
}

/// Saves name, telephone, salutation, job title, language and first day of people; nothing of their sign-in.
pub async fn save_profiles(
    tx: &mut WriteTx,
    scope: &Scope<RunImports>,
    people: &[User],
) -> Result<(), StoreError> {
    for people in people.chunks(BATCH) {
        let now = tx.now();
        let rows = people.iter().map(|user| -> Args {
            let name_key = name_key(&user.name);
            let search_key = search_key(&name_key, user.email.as_deref(), user.login.as_deref());
            args![
                user.id,
                user.name.as_str(),
                name_key,
                user.phone.as_deref(),
                user.gender.as_deref(),
                user.job_title.as_deref(),
                user.language.as_deref(),
                user.started_on,
                search_key,
            ]
        });
        let sql = Sql::new(
            "with v (id, name, name_key, phone, gender, job_title, language, started_on, search_key) as (values ",
        )
        .rows(rows)
        .push(
            ") update users set name = v.name, name_key = v.name_key, phone = v.phone, gender = v.gender,
                     job_title = v.job_title, language = v.language, started_on = v.started_on,
                     search_key = v.search_key, updated_at = $?
                from v where users.tenant_id = $? and users.id = v.id and users.id in (select id from v)",
            args![now, scope.tenant()],
        );
        tx.run(sql).await?;
    }
    Ok(())
}

/// The audit line for somebody whose profile an import changed (J16).
pub fn profile_edited(before: &User, after: &User) -> Event {
    let mut event =
        Event::new(EventKind::UserEdited).on(SubjectKind::User, after.id, after.name.clone());
    let text = |value: &Option<String>| {
        value
            .clone()
            .map_or(serde_json::Value::Null, serde_json::Value::from)
    };
    let date = |value: Option<jiff::civil::Date>| {
        value.map_or(serde_json::Value::Null, |date| date.to_string().into())
    };
    for (field, old, new) in [
        (
            "name",
            before.name.clone().into(),
            after.name.clone().into(),
        ),
        ("phone", text(&before.phone), text(&after.phone)),
        ("gender", text(&before.gender), text(&after.gender)),
        ("job_title", text(&before.job_title), text(&after.job_title)),
        ("language", text(&before.language), text(&after.language)),
        (
            "started_on",
            date(before.started_on),
            date(after.started_on),
        ),
    ] {
        if old != new {
            event = event.change(field, old, new);
        }
    }
    event
}
