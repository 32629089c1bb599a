//! Totals that are kept say what the list shows, whoever asks and whoever's leads are asked for.

use seatwise_domain::authz::{Caller, Reach, RecordScope, Source, ViewRecords};
use seatwise_domain::ids::UserId;
use seatwise_domain::records::{self, LeadFilter, LeadState, OwnerFilter, Sort};
use seatwise_domain::store::{PageSize, Reads as _, Sql, migrations};
use seatwise_testkit::{TestDb, on_both};

use super::organisation::{Organisation, seeds};

/// What somebody sees; nothing for who cannot sign in.
async fn seen_by(org: &Organisation<'_>, user: UserId) -> Option<RecordScope<ViewRecords>> {
    let mut tx = org.crm.read().await;
    let found = Caller::load(&mut tx, org.crm.tenant, user, Source::Page).await;
    found.unwrap()?.records().ok()
}

on_both! {
    async fn d6_a_total_by_owner_and_state_is_the_length_of_the_list(db: &TestDb) {
        let (mut some, mut none, mut tallied) = (0, 0, 0);
        for seed in seeds(db, 0..4) {
            let org = Organisation::new(db, seed).await;
            org.crm.set_state("ida", "deactivated").await;
            let mut tx = org.crm.read().await;
            for user in &org.people {
                let Some(scope) = seen_by(&org, *user).await else { continue };
                let shared = matches!(scope.reach(), Reach::Some(span) if !span.grantees.is_empty());
                tallied += u32::from(!shared);
                let mut owners = vec![OwnerFilter::User(UserId(org.crm.tenant.0)), OwnerFilter::Anyone, OwnerFilter::Me, OwnerFilter::Unassigned, OwnerFilter::Left];
                owners.extend(org.people.iter().map(|owner| OwnerFilter::User(*owner)));
                for owner in owners {
                    for state in LeadState::ALL.map(Some).into_iter().chain([None]) {
                        let filter = LeadFilter { owner, state, ..LeadFilter::default() };
                        let page = records::list(&mut tx, &scope, &filter, Sort::Newest, None, PageSize::new(200));
                        let page = page.await.unwrap();
                        let long = page.items.len() as u64;
                        assert_eq!(page.total.number, long, "seed {seed}, {user}: {owner:?} {state:?}");
                        if long > 0 { some += 1 } else { none += 1 }
                    }
                    if let OwnerFilter::User(owner) = owner {
                        let filter = LeadFilter { state: Some(LeadState::Open), ..LeadFilter::of(owner) };
                        let open = records::count(&mut tx, &scope, &filter).await.unwrap().number;
                        let of = records::open_of(&mut tx, &scope, &[owner]).await.unwrap();
                        assert_eq!(of.get(&owner).copied().unwrap_or_default(), open, "seed {seed}, {user}: open of {owner}");
                    }
                }
            }
        }
        assert!(some > 100 && none > 100, "{some} lists with leads and {none} without tell little");
        assert!(tallied > 2, "{tallied} people whose totals are read");
    }

    async fn the_leads_that_an_upgrade_finds_are_counted_once(db: &TestDb) {
        let org = Organisation::new(db, 1).await;
        org.crm.change(Sql::new("delete from record_tallies")).await;
        let migration = migrations().iter().find(|migration| migration.name == "0020_record_tallies").unwrap();
        let fill = migration.text.find("insert into").unwrap();
        // That the numbers are those of the leads is looked at when the test ends.
        org.crm.change(Sql::new(&migration.text[fill..])).await;
        let mut tx = org.crm.read().await;
        assert!(tx.number(Sql::new("select count(*) from record_tallies")).await.unwrap() > 3);
    }
}
