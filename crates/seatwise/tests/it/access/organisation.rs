//! A random organisation, written straight into the tables: people, teams, positions, groups, roles, rules and
//! shares, all from one seed that a failing test prints.

use std::ops::Range;

use seatwise_domain::args;
use seatwise_domain::authz::Key;
use seatwise_domain::clock::Timestamp;
use seatwise_domain::ids::{Ids, RecordId, UserId};
use seatwise_domain::records::ImportedLead;
use seatwise_domain::store::{Args, Engine, Sql};
use seatwise_testkit::TestDb;
use uuid::Uuid;

use super::clerk::every_field;
use crate::crm::{Crm, sample};

const NAMES: [&str; 9] = [
    "ada", "bea", "cem", "dan", "eva", "fin", "gil", "hal", "ida",
];
const EXTENTS: [&str; 6] = ["none", "own", "privacy", "team", "subordinates", "all"];

/// The random organisations of a test: a third of them on PostgreSQL, where each takes three times as long. The rules are
/// the same there, only what the database makes of their statements can differ.
pub fn seeds(db: &TestDb, all: Range<u64>) -> Range<u64> {
    match db.engine() {
        Engine::Sqlite => all,
        Engine::Postgres => all.start..all.start + (all.end - all.start).div_ceil(3),
    }
}

pub struct Organisation<'d> {
    pub crm: Crm<'d>,
    pub people: Vec<UserId>,
    pub leads: Vec<RecordId>,
    rng: Ids,
}

impl<'d> Organisation<'d> {
    pub async fn new(db: &'d TestDb, seed: u64) -> Self {
        let mut made = Self {
            crm: Crm::new(db).await,
            people: Vec::new(),
            leads: Vec::new(),
            rng: Ids::from_seed(seed),
        };
        made.people().await;
        made.roles().await;
        let teams = made.teams().await;
        let positions = made.positions().await;
        let groups = made.groups().await;
        made.leads().await;
        made.share(&[teams, positions, groups].concat()).await;
        made.switches().await;
        made.visibility_groups().await;
        made
    }

    fn below(&self, number: usize) -> usize {
        usize::try_from(self.rng.below(number as u64)).unwrap()
    }

    fn pick<T: Copy>(&self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn chance(&self, percent: u64) -> bool {
        self.rng.below(100) < percent
    }

    async fn insert(&self, into: &'static str, rows: Vec<Args>) {
        if !rows.is_empty() {
            let sql = Sql::new(into)
                .rows(rows)
                .push(" on conflict do nothing", args![]);
            self.crm.change(sql).await;
        }
    }

    fn id(&self) -> Uuid {
        self.rng.next::<UserId>(Timestamp::from_micros(1)).0
    }

    async fn people(&mut self) {
        for name in NAMES {
            let kind = if self.chance(15) { "team" } else { "regular" };
            let level = if self.chance(10) && kind == "regular" {
                "admin"
            } else {
                "user"
            };
            let id = self.crm.person(name, level, "active", kind).await;
            self.people.push(id);
        }
    }

    async fn roles(&mut self) {
        let tenant = self.crm.tenant;
        let now = 1_i64;
        let mut rows = Vec::new();
        for number in 0..4 {
            let kind = if number == 3 { "set" } else { "role" };
            let mut grants = serde_json::Map::new();
            for key in Key::ALL.iter().filter(|key| key.has_reach()) {
                let extent = self.pick(&EXTENTS);
                grants.insert(key.as_str().to_owned(), extent.into());
            }
            let key = format!("role-{number}");
            rows.push(args![
                tenant,
                key.as_str(),
                kind,
                key.as_str(),
                key.as_str(),
                "",
                serde_json::Value::from(grants),
                serde_json::Value::from(self.fields(kind)),
                now,
                now
            ]);
        }
        self.insert(
            "insert into roles (tenant_id, role_key, kind, name, name_key, description, grants, fields, created_at,
                    updated_at) values ",
            rows,
        )
        .await;
        let mut held = Vec::new();
        for user in self.people.clone() {
            for number in 0..4 {
                if self.chance(30) {
                    let expires: Option<i64> = self.chance(25).then_some(1);
                    held.push(args![tenant, user, format!("role-{number}"), expires, now]);
                }
            }
        }
        self.insert(
            "insert into user_roles (tenant_id, user_id, role_key, expires_at, granted_at) values ",
            held,
        )
        .await;
    }

    /// What a role says of fields: often nothing, and a set only lifts.
    fn fields(&self, kind: &str) -> serde_json::Map<String, serde_json::Value> {
        let mut fields = serde_json::Map::new();
        for field in every_field() {
            if self.chance(40) {
                let said = if kind == "set" {
                    ["read", "edit"]
                } else {
                    ["hidden", "read"]
                };
                fields.insert(field.to_owned(), self.pick(&said).into());
            }
        }
        fields
    }

    async fn teams(&mut self) -> Vec<(&'static str, Uuid)> {
        let tenant = self.crm.tenant;
        let teams: Vec<Uuid> = (0..3).map(|_| self.id()).collect();
        let rows = teams
            .iter()
            .map(|id| args![tenant, *id, "Team", id.to_string(), 1_i64]);
        self.insert(
            "insert into teams (tenant_id, id, name, name_key, created_at) values ",
            rows.collect(),
        )
        .await;
        let mut members = Vec::new();
        for user in self.people.clone() {
            for team in &teams {
                if self.chance(30) {
                    let manager = self.chance(35);
                    members.push(args![tenant, *team, user, manager, 1_i64]);
                }
            }
        }
        self.insert(
            "insert into team_members (tenant_id, team_id, user_id, manager, joined_at) values ",
            members,
        )
        .await;
        teams.into_iter().map(|id| ("team", id)).collect()
    }

