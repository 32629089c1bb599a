//! Adding people: one step for the form, the API, the command line and imports.

use super::state::UserState;
use super::write;
use crate::authn::{Password, PasswordError};
use crate::authz::{AddsUsers, Level, Scope, SeatKind};
use crate::ids::{ImportId, TeamId, UserId};
use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::{StoreError, WriteTx};
use crate::tenants::UserField;
use crate::text::{EmailAddress, NAME_MAX, TextError, email_key, line, optional_line};
use crate::{seats, tally, teams};

/// A person to be added, as typed. At least an address or a login is needed, nothing else (N29).
#[derive(Debug, Clone, Default)]
pub struct NewUser {
    /// First and last name; made of the address where it is missing.
    pub name: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// A sign-in name apart from the address.
    pub login: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Form of address.
    pub gender: Option<String>,
    /// What he does.
    pub job_title: Option<String>,
    /// The language he reads; the account's without.
    pub language: Option<String>,
    /// First day at work.
    pub started_on: Option<jiff::civil::Date>,
}

/// A person to be added, checked.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The id he will have.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The address.
    pub email: Option<EmailAddress>,
    /// The login, with its folded form.
    pub login: Option<(String, String)>,
    /// Telephone.
    pub phone: Option<String>,
    /// Form of address.
    pub gender: Option<String>,
    /// What he does.
    pub job_title: Option<String>,
    /// The language he reads.
    pub language: Option<String>,
    /// First day at work.
    pub started_on: Option<jiff::civil::Date>,
    /// What he will be.
    pub level: Level,
    /// The kind of seat.
    pub seat_kind: SeatKind,
    /// The teams he joins, and whether he leads them.
    pub teams: Vec<(TeamId, bool)>,
    /// The hash of a password that an admin chose (decision 9).
    pub password_hash: Option<String>,
    /// Whether he has to choose his own at the first sign-in.
    pub password_change: bool,
    /// The import that brings him.
    pub import: Option<ImportId>,
    /// Invited without mail, or pending.
    pub state: UserState,
}

/// What is wrong with a person to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// Neither address nor login.
    #[error("an e-mail address or a login is needed")]
    NoSignInName,
    /// No address for an activation mail, and no password either (K8).
    #[error("without an e-mail address a password is needed")]
    NoWayIn,
    /// Not an address.
    #[error("the e-mail address: {0}")]
    Email(TextError),
    /// Not a login: 2 to 64 characters without blanks and @.
    #[error("not a login")]
    Login,
    /// The name.
    #[error("the name: {0}")]
    Name(TextError),
    /// The telephone number.
    #[error("the telephone number: {0}")]
    Phone(TextError),
    /// Another text field.
    #[error("a text: {0}")]
    Text(TextError),
    /// Not one of the five languages.
    #[error("an unknown language")]
    Language,
    /// The account asks for it (decision 6).
    #[error("the account asks for {}", .0.as_str())]
    Needed(UserField),
    /// The account does not ask for it (decision 6).
    #[error("the account does not ask for {}", .0.as_str())]
    NotAsked(UserField),
    /// People of the account choose their passwords themselves (decision 9).
    #[error("an admin chooses no passwords here")]
    PasswordByLink,
    /// The password.
    #[error(transparent)]
    Password(#[from] PasswordError),
}

/// The line of the problem table for a field that is missing.
const fn needed(field: UserField) -> &'static ProblemKind {
    match field {
        UserField::Email => &problem::EMAIL_NEEDED,
        UserField::Login => &problem::LOGIN_NEEDED,
        UserField::Name => &problem::NAME_NEEDED,
        UserField::Phone => &problem::PHONE_NEEDED,
        UserField::JobTitle => &problem::JOB_TITLE_NEEDED,
        UserField::Gender => &problem::GENDER_NEEDED,
        UserField::Team => &problem::TEAM_NEEDED,
    }
}

impl ToProblem for FieldError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::NoSignInName => &problem::EMAIL_OR_LOGIN,
            Self::NoWayIn => &problem::PASSWORD_NEEDED,
            Self::Email(_) => &problem::EMAIL_INVALID,
            Self::Login => &problem::LOGIN_INVALID,
            Self::Name(_) => &problem::NAME_INVALID,
            Self::Phone(_) => &problem::PHONE_INVALID,
            Self::Text(_) => &problem::TEXT_INVALID,
            Self::Language => &problem::LANGUAGE_UNKNOWN,
            Self::Needed(field) => needed(*field),
            Self::NotAsked(_) => &problem::NOT_ASKED,
            Self::PasswordByLink => &problem::PASSWORD_BY_LINK,
            Self::Password(error) => error.problem(),
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Password(error) => error.values(),
            Self::NotAsked(field) => vec![("field", field.as_str().to_owned())],
            _ => vec![("max", NAME_MAX.to_string())],
        }
    }
}

/// The most characters of a telephone number.
const PHONE_MAX: usize = 40;

