//! A random organisation whose people administer each other, made by the real operations.

use std::collections::{BTreeSet, HashMap};

use seatwise_domain::args;
use seatwise_domain::authz::{Caller, Grants, Key, Level, Source, ViewRecords};
use seatwise_domain::ids::{GroupId, Ids, PositionId, RecordId, TeamId, UserId};
use seatwise_domain::records::{self, LeadFilter, Sort};
use seatwise_domain::roles::{self, GivableWords, Give, NewRole, RoleKey, Words};
use seatwise_domain::store::{PageSize, Reads as _, Sql};
use seatwise_domain::{groups, positions, teams};
use seatwise_testkit::TestDb;
use seatwise_testkit::tenant::Tenant;

pub const NAMES: [&str; 6] = ["ada", "bea", "cem", "dan", "eva", "fin"];
const EXTENTS: [&str; 6] = ["none", "own", "privacy", "team", "subordinates", "all"];

pub struct World<'d> {
    pub db: &'d TestDb,
    pub acme: Tenant,
    pub rng: Ids,
    /// Roles differ in whom they administer alone, and some give some roles only (P64).
    pub parts: bool,
    pub roles: Vec<RoleKey>,
    pub teams: Vec<TeamId>,
    pub groups: Vec<GroupId>,
    pub positions: Vec<PositionId>,
    /// What anybody had at the beginning, put together.
    pub most: Grants,
    /// Rows of files that gave somebody a role.
    pub brought: u64,
}

