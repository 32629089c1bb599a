//! The list of the audit log: filters in the address, newest first.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse as _;
use seatwise_domain::audit::{self, AuditFilter, Entry, EventKind};
use seatwise_domain::authz::ViewAudit;
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::store::{Cursor, PageSize};
use serde::Deserialize;

use super::words::{self, kind_words};
use crate::app::App;
use crate::export::{self, Format};
use crate::frame::hue;
use crate::parts::{self, Empty, Item, Pager, empty};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::query::{Chip, Link, pager};

/// The address of the list.
#[derive(Debug, Default, Deserialize)]
pub struct AuditQuery {
    kind: Option<String>,
    actor: Option<String>,
    subject: Option<String>,
    period: Option<String>,
    page: Option<String>,
}

struct Row {
    href: String,
    when: String,
    actor: String,
    hue: Option<u8>,
    icon: &'static str,
    what: String,
    lines: Vec<String>,
    why: String,
    from: String,
}

#[derive(Template)]
#[template(path = "audit/list.html")]
struct AuditPage<'a> {
    shell: &'a Shell,
    export: String,
    chips: Vec<Chip>,
    clear: Option<String>,
    empty: Option<Empty>,
    rows: Vec<Row>,
    pager: Pager,
}

/// The list.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<AuditQuery>,
) -> Answer {
    let scope = signed
        .caller
        .scope::<ViewAudit>()
        .map_err(|error| signed.fail(&error))?;
    let filter = filter(&query, app.db.now());
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let found = audit::list(
        &mut tx,
        &scope,
        &filter,
        cursor.as_ref(),
        PageSize::default(),
    )
    .await
    .map_err(|error| signed.fail(&error))?;
    drop(tx);
    signed.shell.at(Section::Audit);
    let shell = &signed.shell;
    let rows: Vec<Row> = found.items.iter().map(|entry| row(shell, entry)).collect();
    let link = link(shell, &query);
    let filtered = link.without("page").is_filtered();
    let page = AuditPage {
        shell,
        export: {
            let mut file = link.without("page");
            file.move_to(shell.href("/audit/export.csv"));
            file.address()
        },
        chips: chips(shell, &link, &query, &found.items),
        clear: filtered.then(|| shell.href("/audit")),
        empty: rows.is_empty().then(|| {
            empty(
                "scroll-text",
                shell.t("audit-none-title"),
                shell.t("audit-none-text"),
            )
        }),
        rows,
        pager: pager(
            shell,
            &link,
            &found,
            shell
                .t("pager-shown-only")
                .with("count", found.items.len())
                .to_string(),
            ("pager-newer", "pager-older"),
        ),
    };
    Ok(signed.page(&page))
}

