//! Who gains and who loses what by a change, in people (D7).

use super::standing::{Rights, Standing};
use crate::audit::{Event, EventKind, Reason, SubjectKind};
use crate::authz::{self, FieldAccess, Key, joined};
use crate::ids::UserId;

/// So many people are named; the others are counted.
pub const IN_DETAIL: usize = 500;

/// What a change does to the rights of people who have not left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// How many people gain something.
    pub people_gain: u64,
    /// How many people lose something.
    pub people_lose: u64,
    /// Who gains and loses what, by name; the first [`IN_DETAIL`] of them.
    pub lines: Vec<EffectLine>,
}

/// What a change does to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectLine {
    /// The person.
    pub user: UserId,
    /// His name.
    pub name: String,
    /// Permissions that he gains, or that go further.
    pub gained: Vec<Key>,
    /// Permissions that he loses, or that go less far.
    pub lost: Vec<Key>,
    /// Fields that he sees or changes from then on.
    pub fields_gained: Vec<String>,
    /// Fields that he sees or changes no more.
    pub fields_lost: Vec<String>,
    /// How many leads come into his sight; looked at by a preview only.
    pub leads_gained: u64,
    /// How many leads go out of his sight; looked at by a preview only.
    pub leads_lost: u64,
}

impl EffectLine {
    fn of(user: UserId, name: &str, before: &Rights, after: &Rights) -> Self {
        Self {
            user,
            name: name.to_owned(),
            gained: before.grants.lacks(&after.grants),
            lost: after.grants.lacks(&before.grants),
            fields_gained: before.fields.lacks(&after.fields),
            fields_lost: after.fields.lacks(&before.fields),
            leads_gained: 0,
            leads_lost: 0,
        }
    }

    /// Adds what changes for the same person on another day.
    fn join(&mut self, other: &Self) {
        self.gained = joined(&self.gained, &other.gained);
        self.lost = joined(&self.lost, &other.lost);
        let both = |mine: &mut Vec<String>, theirs: &[String]| {
            mine.extend_from_slice(theirs);
            mine.sort_unstable();
            mine.dedup();
        };
        both(&mut self.fields_gained, &other.fields_gained);
        both(&mut self.fields_lost, &other.fields_lost);
    }

    /// True when the person gains something.
    pub fn gains(&self) -> bool {
        !self.gained.is_empty() || !self.fields_gained.is_empty()
    }

    /// True when the person loses something.
    pub fn loses(&self) -> bool {
        !self.lost.is_empty() || !self.fields_lost.is_empty()
    }

    /// What changed, on a line of the person's own history (P87).
    pub(super) fn tell(&self, mut event: Event) -> Event {
        let words = |keys: &[Key]| -> Vec<&str> { keys.iter().map(|key| key.as_str()).collect() };
        if !self.gained.is_empty() {
            event = event.detail("gained", words(&self.gained));
        }
        if !self.lost.is_empty() {
            event = event.detail("lost", words(&self.lost));
        }
        for (name, fields) in [
            ("fields_gained", &self.fields_gained),
            ("fields_lost", &self.fields_lost),
        ] {
            if !fields.is_empty() {
                event = event.detail(name, fields.clone());
            }
        }
        event
    }
}

/// Everybody for whom something changed, now or on a day on which something begins or ends, also those who have left,
/// and whether he has not.
pub(super) fn lines(before: &Standing, after: &Standing) -> Vec<(EffectLine, bool)> {
    let then = after.looks();
    let mut lines: Vec<(EffectLine, bool)> = Vec::new();
    for (person, rights) in &before.people {
        let Some(is) = then.get(&(person.user, person.at)) else {
            continue;
        };
        let line = EffectLine::of(person.user, &person.name, rights, is);
        if !line.gains() && !line.loses() {
            continue;
        }
        match lines.last_mut() {
            Some((known, _)) if known.user == line.user => known.join(&line),
            _ => lines.push((line, person.present)),
        }
    }
    lines
}

impl Effect {
    /// The effect of what changed for people.
    pub(super) fn of(lines: &[(EffectLine, bool)]) -> Self {
        let present = || lines.iter().filter(|(_, present)| *present);
        let count = |which: fn(&EffectLine) -> bool| {
            present().filter(|(line, _)| which(line)).count() as u64
        };
        Self {
            people_gain: count(EffectLine::gains),
            people_lose: count(EffectLine::loses),
            lines: present()
                .take(IN_DETAIL)
                .map(|(line, _)| line.clone())
                .collect(),
        }
    }

    /// The same with what it does in records, as the deciding function saw it.
    pub(super) fn with_records(mut self, seen: &authz::Effect) -> Self {
        for line in &mut self.lines {
            if let Some(seen) = seen.people.iter().find(|seen| seen.user == line.user) {
                (line.leads_gained, line.leads_lost) = (seen.leads_gained, seen.leads_lost);
            }
        }
        self
    }

    /// True when nobody gains or loses anything.
    pub fn is_nothing(&self) -> bool {
        self.people_gain == 0 && self.people_lose == 0
    }
}

/// A line for the history of each person whose rights changed with a role that he holds (P87).
pub(super) fn told(lines: &[(EffectLine, bool)], role: &str, reason: &Reason) -> Vec<Event> {
    lines
        .iter()
        .map(|(line, _)| {
            let event = Event::new(EventKind::RightsChanged)
                .on(SubjectKind::User, line.user, line.name.clone())
                .detail("role", role)
                .reason(reason);
            line.tell(event)
        })
        .collect()
}

/// Fields of which `after` allows more than `before`, with what it allows.
pub(super) fn lifted(
    before: &crate::authz::FieldRules,
    after: &crate::authz::FieldRules,
) -> Vec<(String, FieldAccess)> {
    let fields = before.lacks(after).into_iter();
    fields
        .map(|field| {
            let access = after.of(&field);
            (field, access)
        })
        .collect()
}
