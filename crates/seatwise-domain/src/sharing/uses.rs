//! What a person, team, group or position stands for in sharing: counted before it goes, removed with it.

use crate::args;
use crate::authz::{ActsFor, Party};
use crate::ids::{TenantId, UserId};
use crate::stmt;
use crate::store::{Reads, Sql, StoreError, WriteTx};

const BATCH: usize = 500;

stmt!(
    SHARES = "select count(*) from (select 1 from record_shares
                                     where tenant_id = $1 and grantee_id = $2 limit 10001) as found",
    RULES = "select count(*) from sharing_rules where tenant_id = $1 and (from_id = $2 or to_id = $2)",
    ANY_RULE = "select 1 from sharing_rules where tenant_id = $1 limit 1",
    PEOPLE = "select count(*) from users u
               where u.tenant_id = $1 and u.level = 'user' and u.state in ('active', 'pending', 'invited', 'frozen')
                 and (((exists (select 1 from sharing_rules r where r.tenant_id = $1 and r.to_id = $2)
                        or exists (select 1 from record_shares s where s.tenant_id = $1 and s.grantee_id = $2))
                       and (u.id = $2 or u.position_id = $2
                            or exists (select 1 from team_members m
                                        where m.tenant_id = $1 and m.team_id = $2 and m.user_id = u.id)
                            or exists (select 1 from group_members g
                                        where g.tenant_id = $1 and g.group_id = $2 and g.user_id = u.id)))
                      or exists (select 1 from sharing_rules r
                                  where r.tenant_id = $1 and r.from_id = $2
                                    and (r.to_id = u.id or r.to_id = u.position_id
                                         or exists (select 1 from team_members m
                                                     where m.tenant_id = $1 and m.team_id = r.to_id and m.user_id = u.id)
                                         or exists (select 1 from group_members g
                                                     where g.tenant_id = $1 and g.group_id = r.to_id
                                                       and g.user_id = u.id))))",
    FORGET_SHARES = "delete from record_shares
                      where tenant_id = $1 and grantee_id = $2
                        and record_id in (select record_id from record_shares
                                           where tenant_id = $1 and grantee_id = $2 order by record_id limit $3)",
    FORGET_RULES = "delete from sharing_rules where tenant_id = $1 and (from_id = $2 or to_id = $2)"
);

/// What ends when somebody or something is taken out of sharing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Uses {
    /// How many single leads are shared with it; 10,001 stands for more than 10,000.
    pub shares: u64,
    /// How many rules it is a side of.
    pub rules: u64,
    /// How many people see something because of it. Admins see everything in any case and are not counted.
    pub people: u64,
}

impl Uses {
    /// True when nothing ends.
    pub const fn is_none(&self) -> bool {
        self.shares == 0 && self.rules == 0
    }
}

/// What a side stands for in sharing.
pub async fn uses(
    tx: &mut impl Reads,
    scope: &impl ActsFor,
    party: Party,
) -> Result<Uses, StoreError> {
    let place = || args![scope.tenant(), party.id()];
    let mut uses = Uses {
        shares: tx.number(SHARES.with(place())).await?,
        rules: tx.number(RULES.with(place())).await?,
        people: 0,
    };
    if !uses.is_none() {
        uses.people = tx.number(PEOPLE.with(place())).await?;
    }
    Ok(uses)
}

/// Whether the account has rules that share what some own with others.
pub(crate) async fn has_rules(tx: &mut impl Reads, tenant: TenantId) -> Result<bool, StoreError> {
    Ok(tx.row(ANY_RULE.with(args![tenant])).await?.is_some())
}

/// Step: takes a side out of all shares and rules, because it is removed.
pub(crate) async fn forget(
    tx: &mut WriteTx,
    tenant: TenantId,
    party: Party,
) -> Result<(), StoreError> {
    let forget = || FORGET_SHARES.with(args![tenant, party.id(), BATCH]);
    while tx.run(forget()).await? > 0 {}
    tx.run(FORGET_RULES.with(args![tenant, party.id()]))
        .await
        .map(drop)
}

/// Step: takes people out of shares and rules, because they are removed.
pub(crate) async fn forget_users(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        for (delete, column) in [
            (
                "delete from record_shares where tenant_id = $?",
                " and grantee_id in ",
            ),
            (
                "delete from sharing_rules where tenant_id = $?",
                " and from_id in ",
            ),
            (
                "delete from sharing_rules where tenant_id = $?",
                " and to_id in ",
            ),
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
