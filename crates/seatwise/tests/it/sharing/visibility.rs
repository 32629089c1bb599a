//! Visibility groups: their members see each other's leads and those of the groups below; what they do stays with roles.

use seatwise_domain::access::{self, Question, Rule, Said};
use seatwise_domain::args;
use seatwise_domain::authz::{
    AssignRecords, Branch, EditRecords, ExportRecords, Key, NoteRecords, RecordAction,
    ShareRecords, ViewRecords, ViewStatistics, Visibility,
};
use seatwise_domain::groups::{self, GroupEdit, NewGroup};
use seatwise_domain::ids::{GroupId, RecordId};
use seatwise_domain::moves::{self, Move, Stays};
use seatwise_domain::problem::{self, ProblemKind, ToProblem};
use seatwise_domain::records;
use seatwise_domain::store::{PageSize, Sql, StoreError};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{group_of, seen, set, team};
use crate::crm::Crm;
use crate::roles::{give, role};

pub(super) async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    for name in ["anna", "boris", "celia", "dora"] {
        crm.user(name).await;
    }
    crm
}

/// A visibility group with its members.
pub(super) async fn sight(
    crm: &Crm<'_>,
    name: &str,
    parent: Option<GroupId>,
    members: &[&str],
) -> GroupId {
    let caller = crm.caller("olga").await;
    let new = NewGroup {
        name: name.to_owned(),
        parent,
        visible: Some(true),
        reason: String::new(),
    };
    let made = groups::create_within(crm.db, &caller, &new).await.unwrap();
    for member in members {
        groups::add_member(crm.db, &caller, made.id, crm.id(member), "")
            .await
            .unwrap();
    }
    made.id
}

pub(super) async fn join(
    crm: &Crm<'_>,
    group: GroupId,
    who: &str,
) -> Result<(), groups::MembersError> {
    let caller = crm.caller("olga").await;
    groups::add_member(crm.db, &caller, group, crm.id(who), "").await
}

pub(super) fn goes(parent: Option<GroupId>) -> GroupEdit {
    GroupEdit {
        parent: Some(parent),
        ..GroupEdit::default()
    }
}

pub(super) fn becomes(visible: bool) -> GroupEdit {
    GroupEdit {
        visible: Some(visible),
        ..GroupEdit::default()
    }
}

/// The tree as it stands: name, name of the group above, kind.
pub(super) async fn standing(crm: &Crm<'_>) -> Vec<(String, Option<String>, bool)> {
    let scope = crm.caller("olga").await.scope().unwrap();
    let places = groups::tree(&mut crm.read().await, &scope).await.unwrap();
    let name = |id: GroupId| {
        let found = places.iter().find(|place| place.row.group.id == id);
        found.unwrap().row.group.name.clone()
    };
    let rows = places.iter().map(|place| &place.row.group);
    rows.map(|group| (group.name.clone(), group.parent.map(name), group.visible))
        .collect()
}

/// What must hold of every row: a membership has the kind of its group, and a group that of the one above.
pub(super) async fn is_whole(crm: &Crm<'_>) {
    for wrong in [
        "select count(*) from group_members m join user_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
          where m.sight <> g.visible and m.tenant_id = $?",
        "select count(*) from user_groups g join user_groups p on p.tenant_id = g.tenant_id and p.id = g.parent_id
          where g.visible <> p.visible and g.tenant_id = $?",
        "select count(*) from user_groups g where g.parent_id is not null
            and not exists (select 1 from user_groups p where p.id = g.parent_id) and g.tenant_id = $?",
    ] {
        assert_eq!(crm.number(wrong).await, 0, "{wrong}");
    }
}

async fn may<A: RecordAction>(db: &TestDb, acme: &Tenant, who: &str, lead: RecordId) -> bool {
    let Ok(scope) = acme.as_user(who).await.records::<A>() else {
        return false;
    };
    let found = records::find(&mut db.read().await.unwrap(), &scope, lead).await;
    found.unwrap().is_some()
}

