//! A person leaves, with his leads handed over, and comes back.

use seatwise_domain::authz::{AssignRecords, DeactivateUsers, ViewUsers};
use seatwise_domain::handover::{self, HandOverCommand, Receiver, Stages};
use seatwise_domain::ids::UserId;
use seatwise_domain::records::StageKey as DomainStage;
use seatwise_domain::users::{self, Deactivate, HandOverChoice};
use seatwise_domain::{problem, records};
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{ArrayBuilder, OneOfBuilder};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::UserAnswer;
use super::show::ReferenceLine;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{EventRef, LeadStateWord, Reason, StageKey, UserRef};
use crate::api::v1::hand_overs::HandOverAnswer;
use crate::problem::Problem;

/// What becomes of a leaver's leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum RecordsChoice {
    /// To the person that `to` names.
    Reassign,
    /// To the unassigned leads.
    Unassign,
    /// Nothing now.
    Later,
}

/// Which leads move.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum StagesChoice {
    /// `open`: won, lost and cancelled ones stay with the leaver. `all`: none stays.
    Kind(StagesWord),
    /// Those in these stages.
    These(Vec<StageKey>),
}

impl PartialSchema for StagesChoice {
    fn schema() -> RefOr<Schema> {
        OneOfBuilder::new()
            .description(Some("`open`, `all`, or the keys of stages."))
            .item(StagesWord::schema())
            .item(
                ArrayBuilder::new()
                    .items(StageKey::schema())
                    .max_items(Some(100)),
            )
            .into()
    }
}

impl ToSchema for StagesChoice {
    fn name() -> std::borrow::Cow<'static, str> {
        "StagesChoice".into()
    }
}

/// Open leads, or all.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum StagesWord {
    /// Open ones.
    Open,
    /// All.
    All,
}

/// The stages as the domain knows them.
pub fn stages(choice: Option<StagesChoice>) -> Result<Stages, Problem> {
    Ok(match choice {
        None | Some(StagesChoice::Kind(StagesWord::Open)) => Stages::Open,
        Some(StagesChoice::Kind(StagesWord::All)) => Stages::All,
        Some(StagesChoice::These(keys)) => {
            let keys: Result<Vec<DomainStage>, _> =
                keys.into_iter().map(|key| key.0.parse()).collect();
            Stages::These(keys.map_err(|_| Problem::new(&problem::STAGE_UNKNOWN))?)
        }
    })
}

/// How a person leaves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeactivateBody {
    records: RecordsChoice,
    /// Who gets the leads; with `reassign` only.
    #[serde(default)]
    to: Option<UserRef>,
    /// Which leads move; open ones without.
    #[serde(default)]
    #[schema(nullable = false)]
    stages: Option<StagesChoice>,
    /// How many leads were announced to move; another number refuses.
    #[serde(default)]
    #[schema(nullable = false)]
    expected: Option<u64>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// What a deactivation did.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeactivatedAnswer {
    user: UserAnswer,
    /// The hand-over; null with `later`.
    #[schema(required)]
    hand_over: Option<HandOverAnswer>,
    /// How many sessions ended.
    sessions_ended: u64,
    /// The line of the audit log.
    event_id: EventRef,
}

/// Deactivates.
pub async fn deactivate(call: Call) -> Done {
    let body: DeactivateBody = call.body()?;
    let hand_over = match (body.records, body.to) {
        (RecordsChoice::Reassign, Some(to)) => HandOverChoice::To(to.0),
        (RecordsChoice::Reassign, None) => return Err(Problem::new(&problem::HEIR_NEEDED)),
        // Who names a person means something else than what would happen.
        (RecordsChoice::Unassign | RecordsChoice::Later, Some(_)) => {
            return Err(Problem::new(&problem::HEIR_NOT_WANTED));
        }
        (RecordsChoice::Unassign, None) => HandOverChoice::Unassign,
        (RecordsChoice::Later, None) => HandOverChoice::Later,
    };
    let command = Deactivate {
        user: call.id("id")?,
        hand_over,
        stages: stages(body.stages)?,
        reason: body.reason.map(String::from).unwrap_or_default(),
        expected: body.expected,
    };
    let done = users::deactivate(&call.app.db, call.caller()?, &command).await?;
    let now = call.app.db.now();
    Ok(Answer::ok(&DeactivatedAnswer {
        user: done.user.into(),
        hand_over: done.hand_over.map(|one| HandOverAnswer::new(one, now)),
        sessions_ended: done.sessions,
        event_id: done.event.into(),
    }))
}

/// For which choice of stages.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct PreviewQuery {
    /// Open leads move, or all; open ones without.
    #[schema(nullable = false)]
    stages: Option<StagesWord>,
    /// Only receivers whose name or address contains this.
    #[schema(nullable = false, max_length = 200)]
    search: Option<String>,
}

