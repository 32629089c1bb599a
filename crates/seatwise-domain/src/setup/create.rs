//! A new account: its owner, its seats and the stages of its leads, all at once or not at all.

use crate::audit::{Audit, Event, EventKind, SubjectKind};
use crate::authn::{self, Password, PasswordError, Secret};
use crate::authz::{Caller, Denied, InviteUsers, Level, SeatKind, Source, Visibility};
use crate::ids::{TenantId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::records;
use crate::roles;
use crate::seats::{self, NoFreeSeat};
use crate::store::{Db, Reads, StoreError, WriteTx};
use crate::tenants::{self, Account, PLANS, Settings, is_language, is_time_zone};
use crate::text::{NAME_MAX, TextError, line};
use crate::users::{self, FieldError, NewUser, UserState};

/// The account to be made.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Its name.
    pub name: String,
    /// The part of addresses that names it; made of the name where it is empty.
    pub slug: String,
    /// Its language.
    pub language: String,
    /// Its time zone (IANA).
    pub time_zone: String,
    /// ISO 4217 code.
    pub currency: String,
    /// How many sales seats it has; at least one, for the owner.
    pub seats: u64,
    /// How many team seats it has.
    pub team_seats: u64,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's address.
    pub owner_email: String,
    /// The owner's password; without one he is invited by mail.
    pub owner_password: Option<String>,
    /// What the owner's browser says it is, to sign him in at once.
    pub agent: Option<(String, String)>,
}

/// A new account.
#[derive(Debug, Clone)]
pub struct Created {
    /// The account.
    pub account: Account,
    /// Its owner.
    pub owner: UserId,
    /// The owner's session, if he came with a browser and a password.
    pub session: Option<Secret>,
}

/// Why no account was made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The account's name.
    #[error("the name of the account: {0}")]
    Name(TextError),
    /// Not 2 to 40 small letters, digits and hyphens.
    #[error("not an address of an account")]
    Slug,
    /// Another account has the address.
    #[error("the address of the account is taken")]
    SlugTaken,
    /// Not one of the five languages.
    #[error("an unknown language")]
    Language,
    /// Not a time zone that is known.
    #[error("an unknown time zone")]
    TimeZone,
    /// Not one to [`seats::SEATS_MAX`].
    #[error("not a possible number of seats")]
    Seats,
    /// Something about the owner is wrong.
    #[error(transparent)]
    Owner(#[from] FieldError),
    /// The password is too weak.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The owner finds no seat, which one seat rules out.
    #[error(transparent)]
    NoFreeSeat(#[from] NoFreeSeat),
    /// The operator may do everything; kept for the type.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ToProblem for CreateError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Slug => &problem::SLUG_INVALID,
            Self::SlugTaken => &problem::SLUG_TAKEN,
            Self::Language => &problem::LANGUAGE_UNKNOWN,
            Self::TimeZone => &problem::TIME_ZONE_UNKNOWN,
            Self::Seats => &problem::SEAT_COUNT_INVALID,
            Self::Owner(error) => error.problem(),
            Self::Password(error) => error.problem(),
            Self::NoFreeSeat(error) => error.problem(),
            Self::Denied(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Owner(error) => error.values(),
            Self::Password(error) => error.values(),
            Self::Seats => vec![("max", seats::SEATS_MAX.to_string())],
            _ => Vec::new(),
        }
    }
}

/// True when the installation has no account yet, so that the first visit sets one up.
pub async fn is_empty(tx: &mut impl Reads) -> Result<bool, StoreError> {
    Ok(tenants::all(tx).await?.is_empty())
}

