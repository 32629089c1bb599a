//! Service users: accounts of programs, and their tokens.

use axum::http::Method;
use seatwise_domain::authn::NewToken;
use seatwise_domain::authz::Key;
use seatwise_domain::ids::{TokenId, UserId};
use seatwise_domain::users::service::{self, NewServiceUser};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{Name, Reason, RoleRef};
use crate::api::v1::tokens::{CreateToken, FreshToken, TokenLine, TokenScope, Tokens};
use crate::api::v1::users::UserAnswer;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::POST, "/service-users", "createServiceUser", create)
            .needs(Key::EditServiceUsers)
            .body::<CreateServiceUser>(json!({ "name": "Dialer", "role": "sales" }))
            .answers::<UserAnswer>(201),
        Operation::new(Method::GET, "/users/{id}/tokens", "listServiceTokens", list)
            .tag("service-users")
            .needs(Key::EditServiceUsers)
            .answers::<Tokens>(200),
        Operation::new(
            Method::POST,
            "/users/{id}/tokens",
            "createServiceToken",
            create_token,
        )
        .tag("service-users")
        .needs(Key::EditServiceUsers)
        .body::<CreateToken>(json!({ "name": "Calls", "scopes": ["read", "write"], "days": 90 }))
        .answers::<FreshToken>(201)
        .secret(),
        Operation::new(
            Method::DELETE,
            "/users/{id}/tokens/{token}",
            "revokeServiceToken",
            revoke_token,
        )
        .tag("service-users")
        .needs(Key::EditServiceUsers),
    ]
}

/// A service user to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CreateServiceUser {
    name: Name,
    /// What it may do; never more than the caller.
    role: RoleRef,
    #[serde(default)]
    #[schema(nullable = false)]
    reason: Option<Reason>,
}

async fn create(call: Call) -> Done {
    let body: CreateServiceUser = call.body()?;
    let new = NewServiceUser {
        name: body.name.0,
        role: body.role.0,
        reason: body.reason.map(String::from).unwrap_or_default(),
    };
    let user = service::create(&call.app.db, call.caller()?, &new).await?;
    let place = format!("/users/{}", user.id);
    Ok(Answer::created(&UserAnswer::from(user), &place))
}

async fn list(call: Call) -> Done {
    let user: UserId = call.id("id")?;
    let mut tx = call.app.db.read().await?;
    let tokens = service::tokens(&mut tx, call.caller()?, user).await?;
    let items = tokens.into_iter().map(TokenLine::from).collect();
    Ok(Answer::ok(&Tokens { items }))
}

async fn create_token(call: Call) -> Done {
    let user: UserId = call.id("id")?;
    let body: CreateToken = call.body()?;
    let new = NewToken {
        name: body.name.0,
        may_write: body.scopes.contains(&TokenScope::Write),
        days: body.days,
    };
    let (db, caller) = (&call.app.db, call.caller()?);
    let (token, secret) = service::create_token(db, caller, user, &new).await?;
    let place = format!("/users/{user}/tokens/{}", token.id);
    Ok(Answer::created(&FreshToken::new(token, secret), &place))
}

async fn revoke_token(call: Call) -> Done {
    let (user, token): (UserId, TokenId) = (call.id("id")?, call.id("token")?);
    service::revoke_token(&call.app.db, call.caller()?, user, token).await?;
    Ok(Answer::nothing())
}
