//! Statements that write people; what is folded is folded here, once.

use super::User;
use super::add::Prepared;
use super::state::UserState;
use crate::args;
use crate::authz::ActsFor;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Args, Reads, Sql, StoreError, WriteTx};
use crate::tally;
use crate::text::{EmailAddress, name_key};

const BATCH: usize = 500;

stmt!(
    SET_STATE = "update users set state = $3, state_rank = $4, activated_at = $5, deactivated_at = $6,
                        link_expires_at = $7, updated_at = $8
                  where tenant_id = $1 and id = $2",
    SET_PROFILE = "update users set name = $3, name_key = $4, email = $5, email_key = $6, login = $7,
                          login_key = $8, phone = $9, gender = $10, job_title = $11, language = $12,
                          time_zone = $13, started_on = $14, level = $15, search_key = $16, updated_at = $17
                    where tenant_id = $1 and id = $2",
    SET_PASSWORD = "update users set password_hash = $3, password_at = $4, password_change_asked_at = null,
                           updated_at = $4
                     where tenant_id = $1 and id = $2",
    SET_THEME = "update users set theme = $3, updated_at = $4 where tenant_id = $1 and id = $2",
    FREE_NAME = "delete from sign_in_names where tenant_id = $1 and user_id = $2 and kind = $3",
    FREE_ALIAS = "delete from sign_in_names
                   where tenant_id = $1 and user_id = $2 and kind = 'alias' and name_key = $3",
    TAKE_NAME = "insert into sign_in_names (tenant_id, name_key, user_id, kind, shown)
                 values ($1, $2, $3, $4, $5) on conflict do nothing"
);

/// What people are searched by: the folded name, then address and login.
pub(super) fn search_key(name_key: &str, email: Option<&str>, login: Option<&str>) -> String {
    let length = |part: Option<&str>| part.map_or(0, |part| part.len() + 1);
    let mut key = String::with_capacity(name_key.len() + length(email) + length(login));
    key.push_str(name_key);
    for part in [email, login].into_iter().flatten() {
        key.push(' ');
        crate::text::push_name_key(part, &mut key);
    }
    key
}

/// Inserts people and their sign-in names. A name that was taken since it was looked up fails the
/// transaction with `StoreError::Duplicate`.
pub(super) async fn insert(
    tx: &mut WriteTx,
    scope: &impl ActsFor,
    people: &[&Prepared],
) -> Result<(), StoreError> {
    let tenant = scope.tenant();
    let creator = scope.actor().id;
    // In the order of the indexes by name, neighbours go into the same page of each: fewer pages are found, copied
    // and kept. Ids stay in the order of whoever asked.
    let mut people: Vec<&Prepared> = people.to_vec();
    people.sort_by_cached_key(|person| name_key(&person.name));
    for alike in people.chunk_by(|one, next| are_alike(one, next)) {
        for people in alike.chunks(BATCH) {
            insert_alike(tx, tenant, creator, people).await?;
        }
    }
    Ok(())
}

/// People of one import or invitation: what they have in common is said once, and need not be carried over and over.
fn are_alike(one: &Prepared, other: &Prepared) -> bool {
    let common = |person: &Prepared| {
        (
            person.state,
            person.level,
            person.seat_kind,
            person.password_change,
            person.import,
        )
    };
    common(one) == common(other) && one.password_hash.is_none() && other.password_hash.is_none()
}

