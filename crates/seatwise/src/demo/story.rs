//! What happened at the company, day by day, each act by the operation that a page would call.

mod daily;
mod office;
mod staff;

use std::path::Path;

use seatwise_domain::authz::{Caller, Level, SeatKind, Source};
use seatwise_domain::clock::{TestClock, Timestamp};
use seatwise_domain::handover::{self, Assign, HandOverCommand, Receiver, Stages, Which};
use seatwise_domain::ids::Ids;
use seatwise_domain::seats;
use seatwise_domain::setup::{self, NewAccount};
use seatwise_domain::store::Db;
use seatwise_domain::tenants::{self, EditAccountCommand, Settings};
use seatwise_domain::users::{self, Deactivate, Edit, HandOverChoice};

use super::cast::{AGENT, Cast};
use super::people::{HOST, Life, MANAGER, OWNER, PEOPLE, SALESPERSON};
use super::{PASSWORD, SLUG};
use crate::failure::Failure;

/// How long the company has worked with the program.
pub const DAYS: u16 = 210;
/// Within these last days everybody who is there was seen.
const RECENT: u16 = 9;
/// The working day begins, in UTC.
const MORNING: i64 = 7 * 3_600;
const DAY: i64 = 86_400;

/// The first moment of the story.
pub fn first_day(now: Timestamp) -> Timestamp {
    at(now, 0)
}

fn at(now: Timestamp, day: u16) -> Timestamp {
    let midnight = now.micros() - now.micros().rem_euclid(DAY * 1_000_000);
    Timestamp::from_micros(midnight)
        .plus_days(i64::from(day) - i64::from(DAYS))
        .plus_seconds(MORNING)
}

/// Tells the whole story.
pub async fn tell(
    db: &Db,
    clock: &TestClock,
    now: Timestamp,
    seed: u64,
    folder: &Path,
    on_day: impl Fn(u16),
) -> Result<(), Failure> {
    let created = setup::create(
        db,
        &NewAccount {
            name: "Nordwind Solar".to_owned(),
            slug: SLUG.to_owned(),
            language: "en".to_owned(),
            time_zone: "Europe/Berlin".to_owned(),
            currency: "EUR".to_owned(),
            seats: 36,
            team_seats: 6,
            owner_name: OWNER.0.to_owned(),
            owner_email: format!("{}@{HOST}", OWNER.1),
            owner_password: Some(PASSWORD.to_owned()),
            agent: Some((AGENT.to_owned(), "203.0.113.7".to_owned())),
        },
    )
    .await?;
    // A trial needs no mail server: whoever tries it gives people a password by hand.
    let settings = EditAccountCommand {
        settings: Some(Settings {
            admin_sets_password: true,
            ..created.account.settings.clone()
        }),
        ..EditAccountCommand::default()
    };
    tenants::edit(db, &Caller::operator(created.account.id), &settings).await?;
    let dice = Ids::from_seed(seed.wrapping_add(1));
    let mut cast = Cast::new(db, clock, dice, created.account.id).await?;
    cast.ids.insert(OWNER.1, created.owner);
    cast.passwords.insert(OWNER.1, PASSWORD.to_owned());
    for day in 0..DAYS {
        clock.set(at(now, day));
        chapter(&mut cast, day, folder).await?;
        if day > 5 && !matches!(day % 7, 5 | 6) {
            daily::work(&mut cast, day).await?;
        }
        if day + RECENT > DAYS {
            come_in(&mut cast, day).await?;
        }
        cast.run_jobs().await?;
        on_day(day);
    }
    clock.set(now.plus_seconds(-5_400));
    for address in [OWNER.1, MANAGER, SALESPERSON] {
        clock.advance(900);
        cast.sign_in(address).await?;
    }
    cast.post().await?;
    Ok(())
}

/// On the last days people are seen, some of them every day.
async fn come_in(cast: &mut Cast<'_>, day: u16) -> Result<(), Failure> {
    for (number, person) in PEOPLE.iter().enumerate() {
        let turn = (number + usize::from(day)) % usize::from(RECENT) == 0;
        let there = {
            let mut tx = cast.db.read().await?;
            let id = cast.ids.get(person.address).copied();
            match id.filter(|_| turn && cast.passwords.contains_key(person.address)) {
                Some(id) => Caller::load(&mut tx, cast.tenant, id, Source::Page)
                    .await?
                    .is_some(),
                None => false,
            }
        };
        if there {
            cast.clock.advance(60);
            cast.sign_in(person.address).await?;
        }
    }
    Ok(())
}

