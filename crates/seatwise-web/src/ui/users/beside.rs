//! What stands below the form of a person: changes that are made one by one.

use std::collections::HashSet;

use askama::Template;
use seatwise_domain::authz::{Key, Room, ViewUsers};
use seatwise_domain::ids::TeamId;
use seatwise_domain::positions;
use seatwise_domain::teams::{self, Membership, TeamRow};
use seatwise_domain::users::User;

use super::asked::reason_area;
use super::words::is_off;
use crate::frame::picture;
use crate::parts::{self, Check, Field, Select, check, choice, select};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::Failure;
use crate::ui::form::{Block, Wrong};
use crate::ui::pictures::PictureForm;
use crate::ui::positions::tree::choices;
use crate::ui::teams::leave;

struct Place {
    href: String,
    name: String,
    leads: bool,
    /// The page that asks before he is taken out, where that would be done.
    remove: Option<String>,
}

#[derive(Template)]
#[template(path = "users/edit_teams.html")]
struct Teams<'a> {
    shell: &'a Shell,
    places: Vec<Place>,
    join: Option<(Select, Option<Check>)>,
    join_reason: Field,
    action: String,
    none: bool,
}

/// The panels for whoever may change these things.
pub(super) async fn blocks(
    signed: &Signed,
    user: &User,
    wrong: &Wrong,
) -> Result<Vec<Block>, Failure> {
    let mut blocks = Vec::new();
    if signed.caller.can(Key::EditUsers) {
        let path = format!("/users/{}/picture", user.id);
        let address = picture(&signed.shell, user);
        let form = PictureForm::new(&signed.shell, user, &path, address.as_deref(), wrong)
            .with_reason(&signed.shell);
        blocks.push(Block::of(&form));
    }
    if signed.caller.can(Key::EditTeams) {
        blocks.push(teams_of(signed, user).await?);
    }
    if signed.caller.can(Key::EditPositions) {
        blocks.extend(position_of(signed, user).await?);
    }
    Ok(blocks)
}

async fn teams_of(signed: &Signed, user: &User) -> Result<Block, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = signed.app.db.read().await.map_err(fail)?;
    let own = teams::memberships(&mut tx, &scope, user.id)
        .await
        .map_err(fail)?;
    let all = teams::all(&mut tx, &scope).await.map_err(fail)?;
    let room = signed.caller.room_for(&mut tx, user.id);
    let room = room.await.map_err(fail)?;
    let ids: Vec<TeamId> = own.iter().map(|place| place.team.id).collect();
    let leavable = signed.caller.leavable(&mut tx, &room, (user.id, &ids));
    let leavable = leavable.await.map_err(fail)?;
    drop(tx);
    let offer = Offer {
        room,
        leavable,
        leads: signed.caller.may_make_managers().is_ok(),
    };
    Ok(panel(&signed.shell, user, (&own, &all), &offer))
}

#[derive(Template)]
#[template(path = "users/edit_position.html")]
struct Holds<'a> {
    shell: &'a Shell,
    position: Select,
    reason: Field,
    action: String,
}

/// The position; nothing in an account without positions, and for those who give him none.
async fn position_of(signed: &Signed, user: &User) -> Result<Option<Block>, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = signed.app.db.read().await.map_err(fail)?;
    let all = positions::list(&mut tx, &scope).await.map_err(fail)?;
    let own = positions::of_user(&mut tx, &scope, user.id)
        .await
        .map_err(fail)?;
    let room = signed.caller.room_for(&mut tx, user.id);
    let room = room.await.map_err(fail)?;
    drop(tx);
    let Some(placing) = room.positions() else {
        return Ok(None);
    };
    let open = positions::open_to(all, placing);
    if open.is_empty() {
        return Ok(None);
    }
    let shell = &signed.shell;
    let chosen = own.map(|(id, _)| id.to_string()).unwrap_or_default();
    let position = select("position", shell.t("user-position"), choices(&open));
    let position = if placing.is_free() {
        position.empty(shell.t("positions-hold-none"))
    } else {
        position
    };
    let position = position.chosen(chosen);
    Ok(Some(Block::of(&Holds {
        shell,
        position,
        reason: reason_area(shell, "").id("position-reason"),
        action: shell.href(&format!("/users/{}/position", user.id)),
    })))
}

/// What may be done about somebody's teams.
struct Offer {
    room: Room,
    /// Those out of which he may be taken.
    leavable: HashSet<TeamId>,
    leads: bool,
}

fn panel(
    shell: &Shell,
    user: &User,
    (own, all): (&[Membership], &[TeamRow]),
    offer: &Offer,
) -> Block {
    let others: Vec<_> = all
        .iter()
        .filter(|row| !own.iter().any(|place| place.team.id == row.team.id))
        .filter(|row| offer.room.takes(row.team.id))
        .map(|row| choice(row.team.id, &row.team.name))
        .collect();
    Block::of(&Teams {
        shell,
        places: own
            .iter()
            .map(|place| Place {
                remove: offer
                    .leavable
                    .contains(&place.team.id)
                    .then(|| leave::href(shell, place.team.id, user.id)),
                href: shell.href(&format!("/teams/{}", place.team.id)),
                name: place.team.name.clone(),
                leads: place.manager,
            })
            .collect(),
        none: all.is_empty(),
        join: (!others.is_empty()).then(|| {
            (
                select("team", shell.t("teams-join"), others),
                // Whoever has left leads no team.
                (offer.leads && !is_off(user))
                    .then(|| check("leads", shell.t("teams-leads"), false)),
            )
        }),
        join_reason: reason_area(shell, "").id("join-reason"),
        action: shell.href(&format!("/users/{}/teams", user.id)),
    })
}
