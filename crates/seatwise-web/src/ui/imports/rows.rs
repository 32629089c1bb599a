//! The rows of an import with what was said about each, and the tiles that filter them.

use askama::Template;
use askama::filters::HtmlSafe;
use seatwise_domain::authz::{RunImports, Scope};
use seatwise_domain::ids::{RecordId, UserId};
use seatwise_domain::imports::{self, Field, Import, ImportKind, ImportState, RowReport, Verdict};
use seatwise_domain::store::{Reads, StoreError};
use serde::Deserialize;

use super::reasons::{self, Why};
use super::words;
use crate::parts::{self, Status, Tab, Tone};
use crate::shell::Shell;
use crate::ui::query::Link;

/// Rows of a page.
const SIZE: u32 = 50;

/// Which rows the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct RowsQuery {
    rows: Option<String>,
    after: Option<u32>,
    before: Option<u32>,
}

/// A number with its words, which filters the table.
struct Tile {
    href: String,
    tone: Tone,
    icon: &'static str,
    number: String,
    label: String,
    current: bool,
}

struct Row {
    number: u32,
    /// Whether it can be ticked to be undone alone.
    tick: bool,
    label: String,
    href: Option<String>,
    second: String,
    third: String,
    verdict: Option<Status>,
    why: Why,
}

/// Tiles, views and rows.
#[derive(Template)]
#[template(path = "imports/rows.html")]
pub struct Table<'a> {
    shell: &'a Shell,
    tiles: Vec<Tile>,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    head: String,
    third: String,
    shown: String,
    previous: Option<String>,
    next: Option<String>,
    /// Files of the rows that were not taken.
    files: Vec<Tab>,
    /// Where ticked rows are undone.
    undo: Option<String>,
}

impl HtmlSafe for Table<'_> {}

impl RowsQuery {
    /// The verdicts of a filter; all when it names none.
    fn verdicts(&self) -> Vec<Verdict> {
        match self.rows.as_deref() {
            Some("problems") => Verdict::OPEN.to_vec(),
            Some(word) => word.parse().into_iter().collect(),
            None => Vec::new(),
        }
    }
}

/// The rows that the address asks for, one more than a page shows.
pub async fn find(
    tx: &mut impl Reads,
    scope: &Scope<RunImports>,
    import: &Import,
    query: &RowsQuery,
) -> Result<Vec<RowReport>, StoreError> {
    let verdicts = query.verdicts();
    if let Some(before) = query.before {
        return imports::rows_before(tx, scope, import.id, &verdicts, before, SIZE + 1).await;
    }
    let after = query.after.unwrap_or(0);
    imports::rows(tx, scope, import.id, &verdicts, after, SIZE + 1).await
}

/// Puts them into words. `path` is the page they stand on.
pub fn table<'a>(
    shell: &'a Shell,
    import: &Import,
    query: &RowsQuery,
    mut rows: Vec<RowReport>,
    path: &str,
) -> Table<'a> {
    let link = Link::new(shell.href(path));
    let more = rows.len() > SIZE as usize;
    if more && query.before.is_some() {
        rows.remove(0);
    }
    rows.truncate(SIZE as usize);
    let (earlier, later) = match query.before {
        Some(_) => (more, true),
        None => (query.after.is_some(), more),
    };
    let filter = query.rows.as_deref().unwrap_or_default();
    let same = link.clone().with("rows", query.rows.as_deref());
    let first = rows.first().map(|row| row.number).filter(|_| earlier);
    let last = rows.last().map(|row| row.number).filter(|_| later);
    let (head, third) = match import.kind {
        ImportKind::Users => ("imports-col-user", Field::Team),
        ImportKind::Leads => ("imports-col-lead", Field::Stage),
    };
    let open = import.totals.open();
    let rows: Vec<Row> = rows
        .iter()
        .map(|row| self::row(shell, import, row))
        .collect();
    let tickable = rows.iter().any(|row| row.tick);
    Table {
        tiles: tiles(shell, import, &link, filter),
        tabs: tabs(shell, import, &link, filter, open),
        shown: shell
            .t("pager-shown-only")
            .with("count", rows.len())
            .to_string(),
        rows,
        head: shell.t(head).to_string(),
        third: words::field(shell, third),
        previous: first.map(|first| same.set("before", &first.to_string())),
        next: last.map(|last| same.set("after", &last.to_string())),
        files: files(shell, import, open),
        undo: tickable.then(|| shell.href(&format!("/imports/{}/undo", import.id))),
        shell,
    }
}

