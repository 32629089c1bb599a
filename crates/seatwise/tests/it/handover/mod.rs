//! Hand-overs: the three choices, "manage their leads", undo, and what a kill leaves behind.

mod assign;
mod cut_off;
mod large;
mod leaver;
mod undo;

use seatwise_domain::handover::{self, HandOver, HandOverCommand, Receiver, Stages};
use seatwise_domain::jobs::Registry;

use crate::crm::Crm;

pub fn registry() -> Registry {
    Registry::default().with::<handover::Run>()
}

pub fn command(crm: &Crm<'_>, from: &str, to: Option<&str>) -> HandOverCommand {
    HandOverCommand {
        from: crm.id(from),
        to: to.map_or(Receiver::Unassigned, |name| Receiver::User(crm.id(name))),
        stages: Stages::Open,
        reason: "left the company".to_owned(),
        expected: None,
    }
}

/// The owner hands over somebody's open leads.
pub async fn manage(crm: &Crm<'_>, from: &str, to: Option<&str>) -> HandOver {
    let olga = crm.caller("olga").await;
    let command = command(crm, from, to);
    handover::manage(crm.db, &olga, &command).await.unwrap()
}
