//! Accounts for tests, made by the operations that everybody uses: nothing is forged.

use std::collections::BTreeMap;

use seatwise_domain::audit::{self, AuditFilter, Entry};
use seatwise_domain::authn::{SignIn, SignedIn, sign_in};
use seatwise_domain::authz::{
    Caller, Level, SeatKind, Source, ViewAudit, ViewOutbox, ViewRecords, ViewSeats, ViewUsers,
};
use seatwise_domain::ids::{RecordId, TenantId, UserId};
use seatwise_domain::mail::{self, QueuedMail};
use seatwise_domain::records::{self, LeadFilter, LeadRow, NewLead, NewOwner, OwnerFilter, Sort};
use seatwise_domain::seats::{self, KindOverview};
use seatwise_domain::store::{Db, PageSize};
use seatwise_domain::tenants::{self, EditAccountCommand, Settings};
use seatwise_domain::users::{self, Activate, Deactivate, HandOverChoice, Invite, NewUser, User};

/// The password of everybody in tests.
pub const PASSWORD: &str = "tall-otter-sings-7-songs";

pub(crate) fn email(name: &str, account: &str) -> String {
    format!(
        "{}@{}.example",
        name.replace(' ', "."),
        account.to_lowercase().replace(' ', "-")
    )
}

/// An account with its people, by the names the test gave them.
pub struct Tenant {
    pub(crate) db: Db,
    /// Its id.
    pub id: TenantId,
    /// The part of addresses that names it.
    pub slug: String,
    pub(crate) owner: String,
    pub(crate) people: BTreeMap<String, UserId>,
}

