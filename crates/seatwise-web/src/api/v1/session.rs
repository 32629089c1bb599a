//! The session of a browser: sign in, look, sign out.

use axum::http::{Method, header};
use seatwise_domain::authn::{self, SignIn, SignInError};
use seatwise_domain::authz::{Caller, Source};
use seatwise_domain::problem;
use seatwise_domain::text::email_key;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::me::Me;
use crate::api::call::{Answer, Call};
use crate::api::identify;
use crate::api::operation::{Done, Operation};
use crate::api::types::{KeyText, SignInName, Slug, TypedPassword};
use crate::cookies;
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::POST, "/session", "signIn", sign_in)
            .public()
            .body::<SignInBody>(
                json!({ "email": "anna@example.com", "password": "tall-otter-sings" }),
            )
            .answers::<SessionAnswer>(200),
        Operation::new(Method::GET, "/session", "getSession", show).answers::<SessionAnswer>(200),
        Operation::new(Method::DELETE, "/session", "signOut", sign_out),
    ]
}

/// Who signs in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignInBody {
    email: SignInName,
    password: TypedPassword,
    /// Which account, where the address belongs to people in several.
    #[serde(default)]
    #[schema(nullable = false)]
    account: Option<Slug>,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
struct SessionAnswer {
    /// What changing calls carry as `X-CSRF-Token`; null where a token and no cookie signs the call.
    #[schema(required)]
    csrf: Option<KeyText>,
    user: Me,
}

async fn sign_in(call: Call) -> Done {
    let body: SignInBody = call.body()?;
    let name = email_key(&body.email.0);
    call.app.limits.sign_in(&name, &call.address)?;
    let command = SignIn {
        name: body.email.0,
        password: body.password.0,
        account: body.account.map(|slug| slug.0),
        agent: call.agent.clone(),
        address: call.address.clone(),
        source: Source::Api,
    };
    let done = authn::sign_in(&call.app.db, &command)
        .await
        .map_err(refusal)?;
    let mut tx = call.app.db.read().await?;
    let caller = Caller::load(&mut tx, done.tenant, done.user, Source::Api)
        .await?
        .ok_or_else(|| Problem::new(&problem::SIGN_IN_FAILED))?;
    let answer = SessionAnswer {
        csrf: Some(KeyText(identify::csrf(&done.secret.shown))),
        user: Me::read(&mut tx, &caller).await?,
    };
    let transport = call.app.site.transport();
    let cookie = cookies::session_cookie(transport, &done.slug, &done.secret.shown);
    Ok(Answer::ok(&answer).header(header::SET_COOKIE, &cookie))
}

/// Who has to change his password first gets the secret for `/password/reset` with the refusal.
fn refusal(error: SignInError) -> Problem {
    let SignInError::PasswordDue(link) = error else {
        return error.into();
    };
    let mut problem = Problem::new(&problem::PASSWORD_DUE);
    problem.values.push(("token", link.shown));
    problem
}

async fn show(call: Call) -> Done {
    let caller = call.caller()?;
    let secret = call
        .known
        .as_ref()
        .and_then(|known| known.session.as_ref())
        .map(|(_, secret)| KeyText(identify::csrf(secret)));
    let mut tx = call.app.db.read().await?;
    Ok(Answer::ok(&SessionAnswer {
        csrf: secret,
        user: Me::read(&mut tx, caller).await?,
    }))
}

async fn sign_out(call: Call) -> Done {
    let caller = call.caller()?;
    let Some((session, _)) = call.known.as_ref().and_then(|known| known.session.as_ref()) else {
        return Err(Problem::new(&problem::NOT_FOUND));
    };
    authn::sign_out(&call.app.db, caller, session).await?;
    let slug = caller
        .identity()
        .map_or("", |identity| identity.slug.as_str());
    let cookie = cookies::ended_cookie(call.app.site.transport(), slug);
    Ok(Answer::nothing().header(header::SET_COOKIE, &cookie))
}
