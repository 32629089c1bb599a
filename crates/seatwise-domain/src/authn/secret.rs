//! Secrets that are handed out: 160 bits, stored as SHA-256, with the account in front so that the look-up
//! goes by primary key. The account is veiled by the secret behind it: two secrets have nothing in common but their kind.

use sha2::{Digest, Sha256};

use uuid::Uuid;

use crate::ids::{Ids, TenantId, encode, parse};

const TENANT_LENGTH: usize = 26;

/// Veils an account, or lifts the veil: what the secret hashes to lies over it.
fn veiled(tenant: Uuid, secret: &str) -> Uuid {
    let mut bytes = tenant.into_bytes();
    for (byte, over) in bytes.iter_mut().zip(Sha256::digest(secret.as_bytes())) {
        *byte ^= over;
    }
    Uuid::from_bytes(bytes)
}

/// A secret in the moment it is made; only its hash is kept (AB-059, AB-142).
#[derive(Clone)]
pub struct Secret {
    /// What is handed out.
    pub shown: String,
    /// What is stored.
    pub hash: Vec<u8>,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A new secret for an account. Each prefix is a kind of its own: one kind never reads as another.
    pub fn make(ids: &Ids, prefix: &str, tenant: TenantId) -> Self {
        let secret = ids.secret();
        let shown = format!("{prefix}_{}{secret}", encode(veiled(tenant.0, &secret)));
        let hash = Sha256::digest(shown.as_bytes()).to_vec();
        Self { shown, hash }
    }

    /// The account and the hash of a secret that somebody sent; `None` if it has not the form.
    pub fn read(prefix: &str, text: &str) -> Option<(TenantId, Vec<u8>)> {
        let rest = text.strip_prefix(prefix)?.strip_prefix('_')?;
        let tenant = rest.get(..TENANT_LENGTH)?;
        if rest.len() != TENANT_LENGTH + 32 {
            return None;
        }
        let secret = rest.get(TENANT_LENGTH..)?;
        let TenantId(tenant) = parse(&format!("ten_{tenant}")).ok()?;
        let tenant = TenantId(veiled(tenant, secret));
        Some((tenant, Sha256::digest(text.as_bytes()).to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;

    #[test]
    fn a_secret_reads_back_under_its_own_prefix_only() {
        let ids = Ids::from_seed(3);
        let tenant: TenantId = ids.next(Timestamp::from_micros(1));
        let secret = Secret::make(&ids, "sws", tenant);
        assert_eq!(
            Secret::read("sws", &secret.shown),
            Some((tenant, secret.hash))
        );
        assert_eq!(Secret::read("swt", &secret.shown), None);
        let other = Secret::make(&ids, "sws", tenant).shown;
        let alike = secret.shown.bytes().zip(other.bytes()).skip("sws_".len());
        let alike = alike.filter(|(one, other)| one == other).count();
        assert!(alike < 12, "the account does not show: {alike} alike");
        assert_eq!(
            Secret::read("sws", &secret.shown[..secret.shown.len() - 1]),
            None
        );
    }
}
