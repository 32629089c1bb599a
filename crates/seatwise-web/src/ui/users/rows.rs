//! One row of the list of people.

use seatwise_domain::authz::{Caller, Level};
use seatwise_domain::roles::Kept;
use seatwise_domain::users::{User, UserRow, UserState};

use super::words::{self, Acts};
use crate::frame::{hue, picture};
use crate::parts::{Item, SeatTag, Status};
use crate::shell::{Shell, When};

/// When somebody was here last.
pub enum Seen {
    /// At a moment.
    At(When),
    /// Never, and why.
    Words(String),
}

/// A row.
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
pub struct Row {
    /// The public id.
    pub id: String,
    /// The person's page.
    pub href: String,
    /// The id of the menu.
    pub menu_id: String,
    /// The name.
    pub name: String,
    /// Whether it is the reader.
    pub you: bool,
    /// Address or login.
    pub mail: String,
    /// Colour of the circle.
    pub hue: u8,
    /// Whether it is grey.
    pub off: bool,
    /// The address of the picture.
    pub picture: Option<String>,
    /// The word of the state, for the bulk bar.
    pub state: &'static str,
    /// The state.
    pub status: Status,
    /// The seat.
    pub seat: SeatTag,
    /// The level above users, the team that is led, or the roles.
    pub role: String,
    /// The roles of somebody who leads a team.
    pub role_below: String,
    /// The first team.
    pub team: String,
    /// How many more.
    pub more_teams: usize,
    /// When last here.
    pub seen: Seen,
    /// Whether that is long ago.
    pub seen_warns: bool,
    /// How many open leads.
    pub open_leads: u64,
    /// The list of them.
    pub leads_href: String,
    /// Whether an act on several people takes this one.
    pub ticks: bool,
    /// What can be done.
    pub menu: Vec<Item>,
}

/// After how many days without a visit an active person is marked.
const UNSEEN_DAYS: i64 = 30;

impl Row {
    /// The row of a person.
    pub fn new(shell: &Shell, caller: &Caller, kept: &Kept, row: &UserRow) -> Self {
        let user = &row.user;
        let acts = Acts { caller, kept, user };
        let (seen, seen_warns) = seen(shell, user);
        let (role, role_below) = role(shell, caller, row);
        Self {
            id: user.id.to_string(),
            href: shell.href(&format!("/users/{}", user.id)),
            menu_id: format!("menu-{}", user.id),
            name: user.name.clone(),
            you: caller.user() == Some(user.id),
            mail: if user.service {
                shell.t("service-user").to_string()
            } else {
                words::sign_in_name(user)
            },
            hue: hue(user.id),
            off: words::is_off(user),
            picture: picture(shell, user),
            state: if user.state.is_waiting() {
                "pending"
            } else {
                user.state.as_str()
            },
            status: words::status_of(shell, user),
            seat: words::seat(shell, user),
            role,
            role_below,
            team: row
                .teams
                .first()
                .map(|membership| membership.team.name.clone())
                .unwrap_or_default(),
            more_teams: row.teams.len().saturating_sub(1),
            seen,
            seen_warns,
            open_leads: row.open_leads,
            leads_href: shell.href(&format!("/leads?view=table&state=open&owner={}", user.id)),
            menu: words::menu(shell, acts, row.has_leads),
            ticks: acts.sends(),
        }
    }
}

/// Leading a team stands first, as it gives more than the role beside it; a role by default is then left out.
fn role(shell: &Shell, caller: &Caller, row: &UserRow) -> (String, String) {
    let user = &row.user;
    let words = words::role(shell, user, &row.roles);
    let teams_on = caller.identity().is_none_or(|identity| identity.teams_on);
    let leads = teams_on && row.teams.iter().any(|place| place.manager);
    if user.level > Level::User || !leads || words::is_off(user) {
        return (words, String::new());
    }
    let plain = row.roles.iter().all(|held| held.by_default);
    let below = if plain { String::new() } else { words };
    (shell.t("roles-team-manager").to_string(), below)
}

fn seen(shell: &Shell, user: &User) -> (Seen, bool) {
    match (user.state, user.last_seen_at) {
        (UserState::Invited, _) => (Seen::Words(shell.t("users-not-mailed").to_string()), false),
        (UserState::Pending, _) => {
            let at = user.mailed_at.unwrap_or(user.created_at);
            let words = shell.t("users-invited").with("date", shell.short_day(&at));
            let expired = words::link_expired(shell, user);
            (Seen::Words(words.to_string()), expired)
        }
        (_, Some(at)) => {
            let days = shell.now.duration_since(at.to_jiff()).as_hours() / 24;
            let warns = user.state == UserState::Active && days >= UNSEEN_DAYS;
            (Seen::At(shell.when(&at)), warns)
        }
        (_, None) => (Seen::Words(shell.t("users-never-seen").to_string()), false),
    }
}
