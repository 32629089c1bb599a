//! The palette: people, leads and pages by a few letters. Without scripts it is a page of its own.

use askama::Template;
use axum::extract::{Query, State};
use seatwise_domain::authz::{Key, ViewRecords, ViewUsers};
use seatwise_domain::records::{self, LeadFilter, Sort};
use seatwise_domain::store::PageSize;
use seatwise_domain::tenants;
use seatwise_domain::users::{self, ListFilter};
use serde::Deserialize;

use super::failure::{Answer, Failure};
use crate::app::App;
use crate::htmx::{Asked, varied};
use crate::parts;
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::users::words;

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub struct PaletteQuery {
    #[serde(default)]
    q: String,
}

struct Hit {
    id: String,
    href: String,
    icon: &'static str,
    label: String,
    side: Option<String>,
}

struct Group {
    title: String,
    hits: Vec<Hit>,
}

#[derive(Template)]
#[template(path = "palette.html")]
struct Part<'a> {
    shell: &'a Shell,
    groups: &'a [Group],
    none: bool,
}

#[derive(Template)]
#[template(path = "palette_page.html")]
struct Page<'a> {
    shell: &'a Shell,
    query: &'a str,
    groups: &'a [Group],
    none: bool,
}

/// How many people and leads are offered.
const HITS: u32 = 6;

/// The results.
pub async fn page(
    mut signed: Signed,
    State(app): State<App>,
    asked: Asked,
    Query(query): Query<PaletteQuery>,
) -> Answer {
    let text = query.q.trim();
    let only_people = text.strip_prefix('@');
    let only_acts = text.strip_prefix('>');
    let wanted = only_people.or(only_acts).unwrap_or(text).trim();
    let mut groups = Vec::new();
    if only_acts.is_none() && !wanted.is_empty() {
        groups.push(people(&signed, &app, wanted).await?);
        if only_people.is_none() {
            groups.push(leads(&signed, &app, wanted).await?);
        }
    }
    if only_people.is_none() {
        groups.push(acts(&signed, wanted));
        groups.push(pages(&signed, wanted));
    }
    let none = groups.iter().all(|group| group.hits.is_empty());
    let title = signed.shell.t("shell-palette").to_string();
    signed.shell.crumb(title, None);
    let shell = &signed.shell;
    let groups = groups.as_slice();
    let answer = match asked {
        Asked::Part => signed.page(&Part {
            shell,
            groups,
            none,
        }),
        Asked::Page => signed.page(&Page {
            shell,
            query: &query.q,
            groups,
            none,
        }),
    };
    Ok(varied(answer))
}

async fn people(signed: &Signed, app: &App, wanted: &str) -> Result<Group, Failure> {
    let shell = &signed.shell;
    let mut hits = Vec::new();
    if let Ok(scope) = signed.caller.scope::<ViewUsers>() {
        let fail = |error| signed.fail(&error);
        let mut tx = app.db.read().await.map_err(fail)?;
        let account = tenants::find(&mut tx, scope.tenant()).await.map_err(fail)?;
        let filter = ListFilter {
            query: Some(wanted.to_owned()),
            hide_inactive: account.is_some_and(|account| account.hide_inactive),
            ..ListFilter::default()
        };
        let found = users::list(&mut tx, &scope, &filter, None, PageSize::new(HITS))
            .await
            .map_err(fail)?;
        hits = found
            .items
            .into_iter()
            .map(|row| {
                let side = if words::is_off(&row.user) {
                    words::state_word(shell, row.user.state)
                } else {
                    words::sign_in_name(&row.user)
                };
                Hit {
                    id: format!("hit-{}", row.user.id),
                    href: shell.href(&format!("/users/{}", row.user.id)),
                    icon: "user",
                    label: row.user.name,
                    side: Some(side),
                }
            })
            .collect();
    }
    Ok(Group {
        title: shell.t("palette-people").to_string(),
        hits,
    })
}

async fn leads(signed: &Signed, app: &App, wanted: &str) -> Result<Group, Failure> {
    let shell = &signed.shell;
    let mut hits = Vec::new();
    if let Ok(scope) = signed.caller.records::<ViewRecords>() {
        let filter = LeadFilter {
            text: Some(wanted.to_owned()),
            ..LeadFilter::default()
        };
        let fail = |error| signed.fail(&error);
        let mut tx = app.db.read().await.map_err(fail)?;
        let size = PageSize::new(HITS);
        let found = records::list(&mut tx, &scope, &filter, Sort::Newest, None, size)
            .await
            .map_err(|error| signed.fail(&error))?;
        hits = found
            .items
            .into_iter()
            .map(|row| Hit {
                id: format!("hit-{}", row.id),
                href: shell.href(&format!("/leads/{}", row.id)),
                icon: "kanban",
                label: row.title,
                side: row.owner.map(|owner| owner.name),
            })
            .collect();
    }
    Ok(Group {
        title: shell.t("palette-leads").to_string(),
        hits,
    })
}

fn acts(signed: &Signed, wanted: &str) -> Group {
    let shell = &signed.shell;
    let all = [
        (Key::InviteUsers, "/users/new", "user-plus", "users-new"),
        (Key::EditRoles, "/roles/new", "shield-check", "roles-new"),
        (Key::CreateRecords, "/leads/new", "plus", "leads-new"),
        (Key::RunImports, "/imports/new", "file-up", "users-import"),
    ];
    let hits = all
        .into_iter()
        .filter(|(key, ..)| signed.caller.can(*key))
        .map(|(_, path, icon, key)| hit(shell, path, icon, shell.t(key).to_string()))
        .filter(|hit| fits(&hit.label, wanted))
        .collect();
    Group {
        title: shell.t("palette-actions").to_string(),
        hits,
    }
}

fn pages(signed: &Signed, wanted: &str) -> Group {
    let shell = &signed.shell;
    let mine = [Section::Me];
    let hits = shell
        .work
        .iter()
        .chain(&shell.admin)
        .map(|entry| entry.section)
        .chain(mine)
        .map(|section| {
            let label = shell.t(section.key()).to_string();
            hit(shell, section.path(), "arrow-right", label)
        })
        .chain(beside_teams(signed))
        .filter(|hit| fits(&hit.label, wanted))
        .collect();
    Group {
        title: shell.t("palette-pages").to_string(),
        hits,
    }
}

/// The pages behind the tabs of the teams.
fn beside_teams(signed: &Signed) -> impl Iterator<Item = Hit> {
    let shell = &signed.shell;
    let all = [
        (Key::ViewUsers, "/groups", "nav-groups"),
        (Key::ViewUsers, "/positions", "nav-positions"),
        (Key::EditSharing, "/sharing", "nav-sharing"),
    ];
    all.into_iter()
        .filter(|(key, ..)| signed.caller.can(*key))
        .map(|(_, path, key)| hit(shell, path, "arrow-right", shell.t(key).to_string()))
}

fn hit(shell: &Shell, path: &str, icon: &'static str, label: String) -> Hit {
    Hit {
        id: format!("hit{}", path.replace('/', "-")),
        href: shell.href(path),
        icon,
        label,
        side: None,
    }
}

fn fits(label: &str, wanted: &str) -> bool {
    label.to_lowercase().contains(&wanted.to_lowercase())
}
