//! What the account of a test shall hold, said in one chain.

use std::collections::BTreeMap;

use seatwise_domain::authz::{Level, SeatKind};
use seatwise_domain::setup::{self, NewAccount};
use seatwise_domain::store::Db;
use seatwise_domain::users::HandOverChoice;

use crate::TestDb;
use crate::tenant::{PASSWORD, Tenant, email};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Life {
    Active,
    Pending,
    Deactivated,
}

struct Person {
    name: String,
    level: Level,
    kind: SeatKind,
    life: Life,
}

/// What the account of a test shall hold.
pub struct TenantBuilder<'a> {
    db: &'a Db,
    name: String,
    owner: String,
    seats: u64,
    team_seats: u64,
    people: Vec<Person>,
    leads: Vec<(String, String, usize)>,
}

impl TestDb {
    /// An account with an owner called "owner" and ten seats, unless the test wants it otherwise.
    pub fn tenant(&self) -> TenantBuilder<'_> {
        TenantBuilder::new(self)
    }
}

impl<'a> TenantBuilder<'a> {
    /// The same for a database that is opened otherwise.
    pub fn new(db: &'a Db) -> Self {
        Self {
            db,
            name: "Acme".to_owned(),
            owner: "owner".to_owned(),
            seats: 10,
            team_seats: 0,
            people: Vec::new(),
            leads: Vec::new(),
        }
    }

    /// The account's name; its address is made of it.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// How many sales seats there are, the owner's among them.
    #[must_use]
    pub fn seats(mut self, seats: u64) -> Self {
        self.seats = seats;
        self
    }

    /// How many team seats there are.
    #[must_use]
    pub fn team_seats(mut self, seats: u64) -> Self {
        self.team_seats = seats;
        self
    }

    /// The owner's name.
    #[must_use]
    pub fn owner(mut self, name: &str) -> Self {
        name.clone_into(&mut self.owner);
        self
    }

    fn person(mut self, name: &str, level: Level, kind: SeatKind, life: Life) -> Self {
        self.people.push(Person {
            name: name.to_owned(),
            level,
            kind,
            life,
        });
        self
    }

    /// An active admin.
    #[must_use]
    pub fn admin(self, name: &str) -> Self {
        self.person(name, Level::Admin, SeatKind::Regular, Life::Active)
    }

    /// An active user.
    #[must_use]
    pub fn user(self, name: &str) -> Self {
        self.person(name, Level::User, SeatKind::Regular, Life::Active)
    }

    /// An active user on a team seat.
    #[must_use]
    pub fn team_user(self, name: &str) -> Self {
        self.person(name, Level::User, SeatKind::Team, Life::Active)
    }

    /// Somebody who was invited and has not come yet.
    #[must_use]
    pub fn pending(self, name: &str) -> Self {
        self.person(name, Level::User, SeatKind::Regular, Life::Pending)
    }

    /// Somebody who left; the leads, if there are any, still have the name.
    #[must_use]
    pub fn leaver(self, name: &str) -> Self {
        self.person(name, Level::User, SeatKind::Regular, Life::Deactivated)
    }

    /// So many leads in the first open stage.
    #[must_use]
    pub fn leads(self, owner: &str, number: usize) -> Self {
        self.leads_in(owner, "prospecting", number)
    }

    /// So many leads in a stage. The owner "" stands for the unassigned inbox.
    #[must_use]
    pub fn leads_in(mut self, owner: &str, stage: &str, number: usize) -> Self {
        self.leads
            .push((owner.to_owned(), stage.to_owned(), number));
        self
    }

    /// Makes it all.
    pub async fn build(self) -> Tenant {
        let created = setup::create(self.db, &self.account())
            .await
            .expect("an account");
        let mut tenant = Tenant {
            db: self.db.clone(),
            id: created.account.id,
            slug: created.account.slug,
            owner: self.owner.clone(),
            people: BTreeMap::from([(self.owner.clone(), created.owner)]),
        };
        for person in &self.people {
            let id = tenant
                .invite_as(&person.name, person.level, person.kind)
                .await;
            if person.life != Life::Pending {
                tenant.activate(&person.name).await;
            }
            tenant.people.insert(person.name.clone(), id);
        }
        for (owner, stage, number) in &self.leads {
            tenant.add_leads(owner, stage, *number).await;
        }
        for person in self
            .people
            .iter()
            .filter(|person| person.life == Life::Deactivated)
        {
            tenant.deactivate(&person.name, HandOverChoice::Later).await;
        }
        tenant
    }

    fn account(&self) -> NewAccount {
        NewAccount {
            name: self.name.clone(),
            slug: String::new(),
            language: "en".to_owned(),
            time_zone: "Europe/Kyiv".to_owned(),
            currency: "EUR".to_owned(),
            seats: self.seats,
            team_seats: self.team_seats,
            owner_name: self.owner.clone(),
            owner_email: email(&self.owner, &self.name),
            owner_password: Some(PASSWORD.to_owned()),
            agent: None,
        }
    }
}
