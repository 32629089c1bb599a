//! The page of a move: where to, what stays, who gets the records.

use axum::extract::{Path, State};
use axum::response::Response;
use seatwise_domain::authz::{AssignRecords, Caller, EditTeams, Key, Placing, ViewUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::moves::{self, MoveError};
use seatwise_domain::positions::PositionRow;
use seatwise_domain::problem;
use seatwise_domain::records::{Choosable, Context, choosable};
use seatwise_domain::teams::TeamRow;
use seatwise_domain::users::User;
use seatwise_domain::{groups, positions, roles, teams};

use super::check::{check_first, refused, status_of};
use super::records;
use super::typed::{Has, Mark, MoveForm, STAYS};
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{Input, check, choice, select};
use crate::role_words;
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{FormPage, Panel, Posted, Wrong};
use crate::ui::positions::tree::choices;
use crate::ui::users::asked::reason_area;
use crate::ui::users::{head, words};

/// Which parts of a move the reader may make.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five rights, each with its name"
)]
pub struct May {
    /// Teams.
    pub teams: bool,
    /// To let somebody lead a team.
    pub leads: bool,
    /// The position.
    pub position: bool,
    /// Roles and sets.
    pub roles: bool,
    /// Groups.
    pub groups: bool,
}

impl May {
    /// What a caller may.
    pub fn of(caller: &Caller) -> Self {
        Self {
            teams: caller.can(Key::EditTeams),
            leads: caller.may_make_managers().is_ok(),
            position: caller.can(Key::EditPositions),
            roles: caller.can(Key::AssignRoles),
            groups: caller.can(Key::EditGroups),
        }
    }

    /// Whether he may move anybody at all.
    pub const fn any(self) -> bool {
        self.teams || self.position
    }
}

/// What the page knows about whoever moves.
pub(super) struct Known {
    pub user: User,
    has: Has,
    teams: Vec<TeamRow>,
    positions: Vec<PositionRow>,
    /// He may also be left without a position.
    unplaces: bool,
    /// Who may get the leads, for those who may give them.
    pub people: Option<Choosable>,
    may: May,
}

/// The page.
pub async fn page(mut signed: Signed, Path((_, id)): Path<(String, UserId)>) -> Answer {
    let known = load(&mut signed, id, &MoveForm::default()).await?;
    let form = MoveForm::staying(&known.has);
    Ok(render(&signed, &known, &form, &Wrong::none()))
}

/// Shows what the move does; makes it once that is confirmed.
pub async fn submit(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Posted(form): Posted<MoveForm>,
) -> Answer {
    let known = load(&mut signed, id, &form).await?;
    if form.again.is_some() || form.find.is_some() {
        return Ok(render(&signed, &known, &form, &Wrong::none()));
    }
    let planned = form.planned(&signed, &known.has, known.may)?;
    let wrong = if planned.is_nothing() {
        Some(&problem::MOVE_NOTHING)
    } else if form.gives() && planned.hand_on.is_none() {
        Some(&problem::HEIR_NEEDED)
    } else {
        None
    };
    if let Some(kind) = wrong {
        let wrong = Wrong::of_kind(&signed.shell, kind);
        return Ok(render(&signed, &known, &form, &wrong));
    }
    if form.confirmed.is_none() {
        return check_first(&signed, &known, &form, &planned, &Wrong::none()).await;
    }
    match moves::run(&app.db, &signed.caller, id, &planned).await {
        Ok(done) => {
            let mut flash = Flash::new("moves-done").name("name", &known.user.name);
            if let Some(id) = done.id {
                let undo = signed.shell.href(&format!("/moves/{id}/undo"));
                flash = flash.more("moves-done-text").undo(undo);
            }
            Ok(signed.go(&format!("/users/{id}"), &flash))
        }
        // The page that comes back shows what it would do now.
        Err(error @ MoveError::Changed { .. }) => {
            let wrong = Wrong::of(&signed.shell, &error);
            check_first(&signed, &known, &form, &planned, &wrong).await
        }
        Err(error) => refused(&signed, &known, &form, error),
    }
}

async fn load(signed: &mut Signed, id: UserId, form: &MoveForm) -> Result<Known, Failure> {
    let mut may = May::of(&signed.caller);
    if !may.any() {
        let teams = signed.caller.scope::<EditTeams>();
        teams.map_err(|error| signed.fail(&error))?;
    }
    let user = head::load(signed, id, Some("moves-title")).await?;
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = signed.app.db.read().await.map_err(fail)?;
    let held = positions::of_user(&mut tx, &scope, id)
        .await
        .map_err(fail)?;
    let people = match signed.caller.records::<AssignRecords>() {
        Ok(assigning) => {
            let (typed, chosen) = (Some(form.to_q.as_str()), form.receiver());
            let found = choosable(&mut tx, &assigning, Context::HandOver, typed, chosen);
            Some(found.await.map_err(fail)?)
        }
        Err(_) => None,
    };
    // Nothing is offered that would be refused.
    let room = signed.caller.room_for(&mut tx, id).await.map_err(fail)?;
    if let Some(denied) = room.refused() {
        return Err(signed.fail(&denied));
    }
    may.teams = room.has_teams();
    may.position = room.positions().is_some();
    let mut own = teams::memberships(&mut tx, &scope, id)
        .await
        .map_err(fail)?;
    own.retain(|place| room.takes(place.team.id));
    let mut others = teams::all(&mut tx, &scope).await.map_err(fail)?;
    others.retain(|row| room.takes(row.team.id));
    let all = positions::list(&mut tx, &scope).await.map_err(fail)?;
    let has = Has {
        teams: own,
        position: held.map(|(id, _)| id),
        roles: roles::held_by(&mut tx, &scope, id).await.map_err(fail)?,
        groups: groups::of_user(&mut tx, &scope, id).await.map_err(fail)?,
    };
    Ok(Known {
        teams: others,
        unplaces: room.positions().is_some_and(Placing::is_free),
        positions: match room.positions() {
            Some(placing) => positions::open_to(all, placing),
            None => Vec::new(),
        },
        user,
        has,
        people,
        may,
    })
}

