//! How often somebody may try to sign in or ask for a mail: by name and by address, for this process.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

const fn per_minute(count: u32) -> Quota {
    match NonZeroU32::new(count) {
        Some(count) => Quota::per_minute(count),
        None => Quota::per_minute(NonZeroU32::MIN),
    }
}

/// The limits of one process. They end by themselves, so nobody is locked out for ever (AB-015).
#[derive(Debug)]
pub struct Limits {
    names: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<String>,
    mails: DefaultKeyedRateLimiter<String>,
}

/// How long to wait before the next try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait(pub Duration);

impl Wait {
    /// Whole seconds for `Retry-After`.
    pub const fn seconds(self) -> u64 {
        self.0.as_secs() + 1
    }
}

impl Limits {
    /// Twenty tries a minute for a name, three hundred for an address (an office shares one), three mails a
    /// minute to a name.
    pub fn new() -> Self {
        Self {
            names: RateLimiter::keyed(per_minute(20)),
            addresses: RateLimiter::keyed(per_minute(300)),
            mails: RateLimiter::keyed(per_minute(3)),
        }
    }

    /// A try to sign in as somebody.
    pub fn sign_in(&self, name: &str, address: &str) -> Result<(), Wait> {
        check(&self.addresses, address)?;
        check(&self.names, name)
    }

    /// A wish for a mail to somebody.
    pub fn mail(&self, name: &str, address: &str) -> Result<(), Wait> {
        check(&self.addresses, address)?;
        check(&self.mails, name)
    }

    /// Forgets names that are not limited any more; called now and then, else they pile up.
    pub fn tidy(&self) {
        for limiter in [&self.names, &self.addresses, &self.mails] {
            limiter.retain_recent();
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

fn check(limiter: &DefaultKeyedRateLimiter<String>, key: &str) -> Result<(), Wait> {
    use governor::clock::Clock;
    limiter
        .check_key(&key.to_owned())
        .map_err(|until| Wait(until.wait_time_from(governor::clock::DefaultClock::default().now())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ab012_the_next_try_for_one_name_waits_and_others_do_not() {
        let limits = Limits::new();
        for _ in 0..20 {
            assert!(limits.sign_in("anna", "10.0.0.1").is_ok());
        }
        assert!(limits.sign_in("anna", "10.0.0.1").is_err());
        assert!(limits.sign_in("bohdan", "10.0.0.1").is_ok());
    }
}
