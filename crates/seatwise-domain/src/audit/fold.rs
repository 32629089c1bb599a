//! Several lines about the same, said in one: an act of many steps stands in somebody's history once.

use serde_json::{Map, Value as Json};

use super::event::{Event, EventKind};

/// Values of a detail that cancel each other out when one step brings what another takes.
const OPPOSITES: [(&str, &str); 2] = [("gained", "lost"), ("fields_gained", "fields_lost")];

impl Event {
    /// One line for what several say of the same subject: each field from before the first step to after the
    /// last one, and everything else that they tell. Fields that end as they began are left out.
    pub(crate) fn folded(kind: EventKind, lines: impl IntoIterator<Item = Self>) -> Self {
        let mut folded = Self::new(kind);
        for line in lines {
            for change in line.changes {
                let known = |one: &&mut super::event::Changed| one.field == change.field;
                match folded.changes.iter_mut().find(known) {
                    Some(known) => known.after = change.after,
                    None => folded.changes.push(change),
                }
            }
            for (name, value) in line.detail {
                join(&mut folded.detail, name, value);
            }
            folded.subject = folded.subject.or(line.subject);
            folded.reason = folded.reason.or(line.reason);
        }
        folded
            .changes
            .retain(|change| change.before != change.after);
        for (one, other) in OPPOSITES {
            cancel(&mut folded.detail, one, other);
        }
        folded
    }
}

/// Adds what a line tells to what others told under the same name.
fn join(detail: &mut Map<String, Json>, name: String, value: Json) {
    let Some(known) = detail.remove(&name) else {
        detail.insert(name, value);
        return;
    };
    let mut all = listed(known);
    for one in listed(value) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    detail.insert(name, Json::Array(all));
}

fn listed(value: Json) -> Vec<Json> {
    match value {
        Json::Array(items) => items,
        one => vec![one],
    }
}

fn cancel(detail: &mut Map<String, Json>, one: &str, other: &str) {
    let items = |name: &str| detail.get(name).and_then(Json::as_array).cloned();
    let (Some(ones), Some(others)) = (items(one), items(other)) else {
        return;
    };
    for (name, items, opposite) in [(one, &ones, &others), (other, &others, &ones)] {
        let left = items.iter().filter(|item| !opposite.contains(item));
        let left: Vec<Json> = left.cloned().collect();
        if left.is_empty() {
            detail.remove(name);
        } else {
            detail.insert(name.to_owned(), Json::Array(left));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::audit::SubjectKind;
    use crate::ids::UserId;

    #[test]
    fn p61_one_line_tells_what_several_steps_did() {
        let user = UserId(uuid::Uuid::from_u128(7));
        let line = |kind| Event::new(kind).on(SubjectKind::User, user, "Anna");
        let lines = [
            line(EventKind::TeamsChanged).change(
                "teams",
                json!(["North"]),
                json!(["North", "South"]),
            ),
            line(EventKind::TeamsChanged).change(
                "teams",
                json!(["North", "South"]),
                json!(["South"]),
            ),
            line(EventKind::RolesChanged)
                .change("roles", json!(["Finance"]), json!([]))
                .detail("lost", json!(["leads.export", "leads.view"])),
            line(EventKind::RolesChanged).detail("gained", json!(["leads.view"])),
            line(EventKind::PositionChanged).change("position", "Desk", "Desk"),
        ];
        let folded = Event::folded(EventKind::Moved, lines);
        assert!(folded.is_about(SubjectKind::User, user));
        assert_eq!(folded.detail.get("lost"), Some(&json!(["leads.export"])));
        assert_eq!(folded.detail.get("gained"), None);
        let told: Vec<_> = folded
            .into_changes()
            .into_iter()
            .map(|change| (change.field, change.before, change.after))
            .collect();
        assert_eq!(
            told,
            [
                ("teams".to_owned(), json!(["North"]), json!(["South"])),
                ("roles".to_owned(), json!(["Finance"]), json!([])),
            ]
        );
    }
}
