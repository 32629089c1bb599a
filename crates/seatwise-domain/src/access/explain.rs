//! One question, answered: may this person do this, here, and why?

use super::branches::{self, Reached};
use super::fields::{self, FieldLine};
use super::later::later;
use super::people::{PersonRef, asked_about, people};
use super::remedies::{self, Remedy};
use crate::authz::{Branch, Caller, CheckAccess, Denied, Extent, Grants, Key, Level, ViewRecords};
use crate::clock::Timestamp;
use crate::ids::{RecordId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records::{self, Lead};
use crate::store::{Db, Reads, StoreError};
use crate::tenants;

/// Who, what, and which lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The person.
    pub user: UserId,
    /// What the person would do.
    pub key: Key,
    /// The lead, for what is about leads; without one the answer is about any lead at all.
    pub lead: Option<RecordId>,
    /// To whom, for what is done to people; without somebody the answer is about anybody at all.
    pub person: Option<UserId>,
}

/// A rule that was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Can the person sign in?
    State,
    /// Does the kind of the seat include it?
    Licence,
    /// Does the level give it?
    Level,
    /// Does a role give it?
    Role,
    /// Does a permission set give it?
    Set,
    /// Does leading a team give it?
    TeamManager,
    /// Does the position above others give it?
    Superior,
    /// Is all of the account within reach?
    Everything,
    /// Is it within reach that way?
    Reach(Branch),
    /// Is the person in the part of the people to which it goes?
    Part,
    /// Does the person it is done to have no more rights?
    Rank,
}

impl Rule {
    /// The word in the API and in names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Licence => "licence",
            Self::Level => "level",
            Self::Role => "role",
            Self::Set => "set",
            Self::TeamManager => "team-manager",
            Self::Superior => "superior",
            Self::Everything => "everything",
            Self::Reach(branch) => branch.as_str(),
            Self::Part => "part",
            Self::Rank => "rank",
        }
    }
}

/// What a rule said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It allows.
    Allows,
    /// It forbids, whatever the others say.
    Forbids,
    /// It has nothing to say: another rule may allow.
    Silent,
}

impl Said {
    /// The word in the API and in names of texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allows => "allows",
            Self::Forbids => "forbids",
            Self::Silent => "silent",
        }
    }
}

/// A rule with its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    /// The rule.
    pub rule: Rule,
    /// What it said.
    pub said: Said,
    /// What it is about: the word of a state, seat or level, the key of a role, how many people are in a part.
    pub about: Option<String>,
    /// The name that the account gave it, if it did.
    pub name: Option<String>,
    /// How far it goes, where a role or level gives something that has a reach.
    pub extent: Option<Extent>,
    /// For a role that the person has from a day on: which day. It gives nothing yet and will allow it then (P55).
    pub starts_at: Option<Timestamp>,
}

/// The lead of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadRef {
    /// The lead.
    pub id: RecordId,
    /// What it is called.
    pub title: String,
    /// Who owns it.
    pub owner: Option<(UserId, String)>,
}

impl LeadRef {
    fn of(lead: Lead) -> Self {
        Self {
            id: lead.row.id,
            title: lead.row.title,
            owner: lead.row.owner.map(|owner| (owner.id, owner.name)),
        }
    }
}

/// The answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The person.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// What the person would do.
    pub key: Key,
    /// The lead.
    pub lead: Option<LeadRef>,
    /// To whom.
    pub person: Option<PersonRef>,
    /// The verdict of the function that lists and refuses.
    pub allowed: bool,
    /// Each rule that was tried, in the order in which they are asked.
    pub rules: Vec<RuleLine>,
    /// For a denial: each of the smallest changes that would allow it, least first.
    pub remedies: Vec<Remedy>,
    /// What is hidden or may only be read where the permission is about what stands in leads.
    pub fields: Vec<FieldLine>,
}

