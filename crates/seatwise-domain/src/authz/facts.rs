//! What decides over a person's access beside level and seat: roles, teams, groups, position, sharing.
//! One statement loads all of it.

use super::fields::FieldRules;
use super::givable::Givable;
use super::grants::{Extent, Grants};
use super::permission::{Key, Level, SeatKind, UnknownWord};
use super::sql::Identity;
use crate::args;
use crate::clock::Timestamp;
use crate::ids::{GroupId, PositionId, TeamId, UserId};
use crate::stmt;
use crate::store::{Reader, Reads, StoreError};

/// How far users see each other's leads (N20 to N25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Own leads only.
    Own,
    /// Those of the people in one's teams; own leads only while teams are off.
    Team,
    /// All leads of the account.
    All,
}

impl Visibility {
    /// All settings, narrowest first.
    pub const ALL: [Self; 3] = [Self::Own, Self::Team, Self::All];

    /// The word in the database and in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Team => "team",
            Self::All => "all",
        }
    }
}

impl std::str::FromStr for Visibility {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let found = Self::ALL.into_iter().find(|word| word.as_str() == text);
        found.ok_or(UnknownWord)
    }
}

/// A side of sharing: whose records, or with whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// One person.
    User(UserId),
    /// The members of a team.
    Team(TeamId),
    /// The members of a group.
    Group(GroupId),
    /// The people who hold a position.
    Position(PositionId),
}

impl Party {
    /// From the words of the database.
    pub fn of(kind: &str, id: uuid::Uuid) -> Result<Self, UnknownWord> {
        Ok(match kind {
            "user" => Self::User(id.into()),
            "team" => Self::Team(id.into()),
            "group" => Self::Group(id.into()),
            "position" => Self::Position(id.into()),
            _ => return Err(UnknownWord),
        })
    }

    /// The word in the database and in the API.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::User(_) => "user",
            Self::Team(_) => "team",
            Self::Group(_) => "group",
            Self::Position(_) => "position",
        }
    }

    /// The id without its type.
    pub const fn id(self) -> uuid::Uuid {
        match self {
            Self::User(id) => id.0,
            Self::Team(id) => id.0,
            Self::Group(id) => id.0,
            Self::Position(id) => id.0,
        }
    }
}

/// A role or permission set that somebody holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// Its key within the account.
    pub key: String,
    /// The name that the account gave it; empty for the program's own.
    pub name: String,
    /// True for a permission set, which only adds (P54).
    pub set: bool,
    /// True when it is held because nothing else was given (P67).
    pub by_default: bool,
    /// Until when.
    pub expires_at: Option<Timestamp>,
    /// What it gives.
    pub grants: Grants,
    /// What it says of fields.
    pub fields: FieldRules,
}

/// What decides over a person's access beside level and seat.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The roles and sets in force.
    pub roles: Vec<HeldRole>,
    /// Those that would be in force on a sales seat.
    pub(super) on_sales_seat: Vec<HeldRole>,
    /// The teams the person belongs to; those the person leads are among them.
    pub teams: Vec<TeamId>,
    /// The teams the person leads; none while teams are off (N19).
    pub led: Vec<TeamId>,
    /// The teams the person would lead if teams were on.
    pub(super) leads_if_on: Vec<TeamId>,
    /// The groups the person belongs to.
    pub groups: Vec<GroupId>,
    /// Whose records rules share with the person, and whether to edit them.
    pub rules: Vec<(Party, bool)>,
    /// The person's visibility group and those below it (P56).
    pub sight: Vec<GroupId>,
    /// Whether single records are shared with the person.
    pub shares: bool,
}

