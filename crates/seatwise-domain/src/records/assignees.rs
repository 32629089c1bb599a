//! Who may own leads: the one rule for pickers, hand-overs and undo.

use super::{Person, sql};
use crate::authz::RecordScope;
use crate::ids::UserId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Count, FromRow, Reader, Reads, StoreError, WriteTx};
use crate::tenants::{self, PendingSelectable};

/// For what a person is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The owner of a single lead.
    Picker,
    /// The receiver of a hand-over, who may still be pending if the account says so (decision 5).
    HandOver,
    /// An owner of before, to whom an undo gives leads back.
    Historic,
}

/// Why a person can't own leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such person.
    #[error("there is no such user")]
    Unknown,
    /// Invited or pending (K15).
    #[error("the user has not signed in yet")]
    Pending,
    /// Suspended: sign-in is stopped.
    #[error("the user is suspended")]
    Frozen,
    /// Has left.
    #[error("the user is deactivated")]
    Deactivated,
    /// Name and address are gone.
    #[error("the user was removed")]
    Removed,
    /// A team seat includes no leads (Z23).
    #[error("the user's seat includes no leads")]
    TeamSeat,
    /// A program's account owns nothing (P65).
    #[error("a service user owns no leads")]
    Service,
    /// Beyond those to whom the person may give leads (N17, P53).
    #[error("the user is out of reach")]
    OutOfReach,
}

impl ToProblem for Refusal {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Unknown | Self::Removed => &problem::HEIR_NOT_ACTIVE,
            Self::Pending => &problem::HEIR_PENDING,
            Self::Frozen => &problem::HEIR_SUSPENDED,
            Self::Deactivated => &problem::HEIR_DEACTIVATED,
            Self::TeamSeat | Self::Service => &problem::OWNER_CANNOT_RECEIVE,
            Self::OutOfReach => &problem::RECEIVER_OUT_OF_REACH,
        }
    }
}

/// A person as pickers show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignee {
    /// The person.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// True before the first sign-in.
    pub pending: bool,
    /// True for somebody who was deactivated.
    pub left: bool,
}

impl FromRow for Assignee {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        let (id, name, state) = (row.id()?, row.text()?, row.text()?);
        Ok(Self {
            id,
            name,
            pending: matches!(state.as_str(), "invited" | "pending"),
            left: state == "deactivated",
        })
    }
}

/// Whether the account's word on pending people lets them be chosen (decision 5).
fn with_pending(rule: PendingSelectable, context: Context) -> bool {
    match context {
        Context::Picker => rule == PendingSelectable::Always,
        Context::HandOver => rule != PendingSelectable::Never,
        Context::Historic => true,
    }
}

/// What decides about a person.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) state: String,
    pub(super) regular: bool,
    pub(super) service: bool,
}

impl FromRow for Standing {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            state: row.text()?,
            regular: row.text()? == "regular",
            service: row.bool()?,
        })
    }
}

impl Standing {
    fn refusal(&self, rule: PendingSelectable, context: Context) -> Option<Refusal> {
        let state = self.state.as_str();
        if context == Context::Historic {
            return (state == "anonymised").then_some(Refusal::Removed);
        }
        if self.service {
            return Some(Refusal::Service);
        }
        if !self.regular {
            return Some(Refusal::TeamSeat);
        }
        match state {
            "active" => None,
            "invited" | "pending" if with_pending(rule, context) => None,
            "invited" | "pending" => Some(Refusal::Pending),
            "frozen" => Some(Refusal::Frozen),
            "deactivated" => Some(Refusal::Deactivated),
            _ => Some(Refusal::Removed),
        }
    }
}

/// Whether a person may be given leads by this act, and why not: the one gate of every door (D4). Holds the
/// person's row until the commit, so that nobody is deactivated between the question and the change.
pub async fn may_receive<A>(
    tx: &mut WriteTx,
    scope: &RecordScope<A>,
    user: UserId,
    context: Context,
) -> Result<Option<Refusal>, StoreError> {
    let settings = tenants::settings(tx, scope.tenant()).await?;
    let Some(standing) = sql::standing(tx, scope.tenant(), user).await? else {
        return Ok(Some(Refusal::Unknown));
    };
    if let Some(refusal) = standing.refusal(settings.pending_selectable, context) {
        return Ok(Some(refusal));
    }
    // An undo gives back what its maker had taken away, whoever had it.
    let within = context == Context::Historic || scope.covers(tx, Some(user)).await?;
    Ok((!within).then_some(Refusal::OutOfReach))
}

