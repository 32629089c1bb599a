//! One's own further addresses, which sign in and are found as well (N34).

use axum::http::Method;
use seatwise_domain::problem;
use seatwise_domain::users;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::Email;
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/me/aliases", "listAliases", list).answers::<Aliases>(200),
        Operation::new(Method::POST, "/me/aliases", "addAlias", add)
            .body::<Alias>(json!({ "email": "a.beispiel@example.com" }))
            .answers::<Aliases>(200),
        Operation::new(Method::DELETE, "/me/aliases", "removeAlias", remove).query::<Alias>(),
    ]
}

/// An address.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Alias {
    /// Letter case does not matter.
    email: Email,
}

/// The further addresses of the person, by letter; at most 20, so there are no pages.
#[derive(Debug, Serialize, ToSchema)]
struct Aliases {
    items: Vec<AliasLine>,
}

/// A further address.
#[derive(Debug, Serialize, ToSchema)]
struct AliasLine {
    /// As it was typed.
    email: String,
}

async fn own(call: &Call) -> Result<Aliases, Problem> {
    let caller = call.caller()?;
    let user = caller.user();
    let user = user.ok_or_else(|| Problem::new(&problem::SIGN_IN_NEEDED))?;
    let mut tx = call.app.db.read().await?;
    let found = users::aliases(&mut tx, caller.tenant(), user).await?;
    let items = found.into_iter().map(|email| AliasLine { email }).collect();
    Ok(Aliases { items })
}

async fn list(call: Call) -> Done {
    Ok(Answer::ok(&own(&call).await?))
}

async fn add(call: Call) -> Done {
    let body: Alias = call.body()?;
    users::add_alias(&call.app.db, call.caller()?, &body.email.0).await?;
    Ok(Answer::ok(&own(&call).await?))
}

async fn remove(call: Call) -> Done {
    let query: Alias = call.query()?;
    users::remove_alias(&call.app.db, call.caller()?, &query.email.0).await?;
    Ok(Answer::nothing())
}
