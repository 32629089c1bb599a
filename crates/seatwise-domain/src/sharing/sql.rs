//! Statements of sharing.

use super::list::Share;
use super::parties::PartyName;
use super::rules::Rule;
use super::{Access, NewRule};
use crate::args;
use crate::authz::Party;
use crate::ids::{RecordId, SharingRuleId, TenantId, UserId};
use crate::stmt;
use crate::store::{Cursor, PageSize, Reader, Reads, Sql, StoreError, Value, WriteTx};

stmt!(
    PARTIES = "select 0, 'user', id, name, name_key from (
                   select id, name, name_key from users
                    where tenant_id = $1 and state_rank = 0 and state in ('active', 'pending', 'invited')
                      and search_key like $2 escape '\\'
                    order by name_key, id limit $3) as people
               union all
               select 1, 'team', id, name, name_key from (
                   select id, name, name_key from teams where tenant_id = $1 and name_key like $2 escape '\\'
                    order by name_key, id limit $3) as some_teams
               union all
               select 2, 'group', id, name, name_key from (
                   select id, name, name_key from user_groups where tenant_id = $1 and name_key like $2 escape '\\'
                    order by name_key, id limit $3) as some_groups
               union all
               select 3, 'position', id, name, name_key from (
                   select id, name, name_key from positions where tenant_id = $1 and name_key like $2 escape '\\'
                    order by name_key, id limit $3) as some_positions
               order by 1, 5, 3",
    USER = "select name, state from users where tenant_id = $1 and id = $2 /*pg for share */",
    TEAM = "select name from teams where tenant_id = $1 and id = $2 /*pg for share */",
    GROUP = "select name from user_groups where tenant_id = $1 and id = $2 /*pg for share */",
    POSITION = "select name from positions where tenant_id = $1 and id = $2 /*pg for share */",
    SHARES = "select s.grantee_kind, s.grantee_id, coalesce(u.name, t.name, g.name, p.name, ''), u.state,
                     s.may_edit, b.name, s.created_at
                from record_shares s
                left join users u on u.tenant_id = s.tenant_id and u.id = s.grantee_id
                left join teams t on t.tenant_id = s.tenant_id and t.id = s.grantee_id
                left join user_groups g on g.tenant_id = s.tenant_id and g.id = s.grantee_id
                left join positions p on p.tenant_id = s.tenant_id and p.id = s.grantee_id
                left join users b on b.tenant_id = s.tenant_id and b.id = s.shared_by
               where s.tenant_id = $1 and s.record_id = $2
               order by s.created_at, s.grantee_id limit 200",
    SHARE = "insert into record_shares (tenant_id, grantee_id, record_id, grantee_kind, may_edit, shared_by, created_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (tenant_id, grantee_id, record_id) do update set may_edit = excluded.may_edit",
    UNSHARE = "delete from record_shares where tenant_id = $1 and grantee_id = $2 and record_id = $3",
    RULE = "select s.id, s.from_kind, s.from_id, coalesce(fu.name, ft.name, fg.name, fp.name, ''), fu.state,
                   s.to_kind, s.to_id, coalesce(tu.name, tt.name, tg.name, tp.name, ''), tu.state,
                   s.may_edit, b.name, s.created_at
              from sharing_rules s
              left join users fu on fu.tenant_id = s.tenant_id and fu.id = s.from_id
              left join teams ft on ft.tenant_id = s.tenant_id and ft.id = s.from_id
              left join user_groups fg on fg.tenant_id = s.tenant_id and fg.id = s.from_id
              left join positions fp on fp.tenant_id = s.tenant_id and fp.id = s.from_id
              left join users tu on tu.tenant_id = s.tenant_id and tu.id = s.to_id
              left join teams tt on tt.tenant_id = s.tenant_id and tt.id = s.to_id
              left join user_groups tg on tg.tenant_id = s.tenant_id and tg.id = s.to_id
              left join positions tp on tp.tenant_id = s.tenant_id and tp.id = s.to_id
              left join users b on b.tenant_id = s.tenant_id and b.id = s.created_by
             where s.tenant_id = $1 and s.id = $2",
    RULES = "select count(*) from sharing_rules where tenant_id = $1",
    ADD_RULE = "insert into sharing_rules (tenant_id, id, from_kind, from_id, to_kind, to_id, may_edit, created_by, created_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
    REMOVE_RULE = "delete from sharing_rules where tenant_id = $1 and id = $2"
);

