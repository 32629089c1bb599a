//! What is asked, by statements: of Seatwise with its scope, of the others by the owner alone.

use std::collections::HashMap;

use seatwise_domain::args;
use seatwise_domain::authz::{RecordScope, ViewRecords};
use seatwise_domain::ids::{PositionId, RecordId, TeamId, UserId};
use seatwise_domain::records::{self, LeadFilter, Sort};
use seatwise_domain::store::{PageSize, Reads as _, Row, Sql};

use crate::data::World;

/// A lead with its owner.
pub struct Owned {
    pub lead: RecordId,
    pub owner: Option<UserId>,
}

fn owned(row: &Row) -> Owned {
    let mut row = row.reader();
    Owned {
        lead: row.id().expect("an id"),
        owner: row.id_opt().expect("an id or none"),
    }
}

/// The newest leads, as Seatwise lists them to the owner of the account.
pub async fn newest(world: &World, most: usize) -> Vec<RecordId> {
    let mut found = Vec::new();
    let mut below = None;
    while found.len() < most {
        let some = newest_owned(world, below, 200).await;
        below = some.last().map(|owned| owned.lead);
        found.extend(some.into_iter().map(|owned| owned.lead));
    }
    found.truncate(most);
    found
}

/// Leads below an id, newest first, with their owners.
pub async fn newest_owned(world: &World, below: Option<RecordId>, most: usize) -> Vec<Owned> {
    let mut sql = Sql::new("select r.id, r.owner_id from records r")
        .push(" where r.tenant_id = $?", args![world.tenant]);
    if let Some(below) = below {
        sql = sql.push(" and r.id < $?", args![below]);
    }
    let mut tx = world.db.read().await.expect("a snapshot");
    let rows = tx
        .rows(sql.push(" order by r.id desc limit $?", args![most]))
        .await;
    rows.expect("rows").iter().map(owned).collect()
}

/// These leads with their owners.
pub async fn owners_of(world: &World, leads: &[RecordId]) -> Vec<Owned> {
    let sql = Sql::new("select r.id, r.owner_id from records r")
        .push(" where r.tenant_id = $? and r.id in ", args![world.tenant])
        .list(leads.iter().copied());
    let mut tx = world.db.read().await.expect("a snapshot");
    let rows = tx.rows(sql).await.expect("rows");
    rows.iter().map(owned).collect()
}

/// By Seatwise: whether one lead is seen; the condition of the page of a lead.
pub async fn one(world: &World, scope: &RecordScope<ViewRecords>, lead: RecordId) -> bool {
    let sql = scope
        .limit_one(Sql::new("select r.id, r.owner_id from records r"))
        .push(" and r.id = $?", args![lead]);
    let mut tx = world.db.read().await.expect("a snapshot");
    !tx.rows(sql).await.expect("rows").is_empty()
}

/// By Seatwise: which of these leads are seen.
pub async fn which_of(
    world: &World,
    scope: &RecordScope<ViewRecords>,
    leads: &[RecordId],
) -> Vec<RecordId> {
    let sql = scope
        .limit_each(Sql::new("select r.id, r.owner_id from records r"))
        .push(" and r.id in ", args![])
        .list(leads.iter().copied());
    let mut tx = world.db.read().await.expect("a snapshot");
    let rows = tx.rows(sql).await.expect("rows");
    rows.iter().map(|row| owned(row).lead).collect()
}

/// By Seatwise: a page with all its columns and its total.
pub async fn page(world: &World, scope: &RecordScope<ViewRecords>) -> usize {
    let mut tx = world.db.read().await.expect("a snapshot");
    let filter = LeadFilter::default();
    let size = PageSize::default();
    let page = records::list(&mut tx, scope, &filter, Sort::Newest, None, size).await;
    page.expect("a page").items.len()
}

/// Who belongs where; what the other engines keep in memory.
pub struct Organisation {
    /// Everybody.
    pub people: Vec<UserId>,
    /// Team, member.
    pub members: Vec<(TeamId, UserId)>,
    /// Position and the one above it.
    pub positions: Vec<(PositionId, Option<PositionId>)>,
    /// Who holds which.
    pub holders: HashMap<UserId, PositionId>,
}

impl Organisation {
    pub async fn load(world: &World) -> Self {
        let mut tx = world.db.read().await.expect("a snapshot");
        let of =
            |text: &'static str| Sql::new(text).push(" where tenant_id = $?", args![world.tenant]);
        let members = tx
            .rows(of("select team_id, user_id from team_members"))
            .await;
        let positions = tx.rows(of("select id, parent_id from positions")).await;
        let holders =
            of("select id, position_id from users").push(" and position_id is not null", args![]);
        let holders = tx.rows(holders).await;
        Self {
            people: world.people.clone(),
            members: pairs(&members.expect("rows"), |row| row.id().expect("an id")),
            positions: pairs(&positions.expect("rows"), |row| {
                row.id_opt().expect("an id")
            }),
            holders: pairs(&holders.expect("rows"), |row| row.id().expect("an id"))
                .into_iter()
                .collect(),
        }
    }

    /// A position and all above it.
    pub fn upwards(&self, from: PositionId) -> Vec<PositionId> {
        let above: HashMap<_, _> = self.positions.iter().copied().collect();
        std::iter::successors(Some(from), |position| {
            above.get(position).copied().flatten()
        })
        .collect()
    }
}

fn pairs<A: From<uuid::Uuid>, B>(
    rows: &[Row],
    second: impl Fn(&mut seatwise_domain::store::Reader<'_>) -> B,
) -> Vec<(A, B)> {
    let pair = |row: &Row| {
        let mut row = row.reader();
        (row.id().expect("an id"), second(&mut row))
    };
    rows.iter().map(pair).collect()
}
