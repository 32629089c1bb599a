//! An import that runs or ran: progress, then the result with mails and undo.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{Import, ImportKind, ImportState, Verdict};
use seatwise_domain::users;

use super::rows::{self, RowsQuery, Table};
use super::words;
use crate::app::App;
use crate::parts::{self, Act, Note, Status, Step, Tab, Tone, note};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;

struct Progress {
    words: String,
    done: u64,
    total: u64,
    /// Thousandths of the bar.
    width: u64,
}

struct Next {
    tone: &'static str,
    icon: &'static str,
    title: String,
    text: String,
    /// Each leads to a page that says what would happen.
    ways: Vec<(&'static str, Tab)>,
}

#[derive(Template)]
#[template(path = "imports/show.html")]
struct ShowPage<'a> {
    shell: &'a Shell,
    title: String,
    state: Status,
    lead: String,
    steps: Vec<Step>,
    /// Whether a job is at it, so that the page asks again.
    live: bool,
    progress: Option<Progress>,
    stopped: Option<Note>,
    next: Option<Next>,
    table: Option<Table<'a>>,
    facts: Vec<(String, String)>,
    here: String,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, ImportId)>,
    Query(query): Query<RowsQuery>,
) -> Answer {
    let scope = super::scope(&signed)?;
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let import = super::find(&signed, &mut tx, &scope, id).await?;
    if words::is_plan(&import) {
        let step = if import.state == ImportState::Checked {
            "check"
        } else {
            "match"
        };
        let to = signed.shell.href(&format!("/imports/{id}/{step}"));
        return Ok(Redirect::to(&to).into_response());
    }
    let running = matches!(import.state, ImportState::Running | ImportState::Undoing);
    let found = if running {
        Vec::new()
    } else {
        rows::find(&mut tx, &scope, &import, &query)
            .await
            .map_err(fail)?
    };
    let by: Vec<_> = import.created_by.into_iter().collect();
    let people = users::find_many(&mut tx, &scope, &by).await.map_err(fail)?;
    drop(tx);
    let by = people.into_values().next().map(|user| user.name);
    signed
        .shell
        .at(Section::Imports)
        .crumb(&import.file_name, None);
    let shell = &signed.shell;
    let path = format!("/imports/{id}");
    let page = ShowPage {
        shell,
        title: import.file_name.clone(),
        state: words::state(shell, &import),
        lead: lead(shell, &import),
        steps: words::steps(shell, Some(&import)),
        live: running && import.stopped.is_none(),
        stopped: stopped(shell, &import),
        progress: running.then(|| progress(shell, &import)),
        next: next(shell, &import),
        table: (!running).then(|| rows::table(shell, &import, &query, found, &path)),
        facts: facts(shell, &import, by),
        here: shell.href(&path),
    };
    Ok(signed.page(&page))
}

fn lead(shell: &Shell, import: &Import) -> String {
    let added = import.totals.of(Verdict::Create);
    let updated = import.totals.of(Verdict::Update);
    match (import.state, import.kind) {
        (ImportState::Running | ImportState::Undoing, _) if import.stopped.is_some() => {
            shell.t("imports-stopped-lead").to_string()
        }
        (ImportState::Running, _) => shell.t("imports-running-lead").to_string(),
        (ImportState::Undoing, _) => shell.t("imports-undoing-lead").to_string(),
        (ImportState::Undone, _) => shell
            .t("imports-undone-lead")
            .with("count", import.totals.of(Verdict::Reversed))
            .to_string(),
        (_, ImportKind::Users) => shell
            .t("imports-done-users")
            .with("count", added)
            .with("updated", updated)
            .to_string(),
        (_, ImportKind::Leads) => shell
            .t("imports-done-leads")
            .with("count", added)
            .with("updated", updated)
            .to_string(),
    }
}

fn progress(shell: &Shell, import: &Import) -> Progress {
    let (done, total) = (import.rows_done, import.rows_total);
    Progress {
        words: shell
            .t("imports-progress")
            .with("done", done)
            .with("total", total)
            .to_string(),
        done,
        total,
        width: done * 1000 / total.max(1),
    }
}

/// That the rest waits for somebody who goes on with it, or takes it back.
fn stopped(shell: &Shell, import: &Import) -> Option<Note> {
    let why = import.stopped?;
    let at = |path: &str| shell.href(&format!("/imports/{}{path}", import.id));
    let key = match import.state {
        ImportState::Undoing => "imports-stopped-undo",
        ImportState::Done => "imports-stopped-mails",
        _ => "imports-stopped-run",
    };
    let act = Act::new(at("/resume"), "rotate-ccw", shell.t("imports-resume"));
    let said = note(Tone::Warning, "triangle-alert", shell.t(key))
        .text(words::keyed(shell, "imports-stopped-", why.as_str()))
        .act(act);
    Some(if import.state == ImportState::Running {
        said.link(Tab::new(at("/undo"), shell.t("imports-undo")))
    } else {
        said
    })
}

/// What is to be decided now: mails, undo, or nothing any more.
fn next(shell: &Shell, import: &Import) -> Option<Next> {
    if import.state != ImportState::Done {
        return None;
    }
    let at = |path: &str| shell.href(&format!("/imports/{}{path}", import.id));
    let until = import
        .undo_until
        .filter(|until| until.to_jiff() >= shell.now);
    let undo = until.map(|_| ("undo-2", Tab::new(at("/undo"), shell.t("imports-undo"))));
    let added = import.totals.of(Verdict::Create);
    if import.kind == ImportKind::Users && import.mailed_at.is_none() && added > 0 {
        let send = shell.t("imports-send").with("count", added);
        let mut ways = vec![("send", Tab::new(at("/mail"), send))];
        ways.extend(undo);
        return Some(Next {
            tone: "warning",
            icon: "mail",
            title: shell.t("imports-nobody-told").to_string(),
            text: shell.t("imports-nobody-told-text").to_string(),
            ways,
        });
    }
    let until = until?;
    Some(Next {
        tone: "info",
        icon: "info",
        title: shell
            .t("imports-undo-until")
            .with("date", shell.day_of(&until))
            .to_string(),
        text: match import.kind {
            ImportKind::Users => shell.t("imports-undo-users").to_string(),
            ImportKind::Leads => shell.t("imports-undo-leads").to_string(),
        },
        ways: undo.into_iter().collect(),
    })
}

fn facts(shell: &Shell, import: &Import, by: Option<String>) -> Vec<(String, String)> {
    let t = |key: &str| shell.t(key).to_string();
    let mut facts = vec![
        (t("imports-col-kind"), words::kind(shell, import.kind)),
        (t("imports-col-rows"), shell.number(import.rows_total)),
        (t("imports-col-when"), shell.moment(&import.created_at)),
        (
            t("imports-col-by"),
            by.unwrap_or_else(|| t("audit-actor-operator")),
        ),
    ];
    if let Some(at) = &import.finished_at {
        facts.push((t("imports-finished"), shell.moment(at)));
    }
    if let Some(at) = &import.mailed_at {
        facts.push((t("imports-mailed"), shell.moment(at)));
    }
    facts
}
