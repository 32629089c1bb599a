//! Statements of signing in. A secret names its account, so all but the look-up of a name go by account.

use super::link::{Link, Purpose};
use super::secret::Secret;
use super::session::{Browser, SESSION_DAYS, SESSION_IDLE_DAYS, SessionRow};
use super::sign_in::Candidate;
use super::token::ApiToken;
use crate::args;
use crate::clock::Timestamp;
use crate::ids::{LinkId, SessionId, TenantId, TokenId, UserId};
use crate::stmt;
use crate::store::{FromRow, Reader, Reads, Sql, StoreError, WriteTx};

const BATCH: usize = 500;

stmt!(
    CANDIDATES = "select u.tenant_id, t.slug, u.id, u.name, u.state, u.password_hash, u.password_at,
                         u.password_change_asked_at
                    from sign_in_names n
                    join users u on u.tenant_id = n.tenant_id and u.id = n.user_id
                    join tenants t on t.id = u.tenant_id
                   where n.name_key = $1 and (t.slug = $2 or $3)
                   order by u.last_seen_at desc, u.id limit 5",
    LOCK_FOR_SIGN_IN = "select password_at from users
                         where tenant_id = $1 and id = $2 and state = $3 and password_hash is not null
                         /*pg for update */",
    ACTIVATE = "update users set state = 'active', activated_at = $3, updated_at = $3, link_expires_at = null
                 where tenant_id = $1 and id = $2",
    SEEN = "update users set last_seen_at = $3 where tenant_id = $1 and id = $2",
    INSERT_SESSION = "insert into sessions (tenant_id, token_hash, id, user_id, agent, address, created_at,
                             seen_at, expires_at)
                      values ($1, $2, $3, $4, $5, $6, $7, $7, $8)",
    TOUCH = "update sessions set seen_at = $4,
                    expires_at = case when created_at + $5 < $6 then created_at + $5 else $6 end
              where tenant_id = $1 and user_id = $2 and id = $3 and ended_at is null",
    SESSIONS = "select id, agent, address, created_at, seen_at from sessions
                 where tenant_id = $1 and user_id = $2 and ended_at is null and expires_at > $3
                 order by seen_at desc, id limit 100",
    INSERT_TOKEN = "insert into api_tokens (tenant_id, token_hash, id, user_id, name, may_write, created_at,
                           expires_at)
                    values ($1, $2, $3, $4, $5, $6, $7, $8)",
    TOKENS = "select id, name, may_write, created_at, expires_at from api_tokens
               where tenant_id = $1 and user_id = $2 and revoked_at is null order by id desc limit 100",
    TOKEN = "select id, name, may_write, created_at, expires_at from api_tokens
              where tenant_id = $1 and user_id = $2 and id = $3 and revoked_at is null",
    REVOKE_TOKEN = "update api_tokens set revoked_at = $4
                     where tenant_id = $1 and user_id = $2 and id = $3 and revoked_at is null",
    REVOKE_ALL_TOKENS = "update api_tokens set revoked_at = $3
                          where tenant_id = $1 and user_id = $2 and revoked_at is null",
    LINK = "select tenant_id, id, user_id, expires_at from links
             where tenant_id = $1 and token_hash = $2 and purpose = $3
               and used_at is null and revoked_at is null",
    CONSUME = "update links set used_at = $3
                where tenant_id = $1 and id = $2 and user_id = $4 and used_at is null and revoked_at is null"
);

impl FromRow for Candidate {
    fn from_row(row: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            tenant: row.id()?,
            slug: row.text()?,
            user: row.id()?,
            name: row.text()?,
            state: row.text()?,
            hash: row.text_opt()?,
            hashed_at: row.at_opt()?,
            change_due: row.at_opt()?.is_some(),
        })
    }
}

pub(super) async fn candidates(
    tx: &mut impl Reads,
    key: &str,
    account: Option<&str>,
) -> Result<Vec<Candidate>, StoreError> {
    tx.all(CANDIDATES.with(args![key, account.unwrap_or_default(), account.is_none()]))
        .await
}

pub(super) async fn lock_for_sign_in(
    tx: &mut WriteTx,
    candidate: &Candidate,
) -> Result<bool, StoreError> {
    let lock = LOCK_FOR_SIGN_IN.with(args![
        candidate.tenant,
        candidate.user,
        candidate.state.as_str()
    ]);
    match tx.row(lock).await? {
        Some(row) => Ok(row.reader().at_opt()? == candidate.hashed_at),
        None => Ok(false),
    }
}

pub(super) async fn activate(tx: &mut WriteTx, candidate: &Candidate) -> Result<(), StoreError> {
    let now = tx.now();
    let tenant = candidate.tenant;
    tx.run(ACTIVATE.with(args![tenant, candidate.user, now]))
        .await?;
    crate::tally::moved(tx, tenant, Some(&candidate.state), Some("active"), 1).await
}

