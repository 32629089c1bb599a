//! What a line of the audit log says, in the language of its reader.

use seatwise_domain::audit::{Change, Entry, EventKind};
use seatwise_domain::authz::Key;
use seatwise_domain::ids::{
    self, EventId, GroupId, ImportId, PositionId, RecordId, TeamId, UserId,
};
use seatwise_domain::roles::RoleKey;
use seatwise_domain::tenants::Plan;
use serde_json::Value;

use crate::locale::Lang;
use crate::role_words;
use crate::shell::Shell;
use crate::text::{self, Text};

/// A changed field in words: its name, before, after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The field.
    pub label: String,
    /// The value before.
    pub before: String,
    /// The value after.
    pub after: String,
    /// Whether there was no value before.
    pub is_first: bool,
}

/// What happened, in a sentence.
pub fn sentence(shell: &Shell, entry: &Entry) -> String {
    let subject = entry.subject_name.as_deref().unwrap_or("–");
    if entry.subject_kind.as_deref() == Some("role") {
        return about(shell, entry.kind, &role_name(shell, subject));
    }
    about(shell, entry.kind, subject)
}

/// The program's own roles stand in the log by their keys, which no other role can have as its name.
fn role_name(shell: &Shell, word: &str) -> String {
    match word {
        "sales" | "team-user" => Text::new(shell.lang, ["role-", word].concat()).to_string(),
        name => name.to_owned(),
    }
}

/// What happened to something that is called so.
pub fn about(shell: &Shell, kind: EventKind, subject: &str) -> String {
    let key = ["event-", &kind.as_str().replace('.', "-")].concat();
    Text::new(shell.lang, key)
        .with("subject", subject)
        .to_string()
}

/// A kind without a subject.
pub fn kind_words(shell: &Shell, kind: EventKind) -> String {
    let key = ["event-", &kind.as_str().replace('.', "-")].concat();
    let words = Text::new(shell.lang, key).with("subject", "…").to_string();
    words.trim_end_matches(['…', ':', ' ']).to_owned()
}

/// Who did it, by the name of that time; operator and program have names of the reader's language.
pub fn actor(lang: Lang, kind: &str, name: &str) -> String {
    match kind {
        "operator" => Text::new(lang, "audit-actor-operator").to_string(),
        "system" => Text::new(lang, "audit-actor-system").to_string(),
        _ => name.to_owned(),
    }
}

/// The icon of a kind.
pub const fn icon(kind: EventKind) -> &'static str {
    use EventKind as E;
    match kind {
        E::UserCreated => "user-plus",
        E::UserActivated | E::SignedIn => "log-in",
        E::UserDeactivated | E::UserRemoved => "user-x",
        E::UserReactivated => "rotate-ccw",
        E::ActivationSent | E::ImportMailed | E::InvitationCancelled | E::MailCancelled => "mail",
        E::PasswordReset | E::PasswordChanged => "key-round",
        E::SessionsEnded => "log-out",
        E::OwnershipOffered
        | E::OwnershipWithdrawn
        | E::OwnershipDeclined
        | E::OwnershipTransferred => "crown",
        E::TokenCreated | E::TokenRevoked => "plug",
        E::SeatsChanged => "ticket",
        E::TeamCreated
        | E::TeamRenamed
        | E::TeamMembersChanged
        | E::TeamsChanged
        | E::GroupCreated
        | E::GroupRenamed
        | E::GroupMoved
        | E::GroupKindChanged
        | E::GroupRemoved
        | E::GroupMembersChanged
        | E::GroupsChanged => "users-round",
        E::RoleCreated
        | E::RoleEdited
        | E::RoleDeleted
        | E::RoleMadeDefault
        | E::RolesChanged
        | E::RightsChanged => "shield-check",
        E::PositionCreated
        | E::PositionRenamed
        | E::PositionMoved
        | E::PositionRemoved
        | E::PositionChanged => "workflow",
        E::SharingRuleCreated | E::SharingRuleRemoved | E::LeadShared | E::LeadUnshared => "split",
        E::LeadCreated | E::LeadEdited | E::LeadRemoved => "kanban",
        E::LeadsAssigned | E::HandedOver | E::HandOverResumed | E::Moved => "arrow-right",
        E::HandOverUndone | E::MoveUndone | E::ImportUndone => "undo-2",
        E::NoteAdded => "sticky-note",
        E::ImportUploaded | E::ImportRun | E::ImportResumed => "file-up",
        E::UsersExported | E::LeadsExported | E::AuditExported => "download",
        _ => "pencil",
    }
}

/// Through which door.
pub fn source(shell: &Shell, entry: &Entry) -> String {
    let key = ["source-", &entry.source].concat();
    Text::new(shell.lang, key).to_string()
}

/// The page of what an entry is about, if there is one.
pub fn subject_href(shell: &Shell, entry: &Entry) -> Option<String> {
    let id = entry.subject_id?;
    match entry.subject_kind.as_deref()? {
        "user" => Some(shell.href(&format!("/users/{}", UserId(id)))),
        "lead" => Some(shell.href(&format!("/leads/{}", RecordId(id)))),
        "import" => Some(shell.href(&format!("/imports/{}", ImportId(id)))),
        "team" => Some(shell.href(&format!("/teams/{}", TeamId(id)))),
        "group" => Some(shell.href(&format!("/groups/{}", GroupId(id)))),
        "position" => Some(shell.href(&format!("/positions/{}", PositionId(id)))),
        "sharing-rule" => Some(shell.href("/sharing")),
        "role" => Some(shell.href(&format!("/roles/{}", RoleKey::of_subject(id)))),
        "account" => Some(shell.href("/settings")),
        "seats" => Some(shell.href("/licences")),
        _ => None,
    }
}

