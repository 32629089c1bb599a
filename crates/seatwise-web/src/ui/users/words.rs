//! States, levels and seats of people in words, and the menu of what can be done to somebody.

use seatwise_domain::authz::{Caller, Key, Level, SeatKind};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::roles::{Holding, Kept};
use seatwise_domain::users::{User, UserState, may_be_reset};

use crate::parts::{self, Item, SeatTag, Status, Tone};
use crate::role_words;
use crate::shell::Shell;
use crate::text::Text;
use crate::ui::moves::form::May;

/// A state as a pill: icon and word, always both.
pub fn status(shell: &Shell, state: UserState) -> Status {
    let (tone, icon) = match state {
        UserState::Active => (Tone::Success, "circle-check"),
        UserState::Pending => (Tone::Warning, "clock"),
        UserState::Invited => (Tone::Warning, "mail-x"),
        UserState::Frozen => (Tone::Danger, "ban"),
        UserState::Deactivated | UserState::Anonymised => (Tone::Neutral, "circle-minus"),
    };
    parts::status(tone, icon, state_word(shell, state))
}

/// The state of a person as a pill; a link that nobody followed in time has its own (P71).
pub fn status_of(shell: &Shell, user: &User) -> Status {
    if link_expired(shell, user) {
        return parts::status(Tone::Danger, "clock", shell.t("users-link-expired"));
    }
    status(shell, user.state)
}

/// True when the activation link was not followed in time.
pub fn link_expired(shell: &Shell, user: &User) -> bool {
    user.link_expired(Timestamp::from_micros(shell.now.as_microsecond()))
}

/// A state as a word.
pub fn state_word(shell: &Shell, state: UserState) -> String {
    Text::new(shell.lang, ["state-", state.as_str()].concat()).to_string()
}

/// A level as a word.
pub fn level(shell: &Shell, level: Level) -> String {
    Text::new(shell.lang, ["level-", level.as_str()].concat()).to_string()
}

/// What somebody is: the level above users, else the roles and sets that he holds, without what begins later.
pub fn role(shell: &Shell, user: &User, held: &[Holding]) -> String {
    let held = held.iter().filter(|one| one.in_force);
    let names: Vec<String> = held
        .map(|one| role_words::of_name(shell.lang, &one.role))
        .collect();
    if user.level > Level::User || names.is_empty() {
        return level(shell, user.level);
    }
    names.join(", ")
}

/// The kind of seat, or none for who holds no seat.
pub fn seat(shell: &Shell, user: &User) -> SeatTag {
    if user.service {
        parts::seat_tag("none", shell.t("service-user"))
    } else if user.state.holds_seat() {
        let kind = user.seat_kind.as_str();
        parts::seat_tag(kind, seat_word(shell, user.seat_kind))
    } else {
        parts::seat_tag("none", shell.t("seat-none"))
    }
}

/// The kind of seat as a word.
pub fn seat_word(shell: &Shell, kind: SeatKind) -> String {
    Text::new(shell.lang, ["seat-", kind.as_str()].concat()).to_string()
}

/// How a person signs in: the address, else the login.
pub fn sign_in_name(user: &User) -> String {
    user.email
        .clone()
        .or_else(|| user.login.clone())
        .unwrap_or_default()
}

/// Grey for who cannot sign in any more.
pub const fn is_off(user: &User) -> bool {
    matches!(
        user.state,
        UserState::Frozen | UserState::Deactivated | UserState::Anonymised
    )
}

/// What a caller may do to one person: whether he has the permission, and whether it goes so far.
#[derive(Clone, Copy)]
pub struct Acts<'a> {
    /// Who would act.
    pub caller: &'a Caller,
    /// On whom he may not.
    pub kept: &'a Kept,
    /// The person.
    pub user: &'a User,
}

