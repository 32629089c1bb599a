//! Who sees a lead, and why: the other direction of the same question (P63).

use super::explain::{self, ExplainError, Rule};
use super::sql;
use crate::authz::{Caller, CheckAccess, ViewRecords};
use crate::ids::{RecordId, UserId};
use crate::records;
use crate::store::{Count, Cursor, Db, Page, PageSize};

/// A person and whether he sees the lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sees {
    /// The person.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// Whether he sees it.
    pub allowed: bool,
    /// The rule that lets him, the first that does.
    pub because: Option<Rule>,
    /// The sort key of the page.
    key: String,
}

/// A page of the account's people by name, each with whether he sees the lead and why. The lead must be
/// within the sight of whoever asks.
pub async fn who(
    db: &Db,
    caller: &Caller,
    lead: RecordId,
    cursor: Option<&Cursor>,
    size: PageSize,
) -> Result<Page<Sees>, ExplainError> {
    caller.scope::<CheckAccess>()?;
    let scope = caller.records::<ViewRecords>()?;
    let mut tx = db.read().await?;
    if records::find(&mut tx, &scope, lead).await?.is_none() {
        return Err(ExplainError::NoSuchLead);
    }
    let mut lines = Vec::new();
    for (user, key) in sql::people(&mut tx, caller.tenant(), cursor, size).await? {
        let Some((name, sees, because)) = explain::sees(&mut tx, caller, user, lead).await? else {
            continue;
        };
        lines.push(Sees {
            user,
            name,
            allowed: sees,
            because,
            key,
        });
    }
    let total = Count::exact(lines.len() as u64);
    Ok(Page::cut(lines, size, cursor, total, |line: &Sees| {
        (line.key.clone(), line.user.0)
    }))
}
