//! Fills the frame of a signed-in page: what this person may open, with the numbers beside it.

use axum::http::HeaderMap;
use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::ids::UserId;
use seatwise_domain::store::{Reads, StoreError};

use crate::app::App;
use crate::cookies::{self, Flash};
use crate::locale;
use crate::parts::Act;
use crate::shell::{AccountBadge, Entry, Notice, Section, Shell, Toast};
use crate::text::Text;

/// Which of the six hues a person has: always the same one.
pub fn hue(user: UserId) -> u8 {
    (user.0.as_u128() % 6) as u8
}

/// Fills in navigation, numbers and notices.
pub async fn fill(
    shell: &mut Shell,
    _tx: &mut impl Reads,
    caller: &Caller,
    app: &App,
    headers: &HeaderMap,
) -> Result<(), StoreError> {
    let entry = |section, key: Key| {
        caller.can(key).then_some(Entry {
            section,
            count: None,
        })
    };
    shell.work = [
        entry(Section::Leads, Key::ViewRecords),
        entry(Section::Unassigned, Key::AssignRecords),
    ]
    .into_iter()
    .flatten()
    .collect();
    shell.admin = [
        entry(Section::Users, Key::ViewUsers),
        entry(Section::Licences, Key::ViewSeats),
        entry(Section::Imports, Key::RunImports),
        entry(Section::Audit, Key::ViewAudit),
        entry(Section::Outbox, Key::ViewOutbox),
    ]
    .into_iter()
    .flatten()
    .collect();
    shell.others = cookies::session_slugs(app.site.transport(), headers)
        .into_iter()
        .filter(|slug| *slug != shell.account.slug)
        .map(|slug| AccountBadge {
            name: slug.clone(),
            slug,
            plan: None,
        })
        .collect();
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
