//! People come: with a list, one by one, and with a link that some never follow.

use std::fmt::Write as _;
use std::path::Path;

use seatwise_domain::authz::{SeatKind, ViewUsers};
use seatwise_domain::imports::{self, Field, Import, ImportKind, Mapping, Options, Upload};
use seatwise_domain::roles::{self, GivableWords, Give, NewRole, RoleKey, Words};
use seatwise_domain::store::PageSize;
use seatwise_domain::users::{self, Invite, ListFilter, NewUser};
use seatwise_domain::{authz::Caller, teams};
use seatwise_tables::Wishes;

use super::super::PASSWORD;
use super::super::cast::Cast;
use super::super::people::{HOST, LEADERS, Life, MANAGER, OWNER, PEOPLE, Person, SALESPERSON};
use super::invited_on;
use crate::failure::Failure;

/// Passwords nobody needs to know.
const WORDS: [&str; 8] = [
    "lantern", "orchard", "velvet", "compass", "thimble", "harbour", "pepper", "granite",
];

/// The staff list becomes people, seats and teams; the mails go out. Those who are not mailed yet come with a
/// second list at the end.
pub async fn arrive(cast: &mut Cast<'_>, folder: &Path) -> Result<(), Failure> {
    let owner = cast.caller(OWNER.1).await?;
    for seat in [SeatKind::Regular, SeatKind::Team] {
        let listed = PEOPLE
            .iter()
            .filter(|person| person.life == Life::FromStart && person.seat == seat);
        let name = match seat {
            SeatKind::Regular => "staff.csv",
            SeatKind::Team => "service.csv",
        };
        let import = bring(cast, &owner, folder, name, listed, seat).await?;
        imports::send_activations(cast.db, &owner, import.id, None).await?;
        cast.run_jobs().await?;
    }
    for (address, level) in PEOPLE
        .iter()
        .filter(|person| person.level != seatwise_domain::authz::Level::User)
        .map(|person| (person.address, person.level))
    {
        let edit = users::Edit {
            level: Some(level),
            reason: "Administers the people.".to_owned(),
            ..users::Edit::default()
        };
        users::edit(cast.db, &owner, cast.id(address)?, &edit).await?;
    }
    Ok(())
}

async fn bring(
    cast: &mut Cast<'_>,
    caller: &Caller,
    folder: &Path,
    name: &str,
    people: impl Iterator<Item = &'static Person>,
    seat: SeatKind,
) -> Result<Import, Failure> {
    let mut text = "Name,E-Mail,Team,Job title,Language\n".to_owned();
    let mut addresses = Vec::new();
    for person in people {
        addresses.push(person.address);
        // Writing to a text can't fail.
        let _ = writeln!(
            text,
            "{},{}@{HOST},{},{},{}",
            person.name, person.address, person.team, person.job, person.language
        );
    }
    let mapping = Mapping(vec![
        Some(Field::Name),
        Some(Field::Email),
        Some(Field::Team),
        Some(Field::JobTitle),
        Some(Field::Language),
    ]);
    let mut options = Options::for_kind(ImportKind::Users);
    options.seat_kind = seat;
    options.create_teams = true;
    let import = import(
        cast,
        caller,
        folder,
        (ImportKind::Users, name, &text),
        (mapping, options),
    )
    .await?;
    for address in addresses {
        find(cast, address).await?;
    }
    Ok(import)
}

/// A file goes through upload, mapping, dry run and run.
pub async fn import(
    cast: &Cast<'_>,
    caller: &Caller,
    folder: &Path,
    (kind, name, text): (ImportKind, &str, &str),
    (mapping, options): (Mapping, Options),
) -> Result<Import, Failure> {
    let path = folder.join(name);
    std::fs::write(&path, text).map_err(|error| Failure::io(&path, &error))?;
    let upload = Upload {
        kind,
        path: path.clone(),
        file_name: name.to_owned(),
        wishes: Wishes::default(),
    };
    let import = imports::upload(cast.db, caller, upload).await;
    std::fs::remove_file(&path).map_err(|error| Failure::io(&path, &error))?;
    let import = import?;
    imports::map(cast.db, caller, import.id, &mapping, &options).await?;
    imports::check(cast.db, caller, import.id).await?;
    let import = imports::run(cast.db, caller, import.id, "").await?;
    cast.run_jobs().await?;
    Ok(import)
}

/// Notes the id of somebody who was added.
async fn find(cast: &mut Cast<'_>, address: &'static str) -> Result<(), Failure> {
    let scope = cast.operator().scope::<ViewUsers>()?;
    let filter = ListFilter {
        query: Some(format!("{address}@{HOST}")),
        ..ListFilter::default()
    };
    let mut tx = cast.db.read().await?;
    let page = users::list(&mut tx, &scope, &filter, None, PageSize::new(1)).await?;
    if let Some(row) = page.items.first() {
        cast.ids.insert(address, row.user.id);
    }
    Ok(())
}

/// Those of the list follow their links.
pub async fn activate_first(cast: &mut Cast<'_>) -> Result<(), Failure> {
    let links = cast.post().await?;
    for person in PEOPLE
        .iter()
        .filter(|person| person.life == Life::FromStart)
    {
        cast.clock.advance(420);
        if let Some(token) = links.get(&cast.id(person.address)?) {
            cast.activate(person, token, password(cast, person)).await?;
        }
    }
    Ok(())
}