/// Makes an account with its owner. Only the operator's doors call it: the one-time link and the shell.
pub async fn create(db: &Db, new: &NewAccount) -> Result<Created, CreateError> {
    let account = account(db, new)?;
    let caller = Caller::operator(account.id);
    let scope = caller.scope::<InviteUsers>()?;
    let person = NewUser {
        name: Some(new.owner_name.clone()),
        email: Some(new.owner_email.clone()),
        ..NewUser::default()
    };
    let mut owner = users::prepare(db.ids().next(db.now()), &person)?;
    owner.level = Level::Owner;
    if let Some(password) = &new.owner_password {
        let own = [
            owner.name.as_str(),
            new.owner_email.trim(),
            account.name.as_str(),
        ];
        owner.password_hash = Some(Password::choose(password, &own)?.hash().await?);
        owner.state = UserState::Active;
    }
    let mut tx = db.write().await?;
    if !tenants::insert(&mut tx, &account).await? {
        return Err(CreateError::SlugTaken);
    }
    roles::add_builtin(&mut tx, account.id).await?;
    records::add_default_stages(&mut tx, account.id).await?;
    for (kind, number) in [
        (SeatKind::Regular, new.seats),
        (SeatKind::Team, new.team_seats),
    ] {
        seats::add_seats(&mut tx, account.id, kind, number).await?;
    }
    let outcome = users::add_many(&mut tx, &scope, std::slice::from_ref(&owner)).await?;
    if outcome.added.is_empty() {
        return Err(NoFreeSeat(SeatKind::Regular).into());
    }
    if owner.password_hash.is_none() {
        users::send_activations(&mut tx, &scope, &caller, &[owner.id]).await?;
    }
    let session = session(&mut tx, &account, owner.id, owner.state, new).await?;
    let event = Event::new(EventKind::AccountCreated)
        .on(SubjectKind::Account, account.id, account.name.clone())
        .detail("seats", new.seats)
        .detail("team_seats", new.team_seats)
        .detail("owner", owner.name.clone());
    tx.commit(Audit::by(&scope, event)).await?;
    Ok(Created {
        account,
        owner: owner.id,
        session,
    })
}

async fn session(
    tx: &mut WriteTx,
    account: &Account,
    owner: UserId,
    state: UserState,
    new: &NewAccount,
) -> Result<Option<Secret>, StoreError> {
    let Some((agent, address)) = new.agent.as_ref().filter(|_| state == UserState::Active) else {
        return Ok(None);
    };
    if Caller::load(tx, account.id, owner, Source::Page)
        .await?
        .is_none()
    {
        return Ok(None);
    }
    authn::begin(tx, account.id, owner, agent, address)
        .await
        .map(Some)
}

fn account(db: &Db, new: &NewAccount) -> Result<Account, CreateError> {
    let name = line(&new.name, NAME_MAX).map_err(CreateError::Name)?;
    if !is_language(&new.language) {
        return Err(CreateError::Language);
    }
    if !is_time_zone(&new.time_zone) {
        return Err(CreateError::TimeZone);
    }
    if new.seats == 0 || new.seats > seats::SEATS_MAX || new.team_seats > seats::SEATS_MAX {
        return Err(CreateError::Seats);
    }
    let id: TenantId = db.ids().next(db.now());
    Ok(Account {
        id,
        slug: slug(&new.slug, &name)?,
        name,
        language: new.language.clone(),
        time_zone: new.time_zone.clone(),
        currency: new.currency.to_ascii_uppercase(),
        visibility: Visibility::Own,
        teams_on: true,
        superiors_see: true,
        plan: PLANS[0],
        hide_inactive: false,
        settings: Settings::default(),
        created_at: db.now(),
    })
}

/// The most characters of an account's address.
const SLUG_MAX: usize = 40;

fn slug(typed: &str, name: &str) -> Result<String, CreateError> {
    let typed = typed.trim();
    if !typed.is_empty() {
        let fits = typed.len() >= 2
            && typed.len() <= SLUG_MAX
            && typed
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !typed.starts_with('-')
            && !typed.ends_with('-');
        return if fits {
            Ok(typed.to_owned())
        } else {
            Err(CreateError::Slug)
        };
    }
    let mut made = String::new();
    for c in crate::text::name_key(name).chars() {
        if c.is_ascii_alphanumeric() {
            made.push(c);
        } else if !made.is_empty() && !made.ends_with('-') {
            made.push('-');
        }
    }
    made.truncate(SLUG_MAX);
    let made = made.trim_matches('-');
    // A name without Latin letters or digits makes no address; the account is then called by its order.
    Ok(if made.len() < 2 {
        "account".to_owned()
    } else {
        made.to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_the_name_or_taken_as_typed() {
        assert_eq!(
            slug("", "Nordwind Solar GmbH & Co.").unwrap(),
            "nordwind-solar-gmbh-co"
        );
        assert_eq!(slug("", "北风太阳能").unwrap(), "account");
        assert_eq!(slug("acme-2", "x").unwrap(), "acme-2");
        assert!(slug("Acme", "x").is_err());
        assert!(slug("-a", "x").is_err());
    }
}
