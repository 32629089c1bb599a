//! The page of rules: what the people of one side own, the people of the other side see.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use seatwise_domain::authz::{EditSharing, Party};
use seatwise_domain::ids::SharingRuleId;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::sharing::{self, Access, NewRule, PartyName, Rule};
use seatwise_domain::store::{Cursor, PageSize};
use serde::Deserialize;

use super::parties;
use crate::app::App;
use crate::cookies::Flash;
use crate::parts::{self, Empty, Finder, Input, Note, Pager, Select, Tab, empty};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::failure::{Answer, Failure};
use crate::ui::form::{Posted, Wrong};
use crate::ui::query::{Link, pager, shown_of};
use crate::ui::teams::tabs;
use crate::ui::users::asked::reason_field;

/// The address of the page, and what is typed into its form.
#[derive(Debug, Default, Deserialize)]
pub struct RuleForm {
    page: Option<String>,
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    access: String,
    #[serde(default)]
    reason: String,
}

struct Side {
    href: String,
    icon: &'static str,
    name: String,
    kind: String,
    left: bool,
}

struct Row {
    sides: [Side; 2],
    name: String,
    access: String,
    remove: String,
}

#[derive(Template)]
#[template(path = "sharing/rules.html")]
struct RulesPage<'a> {
    shell: &'a Shell,
    tabs: Vec<Tab>,
    notes: Vec<Note>,
    empty: Option<Empty>,
    rows: Vec<Row>,
    pager: Pager,
    finder: Option<Finder>,
    from: Select,
    to: Select,
    access: Select,
    reason: Input,
}

/// The page.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    Query(query): Query<RuleForm>,
) -> Answer {
    render(&mut signed, &app, &query, &Wrong::none()).await
}

/// Makes a rule.
pub async fn create(
    mut signed: Signed,
    State(app): State<App>,
    Posted(form): Posted<RuleForm>,
) -> Answer {
    let unknown = Wrong::of_kind(&signed.shell, &problem::PARTY_UNKNOWN);
    let wrong = match (parties::read(&form.from), parties::read(&form.to)) {
        (Some(from), Some(to)) => {
            let new = NewRule {
                from,
                to,
                access: form.access.parse().unwrap_or(Access::Read),
                reason: form.reason.clone(),
            };
            match sharing::create_rule(&app.db, &signed.caller, &new).await {
                Ok(_) => return Ok(signed.go("/sharing", &Flash::new("sharing-rule-created"))),
                Err(error) => match error.problem().field {
                    Some("with") => Wrong::of(&signed.shell, &error).moved("to"),
                    Some(_) => Wrong::of(&signed.shell, &error),
                    None => return Err(signed.fail(&error)),
                },
            }
        }
        (None, _) => unknown.moved("from"),
        (_, None) => unknown.moved("to"),
    };
    render(&mut signed, &app, &form, &wrong).await
}

/// Removes a rule.
pub async fn remove(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, SharingRuleId)>,
) -> Answer {
    sharing::remove_rule(&app.db, &signed.caller, id, "")
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/sharing", &Flash::new("sharing-rule-removed")))
}

async fn render(
    signed: &mut Signed,
    app: &App,
    form: &RuleForm,
    wrong: &Wrong,
) -> Result<Response, Failure> {
    let fail = |error| signed.fail(&error);
    let scope = signed
        .caller
        .scope::<EditSharing>()
        .map_err(|error| signed.fail(&error))?;
    let cursor = form.page.as_deref().and_then(Cursor::decode);
    let size = PageSize::default();
    let mut tx = app.db.read().await.map_err(fail)?;
    let found = sharing::list_rules(&mut tx, &scope, cursor.as_ref(), size)
        .await
        .map_err(fail)?;
    let sides = [parties::read(&form.from), parties::read(&form.to)];
    let chosen: Vec<Party> = sides.into_iter().flatten().collect();
    let offered = sharing::parties(&mut tx, &scope, &form.q, &chosen)
        .await
        .map_err(fail)?;
    drop(tx);
    let title = signed.shell.t("nav-sharing").to_string();
    signed.shell.at(Section::Teams).crumb(title, None);
    let shell = &signed.shell;
    let side = |name, label: &str, chosen: &str| {
        parties::choose(shell, name, shell.t(label), &offered, &[])
            .chosen(chosen)
            .error(wrong.at(name))
    };
    let finder = parties::search(shell, "q", &form.q, &offered);
    let page = RulesPage {
        shell,
        tabs: tabs::of(shell, &signed.caller, tabs::Shown::Sharing),
        notes: wrong
            .note(&["from", "to", "access", "reason"])
            .into_iter()
            .collect(),
        empty: found.items.is_empty().then(|| {
            empty(
                "split",
                shell.t("sharing-rules-none-title"),
                shell.t("sharing-rules-none-text"),
            )
        }),
        pager: pager(
            shell,
            &Link::new(shell.href("/sharing")),
            &found,
            shown_of(shell, found.items.len(), found.total),
            ("pager-previous", "pager-next"),
        ),
        rows: found.items.iter().map(|rule| row(shell, rule)).collect(),
        finder: finder.map(|finder| finder.asks(shell.href("/sharing#new"))),
        from: side("from", "sharing-rule-from", &form.from),
        to: side("to", "sharing-rule-to", &form.to),
        access: parties::access(shell, &form.access),
        reason: reason_field(shell, &form.reason),
    };
    let status = if wrong.code().is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(signed.page_as(status, &page))
}

fn row(shell: &Shell, rule: &Rule) -> Row {
    Row {
        sides: [side(shell, &rule.from), side(shell, &rule.to)],
        name: format!("{} → {}", rule.from.name, rule.to.name),
        access: parties::access_words(shell, rule.access),
        remove: shell.href(&format!("/sharing/{}/remove", rule.id)),
    }
}

fn side(shell: &Shell, one: &PartyName) -> Side {
    Side {
        href: parties::href(shell, one.party),
        icon: parties::icon(one.party),
        name: one.name.clone(),
        kind: parties::kind(shell, one.party),
        left: one.left,
    }
}
