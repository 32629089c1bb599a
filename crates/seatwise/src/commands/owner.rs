//! `seatwise tenant owner`: another owner, because the present one is lost.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::store::Db;
use seatwise_domain::users::User;
use seatwise_domain::users::ownership::{self, Appoint, Changes};
use seatwise_web::locale::Lang;
use seatwise_web::role_words;
use serde_json::{Value as Json, json};

use super::who;
use crate::cli::Owner;
use crate::failure::Failure;
use crate::output::Output;

/// Makes somebody the owner, or shows what that would change.
pub async fn run(db: &Db, options: &Owner, output: Output) -> Result<(), Failure> {
    let account = who::account(db, options.account.as_deref()).await?;
    let caller = Caller::operator(account.id);
    let to = who::person(db, &caller, &options.to).await?;
    let changes = if options.yes {
        let command = Appoint {
            to: to.id,
            reason: options.reason.clone(),
        };
        ownership::appoint(db, &caller, &command).await?
    } else {
        let mut tx = db.read().await?;
        ownership::would_appoint(&mut tx, &caller, to.id).await?
    };
    output.show(
        &value(&changes, !options.yes),
        &words(&changes, options.yes),
    );
    Ok(())
}

fn words(changes: &Changes, done: bool) -> String {
    let (old, new) = (&changes.owner.name, &changes.candidate.name);
    let list = |keys: &[Key]| {
        let keys = keys.iter();
        let words: Vec<String> = keys
            .map(|key| format!("  {}", role_words::permission(Lang::En, *key)))
            .collect();
        words.join("\n")
    };
    let head = if done {
        format!("{new} is the owner, {old} is an admin. Both are told by mail.")
    } else {
        format!("{new} would be the owner, {old} an admin. Nothing is changed yet: --yes does it.")
    };
    format!(
        "{head}\n{new} gains:\n{}\n{old} loses:\n{}",
        list(&changes.gains),
        list(&changes.loses)
    )
}

fn value(changes: &Changes, dry_run: bool) -> Json {
    let words = |keys: &[Key]| -> Vec<&str> { keys.iter().map(|key| key.as_str()).collect() };
    let person = |user: &User| json!({ "id": user.id, "name": user.name, "email": user.email });
    json!({
        "dry_run": dry_run,
        "owner": person(&changes.candidate),
        "gains": words(&changes.gains),
        "former_owner": person(&changes.owner),
        "loses": words(&changes.loses),
    })
}
