//! A move is taken back as one act, on both databases.

use seatwise_domain::args;
use seatwise_domain::audit::{Audit, EventKind};
use seatwise_domain::authz::ViewUsers;
use seatwise_domain::groups::{self, IfUsed};
use seatwise_domain::handover::{self, Receiver, Stages};
use seatwise_domain::ids::EventId;
use seatwise_domain::moves::{self, Back, Move, MoveUndoError, Piece, RecordsBack, Stays};
use seatwise_domain::positions;
use seatwise_domain::problem::{self, Class, ToProblem as _};
use seatwise_domain::records;
use seatwise_domain::roles::{self, Give};
use seatwise_domain::store::Sql;
use seatwise_domain::teams;
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::dump::{Dump, differences};
use seatwise_testkit::{TestDb, on_both};

use super::Office;
use crate::roles::{give, role, to};

/// A move with leads for boris; its id.
async fn moved(db: &TestDb, office: &Office) -> EventId {
    let planned = office.handing(office.boris(), Stages::Open);
    let (owner, anna) = (office.acme.as_owner().await, office.acme.id_of("anna"));
    let done = moves::run(db, &owner, anna, &planned).await.unwrap();
    done.id.expect("something changed")
}

/// What goes back and what stays, in words.
fn told(back: &[Back]) -> Vec<(String, Option<Stays>)> {
    back.iter()
        .map(|back| {
            let name = match &back.piece {
                Piece::Team { name, .. } | Piece::Group { name, .. } | Piece::Role { name, .. } => {
                    name.clone()
                }
                Piece::Position { .. } => "position".to_owned(),
            };
            (name, back.stays)
        })
        .collect()
}

fn stay(pairs: &[(&str, Option<Stays>)]) -> Vec<(String, Option<Stays>)> {
    pairs
        .iter()
        .map(|(name, stays)| ((*name).to_owned(), *stays))
        .collect()
}