/// The invitations of a day, and the answers to those of the day before.
pub async fn invitations(cast: &mut Cast<'_>, day: u16) -> Result<(), Failure> {
    for person in invited_on(day) {
        cast.clock.advance(900);
        let caller = cast.caller(MANAGER).await?;
        let invited = users::invite(
            cast.db,
            &caller,
            &command(cast, &caller, person, true).await?,
        )
        .await?;
        cast.ids.insert(person.address, invited.user.id);
        let links = cast.post().await?;
        if let (Life::Invited(_), Some(token)) = (person.life, links.get(&invited.user.id)) {
            cast.clock.advance(5_400);
            cast.activate(person, token, password(cast, person)).await?;
        }
    }
    if day == 205 {
        let caller = cast.caller(MANAGER).await?;
        for person in PEOPLE
            .iter()
            .filter(|person| person.life == Life::NotMailed)
        {
            cast.clock.advance(120);
            let command = command(cast, &caller, person, false).await?;
            let invited = users::invite(cast.db, &caller, &command).await?;
            cast.ids.insert(person.address, invited.user.id);
        }
    }
    Ok(())
}

/// Every team gets somebody who leads it.
pub async fn name_leaders(cast: &mut Cast<'_>) -> Result<(), Failure> {
    let owner = cast.caller(OWNER.1).await?;
    let scope = owner.scope::<ViewUsers>()?;
    let mut tx = cast.db.read().await?;
    let all = teams::all(&mut tx, &scope).await?;
    drop(tx);
    for (name, address) in LEADERS {
        if let Some(row) = all.iter().find(|row| row.team.name == name) {
            let leader = [cast.id(address)?];
            teams::add_members(cast.db, &owner, row.team.id, &leader, true, "").await?;
        }
    }
    Ok(())
}

/// Some have roles of their own: one who keeps the books, one who administers a branch, and one who may export for
/// the auditors until they have gone.
pub async fn give_roles(cast: &mut Cast<'_>) -> Result<(), Failure> {
    let owner = cast.caller(OWNER.1).await?;
    let said = |grants: &[(&str, &str)]| Words {
        grants: grants
            .iter()
            .map(|(key, word)| ((*key).to_owned(), (*word).to_owned()))
            .collect(),
        ..Words::default()
    };
    let finance = NewRole {
        name: "Finance".to_owned(),
        description: "Sees and exports everything, changes nothing.".to_owned(),
        words: said(&[
            ("leads.view", "all"),
            ("leads.export", "all"),
            ("statistics.view", "all"),
            ("users.view", "all"),
            ("own.edit", "all"),
            ("audit.view", "all"),
            ("seats.view", "all"),
        ]),
        reason: "The books are kept by one of us.".to_owned(),
        ..NewRole::default()
    };
    let export = NewRole {
        name: "Export for the auditors".to_owned(),
        description: "On top of a role, for as long as they are here.".to_owned(),
        set: true,
        words: said(&[("leads.export", "all"), ("statistics.view", "all")]),
        ..NewRole::default()
    };
    let part = [
        "users.invite",
        "users.edit",
        "users.deactivate",
        "users.reactivate",
        "users.reset-password",
        "roles.assign",
    ];
    let branch = NewRole {
        name: "Branch administration".to_owned(),
        description: "Sells, and administers the people of the own teams.".to_owned(),
        copy_of: Some(RoleKey::sales()),
        words: Words {
            givable: Some(GivableWords::Only(vec![RoleKey::sales().to_string()])),
            ..said(&part.map(|key| (key, "team")))
        },
        ..NewRole::default()
    };
    let branch = roles::create(cast.db, &owner, &branch).await?;
    let finance = roles::create(cast.db, &owner, &finance).await?;
    let export = roles::create(cast.db, &owner, &export).await?;
    let books = "Keeps the books from now on.";
    for (address, role, days, reason) in [
        ("elodie.lefevre", RoleKey::sales(), None, "Still sells."),
        ("elodie.lefevre", finance.key, None, books),
        (
            "wang.fang",
            branch.key,
            None,
            "Looks after the people of the branch.",
        ),
        (
            "siobhan.oconnor",
            export.key,
            Some(45),
            "Answers the auditors.",
        ),
    ] {
        let give = Give {
            users: vec![cast.id(address)?],
            role,
            starts_at: None,
            expires_at: days.map(|days| cast.db.now().plus_days(days)),
            reason: reason.to_owned(),
        };
        roles::give(cast.db, &owner, &give).await?;
    }
    Ok(())
}

async fn command(
    cast: &Cast<'_>,
    caller: &Caller,
    person: &Person,
    send_mail: bool,
) -> Result<Invite, Failure> {
    let scope = caller.scope::<ViewUsers>()?;
    let mut tx = cast.db.read().await?;
    let team = teams::all(&mut tx, &scope)
        .await?
        .into_iter()
        .find(|row| row.team.name == person.team);
    Ok(Invite {
        person: NewUser {
            name: Some(person.name.to_owned()),
            email: Some(format!("{}@{HOST}", person.address)),
            job_title: Some(person.job.to_owned()),
            language: Some(person.language.to_owned()),
            ..NewUser::default()
        },
        level: person.level,
        seat_kind: person.seat,
        role: None,
        teams: team.map(|row| row.team.id).into_iter().collect(),
        position: None,
        password: None,
        password_stays: false,
        picture: None,
        send_mail: Some(send_mail),
        reason: String::new(),
    })
}

fn password(cast: &Cast<'_>, person: &Person) -> String {
    if matches!(person.address, MANAGER | SALESPERSON) {
        return PASSWORD.to_owned();
    }
    let word = || super::super::pipeline::one_of(&cast.dice, &WORDS);
    format!(
        "{} {} {}{}",
        word(),
        word(),
        word(),
        cast.dice.below(1_000_000)
    )
}
