//! The daily work: leads come, get notes, move on.

use std::path::Path;

use seatwise_domain::authz::{SeatKind, ViewRecords};
use seatwise_domain::ids::UserId;
use seatwise_domain::imports::{Field, ImportKind, Mapping, Options};
use seatwise_domain::records::{
    self, LeadChange, LeadFilter, Minor, NewLead, NewOwner, Sort, StageKey,
};
use seatwise_domain::store::PageSize;

use super::super::cast::{Cast, Work};
use super::super::people::{Life, OWNER, PEOPLE, notes};
use super::super::pipeline::{self, one_of};
use super::staff;
use crate::failure::{Exit, Failure};

/// Leads that the company brings along.
const BROUGHT: u32 = 1_800;
/// Acts of a working day.
const ACTS: u64 = 14;
/// From this day on somebody signs in on most working days.
const SEEN_FROM: u16 = 120;

/// The leads that the company had before come with a file.
pub async fn bring_leads(cast: &mut Cast<'_>, folder: &Path) -> Result<(), Failure> {
    let owners: Vec<(&str, &str)> = PEOPLE
        .iter()
        .filter(|person| person.life == Life::FromStart && person.seat == SeatKind::Regular)
        .map(|person| (person.address, person.team))
        .collect();
    let today = cast.db.now().date_in(&jiff::tz::TimeZone::UTC);
    let text = pipeline::table(&cast.dice, &owners, BROUGHT, today);
    let mapping = Mapping(vec![
        Some(Field::ExternalId),
        Some(Field::Title),
        Some(Field::Owner),
        Some(Field::Stage),
        Some(Field::Value),
        Some(Field::OpenedOn),
        Some(Field::ClosedOn),
        Some(Field::ContactName),
        Some(Field::ContactEmail),
        Some(Field::Extra),
        Some(Field::Extra),
    ]);
    let options = Options::for_kind(ImportKind::Leads);
    let caller = cast.caller(OWNER.1).await?;
    let file = (ImportKind::Leads, "opportunities.csv", text.as_str());
    staff::import(cast, &caller, folder, file, (mapping, options)).await?;
    for (address, _) in owners {
        let id = cast.id(address)?;
        let work = leads_of(cast, id).await?;
        cast.work.insert(id, work);
    }
    Ok(())
}

async fn leads_of(cast: &Cast<'_>, owner: UserId) -> Result<Vec<Work>, Failure> {
    let scope = cast.operator().records::<ViewRecords>()?;
    let mut tx = cast.db.read().await?;
    let filter = LeadFilter::of(owner);
    let size = PageSize::new(200);
    let page = records::list(&mut tx, &scope, &filter, Sort::Newest, None, size).await?;
    let work = page.items.into_iter().map(|row| Work {
        id: row.id,
        stage: row.stage,
    });
    Ok(work.collect())
}

/// A day's work of those who are there.
pub async fn work(cast: &mut Cast<'_>, day: u16) -> Result<(), Failure> {
    // A password takes its time, so one of those who work stands for all.
    let mut comes = (day >= SEEN_FROM).then(|| cast.dice.below(ACTS));
    for act in 0..ACTS {
        cast.clock
            .advance(400 + i64::try_from(cast.dice.below(1_600)).unwrap_or_default());
        let person = one_of(&cast.dice, PEOPLE);
        let there = match person.life {
            Life::FromStart => true,
            Life::Invited(on) => on < day,
            Life::NotAnswered(_) | Life::NotMailed => false,
        };
        if !there || person.seat != SeatKind::Regular {
            continue;
        }
        let id = cast.id(person.address)?;
        let mut tx = cast.db.read().await?;
        let source = seatwise_domain::authz::Source::Page;
        let caller = seatwise_domain::authz::Caller::load(&mut tx, cast.tenant, id, source).await?;
        drop(tx);
        // Who has left does nothing any more.
        let Some(caller) = caller else { continue };
        if comes.is_some_and(|comes| comes <= act) && cast.passwords.contains_key(person.address) {
            cast.sign_in(person.address).await?;
            comes = None;
        }
        let open: Vec<usize> = cast
            .work
            .get(&id)
            .into_iter()
            .flatten()
            .enumerate()
            .filter(|(_, work)| matches!(work.stage.as_str(), "prospecting" | "engaging"))
            .map(|(at, _)| at)
            .collect();
        let chosen = (!open.is_empty()).then(|| one_of(&cast.dice, &open));
        let lead = chosen.and_then(|at| Some((at, cast.work.get(&id)?.get(at)?.clone())));
        match (cast.dice.below(100), lead) {
            (0..60, Some((_, lead))) => {
                let text = one_of(&cast.dice, notes(person.language));
                records::add_note(cast.db, &caller, lead.id, text).await?;
            }
            (60..82, Some((at, lead))) => {
                let stage = next_stage(cast, &lead.stage)?;
                let change = LeadChange {
                    stage: Some(stage.clone()),
                    ..LeadChange::default()
                };
                records::edit(cast.db, &caller, lead.id, &change).await?;
                if let Some(work) = cast.work.get_mut(&id).and_then(|work| work.get_mut(at)) {
                    work.stage = stage;
                }
            }
            _ => {
                let prospect = pipeline::prospect(&cast.dice);
                let new = NewLead {
                    title: prospect.title,
                    owner: NewOwner::Me,
                    value: Some(Minor(prospect.value_minor)),
                    contact_name: Some(prospect.contact.to_owned()),
                    ..NewLead::default()
                };
                let lead = records::create(cast.db, &caller, &new).await?;
                cast.work.entry(id).or_default().push(Work {
                    id: lead.row.id,
                    stage: lead.row.stage,
                });
            }
        }
    }
    Ok(())
}

fn next_stage(cast: &Cast<'_>, stage: &StageKey) -> Result<StageKey, Failure> {
    let next = match (stage.as_str(), cast.dice.below(10)) {
        ("prospecting", 0..7) => "engaging",
        (_, 0..5) => "won",
        (_, 5..9) => "lost",
        _ => "cancelled",
    };
    next.parse()
        .map_err(|_| Failure::new(Exit::Fault, "demo", "a stage is missing"))
}
