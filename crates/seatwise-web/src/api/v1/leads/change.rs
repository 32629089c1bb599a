//! Making and changing a lead.

use seatwise_domain::problem;
use seatwise_domain::records::{self, LeadChange, Minor, NewLead, NewOwner, Patch};
use serde::Deserialize;
use utoipa::ToSchema;

use super::LeadAnswer;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{
    DateText, Email, EventRef, FieldMap, Name, ShortText, StageKey, UserRef, given,
};
use crate::problem::Problem;

/// A lead to be made. A field that the caller's roles hide or let only read is refused.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateLead {
    title: Name,
    /// Absent for oneself, null for nobody.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<UserRef>)]
    owner_id: Option<Option<UserRef>>,
    /// The first open one without.
    #[serde(default)]
    stage: Option<StageKey>,
    /// In the smallest unit of the account's currency.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 9_000_000_000_000_000i64)]
    value: Option<i64>,
    #[serde(default)]
    opened_on: Option<DateText>,
    /// Today for a closed stage without.
    #[serde(default)]
    closed_on: Option<DateText>,
    #[serde(default)]
    next_step: Option<ShortText>,
    #[serde(default)]
    next_step_on: Option<DateText>,
    #[serde(default)]
    contact_name: Option<ShortText>,
    #[serde(default)]
    contact_email: Option<Email>,
    /// The id in another system; no two leads have the same.
    #[serde(default)]
    external_id: Option<ShortText>,
    /// Further fields, by key.
    #[serde(default)]
    #[schema(nullable = false)]
    fields: Option<FieldMap>,
}

fn date(text: Option<DateText>) -> Option<jiff::civil::Date> {
    text.and_then(|text| text.0.parse().ok())
}

fn stage(key: Option<StageKey>) -> Result<Option<records::StageKey>, Problem> {
    key.map(|key| key.0.parse())
        .transpose()
        .map_err(|_| Problem::new(&problem::STAGE_UNKNOWN))
}

/// Makes it.
pub async fn create(call: Call) -> Done {
    let body: CreateLead = call.body()?;
    let new = NewLead {
        title: body.title.0,
        owner: match body.owner_id {
            None => NewOwner::Me,
            Some(None) => NewOwner::Unassigned,
            Some(Some(id)) => NewOwner::User(id.0),
        },
        stage: stage(body.stage)?,
        value: body.value.map(Minor),
        opened_on: date(body.opened_on),
        closed_on: date(body.closed_on),
        next_step: body.next_step.map(String::from),
        next_step_on: date(body.next_step_on),
        contact_name: body.contact_name.map(String::from),
        contact_email: body.contact_email.map(String::from),
        external_id: body.external_id.map(String::from),
        fields: body.fields.unwrap_or_default().0,
    };
    let lead = records::create(&call.app.db, call.caller()?, &new).await?;
    let place = format!("/leads/{}", lead.row.id);
    Ok(Answer::created(&LeadAnswer::from(lead), &place))
}

/// What to change; what is absent stays, null empties. A field that the caller's roles hide or let only read may
/// come back as it was shown and refuses the whole change otherwise.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditLead {
    #[schema(nullable = false)]
    title: Option<Name>,
    #[schema(nullable = false)]
    stage: Option<StageKey>,
    /// In the smallest unit of the account's currency.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<i64>, minimum = 0, maximum = 9_000_000_000_000_000i64)]
    value: Option<Option<i64>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<DateText>)]
    opened_on: Option<Option<DateText>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<DateText>)]
    closed_on: Option<Option<DateText>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<ShortText>)]
    next_step: Option<Option<ShortText>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<DateText>)]
    next_step_on: Option<Option<DateText>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<ShortText>)]
    contact_name: Option<Option<ShortText>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Email>)]
    contact_email: Option<Option<Email>>,
    /// Further fields that change; an empty text clears one.
    #[schema(nullable = false)]
    fields: Option<FieldMap>,
    /// `version` of what was seen; another one refuses the change.
    #[schema(nullable = false)]
    version: Option<EventRef>,
}

fn patch<T, U>(field: Option<Option<T>>, value: impl FnOnce(T) -> U) -> Patch<U> {
    match field {
        None => Patch::Keep,
        Some(None) => Patch::Clear,
        Some(Some(given)) => Patch::To(value(given)),
    }
}

fn patch_date(field: Option<Option<DateText>>) -> Patch<jiff::civil::Date> {
    match field {
        None => Patch::Keep,
        Some(text) => Patch::from_form(date(text)),
    }
}

/// Changes it.
pub async fn edit(call: Call) -> Done {
    let body: EditLead = call.body()?;
    let change = LeadChange {
        title: body.title.map(String::from),
        stage: stage(body.stage)?,
        value: patch(body.value, Minor),
        opened_on: patch_date(body.opened_on),
        closed_on: patch_date(body.closed_on),
        next_step: patch(body.next_step, String::from),
        next_step_on: patch_date(body.next_step_on),
        contact_name: patch(body.contact_name, String::from),
        contact_email: patch(body.contact_email, String::from),
        fields: body.fields.unwrap_or_default().0,
        version: body.version.map(|id| id.0),
    };
    let lead = records::edit(&call.app.db, call.caller()?, call.id("id")?, &change).await?;
    Ok(Answer::ok(&LeadAnswer::from(lead)))
}
