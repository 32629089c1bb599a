//! Statements of the list of people.

use std::collections::HashMap;

use super::User;
use super::list::{ListFilter, Sort, StateView, UserRow, Views};
use crate::args;
use crate::clock::Timestamp;
use crate::ids::{TenantId, UserId};
use crate::roles::{Given, RoleName, limit_to_holders};
use crate::store::{COUNT_LIMIT, Cursor, FromRow, PageSize, Reader, Reads, Sql, StoreError};
use crate::teams::{Membership, Team};
use crate::text::contains_pattern;

/// A person, and how many open leads he owns: null if he owns none at all. All orders of the list are those of an
/// index, so that nobody is looked up but those on the page.
const SELECT: &str =
    "select u.id, u.state, u.level, u.seat_kind, u.service, u.name, u.email, u.login, u.phone, u.gender, u.job_title,
        u.language, u.time_zone, u.started_on, u.picture_etag, u.import_id, u.created_at, u.updated_at, u.mailed_at,
        u.link_expires_at, u.activated_at, u.deactivated_at, u.last_seen_at,
        (select cast(sum(case when t.state = 'open' then t.number else 0 end) as bigint)
           from record_tallies t where t.tenant_id = u.tenant_id and t.owner_id = u.id and t.number > 0)
   from users u";

impl FromRow for UserRow {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let user = User::from_row(row)?;
        let open = row.int_opt()?;
        Ok(Self {
            user,
            roles: Vec::new(),
            teams: Vec::new(),
            open_leads: u64::try_from(open.unwrap_or_default()).unwrap_or_default(),
            has_leads: open.is_some(),
        })
    }
}

fn narrow(mut sql: Sql, tenant: TenantId, filter: &ListFilter, now: Timestamp) -> Sql {
    sql.add(" where u.tenant_id = $?", args![tenant]);
    match filter.view {
        StateView::All if filter.hide_inactive => sql.add(" and u.state_rank = 0", args![]),
        StateView::All => sql.add(" and u.state <> 'anonymised'", args![]),
        StateView::Active => sql.add(" and u.state_rank = 0 and u.state = 'active'", args![]),
        StateView::Pending => sql.add(
            " and u.state_rank = 0 and u.state in ('invited', 'pending')",
            args![],
        ),
        StateView::Frozen => sql.add(" and u.state_rank = 0 and u.state = 'frozen'", args![]),
        StateView::Deactivated => {
            sql.add(" and u.state_rank = 1 and u.state = 'deactivated'", args![]);
        }
        StateView::Removed => sql.add(" and u.state_rank = 1 and u.state = 'anonymised'", args![]),
    }
    if filter.link_expired {
        sql.add(
            " and u.state = 'pending' and u.link_expires_at < $?",
            args![now],
        );
    }
    if let Some(level) = filter.level {
        sql.add(" and u.level = $?", args![level.as_str()]);
    }
    if let Some(kind) = filter.seat_kind {
        sql.add(
            " and u.seat_kind = $? and not u.service",
            args![kind.as_str()],
        );
    }
    if let Some(service) = filter.service {
        sql.add(" and u.service = $?", args![service]);
    }
    if let Some(role) = &filter.role {
        sql = limit_to_holders(sql, role, now);
    }
    if let Some(import) = filter.import {
        sql.add(" and u.import_id = $?", args![import]);
    }
    if let Some(team) = filter.team {
        sql.add(
            " and exists (select 1 from team_members m
                           where m.tenant_id = u.tenant_id and m.user_id = u.id and m.team_id = $?)",
            args![team],
        );
    }
    if let Some(group) = filter.group {
        sql.add(
            " and exists (select 1 from group_members g
                           where g.tenant_id = u.tenant_id and g.user_id = u.id and g.group_id = $?)",
            args![group],
        );
    }
    if let Some(position) = filter.position {
        sql.add(" and u.position_id = $?", args![position]);
    }
    if let Some(query) = filter
        .query
        .as_deref()
        .map(str::trim)
        .filter(|query| !query.is_empty())
    {
        if let Ok(id) = query.parse::<UserId>() {
            sql.add(" and u.id = $?", args![id]);
        } else {
            let pattern = contains_pattern(query);
            sql.add(
                " and (u.search_key like $? escape '\\'
                       or exists (select 1 from sign_in_names n
                                   where n.tenant_id = u.tenant_id and n.user_id = u.id and n.kind = 'alias'
                                     and n.name_key like $? escape '\\'))",
                args![pattern.clone(), pattern],
            );
        }
    }
    sql
}