on_both! {
    async fn d2_p61_an_undo_of_a_move_puts_everything_back_in_one_act(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let before = office.state(db).await;
        let id = moved(db, &office).await;
        assert_ne!(office.state(db).await, before);
        let lines = acme.audit().await.len();
        let seen = moves::preview_undo(db, &owner, id).await.unwrap();
        assert!(seen.back.iter().all(|back| back.stays.is_none()) && seen.back.len() == 5, "{:?}", seen.back);
        assert_eq!(seen.records, RecordsBack::Back { moved: 4, stays: 0 });
        assert_eq!(acme.audit().await.len(), lines, "a look changes nothing");
        let undone = moves::undo(db, &owner, id, "Wrong office").await.unwrap();
        assert_eq!(office.state(db).await, before);
        assert!(acme.leads_of("boris").await.is_empty());
        let log = acme.audit().await;
        let new = &log[..log.len() - lines];
        assert!(new.iter().all(|line| line.reason.as_deref() == Some("Wrong office")), "{new:?}");
        let mut of_anna: Vec<_> = new.iter().filter(|line| line.subject_id == Some(acme.id_of("anna").0)).collect();
        of_anna.sort_by_key(|line| line.kind.as_str());
        let kinds: Vec<_> = of_anna.iter().map(|line| line.kind).collect();
        assert_eq!(kinds, [EventKind::HandOverUndone, EventKind::MoveUndone]);
        let line = of_anna[1];
        assert_eq!((line.id, &line.detail["move"]), (undone.id, &serde_json::json!(id.to_string())));
        assert_eq!(line.changes, seen.changes, "what was shown is what was done");
        let fields: Vec<_> = line.changes.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(fields, ["teams", "teams_led", "position", "groups", "roles"]);
        assert_eq!(of_anna[0].id, undone.hand_over.unwrap().id);
        let again = moves::undo(db, &owner, id, "").await.unwrap_err();
        assert!(matches!(again, MoveUndoError::AlreadyUndone), "{again}");
        let scope = owner.scope::<ViewUsers>().unwrap();
        let done = moves::show(&mut db.read().await.unwrap(), &scope, id).await.unwrap().unwrap();
        assert_eq!(done.undone_by, Some(undone.id));
    }

    async fn d2_p61_what_somebody_touched_since_a_move_stays_and_is_told(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let anna = acme.id_of("anna");
        let id = moved(db, &office).await;
        teams::add_members(db, &owner, office.south, &[anna], true, "").await.unwrap();
        positions::hold(db, &owner, anna, None, "").await.unwrap();
        groups::add_member(db, &owner, office.pilots.id, anna, "").await.unwrap();
        give(db, acme, "anna", &office.finance).await;
        let noted = acme.leads_of("boris").await[0].id;
        records::add_note(db, &acme.as_user("boris").await, noted, "Called").await.unwrap();
        let seen = moves::preview_undo(db, &owner, id).await.unwrap();
        let touched = Some(Stays::Touched);
        let wanted = stay(&[("North", None), ("South", touched), ("position", touched), ("Pilots", touched), ("Finance", touched)]);
        assert_eq!(told(&seen.back), wanted);
        assert_eq!(seen.records, RecordsBack::Back { moved: 4, stays: 1 });
        let undone = moves::undo(db, &owner, id, "").await.unwrap();
        assert_eq!(told(&undone.back), wanted, "what was told before");
        let now = office.state(db).await;
        assert_eq!((now.teams, now.position), (vec![(office.north, true), (office.south, true)], None));
        assert_eq!(now.groups, std::slice::from_ref(&office.pilots));
        assert_eq!(now.roles, [(office.finance.key.clone(), false)], "the role that was given anew has no end");
        assert_eq!((now.leads, acme.leads_of("boris").await.len()), (6, 1));
        let log = acme.audit().await;
        let line = log.iter().find(|line| line.kind == EventKind::MoveUndone).unwrap();
        assert_eq!(line.detail["stays"], serde_json::json!({
            "teams": ["South"], "position": ["Desk"], "groups": ["Pilots"], "roles": ["Finance"],
        }));
    }

    async fn d2_p61_what_is_gone_or_over_does_not_come_back(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let id = moved(db, &office).await;
        groups::remove(db, &owner, office.pilots.id, IfUsed::Refuse, "").await.unwrap();
        positions::remove(db, &owner, office.desk.id, "").await.unwrap();
        db.clock().advance(11 * 86_400);
        let undone = moves::undo(db, &owner, id, "").await.unwrap();
        let gone = Some(Stays::Gone);
        assert_eq!(told(&undone.back), stay(&[
            ("North", None), ("South", None), ("position", gone), ("Pilots", gone), ("Finance", Some(Stays::Ended)),
        ]));
        let now = office.state(db).await;
        assert_eq!((now.teams, now.position, now.leads), (vec![(office.north, true)], Some(office.head.id), 7));
        assert!(acme.as_user("anna").await.facts().roles.iter().all(|held| held.key != office.finance.key.as_str()));
    }

    async fn d2_p61_what_somebody_cannot_have_now_stays_and_the_rest_goes_back(db: &TestDb) {
        let not_now = Some(Stays::NotNow);
        for (name, team_seat) in [("One", false), ("Two", true)] {
            let office = Office::named(db, name).await;
            let (acme, owner) = (&office.acme, office.acme.as_owner().await);
            let anna = acme.id_of("anna");
            let id = moved(db, &office).await;
            if team_seat {
                let other = Sql::default().push("update users set seat_kind = 'team' where tenant_id = $? and id = $?", args![acme.id, anna]);
                let mut tx = db.write().await.unwrap();
                tx.run(other).await.unwrap();
                tx.commit(Audit::Housekeeping).await.unwrap();
            } else {
                acme.deactivate("anna", HandOverChoice::Later).await;
            }
            let wanted = if team_seat {
                stay(&[("North", None), ("South", None), ("position", None), ("Pilots", None), ("Finance", not_now)])
            } else {
                stay(&[("North", not_now), ("South", None), ("position", None), ("Pilots", None), ("Finance", None)])
            };
            let seen = moves::preview_undo(db, &owner, id).await.unwrap();
            assert_eq!(told(&seen.back), wanted);
            let undone = moves::undo(db, &owner, id, "").await.unwrap();
            assert_eq!(told(&undone.back), wanted);
            let now = office.state(db).await;
            let teams = if team_seat { vec![(office.north, true)] } else { Vec::new() };
            assert_eq!((now.teams, now.position, now.leads), (teams, Some(office.desk.id), 7));
            assert_eq!(now.groups, std::slice::from_ref(&office.pilots));
            let holds = now.roles.iter().any(|(key, _)| *key == office.finance.key);
            assert_eq!(holds, !team_seat);
        }
    }

    async fn d2_p61_a_move_whose_leads_are_out_of_reach_is_not_undone_by_half(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let anna = acme.id_of("anna");
        let members = [acme.id_of("celia"), acme.id_of("boris")];
        teams::add_members(db, &owner, office.north, &members, false, "").await.unwrap();
        let clerk = role(db, acme, "Clerk", &[
            ("teams.edit", "all"), ("users.view", "all"), ("leads.view", "all"), ("leads.edit", "all"), ("leads.note", "all"),
            ("statistics.view", "all"), ("leads.assign", "team"),
        ]).await;
        give(db, acme, "celia", &clerk).await;
        let mut planned = Move { hand_on: office.handing(Receiver::Unassigned, Stages::Open).hand_on, ..Move::into_team(office.south, false) };
        let id = moves::run(db, &owner, anna, &planned).await.unwrap().id.unwrap();
        let celia = acme.as_user("celia").await;
        let mut dump = Dump::of(db, &[]).await;
        let before = dump.rows().await;
        for refused in [moves::preview_undo(db, &celia, id).await.map(drop), moves::undo(db, &celia, id, "").await.map(drop)] {
            assert_eq!(refused.unwrap_err().problem(), &problem::UNDO_OUT_OF_REACH, "what would be refused is refused");
        }
        let after = dump.rows().await;
        assert!(before == after, "{:#?}", differences(&before, &after));
        assert_eq!(moves::preview_undo(db, &owner, id).await.unwrap().records, RecordsBack::Back { moved: 4, stays: 0 });
        moves::undo(db, &owner, id, "").await.unwrap();
        assert_eq!(acme.leads_of("anna").await.len(), 7);

        planned.hand_on = office.handing(office.boris(), Stages::Open).hand_on;
        let id = moves::run(db, &owner, anna, &planned).await.unwrap().id.unwrap();
        assert_eq!(moves::preview_undo(db, &celia, id).await.unwrap().records, RecordsBack::Back { moved: 4, stays: 0 });
        let undone = moves::undo(db, &celia, id, "").await.unwrap();
        assert_eq!((undone.hand_over.unwrap().moved, acme.leads_of("anna").await.len()), (4, 7));
    }

    async fn d2_p61_a_move_of_which_nothing_can_go_back_is_refused(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let anna = acme.id_of("anna");
        let planned = Move { hand_on: office.handing(office.boris(), Stages::Open).hand_on, ..Move::out_of_team(office.north) };
        let done = moves::run(db, &owner, anna, &planned).await.unwrap();
        handover::undo(db, &owner, done.hand_over.unwrap().id, "").await.unwrap();
        let seen = moves::preview_undo(db, &owner, done.id.unwrap()).await.unwrap();
        assert_eq!((seen.records, told(&seen.back)), (RecordsBack::Undone, stay(&[("North", None)])), "undone by itself, and told");
        teams::add_members(db, &owner, office.north, &[anna], false, "").await.unwrap();
        let lines = acme.audit().await.len();
        for refused in [
            moves::preview_undo(db, &owner, done.id.unwrap()).await.map(drop),
            moves::undo(db, &owner, done.id.unwrap(), "").await.map(drop),
        ] {
            assert_eq!(refused.unwrap_err().problem().code, problem::MOVE_UNDO_NOTHING.code);
        }
        assert_eq!(acme.audit().await.len(), lines);
    }

    async fn d16_p61_whoever_lacks_a_right_undoes_nothing_of_a_move(db: &TestDb) {
        let office = Office::new(db).await;
        let acme = &office.acme;
        let id = moved(db, &office).await;
        let clerk = [
            ("teams.edit", "all"), ("positions.edit", "all"), ("groups.edit", "all"), ("users.view", "all"), ("leads.view", "all"),
            ("leads.edit", "all"), ("leads.note", "all"), ("statistics.view", "all"),
        ];
        let mut dump = None;
        for (name, more) in [
            ("Clerk", &[][..]),
            ("Assigner", &[("leads.assign", "all")]),
            ("Giver", &[("roles.assign", "all")]),
        ] {
            let held = role(db, acme, name, &[&clerk[..], more].concat()).await;
            give(db, acme, "celia", &held).await;
            let celia = acme.as_user("celia").await;
            let reader = match &mut dump {
                Some(reader) => reader,
                None => dump.insert(Dump::of(db, &[]).await),
            };
            let before = reader.rows().await;
            let refused = moves::undo(db, &celia, id, "").await.unwrap_err();
            assert_eq!(refused.problem().class, Class::Denied, "{name}: {refused}");
            moves::preview_undo(db, &celia, id).await.unwrap_err();
            let after = reader.rows().await;
            assert!(before == after, "{name}: {:#?}", differences(&before, &after));
            roles::take(db, &acme.as_owner().await, &roles::Take { user: acme.id_of("celia"), role: held.key, reason: String::new() }).await.unwrap();
        }
        moves::undo(db, &acme.as_owner().await, id, "").await.unwrap();
    }

    async fn d16_p61_an_undo_gives_no_role_beyond_who_undoes(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let export = role(db, acme, "Export", &[("leads.export", "all"), ("leads.view", "all")]).await;
        give(db, acme, "anna", &export).await;
        let planned = Move { give_up: vec![export.key.clone()], ..Move::into_team(office.south, false) };
        let done = moves::run(db, &owner, acme.id_of("anna"), &planned).await.unwrap();
        let keeper = role(db, acme, "Keeper", &[
            ("roles.assign", "all"), ("teams.edit", "all"), ("users.view", "all"), ("leads.view", "all"), ("own.edit", "all"),
            ("leads.edit", "all"), ("leads.note", "all"), ("leads.create", "own"), ("leads.share", "own"), ("statistics.view", "all"),
        ]).await;
        give(db, acme, "celia", &keeper).await;
        let celia = acme.as_user("celia").await;
        let refused = moves::undo(db, &celia, done.id.unwrap(), "").await.unwrap_err();
        assert_eq!(refused.problem().code, problem::OUTRANKED.code);
        assert_eq!(acme.as_user("anna").await.facts().teams.len(), 2, "nothing of it went back");
    }

    async fn d2_p61_a_move_is_undone_for_thirty_days_once(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, anna) = (&office.acme, office.acme.id_of("anna"));
        let into = Move::into_team(office.south, false);
        let first = moves::run(db, &acme.as_owner().await, anna, &into).await.unwrap().id.unwrap();
        db.clock().advance(30 * 86_400);
        let owner = acme.as_owner().await;
        let (one, other) = tokio::join!(moves::undo(db, &owner, first, ""), moves::undo(db, &owner, first, ""));
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1, "of two at once one is done");
        let second = moves::run(db, &owner, anna, &into).await.unwrap().id.unwrap();
        db.clock().advance(30 * 86_400 + 1);
        let owner = acme.as_owner().await;
        let late = moves::undo(db, &owner, second, "").await.unwrap_err();
        assert!(matches!(late, MoveUndoError::TooLate), "{late}");
        let unknown = moves::undo(db, &owner, EventId(uuid::Uuid::from_u128(5)), "").await.unwrap_err();
        assert!(matches!(unknown, MoveUndoError::Unknown), "{unknown}");
    }

    async fn d2_p61_a_move_of_somebody_who_was_removed_does_not_go_back(db: &TestDb) {
        let office = Office::new(db).await;
        let (acme, owner) = (&office.acme, office.acme.as_owner().await);
        let id = moved(db, &office).await;
        acme.deactivate("anna", seatwise_domain::users::HandOverChoice::Later).await;
        seatwise_domain::users::anonymise(db, &owner, acme.id_of("anna"), "").await.unwrap();
        let refused = moves::undo(db, &owner, id, "").await.unwrap_err();
        assert_eq!(refused.problem().code, problem::MOVE_UNDO_NOTHING.code);
        let days = Give { expires_at: None, ..to(acme, "boris", &office.finance.key) };
        roles::give(db, &owner, &days).await.unwrap();
    }
}
