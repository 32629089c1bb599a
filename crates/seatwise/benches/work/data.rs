//! The account that is measured: 10,000 users and as many leads as asked.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::authz::{AssignRecords, Caller, RecordScope, RunImports, Scope, Source};
use seatwise_domain::ids::{EventId, ImportId, TenantId, UserId};
use seatwise_domain::records::{self, Fields, ImportedLead, LeadState, Minor};
use seatwise_domain::setup;
use seatwise_domain::store::{Db, Reads as _, Sql};
use seatwise_testkit::TestDb;
use sqlx::{PgPool, SqlitePool};

use crate::people;

/// People of the account.
const USERS: usize = 10_000;
/// Leads of the one who is measured as a salesperson.
pub const OWN: usize = 1_000;
/// People who share the leads of an account that has worked for years.
const SELLERS: usize = 300;
/// Open leads of the one who leaves.
pub const LEAVING: usize = 10_000;

/// A database with its account.
pub struct World {
    pub db: TestDb,
    pub leads: usize,
    pub tenant: TenantId,
    pub owner: UserId,
    pub seller: UserId,
    pub leaver: UserId,
    pub heir: UserId,
    /// Everybody, those four first.
    pub people: Vec<UserId>,
    pub raw: Raw,
}

/// The bare database, for the figure to compare with.
pub enum Raw {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl World {
    pub async fn sqlite(leads: usize) -> Self {
        let db = TestDb::sqlite().await;
        let raw = bare(&db).await;
        Self::fill(db, raw, leads).await
    }

    /// None without a server for tests.
    pub async fn postgres(leads: usize) -> Option<Self> {
        let db = TestDb::postgres().await?;
        let pool = sqlx::postgres::PgPoolOptions::new().max_connections(2);
        let raw = pool.connect(db.url()).await.expect("a bare connection");
        Some(Self::fill(db, Raw::Postgres(raw), leads).await)
    }

    /// A million leads of three hundred people and five years, two thirds of which have ended.
    pub async fn of_years(db: TestDb) -> Self {
        let raw = bare(&db).await;
        Self::fill_with(db, raw, 1_000_000, |number, people| {
            let owner = people[4 + number % SELLERS];
            let mut lead = lead(number, owner);
            let days = i64::try_from(number * 7_919 % 1_826).expect("a small number");
            let opened = jiff::civil::date(2021, 1, 1) + jiff::Span::new().days(days);
            lead.opened_on = Some(opened);
            if let Some((stage, state)) = [
                None,
                Some(("won", LeadState::Won)),
                Some(("lost", LeadState::Lost)),
            ][number / SELLERS % 3]
            {
                lead.stage = stage.parse().expect("a stage of every account");
                lead.state = state;
                lead.closed_on = Some(opened + jiff::Span::new().days(40));
            }
            lead
        })
        .await
    }

    async fn fill(db: TestDb, raw: Raw, leads: usize) -> Self {
        Self::fill_with(db, raw, leads, |number, people| {
            lead(number, owner_of(number, leads, people))
        })
        .await
    }

    async fn fill_with(
        db: TestDb,
        raw: Raw,
        leads: usize,
        lead: impl Fn(usize, &[UserId]) -> ImportedLead,
    ) -> Self {
        eprintln!("{:?}: {USERS} users, {leads} leads", db.engine());
        let (tenant, people) = account(&db).await;
        // Without figures PostgreSQL looks for each lead's owner in the whole table.
        db.analyze().await.expect("figures for the planner");
        let [owner, seller, leaver, heir] = [people[0], people[1], people[2], people[3]];
        let caller = Caller::operator(tenant);
        let scope: Scope<RunImports> = caller.scope().expect("the operator may import");
        let mut made = 0;
        while made < leads {
            let count = 10_000.min(leads - made);
            let batch: Vec<ImportedLead> = (made..made + count)
                .map(|number| lead(number, &people))
                .collect();
            let mut tx = db.write().await.expect("a transaction");
            let (event, import): (EventId, ImportId) = (tx.id(), tx.id());
            records::insert_batch(&mut tx, &scope, event, import, &batch)
                .await
                .expect("leads");
            tx.commit(Audit::Housekeeping).await.expect("a commit");
            made += count;
        }
        db.analyze().await.expect("figures for the planner");
        Self {
            db,
            leads,
            tenant,
            owner,
            seller,
            leaver,
            heir,
            people,
            raw,
        }
    }

