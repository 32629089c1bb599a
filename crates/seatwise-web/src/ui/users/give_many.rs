//! A role for several ticked people at once: chosen, shown with what everybody gains and loses, then given (K2, D7).

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{AssignRoles, SeatKind};
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::problem;
use seatwise_domain::roles::{self, Change, Give, RoleKey, RoleKind};
use seatwise_domain::users::{self, User};
use serde::Deserialize;

use super::asked::{reason_area, reason_field};
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Tone, choice, hidden, note, select};
use crate::role_words;
use crate::shell::Section;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::{FormPage, Panel, Posted};
use crate::ui::roles::dates;

/// So many names are written out.
const NAMED: usize = 12;

/// Who was ticked, and what they are to get.
#[derive(Debug, Deserialize)]
pub struct GiveMany {
    #[serde(default, rename = "id[]", alias = "id")]
    id: Vec<String>,
    #[serde(default)]
    role: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    reason: String,
    next: Option<String>,
    confirmed: Option<String>,
}

/// Those who can hold a role, and those who cannot since their seat has its own.
struct Chosen {
    takers: Vec<User>,
    left_out: Vec<User>,
}

impl Chosen {
    fn ids(&self) -> Vec<UserId> {
        self.takers.iter().map(|user| user.id).collect()
    }
}

/// Asks which role, then shows what giving it does, then gives it.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<GiveMany>,
) -> Answer {
    let chosen = chosen(&signed, &form).await?;
    signed.shell.at(Section::Users);
    if form.role.is_empty() {
        return choose(signed, &form, &chosen).await;
    }
    let role: RoleKey = form
        .role
        .parse()
        .map_err(|_| signed.refuse(&problem::ROLE_UNKNOWN))?;
    let (starts_at, expires_at) = dates::between(&signed, (&form.from, &form.until))?;
    let give = Give {
        users: chosen.ids(),
        role,
        starts_at,
        expires_at,
        reason: form.reason.clone(),
    };
    if form.confirmed.is_none() {
        let seen = roles::preview(&app.db, &signed.caller, Change::Give(&give))
            .await
            .map_err(|error| signed.fail(&error))?;
        if !seen.effect.is_nothing() {
            return Ok(ask(signed, &form, &chosen, &seen));
        }
    }
    roles::give(&app.db, &signed.caller, &give)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("roles-given-many").count(chosen.takers.len() as u64);
    Ok(signed.back(form.next.as_deref(), "/users", &flash))
}

/// The ticked people, by name; refused when nobody is left who can hold a role.
async fn chosen(signed: &Signed, form: &GiveMany) -> Result<Chosen, Failure> {
    let scope = signed
        .caller
        .scope::<AssignRoles>()
        .map_err(|error| signed.fail(&error))?;
    let ids: Vec<UserId> = form
        .id
        .iter()
        .filter_map(|id| ids::parse(id).ok())
        .collect();
    let mut tx = signed
        .app
        .db
        .read()
        .await
        .map_err(|error| signed.fail(&error))?;
    let found = users::find_many(&mut tx, &scope, &ids)
        .await
        .map_err(|error| signed.fail(&error))?;
    let mut people: Vec<User> = found.into_values().collect();
    people.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    let (takers, left_out): (Vec<User>, Vec<User>) = people
        .into_iter()
        .partition(|user| user.seat_kind == SeatKind::Regular || user.service);
    if takers.is_empty() {
        let kind = if left_out.is_empty() {
            &problem::NOBODY_CHOSEN
        } else {
            &problem::ROLE_NEEDS_SEAT
        };
        return Err(signed.refuse(kind));
    }
    Ok(Chosen { takers, left_out })
}

fn names(signed: &Signed, people: &[User]) -> String {
    let named = people.iter().take(NAMED).map(|user| user.name.as_str());
    let named = named.collect::<Vec<_>>().join(", ");
    match people.len().saturating_sub(NAMED) {
        0 => named,
        more => {
            let shell = &signed.shell;
            let more = shell.t("roles-many-more").with("count", more);
            format!("{named} {more}")
        }
    }
}