pub(super) async fn list(
    tx: &mut impl Reads,
    tenant: TenantId,
    filter: &ListFilter,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<UserRow>, StoreError> {
    let mut sql = narrow(Sql::new(SELECT), tenant, filter, tx.now());
    let back = cursor.is_some_and(|cursor| cursor.back);
    match filter.sort {
        Sort::Name => {
            if let Some(cursor) = cursor {
                let (rank, key) = cursor.key.split_once('|').unwrap_or(("0", ""));
                let rank: i64 = rank.parse().unwrap_or_default();
                sql.add(
                    if back {
                        " and (u.state_rank, u.name_key, u.id) < ($?, $?, $?)"
                    } else {
                        " and (u.state_rank, u.name_key, u.id) > ($?, $?, $?)"
                    },
                    args![rank, key, cursor.id],
                );
            }
            sql.add(
                if back {
                    " order by u.state_rank desc, u.name_key desc, u.id desc"
                } else {
                    " order by u.state_rank, u.name_key, u.id"
                },
                args![],
            );
        }
        Sort::Newest => {
            if let Some(cursor) = cursor {
                sql.add(
                    if back {
                        " and u.id > $?"
                    } else {
                        " and u.id < $?"
                    },
                    args![cursor.id],
                );
            }
            sql.add(
                if back {
                    " order by u.id"
                } else {
                    " order by u.id desc"
                },
                args![],
            );
        }
    }
    sql.add(" limit $?", args![size.with_next()]);
    tx.all(sql).await
}

pub(super) async fn count(
    tx: &mut impl Reads,
    tenant: TenantId,
    filter: &ListFilter,
) -> Result<u64, StoreError> {
    let limit = i64::try_from(COUNT_LIMIT + 1).unwrap_or(i64::MAX);
    let sql = narrow(
        Sql::new("select count(*) from (select 1 from users u"),
        tenant,
        filter,
        tx.now(),
    )
    .push(" limit $?) counted", args![limit]);
    tx.number(sql).await
}

/// What a page shows beside the people's own columns.
#[derive(Default)]
pub(super) struct Beside {
    /// How many people each view holds.
    pub views: Views,
    /// The account's default role.
    pub first: Option<RoleName>,
    /// The roles that were given and are in force.
    pub roles: HashMap<UserId, Vec<Given>>,
    /// The teams, by name.
    pub teams: HashMap<UserId, Vec<Membership>>,
}

/// All of it in one statement, which has a row only where there is something to say: a statement costs more than
/// what it finds. SQLite joins in the order of a cross join, from the few people to what they have.
pub(super) async fn beside(
    tx: &mut impl Reads,
    tenant: TenantId,
    users: &[UserId],
) -> Result<Beside, StoreError> {
    let now = tx.now();
    let mut sql = Sql::default();
    if !users.is_empty() {
        sql = Sql::new("with p (id) as (values ")
            .rows(users.iter().map(|user| args![*user]))
            .push(
                ")
                 select 'role', h.user_id, r.role_key, r.kind, r.name, h.starts_at, h.expires_at, cast(null as uuid)
                   from p cross join user_roles h cross join roles r
                  where h.tenant_id = $? and h.user_id = p.id
                    and (h.expires_at is null or h.expires_at > $?) and (h.starts_at is null or h.starts_at <= $?)
                    and r.tenant_id = h.tenant_id and r.role_key = h.role_key
                 union all
                 select case when m.manager then 'leads' else 'team' end, m.user_id, '', '', t.name,
                        cast(null as bigint), cast(null as bigint), t.id
                   from p cross join team_members m cross join teams t
                  where m.tenant_id = $? and m.user_id = p.id and t.tenant_id = m.tenant_id and t.id = m.team_id
                 union all ",
                args![tenant, now, now, tenant],
            );
    }
    sql = sql.push(
        "select 'first', cast(null as uuid), r.role_key, r.kind, r.name, cast(null as bigint), cast(null as bigint),
                cast(null as uuid)
           from tenants t join roles r on r.tenant_id = t.id and r.role_key = t.default_role_key
          where t.id = $?
         union all
         select 'tally', cast(null as uuid), n.state, '', '', n.number, cast(null as bigint), cast(null as uuid)
           from user_tallies n where n.tenant_id = $?",
        args![tenant, tenant],
    );
    let mut beside = Beside::default();
    let mut tallies = Vec::new();
    for row in &tx.rows(sql).await? {
        let mut row = row.reader();
        let kind = row.text()?;
        let user: Option<UserId> = row.id_opt()?;
        match (kind.as_str(), user) {
            ("tally", _) => {
                let state = row.text()?;
                row.skip(2);
                tallies.push((state, row.count()?));
            }
            ("role", Some(user)) => {
                let role = role_name(&mut row)?;
                let given = Given {
                    role,
                    from: row.at_opt()?,
                    until: row.at_opt()?,
                };
                beside.roles.entry(user).or_default().push(given);
            }
            ("first", _) => beside.first = Some(role_name(&mut row)?),
            (_, Some(user)) => {
                row.skip(2);
                let name = row.text()?;
                row.skip(2);
                let team = Team {
                    id: row.id()?,
                    name,
                };
                let manager = kind == "leads";
                let teams = beside.teams.entry(user).or_default();
                teams.push(Membership { team, manager });
            }
            (_, None) => {}
        }
    }
    beside.views = Views::of_tallies(tallies);
    Ok(beside)
}

fn role_name(row: &mut Reader<'_>) -> Result<RoleName, StoreError> {
    Ok(RoleName {
        key: row.word()?,
        kind: row.word()?,
        name: row.text()?,
    })
}
