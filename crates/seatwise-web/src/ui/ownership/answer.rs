//! The page of whoever the account is offered to: what it means, and yes or no.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use seatwise_domain::users::ownership::{self, OwnershipError};
use serde::Deserialize;

use super::{Both, limited, password_field, status};
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Field, Note};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::users::asked::reason_area;

/// Yes, with the own password.
#[derive(Debug, Default, Deserialize)]
pub struct AcceptForm {
    #[serde(default)]
    current: String,
}

/// No.
#[derive(Debug, Default, Deserialize)]
pub struct DeclineForm {
    #[serde(default)]
    reason: String,
}

#[derive(Template)]
#[template(path = "ownership/offer.html")]
struct OfferPage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    title: String,
    lead: String,
    reason: Option<String>,
    both: Both<'a>,
    password: Field,
    why: Field,
}

/// The page.
pub async fn page(mut signed: Signed, State(app): State<App>) -> Answer {
    render(&mut signed, &app, Wrong::none()).await
}

async fn render(signed: &mut Signed, app: &App, wrong: Wrong) -> Result<Response, Failure> {
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let (offer, changes) = ownership::look(&mut tx, &signed.caller)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    let leaf = signed.shell.t("ownership-title").to_string();
    signed.shell.at(Section::Me).crumb(leaf, None);
    signed
        .shell
        .notices
        .retain(|notice| notice.id != "ownership");
    let shell = &signed.shell;
    let account = shell.account.name.as_str();
    let page = OfferPage {
        shell,
        notes: wrong.note(&["current", "reason"]).into_iter().collect(),
        title: shell
            .t("ownership-offer-title")
            .with("account", account)
            .to_string(),
        lead: shell
            .t("ownership-offer-lead")
            .with("name", offer.by_name.as_str())
            .with("until", shell.moment(&offer.expires_at))
            .to_string(),
        reason: offer.reason,
        both: Both::of(shell, &changes),
        password: password_field(shell, &wrong),
        why: reason_area(shell, "")
            .hint(shell.t("ownership-decline-hint"))
            .error(wrong.at("reason")),
    };
    Ok(signed.page_as(status(&wrong), &page))
}

/// Takes the ownership.
pub async fn accept(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<AcceptForm>,
) -> Answer {
    limited(&signed)?;
    match ownership::accept(&app.db, &signed.caller, &form.current).await {
        Ok(()) => Ok(signed.go("/", &Flash::new("ownership-taken"))),
        Err(error @ OwnershipError::WrongPassword) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}

/// Turns it down.
pub async fn decline(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<DeclineForm>,
) -> Answer {
    match ownership::decline(&app.db, &signed.caller, &form.reason).await {
        Ok(()) => Ok(signed.go("/", &Flash::new("ownership-declined"))),
        Err(error @ OwnershipError::Reason(_)) => {
            let wrong = Wrong::of(&signed.shell, &error);
            render(&mut signed, &app, wrong).await
        }
        Err(error) => Err(signed.fail(&error)),
    }
}
