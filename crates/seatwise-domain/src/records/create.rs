//! Making a lead by hand.

use super::assignees::{Context, Refusal, may_receive};
use super::credit::Today;
use super::stages::{self, Stage};
use super::veil::{FieldLocked, kept, veiled};
use super::{FieldError, Fields, Lead, Minor, StageKey, draft, sql};
use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authz::{Caller, CreateRecords, Denied, RecordScope};
use crate::ids::{EventId, RecordId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{Db, StoreError, WriteTx};

/// Who shall own a new lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NewOwner {
    /// Whoever makes it; nobody if a program does.
    #[default]
    Me,
    /// A person.
    User(UserId),
    /// Nobody yet.
    Unassigned,
}

/// What a new lead shall be.
#[derive(Debug, Clone, Default)]
pub struct NewLead {
    /// What it is called.
    pub title: String,
    /// Who owns it.
    pub owner: NewOwner,
    /// Where it stands; the first open stage unless given.
    pub stage: Option<StageKey>,
    /// What it is worth.
    pub value: Option<Minor>,
    /// When the work on it began.
    pub opened_on: Option<jiff::civil::Date>,
    /// When it was closed; today for a closed stage unless given.
    pub closed_on: Option<jiff::civil::Date>,
    /// What is to be done next.
    pub next_step: Option<String>,
    /// When.
    pub next_step_on: Option<jiff::civil::Date>,
    /// The person at the customer's.
    pub contact_name: Option<String>,
    /// That person's address.
    pub contact_email: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Further fields.
    pub fields: Fields,
}

/// Why a lead was not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// A field is wrong.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// A role keeps the field from the caller.
    #[error(transparent)]
    Locked(#[from] FieldLocked),
    /// The stage does not exist in this account.
    #[error("there is no such stage")]
    StageUnknown,
    /// The owner may not own leads.
    #[error(transparent)]
    Owner(#[from] Refusal),
    /// Who sees own leads only makes own leads only.
    #[error("a lead for somebody else needs the right to assign leads")]
    NotYours,
    /// Another lead has the external id.
    #[error("another lead has this external id")]
    ExternalIdTaken,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CreateError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Denied(error) => error.problem(),
            Self::Field(error) => error.problem(),
            Self::Locked(error) => error.problem(),
            Self::StageUnknown => &problem::STAGE_UNKNOWN,
            Self::Owner(error) => error.problem(),
            Self::NotYours => &problem::RECEIVER_OUT_OF_REACH,
            Self::ExternalIdTaken => &problem::EXTERNAL_ID_TAKEN,
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Denied(error) => error.values(),
            Self::Locked(error) => error.values(),
            _ => Vec::new(),
        }
    }
}

/// A lead that was checked and waits to be written.
#[derive(Debug)]
pub(super) struct Fresh {
    pub(super) id: RecordId,
    pub(super) owner: Option<UserId>,
    pub(super) stage: Stage,
    pub(super) lead: NewLead,
    pub(super) created_by: Option<UserId>,
    pub(super) event: EventId,
    pub(super) today: Today,
}

/// Makes a lead.
pub async fn create(db: &Db, caller: &Caller, new: &NewLead) -> Result<Lead, CreateError> {
    let scope = caller.records::<CreateRecords>()?;
    let mut lead = kept(cleaned(new)?, &NewLead::default(), scope.fields())
        .map_err(|field| FieldLocked::of(caller, field))?;
    let mut tx = db.write().await?;
    let stage = stage_of(&mut tx, &scope, lead.stage.as_ref()).await?;
    let owner = owner_of(&mut tx, &scope, lead.owner).await?;
    if let Some(external) = lead.external_id.as_deref()
        && sql::external_taken(&mut tx, &scope, external).await?
    {
        return Err(CreateError::ExternalIdTaken);
    }
    let today = stages::today(&mut tx, &scope).await?;
    if stage.state.is_closed() && lead.closed_on.is_none() {
        lead.closed_on = Some(today.date);
    }
    let fresh = Fresh {
        id: tx.id(),
        owner,
        stage,
        lead,
        created_by: scope.user(),
        event: tx.id(),
        today,
    };
    let made = sql::insert(&mut tx, &scope, &fresh).await;
    made.map_err(|error| match error {
        StoreError::Duplicate(_) => CreateError::ExternalIdTaken,
        error => CreateError::Store(error),
    })?;
    let made = sql::find(&mut tx, &scope, fresh.id).await?;
    let made = made.ok_or_else(|| StoreError::fault("a lead that was just made is missing"))?;
    let event = Event::new(EventKind::LeadCreated)
        .with_id(fresh.event)
        .on(SubjectKind::Lead, fresh.id, made.row.title.clone())
        .detail("stage", made.row.stage.as_str())
        .detail(
            "owner",
            made.row.owner.as_ref().map(|owner| owner.name.clone()),
        );
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(veiled(made, scope.fields()))
}

fn cleaned(new: &NewLead) -> Result<NewLead, FieldError> {
    Ok(NewLead {
        title: draft::title(&new.title)?,
        owner: new.owner,
        stage: new.stage.clone(),
        value: draft::value(new.value)?,
        opened_on: new.opened_on,
        closed_on: new.closed_on,
        next_step: draft::line(new.next_step.as_deref())?,
        next_step_on: new.next_step_on,
        contact_name: draft::line(new.contact_name.as_deref())?,
        contact_email: draft::contact_email(new.contact_email.as_deref())?,
        external_id: draft::line(new.external_id.as_deref())?,
        fields: draft::fields(&new.fields)?,
    })
}

async fn stage_of(
    tx: &mut WriteTx,
    scope: &RecordScope<CreateRecords>,
    wanted: Option<&StageKey>,
) -> Result<Stage, CreateError> {
    let all = stages::stages(tx, scope).await?;
    let found = all.into_iter().find(|stage| match wanted {
        Some(key) => stage.key == *key,
        None => !stage.state.is_closed(),
    });
    found.ok_or(CreateError::StageUnknown)
}

async fn owner_of(
    tx: &mut WriteTx,
    scope: &RecordScope<CreateRecords>,
    wanted: NewOwner,
) -> Result<Option<UserId>, CreateError> {
    let owner = match wanted {
        NewOwner::Me => scope.user(),
        NewOwner::User(user) => Some(user),
        NewOwner::Unassigned => None,
    };
    if !scope.covers(tx, owner).await? {
        return Err(CreateError::NotYours);
    }
    if let Some(user) = owner
        && let Some(refusal) = may_receive(tx, scope, user, Context::Picker).await?
    {
        return Err(refusal.into());
    }
    Ok(owner)
}