pub(super) async fn insert_session(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    hash: &[u8],
    browser: Browser<'_>,
) -> Result<(), StoreError> {
    let now = tx.now();
    let id: SessionId = tx.id();
    let expires = now.plus_days(SESSION_IDLE_DAYS);
    tx.run(INSERT_SESSION.with(args![
        tenant,
        hash,
        id,
        user,
        browser.agent,
        browser.address,
        now,
        expires
    ]))
    .await?;
    tx.run(SEEN.with(args![tenant, user, now])).await.map(drop)
}

pub(super) async fn touch(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    id: SessionId,
) -> Result<(), StoreError> {
    let now = tx.now();
    let day = 86_400_000_000_i64;
    let touch = TOUCH.with(args![
        tenant,
        user,
        id,
        now,
        SESSION_DAYS * day,
        now.plus_days(SESSION_IDLE_DAYS)
    ]);
    tx.run(touch).await?;
    tx.run(SEEN.with(args![tenant, user, now])).await.map(drop)
}

pub(super) async fn sessions(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<SessionRow>, StoreError> {
    let now = tx.now();
    tx.all(SESSIONS.with(args![tenant, user, now])).await
}

pub(super) async fn end_own(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    one: Option<SessionId>,
    keep: Option<SessionId>,
) -> Result<u64, StoreError> {
    let mut sql = Sql::new("update sessions").push(
        " set ended_at = $? where tenant_id = $? and user_id = $? and ended_at is null",
        args![tx.now(), tenant, user],
    );
    if let Some(one) = one {
        sql.add(" and id = $?", args![one]);
    }
    if let Some(keep) = keep {
        sql.add(" and id <> $?", args![keep]);
    }
    tx.run(sql).await
}

pub(super) async fn insert_token(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    hash: &[u8],
    token: &ApiToken,
) -> Result<(), StoreError> {
    let insert = INSERT_TOKEN.with(args![
        tenant,
        hash,
        token.id,
        user,
        token.name.as_str(),
        token.may_write,
        token.created_at,
        token.expires_at,
    ]);
    tx.run(insert).await.map(drop)
}

pub(super) async fn tokens(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
) -> Result<Vec<ApiToken>, StoreError> {
    tx.all(TOKENS.with(args![tenant, user])).await
}

pub(super) async fn token(
    tx: &mut impl Reads,
    tenant: TenantId,
    user: UserId,
    id: TokenId,
) -> Result<Option<ApiToken>, StoreError> {
    tx.find(TOKEN.with(args![tenant, user, id])).await
}

pub(super) async fn revoke_token(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
    id: TokenId,
) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(REVOKE_TOKEN.with(args![tenant, user, id, now]))
        .await
        .map(drop)
}

pub(super) async fn revoke_all_tokens(
    tx: &mut WriteTx,
    tenant: TenantId,
    user: UserId,
) -> Result<u64, StoreError> {
    let now = tx.now();
    tx.run(REVOKE_ALL_TOKENS.with(args![tenant, user, now]))
        .await
}

pub(super) async fn revoke_links(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
    purpose: Purpose,
) -> Result<(), StoreError> {
    for users in users.chunks(BATCH) {
        let sql = Sql::new("update links")
            .push(
                " set revoked_at = $? where tenant_id = $? and purpose = $? and used_at is null
                  and revoked_at is null and user_id in ",
                args![tx.now(), tenant, purpose.as_str()],
            )
            .list(users.iter().copied());
        tx.run(sql).await?;
    }
    Ok(())
}

pub(super) async fn insert_links(
    tx: &mut WriteTx,
    tenant: TenantId,
    links: &[(UserId, Secret, Timestamp)],
    purpose: Purpose,
) -> Result<(), StoreError> {
    for links in links.chunks(BATCH) {
        let now = tx.now();
        let rows: Vec<_> = links
            .iter()
            .map(|(user, secret, expires)| {
                let id: LinkId = tx.id();
                args![
                    tenant,
                    secret.hash.as_slice(),
                    id,
                    *user,
                    purpose.as_str(),
                    now,
                    *expires
                ]
            })
            .collect();
        let sql = Sql::new(
            "insert into links (tenant_id, token_hash, id, user_id, purpose, created_at, expires_at) values ",
        );
        tx.run(sql.rows(rows)).await?;
    }
    Ok(())
}

pub(super) async fn link(
    tx: &mut impl Reads,
    tenant: TenantId,
    hash: &[u8],
    purpose: Purpose,
) -> Result<Option<Link>, StoreError> {
    let Some(row) = tx
        .row(LINK.with(args![tenant, hash, purpose.as_str()]))
        .await?
    else {
        return Ok(None);
    };
    let mut row = row.reader();
    Ok(Some(Link {
        tenant: row.id()?,
        id: row.id()?,
        user: row.id()?,
        expires_at: row.at()?,
    }))
}

pub(super) async fn consume(tx: &mut WriteTx, link: &Link) -> Result<bool, StoreError> {
    let now = tx.now();
    Ok(tx
        .run(CONSUME.with(args![link.tenant, link.id, now, link.user]))
        .await?
        == 1)
}