/// The people who may be chosen (N46) by this act, by name; with a search, those whose name or address contains it.
pub async fn assignees<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    context: Context,
    search: Option<&str>,
    limit: u32,
) -> Result<Vec<Assignee>, StoreError> {
    let settings = tenants::settings(tx, scope.tenant()).await?;
    let with_pending = with_pending(settings.pending_selectable, context);
    sql::assignees(tx, scope, with_pending, search, limit).await
}

/// The most people that one choice offers; a search finds the others.
pub const OFFERED: u32 = 50;

/// The people that a page offers to choose from.
#[derive(Debug, Clone)]
pub struct Choosable {
    /// By name, [`OFFERED`] at most.
    pub people: Vec<Assignee>,
    /// How many there are for the search.
    pub total: Count,
    /// Whoever is chosen already, whatever his state, so that his name is known in any case.
    pub chosen: Option<Person>,
    /// Whether the account lets pending people be chosen for this.
    pub with_pending: bool,
    /// Whether nobody may be chosen: by those alone who reach everybody.
    pub nobody: bool,
}

/// The people who may be chosen (N46) as a page offers them: the first ones by name, or those whose name or
/// address contains the search.
pub async fn choosable<A>(
    tx: &mut impl Reads,
    scope: &RecordScope<A>,
    context: Context,
    search: Option<&str>,
    chosen: Option<UserId>,
) -> Result<Choosable, StoreError> {
    let settings = tenants::settings(tx, scope.tenant()).await?;
    let with_pending = with_pending(settings.pending_selectable, context);
    let mut people = sql::assignees(tx, scope, with_pending, search, OFFERED + 1).await?;
    let total = if people.len() > OFFERED as usize {
        people.truncate(OFFERED as usize);
        Count::capped(sql::count_assignees(tx, scope, with_pending, search).await?)
    } else {
        Count::exact(people.len() as u64)
    };
    Ok(Choosable {
        people,
        total,
        chosen: match chosen {
            Some(user) => sql::person(tx, scope.tenant(), user).await?,
            None => None,
        },
        with_pending,
        nobody: scope.covers(tx, None).await?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(
        state: &str,
        regular: bool,
        rule: PendingSelectable,
        context: Context,
    ) -> Option<Refusal> {
        let state = state.to_owned();
        let service = false;
        Standing {
            state,
            regular,
            service,
        }
        .refusal(rule, context)
    }

    #[test]
    fn k15_a_pending_person_is_taken_by_hand_overs_only_unless_the_account_says_otherwise() {
        let pending = |rule, context| refusal("pending", true, rule, context);
        let rule = PendingSelectable::HandoverOnly;
        assert_eq!(pending(rule, Context::Picker), Some(Refusal::Pending));
        assert_eq!(pending(rule, Context::HandOver), None);
        let never = pending(PendingSelectable::Never, Context::HandOver);
        assert_eq!(never, Some(Refusal::Pending));
        assert_eq!(pending(PendingSelectable::Always, Context::Picker), None);
    }

    #[test]
    fn n46_nobody_without_access_or_with_a_team_seat_gets_leads() {
        let rule = PendingSelectable::Always;
        for context in [Context::Picker, Context::HandOver] {
            for (state, why) in [
                ("frozen", Refusal::Frozen),
                ("deactivated", Refusal::Deactivated),
                ("anonymised", Refusal::Removed),
            ] {
                assert_eq!(refusal(state, true, rule, context), Some(why));
            }
            let refused = refusal("active", false, rule, context);
            assert_eq!(refused, Some(Refusal::TeamSeat));
        }
        let before = refusal("deactivated", true, rule, Context::Historic);
        assert_eq!(before, None);
    }
}
