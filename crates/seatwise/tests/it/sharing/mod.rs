//! Sharing, groups and positions: what they let people see, and that every way of looking agrees.

mod changes;
mod groups;
mod leads;
mod people;
mod positions;
mod rules;
mod visibility;
mod visibility_doors;
mod visibility_tree;

use std::collections::HashSet;

use seatwise_domain::authz::{EditRecords, ExportRecords, Party};
use seatwise_domain::ids::{GroupId, PositionId, RecordId, TeamId};
use seatwise_domain::records::{self, LeadFilter, Sort};
use seatwise_domain::sharing::{self, Access, NewRule, NewShare, Share, ShareError};
use seatwise_domain::store::{PageSize, Reads as _, Sql};
use seatwise_domain::{args, groups as group, positions as position, teams};

use crate::crm::Crm;

/// What somebody sees of the leads, asked in every way: list, count, single read and board must agree.
async fn seen(crm: &Crm<'_>, name: &str) -> HashSet<RecordId> {
    let view = crm.view(name).await;
    let all = everything(crm).await;
    let mut tx = crm.read().await;
    let filter = LeadFilter::default();
    let size = PageSize::new(200);
    let mut found = HashSet::new();
    for sort in [Sort::Newest, Sort::Value] {
        let page = records::list(&mut tx, &view, &filter, sort, None, size)
            .await
            .unwrap();
        let listed: HashSet<RecordId> = page.items.iter().map(|row| row.id).collect();
        assert_eq!(
            page.total.number,
            listed.len() as u64,
            "count and list of {name}"
        );
        found.extend(listed.iter().copied());
        assert_eq!(found, listed, "every order shows the same to {name}");
    }
    for lead in &all {
        let one = records::find(&mut tx, &view, *lead).await.unwrap();
        assert_eq!(one.is_some(), found.contains(lead), "single read of {name}");
    }
    let board = records::board(&mut tx, &view, &filter, PageSize::default())
        .await
        .unwrap();
    let counted: u64 = board
        .columns
        .iter()
        .map(|column| column.page.total.number)
        .sum();
    assert_eq!(counted, found.len() as u64, "board of {name}");
    found
}

async fn everything(crm: &Crm<'_>) -> Vec<RecordId> {
    let mut tx = crm.read().await;
    let sql = Sql::new("select id from records").push(" where tenant_id = $?", args![crm.tenant]);
    let rows = tx.rows(sql).await.unwrap();
    rows.iter().map(|row| row.reader().id().unwrap()).collect()
}

/// The leads that somebody may edit.
async fn edits(crm: &Crm<'_>, name: &str, lead: RecordId) -> bool {
    let Ok(scope) = crm.caller(name).await.records::<EditRecords>() else {
        return false;
    };
    let mut tx = crm.read().await;
    records::find(&mut tx, &scope, lead)
        .await
        .unwrap()
        .is_some()
}

/// How many leads an export holds for somebody who may export.
async fn exported(crm: &Crm<'_>, name: &str) -> u64 {
    let scope = crm.caller(name).await.records::<ExportRecords>().unwrap();
    let mut tx = crm.read().await;
    let sql = scope.limit(Sql::new("select count(*) from records r"));
    tx.number(sql).await.unwrap()
}

async fn share(
    crm: &Crm<'_>,
    who: &str,
    lead: RecordId,
    with: Party,
    access: Access,
) -> Result<Share, ShareError> {
    let caller = crm.caller(who).await;
    let reason = "for the fair".to_owned();
    let new = NewShare {
        lead,
        with,
        access,
        reason,
    };
    sharing::share(crm.db, &caller, &new).await
}

async fn rule(crm: &Crm<'_>, from: Party, to: Party, access: Access) -> sharing::Rule {
    let caller = crm.caller("olga").await;
    let reason = String::new();
    let new = NewRule {
        from,
        to,
        access,
        reason,
    };
    sharing::create_rule(crm.db, &caller, &new).await.unwrap()
}

async fn team(crm: &Crm<'_>, name: &str, members: &[&str]) -> TeamId {
    let caller = crm.caller("olga").await;
    let team = teams::create(crm.db, &caller, name).await.unwrap();
    let ids: Vec<_> = members.iter().map(|name| crm.id(name)).collect();
    teams::add_members(crm.db, &caller, team.id, &ids, false, "")
        .await
        .unwrap();
    team.id
}

async fn group_of(crm: &Crm<'_>, name: &str, members: &[&str]) -> GroupId {
    let caller = crm.caller("olga").await;
    let made = group::create(crm.db, &caller, name).await.unwrap();
    for member in members {
        let id = crm.id(member);
        group::add_member(crm.db, &caller, made.id, id, "")
            .await
            .unwrap();
    }
    made.id
}

/// A position with its holders.
async fn place(
    crm: &Crm<'_>,
    name: &str,
    above: Option<PositionId>,
    holders: &[&str],
) -> PositionId {
    let caller = crm.caller("olga").await;
    let made = position::create(crm.db, &caller, name, above, "")
        .await
        .unwrap();
    for holder in holders {
        let id = crm.id(holder);
        position::hold(crm.db, &caller, id, Some(made.id), "")
            .await
            .unwrap();
    }
    made.id
}

fn set(leads: &[RecordId]) -> HashSet<RecordId> {
    leads.iter().copied().collect()
}
