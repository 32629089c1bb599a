//! `seatwise access`: why somebody can or cannot do something, by the function that enforces it.

use seatwise_domain::access::{self, Answer, Question, Said};
use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::store::Db;
use seatwise_web::access_words as words;
use seatwise_web::locale::Lang;
use seatwise_web::role_words;
use serde_json::{Value as Json, json};

use super::who;
use crate::cli::{Access, CheckAccess};
use crate::config::Config;
use crate::database::{self, Schema};
use crate::failure::Failure;
use crate::output::{Output, table};

/// Does what was asked for.
pub async fn run(
    config: &Config,
    tenant: Option<&str>,
    command: &Access,
    output: Output,
) -> Result<(), Failure> {
    let Access::Check(options) = command;
    let db = database::open(config, Schema::MustFit).await?;
    let done = match who::operator(&db, tenant).await {
        Err(failure) => Err(failure),
        Ok(caller) => check(&db, &caller, options, output).await,
    };
    db.close().await;
    done
}

async fn check(
    db: &Db,
    caller: &Caller,
    options: &CheckAccess,
    output: Output,
) -> Result<(), Failure> {
    let key = Key::find(&options.permission).ok_or_else(|| {
        let known: Vec<&str> = Key::ALL.iter().map(|key| key.as_str()).collect();
        Failure::usage(format!(
            "--permission {:?}: write one of {}",
            options.permission,
            known.join(", ")
        ))
    })?;
    let person = match &options.person {
        Some(person) => Some(who::person(db, caller, person).await?.id),
        None => None,
    };
    let question = Question {
        person,
        user: who::person(db, caller, &options.user).await?.id,
        key,
        lead: options.lead,
    };
    let answer = access::explain(db, caller, question).await?;
    output.show(&value(&answer), &sentences(&answer));
    Ok(())
}

fn sentences(answer: &Answer) -> String {
    let what = role_words::permission(Lang::En, answer.key);
    let lead = answer.lead.as_ref();
    let lead = lead.map_or_else(String::new, |lead| format!(", {}", lead.title));
    let to = answer.person.as_ref();
    let to = to.map_or_else(String::new, |to| format!(", {}", to.name));
    let verdict = if answer.allowed { "yes" } else { "no" };
    let rules: Vec<Vec<String>> = answer
        .rules
        .iter()
        .map(|rule| {
            let mark = match rule.said {
                Said::Allows => "+",
                Said::Forbids => "-",
                Said::Silent => "",
            };
            let far = rule.extent;
            let far = far.and_then(|extent| words::extent(Lang::En, answer.key, extent));
            vec![
                mark.to_owned(),
                words::rule_text(Lang::En, rule),
                match rule.starts_at {
                    Some(from) => format!("begins {from}"),
                    None => words::said(Lang::En, rule.said),
                },
                far.unwrap_or_default(),
            ]
        })
        .collect();
    let mut text = format!(
        "{}: {what}{lead}{to}: {verdict}\n{}",
        answer.name,
        table(&rules)
    );
    if !answer.remedies.is_empty() {
        text.push_str("What would allow it:\n");
    }
    for remedy in &answer.remedies {
        let parts: Vec<String> = remedy
            .parts
            .iter()
            .map(|part| words::change_text(Lang::En, part))
            .collect();
        text.push_str(&format!("  {}\n", parts.join(" + ")));
    }
    text
}

fn value(answer: &Answer) -> Json {
    let rules: Vec<Json> = answer
        .rules
        .iter()
        .map(|rule| {
            json!({
                "rule": rule.rule.as_str(),
                "said": rule.said.as_str(),
                "about": rule.about,
                "name": rule.name,
                "extents": rule.extent.map(role_words::extents),
                "starts_at": rule.starts_at.map(|from| from.to_string()),
            })
        })
        .collect();
    let remedies: Vec<Vec<&str>> = answer
        .remedies
        .iter()
        .map(|remedy| remedy.parts.iter().map(words::change).collect())
        .collect();
    json!({
        "user": answer.user,
        "name": answer.name,
        "permission": answer.key.as_str(),
        "lead": answer.lead.as_ref().map(|lead| lead.id),
        "person": answer.person.as_ref().map(|person| person.id),
        "allowed": answer.allowed,
        "rules": rules,
        "remedies": remedies,
    })
}
