//! Single leads shared with people, teams, groups and positions.

use seatwise_domain::authz::Party;
use seatwise_domain::handover::{self, Assign, Receiver, Which};
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::records::{self, LeadChange};
use seatwise_domain::sharing::{self, Access, SHARES_MAX};
use seatwise_testkit::{TestDb, on_both};

use super::{edits, exported, group_of, place, seen, set, share, team};
use crate::crm::Crm;

async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    for name in ["anna", "boris", "celia", "dora"] {
        crm.user(name).await;
    }
    crm
}

on_both! {
    async fn p57_a_lead_is_shared_with_a_person_a_team_a_group_and_a_position(db: &TestDb) {
        let crm = office(db).await;
        let leads = crm.leads(Some("anna"), 3).await;
        let nord = team(&crm, "Nord", &["boris"]).await;
        let fair = group_of(&crm, "Fair", &["celia"]).await;
        let desk = place(&crm, "Desk", None, &["dora"]).await;
        for name in ["boris", "celia", "dora"] {
            assert!(seen(&crm, name).await.is_empty());
        }
        share(&crm, "anna", leads[0], Party::User(crm.id("boris")), Access::Read).await.unwrap();
        share(&crm, "anna", leads[1], Party::Team(nord), Access::Read).await.unwrap();
        share(&crm, "anna", leads[1], Party::Group(fair), Access::Read).await.unwrap();
        share(&crm, "anna", leads[2], Party::Position(desk), Access::Read).await.unwrap();
        assert_eq!(seen(&crm, "boris").await, set(&leads[..2]));
        assert_eq!(seen(&crm, "celia").await, set(&leads[1..2]));
        assert_eq!(seen(&crm, "dora").await, set(&leads[2..]));
        assert_eq!(exported(&crm, "olga").await, 3);
        let caller = crm.caller("anna").await;
        let scope = caller.records().unwrap();
        let mut tx = crm.read().await;
        let told = sharing::list(&mut tx, &scope, leads[1]).await.unwrap().unwrap();
        let names: Vec<_> = told.iter().map(|share| share.with.name.as_str()).collect();
        assert_eq!(names, ["Nord", "Fair"]);
        assert_eq!(told[0].by.as_deref(), Some("anna"));
        drop(tx);
        sharing::unshare(db, &caller, leads[1], Party::Team(nord), "").await.unwrap();
        assert_eq!(seen(&crm, "boris").await, set(&leads[..1]));
        let again = sharing::unshare(db, &caller, leads[1], Party::Team(nord), "").await.unwrap_err();
        assert_eq!(again.problem(), &problem::NOT_FOUND);
    }

    async fn p57_a_share_to_read_does_not_let_edit_and_one_to_edit_does(db: &TestDb) {
        let crm = office(db).await;
        let lead = crm.leads(Some("anna"), 1).await[0];
        let boris = Party::User(crm.id("boris"));
        share(&crm, "anna", lead, boris, Access::Read).await.unwrap();
        assert!(!edits(&crm, "boris", lead).await);
        let change = LeadChange { title: Some("Mine".to_owned()), ..LeadChange::default() };
        let refused = records::edit(db, &crm.caller("boris").await, lead, &change).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::NOT_FOUND);
        records::add_note(db, &crm.caller("boris").await, lead, "Called").await.unwrap();
        let changed = share(&crm, "anna", lead, boris, Access::Edit).await.unwrap();
        assert_eq!(changed.access, Access::Edit);
        records::edit(db, &crm.caller("boris").await, lead, &change).await.unwrap();
        assert_eq!(crm.number("select count(*) from record_shares where tenant_id = $?").await, 1);
        // Who only has a share passes nothing on.
        let on = share(&crm, "boris", lead, Party::User(crm.id("celia")), Access::Read).await.unwrap_err();
        assert_eq!(on.problem(), &problem::NOT_FOUND);
        share(&crm, "anna", lead, boris, Access::Read).await.unwrap();
        assert!(!edits(&crm, "boris", lead).await);
    }

    async fn z24_a_team_seat_shares_nothing_and_may_be_shared_with(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("tina", "user", "active", "team").await;
        let lead = crm.leads(Some("anna"), 1).await[0];
        let boris = Party::User(crm.id("boris"));
        let refused = share(&crm, "tina", lead, boris, Access::Read).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::DENIED);
        let tina = Party::User(crm.id("tina"));
        share(&crm, "anna", lead, tina, Access::Edit).await.unwrap();
        assert!(seen(&crm, "tina").await.contains(&lead));
        assert!(!edits(&crm, "tina", lead).await, "the seat is the limit");
        let back = sharing::unshare(db, &crm.caller("tina").await, lead, tina, "").await.unwrap_err();
        assert_eq!(back.problem(), &problem::DENIED);
    }

    async fn the_former_owner_keeps_no_right_after_a_hand_over(db: &TestDb) {
        let crm = office(db).await;
        let lead = crm.leads(Some("anna"), 1).await[0];
        for (who, with, why) in [
            ("anna", "anna", &problem::SHARE_WITH_OWNER),
            ("olga", "olga", &problem::SHARE_WITH_SELF),
        ] {
            let refused = share(&crm, who, lead, Party::User(crm.id(with)), Access::Read).await.unwrap_err();
            assert_eq!(refused.problem(), why);
        }
        share(&crm, "anna", lead, Party::User(crm.id("celia")), Access::Read).await.unwrap();
        let give = Assign { which: Which::These(vec![lead]), to: Receiver::User(crm.id("boris")), reason: String::new() };
        handover::assign(db, &crm.caller("olga").await, &give).await.unwrap();
        assert!(seen(&crm, "anna").await.is_empty());
        assert!(!edits(&crm, "anna", lead).await);
        let late = share(&crm, "anna", lead, Party::User(crm.id("dora")), Access::Read).await.unwrap_err();
        assert_eq!(late.problem(), &problem::NOT_FOUND);
        assert_eq!(seen(&crm, "celia").await, set(&[lead]), "what was shared with others stays");
        let boris = crm.caller("boris").await;
        sharing::unshare(db, &boris, lead, Party::User(crm.id("celia")), "not needed").await.unwrap();
        assert!(seen(&crm, "celia").await.is_empty());
    }

    async fn p57_nothing_is_shared_with_who_cannot_sign_in_or_is_not_there(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("fred", "user", "deactivated", "regular").await;
        crm.person("gone", "user", "anonymised", "regular").await;
        crm.person("paul", "user", "pending", "regular").await;
        let lead = crm.leads(Some("anna"), 1).await[0];
        let other = office(db).await;
        for (with, why) in [
            (Party::User(crm.id("fred")), &problem::PARTY_CANNOT_SIGN_IN),
            (Party::User(crm.id("gone")), &problem::PARTY_UNKNOWN),
            (Party::User(other.id("boris")), &problem::PARTY_UNKNOWN),
            (Party::Team(crm.id("boris").0.into()), &problem::PARTY_UNKNOWN),
        ] {
            let refused = share(&crm, "anna", lead, with, Access::Read).await.unwrap_err();
            assert_eq!(refused.problem(), why, "{with:?}");
        }
        share(&crm, "anna", lead, Party::User(crm.id("paul")), Access::Read).await.unwrap();
        let foreign = share(&other, "anna", lead, Party::User(other.id("boris")), Access::Read).await.unwrap_err();
        assert_eq!(foreign.problem(), &problem::NOT_FOUND);
        // A share with somebody who leaves stays and gives nothing, and can be taken back.
        crm.set_state("paul", "deactivated").await;
        let caller = crm.caller("anna").await;
        let mut tx = crm.read().await;
        let told = sharing::list(&mut tx, &caller.records().unwrap(), lead).await.unwrap().unwrap();
        assert!(told[0].with.left);
        drop(tx);
        sharing::unshare(db, &caller, lead, Party::User(crm.id("paul")), "").await.unwrap();
    }

    async fn p57_a_lead_is_shared_with_fifty_at_most(db: &TestDb) {
        let crm = office(db).await;
        let lead = crm.leads(Some("anna"), 1).await[0];
        for number in 0..SHARES_MAX {
            let fair = group_of(&crm, &format!("Fair {number}"), &[]).await;
            share(&crm, "anna", lead, Party::Group(fair), Access::Read).await.unwrap();
        }
        let refused = share(&crm, "anna", lead, Party::User(crm.id("boris")), Access::Read).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::SHARES_FULL);
    }
}
