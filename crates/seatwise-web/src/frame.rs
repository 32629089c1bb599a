//! Fills the frame of a signed-in page: what this person may open, with the numbers beside it.

use axum::http::HeaderMap;
use seatwise_domain::authz::{Caller, Key, SeatKind, ViewRecords, ViewSeats, ViewUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::store::{ReadTx, StoreError};
use seatwise_domain::users::{self, User};
use seatwise_domain::{records, seats};

use crate::app::App;
use crate::cookies::{self, Flash};
use crate::locale;
use crate::parts::{Act, Gauge};
use crate::shell::{AccountBadge, Entry, Notice, Section, Shell, Toast};
use crate::text::Text;
use crate::ui::seats::gauge;

/// Which of the six hues a person has: always the same one.
pub fn hue(user: UserId) -> u8 {
    (user.0.as_u128() % 6) as u8
}

/// The address of a person's picture; it changes with the picture, so that a browser may keep what it has.
pub fn picture(shell: &Shell, user: &User) -> Option<String> {
    let etag = user.picture.as_deref()?;
    Some(shell.href(&format!("/users/{}/picture?v={etag}", user.id)))
}

/// Fills in navigation, numbers and notices.
pub async fn fill(
    shell: &mut Shell,
    tx: &mut ReadTx,
    caller: &Caller,
    app: &App,
    headers: &HeaderMap,
) -> Result<(), StoreError> {
    let numbers = numbers(tx, caller).await?;
    shell.seats = numbers.seats.filter(|gauge| gauge.total() > 0);
    let entries = |all: &[(Section, Key, Option<u64>)]| -> Vec<Entry> {
        all.iter()
            .filter(|(_, key, _)| caller.can(*key))
            .map(|(section, _, count)| Entry {
                section: *section,
                count: *count,
            })
            .collect()
    };
    shell.work = entries(&[
        (Section::Leads, Key::ViewRecords, None),
        (Section::Unassigned, Key::AssignRecords, numbers.unassigned),
        (Section::Statistics, Key::ViewStatistics, None),
    ]);
    // Either right opens the page.
    let roles = if caller.can(Key::EditRoles) {
        Key::EditRoles
    } else {
        Key::AssignRoles
    };
    shell.admin = entries(&[
        (Section::Users, Key::ViewUsers, numbers.users),
        (Section::Teams, Key::ViewUsers, None),
        (Section::Roles, roles, None),
        (Section::Licences, Key::ViewSeats, None),
        (Section::Imports, Key::RunImports, None),
        (Section::Audit, Key::ViewAudit, None),
        (Section::Outbox, Key::ViewOutbox, None),
        (Section::Settings, Key::EditAccount, None),
    ]);
    shell.others = cookies::session_slugs(app.site.transport(), headers)
        .into_iter()
        .filter(|slug| *slug != shell.account.slug)
        .map(|slug| AccountBadge {
            name: slug.clone(),
            slug,
            plan: None,
        })
        .collect();
    if locale::cookie(headers, "notice-ownership").is_none()
        && let Some(offer) = users::ownership::open_offer(tx, caller).await?
        && caller.user() == Some(offer.to)
    {
        shell.notices.push(Notice {
            id: "ownership",
            text: shell
                .t("ownership-notice")
                .with("name", offer.by_name)
                .to_string(),
            link: Some((
                shell.href("/ownership/offer"),
                shell.t("ownership-look").to_string(),
            )),
        });
    }
    if !app.site.mail_ready
        && caller.can(Key::ViewOutbox)
        && locale::cookie(headers, "notice-mail").is_none()
    {
        shell.notices.push(Notice {
            id: "mail",
            text: shell.t("notice-mail").to_string(),
            link: Some((
                shell.href(Section::Outbox.path()),
                shell.t(Section::Outbox.key()).to_string(),
            )),
        });
    }
    Ok(())
}

#[derive(Default)]
struct Numbers {
    users: Option<u64>,
    unassigned: Option<u64>,
    seats: Option<Gauge>,
}

/// The numbers beside the entries: three short statements over indexes.
async fn numbers(tx: &mut ReadTx, caller: &Caller) -> Result<Numbers, StoreError> {
    let mut numbers = Numbers::default();
    if let Ok(scope) = caller.scope::<ViewUsers>() {
        numbers.users = Some(users::views(tx, &scope).await?.all);
    }
    if caller.can(Key::AssignRecords)
        && let Ok(scope) = caller.records::<ViewRecords>()
    {
        let waiting = records::unassigned(tx, &scope).await?.number;
        numbers.unassigned = Some(waiting).filter(|count| *count > 0);
    }
    if let Ok(scope) = caller.scope::<ViewSeats>() {
        let kinds = seats::overview(tx, &scope).await?;
        let regular = kinds.iter().find(|kind| kind.kind == SeatKind::Regular);
        numbers.seats = regular.map(gauge);
    }
    Ok(numbers)
}

/// What was just done, in words.
pub fn toast(shell: &Shell, flash: &Flash) -> Toast {
    Toast {
        title: words(shell, &flash.key, flash),
        text: flash.more.as_ref().map(|key| words(shell, key, flash)),
        undo: flash
            .undo
            .as_ref()
            .filter(|action| action.starts_with(&shell.href("/")))
            .map(|action| Act::new(action, "undo-2", shell.t("undo"))),
    }
}

/// The text of a flash; its values come from a cookie, so only names that texts use are taken.
fn words(shell: &Shell, key: &str, flash: &Flash) -> String {
    let mut text = Text::new(shell.lang, key);
    if let Some(count) = flash.count {
        text = text.with("count", count);
    }
    for (name, value) in &flash.names {
        let name = match name.as_str() {
            "name" => "name",
            "names" => "names",
            "stage" => "stage",
            "title" => "title",
            _ => continue,
        };
        text = text.with(name, value.as_str());
    }
    text.to_string()
}
