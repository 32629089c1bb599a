//! Statements behind explanations.

use crate::args;
use crate::authz::{
    Branch, FieldRules, Grants, HeldRole, RecordScope, Supposition, fields_of, grants_of,
};
use crate::clock::Timestamp;
use crate::ids::{RecordId, TenantId, UserId};
use crate::stmt;
use crate::store::{Cursor, PageSize, Reader, Reads, Sql, StoreError};

stmt!(
    ROLES = "select role_key, kind, name, grants, fields, givable from roles where tenant_id = $1
              order by kind desc, role_key limit 200",
    TO_COME = "select r.role_key, r.kind, r.name, r.grants, r.fields, r.givable, h.starts_at
                 from user_roles h join roles r on r.tenant_id = h.tenant_id and r.role_key = h.role_key
                where h.tenant_id = $1 and h.user_id = $2 and h.starts_at > $3
                order by h.starts_at, r.role_key limit 200",
    TEAMS = "select t.id, t.name from team_members m join teams t on t.tenant_id = m.tenant_id and t.id = m.team_id
              where m.tenant_id = $1 and m.user_id = $2 order by t.name_key, t.id limit 5"
);

/// What one branch of a reach says of a lead; `None` where the reach has no such branch.
pub(super) async fn by_branch<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    branch: Branch,
    lead: RecordId,
) -> Result<Option<bool>, StoreError>
where
    A: crate::authz::RecordAction,
{
    let select = Sql::new("select count(*) from records r");
    let Some(sql) = scope.limit_to(select, branch) else {
        return Ok(None);
    };
    let found = tx.number(sql.push(" and r.id = $?", args![lead])).await?;
    Ok(Some(found > 0))
}

/// The roles and sets of an account that somebody could be given; sets first, since they take nothing away.
pub(super) async fn roles(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Vec<HeldRole>, StoreError> {
    let rows = tx.rows(ROLES.with(args![tenant])).await?;
    rows.iter().map(|row| role(&mut row.reader())).collect()
}

/// The roles and sets that somebody has from a day on that is still to come, the next first.
pub(super) async fn to_come(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<(HeldRole, Timestamp)>, StoreError> {
    let now = tx.now();
    let rows = tx.rows(TO_COME.with(args![tenant, user, now])).await?;
    let rows = rows.iter().map(|row| {
        let mut row = row.reader();
        Ok((role(&mut row)?, row.at()?))
    });
    rows.collect()
}

fn role(row: &mut Reader<'_>) -> Result<HeldRole, StoreError> {
    let key = row.text()?;
    let set = row.text()? == "set";
    let name = row.text()?;
    let grants = row.json_opt()?;
    let fields: FieldRules = fields_of(row.json_opt()?)?;
    let grants: Grants = grants_of(&key, grants, row.json_opt()?)?;
    Ok(HeldRole {
        key,
        name,
        set,
        by_default: false,
        expires_at: None,
        grants,
        fields,
    })
}

/// The teams of a lead's owner, as suppositions of being a member and of leading.
pub(super) async fn teams_of(
    tx: &mut impl Reads,
    tenant: TenantId,
    owner: UserId,
) -> Result<Vec<Supposition>, StoreError> {
    let rows = tx.rows(TEAMS.with(args![tenant, owner])).await?;
    let mut found = Vec::new();
    for row in &rows {
        let mut row = row.reader();
        let (team, name): (crate::ids::TeamId, String) = (row.id()?, row.text()?);
        found.push(Supposition::MemberOf(team, name.clone()));
        found.push(Supposition::Leads(team, name));
    }
    Ok(found)
}

/// A page of the people of an account who can sign in or will, by name.
pub(super) async fn people(
    tx: &mut impl Reads,
    tenant: TenantId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<(UserId, String)>, StoreError> {
    let mut sql = Sql::new("select u.id, u.name_key from users u").push(
        " where u.tenant_id = $? and u.state_rank = 0 and u.state in ('active', 'pending', 'invited', 'frozen')",
        args![tenant],
    );
    let back = cursor.is_some_and(|cursor| cursor.back);
    if let Some(cursor) = cursor {
        sql.add(
            if back {
                " and (u.name_key, u.id) < ($?, $?)"
            } else {
                " and (u.name_key, u.id) > ($?, $?)"
            },
            args![cursor.key.as_str(), cursor.id],
        );
    }
    sql.add(
        if back {
            " order by u.name_key desc, u.id desc limit $?"
        } else {
            " order by u.name_key, u.id limit $?"
        },
        args![size.with_next()],
    );
    let rows = tx.rows(sql).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            Ok((row.id()?, row.text()?))
        })
        .collect()
}
