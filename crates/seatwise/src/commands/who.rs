//! Accounts and people as they are named on a command line.

use seatwise_domain::authz::{Caller, Scope, ViewUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::store::{Db, PageSize};
use seatwise_domain::tenants::{self, Account};
use seatwise_domain::text::email_key;
use seatwise_domain::users::{self, ListFilter, User};

use crate::failure::{Exit, Failure};

/// The account of a name; without one the only account there is.
pub async fn account(db: &Db, slug: Option<&str>) -> Result<Account, Failure> {
    let mut tx = db.read().await?;
    if let Some(slug) = slug {
        let found = tenants::by_slug(&mut tx, slug).await?;
        return found.ok_or_else(|| {
            Failure::new(
                Exit::Missing,
                "no-account",
                format!("there is no account {slug}"),
            )
        });
    }
    let mut all = tenants::all(&mut tx).await?.into_iter();
    match (all.next(), all.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(Failure::new(
            Exit::Missing,
            "no-account",
            "there is no account yet; `seatwise tenant create` makes one",
        )),
        (Some(_), Some(_)) => Err(Failure::usage(
            "there are several accounts; name one with --tenant",
        )),
    }
}

/// The operator in an account.
pub async fn operator(db: &Db, slug: Option<&str>) -> Result<Caller, Failure> {
    Ok(Caller::operator(account(db, slug).await?.id))
}

/// A person by id, address, alias or login.
pub async fn person(db: &Db, caller: &Caller, word: &str) -> Result<User, Failure> {
    let scope = caller.scope::<ViewUsers>()?;
    let mut tx = db.read().await?;
    if let Ok(id) = word.parse::<UserId>()
        && let Some(user) = users::find(&mut tx, &scope, id).await?
    {
        return Ok(user);
    }
    drop(tx);
    match exact(db, &scope, word).await? {
        Some(user) => Ok(user),
        None => Err(Failure::new(
            Exit::Missing,
            "no-such-user",
            format!("nobody has the id, address or login {word}"),
        )),
    }
}

async fn exact(db: &Db, scope: &Scope<ViewUsers>, word: &str) -> Result<Option<User>, Failure> {
    let mut tx = db.read().await?;
    let filter = ListFilter {
        query: Some(word.to_owned()),
        ..ListFilter::default()
    };
    let page = users::list(&mut tx, scope, &filter, None, PageSize::new(200)).await?;
    let key = email_key(word);
    let is = |name: &Option<String>| name.as_ref().is_some_and(|name| email_key(name) == key);
    let found = page.items.into_iter().map(|row| row.user);
    Ok(found
        .into_iter()
        .find(|user| is(&user.email) || is(&user.login)))
}
