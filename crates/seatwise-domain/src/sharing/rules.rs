//! Rules that share by owner: what the people of one side own, the people of the other side see or change.

use super::parties::{self, PartyError, PartyName};
use super::{Access, sql};
use crate::audit::{Audit, Event, EventKind, Reason, ReasonTooLong, SubjectKind};
use crate::authz::{Caller, Denied, EditSharing, Party, Scope};
use crate::clock::Timestamp;
use crate::ids::SharingRuleId;
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Count, Cursor, Db, FromRow, Page, PageSize, Reader, Reads, StoreError};

/// How many rules an account has at most: each is asked when somebody's access is loaded.
pub const RULES_MAX: u64 = 1_000;

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id; rises with the time of making.
    pub id: SharingRuleId,
    /// Whose leads.
    pub from: PartyName,
    /// With whom.
    pub to: PartyName,
    /// To do what.
    pub access: Access,
    /// Who made it, by the present name; none for operator and program.
    pub by: Option<String>,
    /// When.
    pub created_at: Timestamp,
}

impl FromRow for Rule {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            from: sql::read_party(row)?,
            to: sql::read_party(row)?,
            access: Access::of(row.bool()?),
            by: row.text_opt()?,
            created_at: row.at()?,
        })
    }
}

impl Rule {
    /// Both sides by name, for the log.
    fn name(&self) -> String {
        format!("{} → {}", self.from.name, self.to.name)
    }
}

/// A rule to be made.
#[derive(Debug, Clone)]
pub struct NewRule {
    /// Whose leads.
    pub from: Party,
    /// With whom.
    pub to: Party,
    /// To do what.
    pub access: Access,
    /// Why, in the person's words.
    pub reason: String,
}

/// Why no rule was made.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// A side that is not there, or could not use it.
    #[error(transparent)]
    Side(#[from] PartyError),
    /// Both sides are the same.
    #[error("a rule has two different sides")]
    ToItself,
    /// There is a rule between the two already.
    #[error("there is such a rule already")]
    Exists,
    /// More than an account has.
    #[error("the account has {RULES_MAX} rules already")]
    TooMany,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RuleError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Side(error) => error.problem(),
            Self::ToItself => &problem::RULE_TO_ITSELF,
            Self::Exists => &problem::RULE_EXISTS,
            Self::TooMany => &problem::RULES_FULL,
            Self::Reason(error) => error.problem(),
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

/// A page of rules, newest first.
pub async fn list_rules(
    tx: &mut impl Reads,
    scope: &Scope<EditSharing>,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<Rule>, StoreError> {
    let total = Count::exact(sql::count_rules(tx, scope.tenant()).await?);
    let rows = sql::rules(tx, scope.tenant(), cursor, size).await?;
    Ok(Page::cut(rows, size, cursor, total, |rule: &Rule| {
        (String::new(), rule.id.0)
    }))
}

/// Makes a rule.
pub async fn create_rule(db: &Db, caller: &Caller, new: &NewRule) -> Result<Rule, RuleError> {
    let scope = caller.scope::<EditSharing>()?;
    caller.may_widen()?;
    let reason = Reason::read(&new.reason)?;
    if new.from == new.to {
        return Err(RuleError::ToItself);
    }
    let mut tx = db.write().await?;
    let from = parties::named(&mut tx, &scope, new.from).await?;
    let from = from.ok_or(PartyError::Unknown)?;
    let to = parties::receiver(&mut tx, &scope, new.to).await??;
    if sql::count_rules(&mut tx, scope.tenant()).await? >= RULES_MAX {
        return Err(RuleError::TooMany);
    }
    let rule = Rule {
        id: tx.id(),
        from,
        to,
        access: new.access,
        by: caller.identity().map(|identity| identity.name.clone()),
        created_at: tx.now(),
    };
    if !sql::add_rule(&mut tx, scope.tenant(), rule.id, new, scope.user()).await? {
        return Err(RuleError::Exists);
    }
    let nobody: Option<String> = None;
    let event = Event::new(EventKind::SharingRuleCreated)
        .on(SubjectKind::SharingRule, rule.id, rule.name())
        .change("rule_from", nobody.clone(), rule.from.name.as_str())
        .change("rule_to", nobody.clone(), rule.to.name.as_str())
        .change("share_access", nobody, rule.access.as_str())
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(rule)
}

/// Why a rule stays.
#[derive(Debug, thiserror::Error)]
pub enum RemoveRuleError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is none.
    #[error("there is no such rule")]
    Unknown,
    /// Longer than a reason may be.
    #[error(transparent)]
    Reason(#[from] ReasonTooLong),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for RemoveRuleError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Unknown => &problem::NOT_FOUND,
            Self::Reason(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}

/// Removes a rule: from the next request on it shares nothing.
pub async fn remove_rule(
    db: &Db,
    caller: &Caller,
    id: SharingRuleId,
    reason: &str,
) -> Result<(), RemoveRuleError> {
    let scope = caller.scope::<EditSharing>()?;
    caller.may_widen()?;
    let reason = Reason::read(reason)?;
    let mut tx = db.write().await?;
    let rule = sql::rule(&mut tx, scope.tenant(), id).await?;
    let rule = rule.ok_or(RemoveRuleError::Unknown)?;
    if !sql::remove_rule(&mut tx, scope.tenant(), id).await? {
        return Err(RemoveRuleError::Unknown);
    }
    let nobody: Option<String> = None;
    let event = Event::new(EventKind::SharingRuleRemoved)
        .on(SubjectKind::SharingRule, id, rule.name())
        .change("rule_from", rule.from.name, nobody.clone())
        .change("rule_to", rule.to.name, nobody.clone())
        .change("share_access", rule.access.as_str(), nobody)
        .reason(&reason);
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(())
}
