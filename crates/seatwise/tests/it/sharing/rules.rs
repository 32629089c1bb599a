//! Rules: what the people of one side own, the people of the other side see or change.

use seatwise_domain::authz::Party;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::sharing::{self, Access, NewRule};
use seatwise_domain::store::PageSize;
use seatwise_testkit::{TestDb, on_both};

use super::{edits, exported, group_of, place, rule, seen, set, team};
use crate::crm::Crm;

async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    for name in ["anna", "boris", "celia", "dora"] {
        crm.user(name).await;
    }
    crm
}

on_both! {
    async fn p50_a_rule_shares_what_a_team_owns(db: &TestDb) {
        let crm = office(db).await;
        let of_anna = crm.leads(Some("anna"), 4).await;
        let of_boris = crm.leads(Some("boris"), 3).await;
        crm.leads(Some("dora"), 2).await;
        let nord = team(&crm, "Nord", &["anna", "boris"]).await;
        let fair = group_of(&crm, "Fair", &["celia"]).await;
        let made = rule(&crm, Party::Team(nord), Party::Group(fair), Access::Read).await;
        let both: Vec<_> = of_anna.iter().chain(&of_boris).copied().collect();
        assert_eq!(seen(&crm, "celia").await, set(&both));
        assert_eq!(seen(&crm, "anna").await, set(&of_anna), "a rule goes one way only");
        assert!(!edits(&crm, "celia", of_anna[0]).await);
        assert_eq!(exported(&crm, "olga").await, 9);
        let later = crm.leads(Some("boris"), 1).await;
        assert!(seen(&crm, "celia").await.contains(&later[0]), "new leads, too");
        let owner = crm.caller("olga").await;
        sharing::remove_rule(db, &owner, made.id, "the fair is over").await.unwrap();
        assert!(seen(&crm, "celia").await.is_empty());
        let again = sharing::remove_rule(db, &owner, made.id, "").await.unwrap_err();
        assert_eq!(again.problem(), &problem::NOT_FOUND);
    }

    async fn p50_a_rule_to_edit_lets_edit_on_every_kind_of_side(db: &TestDb) {
        let crm = office(db).await;
        let of_anna = crm.leads(Some("anna"), 1).await;
        let of_boris = crm.leads(Some("boris"), 1).await;
        let desk = place(&crm, "Desk", None, &["boris"]).await;
        let (anna, celia, dora) = (crm.id("anna"), crm.id("celia"), crm.id("dora"));
        rule(&crm, Party::User(anna), Party::User(celia), Access::Edit).await;
        rule(&crm, Party::Position(desk), Party::User(dora), Access::Edit).await;
        rule(&crm, Party::User(anna), Party::Position(desk), Access::Read).await;
        assert!(edits(&crm, "celia", of_anna[0]).await && !edits(&crm, "celia", of_boris[0]).await);
        assert!(edits(&crm, "dora", of_boris[0]).await && !edits(&crm, "dora", of_anna[0]).await);
        assert_eq!(seen(&crm, "boris").await, set(&[of_anna[0], of_boris[0]]));
        assert!(!edits(&crm, "boris", of_anna[0]).await);
    }

    async fn p50_a_rule_has_two_sides_and_is_there_once(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("fred", "user", "frozen", "regular").await;
        let nord = team(&crm, "Nord", &["anna"]).await;
        let (team, boris) = (Party::Team(nord), Party::User(crm.id("boris")));
        rule(&crm, team, boris, Access::Read).await;
        let owner = crm.caller("olga").await;
        for (from, to, why) in [
            (team, team, &problem::RULE_TO_ITSELF),
            (team, boris, &problem::RULE_EXISTS),
            (team, Party::User(crm.id("fred")), &problem::PARTY_CANNOT_SIGN_IN),
            (Party::Group(nord.0.into()), boris, &problem::PARTY_UNKNOWN),
        ] {
            let new = NewRule { from, to, access: Access::Edit, reason: String::new() };
            let refused = sharing::create_rule(db, &owner, &new).await.unwrap_err();
            assert_eq!(refused.problem(), why, "{from:?} {to:?}");
        }
        // The way back is another rule.
        rule(&crm, boris, team, Access::Read).await;
        let mut tx = crm.read().await;
        let scope = owner.scope().unwrap();
        let first = sharing::list_rules(&mut tx, &scope, None, PageSize::new(1)).await.unwrap();
        assert_eq!((first.items[0].from.name.as_str(), first.total.number), ("boris", 2));
        let next = sharing::list_rules(&mut tx, &scope, first.next.as_ref(), PageSize::new(1)).await.unwrap();
        assert_eq!(next.items[0].to.name, "boris");
        assert!(next.next.is_none());
        drop(tx);
        let anna = crm.caller("anna").await;
        let new = NewRule { from: team, to: boris, access: Access::Read, reason: String::new() };
        let refused = sharing::create_rule(db, &anna, &new).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::DENIED);
    }
}
