//! Statements of accounts. An account is its own tenant: the id is the key.

use super::list::Account;
use super::settings::Settings;
use crate::args;
use crate::ids::TenantId;
use crate::stmt;
use crate::store::{Reads, StoreError, WriteTx};

stmt!(
    ALL = "select id, slug, name, language, time_zone, currency, lead_visibility, hide_inactive, settings,
                  created_at from tenants order by id limit 1000",
    BY_SLUG = "select id, slug, name, language, time_zone, currency, lead_visibility, hide_inactive, settings,
                      created_at from tenants where slug = $1",
    FIND = "select id, slug, name, language, time_zone, currency, lead_visibility, hide_inactive, settings,
                   created_at from tenants where id = $1",
    SETTINGS = "select settings from tenants where id = $1",
    INSERT = "insert into tenants (id, slug, name, language, time_zone, currency, plan_key, seat_mode,
                     lead_visibility, hide_inactive, settings, created_at)
              values ($1, $2, $3, $4, $5, $6, 'seatwise', 'licensed', $7, $8, $9, $10)
              on conflict do nothing",
    UPDATE = "update tenants set name = $2, language = $3, time_zone = $4, currency = $5, lead_visibility = $6,
                     hide_inactive = $7, settings = $8 where id = $1"
);

pub(super) async fn all(tx: &mut impl Reads) -> Result<Vec<Account>, StoreError> {
    tx.all(ALL.with(args![])).await
}

pub(super) async fn by_slug(
    tx: &mut impl Reads,
    slug: &str,
) -> Result<Option<Account>, StoreError> {
    tx.find(BY_SLUG.with(args![slug])).await
}

pub(super) async fn find(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Option<Account>, StoreError> {
    tx.find(FIND.with(args![tenant])).await
}

pub(crate) async fn settings(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<Settings, StoreError> {
    match tx.row(SETTINGS.with(args![tenant])).await? {
        Some(row) => row.reader().json_as(),
        None => Err(StoreError::fault("the account of a scope is there")),
    }
}

fn visibility(account: &Account) -> &'static str {
    if account.sees_all { "all" } else { "own" }
}

fn json(settings: &Settings) -> Result<serde_json::Value, StoreError> {
    serde_json::to_value(settings).map_err(|error| StoreError::Fault(Box::new(error)))
}

pub(crate) async fn insert(tx: &mut WriteTx, account: &Account) -> Result<bool, StoreError> {
    let insert = INSERT.with(args![
        account.id,
        account.slug.as_str(),
        account.name.as_str(),
        account.language.as_str(),
        account.time_zone.as_str(),
        account.currency.as_str(),
        visibility(account),
        account.hide_inactive,
        json(&account.settings)?,
        account.created_at,
    ]);
    Ok(tx.run(insert).await? == 1)
}

pub(super) async fn update(tx: &mut WriteTx, account: &Account) -> Result<(), StoreError> {
    let update = UPDATE.with(args![
        account.id,
        account.name.as_str(),
        account.language.as_str(),
        account.time_zone.as_str(),
        account.currency.as_str(),
        visibility(account),
        account.hide_inactive,
        json(&account.settings)?,
    ]);
    tx.run(update).await.map(drop)
}
