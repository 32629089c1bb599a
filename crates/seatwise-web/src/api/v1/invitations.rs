//! Invitations: by address alone, and their acceptance.

use axum::http::{Method, header};
use seatwise_domain::authn::SignedIn;
use seatwise_domain::authz::{Caller, Key, Source};
use seatwise_domain::problem;
use seatwise_domain::users::{self, Activate, Invite};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::me::Me;
use super::users::UserAnswer;
use crate::api::call::{Answer, Call};
use crate::api::identify;
use crate::api::operation::{Done, Operation};
use crate::api::types::{
    Email, Instant, KeyText, Language, LevelWord, LinkSecret, Name, NewPassword,
};
use crate::cookies;
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::POST, "/invitations", "invite", invite)
            .needs(Key::InviteUsers)
            .body::<InviteBody>(json!({ "email": "neu@example.com" }))
            .answers::<UserAnswer>(201),
        Operation::new(Method::POST, "/invitations/show", "showInvitation", show)
            .public()
            .body::<Token>(json!({ "token": "swa_01980000000000000000000000000000000000000000000000000000000" }))
            .answers::<InvitationAnswer>(200),
        Operation::new(Method::POST, "/invitations/accept", "acceptInvitation", accept)
            .public()
            .body::<Accept>(json!({
                "token": "swa_01980000000000000000000000000000000000000000000000000000000",
                "name": "Anna Beispiel",
                "password": "quick-heron-maps-9-rivers"
            }))
            .answers::<AcceptedAnswer>(200),
    ]
}

/// Whom to invite.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct InviteBody {
    email: Email,
    /// `user` without.
    #[serde(default)]
    #[schema(nullable = false)]
    level: Option<LevelWord>,
}

async fn invite(call: Call) -> Done {
    let body: InviteBody = call.body()?;
    let mut command = Invite::by_email(body.email.0);
    if let Some(level) = body.level {
        command.level = level.into();
    }
    let invited = users::invite(&call.app.db, call.caller()?, &command).await?;
    let place = format!("/users/{}", invited.user.id);
    Ok(Answer::created(&UserAnswer::from(invited.user), &place))
}

/// The secret of a link.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Token {
    token: LinkSecret,
}

/// An invitation that somebody followed.
#[derive(Debug, Serialize, ToSchema)]
struct InvitationAnswer {
    /// Who is invited.
    name: String,
    #[schema(required)]
    email: Option<String>,
    /// Where to.
    account_name: String,
    /// True when the link's time is over.
    expired: bool,
    #[schema(required)]
    expires_at: Option<Instant>,
}

async fn show(call: Call) -> Done {
    let body: Token = call.body()?;
    let mut tx = call.app.db.read().await?;
    let found = users::invitation(&mut tx, &body.token.0).await?;
    let found = found.ok_or_else(|| Problem::new(&problem::LINK_INVALID))?;
    Ok(Answer::ok(&InvitationAnswer {
        name: found.user.name,
        email: found.user.email,
        account_name: found.account.name,
        expired: found.expired,
        expires_at: found.user.link_expires_at.map(Instant::from),
    }))
}

/// What the invited person fills in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Accept {
    token: LinkSecret,
    name: Name,
    password: NewPassword,
    #[serde(default)]
    #[schema(nullable = false)]
    language: Option<Language>,
}

/// Somebody who signed in for the first time.
#[derive(Debug, Serialize, ToSchema)]
struct AcceptedAnswer {
    csrf: KeyText,
    user: Me,
}

async fn accept(call: Call) -> Done {
    let body: Accept = call.body()?;
    let command = Activate {
        token: body.token.0,
        name: body.name.0,
        password: body.password.0,
        language: body.language.map(|word| word.as_str().to_owned()),
        agent: call.agent.clone(),
        address: call.address.clone(),
        source: Source::Api,
    };
    let SignedIn {
        secret,
        tenant,
        slug,
        user,
        ..
    } = users::activate(&call.app.db, &command).await?;
    let mut tx = call.app.db.read().await?;
    let caller = Caller::load(&mut tx, tenant, user, Source::Api)
        .await?
        .ok_or_else(|| Problem::new(&problem::LINK_INVALID))?;
    let answer = AcceptedAnswer {
        csrf: KeyText(identify::csrf(&secret.shown)),
        user: Me::read(&mut tx, &caller).await?,
    };
    let cookie = cookies::session_cookie(call.app.site.transport(), &slug, &secret.shown);
    Ok(Answer::ok(&answer).header(header::SET_COOKIE, &cookie))
}
