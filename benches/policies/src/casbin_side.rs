//! The rules as casbin has them: people who look in one hierarchy of roles, people who are looked at in another.

use std::collections::{HashMap, HashSet};

use casbin::{CoreApi as _, DefaultModel, Enforcer, MemoryAdapter, MgmtApi as _};
use seatwise_domain::ids::UserId;

use crate::question::{Organisation, Owned};

const MODEL: &str = "
[request_definition]
r = sub, owner

[policy_definition]
p = sub, owners

[role_definition]
g = _, _
g2 = _, _

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = g(r.sub, p.sub) && g2(r.owner, p.owners)
";

/// The engine with all rules in memory, and its words for people.
pub struct Casbin {
    enforcer: Enforcer,
    people: HashMap<UserId, String>,
}

impl Casbin {
    pub async fn new(organisation: &Organisation) -> Self {
        let model = DefaultModel::from_str(MODEL).await.expect("a model");
        let mut enforcer = Enforcer::new(model, MemoryAdapter::default())
            .await
            .expect("an enforcer");
        let pair = |a: String, b: String| vec![a, b];
        let (mut looks, mut belongs) = (HashSet::new(), HashSet::new());
        let mut rules = HashSet::new();
        for (team, member) in &organisation.members {
            looks.insert(pair(member.0.to_string(), format!("team {}", team.0)));
            belongs.insert(pair(member.0.to_string(), format!("of team {}", team.0)));
            rules.insert(pair(
                format!("team {}", team.0),
                format!("of team {}", team.0),
            ));
        }
        for (person, position) in &organisation.holders {
            looks.insert(pair(person.0.to_string(), format!("at {}", position.0)));
            for above in organisation.upwards(*position).into_iter().skip(1) {
                belongs.insert(pair(person.0.to_string(), format!("below {}", above.0)));
                rules.insert(pair(
                    format!("at {}", above.0),
                    format!("below {}", above.0),
                ));
            }
        }
        enforcer
            .add_policies(rules.into_iter().collect())
            .await
            .expect("rules");
        enforcer
            .add_named_grouping_policies("g", looks.into_iter().collect())
            .await
            .expect("roles");
        enforcer
            .add_named_grouping_policies("g2", belongs.into_iter().collect())
            .await
            .expect("roles");
        let people = organisation
            .people
            .iter()
            .map(|id| (*id, id.0.to_string()))
            .collect();
        Self { enforcer, people }
    }

    pub fn may_see(&self, person: UserId, lead: &Owned) -> bool {
        let Some(owner) = lead.owner else {
            return false;
        };
        owner == person
            || self
                .enforcer
                .enforce((&self.people[&person], &self.people[&owner]))
                .expect("a decision")
    }
}
