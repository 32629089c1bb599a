//! The page of a new person: the essentials first, everything else folded.

use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{Extent, Key, Level, SeatKind};
use seatwise_domain::positions::PositionRow;
use seatwise_domain::roles::RoleName;
use seatwise_domain::seats::KindOverview;
use seatwise_domain::teams::TeamRow;
use seatwise_domain::tenants::{Ask, Settings, UserField};

use super::asked::reason_area;
use super::invite::InviteForm;
use super::invite_part;
use super::invite_role::{new_role, role};
use super::words;
use crate::parts::{
    Field, Gauge, Input, Note, Tab, Tone, check, choice, field, note, seats as squares, select,
};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::form::{Aside, Folded, FormPage, Panel, Radio, Wrong, languages};
use crate::ui::seats::{gauge, title};

/// What the form shows besides what was typed.
pub(super) struct Around {
    /// The seats of the account.
    pub kinds: Vec<KindOverview>,
    /// The teams to choose from.
    pub teams: Vec<TeamRow>,
    /// The positions to choose from, for those who invite people below their own.
    pub places: Vec<PositionRow>,
    /// How far whoever invites goes, where that is a part of the people (P64).
    pub part: Option<Extent>,
    /// The roles and sets to choose from; none for those who give none.
    pub roles: Vec<RoleName>,
    /// The key of the default role.
    pub first: String,
    /// What the account asks for, whether admins choose passwords, and when the mail goes out.
    pub settings: Settings,
    /// Whether the form came with a picture, which a browser does not keep.
    pub had_picture: bool,
}

/// The page.
pub(super) fn page(
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
    let later = shell.t("invite-later").to_string();
    page.second = if around.settings.mail_at_once {
        Some(("send", "later", later))
    } else {
        page.icon = "check";
        let now = std::mem::replace(&mut page.button, later);
        Some(("send", "now", now))
    };
    page.notes = notes(signed, around, wrong);
    page.panels.push(Panel {
        title: shell.t("invite-who").to_string(),
        two: true,
        inputs: who(shell, form, around, wrong, way.clone()),
        ..Panel::default()
    });
    page.panels.push(access(signed, form, around, wrong));
    page.panels.extend(new_role(signed, form, around, wrong));
    page.panels.push(further(shell, form, around, wrong, way));
    page.aside = Some(aside(shell, form, around));
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    signed.page_as(status, &page)
}

fn notes(signed: &Signed, around: &Around, wrong: &Wrong) -> Vec<Note> {
    let shell = &signed.shell;
    let made = wrong.note(&[
        "email",
        "name",
        "login",
        "password",
        "phone",
        "picture",
        "job_title",
        "gender",
        "level",
        "role",
        "role_name",
        "teams",
        "position",
        "reason",
    ]);
    let buy = (wrong.code() == Some("no-free-seat"))
        .then(|| Tab::new(shell.href("/licences"), shell.t("invite-buy")));
    let refused = made.map(|note| match buy {
        Some(buy) => note.link(buy),
        None => note,
    });
    let teamless = (around.teams.is_empty() && signed.caller.can(Key::EditTeams)).then(|| {
        note(Tone::Info, "users-round", shell.t("invite-no-teams"))
            .text(shell.t("invite-no-teams-text"))
            .link(Tab::new(
                shell.href(Section::Teams.path()),
                shell.t("teams-new"),
            ))
    });
    let part = invite_part::told(shell, around);
    refused.into_iter().chain(part).chain(teamless).collect()
}

fn who(
    shell: &Shell,
    form: &InviteForm,
    around: &Around,
    wrong: &Wrong,
    way: Option<(String, String)>,
) -> Vec<Input> {
    // An address is what most people are added by, so it is not marked as one that may be left out.
    let email = field("email", shell.t("user-email"))
        .kind("email")
        .value(&form.email)
        .autocomplete("off")
        .max(254)
        .focus()
        .error(wrong.at("email"))
        .way_out(way.filter(|_| wrong.at("email").is_some()));
    let email = match around.settings.user_form.asks(UserField::Email) {
        Ask::Required => Some(email.required()),
        Ask::Optional => Some(email),
        Ask::Hidden => None,
    };
    let name = field("name", shell.t("user-name"))
        .value(&form.name)
        .hint(shell.t("invite-name-hint"))
        .error(wrong.at("name"));
    let name = asked(shell, around, UserField::Name, name);
    [email, name]
        .into_iter()
        .flatten()
        .map(Input::from)
        .collect()
}

/// The input as the account asks for it; none where it does not.
fn asked(shell: &Shell, around: &Around, field: UserField, made: Field) -> Option<Field> {
    let made = made.autocomplete("off");
    match around.settings.user_form.asks(field) {
        Ask::Required => Some(made.required()),
        Ask::Optional => Some(made.optional(shell.t("form-optional"))),
        Ask::Hidden => None,
    }
}

