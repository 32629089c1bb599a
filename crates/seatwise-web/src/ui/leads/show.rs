//! One lead: notes, history, facts, owner and stage.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{AssignRecords, EditRecords, Key, ViewRecords};
use seatwise_domain::ids::RecordId;
use seatwise_domain::problem;
use seatwise_domain::records::{
    self, Choosable, Context, HistoryLine, Lead, LeadPage, Note as LeadNote, Stage,
};
use seatwise_domain::store::{Cursor, PageSize};
use serde::Deserialize;

use super::words;
use crate::app::App;
use crate::frame::hue;
use crate::parts::{
    self, Choice, Event, Field, Finder, Note, Select, Status, area, choice, select,
};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::audit as audit_words;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::Wrong;
use crate::ui::pick;
use crate::ui::sharing::panel::{self, SharedWith, Typed};

struct NoteLine {
    author: String,
    hue: u8,
    off: bool,
    when: String,
    text: String,
}

struct NoteForm {
    action: String,
    field: Field,
}

struct Pick {
    action: String,
    select: Select,
    finder: Option<Finder>,
}

#[derive(Template)]
#[template(path = "leads/show.html")]
struct ShowPage<'a> {
    shell: &'a Shell,
    title: String,
    line: Option<String>,
    stage: Status,
    edit: Option<String>,
    page_notes: Vec<Note>,
    note_count: u64,
    note_form: Option<NoteForm>,
    notes: Vec<NoteLine>,
    more_notes: Option<(String, String)>,
    events: Vec<Event>,
    facts: Vec<(String, String)>,
    assign: Option<Pick>,
    shared: Option<SharedWith<'a>>,
    who_sees: Option<String>,
    stage_form: Option<Pick>,
}

/// The address of a lead's page.
#[derive(Debug, Default, Deserialize)]
pub struct ShowQuery {
    notes: Option<String>,
    #[serde(default)]
    to_q: String,
    to: Option<String>,
    #[serde(default)]
    share_q: String,
    #[serde(default)]
    with: String,
    #[serde(default)]
    access: String,
}

impl ShowQuery {
    /// With what was chosen in the panel of sharing.
    pub fn shared(with: &str, access: &str) -> Self {
        Self {
            with: with.to_owned(),
            access: access.to_owned(),
            ..Self::default()
        }
    }
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, RecordId)>,
    Query(query): Query<ShowQuery>,
) -> Answer {
    render(&mut signed, &app, id, &query, "", &Wrong::none()).await
}

