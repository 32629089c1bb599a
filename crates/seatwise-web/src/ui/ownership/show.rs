//! The owner's page: whom to offer the account to, what changes for both, and an offer that waits.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use seatwise_domain::authz::TransferOwnership;
use seatwise_domain::users::ownership::{
    self, OFFER_DAYS, OFFER_DAYS_MAX, Offer, OfferOwnership, OwnershipError,
};
use serde::Deserialize;

use super::{Both, limited, password_field, status};
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Field, Finder, Note, Select, field, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::pick;
use crate::ui::users::asked::reason_area;

/// Whom, as far as it is chosen.
#[derive(Debug, Default, Deserialize)]
pub struct OfferQuery {
    to: Option<String>,
    #[serde(default)]
    to_q: String,
    find: Option<String>,
}

/// The offer.
#[derive(Debug, Default, Deserialize)]
pub struct OfferForm {
    #[serde(default)]
    to: String,
    #[serde(default)]
    days: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    current: String,
}

/// Why it is taken back.
#[derive(Debug, Default, Deserialize)]
pub struct WithdrawForm {
    #[serde(default)]
    reason: String,
}

struct Making<'a> {
    to: String,
    both: Both<'a>,
    button: String,
    days: Field,
    reason: Field,
    password: Field,
}

struct Waiting {
    facts: Vec<(String, String)>,
    reason: Field,
}

#[derive(Template)]
#[template(path = "ownership/show.html")]
struct OwnershipPage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    waiting: Option<Waiting>,
    select: Option<Select>,
    finder: Option<Finder>,
    making: Option<Making<'a>>,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<OfferQuery>,
) -> Answer {
    let (form, wrong) = (OfferForm::default(), Wrong::none());
    render(&mut signed, &app, &query, &form, wrong).await
}

async fn render(
    signed: &mut Signed,
    app: &App,
    query: &OfferQuery,
    form: &OfferForm,
    mut wrong: Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    signed
        .caller
        .scope::<TransferOwnership>()
        .map_err(|error| signed.fail(&error))?;
    let chosen = pick::read(query.to.as_deref()).filter(|_| query.find.is_none());
    let mut tx = app.db.read().await.map_err(fail)?;
    let open = ownership::open_offer(&mut tx, &signed.caller)
        .await
        .map_err(fail)?;
    let people = ownership::candidates(&mut tx, &signed.caller, &query.to_q)
        .await
        .map_err(|error| signed.fail(&error))?;
    let changes = match chosen.filter(|_| open.is_none()) {
        None => None,
        Some(to) => match ownership::preview(&mut tx, &signed.caller, to).await {
            Ok(changes) => Some(changes),
            Err(OwnershipError::Store(error)) => return Err(signed.fail(&error)),
            Err(error) => {
                wrong = Wrong::of(&signed.shell, &error);
                None
            }
        },
    };
    drop(tx);
    let leaf = signed.shell.t("ownership-title").to_string();
    signed.shell.at(Section::Settings).crumb(leaf, None);
    let shell = &signed.shell;
    let making = changes.as_ref().map(|changes| Making {
        to: changes.candidate.id.to_string(),
        both: Both::of(shell, changes),
        button: shell
            .t("ownership-offer-button")
            .with("name", changes.candidate.name.as_str())
            .to_string(),
        days: days(shell, &form.days, &wrong),
        reason: reason_area(shell, &form.reason)
            .hint(shell.t("ownership-reason-hint"))
            .error(wrong.at("reason")),
        password: password_field(shell, &wrong),
    });
    let fields: &[&str] = if making.is_some() {
        &["days", "reason", "current"]
    } else {
        &["to"]
    };
    let page = OwnershipPage {
        shell,
        notes: wrong.note(fields).into_iter().collect(),
        select: open.is_none().then(|| {
            select(
                "to",
                shell.t("ownership-to"),
                pick::options(shell, &people, None),
            )
            .empty(shell.t("deactivate-heir-choose"))
            .chosen(chosen.map(|id| id.to_string()).unwrap_or_default())
            .hint(shell.t("ownership-to-hint"))
            .error(wrong.at("to"))
        }),
        finder: pick::search(shell, &people, "to_q", &query.to_q),
        waiting: open.as_ref().map(|offer| waiting(shell, offer)),
        making,
    };
    Ok(signed.page_as(status(&wrong), &page))
}

fn days(shell: &Shell, typed: &str, wrong: &Wrong) -> Field {
    let days = if typed.is_empty() {
        OFFER_DAYS.to_string()
    } else {
        typed.to_owned()
    };
    field("days", shell.t("ownership-days"))
        .kind("number")
        .value(days)
        .hint(shell.t("ownership-days-hint").with("max", OFFER_DAYS_MAX))
        .error(wrong.at("days"))
}

fn waiting(shell: &Shell, offer: &Offer) -> Waiting {
    let mut facts = vec![
        (shell.t("ownership-to").to_string(), offer.to_name.clone()),
        (
            shell.t("ownership-since").to_string(),
            shell.moment(&offer.created_at),
        ),
        (
            shell.t("ownership-until").to_string(),
            shell.moment(&offer.expires_at),
        ),
    ];
    if let Some(reason) = &offer.reason {
        facts.push((shell.t("edit-reason").to_string(), reason.clone()));
    }
    Waiting {
        facts,
        reason: reason_area(shell, ""),
    }
}

/// Makes the offer.
pub async fn offer(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<OfferForm>,
) -> Answer {
    let query = OfferQuery {
        to: Some(form.to.clone()),
        ..OfferQuery::default()
    };
    let Some(to) = pick::read(Some(&form.to)) else {
        let wrong = Wrong::of_kind(&signed.shell, &seatwise_domain::problem::NEW_OWNER_UNKNOWN);
        return render(&mut signed, &app, &query, &form, wrong).await;
    };
    limited(&signed)?;
    let command = OfferOwnership {
        to,
        // What is no number is refused like a number that is too high.
        days: Some(form.days.trim())
            .filter(|days| !days.is_empty())
            .map(|days| days.parse().unwrap_or(u32::MAX)),
        password: form.current.clone(),
        reason: form.reason.clone(),
    };
    match ownership::offer(&app.db, &signed.caller, &command).await {
        Ok(made) => {
            let flash = Flash::new("ownership-offer-made").name("name", &made.to_name);
            Ok(signed.go("/ownership", &flash))
        }
        Err(error @ (OwnershipError::Denied(_) | OwnershipError::Store(_))) => {
            Err(signed.fail(&error))
        }
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, &query, &form, wrong).await
        }
    }
}

/// Takes it back.
pub async fn withdraw(
    signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<WithdrawForm>,
) -> Answer {
    ownership::withdraw(&app.db, &signed.caller, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/ownership", &Flash::new("ownership-withdrawn")))
}
