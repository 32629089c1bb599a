//! Whatever people of a random organisation are allowed to do, nobody ends up with more than the one who did it
//! had before, and nobody sees more leads by his own act.

use std::collections::BTreeSet;

use seatwise_domain::authn::NewToken;
use seatwise_domain::authz::{
    Caller, Extent, Grants, Key, Level, Party, SeatKind, Source, Visibility,
};
use seatwise_domain::imports::{self, ImportKind, Verdict};
use seatwise_domain::roles::{self, Give, NewRole, RoleEdit, RoleKey, Take};
use seatwise_domain::sharing::{self, Access, NewRule};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_domain::users::service::{self, NewServiceUser};
use seatwise_domain::users::{self, Deactivate, Edit, HandOverChoice, Invite, RoleWish};
use seatwise_domain::{groups, handover, positions, teams};
use seatwise_testkit::{TestDb, on_both};

use super::organisation::seeds;
use super::world::{NAMES, World};
use crate::imports::{checked, found, work};

/// What an extent is put together of.
const PARTS: [Extent; 6] = [
    Extent::OWN,
    Extent::PRIVACY,
    Extent::TEAM,
    Extent::SUBORDINATES,
    Extent::LED,
    Extent::ALL,
];

impl World<'_> {
    /// Something administrative that somebody tries; true when it was allowed.
    async fn act(&mut self, caller: &Caller, kind: u64, number: usize) -> bool {
        let db = self.db;
        let people = self.people().await;
        let user = self.pick(&people);
        let role = self.pick(&self.roles);
        let until = self.chance(40).then(|| db.now().plus_days(1));
        let from = (number % 4 == 3).then(|| db.now().plus_seconds(43_200));
        let reason = String::new();
        match kind {
            0..=2 => roles::give(
                db,
                caller,
                &Give {
                    users: vec![user],
                    role,
                    starts_at: from,
                    expires_at: until,
                    reason,
                },
            )
            .await
            .is_ok(),
            3 => roles::take(db, caller, &Take { user, role, reason })
                .await
                .is_ok(),
            4 => roles::edit(
                db,
                caller,
                &role,
                &RoleEdit {
                    words: self.words(5),
                    ..RoleEdit::default()
                },
            )
            .await
            .is_ok(),
            5 => match roles::create(
                db,
                caller,
                &NewRole {
                    name: format!("Made {number}"),
                    set: self.chance(30),
                    words: self.words(5),
                    ..NewRole::default()
                },
            )
            .await
            {
                Ok(role) => {
                    self.roles.push(role.key);
                    true
                }
                Err(_) => false,
            },
            6 => roles::delete(db, caller, &role, "").await.is_ok(),
            7 => roles::make_default(db, caller, &role, "").await.is_ok(),
            8 => {
                let level = self.pick(&[Level::User, Level::Admin, Level::Owner]);
                users::edit(
                    db,
                    caller,
                    user,
                    &Edit {
                        level: Some(level),
                        ..Edit::default()
                    },
                )
                .await
                .is_ok()
            }
            9 | 10 => {
                let command = Invite {
                    role: self.chance(60).then_some(RoleWish::Known(role)),
                    level: self.pick(&[Level::User, Level::User, Level::Admin]),
                    seat_kind: self.pick(&[SeatKind::Regular, SeatKind::Regular, SeatKind::Team]),
                    teams: if self.chance(40) {
                        vec![self.pick(&self.teams)]
                    } else {
                        Vec::new()
                    },
                    ..Invite::by_email(format!("new{number}@acme.example"))
                };
                users::invite(db, caller, &command).await.is_ok()
            }
            11 => {
                let leave = Deactivate {
                    user,
                    hand_over: HandOverChoice::Later,
                    stages: handover::Stages::default(),
                    reason,
                    expected: None,
                };
                users::deactivate(db, caller, &leave).await.is_ok()
            }
            12 => users::reactivate(db, caller, user, "").await.is_ok(),
            13 | 14 => teams::add_members(
                db,
                caller,
                self.pick(&self.teams),
                &[user],
                self.chance(50),
                "",
            )
            .await
            .is_ok(),
            15 => groups::add_member(db, caller, self.pick(&self.groups), user, "")
                .await
                .is_ok(),
            16 => positions::hold(db, caller, user, Some(self.pick(&self.positions)), "")
                .await
                .is_ok(),
            17 => positions::relocate(db, caller, self.pick(&self.positions), None, "")
                .await
                .is_ok(),
            18 => {
                let to = self.pick(&[
                    Party::User(user),
                    Party::Team(self.teams[0]),
                    Party::Group(self.groups[0]),
                    Party::Position(self.positions[0]),
                ]);
                let from = Party::User(self.pick(&people));
                sharing::create_rule(
                    db,
                    caller,
                    &NewRule {
                        from,
                        to,
                        access: Access::Edit,
                        reason,
                    },
                )
                .await
                .is_ok()
            }
            21 | 22 => self.bring(caller, &role, number).await,
            19 | 20 => {
                let command = EditAccountCommand {
                    visibility: Some(self.pick(&[
                        Visibility::Own,
                        Visibility::Team,
                        Visibility::All,
                    ])),
                    teams_on: Some(self.chance(70)),
                    superiors_see: Some(self.chance(50)),
                    ..EditAccountCommand::default()
                };
                tenants::edit(db, caller, &command).await.is_ok()
            }
            _ => {
                let new = NewServiceUser {
                    name: format!("Program {number}"),
                    role,
                    reason,
                };
                let Ok(made) = service::create(db, caller, &new).await else {
                    return false;
                };
                let token = NewToken {
                    name: "t".to_owned(),
                    may_write: true,
                    days: None,
                };
                service::create_token(db, caller, made.id, &token)
                    .await
                    .is_ok()
            }
        }
    }

    /// A file with roles for somebody new and for somebody who is there; true when a row of it was taken.
    async fn bring(&mut self, caller: &Caller, role: &RoleKey, number: usize) -> bool {
        let known = self.acme.email_of(self.pick(&NAMES));
        let other = self.pick(&self.roles);
        let text = format!(
            "Name,E-mail,Role\nBrought,brought{number}@acme.example,{role}\nKnown,{known},{role};{other}\n"
        );
        let team_seat = self.chance(20);
        if !caller.can(Key::RunImports) {
            return false;
        }
        let import = checked(self.db, caller, ImportKind::Users, &text, |options| {
            options.update = true;
            options.seat_kind = if team_seat {
                SeatKind::Team
            } else {
                SeatKind::Regular
            };
        })
        .await;
        if imports::run(self.db, caller, import.id, "").await.is_err() {
            return false;
        }
        work(self.db).await;
        let totals = found(self.db, caller, import.id).await.totals;
        let taken = totals.of(Verdict::Create) + totals.of(Verdict::Update);
        self.brought += taken;
        taken > 0
    }

    /// One act, and what it did to the rights of everybody.
    async fn step(&mut self, seed: u64, number: usize) -> bool {
        let name = self.pick(&NAMES);
        let kind = self.rng.below(24);
        let user = self.acme.id_of(name);
        let mut tx = self.db.read().await.unwrap();
        let caller = Caller::load(&mut tx, self.acme.id, user, Source::Page)
            .await
            .unwrap();
        drop(tx);
        let Some(caller) = caller else {
            return false;
        };
        let (before, saw) = (self.rights().await, self.seen(user).await);
        let (were, administered) = (self.people().await, self.administered().await);
        if !self.act(&caller, kind, number).await {
            return false;
        }
        let what = format!("act {kind} of {name}, number {number} of seed {seed}");
        for (other, (level, is)) in self.rights().await {
            let none = (Level::User, Grants::default());
            let (was_level, was) = before.get(&other).unwrap_or(&none);
            assert!(
                level <= caller.level().max(*was_level),
                "{what} made {other} {level}"
            );
            let mine = caller.held();
            if was.lacks(&is).contains(&Key::AssignRoles) {
                let gives = is.only(&[Key::AssignRoles]);
                assert_eq!(
                    mine.lacks(&gives),
                    [],
                    "{what} let {other} give roles that {name} may not"
                );
            }
            for key in Key::ALL {
                for part in PARTS {
                    let new = is.extent(*key).has(part) && !was.extent(*key).has(part);
                    assert!(
                        !new || mine.extent(*key).covers(part),
                        "{what} gave {other} {} {part:?}, which {name} has not",
                        key.as_str()
                    );
                }
            }
        }
        let nobody = BTreeSet::new();
        for ((other, key), is) in self.administered().await {
            let was = administered.get(&(other, key)).unwrap_or(&nobody);
            let mine = administered.get(&(user, key)).unwrap_or(&nobody);
            let gained = is.difference(was).filter(|one| were.contains(one));
            let beyond: Vec<_> = gained
                .filter(|one| **one != user && !mine.contains(one))
                .collect();
            assert!(
                beyond.is_empty(),
                "{what} let {other} do {key} to {beyond:?}, which {name} may not"
            );
        }
        let news: Vec<_> = self.seen(user).await.difference(&saw).copied().collect();
        assert_eq!(news, [], "{what} let {name} see more");
        true
    }
}

