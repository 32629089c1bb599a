//! The rules as Cedar has them: entities for people, teams and positions, three policies.

use std::collections::{HashMap, HashSet};
use std::str::FromStr as _;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid,
    PolicySet, Request, RestrictedExpression,
};
use seatwise_domain::ids::UserId;

use crate::question::{Organisation, Owned};

const POLICIES: &str = r#"
permit(principal, action == Action::"view", resource) when { context.owner == principal };
permit(principal, action == Action::"view", resource) when { context.owner in principal.teams };
permit(principal, action == Action::"view", resource) when {
    principal has position && context.owner != principal && context.owner in principal.position };
"#;

/// The engine with all entities in memory.
pub struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    view: EntityUid,
    lead: EntityTypeName,
    people: HashMap<UserId, EntityUid>,
}

fn uid(kind: &str, id: impl std::fmt::Display) -> EntityUid {
    EntityUid::from_type_name_and_id(
        EntityTypeName::from_str(kind).expect("a type"),
        EntityId::new(id.to_string()),
    )
}

fn user(id: UserId) -> EntityUid {
    uid("User", id.0)
}

impl Cedar {
    pub fn new(organisation: &Organisation) -> Self {
        let mut teams: HashMap<UserId, Vec<EntityUid>> = HashMap::new();
        for (team, member) in &organisation.members {
            teams.entry(*member).or_default().push(uid("Team", team.0));
        }
        let mut entities = Vec::new();
        for person in &organisation.people {
            let of = teams.remove(person).unwrap_or_default();
            let position = organisation
                .holders
                .get(person)
                .map(|id| uid("Position", id.0));
            let mut attributes = HashMap::from([(
                "teams".to_owned(),
                RestrictedExpression::new_set(
                    of.iter().cloned().map(RestrictedExpression::new_entity_uid),
                ),
            )]);
            if let Some(position) = &position {
                let value = RestrictedExpression::new_entity_uid(position.clone());
                attributes.insert("position".to_owned(), value);
            }
            let parents: HashSet<EntityUid> = of.into_iter().chain(position).collect();
            entities.push(Entity::new(user(*person), attributes, parents).expect("an entity"));
        }
        for (position, above) in &organisation.positions {
            let parents = above.iter().map(|id| uid("Position", id.0)).collect();
            let entity = Entity::new(uid("Position", position.0), HashMap::new(), parents);
            entities.push(entity.expect("an entity"));
        }
        Self {
            authorizer: Authorizer::new(),
            policies: PolicySet::from_str(POLICIES).expect("policies"),
            entities: Entities::from_entities(entities, None).expect("entities"),
            view: uid("Action", "view"),
            lead: EntityTypeName::from_str("Lead").expect("a type"),
            people: organisation
                .people
                .iter()
                .map(|id| (*id, user(*id)))
                .collect(),
        }
    }

    pub fn may_see(&self, person: UserId, lead: &Owned) -> bool {
        let Some(owner) = lead.owner else {
            return false;
        };
        let owner = RestrictedExpression::new_entity_uid(self.people[&owner].clone());
        let context = Context::from_pairs([("owner".to_owned(), owner)]).expect("a context");
        let asked = EntityId::new(lead.lead.0.to_string());
        let asked = EntityUid::from_type_name_and_id(self.lead.clone(), asked);
        let person = self.people[&person].clone();
        let request = Request::new(person, self.view.clone(), asked, context, None);
        let request = request.expect("a request");
        let answer = self
            .authorizer
            .is_authorized(&request, &self.policies, &self.entities);
        answer.decision() == Decision::Allow
    }
}