impl Tenant {
    /// The id of a person.
    #[track_caller]
    pub fn id_of(&self, name: &str) -> UserId {
        *self
            .people
            .get(name)
            .unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// Gives a name to a person who was made otherwise.
    pub fn know(&mut self, name: &str, id: UserId) {
        self.people.insert(name.to_owned(), id);
    }

    /// The address of a person.
    pub fn email_of(&self, name: &str) -> String {
        email(name, &self.slug)
    }

    /// A person as a caller, loaded anew like in every request.
    pub async fn as_user(&self, name: &str) -> Caller {
        let mut tx = self.db.read().await.expect("a snapshot");
        let caller = Caller::load(&mut tx, self.id, self.id_of(name), Source::Page).await;
        caller
            .expect("the database answers")
            .unwrap_or_else(|| panic!("{name} may not act"))
    }

    /// Chooses other settings for the account.
    pub async fn choose(&self, settings: Settings) {
        let command = EditAccountCommand {
            settings: Some(settings),
            ..EditAccountCommand::default()
        };
        tenants::edit(&self.db, &self.as_owner().await, &command)
            .await
            .expect("settings that can be chosen");
    }

    /// Lets admins choose the first password of somebody (decision 9).
    pub async fn let_admins_choose_passwords(&self) {
        self.choose(Settings {
            admin_sets_password: true,
            ..Settings::default()
        })
        .await;
    }

    /// The owner as a caller.
    pub async fn as_owner(&self) -> Caller {
        self.as_user(&self.owner).await
    }

    /// Invites somebody by address alone, with a mail, as the owner does; the seat is taken.
    pub async fn invite(&mut self, name: &str) -> UserId {
        self.invite_as(name, Level::User, SeatKind::Regular).await
    }

    pub(crate) async fn invite_as(&mut self, name: &str, level: Level, kind: SeatKind) -> UserId {
        let mut invite = Invite::by_email(self.email_of(name));
        invite.person = NewUser {
            name: Some(name.to_owned()),
            ..invite.person
        };
        invite.level = level;
        invite.seat_kind = kind;
        let invited = users::invite(&self.db, &self.as_owner().await, &invite)
            .await
            .expect("an invitation");
        self.people.insert(name.to_owned(), invited.user.id);
        invited.user.id
    }

    /// Follows the link of the newest activation mail and chooses the password.
    pub async fn activate(&self, name: &str) -> SignedIn {
        let command = Activate {
            token: self.token_of(name).await,
            name: name.to_owned(),
            password: PASSWORD.to_owned(),
            language: None,
            agent: "test".to_owned(),
            address: "127.0.0.1".to_owned(),
            source: Source::Page,
        };
        users::activate(&self.db, &command)
            .await
            .expect("an activation")
    }

    /// The secret of the newest link that was mailed to a person.
    pub async fn token_of(&self, name: &str) -> String {
        let mails = self.mails_to(name).await;
        let token = mails
            .first()
            .and_then(|mail| mail.mail.token())
            .map(str::to_owned);
        token.unwrap_or_else(|| panic!("no link waits for {name}"))
    }

    /// Signs in with the password of everybody.
    pub async fn sign_in(&self, name: &str) -> Option<SignedIn> {
        let command = SignIn {
            name: self.email_of(name),
            password: PASSWORD.to_owned(),
            account: Some(self.slug.clone()),
            agent: "test".to_owned(),
            address: "127.0.0.1".to_owned(),
            source: Source::Page,
        };
        sign_in(&self.db, &command).await.ok()
    }

    /// Deactivates somebody as the owner does; won and lost leads stay.
    pub async fn deactivate(&self, name: &str, hand_over: HandOverChoice) -> users::Deactivated {
        let command = Deactivate {
            user: self.id_of(name),
            hand_over,
            stages: seatwise_domain::handover::Stages::default(),
            reason: "leaves".to_owned(),
            expected: None,
        };
        users::deactivate(&self.db, &self.as_owner().await, &command)
            .await
            .expect("a deactivation")
    }

    /// Adds leads to somebody, or to the unassigned inbox for "".
    pub async fn add_leads(&self, owner: &str, stage: &str, number: usize) -> Vec<RecordId> {
        let caller = self.as_owner().await;
        let mut made = Vec::with_capacity(number);
        for count in 1..=number {
            let lead = NewLead {
                title: format!("{owner} {stage} {count}"),
                owner: if owner.is_empty() {
                    NewOwner::Unassigned
                } else {
                    NewOwner::User(self.id_of(owner))
                },
                stage: Some(stage.parse().expect("a stage")),
                ..NewLead::default()
            };
            made.push(
                records::create(&self.db, &caller, &lead)
                    .await
                    .expect("a lead")
                    .row
                    .id,
            );
        }
        made
    }

    /// A person as the users page knows him.
    pub async fn person(&self, name: &str) -> User {
        let scope = self
            .as_owner()
            .await
            .scope::<ViewUsers>()
            .expect("owners see people");
        let mut tx = self.db.read().await.expect("a snapshot");
        let found = users::find(&mut tx, &scope, self.id_of(name))
            .await
            .expect("the database answers");
        found.unwrap_or_else(|| panic!("{name} is not there"))
    }

    /// How the sales seats stand.
    pub async fn seats(&self) -> KindOverview {
        let scope = self
            .as_owner()
            .await
            .scope::<ViewSeats>()
            .expect("owners see seats");
        let mut tx = self.db.read().await.expect("a snapshot");
        let kinds = seats::overview(&mut tx, &scope)
            .await
            .expect("the database answers");
        kinds
            .into_iter()
            .find(|line| line.kind == SeatKind::Regular)
            .expect("a line for each kind")
    }

    /// All leads of a person, or of the unassigned inbox for "", newest first.
    pub async fn leads_of(&self, name: &str) -> Vec<LeadRow> {
        let owner = if name.is_empty() {
            OwnerFilter::Unassigned
        } else {
            OwnerFilter::User(self.id_of(name))
        };
        self.leads(&LeadFilter {
            owner,
            ..LeadFilter::default()
        })
        .await
    }

    /// All leads of the account, newest first.
    pub async fn all_leads(&self) -> Vec<LeadRow> {
        self.leads(&LeadFilter::default()).await
    }

    /// All leads that a filter finds, newest first.
    pub async fn leads(&self, filter: &LeadFilter) -> Vec<LeadRow> {
        let scope = self
            .as_owner()
            .await
            .records::<ViewRecords>()
            .expect("owners see leads");
        let mut tx = self.db.read().await.expect("a snapshot");
        let (mut leads, mut cursor) = (Vec::new(), None);
        loop {
            let page = records::list(
                &mut tx,
                &scope,
                filter,
                Sort::Newest,
                cursor.as_ref(),
                PageSize::new(200),
            );
            let page = page.await.expect("the database answers");
            leads.extend(page.items);
            cursor = page.next;
            if cursor.is_none() {
                return leads;
            }
        }
    }

    /// How many leads of a person are in each stage, without empty ones.
    pub async fn stages_of(&self, name: &str) -> BTreeMap<String, usize> {
        let mut stages = BTreeMap::new();
        for lead in self.leads_of(name).await {
            *stages.entry(lead.stage.to_string()).or_default() += 1;
        }
        stages
    }

    /// The mails of the outbox, newest first, at most 200.
    pub async fn mails(&self) -> Vec<QueuedMail> {
        let scope = self
            .as_owner()
            .await
            .scope::<ViewOutbox>()
            .expect("owners see the outbox");
        let mut tx = self.db.read().await.expect("a snapshot");
        mail::list(&mut tx, &scope, None, None, PageSize::new(200))
            .await
            .expect("the database answers")
            .items
    }

    /// The mails to a person, newest first.
    pub async fn mails_to(&self, name: &str) -> Vec<QueuedMail> {
        let user = self.id_of(name);
        let mut mails = self.mails().await;
        mails.retain(|mail| mail.user == user);
        mails
    }

    /// The audit log, newest first, at most 200 lines.
    pub async fn audit(&self) -> Vec<Entry> {
        let scope = self
            .as_owner()
            .await
            .scope::<ViewAudit>()
            .expect("owners see the log");
        let mut tx = self.db.read().await.expect("a snapshot");
        let page = audit::list(
            &mut tx,
            &scope,
            &AuditFilter::default(),
            None,
            PageSize::new(200),
        )
        .await;
        page.expect("the database answers").items
    }
}
