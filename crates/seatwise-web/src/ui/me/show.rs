//! The page of the own profile.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authn;
use seatwise_domain::authz::ViewRecords;
use seatwise_domain::problem;
use seatwise_domain::users::{self, ALIASES_MAX, User};

use crate::app::App;
use crate::parts::{self, Field, Input, Note, check, choice, field, select};
use crate::shell::{Section, Shell, Theme};
use crate::signed::Signed;
use crate::text::Text;
use crate::ui::devices::{self, Line};
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Wrong, languages};
use crate::ui::pictures::PictureForm;
use crate::ui::zones::zones;

#[derive(Template)]
#[template(path = "me/show.html")]
struct MePage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    picture: PictureForm,
    profile: Vec<Input>,
    password: Vec<Input>,
    aliases: Vec<String>,
    alias: Option<Field>,
    sessions: Vec<Line>,
    tokens: Vec<Line>,
    secret: Option<String>,
    token_form: Vec<Input>,
}

/// The page.
pub async fn page(mut signed: Signed, State(app): State<App>) -> Answer {
    render(&mut signed, &app, &Wrong::none(), None).await
}

/// The page with what is wrong, or with the secret of a new token.
pub(in crate::ui) async fn render(
    signed: &mut Signed,
    app: &App,
    wrong: &Wrong,
    secret: Option<String>,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    // Every level and seat sees leads, so this scope stands for "somebody of this account".
    let scope = signed
        .caller
        .records::<ViewRecords>()
        .map_err(|error| signed.fail(&error))?;
    let tenant = signed.caller.tenant();
    let me = signed.me().user;
    let mut tx = app.db.read().await.map_err(fail)?;
    let user = users::find_many(&mut tx, &scope, &[me])
        .await
        .map_err(fail)?
        .remove(&me)
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let aliases = users::aliases(&mut tx, tenant, me).await.map_err(fail)?;
    let sessions = authn::sessions(&mut tx, tenant, me).await.map_err(fail)?;
    let tokens = authn::tokens(&mut tx, tenant, me).await.map_err(fail)?;
    drop(tx);
    signed.shell.at(Section::Me);
    signed.shell.me.email = user
        .email
        .clone()
        .or_else(|| user.login.clone())
        .unwrap_or_default();
    let shell = &signed.shell;
    let current = signed.session.id;
    let page = MePage {
        shell,
        notes: wrong
            .note(&[
                "name",
                "phone",
                "time_zone",
                "current",
                "password",
                "picture",
                "alias",
            ])
            .into_iter()
            .collect(),
        picture: PictureForm::new(
            shell,
            &user,
            "/me/picture",
            shell.me.picture.as_deref(),
            wrong,
        ),
        profile: profile(signed, &user, wrong),
        password: password(shell, wrong),
        alias: (aliases.len() < ALIASES_MAX).then(|| alias(shell, wrong)),
        aliases,
        sessions: sessions
            .iter()
            .map(|row| {
                devices::session(shell, row, Some(current), |id| {
                    Some(shell.href(&format!("/me/sessions/{id}/end")))
                })
            })
            .collect(),
        tokens: tokens
            .iter()
            .map(|row| devices::token(shell, row))
            .collect(),
        secret,
        token_form: token_form(shell),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn alias(shell: &Shell, wrong: &Wrong) -> Field {
    field("alias", shell.t("me-alias"))
        .kind("email")
        .hint(shell.t("me-alias-hint"))
        .autocomplete("off")
        .max(254)
        .required()
        .error(wrong.at("alias"))
}

fn profile(signed: &Signed, user: &User, wrong: &Wrong) -> Vec<Input> {
    let shell = &signed.shell;
    let zone = user.time_zone.as_deref().unwrap_or_default();
    let account_zone = signed.me().account_time_zone.replace('_', " ");
    let themes = Theme::ALL
        .into_iter()
        .map(|theme| {
            let key = ["shell-theme-", theme.name()].concat();
            choice(theme.name(), Text::new(shell.lang, key))
        })
        .collect();
    vec![
        field("name", shell.t("user-name"))
            .value(&user.name)
            .autocomplete("name")
            .required()
            .error(wrong.at("name"))
            .into(),
        field("phone", shell.t("user-phone"))
            .kind("tel")
            .value(user.phone.as_deref().unwrap_or_default())
            .autocomplete("tel")
            .max(40)
            .optional(shell.t("form-optional"))
            .error(wrong.at("phone"))
            .into(),
        select("language", shell.t("user-language"), languages())
            .chosen(user.language.as_deref().unwrap_or(shell.lang.code()))
            .into(),
        select("time_zone", shell.t("setup-zone"), zones(zone))
            .empty(shell.t("me-zone-account").with("name", account_zone))
            .chosen(zone)
            .error(wrong.at("time_zone"))
            .into(),
        select("theme", shell.t("me-theme"), themes)
            .chosen(shell.theme.name())
            .into(),
        check("keys", shell.t("me-keys"), shell.keys)
            .hint(shell.t("me-keys-hint"))
            .into(),
    ]
}

fn password(shell: &Shell, wrong: &Wrong) -> Vec<Input> {
    vec![
        field("current", shell.t("me-password-now"))
            .kind("password")
            .autocomplete("current-password")
            .max(1000)
            .required()
            .error(wrong.at("current"))
            .into(),
        field("password", shell.t("password-new"))
            .kind("password")
            .autocomplete("new-password")
            .hint(shell.t("password-rule"))
            .max(256)
            .required()
            .error(wrong.at("password"))
            .into(),
    ]
}

fn token_form(shell: &Shell) -> Vec<Input> {
    vec![
        field("token_name", shell.t("me-token-name"))
            .hint(shell.t("me-token-name-hint"))
            .autocomplete("off")
            .required()
            .into(),
        check("write", shell.t("me-token-write"), false)
            .hint(shell.t("me-token-write-hint"))
            .into(),
    ]
}