fn tiles(shell: &Shell, import: &Import, link: &Link, filter: &str) -> Vec<Tile> {
    let users = import.kind == ImportKind::Users;
    let undone = matches!(import.state, ImportState::Undone | ImportState::Undoing);
    let shown: &[Verdict] = match (undone, users) {
        (true, _) => &[Verdict::Reversed, Verdict::Kept, Verdict::Failed],
        (false, true) => &[
            Verdict::Create,
            Verdict::Update,
            Verdict::Skip,
            Verdict::Problem,
            Verdict::NoSeat,
        ],
        (false, false) => &[
            Verdict::Create,
            Verdict::Update,
            Verdict::Skip,
            Verdict::Problem,
        ],
    };
    shown
        .iter()
        .map(|verdict| {
            let (tone, icon, label) = words::verdict(shell, import, *verdict);
            let current = filter == verdict.as_str();
            let word = if current { "" } else { verdict.as_str() };
            Tile {
                href: link.set("rows", word),
                tone,
                icon,
                number: shell.number(import.totals.of(*verdict)),
                label,
                current,
            }
        })
        .collect()
}

fn tabs(shell: &Shell, import: &Import, link: &Link, filter: &str, open: u64) -> Vec<Tab> {
    let tab = |word: &str, key: &str, count: u64| {
        Tab::new(link.set("rows", word), shell.t(key))
            .count(shell.number(count))
            .current(filter == word)
    };
    vec![
        tab("", "imports-rows-all", import.rows_total),
        tab("problems", "imports-rows-problems", open),
        tab(
            "skip",
            "imports-rows-skipped",
            import.totals.of(Verdict::Skip),
        ),
    ]
}

/// The rows that were not taken, to be put right: with and without those that were skipped.
fn files(shell: &Shell, import: &Import, open: u64) -> Vec<Tab> {
    let skipped = import.totals.of(Verdict::Skip) > 0;
    let link = |name: &str, key: &str| {
        let href = shell.href(&format!("/imports/{}/{name}", import.id));
        Tab::new(href, shell.t(key))
    };
    let mut files = Vec::new();
    if open > 0 {
        files.push(link("problems.xlsx", "imports-problems-file"));
        files.push(link("problems.csv", "imports-problems-csv"));
    }
    if skipped {
        files.push(link("problems.xlsx?skipped=yes", "imports-skipped-file"));
        files.push(link("problems.csv?skipped=yes", "imports-skipped-csv"));
    }
    files
}

/// Whether a row did something that an undo might take back.
fn can_be_undone(shell: &Shell, import: &Import, row: &RowReport) -> bool {
    let made = match row.verdict {
        Some(Verdict::Create) => true,
        // What an import changed on people stays.
        Some(Verdict::Update) => import.kind == ImportKind::Leads,
        _ => false,
    };
    let until = import.undo_until;
    made && import.state == ImportState::Done
        && until.is_some_and(|until| until.to_jiff() >= shell.now)
}

fn row(shell: &Shell, import: &Import, row: &RowReport) -> Row {
    let cell = |field| row.cell(&import.mapping, field).to_owned();
    let (second, third) = match import.kind {
        ImportKind::Users => (Field::Email, Field::Team),
        ImportKind::Leads => (Field::Owner, Field::Stage),
    };
    let label = row.label(&import.mapping);
    Row {
        number: row.number,
        tick: can_be_undone(shell, import, row),
        second: cell(second),
        third: cell(third),
        href: row.subject.map(|id| {
            shell.href(&match import.kind {
                ImportKind::Users => format!("/users/{}", UserId(id)),
                ImportKind::Leads => format!("/leads/{}", RecordId(id)),
            })
        }),
        label: if label.is_empty() {
            shell.t("imports-no-name").to_string()
        } else {
            label
        },
        verdict: row.verdict.map(|verdict| {
            let (tone, icon, words) = words::verdict(shell, import, verdict);
            parts::status(tone, icon, words)
        }),
        why: reasons::why(shell, import, row),
    }
}