/// What refused, with the values that the words are made of.
pub(super) fn said(error: &dyn ToProblem) -> (&'static ProblemKind, Vec<String>) {
    let values = error.values().into_iter().map(|(_, value)| value);
    (error.problem(), values.collect())
}

on_both! {
    async fn p56_members_see_each_others_leads_and_do_what_their_roles_let_them(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").user("celia").user("blind").leads("anna", 2).build().await;
        let owner = acme.as_owner().await;
        let own = EditAccountCommand { visibility: Some(Visibility::Own), ..EditAccountCommand::default() };
        tenants::edit(db, &owner, &own).await.unwrap();
        let every = |extent: &'static str| [
            ("leads.view", "own"), ("leads.edit", extent), ("leads.note", extent), ("leads.assign", extent),
            ("leads.share", extent), ("leads.export", extent), ("statistics.view", "own"),
        ];
        let narrow = role(db, &acme, "Narrow", &every("own")).await;
        let wide = role(db, &acme, "Wide", &every("all")).await;
        let none = role(db, &acme, "None", &[("leads.edit", "all"), ("leads.note", "all")]).await;
        for (who, role) in [("boris", &narrow), ("celia", &wide), ("blind", &none)] {
            give(db, &acme, who, role).await;
        }
        let lead = acme.leads_of("anna").await[0].id;
        for who in ["boris", "celia", "blind"] {
            assert!(!may::<ViewRecords>(db, &acme, who, lead).await, "{who} before");
        }
        let new = NewGroup { name: "North".to_owned(), visible: Some(true), ..NewGroup::default() };
        let north = groups::create_within(db, &owner, &new).await.unwrap().id;
        for who in ["anna", "boris", "celia", "blind"] {
            groups::add_member(db, &owner, north, acme.id_of(who), "").await.unwrap();
        }
        assert!(may::<ViewRecords>(db, &acme, "boris", lead).await, "he sees it");
        let done = [
            may::<EditRecords>(db, &acme, "boris", lead).await, may::<NoteRecords>(db, &acme, "boris", lead).await,
            may::<AssignRecords>(db, &acme, "boris", lead).await, may::<ShareRecords>(db, &acme, "boris", lead).await,
            may::<ExportRecords>(db, &acme, "boris", lead).await,
        ];
        assert_eq!(done, [false; 5], "and does nothing with it");
        let counted = acme.as_user("boris").await.records::<ViewStatistics>().unwrap();
        let counted = counted.owners(&mut db.read().await.unwrap(), 10).await.unwrap();
        assert_eq!(counted, Some(vec![acme.id_of("boris")]), "figures are a matter of their own");
        let done = [
            may::<ViewRecords>(db, &acme, "celia", lead).await, may::<EditRecords>(db, &acme, "celia", lead).await,
            may::<AssignRecords>(db, &acme, "celia", lead).await, may::<ExportRecords>(db, &acme, "celia", lead).await,
        ];
        assert_eq!(done, [true; 4], "a role that does it to all does it to what is seen");
        for seen in [may::<ViewRecords>(db, &acme, "blind", lead).await, may::<EditRecords>(db, &acme, "blind", lead).await] {
            assert!(!seen, "whoever views nothing gains nothing");
        }
    }

    async fn p56_a_group_sees_what_is_below_and_nothing_above_or_beside(db: &TestDb) {
        let mut crm = office(db).await;
        crm.user("erik").await;
        let mut of = Vec::new();
        for name in ["anna", "boris", "celia", "dora", "erik"] {
            of.push(crm.leads(Some(name), 2).await);
        }
        let leads = |whose: &[usize]| set(&whose.iter().flat_map(|at| of[*at].clone()).collect::<Vec<_>>());
        let head = sight(&crm, "Head", None, &["anna"]).await;
        let north = sight(&crm, "North", Some(head), &["boris"]).await;
        sight(&crm, "South", Some(head), &["dora"]).await;
        // Nobody is in the group between: what is below it counts all the same.
        let between = sight(&crm, "Between", Some(north), &[]).await;
        sight(&crm, "Desk", Some(between), &["celia"]).await;
        sight(&crm, "Elsewhere", None, &["erik"]).await;
        assert_eq!(seen(&crm, "anna").await, leads(&[0, 1, 2, 3]), "everything below, at any depth");
        assert_eq!(seen(&crm, "boris").await, leads(&[1, 2]), "not above, not beside");
        assert_eq!(seen(&crm, "celia").await, leads(&[2]));
        assert_eq!(seen(&crm, "dora").await, leads(&[3]));
        assert_eq!(seen(&crm, "erik").await, leads(&[4]), "another tree");
        let later = crm.leads(Some("celia"), 1).await;
        assert!(seen(&crm, "anna").await.contains(&later[0]), "new leads, too");
        // An ordinary group of the same people lets nobody see anything, nor do those below it.
        let fair = group_of(&crm, "Fair", &["celia", "erik"]).await;
        let new = NewGroup { name: "Stand".to_owned(), parent: Some(fair), ..NewGroup::default() };
        let stand = groups::create_within(db, &crm.caller("olga").await, &new).await.unwrap();
        assert!(!stand.visible);
        join(&crm, stand.id, "dora").await.unwrap();
        assert_eq!(seen(&crm, "erik").await, leads(&[4]));
        is_whole(&crm).await;
    }

    async fn p56_everybody_is_in_one_visibility_group(db: &TestDb) {
        let crm = office(db).await;
        let north = sight(&crm, "North", None, &["anna"]).await;
        let south = sight(&crm, "South", None, &[]).await;
        let desk = sight(&crm, "Desk", Some(north), &[]).await;
        for other in [south, desk] {
            let refused = join(&crm, other, "anna").await.unwrap_err();
            let (problem, values) = said(&refused);
            assert_eq!(problem, &problem::VISIBILITY_GROUP_ALREADY);
            assert_eq!(values, ["anna", "North"], "the words name both");
        }
        let lines = "select count(*) from audit_events where tenant_id = $?";
        let before = crm.number(lines).await;
        join(&crm, north, "anna").await.unwrap();
        assert_eq!(crm.number(lines).await, before, "the same one again is nothing");
        let fair = group_of(&crm, "Fair", &["anna", "boris"]).await;
        join(&crm, fair, "anna").await.unwrap();
        is_whole(&crm).await;
        // The rule is the database's own.
        let mut tx = db.write().await.unwrap();
        let row = args![crm.tenant, south, crm.id("anna"), 1_i64, true];
        let insert = Sql::new("insert into group_members (tenant_id, group_id, user_id, joined_at, sight) values ");
        let refused = tx.run(insert.rows([row])).await.unwrap_err();
        assert!(matches!(refused, StoreError::Duplicate(_)), "{refused}");
        drop(tx);
        let owner = crm.caller("olga").await;
        groups::remove_member(db, &owner, north, crm.id("anna"), "").await.unwrap();
        join(&crm, south, "anna").await.unwrap();
        is_whole(&crm).await;
    }

    async fn p56_two_who_take_somebody_in_at_once_do_not_put_him_into_two(db: &TestDb) {
        let crm = office(db).await;
        for round in 0..6 {
            let one = sight(&crm, &format!("One {round}"), None, &[]).await;
            let two = sight(&crm, &format!("Two {round}"), None, &[]).await;
            let (first, second) = tokio::join!(join(&crm, one, "boris"), join(&crm, two, "boris"));
            let refused = match (first, second) {
                (Ok(()), Err(error)) | (Err(error), Ok(())) => error,
                other => panic!("round {round}: {other:?}"),
            };
            assert_eq!(refused.problem(), &problem::VISIBILITY_GROUP_ALREADY, "{refused}");
            is_whole(&crm).await;
            let owner = crm.caller("olga").await;
            for group in [one, two] {
                let gone = groups::remove_member(db, &owner, group, crm.id("boris"), "").await;
                assert!(gone.is_ok() || gone.unwrap_err().problem() == &problem::NOT_FOUND);
            }
        }
    }

    async fn p56_sight_ends_with_the_membership(db: &TestDb) {
        let crm = office(db).await;
        let owner = crm.caller("olga").await;
        let of_anna = crm.leads(Some("anna"), 2).await;
        let of_boris = crm.leads(Some("boris"), 1).await;
        let north = sight(&crm, "North", None, &["anna", "boris"]).await;
        assert_eq!(seen(&crm, "boris").await, set(&[of_anna[0], of_anna[1], of_boris[0]]));
        groups::remove_member(db, &owner, north, crm.id("boris"), "new desk").await.unwrap();
        assert_eq!(seen(&crm, "boris").await, set(&of_boris));
        assert_eq!(seen(&crm, "anna").await, set(&of_anna), "nor is he seen");
        // A move that leaves the group and its undo are told and done for everybody.
        join(&crm, north, "boris").await.unwrap();
        let east = team(&crm, "East", &[]).await;
        let leaves = Move { leave_groups: vec![north], join: vec![(east, false)], ..Move::default() };
        let shown = moves::preview(db, &owner, crm.id("boris"), &leaves).await.unwrap().effect;
        let lost: Vec<_> = shown.people.iter().map(|line| (line.name.as_str(), line.leads_lost)).collect();
        assert_eq!(lost, [("anna", 1), ("boris", 2)]);
        let done = moves::run(db, &owner, crm.id("boris"), &leaves).await.unwrap().id.unwrap();
        assert_eq!(seen(&crm, "boris").await, set(&of_boris));
        let back = moves::preview_undo(db, &owner, done).await.unwrap();
        let gained: Vec<_> = back.effect.people.iter().map(|line| (line.name.as_str(), line.leads_gained)).collect();
        assert_eq!(gained, [("anna", 1), ("boris", 2)]);
        let south = sight(&crm, "South", None, &["boris"]).await;
        let elsewhere = moves::preview_undo(db, &owner, done).await.unwrap();
        let stays: Vec<_> = elsewhere.back.iter().map(|back| back.stays).collect();
        assert_eq!(stays, [None, Some(Stays::Elsewhere)], "nobody is put into two");
        groups::remove_member(db, &owner, south, crm.id("boris"), "").await.unwrap();
        moves::undo(db, &owner, done, "").await.unwrap();
        assert_eq!(seen(&crm, "boris").await.len(), 3, "back with all it gave");
        is_whole(&crm).await;
    }

    async fn p56_the_explanation_names_the_visibility_group(db: &TestDb) {
        let crm = office(db).await;
        let of_anna = crm.leads(Some("anna"), 1).await;
        let head = sight(&crm, "Head", None, &["boris"]).await;
        sight(&crm, "North", Some(head), &["anna"]).await;
        let owner = crm.caller("olga").await;
        let question = Question { user: crm.id("boris"), key: Key::ViewRecords, lead: Some(of_anna[0]), person: None };
        let answer = access::explain(db, &owner, question).await.unwrap();
        assert!(answer.allowed);
        let by: Vec<_> = answer.rules.iter().filter(|line| matches!(line.rule, Rule::Reach(_)) && line.said == Said::Allows).map(|line| line.rule.as_str()).collect();
        assert_eq!(by, ["visibility-group"], "and not a rule of sharing");
        let answer = access::explain(db, &owner, Question { key: Key::EditRecords, ..question }).await.unwrap();
        assert!(!answer.allowed && answer.rules.iter().all(|line| line.rule != Rule::Reach(Branch::Sight)));
        let page = access::who(db, &owner, of_anna[0], None, PageSize::new(20)).await.unwrap();
        let boris = page.items.iter().find(|line| line.name == "boris").unwrap();
        assert_eq!((boris.allowed, boris.because), (true, Some(Rule::Reach(Branch::Sight))));
        let answer = access::explain(db, &owner, Question { user: crm.id("anna"), ..question }).await.unwrap();
        assert!(answer.rules.iter().any(|line| line.rule == Rule::Reach(Branch::Sight)), "her own group is asked, too");
    }
}