/// The lines that the page's filter finds, as CSV.
pub async fn csv(
    signed: Signed,
    State(app): State<App>,
    Query(query): Query<AuditQuery>,
) -> Answer {
    let filter = filter(&query, app.db.now());
    let shell = &signed.shell;
    let bytes = export::audit(&app.db, &signed.caller, &filter, shell.lang)
        .await
        .map_err(|error| signed.fail(&error))?;
    let day = shell.now.to_zoned(shell.zone.clone()).date();
    let name = format!("attachment; filename=\"audit-{day}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, Format::Csv.media().to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}

fn filter(query: &AuditQuery, now: seatwise_domain::clock::Timestamp) -> AuditFilter {
    let days = match query.period.as_deref() {
        Some("day") => Some(1),
        Some("week") => Some(7),
        Some("month") => Some(30),
        _ => None,
    };
    AuditFilter {
        actor: query
            .actor
            .as_deref()
            .and_then(|id| ids::parse::<UserId>(id).ok())
            .map(|id| id.0),
        subject: query.subject.as_deref().and_then(subject),
        kind: query.kind.as_deref().and_then(|kind| kind.parse().ok()),
        from: days.map(|days| now.plus_days(-days)),
        until: None,
    }
}

/// The id of anything that an entry can be about.
fn subject(text: &str) -> Option<uuid::Uuid> {
    ids::parse::<UserId>(text)
        .map(|id| id.0)
        .or_else(|_| ids::parse::<ids::RecordId>(text).map(|id| id.0))
        .or_else(|_| ids::parse::<ids::ImportId>(text).map(|id| id.0))
        .ok()
}

fn link(shell: &Shell, query: &AuditQuery) -> Link {
    Link::new(shell.href("/audit"))
        .with("kind", query.kind.as_deref())
        .with("actor", query.actor.as_deref())
        .with("subject", query.subject.as_deref())
        .with("period", query.period.as_deref())
}

fn chips(shell: &Shell, link: &Link, query: &AuditQuery, found: &[Entry]) -> Vec<Chip> {
    let chosen = query
        .kind
        .as_deref()
        .and_then(|kind| kind.parse::<EventKind>().ok());
    let mut kinds = vec![Item::option(
        link.set("kind", ""),
        shell.t("users-filter-any"),
        chosen.is_none(),
    )];
    kinds.extend(EventKind::ALL.iter().map(|kind| {
        Item::option(
            link.set("kind", kind.as_str()),
            kind_words(shell, *kind),
            chosen == Some(*kind),
        )
    }));
    let periods = [
        ("day", "audit-period-day"),
        ("week", "audit-period-week"),
        ("month", "audit-period-month"),
    ];
    let mut period_items = vec![Item::option(
        link.set("period", ""),
        shell.t("users-filter-any"),
        query.period.is_none(),
    )];
    period_items.extend(periods.iter().map(|(value, key)| {
        Item::option(
            link.set("period", value),
            shell.t(key),
            query.period.as_deref() == Some(value),
        )
    }));
    let period = periods
        .iter()
        .find(|(value, _)| query.period.as_deref() == Some(value))
        .map(|(_, key)| shell.t(key).to_string());
    let mut chips = vec![
        Chip::new(
            "kind",
            shell.t("audit-filter-kind"),
            chosen.map(|kind| kind_words(shell, kind)),
            kinds,
        ),
        Chip::new(
            "period",
            shell.t("audit-filter-period"),
            period,
            period_items,
        ),
    ];
    // The names stand in the lines that were found.
    let by = found.first().map(|entry| actor(shell, entry));
    let about = found.first().and_then(|entry| entry.subject_name.clone());
    let set = [
        ("actor", "audit-filter-actor", query.actor.as_deref(), by),
        (
            "subject",
            "audit-filter-subject",
            query.subject.as_deref(),
            about,
        ),
    ];
    for (name, label, id, called) in set {
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            let called = called.unwrap_or_else(|| id.to_owned());
            let items = vec![
                Item::option(link.set(name, ""), shell.t("users-filter-any"), false),
                Item::option(link.set(name, id), &called, true),
            ];
            chips.push(Chip::new(name, shell.t(label), Some(called), items));
        }
    }
    chips
}

fn row(shell: &Shell, entry: &Entry) -> Row {
    let lines = words::values(shell, &entry.changes)
        .into_iter()
        .take(3)
        .map(|change| {
            let key = if change.is_first {
                "audit-line-set"
            } else {
                "lead-event-change"
            };
            shell
                .t(key)
                .with("field", change.label)
                .with("before", change.before)
                .with("after", change.after)
                .to_string()
        })
        .chain(
            entry
                .more_changed
                .then(|| shell.t("lead-event-more").to_string()),
        )
        .collect();
    Row {
        href: shell.href(&format!("/audit/{}", entry.id)),
        when: shell.moment(&entry.at),
        actor: actor(shell, entry),
        hue: entry
            .actor_id
            .filter(|_| entry.actor_kind == "user")
            .map(|id| hue(UserId(id))),
        icon: words::icon(entry.kind),
        what: words::sentence(shell, entry),
        lines,
        why: entry.reason.clone().unwrap_or_default(),
        from: words::source(shell, entry),
    }
}

/// Who did it: a person's name, or the program in words.
pub fn actor(shell: &Shell, entry: &Entry) -> String {
    words::actor(shell.lang, &entry.actor_kind, &entry.actor_name)
}
