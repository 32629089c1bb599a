//! Links by mail: for one person and one purpose, once, for a time; a newer one kills the older ones.

use super::secret::Secret;
use super::sql;
use crate::authz::UnknownWord;
use crate::clock::Timestamp;
use crate::ids::{LinkId, TenantId, UserId};
use crate::store::{Reads, StoreError, WriteTx};

/// What a link is good for. One purpose never serves for another (AB-060).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To accept an invitation.
    Activate,
    /// To choose a new password.
    Reset,
}

impl Purpose {
    /// The word in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Activate => "activate",
            Self::Reset => "reset",
        }
    }

    /// For how many seconds: seven days (P71), and an hour (AB-056).
    pub const fn seconds(self) -> i64 {
        match self {
            Self::Activate => 7 * 86_400,
            Self::Reset => 3_600,
        }
    }

    const fn prefix(self) -> &'static str {
        match self {
            Self::Activate => "swa",
            Self::Reset => "swr",
        }
    }
}

impl std::str::FromStr for Purpose {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        match text {
            "activate" => Ok(Self::Activate),
            "reset" => Ok(Self::Reset),
            _ => Err(UnknownWord),
        }
    }
}

/// A link that somebody followed.
#[derive(Debug, Clone)]
pub struct Link {
    /// The account.
    pub tenant: TenantId,
    /// Its id.
    pub id: LinkId,
    /// For whom.
    pub user: UserId,
    /// Until when it works.
    pub expires_at: Timestamp,
}

/// How a link that was found stands.
#[derive(Debug, Clone)]
pub enum Found {
    /// It works.
    Usable(Link),
    /// It is the newest of its person, but its time is over (L10).
    Expired(Link),
}

/// Makes links for people, and kills their older ones of the same purpose. In the order of `users`.
pub async fn make(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
    purpose: Purpose,
) -> Result<Vec<(UserId, Secret, Timestamp)>, StoreError> {
    sql::revoke_links(tx, tenant, users, purpose).await?;
    let expires_at = tx.now().plus_seconds(purpose.seconds());
    let made: Vec<_> = users
        .iter()
        .map(|user| {
            (
                *user,
                Secret::make(tx.ids(), purpose.prefix(), tenant),
                expires_at,
            )
        })
        .collect();
    sql::insert_links(tx, tenant, &made, purpose).await?;
    Ok(made)
}

/// Kills the links of people, because an invitation was cancelled or the person deactivated.
pub async fn revoke(
    tx: &mut WriteTx,
    tenant: TenantId,
    users: &[UserId],
    purpose: Purpose,
) -> Result<(), StoreError> {
    sql::revoke_links(tx, tenant, users, purpose).await
}

/// Finds the link that a secret belongs to; used and revoked ones are not found (AB-071).
pub async fn find(
    tx: &mut impl Reads,
    purpose: Purpose,
    secret: &str,
) -> Result<Option<Found>, StoreError> {
    let Some((tenant, hash)) = Secret::read(purpose.prefix(), secret) else {
        return Ok(None);
    };
    let now = tx.now();
    let link = sql::link(tx, tenant, &hash, purpose).await?;
    Ok(link.map(|link| {
        if link.expires_at > now {
            Found::Usable(link)
        } else {
            Found::Expired(link)
        }
    }))
}

/// Uses a link up; false when somebody was faster.
pub async fn consume(tx: &mut WriteTx, link: &Link) -> Result<bool, StoreError> {
    sql::consume(tx, link).await
}