async fn insert_alike(
    tx: &mut WriteTx,
    tenant: TenantId,
    creator: Option<uuid::Uuid>,
    people: &[&Prepared],
) -> Result<(), StoreError> {
    let Some(first) = people.first() else {
        return Ok(());
    };
    let now = tx.now();
    let password = first.password_hash.as_deref();
    let sql = Sql::new(
        "with v (id, name, name_key, email, email_key, login, login_key, phone, gender, job_title, language,
                 started_on, search_key) as (values ",
    );
    let sql = sql.rows(people.iter().map(|person| row(person))).push(
        ") insert into users (id, name, name_key, email, email_key, login, login_key, phone, gender, job_title, language,
                  started_on, search_key, tenant_id, state, level, seat_kind, state_rank, password_hash, password_at,
                  password_change_asked_at, import_id, created_by, created_at, updated_at, activated_at)
           select id, name, name_key, email, email_key, login, login_key, phone, gender, job_title, language,
                  started_on, search_key, $?, $?, $?, $?, $?, $?, $?, $?, $?, $?, $?, $?, $? from v",
        args![
            tenant,
            first.state.as_str(),
            first.level.as_str(),
            first.seat_kind.as_str(),
            first.state.rank(),
            password,
            password.map(|_| now),
            first.password_change.then_some(now),
            first.import,
            creator,
            now,
            now,
            (first.state == UserState::Active).then_some(now),
        ],
    );
    tx.run(sql).await?;
    let emails = people.iter().filter_map(|person| {
        let email = person.email.as_ref()?;
        Some((email.key(), person.id, email.as_str()))
    });
    insert_names(tx, tenant, "email", emails.collect()).await?;
    let logins = people.iter().filter_map(|person| {
        let (shown, key) = person.login.as_ref()?;
        Some((key.as_str(), person.id, shown.as_str()))
    });
    insert_names(tx, tenant, "login", logins.collect()).await
}

async fn insert_names(
    tx: &mut WriteTx,
    tenant: TenantId,
    kind: &str,
    mut names: Vec<(&str, UserId, &str)>,
) -> Result<(), StoreError> {
    if names.is_empty() {
        return Ok(());
    }
    // As above.
    names.sort_unstable();
    let names = names.into_iter();
    let names = names.map(|(key, user, shown)| -> Args { args![key, user, shown] });
    let sql = Sql::new("with v (name_key, user_id, shown) as (values ")
        .rows(names)
        .push(
            ") insert into sign_in_names (tenant_id, name_key, user_id, kind, shown)
               select $?, name_key, user_id, $?, shown from v",
            args![tenant, kind],
        );
    tx.run(sql).await.map(drop)
}

fn row(person: &Prepared) -> Args {
    let email = person.email.as_ref();
    let login = person.login.as_ref();
    let name_key = name_key(&person.name);
    let search_key = search_key(
        &name_key,
        email.map(EmailAddress::as_str),
        login.map(|(shown, _)| shown.as_str()),
    );
    args![
        person.id,
        person.name.as_str(),
        name_key,
        email.map(EmailAddress::as_str),
        email.map(EmailAddress::key),
        login.map(|(shown, _)| shown.as_str()),
        login.map(|(_, key)| key.as_str()),
        person.phone.as_deref(),
        person.gender.as_deref(),
        person.job_title.as_deref(),
        person.language.as_deref(),
        person.started_on,
        search_key,
    ]
}

/// Saves the state of a person, with the dates that go with it, and keeps the tally.
pub(super) async fn set_state(
    tx: &mut WriteTx,
    tenant: TenantId,
    before: &User,
    after: &User,
) -> Result<(), StoreError> {
    let now = tx.now();
    let set = SET_STATE.with(args![
        tenant,
        after.id,
        after.state.as_str(),
        after.state.rank(),
        after.activated_at,
        after.deactivated_at,
        after.link_expires_at,
        now,
    ]);
    tx.run(set).await?;
    tally::moved(
        tx,
        tenant,
        Some(before.state.as_str()),
        Some(after.state.as_str()),
        1,
    )
    .await
}

/// Makes those pending who were invited, and notes for all until when their new links work.
pub(super) async fn set_pending(
    tx: &mut WriteTx,
    scope: &impl ActsFor,
    users: &[UserId],
    link_expires_at: Timestamp,
) -> Result<(), StoreError> {
    let tenant = scope.tenant();
    for users in users.chunks(BATCH) {
        let now = tx.now();
        let sql = Sql::new("update users")
            .push(
                " set state = 'pending', updated_at = $? where tenant_id = $? and state = 'invited' and id in ",
                args![now, tenant],
            )
            .list(users.iter().copied());
        let moved = tx.run(sql).await?;
        tally::moved(tx, tenant, Some("invited"), Some("pending"), moved).await?;
        let sql = Sql::new("update users")
            .push(
                " set link_expires_at = $?, mailed_at = null where tenant_id = $? and id in ",
                args![link_expires_at, tenant],
            )
            .list(users.iter().copied());
        tx.run(sql).await?;
    }
    Ok(())
}

