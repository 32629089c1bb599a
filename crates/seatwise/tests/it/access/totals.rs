//! Totals that are kept say what the list shows, whoever asks and whoever's leads are asked for.

use seatwise_domain::authz::ViewRecords;
use seatwise_domain::records::{self, LeadFilter, LeadState, OwnerFilter, Sort};
use seatwise_domain::store::PageSize;
use seatwise_testkit::{TestDb, on_both};

use super::agree::caller;
use super::organisation::{Organisation, seeds};

on_both! {
    async fn d6_a_total_by_owner_and_state_is_the_length_of_the_list(db: &TestDb) {
        let (mut some, mut none) = (0, 0);
        for seed in seeds(db, 0..4) {
            let org = Organisation::new(db, seed).await;
            let mut tx = org.crm.read().await;
            for user in &org.people {
                let Ok(scope) = caller(&org, *user).await.records::<ViewRecords>() else { continue };
                let mut owners = vec![OwnerFilter::Anyone, OwnerFilter::Me, OwnerFilter::Unassigned, OwnerFilter::Left];
                owners.extend(org.people.iter().map(|owner| OwnerFilter::User(*owner)));
                for owner in owners {
                    for state in [None, Some(LeadState::Open), Some(LeadState::Won)] {
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
    }
}
