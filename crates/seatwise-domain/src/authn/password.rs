//! Passwords: at least 12 characters that are hard to guess, kept as Argon2id (ASVS 6.2, OWASP parameters).

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;

use crate::problem::{self, ProblemKind, ToProblem};
use crate::store::StoreError;

/// The least number of characters (ASVS 6.2.1).
pub const PASSWORD_MIN: usize = 12;
/// The largest number of characters; far above what anybody types, below what costs time.
pub const PASSWORD_MAX: usize = 256;

const ESTIMATED: usize = 72;

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Under [`PASSWORD_MIN`] characters.
    #[error("the password is too short")]
    TooShort,
    /// Over [`PASSWORD_MAX`] characters.
    #[error("the password is too long")]
    TooLong,
    /// Common, or made of the person's own names (AB-004).
    #[error("the password is easy to guess")]
    Common,
}

impl ToProblem for PasswordError {
    fn problem(&self) -> &'static ProblemKind {
        match self {
            Self::TooShort => &problem::PASSWORD_TOO_SHORT,
            Self::TooLong => &problem::PASSWORD_TOO_LONG,
            Self::Common => &problem::PASSWORD_COMMON,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![
            ("min", PASSWORD_MIN.to_string()),
            ("max", PASSWORD_MAX.to_string()),
        ]
    }
}

/// A password in the clear; it is dropped as soon as it is hashed or compared.
#[derive(Clone)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

impl Password {
    /// A password that somebody chooses. `own` are names that it must not be made of: the person's, the
    /// account's, the product's.
    pub fn choose(text: &str, own: &[&str]) -> Result<Self, PasswordError> {
        let length = text.chars().count();
        if length < PASSWORD_MIN {
            return Err(PasswordError::TooShort);
        }
        if length > PASSWORD_MAX {
            return Err(PasswordError::TooLong);
        }
        let mut words: Vec<&str> = vec!["seatwise"];
        words.extend(
            own.iter()
                .flat_map(|name| name.split(['@', '.', ' ', '-', '_']))
                .filter(|word| word.len() > 2),
        );
        words.extend(own);
        // The estimate takes time that grows with the square of the length; a good beginning is enough.
        let beginning: String = text.chars().take(ESTIMATED).collect();
        // It takes every character that it has no dictionary for as one of ten, which is far too few for other scripts.
        let other_scripts = text.chars().filter(|letter| !letter.is_ascii()).count();
        let needed = if other_scripts >= PASSWORD_MIN {
            zxcvbn::Score::Two
        } else {
            zxcvbn::Score::Three
        };
        if zxcvbn::zxcvbn(&beginning, &words).score() < needed {
            return Err(PasswordError::Common);
        }
        Ok(Self::typed(text))
    }

    /// A password that somebody typed to prove who he is.
    pub fn typed(text: &str) -> Self {
        Self(text.nfkc().collect())
    }

    /// The hash to be kept; takes about 20 ms on a thread of its own.
    pub async fn hash(self) -> Result<String, StoreError> {
        let hashed = tokio::task::spawn_blocking(move || {
            let hash: PasswordHash = argon2().hash_password(self.0.as_bytes())?;
            Ok::<_, argon2::password_hash::Error>(hash.to_string())
        });
        hashed
            .await
            .map_err(|error| StoreError::Fault(Box::new(error)))?
            .map_err(|error| {
                StoreError::fault(format!("the password could not be hashed: {error}"))
            })
    }

    /// True when the password belongs to the hash. Without a hash the same time passes (AB-010).
    pub async fn matches(self, hash: Option<String>) -> bool {
        let compared = tokio::task::spawn_blocking(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
            let Ok(hash) = PasswordHash::new(&hash) else {
                return false;
            };
            argon2().verify_password(self.0.as_bytes(), &hash).is_ok() && known
        });
        compared.await.unwrap_or(false)
    }
}

/// A hash with the same parameters that belongs to no password anybody knows.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2VhdHdpc2Utbm9ib2R5$5rPa0mQ2X1c0m3yTq1mWl8vQ7e0r5nQ0o0m8bq9rZkA";

fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ab001_to_ab004_which_passwords_are_taken() {
        assert_eq!(
            Password::choose("short pass", &[]).unwrap_err(),
            PasswordError::TooShort
        );
        assert_eq!(
            Password::choose(&"x".repeat(257), &[]).unwrap_err(),
            PasswordError::TooLong
        );
        assert_eq!(
            Password::choose("password1234", &[]).unwrap_err(),
            PasswordError::Common
        );
        assert_eq!(
            Password::choose("qwertyuiop12", &[]).unwrap_err(),
            PasswordError::Common
        );
        let own = ["Darcel Schlecht", "darcel.schlecht@maventech.example"];
        assert_eq!(
            Password::choose("darcelschlecht", &own).unwrap_err(),
            PasswordError::Common
        );
        assert!(Password::choose("корабль уходит в четверг", &[]).is_ok());
        assert!(Password::choose("明天下午三点在老地方见面吧朋友", &[]).is_ok());
        assert!(Password::choose("пароль с пробелами и длиной 40 знаков!!", &[]).is_ok());
        assert!(Password::choose("密码短语够长够长够长够长够长", &[]).is_ok());
        assert!(
            Password::choose("ааааааааааааааа", &[]).is_err(),
            "one letter"
        );
        let long = format!("{}7fe1c09a{}", "x".repeat(30), "y".repeat(60));
        assert!(Password::choose(&long, &[]).is_ok());
        assert!(Password::choose("tall-otter-sings-7-songs", &[]).is_ok());
    }

    #[tokio::test]
    async fn a_hash_fits_its_own_password_only() {
        let hash = Password::typed("tall-otter-sings-7-songs")
            .hash()
            .await
            .unwrap();
        assert!(
            Password::typed("tall-otter-sings-7-songs")
                .matches(Some(hash.clone()))
                .await
        );
        assert!(
            !Password::typed("tall-otter-sings-7-song")
                .matches(Some(hash))
                .await
        );
        assert!(
            !Password::typed("tall-otter-sings-7-songs")
                .matches(None)
                .await
        );
        assert!(PasswordHash::new(NOBODY).is_ok());
    }
}
