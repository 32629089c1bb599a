//! Leads of few, of many and of very many people, which are found in three ways: the list is the same.

use std::collections::HashSet;

use seatwise_domain::args;
use seatwise_domain::ids::{RecordId, TeamId, UserId};
use seatwise_domain::records::{self, LeadFilter, LeadState, Sort};
use seatwise_domain::store::{COUNT_LIMIT, Cursor, PageSize, Reads as _, Sql};
use seatwise_testkit::{TestDb, on_both};

use crate::crm::{Crm, sample};

const PEOPLE: usize = 2_150;

/// People beside those with a name of their own; the first comes early in the alphabet of ids.
async fn crowd(crm: &Crm<'_>) -> Vec<UserId> {
    let tx = crm.db.write().await.unwrap();
    let now = tx.now();
    let people: Vec<UserId> = (0..PEOPLE).map(|_| tx.id()).collect();
    drop(tx);
    for people in people.chunks(500) {
        let insert = Sql::new(
            "insert into users (tenant_id, id, state, level, seat_kind, name, name_key, search_key, state_rank,
                    created_at, updated_at) values ",
        );
        let row = |id: &UserId| {
            let name = id.to_string();
            args![
                crm.tenant,
                *id,
                "active",
                "user",
                "regular",
                name.as_str(),
                name.as_str(),
                name.as_str(),
                0_i64,
                now,
                now
            ]
        };
        crm.change(insert.rows(people.iter().map(row))).await;
    }
    people
}

/// Two of three own a lead or two, in no order; the hundredth owns more than a page, among the newest.
async fn leads(crm: &Crm<'_>, people: &[UserId]) {
    let owner = |number: usize| Some(people[(number * 7) % people.len()]);
    let spread = (0..people.len()).filter(|number| number % 3 != 0);
    let mut all: Vec<_> = spread.map(|number| sample(number, owner(number))).collect();
    all.extend((0..300).map(|number| sample(number, owner(number * 5))));
    all.extend((0..70).map(|number| sample(number, Some(people[100]))));
    all.extend((0..40).map(|number| sample(number, None)));
    for leads in all.chunks(500) {
        crm.put(leads).await;
    }
}

async fn join(crm: &Crm<'_>, team: TeamId, people: &[UserId], leads: bool) {
    for people in people.chunks(500) {
        let insert = Sql::new(
            "insert into team_members (tenant_id, team_id, user_id, manager, joined_at) values ",
        );
        let row = |user: &UserId| args![crm.tenant, team, *user, leads, 0_i64];
        crm.change(insert.rows(people.iter().map(row))).await;
    }
}

async fn team(crm: &Crm<'_>) -> TeamId {
    let tx = crm.db.write().await.unwrap();
    let id: TeamId = tx.id();
    drop(tx);
    let insert = Sql::new("insert into teams (tenant_id, id, name, name_key, created_at) values ");
    let name = id.to_string();
    let row = args![crm.tenant, id, name.as_str(), name.as_str(), 0_i64];
    crm.change(insert.rows([row])).await;
    id
}

/// The whole list, page by page, and then back from its end.
async fn walked(crm: &Crm<'_>, viewer: &str, filter: &LeadFilter, size: u32) -> Vec<RecordId> {
    let scope = crm.view(viewer).await;
    let mut tx = crm.read().await;
    let mut pages: Vec<Vec<RecordId>> = Vec::new();
    let mut cursor: Option<Cursor> = None;
    let mut previous = None;
    loop {
        let page = records::list(
            &mut tx,
            &scope,
            filter,
            Sort::Newest,
            cursor.as_ref(),
            PageSize::new(size),
        );
        let page = page.await.unwrap();
        pages.push(page.items.iter().map(|row| row.id).collect());
        if page.next.is_none() {
            assert_eq!(
                page.total.number,
                pages.concat().len() as u64,
                "the count is the list's length"
            );
            break;
        }
        (cursor, previous) = (page.next, page.previous);
    }
    let there = pages.concat();
    let mut back = pages.pop().unwrap_or_default();
    let mut cursor = previous.and(cursor).map(|cursor| Cursor {
        back: true,
        id: back[0].0,
        ..cursor
    });
    while let Some(from) = cursor {
        let page = records::list(
            &mut tx,
            &scope,
            filter,
            Sort::Newest,
            Some(&from),
            PageSize::new(size),
        );
        let page = page.await.unwrap();
        let mut front: Vec<RecordId> = page.items.iter().map(|row| row.id).collect();
        front.append(&mut back);
        back = front;
        cursor = page.previous;
    }
    if pages.len() > 1 {
        assert_eq!(back, there, "backwards");
    }
    there
}

