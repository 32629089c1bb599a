//! The move names the new owner of the leads, on both databases.

use seatwise_domain::args;
use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::{ViewRecords, ViewUsers};
use seatwise_domain::handover::{self, BATCH, HandOverCommand, Receiver, Stages, Undoable};
use seatwise_domain::moves::{self, HandOn, Move, MoveError};
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::records::{self, LeadFilter, Sort};
use seatwise_domain::store::{PageSize, Sql};
use seatwise_domain::teams;
use seatwise_testkit::dump::{Dump, differences};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::{TestDb, on_both};

use super::Office;
use crate::crm::{Crm, counts};
use crate::handover::registry;
use crate::roles::{give, role};

fn to(to: Receiver) -> HandOn {
    HandOn {
        to,
        stages: Stages::Open,
        expected: None,
    }
}

on_both! {
    async fn p61_a_move_names_who_gets_the_leads_in_the_same_act(db: &TestDb) {
        for (name, everything, unassigned) in [("One", false, false), ("Two", true, false), ("Three", false, true)] {
            let office = Office::named(db, name).await;
            let (acme, owner) = (&office.acme, office.acme.as_owner().await);
            let stages = if everything { Stages::All } else { Stages::Open };
            let receiver = if unassigned { Receiver::Unassigned } else { office.boris() };
            let planned = office.handing(receiver, stages);
            let lines = acme.audit().await.len();
            let told = moves::preview(db, &owner, acme.id_of("anna"), &planned).await.unwrap();
            let numbers = told.hand_over.unwrap();
            let (goes, stays) = if everything { (7, 0) } else { (4, 3) };
            assert_eq!((numbers.moves, numbers.stays), (goes, stays));
            assert_eq!((acme.audit().await.len(), acme.leads_of("anna").await.len()), (lines, 7), "a look changes nothing");
            let done = moves::run(db, &owner, acme.id_of("anna"), &planned).await.unwrap();
            let handed = done.hand_over.unwrap();
            assert_eq!((handed.moved, handed.kept), (goes, stays));
            let heir = if unassigned { "" } else { "boris" };
            assert_eq!(acme.leads_of(heir).await.len() as u64, goes);
            assert_eq!(acme.leads_of("anna").await.len() as u64, stays);
            assert_eq!(acme.as_user("anna").await.facts().teams, [office.south]);
        }
    }

    async fn p61_j16_a_move_is_one_line_of_the_person_and_the_hand_over_another(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let lines = acme.audit().await.len();
        let planned = office.handing(office.boris(), Stages::Open);
        let done = moves::run(db, &owner, acme.id_of("anna"), &planned).await.unwrap();
        let log = acme.audit().await;
        let new = &log[..log.len() - lines];
        assert!(new.iter().all(|line| line.reason.as_deref() == Some("New office")), "{new:?}");
        let mut of_anna: Vec<_> = new.iter().filter(|line| line.subject_id == Some(acme.id_of("anna").0)).collect();
        of_anna.sort_by_key(|line| line.kind.as_str());
        let kinds: Vec<_> = of_anna.iter().map(|line| line.kind).collect();
        assert_eq!(kinds, [EventKind::HandedOver, EventKind::Moved], "nothing is said twice");
        assert_eq!((Some(of_anna[1].id), of_anna[0].id), (done.id, done.hand_over.unwrap().id));
        assert_eq!(of_anna[1].detail["hand_over_id"], of_anna[0].id.to_string());
        let changed: Vec<_> = of_anna[1].changes.iter().map(|change| (change.field.as_str(), change.before.clone(), change.after.clone())).collect();
        let told = serde_json::json!([
            ["teams", ["North"], ["South"]], ["teams_led", ["North"], []], ["position", "Desk", "Head"],
            ["groups", ["Pilots"], []], ["roles", ["Finance"], []],
        ]);
        assert_eq!(serde_json::json!(changed), told);
        let teams = new.iter().filter(|line| line.kind == EventKind::TeamMembersChanged).count();
        assert_eq!((teams, new.iter().filter(|line| line.kind == EventKind::GroupMembersChanged).count()), (2, 1));
    }

    async fn p61_a_refused_receiver_changes_nothing_at_all(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let other = db.tenant().named("Other").user("eve").build().await;
        let anna = acme.id_of("anna");
        let mut dump = Dump::of(db, &[]).await;
        let before = dump.rows().await;
        for (heir, wanted) in [
            (anna, &problem::HEIR_IS_LEAVER),
            (other.id_of("eve"), &problem::HEIR_NOT_ACTIVE),
        ] {
            let planned = office.handing(Receiver::User(heir), Stages::Open);
            let told = moves::preview(db, &owner, anna, &planned).await.unwrap_err();
            let refused = moves::run(db, &owner, anna, &planned).await.unwrap_err();
            assert_eq!((told.problem().code, refused.problem().code), (wanted.code, wanted.code), "what would be refused is refused");
            let after = dump.rows().await;
            assert!(before == after, "{:#?}", differences(&before, &after));
        }
    }

    async fn p61_d16_whoever_may_not_assign_leads_hands_none_on(db: &TestDb) {
        let office = Office::new(db).await;
        let acme = &office.acme;
        let clerk = role(db, acme, "Clerk", &[
            ("teams.edit", "all"), ("positions.edit", "all"), ("groups.edit", "all"), ("users.view", "all"), ("leads.view", "all"),
            ("leads.edit", "all"), ("leads.note", "all"), ("statistics.view", "all"),
        ]).await;
        give(db, acme, "celia", &clerk).await;
        let celia = acme.as_user("celia").await;
        let anna = acme.id_of("anna");
        let alone = HandOverCommand { from: anna, to: office.boris(), stages: Stages::Open, reason: String::new(), expected: None };
        let wanted = handover::manage(db, &celia, &alone).await.unwrap_err().problem();
        let mut dump = Dump::of(db, &[]).await;
        let before = dump.rows().await;
        let planned = Move { hand_on: Some(to(office.boris())), ..Move::onto(Some(office.head.id)) };
        assert_eq!(moves::preview(db, &celia, anna, &planned).await.unwrap_err().problem(), wanted);
        assert_eq!(moves::run(db, &celia, anna, &planned).await.unwrap_err().problem(), wanted, "as alone");
        let after = dump.rows().await;
        assert!(before == after, "{:#?}", differences(&before, &after));
        let without = Move::onto(Some(office.head.id));
        assert!(moves::run(db, &celia, anna, &without).await.unwrap().id.is_some(), "it was the leads alone");
    }

    async fn p61_another_number_of_leads_refuses_the_whole_move(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let anna = acme.id_of("anna");
        let mut planned = office.handing(office.boris(), Stages::Open);
        let told = moves::preview(db, &owner, anna, &planned).await.unwrap().hand_over.unwrap().moves;
        planned.hand_on.as_mut().unwrap().expected = Some(told);
        acme.add_leads("anna", "prospecting", 1).await;
        let mut dump = Dump::of(db, &[]).await;
        let before = dump.rows().await;
        let refused = moves::run(db, &owner, anna, &planned).await.unwrap_err();
        assert!(matches!(refused, MoveError::Changed { expected: 4, actual: 5 }), "{refused}");
        let after = dump.rows().await;
        assert!(before == after, "{:#?}", differences(&before, &after));
        planned.hand_on.as_mut().unwrap().expected = Some(5);
        moves::run(db, &owner, anna, &planned).await.unwrap();
    }

    async fn d7_p61_nobody_is_said_to_lose_leads_that_stay_in_his_sight(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let (anna, celia) = (acme.id_of("anna"), acme.id_of("celia"));
        teams::add_members(db, &owner, office.north, &[acme.id_of("boris")], false, "").await.unwrap();
        teams::add_members(db, &owner, office.north, &[celia], true, "").await.unwrap();
        let sees = async || {
            let scope = acme.as_user("celia").await.records::<ViewRecords>().unwrap();
            let mut tx = db.read().await.unwrap();
            records::list(&mut tx, &scope, &LeadFilter::default(), Sort::Newest, None, PageSize::new(50)).await.unwrap().items.len() as u64
        };
        let had = sees().await;
        let planned = Move { hand_on: Some(to(office.boris())), ..Move::out_of_team(office.north) };
        let lines = acme.audit().await.len();
        let told = moves::preview(db, &owner, anna, &planned).await.unwrap();
        assert_eq!((acme.audit().await.len(), acme.leads_of("anna").await.len()), (lines, 7), "a look changes nothing");
        let of_celia = told.effect.people.iter().find(|line| line.user == celia).unwrap();
        assert_eq!((of_celia.leads_gained, of_celia.leads_lost), (0, 3), "four go to somebody of the team");
        moves::run(db, &owner, anna, &planned).await.unwrap();
        assert_eq!(had - sees().await, of_celia.leads_lost);
    }

    async fn p61_leads_alone_are_no_move(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let anna = acme.id_of("anna");
        let lines = acme.audit().await.len();
        for planned in [Move::default(), Move::into_team(office.north, true), Move::onto(Some(office.desk.id))] {
            let given = Move { hand_on: Some(to(office.boris())), ..planned.clone() };
            for refused in [moves::preview(db, &owner, anna, &given).await.unwrap_err(), moves::run(db, &owner, anna, &given).await.unwrap_err()] {
                assert_eq!(refused.problem().code, problem::MOVE_NOTHING.code, "{planned:?}");
            }
        }
        assert_eq!((acme.audit().await.len(), acme.leads_of("anna").await.len()), (lines, 7));
        let same = moves::run(db, &owner, anna, &Move::into_team(office.north, true)).await.unwrap();
        assert!(same.id.is_none(), "what is so already is no move");
        assert_eq!(acme.audit().await.len(), lines);
    }

    async fn p61_p3_a_large_hand_over_of_a_move_goes_on_as_a_job(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.user("darcel").await;
        crm.user("sonja").await;
        crm.leads(Some("darcel"), 6_000).await;
        let olga = crm.caller("olga").await;
        let north = teams::create(db, &olga, "North").await.unwrap().id;
        let heir = Receiver::User(crm.id("sonja"));
        let planned = Move { hand_on: Some(to(heir)), ..Move::into_team(north, false) };
        let done = moves::run(db, &olga, crm.id("darcel"), &planned).await.unwrap();
        let begun = done.hand_over.unwrap();
        assert_eq!((begun.state, begun.total, begun.moved), (handover::State::Running, 2_400, u64::from(BATCH)));
        let scope = olga.scope::<ViewUsers>().unwrap();
        let shown = moves::show(&mut db.read().await.unwrap(), &scope, done.id.unwrap()).await.unwrap().unwrap();
        assert_eq!(shown.undoable(db.now()), Undoable::Running);
        let early = moves::undo(db, &olga, done.id.unwrap(), "").await.unwrap_err();
        assert_eq!(early.problem().code, problem::STILL_RUNNING.code);
        let early = moves::preview_undo(db, &olga, done.id.unwrap()).await.unwrap_err();
        assert_eq!(early.problem().code, problem::STILL_RUNNING.code);
        run_due(db, &registry()).await;
        let shown = moves::show(&mut db.read().await.unwrap(), &scope, done.id.unwrap()).await.unwrap().unwrap();
        assert_eq!(shown.undoable(db.now()), Undoable::Yes);
        assert_eq!(crm.owners().await, counts(&[("darcel", 3_600), ("sonja", 2_400)]));
        let undone = moves::undo(db, &olga, done.id.unwrap(), "").await.unwrap();
        assert_eq!(undone.hand_over.unwrap().state, handover::State::Running);
        run_due(db, &registry()).await;
        assert_eq!(crm.owners().await, counts(&[("darcel", 6_000)]));
    }

    async fn p61_who_reaches_a_team_hands_on_all_of_them_before_it_is_left(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        for name in ["mona", "darcel", "sonja"] {
            crm.user(name).await;
        }
        crm.leads(Some("darcel"), 6_000).await;
        let olga = crm.caller("olga").await;
        let north = teams::create(db, &olga, "North").await.unwrap().id;
        let all = [crm.id("mona"), crm.id("darcel"), crm.id("sonja")];
        teams::add_members(db, &olga, north, &all, false, "").await.unwrap();
        let grants = serde_json::json!({
            "teams.edit": "all", "users.view": "all", "leads.view": "all", "leads.edit": "all", "leads.note": "all",
            "statistics.view": "all", "leads.assign": "team"
        });
        let role = Sql::new("insert into roles (tenant_id, role_key, kind, name, name_key, description, grants, created_at, updated_at) values ");
        let key = "rol_00000000000000000000000009";
        crm.change(role.rows([args![crm.tenant, key, "role", "Lead", "lead", "", grants, 1_i64, 1_i64]])).await;
        let given = Sql::new("insert into user_roles (tenant_id, user_id, role_key, granted_at) values ");
        crm.change(given.rows([args![crm.tenant, crm.id("mona"), key, 1_i64]])).await;
        let mona = crm.caller("mona").await;
        let south = teams::create(db, &olga, "South").await.unwrap().id;
        let stays = Move { hand_on: Some(to(Receiver::User(crm.id("sonja")))), ..Move::into_team(south, false) };
        let done = moves::run(db, &mona, crm.id("darcel"), &stays).await.unwrap().hand_over.unwrap();
        assert_eq!((done.state, done.moved), (handover::State::Running, u64::from(BATCH)), "she reaches him afterwards, too");
        run_due(db, &registry()).await;
        assert_eq!(crm.owners().await, counts(&[("darcel", 3_600), ("sonja", 2_400)]));
        handover::undo(db, &olga, done.id, "").await.unwrap();
        run_due(db, &registry()).await;
        assert_eq!(crm.owners().await, counts(&[("darcel", 6_000)]));
        let planned = Move { join: Vec::new(), leave: vec![north], ..stays };
        let done = moves::run(db, &mona, crm.id("darcel"), &planned).await.unwrap();
        assert_eq!(done.hand_over.as_ref().map(|one| one.state), Some(handover::State::Done), "a job would not find the rest");
        let handed = crm.hand_over(done.hand_over.unwrap().id).await;
        assert_eq!((handed.total, handed.moved), (2_400, 2_400), "none is left behind by the way");
        assert_eq!(crm.owners().await, counts(&[("darcel", 3_600), ("sonja", 2_400)]));
    }
}