stmt!(
    FACTS = "select 'role', r.role_key, r.kind, r.name, r.grants, r.fields, r.givable, ur.expires_at, cast(null as uuid), false
               from user_roles ur
               join roles r on r.tenant_id = ur.tenant_id and r.role_key = ur.role_key
              where ur.tenant_id = $1 and ur.user_id = $2 and (ur.expires_at is null or ur.expires_at > $3)
                and (ur.starts_at is null or ur.starts_at <= $3)
             union all
             select 'default', r.role_key, r.kind, r.name, r.grants, r.fields, r.givable, cast(null as bigint), cast(null as uuid),
                    r.role_key = 'team-user'
               from tenants t
               join roles r on r.tenant_id = t.id and r.role_key in (t.default_role_key, 'team-user')
              where t.id = $1
             union all
             select 'team', '', '', '', cast(null as jsonb), cast(null as jsonb), cast(null as jsonb), cast(null as bigint), m.team_id, m.manager
               from team_members m where m.tenant_id = $1 and m.user_id = $2
             union all
             select 'group', '', '', '', cast(null as jsonb), cast(null as jsonb), cast(null as jsonb), cast(null as bigint), g.group_id, false
               from group_members g where g.tenant_id = $1 and g.user_id = $2
             union all
             select 'rule', s.from_kind, '', '', cast(null as jsonb), cast(null as jsonb), cast(null as jsonb), cast(null as bigint), s.from_id,
                    s.may_edit
               from sharing_rules s
              where s.tenant_id = $1
                and s.to_id in (select $2 union all
                                select team_id from team_members where tenant_id = $1 and user_id = $2 union all
                                select group_id from group_members where tenant_id = $1 and user_id = $2 union all
                                select position_id from users
                                 where tenant_id = $1 and id = $2 and position_id is not null)
             union all
             select 'sight', '', '', '', cast(null as jsonb), cast(null as jsonb), cast(null as jsonb), cast(null as bigint), s.id, false
               from (with recursive below(id) as (
                         select m.group_id from group_members m where m.tenant_id = $1 and m.user_id = $2 and m.sight
                         union
                         select g.id from below b cross join user_groups g
                          where g.tenant_id = $1 and g.parent_id = b.id)
                     select id from below) as s
             union all
             select 'shares', '', '', '', cast(null as jsonb), cast(null as jsonb), cast(null as jsonb), cast(null as bigint), cast(null as uuid),
                    true
               from tenants t
              where t.id = $1
                and exists (select 1 from record_shares s
                             where s.tenant_id = $1
                               and s.grantee_id in (select $2 union all
                                    select team_id from team_members where tenant_id = $1 and user_id = $2 union all
                                    select group_id from group_members where tenant_id = $1 and user_id = $2 union all
                                    select position_id from users
                                     where tenant_id = $1 and id = $2 and position_id is not null))"
);

impl Facts {
    /// Loads what decides over a person.
    pub(super) async fn load(tx: &mut impl Reads, of: &Identity) -> Result<Self, StoreError> {
        let now = tx.now();
        Self::load_on(tx, of, now).await
    }

    /// Loads what would decide over a person at a moment, by the dates of his roles (P55).
    pub(super) async fn load_on(
        tx: &mut impl Reads,
        of: &Identity,
        at: Timestamp,
    ) -> Result<Self, StoreError> {
        if of.level >= Level::Admin && of.seat_kind == SeatKind::Regular {
            // An admin may do all of it, whatever else he is.
            return Ok(Self::default());
        }
        let rows = tx.rows(FACTS.with(args![of.tenant, of.user, at])).await?;
        let mut facts = Self::default();
        let (mut first, mut of_team_seat) = (None, None);
        for row in &rows {
            let mut row = row.reader();
            match row.text()?.as_str() {
                "role" => facts.roles.push(held(&mut row, false)?.0),
                "default" => match held(&mut row, true)? {
                    (role, true) if of.seat_kind == SeatKind::Team => of_team_seat = Some(role),
                    (role, _) if role.key == of.default_role => first = Some(role),
                    _ => {}
                },
                "team" => {
                    row.skip(7);
                    let team = row.id()?;
                    facts.teams.push(team);
                    if row.bool()? {
                        facts.led.push(team);
                    }
                }
                "group" => {
                    row.skip(7);
                    facts.groups.push(row.id()?);
                }
                "rule" => {
                    let kind = row.text()?;
                    row.skip(6);
                    let party = Party::of(&kind, row.id::<uuid::Uuid>()?)
                        .map_err(|error| StoreError::Fault(Box::new(error)))?;
                    facts.rules.push((party, row.bool()?));
                }
                "sight" => {
                    row.skip(7);
                    facts.sight.push(row.id()?);
                }
                _ => facts.shares = true,
            }
        }
        facts.settle(of, first, of_team_seat);
        Ok(facts)
    }