/// What a deactivation would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewAnswer {
    /// What points at the person.
    references: Vec<ReferenceLine>,
    /// Stage by stage, also the empty ones.
    stages: Vec<StageEffect>,
    /// How many leads would move.
    moves: u64,
    /// How many would stay with the leaver.
    stays: u64,
    /// Who may get the leads: the first 200 by name, of those that the search finds.
    receivers: Vec<ReceiverLine>,
}

/// What happens to the leads of one stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct StageEffect {
    stage: String,
    state: LeadStateWord,
    count: u64,
    /// In the smallest unit of the account's currency.
    #[schema(required)]
    value: Option<i64>,
    /// False when they stay with the leaver.
    moves: bool,
}

impl From<handover::StageEffect> for StageEffect {
    fn from(line: handover::StageEffect) -> Self {
        Self {
            stage: line.count.stage.key.to_string(),
            state: line.count.stage.state.into(),
            count: line.count.count,
            value: line.count.sum.map(|sum| sum.0),
            moves: line.moves,
        }
    }
}

/// Somebody who may get leads.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiverLine {
    id: UserRef,
    name: String,
    /// True before the first sign-in.
    pending: bool,
}

/// Shows the effect and changes nothing.
pub async fn preview(call: Call) -> Done {
    let id: UserId = call.id("id")?;
    let query: PreviewQuery = call.query()?;
    let caller = call.caller()?;
    caller.scope::<DeactivateUsers>()?;
    let viewing = caller.scope::<ViewUsers>()?;
    let scope = caller.records::<AssignRecords>()?;
    let wanted = stages(query.stages.map(StagesChoice::Kind))?;
    let mut tx = call.app.db.read().await?;
    users::find(&mut tx, &viewing, id)
        .await?
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let references = users::references(&mut tx, &viewing, id).await?;
    let effect = handover::preview(&mut tx, &scope, id, &wanted).await?;
    let search = query.search.as_deref();
    let receivers =
        records::assignees(&mut tx, &scope, records::Context::HandOver, search, 200).await?;
    Ok(Answer::ok(&PreviewAnswer {
        references: references.into_iter().map(ReferenceLine::from).collect(),
        stages: effect.stages.into_iter().map(StageEffect::from).collect(),
        moves: effect.moves,
        stays: effect.stays,
        receivers: receivers
            .into_iter()
            .filter(|person| person.id != id)
            .map(|person| ReceiverLine {
                id: person.id.into(),
                name: person.name,
                pending: person.pending,
            })
            .collect(),
    }))
}

/// Why.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonBody {
    #[schema(nullable = false)]
    pub reason: Option<Reason>,
}

impl ReasonBody {
    /// The words; none are an empty text.
    pub fn words(self) -> String {
        self.reason.map(String::from).unwrap_or_default()
    }
}

/// Why, for calls without a body.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct ReasonQuery {
    /// Why; stands in the audit log.
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

impl ReasonQuery {
    /// The words; none are an empty text.
    pub fn words(self) -> String {
        self.reason.map(String::from).unwrap_or_default()
    }
}

/// Removes a deactivated person for good; the answer is what is left of him.
pub async fn remove(call: Call) -> Done {
    let reason = call.body::<ReasonBody>()?.words();
    let user = users::anonymise(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::ok(&UserAnswer::from(user)))
}

/// Brings back.
pub async fn reactivate(call: Call) -> Done {
    let reason = call.body::<ReasonBody>()?.words();
    let user = users::reactivate(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::ok(&UserAnswer::from(user)))
}

/// What to hand over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverBody {
    /// Who gets the leads; null for the unassigned ones.
    #[schema(required)]
    to: Option<UserRef>,
    /// Which leads move; open ones without.
    #[serde(default)]
    #[schema(nullable = false)]
    stages: Option<StagesChoice>,
    /// How many were announced; another number refuses.
    #[serde(default)]
    #[schema(nullable = false)]
    expected: Option<u64>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Hands over.
pub async fn hand_over(call: Call) -> Done {
    let body: HandOverBody = call.body()?;
    let command = HandOverCommand {
        from: call.id("id")?,
        to: body
            .to
            .map_or(Receiver::Unassigned, |to| Receiver::User(to.0)),
        stages: stages(body.stages)?,
        reason: body.reason.map(String::from).unwrap_or_default(),
        expected: body.expected,
    };
    let made = handover::manage(&call.app.db, call.caller()?, &command).await?;
    Ok(Answer::ok(&HandOverAnswer::new(made, call.app.db.now())))
}

/// The newest hand-overs of a person's leads, at most 50.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandOvers {
    items: Vec<HandOverAnswer>,
}

/// Lists them.
pub async fn hand_overs(call: Call) -> Done {
    let id: UserId = call.id("id")?;
    let scope = call.caller()?.records::<AssignRecords>()?;
    let viewing = call.caller()?.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    users::find(&mut tx, &viewing, id)
        .await?
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let found = handover::list_of_leaver(&mut tx, &scope, id, 50).await?;
    let now = call.app.db.now();
    let items = found
        .into_iter()
        .map(|one| HandOverAnswer::new(one, now))
        .collect();
    Ok(Answer::ok(&HandOvers { items }))
}
