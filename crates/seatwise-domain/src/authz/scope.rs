//! Scopes: proof that a permission was asked for and given. Only this folder can make them.

use std::marker::PhantomData;
use std::sync::Arc;

use super::actor::{Actor, ActsFor};
use super::fields::FieldRules;
use super::grants::Extent;
use super::permission::{Key, Permission, RecordAction};
use super::reach::{Bounded, Branch, Reach};
use super::span::Asked;
use crate::args;
use crate::ids::{TenantId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Reads, Sql, StoreError};

/// The right to do one thing in one account.
pub struct Scope<P> {
    actor: Arc<Actor>,
    user: Option<UserId>,
    fields: Arc<FieldRules>,
    permission: PhantomData<fn() -> P>,
}

impl<P> Clone for Scope<P> {
    fn clone(&self) -> Self {
        Self {
            actor: Arc::clone(&self.actor),
            user: self.user,
            fields: Arc::clone(&self.fields),
            permission: PhantomData,
        }
    }
}

impl<P: Permission> std::fmt::Debug for Scope<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Scope<{}>", P::KEY.as_str())
    }
}

impl<P> ActsFor for Scope<P> {
    fn actor(&self) -> &Arc<Actor> {
        &self.actor
    }
}

impl<P> Scope<P> {
    pub(super) fn new(actor: Arc<Actor>, user: Option<UserId>, fields: Arc<FieldRules>) -> Self {
        Self {
            actor,
            user,
            fields,
            permission: PhantomData,
        }
    }

    /// The account.
    pub fn tenant(&self) -> TenantId {
        self.actor.tenant
    }

    /// The person who acts, directly or through a token; none for operator and system.
    pub fn user(&self) -> Option<UserId> {
        self.user
    }

    /// What the person's roles say of the fields of the records.
    pub fn fields(&self) -> &FieldRules {
        &self.fields
    }
}

/// The right to do one thing to the records within reach.
pub struct RecordScope<A> {
    actor: Arc<Actor>,
    user: Option<UserId>,
    bounded: Arc<Bounded>,
    fields: Arc<FieldRules>,
    action: PhantomData<fn() -> A>,
}

impl<A> Clone for RecordScope<A> {
    fn clone(&self) -> Self {
        Self {
            actor: Arc::clone(&self.actor),
            user: self.user,
            bounded: Arc::clone(&self.bounded),
            fields: Arc::clone(&self.fields),
            action: PhantomData,
        }
    }
}

impl<A: RecordAction> std::fmt::Debug for RecordScope<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecordScope<{}>({:?})", A::KEY.as_str(), self.bounded)
    }
}

impl<A> ActsFor for RecordScope<A> {
    fn actor(&self) -> &Arc<Actor> {
        &self.actor
    }
}

impl<A> RecordScope<A> {
    pub(super) fn new(
        actor: Arc<Actor>,
        user: Option<UserId>,
        bounded: Bounded,
        fields: Arc<FieldRules>,
    ) -> Self {
        Self {
            actor,
            user,
            bounded: Arc::new(bounded),
            fields,
            action: PhantomData,
        }
    }

    /// The account.
    pub fn tenant(&self) -> TenantId {
        self.actor.tenant
    }

    /// The person who acts; none for operator and system.
    pub fn user(&self) -> Option<UserId> {
        self.user
    }

    /// To which records.
    pub fn reach(&self) -> &Reach {
        &self.bounded.reach
    }

    /// What the person's roles say of the fields of the records.
    pub fn fields(&self) -> &FieldRules {
        &self.fields
    }

    /// Adds `where r.tenant_id = ... and ...` to a statement over `records r`: the list, the single read,
    /// the count, the export, the statistics and the bulk act all begin here.
    pub fn limit(&self, select: Sql) -> Sql {
        let sql = select.push(" where r.tenant_id = $?", args![self.tenant()]);
        self.bounded.limit(sql, self.tenant())
    }

    /// Like [`RecordScope::limit`], for a statement that meets few records: one that is named, some that were found,
    /// the newest. What it asks is the same; it asks record by record.
    pub fn limit_each(&self, select: Sql) -> Sql {
        let sql = select.push(" where r.tenant_id = $?", args![self.tenant()]);
        self.bounded.limit_each(sql, self.tenant(), Asked::OfMany)
    }

    /// The same for a statement that meets one record, which it names.
    pub fn limit_one(&self, select: Sql) -> Sql {
        let sql = select.push(" where r.tenant_id = $?", args![self.tenant()]);
        self.bounded.limit_each(sql, self.tenant(), Asked::OfOne)
    }

    /// Like [`RecordScope::limit`], for one branch of the reach alone; `None` where the branch finds nothing.
    /// All branches together find what the limit finds.
    pub fn limit_to(&self, select: Sql, branch: Branch) -> Option<Sql> {
        let sql = select.push(" where r.tenant_id = $?", args![self.tenant()]);
        self.bounded.limit_to(sql, self.tenant(), branch)
    }

    /// Begins a statement over `records r` that walks one owner's records; the owner must be one of
    /// [`RecordScope::owners`].
    pub fn of_owner(&self, select: Sql, owner: UserId) -> Sql {
        select.push(
            " where r.tenant_id = $? and r.owner_id = $?",
            args![self.tenant(), owner],
        )
    }

