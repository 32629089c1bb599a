//! A new service user: a name and a role.

use axum::extract::State;
use axum::http::StatusCode;
use seatwise_domain::authz::EditServiceUsers;
use seatwise_domain::problem;
use seatwise_domain::roles::{self, RoleKind};
use seatwise_domain::users::service::{self, NewServiceUser, ServiceError};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{choice, field, select};
use crate::role_words;
use crate::shell::Section;
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::form::{Aside, FormPage, Panel, Posted, Wrong};
use crate::ui::users::asked::reason_area;

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct ServiceForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    reason: String,
}

/// The form.
pub async fn form(signed: Signed, State(app): State<App>) -> Answer {
    page(signed, &app, &ServiceForm::default(), &Wrong::none()).await
}

/// Makes it.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<ServiceForm>,
) -> Answer {
    let Ok(role) = form.role.parse() else {
        let wrong = Wrong::of_kind(&signed.shell, &problem::ROLE_UNKNOWN);
        return page(signed, &app, &form, &wrong).await;
    };
    let new = NewServiceUser {
        name: form.name.clone(),
        role,
        reason: form.reason.clone(),
    };
    match service::create(&app.db, &signed.caller, &new).await {
        Ok(user) => {
            let flash = Flash::new("service-made").name("name", &user.name);
            Ok(signed.go(&format!("/users/{}", user.id), &flash))
        }
        Err(error @ (ServiceError::Denied(_) | ServiceError::Store(_))) => Err(signed.fail(&error)),
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            page(signed, &app, &form, &wrong).await
        }
    }
}

async fn page(mut signed: Signed, app: &App, form: &ServiceForm, wrong: &Wrong) -> Answer {
    let fail = |error| signed.fail(&error);
    signed
        .caller
        .scope::<EditServiceUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let names = roles::givable(&mut tx, &signed.caller, None)
        .await
        .map_err(|error| signed.fail(&error))?
        .unwrap_or_default();
    drop(tx);
    let leaf = signed.shell.t("service-new").to_string();
    signed.shell.at(Section::Users).crumb(leaf, None);
    let shell = &signed.shell;
    let roles = names
        .iter()
        .filter(|role| role.kind == RoleKind::Role)
        .map(|role| choice(&role.key, role_words::of_name(shell.lang, role)))
        .collect();
    let mut page = FormPage::new(
        shell,
        shell.t("service-new"),
        shell.href("/users/new-service"),
        shell.t("service-new-button"),
        shell.href("/users"),
    );
    page.lead = Some(shell.t("service-lead").to_string());
    page.icon = "plug";
    page.notes = wrong
        .note(&["name", "role", "reason"])
        .into_iter()
        .collect();
    page.panels.push(Panel {
        title: shell.t("service-what").to_string(),
        inputs: vec![
            field("name", shell.t("user-name"))
                .value(&form.name)
                .hint(shell.t("service-name-hint"))
                .autocomplete("off")
                .required()
                .error(wrong.at("name"))
                .into(),
            select("role", shell.t("user-role"), roles)
                .chosen(&form.role)
                .hint(shell.t("service-role-hint"))
                .error(wrong.at("role"))
                .into(),
            reason_area(shell, &form.reason)
                .error(wrong.at("reason"))
                .into(),
        ],
        ..Panel::default()
    });
    page.aside = Some(Aside {
        title: shell.t("invite-happens").to_string(),
        seats: None,
        lines: vec![
            ("ticket", shell.t("service-no-seat").to_string()),
            ("lock", shell.t("service-no-page").to_string()),
            ("plug", shell.t("service-token-next").to_string()),
        ],
    });
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}