const ALL_RULES: &str =
    "select s.id, s.from_kind, s.from_id, coalesce(fu.name, ft.name, fg.name, fp.name, ''), fu.state,
        s.to_kind, s.to_id, coalesce(tu.name, tt.name, tg.name, tp.name, ''), tu.state,
        s.may_edit, b.name, s.created_at
   from sharing_rules s
   left join users fu on fu.tenant_id = s.tenant_id and fu.id = s.from_id
   left join teams ft on ft.tenant_id = s.tenant_id and ft.id = s.from_id
   left join user_groups fg on fg.tenant_id = s.tenant_id and fg.id = s.from_id
   left join positions fp on fp.tenant_id = s.tenant_id and fp.id = s.from_id
   left join users tu on tu.tenant_id = s.tenant_id and tu.id = s.to_id
   left join teams tt on tt.tenant_id = s.tenant_id and tt.id = s.to_id
   left join user_groups tg on tg.tenant_id = s.tenant_id and tg.id = s.to_id
   left join positions tp on tp.tenant_id = s.tenant_id and tp.id = s.to_id
   left join users b on b.tenant_id = s.tenant_id and b.id = s.created_by";

fn party_of(kind: &str, id: uuid::Uuid) -> Result<Party, StoreError> {
    Party::of(kind, id).map_err(|error| StoreError::Fault(Box::new(error)))
}

/// Kind, id, name and, of a person, the state.
pub(super) fn read_party(row: &mut Reader<'_>) -> Result<PartyName, StoreError> {
    let kind = row.text()?;
    let party = party_of(&kind, row.id()?)?;
    Ok(PartyName {
        party,
        name: row.text()?,
        left: has_left(row.text_opt()?.as_deref()),
    })
}

fn has_left(state: Option<&str>) -> bool {
    matches!(state, Some("deactivated" | "anonymised"))
}

pub(super) async fn parties(
    tx: &mut impl Reads,
    tenant: TenantId,
    pattern: &str,
    limit: u32,
) -> Result<Vec<PartyName>, StoreError> {
    let rows = tx.rows(PARTIES.with(args![tenant, pattern, limit])).await?;
    rows.iter()
        .map(|row| {
            let mut row = row.reader();
            row.skip(1);
            let kind = row.text()?;
            Ok(PartyName {
                party: party_of(&kind, row.id()?)?,
                name: row.text()?,
                left: false,
            })
        })
        .collect()
}

/// These sides by name; those that are not there are left out.
pub(super) async fn named(
    tx: &mut impl Reads,
    tenant: TenantId,
    parties: &[Party],
) -> Result<Vec<PartyName>, StoreError> {
    let mut found = Vec::new();
    let ids = || parties.iter().map(|party| Value::from(party.id()));
    if parties.is_empty() {
        return Ok(found);
    }
    let sql = Sql::new("select 'user', id, name, state from users")
        .push(" where tenant_id = $? and id in ", args![tenant])
        .list(ids())
        .push(
            " union all select 'team', id, name, cast(null as text) from teams",
            args![],
        )
        .push(" where tenant_id = $? and id in ", args![tenant])
        .list(ids())
        .push(
            " union all select 'group', id, name, cast(null as text) from user_groups",
            args![],
        )
        .push(" where tenant_id = $? and id in ", args![tenant])
        .list(ids())
        .push(
            " union all select 'position', id, name, cast(null as text) from positions",
            args![],
        )
        .push(" where tenant_id = $? and id in ", args![tenant])
        .list(ids())
        .push(" limit $?", args![parties.len()]);
    for row in &tx.rows(sql).await? {
        found.push(read_party(&mut row.reader())?);
    }
    Ok(found)
}