/// The page of another hand-over, move or import that an entry names by its id.
pub fn detail_href(shell: &Shell, name: &str, value: &Value) -> Option<String> {
    let id = value.as_str()?;
    if let Ok(event) = ids::parse::<EventId>(id) {
        if name == "move" {
            return Some(shell.href(&format!("/audit/{event}")));
        }
        return Some(shell.href(&format!("/hand-overs/{event}")));
    }
    let import = ids::parse::<ImportId>(id).ok()?;
    Some(shell.href(&format!("/imports/{import}")))
}

/// The changed fields in words.
pub fn values(shell: &Shell, changes: &[Change]) -> Vec<Subject> {
    changes
        .iter()
        .map(|change| {
            let secret = change.before.is_null() && change.after.is_null();
            let (before, after) = if secret {
                (String::new(), shell.t("edit-secret").to_string())
            } else {
                (
                    value(shell, &change.field, &change.before),
                    value(shell, &change.field, &change.after),
                )
            };
            Subject {
                label: label(shell, &change.field),
                before,
                after,
                is_first: change.before.is_null(),
            }
        })
        .collect()
}

/// The name of a field; a field of the account's own is shown as it is called there.
pub fn label(shell: &Shell, name: &str) -> String {
    if let Some(field) = name.strip_prefix("rule.") {
        return label(shell, field);
    }
    let name_of_text = name.replace(['_', '.'], "-");
    ["field-", "imports-verdict-", "may-"]
        .iter()
        .map(|prefix| [prefix, name_of_text.as_str()].concat())
        .find(|key| text::has(shell.lang, key))
        .map_or_else(
            || name.strip_prefix("fields.").unwrap_or(name).to_owned(),
            |key| Text::new(shell.lang, key).to_string(),
        )
}

/// A value in words.
pub fn value(shell: &Shell, field: &str, value: &Value) -> String {
    if field == "user_form" {
        return user_form(shell, value);
    }
    match value {
        Value::Null => shell.t("edit-empty").to_string(),
        Value::Bool(true) => shell.t("edit-yes").to_string(),
        Value::Bool(false) => shell.t("edit-no").to_string(),
        Value::Number(number) => match number.as_i64() {
            Some(minor) if field == "value" => shell.money(&minor),
            Some(whole) => shell.number(whole),
            None => number.to_string(),
        },
        Value::String(word) => word_of(shell, field, word),
        Value::Array(items) if items.is_empty() && field == "givable_roles" => {
            shell.t("roles-givable-none").to_string()
        }
        Value::Array(items) => {
            let words: Vec<String> = items
                .iter()
                .map(|item| self::value(shell, field, item))
                .collect();
            words.join(", ")
        }
        Value::Object(map) => {
            let words: Vec<String> = map
                .iter()
                .filter(|(_, item)| {
                    !item.is_null() && item.as_array().is_none_or(|all| !all.is_empty())
                })
                .map(|(name, item)| {
                    format!("{}: {}", label(shell, name), self::value(shell, name, item))
                })
                .collect();
            words.join("; ")
        }
    }
}

/// What is asked of a new user, field by field.
fn user_form(shell: &Shell, value: &Value) -> String {
    let fields = value.as_object().into_iter().flatten();
    let words: Vec<String> = fields
        .map(|(name, ask)| {
            let key = ["settings-ask-", ask.as_str().unwrap_or_default()].concat();
            format!("{}: {}", label(shell, name), Text::new(shell.lang, key))
        })
        .collect();
    words.join("; ")
}

/// Words of the product's own lists are translated; what people typed stays as it is.
fn word_of(shell: &Shell, field: &str, word: &str) -> String {
    if let Some(key) = Key::find(field)
        && let Ok(extent) = word.parse()
    {
        return role_words::extent(shell.lang, key, extent);
    }
    match field {
        "plan" => {
            let plan = Plan::find(word);
            return plan.map_or(word, |plan| plan.name).to_owned();
        }
        "gained" | "lost" => {
            let key = Key::find(word);
            return key.map_or_else(
                || word.to_owned(),
                |key| role_words::permission(shell.lang, key),
            );
        }
        "fields_gained" | "fields_lost" => return label(shell, word),
        "givable_roles" if word == "any" => return shell.t("roles-givable-any").to_string(),
        "role" | "roles" | "copy_of" | "default_role" | "givable_roles" => {
            return role_name(shell, word);
        }
        "from" | "until" | "began" | "ended" => {
            let at = word.parse::<jiff::Timestamp>();
            return at.map_or_else(|_| word.to_owned(), |at| shell.moment(&at));
        }
        _ => {}
    }
    let prefix = match field {
        "state" => "state-",
        "level" => "level-",
        "seat" | "seat_kind" => "seat-",
        "stage" => "stage-",
        "pending_selectable" => "settings-pending-",
        "lead_visibility" => "settings-leads-",
        "hand_over" => "audit-hand-over-",
        "by" => "audit-by-",
        "mail" => "audit-mail-",
        "kind" if matches!(word, "role" | "set") => "roles-kind-",
        "kind" => "imports-kind-",
        "rows" => "audit-rows-",
        "share_access" => "sharing-access-",
        "group_kind" => "groups-kind-",
        "theme" => "shell-theme-",
        _ if field.starts_with("rule.") => "field-access-",
        _ => "",
    };
    if !prefix.is_empty() {
        let key = [prefix, word].concat();
        if text::has(shell.lang, &key) {
            return Text::new(shell.lang, key).to_string();
        }
    }
    if field == "language"
        && let Some(lang) = crate::locale::Lang::parse(word)
    {
        return lang.name().to_owned();
    }
    match word.parse::<jiff::civil::Date>() {
        Ok(date) if field.ends_with("_on") => shell.date(&date),
        _ => word.to_owned(),
    }
}