/// What the operator sees, as far as these people or the viewer own it.
async fn expected(crm: &Crm<'_>, members: &[UserId], state: Option<LeadState>) -> Vec<RecordId> {
    let members: HashSet<UserId> = members.iter().copied().collect();
    let filter = LeadFilter {
        state,
        ..LeadFilter::default()
    };
    let seeing = crm.seeing();
    let mut tx = crm.read().await;
    let (mut found, mut cursor) = (Vec::new(), None);
    loop {
        let page = records::list(
            &mut tx,
            &seeing,
            &filter,
            Sort::Newest,
            cursor.as_ref(),
            PageSize::new(200),
        );
        let page = page.await.unwrap();
        let owned = page.items.iter().filter(|row| {
            row.owner
                .as_ref()
                .is_some_and(|owner| members.contains(&owner.id))
        });
        found.extend(owned.map(|row| row.id));
        cursor = page.next;
        if cursor.is_none() {
            return found;
        }
    }
}

on_both! {
    async fn n14_n20_leads_of_any_number_of_people_are_listed_whole_and_in_order(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        let vera = crm.user("vera").await;
        crm.set_visibility("team").await;
        crm.change(Sql::default().push("update tenants set teams_on = $? where id = $?", args![true, crm.tenant])).await;
        let people = crowd(&crm).await;
        leads(&crm, &people).await;
        let (one, other) = (team(&crm).await, team(&crm).await);
        join(&crm, one, &[vera], false).await;
        let mut members = vec![vera];
        for (until, size) in [(3, 2), (60, 7), (650, 50), (PEOPLE, 200)] {
            let more = &people[members.len() - 1..until];
            join(&crm, one, more, false).await;
            members.extend(more);
            for state in [None, Some(LeadState::Won)] {
                let filter = LeadFilter { state, ..LeadFilter::default() };
                let whole = expected(&crm, &members, state).await;
                assert!(!whole.is_empty() || until == 3);
                assert_eq!(walked(&crm, "vera", &filter, size).await, whole, "{until} people, {state:?}");
            }
            if until == 60 {
                // The same people by a second team: nobody's lead comes twice.
                join(&crm, other, &people[..40], false).await;
                join(&crm, other, &[vera], false).await;
                let whole = expected(&crm, &members, None).await;
                assert_eq!(walked(&crm, "vera", &LeadFilter::default(), size).await, whole, "two teams");
            }
        }
    }

    async fn n14_who_leads_two_teams_of_the_same_people_finds_each_lead_once(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        let mona = crm.user("mona").await;
        let people = crowd(&crm).await;
        leads(&crm, &people).await;
        crm.change(Sql::default().push("update tenants set teams_on = $? where id = $?", args![true, crm.tenant])).await;
        // A role that gives nothing: what she sees comes from leading alone.
        let role = Sql::new(
            "insert into roles (tenant_id, role_key, kind, name, name_key, description, grants, fields, created_at,
                    updated_at) values ",
        );
        let nothing = serde_json::json!({});
        let row = args![crm.tenant, "nothing", "role", "nothing", "nothing", "", nothing.clone(), nothing, 0_i64, 0_i64];
        crm.change(role.rows([row])).await;
        let held = Sql::new("insert into user_roles (tenant_id, user_id, role_key, granted_at) values ");
        crm.change(held.rows([args![crm.tenant, mona, "nothing", 0_i64]])).await;
        for _ in 0..2 {
            let led = team(&crm).await;
            join(&crm, led, &[mona], true).await;
            join(&crm, led, &people[90..110], false).await;
        }
        let whole = expected(&crm, &people[90..110], None).await;
        assert!(whole.len() > 70);
        for size in [3, 10, 50] {
            assert_eq!(walked(&crm, "mona", &LeadFilter::default(), size).await, whole, "pages of {size}");
        }
    }

    async fn the_leads_of_others_are_counted_up_to_the_limit_and_not_beyond(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        let vera = crm.user("vera").await;
        let (anna, boris) = (crm.user("anna").await, crm.user("boris").await);
        crm.set_visibility("team").await;
        crm.change(Sql::default().push("update tenants set teams_on = $? where id = $?", args![true, crm.tenant])).await;
        let one = team(&crm).await;
        join(&crm, one, &[vera, anna, boris], false).await;
        let scope = crm.view("vera").await;
        let everything = LeadFilter::default();
        let won = LeadFilter { state: Some(LeadState::Won), ..LeadFilter::default() };
        let limit = usize::try_from(COUNT_LIMIT).unwrap();
        let counted = async |filter: &LeadFilter| {
            let mut tx = crm.read().await;
            let count = records::count(&mut tx, &scope, filter).await.unwrap();
            (count.number, count.more)
        };
        crm.leads(Some("anna"), limit - 1).await;
        assert_eq!(counted(&everything).await, (COUNT_LIMIT - 1, false));
        crm.leads(Some("boris"), 1).await;
        assert_eq!(counted(&everything).await, (COUNT_LIMIT, false), "the limit itself is a whole count");
        assert!(counted(&won).await.0 < COUNT_LIMIT && !counted(&won).await.1);
        crm.leads(Some("boris"), 1).await;
        assert_eq!(counted(&everything).await, (COUNT_LIMIT, true));
        assert!(!counted(&won).await.1, "a filter counts what it finds");
    }
}
