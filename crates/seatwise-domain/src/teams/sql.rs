//! Statements of teams.

use std::collections::HashMap;

use super::list::{Membership, Team, TeamRow};
use crate::args;
use crate::ids::{TeamId, TenantId, UserId};
use crate::stmt;
use crate::store::{Cursor, PageSize, Reader, Reads, Sql, StoreError, WriteTx};
use crate::text::name_key;

const BATCH: usize = 500;

stmt!(
    ALL = "select t.id, t.name, (select count(*) from team_members m
                                  where m.tenant_id = t.tenant_id and m.team_id = t.id)
             from teams t where t.tenant_id = $1 order by t.name_key, t.id limit 1000",
    MANAGERS = "select m.team_id, u.name from team_members m
                  join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
                 where m.tenant_id = $1 and m.manager order by u.name_key, u.id limit 2000",
    COUNT = "select count(*) from teams where tenant_id = $1",
    NAME = "select name from teams where tenant_id = $1 and id = $2",
    NAMED = "select id from teams where tenant_id = $1 and name_key = $2",
    RENAME = "update teams set name = $3, name_key = $4 where tenant_id = $1 and id = $2",
    REMOVE_MEMBER =
        "delete from team_members where tenant_id = $1 and team_id = $2 and user_id = $3"
);

pub(super) async fn all(tx: &mut impl Reads, tenant: TenantId) -> Result<Vec<TeamRow>, StoreError> {
    let rows = tx.rows(ALL.with(args![tenant])).await?;
    rows.iter().map(|row| team_row(&mut row.reader())).collect()
}

fn team_row(row: &mut Reader<'_>) -> Result<TeamRow, StoreError> {
    let team = Team {
        id: row.id()?,
        name: row.text()?,
    };
    Ok(TeamRow {
        team,
        members: row.count()?,
        managers: Vec::new(),
    })
}

/// One page of teams by name, and one row more.
pub(super) async fn page(
    tx: &mut impl Reads,
    tenant: TenantId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<TeamRow>, StoreError> {
    let mut sql = Sql::new(
        "select t.id, t.name, (select count(*) from team_members m
                                where m.tenant_id = t.tenant_id and m.team_id = t.id)
           from teams t",
    )
    .push(" where t.tenant_id = $?", args![tenant]);
    let back = cursor.is_some_and(|cursor| cursor.back);
    if let Some(cursor) = cursor {
        sql.add(
            if back {
                " and (t.name_key, t.id) < ($?, $?)"
            } else {
                " and (t.name_key, t.id) > ($?, $?)"
            },
            args![cursor.key.as_str(), cursor.id],
        );
    }
    sql.add(
        if back {
            " order by t.name_key desc, t.id desc limit $?"
        } else {
            " order by t.name_key, t.id limit $?"
        },
        args![size.with_next()],
    );
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| team_row(&mut row.reader())).collect()
}

pub(super) async fn count(tx: &mut impl Reads, tenant: TenantId) -> Result<u64, StoreError> {
    tx.number(COUNT.with(args![tenant])).await
}

/// Who leads these teams, by name.
pub(super) async fn managers_of(
    tx: &mut impl Reads,
    tenant: TenantId,
    teams: &[TeamId],
) -> Result<Vec<(TeamId, String)>, StoreError> {
    let mut found = Vec::new();
    for teams in teams.chunks(BATCH) {
        let sql = Sql::new(
            "select m.team_id, u.name from team_members m
               join users u on u.tenant_id = m.tenant_id and u.id = m.user_id",
        )
        .push(
            " where m.tenant_id = $? and m.manager and m.team_id in ",
            args![tenant],
        )
        .list(teams.iter().copied())
        .push(" order by u.name_key, u.id limit 2000", args![]);
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            found.push((row.id()?, row.text()?));
        }
    }
    Ok(found)
}

pub(super) async fn managers(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<(TeamId, String)>, StoreError> {
    let rows = tx.rows(MANAGERS.with(args![tenant])).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.id()?, row.text()?))
        })
        .collect()
}

pub(super) async fn of_users(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<Membership>>, StoreError> {
    let mut found: HashMap<UserId, Vec<Membership>> = HashMap::new();
    for users in users.chunks(BATCH) {
        let sql = Sql::new(
            "select m.user_id, t.id, t.name, m.manager from team_members m
               join teams t on t.tenant_id = m.tenant_id and t.id = m.team_id",
        )
        .push(" where m.tenant_id = $? and m.user_id in ", args![tenant])
        .list(users.iter().copied())
        .push(" order by t.name_key, t.id", args![]);
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            let user: UserId = row.id()?;
            let team = Team {
                id: row.id()?,
                name: row.text()?,
            };
            found.entry(user).or_default().push(Membership {
                team,
                manager: row.bool()?,
            });
        }
    }
    Ok(found)
}

pub(super) async fn by_names(
    tx: &mut impl Reads,
    tenant: TenantId,
    names: &[String],
) -> Result<HashMap<String, Team>, StoreError> {
    let mut keys: Vec<String> = names.iter().map(|name| name_key(name)).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut found = HashMap::new();
    for keys in keys.chunks(BATCH) {
        let sql = Sql::new("select name_key, id, name from teams")
            .push(" where tenant_id = $? and name_key in ", args![tenant])
            .list(keys.iter());
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            found.insert(
                row.text()?,
                Team {
                    id: row.id()?,
                    name: row.text()?,
                },
            );
        }
    }
    Ok(found)
}

pub(super) async fn name(
    tx: &mut impl Reads,
    tenant: TenantId,
    team: TeamId,
) -> Result<Option<String>, StoreError> {
    match tx.row(NAME.with(args![tenant, team])).await? {
        Some(row) => row.reader().text().map(Some),
        None => Ok(None),
    }
}

