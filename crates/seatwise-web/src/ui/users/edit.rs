//! Editing a person: the form, then old and new values side by side, then the save (J7).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use seatwise_domain::authz::{EditUsers, Key, Level};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::ids::UserId;
use seatwise_domain::users::{self, Edit, EditError, User};
use serde::Deserialize;

use super::asked::reason_area;
use super::head::{self, who};
use crate::app::App;
use crate::cookies::Flash;
use crate::frame::{hue, picture};
use crate::parts::{self, Field, Input, Note, Size, check, field, hidden, select};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::audit::{Subject, values};
use crate::ui::failure::Answer;
use crate::ui::form::{FormPage, Panel, Posted, Wrong, languages};
use crate::ui::zones::zones;

/// What was typed.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct EditForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    job_title: String,
    #[serde(default)]
    gender: String,
    #[serde(default)]
    started_on: String,
    // Lists, since an empty field would else be the same as none: empty gives both back to the account.
    #[serde(default)]
    language: Vec<String>,
    #[serde(default)]
    time_zone: Vec<String>,
    #[serde(default)]
    reason: String,
    admin: Option<String>,
    #[serde(default)]
    seen: String,
    confirmed: Option<String>,
    again: Option<String>,
}

#[derive(Template)]
#[template(path = "users/confirm_edit.html")]
struct ConfirmPage<'a> {
    shell: &'a Shell,
    title: String,
    who: String,
    notes: Vec<Note>,
    action: String,
    kept: Vec<(&'static str, String)>,
    changes: Vec<Subject>,
    cancel: String,
}

impl EditForm {
    fn of(user: &User) -> Self {
        Self {
            name: user.name.clone(),
            email: user.email.clone().unwrap_or_default(),
            login: user.login.clone().unwrap_or_default(),
            phone: user.phone.clone().unwrap_or_default(),
            job_title: user.job_title.clone().unwrap_or_default(),
            gender: user.gender.clone().unwrap_or_default(),
            started_on: user
                .started_on
                .map(|date| date.to_string())
                .unwrap_or_default(),
            language: vec![user.language.clone().unwrap_or_default()],
            time_zone: vec![user.time_zone.clone().unwrap_or_default()],
            admin: (user.level == Level::Admin).then(|| "on".to_owned()),
            seen: user.updated_at.micros().to_string(),
            ..Self::default()
        }
    }

    fn command(&self, user: &User) -> Edit {
        let text = |text: &String| Some(text.trim().to_owned());
        let level = match (user.level, self.admin.is_some()) {
            (Level::Owner, _) => None,
            (_, true) => Some(Level::Admin),
            (_, false) => Some(Level::User),
        };
        Edit {
            name: text(&self.name),
            email: text(&self.email),
            login: text(&self.login),
            phone: text(&self.phone),
            job_title: text(&self.job_title),
            gender: text(&self.gender),
            started_on: text(&self.started_on),
            language: self.language.first().cloned(),
            time_zone: self.time_zone.first().cloned(),
            level: level.filter(|level| *level != user.level),
            seen: self.seen.parse().ok().map(Timestamp::from_micros),
            reason: self.reason.clone(),
        }
    }

    fn kept(&self) -> Vec<(&'static str, String)> {
        let mut kept = vec![
            ("name", self.name.clone()),
            ("email", self.email.clone()),
            ("login", self.login.clone()),
            ("phone", self.phone.clone()),
            ("job_title", self.job_title.clone()),
            ("gender", self.gender.clone()),
            ("started_on", self.started_on.clone()),
            ("reason", self.reason.clone()),
            ("seen", self.seen.clone()),
        ];
        for (name, chosen) in [("language", &self.language), ("time_zone", &self.time_zone)] {
            kept.extend(chosen.iter().map(|value| (name, value.clone())));
        }
        if let Some(admin) = &self.admin {
            kept.push(("admin", admin.clone()));
        }
        kept
    }
}

/// The form.
pub async fn form(mut signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    signed
        .caller
        .scope::<EditUsers>()
        .map_err(|error| signed.fail(&error))?;
    let user = head::load(&mut signed, id, Some("user-edit")).await?;
    head::touchable(&signed, &user, Key::EditUsers).await?;
    page(&signed, &user, &EditForm::of(&user), &Wrong::none()).await
}

