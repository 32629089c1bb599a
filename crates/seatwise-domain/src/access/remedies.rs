//! The smallest change that would allow what is denied: tried on the deciding function, never guessed.

use super::branches;
use super::explain::LeadRef;
use super::sql;
use crate::authz::{Caller, Extent, Grants, Key, SeatKind, Shared, Supposition, Visibility};
use crate::ids::UserId;
use crate::store::{Reads, StoreError};

/// What would have to be done together to allow it; each part is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The parts, what must come first first.
    pub parts: Vec<Supposition>,
}

/// At most this many remedies of the same size are told.
const TOLD: usize = 5;

/// What was denied to whom.
#[derive(Debug)]
pub(super) struct About<'a> {
    pub(super) person: &'a Caller,
    pub(super) signs_in: bool,
    pub(super) key: Key,
    pub(super) lead: Option<&'a LeadRef>,
    pub(super) to: Option<UserId>,
    pub(super) plan_has_teams: bool,
}

/// The smallest sets of changes that would allow it, each tried on the deciding function; least first. Empty
/// where only the owner may do it.
pub(super) async fn smallest(
    tx: &mut impl Reads,
    about: &About<'_>,
) -> Result<Vec<Remedy>, StoreError> {
    if about.key.is_owners() {
        return Ok(Vec::new());
    }
    let must = musts(about);
    if would_do(tx, about, &must).await? {
        return Ok(vec![Remedy { parts: must }]);
    }
    let could = candidates(tx, about).await?;
    let mut found = Vec::new();
    for one in &could {
        let parts: Vec<Supposition> = must.iter().chain([one]).cloned().collect();
        if would_do(tx, about, &parts).await? {
            found.push(Remedy { parts });
        }
        if found.len() == TOLD {
            break;
        }
    }
    if found.is_empty() {
        found = pairs(tx, about, &must, &could).await?;
    }
    Ok(found)
}

async fn pairs(
    tx: &mut impl Reads,
    about: &About<'_>,
    must: &[Supposition],
    could: &[Supposition],
) -> Result<Vec<Remedy>, StoreError> {
    let mut found = Vec::new();
    for (index, one) in could.iter().enumerate() {
        for other in &could[index + 1..] {
            let parts: Vec<Supposition> = must.iter().chain([one, other]).cloned().collect();
            if would_do(tx, about, &parts).await? {
                found.push(Remedy { parts });
            }
            if found.len() == TOLD {
                return Ok(found);
            }
        }
    }
    Ok(found)
}

/// What stands in the way whatever the roles give.
fn musts(about: &About<'_>) -> Vec<Supposition> {
    let mut must = Vec::new();
    if !about.signs_in {
        must.push(Supposition::SignsIn);
    }
    let seat = about.person.identity().map(|of| of.seat_kind);
    if seat.is_some_and(|seat| !about.key.seat_kinds().contains(&seat)) {
        must.push(Supposition::SalesSeat);
    }
    must
}

/// What could be changed, what gives least first.
async fn candidates(
    tx: &mut impl Reads,
    about: &About<'_>,
) -> Result<Vec<Supposition>, StoreError> {
    let person = about.person;
    let mut could = Vec::new();
    if about.lead.is_some() {
        match branches::shared(about.key) {
            Shared::Never => {}
            Shared::ToRead => could.push(Supposition::Shared { to_edit: false }),
            Shared::ToEdit => could.push(Supposition::Shared { to_edit: true }),
        }
        could.push(Supposition::Owns);
    }
    let held = person.facts().roles.iter().map(|role| role.key.as_str());
    let held: Vec<&str> = held.collect();
    let team_seat = person
        .identity()
        .is_some_and(|of| of.seat_kind == SeatKind::Team);
    let roles = sql::roles(tx, person.tenant()).await?;
    let (sets, roles): (Vec<_>, Vec<_>) = roles
        .into_iter()
        .filter(|role| role.key != "team-user" && !held.contains(&role.key.as_str()))
        .filter(|role| role.grants.extent(about.key).any() && !team_seat)
        .partition(|role| role.set);
    could.extend(sets.into_iter().map(Supposition::Holds));
    let owner = about.lead.and_then(|lead| lead.owner.as_ref());
    if let Some(owner) = owner.map(|(owner, _)| *owner).or(about.to) {
        let mut teams = sql::teams_of(tx, person.tenant(), owner).await?;
        // Nobody administers more people by leading them.
        teams.retain(|one| about.to.is_none() || matches!(one, Supposition::MemberOf(..)));
        could.extend(teams);
    }
    could.extend(roles.into_iter().map(Supposition::Holds));
    if about.plan_has_teams && person.identity().is_some_and(|of| !of.teams_on) {
        could.push(Supposition::TeamsOn);
    }
    if about.lead.is_some() {
        could.push(Supposition::Visibility(Visibility::Team));
        could.push(Supposition::Visibility(Visibility::All));
    }
    could.push(Supposition::Admin);
    Ok(could)
}

/// Whether it would be allowed if all of this were so.
async fn would_do(
    tx: &mut impl Reads,
    about: &About<'_>,
    parts: &[Supposition],
) -> Result<bool, StoreError> {
    if !about.signs_in && !parts.contains(&Supposition::SignsIn) {
        return Ok(false);
    }
    let person = about.person.supposing(parts);
    if person.allows(about.key).is_err() {
        return Ok(false);
    }
    if let Some(to) = about.to {
        return Ok(person.touches(tx, about.key, to).await?.is_ok());
    }
    let Some(lead) = about.lead else {
        return Ok(true);
    };
    let extent = person.grants().extent(about.key);
    let as_owner = parts.contains(&Supposition::Owns) && extent.has(Extent::OWN);
    let by_share = parts.iter().any(|part| match part {
        Supposition::Shared { to_edit } => match branches::shared(about.key) {
            Shared::Never => false,
            Shared::ToRead => true,
            Shared::ToEdit => *to_edit,
        },
        _ => false,
    });
    if as_owner || by_share {
        return Ok(true);
    }
    branches::within(tx, &person, about.key, lead.id).await
}

/// What a remedy gives somebody beyond the question, for those who weigh it.
impl Remedy {
    /// The permissions that the person would gain besides the one that was asked for.
    pub fn beyond(&self, person: &Caller, key: Key) -> Vec<Key> {
        let after: Grants = person.supposing(&self.parts).held();
        let mut gained = person.held().lacks(&after);
        gained.retain(|gain| *gain != key);
        gained
    }
}
