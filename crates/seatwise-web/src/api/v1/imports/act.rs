//! Matching columns, trying, running, mailing, undoing.

use seatwise_domain::imports::{self, Mapping, Options, Undo, Which};
use seatwise_domain::problem;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ImportAnswer, OptionsAnswer, find};
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::{ImportFieldWord, Reason};
use crate::api::v1::users::ReasonQuery;
use crate::problem::Problem;

/// Which column goes into which field.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MapBody {
    /// For each column of the file its field, or null to leave it out.
    #[schema(max_items = 1_000)]
    columns: Vec<Option<ImportFieldWord>>,
    /// What is absent stays.
    #[serde(default)]
    #[schema(nullable = false)]
    options: Option<OptionsAnswer>,
}

fn chosen(before: Options, given: Option<OptionsAnswer>) -> Options {
    let Some(given) = given else {
        return before;
    };
    Options {
        seat_kind: given.seat_kind.map_or(before.seat_kind, Into::into),
        update: given.update.unwrap_or(before.update),
        create_teams: given.create_teams.unwrap_or(before.create_teams),
        when_full: given.when_full.map_or(before.when_full, Into::into),
        mail_now: given.mail_now.unwrap_or(before.mail_now),
        date_order: given.date_order.map_or(before.date_order, Into::into),
        unknown_owner: given.unknown_owner.map_or(before.unknown_owner, Into::into),
        pending_owners: given.pending_owners.unwrap_or(before.pending_owners),
        historic: given.historic.unwrap_or(before.historic),
    }
}

/// Keeps the mapping.
pub async fn map(call: Call) -> Done {
    let body: MapBody = call.body()?;
    let id = call.id("id")?;
    let before = find(&call, id).await?;
    let columns: Result<Vec<_>, _> = body
        .columns
        .into_iter()
        .map(|field| field.map(|field| field.0.parse()).transpose())
        .collect();
    let mapping = Mapping(columns.map_err(|_| Problem::new(&problem::MAPPING_INVALID))?);
    let options = chosen(before.options, body.options);
    let import = imports::map(&call.app.db, call.caller()?, id, &mapping, &options).await?;
    Ok(Answer::ok(&ImportAnswer::from(import)))
}

/// The dry run.
pub async fn check(call: Call) -> Done {
    let import = imports::check(&call.app.db, call.caller()?, call.id("id")?).await?;
    Ok(Answer::ok(&ImportAnswer::from(import)))
}

/// Begins the run; a job goes on with it.
pub async fn run(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    let import = imports::run(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::accepted(&ImportAnswer::from(import)))
}

/// Which rows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowsBody {
    /// Numbers of rows, as the office program shows them; all without.
    #[serde(default)]
    #[schema(nullable = false, max_items = 500)]
    rows: Option<Vec<u32>>,
}

/// Sends the activation mails of people who have got none.
pub async fn mail(call: Call) -> Done {
    let body: RowsBody = call.body()?;
    let id = call.id("id")?;
    let rows = body.rows.as_deref();
    let import = imports::send_activations(&call.app.db, call.caller()?, id, rows).await?;
    Ok(Answer::accepted(&ImportAnswer::from(import)))
}

/// Goes on with what stopped; a job does the rest.
pub async fn resume(call: Call) -> Done {
    let import = imports::resume(&call.app.db, call.caller()?, call.id("id")?).await?;
    Ok(Answer::accepted(&ImportAnswer::from(import)))
}

/// Which rows, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoBody {
    /// Numbers of rows, as the office program shows them; all without.
    #[serde(default)]
    #[schema(nullable = false, max_items = 100)]
    rows: Option<Vec<u32>>,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

/// Begins the undo; a job goes on with it.
pub async fn undo(call: Call) -> Done {
    let body: UndoBody = call.body()?;
    let undo = Undo {
        import: call.id("id")?,
        which: body.rows.map_or(Which::All, Which::Rows),
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let import = imports::undo(&call.app.db, call.caller()?, &undo).await?;
    Ok(Answer::accepted(&ImportAnswer::from(import)))
}
