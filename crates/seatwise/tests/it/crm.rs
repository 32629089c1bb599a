//! An account with people and leads, written straight into the tables: what comes before the act under test.

use std::collections::HashMap;

use seatwise_domain::audit::Audit;
use seatwise_domain::authz::{
    AssignRecords, Caller, RecordScope, RunImports, Scope, Source, ViewRecords,
};
use seatwise_domain::ids::{EventId, ImportId, RecordId, TenantId, UserId};
use seatwise_domain::records::{self, Fields, ImportedLead, LeadState, Minor};
use seatwise_domain::store::{Db, ReadTx, Reads as _, Sql};
use seatwise_domain::{args, handover, roles};
use seatwise_testkit::TestDb;

/// The stages of a new account, by the word of their state, with what a lead there shows.
pub const STAGES: [(&str, LeadState); 5] = [
    ("prospecting", LeadState::Open),
    ("engaging", LeadState::Open),
    ("won", LeadState::Won),
    ("lost", LeadState::Lost),
    ("cancelled", LeadState::Cancelled),
];

pub struct Crm<'d> {
    pub db: &'d Db,
    pub tenant: TenantId,
    people: HashMap<&'static str, UserId>,
}

impl<'d> Crm<'d> {
    /// The account "acme" with its owner `olga`; everybody sees own leads only.
    pub async fn new(db: &'d TestDb) -> Self {
        let mut tx = db.write().await.unwrap();
        let tenant: TenantId = tx.id();
        let now = tx.now();
        let insert = Sql::new(
            "insert into tenants (id, slug, name, language, time_zone, currency, plan_key, seat_mode, lead_visibility,
                    hide_inactive, settings, created_at) values ",
        );
        let slug = tenant.to_string();
        let settings = serde_json::json!({});
        let row = args![
            tenant,
            slug,
            "Acme",
            "en",
            "Europe/Kyiv",
            "EUR",
            "standard",
            "licensed",
            "own",
            false,
            settings,
            now
        ];
        tx.run(insert.rows([row])).await.unwrap();
        roles::add_builtin(&mut tx, tenant).await.unwrap();
        records::add_default_stages(&mut tx, tenant).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
        let mut crm = Self {
            db,
            tenant,
            people: HashMap::new(),
        };
        crm.person("olga", "owner", "active", "regular").await;
        crm
    }

    pub async fn person(
        &mut self,
        name: &'static str,
        level: &str,
        state: &str,
        seat_kind: &str,
    ) -> UserId {
        let mut tx = self.db.write().await.unwrap();
        let id: UserId = tx.id();
        let now = tx.now();
        let insert = Sql::new(
            "insert into users (tenant_id, id, state, level, seat_kind, name, name_key, search_key, state_rank,
                    created_at, updated_at) values ",
        );
        let row = args![
            self.tenant,
            id,
            state,
            level,
            seat_kind,
            name,
            name,
            name,
            0_i64,
            now,
            now
        ];
        tx.run(insert.rows([row])).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
        self.people.insert(name, id);
        id
    }

    /// An active user with a sales seat.
    pub async fn user(&mut self, name: &'static str) -> UserId {
        self.person(name, "user", "active", "regular").await
    }

    pub fn id(&self, name: &str) -> UserId {
        self.people[name]
    }

    /// What the deactivation leaves behind, as far as leads are concerned.
    pub async fn set_state(&self, name: &str, state: &str) {
        let update = Sql::default().push(
            "update users set state = $?, state_rank = $? where tenant_id = $? and id = $?",
            args![
                state,
                i64::from(state == "deactivated"),
                self.tenant,
                self.id(name)
            ],
        );
        self.change(update).await;
    }

    pub async fn set_visibility(&self, visibility: &str) {
        let update = Sql::default().push(
            "update tenants set lead_visibility = $? where id = $?",
            args![visibility, self.tenant],
        );
        self.change(update).await;
    }

    pub async fn change(&self, sql: Sql) {
        let mut tx = self.db.write().await.unwrap();
        tx.run(sql).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
    }

    pub async fn caller(&self, name: &str) -> Caller {
        let mut tx = self.db.read().await.unwrap();
        let found = Caller::load(&mut tx, self.tenant, self.id(name), Source::Page).await;
        found.unwrap().expect("an active person")
    }

    pub async fn view(&self, name: &str) -> RecordScope<ViewRecords> {
        self.caller(name).await.records().unwrap()
    }

    pub fn assigning(&self) -> RecordScope<AssignRecords> {
        Caller::operator(self.tenant).records().unwrap()
    }

    pub fn importing(&self) -> Scope<RunImports> {
        Caller::operator(self.tenant).scope().unwrap()
    }

    pub fn seeing(&self) -> RecordScope<ViewRecords> {
        Caller::operator(self.tenant).records().unwrap()
    }

    pub async fn read(&self) -> ReadTx {
        self.db.read().await.unwrap()
    }

    /// Leads of a person (or nobody), one after the other through the stages, worth 100.00, 200.00 and so on.
    pub async fn leads(&self, owner: Option<&str>, count: usize) -> Vec<RecordId> {
        let owner = owner.map(|name| self.id(name));
        let leads: Vec<ImportedLead> = (0..count).map(|number| sample(number, owner)).collect();
        self.put(&leads).await
    }

    /// Many come in two parts with figures for the planner in between, without which PostgreSQL checks each by a walk
    /// through those before.
    pub async fn put(&self, leads: &[ImportedLead]) -> Vec<RecordId> {
        let (first, rest) = leads.split_at(if leads.len() > 1_000 { 500 } else { 0 });
        let mut ids = Vec::new();
        if !first.is_empty() {
            ids = self.put_at_once(first).await;
            self.db.analyze().await.unwrap();
        }
        ids.extend(self.put_at_once(rest).await);
        ids
    }

    async fn put_at_once(&self, leads: &[ImportedLead]) -> Vec<RecordId> {
        let mut tx = self.db.write().await.unwrap();
        let scope = self.importing();
        let event: EventId = tx.id();
        let import: ImportId = tx.id();
        let ids = records::insert_batch(&mut tx, &scope, event, import, leads).await;
        let line = seatwise_domain::audit::Event::new(seatwise_domain::audit::EventKind::ImportRun);
        let audit = Audit::by(&scope, line.with_id(event));
        tx.commit(audit).await.unwrap();
        ids.unwrap()
    }

    /// How many leads each person has, by name; nobody's under "".
    pub async fn owners(&self) -> HashMap<String, u64> {
        let mut tx = self.read().await;
        let sql = Sql::default().push(
            "select coalesce(u.name, ''), count(*) from records r
               left join users u on u.tenant_id = r.tenant_id and u.id = r.owner_id
              where r.tenant_id = $? group by coalesce(u.name, '')",
            args![self.tenant],
        );
        let rows = tx.rows(sql).await.unwrap();
        rows.iter()
            .map(|row| {
                let mut row = row.reader();
                (row.text().unwrap(), row.count().unwrap())
            })
            .collect()
    }

    /// How many of somebody's leads are in each stage.
    pub async fn stages_of(&self, name: &str) -> HashMap<String, u64> {
        let mut tx = self.read().await;
        let counts = records::of_user(&mut tx, &self.seeing(), self.id(name)).await;
        let counts = counts.unwrap().into_iter();
        counts
            .filter(|count| count.count > 0)
            .map(|count| (count.stage.key.to_string(), count.count))
            .collect()
    }

    pub async fn number(&self, sql: &'static str) -> u64 {
        let mut tx = self.read().await;
        let sql = Sql::default().push(sql, args![self.tenant]);
        tx.number(sql).await.unwrap()
    }

    pub async fn hand_over(&self, id: EventId) -> handover::HandOver {
        let mut tx = self.read().await;
        let found = handover::show(&mut tx, &self.assigning(), id).await;
        found.unwrap().expect("a hand-over")
    }
}

pub fn sample(number: usize, owner: Option<UserId>) -> ImportedLead {
    let (stage, state) = STAGES[number % STAGES.len()];
    ImportedLead {
        title: format!("Lead {number:05}"),
        owner,
        stage: stage.parse().unwrap(),
        state,
        value: Some(Minor((i64::try_from(number).unwrap() + 1) * 10_000)),
        opened_on: None,
        closed_on: None,
        next_step: None,
        next_step_on: None,
        contact_name: None,
        contact_email: None,
        external_id: None,
        fields: Fields::new(),
        credit: None,
    }
}

pub fn counts(pairs: &[(&str, u64)]) -> HashMap<String, u64> {
    pairs
        .iter()
        .map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}
