//! Leads as a board and as a table of the same filter.

use askama::Template;
use axum::extract::State;
use axum_extra::extract::Query;
use seatwise_domain::authz::{AssignRecords, Caller, Key, ViewRecords};
use seatwise_domain::records::{self, Choosable, Context, LeadRow, Sort, Stage};
use seatwise_domain::store::{Count, Cursor, PageSize};

use super::filters::{LeadsQuery, chips, views};
use super::words::{self, Person};
use crate::app::App;
use crate::parts::{self, Empty, Finder, Item, Pager, Select, Status, Tab, empty, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::pick;
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
    ticked: bool,
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
    finder: Option<Finder>,
    /// The same choice for pages without scripts.
    plain: Select,
    plain_finder: Option<Finder>,
    /// The filters, which the search keeps.
    kept: Vec<(&'static str, String)>,
}

/// The search for an owner to filter by, where the menu cannot list all.
struct OwnerSearch {
    typed: String,
    /// Whom it found, with the leads of each.
    found: Option<Vec<(String, String)>>,
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
    owner_search: Option<OwnerSearch>,
    query: String,
    clear: Option<String>,
    board: bool,
    columns: Vec<Column>,
    empty: Option<Empty>,
    caption: String,
    bulk: Option<Bulk>,
    /// Whether the roles let values be seen.
    values: bool,
    rows: Vec<Row>,
    pager: Pager,
}

impl LeadsPage<'_> {
    /// A page of open leads has nothing to say about closing.
    fn has_closed(&self) -> bool {
        self.rows.iter().any(|row| row.closed.is_some())
    }
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
    let people = records::owners(&mut tx, &scope, None, query.owner_id())
        .await
        .map_err(fail)?;
    let typed = query.owner_q.trim();
    let owners = if typed.is_empty() {
        None
    } else {
        Some(
            records::owners(&mut tx, &scope, Some(typed), None)
                .await
                .map_err(fail)?
                .people,
        )
    };
    let assigning = signed.caller.records::<AssignRecords>().ok();
    let receivers = if let Some(scope) = assigning.filter(|_| !board) {
        let search = Some(query.receiver_search());
        let offered =
            records::choosable(&mut tx, &scope, Context::Picker, search, query.receiver());
        Some(offered.await.map_err(fail)?)
    } else {
        None
    };
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
            .map_err(|error| signed.fail(&error))?,
        );
    }
    drop(tx);
    signed.shell.at(Section::Leads);
    let shell = &signed.shell;
    let caller = &signed.caller;
    let link = query.link(shell);
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
        owner_search: (owners.is_some() || pick::search(shell, &people, "owner_q", "").is_some())
            .then(|| OwnerSearch {
                typed: typed.to_owned(),
                found: owners.map(|owners| {
                    let named = owners.into_iter();
                    named
                        .map(|owner| (link.set("owner", &owner.id.to_string()), owner.name))
                        .collect()
                }),
            }),
        query: query.q.clone().unwrap_or_default(),
        clear: filtered.then(|| {
            Link::new(shell.href("/leads"))
                .with("view", query.view.as_deref())
                .address()
        }),
        board,
        values: !scope.fields().hides("value"),
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
        bulk: receivers.map(|people| bulk(shell, &people, &query)),
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
            .map(|lead| row(shell, caller, lead, &stages, &query.id))
            .collect(),
    };
    Ok(signed.page(&page))
}

fn bulk(shell: &Shell, people: &Choosable, query: &LeadsQuery) -> Bulk {
    let chosen = query.receiver().map(|user| user.to_string());
    let choose = |id: &str| {
        select(
            "to",
            shell.t("unassigned-col-assign"),
            pick::options(shell, people, None),
        )
        .id(id)
        .empty(shell.t("deactivate-heir-choose"))
        .chosen(chosen.as_deref().unwrap_or_default())
        .unlabelled()
    };
    let find = |name| {
        let finder = pick::search(shell, people, name, query.receiver_search());
        finder.map(|finder| finder.compact().asks(shell.href("/leads")))
    };
    let mut kept = query.link(shell).kept(&[]);
    kept.extend(query.page.clone().map(|page| ("page", page)));
    Bulk {
        count: plural_forms(shell, "leads-bulk-count"),
        select: choose("to-selected"),
        finder: find("to_q"),
        plain: choose("to-ticked"),
        plain_finder: find("plain_q"),
        kept,
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
        owner: lead.owner.as_ref().map(|owner| words::person(shell, owner)),
        menu: words::menu(shell, caller, lead, stages),
    }
}

fn row(shell: &Shell, caller: &Caller, lead: &LeadRow, stages: &[Stage], ticked: &[String]) -> Row {
    let id = lead.id.to_string();
    Row {
        ticked: ticked.contains(&id),
        id,
        href: shell.href(&format!("/leads/{}", lead.id)),
        menu_id: format!("menu-{}", lead.id),
        title: lead.title.clone(),
        what: lead
            .contact_name
            .clone()
            .or_else(|| lead.external_id.clone()),
        stage: words::pill(shell, lead, stages),
        value: lead.value.map(|value| shell.money(&value.0)),
        owner: lead.owner.as_ref().map(|owner| words::person(shell, owner)),
        closed: lead.closed_on.map(|date| shell.date(&date)),
        menu: words::menu(shell, caller, lead, stages),
    }
}