/// What happens on a day besides the daily work.
async fn chapter(cast: &mut Cast<'_>, day: u16, folder: &Path) -> Result<(), Failure> {
    staff::invitations(cast, day).await?;
    match day {
        0 => staff::arrive(cast, folder).await?,
        1 => staff::activate_first(cast).await?,
        3 => staff::name_leaders(cast).await?,
        5 => daily::bring_leads(cast, folder).await?,
        45 => leaves(cast, "juergen.gross", Some("paul.schneider"), "Retires.").await?,
        60 => {
            let leads = HandOverChoice::Later;
            deactivate(
                cast,
                "lena.vogt",
                leads,
                "Left the company; successor not found yet.",
            )
            .await?;
        }
        75 => wrong_heir(cast).await?,
        90 => {
            let leads = HandOverChoice::Later;
            deactivate(
                cast,
                "chiara.rossi",
                leads,
                "Parental leave until the end of the summer.",
            )
            .await?;
        }
        110 => {
            let caller = cast.caller(OWNER.1).await?;
            seats::set_count(cast.db, &caller, SeatKind::Regular, 40).await?;
            seats::set_count(cast.db, &caller, SeatKind::Team, 8).await?;
        }
        119 => {
            leaves(
                cast,
                "chen.jing",
                Some("liu.yang"),
                "Moves to another branch.",
            )
            .await?;
        }
        130 => unassigned(cast).await?,
        140 => {
            let caller = cast.caller(OWNER.1).await?;
            let edit = Edit {
                level: Some(Level::Admin),
                job_title: Some("Head of sales, international".to_owned()),
                reason: "Leads the international team from now on.".to_owned(),
                ..Edit::default()
            };
            let id = cast.id("agnieszka.wisniewska")?;
            users::edit(cast.db, &caller, id, &edit).await?;
        }
        150 => office::arrange(cast).await?,
        165 => {
            let caller = cast.caller(MANAGER).await?;
            let edit = Edit {
                phone: Some("+49 40 555 01 27".to_owned()),
                reason: "New extension.".to_owned(),
                ..Edit::default()
            };
            let id = cast.id("oemer.yildiz")?;
            users::edit(cast.db, &caller, id, &edit).await?;
        }
        178 => staff::give_roles(cast).await?,
        180 => {
            let caller = cast.caller(MANAGER).await?;
            let id = cast.id("chiara.rossi")?;
            users::reactivate(cast.db, &caller, id, "Back from parental leave.").await?;
        }
        186 => {
            let leads = HandOverChoice::Later;
            deactivate(cast, "inigo.martinez", leads, "Left at short notice.").await?;
        }
        _ => {}
    }
    Ok(())
}

async fn deactivate(
    cast: &mut Cast<'_>,
    who: &str,
    hand_over: HandOverChoice,
    reason: &str,
) -> Result<(), Failure> {
    let caller = cast.caller(MANAGER).await?;
    let command = Deactivate {
        user: cast.id(who)?,
        hand_over,
        stages: Stages::Open,
        reason: reason.to_owned(),
        expected: None,
    };
    users::deactivate(cast.db, &caller, &command).await?;
    Ok(())
}

/// Somebody leaves, and a successor takes over.
async fn leaves(
    cast: &mut Cast<'_>,
    who: &str,
    heir: Option<&str>,
    reason: &str,
) -> Result<(), Failure> {
    let to = heir.map(|heir| cast.id(heir)).transpose()?;
    let choice = to.map_or(HandOverChoice::Unassign, HandOverChoice::To);
    deactivate(cast, who, choice, reason).await?;
    cast.settle(cast.id(who)?, to).await
}

/// Leads go to the wrong person, come back, and go to the right one.
async fn wrong_heir(cast: &mut Cast<'_>) -> Result<(), Failure> {
    let (from, wrong, right) = (
        cast.id("dmitri.orlov")?,
        cast.id("alena.sokolova")?,
        cast.id("iryna.melnyk")?,
    );
    deactivate(
        cast,
        "dmitri.orlov",
        HandOverChoice::Later,
        "Contract ended.",
    )
    .await?;
    let manager = cast.caller(MANAGER).await?;
    let of = |who| cast.work.get(&who).cloned().unwrap_or_default();
    let before = (of(from), of(wrong));
    let first = hand_over(cast, &manager, (from, wrong), "To the colleague next door.").await?;
    cast.clock.advance(1_800);
    cast.undo(
        &first,
        from,
        wrong,
        before,
        "Wrong Alena: the leads are for the successor.",
    )
    .await?;
    cast.clock.advance(600);
    hand_over(cast, &manager, (from, right), "To the successor.").await?;
    Ok(())
}

async fn hand_over(
    cast: &mut Cast<'_>,
    caller: &Caller,
    (from, to): (seatwise_domain::ids::UserId, seatwise_domain::ids::UserId),
    reason: &str,
) -> Result<handover::HandOver, Failure> {
    let command = HandOverCommand {
        from,
        to: Receiver::User(to),
        stages: Stages::Open,
        reason: reason.to_owned(),
        expected: None,
    };
    let done = handover::manage(cast.db, caller, &command).await?;
    cast.settle(from, Some(to)).await?;
    Ok(done)
}

/// Somebody's leads wait for everybody; some are given out, some still wait.
async fn unassigned(cast: &mut Cast<'_>) -> Result<(), Failure> {
    let from = cast.id("luka.horvat")?;
    let open: Vec<_> = cast
        .work
        .get(&from)
        .into_iter()
        .flatten()
        .filter(|work| matches!(work.stage.as_str(), "prospecting" | "engaging"))
        .cloned()
        .collect();
    leaves(cast, "luka.horvat", None, "Left the company.").await?;
    let manager = cast.caller(MANAGER).await?;
    for (lead, heir) in open
        .into_iter()
        .zip(["zuzana.dvorakova", "matthias.huber"].iter().cycle())
        .take(9)
    {
        cast.clock.advance(60);
        let to = cast.id(heir)?;
        let command = Assign {
            which: Which::These(vec![lead.id]),
            to: Receiver::User(to),
            reason: String::new(),
        };
        handover::assign(cast.db, &manager, &command).await?;
        cast.work.entry(to).or_default().push(lead);
    }
    cast.run_jobs().await
}

/// Who is invited on a day.
fn invited_on(day: u16) -> impl Iterator<Item = &'static super::people::Person> {
    PEOPLE.iter().filter(move |person| match person.life {
        Life::Invited(on) | Life::NotAnswered(on) => on == day,
        Life::FromStart | Life::NotMailed => false,
    })
}