    async fn positions(&mut self) -> Vec<(&'static str, Uuid)> {
        let tenant = self.crm.tenant;
        let mut positions: Vec<Uuid> = Vec::new();
        for _ in 0..5 {
            let parent = (!positions.is_empty()).then(|| self.pick(&positions));
            let id = self.id();
            let row = args![tenant, id, parent, "Position", id.to_string(), 1_i64];
            self.insert(
                "insert into positions (tenant_id, id, parent_id, name, name_key, created_at) values ",
                vec![row],
            )
            .await;
            positions.push(id);
        }
        for user in self.people.clone() {
            if self.chance(70) {
                let position = self.pick(&positions);
                let set = Sql::default().push(
                    "update users set position_id = $? where tenant_id = $? and id = $?",
                    args![position, tenant, user],
                );
                self.crm.change(set).await;
            }
        }
        positions.into_iter().map(|id| ("position", id)).collect()
    }

    async fn groups(&mut self) -> Vec<(&'static str, Uuid)> {
        let tenant = self.crm.tenant;
        let group = self.id();
        self.insert(
            "insert into user_groups (tenant_id, id, name, name_key, created_at) values ",
            vec![args![tenant, group, "Group", "group", 1_i64]],
        )
        .await;
        let mut members = Vec::new();
        for user in self.people.clone() {
            if self.chance(40) {
                members.push(args![tenant, group, user, 1_i64]);
            }
        }
        self.insert(
            "insert into group_members (tenant_id, group_id, user_id, joined_at) values ",
            members,
        )
        .await;
        vec![("group", group)]
    }

    /// Three visibility groups in one tree and one alone; everybody is in one of them at most.
    async fn visibility_groups(&mut self) {
        let tenant = self.crm.tenant;
        let mut groups: Vec<Uuid> = Vec::new();
        for number in 0..4 {
            let parent = (number == 1 || number == 2).then(|| self.pick(&groups));
            let id = self.id();
            let row = args![tenant, id, parent, "Sight", id.to_string(), true, 1_i64];
            self.insert(
                "insert into user_groups (tenant_id, id, parent_id, name, name_key, visible, created_at) values ",
                vec![row],
            )
            .await;
            groups.push(id);
        }
        let mut members = Vec::new();
        for user in self.people.clone() {
            if self.chance(65) {
                let group = self.pick(&groups);
                members.push(args![tenant, group, user, 1_i64, true]);
            }
        }
        self.insert(
            "insert into group_members (tenant_id, group_id, user_id, joined_at, sight) values ",
            members,
        )
        .await;
    }

    async fn leads(&mut self) {
        for name in NAMES {
            let number = self.below(5);
            self.add_leads(Some(name), number).await;
        }
        self.add_leads(None, 3).await;
    }

    /// Leads of somebody in which every field is filled.
    async fn add_leads(&mut self, owner: Option<&str>, count: usize) {
        let owner = owner.map(|name| self.crm.id(name));
        let day = Some(jiff::civil::date(2026, 2, 1));
        let text = |text: &str| Some(text.to_owned());
        let leads: Vec<_> = (0..count)
            .map(|number| ImportedLead {
                opened_on: day,
                closed_on: day,
                next_step: text("Call"),
                next_step_on: day,
                contact_name: text("Quentin"),
                contact_email: text("quentin@customer.example"),
                external_id: Some(self.id().to_string()),
                fields: [("region".to_owned(), "North".to_owned())].into(),
                ..sample(number, owner)
            })
            .collect();
        self.leads.extend(self.crm.put(&leads).await);
    }

    async fn share(&mut self, parties: &[(&'static str, Uuid)]) {
        let tenant = self.crm.tenant;
        let people = self.people.iter().map(|user| ("user", user.0));
        let parties: Vec<(&'static str, Uuid)> = parties.iter().copied().chain(people).collect();
        let (mut rules, mut shares) = (Vec::new(), Vec::new());
        for _ in 0..4 {
            let (from, to) = (self.pick(&parties), self.pick(&parties));
            let (id, edit) = (self.id(), self.chance(50));
            rules.push(args![tenant, id, from.0, from.1, to.0, to.1, edit, 1_i64]);
        }
        for _ in 0..6 {
            let (lead, to, edit) = (self.pick(&self.leads), self.pick(&parties), self.chance(50));
            shares.push(args![tenant, to.1, lead, to.0, edit, 1_i64]);
        }
        self.insert(
            "insert into sharing_rules (tenant_id, id, from_kind, from_id, to_kind, to_id, may_edit, created_at) values ",
            rules,
        )
        .await;
        self.insert(
            "insert into record_shares (tenant_id, grantee_id, record_id, grantee_kind, may_edit, created_at) values ",
            shares,
        )
        .await;
    }

    async fn switches(&mut self) {
        let visibility = self.pick(&["own", "team", "all"]);
        self.crm.set_visibility(visibility).await;
        let (teams, superiors) = (self.chance(70), self.chance(60));
        let set = Sql::default().push(
            "update tenants set teams_on = $?, superiors_see = $? where id = $?",
            args![teams, superiors, self.crm.tenant],
        );
        self.crm.change(set).await;
    }
}
