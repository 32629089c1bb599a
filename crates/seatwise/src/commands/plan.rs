//! `seatwise tenant plan`: what an account may use.

use seatwise_domain::authz::Caller;
use seatwise_domain::store::Db;
use seatwise_domain::tenants::{self, Account, PLANS, Plan};
use serde_json::json;

use super::tenant::describe;
use super::who;
use crate::cli::Plan as Options;
use crate::failure::Failure;
use crate::output::Output;

/// Shows the plan, or sets another.
pub async fn run(db: &Db, options: &Options, output: Output) -> Result<(), Failure> {
    let account = who::account(db, Some(&options.tenant)).await?;
    let Some(word) = &options.set else {
        output.show(&describe(&account), &words(&account));
        return Ok(());
    };
    let plan = Plan::find(word).ok_or_else(|| {
        let known = PLANS.map(|plan| plan.key).join(", ");
        Failure::usage(format!("--set {word:?}: write one of {known}"))
    })?;
    let caller = Caller::operator(account.id);
    let reason = options.reason.as_deref().unwrap_or_default();
    let after = tenants::set_plan(db, &caller, plan, reason).await?;
    let mut value = describe(&after);
    value["teams_switched_off"] = json!(account.teams_on && !after.teams_on);
    let mut sentence = words(&after);
    if account.teams_on && !after.teams_on {
        sentence.push_str("\nTeams were on and are switched off, since the plan has none.");
    }
    output.show(&value, &sentence);
    Ok(())
}

fn words(account: &Account) -> String {
    let teams = match (account.plan.teams, account.teams_on) {
        (false, _) => "without teams",
        (true, true) => "with teams, which are on",
        (true, false) => "with teams, which are off",
    };
    format!(
        "{} has the plan {}, {teams}.",
        account.name, account.plan.name
    )
}
