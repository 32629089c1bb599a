//! All doors over one decision say the same.

use std::collections::BTreeSet;

use seatwise_domain::access::{self, Question};
use seatwise_domain::authz::{
    AssignRecords, Caller, EditRecords, ExportRecords, FieldAccess, Key, LeadCounts, RecordAction,
    Snapshot, Source, ViewRecords, people_concerned,
};
use seatwise_domain::ids::{RecordId, UserId};
use seatwise_domain::records::{self, Lead, LeadFilter, ListError, Sort};
use seatwise_domain::store::PageSize;
use seatwise_testkit::{TestDb, on_both};

use super::clerk::every_field;
use super::organisation::{Organisation, seeds};

const SEEDS: std::ops::Range<u64> = 0..8;

pub(super) async fn caller(org: &Organisation<'_>, user: UserId) -> Caller {
    let mut tx = org.crm.read().await;
    let found = Caller::load(&mut tx, org.crm.tenant, user, Source::Page).await;
    found.unwrap().expect("an active person")
}

/// The leads that a list gives, page by page, newest first.
async fn listed(org: &Organisation<'_>, caller: &Caller, sort: Sort, size: u32) -> Vec<RecordId> {
    let Ok(scope) = caller.records::<ViewRecords>() else {
        return Vec::new();
    };
    let mut tx = org.crm.read().await;
    let (mut found, mut cursor) = (Vec::new(), None);
    loop {
        let filter = LeadFilter::default();
        let page = records::list(
            &mut tx,
            &scope,
            &filter,
            sort,
            cursor.as_ref(),
            PageSize::new(size),
        );
        let page = match page.await {
            Err(ListError::SortHidden(field)) => {
                assert!(scope.fields().hides(field), "{field} is not hidden");
                return Box::pin(listed(org, caller, Sort::Newest, size)).await;
            }
            page => page.unwrap(),
        };
        found.extend(page.items.iter().map(|row| row.id));
        cursor = page.next;
        if cursor.is_none() {
            assert_eq!(
                page.total.number,
                found.len() as u64,
                "the count is the list's length"
            );
            return found;
        }
    }
}

async fn read_one_by_one<A: RecordAction>(
    org: &Organisation<'_>,
    caller: &Caller,
) -> BTreeSet<RecordId> {
    let mut found = BTreeSet::new();
    let Ok(scope) = caller.records::<A>() else {
        return found;
    };
    let mut tx = org.crm.read().await;
    for lead in &org.leads {
        if records::find(&mut tx, &scope, *lead)
            .await
            .unwrap()
            .is_some()
        {
            found.insert(*lead);
        }
    }
    found
}

/// The leads for which the explanation says yes.
async fn explained(
    db: &TestDb,
    org: &Organisation<'_>,
    user: UserId,
    key: Key,
) -> BTreeSet<RecordId> {
    let olga = org.crm.caller("olga").await;
    let mut found = BTreeSet::new();
    for lead in &org.leads {
        let question = Question {
            user,
            key,
            lead: Some(*lead),
            person: None,
        };
        let answer = access::explain(db, &olga, question).await.unwrap();
        if answer.allowed {
            found.insert(*lead);
        }
    }
    found
}

