//! Finding accounts.

use jiff::tz::TimeZone;

use super::plan::Plan;
use super::settings::Settings;
use super::sql;
use crate::authz::Visibility;
use crate::clock::Timestamp;
use crate::ids::TenantId;
use crate::store::{FromRow, Reader, Reads, StoreError};

/// An account.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its id.
    pub id: TenantId,
    /// The part of addresses that names it.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its language.
    pub language: String,
    /// Its time zone (IANA).
    pub time_zone: String,
    /// ISO 4217 code.
    pub currency: String,
    /// How far users see each other's leads (N20 to N25).
    pub visibility: Visibility,
    /// Whether teams decide over access (N6).
    pub teams_on: bool,
    /// Whether superiors see what the people below them own (P50).
    pub superiors_see: bool,
    /// What the account may use.
    pub plan: Plan,
    /// N48: lists leave deactivated people out.
    pub hide_inactive: bool,
    /// The rest.
    pub settings: Settings,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Account {
    /// The zone of its days and months.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }
}

impl FromRow for Account {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id()?,
            slug: row.text()?,
            name: row.text()?,
            language: row.text()?,
            time_zone: row.text()?,
            currency: row.text()?,
            visibility: row.word()?,
            teams_on: row.bool()?,
            superiors_see: row.bool()?,
            plan: Plan::of(&row.text()?),
            hide_inactive: row.bool()?,
            settings: row.json_as()?,
            created_at: row.at()?,
        })
    }
}

/// The accounts of the installation, oldest first, at most 1,000; for the operator.
pub async fn all(tx: &mut impl Reads) -> Result<Vec<Account>, StoreError> {
    sql::all(tx).await
}

/// The account that an address names.
pub async fn by_slug(tx: &mut impl Reads, slug: &str) -> Result<Option<Account>, StoreError> {
    sql::by_slug(tx, slug).await
}

/// The account of a caller.
pub async fn find(tx: &mut impl Reads, tenant: TenantId) -> Result<Option<Account>, StoreError> {
    sql::find(tx, tenant).await
}
