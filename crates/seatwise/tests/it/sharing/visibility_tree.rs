//! The tree of groups: no circles, one kind for a whole tree, and what becomes of those below.

use seatwise_domain::audit::EventKind;
use seatwise_domain::groups::{self, GroupEdit, IfUsed, NewGroup};
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_testkit::{TestDb, on_both};

use super::visibility::{becomes, goes, is_whole, join, office, said, sight, standing};
use super::{group_of, seen, set};
use crate::roles::{give, role};

on_both! {
    async fn p56_a_circle_is_refused_and_changes_nothing(db: &TestDb) {
        let crm = office(db).await;
        let owner = crm.caller("olga").await;
        let head = sight(&crm, "Head", None, &["anna"]).await;
        let north = sight(&crm, "North", Some(head), &[]).await;
        let desk = sight(&crm, "Desk", Some(north), &[]).await;
        let lines = "select count(*) from audit_events where tenant_id = $?";
        let (before, events) = (standing(&crm).await, crm.number(lines).await);
        for (group, below) in [(head, desk), (head, head), (north, desk)] {
            let refused = groups::edit(db, &owner, group, &goes(Some(below))).await.unwrap_err();
            assert_eq!(refused.problem(), &problem::GROUP_CYCLE);
            let shown = groups::foretell_edit(db, &owner, group, &goes(Some(below))).await.unwrap_err();
            assert_eq!(shown.problem(), &problem::GROUP_CYCLE, "refused before it is shown");
        }
        let nowhere = groups::edit(db, &owner, head, &goes(Some(crm.tenant.0.into()))).await.unwrap_err();
        assert_eq!(nowhere.problem(), &problem::GROUP_UNKNOWN);
        assert_eq!((standing(&crm).await, crm.number(lines).await), (before, events));
        // Two moves at once that would close a circle together: one of them is refused.
        let (one, two) = (sight(&crm, "One", None, &[]).await, sight(&crm, "Two", None, &[]).await);
        let (below, above) = (goes(Some(two)), goes(Some(one)));
        let (first, second) = tokio::join!(groups::edit(db, &owner, one, &below), groups::edit(db, &owner, two, &above));
        assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1);
        assert_eq!(standing(&crm).await.len(), 5, "every group is still in the tree");
    }

    async fn p56_the_kind_belongs_to_the_whole_tree(db: &TestDb) {
        let crm = office(db).await;
        let owner = crm.caller("olga").await;
        let of_boris = crm.leads(Some("boris"), 2).await;
        let head = group_of(&crm, "Head", &["anna"]).await;
        let new = |visible| NewGroup { name: "North".to_owned(), parent: Some(head), visible, ..NewGroup::default() };
        let other = groups::create_within(db, &owner, &new(Some(true))).await.unwrap_err();
        assert_eq!(other.problem(), &problem::GROUP_KIND_ABOVE);
        let north = groups::create_within(db, &owner, &new(None)).await.unwrap();
        join(&crm, north.id, "boris").await.unwrap();
        assert!(seen(&crm, "anna").await.is_empty());
        let below = groups::edit(db, &owner, north.id, &becomes(true)).await.unwrap_err();
        assert_eq!(below.problem(), &problem::GROUP_KIND_ABOVE, "only at the top");
        groups::edit(db, &owner, head, &becomes(true)).await.unwrap();
        assert_eq!(seen(&crm, "anna").await, set(&of_boris));
        is_whole(&crm).await;
        // An ordinary group that goes below becomes one of them; at the top it stays one.
        let fair = group_of(&crm, "Fair", &["celia"]).await;
        let of_celia = crm.leads(Some("celia"), 1).await;
        let moved = groups::edit(db, &owner, fair, &goes(Some(north.id))).await.unwrap();
        assert!(moved.group.visible && !moved.before.visible);
        assert!(seen(&crm, "anna").await.contains(&of_celia[0]) && seen(&crm, "boris").await.contains(&of_celia[0]));
        is_whole(&crm).await;
        groups::edit(db, &owner, fair, &goes(None)).await.unwrap();
        assert!(!seen(&crm, "anna").await.contains(&of_celia[0]));
        let kinds: Vec<bool> = standing(&crm).await.into_iter().map(|(_, _, visible)| visible).collect();
        assert_eq!(kinds, [true; 3]);
        groups::edit(db, &owner, head, &becomes(false)).await.unwrap();
        assert!(seen(&crm, "anna").await.is_empty());
        is_whole(&crm).await;
    }

    async fn p56_a_kind_that_puts_somebody_into_two_is_refused_with_names(db: &TestDb) {
        let crm = office(db).await;
        let owner = crm.caller("olga").await;
        sight(&crm, "North", None, &["anna", "boris"]).await;
        let fair = group_of(&crm, "Fair", &["anna", "celia"]).await;
        let stand = NewGroup { name: "Stand".to_owned(), parent: Some(fair), ..NewGroup::default() };
        let stand = groups::create_within(db, &owner, &stand).await.unwrap().id;
        join(&crm, stand, "celia").await.unwrap();
        let before = standing(&crm).await;
        for shown in [true, false] {
            let refused = if shown {
                groups::foretell_edit(db, &owner, fair, &becomes(true)).await.unwrap_err()
            } else {
                groups::edit(db, &owner, fair, &becomes(true)).await.unwrap_err()
            };
            let (problem, values) = said(&refused);
            assert_eq!(problem, &problem::VISIBILITY_GROUP_OVERLAP);
            assert!(values[0].contains("anna (North)") && values[0].contains("celia (") && !values[0].contains("boris"), "{values:?}");
        }
        assert_eq!(standing(&crm).await, before, "nothing changed");
        is_whole(&crm).await;
        groups::remove_member(db, &owner, fair, crm.id("anna"), "").await.unwrap();
        groups::remove_member(db, &owner, stand, crm.id("celia"), "").await.unwrap();
        groups::edit(db, &owner, fair, &becomes(true)).await.unwrap();
        is_whole(&crm).await;
    }

    async fn p56_only_those_who_see_everything_decide_over_it(db: &TestDb) {
        let acme = db.tenant().user("mona").user("anna").leads("anna", 1).build().await;
        let (owner, narrow) = (acme.as_owner().await, role(db, &acme, "Groups", &[("leads.view", "own"), ("groups.edit", "all")]).await);
        give(db, &acme, "mona", &narrow).await;
        let mona = acme.as_user("mona").await;
        let fair = groups::create(db, &mona, "Fair").await.expect("an ordinary one changes nothing");
        let mine = NewGroup { name: "Mine".to_owned(), visible: Some(true), ..NewGroup::default() };
        assert_eq!(groups::create_within(db, &mona, &mine).await.unwrap_err().problem(), &problem::OUTRANKED);
        let below = NewGroup { name: "Mine".to_owned(), parent: Some(fair.id), ..NewGroup::default() };
        assert_eq!(groups::create_within(db, &mona, &below).await.unwrap_err().problem(), &problem::OUTRANKED);
        for edit in [becomes(true), goes(None)] {
            assert_eq!(groups::edit(db, &mona, fair.id, &edit).await.unwrap_err().problem(), &problem::OUTRANKED);
            assert_eq!(groups::foretell_edit(db, &mona, fair.id, &edit).await.unwrap_err().problem(), &problem::OUTRANKED);
        }
        groups::edit(db, &owner, fair.id, &becomes(true)).await.unwrap();
        let joined = groups::add_member(db, &mona, fair.id, acme.id_of("mona"), "").await.unwrap_err();
        assert_eq!(joined.problem(), &problem::OUTRANKED);
        let gone = groups::remove(db, &mona, fair.id, IfUsed::EndThem, "").await.unwrap_err();
        assert_eq!(gone.problem(), &problem::OUTRANKED);
        groups::rename(db, &mona, fair.id, "Fair in Leipzig").await.expect("a name lets nobody see more");
    }

    async fn p56_a_group_that_goes_leaves_those_below_to_the_one_above(db: &TestDb) {
        let crm = office(db).await;
        let owner = crm.caller("olga").await;
        let of_celia = crm.leads(Some("celia"), 2).await;
        let head = sight(&crm, "Head", None, &["anna"]).await;
        let north = sight(&crm, "North", Some(head), &["boris"]).await;
        sight(&crm, "Desk", Some(north), &["celia"]).await;
        let refused = groups::remove(db, &owner, north, IfUsed::Refuse, "").await.unwrap_err();
        let (problem, values) = said(&refused);
        assert_eq!((problem, values[3].as_str()), (&problem::GROUP_IN_USE, "1"), "not without a word while somebody sees by it");
        let (removal, effect) = groups::foretell_removal(db, &owner, north).await.unwrap();
        assert_eq!((removal.up_to.as_deref(), removal.children, removal.members), (Some("Head"), 1, 1));
        let lost: Vec<_> = effect.people.iter().map(|line| (line.name.as_str(), line.leads_gained, line.leads_lost)).collect();
        assert_eq!(lost, [("boris", 0, 2)], "she above goes on seeing them");
        groups::remove(db, &owner, north, IfUsed::EndThem, "merged").await.unwrap();
        assert_eq!(standing(&crm).await, [("Head".to_owned(), None, true), ("Desk".to_owned(), Some("Head".to_owned()), true)]);
        assert_eq!(seen(&crm, "anna").await, set(&of_celia));
        assert!(seen(&crm, "boris").await.is_empty());
        // At the top they stay visibility groups.
        groups::remove(db, &owner, head, IfUsed::EndThem, "").await.unwrap();
        assert_eq!(standing(&crm).await, [("Desk".to_owned(), None, true)]);
        is_whole(&crm).await;
    }

    async fn p56_every_act_is_told_with_before_after_and_reason(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let new = NewGroup { name: "Head".to_owned(), visible: Some(true), reason: "Regions".to_owned(), parent: None };
        let head = groups::create_within(db, &owner, &new).await.unwrap().id;
        let fair = groups::create(db, &owner, "Fair").await.unwrap().id;
        groups::add_member(db, &owner, fair, acme.id_of("anna"), "Joins").await.unwrap();
        let edit = GroupEdit { parent: Some(Some(head)), name: Some("Stand".to_owned()), reason: "Merged".to_owned(), ..GroupEdit::default() };
        groups::edit(db, &owner, fair, &edit).await.unwrap();
        let lines = acme.audit().await;
        groups::edit(db, &owner, fair, &edit).await.unwrap();
        assert_eq!(acme.audit().await.len(), lines.len(), "the same again is nothing");
        let told: Vec<_> = lines.iter().flat_map(|line| {
            line.changes.iter().map(|change| (line.kind, line.reason.as_deref(), change.field.as_str(), change.before.clone(), change.after.clone()))
        }).collect();
        let merged = Some("Merged");
        for wanted in [
            (EventKind::GroupCreated, Some("Regions"), "group_kind", serde_json::Value::Null, "visibility".into()),
            (EventKind::GroupRenamed, merged, "name", "Fair".into(), "Stand".into()),
            (EventKind::GroupMoved, merged, "group_above", serde_json::Value::Null, "Head".into()),
            (EventKind::GroupKindChanged, merged, "group_kind", "ordinary".into(), "visibility".into()),
            (EventKind::GroupsChanged, Some("Joins"), "groups", serde_json::json!([]), serde_json::json!(["Fair"])),
        ] {
            assert!(told.contains(&wanted), "{wanted:?} in {told:?}");
        }
    }
}