/// The team that has a name, in any spelling of it.
pub(super) async fn named(
    tx: &mut impl Reads,
    tenant: TenantId,
    name: &str,
) -> Result<Option<TeamId>, StoreError> {
    match tx.row(NAMED.with(args![tenant, name_key(name)])).await? {
        Some(row) => row.reader().id().map(Some),
        None => Ok(None),
    }
}

pub(super) async fn rename(
    tx: &mut WriteTx,
    tenant: TenantId,
    team: &Team,
) -> Result<(), StoreError> {
    let rename = RENAME.with(args![
        tenant,
        team.id,
        team.name.as_str(),
        name_key(&team.name)
    ]);
    tx.run(rename).await.map(drop)
}

pub(super) async fn insert(
    tx: &mut WriteTx,
    tenant: TenantId,
    teams: &[Team],
) -> Result<u64, StoreError> {
    let mut made = 0;
    for teams in teams.chunks(BATCH) {
        let now = tx.now();
        let rows = teams.iter().map(|team| {
            args![
                tenant,
                team.id,
                team.name.as_str(),
                name_key(&team.name),
                now
            ]
        });
        let sql = Sql::new("insert into teams (tenant_id, id, name, name_key, created_at) values ")
            .rows(rows)
            .push(" on conflict do nothing", args![]);
        made += tx.run(sql).await?;
    }
    Ok(made)
}

/// How many of these teams there are; a command that names an unknown one is refused.
pub(crate) async fn exist(
    tx: &mut impl Reads,
    tenant: TenantId,
    teams: &[TeamId],
) -> Result<u64, StoreError> {
    let sql = Sql::new("select count(*) from teams")
        .push(" where tenant_id = $? and id in ", args![tenant])
        .list(teams.iter().copied());
    tx.number(sql).await
}

/// The names of these people, also of those who were removed; unknown ones are left out.
pub(super) async fn user_names(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<Vec<(UserId, String)>, StoreError> {
    people(tx, tenant, users, "").await
}

/// The names of those who can join a team; nobody does who was removed.
pub(super) async fn joining(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<Vec<(UserId, String)>, StoreError> {
    people(tx, tenant, users, " and state <> 'anonymised'").await
}

async fn people(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
    only: &'static str,
) -> Result<Vec<(UserId, String)>, StoreError> {
    let mut found = Vec::with_capacity(users.len());
    for users in users.chunks(BATCH) {
        let sql = Sql::new("select id, name from users")
            .push(" where tenant_id = $? and id in ", args![tenant])
            .list(users.iter().copied())
            .push(only, args![])
            .push(" order by id", args![]);
        for row in &tx.rows(sql).await? {
            let mut row = row.reader();
            found.push((row.id()?, row.text()?));
        }
    }
    Ok(found)
}

/// Whether one of these people has left. Holds their rows until the commit, so that nobody leaves between the
/// question and the change.
pub(super) async fn any_gone(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<bool, StoreError> {
    for users in users.chunks(BATCH) {
        let sql = Sql::new("select state from users")
            .push(" where tenant_id = $? and id in ", args![tenant])
            .list(users.iter().copied())
            .push(" order by id /*pg for update */", args![]);
        for row in &tx.rows(sql).await? {
            if matches!(row.reader().text()?.as_str(), "deactivated" | "anonymised") {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The names of a person's teams, by name.
pub(crate) async fn names_of(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<String>, StoreError> {
    let mut found = of_users(tx, tenant, &[user]).await?;
    let places = found.remove(&user).unwrap_or_default();
    Ok(places.into_iter().map(|place| place.team.name).collect())
}

/// Adds members, or changes whether they lead.
pub(crate) async fn insert_members(
    tx: &mut WriteTx,
    tenant: TenantId,
    members: &[(TeamId, UserId, bool)],
) -> Result<(), StoreError> {
    for members in members.chunks(BATCH) {
        let now = tx.now();
        let rows = members
            .iter()
            .map(|(team, user, manager)| args![tenant, *team, *user, *manager, now]);
        let sql = Sql::new(
            "insert into team_members (tenant_id, team_id, user_id, manager, joined_at) values ",
        )
        .rows(rows)
        .push(
            " on conflict (tenant_id, team_id, user_id) do update set manager = excluded.manager",
            args![],
        );
        tx.run(sql).await?;
    }
    Ok(())
}

pub(super) async fn remove_member(
    tx: &mut WriteTx,
    tenant: TenantId,
    team: TeamId,
    user: UserId,
) -> Result<bool, StoreError> {
    Ok(tx
        .run(REMOVE_MEMBER.with(args![tenant, team, user]))
        .await?
        == 1)
}

/// Those who belong to one of these teams and have not left, leaders first; so many at most.
pub(crate) async fn members_of(
    tx: &mut impl Reads,
    tenant: TenantId,
    teams: &[TeamId],
    most: usize,
) -> Result<Vec<UserId>, StoreError> {
    if teams.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(
        "select m.user_id from team_members m
           join users u on u.tenant_id = m.tenant_id and u.id = m.user_id",
    )
    .push(
        " where m.tenant_id = $? and u.state <> 'deactivated' and m.team_id in ",
        args![tenant],
    )
    .list(teams.iter().copied())
    .push(" order by m.manager desc, m.user_id limit $?", args![most]);
    let rows = tx.rows(sql).await?;
    rows.iter().map(|row| row.reader().id()).collect()
}

/// Takes people out of all their teams, because they are removed.
pub(crate) async fn remove_members(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        let sql = Sql::new("delete from team_members")
            .push(" where tenant_id = $? and user_id in ", args![tenant])
            .list(users.iter().copied());
        tx.run(sql).await?;
    }
    Ok(())
}
