//! What a role says, line by line: each permission and field with its answers.

use seatwise_domain::authz::{Area, Extent, FieldAccess, Key, SeatKind, ViewUsers};
use seatwise_domain::records;
use seatwise_domain::roles::{self, FIELDS, Role};

use super::matrix::{Cell, cell};
use super::typed::{FIELD, GIVABLE, GIVE, GRANT, Typed};
use crate::role_words;
use crate::shell::Shell;
use crate::signed::Signed;
use crate::text::Text;
use crate::ui::audit::label;
use crate::ui::failure::Failure;

/// One of the possible answers of a line.
pub(super) struct Choice {
    pub value: &'static str,
    pub label: String,
    pub chosen: bool,
}

/// A permission or field with its answers; without them it is only shown.
pub(super) struct Line {
    pub name: String,
    pub label: String,
    pub choices: Vec<Choice>,
    pub shown: Cell,
}

/// The lines under a heading.
pub(super) struct Group {
    pub title: String,
    pub text: Option<String>,
    pub lines: Vec<Line>,
}

/// The fields that a role can speak of, with their names.
pub(super) async fn known_fields(signed: &Signed) -> Result<Vec<(String, String)>, Failure> {
    let fail = |error| signed.fail(&error);
    let shell = &signed.shell;
    let mut known: Vec<(String, String)> = FIELDS
        .iter()
        .map(|name| ((*name).to_owned(), label(shell, name)))
        .collect();
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = signed.app.db.read().await.map_err(fail)?;
    let own = records::fields(&mut tx, &scope).await.map_err(fail)?;
    let own = own.into_iter();
    known.extend(own.map(|field| (format!("fields.{}", field.key), field.label)));
    Ok(known)
}

/// All of what a role says, heading by heading, with what was chosen.
pub(super) fn groups(
    shell: &Shell,
    role: &Role,
    typed: &Typed,
    editable: bool,
    known: &[(String, String)],
) -> Vec<Group> {
    let mut groups: Vec<Group> = Area::ALL
        .into_iter()
        .map(|area| {
            let keys = Key::ALL.iter().filter(|key| key.area() == area);
            let keys = keys.filter(|key| !key.is_owners());
            let title = Text::new(shell.lang, ["roles-area-", area.as_str()].concat());
            Group {
                title: title.to_string(),
                text: None,
                lines: keys
                    .map(|key| grant_line(shell, role, *key, typed, editable))
                    .collect(),
            }
        })
        .collect();
    let text = if role.is_set() {
        "roles-fields-set-text"
    } else {
        "roles-fields-text"
    };
    groups.push(Group {
        title: shell.t("roles-fields").to_string(),
        text: Some(shell.t(text).to_string()),
        lines: known
            .iter()
            .map(|(name, called)| field_line(shell, role, (name, called), typed, editable))
            .collect(),
    });
    groups
}

fn grant_line(shell: &Shell, role: &Role, key: Key, typed: &Typed, editable: bool) -> Line {
    let name = format!("{GRANT}{}", key.as_str());
    let said: Extent = typed.get(&name).parse().unwrap_or(Extent::NONE);
    let seat = if role.key.is_of_team_seats() {
        SeatKind::Team
    } else {
        SeatKind::Regular
    };
    let possible = editable && key.seat_kinds().contains(&seat);
    let choices = Extent::CHOICES
        .into_iter()
        .filter(|(_, extent)| extent.fits(key))
        .map(|(value, extent)| Choice {
            value,
            label: if extent.any() {
                role_words::extent(shell.lang, key, extent)
            } else {
                shell.t("edit-no").to_string()
            },
            chosen: extent == said,
        });
    Line {
        label: role_words::permission(shell.lang, key),
        choices: if possible {
            choices.collect()
        } else {
            Vec::new()
        },
        shown: cell(shell, key, said, seat),
        name,
    }
}

/// Which roles the people of a role may give, with what was chosen (P64).
pub(super) struct GivableRoles {
    /// Whether it can be changed.
    pub editable: bool,
    /// Whether any may be given.
    pub any: bool,
    /// The roles: the name of the input, what the role is called, whether it is ticked.
    pub roles: Vec<(String, String, bool)>,
    /// Those that are ticked, in words.
    pub listed: String,
}

/// The roles of the account to choose from; nothing for a role that nobody gives roles by.
pub(super) async fn givable(
    signed: &Signed,
    role: &Role,
    typed: &Typed,
    editable: bool,
) -> Result<Option<GivableRoles>, Failure> {
    let any = typed.get(GIVABLE) != "listed";
    if role.key.is_of_team_seats() || (!editable && any) {
        return Ok(None);
    }
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = signed.app.db.read().await.map_err(fail)?;
    let names = roles::names(&mut tx, &scope).await.map_err(fail)?;
    drop(tx);
    let lang = signed.shell.lang;
    let names = names.iter().filter(|name| !name.key.is_of_team_seats());
    let roles: Vec<(String, String, bool)> = names
        .map(|name| {
            let input = format!("{GIVE}{}", name.key);
            let ticked = typed.has(&input);
            (input, role_words::of_name(lang, name), ticked)
        })
        .collect();
    let ticked = roles.iter().filter(|(_, _, ticked)| *ticked);
    let listed: Vec<&str> = ticked.map(|(_, name, _)| name.as_str()).collect();
    let listed = if listed.is_empty() {
        signed.shell.t("roles-givable-none").to_string()
    } else {
        listed.join(", ")
    };
    Ok(Some(GivableRoles {
        editable,
        any,
        roles,
        listed,
    }))
}

fn field_line(
    shell: &Shell,
    role: &Role,
    (field, called): (&str, &str),
    typed: &Typed,
    editable: bool,
) -> Line {
    let name = format!("{FIELD}{field}");
    let free = if role.is_set() {
        FieldAccess::Hidden
    } else {
        FieldAccess::Edit
    };
    let said = FieldAccess::ALL
        .into_iter()
        .find(|access| access.as_str() == typed.get(&name))
        .unwrap_or(free);
    let word = |access: FieldAccess| {
        let word = if role.is_set() && access == FieldAccess::Hidden {
            "nothing"
        } else {
            access.as_str()
        };
        Text::new(shell.lang, ["field-access-", word].concat()).to_string()
    };
    let choices = FieldAccess::ALL.into_iter().map(|access| Choice {
        value: access.as_str(),
        label: word(access),
        chosen: access == said,
    });
    Line {
        label: called.to_owned(),
        choices: if editable {
            choices.collect()
        } else {
            Vec::new()
        },
        shown: Cell {
            level: match said {
                FieldAccess::Hidden => "none",
                FieldAccess::Read => "own",
                FieldAccess::Edit => "all",
            },
            text: word(said),
        },
        name,
    }
}