pub(super) fn render(signed: &Signed, known: &Known, form: &MoveForm, wrong: &Wrong) -> Response {
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/users/{}{path}", known.user.id));
    let title = shell
        .t("moves-form-title")
        .with("name", known.user.name.as_str());
    let check = shell.t("moves-check");
    let mut page = FormPage::new(shell, title, at("/move"), check, at(""));
    page.lead = Some(head::who(&known.user));
    page.face = Some(head::circle(shell, &known.user));
    page.icon = "arrow-right";
    page.notes = wrong.note(&["reason", "to"]).into_iter().collect();
    page.panels.push(Panel {
        title: shell.t("moves-where").to_string(),
        inputs: places(shell, known, form),
        ..Panel::default()
    });
    let stays = stays(shell, known, form);
    if !stays.is_empty() {
        page.panels.push(Panel {
            title: shell.t("moves-stays").to_string(),
            text: Some(shell.t("moves-stays-text").to_string()),
            inputs: stays,
            ..Panel::default()
        });
    }
    if let Some(people) = &known.people {
        let panel = records::panel(shell, people, known.user.id, form, wrong);
        page.panels.push(panel);
    }
    let reason = reason_area(shell, &form.reason).error(wrong.at("reason"));
    page.panels.push(Panel {
        title: shell.t("edit-reason").to_string(),
        inputs: vec![reason.into()],
        ..Panel::default()
    });
    signed.page_as(status_of(wrong), &page)
}

fn places(shell: &Shell, known: &Known, form: &MoveForm) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    let member = |row: &&TeamRow| !known.has.teams.iter().any(|own| own.team.id == row.team.id);
    let others: Vec<_> = known
        .teams
        .iter()
        .filter(member)
        .map(|row| choice(row.team.id, &row.team.name))
        .collect();
    if known.may.teams && !others.is_empty() {
        inputs.push(
            select("team", shell.t("moves-team"), others)
                .empty(shell.t("moves-no-team"))
                .chosen(&form.team)
                .into(),
        );
        // Whoever has left leads no team.
        if known.may.leads && !words::is_off(&known.user) {
            inputs.push(check("leads", shell.t("moves-leads"), form.leads.is_some()).into());
        }
    }
    if known.may.position && !known.positions.is_empty() {
        let mut all = vec![choice(STAYS, shell.t("moves-position-stays"))];
        all.extend(choices(&known.positions));
        let mut position = select("position", shell.t("user-position"), all);
        if known.unplaces {
            position = position.empty(shell.t("positions-hold-none"));
        }
        inputs.push(position.chosen(&form.position).into());
    }
    inputs
}

/// One tick for each right that could end with the move.
fn stays(shell: &Shell, known: &Known, form: &MoveForm) -> Vec<Input> {
    let mut lines: Vec<(String, String)> = Vec::new();
    if known.may.teams {
        lines.extend(known.has.teams.iter().map(|place| {
            let key = if place.manager {
                "moves-stay-leads"
            } else {
                "moves-stay-team"
            };
            let words = shell.t(key).with("team", place.team.name.as_str());
            (Mark::Team(place.team.id).to_string(), words.to_string())
        }));
    }
    if known.may.roles {
        lines.extend(known.has.given().map(|held| {
            let name = role_words::of_name(shell.lang, &held.role);
            let words = shell.t("moves-stay-role").with("role", name).to_string();
            let words = match held.starts_at.filter(|_| !held.in_force) {
                Some(from) => {
                    let from = shell.t("roles-from").with("date", shell.moment(&from));
                    format!("{words} · {from}")
                }
                None => words,
            };
            (Mark::Role(&held.role.key).to_string(), words)
        }));
    }
    if known.may.groups {
        lines.extend(known.has.groups.iter().map(|group| {
            let words = shell
                .t("moves-stay-group")
                .with("group", group.name.as_str());
            (Mark::Group(group.id).to_string(), words.to_string())
        }));
    }
    lines
        .into_iter()
        .map(|(mark, words)| {
            let kept = form.keep.contains(&mark);
            check("keep", words, kept).value(mark).into()
        })
        .collect()
}