on_both! {
    async fn d16_no_allowed_sequence_raises_anybody_beyond_the_granter(db: &TestDb) {
        let (mut allowed, mut brought) = (0, 0);
        for seed in 0..3 {
            let mut world = World::new(db, seed).await;
            for number in 0..60 {
                if world.step(seed, number).await {
                    allowed += 1;
                }
            }
            brought += world.brought;
            // What was given for a time ends, and nobody has more by that.
            db.clock().advance(3 * 86_400);
            for (user, (level, is)) in world.rights().await {
                if user != world.acme.id_of("owner") {
                    assert_eq!(level, Level::User, "seed {seed}");
                    assert_eq!(world.most.lacks(&is), [], "{user} of seed {seed} has what nobody had");
                }
            }
        }
        assert!(allowed > 20 && brought > 4, "only {allowed} acts and {brought} rows were allowed: the test proves little");
    }

    async fn p64_d16_no_allowed_sequence_lets_anybody_administer_beyond_the_granter(db: &TestDb) {
        let mut allowed = 0;
        for seed in seeds(db, 0..4) {
            let mut world = World::of_delegates(db, seed).await;
            for number in 0..60 {
                if world.step(seed, number).await {
                    allowed += 1;
                }
            }
        }
        assert!(allowed > 20, "only {allowed} acts were allowed: the test proves little");
    }
}