/// The name, and the state of a person.
pub(super) async fn party(
    tx: &mut WriteTx,
    tenant: TenantId,
    party: Party,
) -> Result<Option<(PartyName, Option<String>)>, StoreError> {
    let statement = match party {
        Party::User(_) => &USER,
        Party::Team(_) => &TEAM,
        Party::Group(_) => &GROUP,
        Party::Position(_) => &POSITION,
    };
    let Some(row) = tx.row(statement.with(args![tenant, party.id()])).await? else {
        return Ok(None);
    };
    let mut row = row.reader();
    let name = row.text()?;
    let state = match party {
        Party::User(_) => Some(row.text()?),
        _ => None,
    };
    let left = has_left(state.as_deref());
    Ok(Some((PartyName { party, name, left }, state)))
}

pub(super) async fn shares(
    tx: &mut impl Reads,
    tenant: TenantId,
    record: RecordId,
) -> Result<Vec<Share>, StoreError> {
    tx.all(SHARES.with(args![tenant, record])).await
}

pub(super) async fn share(
    tx: &mut WriteTx,
    tenant: TenantId,
    (record, with): (RecordId, Party),
    access: Access,
    by: Option<UserId>,
) -> Result<(), StoreError> {
    let now = tx.now();
    let share = SHARE.with(args![
        tenant,
        with.id(),
        record,
        with.kind(),
        access.may_edit(),
        by,
        now
    ]);
    tx.run(share).await.map(drop)
}

pub(super) async fn unshare(
    tx: &mut WriteTx,
    tenant: TenantId,
    record: RecordId,
    with: Party,
) -> Result<bool, StoreError> {
    let gone = tx
        .run(UNSHARE.with(args![tenant, with.id(), record]))
        .await?;
    Ok(gone == 1)
}

pub(super) async fn rule(
    tx: &mut impl Reads,
    tenant: TenantId,
    rule: SharingRuleId,
) -> Result<Option<Rule>, StoreError> {
    tx.find(RULE.with(args![tenant, rule])).await
}

pub(super) async fn count_rules(tx: &mut impl Reads, tenant: TenantId) -> Result<u64, StoreError> {
    tx.number(RULES.with(args![tenant])).await
}

/// One page of rules, newest first, and one row more.
pub(super) async fn rules(
    tx: &mut impl Reads,
    tenant: TenantId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Vec<Rule>, StoreError> {
    let mut sql = Sql::new(ALL_RULES).push(" where s.tenant_id = $?", args![tenant]);
    let back = cursor.is_some_and(|cursor| cursor.back);
    if let Some(cursor) = cursor {
        let after = if back {
            " and s.id > $?"
        } else {
            " and s.id < $?"
        };
        sql.add(after, args![cursor.id]);
    }
    let order = if back {
        " order by s.id limit $?"
    } else {
        " order by s.id desc limit $?"
    };
    tx.all(sql.push(order, args![size.with_next()])).await
}

/// False when there is a rule between the two already.
pub(super) async fn add_rule(
    tx: &mut WriteTx,
    tenant: TenantId,
    id: SharingRuleId,
    new: &NewRule,
    by: Option<UserId>,
) -> Result<bool, StoreError> {
    let now = tx.now();
    let add = ADD_RULE.with(args![
        tenant,
        id,
        new.from.kind(),
        new.from.id(),
        new.to.kind(),
        new.to.id(),
        new.access.may_edit(),
        by,
        now
    ]);
    Ok(tx.run(add).await? == 1)
}

pub(super) async fn remove_rule(
    tx: &mut WriteTx,
    tenant: TenantId,
    rule: SharingRuleId,
) -> Result<bool, StoreError> {
    Ok(tx.run(REMOVE_RULE.with(args![tenant, rule])).await? == 1)
}