/// Shows what would change; saves it once that is confirmed.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<EditForm>,
) -> Answer {
    let user = head::load(&mut signed, id, Some("user-edit")).await?;
    if form.again.is_some() {
        return page(&signed, &user, &form, &Wrong::none()).await;
    }
    let command = form.command(&user);
    let done = if form.confirmed.is_some() {
        users::edit(&app.db, &signed.caller, id, &command)
            .await
            .map(|_| None)
    } else {
        let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
        users::preview(&mut tx, &signed.caller, id, &command)
            .await
            .map(Some)
    };
    match done {
        Ok(None) => Ok(signed.go(&format!("/users/{id}"), &Flash::new("edit-saved"))),
        Ok(Some(edited)) if edited.changes.is_empty() => {
            Ok(signed.go(&format!("/users/{id}"), &Flash::new("edit-nothing")))
        }
        Ok(Some(edited)) => {
            let shell = &signed.shell;
            let page = ConfirmPage {
                shell,
                title: shell.t("edit-check-title").to_string(),
                who: format!("{} · {}", user.name, who(&user)),
                notes: Vec::new(),
                action: shell.href(&format!("/users/{id}/edit")),
                kept: form.kept(),
                changes: values(shell, &edited.changes),
                cancel: shell.href(&format!("/users/{id}")),
            };
            Ok(signed.page(&page))
        }
        Err(error @ (EditError::Denied(_) | EditError::NoSuchUser | EditError::Store(_))) => {
            Err(signed.fail(&error))
        }
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            page(&signed, &user, &form, &wrong).await
        }
    }
}

/// The form with what is wrong with a picture.
pub(in crate::ui) async fn again(signed: &mut Signed, id: UserId, wrong: &Wrong) -> Answer {
    let user = head::load(signed, id, Some("user-edit")).await?;
    page(signed, &user, &EditForm::of(&user), wrong).await
}

async fn page(signed: &Signed, user: &User, form: &EditForm, wrong: &Wrong) -> Answer {
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let title = shell.t("edit-title").with("name", user.name.as_str());
    let mut page = FormPage::new(shell, title, at("/edit"), shell.t("edit-save"), at(""));
    page.lead = Some(who(user));
    let circle = parts::face(&user.name, hue(user.id), Size::Medium, false);
    page.face = Some(circle.picture(picture(shell, user).as_deref()));
    page.icon = "arrow-right";
    page.notes = wrong
        .note(&[
            "email",
            "name",
            "login",
            "phone",
            "language",
            "time_zone",
            "picture",
            "reason",
        ])
        .into_iter()
        .collect();
    page.panels.push(Panel {
        title: shell.t("invite-who").to_string(),
        two: true,
        inputs: if user.service {
            name_alone(shell, form, wrong)
        } else {
            inputs(shell, form, wrong)
        },
        ..Panel::default()
    });
    let mut last: Vec<Input> = vec![hidden("seen", &form.seen)];
    let own = signed.caller.user() == Some(user.id);
    let may_be_admin = signed.caller.level() >= Level::Admin
        && !user.service
        && (user.seat_kind.may_hold(Level::Admin) || user.level == Level::Admin);
    if user.level != Level::Owner && !own && may_be_admin {
        last.push(
            check("admin", shell.t("edit-admin"), form.admin.is_some())
                .hint(shell.t("edit-admin-hint"))
                .into(),
        );
    } else if form.admin.is_some() {
        last.push(hidden("admin", "on"));
    }
    last.push(
        reason_area(shell, &form.reason)
            .error(wrong.at("reason"))
            .into(),
    );
    page.panels.push(Panel {
        title: shell.t("invite-access").to_string(),
        inputs: last,
        ..Panel::default()
    });
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    page.below = super::beside::blocks(signed, user, wrong).await?;
    Ok(signed.page_as(status, &page))
}

/// A program's account has a name and nothing else to sign in with.
fn name_alone(shell: &Shell, form: &EditForm, wrong: &Wrong) -> Vec<Input> {
    vec![
        field("name", shell.t("user-name"))
            .value(&form.name)
            .autocomplete("off")
            .required()
            .error(wrong.at("name"))
            .into(),
    ]
}

fn inputs(shell: &Shell, form: &EditForm, wrong: &Wrong) -> Vec<Input> {
    let zone = form.time_zone.first().map_or("", String::as_str);
    let optional = |made: Field| made.autocomplete("off").optional(shell.t("form-optional"));
    vec![
        field("name", shell.t("user-name"))
            .value(&form.name)
            .autocomplete("off")
            .required()
            .error(wrong.at("name"))
            .into(),
        field("email", shell.t("user-email"))
            .kind("email")
            .value(&form.email)
            .autocomplete("off")
            .max(254)
            .hint(shell.t("edit-email-hint"))
            .error(wrong.at("email"))
            .into(),
        optional(field("login", shell.t("user-login")))
            .value(&form.login)
            .max(64)
            .error(wrong.at("login"))
            .into(),
        optional(field("phone", shell.t("user-phone")))
            .kind("tel")
            .value(&form.phone)
            .max(40)
            .error(wrong.at("phone"))
            .into(),
        optional(field("job_title", shell.t("user-job-title")))
            .value(&form.job_title)
            .into(),
        optional(field("gender", shell.t("user-gender")))
            .value(&form.gender)
            .into(),
        optional(field("started_on", shell.t("user-started")))
            .kind("date")
            .value(&form.started_on)
            .into(),
        select("language", shell.t("user-language"), languages())
            .empty("–")
            .chosen(form.language.first().map_or("", String::as_str))
            .error(wrong.at("language"))
            .into(),
        select("time_zone", shell.t("setup-zone"), zones(zone))
            .empty("–")
            .chosen(zone)
            .error(wrong.at("time_zone"))
            .into(),
    ]
}
