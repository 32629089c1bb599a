//! People of something, one by one: who is in it with a way out, and a search for whom to take in.

use askama::Template;
use askama::filters::HtmlSafe;
use seatwise_domain::authz::ViewUsers;
use seatwise_domain::ids::UserId;
use seatwise_domain::store::{Page, PageSize};
use seatwise_domain::users::{self, ListFilter, UserRow};

use crate::app::App;
use crate::frame::{hue, picture};
use crate::parts::{self, Empty, Field, Pager, Status};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::failure::Failure;
use crate::ui::query::{Link, pager, shown_of};
use crate::ui::users::asked::reason_area;
use crate::ui::users::words;

/// How many people are offered at once.
pub const OFFERED: usize = 10;
/// Among how many they are looked for, since some of them are in it already.
const LOOKED_AT: u32 = 50;

/// Somebody in such a list.
pub struct Person {
    id: String,
    href: String,
    name: String,
    mail: String,
    hue: u8,
    off: bool,
    picture: Option<String>,
    status: Status,
}

impl Person {
    /// From a row of the list of people.
    pub fn of(shell: &Shell, row: &UserRow) -> Self {
        let user = &row.user;
        Self {
            id: user.id.to_string(),
            href: shell.href(&format!("/users/{}", user.id)),
            name: user.name.clone(),
            mail: words::sign_in_name(user),
            hue: hue(user.id),
            off: words::is_off(user),
            picture: picture(shell, user),
            status: words::status_of(shell, user),
        }
    }
}

/// The panel of those who are in it.
#[derive(Template)]
#[template(path = "parts/people.html")]
pub struct People<'a> {
    shell: &'a Shell,
    title: String,
    empty: Option<Empty>,
    rows: Vec<Person>,
    pager: Pager,
    remove: Option<(String, String)>,
}

impl<'a> People<'a> {
    /// A page of people; `empty` stands there instead of nobody.
    pub fn new(
        shell: &'a Shell,
        title: impl ToString,
        here: &str,
        found: &Page<UserRow>,
        empty: Empty,
    ) -> Self {
        Self {
            shell,
            title: title.to_string(),
            empty: found.items.is_empty().then_some(empty),
            rows: found
                .items
                .iter()
                .map(|row| Person::of(shell, row))
                .collect(),
            pager: pager(
                shell,
                &Link::new(here.to_owned()),
                found,
                shown_of(shell, found.items.len(), found.total),
                ("pager-previous", "pager-next"),
            ),
            remove: None,
        }
    }

    fn reason(&self) -> Field {
        reason_area(self.shell, "").id("remove-reason")
    }

    /// Where somebody is sent out, and the words of the button.
    pub fn remove(mut self, action: String, words: impl ToString) -> Self {
        self.remove = Some((action, words.to_string()));
        self
    }
}

/// The panel of whom to take in.
#[derive(Template)]
#[template(path = "parts/join.html")]
pub struct Join<'a> {
    /// The frame.
    pub shell: &'a Shell,
    /// Its heading.
    pub title: String,
    /// The page itself, for the search.
    pub here: String,
    /// Where somebody is taken in.
    pub action: String,
    /// What was searched.
    pub find: String,
    /// Whom it found.
    pub people: Vec<Person>,
    /// What stands there instead of nobody.
    pub none: String,
}

impl Join<'_> {
    fn reason(&self) -> Field {
        reason_area(self.shell, "").id("add-reason")
    }
}

/// People by a part of their name who can sign in or will.
pub async fn looked_for(signed: &Signed, app: &App, wanted: &str) -> Result<Vec<UserRow>, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let filter = ListFilter {
        query: Some(wanted.to_owned()).filter(|text| !text.is_empty()),
        hide_inactive: true,
        ..ListFilter::default()
    };
    let mut tx = app.db.read().await.map_err(fail)?;
    let size = PageSize::new(LOOKED_AT);
    let found = users::list(&mut tx, &scope, &filter, None, size).await;
    Ok(found.map_err(fail)?.items)
}

/// The first of them who are not in it yet.
pub fn offered(shell: &Shell, found: &[UserRow], already: &[UserId]) -> Vec<Person> {
    found
        .iter()
        .filter(|row| !already.contains(&row.user.id))
        .take(OFFERED)
        .map(|row| Person::of(shell, row))
        .collect()
}

impl HtmlSafe for People<'_> {}
impl HtmlSafe for Join<'_> {}