on_both! {
    async fn d6_list_single_read_count_and_explanation_always_agree(db: &TestDb) {
        for seed in seeds(db, SEEDS) {
            let org = Organisation::new(db, seed).await;
            for user in org.people.clone() {
                let caller = caller(&org, user).await;
                let single = read_one_by_one::<ViewRecords>(&org, &caller).await;
                for (sort, size) in [(Sort::Newest, 3), (Sort::Newest, 50), (Sort::Value, 4)] {
                    let list = listed(&org, &caller, sort, size).await;
                    let distinct: BTreeSet<RecordId> = list.iter().copied().collect();
                    assert_eq!(distinct.len(), list.len(), "seed {seed}: no lead twice");
                    assert_eq!(distinct, single, "seed {seed}, {user}, {sort:?}: list and single read");
                }
                let said = explained(db, &org, user, Key::ViewRecords).await;
                assert_eq!(said, single, "seed {seed}, {user}: explanation and single read");
                let edits = read_one_by_one::<EditRecords>(&org, &caller).await;
                let said = explained(db, &org, user, Key::EditRecords).await;
                assert_eq!(said, edits, "seed {seed}, {user}: explanation and edit");
                let assigns = read_one_by_one::<AssignRecords>(&org, &caller).await;
                let said = explained(db, &org, user, Key::AssignRecords).await;
                assert_eq!(said, assigns, "seed {seed}, {user}: explanation and assignment");
            }
        }
    }

    async fn an_export_holds_what_the_list_shows_and_no_more(db: &TestDb) {
        for seed in seeds(db, SEEDS) {
            let org = Organisation::new(db, seed).await;
            for user in org.people.clone() {
                let caller = caller(&org, user).await;
                let single = read_one_by_one::<ExportRecords>(&org, &caller).await;
                let seen = read_one_by_one::<ViewRecords>(&org, &caller).await;
                let filter = LeadFilter::default();
                let Ok(mut export) = records::export(db, &caller, &filter, "csv").await else {
                    continue;
                };
                let mut found = BTreeSet::new();
                loop {
                    let batch = export.next_batch().await.unwrap();
                    if batch.is_empty() {
                        break;
                    }
                    found.extend(batch.into_iter().map(|lead| lead.row.id));
                }
                assert_eq!(found, single, "seed {seed}, {user}");
                assert!(found.is_subset(&seen), "seed {seed}, {user}");
            }
        }
    }

    async fn p52_list_single_read_search_export_and_explanation_agree_on_fields(db: &TestDb) {
        let mut hidden_ones = 0;
        for seed in SEEDS {
            let org = Organisation::new(db, seed).await;
            for user in org.people.clone() {
                let caller = caller(&org, user).await;
                let Ok(scope) = caller.records::<ViewRecords>() else { continue };
                let question = Question { user, key: Key::ViewRecords, lead: None, person: None };
                let said = access::explain(db, &org.crm.caller("olga").await, question).await.unwrap();
                let hides = |field: &str| said.fields.iter().any(|line| line.field == field && line.access == FieldAccess::Hidden);
                let hidden: BTreeSet<&str> = every_field().filter(|field| hides(field)).collect();
                hidden_ones += hidden.len();
                let at = format!("seed {seed}, {user}");
                let mut tx = org.crm.read().await;
                for lead in &org.leads {
                    let Some(single) = records::find(&mut tx, &scope, *lead).await.unwrap() else { continue };
                    assert_eq!(empty(&single), hidden, "{at}: single read and explanation");
                    let real = records::find(&mut tx, &org.crm.seeing(), *lead).await.unwrap().unwrap();
                    let (external, email) = (real.row.external_id.unwrap(), real.contact_email.unwrap());
                    for (field, text) in [("external_id", external), ("contact_email", email)] {
                        let filter = LeadFilter { text: Some(text), ..LeadFilter::default() };
                        let page = records::list(&mut tx, &scope, &filter, Sort::Newest, None, PageSize::new(200)).await.unwrap();
                        let found = page.items.iter().any(|row| row.id == *lead);
                        assert_eq!(found, !hidden.contains(field), "{at}: search by {field}");
                        let total = records::count(&mut tx, &scope, &filter).await.unwrap().number;
                        assert_eq!(total, page.items.len() as u64, "{at}: count by {field}");
                    }
                }
                let filter = LeadFilter::default();
                let page = records::list(&mut tx, &scope, &filter, Sort::Newest, None, PageSize::new(200)).await.unwrap();
                for row in page.items {
                    let single = records::find(&mut tx, &scope, row.id).await.unwrap().unwrap();
                    assert_eq!(row, single.row, "{at}: list and single read");
                }
                drop(tx);
                if let Ok(mut export) = records::export(db, &caller, &filter, "csv").await {
                    for lead in export.next_batch().await.unwrap() {
                        assert_eq!(empty(&lead), hidden, "{at}: export");
                    }
                    assert!(every_field().all(|field| export.shows(field) != hidden.contains(field)), "{at}: columns");
                }
            }
        }
        assert!(hidden_ones > 20, "the organisations hide too little: {hidden_ones}");
    }

    async fn d7_a_change_does_what_was_foretold(db: &TestDb) {
        for seed in seeds(db, SEEDS) {
            let org = Organisation::new(db, seed).await;
            let mut tx = org.crm.read().await;
            let (users, number) = people_concerned(&mut tx, org.crm.tenant).await.unwrap();
            let counts = LeadCounts::load(&mut tx, org.crm.tenant).await.unwrap();
            let before = Snapshot::take(&mut tx, org.crm.tenant, &users).await.unwrap();
            drop(tx);
            let mut had = Vec::new();
            for user in &users {
                had.push(by_owner(&org, *user).await);
            }
            for visibility in ["all", "own", "team"] {
                org.crm.set_visibility(visibility).await;
                let mut tx = org.crm.read().await;
                let after = Snapshot::take(&mut tx, org.crm.tenant, &users).await.unwrap();
                drop(tx);
                let effect = before.until(&after, &counts, number);
                for (user, had) in users.iter().zip(&had) {
                    let has = by_owner(&org, *user).await;
                    let told = effect.people.iter().find(|line| line.user == *user);
                    let (gained, lost) = told.map_or((0, 0), |line| (line.leads_gained, line.leads_lost));
                    let gains = has.difference(had).count() as u64;
                    let loses = had.difference(&has).count() as u64;
                    assert_eq!((gained, lost), (gains, loses), "seed {seed}, {user}, {visibility}");
                }
            }
        }
    }
}

/// The fields in which a lead has nothing.
fn empty(lead: &Lead) -> BTreeSet<&'static str> {
    let row = &lead.row;
    let filled = |field: &str| match field {
        "value" => row.value.is_some(),
        "contact_name" => row.contact_name.is_some(),
        "contact_email" => lead.contact_email.is_some(),
        "next_step" => row.next_step.is_some(),
        "next_step_on" => row.next_step_on.is_some(),
        "opened_on" => row.opened_on.is_some(),
        "closed_on" => row.closed_on.is_some(),
        "external_id" => row.external_id.is_some(),
        own => lead.fields.contains_key(own.trim_start_matches("fields.")),
    };
    every_field().filter(|field| !filled(field)).collect()
}

/// What a person sees because of who owns it: the single shares of a record are not a matter of the change.
pub(super) async fn by_owner(org: &Organisation<'_>, user: UserId) -> BTreeSet<RecordId> {
    let caller = caller(org, user).await;
    let mut found = BTreeSet::new();
    let Ok(scope) = caller.records::<ViewRecords>() else {
        return found;
    };
    let mut tx = org.crm.read().await;
    for lead in &org.leads {
        let seen = records::find(&mut tx, &scope, *lead).await.unwrap();
        let Some(seen) = seen else { continue };
        let owner = seen.row.owner.map(|owner| owner.id);
        if scope.covers(&mut tx, owner).await.unwrap() {
            found.insert(*lead);
        }
    }
    found
}
