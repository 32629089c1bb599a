//! What was typed on the page of a move, and what it means.

use seatwise_domain::groups::Group;
use seatwise_domain::handover::{Receiver, Stages};
use seatwise_domain::ids::{self, GroupId, PositionId, TeamId, UserId};
use seatwise_domain::moves::{HandOn, Move};
use seatwise_domain::problem;
use seatwise_domain::roles::{Holding, RoleKey};
use seatwise_domain::teams::Membership;
use serde::Deserialize;

use crate::signed::Signed;
use crate::ui::failure::Failure;
use crate::ui::pick;

/// Stands for the place that he has already.
pub(super) const STAYS: &str = "stays";

/// Stands for the unassigned leads as the receiver.
pub(super) const UNASSIGNED: &str = "unassigned";

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct MoveForm {
    /// The team that he joins; empty for none.
    #[serde(default)]
    pub team: String,
    /// Leads it.
    pub leads: Option<String>,
    /// The position; empty for none, [`STAYS`] for the one he has.
    #[serde(default)]
    pub position: String,
    /// What stays, as [`mark`]s.
    #[serde(default)]
    pub keep: Vec<String>,
    /// `open` or `all` when somebody else gets his leads.
    #[serde(default)]
    pub records: String,
    /// Who gets them: a person, or [`UNASSIGNED`].
    #[serde(default)]
    pub to: String,
    /// A part of the receiver's name.
    #[serde(default)]
    pub to_q: String,
    /// Set by the button of that search, which shows the form again.
    pub find: Option<String>,
    /// How many leads the check said would change hands; another number refuses the move.
    pub expected: Option<u64>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// It was seen what it does.
    pub confirmed: Option<String>,
    /// Back to the form.
    pub again: Option<String>,
}

/// What somebody has before a move.
pub(super) struct Has {
    pub teams: Vec<Membership>,
    pub position: Option<PositionId>,
    pub roles: Vec<Holding>,
    pub groups: Vec<Group>,
}

/// How one of the things that can stay is named on the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    Team(TeamId),
    Role(&'a RoleKey),
    Group(GroupId),
}

impl std::fmt::Display for Mark<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Team(id) => write!(f, "team:{id}"),
            Self::Role(key) => write!(f, "role:{key}"),
            Self::Group(id) => write!(f, "group:{id}"),
        }
    }
}

impl Has {
    /// The roles and sets that can be given up: nobody gives up what he holds by default.
    pub(super) fn given(&self) -> impl Iterator<Item = &Holding> {
        self.roles.iter().filter(|held| !held.by_default)
    }
}

impl MoveForm {
    /// Whether something stays.
    pub(super) fn keeps(&self, mark: &Mark<'_>) -> bool {
        let mark = mark.to_string();
        self.keep.contains(&mark)
    }

    /// Whether somebody else gets the leads.
    pub(super) fn gives(&self) -> bool {
        matches!(self.records.as_str(), "open" | "all")
    }

    /// The person who was chosen to get them.
    pub(super) fn receiver(&self) -> Option<UserId> {
        pick::read(Some(&self.to))
    }

    fn hand_on(&self) -> Option<HandOn> {
        let to = match self.receiver() {
            Some(user) => Receiver::User(user),
            None if self.to == UNASSIGNED => Receiver::Unassigned,
            None => return None,
        };
        Some(HandOn {
            to,
            stages: if self.records == "all" {
                Stages::All
            } else {
                Stages::Open
            },
            expected: self.expected,
        })
    }

    /// The form as it is shown first: everything stays.
    pub(super) fn staying(has: &Has) -> Self {
        let teams = has.teams.iter().map(|place| Mark::Team(place.team.id));
        let roles = has.given().map(|held| Mark::Role(&held.role.key));
        let groups = has.groups.iter().map(|group| Mark::Group(group.id));
        let marks = teams.chain(roles).chain(groups);
        Self {
            position: STAYS.to_owned(),
            keep: marks.map(|mark| mark.to_string()).collect(),
            ..Self::default()
        }
    }

    /// What it asks for. `may` says which parts the reader may touch: teams, position, roles, groups.
    pub(super) fn planned(
        &self,
        signed: &Signed,
        has: &Has,
        may: super::form::May,
    ) -> Result<Move, Failure> {
        let mut planned = Move {
            hand_on: self.gives().then(|| self.hand_on()).flatten(),
            reason: self.reason.clone(),
            ..Move::default()
        };
        if may.teams {
            if !self.team.is_empty() {
                let team = ids::parse(&self.team);
                let team = team.map_err(|_| signed.refuse(&problem::TEAM_UNKNOWN))?;
                planned.join.push((team, self.leads.is_some()));
            }
            let teams = has.teams.iter().map(|place| place.team.id);
            planned.leave = teams.filter(|id| !self.keeps(&Mark::Team(*id))).collect();
        }
        if may.position && self.position != STAYS {
            let position = match self.position.as_str() {
                "" => None,
                id => Some(ids::parse(id).map_err(|_| signed.refuse(&problem::POSITION_UNKNOWN))?),
            };
            planned.position = (position != has.position).then_some(position);
        }
        if may.roles {
            let given = has.given().map(|held| &held.role.key);
            let ends = given.filter(|key| !self.keeps(&Mark::Role(key)));
            planned.give_up = ends.cloned().collect();
        }
        if may.groups {
            let groups = has.groups.iter().map(|group| group.id);
            planned.leave_groups = groups.filter(|id| !self.keeps(&Mark::Group(*id))).collect();
        }
        Ok(planned)
    }

    /// Everything but the reason and the number, to go along unseen.
    pub(super) fn kept(&self) -> Vec<(String, String)> {
        let one = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut kept = vec![
            one("team", &self.team),
            one("position", &self.position),
            one("records", &self.records),
            one("to", &self.to),
        ];
        if self.leads.is_some() {
            kept.push(one("leads", "on"));
        }
        kept.extend(self.keep.iter().map(|mark| one("keep", mark)));
        kept
    }
}