/// Reads a login.
pub(super) fn login(text: &str) -> Result<Option<(String, String)>, FieldError> {
    let Some(text) = optional_line(text, 64).map_err(|_| FieldError::Login)? else {
        return Ok(None);
    };
    if text.chars().count() < 2 || text.contains('@') || text.contains(char::is_whitespace) {
        return Err(FieldError::Login);
    }
    let key = email_key(&text);
    Ok(Some((text, key)))
}

/// Reads an optional telephone number: anything of one line with a digit in it.
pub(super) fn phone(text: &str) -> Result<Option<String>, FieldError> {
    let phone = optional_line(text, PHONE_MAX).map_err(FieldError::Phone)?;
    match phone {
        Some(phone) if !phone.chars().any(|c| c.is_ascii_digit()) => {
            Err(FieldError::Phone(TextError::Control))
        }
        other => Ok(other),
    }
}

/// Checks what was typed; touches nothing. Level, seat kind, teams and state are the caller's to set.
pub fn prepare(id: UserId, new: &NewUser) -> Result<Prepared, FieldError> {
    let email = match new.email.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(text) => Some(EmailAddress::parse(text).map_err(FieldError::Email)?),
    };
    let login = login(new.login.as_deref().unwrap_or_default())?;
    if email.is_none() && login.is_none() {
        return Err(FieldError::NoSignInName);
    }
    let typed = optional_line(new.name.as_deref().unwrap_or_default(), NAME_MAX)
        .map_err(FieldError::Name)?;
    let name = typed
        .or_else(|| fallback_name(email.as_ref(), login.as_ref()))
        .ok_or(FieldError::NoSignInName)?;
    if let Some(language) = &new.language
        && !crate::tenants::is_language(language)
    {
        return Err(FieldError::Language);
    }
    let text = |text: &Option<String>| {
        optional_line(text.as_deref().unwrap_or_default(), NAME_MAX).map_err(FieldError::Text)
    };
    Ok(Prepared {
        id,
        name,
        email,
        login,
        phone: phone(new.phone.as_deref().unwrap_or_default())?,
        gender: text(&new.gender)?,
        job_title: text(&new.job_title)?,
        language: new.language.clone(),
        started_on: new.started_on,
        level: Level::User,
        seat_kind: SeatKind::Regular,
        teams: Vec::new(),
        password_hash: None,
        password_change: false,
        import: None,
        state: UserState::Invited,
    })
}

fn fallback_name(email: Option<&EmailAddress>, login: Option<&(String, String)>) -> Option<String> {
    let from_email = email.and_then(|email| email.as_str().split('@').next());
    let text = from_email.or(login.map(|(shown, _)| shown.as_str()))?;
    line(text, NAME_MAX).ok()
}

/// Hashes a password that an admin chose for somebody else.
pub(super) async fn admin_password(
    text: &str,
    prepared: &Prepared,
) -> Result<Result<String, FieldError>, StoreError> {
    let email = prepared
        .email
        .as_ref()
        .map(EmailAddress::as_str)
        .unwrap_or_default();
    let login = prepared
        .login
        .as_ref()
        .map(|(shown, _)| shown.as_str())
        .unwrap_or_default();
    match Password::choose(text, &[&prepared.name, email, login]) {
        Ok(password) => password.hash().await.map(Ok),
        Err(error) => Ok(Err(error.into())),
    }
}

/// What became of people who were to be added.
#[derive(Debug, Clone, Default)]
pub struct AddOutcome {
    /// Those who were added, with a seat.
    pub added: Vec<UserId>,
    /// Those who were not, for want of a seat, in their order.
    pub without_seat: Vec<UserId>,
}

/// Step: adds people who have been prepared and whose names are free, as far as there are seats. The seat is
/// taken here and nowhere else (decision 2: with the invitation).
pub async fn add_many(
    tx: &mut WriteTx,
    scope: &Scope<impl AddsUsers>,
    people: &[Prepared],
) -> Result<AddOutcome, StoreError> {
    let mut outcome = AddOutcome::default();
    for kind in SeatKind::ALL {
        let of_kind: Vec<&Prepared> = people
            .iter()
            .filter(|person| person.seat_kind == kind)
            .collect();
        if of_kind.is_empty() {
            continue;
        }
        let free = seats::lock(tx, scope, kind, of_kind.len()).await?;
        let (seated, standing) = of_kind.split_at(free.len().min(of_kind.len()));
        if !seated.is_empty() {
            write::insert(tx, scope, seated).await?;
        }
        let ids: Vec<UserId> = seated.iter().map(|person| person.id).collect();
        seats::give(tx, scope, kind, &ids, &free).await?;
        let members: Vec<_> = seated
            .iter()
            .flat_map(|person| {
                person
                    .teams
                    .iter()
                    .map(|(team, manager)| (*team, person.id, *manager))
            })
            .collect();
        teams::insert_members(tx, scope.tenant(), &members).await?;
        for state in [UserState::Invited, UserState::Pending, UserState::Active] {
            let number = seated.iter().filter(|person| person.state == state).count() as u64;
            tally::moved(tx, scope.tenant(), None, Some(state.as_str()), number).await?;
        }
        outcome.added.extend(ids);
        outcome
            .without_seat
            .extend(standing.iter().map(|person| person.id));
    }
    Ok(outcome)
}
