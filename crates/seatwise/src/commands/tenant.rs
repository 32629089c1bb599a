//! `seatwise tenant`: accounts, their owners, plans and seats.

use seatwise_domain::authz::{Caller, SeatKind, ViewSeats};
use seatwise_domain::seats::{self, KindOverview};
use seatwise_domain::setup::{self, NewAccount};
use seatwise_domain::store::Db;
use seatwise_domain::tenants::{self, Account};
use serde_json::{Value as Json, json};

use super::{owner, plan, who};
use crate::cli::{CreateTenant, Seats, Tenant};
use crate::config::Config;
use crate::database::{self, Schema};
use crate::failure::{Exit, Failure};
use crate::output::{Output, table};

/// Does what was asked for.
pub async fn run(config: &Config, command: &Tenant, output: Output) -> Result<(), Failure> {
    let schema = match command {
        Tenant::Create(_) => Schema::MayBeNew,
        _ => Schema::MustFit,
    };
    let db = database::open(config, schema).await?;
    let done = match command {
        Tenant::Create(new) => create(&db, config, new, output).await,
        Tenant::List => list(&db, output).await,
        Tenant::Seats(wanted) => set_seats(&db, wanted, output).await,
        Tenant::Plan(wanted) => plan::run(&db, wanted, output).await,
        Tenant::Owner(wanted) => owner::run(&db, wanted, output).await,
    };
    db.close().await;
    done
}

async fn create(
    db: &Db,
    config: &Config,
    new: &CreateTenant,
    output: Output,
) -> Result<(), Failure> {
    let password = match &new.owner_password_file {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path, &error))?;
            Some(text.trim_end_matches(['\r', '\n']).to_owned())
        }
    };
    let invited = password.is_none();
    let created = setup::create(
        db,
        &NewAccount {
            name: new.name.clone(),
            slug: new.slug.clone().unwrap_or_default(),
            language: new.language.clone(),
            time_zone: new.time_zone.clone(),
            currency: new.currency.clone(),
            seats: new.seats,
            team_seats: new.team_seats,
            owner_name: new.owner_name.clone(),
            owner_email: new.owner_email.clone(),
            owner_password: password,
            agent: None,
        },
    )
    .await?;
    let account = &created.account;
    let next = match (invited, &config.smtp) {
        (false, _) => "The owner signs in with the password from the file.",
        (true, Some(_)) => "The owner is invited by mail as soon as a server runs.",
        (true, None) => "The owner's invitation waits in the outbox: no mail server is set.",
    };
    let mut value = describe(account);
    value["owner"] = json!(created.owner);
    let words = format!(
        "Account {} ({}) is made. {next}",
        account.name, account.slug
    );
    output.show(&value, &words);
    Ok(())
}

async fn list(db: &Db, output: Output) -> Result<(), Failure> {
    let accounts = {
        let mut tx = db.read().await?;
        tenants::all(&mut tx).await?
    };
    let mut values = Vec::new();
    let mut rows = vec![heads(&[
        "Account",
        "Name",
        "Language",
        "Seats taken",
        "Made",
    ])];
    for account in &accounts {
        let seats = overview(db, account).await?;
        let taken: Vec<String> = seats
            .iter()
            .filter(|kind| kind.bought > 0)
            .map(|kind| format!("{} {}/{}", kind.kind.as_str(), kind.used, kind.bought))
            .collect();
        rows.push(vec![
            account.slug.clone(),
            account.name.clone(),
            account.language.clone(),
            taken.join(", "),
            account.created_at.to_string(),
        ]);
        let mut value = describe(account);
        value["seats"] = seats.iter().map(seat_value).collect();
        values.push(value);
    }
    let words = if accounts.is_empty() {
        "There is no account yet.".to_owned()
    } else {
        table(&rows)
    };
    output.show(&values, &words);
    Ok(())
}

async fn set_seats(db: &Db, wanted: &Seats, output: Output) -> Result<(), Failure> {
    let account = who::account(db, Some(&wanted.tenant)).await?;
    let caller = Caller::operator(account.id);
    for (kind, count) in [
        (SeatKind::Regular, wanted.regular),
        (SeatKind::Team, wanted.team),
    ] {
        if let Some(count) = count {
            seats::set_count(db, &caller, kind, count).await?;
        }
    }
    let overview = overview(db, &account).await?;
    let mut rows = vec![heads(&[
        "Kind",
        "Bought",
        "Taken",
        "Of these pending",
        "Free",
    ])];
    rows.extend(overview.iter().map(|kind| {
        let numbers = [kind.bought, kind.used, kind.pending, kind.free];
        let mut row = vec![kind.kind.as_str().to_owned()];
        row.extend(numbers.iter().map(u64::to_string));
        row
    }));
    let values: Vec<Json> = overview.iter().map(seat_value).collect();
    output.show(&values, &table(&rows));
    Ok(())
}

async fn overview(db: &Db, account: &Account) -> Result<Vec<KindOverview>, Failure> {
    let scope = Caller::operator(account.id).scope::<ViewSeats>()?;
    let mut tx = db.read().await?;
    Ok(seats::overview(&mut tx, &scope).await?)
}

pub(super) fn describe(account: &Account) -> Json {
    json!({
        "id": account.id,
        "slug": account.slug,
        "name": account.name,
        "language": account.language,
        "time_zone": account.time_zone,
        "currency": account.currency,
        "plan": account.plan.key,
        "teams_on": account.teams_on,
        "created_at": account.created_at,
    })
}

fn seat_value(kind: &KindOverview) -> Json {
    json!({
        "kind": kind.kind,
        "bought": kind.bought,
        "used": kind.used,
        "pending": kind.pending,
        "free": kind.free,
    })
}

/// The first row of a table.
pub fn heads(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Reads a word of the command line as a value of the product.
pub fn word<T: std::str::FromStr>(what: &str, text: &str, right: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| {
        Failure::new(
            Exit::Usage,
            "usage",
            format!("{what} {text:?}: write {right}"),
        )
    })
}
