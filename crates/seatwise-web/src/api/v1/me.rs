//! One's own profile, password and sessions.

use axum::http::Method;
use seatwise_domain::authn;
use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::ids::{SessionId, UserId};
use seatwise_domain::problem;
use seatwise_domain::store::Reads;
use seatwise_domain::users::{self, EditProfile};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{
    Instant, Language, LevelWord, Name, NewPassword, Phone, SeatKindWord, SessionRef, ThemeWord,
    TypedPassword, UserRef, ZoneName, given,
};
use crate::api::v1::roles::FieldRuleMap;
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/me", "getMe", show).answers::<Me>(200),
        Operation::new(Method::PATCH, "/me", "editMe", edit)
            .body::<EditMe>(json!({ "name": "Anna Beispiel", "time_zone": "Europe/Berlin" }))
            .answers::<Me>(200),
        Operation::new(Method::POST, "/me/password", "changePassword", password).body::<ChangePassword>(
            json!({ "current": "tall-otter-sings-7-songs", "password": "quick-heron-maps-9-rivers" }),
        ),
        Operation::new(Method::GET, "/me/sessions", "listSessions", sessions).answers::<Sessions>(200),
        Operation::new(Method::DELETE, "/me/sessions", "endOtherSessions", end_others)
            .answers::<Ended>(200),
        Operation::new(Method::DELETE, "/me/sessions/{id}", "endSession", end_one),
    ]
}

/// The person who calls.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    id: UserRef,
    /// First and last name.
    name: String,
    #[schema(required)]
    email: Option<String>,
    #[schema(required)]
    login: Option<String>,
    #[schema(required)]
    phone: Option<String>,
    level: LevelWord,
    seat_kind: SeatKindWord,
    /// Null means the account's.
    #[schema(required)]
    language: Option<String>,
    /// Null means the account's.
    #[schema(required)]
    time_zone: Option<String>,
    #[schema(required)]
    theme: Option<String>,
    /// The part of addresses that names the account.
    account: String,
    account_name: String,
    /// What the person may do.
    permissions: Vec<String>,
    /// What the person's roles say of fields of leads; a field that is not named is free.
    lead_fields: FieldRuleMap,
}

impl Me {
    /// The person behind a caller.
    pub async fn read(tx: &mut impl Reads, caller: &Caller) -> Result<Self, Problem> {
        let nobody = || Problem::new(&problem::SIGN_IN_NEEDED);
        let identity = caller.identity().ok_or_else(nobody)?;
        let user = users::profile(tx, caller).await?.ok_or_else(nobody)?;
        Ok(Self {
            id: user.id.into(),
            name: user.name,
            email: user.email,
            login: user.login,
            phone: user.phone,
            level: user.level.into(),
            seat_kind: user.seat_kind.into(),
            language: user.language,
            time_zone: user.time_zone,
            theme: identity.theme.clone(),
            account: identity.slug.clone(),
            account_name: identity.account.clone(),
            permissions: Key::ALL
                .iter()
                .filter(|key| caller.can(**key))
                .map(|key| key.as_str().to_owned())
                .collect(),
            lead_fields: caller.fields().into(),
        })
    }
}

/// What to change; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EditMe {
    #[serde(default)]
    #[schema(nullable = false)]
    name: Option<Name>,
    /// Null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Phone>)]
    phone: Option<Option<Phone>>,
    /// Null for the account's.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Language>)]
    language: Option<Option<Language>>,
    /// Null for the account's.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<ZoneName>)]
    time_zone: Option<Option<ZoneName>>,
    #[serde(default)]
    #[schema(nullable = false)]
    theme: Option<ThemeWord>,
}

async fn show(call: Call) -> Done {
    let mut tx = call.app.db.read().await?;
    Ok(Answer::ok(&Me::read(&mut tx, call.caller()?).await?))
}

async fn edit(call: Call) -> Done {
    let body: EditMe = call.body()?;
    let command = EditProfile {
        name: body.name.map(|name| name.0),
        phone: body
            .phone
            .map(|text| text.map(|text| text.0).unwrap_or_default()),
        language: body
            .language
            .map(|word| word.map_or("", Language::as_str).to_owned()),
        time_zone: body
            .time_zone
            .map(|zone| zone.map(|zone| zone.0).unwrap_or_default()),
        theme: body.theme.map(|theme| theme.as_str().to_owned()),
    };
    let caller = call.caller()?;
    users::edit_profile(&call.app.db, caller, &command).await?;
    // Language and theme are part of what is known of the caller, so he is loaded anew.
    let mut tx = call.app.db.read().await?;
    let person = caller.user().unwrap_or(UserId(uuid::Uuid::nil()));
    let fresh = Caller::load(&mut tx, caller.tenant(), person, caller.actor().source)
        .await?
        .ok_or_else(|| Problem::new(&problem::SIGN_IN_NEEDED))?;
    Ok(Answer::ok(&Me::read(&mut tx, &fresh).await?))
}

/// The present password and the next one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangePassword {
    /// The present one.
    current: TypedPassword,
    /// The next one.
    password: NewPassword,
}

async fn password(call: Call) -> Done {
    let body: ChangePassword = call.body()?;
    let caller = call.caller()?;
    let person = caller.user().map(|user| user.to_string());
    call.app
        .limits
        .sign_in(&person.unwrap_or_default(), &call.address)?;
    let session = call.known.as_ref().and_then(|known| known.session.as_ref());
    let own = session.map(|(session, _)| session);
    users::change_password(&call.app.db, caller, own, &body.current.0, &body.password.0).await?;
    Ok(Answer::nothing())
}

/// The signed-in browsers of the person; at most 100, so there are no pages.
#[derive(Debug, Serialize, ToSchema)]
struct Sessions {
    items: Vec<SessionLine>,
}

/// A signed-in browser.
#[derive(Debug, Serialize, ToSchema)]
struct SessionLine {
    id: SessionRef,
    /// What the browser says it is.
    agent: String,
    /// The address it signed in from.
    address: String,
    created_at: Instant,
    seen_at: Instant,
    /// True for the one that asks.
    current: bool,
}

async fn sessions(call: Call) -> Done {
    let caller = call.caller()?;
    let own = own_session(&call);
    let Some(user) = caller.user() else {
        return Err(Problem::new(&problem::SIGN_IN_NEEDED));
    };
    let mut tx = call.app.db.read().await?;
    let found = authn::sessions(&mut tx, caller.tenant(), user).await?;
    let items = found
        .into_iter()
        .map(|session| SessionLine {
            current: own == Some(session.id),
            id: session.id.into(),
            agent: session.agent,
            address: session.address,
            created_at: session.created_at.into(),
            seen_at: session.seen_at.into(),
        })
        .collect();
    Ok(Answer::ok(&Sessions { items }))
}

fn own_session(call: &Call) -> Option<SessionId> {
    let known = call.known.as_ref()?;
    known.session.as_ref().map(|(session, _)| session.id)
}

/// How many sessions ended.
#[derive(Debug, Serialize, ToSchema)]
struct Ended {
    ended: u64,
}

async fn end_others(call: Call) -> Done {
    let own = own_session(&call);
    let ended = authn::end(&call.app.db, call.caller()?, None, own).await?;
    Ok(Answer::ok(&Ended { ended }))
}

async fn end_one(call: Call) -> Done {
    let id: SessionId = call.id("id")?;
    match authn::end(&call.app.db, call.caller()?, Some(id), None).await? {
        0 => Err(Problem::new(&problem::NOT_FOUND)),
        _ => Ok(Answer::nothing()),
    }
}