/// The form with the roles that can be given.
async fn choose(mut signed: Signed, form: &GiveMany, chosen: &Chosen) -> Answer {
    let mut tx = signed
        .app
        .db
        .read()
        .await
        .map_err(|error| signed.fail(&error))?;
    let roles = roles::givable(&mut tx, &signed.caller, None)
        .await
        .map_err(|error| signed.fail(&error))?
        .unwrap_or_default();
    drop(tx);
    let title = title(&signed, chosen);
    signed.shell.crumb(title.clone(), None);
    let shell = &signed.shell;
    let choices = roles.iter().map(|role| {
        let name = role_words::of_name(shell.lang, role);
        let label = match role.kind {
            RoleKind::Role => name,
            RoleKind::Set => format!("{name} ({})", shell.t("roles-kind-set")),
        };
        choice(&role.key, label)
    });
    let mut inputs = vec![select("role", shell.t("user-role"), choices.collect()).into()];
    inputs.extend(dates::fields(shell).map(Into::into));
    inputs.push(reason_field(shell, &form.reason));
    inputs.extend(
        kept(form, chosen)
            .into_iter()
            .map(|(name, value)| hidden(name, value)),
    );
    let action = shell.href("/users/bulk/role");
    let cancel = signed.within(form.next.as_deref(), "/users");
    let button = shell.t("roles-give-button");
    let mut page = FormPage::new(shell, title, action, button, cancel);
    page.icon = "plus";
    page.notes = left_out(&signed, chosen);
    page.panels.push(Panel {
        title: shell.t("users-bulk").to_string(),
        text: Some(names(&signed, &chosen.takers)),
        inputs,
        ..Panel::default()
    });
    Ok(signed.page(&page))
}

/// The page that shows who gains and loses what.
fn ask(mut signed: Signed, form: &GiveMany, chosen: &Chosen, seen: &roles::Preview) -> Response {
    let title = title(&signed, chosen);
    signed.shell.crumb(title.clone(), None);
    let shell = &signed.shell;
    let mut kept: Vec<(String, String)> = kept(form, chosen)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    for (name, value) in [
        ("role", &form.role),
        ("from", &form.from),
        ("until", &form.until),
    ] {
        kept.push((name.to_owned(), value.clone()));
    }
    let asked = Asked {
        title,
        lead: shell.t("moves-check-lead").to_string(),
        notes: left_out(&signed, chosen),
        action: shell.href("/users/bulk/role"),
        cancel: signed.within(form.next.as_deref(), "/users"),
        kept,
        reason: Some(reason_area(shell, &form.reason)),
        button: shell.t("roles-give-button").to_string(),
        icon: "plus",
        ..Asked::default()
    };
    let told = Foretold::of_role(shell, seen);
    foretold::page(&signed, StatusCode::OK, asked, told)
}

fn title(signed: &Signed, chosen: &Chosen) -> String {
    let count = chosen.takers.len();
    let title = signed.shell.t("roles-many-title").with("count", count);
    title.to_string()
}

/// Says who gets none, and why.
fn left_out(signed: &Signed, chosen: &Chosen) -> Vec<crate::parts::Note> {
    if chosen.left_out.is_empty() {
        return Vec::new();
    }
    let left = signed
        .shell
        .t("roles-many-left")
        .with("names", names(signed, &chosen.left_out));
    vec![note(Tone::Warning, "ticket", left)]
}

/// What goes along unseen.
fn kept(form: &GiveMany, chosen: &Chosen) -> Vec<(&'static str, String)> {
    let ids = chosen
        .takers
        .iter()
        .chain(&chosen.left_out)
        .map(|user| ("id[]", user.id.to_string()));
    let next = form.next.iter().map(|next| ("next", next.clone()));
    ids.chain(next).collect()
}
