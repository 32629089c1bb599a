//! What somebody wrote into a role, checked word by word before anything is changed.

use std::collections::BTreeMap;

use super::key::RoleKey;
use super::{Role, RoleKind, sql};
use crate::authz::{Caller, Extent, FieldAccess, FieldRules, Givable, Grants, Key, SeatKind};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Reads, StoreError};

/// The fields of leads that a role can hide or let only read; those of the account's own come as
/// `fields.` and their key. Title, stage and owner are what a lead is, so nobody hides them.
pub const FIELDS: [&str; 8] = [
    "value",
    "contact_name",
    "contact_email",
    "next_step",
    "next_step_on",
    "opened_on",
    "closed_on",
    "external_id",
];

/// Words for permissions and fields, as a form or a program sends them; what is not named stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// How far, by the word of the permission.
    pub grants: BTreeMap<String, String>,
    /// `hidden`, `read` or `edit`, by the name of the field.
    pub fields: BTreeMap<String, String>,
    /// Which roles its people may give (P64), by their keys.
    pub givable: Option<GivableWords>,
}

/// Which roles the people of a role may give, as a form or a program sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivableWords {
    /// Any that their own rights cover.
    Any,
    /// Those with these keys.
    Only(Vec<String>),
}

/// What cannot be said, with the word it is said of.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// There is no such permission.
    #[error("the permission {0} is unknown")]
    UnknownPermission(String),
    /// It belongs to the owner (N59).
    #[error("the permission {0} belongs to the owner")]
    Owners(String),
    /// Not one of the possible extents.
    #[error("it is not possible to go so far: {0}")]
    UnknownExtent(String),
    /// It goes to all people, to a part of them, or to nobody (P64).
    #[error("the permission {0} goes to people")]
    OfPeople(String),
    /// All or nothing.
    #[error("the permission {0} is given or not")]
    WithoutReach(String),
    /// A team seat has no room for it (Z16).
    #[error("the permission {0} needs a sales seat")]
    WithoutSeat(String),
    /// There is no such role, or one that nobody gives.
    #[error("there is no role {0} to be given")]
    UnknownGivable(String),
    /// There is no such field.
    #[error("the field {0} is unknown")]
    UnknownField(String),
    /// Neither hidden nor read nor edit.
    #[error("this cannot be said of the field {0}")]
    UnknownAccess(String),
}

impl DraftError {
    /// The part of the input with its word: `grants/leads.view`.
    pub fn place(&self) -> (&'static str, &str) {
        match self {
            Self::UnknownPermission(word)
            | Self::Owners(word)
            | Self::UnknownExtent(word)
            | Self::WithoutReach(word)
            | Self::OfPeople(word)
            | Self::WithoutSeat(word) => ("grants", word),
            Self::UnknownGivable(word) => ("givable_roles", word),
            Self::UnknownField(word) | Self::UnknownAccess(word) => ("fields", word),
        }
    }
}

impl ToProblem for DraftError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::UnknownPermission(_) => &problem::PERMISSION_UNKNOWN,
            Self::Owners(_) => &problem::PERMISSION_OWNERS,
            Self::UnknownExtent(_) => &problem::EXTENT_UNKNOWN,
            Self::WithoutReach(_) => &problem::EXTENT_WITHOUT_REACH,
            Self::OfPeople(_) => &problem::EXTENT_OF_PEOPLE,
            Self::WithoutSeat(_) => &problem::PERMISSION_WITHOUT_SEAT,
            Self::UnknownGivable(_) => &problem::GIVABLE_UNKNOWN,
            Self::UnknownField(_) => &problem::ROLE_FIELD_UNKNOWN,
            Self::UnknownAccess(_) => &problem::FIELD_ACCESS_UNKNOWN,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![("name", self.place().1.to_owned())]
    }
}

/// The fields that a role can speak of: those of every lead, and those of the account's own.
pub async fn known_fields(tx: &mut impl Reads, caller: &Caller) -> Result<Vec<String>, StoreError> {
    let own = sql::lead_fields(tx, caller.tenant()).await?;
    let mut known: Vec<String> = FIELDS.iter().map(|name| (*name).to_owned()).collect();
    known.extend(own.into_iter().map(|key| format!("fields.{key}")));
    Ok(known)
}

/// The permissions with these words said of them.
fn grants(mut grants: Grants, of: &RoleKey, words: &Words) -> Result<Grants, DraftError> {
    for (word, said) in &words.grants {
        let name = || word.clone();
        let key = Key::find(word).ok_or_else(|| DraftError::UnknownPermission(name()))?;
        let extent: Extent = said
            .parse()
            .map_err(|_| DraftError::UnknownExtent(name()))?;
        if extent.any() {
            if key.is_owners() {
                return Err(DraftError::Owners(name()));
            }
            if !extent.fits(key) && key.has_part() {
                return Err(DraftError::OfPeople(name()));
            }
            if !extent.fits(key) {
                return Err(DraftError::WithoutReach(name()));
            }
            if of.is_of_team_seats() && !key.seat_kinds().contains(&SeatKind::Team) {
                return Err(DraftError::WithoutSeat(name()));
            }
        }
        grants.set(key, extent);
    }
    Ok(grants)
}

