//! The account and its settings.

use axum::http::Method;
use seatwise_domain::authz::{self, Key};
use seatwise_domain::store::StoreError;
use seatwise_domain::tenants::{self, Account, EditAccountCommand, UserField, UserForm};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::audit::ChangeLine;
use super::effect::EffectAnswer;
use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{AskWord, Instant, Language, Name, PendingWord, ZoneName};
use crate::problem::Problem;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/account", "getAccount", show)
            .needs(Key::EditAccount)
            .answers::<AccountAnswer>(200),
        Operation::new(Method::PATCH, "/account", "editAccount", edit)
            .needs(Key::EditAccount)
            .body::<EditAccount>(json!({ "lead_visibility": "own" }))
            .answers::<AccountAnswer>(200),
        Operation::new(
            Method::POST,
            "/account/preview",
            "previewAccountEdit",
            preview,
        )
        .needs(Key::EditAccount)
        .body::<EditAccount>(json!({ "lead_visibility": "own" }))
        .answers::<AccountPreviewAnswer>(200),
    ]
}

/// Which leads people see who are not admins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Visibility {
    /// All of the account.
    All,
    /// Those of their teams; their own while teams are off.
    Team,
    /// Their own.
    Own,
}

impl From<authz::Visibility> for Visibility {
    fn from(setting: authz::Visibility) -> Self {
        match setting {
            authz::Visibility::All => Self::All,
            authz::Visibility::Team => Self::Team,
            authz::Visibility::Own => Self::Own,
        }
    }
}

impl From<Visibility> for authz::Visibility {
    fn from(word: Visibility) -> Self {
        match word {
            Visibility::All => Self::All,
            Visibility::Team => Self::Team,
            Visibility::Own => Self::Own,
        }
    }
}

/// What the account asks of a new user; `email` or `login` always.
#[derive(Debug, Serialize, ToSchema)]
struct UserFormAnswer {
    email: AskWord,
    name: AskWord,
    login: AskWord,
    phone: AskWord,
    job_title: AskWord,
    /// Form of address.
    gender: AskWord,
    team: AskWord,
}

impl From<UserForm> for UserFormAnswer {
    fn from(form: UserForm) -> Self {
        let ask = |field| form.asks(field).into();
        Self {
            email: ask(UserField::Email),
            name: ask(UserField::Name),
            login: ask(UserField::Login),
            phone: ask(UserField::Phone),
            job_title: ask(UserField::JobTitle),
            gender: ask(UserField::Gender),
            team: ask(UserField::Team),
        }
    }
}

/// What to ask otherwise of a new user; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EditUserForm {
    #[schema(nullable = false)]
    email: Option<AskWord>,
    #[schema(nullable = false)]
    name: Option<AskWord>,
    #[schema(nullable = false)]
    login: Option<AskWord>,
    #[schema(nullable = false)]
    phone: Option<AskWord>,
    #[schema(nullable = false)]
    job_title: Option<AskWord>,
    /// Form of address.
    #[schema(nullable = false)]
    gender: Option<AskWord>,
    #[schema(nullable = false)]
    team: Option<AskWord>,
}

impl EditUserForm {
    fn onto(self, form: UserForm) -> UserForm {
        [
            (UserField::Email, self.email),
            (UserField::Name, self.name),
            (UserField::Login, self.login),
            (UserField::Phone, self.phone),
            (UserField::JobTitle, self.job_title),
            (UserField::Gender, self.gender),
            (UserField::Team, self.team),
        ]
        .into_iter()
        .fold(form, |form, (field, ask)| match ask {
            Some(ask) => form.asking(field, ask.into()),
            None => form,
        })
    }
}

/// The account.
#[derive(Debug, Serialize, ToSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting with a name of its own on the wire"
)]
struct AccountAnswer {
    /// The part of addresses that names it.
    slug: String,
    name: String,
    language: String,
    /// IANA.
    time_zone: String,
    /// ISO 4217.
    currency: String,
    lead_visibility: Visibility,
    /// Whether teams decide over access; the plan must have them to switch them on.
    teams_on: bool,
    /// Whether superiors see what the people below their position own.
    superiors_see: bool,
    /// What the account may use, set by the operator: `seatwise`, `starter`, `sales-essentials`, `dream-team`.
    plan: &'static str,
    /// True when lists leave deactivated people out.
    hide_inactive: bool,
    /// Whether people who have not signed in yet may be chosen.
    pending_selectable: PendingWord,
    /// False refuses a user who is a CRM contact already.
    user_may_be_contact: bool,
    /// True sends the activation mail of a single new user at once.
    mail_at_once: bool,
    /// What is asked of a new user.
    user_form: UserFormAnswer,
    /// True lets admins choose the first password of a new user.
    admin_sets_password: bool,
    created_at: Instant,
}