/// Why a question is not answered.
#[derive(Debug, thiserror::Error)]
pub enum ExplainError {
    /// Others are asked about by those who may check access.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such person.
    #[error("there is no such user")]
    NoSuchUser,
    /// None within the reach of whoever asks.
    #[error("there is no such lead")]
    NoSuchLead,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for ExplainError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::NoSuchUser | Self::NoSuchLead => &problem::NOT_FOUND,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// Answers a question. Each person may ask about himself; about others and what they see ask those who may
/// check access. A lead must be within the sight of whoever asks, so that no answer hints at hidden ones.
pub async fn explain(db: &Db, caller: &Caller, question: Question) -> Result<Answer, ExplainError> {
    let Question {
        user,
        key,
        lead,
        person: to,
    } = question;
    if caller.user() != Some(user) {
        caller.scope::<CheckAccess>()?;
    }
    let mut tx = db.read().await?;
    let lead = match lead {
        Some(id) if key.has_reach() => {
            let scope = caller.records::<ViewRecords>()?;
            let found = records::find(&mut tx, &scope, id).await?;
            Some(LeadRef::of(found.ok_or(ExplainError::NoSuchLead)?))
        }
        _ => None,
    };
    let looked_at = Caller::looked_at(&mut tx, caller.tenant(), user).await?;
    let (person, state) = looked_at.ok_or(ExplainError::NoSuchUser)?;
    let to = asked_about(&mut tx, caller, to.filter(|_| key.has_part())).await?;
    let people = people(&mut tx, &person, key, to.as_ref()).await?;
    let reached = match &lead {
        Some(lead) => branches::reached(&mut tx, &person, key, lead.id).await?,
        None => None,
    };
    let kept = people.iter().any(|line| line.said == Said::Forbids);
    let allowed = is_allowed(&person, &state, key, reached.as_ref()) && !kept;
    let mut rules = before(&person, &state, key);
    rules.extend(given(&person, key));
    if !allowed {
        rules.extend(later(&mut tx, &state, &question, &person).await?);
    }
    rules.extend(reached.iter().flat_map(within));
    rules.extend(people);
    let remedies = if allowed {
        Vec::new()
    } else {
        let account = tenants::find(&mut tx, caller.tenant()).await?;
        let plan = account.is_some_and(|account| account.plan.teams);
        let about = remedies::About {
            person: &person,
            signs_in: state == "active",
            key,
            lead: lead.as_ref(),
            to: to.as_ref().map(|to| to.id),
            plan_has_teams: plan,
        };
        remedies::smallest(&mut tx, &about).await?
    };
    let fields = if allowed {
        fields::lines(&mut tx, &person, key).await?
    } else {
        Vec::new()
    };
    Ok(Answer {
        fields,
        user,
        name: person.actor().name.clone(),
        key,
        lead,
        person: to,
        allowed,
        rules,
        remedies,
    })
}

/// The verdict: the person can act, has the permission, and the lead is within its reach.
pub(super) fn is_allowed(
    person: &Caller,
    state: &str,
    key: Key,
    reached: Option<&Reached>,
) -> bool {
    state == "active" && person.allows(key).is_ok() && reached.is_none_or(|reached| reached.within)
}

pub(super) fn line(rule: Rule, said: Said, about: impl Into<Option<String>>) -> RuleLine {
    RuleLine {
        rule,
        said,
        about: about.into(),
        name: None,
        extent: None,
        starts_at: None,
    }
}

/// What can forbid, whatever the roles give: state and seat.
fn before(person: &Caller, state: &str, key: Key) -> Vec<RuleLine> {
    let or_forbids = |yes| if yes { Said::Allows } else { Said::Forbids };
    let mut rules = vec![line(
        Rule::State,
        or_forbids(state == "active"),
        state.to_owned(),
    )];
    if let Some(of) = person.identity() {
        let fits = key.seat_kinds().contains(&of.seat_kind);
        let seat = of.seat_kind.as_str().to_owned();
        rules.push(line(Rule::Licence, or_forbids(fits), seat));
    }
    rules
}

/// What gives the permission, one line for each giver.
fn given(person: &Caller, key: Key) -> Vec<RuleLine> {
    let gives = |extent: Extent| {
        let said = if extent.any() {
            Said::Allows
        } else {
            Said::Silent
        };
        (
            said,
            Some(extent).filter(|extent| extent.any() && (key.has_reach() || key.has_part())),
        )
    };
    let level = person.level();
    let (said, extent) = gives(Grants::of_level(level).extent(key));
    let mut rules = vec![RuleLine {
        extent,
        ..line(Rule::Level, said, level.as_str().to_owned())
    }];
    if level >= Level::Admin {
        return rules;
    }
    for role in &person.facts().roles {
        let (said, extent) = gives(role.grants.extent(key));
        let rule = if role.set { Rule::Set } else { Rule::Role };
        rules.push(RuleLine {
            name: Some(role.name.clone()).filter(|name| !name.is_empty()),
            extent,
            ..line(rule, said, role.key.clone())
        });
    }
    let led = Grants::team_manager().extent(key);
    if person.leads_teams() && led.any() {
        rules.push(RuleLine {
            extent: Some(led),
            ..line(Rule::TeamManager, Said::Allows, None)
        });
    }
    let superior = person
        .identity()
        .is_some_and(|of| of.superiors_see && of.position.is_some());
    if superior && matches!(key, Key::ViewRecords | Key::ViewStatistics) {
        rules.push(line(Rule::Superior, Said::Allows, None));
    }
    rules
}

/// What the reach says of the lead, one line for each branch.
fn within(reached: &Reached) -> Vec<RuleLine> {
    if reached.all {
        return vec![line(Rule::Everything, Said::Allows, None)];
    }
    let said = |found| if found { Said::Allows } else { Said::Silent };
    let rules = reached.branches.iter();
    rules
        .map(|(branch, found)| line(Rule::Reach(*branch), said(*found), None))
        .collect()
}

/// Why a person sees a lead, in one rule: the widest that allows.
pub(super) fn reason(person: &Caller, reached: &Reached) -> Option<Rule> {
    if !reached.within {
        return None;
    }
    if person.level() >= Level::Admin {
        return Some(Rule::Level);
    }
    if reached.all {
        return Some(Rule::Everything);
    }
    let found = reached.branches.iter().find(|(_, found)| *found);
    found.map(|(branch, _)| Rule::Reach(*branch))
}

/// The person behind a page of [`super::who`], with the verdict.
pub(super) async fn sees(
    tx: &mut impl Reads,
    caller: &Caller,
    user: UserId,
    lead: RecordId,
) -> Result<Option<(String, bool, Option<Rule>)>, StoreError> {
    let Some((person, state)) = Caller::looked_at(tx, caller.tenant(), user).await? else {
        return Ok(None);
    };
    let reached = branches::reached(tx, &person, Key::ViewRecords, lead).await?;
    let allowed = is_allowed(&person, &state, Key::ViewRecords, reached.as_ref());
    let why = reached
        .as_ref()
        .and_then(|reached| reason(&person, reached));
    Ok(Some((
        person.actor().name.clone(),
        allowed,
        why.filter(|_| allowed),
    )))
}
