//! The filters of leads: in the address, and as menus above the list.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::ids::{self, UserId};
use seatwise_domain::records::{Choosable, LeadFilter, OwnerFilter, Stage, StageKey};
use serde::Deserialize;

use super::words;
use crate::parts::{Item, Tab};
use crate::shell::{Section, Shell};
use crate::ui::pick;
use crate::ui::query::{Chip, Link};

/// The address of the list.
#[derive(Debug, Default, Deserialize)]
pub struct LeadsQuery {
    pub(super) view: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) stage: Option<String>,
    pub(super) state: Option<String>,
    pub(super) q: Option<String>,
    pub(super) page: Option<String>,
    /// A part of an owner's name, to choose him as filter.
    #[serde(default)]
    pub(super) owner_q: String,
    /// A part of a receiver's name, typed in the bar below a selection.
    #[serde(default)]
    pub(super) to_q: String,
    /// The same, typed where no scripts run.
    #[serde(default)]
    pub(super) plain_q: String,
    /// Which of the two was sent.
    pub(super) find: Option<String>,
    /// The receiver that was chosen before the search; the form holds the choice twice.
    #[serde(default)]
    pub(super) to: Vec<String>,
    /// What was ticked before the search.
    #[serde(default, rename = "id[]", alias = "id")]
    pub(super) id: Vec<String>,
}

impl LeadsQuery {
    /// The filter of an address; the export reads the same.
    pub fn filter(&self) -> LeadFilter {
        let owner = match self.owner.as_deref() {
            None | Some("") => OwnerFilter::Anyone,
            Some("me") => OwnerFilter::Me,
            Some("unassigned") => OwnerFilter::Unassigned,
            Some("left") => OwnerFilter::Left,
            Some(id) => ids::parse::<UserId>(id).map_or(OwnerFilter::Anyone, OwnerFilter::User),
        };
        LeadFilter {
            owner,
            stages: self
                .stage
                .as_deref()
                .and_then(|key| key.parse::<StageKey>().ok())
                .into_iter()
                .collect(),
            state: self.state.as_deref().and_then(|state| state.parse().ok()),
            text: self.q.clone().filter(|text| !text.trim().is_empty()),
        }
    }

    /// The part of a receiver's name.
    pub(super) fn receiver_search(&self) -> &str {
        match self.find.as_deref() {
            Some("plain_q") => &self.plain_q,
            Some("to_q") => &self.to_q,
            _ => "",
        }
    }

    /// The receiver that was chosen before the search.
    pub(super) fn receiver(&self) -> Option<UserId> {
        self.to.iter().find_map(|to| pick::read(Some(to)))
    }

    /// The owner whose leads are shown.
    pub(super) fn owner_id(&self) -> Option<UserId> {
        pick::read(self.owner.as_deref())
    }

    pub(super) fn link(&self, shell: &Shell) -> Link {
        Link::new(shell.href("/leads"))
            .with("view", self.view.as_deref())
            .with("owner", self.owner.as_deref())
            .with("stage", self.stage.as_deref())
            .with("state", self.state.as_deref())
            .with("q", self.q.as_deref())
    }
}

/// Board and table of the same filter.
pub(super) fn views(shell: &Shell, link: &Link, board: bool) -> Vec<Tab> {
    vec![
        Tab::new(link.set("view", ""), shell.t("leads-board"))
            .icon("kanban")
            .current(board),
        Tab::new(link.set("view", "table"), shell.t("leads-table"))
            .icon("table")
            .current(!board),
    ]
}

/// Owner and stage.
pub(super) fn chips(
    shell: &Shell,
    caller: &Caller,
    link: &Link,
    query: &LeadsQuery,
    stages: &[Stage],
    people: &Choosable,
) -> Vec<Chip> {
    let owner = query.owner.as_deref().unwrap_or_default();
    let mut owners: Vec<(String, String)> = vec![
        (String::new(), shell.t("leads-owner-everyone").to_string()),
        ("me".to_owned(), shell.t("leads-owner-me").to_string()),
    ];
    if caller.can(Key::AssignRecords) {
        owners.push((
            "unassigned".to_owned(),
            shell.t(Section::Unassigned.key()).to_string(),
        ));
        owners.push(("left".to_owned(), shell.t("leads-owner-left").to_string()));
    }
    let named = pick::options(shell, people, None).into_iter();
    owners.extend(named.map(|person| (person.value, person.label)));
    let value = owners
        .iter()
        .find(|(id, _)| id == owner)
        .map(|(_, name)| name.clone())
        .or_else(|| (!owner.is_empty()).then(|| shell.t("leads-owner-one").to_string()));
    let owner_items: Vec<Item> = owners
        .iter()
        .map(|(id, name)| Item::option(link.set("owner", id), name, id == owner))
        .collect();
    let stage = query.stage.as_deref().unwrap_or_default();
    let mut stage_items = vec![Item::option(
        link.set("stage", ""),
        shell.t("users-filter-any"),
        stage.is_empty(),
    )];
    stage_items.extend(stages.iter().map(|other| {
        Item::option(
            link.set("stage", other.key.as_str()),
            words::stage(shell, other),
            other.key.as_str() == stage,
        )
    }));
    let stage_word = stages
        .iter()
        .find(|other| other.key.as_str() == stage)
        .map(|other| words::stage(shell, other));
    vec![
        Chip::new("owner", shell.t("leads-filter-owner"), value, owner_items),
        Chip::new(
            "stage",
            shell.t("leads-filter-stage"),
            stage_word,
            stage_items,
        ),
    ]
}