/// The fields with these words said of them. What says nothing is left out: "edit" in a role, since it is
/// free there anyway, and "hidden" in a set, which only adds.
fn fields(
    rules: &FieldRules,
    kind: RoleKind,
    words: &Words,
    known: &[String],
) -> Result<FieldRules, DraftError> {
    let mut all: BTreeMap<String, FieldAccess> = rules
        .iter()
        .map(|(field, access)| (field.to_owned(), access))
        .collect();
    let nothing = match kind {
        RoleKind::Role => FieldAccess::Edit,
        RoleKind::Set => FieldAccess::Hidden,
    };
    for (field, said) in &words.fields {
        if !known.contains(field) {
            return Err(DraftError::UnknownField(field.clone()));
        }
        let access = FieldAccess::ALL
            .into_iter()
            .find(|access| access.as_str() == said)
            .ok_or_else(|| DraftError::UnknownAccess(field.clone()))?;
        if access == nothing {
            all.remove(field);
        } else {
            all.insert(field.clone(), access);
        }
    }
    Ok(FieldRules::new(all))
}

/// Step: a role with these words said, not saved yet.
pub(super) async fn apply(
    tx: &mut impl Reads,
    caller: &Caller,
    role: &mut Role,
    words: &Words,
) -> Result<(), super::RoleError> {
    role.grants = grants(role.grants.clone(), &role.key, words)?;
    if !words.fields.is_empty() {
        let known = known_fields(tx, caller).await?;
        role.fields = fields(&role.fields, role.kind, words, &known)?;
    }
    if let Some(words) = &words.givable {
        let givable = givable(tx, caller, words).await?;
        role.grants.set_givable(givable);
    }
    Ok(())
}

async fn givable(
    tx: &mut impl Reads,
    caller: &Caller,
    words: &GivableWords,
) -> Result<Givable, super::RoleError> {
    let GivableWords::Only(keys) = words else {
        return Ok(Givable::Any);
    };
    let names = sql::names(tx, caller.tenant()).await?;
    for word in keys {
        let known = names.iter().find(|name| name.key.as_str() == word);
        if known.is_none_or(|name| name.key.is_of_team_seats()) {
            return Err(DraftError::UnknownGivable(word.clone()).into());
        }
    }
    Ok(Givable::Only(keys.iter().cloned().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Words {
        Words {
            grants: pairs
                .iter()
                .map(|(key, word)| ((*key).to_owned(), (*word).to_owned()))
                .collect(),
            ..Words::default()
        }
    }

    #[test]
    fn p51_a_word_that_cannot_be_said_is_refused_by_its_place() {
        let own = |words: &Words| grants(Grants::default(), &RoleKey::sales(), words);
        for (key, word, code) in [
            ("leads.fold", "all", "permission-unknown"),
            ("ownership.transfer", "all", "permission-owners"),
            ("leads.view", "some", "extent-unknown"),
            ("users.invite", "own", "extent-of-people"),
            ("users.view", "team", "extent-without-reach"),
        ] {
            let refused = own(&said(&[(key, word)])).unwrap_err();
            assert_eq!(refused.problem().code, code);
            assert_eq!(refused.place(), ("grants", key));
        }
        let good = own(&said(&[
            ("leads.view", "subordinates"),
            ("ownership.transfer", "none"),
        ]));
        assert_eq!(good.unwrap().extent(Key::ViewRecords), Extent::SUBORDINATES);
        let seat = grants(
            Grants::team_user(),
            &RoleKey::team_user(),
            &said(&[("leads.edit", "all")]),
        );
        assert_eq!(seat.unwrap_err().problem().code, "permission-without-seat");
    }

    #[test]
    fn p54_a_set_keeps_what_it_lifts_and_a_role_what_it_takes() {
        let known = ["value".to_owned(), "next_step".to_owned()];
        let words = |access: &str| Words {
            fields: BTreeMap::from([("value".to_owned(), access.to_owned())]),
            ..Words::default()
        };
        for (kind, access, kept) in [
            (RoleKind::Role, "hidden", true),
            (RoleKind::Role, "edit", false),
            (RoleKind::Set, "edit", true),
            (RoleKind::Set, "hidden", false),
        ] {
            let rules = fields(&FieldRules::default(), kind, &words(access), &known).unwrap();
            assert_eq!(!rules.is_free(), kept, "{kind:?} {access}");
        }
        let unknown = fields(
            &FieldRules::default(),
            RoleKind::Role,
            &words("half"),
            &known,
        );
        assert_eq!(unknown.unwrap_err().problem().code, "field-access-unknown");
    }
}
