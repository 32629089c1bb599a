//! The smallest change that would allow what is denied: making it does allow it.

use seatwise_domain::access::{self, ExplainError, Question};
use seatwise_domain::args;
use seatwise_domain::authz::{Key, Supposition, Visibility};
use seatwise_domain::store::{PageSize, Sql};
use seatwise_testkit::{TestDb, on_both};

use crate::crm::Crm;

on_both! {
    async fn d6_a_denial_names_the_smallest_change_and_making_it_allows(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        let anna = crm.user("anna").await;
        let ben = crm.user("ben").await;
        let lead = crm.leads(Some("ben"), 1).await[0];
        let olga = crm.caller("olga").await;
        let question = Question { user: anna, key: Key::ViewRecords, lead: Some(lead), person: None };
        let answer = access::explain(db, &olga, question).await.unwrap();
        assert!(!answer.allowed);
        let single = |part: Supposition| answer.remedies.iter().any(|remedy| remedy.parts == [part.clone()]);
        assert!(single(Supposition::Shared { to_edit: false }), "{:?}", answer.remedies);
        assert!(single(Supposition::Owns) && single(Supposition::Visibility(Visibility::All)));
        let first = &answer.remedies[0].parts;
        assert_eq!(*first, [Supposition::Shared { to_edit: false }], "what gives least comes first");
        let share = Sql::new(
            "insert into record_shares (tenant_id, grantee_id, record_id, grantee_kind, may_edit, created_at) values ",
        );
        crm.change(share.rows([args![crm.tenant, anna, lead, "user", false, 1_i64]])).await;
        assert!(access::explain(db, &olga, question).await.unwrap().allowed);
        let edit = Question { key: Key::EditRecords, ..question };
        assert!(!access::explain(db, &olga, edit).await.unwrap().allowed, "a share to read does not let edit");
        let who = access::who(db, &olga, lead, None, PageSize::default()).await.unwrap();
        let seen: Vec<_> = who.items.iter().filter(|line| line.allowed).map(|line| line.user).collect();
        assert!(seen.contains(&anna) && seen.contains(&ben) && seen.len() == 3, "{:?}", who.items);
    }

    async fn d6_a_leaver_and_a_team_seat_are_told_apart_from_a_missing_right(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        let tom = crm.person("tom", "user", "active", "team").await;
        let lea = crm.person("lea", "user", "deactivated", "regular").await;
        let olga = crm.caller("olga").await;
        let create = Question { user: tom, key: Key::CreateRecords, lead: None, person: None };
        let answer = access::explain(db, &olga, create).await.unwrap();
        assert_eq!(answer.remedies[0].parts, [Supposition::SalesSeat], "the seat is the reason");
        let view = Question { user: lea, key: Key::ViewUsers, lead: None, person: None };
        let answer = access::explain(db, &olga, view).await.unwrap();
        assert_eq!((answer.allowed, answer.remedies[0].parts.as_slice()), (false, &[Supposition::SignsIn][..]));
        let owners = Question { user: lea, key: Key::TransferOwnership, lead: None, person: None };
        assert!(access::explain(db, &olga, owners).await.unwrap().remedies.is_empty(), "no role gives what is the owner's");
    }

    async fn d6_nobody_asks_about_others_without_the_right_or_about_hidden_leads(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        let anna = crm.user("anna").await;
        let ben = crm.user("ben").await;
        let lead = crm.leads(Some("ben"), 1).await[0];
        let caller = crm.caller("anna").await;
        let about_ben = Question { user: ben, key: Key::ViewRecords, lead: None, person: None };
        assert!(matches!(access::explain(db, &caller, about_ben).await, Err(ExplainError::Denied(_))));
        let about_me = Question { user: anna, key: Key::ViewRecords, lead: Some(lead), person: None };
        let said = access::explain(db, &caller, about_me).await;
        assert!(matches!(said, Err(ExplainError::NoSuchLead)), "a hidden lead is as good as none");
        let about_me = Question { lead: None, ..about_me };
        assert!(access::explain(db, &caller, about_me).await.unwrap().allowed);
    }
}
