//! Moves: who gets the leads that somebody held so far, and the way back of the whole act.

mod doors;
mod heir;
mod undo;

use seatwise_domain::authz::ViewUsers;
use seatwise_domain::groups::{self, Group};
use seatwise_domain::handover::{Receiver, Stages};
use seatwise_domain::ids::{PositionId, TeamId};
use seatwise_domain::moves::{HandOn, Move};
use seatwise_domain::positions::{self, Position};
use seatwise_domain::roles::{self, Give, Role, RoleKey};
use seatwise_domain::teams;
use seatwise_testkit::TestDb;
use seatwise_testkit::tenant::Tenant;

use crate::roles::{role, to};

/// anna leads North, holds the position Desk, belongs to the Pilots, has the role Finance for ten days, and four
/// open and three won leads.
struct Office {
    acme: Tenant,
    north: TeamId,
    south: TeamId,
    desk: Position,
    head: Position,
    pilots: Group,
    finance: Role,
}

/// Everything that a move can touch about somebody.
#[derive(Debug, PartialEq)]
struct State {
    teams: Vec<(TeamId, bool)>,
    position: Option<PositionId>,
    groups: Vec<Group>,
    roles: Vec<(RoleKey, bool)>,
    leads: usize,
}

impl Office {
    async fn new(db: &TestDb) -> Self {
        Self::named(db, "Acme").await
    }

    async fn named(db: &TestDb, name: &str) -> Self {
        let people = db
            .tenant()
            .named(name)
            .user("anna")
            .user("boris")
            .user("celia");
        let acme = people.pending("olena").build().await;
        let owner = acme.as_owner().await;
        let north = teams::create(db, &owner, "North").await.unwrap().id;
        let south = teams::create(db, &owner, "South").await.unwrap().id;
        let anna = acme.id_of("anna");
        teams::add_members(db, &owner, north, &[anna], true, "")
            .await
            .unwrap();
        let head = positions::create(db, &owner, "Head", None, "")
            .await
            .unwrap();
        let desk = positions::create(db, &owner, "Desk", Some(head.id), "")
            .await
            .unwrap();
        positions::hold(db, &owner, anna, Some(desk.id), "")
            .await
            .unwrap();
        let pilots = groups::create(db, &owner, "Pilots").await.unwrap();
        groups::add_member(db, &owner, pilots.id, anna, "")
            .await
            .unwrap();
        let finance = role(db, &acme, "Finance", &[("leads.view", "own")]).await;
        let days = Give {
            expires_at: Some(db.now().plus_days(10)),
            ..to(&acme, "anna", &finance.key)
        };
        roles::give(db, &owner, &days).await.unwrap();
        acme.add_leads("anna", "prospecting", 4).await;
        acme.add_leads("anna", "won", 3).await;
        Self {
            acme,
            north,
            south,
            desk,
            head,
            pilots,
            finance,
        }
    }

    /// From North to South and from Desk to Head, without the group and the role.
    fn away(&self) -> Move {
        Move {
            join: vec![(self.south, false)],
            leave: vec![self.north],
            position: Some(Some(self.head.id)),
            give_up: vec![self.finance.key.clone()],
            leave_groups: vec![self.pilots.id],
            hand_on: None,
            reason: "New office".to_owned(),
        }
    }

    /// The same, with leads for somebody.
    fn handing(&self, to: Receiver, stages: Stages) -> Move {
        Move {
            hand_on: Some(HandOn {
                to,
                stages,
                expected: None,
            }),
            ..self.away()
        }
    }

    fn boris(&self) -> Receiver {
        Receiver::User(self.acme.id_of("boris"))
    }

    /// What anna is and holds.
    async fn state(&self, db: &TestDb) -> State {
        let anna = self.acme.id_of("anna");
        let scope = self.acme.as_owner().await.scope::<ViewUsers>().unwrap();
        let mut tx = db.read().await.unwrap();
        let places = teams::memberships(&mut tx, &scope, anna).await.unwrap();
        let held = roles::held_by(&mut tx, &scope, anna).await.unwrap();
        let position = positions::of_user(&mut tx, &scope, anna).await.unwrap();
        let state = State {
            teams: places
                .iter()
                .map(|place| (place.team.id, place.manager))
                .collect(),
            position: position.map(|(id, _)| id),
            groups: groups::of_user(&mut tx, &scope, anna).await.unwrap(),
            roles: held
                .into_iter()
                .map(|held| (held.role.key, held.expires_at.is_some()))
                .collect(),
            leads: 0,
        };
        drop(tx);
        State {
            leads: self.acme.leads_of("anna").await.len(),
            ..state
        }
    }
}
