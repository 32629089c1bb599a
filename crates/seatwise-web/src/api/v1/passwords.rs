//! A forgotten password: ask for a link, use it. For anybody.

use axum::http::Method;
use seatwise_domain::text::email_key;
use seatwise_domain::users;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{LinkSecret, NewPassword, SignInName};

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::POST, "/password/forgot", "forgotPassword", forgot)
            .public()
            .body::<Forgot>(json!({ "email": "anna@example.com" }))
            .answers::<Accepted>(200),
        Operation::new(Method::POST, "/password/reset", "resetPassword", reset)
            .public()
            .body::<Reset>(json!({
                "token": "swr_01980000000000000000000000000000000000000000000000000000000",
                "password": "quick-heron-maps-9-rivers"
            }))
            .answers::<Accepted>(200),
    ]
}

/// Whose password was forgotten.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Forgot {
    email: SignInName,
}

/// The same whether there is such a person or not.
#[derive(Debug, Serialize, ToSchema)]
struct Accepted {
    /// Always true.
    accepted: bool,
}

async fn forgot(call: Call) -> Done {
    let body: Forgot = call.body()?;
    call.app
        .limits
        .mail(&email_key(&body.email.0), &call.address)?;
    call.app.mail_reset_link(body.email.0);
    Ok(Answer::ok(&Accepted { accepted: true }))
}

/// A link that was mailed, and the next password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Reset {
    /// The secret of the link.
    token: LinkSecret,
    password: NewPassword,
}

async fn reset(call: Call) -> Done {
    let body: Reset = call.body()?;
    users::reset(&call.app.db, &body.token.0, &body.password.0).await?;
    Ok(Answer::ok(&Accepted { accepted: true }))
}