/// Whom somebody administers by a permission.
pub type Administered = HashMap<(UserId, &'static str), BTreeSet<UserId>>;

/// What everybody may do who can act or will.
pub type Rights = HashMap<UserId, (Level, Grants)>;

impl<'d> World<'d> {
    pub async fn new(db: &'d TestDb, seed: u64) -> Self {
        Self::made(db, seed, false).await
    }

    /// One in which people administer parts of each other.
    pub async fn of_delegates(db: &'d TestDb, seed: u64) -> Self {
        Self::made(db, seed, true).await
    }

    async fn made(db: &'d TestDb, seed: u64, parts: bool) -> Self {
        let mut builder = db
            .tenant()
            .named(&format!("Acme {seed}"))
            .seats(60)
            .team_seats(5);
        for name in NAMES {
            builder = builder.user(name).leads(name, 2);
        }
        let acme = builder.build().await;
        let owner = acme.as_owner().await;
        let mut world = Self {
            db,
            acme,
            rng: Ids::from_seed(seed),
            parts,
            roles: Vec::new(),
            teams: Vec::new(),
            groups: Vec::new(),
            positions: Vec::new(),
            most: Grants::default(),
            brought: 0,
        };
        for number in 0..6 {
            let new = NewRole {
                name: format!("Role {number}"),
                set: number == 5,
                words: world.words(90),
                ..NewRole::default()
            };
            world
                .roles
                .push(roles::create(db, &owner, &new).await.unwrap().key);
        }
        for number in 0..2 {
            world.teams.push(
                teams::create(db, &owner, &format!("Team {number}"))
                    .await
                    .unwrap()
                    .id,
            );
            world.groups.push(
                groups::create(db, &owner, &format!("Group {number}"))
                    .await
                    .unwrap()
                    .id,
            );
            let above = world.positions.last().copied();
            let made =
                positions::create(db, &owner, &format!("Position {number}"), above, "").await;
            world.positions.push(made.unwrap().id);
        }
        for name in NAMES {
            let user = world.acme.id_of(name);
            let role = world.pick(&world.roles[..5]);
            roles::give(
                db,
                &owner,
                &Give {
                    users: vec![user],
                    role,
                    starts_at: None,
                    expires_at: None,
                    reason: String::new(),
                },
            )
            .await
            .unwrap();
            let team = world.pick(&world.teams);
            teams::add_members(db, &owner, team, &[user], false, "")
                .await
                .unwrap();
            let position = world.pick(&world.positions);
            positions::hold(db, &owner, user, Some(position), "")
                .await
                .unwrap();
        }
        // What nobody holds is given to nobody, however strong the default is.
        let all = Key::ALL.iter().filter(|key| !key.is_owners());
        let strong = NewRole {
            name: "Strong".to_owned(),
            words: Words {
                grants: all
                    .map(|key| (key.as_str().to_owned(), "all".to_owned()))
                    .collect(),
                ..Words::default()
            },
            ..NewRole::default()
        };
        let strong = roles::create(db, &owner, &strong).await.unwrap();
        roles::make_default(db, &owner, &strong.key, "")
            .await
            .unwrap();
        world.roles.push(strong.key);
        for (_, grants) in world
            .rights()
            .await
            .into_values()
            .filter(|(level, _)| *level == Level::User)
        {
            world.most.merge(&grants);
        }
        world
    }

    pub fn below(&self, number: usize) -> usize {
        usize::try_from(self.rng.below(number as u64)).unwrap()
    }

    pub fn pick<T: Clone>(&self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    pub fn chance(&self, percent: u64) -> bool {
        self.rng.below(100) < percent
    }

    pub fn words(&self, percent: u64) -> Words {
        let mut words = Words::default();
        for key in Key::ALL.iter().filter(|key| !key.is_owners()) {
            if self.chance(percent) {
                let extent = if self.parts && key.has_part() {
                    self.pick(&["team", "subordinates", "all"])
                } else if self.parts {
                    "all"
                } else if key.has_reach() {
                    if self.chance(60) {
                        "all"
                    } else {
                        self.pick(&EXTENTS)
                    }
                } else {
                    self.pick(&["none", "all", "all", "all"])
                };
                words
                    .grants
                    .insert(key.as_str().to_owned(), extent.to_owned());
            }
        }
        if self.parts && self.chance(20) {
            let keys = self.roles.iter().filter(|_| self.chance(70));
            let keys = keys.map(ToString::to_string).collect();
            words.givable = Some(GivableWords::Only(keys));
        }
        words
    }

    /// Whom everybody administers by each permission that can go to a part of the people (P64).
    pub async fn administered(&self) -> Administered {
        let mut found = Administered::new();
        let people = self.people().await;
        let mut tx = self.db.read().await.unwrap();
        for user in &people {
            let looked = Caller::looked_at(&mut tx, self.acme.id, *user).await;
            let (caller, _) = looked.unwrap().unwrap();
            for key in Key::ALL.iter().filter(|key| key.has_part()) {
                if !caller.holds(*key) {
                    continue;
                }
                let outside = caller.outside(&mut tx, *key, &people).await.unwrap();
                let inside = people.iter().filter(|one| !outside.contains(one));
                found.insert((*user, key.as_str()), inside.copied().collect());
            }
        }
        found
    }

    pub async fn people(&self) -> Vec<UserId> {
        let mut tx = self.db.read().await.unwrap();
        let sql = Sql::new("select u.id from users u")
            .push(" where u.tenant_id = $? order by u.id", args![self.acme.id]);
        let rows = tx.rows(sql).await.unwrap();
        rows.iter().map(|row| row.reader().id().unwrap()).collect()
    }

    pub async fn rights(&self) -> Rights {
        let mut found = Rights::new();
        for user in self.people().await {
            let mut tx = self.db.read().await.unwrap();
            let looked = Caller::looked_at(&mut tx, self.acme.id, user)
                .await
                .unwrap();
            let (caller, state) = looked.unwrap();
            if matches!(state.as_str(), "active" | "pending" | "invited") {
                found.insert(user, (caller.level(), caller.held()));
            }
        }
        found
    }

    pub async fn seen(&self, user: UserId) -> BTreeSet<RecordId> {
        let mut tx = self.db.read().await.unwrap();
        let Some(caller) = Caller::load(&mut tx, self.acme.id, user, Source::Page)
            .await
            .unwrap()
        else {
            return BTreeSet::new();
        };
        let Ok(scope) = caller.records::<ViewRecords>() else {
            return BTreeSet::new();
        };
        let page = records::list(
            &mut tx,
            &scope,
            &LeadFilter::default(),
            Sort::Newest,
            None,
            PageSize::new(200),
        )
        .await;
        page.unwrap().items.into_iter().map(|row| row.id).collect()
    }
}
