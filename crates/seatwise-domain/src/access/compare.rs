//! Two people side by side: what both have, what one of them has alone, and what would make them alike (D22).

use super::explain::ExplainError;
use crate::authz::{
    Caller, CheckAccess, Extent, FieldAccess, HeldRole, Key, Level, SeatKind, Supposition,
    ViewRecords, ViewUsers,
};
use crate::ids::UserId;
use crate::records::{self, LeadFilter};
use crate::store::{Count, Db, ReadTx, Reads};
use crate::{groups, positions, teams};

/// Who of the two has something, or has more of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// Both have the same.
    Both,
    /// The first has it alone, or more of it.
    First,
    /// The second has it alone, or more of it.
    Second,
    /// Each reaches what the other does not.
    Each,
}

impl Whose {
    /// The word in the API and in names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::First => "first",
            Self::Second => "second",
            Self::Each => "each",
        }
    }
}

/// One of the two.
#[derive(Debug, Clone)]
pub struct Side {
    /// The person.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// The person's level.
    pub level: Level,
    /// The kind of the person's seat.
    pub seat: SeatKind,
    /// The word of the person's state.
    pub state: String,
    /// How many leads the person sees, or would see if he could sign in.
    pub leads: Count,
}

/// A permission with how far it goes for each; within the limits of the seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PermissionPair {
    /// The permission.
    pub key: Key,
    /// How far it goes for the first.
    pub first: Extent,
    /// How far it goes for the second.
    pub second: Extent,
}

impl PermissionPair {
    /// Who goes further.
    pub const fn whose(&self) -> Whose {
        match (
            self.first.covers(self.second),
            self.second.covers(self.first),
        ) {
            (true, true) => Whose::Both,
            (true, false) => Whose::First,
            (false, true) => Whose::Second,
            (false, false) => Whose::Each,
        }
    }
}

/// Where somebody belongs to, or what is given to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A role.
    Role,
    /// A permission set.
    Set,
    /// A team.
    Team,
    /// A team that the person leads.
    LedTeam,
    /// A group.
    Group,
    /// A position.
    Position,
}

impl Kind {
    /// The word in the API and in names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Set => "set",
            Self::Team => "team",
            Self::LedTeam => "led-team",
            Self::Group => "group",
            Self::Position => "position",
        }
    }
}

/// Something that one of them or both have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Had {
    /// What it is.
    pub kind: Kind,
    /// What the account calls it; empty for the program's own roles.
    pub name: String,
    /// The key of a role, the public id of anything else.
    pub id: String,
    /// Who has it.
    pub whose: Whose,
}

/// A field of leads that is not free for one of them at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPair {
    /// The field, as roles name it.
    pub field: String,
    /// What the first may do with it.
    pub first: FieldAccess,
    /// What the second may do with it.
    pub second: FieldAccess,
}

/// Two people side by side.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The first.
    pub first: Side,
    /// The second.
    pub second: Side,
    /// Each permission that one of them has at least, in the order of the matrix.
    pub permissions: Vec<PermissionPair>,
    /// Roles, sets, teams, groups and positions.
    pub had: Vec<Had>,
    /// Fields that are not free for both.
    pub fields: Vec<FieldPair>,
    /// The roles and sets of the second that would bring the first closer, least first: a proposal to be looked
    /// at one by one. What the first has alone stays, and nothing is given by this.
    pub proposal: Vec<HeldRole>,
}

/// Compares two people, as somebody who may check access sees them.
pub async fn compare(
    db: &Db,
    caller: &Caller,
    first: UserId,
    second: UserId,
) -> Result<Comparison, ExplainError> {
    caller.scope::<CheckAccess>()?;
    caller.scope::<ViewUsers>()?;
    let mut tx = db.read().await?;
    let (one, first) = side(&mut tx, caller, first).await?;
    let (other, second) = side(&mut tx, caller, second).await?;
    let (held, others) = (one.held(), other.held());
    let permissions = Key::ALL.iter().map(|key| PermissionPair {
        key: *key,
        first: held.extent(*key),
        second: others.extent(*key),
    });
    let mut had = Vec::new();
    let (mine, theirs) = (
        belongs(&mut tx, caller, &one).await?,
        belongs(&mut tx, caller, &other).await?,
    );
    for (kind, id, name) in &mine {
        let both = theirs.iter().any(|(k, i, _)| (k, i) == (kind, id));
        let whose = if both { Whose::Both } else { Whose::First };
        had.push(line(*kind, id, name, whose));
    }
    for (kind, id, name) in &theirs {
        if mine.iter().all(|(k, i, _)| (k, i) != (kind, id)) {
            had.push(line(*kind, id, name, Whose::Second));
        }
    }
    had.sort();
    Ok(Comparison {
        permissions: permissions
            .filter(|pair| pair.first.any() || pair.second.any())
            .collect(),
        fields: fields(&one, &other),
        proposal: proposal(&one, &other),
        had,
        first,
        second,
    })
}

