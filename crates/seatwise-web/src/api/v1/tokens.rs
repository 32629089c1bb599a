//! Personal API tokens.

use axum::http::Method;
use seatwise_domain::authn::{self, ApiToken, NewToken, Secret};
use seatwise_domain::problem;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{Instant, Name, TokenRef};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/tokens", "listTokens", list).answers::<Tokens>(200),
        Operation::new(Method::POST, "/tokens", "createToken", create)
            .body::<CreateToken>(json!({ "name": "Reports", "scopes": ["read"], "days": 90 }))
            .answers::<FreshToken>(201)
            .secret(),
        Operation::new(Method::DELETE, "/tokens/{id}", "revokeToken", revoke),
    ]
}

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum TokenScope {
    /// Look.
    Read,
    /// Change.
    Write,
}

fn scopes(may_write: bool) -> Vec<TokenScope> {
    if may_write {
        vec![TokenScope::Read, TokenScope::Write]
    } else {
        vec![TokenScope::Read]
    }
}

/// A token, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenLine {
    id: TokenRef,
    name: String,
    scopes: Vec<TokenScope>,
    created_at: Instant,
    /// Null for one that does not end by itself.
    #[schema(required)]
    expires_at: Option<Instant>,
}

impl From<ApiToken> for TokenLine {
    fn from(token: ApiToken) -> Self {
        Self {
            id: token.id.into(),
            name: token.name,
            scopes: scopes(token.may_write),
            created_at: token.created_at.into(),
            expires_at: token.expires_at.map(Instant::from),
        }
    }
}

/// The live tokens of the person; at most 100, so there are no pages.
#[derive(Debug, Serialize, ToSchema)]
pub struct Tokens {
    pub items: Vec<TokenLine>,
}

async fn list(call: Call) -> Done {
    let caller = call.caller()?;
    let Some(user) = caller.user() else {
        return Err(Problem::new(&problem::SIGN_IN_NEEDED));
    };
    let mut tx = call.app.db.read().await?;
    let tokens = authn::tokens(&mut tx, caller.tenant(), user).await?;
    let items = tokens.into_iter().map(TokenLine::from).collect();
    Ok(Answer::ok(&Tokens { items }))
}

/// A token to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateToken {
    pub name: Name,
    /// What it may do.
    #[schema(min_items = 1, max_items = 2)]
    pub scopes: Vec<TokenScope>,
    /// For how many days; without, it does not end by itself.
    #[serde(default)]
    #[schema(nullable = false, minimum = 1, maximum = 3650)]
    pub days: Option<u32>,
}

/// A new token. Its secret is shown here and nowhere else.
#[derive(Debug, Serialize, ToSchema)]
pub struct FreshToken {
    id: TokenRef,
    name: String,
    scopes: Vec<TokenScope>,
    created_at: Instant,
    /// Null for one that does not end by itself.
    #[schema(required)]
    expires_at: Option<Instant>,
    /// The secret, for `Authorization: Bearer`.
    token: String,
}

impl FreshToken {
    /// The token with its secret.
    pub fn new(token: ApiToken, secret: Secret) -> Self {
        let line = TokenLine::from(token);
        Self {
            id: line.id,
            name: line.name,
            scopes: line.scopes,
            created_at: line.created_at,
            expires_at: line.expires_at,
            token: secret.shown,
        }
    }
}

async fn create(call: Call) -> Done {
    let body: CreateToken = call.body()?;
    let new = NewToken {
        name: body.name.0,
        may_write: body.scopes.contains(&TokenScope::Write),
        days: body.days,
    };
    let (token, secret) = authn::create_token(&call.app.db, call.caller()?, &new).await?;
    let place = format!("/tokens/{}", token.id);
    Ok(Answer::created(&FreshToken::new(token, secret), &place))
}

async fn revoke(call: Call) -> Done {
    authn::revoke_token(&call.app.db, call.caller()?, call.id("id")?).await?;
    Ok(Answer::nothing())
}
