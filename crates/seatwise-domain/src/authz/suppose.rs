//! What somebody could do if one thing were otherwise: the deciding function over supposed facts, for telling
//! the smallest change that would allow what is denied (D6).

use super::caller::Caller;
use super::facts::{Facts, HeldRole, Visibility};
use super::permission::{Level, SeatKind};
use crate::ids::TeamId;

/// One thing that could be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Supposition {
    /// The person may sign in: activates or is reactivated.
    SignsIn,
    /// The lead is shared with the person, to edit it or to read it.
    Shared {
        /// To edit it.
        to_edit: bool,
    },
    /// The lead is given to the person.
    Owns,
    /// The person holds this role or permission set, too; a first role takes the place of the default one.
    Holds(HeldRole),
    /// The person is a member of this team.
    MemberOf(TeamId, String),
    /// The person leads this team.
    Leads(TeamId, String),
    /// Teams decide over access.
    TeamsOn,
    /// The account lets users see each other's leads this far.
    Visibility(Visibility),
    /// The person sits on a sales seat.
    SalesSeat,
    /// The person is an admin.
    Admin,
}

impl Caller {
    /// The same person if all of this were so. What concerns the lead or the sign-in is not the person's:
    /// it changes nothing here.
    pub fn supposing(&self, all: &[Supposition]) -> Self {
        let Some(identity) = self.identity() else {
            return self.clone();
        };
        let mut identity = identity.clone();
        let mut facts: Facts = self.facts().clone();
        for one in all {
            match one {
                Supposition::SignsIn | Supposition::Shared { .. } | Supposition::Owns => {}
                Supposition::Holds(role) => {
                    if !role.set {
                        facts.roles.retain(|held| !held.by_default);
                    }
                    facts.roles.push(role.clone());
                }
                Supposition::MemberOf(team, _) => facts.teams.push(*team),
                Supposition::Leads(team, _) => {
                    facts.teams.push(*team);
                    if identity.teams_on {
                        facts.led.push(*team);
                    }
                }
                Supposition::TeamsOn => {
                    identity.teams_on = true;
                    facts.led.clone_from(&facts.leads_if_on);
                }
                Supposition::Visibility(visibility) => identity.visibility = *visibility,
                Supposition::SalesSeat => {
                    identity.seat_kind = SeatKind::Regular;
                    facts.roles.clone_from(&facts.on_sales_seat);
                }
                Supposition::Admin => identity.level = Level::Admin,
            }
        }
        Self::of_identity(
            identity,
            facts,
            self.principal(),
            self.actor().source,
            self.is_read_only(),
        )
    }
}
