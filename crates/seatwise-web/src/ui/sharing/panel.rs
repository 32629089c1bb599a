//! The panel of a lead that tells with whom it is shared.

use askama::Template;
use askama::filters::HtmlSafe;
use seatwise_domain::authz::{Key, Party, ShareRecords};
use seatwise_domain::ids::RecordId;
use seatwise_domain::records::Lead;
use seatwise_domain::sharing::{self, PartyName, Share};
use seatwise_domain::store::{Reads, StoreError};

use super::parties;
use crate::parts::{self, Finder, Select};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::form::Wrong;

/// Everything that the panel needs.
pub struct Found {
    shares: Vec<Share>,
    offered: Vec<PartyName>,
}

/// Reads it; nothing for who may not share this lead.
pub async fn read(
    tx: &mut impl Reads,
    signed: &Signed,
    lead: RecordId,
    typed: Typed<'_>,
) -> Result<Option<Found>, StoreError> {
    let Ok(scope) = signed.caller.records::<ShareRecords>() else {
        return Ok(None);
    };
    let Some(shares) = sharing::list(tx, &scope, lead).await? else {
        return Ok(None);
    };
    let chosen: Vec<Party> = parties::read(typed.with).into_iter().collect();
    let offered = sharing::parties(tx, &scope, typed.find, &chosen).await?;
    Ok(Some(Found { shares, offered }))
}

struct Line {
    party: String,
    href: String,
    icon: &'static str,
    name: String,
    kind: String,
    left: bool,
    access: String,
    since: String,
}

/// The panel.
#[derive(Template)]
#[template(path = "sharing/panel.html")]
pub struct SharedWith<'a> {
    shell: &'a Shell,
    lines: Vec<Line>,
    share: String,
    unshare: String,
    with: Select,
    finder: Option<Finder>,
    access: Option<Select>,
}

/// What was chosen before, when the form comes again.
#[derive(Debug, Default, Clone, Copy)]
pub struct Typed<'t> {
    /// The search.
    pub find: &'t str,
    /// The side.
    pub with: &'t str,
    /// What it may do.
    pub access: &'t str,
}

/// The panel with what was typed and what is wrong with it. Who may not change the lead is not asked whether
/// others may.
pub fn panel<'a>(
    signed: &'a Signed,
    lead: &Lead,
    may_edit: bool,
    found: &Found,
    typed: Typed<'_>,
    wrong: &Wrong,
) -> SharedWith<'a> {
    let shell = &signed.shell;
    let at = |path: &str| shell.href(&format!("/leads/{}{path}", lead.row.id));
    let owner = lead.row.owner.as_ref().map(|owner| Party::User(owner.id));
    let me = signed.caller.user().map(Party::User);
    let taken = found.shares.iter().map(|share| share.with.party);
    let without: Vec<Party> = taken.chain(owner).chain(me).collect();
    let label = shell.t("sharing-with");
    let with = parties::choose(shell, "with", label, &found.offered, &without);
    let finder = parties::search(shell, "share_q", typed.find, &found.offered);
    SharedWith {
        shell,
        lines: found.shares.iter().map(|one| line(shell, one)).collect(),
        share: at("/share"),
        unshare: at("/unshare"),
        with: with.chosen(typed.with).error(wrong.at("with")),
        finder: finder.map(|finder| finder.asks(at("#shared"))),
        access: (may_edit && signed.caller.can(Key::EditRecords))
            .then(|| parties::access(shell, typed.access).error(wrong.at("access"))),
    }
}

fn line(shell: &Shell, share: &Share) -> Line {
    let party = share.with.party;
    let since = shell.short_day(&share.since);
    Line {
        party: parties::public(party),
        href: parties::href(shell, party),
        icon: parties::icon(party),
        name: share.with.name.clone(),
        kind: parties::kind(shell, party),
        left: share.with.left,
        access: parties::access_words(shell, share.access),
        since: match &share.by {
            Some(by) => shell
                .t("sharing-since-by")
                .with("date", since)
                .with("name", by.as_str())
                .to_string(),
            None => shell.t("sharing-since").with("date", since).to_string(),
        },
    }
}

impl HtmlSafe for SharedWith<'_> {}