    pub fn server(&self) -> Option<&PgPool> {
        match &self.raw {
            Raw::Postgres(pool) => Some(pool),
            Raw::Sqlite(_) => None,
        }
    }

    pub fn name(&self) -> String {
        let size = if self.leads >= 1_000_000 {
            "1 M"
        } else {
            "100 k"
        };
        let engine = if self.server().is_some() {
            "PostgreSQL"
        } else {
            "SQLite"
        };
        format!("{engine}, {size} leads")
    }

    pub async fn caller(&self, user: UserId) -> Caller {
        let mut tx = self.db.read().await.expect("a snapshot");
        let caller = Caller::load(&mut tx, self.tenant, user, Source::Page).await;
        caller.expect("an answer").expect("an active person")
    }

    pub fn assigning(&self) -> RecordScope<AssignRecords> {
        Caller::operator(self.tenant)
            .records()
            .expect("the operator may assign")
    }

    pub async fn remove(self) {
        match self.raw {
            Raw::Sqlite(pool) => pool.close().await,
            Raw::Postgres(pool) => pool.close().await,
        }
        self.db.remove().await;
    }
}

async fn bare(db: &TestDb) -> Raw {
    let path = db.url().trim_start_matches("sqlite:").to_owned();
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .pragma("cache_size", "-16000")
        .busy_timeout(std::time::Duration::from_secs(10));
    let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
    Raw::Sqlite(pool.connect_with(options).await.expect("a bare connection"))
}

/// The leaver has 10,000 open leads, the seller 1,000, the others share the rest; spread over the whole
/// table, as years of work would be.
fn owner_of(number: usize, leads: usize, people: &[UserId]) -> UserId {
    let leaving = leads / LEAVING;
    if number.is_multiple_of(leaving) {
        return people[2];
    }
    let own = leads / OWN;
    if number % own == 1 {
        return people[1];
    }
    people[4 + number % (people.len() - 4)]
}

fn lead(number: usize, owner: UserId) -> ImportedLead {
    let amount = i64::try_from(number % 10_000).expect("a small number") * 100;
    ImportedLead {
        title: format!("Opportunity number {number}"),
        owner: Some(owner),
        stage: "engaging".parse().expect("a stage of every account"),
        state: LeadState::Open,
        value: Some(Minor(amount)),
        opened_on: Some(jiff::civil::date(2026, 1, 15)),
        closed_on: None,
        next_step: Some("Call the buyer".to_owned()),
        next_step_on: Some(jiff::civil::date(2026, 4, 1)),
        contact_name: Some("Käthe Müller".to_owned()),
        contact_email: Some(format!("buyer{number}@customer.example")),
        external_id: Some(format!("OPP-{number}")),
        fields: Fields::from([("product".to_owned(), "GTX Pro".to_owned())]),
        credit: None,
    }
}

async fn account(db: &Db) -> (TenantId, Vec<UserId>) {
    let new = people::new_account(USERS as u64 * 2);
    let created = setup::create(db, &new).await.expect("an account");
    let tenant = created.account.id;
    let mut tx = db.write().await.expect("a transaction");
    let now = tx.now();
    let mut people = vec![created.owner];
    people.extend((1..USERS).map(|_| tx.id::<UserId>()));
    for (number, chunk) in people.chunks(500).enumerate() {
        let insert = Sql::new(
            "insert into users (tenant_id, id, state, level, seat_kind, name, name_key, email, email_key, search_key,
                    state_rank, created_at, updated_at) values ",
        );
        let rows = chunk
            .iter()
            .enumerate()
            .filter(|(index, _)| number + index > 0)
            .map(|(index, id)| {
                let number = number * 500 + index;
                // The four who are measured own more than anybody would: they come last.
                let first = if number < 4 { "zora" } else { "person" };
                let name = format!("{first} {number:05}");
                let email = format!("person{number:05}@acme.example");
                let search = format!("{name} {email}");
                args![
                    tenant,
                    *id,
                    "active",
                    "user",
                    "regular",
                    name.clone(),
                    name,
                    email.clone(),
                    email,
                    search,
                    // They are active: behind them stand those who have left.
                    0_i64,
                    now,
                    now
                ]
            });
        tx.run(insert.rows(rows)).await.expect("people");
    }
    let tally = Sql::default().push(
        "update user_tallies set number = $? where tenant_id = $? and state = 'active'",
        args![USERS, tenant],
    );
    assert_eq!(tx.run(tally).await.expect("a number"), 1);
    tx.commit(Audit::Housekeeping).await.expect("a commit");
    (tenant, people)
}
