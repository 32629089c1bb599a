//! Everything that points at a person, counted before he leaves (P4, N40, step 1 of the wizard).

use super::sql;
use crate::authz::{Scope, ViewUsers};
use crate::ids::UserId;
use crate::stmt;
use crate::store::{Reads, StoreError};
use crate::{args, store};

/// What points at a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    /// Leads he owns, in any state.
    Leads,
    /// Open leads he owns.
    OpenLeads,
    /// Notes he wrote; they keep his name.
    Notes,
    /// Browsers he is signed in with; they are signed out.
    Sessions,
    /// API tokens; they stop working.
    ApiTokens,
    /// Teams he belongs to; he stays on their lists.
    Teams,
    /// Teams he leads.
    TeamsLed,
    /// People he invited who have not signed in yet; they stay invited.
    Invitations,
    /// Imports he ran; they keep his name.
    Imports,
    /// The seat he takes; it is free again.
    Seat,
}

impl ReferenceKind {
    /// The word in the API.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::OpenLeads => "open-leads",
            Self::Notes => "notes",
            Self::Sessions => "sessions",
            Self::ApiTokens => "api-tokens",
            Self::Teams => "teams",
            Self::TeamsLed => "teams-led",
            Self::Invitations => "invitations",
            Self::Imports => "imports",
            Self::Seat => "seat",
        }
    }
}

/// How often something points at a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// What.
    pub kind: ReferenceKind,
    /// How often; 10,001 stands for more than 10,000.
    pub count: u64,
}

/// Every column of the schema that holds a person, and why it is counted or not. A test compares it with
/// the migrations, so that a new column cannot be forgotten (D1).
pub const USER_COLUMNS: &[(&str, &str, Option<ReferenceKind>)] = &[
    ("users", "created_by", Some(ReferenceKind::Invitations)),
    ("sign_in_names", "user_id", None),
    ("user_pictures", "user_id", None),
    ("sessions", "user_id", Some(ReferenceKind::Sessions)),
    ("api_tokens", "user_id", Some(ReferenceKind::ApiTokens)),
    ("links", "user_id", None),
    ("seats", "user_id", Some(ReferenceKind::Seat)),
    ("team_members", "user_id", Some(ReferenceKind::Teams)),
    ("roles", "created_by", None),
    ("user_roles", "user_id", None),
    ("user_roles", "granted_by", None),
    ("group_members", "user_id", None),
    ("record_shares", "grantee_id", None),
    ("record_shares", "shared_by", None),
    ("sharing_rules", "from_id", None),
    ("sharing_rules", "to_id", None),
    ("sharing_rules", "created_by", None),
    ("ownership_offers", "to_id", None),
    ("ownership_offers", "offered_by", None),
    ("records", "owner_id", Some(ReferenceKind::Leads)),
    ("records", "created_by", None),
    ("record_history", "owner_before", None),
    ("record_history", "owner_after", None),
    ("notes", "author_id", Some(ReferenceKind::Notes)),
    ("hand_overs", "from_id", None),
    ("hand_overs", "to_id", None),
    ("hand_overs", "created_by", None),
    ("moves", "user_id", None),
    ("moves", "created_by", None),
    ("audit_events", "actor_id", None),
    ("audit_events", "subject_id", None),
    ("mails", "user_id", None),
    ("imports", "created_by", Some(ReferenceKind::Imports)),
    ("import_rows", "subject_id", None),
];

stmt!(
    COUNTS = "select
        (select count(*) from (select 1 from records where tenant_id = $1 and owner_id = $2 limit 10001) a),
        (select count(*) from (select 1 from records where tenant_id = $1 and owner_id = $2 and state = 'open'
                                limit 10001) b),
        (select count(*) from (select 1 from notes where tenant_id = $1 and author_id = $2 limit 10001) c),
        (select count(*) from sessions where tenant_id = $1 and user_id = $2 and ended_at is null
            and expires_at > $3),
        (select count(*) from api_tokens where tenant_id = $1 and user_id = $2 and revoked_at is null),
        (select count(*) from team_members where tenant_id = $1 and user_id = $2),
        (select count(*) from team_members where tenant_id = $1 and user_id = $2 and manager),
        (select count(*) from (select 1 from users where tenant_id = $1 and created_by = $2
                                and state in ('invited', 'pending') limit 10001) d),
        (select count(*) from (select 1 from imports where tenant_id = $1 and created_by = $2 limit 10001) e),
        (select count(*) from seats where tenant_id = $1 and user_id = $2)"
);

/// What points at a person, without what does not.
pub async fn references(
    tx: &mut impl Reads,
    scope: &Scope<ViewUsers>,
    user: UserId,
) -> Result<Vec<Reference>, StoreError> {
    if sql::by_id(tx, scope.tenant(), user).await?.is_none() {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let row = tx
        .row(COUNTS.with(args![scope.tenant(), user, now]))
        .await?;
    let row = row.ok_or_else(|| store::StoreError::fault("a select of counts has a row"))?;
    let mut row = row.reader();
    let kinds = [
        ReferenceKind::Leads,
        ReferenceKind::OpenLeads,
        ReferenceKind::Notes,
        ReferenceKind::Sessions,
        ReferenceKind::ApiTokens,
        ReferenceKind::Teams,
        ReferenceKind::TeamsLed,
        ReferenceKind::Invitations,
        ReferenceKind::Imports,
        ReferenceKind::Seat,
    ];
    let mut found = Vec::new();
    for kind in kinds {
        let count = row.count()?;
        if count > 0 {
            found.push(Reference { kind, count });
        }
    }
    Ok(found)
}
