//! The inbox of leads without an owner: given out one by one or several at once.

use askama::Template;
use axum::extract::State;
use axum_extra::extract::Query;
use seatwise_domain::authz::{AssignRecords, ViewRecords};
use seatwise_domain::records::{self, Context, LeadFilter, OwnerFilter, Sort};
use seatwise_domain::store::{Cursor, PageSize};
use serde::Deserialize;

use crate::app::App;
use crate::parts::{self, Empty, Finder, Note, Pager, Select, empty, select};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::Answer;
use crate::ui::pick;
use crate::ui::query::{Link, pager, shown_of};

/// The address of the inbox.
#[derive(Debug, Default, Deserialize)]
pub struct InboxQuery {
    page: Option<String>,
    #[serde(default)]
    to_q: String,
    #[serde(default, rename = "id[]", alias = "id")]
    id: Vec<String>,
    to: Option<String>,
}

struct Row {
    id: String,
    ticked: bool,
    href: String,
    title: String,
    what: Option<String>,
    from: String,
    value: Option<String>,
    action: String,
    select: Select,
}

#[derive(Template)]
#[template(path = "leads/unassigned.html")]
struct InboxPage<'a> {
    shell: &'a Shell,
    notes: Vec<Note>,
    empty: Option<Empty>,
    may_assign: bool,
    bulk_select: Select,
    finder: Option<Finder>,
    page: Option<String>,
    /// Whether the roles let values be seen.
    values: bool,
    rows: Vec<Row>,
    pager: Pager,
}

/// The inbox.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<InboxQuery>,
) -> Answer {
    let scope = signed
        .caller
        .records::<ViewRecords>()
        .map_err(|error| signed.fail(&error))?;
    let fail = |error| signed.fail(&error);
    let cursor = query.page.as_deref().and_then(Cursor::decode);
    let filter = LeadFilter {
        owner: OwnerFilter::Unassigned,
        ..LeadFilter::default()
    };
    let size = PageSize::default();
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = records::list(
        &mut tx,
        &scope,
        &filter,
        Sort::Newest,
        cursor.as_ref(),
        size,
    )
    .await
    .map_err(|error| signed.fail(&error))?;
    let came_from = records::came_from(&mut tx, &scope, &found.items)
        .await
        .map_err(fail)?;
    let chosen = pick::read(query.to.as_deref());
    let search = Some(query.to_q.as_str());
    let assigning = signed.caller.records::<AssignRecords>();
    let may_assign = assigning.is_ok();
    let people = match assigning {
        Ok(scope) => records::choosable(&mut tx, &scope, Context::Picker, search, chosen).await,
        Err(_) => records::choosable(&mut tx, &scope, Context::Picker, search, chosen).await,
    };
    let people = people.map_err(fail)?;
    // What belongs to nobody is given away by those alone who reach everybody.
    let may_assign = may_assign && people.nobody;
    drop(tx);
    signed.shell.at(Section::Unassigned);
    let shell = &signed.shell;
    let choose = |id: String| {
        let options = pick::options(shell, &people, None);
        select("to", shell.t("unassigned-col-assign"), options)
            .id(id)
            .empty(shell.t("deactivate-heir-choose"))
            .unlabelled()
    };
    let rows = found
        .items
        .iter()
        .map(|lead| Row {
            id: lead.id.to_string(),
            ticked: query.id.contains(&lead.id.to_string()),
            href: shell.href(&format!("/leads/{}", lead.id)),
            title: lead.title.clone(),
            what: lead
                .contact_name
                .clone()
                .or_else(|| lead.external_id.clone()),
            from: match came_from.get(&lead.id) {
                Some(from) => shell
                    .t("unassigned-from-left")
                    .with("name", from.name.as_str())
                    .with("date", shell.day_of(&from.at))
                    .to_string(),
                None => shell.t("unassigned-from-new").to_string(),
            },
            value: lead.value.map(|value| shell.money(&value.0)),
            action: shell.href(&format!("/leads/{}/assign", lead.id)),
            select: choose(format!("to-{}", lead.id)),
        })
        .collect();
    let link = Link::new(shell.href("/leads/unassigned")).with("to_q", Some(&query.to_q));
    let finder = pick::search(shell, &people, "to_q", &query.to_q);
    let here = shell.href("/leads/unassigned");
    let page = InboxPage {
        shell,
        notes: Vec::new(),
        empty: found.items.is_empty().then(|| {
            empty(
                "inbox",
                shell.t("unassigned-none-title"),
                shell.t("unassigned-none-text"),
            )
        }),
        may_assign,
        bulk_select: choose("to-selected".to_owned())
            .form("bulk")
            .chosen(query.to.as_deref().unwrap_or_default()),
        finder: finder.map(|finder| finder.compact().form("bulk").asks(here)),
        page: query.page.clone(),
        values: !scope.fields().hides("value"),
        rows,
        pager: pager(
            shell,
            &link,
            &found,
            shown_of(shell, found.items.len(), found.total),
            ("pager-previous", "pager-next"),
        ),
    };
    Ok(signed.page(&page))
}
