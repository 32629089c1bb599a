//! Leads as a board and as a table of the same filter.

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::authz::{Caller, Key, ViewRecords};
use seatwise_domain::records::{self, Context, LeadRow, Sort, Stage};
use seatwise_domain::store::{Count, Cursor, PageSize};

use super::filters::{LeadsQuery, chips, views};
use super::words::{self, Person};
use crate::app::App;
use crate::parts::{self, Empty, Item, Pager, Select, Status, Tab, choice, empty, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::query::{Chip, Link, pager, plural_forms, shown_of};

struct Card {
    href: String,
    menu_id: String,
    title: String,
    what: Option<String>,
    value: Option<String>,
    step: Option<String>,
    overdue: bool,
    owner: Option<Person>,
    menu: Vec<Item>,
}

struct Column {
    label: String,
    colour: u8,
    count: String,
    value: Option<String>,
    cards: Vec<Card>,
    more: Option<(String, String)>,
}

struct Row {
    id: String,
    href: String,
    menu_id: String,
    title: String,
    what: Option<String>,
    stage: Status,
    value: Option<String>,
    owner: Option<Person>,
    closed: Option<String>,
    menu: Vec<Item>,
}

/// What the bar below a selection offers.
struct Bulk {
    count: Vec<(&'static str, String)>,
    select: Select,
    /// The same choice for pages without scripts.
    plain: Select,
}

#[derive(Template)]
#[template(path = "leads/list.html")]
struct LeadsPage<'a> {
    shell: &'a Shell,
    exports: Option<(String, String)>,
    may_create: bool,
    views: Vec<Tab>,
    kept: Vec<(&'static str, String)>,
    chips: Vec<Chip>,
    query: String,
    clear: Option<String>,
    board: bool,
    columns: Vec<Column>,
    empty: Option<Empty>,
    caption: String,
    bulk: Option<Bulk>,
    rows: Vec<Row>,
    pager: Pager,
}

/// How many cards a column shows before "Show more".
const CARDS: u32 = 20;

/// The list.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<LeadsQuery>,
) -> Answer {
    let scope = signed
        .caller
        .records::<ViewRecords>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let filter = query.filter();
    let board = query.view.as_deref() != Some("table");
    let mut tx = app.db.read().await.map_err(fail)?;
    let stages = records::stages(&mut tx, &scope).await.map_err(fail)?;
    let people = records::assignees(&mut tx, &scope, Context::Picker, None, 100)
        .await
        .map_err(fail)?;
    let mut columns = Vec::new();
    let mut table = None;
    if board {
        columns = records::board(&mut tx, &scope, &filter, PageSize::new(CARDS))
            .await
            .map_err(fail)?
            .columns;
    } else {
        let cursor = query.page.as_deref().and_then(Cursor::decode);
        let size = PageSize::default();
        table = Some(
            records::list(
                &mut tx,
                &scope,
                &filter,
                Sort::Newest,
                cursor.as_ref(),
                size,
            )
            .await
            .map_err(fail)?,
        );
    }
    drop(tx);
    signed.shell.at(Section::Leads);
    let shell = &signed.shell;
    let caller = &signed.caller;
    let link = query.link(shell);
    let people: Vec<(String, String)> = people
        .into_iter()
        .map(|person| (person.id.to_string(), person.name))
        .collect();
    let total = table.as_ref().map_or(Count::exact(0), |page| page.total);
    let filtered = link.without("view").is_filtered();
    let page = LeadsPage {
        shell,
        exports: caller.can(Key::ExportRecords).then(|| {
            let export = |path: &str| {
                let mut link = link.without("view");
                link.move_to(shell.href(path));
                link.address()
            };
            (export("/leads/export.xlsx"), export("/leads/export.csv"))
        }),
        may_create: caller.can(Key::CreateRecords),
        views: views(shell, &link, board),
        kept: link.kept(&["q"]),
        chips: chips(shell, caller, &link, &query, &stages, &people),
        query: query.q.clone().unwrap_or_default(),
        clear: filtered.then(|| {
            Link::new(shell.href("/leads"))
                .with("view", query.view.as_deref())
                .address()
        }),
        board,
        columns: columns
            .iter()
            .enumerate()
            .map(|(at, column)| self::column(shell, caller, &link, column, at, &stages))
            .collect(),
        empty: nothing(
            shell,
            caller,
            board,
            filtered,
            table.as_ref().is_some_and(|page| page.items.is_empty()),
        ),
        caption: shell
            .t("leads-caption")
            .with("count", total.number)
            .to_string(),
        bulk: (!board && caller.can(Key::AssignRecords)).then(|| bulk(shell, &people)),
        pager: match &table {
            Some(found) => pager(
                shell,
                &link,
                found,
                shown_of(shell, found.items.len(), found.total),
                ("pager-previous", "pager-next"),
            ),
            None => Pager {
                shown: String::new(),
                previous: None,
                next: None,
                label: String::new(),
            },
        },
        rows: table
            .iter()
            .flat_map(|page| &page.items)
            .map(|lead| row(shell, caller, lead, &stages))
            .collect(),
    };
    Ok(signed.page(&page))
}

fn bulk(shell: &Shell, people: &[(String, String)]) -> Bulk {
    let pick = |id: &str| {
        let options = people.iter().map(|(id, name)| choice(id, name)).collect();
        select("to", shell.t("unassigned-col-assign"), options)
            .id(id)
            .empty(shell.t("deactivate-heir-choose"))
            .unlabelled()
    };
    Bulk {
        count: plural_forms(shell, "leads-bulk-count"),
        select: pick("to-selected"),
        plain: pick("to-ticked"),
    }
}

fn nothing(
    shell: &Shell,
    caller: &Caller,
    board: bool,
    filtered: bool,
    nothing: bool,
) -> Option<Empty> {
    if board || !nothing {
        return None;
    }
    let text = if filtered {
        "leads-none-text"
    } else {
        "leads-empty-text"
    };
    let mut made = empty("kanban", shell.t("leads-none-title"), shell.t(text));
    if filtered {
        made = made.action(Tab::new(
            shell.href("/leads?view=table"),
            shell.t("users-clear"),
        ));
    } else if caller.can(Key::CreateRecords) {
        made = made.action(Tab::new(shell.href("/leads/new"), shell.t("leads-new")).current(true));
    }
    Some(made)
}

fn column(
    shell: &Shell,
    caller: &Caller,
    link: &Link,
    column: &records::Column,
    at: usize,
    stages: &[Stage],
) -> Column {
    let total = column.page.total;
    let shown = column.page.items.len() as u64;
    let count = if total.more {
        shell
            .t("leads-count-many")
            .with("count", total.number)
            .to_string()
    } else {
        shell.number(total.number)
    };
    let more = (total.more || total.number > shown).then(|| {
        let words = if total.more {
            shell.t("leads-more-many").to_string()
        } else {
            shell
                .t("leads-more")
                .with("count", total.number - shown)
                .to_string()
        };
        let table = link
            .without("stage")
            .without("view")
            .with("view", Some("table"));
        (table.set("stage", column.stage.key.as_str()), words)
    });
    Column {
        label: words::stage(shell, &column.stage),
        colour: words::colour(&column.stage, at),
        count,
        value: column
            .sum
            .filter(|sum| sum.0 > 0)
            .map(|sum| shell.money(&sum.0)),
        cards: column
            .page
            .items
            .iter()
            .map(|lead| card(shell, caller, lead, stages))
            .collect(),
        more,
    }
}

fn card(shell: &Shell, caller: &Caller, lead: &LeadRow, stages: &[Stage]) -> Card {
    let (step, overdue) = words::next_step(shell, lead);
    Card {
        href: shell.href(&format!("/leads/{}", lead.id)),
        menu_id: format!("menu-{}", lead.id),
        title: lead.title.clone(),
        what: lead.contact_name.clone(),
        value: lead.value.map(|value| shell.money(&value.0)),
        step,
        overdue,
        owner: lead.owner.as_ref().map(words::person),
        menu: words::menu(shell, caller, lead, stages),
    }
}

fn row(shell: &Shell, caller: &Caller, lead: &LeadRow, stages: &[Stage]) -> Row {
    Row {
        id: lead.id.to_string(),
        href: shell.href(&format!("/leads/{}", lead.id)),
        menu_id: format!("menu-{}", lead.id),
        title: lead.title.clone(),
        what: lead
            .contact_name
            .clone()
            .or_else(|| lead.external_id.clone()),
        stage: words::pill(shell, lead, stages),
        value: lead.value.map(|value| shell.money(&value.0)),
        owner: lead.owner.as_ref().map(words::person),
        closed: lead.closed_on.map(|date| shell.date(&date)),
        menu: words::menu(shell, caller, lead, stages),
    }
}
