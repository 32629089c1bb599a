//! Statements over what surrounds leads: stages, fields and possible owners.

use crate::args;
use crate::authz::RecordScope;
use crate::ids::{TenantId, UserId};
use crate::records::assignees::{Assignee, Standing};
use crate::records::{Field, LeadState, Person, Stage};
use crate::stmt;
use crate::store::{Args, COUNT_LIMIT, Reads, Sql, StoreError, WriteTx};
use crate::text;

stmt!(
    STAGES = "select stage_key, label, state from stages where tenant_id = $1 order by position, stage_key limit 200",
    FIELDS = "select field_key, label from lead_fields where tenant_id = $1 order by position, field_key limit 500",
    INSERT_FIELD =
        "insert into lead_fields (tenant_id, field_key, label, position) values ($1, $2, $3, $4)
                    on conflict do nothing",
    STANDING = "select state, seat_kind, service from users where tenant_id = $1 and id = $2 /*pg for share */",
    PERSON = "select id, name from users where tenant_id = $1 and id = $2"
);

pub(in crate::records) async fn stages(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<Stage>, StoreError> {
    tx.all(STAGES.with(args![tenant])).await
}

pub(in crate::records) async fn insert_stages(
    tx: &mut WriteTx,
    tenant: TenantId,
    stages: &[(&str, LeadState)],
) -> Result<(), StoreError> {
    let rows: Vec<Args> = stages
        .iter()
        .enumerate()
        .map(|(position, (key, state))| args![tenant, *key, "", state.as_str(), position])
        .collect();
    let insert =
        Sql::new("insert into stages (tenant_id, stage_key, label, state, position) values ");
    tx.run(insert.rows(rows)).await.map(drop)
}

pub(in crate::records) async fn fields(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<Field>, StoreError> {
    tx.all(FIELDS.with(args![tenant])).await
}

pub(in crate::records) async fn insert_field(
    tx: &mut WriteTx,
    tenant: TenantId,
    field: &Field,
    position: usize,
) -> Result<(), StoreError> {
    let insert = INSERT_FIELD.with(args![
        tenant,
        field.key.as_str(),
        field.label.as_str(),
        position
    ]);
    tx.run(insert).await.map(drop)
}

pub(in crate::records) async fn standing(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<Standing>, StoreError> {
    tx.find(STANDING.with(args![tenant, user])).await
}

pub(in crate::records) async fn assignees<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    with_pending: bool,
    search: Option<&str>,
    limit: u32,
) -> Result<Vec<Assignee>, StoreError> {
    let sql = Sql::new("select u.id, u.name, u.state from users u");
    let sql = may_own(sql, scope, with_pending, search);
    tx.all(sql.push(" order by u.name_key, u.id limit $?", args![limit.min(200)]))
        .await
}

pub(in crate::records) async fn count_assignees<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    with_pending: bool,
    search: Option<&str>,
) -> Result<u64, StoreError> {
    let sql = Sql::new("select count(*) from (select 1 from users u");
    let sql = may_own(sql, scope, with_pending, search);
    tx.number(sql.push(" limit $?) as found", args![COUNT_LIMIT + 1]))
        .await
}

pub(in crate::records) async fn owners<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    search: Option<&str>,
    hide: bool,
    limit: u32,
) -> Result<Vec<Assignee>, StoreError> {
    let sql = Sql::new("select u.id, u.name, u.state from users u");
    let sql = had_leads(sql, scope, search, hide);
    tx.all(sql.push(
        " order by u.state_rank, u.name_key, u.id limit $?",
        args![limit],
    ))
    .await
}

pub(in crate::records) async fn count_owners<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    search: Option<&str>,
    hide: bool,
) -> Result<u64, StoreError> {
    let sql = Sql::new("select count(*) from (select 1 from users u");
    let sql = had_leads(sql, scope, search, hide);
    tx.number(sql.push(" limit $?) as found", args![COUNT_LIMIT + 1]))
        .await
}

pub(in crate::records) async fn person(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<Person>, StoreError> {
    let row = tx.row(PERSON.with(args![tenant, user])).await?;
    row.map_or(Ok(None), |row| Person::read(&mut row.reader()))
}

/// Adds who may own leads within the reach of the act, and the search.
fn may_own<A>(sql: Sql, scope: &RecordScope<A>, with_pending: bool, search: Option<&str>) -> Sql {
    let sql = sql.push(
        " where u.tenant_id = $? and u.seat_kind = 'regular' and not u.service",
        args![scope.tenant()],
    );
    let mut sql = scope.limit_people(sql, "u.id");
    sql.add(
        if with_pending {
            " and u.state_rank = 0 and u.state in ('active', 'pending', 'invited')"
        } else {
            " and u.state_rank = 0 and u.state = 'active'"
        },
        args![],
    );
    searched(sql, search)
}

/// Adds who owns leads or may have owned some, within the reach of the act, and the search.
fn had_leads<A>(sql: Sql, scope: &RecordScope<A>, search: Option<&str>, hide: bool) -> Sql {
    let sql = sql.push(
        " where u.tenant_id = $? and u.seat_kind = 'regular' and not u.service and u.state not in ('invited', 'pending', 'anonymised')",
        args![scope.tenant()],
    );
    let mut sql = scope.limit_people(sql, "u.id");
    if hide {
        sql.add(" and u.state <> 'deactivated'", args![]);
    }
    searched(sql, search)
}

fn searched(mut sql: Sql, search: Option<&str>) -> Sql {
    if let Some(search) = search.map(str::trim).filter(|search| !search.is_empty()) {
        sql.add(
            " and u.search_key like $? escape '\\'",
            args![text::contains_pattern(search)],
        );
    }
    sql
}
