//! The head of every page about one person: who it is, unmistakably (J10), and what can be done.

use seatwise_domain::authz::{Key, Level, ViewUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users::{self, User, UserState};

use super::words::{self, Acts};
use crate::frame::{hue, picture};
use crate::parts::{self, Face, Item, Size, Status};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Failure;

/// A button of the head.
pub struct Action {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Its icon.
    pub icon: &'static str,
    /// How it is drawn.
    pub variant: &'static str,
    /// Its key.
    pub key: Option<&'static str>,
}

/// Who it is.
pub struct Head {
    /// The public id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The first word of it.
    pub first_name: String,
    /// Address or login.
    pub mail: Option<String>,
    /// Colour of the circle.
    pub hue: u8,
    /// Whether it is grey.
    pub off: bool,
    /// The address of the picture.
    pub picture: Option<String>,
    /// The state.
    pub status: Status,
    /// The buttons.
    pub actions: Vec<Action>,
    /// The menu.
    pub menu: Vec<Item>,
}

impl Head {
    /// The head without buttons, for a flow.
    pub fn plain(shell: &Shell, user: &User) -> Self {
        Self {
            id: user.id.to_string(),
            name: user.name.clone(),
            first_name: first_name(&user.name),
            mail: if user.service {
                Some(shell.t("service-user").to_string())
            } else {
                Some(words::sign_in_name(user)).filter(|name| !name.is_empty())
            },
            hue: hue(user.id),
            off: words::is_off(user),
            picture: picture(shell, user),
            status: words::status_of(shell, user),
            actions: Vec::new(),
            menu: Vec::new(),
        }
    }

    /// The head with what this caller may do.
    pub fn full(shell: &Shell, acts: Acts<'_>, has_leads: bool) -> Self {
        let Acts { caller, user, .. } = acts;
        let mut head = Self::plain(shell, user);
        let at = |path: &str| shell.href(&format!("/users/{}{path}", user.id));
        let action = |path: &str, label: &str, icon, variant, key| Action {
            href: at(path),
            label: shell.t(label).to_string(),
            icon,
            variant,
            key,
        };
        if acts.may(Key::EditUsers) {
            head.actions
                .push(action("/edit", "user-edit", "pencil", "outline", Some("e")));
        }
        let left = !user.state.holds_seat();
        if left && caller.can(Key::AssignRecords) && has_leads {
            head.actions.push(action(
                "/hand-over",
                "user-manage-leads",
                "arrow-right",
                "outline",
                None,
            ));
        }
        if user.state == UserState::Deactivated && acts.may(Key::ReactivateUsers) {
            head.actions.push(action(
                "/reactivate",
                "user-reactivate",
                "rotate-ccw",
                "primary",
                None,
            ));
        }
        let may_leave = caller.user() != Some(user.id) && user.level != Level::Owner;
        if !left && may_leave && acts.ends() {
            head.actions.push(action(
                "/deactivate",
                "user-deactivate",
                "user-x",
                "destructive",
                Some("d"),
            ));
        }
        head.menu = words::menu(shell, acts, has_leads);
        head
    }
}

/// The circle of a page that asks about somebody.
pub fn circle(shell: &Shell, user: &User) -> Face {
    let face = parts::face(&user.name, hue(user.id), Size::Medium, words::is_off(user));
    face.picture(picture(shell, user).as_deref())
}

/// How somebody is called in a heading: the first word, of a Han name all of it.
pub fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or(name).to_owned()
}

/// Name, sign-in name and id on one line.
pub fn who(user: &User) -> String {
    let mail = words::sign_in_name(user);
    if mail.is_empty() {
        user.id.to_string()
    } else {
        format!("{mail} · {}", user.id)
    }
}

/// Refuses a form about somebody outside the caller's part, or who may do more than he, before it is filled in (P60, P64).
pub async fn touchable(signed: &Signed, user: &User, key: Key) -> Result<(), Failure> {
    let fail = |error| signed.fail(&error);
    let mut tx = signed.app.db.read().await.map_err(fail)?;
    let touches = signed.caller.touches(&mut tx, key, user.id).await;
    touches
        .map_err(fail)?
        .map_err(|denied| signed.fail(&denied))
}

/// The person of a page, or the page that says there is none. Sets the path of the page.
pub async fn load(signed: &mut Signed, id: UserId, leaf: Option<&str>) -> Result<User, Failure> {
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = signed
        .app
        .db
        .read()
        .await
        .map_err(|error| signed.fail(&error))?;
    let user = users::find(&mut tx, &scope, id)
        .await
        .map_err(|error| signed.fail(&error))?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    drop(tx);
    let href = signed.shell.href(&format!("/users/{id}"));
    signed
        .shell
        .at(Section::Users)
        .crumb(user.name.as_str(), leaf.map(|_| href));
    if let Some(key) = leaf {
        let words = signed.shell.t(key).to_string();
        let words = words.trim_end_matches(['…', ' ']).to_owned();
        signed.shell.crumb(words, None);
    }
    Ok(user)
}
