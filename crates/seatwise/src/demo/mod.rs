//! `seatwise demo`: the same server with a company in it that has worked for seven months.

mod cast;
mod people;
mod pipeline;
mod postbox;
mod story;

use std::path::PathBuf;

use seatwise_domain::clock::TestClock;
use seatwise_domain::ids::Ids;
use seatwise_domain::store::{Db, DbOptions};
use seatwise_domain::{setup, tenants};
use serde_json::json;

use crate::cli::Demo;
use crate::config::Config;
use crate::failure::{Exit, Failure};
use crate::output::{Output, table};
use crate::serve;

/// The part of addresses that names the account.
const SLUG: &str = "nordwind-solar";
/// What the three guides sign in with. It opens nothing but invented data on this machine.
const PASSWORD: &str = "seven otters carry lamps";

/// Builds the account if it is not there and serves it until asked to stop.
pub async fn run(
    mut config: Config,
    folder: Option<PathBuf>,
    options: &Demo,
    output: Output,
) -> Result<(), Failure> {
    let (folder, throw_away) = if let Some(folder) = folder {
        (folder, None)
    } else {
        let made = tempfile::Builder::new()
            .prefix("seatwise-demo-")
            .tempdir()
            .map_err(|error| Failure::io(&std::env::temp_dir(), &error))?;
        (made.path().to_owned(), Some(made))
    };
    config.database = DbOptions::new(format!("sqlite:{}", folder.join("seatwise.db").display()));
    config.data = folder;
    // Nobody of this company is real: mails wait in the outbox.
    config.smtp = None;
    let ready = serve::prepare(&config).await?;
    let known = {
        let mut tx = ready.db.read().await?;
        let empty = setup::is_empty(&mut tx).await?;
        (!empty).then_some(tenants::by_slug(&mut tx, SLUG).await?.is_some())
    };
    match known {
        Some(true) => {}
        Some(false) => {
            let message = format!(
                "{} holds other accounts; name an empty folder",
                config.data.display()
            );
            return Err(Failure::new(Exit::Refused, "database-not-empty", message));
        }
        None => build(&config, &ready.db, options.seed, output).await?,
    }
    let url = ready.public_url.clone();
    let guides = guides();
    let words = words(&url, &guides, &config, throw_away.is_some());
    let done = serve::work(&config, ready, None, || {
        if output.json {
            let people: Vec<_> = guides
                .iter()
                .map(|(role, address)| json!({ "role": role, "email": address, "password": PASSWORD }))
                .collect();
            output.show(&json!({ "url": url, "account": SLUG, "people": people }), "");
        } else {
            output.say(&words);
        }
    })
    .await;
    drop(throw_away);
    done
}

async fn build(config: &Config, present: &Db, seed: u64, output: Output) -> Result<(), Failure> {
    let now = present.now();
    let clock = TestClock::at(story::first_day(now));
    // A connection of its own: its clock stands in the past and its ids follow from the seed, so nothing
    // that keeps anybody out may come from it once the server answers.
    let db = Db::open(&config.database, clock.clone(), Ids::from_seed(seed)).await?;
    let bar = output.bar("days of the demonstration", story::DAYS.into());
    let told = story::tell(&db, &clock, now, seed, &config.data, |day| {
        bar.set_position(day.into());
    })
    .await;
    bar.finish_and_clear();
    db.close().await;
    told?;
    present.analyze().await?;
    Ok(())
}

fn guides() -> Vec<(&'static str, String)> {
    [
        ("owner", people::OWNER.1),
        ("manager", people::MANAGER),
        ("salesperson", people::SALESPERSON),
    ]
    .into_iter()
    .map(|(role, address)| (role, format!("{address}@{}", people::HOST)))
    .collect()
}

fn words(url: &str, guides: &[(&str, String)], config: &Config, throw_away: bool) -> String {
    let mut rows: Vec<Vec<String>> = guides
        .iter()
        .map(|(role, address)| vec![format!("  {role}"), address.clone(), PASSWORD.to_owned()])
        .collect();
    rows.insert(
        0,
        vec![
            "  Role".to_owned(),
            "Address".to_owned(),
            "Password".to_owned(),
        ],
    );
    let ends = if throw_away {
        " and go when it ends"
    } else {
        " and stay"
    };
    format!(
        "Seatwise answers at {url}\nSign in at {url}/sign-in as one of:\n{}The data lie in {}{ends}.",
        table(&rows),
        config.data.display()
    )
}
