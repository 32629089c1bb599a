//! Taking somebody out of a team: asked once, naming person and team (J10).

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use seatwise_domain::authz::{EditTeams, ViewUsers};
use seatwise_domain::ids::{self, TeamId, UserId};
use seatwise_domain::moves::{self, Move};
use seatwise_domain::problem;
use seatwise_domain::{teams, users};
use serde::Deserialize;

use crate::app::App;
use crate::cookies::Flash;
use crate::shell::{Section, Shell};
use crate::signed::{Signed, form_urlencoded};
use crate::ui::failure::{Answer, Failure};
use crate::ui::foretold::{self, Asked, Foretold};
use crate::ui::form::Posted;
use crate::ui::users::asked::reason_area;
use crate::ui::users::head;

/// Who, and where the page was from that asks.
#[derive(Debug, Deserialize)]
pub struct Leaving {
    #[serde(default)]
    user: String,
    next: Option<String>,
    #[serde(default)]
    reason: String,
}

impl Leaving {
    fn id(&self, signed: &Signed) -> Result<UserId, Failure> {
        ids::parse(&self.user).map_err(|_| signed.refuse(&problem::NOT_FOUND))
    }
}

/// The page that asks, and comes back to the present one.
pub fn href(shell: &Shell, team: TeamId, user: UserId) -> String {
    let page = shell.href(&format!("/teams/{team}/members/remove"));
    format!("{page}?user={user}&next={}", form_urlencoded(&shell.here))
}

/// What will happen.
pub async fn form(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, TeamId)>,
    Query(form): Query<Leaving>,
) -> Answer {
    signed
        .caller
        .scope::<EditTeams>()
        .map_err(|error| signed.fail(&error))?;
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let person = form.id(&signed)?;
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let user = users::find(&mut tx, &scope, person).await.map_err(fail)?;
    let places = teams::memberships(&mut tx, &scope, person)
        .await
        .map_err(fail)?;
    drop(tx);
    let place = places.into_iter().find(|place| place.team.id == id);
    let (user, place) = user
        .zip(place)
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let seen = moves::preview(&app.db, &signed.caller, person, &Move::out_of_team(id))
        .await
        .map_err(|error| signed.fail(&error))?;
    let (name, team) = (user.name.as_str(), place.team.name.as_str());
    let home = signed.shell.href(&format!("/teams/{id}"));
    let leaf = signed.shell.t("teams-leave").to_string();
    signed
        .shell
        .at(Section::Teams)
        .crumb(team, Some(home.clone()))
        .crumb(leaf, None);
    let shell = &signed.shell;
    let words = |key| shell.t(key).with("name", name).with("team", team);
    let within = shell.href("/");
    let back = form.next.filter(|next| next.starts_with(&within));
    let mut lead = format!("{}. {}", head::who(&user), words("teams-leave-what"));
    if place.manager {
        lead = [lead, words("teams-leave-leads").to_string()].join(" ");
    }
    let keep = |name: &str, value: String| (name.to_owned(), value);
    let mut kept = vec![keep("user", user.id.to_string())];
    kept.extend(back.iter().map(|back| keep("next", back.clone())));
    let asked = Asked {
        title: words("teams-leave-title").to_string(),
        face: Some(head::circle(shell, &user)),
        lead,
        action: format!("{home}/members/remove"),
        cancel: back.unwrap_or(home),
        kept,
        reason: Some(reason_area(shell, "")),
        button: shell.t("teams-leave-button").to_string(),
        icon: "user-x",
        danger: true,
        ..Asked::default()
    };
    let told = Foretold::of_access(shell, &seen.effect, &seen.changes);
    Ok(foretold::page(&signed, StatusCode::OK, asked, told))
}

/// Does it.
pub async fn submit(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, TeamId)>,
    Posted(form): Posted<Leaving>,
) -> Answer {
    let user = form.id(&signed)?;
    teams::remove_member(&app.db, &signed.caller, id, user, &form.reason)
        .await
        .map_err(|error| signed.fail(&error))?;
    let flash = Flash::new("teams-saved");
    Ok(signed.back(form.next.as_deref(), &format!("/teams/{id}"), &flash))
}
