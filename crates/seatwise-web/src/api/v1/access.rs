//! Why somebody can or cannot do something, and who sees a lead.

use axum::http::Method;
use seatwise_domain::access::{
    self, Answer as Explained, FieldLine, Question, Remedy, RuleLine, Sees,
};
use seatwise_domain::authz::{Caller, Key, Supposition};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::call::{Answer, Call};
use crate::api::operation::{Done, Operation};
use crate::api::types::{Instant, LeadRef, Paged, PermissionWord, UserRef};
use crate::role_words;

/// Lines of the table.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new(Method::GET, "/users/{id}/access", "explainAccess", explain)
            .tag("access")
            .query::<AccessQuery>()
            .answers::<Explanation>(200),
        Operation::new(Method::GET, "/leads/{id}/access", "listAccess", who)
            .tag("access")
            .needs(Key::CheckAccess)
            .paged()
            .answers::<Paged<SeesLine>>(200),
    ]
}

/// What the person would do, and to which lead.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AccessQuery {
    /// What the person would do; to see leads unless said otherwise.
    #[schema(nullable = false)]
    permission: Option<PermissionWord>,
    /// The lead, for permissions about leads; it must be one that the caller sees.
    #[schema(nullable = false)]
    lead: Option<LeadRef>,
    /// To whom, for permissions about people.
    #[schema(nullable = false)]
    person: Option<UserRef>,
}

/// Whether a person may do something, and why.
#[derive(Debug, Serialize, ToSchema)]
struct Explanation {
    user_id: UserRef,
    name: String,
    permission: PermissionWord,
    lead: Option<AskedLead>,
    person: Option<AskedPerson>,
    /// The verdict of the function that lists and refuses.
    allowed: bool,
    /// Each rule that was tried, in the order in which they are asked.
    rules: Vec<RuleAnswer>,
    /// For a denial: each of the smallest changes that would allow it, what gives least first.
    remedies: Vec<RemedyAnswer>,
    /// Fields of leads that are hidden from the person or only read, for an allowed permission about what stands
    /// in leads.
    fields: Vec<FieldAnswer>,
}

/// A field that is not free for the person.
#[derive(Debug, Serialize, ToSchema)]
struct FieldAnswer {
    /// As roles name it.
    field: String,
    /// `hidden` or `read`.
    access: &'static str,
    /// The roles that say so; it is enough that one of them says otherwise.
    roles: Vec<FieldRoleAnswer>,
    /// What else would lift it, each by itself, permission sets first.
    remedies: Vec<PartAnswer>,
}

/// A role that says something of a field.
#[derive(Debug, Serialize, ToSchema)]
struct FieldRoleAnswer {
    key: String,
    /// Null for a role of the program.
    name: Option<String>,
}

impl From<FieldLine> for FieldAnswer {
    fn from(line: FieldLine) -> Self {
        let roles = line.roles.into_iter();
        Self {
            field: line.field,
            access: line.access.as_str(),
            roles: roles
                .map(|role| FieldRoleAnswer {
                    key: role.key,
                    name: Some(role.name).filter(|name| !name.is_empty()),
                })
                .collect(),
            remedies: line.remedies.into_iter().map(PartAnswer::from).collect(),
        }
    }
}

/// The lead of the question.
#[derive(Debug, Serialize, ToSchema)]
struct AskedLead {
    id: LeadRef,
    title: String,
    owner_id: Option<UserRef>,
    owner_name: Option<String>,
}

/// The person to whom something would be done.
#[derive(Debug, Serialize, ToSchema)]
struct AskedPerson {
    id: UserRef,
    name: String,
}

/// A rule with its outcome.
#[derive(Debug, Serialize, ToSchema)]
struct RuleAnswer {
    /// `state`, `licence`, `level`, `role`, `set`, `team-manager`, `superior`; for a lead also `everything`,
    /// `own`, `teams`, `below`, `visibility-group`, `rules`, `share`; for people `part` and `rank`.
    rule: &'static str,
    /// `allows`; `forbids`, whatever the others say; or `silent`: another rule may allow.
    said: &'static str,
    /// The word of the state, seat or level, the key of the role, or how many people are in the part.
    about: Option<String>,
    /// The name of the role, if the account gave it one.
    name: Option<String>,
    /// How far it goes, for what gives something with a reach or a part of the people.
    extents: Vec<&'static str>,
    /// For a role or set that begins later and will allow it then: when; null for all else.
    #[schema(required)]
    starts_at: Option<Instant>,
}

