//! Groups: made, renamed, joined, left and removed.

use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::Party;
use seatwise_domain::groups::{self, IfUsed};
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::sharing::Access;
use seatwise_domain::store::PageSize;
use seatwise_domain::users::{self, ListFilter};
use seatwise_testkit::{TestDb, on_both};

use super::{group_of, rule, seen, set, share};
use crate::crm::Crm;

on_both! {
    async fn z43_groups_are_edited_by_those_who_may(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.user("anna").await;
        crm.person("tina", "user", "active", "team").await;
        let fair = group_of(&crm, "Fair", &["anna"]).await;
        let owner = crm.caller("olga").await;
        let taken = groups::create(db, &owner, " FAIR ").await.unwrap_err();
        assert_eq!(taken.problem(), &problem::GROUP_NAME_TAKEN);
        let renamed = groups::rename(db, &owner, fair, "Fair in Leipzig").await.unwrap();
        assert_eq!(renamed.name, "Fair in Leipzig");
        for name in ["anna", "tina"] {
            let caller = crm.caller(name).await;
            let made = groups::create(db, &caller, "Mine").await.unwrap_err();
            let joined = groups::add_member(db, &caller, fair, crm.id(name), "").await.unwrap_err();
            let gone = groups::remove(db, &caller, fair, IfUsed::EndThem, "").await.unwrap_err();
            let refused = [made.problem(), joined.problem(), gone.problem()];
            assert_eq!(refused, [&problem::DENIED; 3], "{name}");
        }
        let scope = owner.scope().unwrap();
        let mut tx = crm.read().await;
        let page = groups::list(&mut tx, &scope, None, PageSize::new(10)).await.unwrap();
        assert_eq!((page.items[0].members, page.total.number), (1, 1));
        let within = ListFilter { group: Some(fair), ..ListFilter::default() };
        let members = users::list(&mut tx, &scope, &within, None, PageSize::default()).await.unwrap();
        assert_eq!((members.items[0].user.name.as_str(), members.total.number), ("anna", 1));
        drop(tx);
        groups::remove_member(db, &owner, fair, crm.id("anna"), "back home").await.unwrap();
        let again = groups::remove_member(db, &owner, fair, crm.id("anna"), "").await.unwrap_err();
        assert_eq!(again.problem(), &problem::NOT_FOUND);
    }

    async fn p57_a_group_in_use_is_removed_only_when_that_is_said(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        for name in ["anna", "boris", "celia"] {
            crm.user(name).await;
        }
        let leads = crm.leads(Some("anna"), 2).await;
        let fair = group_of(&crm, "Fair", &["boris", "celia"]).await;
        share(&crm, "anna", leads[0], Party::Group(fair), Access::Read).await.unwrap();
        rule(&crm, Party::User(crm.id("anna")), Party::Group(fair), Access::Read).await;
        assert_eq!(seen(&crm, "boris").await, set(&leads));
        let owner = crm.caller("olga").await;
        let refused = groups::remove(db, &owner, fair, IfUsed::Refuse, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::GROUP_IN_USE);
        let told = refused.values();
        let told: Vec<_> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(told, [("shares", "1"), ("rules", "1"), ("people", "2"), ("seeing", "0")]);
        groups::remove(db, &owner, fair, IfUsed::EndThem, "the fair is over").await.unwrap();
        assert!(seen(&crm, "boris").await.is_empty());
        for table in [
            "select count(*) from record_shares where tenant_id = $?",
            "select count(*) from sharing_rules where tenant_id = $?",
            "select count(*) from group_members where tenant_id = $?",
            "select count(*) from user_groups where tenant_id = $?",
        ] {
            assert_eq!(crm.number(table).await, 0, "{table}");
        }
        let lines = "select count(*) from audit_events where kind = 'group.removed' and tenant_id = $?";
        assert_eq!(EventKind::GroupRemoved.as_str(), "group.removed");
        assert_eq!(crm.number(lines).await, 1);
    }
}