impl From<Account> for AccountAnswer {
    fn from(account: Account) -> Self {
        Self {
            slug: account.slug,
            name: account.name,
            language: account.language,
            time_zone: account.time_zone,
            currency: account.currency,
            lead_visibility: account.visibility.into(),
            teams_on: account.teams_on,
            superiors_see: account.superiors_see,
            plan: account.plan.key,
            hide_inactive: account.hide_inactive,
            pending_selectable: account.settings.pending_selectable.into(),
            user_may_be_contact: account.settings.user_may_be_contact,
            mail_at_once: account.settings.mail_at_once,
            user_form: account.settings.user_form.into(),
            admin_sets_password: account.settings.admin_sets_password,
            created_at: account.created_at.into(),
        }
    }
}

async fn find(call: &Call) -> Result<Account, Problem> {
    let mut tx = call.app.db.read().await?;
    let found = tenants::find(&mut tx, call.caller()?.tenant()).await?;
    found.ok_or_else(|| Problem::from(StoreError::fault("the account of a caller is there")))
}

async fn show(call: Call) -> Done {
    Ok(Answer::ok(&AccountAnswer::from(find(&call).await?)))
}

/// What to change; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EditAccount {
    #[schema(nullable = false)]
    name: Option<Name>,
    #[schema(nullable = false)]
    language: Option<Language>,
    #[schema(nullable = false)]
    time_zone: Option<ZoneName>,
    #[schema(nullable = false)]
    lead_visibility: Option<Visibility>,
    #[schema(nullable = false)]
    teams_on: Option<bool>,
    #[schema(nullable = false)]
    superiors_see: Option<bool>,
    #[schema(nullable = false)]
    hide_inactive: Option<bool>,
    #[schema(nullable = false)]
    pending_selectable: Option<PendingWord>,
    #[schema(nullable = false)]
    user_may_be_contact: Option<bool>,
    #[schema(nullable = false)]
    mail_at_once: Option<bool>,
    #[schema(nullable = false)]
    user_form: Option<EditUserForm>,
    #[schema(nullable = false)]
    admin_sets_password: Option<bool>,
}

/// What an edit would do; nothing was written.
#[derive(Debug, Serialize, ToSchema)]
struct AccountPreviewAnswer {
    /// In people and records.
    effect: EffectAnswer,
    /// The settings that would change.
    changes: Vec<ChangeLine>,
}

async fn preview(call: Call) -> Done {
    let command = command(&call).await?;
    let seen = tenants::preview(&call.app.db, call.caller()?, &command).await?;
    Ok(Answer::ok(&AccountPreviewAnswer {
        effect: seen.effect.into(),
        changes: seen.changes.into_iter().map(ChangeLine::from).collect(),
    }))
}

async fn command(call: &Call) -> Result<EditAccountCommand, Problem> {
    let body: EditAccount = call.body()?;
    let touches_settings = body.pending_selectable.is_some()
        || body.user_may_be_contact.is_some()
        || body.mail_at_once.is_some()
        || body.user_form.is_some()
        || body.admin_sets_password.is_some();
    let settings = if touches_settings {
        let mut settings = find(call).await?.settings;
        if let Some(word) = body.pending_selectable {
            settings.pending_selectable = word.into();
        }
        if let Some(may) = body.user_may_be_contact {
            settings.user_may_be_contact = may;
        }
        if let Some(at_once) = body.mail_at_once {
            settings.mail_at_once = at_once;
        }
        if let Some(form) = body.user_form {
            settings.user_form = form.onto(settings.user_form);
        }
        if let Some(may) = body.admin_sets_password {
            settings.admin_sets_password = may;
        }
        Some(settings)
    } else {
        None
    };
    Ok(EditAccountCommand {
        name: body.name.map(String::from),
        language: body.language.map(|word| word.as_str().to_owned()),
        time_zone: body.time_zone.map(String::from),
        visibility: body.lead_visibility.map(authz::Visibility::from),
        teams_on: body.teams_on,
        superiors_see: body.superiors_see,
        hide_inactive: body.hide_inactive,
        settings,
    })
}

async fn edit(call: Call) -> Done {
    let command = command(&call).await?;
    let account = tenants::edit(&call.app.db, call.caller()?, &command).await?;
    Ok(Answer::ok(&AccountAnswer::from(account)))
}