impl From<RuleLine> for RuleAnswer {
    fn from(line: RuleLine) -> Self {
        Self {
            rule: line.rule.as_str(),
            said: line.said.as_str(),
            about: line.about,
            name: line.name,
            extents: line.extent.map(role_words::extents).unwrap_or_default(),
            starts_at: line.starts_at.map(Instant::from),
        }
    }
}

/// What would have to be done together.
#[derive(Debug, Serialize, ToSchema)]
struct RemedyAnswer {
    parts: Vec<PartAnswer>,
}

impl From<Remedy> for RemedyAnswer {
    fn from(remedy: Remedy) -> Self {
        Self {
            parts: remedy.parts.into_iter().map(PartAnswer::from).collect(),
        }
    }
}

/// One change.
#[derive(Debug, Serialize, ToSchema)]
struct PartAnswer {
    /// `sign-in`, `share-to-read`, `share-to-edit`, `give-lead`, `give-role`, `join-team`, `lead-team`,
    /// `teams-on`, `visibility-team`, `visibility-all`, `sales-seat`, `make-admin`.
    change: &'static str,
    /// The key of the role or the id of the team.
    about: Option<String>,
    /// The name of the role or team.
    name: Option<String>,
}

impl From<Supposition> for PartAnswer {
    fn from(part: Supposition) -> Self {
        let change = crate::access_words::change(&part);
        let (about, name) = match part {
            Supposition::Holds(role) => (Some(role.key), Some(role.name)),
            Supposition::MemberOf(team, name) | Supposition::Leads(team, name) => {
                (Some(team.to_string()), Some(name))
            }
            _ => (None, None),
        };
        Self {
            change,
            about,
            name: name.filter(|name| !name.is_empty()),
        }
    }
}

impl From<Explained> for Explanation {
    fn from(answer: Explained) -> Self {
        Self {
            user_id: answer.user.into(),
            name: answer.name,
            permission: PermissionWord(answer.key),
            lead: answer.lead.map(|lead| {
                let (owner_id, owner_name) = lead.owner.unzip();
                AskedLead {
                    id: lead.id.into(),
                    title: lead.title,
                    owner_id: owner_id.map(UserRef::from),
                    owner_name,
                }
            }),
            person: answer.person.map(|person| AskedPerson {
                id: person.id.into(),
                name: person.name,
            }),
            allowed: answer.allowed,
            fields: answer.fields.into_iter().map(FieldAnswer::from).collect(),
            rules: answer.rules.into_iter().map(RuleAnswer::from).collect(),
            remedies: answer
                .remedies
                .into_iter()
                .map(RemedyAnswer::from)
                .collect(),
        }
    }
}

async fn explain(call: Call) -> Done {
    let query: AccessQuery = call.query()?;
    let question = Question {
        user: call.id("id")?,
        key: query.permission.map_or(Key::ViewRecords, |word| word.0),
        lead: query.lead.map(|lead| lead.0),
        person: query.person.map(|person| person.0),
    };
    let caller: &Caller = call.caller()?;
    let answer = access::explain(&call.app.db, caller, question).await?;
    Ok(Answer::ok(&Explanation::from(answer)))
}

/// A person and whether he sees the lead.
#[derive(Debug, Serialize, ToSchema)]
struct SeesLine {
    user_id: UserRef,
    name: String,
    sees: bool,
    /// The first rule that lets him: `level`, `everything`, `own`, `teams`, `below`, `visibility-group`, `rules` or `share`.
    because: Option<&'static str>,
}

async fn who(call: Call) -> Done {
    let (cursor, size) = call.page()?;
    let caller = call.caller()?;
    let page = access::who(&call.app.db, caller, call.id("id")?, cursor.as_ref(), size).await?;
    let page = Paged::uncounted(page, |line: Sees| SeesLine {
        user_id: line.user.into(),
        name: line.name,
        sees: line.allowed,
        because: line.because.map(access::Rule::as_str),
    });
    Ok(Answer::ok(&page))
}