    /// Like [`RecordScope::limit`] for figures: the people within reach are looked for in another column than
    /// the owner's, since credit does not move with a record (D24). What nobody is credited with is for those
    /// alone who reach everything.
    pub fn limit_credited(&self, select: Sql, column: &'static str) -> Sql {
        let sql = select.push(" where r.tenant_id = $?", args![self.tenant()]);
        if let Reach::Some(span) = self.reach()
            && span.is_own_only()
        {
            return sql
                .push(" and ", args![])
                .push(column, args![])
                .push(" = $?", args![span.own]);
        }
        self.limit_people(sql, column)
    }

    /// Adds `and <column> in (...)`: the people whose records are reached, for pickers and for who may be
    /// given a record (N16, N17).
    pub fn limit_people(&self, sql: Sql, column: &'static str) -> Sql {
        self.bounded.limit_people(sql, self.tenant(), column)
    }

    /// A select of one column, the people whose records are reached because of who owns them, each once; `None` where
    /// that is everybody or one person.
    pub fn people(&self) -> Option<Sql> {
        match self.reach() {
            Reach::Some(span) if !span.is_own_only() => {
                let people = span.people_apart(self.tenant());
                Some(people.unwrap_or_else(|| Sql::new("select u.id from users u where 1 = 0")))
            }
            _ => None,
        }
    }

    /// Adds that a column holds one of the people whose records are reached because of who owns them: asked of each
    /// row, for statements that meet few.
    pub(crate) fn is_one_of(&self, sql: Sql, column: &'static str) -> Sql {
        self.bounded
            .is_one_of(sql, self.tenant(), column, Asked::OfMany)
    }

    /// The same for a statement that meets one person, whom it names.
    pub(crate) fn is_one(&self, sql: Sql, column: &'static str) -> Sql {
        self.bounded
            .is_one_of(sql, self.tenant(), column, Asked::OfOne)
    }

    /// True when records are reached in no other way than by who owns them, or all are.
    pub(crate) fn is_of_owners(&self) -> bool {
        let shared = matches!(self.reach(), Reach::Some(span) if !span.grantees.is_empty());
        !shared && self.bounded.seen.is_none()
    }

    /// The one person whose records are all that is reached.
    pub(crate) fn own_only(&self) -> Option<UserId> {
        match self.reach() {
            Reach::Some(span) if span.is_own_only() => span.own,
            _ => None,
        }
    }

    /// The people whose records are reached, `most` at most and one more; `None` when that is everybody.
    pub async fn owners(
        &self,
        tx: &mut impl Reads,
        most: usize,
    ) -> Result<Option<Vec<UserId>>, StoreError> {
        let Reach::Some(span) = self.reach() else {
            return Ok(None);
        };
        if let Some(user) = span.own.filter(|_| span.is_own_only()) {
            return Ok(Some(vec![user]));
        }
        let Some(people) = span.people(self.tenant()) else {
            return Ok(Some(Vec::new()));
        };
        // The pieces name their columns differently.
        let sql = Sql::new("with p (id) as (")
            .append(people)
            .push(") select p.id from p limit $?", args![most + 1]);
        let rows = tx.rows(sql).await?;
        let ids: Result<Vec<UserId>, StoreError> =
            rows.iter().map(|row| row.reader().id()).collect();
        ids.map(Some)
    }

    /// True when a record of this owner would be within reach because of who owns it: for new records and
    /// for whom a record is given to. The same pieces as [`RecordScope::limit`].
    pub async fn covers(
        &self,
        tx: &mut impl Reads,
        owner: Option<UserId>,
    ) -> Result<bool, StoreError> {
        let everything = *self.reach() == Reach::All && self.bounded.seen.is_none();
        if everything || owner.is_none() {
            return Ok(everything);
        }
        if let Reach::Some(span) = self.reach()
            && span.is_own_only()
            && self.bounded.seen.is_none()
        {
            return Ok(span.own == owner);
        }
        // Another letter than the selects of people have, which stand inside.
        let sql = Sql::new("select count(*) from users o").push(
            " where o.tenant_id = $? and o.id = $?",
            args![self.tenant(), owner],
        );
        let sql = self.is_one(sql, "o.id");
        Ok(tx.number(sql).await? > 0)
    }
}

/// Which of the questions was answered with no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The seat kind does not include it.
    Licence,
    /// The level does not include it.
    Level,
    /// The token may only read.
    ReadOnlyToken,
    /// The act would give or take what the caller does not have himself (D16, P59, P60).
    Outranked,
    /// The permission goes to a part of the people, this far, and the person is not in it (P64).
    OutsidePart(Extent),
}

/// A refusal with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} is not allowed: {because:?}", key.as_str())]
pub struct Denied {
    /// What was asked for.
    pub key: Key,
    /// Why not.
    pub because: Because,
}

impl ToProblem for Denied {
    fn problem(&self) -> &'static ProblemKind {
        match self.because {
            Because::ReadOnlyToken => &problem::TOKEN_READ_ONLY,
            Because::Outranked => &problem::OUTRANKED,
            Because::OutsidePart(_) => &problem::OUTSIDE_PART,
            Because::Licence | Because::Level => &problem::DENIED,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let mut values = vec![("permission", self.key.as_str().to_owned())];
        if let Because::OutsidePart(extent) = self.because {
            values.push(("part", extent.word().unwrap_or("both").to_owned()));
        }
        values
    }
}
