//! The people of the story as they act: each through the operations of a page, with his own rights.

use std::collections::BTreeMap;

use seatwise_domain::authn::{self, SignIn};
use seatwise_domain::authz::{Caller, Source, ViewOutbox};
use seatwise_domain::clock::TestClock;
use seatwise_domain::handover;
use seatwise_domain::ids::{Ids, RecordId, TenantId, UserId};
use seatwise_domain::jobs::{Ran, run_next};
use seatwise_domain::mail::{self, Mail, MailState, Transport, deliver_due};
use seatwise_domain::records::StageKey;
use seatwise_domain::store::{Db, PageSize};
use seatwise_domain::users::{self, Activate};
use seatwise_web::compose_mail::Composer;
use tokio_util::sync::CancellationToken;

use super::people::{HOST, Person};
use super::postbox::Postbox;
use crate::failure::{Exit, Failure};
use crate::worker;

/// What stands on a browser's label in the list of sessions.
pub const AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

/// A lead that somebody works on.
#[derive(Debug, Clone)]
pub struct Work {
    /// The lead.
    pub id: RecordId,
    /// Where it stands.
    pub stage: StageKey,
}

/// Everything the story needs at hand.
pub struct Cast<'s> {
    /// The database, whose clock is in the past.
    pub db: &'s Db,
    /// The clock.
    pub clock: &'s TestClock,
    /// Chance that follows from the seed.
    pub dice: Ids,
    /// The account.
    pub tenant: TenantId,
    /// People by the part of their address before the sign.
    pub ids: BTreeMap<&'static str, UserId>,
    /// What people sign in with.
    pub passwords: BTreeMap<&'static str, String>,
    /// Open and closed leads by their owner.
    pub work: BTreeMap<UserId, Vec<Work>>,
    postbox: Postbox,
    transport: Transport,
}

impl<'s> Cast<'s> {
    /// Nobody yet.
    pub async fn new(
        db: &'s Db,
        clock: &'s TestClock,
        dice: Ids,
        tenant: TenantId,
    ) -> Result<Self, Failure> {
        let fault = |words: String| Failure::new(Exit::Fault, "demo", words);
        let postbox = Postbox::open()
            .await
            .map_err(|error| fault(error.to_string()))?;
        let transport = Transport::smtp(&postbox.options()).map_err(fault)?;
        Ok(Self {
            db,
            clock,
            dice,
            tenant,
            ids: BTreeMap::new(),
            passwords: BTreeMap::new(),
            work: BTreeMap::new(),
            postbox,
            transport,
        })
    }

    /// Whoever runs the program.
    pub fn operator(&self) -> Caller {
        Caller::operator(self.tenant)
    }

    /// Somebody at a page.
    pub async fn caller(&self, address: &str) -> Result<Caller, Failure> {
        self.caller_of(self.id(address)?).await
    }

    /// Like [`Cast::caller`], by id.
    pub async fn caller_of(&self, id: UserId) -> Result<Caller, Failure> {
        let mut tx = self.db.read().await?;
        let found = Caller::load(&mut tx, self.tenant, id, Source::Page).await?;
        found.ok_or_else(|| Failure::new(Exit::Fault, "demo", "somebody acts who may not"))
    }

    /// Somebody's id.
    pub fn id(&self, address: &str) -> Result<UserId, Failure> {
        self.ids
            .get(address)
            .copied()
            .ok_or_else(|| Failure::new(Exit::Fault, "demo", format!("{address} is not there yet")))
    }

    /// Runs the jobs that are due.
    pub async fn run_jobs(&self) -> Result<(), Failure> {
        let (registry, stop) = (worker::registry(), CancellationToken::new());
        while run_next(self.db, &registry, &stop).await? == Ran::Step {}
        Ok(())
    }

    /// Delivers the waiting mails; gives the links of the activations among them.
    pub async fn post(&self) -> Result<BTreeMap<UserId, String>, Failure> {
        let scope = self.operator().scope::<ViewOutbox>()?;
        let mut links = BTreeMap::new();
        let mut cursor = None;
        loop {
            let mut tx = self.db.read().await?;
            let waiting = Some(MailState::Waiting);
            let size = PageSize::new(200);
            let page = mail::list(&mut tx, &scope, waiting, cursor.as_ref(), size).await?;
            for mail in page.items {
                if let Mail::Activation { token, .. } = mail.mail {
                    links.entry(mail.user).or_insert(token);
                }
            }
            match page.next {
                Some(next) => cursor = Some(next),
                None => break,
            }
        }
        let compose = Composer {
            public_url: format!("https://crm.{HOST}"),
        };
        while deliver_due(self.db, &compose, &self.transport).await?.sent > 0 {}
        Ok(links)
    }

    /// Somebody follows the link of the mail and chooses a password.
    pub async fn activate(
        &mut self,
        person: &'static Person,
        token: &str,
        password: String,
    ) -> Result<(), Failure> {
        let command = Activate {
            token: token.to_owned(),
            name: person.name.to_owned(),
            password: password.clone(),
            language: Some(person.language.to_owned()),
            agent: AGENT.to_owned(),
            address: self.network(),
            source: Source::Page,
        };
        users::activate(self.db, &command).await?;
        self.passwords.insert(person.address, password);
        Ok(())
    }

    /// Somebody signs in.
    pub async fn sign_in(&self, address: &str) -> Result<(), Failure> {
        let password = self.passwords.get(address).cloned().unwrap_or_default();
        let command = SignIn {
            name: format!("{address}@{HOST}"),
            password,
            account: None,
            agent: AGENT.to_owned(),
            address: self.network(),
            source: Source::Page,
        };
        authn::sign_in(self.db, &command).await?;
        Ok(())
    }

    /// Works a hand-over to its end and notes who owns what now.
    pub async fn settle(&mut self, from: UserId, to: Option<UserId>) -> Result<(), Failure> {
        self.run_jobs().await?;
        let open = |work: &Work| matches!(work.stage.as_str(), "prospecting" | "engaging");
        let all = self.work.remove(&from).unwrap_or_default();
        let (moved, kept): (Vec<Work>, Vec<Work>) = all.into_iter().partition(open);
        self.work.insert(from, kept);
        if let Some(to) = to {
            self.work.entry(to).or_default().extend(moved);
        }
        Ok(())
    }

    /// Takes a hand-over back and notes who owns what again.
    pub async fn undo(
        &mut self,
        done: &handover::HandOver,
        from: UserId,
        to: UserId,
        before: (Vec<Work>, Vec<Work>),
        reason: &str,
    ) -> Result<(), Failure> {
        let manager = self.caller(super::people::MANAGER).await?;
        handover::undo(self.db, &manager, done.id, reason).await?;
        self.run_jobs().await?;
        self.work.insert(from, before.0);
        self.work.insert(to, before.1);
        Ok(())
    }

    fn network(&self) -> String {
        format!("203.0.113.{}", 1 + self.dice.below(250))
    }
}

impl std::fmt::Debug for Cast<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cast")
            .field("people", &self.ids.len())
            .field("postbox", &self.postbox)
            .finish_non_exhaustive()
    }
}
