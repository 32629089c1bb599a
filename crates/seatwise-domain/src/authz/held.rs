//! What a caller holds: how far each permission goes, and to which records.

use std::sync::Arc;

use super::caller::Caller;
use super::facts::{Facts, HeldRole, Visibility};
use super::fields::FieldRules;
use super::grants::{Extent, Grants};
use super::permission::{Key, RecordAction, Shared};
use super::reach::{Bounded, Reach};
use super::scope::{Denied, RecordScope};
use super::span::Span;

impl Caller {
    /// The scope for an action on records.
    pub fn records<A: RecordAction>(&self) -> Result<RecordScope<A>, Denied> {
        self.allows(A::KEY)?;
        let reach = self.reach(A::KEY, A::SHARED);
        let bounded = match A::KEY {
            // Figures are a matter of their own: one may count what one does not open.
            Key::ViewRecords | Key::ViewStatistics => Bounded { reach, seen: None },
            _ => {
                // Whoever may view nothing sees no shared lead either.
                let shared = if self.holds(Key::ViewRecords) {
                    Shared::ToRead
                } else {
                    Shared::Never
                };
                let seen = self.reach(Key::ViewRecords, shared);
                Bounded::new(reach, seen)
            }
        };
        Ok(RecordScope::new(
            Arc::clone(&self.actor),
            self.user(),
            bounded,
            Arc::clone(&self.fields),
        ))
    }

    /// What decides beside level and seat; nothing for operator and system.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// How far each permission goes, before the limit of the seat.
    pub fn grants(&self) -> &Grants {
        &self.grants
    }

    /// What the roles say of fields.
    pub fn fields(&self) -> &FieldRules {
        &self.fields
    }

    /// The roles by which a field is hidden or may only be read; none where it is free. All of them say so,
    /// since one that did not would lift it.
    pub fn locked_by(&self, field: &str) -> Vec<&HeldRole> {
        if self.fields.edits(field) {
            return Vec::new();
        }
        let roles = self.facts.roles.iter();
        roles
            .filter(|role| !role.set && !role.fields.edits(field))
            .collect()
    }

    /// True for somebody who leads a team while teams are on: the level between user and admin (N6, N19).
    pub fn leads_teams(&self) -> bool {
        !self.facts.led.is_empty()
    }

    /// To which records a permission reaches.
    fn reach(&self, key: Key, shared: Shared) -> Reach {
        let extent = self.grants.extent(key);
        let Some(of) = self.identity.as_deref() else {
            return Reach::All;
        };
        // How far users see each other's leads says nothing of each other's figures (N24).
        let privacy = extent.has(Extent::PRIVACY) && key != Key::ViewStatistics;
        if extent.has(Extent::ALL) || (privacy && of.visibility == Visibility::All) {
            return Reach::All;
        }
        let facts = &self.facts;
        let team = extent.has(Extent::TEAM) || (privacy && of.visibility == Visibility::Team);
        let teams = if !of.teams_on {
            Vec::new()
        } else if team {
            facts.teams.clone()
        } else if extent.has(Extent::LED) {
            facts.led.clone()
        } else {
            Vec::new()
        };
        let widened = shared != Shared::Never;
        let to_edit = shared == Shared::ToEdit;
        let rules = facts
            .rules
            .iter()
            .filter(|(_, edit)| widened && (*edit || !to_edit));
        // A visibility group says what is seen and nothing of what is done with it (P56).
        let sight = if widened && key == Key::ViewRecords {
            facts.sight.clone()
        } else {
            Vec::new()
        };
        let grantees = if widened && facts.shares {
            let parties = std::iter::once(of.user.0)
                .chain(facts.teams.iter().map(|team| team.0))
                .chain(facts.groups.iter().map(|group| group.0));
            parties
                .chain(of.position.map(|position| position.0))
                .collect()
        } else {
            Vec::new()
        };
        Reach::Some(Arc::new(Span {
            own: extent.has(Extent::OWN).then_some(of.user),
            teams,
            below: of.position.filter(|_| extent.has(Extent::SUBORDINATES)),
            sight,
            rules: rules.map(|(party, _)| *party).collect(),
            grantees,
            to_edit,
        }))
    }

    /// The permissions of somebody else that this caller lacks or that go further there: whoever lacks one
    /// changes neither that person's rights nor his way in (D16, P59, P60).
    pub fn lacks(&self, other: &Self) -> Vec<Key> {
        self.held().lacks(&other.held())
    }

    /// What is really held: what level, roles and teams give, within the limit of the seat.
    pub fn held(&self) -> Grants {
        let grants = Grants::clone(&self.grants);
        match &self.identity {
            Some(of) => grants.limited_to(of.seat_kind),
            None => grants,
        }
    }
}
