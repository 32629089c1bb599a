//! Who gains and who loses what by a change: what every preview answers with (D7).

use seatwise_domain::authz::{self, Key, PersonEffect};
use seatwise_domain::roles::{Effect, EffectLine};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::types::UserRef;

/// What a change does to people.
#[derive(Debug, Serialize, ToSchema)]
pub struct EffectAnswer {
    /// How many people gain something.
    people_gain: u64,
    /// How many people lose something.
    people_lose: u64,
    /// How many further people may be concerned and were not looked at.
    beyond: u64,
    /// Who gains and loses what, by name; the first 500 of them.
    lines: Vec<EffectLineAnswer>,
}

/// What a change does to one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct EffectLineAnswer {
    user_id: UserRef,
    name: String,
    /// Permissions that the person gains, or that go further.
    gained: Vec<&'static str>,
    /// Permissions that the person loses, or that go less far.
    lost: Vec<&'static str>,
    /// Fields that the person sees or changes from then on.
    fields_gained: Vec<String>,
    /// Fields that the person sees or changes no more.
    fields_lost: Vec<String>,
    /// How many leads come into sight because of who owns them; told by previews.
    leads_gained: u64,
    /// How many leads go out of sight; told by previews.
    leads_lost: u64,
}

fn words(keys: Vec<Key>) -> Vec<&'static str> {
    keys.into_iter().map(Key::as_str).collect()
}

impl From<EffectLine> for EffectLineAnswer {
    fn from(line: EffectLine) -> Self {
        Self {
            user_id: line.user.into(),
            name: line.name,
            gained: words(line.gained),
            lost: words(line.lost),
            fields_gained: line.fields_gained,
            fields_lost: line.fields_lost,
            leads_gained: line.leads_gained,
            leads_lost: line.leads_lost,
        }
    }
}

impl From<PersonEffect> for EffectLineAnswer {
    fn from(line: PersonEffect) -> Self {
        Self {
            user_id: line.user.into(),
            name: line.name,
            gained: words(line.gained),
            lost: words(line.lost),
            fields_gained: Vec::new(),
            fields_lost: Vec::new(),
            leads_gained: line.leads_gained,
            leads_lost: line.leads_lost,
        }
    }
}

impl From<Effect> for EffectAnswer {
    fn from(effect: Effect) -> Self {
        let lines = effect.lines.into_iter();
        Self {
            people_gain: effect.people_gain,
            people_lose: effect.people_lose,
            beyond: 0,
            lines: lines.map(EffectLineAnswer::from).collect(),
        }
    }
}

impl From<authz::Effect> for EffectAnswer {
    fn from(effect: authz::Effect) -> Self {
        Self {
            people_gain: effect.gaining() as u64,
            people_lose: effect.losing() as u64,
            beyond: effect.beyond,
            lines: effect
                .people
                .into_iter()
                .map(EffectLineAnswer::from)
                .collect(),
        }
    }
}