/// What few need (K3, L2); open where something stands in it, or has to be given.
fn further(
    shell: &Shell,
    form: &InviteForm,
    around: &Around,
    wrong: &Wrong,
    way: Option<(String, String)>,
) -> Panel {
    let mut labels = Vec::new();
    let mut inputs: Vec<Input> = Vec::new();
    let mut take = |key: &str, made: Option<Field>| {
        if let Some(made) = made {
            labels.push(shell.t(key).to_string());
            inputs.push(made.into());
        }
    };
    let login = field("login", shell.t("user-login"))
        .value(&form.login)
        .max(64)
        .hint(shell.t("invite-login-hint"))
        .error(wrong.at("login"))
        .way_out(way.filter(|_| wrong.at("login").is_some()));
    take("user-login", asked(shell, around, UserField::Login, login));
    let phone = field("phone", shell.t("user-phone"))
        .kind("tel")
        .value(&form.phone)
        .max(40)
        .error(wrong.at("phone"));
    take("user-phone", asked(shell, around, UserField::Phone, phone));
    let job = field("job_title", shell.t("user-job-title"))
        .value(&form.job_title)
        .error(wrong.at("job_title"));
    take(
        "user-job-title",
        asked(shell, around, UserField::JobTitle, job),
    );
    let gender = field("gender", shell.t("user-gender"))
        .value(&form.gender)
        .error(wrong.at("gender"));
    take(
        "user-gender",
        asked(shell, around, UserField::Gender, gender),
    );
    take("picture-title", Some(picture(shell, around, wrong)));
    if around.settings.admin_sets_password {
        labels.push(shell.t("user-password").to_string());
        inputs.extend(password(shell, form, wrong));
    }
    let form_asks = &around.settings.user_form;
    let needed = [
        UserField::Login,
        UserField::Phone,
        UserField::JobTitle,
        UserField::Gender,
    ]
    .into_iter()
    .any(|field| form_asks.asks(field) == Ask::Required);
    let typed = [
        &form.login,
        &form.password,
        &form.phone,
        &form.job_title,
        &form.gender,
    ];
    let open = needed
        || form_asks.asks(UserField::Email) == Ask::Hidden
        || around.had_picture
        || typed.iter().any(|text| !text.is_empty())
        || wrong.code() == Some("text-invalid");
    Panel {
        title: shell.t("invite-more").to_string(),
        two: true,
        folded: Some(Folded {
            summary: labels.join(", "),
            open,
        }),
        inputs,
        ..Panel::default()
    }
}

fn picture(shell: &Shell, around: &Around, wrong: &Wrong) -> Field {
    let hint = if around.had_picture {
        "picture-again"
    } else {
        "picture-hint"
    };
    field("picture", shell.t("picture-title"))
        .file("image/jpeg,image/png,image/webp")
        .optional(shell.t("form-optional"))
        .hint(shell.t(hint))
        .error(wrong.at("picture"))
}

/// The first password, and whether it has to be changed (decision 9).
fn password(shell: &Shell, form: &InviteForm, wrong: &Wrong) -> [Input; 2] {
    let typed = field("password", shell.t("user-password"))
        .kind("password")
        .autocomplete("new-password")
        .optional(shell.t("form-optional"))
        .max(256)
        .hint(shell.t("invite-password-hint"))
        .error(wrong.at("password"));
    let change = check("change", shell.t("invite-change"), form.change.is_some())
        .hint(shell.t("invite-change-hint"));
    [typed.into(), change.into()]
}

fn access(signed: &Signed, form: &InviteForm, around: &Around, wrong: &Wrong) -> Panel {
    let shell = &signed.shell;
    let chosen = form.seat_kind();
    let mut with_team_seats = false;
    let choices = around
        .kinds
        .iter()
        .filter(|kind| kind.bought > 0 || kind.kind == SeatKind::Regular)
        .inspect(|kind| with_team_seats |= !kind.kind.may_hold(Level::Admin))
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
    let mut level = select("level", shell.t("user-level"), levels)
        .chosen(form.level().as_str())
        .error(wrong.at("level"));
    if with_team_seats {
        level = level.hint(shell.t("invite-admin-hint"));
    }
    let mut inputs: Vec<Input> = vec![level.into()];
    inputs.extend(role(signed, form, around, wrong));
    let asks_team = around.settings.user_form.asks(UserField::Team);
    let to_teams = around.part.is_some_and(|part| part.has(Extent::TEAM));
    if !around.teams.is_empty() && (to_teams || asks_team != Ask::Hidden) {
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
    inputs.extend(invite_part::position(shell, form, around, wrong));
    inputs.push(
        select("language", shell.t("invite-language"), languages())
            .chosen(
                form.language
                    .as_deref()
                    .unwrap_or(&signed.me().account_language),
            )
            .into(),
    );
    inputs.push(
        reason_area(shell, &form.reason)
            .error(wrong.at("reason"))
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
