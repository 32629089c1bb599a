//! What each role may do and how far, side by side.

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::authz::{Area, Extent, Grants, Key, Level, SeatKind};
use seatwise_domain::roles::{self, Levels, RoleRow};
use serde::Deserialize;

use super::privacy;
use crate::app::App;
use crate::parts;
use crate::role_words;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::text::Text;
use crate::ui::failure::Answer;
use crate::ui::form::Radio;
use crate::ui::query::Link;

/// The address of the page.
#[derive(Debug, Default, Deserialize)]
pub struct MatrixQuery {
    only: Option<String>,
}

/// How far a permission goes, in a cell.
pub(super) struct Cell {
    /// Which look: `all`, `team`, `own`, `privacy`, `below`, `none` or `cap`.
    pub level: &'static str,
    /// Its words.
    pub text: String,
}

struct Column {
    href: Option<String>,
    icon: &'static str,
    title: String,
    below: String,
    grants: Grants,
    seat: SeatKind,
}

struct Row {
    label: String,
    cells: Vec<Cell>,
}

struct Group {
    title: String,
    rows: Vec<Row>,
}

struct SetLine {
    href: String,
    name: String,
    description: String,
    people: String,
    permissions: String,
}

#[derive(Template)]
#[template(path = "roles/list.html")]
struct MatrixPage<'a> {
    shell: &'a Shell,
    may_edit: bool,
    may_check: bool,
    legend: Vec<(Cell, String)>,
    only: bool,
    only_href: String,
    columns: Vec<Column>,
    groups: Vec<Group>,
    sets: Vec<SetLine>,
    privacy: Option<Vec<Radio>>,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<MatrixQuery>,
) -> Answer {
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let rows = roles::list(&mut tx, &signed.caller)
        .await
        .map_err(|error| signed.fail(&error))?;
    let levels = roles::levels(&mut tx, &signed.caller)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    signed.shell.at(Section::Roles);
    let shell = &signed.shell;
    let only = query.only.as_deref() == Some("differences");
    let link = Link::new(shell.href("/roles"));
    let columns = columns(shell, &signed, &rows, levels);
    let page = MatrixPage {
        shell,
        may_check: signed.caller.can(Key::CheckAccess),
        may_edit: signed.caller.can(Key::EditRoles),
        legend: legend(shell),
        only,
        only_href: link.set("only", if only { "" } else { "differences" }),
        groups: groups(shell, &columns, only),
        sets: rows
            .iter()
            .filter(|row| row.role.is_set())
            .map(|row| set_line(shell, row))
            .collect(),
        privacy: signed
            .caller
            .can(Key::EditAccount)
            .then(|| privacy::choices(shell, signed.me().visibility)),
        columns,
    };
    Ok(signed.page(&page))
}

fn columns(shell: &Shell, signed: &Signed, rows: &[RoleRow], levels: Levels) -> Vec<Column> {
    let people = |kind: &str, count: u64| {
        let people = shell.t("roles-people").with("count", count).to_string();
        format!("{} · {people}", shell.t(kind))
    };
    let level = |level: Level, icon, count| Column {
        href: None,
        icon,
        title: Text::new(shell.lang, ["level-", level.as_str()].concat()).to_string(),
        below: people("roles-system", count),
        grants: Grants::of_level(level),
        seat: SeatKind::Regular,
    };
    let mut columns = vec![
        level(Level::Owner, "crown", levels.owners),
        level(Level::Admin, "shield-check", levels.admins),
    ];
    let of_roles = rows.iter().filter(|row| !row.role.is_set());
    if signed.me().teams_on {
        // Whoever leads a team has it on top of his role; shown with the default one.
        let first = rows.iter().find(|row| row.is_default);
        let mut grants = first.map_or_else(Grants::default, |row| row.role.grants.clone());
        grants.merge(&Grants::team_manager());
        columns.push(Column {
            href: None,
            icon: "users-round",
            title: shell.t("roles-team-manager").to_string(),
            below: people("roles-system", levels.managers),
            grants,
            seat: SeatKind::Regular,
        });
    }
    columns.extend(of_roles.map(|row| {
        let key = &row.role.key;
        let (icon, kind, seat) = if key.is_of_team_seats() {
            ("ticket", "roles-team-seat", SeatKind::Team)
        } else if key.is_built_in() {
            ("user", "roles-system", SeatKind::Regular)
        } else {
            ("user-cog", "roles-custom", SeatKind::Regular)
        };
        Column {
            href: Some(shell.href(&format!("/roles/{key}"))),
            icon,
            title: role_words::of_role(shell.lang, &row.role),
            below: people(kind, row.members),
            grants: row.role.grants.clone(),
            seat,
        }
    }));
    columns
}

