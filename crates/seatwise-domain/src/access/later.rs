//! What somebody may do from a day on, because a role begins then (P55).

use super::branches;
use super::explain::{Question, Rule, RuleLine, Said, is_allowed, line};
use super::sql;
use crate::authz::Caller;
use crate::store::{Reads, StoreError};

/// The roles and sets that the person has from a day on and that will allow it then, told by the function that decides.
pub(super) async fn later(
    tx: &mut impl Reads,
    state: &str,
    question: &Question,
    person: &Caller,
) -> Result<Vec<RuleLine>, StoreError> {
    let (tenant, key) = (person.tenant(), question.key);
    let mut rules = Vec::new();
    for (role, starts_at) in sql::to_come(tx, tenant, question.user).await? {
        let extent = role.grants.extent(key);
        let then = Caller::looked_at_on(tx, tenant, question.user, starts_at).await?;
        let Some((then, _)) = then.filter(|_| extent.any()) else {
            continue;
        };
        let reached = match question.lead.filter(|_| key.has_reach()) {
            Some(lead) => branches::reached(tx, &then, key, lead).await?,
            None => None,
        };
        if !is_allowed(&then, state, key, reached.as_ref()) {
            continue;
        }
        if let Some(to) = question.person.filter(|_| key.has_part())
            && then.touches(tx, key, to).await?.is_err()
        {
            continue;
        }
        let rule = if role.set { Rule::Set } else { Rule::Role };
        rules.push(RuleLine {
            name: Some(role.name).filter(|name| !name.is_empty()),
            extent: Some(extent).filter(|_| key.has_reach() || key.has_part()),
            starts_at: Some(starts_at),
            ..line(rule, Said::Silent, role.key)
        });
    }
    Ok(rules)
}
