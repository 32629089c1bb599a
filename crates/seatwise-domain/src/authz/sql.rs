//! The statements that load a caller: one each, by primary key.

use super::caller::Session;
use super::facts::{Visibility, grants_of};
use super::grants::Extent;
use super::permission::{Key, Level, SeatKind};
use crate::args;
use crate::ids::{PositionId, TenantId, TokenId, UserId};
use crate::stmt;
use crate::store::{Reader, Reads, StoreError};

/// What is known of the person who calls, and of the account.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The account.
    pub tenant: TenantId,
    /// The part of addresses that names the account.
    pub slug: String,
    /// The account's name.
    pub account: String,
    /// The account's language.
    pub account_language: String,
    /// The account's time zone (IANA).
    pub account_time_zone: String,
    /// ISO 4217 code.
    pub currency: String,
    /// How far users see each other's leads.
    pub visibility: Visibility,
    /// Whether teams decide over access (N6).
    pub teams_on: bool,
    /// Whether superiors see what the people below them own (P50).
    pub superiors_see: bool,
    /// The role of whoever has none (P67).
    pub default_role: String,
    /// The person.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// The person's level.
    pub level: Level,
    /// The kind of the person's seat.
    pub seat_kind: SeatKind,
    /// True for a program's account: no seat, no sign-in to pages (P65).
    pub service: bool,
    /// The person's place in the tree of positions.
    pub position: Option<PositionId>,
    /// The person's own language, if chosen.
    pub language: Option<String>,
    /// The person's own time zone, if chosen.
    pub time_zone: Option<String>,
    /// `light`, `dark` or `system`, if chosen.
    pub theme: Option<String>,
    /// The picture's etag, if there is a picture.
    pub picture: Option<String>,
}

impl Identity {
    fn read(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            tenant: row.id()?,
            slug: row.text()?,
            account: row.text()?,
            account_language: row.text()?,
            account_time_zone: row.text()?,
            currency: row.text()?,
            visibility: row.word()?,
            teams_on: row.bool()?,
            superiors_see: row.bool()?,
            default_role: row.text()?,
            user: row.id()?,
            name: row.text()?,
            level: row.word()?,
            seat_kind: row.word()?,
            service: row.bool()?,
            position: row.id_opt()?,
            language: row.text_opt()?,
            time_zone: row.text_opt()?,
            theme: row.text_opt()?,
            picture: row.text_opt()?,
        })
    }
}

stmt!(
    BY_SESSION = "select t.id, t.slug, t.name, t.language, t.time_zone, t.currency, t.lead_visibility, t.teams_on, t.superiors_see, t.default_role_key,
                         u.id, u.name, u.level, u.seat_kind, u.service, u.position_id, u.language, u.time_zone, u.theme, u.picture_etag,
                         s.id, s.seen_at
                    from sessions s
                    join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
                    join tenants t on t.id = s.tenant_id
                   where s.tenant_id = $1 and s.token_hash = $2 and s.ended_at is null
                     and s.expires_at > $3 and u.state = 'active'",
    BY_TOKEN = "select t.id, t.slug, t.name, t.language, t.time_zone, t.currency, t.lead_visibility, t.teams_on, t.superiors_see, t.default_role_key,
                       u.id, u.name, u.level, u.seat_kind, u.service, u.position_id, u.language, u.time_zone, u.theme, u.picture_etag,
                       a.id, a.may_write
                  from api_tokens a
                  join users u on u.tenant_id = a.tenant_id and u.id = a.user_id
                  join tenants t on t.id = a.tenant_id
                 where a.tenant_id = $1 and a.token_hash = $2 and a.revoked_at is null
                   and (a.expires_at is null or a.expires_at > $3) and u.state = 'active'",
    ANY_USER = "select t.id, t.slug, t.name, t.language, t.time_zone, t.currency, t.lead_visibility, t.teams_on, t.superiors_see, t.default_role_key,
                       u.id, u.name, u.level, u.seat_kind, u.service, u.position_id, u.language, u.time_zone, u.theme, u.picture_etag,
                       u.state
                  from users u join tenants t on t.id = u.tenant_id
                 where u.tenant_id = $1 and u.id = $2",
    BY_USER = "select t.id, t.slug, t.name, t.language, t.time_zone, t.currency, t.lead_visibility, t.teams_on, t.superiors_see, t.default_role_key,
                      u.id, u.name, u.level, u.seat_kind, u.service, u.position_id, u.language, u.time_zone, u.theme, u.picture_etag
                 from users u join tenants t on t.id = u.tenant_id
                where u.tenant_id = $1 and u.id = $2 and u.state = 'active'",
    GIVEN = "select r.role_key, r.grants from roles r
              where r.tenant_id = $1 and r.grants is not null order by r.role_key limit 500"
);

/// The permissions about people that some role of the account limits this way.
pub(super) async fn limited(
    tx: &mut impl Reads,
    tenant: TenantId,
    by: Extent,
) -> Result<Vec<Key>, StoreError> {
    let mut limited = Vec::new();
    for row in &tx.rows(GIVEN.with(args![tenant])).await? {
        let mut row = row.reader();
        let key = row.text()?;
        let grants = grants_of(&key, row.json_opt()?, None)?;
        let keys = Key::ALL.iter().filter(|key| key.has_part());
        limited.extend(keys.filter(|key| grants.extent(**key).has(by)));
    }
    let all = Key::ALL.iter().copied();
    Ok(all.filter(|key| limited.contains(key)).collect())
}

pub(super) async fn by_session(
    tx: &mut impl Reads,
    tenant: TenantId,
    token_hash: &[u8],
) -> Result<Option<(Identity, Session)>, StoreError> {
    let now = tx.now();
    let Some(row) = tx
        .row(BY_SESSION.with(args![tenant, token_hash, now]))
        .await?
    else {
        return Ok(None);
    };
    let mut row = row.reader();
    let identity = Identity::read(&mut row)?;
    Ok(Some((
        identity,
        Session {
            id: row.id()?,
            seen_at: row.at()?,
        },
    )))
}

pub(super) async fn by_token(
    tx: &mut impl Reads,
    tenant: TenantId,
    token_hash: &[u8],
) -> Result<Option<(Identity, TokenId, bool)>, StoreError> {
    let now = tx.now();
    let Some(row) = tx
        .row(BY_TOKEN.with(args![tenant, token_hash, now]))
        .await?
    else {
        return Ok(None);
    };
    let mut row = row.reader();
    let identity = Identity::read(&mut row)?;
    Ok(Some((identity, row.id()?, row.bool()?)))
}

pub(super) async fn by_user(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<Identity>, StoreError> {
    match tx.row(BY_USER.with(args![tenant, user])).await? {
        Some(row) => Identity::read(&mut row.reader()).map(Some),
        None => Ok(None),
    }
}

/// A person in any state, with the word of the state.
pub(super) async fn any_user(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Option<(Identity, String)>, StoreError> {
    match tx.row(ANY_USER.with(args![tenant, user])).await? {
        Some(row) => {
            let mut row = row.reader();
            Ok(Some((Identity::read(&mut row)?, row.text()?)))
        }
        None => Ok(None),
    }
}
