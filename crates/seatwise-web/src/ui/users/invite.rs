//! A new person: by address alone, with what happens to the seats beside it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{InviteUsers, Level, SeatKind, ViewSeats, ViewUsers};
use seatwise_domain::ids::{self, TeamId};
use seatwise_domain::seats::{self, KindOverview};
use seatwise_domain::teams::{self, TeamRow};
use seatwise_domain::users::{self, Invite, InviteError, NewUser};
use serde::Deserialize;

use super::words;
use crate::app::App;
use crate::cookies::Flash;
use crate::locale::Lang;
use crate::parts::{Field, Gauge, Input, Note, Tab, choice, field, seats as squares, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Aside, FormPage, Panel, Posted, Radio, Wrong};
use crate::ui::seats::{gauge, title};

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct InviteForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    login: String,
    #[serde(default)]
    phone: String,
    seat: Option<String>,
    level: Option<String>,
    team: Option<String>,
    language: Option<String>,
    later: Option<String>,
}

impl InviteForm {
    fn command(&self) -> Invite {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut command = Invite::by_email(self.email.trim());
        command.person = NewUser {
            email: text(&self.email),
            name: text(&self.name),
            login: text(&self.login),
            phone: text(&self.phone),
            language: self.language.clone().filter(|lang| !lang.is_empty()),
            ..NewUser::default()
        };
        command.seat_kind = self.seat_kind();
        command.level = self.level();
        command.teams = self
            .team
            .as_deref()
            .and_then(|team| ids::parse::<TeamId>(team).ok())
            .into_iter()
            .collect();
        command.send_mail = self.later.is_none();
        command
    }

    fn seat_kind(&self) -> SeatKind {
        self.seat
            .as_deref()
            .and_then(|kind| kind.parse().ok())
            .unwrap_or(SeatKind::Regular)
    }

    fn level(&self) -> Level {
        self.level
            .as_deref()
            .and_then(|level| level.parse().ok())
            .unwrap_or(Level::User)
    }
}

/// What the form shows besides what was typed.
struct Around {
    kinds: Vec<KindOverview>,
    teams: Vec<TeamRow>,
}

/// The form.
pub async fn form(mut signed: Signed, State(app): State<App>) -> Answer {
    let around = around(&mut signed, &app).await?;
    let form = InviteForm::default();
    Ok(page(&signed, &form, &around, &Wrong::none(), None))
}

/// Adds the person and sends the invitation, now or later.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<InviteForm>,
) -> Answer {
    match users::invite(&app.db, &signed.caller, &form.command()).await {
        Ok(done) => {
            let key = if done.mailed {
                "invite-sent"
            } else {
                "invite-saved"
            };
            let flash = Flash::new(key).name("name", &done.user.name);
            Ok(signed.go(&format!("/users/{}", done.user.id), &flash))
        }
        Err(error) => {
            if matches!(error, InviteError::Denied(_) | InviteError::Store(_)) {
                return Err(signed.fail(&error));
            }
            let wrong = Wrong::of(&signed.shell, &error);
            let way = way_out(&signed.shell, &error);
            let around = around(&mut signed, &app).await?;
            Ok(page(&signed, &form, &around, &wrong, way))
        }
    }
}

async fn around(signed: &mut Signed, app: &App) -> Result<Around, Failure> {
    let fail = |error| signed.fail(&error);
    signed
        .caller
        .scope::<InviteUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(fail)?;
    let kinds = match signed.caller.scope::<ViewSeats>() {
        Ok(scope) => seats::overview(&mut tx, &scope).await.map_err(fail)?,
        Err(_) => Vec::new(),
    };
    let teams = match signed.caller.scope::<ViewUsers>() {
        Ok(scope) => teams::all(&mut tx, &scope).await.map_err(fail)?,
        Err(_) => Vec::new(),
    };
    drop(tx);
    let leaf = signed.shell.t("invite-title").to_string();
    signed.shell.at(Section::Users).crumb(leaf, None);
    Ok(Around { kinds, teams })
}

/// The way out of a conflict: the person who has the address, or his return (N32).
fn way_out(shell: &Shell, error: &InviteError) -> Option<(String, String)> {
    let InviteError::Conflict(conflict) = error else {
        return None;
    };
    let user = conflict.holder()?;
    let (path, key) = match conflict.conflict {
        users::Conflict::Deactivated(_) => ("/reactivate", "invite-reactivate"),
        _ => ("", "invite-see"),
    };
    Some((
        shell.href(&format!("/users/{user}{path}")),
        shell.t(key).to_string(),
    ))
}

fn page(
    signed: &Signed,
    form: &InviteForm,
    around: &Around,
    wrong: &Wrong,
    way: Option<(String, String)>,
) -> Response {
    let shell = &signed.shell;
    let mut page = FormPage::new(
        shell,
        shell.t("invite-title"),
        shell.href("/users/new"),
        shell.t("invite-send"),
        shell.href("/users"),
    );
    page.icon = "send";
    page.lead = Some(shell.t("invite-lead").to_string());
    page.second = Some(("later", "yes", shell.t("invite-later").to_string()));
    page.notes = notes(shell, wrong);
    page.panels.push(Panel {
        title: shell.t("invite-who").to_string(),
        two: true,
        inputs: who(shell, form, wrong, way),
        ..Panel::default()
    });
    page.panels.push(access(signed, form, around, wrong));
    page.aside = Some(aside(shell, form, around));
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}

