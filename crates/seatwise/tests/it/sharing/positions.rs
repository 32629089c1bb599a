//! Positions: who stands higher sees what is below, and the tree stays a tree.

use seatwise_domain::args;
use seatwise_domain::authz::Party;
use seatwise_domain::ids::PositionId;
use seatwise_domain::positions;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::sharing::Access;
use seatwise_domain::store::{Db, Sql};
use seatwise_testkit::{TestDb, on_both};

use super::{edits, place, rule, seen, set};
use crate::crm::Crm;

async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    for name in ["anna", "boris", "celia", "dora"] {
        crm.user(name).await;
    }
    crm
}

async fn relocate(
    db: &Db,
    crm: &Crm<'_>,
    id: PositionId,
    to: Option<PositionId>,
) -> Result<positions::Move, positions::MoveError> {
    positions::relocate(db, &crm.caller("olga").await, id, to, "new chart").await
}

on_both! {
    async fn p58_a_superior_sees_what_is_below(db: &TestDb) {
        let crm = office(db).await;
        let of_anna = crm.leads(Some("anna"), 1).await;
        let of_boris = crm.leads(Some("boris"), 2).await;
        let of_celia = crm.leads(Some("celia"), 3).await;
        let head = place(&crm, "Head", None, &["anna"]).await;
        let lead = place(&crm, "Lead", Some(head), &["boris"]).await;
        place(&crm, "Clerk", Some(lead), &["celia"]).await;
        let below: Vec<_> = of_boris.iter().chain(&of_celia).copied().collect();
        let all: Vec<_> = of_anna.iter().chain(&below).copied().collect();
        assert_eq!(seen(&crm, "anna").await, set(&all), "at any depth");
        assert_eq!(seen(&crm, "boris").await, set(&below));
        assert_eq!(seen(&crm, "celia").await, set(&of_celia), "never upwards");
        assert!(!edits(&crm, "anna", of_celia[0]).await, "seeing is not changing");
        let off = |on: bool| Sql::new("update tenants").push(" set superiors_see = $? where id = $?", args![on, crm.tenant]);
        crm.change(off(false)).await;
        assert_eq!(seen(&crm, "anna").await, set(&of_anna), "off without loss");
        crm.change(off(true)).await;
        assert_eq!(seen(&crm, "anna").await, set(&all));
        let owner = crm.caller("olga").await;
        positions::hold(db, &owner, crm.id("anna"), None, "back to the desk").await.unwrap();
        assert_eq!(seen(&crm, "anna").await, set(&of_anna));
    }

    async fn p58_a_cycle_is_refused(db: &TestDb) {
        let crm = office(db).await;
        let head = place(&crm, "Head", None, &[]).await;
        let lead = place(&crm, "Lead", Some(head), &[]).await;
        let clerk = place(&crm, "Clerk", Some(lead), &[]).await;
        for (id, to) in [(head, head), (head, lead), (head, clerk), (lead, clerk)] {
            let refused = relocate(db, &crm, id, Some(to)).await.unwrap_err();
            assert_eq!(refused.problem(), &problem::POSITION_CYCLE);
        }
        let nowhere = relocate(db, &crm, head, Some(crm.id("anna").0.into())).await.unwrap_err();
        assert_eq!(nowhere.problem(), &problem::POSITION_UNKNOWN);
        relocate(db, &crm, clerk, Some(head)).await.unwrap();
        relocate(db, &crm, lead, Some(clerk)).await.unwrap();
        let scope = crm.caller("olga").await.scope().unwrap();
        let rows = positions::list(&mut crm.read().await, &scope).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.position.name.as_str(), row.depth)).collect();
        assert_eq!(told, [("Head", 0), ("Clerk", 1), ("Lead", 2)]);
    }

    async fn p58_two_moves_at_once_make_no_cycle(db: &TestDb) {
        let crm = office(db).await;
        let one = place(&crm, "One", None, &[]).await;
        let two = place(&crm, "Two", None, &[]).await;
        let both = tokio::join!(relocate(db, &crm, one, Some(two)), relocate(db, &crm, two, Some(one)));
        let done = [both.0.is_ok(), both.1.is_ok()];
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
    }

    async fn p58_a_move_is_shown_before_it_is_done_and_does_that(db: &TestDb) {
        let crm = office(db).await;
        let of_celia = crm.leads(Some("celia"), 2).await;
        let left = place(&crm, "Left", None, &["anna"]).await;
        let right = place(&crm, "Right", None, &["boris", "dora"]).await;
        let clerk = place(&crm, "Clerk", Some(left), &["celia"]).await;
        let scope = crm.caller("olga").await.scope().unwrap();
        let planned = positions::preview_move(&mut crm.read().await, &scope, clerk, Some(right)).await.unwrap();
        let sight = (planned.sight.gain, planned.sight.lose, planned.sight.of);
        assert_eq!((planned.from.as_deref(), planned.to.as_deref(), sight), (Some("Left"), Some("Right"), (2, 1, 1)));
        assert_eq!(seen(&crm, "anna").await, set(&of_celia), "nothing has moved yet");
        let moved = relocate(db, &crm, clerk, Some(right)).await.unwrap();
        assert_eq!(moved, planned);
        assert!(seen(&crm, "anna").await.is_empty());
        for name in ["boris", "dora"] {
            assert_eq!(seen(&crm, name).await, set(&of_celia));
        }
    }

    async fn p12_who_holds_a_removed_position_moves_up_with_what_is_below(db: &TestDb) {
        let crm = office(db).await;
        let of_celia = crm.leads(Some("celia"), 1).await;
        let of_dora = crm.leads(Some("dora"), 1).await;
        let head = place(&crm, "Head", None, &["anna"]).await;
        let lead = place(&crm, "Lead", Some(head), &["boris"]).await;
        place(&crm, "Clerk", Some(lead), &["celia"]).await;
        place(&crm, "Rep", Some(head), &["dora"]).await;
        rule(&crm, Party::Position(lead), Party::User(crm.id("dora")), Access::Read).await;
        let owner = crm.caller("olga").await;
        let scope = owner.scope().unwrap();
        let planned = positions::preview_removal(&mut crm.read().await, &scope, lead).await.unwrap().unwrap();
        assert_eq!((planned.up_to.as_deref(), planned.children, planned.uses.rules), (Some("Head"), 1, 1));
        assert_eq!((planned.sight.gain, planned.sight.lose), (1, 1), "boris sees dora, anna no longer boris");
        let removed = positions::remove(db, &owner, lead, "one level less").await.unwrap();
        assert_eq!(removed, planned);
        let both: Vec<_> = of_celia.iter().chain(&of_dora).copied().collect();
        for name in ["anna", "boris"] {
            assert_eq!(seen(&crm, name).await, set(&both), "{name}");
        }
        let rows = positions::list(&mut crm.read().await, &owner.scope().unwrap()).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.position.name.as_str(), row.depth, row.position.holders, row.below)).collect();
        assert_eq!(told, [("Head", 0, 2, 2), ("Clerk", 1, 1, 0), ("Rep", 1, 1, 0)]);
        assert_eq!(crm.number("select count(*) from sharing_rules where tenant_id = $?").await, 0);
        positions::remove(db, &owner, head, "").await.unwrap();
        let (_, holders) = (seen(&crm, "anna").await, "select count(*) from users where position_id is not null and tenant_id = $?");
        assert_eq!(crm.number(holders).await, 2, "at the top nobody has a position afterwards");
    }

    async fn z14_a_team_seat_holds_any_position(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("tina", "user", "active", "team").await;
        let of_celia = crm.leads(Some("celia"), 2).await;
        let head = place(&crm, "Head", None, &["tina"]).await;
        let clerk = place(&crm, "Clerk", Some(head), &["celia"]).await;
        assert!(seen(&crm, "tina").await.is_superset(&set(&of_celia)));
        let owner = crm.caller("olga").await;
        positions::hold(db, &owner, crm.id("tina"), Some(clerk), "").await.unwrap();
        let scope = owner.scope().unwrap();
        let own = positions::of_user(&mut crm.read().await, &scope, crm.id("tina")).await.unwrap();
        assert_eq!(own.map(|(_, name)| name).as_deref(), Some("Clerk"));
    }

    async fn z43_the_tree_is_changed_by_those_who_may_and_see_everything(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("tina", "user", "active", "team").await;
        let head = place(&crm, "Head", None, &[]).await;
        for name in ["anna", "tina"] {
            let caller = crm.caller(name).await;
            let held = positions::hold(db, &caller, crm.id(name), Some(head), "").await.unwrap_err();
            let made = positions::create(db, &caller, "Mine", None, "").await.unwrap_err();
            let moved = positions::relocate(db, &caller, head, None, "").await.unwrap_err();
            let gone = positions::remove(db, &caller, head, "").await.unwrap_err();
            let refused = [held.problem(), made.problem(), moved.problem(), gone.problem()];
            assert_eq!(refused, [&problem::DENIED; 4], "{name}");
        }
        let owner = crm.caller("olga").await;
        let taken = positions::create(db, &owner, "HEAD", None, "").await.unwrap_err();
        assert_eq!(taken.problem(), &problem::POSITION_NAME_TAKEN);
        let other = office(db).await;
        let theirs = place(&other, "Theirs", None, &[]).await;
        let foreign = positions::hold(db, &owner, crm.id("anna"), Some(theirs), "").await.unwrap_err();
        assert_eq!(foreign.problem(), &problem::POSITION_UNKNOWN);
        let person = positions::hold(db, &owner, other.id("anna"), Some(head), "").await.unwrap_err();
        assert_eq!(person.problem(), &problem::NOT_FOUND);
    }
}
