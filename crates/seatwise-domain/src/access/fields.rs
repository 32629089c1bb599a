//! Which fields of leads somebody does not see or change, which role says so, and what would lift it (P52, D6).

use super::sql;
use crate::authz::{Caller, FieldAccess, HeldRole, Key, SeatKind, Supposition};
use crate::store::{Reads, StoreError};

/// At most this many roles and sets are told for a field.
const TOLD: usize = 5;

/// A field that is not free for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldLine {
    /// The field, as roles name it.
    pub field: String,
    /// Hidden, or only read: the answer of the rules that mask and refuse.
    pub access: FieldAccess,
    /// The roles that say so. It is enough that one of them says otherwise.
    pub roles: Vec<HeldRole>,
    /// What else would lift it, each by itself: a permission set, another role. Tried on the deciding function.
    pub remedies: Vec<Supposition>,
}

/// The fields that are not free for a person, by name; none for permissions that are not about what stands in leads.
pub(super) async fn lines(
    tx: &mut impl Reads,
    person: &Caller,
    key: Key,
) -> Result<Vec<FieldLine>, StoreError> {
    let about = matches!(
        key,
        Key::ViewRecords
            | Key::CreateRecords
            | Key::EditRecords
            | Key::ExportRecords
            | Key::ViewStatistics
            | Key::RunImports
    );
    if !about || person.fields().is_free() {
        return Ok(Vec::new());
    }
    let could = candidates(tx, person).await?;
    let lines = person.fields().iter().map(|(field, access)| FieldLine {
        field: field.to_owned(),
        access,
        roles: person.locked_by(field).into_iter().cloned().collect(),
        remedies: could
            .iter()
            .filter(|(_, with)| with.fields().of(field) > access)
            .map(|(one, _)| one.clone())
            .take(TOLD)
            .collect(),
    });
    Ok(lines.collect())
}

/// What somebody could be given besides, with the person who had it; sets first, since they only add.
async fn candidates(
    tx: &mut impl Reads,
    person: &Caller,
) -> Result<Vec<(Supposition, Caller)>, StoreError> {
    let on_sales_seat = |of: &crate::authz::Identity| of.seat_kind == SeatKind::Regular;
    if !person.identity().is_some_and(on_sales_seat) {
        return Ok(Vec::new());
    }
    let held = &person.facts().roles;
    let roles = sql::roles(tx, person.tenant()).await?;
    let given = roles
        .into_iter()
        .filter(|role| role.key != "team-user")
        .filter(|role| held.iter().all(|other| other.key != role.key))
        .map(|role| {
            let one = Supposition::Holds(role);
            let with = person.supposing(std::slice::from_ref(&one));
            (one, with)
        });
    Ok(given.collect())
}