/// The page, also with a note or a share that was not taken.
pub(in crate::ui) async fn render(
    signed: &mut Signed,
    app: &App,
    id: RecordId,
    query: &ShowQuery,
    typed: &str,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let scope = signed
        .caller
        .records::<ViewRecords>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let mut tx = app.db.read().await.map_err(fail)?;
    let mut found = records::show(&mut tx, &scope, id, PageSize::new(20))
        .await
        .map_err(fail)?
        .ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    if let Some(cursor) = query.notes.as_deref().and_then(Cursor::decode) {
        found.notes = records::notes(
            &mut tx,
            &scope,
            &found.lead,
            Some(&cursor),
            PageSize::new(20),
        )
        .await
        .map_err(fail)?;
    }
    let stages = records::stages(&mut tx, &scope).await.map_err(fail)?;
    let fields = records::fields(&mut tx, &scope).await.map_err(fail)?;
    let people = match signed.caller.records::<AssignRecords>() {
        Ok(scope) => {
            let owner = found.lead.row.owner.as_ref().map(|owner| owner.id);
            let chosen = pick::read(query.to.as_deref()).or(owner);
            let search = Some(query.to_q.as_str());
            let offered = records::choosable(&mut tx, &scope, Context::Picker, search, chosen);
            Some(offered.await.map_err(fail)?)
        }
        Err(_) => None,
    };
    let editing = match signed.caller.records::<EditRecords>() {
        Ok(scope) => records::find(&mut tx, &scope, id).await.map_err(fail)?,
        Err(_) => None,
    };
    let may_edit = editing.is_some();
    let typed_share = Typed {
        find: &query.share_q,
        with: &query.with,
        access: &query.access,
    };
    let shares = panel::read(&mut tx, signed, id, typed_share);
    let shares = shares.await.map_err(fail)?;
    drop(tx);
    let title = found.lead.row.title.clone();
    signed.shell.at(Section::Leads).crumb(title.as_str(), None);
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/leads/{id}{path}"));
    let caller = &signed.caller;
    let page = ShowPage {
        shell,
        title,
        line: line(shell, &found.lead),
        stage: words::pill(shell, &found.lead.row, &stages),
        edit: may_edit.then(|| at("/edit")),
        page_notes: wrong
            .note(&["text", "with", "access"])
            .into_iter()
            .collect(),
        note_count: found.lead.row.notes,
        note_form: caller.can(Key::NoteRecords).then(|| NoteForm {
            action: at("/notes"),
            field: area("text", shell.t("leads-note"), 3)
                .value(typed)
                .error(wrong.at("text")),
        }),
        notes: found
            .notes
            .items
            .iter()
            .map(|note| note_line(shell, note))
            .collect(),
        more_notes: found.notes.next.as_ref().map(|cursor| {
            (
                at(&format!("?notes={}#notes", cursor.encode())),
                shell.t("leads-notes-older").to_string(),
            )
        }),
        events: found
            .history
            .items
            .iter()
            .map(|line| event(shell, line))
            .collect(),
        facts: facts(shell, &found.lead, &fields),
        assign: people.map(|people| assign(shell, &found, &people, query, &at(""))),
        who_sees: signed
            .caller
            .can(Key::CheckAccess)
            .then(|| shell.href(&format!("/roles/check?lead={id}"))),
        shared: shares
            .map(|shares| panel::panel(signed, &found.lead, may_edit, &shares, typed_share, wrong)),
        stage_form: may_edit.then(|| stage_form(shell, &found, &stages, at("/stage"))),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn note_line(shell: &Shell, note: &LeadNote) -> NoteLine {
    NoteLine {
        author: note
            .author_name
            .clone()
            .unwrap_or_else(|| shell.t("audit-actor-system").to_string()),
        hue: note.author.map_or(0, hue),
        off: note.author.is_none(),
        when: shell.moment(&note.created_at),
        text: note.text.clone(),
    }
}

fn event(shell: &Shell, line: &HistoryLine) -> Event {
    let name = |person: &Option<records::Person>| {
        person.as_ref().map_or_else(
            || shell.t("handover-unassigned").to_string(),
            |person| person.name.clone(),
        )
    };
    let mut words = Vec::new();
    if line.changes_owner() {
        words.push(
            shell
                .t("lead-event-owner")
                .with("before", name(&line.owner_before))
                .with("after", name(&line.owner_after))
                .to_string(),
        );
    }
    for change in audit_words::values(shell, &line.changes) {
        words.push(
            shell
                .t("lead-event-change")
                .with("field", change.label)
                .with("before", change.before)
                .with("after", change.after)
                .to_string(),
        );
    }
    if line.more_changed {
        words.push(shell.t("lead-event-more").to_string());
    }
    if words.is_empty() {
        words.push(audit_words::kind_words(shell, line.kind));
    }
    Event {
        icon: audit_words::icon(line.kind),
        what: words.join("; "),
        reason: line.reason.clone(),
        who_when: format!(
            "{} · {}",
            audit_words::actor(shell.lang, &line.actor_kind, &line.actor),
            shell.moment(&line.at)
        ),
        href: None,
    }
}

/// What it is worth and with whom, below the title.
fn line(shell: &Shell, lead: &Lead) -> Option<String> {
    let value = lead.row.value.map(|value| shell.money(&value.0));
    let parts: Vec<String> = value
        .into_iter()
        .chain(lead.row.contact_name.clone())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn facts(shell: &Shell, lead: &Lead, fields: &[records::Field]) -> Vec<(String, String)> {
    let row = &lead.row;
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            facts.push((shell.t(key).to_string(), value));
        }
    };
    let owner = row.owner.as_ref().map_or_else(
        || shell.t("handover-unassigned").to_string(),
        |owner| owner.name.clone(),
    );
    add("leads-owner", Some(owner));
    add("leads-value", row.value.map(|value| shell.money(&value.0)));
    add("leads-contact-name", row.contact_name.clone());
    add("leads-contact-email", lead.contact_email.clone());
    let (step, _) = words::next_step(shell, row);
    add("leads-next-step", step);
    add("leads-opened", row.opened_on.map(|date| shell.date(&date)));
    add(
        "leads-col-closed",
        row.closed_on.map(|date| shell.date(&date)),
    );
    add("leads-external", row.external_id.clone());
    add("leads-created", Some(shell.day_of(&lead.created_at)));
    for (key, value) in &lead.fields {
        let label = fields
            .iter()
            .find(|field| field.key == *key)
            .map_or_else(|| key.clone(), |field| field.label.clone());
        facts.push((label, value.clone()));
    }
    facts.push((shell.t("audit-id").to_string(), row.id.to_string()));
    facts
}

fn assign(
    shell: &Shell,
    found: &LeadPage,
    people: &Choosable,
    query: &ShowQuery,
    here: &str,
) -> Pick {
    let nobody = || choice("unassigned", shell.t("handover-unassigned"));
    let mut options: Vec<Choice> = people.nobody.then(nobody).into_iter().collect();
    options.extend(pick::options(shell, people, None));
    let owner = found
        .lead
        .row
        .owner
        .as_ref()
        .map(|owner| owner.id.to_string());
    let chosen = query.to.clone().filter(|to| !to.is_empty()).or(owner);
    let chosen = chosen.unwrap_or_else(|| "unassigned".to_owned());
    let finder = pick::search(shell, people, "to_q", &query.to_q);
    Pick {
        action: format!("{here}/assign"),
        select: select("to", shell.t("unassigned-col-assign"), options).chosen(chosen),
        finder: finder.map(|finder| finder.asks(format!("{here}#assign"))),
    }
}

fn stage_form(shell: &Shell, found: &LeadPage, stages: &[Stage], action: String) -> Pick {
    let options = stages
        .iter()
        .map(|stage| choice(&stage.key, words::stage(shell, stage)))
        .collect();
    Pick {
        action,
        select: select("stage", shell.t("leads-move-to"), options).chosen(&found.lead.row.stage),
        finder: None,
    }
}
