//! Who calls: a personal token, or the session cookie of a page of ours.

use axum::http::{HeaderMap, Method, header};
use seatwise_domain::authn::{self, Secret};
use seatwise_domain::authz::{Caller, Session, Source};
use seatwise_domain::problem;
use seatwise_domain::store::ReadTx;
use sha2::{Digest as _, Sha256};

use super::call::Known;
use crate::app::App;
use crate::cookies;
use crate::locale;
use crate::problem::Problem;

/// The header that a changing call in a cookie session carries.
pub const CSRF: &str = "x-csrf-token";
/// The header that names the account where a browser has sessions of several.
pub const ACCOUNT: &str = "seatwise-account";

/// Who calls, and the snapshot in which a token was looked up.
type Found = Option<(Known, Option<ReadTx>)>;

/// Who calls; `None` when nobody says who he is, or what he says does not hold.
pub async fn identify(
    app: &App,
    method: &Method,
    headers: &HeaderMap,
    request_id: &str,
) -> Result<Found, Problem> {
    let found = match headers.get(header::AUTHORIZATION) {
        Some(value) => {
            let token = value.to_str().ok().and_then(bearer);
            by_token(app, token).await?
        }
        None => by_cookie(app, method, headers).await?,
    };
    Ok(found.map(|(known, snapshot)| {
        let caller = known.caller.in_request(request_id.to_owned(), Source::Api);
        (Known { caller, ..known }, snapshot)
    }))
}

fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

async fn by_token(app: &App, token: Option<&str>) -> Result<Found, Problem> {
    let Some((tenant, hash)) = token.and_then(|token| Secret::read("swt", token)) else {
        return Ok(None);
    };
    let mut tx = app.db.read().await?;
    let caller = Caller::by_token(&mut tx, tenant, &hash).await?;
    Ok(caller.map(|caller| {
        let session = None;
        (Known { caller, session }, Some(tx))
    }))
}

async fn by_cookie(app: &App, method: &Method, headers: &HeaderMap) -> Result<Found, Problem> {
    let Some((caller, session, secret)) = session(app, headers).await? else {
        return Ok(None);
    };
    let given = headers.get(CSRF).and_then(|value| value.to_str().ok());
    let reads = matches!(*method, Method::GET | Method::HEAD);
    if !reads && given != Some(csrf(&secret).as_str()) {
        return Err(Problem::new(&problem::CROSS_SITE));
    }
    authn::touch(&app.db, &caller, &session).await?;
    let session = Some((session, secret));
    Ok(Some((Known { caller, session }, None)))
}

/// The session of the account that the header names, or the first one that still holds.
async fn session(
    app: &App,
    headers: &HeaderMap,
) -> Result<Option<(Caller, Session, String)>, Problem> {
    let transport = app.site.transport();
    let wanted = headers.get(ACCOUNT).and_then(|value| value.to_str().ok());
    // A browser sends few; a list that somebody made up must not become many statements.
    for slug in cookies::session_slugs(transport, headers)
        .into_iter()
        .filter(|slug| wanted.is_none_or(|wanted| wanted == slug))
        .take(8)
    {
        let name = cookies::session_name(transport, &slug);
        let Some(secret) = locale::cookie(headers, &name) else {
            continue;
        };
        let Some((tenant, hash)) = Secret::read("sws", secret) else {
            continue;
        };
        let mut tx = app.db.read().await?;
        if let Some((caller, session)) = Caller::by_session(&mut tx, tenant, &hash).await? {
            return Ok(Some((caller, session, secret.to_owned())));
        }
    }
    Ok(None)
}

/// What a script sends along with a changing call in a cookie session: it can be learnt only by reading an
/// answer of this server, which other sites can't (AB-043).
pub fn csrf(secret: &str) -> String {
    let digest = Sha256::digest(format!("csrf:{secret}").as_bytes());
    let mut head = [0; 16];
    head.copy_from_slice(&digest[..16]);
    format!("{:032x}", u128::from_be_bytes(head))
}