fn line(kind: Kind, id: &str, name: &str, whose: Whose) -> Had {
    Had {
        kind,
        name: name.to_owned(),
        id: id.to_owned(),
        whose,
    }
}

async fn side(
    tx: &mut ReadTx,
    caller: &Caller,
    user: UserId,
) -> Result<(Caller, Side), ExplainError> {
    let found = Caller::looked_at(tx, caller.tenant(), user).await?;
    let (person, state) = found.ok_or(ExplainError::NoSuchUser)?;
    let leads = match person.records::<ViewRecords>() {
        Ok(scope) => records::count(tx, &scope, &LeadFilter::default()).await?,
        Err(_) => Count::exact(0),
    };
    let identity = person.identity().ok_or(ExplainError::NoSuchUser)?;
    let side = Side {
        user,
        name: identity.name.clone(),
        level: identity.level,
        seat: identity.seat_kind,
        state,
        leads,
    };
    Ok((person, side))
}

type Place = (Kind, String, String);

/// What somebody holds and belongs to.
async fn belongs(
    tx: &mut impl Reads,
    caller: &Caller,
    person: &Caller,
) -> Result<Vec<Place>, ExplainError> {
    let scope = caller.scope::<ViewUsers>()?;
    let mut found: Vec<Place> = Vec::new();
    for role in &person.facts().roles {
        let kind = if role.set { Kind::Set } else { Kind::Role };
        found.push((kind, role.key.clone(), role.name.clone()));
    }
    let Some(user) = person.user() else {
        return Ok(found);
    };
    for place in teams::memberships(tx, &scope, user).await? {
        let kind = if place.manager {
            Kind::LedTeam
        } else {
            Kind::Team
        };
        found.push((kind, place.team.id.to_string(), place.team.name));
    }
    let of = groups::of_user(tx, &scope, user).await?;
    found.extend(
        of.into_iter()
            .map(|group| (Kind::Group, group.id.to_string(), group.name)),
    );
    if let Some((id, name)) = positions::of_user(tx, &scope, user).await? {
        found.push((Kind::Position, id.to_string(), name));
    }
    Ok(found)
}

fn fields(one: &Caller, other: &Caller) -> Vec<FieldPair> {
    let (mine, theirs) = (one.fields(), other.fields());
    let named = mine.iter().chain(theirs.iter()).map(|(field, _)| field);
    let named: std::collections::BTreeSet<&str> = named.collect();
    named
        .into_iter()
        .map(|field| FieldPair {
            field: field.to_owned(),
            first: mine.of(field),
            second: theirs.of(field),
        })
        .collect()
}

/// The roles and sets that the second has and the first has not, as far as one of them gives the first anything:
/// tried on the deciding function. Sets first, since they only add.
fn proposal(one: &Caller, other: &Caller) -> Vec<HeldRole> {
    let regular = |person: &Caller| {
        person
            .identity()
            .is_some_and(|of| of.seat_kind == SeatKind::Regular && of.level == Level::User)
    };
    if !regular(one) || !regular(other) {
        return Vec::new();
    }
    let has = |key: &str| one.facts().roles.iter().any(|role| role.key == key);
    let gives = |role: &&HeldRole| {
        let with = one.supposing(&[Supposition::Holds((*role).clone())]);
        let permissions = one.held().lacks(&with.held());
        !permissions.is_empty() || !one.fields().lacks(with.fields()).is_empty()
    };
    let mut found: Vec<HeldRole> = other
        .facts()
        .roles
        .iter()
        .filter(|role| !has(&role.key))
        .filter(gives)
        .cloned()
        .collect();
    found.sort_by(|a, b| (!a.set, &a.key).cmp(&(!b.set, &b.key)));
    found
}