fn notes(shell: &Shell, wrong: &Wrong) -> Vec<Note> {
    let made = wrong.note(
        shell,
        &["email", "name", "login", "phone", "level", "teams"],
    );
    let buy = (wrong.code() == Some("no-free-seat"))
        .then(|| Tab::new(shell.href("/licences"), shell.t("invite-buy")));
    made.map(|note| match buy {
        Some(buy) => note.link(buy),
        None => note,
    })
    .into_iter()
    .collect()
}

fn who(
    shell: &Shell,
    form: &InviteForm,
    wrong: &Wrong,
    way: Option<(String, String)>,
) -> Vec<Input> {
    let optional = |made: Field| made.optional(shell.t("form-optional"));
    let login_way = way.clone().filter(|_| wrong.at("login").is_some());
    vec![
        field("email", shell.t("user-email"))
            .kind("email")
            .value(&form.email)
            .autocomplete("off")
            .max(254)
            .focus()
            .error(wrong.at("email"))
            .way_out(way.filter(|_| wrong.at("email").is_some()))
            .into(),
        optional(field("name", shell.t("user-name")))
            .value(&form.name)
            .autocomplete("off")
            .hint(shell.t("invite-name-hint"))
            .error(wrong.at("name"))
            .into(),
        optional(field("login", shell.t("user-login")))
            .value(&form.login)
            .autocomplete("off")
            .max(64)
            .error(wrong.at("login"))
            .way_out(login_way)
            .into(),
        optional(field("phone", shell.t("user-phone")))
            .kind("tel")
            .value(&form.phone)
            .autocomplete("off")
            .max(40)
            .error(wrong.at("phone"))
            .into(),
    ]
}

fn access(signed: &Signed, form: &InviteForm, around: &Around, wrong: &Wrong) -> Panel {
    let shell = &signed.shell;
    let chosen = form.seat_kind();
    let choices = around
        .kinds
        .iter()
        .filter(|kind| kind.bought > 0 || kind.kind == SeatKind::Regular)
        .map(|kind| {
            let (label, text) = match kind.kind {
                SeatKind::Regular => ("invite-regular", "invite-regular-text"),
                SeatKind::Team => ("invite-team", "invite-team-text"),
            };
            Radio {
                name: "seat",
                value: kind.kind.as_str(),
                label: shell.t(label).to_string(),
                text: shell.t(text).with("free", kind.free).to_string(),
                checked: kind.kind == chosen,
            }
        })
        .collect();
    let levels = [Level::User, Level::Admin]
        .into_iter()
        .filter(|level| *level <= signed.caller.level())
        .map(|level| choice(level.as_str(), words::level(shell, level)))
        .collect();
    let mut inputs: Vec<Input> = vec![
        select("level", shell.t("user-level"), levels)
            .chosen(form.level().as_str())
            .error(wrong.at("level"))
            .into(),
    ];
    if !around.teams.is_empty() {
        let teams = around
            .teams
            .iter()
            .map(|row| choice(row.team.id, &row.team.name))
            .collect();
        inputs.push(
            select("team", shell.t("user-teams"), teams)
                .empty("–")
                .chosen(form.team.as_deref().unwrap_or_default())
                .error(wrong.at("teams"))
                .into(),
        );
    }
    let languages = Lang::ALL
        .into_iter()
        .map(|lang| {
            let mut made = choice(lang.code(), lang.name());
            made.lang = Some(lang.tag());
            made
        })
        .collect();
    inputs.push(
        select("language", shell.t("invite-language"), languages)
            .chosen(
                form.language
                    .as_deref()
                    .unwrap_or(&signed.me().account_language),
            )
            .into(),
    );
    Panel {
        title: shell.t("invite-access").to_string(),
        two: true,
        choices,
        inputs,
        ..Panel::default()
    }
}

fn aside(shell: &Shell, form: &InviteForm, around: &Around) -> Aside {
    let kind = around
        .kinds
        .iter()
        .find(|kind| kind.kind == form.seat_kind());
    let mut lines = Vec::new();
    let mut seats = None;
    if let Some(kind) = kind {
        let now = gauge(kind);
        let after = if now.released > 0 {
            Gauge {
                pending: now.pending + 1,
                released: now.released - 1,
                ..now
            }
        } else {
            Gauge {
                pending: now.pending + 1,
                free: now.free.saturating_sub(1),
                ..now
            }
        };
        let words = shell
            .t("invite-after")
            .with("taken", kind.used + 1)
            .with("total", kind.bought)
            .with("kind", title(shell, kind.kind))
            .to_string();
        seats = Some(squares(&words, after, kind.kind.as_str(), false));
        lines.push(("ticket", words));
    }
    lines.push(("clock", shell.t("invite-pending").to_string()));
    lines.push(("mail", shell.t("invite-link").to_string()));
    Aside {
        title: shell.t("invite-happens").to_string(),
        seats,
        lines,
    }
}