fn groups(shell: &Shell, columns: &[Column], only: bool) -> Vec<Group> {
    let mut groups = Vec::new();
    for area in Area::ALL {
        let keys = Key::ALL.iter().filter(|key| key.area() == area);
        let rows: Vec<Row> = keys
            .map(|key| Row {
                label: role_words::permission(shell.lang, *key),
                cells: columns
                    .iter()
                    .map(|column| listed(shell, *key, column))
                    .collect(),
            })
            .filter(|row| !only || differs(&row.cells))
            .collect();
        if !rows.is_empty() {
            let title = Text::new(shell.lang, ["roles-area-", area.as_str()].concat());
            groups.push(Group {
                title: title.to_string(),
                rows,
            });
        }
    }
    groups
}

/// The cell of a column, with how many roles may be given where that is a list (P64).
fn listed(shell: &Shell, key: Key, column: &Column) -> Cell {
    let mut made = cell(shell, key, column.grants.extent(key), column.seat);
    let list = column.grants.givable().keys();
    if let Some(list) = list.filter(|_| key == Key::AssignRoles && column.grants.has(key)) {
        let count = shell.t("roles-givable-count").with("count", list.len());
        made.text = format!("{} · {count}", made.text);
    }
    made
}

fn differs(cells: &[Cell]) -> bool {
    let words = |cell: &Cell| (cell.level, cell.text.clone());
    let first = cells.first().map(words);
    cells.iter().any(|cell| Some(words(cell)) != first)
}

/// The cell of a permission that goes this far on a seat of this kind.
pub(super) fn cell(shell: &Shell, key: Key, extent: Extent, seat: SeatKind) -> Cell {
    if !key.seat_kinds().contains(&seat) {
        return Cell {
            level: "cap",
            text: shell.t("roles-limited").to_string(),
        };
    }
    let level = if !extent.any() {
        "none"
    } else if extent.has(Extent::ALL) {
        "all"
    } else if extent.has(Extent::LED) || extent.has(Extent::TEAM) {
        "team"
    } else if extent.has(Extent::SUBORDINATES) {
        "below"
    } else if extent.has(Extent::PRIVACY) {
        "privacy"
    } else {
        "own"
    };
    let text = if level == "none" {
        shell.t("edit-no").to_string()
    } else {
        role_words::extent(shell.lang, key, extent)
    };
    Cell { level, text }
}

fn legend(shell: &Shell) -> Vec<(Cell, String)> {
    let extents = [
        ("all", "extent-all", "roles-legend-all"),
        ("team", "extent-team", "roles-legend-team"),
        ("own", "extent-own", "roles-legend-own"),
        ("privacy", "extent-privacy", "roles-legend-privacy"),
        ("below", "extent-subordinates", "roles-legend-below"),
        ("cap", "roles-limited", "roles-limited"),
    ];
    extents
        .into_iter()
        .map(|(level, text, words)| {
            let text = shell.t(text).to_string();
            (Cell { level, text }, shell.t(words).to_string())
        })
        .collect()
}

fn set_line(shell: &Shell, row: &RoleRow) -> SetLine {
    let given = row.role.grants.words().len();
    SetLine {
        href: shell.href(&format!("/roles/{}", row.role.key)),
        name: row.role.name.clone(),
        description: row.role.description.clone(),
        people: shell
            .t("roles-people")
            .with("count", row.members)
            .to_string(),
        permissions: shell
            .t("roles-permissions")
            .with("count", given)
            .to_string(),
    }
}