    /// Gives the default role to whoever has none, and the one of team seats to whoever sits on one (Z9).
    fn settle(&mut self, of: &Identity, first: Option<HeldRole>, of_team_seat: Option<HeldRole>) {
        let own = |key: &str, grants| HeldRole {
            key: key.to_owned(),
            name: String::new(),
            set: false,
            by_default: true,
            expires_at: None,
            grants,
            fields: FieldRules::default(),
        };
        let roleless = self.roles.iter().all(|role| role.set);
        if of.level == Level::User && !of.service && roleless {
            let role = first.unwrap_or_else(|| own("sales", Grants::sales()));
            self.roles.push(role);
        }
        self.roles
            .sort_by(|a, b| (a.set, &a.key).cmp(&(b.set, &b.key)));
        if of.seat_kind == SeatKind::Team {
            let role = of_team_seat.unwrap_or_else(|| own("team-user", Grants::team_user()));
            self.on_sales_seat = std::mem::replace(&mut self.roles, vec![role]);
        }
        self.leads_if_on = self.led.clone();
        if !of.teams_on {
            self.led.clear();
        }
    }

    /// What the person's level, roles, teams and position give together, before the seat's limit.
    pub(super) fn grants(&self, of: &Identity) -> Grants {
        let mut grants = Grants::of_level(of.level);
        for role in &self.roles {
            grants.merge(&role.grants);
        }
        if !self.led.is_empty() {
            grants.merge(&Grants::team_manager());
        }
        if of.superiors_see && of.position.is_some() {
            for key in [Key::ViewRecords, Key::ViewStatistics] {
                if grants.has(key) {
                    grants.add(key, Extent::SUBORDINATES);
                }
            }
        }
        grants
    }

    /// What the person's roles say of fields together.
    pub(super) fn fields(&self) -> FieldRules {
        let mut roles = self.roles.iter().filter(|role| !role.set);
        let Some(first) = roles.next() else {
            return FieldRules::default();
        };
        let mut fields = first.fields.clone();
        for role in roles {
            fields.merge_role(&role.fields);
        }
        for set in self.roles.iter().filter(|role| role.set) {
            fields.lift(&set.fields);
        }
        fields
    }
}

fn held(row: &mut Reader<'_>, by_default: bool) -> Result<(HeldRole, bool), StoreError> {
    let key = row.text()?;
    let set = row.text()? == "set";
    let name = row.text()?;
    let grants = row.json_opt()?;
    let fields = row.json_opt()?;
    let givable = row.json_opt()?;
    let expires_at = row.at_opt()?;
    row.skip(1);
    let of_team_seat = row.bool()?;
    let role = HeldRole {
        grants: grants_of(&key, grants, givable)?,
        key,
        name,
        set,
        by_default,
        expires_at,
        fields: fields_of(fields)?,
    };
    Ok((role, of_team_seat))
}

/// What a role gives, by its columns; the program's own roles without one give what the program says.
pub fn grants_of(
    key: &str,
    column: Option<serde_json::Value>,
    givable: Option<serde_json::Value>,
) -> Result<Grants, StoreError> {
    let fault = |error| StoreError::Fault(Box::new(error));
    let mut grants = match column {
        Some(json) => Grants::of_words(&serde_json::from_value(json).map_err(fault)?),
        None if key == "team-user" => Grants::team_user(),
        None if key == "sales" => Grants::sales(),
        None => Grants::default(),
    };
    grants.set_givable(Givable::of_column(givable)?);
    Ok(grants)
}

/// What a role says of fields, by its column.
pub fn fields_of(column: Option<serde_json::Value>) -> Result<FieldRules, StoreError> {
    let Some(json) = column else {
        return Ok(FieldRules::default());
    };
    let rules = serde_json::from_value(json);
    rules.map_err(|error| StoreError::Fault(Box::new(error)))
}
