//! What a file must have, and what an empty one to fill in has.

use super::{Field, ImportKind};

impl Field {
    /// Fields of which a file must have one, the usual one first.
    pub const fn needed(kind: ImportKind) -> &'static [Self] {
        match kind {
            ImportKind::Users => &[Self::Email],
            ImportKind::Leads => &[Self::Title, Self::ExternalId],
        }
    }

    /// The columns of an empty file to fill in: each field once, and a name as one.
    pub fn template(kind: ImportKind) -> Vec<Self> {
        let twice = [Self::FirstName, Self::LastName, Self::Extra];
        let all = Self::ALL.iter().copied();
        all.filter(|field| field.kinds().contains(&kind) && !twice.contains(field))
            .collect()
    }
}
