//! Statements of accounts. An account is its own tenant: the id is the key.

use super::list::Account;
use super::settings::Settings;
use crate::args;
use crate::ids::TenantId;
use crate::stmt;
use crate::store::{Reads, StoreError, WriteTx};

stmt!(
    ALL = "select id, slug, name, language, time_zone, currency, lead_visibility, teams_on, superiors_see,
                  plan_key, hide_inactive, settings, created_at from tenants order by id limit 1000",
    BY_SLUG = "select id, slug, name, language, time_zone, currency, lead_visibility, teams_on,
                      superiors_see, plan_key, hide_inactive, settings, created_at from tenants where slug = $1",
    FIND = "select id, slug, name, language, time_zone, currency, lead_visibility, teams_on,
                   superiors_see, plan_key, hide_inactive, settings, created_at from tenants where id = $1",
    DEFAULT_ROLE = "select default_role_key from tenants where id = $1",
    SET_DEFAULT_ROLE = "update tenants set default_role_key = $2 where id = $1",
    SETTINGS = "select settings from tenants where id = $1",
    INSERT = "insert into tenants (id, slug, name, language, time_zone, currency, plan_key, seat_mode,
                     lead_visibility, hide_inactive, settings, created_at, teams_on, superiors_see)
              values ($1, $2, $3, $4, $5, $6, $11, 'licensed', $7, $8, $9, $10, $12, $13)
              on conflict do nothing",
    UPDATE = "update tenants set name = $2, language = $3, time_zone = $4, currency = $5, lead_visibility = $6,
                     hide_inactive = $7, settings = $8, teams_on = $9, superiors_see = $10, plan_key = $11
               where id = $1"
);

/// The role of whoever has none (P67).
pub(crate) async fn default_role(
    tx: &mut impl Reads,
    tenant: TenantId,
) -> Result<String, StoreError> {
    match tx.row(DEFAULT_ROLE.with(args![tenant])).await? {
        Some(row) => row.reader().text(),
        None => Err(StoreError::fault("the account of a scope is there")),
    }
}

pub(crate) async fn set_default_role(
    tx: &mut WriteTx,
    tenant: TenantId,
    role: &str,
) -> Result<(), StoreError> {
    tx.run(SET_DEFAULT_ROLE.with(args![tenant, role]))
        .await
        .map(drop)
}

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
        account.visibility.as_str(),
        account.hide_inactive,
        json(&account.settings)?,
        account.created_at,
        account.plan.key,
        account.teams_on,
        account.superiors_see,
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
        account.visibility.as_str(),
        account.hide_inactive,
        json(&account.settings)?,
        account.teams_on,
        account.superiors_see,
        account.plan.key,
    ]);
    tx.run(update).await.map(drop)
}
