//! The list of imports, newest first.

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::ids::{self, ImportId, UserId};
use seatwise_domain::imports::{self, Verdict};
use seatwise_domain::users;
use serde::Deserialize;

use super::words;
use crate::app::App;
use crate::parts::{Empty, Pager, Status, Tab, empty};
use crate::shell::{Section, Shell, When};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::query::Link;

const SIZE: u32 = 50;

/// The address of the list.
#[derive(Debug, Default, Deserialize)]
pub struct ListQuery {
    before: Option<String>,
}

struct Row {
    href: String,
    file: String,
    kind: String,
    when: When,
    by: String,
    added: String,
    skipped: String,
    state: Status,
}

#[derive(Template)]
#[template(path = "imports/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    empty: Option<Empty>,
    rows: Vec<Row>,
    pager: Pager,
}

/// The list.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let scope = super::scope(&signed)?;
    let fail = |error| signed.fail(&error);
    let before: Option<ImportId> = query.before.as_deref().and_then(|id| ids::parse(id).ok());
    let mut tx = app.db.read().await.map_err(fail)?;
    let mut found = imports::list(&mut tx, &scope, before, SIZE + 1)
        .await
        .map_err(fail)?;
    let more = found.len() > SIZE as usize;
    found.truncate(SIZE as usize);
    let by: Vec<UserId> = found
        .iter()
        .filter_map(|import| import.created_by)
        .collect();
    let people = users::find_many(&mut tx, &scope, &by).await.map_err(fail)?;
    drop(tx);
    signed.shell.at(Section::Imports);
    let shell = &signed.shell;
    let link = Link::new(shell.href("/imports"));
    let next = found.last().filter(|_| more).map(|last| {
        let words = shell.t("pager-older").to_string();
        (link.set("before", &last.id.to_string()), words)
    });
    let newest = before.map(|_| (link.address(), shell.t("imports-newest").to_string()));
    let rows: Vec<Row> = found
        .iter()
        .map(|import| Row {
            href: shell.href(&format!("/imports/{}", import.id)),
            file: import.file_name.clone(),
            kind: words::kind(shell, import.kind),
            when: shell.when(&import.created_at),
            by: import
                .created_by
                .and_then(|id| people.get(&id))
                .map_or_else(
                    || shell.t("audit-actor-operator").to_string(),
                    |user| user.name.clone(),
                ),
            added: shell.number(import.totals.of(Verdict::Create)),
            skipped: shell.number(
                import.totals.of(Verdict::Skip)
                    + import.totals.of(Verdict::Problem)
                    + import.totals.of(Verdict::NoSeat),
            ),
            state: words::state(shell, import),
        })
        .collect();
    let page = ListPage {
        shell,
        empty: rows.is_empty().then(|| nothing(shell)),
        pager: Pager {
            shown: shell
                .t("pager-shown-only")
                .with("count", rows.len())
                .to_string(),
            previous: newest,
            next,
            label: shell.t("pager-label").to_string(),
        },
        rows,
    };
    Ok(signed.page(&page))
}

fn nothing(shell: &Shell) -> Empty {
    let new = Tab::new(shell.href("/imports/new"), shell.t("imports-new"));
    empty(
        "file-up",
        shell.t("imports-none-title"),
        shell.t("imports-none-text"),
    )
    .action(new.icon("file-up").current(true))
}