impl Acts<'_> {
    /// True where the act behind a permission is not refused.
    pub fn may(&self, key: Key) -> bool {
        self.caller.can(key) && self.touches() && self.kept.lets(key, self.user.id)
    }

    /// False for owner and admins where the caller is neither: he changes nothing about them (P60).
    fn touches(&self) -> bool {
        self.caller.level() >= Level::Admin || self.user.level <= self.caller.level()
    }

    /// True where the activation mail can be sent again.
    pub fn sends(&self) -> bool {
        self.caller.can(Key::InviteUsers) && self.kept.lets(Key::InviteUsers, self.user.id)
    }

    /// True where the person can be deactivated on the page, which also says who gets the leads.
    pub fn ends(&self) -> bool {
        let assigns = self.caller.can(Key::AssignRecords) && self.caller.can(Key::ViewRecords);
        assigns && self.may(Key::DeactivateUsers)
    }

    /// True where the person can be moved.
    fn moves(&self) -> bool {
        let may = May::of(self.caller);
        let widens = self.caller.may_widen().is_ok();
        let placed = (may.teams && self.kept.regroups(self.user.id))
            || (may.position && self.kept.repositions(self.user.id));
        widens && placed
    }
}

/// What can be done to somebody (N62). What is not allowed is absent; what is barred for a reason says why.
pub fn menu(shell: &Shell, acts: Acts<'_>, has_leads: bool) -> Vec<Item> {
    let Acts { caller, user, .. } = acts;
    let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
    let t = |key| shell.t(key);
    let mut items = vec![Item::link(at(""), "user", t("user-open"))];
    if acts.may(Key::EditUsers) {
        items.push(Item::link(at("/edit"), "pencil", t("user-edit")));
    }
    if acts.moves() && user.state.holds_seat() {
        items.push(Item::link(at("/move"), "arrow-right-left", t("moves-menu")));
    }
    let left = !user.state.holds_seat();
    if left {
        if caller.can(Key::AssignRecords) && has_leads {
            items.push(Item::Rule);
            items.push(Item::link(
                at("/hand-over"),
                "arrow-right",
                t("user-manage-leads"),
            ));
        }
        if acts.may(Key::ReactivateUsers) && user.state == UserState::Deactivated {
            items.push(Item::Rule);
            items.push(Item::link(
                at("/reactivate"),
                "rotate-ccw",
                t("user-reactivate"),
            ));
        }
        if caller.can(Key::RemoveUsers) && user.state == UserState::Deactivated {
            items.push(Item::Rule);
            items.push(Item::danger(at("/remove"), "trash-2", t("user-remove")));
        }
        return items;
    }
    if user.state.is_waiting() && acts.sends() && user.email.is_some() {
        let key = if user.state == UserState::Invited {
            "user-send"
        } else {
            "user-resend"
        };
        items.push(Item::Rule);
        items.push(Item::post(at("/resend"), "send", t(key)));
    }
    if user.state.is_waiting() && acts.may(Key::DeactivateUsers) {
        items.push(Item::danger(
            at("/cancel-invitation"),
            "mail-x",
            t("user-cancel-invitation"),
        ));
    }
    if !user.state.is_waiting() {
        if acts.may(Key::ResetPasswords) && !user.service {
            items.push(Item::Rule);
            if may_be_reset(user).is_ok() {
                items.push(Item::link(
                    at("/reset-password"),
                    "key-round",
                    t("user-reset-password"),
                ));
            }
            items.push(Item::link(
                at("/sessions/end"),
                "log-out",
                t("user-sign-out-everywhere"),
            ));
        }
        if caller.can(Key::AssignRecords) && has_leads {
            items.push(Item::link(
                at("/hand-over"),
                "arrow-right",
                t("user-hand-over"),
            ));
        }
    }
    if acts.ends() {
        items.push(Item::Rule);
        items.push(if caller.user() == Some(user.id) {
            Item::barred("user-x", t("user-deactivate"), t("user-not-self"))
        } else if user.level == Level::Owner {
            Item::barred("user-x", t("user-deactivate"), t("user-not-owner"))
        } else {
            Item::danger(at("/deactivate"), "user-x", t("user-deactivate"))
        });
    }
    items
}