/// Saves what the edit form holds.
pub(super) async fn set_profile(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: &User,
) -> Result<(), StoreError> {
    let now = tx.now();
    let email = user.email.as_deref();
    let login = user.login.as_deref();
    let name_key = name_key(&user.name);
    let search_key = search_key(&name_key, email, login);
    let set = SET_PROFILE.with(args![
        tenant,
        user.id,
        user.name.as_str(),
        name_key,
        email,
        email.map(crate::text::email_key),
        login,
        login.map(crate::text::email_key),
        user.phone.as_deref(),
        user.gender.as_deref(),
        user.job_title.as_deref(),
        user.language.as_deref(),
        user.time_zone.as_deref(),
        user.started_on,
        user.level.as_str(),
        search_key,
        now,
    ]);
    tx.run(set).await.map(drop)
}

/// Saves a new hash, or none: then nobody signs in until a new password is chosen.
pub(super) async fn set_password(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    hash: Option<&str>,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(SET_PASSWORD.with(args![tenant, user, hash, now]))
        .await
        .map(drop)
}

/// Saves how pages look to him.
pub(super) async fn set_theme(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    theme: &str,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(SET_THEME.with(args![tenant, user, theme, now]))
        .await
        .map(drop)
}

/// Gives the primary address or login free.
pub(super) async fn free_name(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    kind: &str,
) -> Result<(), StoreError> {
    tx.run(FREE_NAME.with(args![tenant, user, kind]))
        .await
        .map(drop)
}

/// Gives an alias free; false when it was not one of his.
pub(super) async fn free_alias(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    key: &str,
) -> Result<bool, StoreError> {
    Ok(tx.run(FREE_ALIAS.with(args![tenant, user, key])).await? == 1)
}

/// Takes a name; false when somebody has it.
pub(super) async fn take_name(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    kind: &str,
    key: &str,
    shown: &str,
) -> Result<bool, StoreError> {
    Ok(tx
        .run(TAKE_NAME.with(args![tenant, key, user, kind, shown]))
        .await?
        == 1)
}

const TRACES: &str = "select u.id from users u
  where (exists (select 1 from records r where r.tenant_id = u.tenant_id and r.owner_id = u.id)
      or exists (select 1 from notes n where n.tenant_id = u.tenant_id and n.author_id = u.id)
      or exists (select 1 from record_history l where l.tenant_id = u.tenant_id and l.owner_before = u.id)
      or exists (select 1 from hand_overs h where h.tenant_id = u.tenant_id and h.from_id = u.id)
      or exists (select 1 from hand_overs h where h.tenant_id = u.tenant_id and h.to_id = u.id))";

/// Which of these people own leads, owned some, wrote notes, or stand in a hand-over. Who lost a lead is the
/// owner before in its history, so that nobody needs to be looked up as the owner after.
pub(super) async fn with_work(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<std::collections::HashSet<UserId>, StoreError> {
    let mut found = std::collections::HashSet::new();
    for users in users.chunks(BATCH) {
        let sql = Sql::new(TRACES)
            .push(" and u.tenant_id = $? and u.id in ", args![tenant])
            .list(users.iter().copied());
        for row in &tx.rows(sql).await? {
            found.insert(row.reader().id()?);
        }
    }
    Ok(found)
}

/// Deletes people who never acted, with what only they had: names, links, mails, picture, roles, moves.
pub(super) async fn delete(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        for (delete, column) in [
            (
                "delete from sign_in_names where tenant_id = $?",
                " and user_id in ",
            ),
            ("delete from links where tenant_id = $?", " and user_id in "),
            ("delete from mails where tenant_id = $?", " and user_id in "),
            (
                "delete from user_pictures where tenant_id = $?",
                " and user_id in ",
            ),
            (
                "delete from user_roles where tenant_id = $?",
                " and user_id in ",
            ),
            ("delete from moves where tenant_id = $?", " and user_id in "),
            ("delete from users where tenant_id = $?", " and id in "),
        ] {
            let sql = Sql::default()
                .push(delete, args![tenant])
                .push(column, args![])
                .list(users.iter().copied());
            tx.run(sql).await?;
        }
    }
    Ok(())
}
