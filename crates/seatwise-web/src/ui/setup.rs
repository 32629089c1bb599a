//! The first set-up: the account and its owner, by the link that the server printed at its start.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use seatwise_domain::problem;
use seatwise_domain::setup::{self, CreateError, NewAccount};
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::form::{BareForm, Posted, Wrong};
use crate::cookies;
use crate::locale::Lang;
use crate::parts::{Input, Note, Tone, choice, field, note, select};
use crate::shell::Shell;
use crate::visitor::Visitor;

/// What was typed.
#[derive(Debug, Deserialize)]
pub struct SetupForm {
    #[serde(default)]
    account: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    time_zone: String,
    #[serde(default)]
    currency: String,
    #[serde(default)]
    seats: String,
}

/// The time zones offered; more are known, and the settings of the account take any.
const ZONES: [&str; 24] = [
    "Europe/London",
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Warsaw",
    "Europe/Kyiv",
    "Europe/Moscow",
    "Asia/Yekaterinburg",
    "Asia/Almaty",
    "Asia/Tashkent",
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "UTC",
];

const CURRENCIES: [&str; 8] = ["EUR", "USD", "GBP", "UAH", "RUB", "CNY", "PLN", "CHF"];

/// Whether there is no account yet.
pub async fn is_open(visitor: &Visitor) -> Result<bool, Failure> {
    let fail = |error| visitor.fail(&error);
    if visitor.app.site.setup_secret.is_none() {
        return Ok(false);
    }
    let mut tx = visitor.app.db.read().await.map_err(fail)?;
    setup::is_empty(&mut tx).await.map_err(fail)
}

/// What a visitor sees who comes without the link.
pub fn pointer(visitor: &Visitor) -> Response {
    let shell = &visitor.shell;
    let page = BareForm {
        shell,
        title: shell.t("setup-title").to_string(),
        lead: None,
        note: Some(note(Tone::Info, "info", shell.t("setup-link"))),
        action: String::new(),
        inputs: Vec::new(),
        button: None,
        links: Vec::new(),
    };
    crate::render::page(StatusCode::OK, &page)
}

/// The form behind the link.
pub async fn form(visitor: Visitor, Path(secret): Path<String>) -> Answer {
    check(&visitor, &secret).await?;
    let shell = &visitor.shell;
    let (zone, currency) = usual(shell.lang);
    let form = SetupForm {
        account: String::new(),
        name: String::new(),
        email: String::new(),
        password: String::new(),
        time_zone: zone.to_owned(),
        currency: currency.to_owned(),
        seats: "10".to_owned(),
    };
    Ok(page(&visitor, &secret, &form, &Wrong::none()))
}

/// Makes the account and signs its owner in.
pub async fn submit(
    visitor: Visitor,
    Path(secret): Path<String>,
    Posted(form): Posted<SetupForm>,
) -> Answer {
    check(&visitor, &secret).await?;
    let command = NewAccount {
        name: form.account.clone(),
        slug: String::new(),
        language: visitor.shell.lang.code().to_owned(),
        time_zone: form.time_zone.clone(),
        currency: form.currency.clone(),
        seats: form.seats.trim().parse().unwrap_or(0),
        team_seats: 0,
        owner_name: form.name.clone(),
        owner_email: form.email.clone(),
        owner_password: Some(form.password.clone()),
        agent: Some((visitor.agent.clone(), visitor.address.clone())),
    };
    match setup::create(&visitor.app.db, &command).await {
        Ok(made) => {
            let slug = &made.account.slug;
            let mut answer = Redirect::to(&format!("/a/{slug}/users")).into_response();
            if let Some(secret) = &made.session {
                let transport = visitor.app.site.transport();
                cookies::set_session(&mut answer, transport, slug, &secret.shown);
            }
            Ok(answer)
        }
        Err(error @ (CreateError::Store(_) | CreateError::Denied(_))) => Err(visitor.fail(&error)),
        Err(error) => {
            let mut wrong = Wrong::of(&visitor.shell, &error);
            if matches!(error, CreateError::Name(_)) {
                wrong = wrong.moved("account");
            }
            Ok(page(&visitor, &secret, &form, &wrong))
        }
    }
}

/// The link works once: as long as there is no account.
async fn check(visitor: &Visitor, secret: &str) -> Result<(), Failure> {
    if visitor.app.site.setup_secret.as_deref() != Some(secret) {
        return Err(visitor.refuse(&problem::NOT_FOUND));
    }
    if !is_open(visitor).await? {
        return Err(visitor.refuse(&problem::SETUP_DONE));
    }
    Ok(())
}

/// What people of a language mostly take.
const fn usual(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => ("Europe/London", "GBP"),
        Lang::De => ("Europe/Berlin", "EUR"),
        Lang::Ru => ("Europe/Moscow", "RUB"),
        Lang::Uk => ("Europe/Kyiv", "UAH"),
        Lang::Zh => ("Asia/Shanghai", "CNY"),
    }
}

fn page(visitor: &Visitor, secret: &str, form: &SetupForm, wrong: &Wrong) -> Response {
    let shell = &visitor.shell;
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = BareForm {
        shell,
        title: shell.t("setup-title").to_string(),
        lead: Some(shell.t("setup-lead").to_string()),
        note: general(wrong),
        action: format!("/setup/{secret}"),
        inputs: inputs(shell, form, wrong),
        button: Some(shell.t("setup-button").to_string()),
        links: Vec::new(),
    };
    crate::render::page(status, &page)
}

fn general(wrong: &Wrong) -> Option<Note> {
    wrong.note(&["account", "name", "email", "password", "bought"])
}

fn inputs(shell: &Shell, form: &SetupForm, wrong: &Wrong) -> Vec<Input> {
    let zones = ZONES
        .iter()
        .map(|zone| choice(zone, zone.replace('_', " ")))
        .collect();
    let currencies = CURRENCIES.iter().map(|code| choice(code, code)).collect();
    vec![
        field("account", shell.t("setup-account"))
            .value(&form.account)
            .autocomplete("organization")
            .hint(shell.t("setup-account-hint"))
            .required()
            .focus()
            .error(wrong.at("account"))
            .into(),
        field("name", shell.t("activate-name"))
            .value(&form.name)
            .autocomplete("name")
            .required()
            .error(wrong.at("name"))
            .into(),
        field("email", shell.t("user-email"))
            .kind("email")
            .value(&form.email)
            .autocomplete("username")
            .max(254)
            .required()
            .error(wrong.at("email"))
            .into(),
        field("password", shell.t("signin-password"))
            .kind("password")
            .autocomplete("new-password")
            .hint(shell.t("password-rule"))
            .max(256)
            .required()
            .error(wrong.at("password"))
            .into(),
        field("seats", shell.t("setup-seats"))
            .kind("number")
            .value(&form.seats)
            .hint(shell.t("setup-seats-hint"))
            .error(wrong.at("bought"))
            .into(),
        select("time_zone", shell.t("setup-zone"), zones)
            .chosen(&form.time_zone)
            .into(),
        select("currency", shell.t("setup-currency"), currencies)
            .chosen(&form.currency)
            .into(),
    ]
}
