//! Assign of leads, on both databases.

use seatwise_domain::handover::{self, Assign, AssignError, Receiver, Which};
use seatwise_domain::ids::RecordId;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::records::{LeadFilter, LeadState, OwnerFilter};
use seatwise_testkit::{TestDb, on_both};

use super::command;
use crate::crm::{Crm, counts};

async fn office(db: &TestDb) -> (Crm<'_>, Vec<RecordId>) {
    let mut crm = Crm::new(db).await;
    crm.user("anna").await;
    crm.user("ben").await;
    let leads = crm.leads(Some("anna"), 10).await;
    (crm, leads)
}

fn to(crm: &Crm<'_>, name: &str, which: Which) -> Assign {
    Assign {
        which,
        to: Receiver::User(crm.id(name)),
        reason: String::new(),
    }
}

on_both! {
    async fn p7_named_leads_change_hands_and_come_back(db: &TestDb) {
        let (crm, leads) = office(db).await;
        let olga = crm.caller("olga").await;
        let named = to(&crm, "ben", Which::These(leads[..3].to_vec()));
        let done = handover::assign(db, &olga, &named).await.unwrap();
        assert_eq!(done.moved, 3);
        assert_eq!(crm.owners().await, counts(&[("anna", 7), ("ben", 3)]));
        let twice = handover::assign(db, &olga, &named).await.unwrap();
        assert_eq!(twice.moved, 0, "who owns it already keeps it");
        handover::undo(db, &olga, done.id, "").await.unwrap();
        assert_eq!(crm.owners().await, counts(&[("anna", 10)]));
    }

    async fn a_single_lead_names_the_owners_in_the_log(db: &TestDb) {
        let (crm, leads) = office(db).await;
        let olga = crm.caller("olga").await;
        let done = handover::assign(db, &olga, &to(&crm, "ben", Which::These(vec![leads[0]]))).await.unwrap();
        let mut tx = crm.read().await;
        let scope = olga.scope().unwrap();
        let line = seatwise_domain::audit::find(&mut tx, &scope, done.id).await.unwrap().unwrap();
        assert_eq!(line.subject_name.as_deref(), Some("Lead 00000"));
        assert_eq!((&line.changes[0].before, &line.changes[0].after), (&"anna".into(), &"ben".into()));
    }

    async fn all_of_a_filter_change_hands_only_if_the_number_is_right(db: &TestDb) {
        let (crm, _) = office(db).await;
        let olga = crm.caller("olga").await;
        let filter = LeadFilter {
            owner: OwnerFilter::User(crm.id("anna")),
            state: Some(LeadState::Open),
            ..LeadFilter::default()
        };
        let wrong = to(&crm, "ben", Which::All { filter: filter.clone(), expected: 5 });
        let refused = handover::assign(db, &olga, &wrong).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::CHANGED_MEANWHILE);
        let right = to(&crm, "ben", Which::All { filter, expected: 4 });
        let done = handover::assign(db, &olga, &right).await.unwrap();
        assert_eq!(done.moved, 4);
        assert_eq!(done.from.map(|from| from.name).as_deref(), Some("anna"));
        assert_eq!(crm.owners().await, counts(&[("anna", 6), ("ben", 4)]));
    }

    async fn my_leads_are_those_of_whoever_asks(db: &TestDb) {
        let (crm, leads) = office(db).await;
        let olga = crm.caller("olga").await;
        handover::assign(db, &olga, &to(&crm, "olga", Which::These(leads[..2].to_vec()))).await.unwrap();
        let mine = LeadFilter { owner: OwnerFilter::Me, ..LeadFilter::default() };
        let done = handover::assign(db, &olga, &to(&crm, "ben", Which::All { filter: mine, expected: 2 })).await.unwrap();
        assert_eq!(done.moved, 2);
    }

    async fn leads_of_another_account_do_not_exist(db: &TestDb) {
        let (crm, leads) = office(db).await;
        let other = Crm::new(db).await;
        let theirs = other.leads(None, 1).await;
        let olga = crm.caller("olga").await;
        let mixed = to(&crm, "ben", Which::These(vec![leads[0], theirs[0]]));
        let refused = handover::assign(db, &olga, &mixed).await;
        assert!(matches!(refused, Err(AssignError::NoSuchLead)));
        assert_eq!(crm.owners().await, counts(&[("anna", 10)]));
        let stranger = to(&other, "olga", Which::These(theirs));
        let refused = handover::assign(db, &olga, &stranger).await;
        assert_eq!(refused.unwrap_err().problem(), &problem::HEIR_NOT_ACTIVE);
    }

    async fn a_user_may_not_assign(db: &TestDb) {
        let (crm, leads) = office(db).await;
        let anna = crm.caller("anna").await;
        let refused = handover::assign(db, &anna, &to(&crm, "ben", Which::These(leads))).await;
        assert!(matches!(refused, Err(AssignError::Denied(_))));
    }

    async fn k15_nobody_pending_gets_single_leads_unless_the_account_says_so(db: &TestDb) {
        let (mut crm, leads) = office(db).await;
        crm.person("pia", "user", "pending", "regular").await;
        let olga = crm.caller("olga").await;
        let of_anna = LeadFilter { owner: OwnerFilter::User(crm.id("anna")), ..LeadFilter::default() };
        let ways = |expected| [
            Which::These(vec![leads[0]]),
            Which::These(leads[..3].to_vec()),
            Which::All { filter: of_anna.clone(), expected },
        ];
        for which in ways(10) {
            let refused = handover::assign(db, &olga, &to(&crm, "pia", which)).await.unwrap_err();
            assert_eq!(refused.problem(), &problem::HEIR_PENDING);
        }
        assert_eq!(crm.owners().await, counts(&[("anna", 10)]));
        let moved = handover::manage(db, &olga, &command(&crm, "anna", Some("pia"))).await.unwrap();
        assert_eq!(moved.moved, 4, "a hand-over may name somebody pending");
        handover::undo(db, &olga, moved.id, "").await.unwrap();
        let always = serde_json::json!({ "pending_selectable": "always" });
        crm.change(seatwise_domain::store::Sql::default().push(
            "update tenants set settings = $? where id = $?",
            seatwise_domain::args![always, crm.tenant],
        )).await;
        for which in ways(7) {
            handover::assign(db, &olga, &to(&crm, "pia", which)).await.unwrap();
        }
        assert_eq!(crm.owners().await, counts(&[("pia", 10)]));
    }

    async fn n46_a_refused_receiver_is_told_apart_by_what_stands_in_the_way(db: &TestDb) {
        let (mut crm, leads) = office(db).await;
        crm.person("fred", "user", "frozen", "regular").await;
        crm.person("dora", "user", "deactivated", "regular").await;
        crm.person("timo", "user", "active", "team").await;
        let olga = crm.caller("olga").await;
        for (name, wanted) in [
            ("fred", &problem::HEIR_SUSPENDED),
            ("dora", &problem::HEIR_DEACTIVATED),
            ("timo", &problem::OWNER_CANNOT_RECEIVE),
        ] {
            let one = to(&crm, name, Which::These(vec![leads[0]]));
            let refused = handover::assign(db, &olga, &one).await.unwrap_err();
            assert_eq!(refused.problem(), wanted, "{name}");
            let refused = handover::manage(db, &olga, &command(&crm, "anna", Some(name))).await.unwrap_err();
            assert_eq!(refused.problem(), wanted, "{name}");
        }
        assert_eq!(crm.owners().await, counts(&[("anna", 10)]));
    }
}
