//! The account is never without an owner who can sign in, whatever is done to it, one after another or at once.

use seatwise_domain::authz::{Caller, Level, Source};
use seatwise_domain::ids::{Ids, TenantId, UserId};
use seatwise_domain::imports::{self, ImportKind, Undo};
use seatwise_domain::roles::{self, NewRole, RoleKey, Words};
use seatwise_domain::store::{Db, Reads as _, Sql};
use seatwise_domain::users::ownership::{self, Appoint, OfferOwnership};
use seatwise_domain::users::{self, Deactivate, Edit, HandOverChoice};
use seatwise_domain::{args, handover, tenants};
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};

use crate::imports::{checked, work};

const NAMES: [&str; 5] = ["owner", "ada", "bea", "cem", "dan"];

/// One act of one person, as chance has it.
#[derive(Debug, Clone, Copy)]
struct Act {
    by: UserId,
    to: UserId,
    kind: u64,
    dice: u64,
}

const KINDS: u64 = 14;

async fn loaded(db: &Db, tenant: TenantId, user: UserId) -> Option<Caller> {
    let mut tx = db.read().await.unwrap();
    Caller::load(&mut tx, tenant, user, Source::Page)
        .await
        .unwrap()
}

/// Does it; whether it is refused says nothing here.
async fn perform(db: &Db, tenant: TenantId, act: Act) {
    let Some(caller) = loaded(db, tenant, act.by).await else {
        return;
    };
    let level = match act.dice % 3 {
        0 => Level::User,
        1 => Level::Admin,
        _ => Level::Owner,
    };
    let password = PASSWORD.to_owned();
    match act.kind {
        0 | 1 => {
            let edit = Edit {
                level: Some(level),
                ..Edit::default()
            };
            drop(users::edit(db, &caller, act.to, &edit).await);
        }
        2 => {
            let edit = Edit {
                email: Some(String::new()),
                login: Some(String::new()),
                ..Edit::default()
            };
            drop(users::edit(db, &caller, act.to, &edit).await);
        }
        3 => {
            let leave = Deactivate {
                user: act.to,
                hand_over: HandOverChoice::Later,
                stages: handover::Stages::default(),
                reason: String::new(),
                expected: None,
            };
            drop(users::deactivate(db, &caller, &leave).await);
        }
        4 => drop(users::reactivate(db, &caller, act.to, "").await),
        5 => drop(users::reset_by_admin(db, &caller, act.to, "").await),
        6 => drop(users::anonymise(db, &caller, act.to, "").await),
        7 | 8 => {
            let offer = OfferOwnership {
                to: act.to,
                days: None,
                password,
                reason: String::new(),
            };
            drop(ownership::offer(db, &caller, &offer).await);
        }
        9 | 10 => drop(ownership::accept(db, &caller, PASSWORD).await),
        11 => drop(ownership::withdraw(db, &caller, "").await),
        12 => {
            let new = NewRole {
                name: format!("R{}", act.dice),
                words: Words::default(),
                ..NewRole::default()
            };
            if let Ok(role) = roles::create(db, &caller, &new).await {
                give(db, &caller, act.to, &role.key).await;
            }
        }
        _ => {
            let operator = Caller::operator(tenant);
            let appoint = Appoint {
                to: act.to,
                reason: String::new(),
            };
            if act.dice.is_multiple_of(5) {
                drop(ownership::appoint(db, &operator, &appoint).await);
            } else {
                drop(users::cancel_invitation(db, &caller, act.to, "").await);
            }
        }
    }
}

async fn give(db: &Db, caller: &Caller, user: UserId, role: &RoleKey) {
    let give = roles::Give {
        users: vec![user],
        role: role.clone(),
        starts_at: None,
        expires_at: None,
        reason: String::new(),
    };
    drop(roles::give(db, caller, &give).await);
}

/// One owner: active, a person, on a sales seat that the ledger knows, with a password and a name to type.
async fn has_owner(db: &TestDb, tenant: TenantId, after: &str) {
    let mut tx = db.read().await.unwrap();
    let owners = Sql::new("select count(*) from users u").push(
        " where u.tenant_id = $? and u.level = 'owner'",
        args![tenant],
    );
    assert_eq!(tx.number(owners).await.unwrap(), 1, "after {after}");
    let fit = Sql::new("select count(*) from users u").push(
        " where u.tenant_id = $? and u.level = 'owner' and u.state = 'active' and not u.service
            and u.password_hash is not null and u.seat_kind = 'regular'
            and exists (select 1 from seats s
                         where s.tenant_id = u.tenant_id and s.user_id = u.id and s.kind = 'regular')
            and exists (select 1 from sign_in_names n where n.tenant_id = u.tenant_id and n.user_id = u.id)",
        args![tenant],
    );
    assert_eq!(
        tx.number(fit).await.unwrap(),
        1,
        "an owner who can sign in, after {after}"
    );
}

/// What the acts noted about seats is what the ledger says.
async fn seats_are_noted(db: &TestDb, tenant: TenantId) {
    let mut tx = db.read().await.unwrap();
    let noted = Sql::new(
        "select kind, cast(sum(bought) as bigint), cast(sum(used) as bigint) from seat_changes",
    )
    .push(
        " where tenant_id = $? group by kind order by kind",
        args![tenant],
    );
    let there = Sql::new("select kind, count(*), count(user_id) from seats").push(
        " where tenant_id = $? group by kind order by kind",
        args![tenant],
    );
    let mut both = Vec::new();
    for sql in [noted, there] {
        let rows = tx.rows(sql).await.unwrap();
        let lines = rows.iter().map(|row| {
            let mut row = row.reader();
            (row.text().unwrap(), row.int().unwrap(), row.int().unwrap())
        });
        both.push(lines.collect::<Vec<_>>());
    }
    assert_eq!(both[0], both[1]);
}

fn chance(rng: &Ids, people: &[UserId]) -> Act {
    let pick = || people[usize::try_from(rng.below(people.len() as u64)).unwrap()];
    Act {
        by: pick(),
        to: pick(),
        kind: rng.below(KINDS),
        dice: rng.below(1_000),
    }
}

async fn account(db: &TestDb, seed: u64) -> (Tenant, Vec<UserId>) {
    let acme = db
        .tenant()
        .named(&format!("Acme {seed}"))
        .seats(12)
        .admin("ada")
        .admin("bea")
        .user("cem")
        .user("dan")
        .build()
        .await;
    let people = NAMES.map(|name| acme.id_of(name)).to_vec();
    (acme, people)
}

on_both! {
    async fn d17_no_sequence_of_acts_leaves_an_account_without_an_owner_and_an_admin_who_can_sign_in(db: &TestDb) {
        for seed in 0..3 {
            let rng = Ids::from_seed(seed);
            let (acme, people) = account(db, seed).await;
            for number in 0..60 {
                let act = chance(&rng, &people);
                perform(db, acme.id, act).await;
                has_owner(db, acme.id, &format!("{number} of seed {seed}: {act:?}")).await;
            }
            seats_are_noted(db, acme.id).await;
        }
    }

    async fn d17_n60_no_two_acts_at_once_leave_an_account_without_an_owner(db: &TestDb) {
        for seed in 10..12 {
            let rng = Ids::from_seed(seed);
            let (acme, people) = account(db, seed).await;
            for number in 0..25 {
                // Both are made for the same person, so that they meet.
                let first = chance(&rng, &people);
                let second = Act { to: first.to, ..chance(&rng, &people) };
                tokio::join!(perform(db, acme.id, first), perform(db, acme.id, second));
                has_owner(db, acme.id, &format!("{number} of seed {seed}: {first:?} and {second:?}")).await;
            }
            seats_are_noted(db, acme.id).await;
        }
    }

    async fn d17_an_offer_taken_and_a_deactivation_at_once_leave_one_owner(db: &TestDb) {
        for seed in 20..24 {
            let (acme, people) = account(db, seed).await;
            let (owner, dan) = (people[0], people[4]);
            let offer = OfferOwnership { to: dan, days: None, password: PASSWORD.to_owned(), reason: String::new() };
            ownership::offer(db, &loaded(db, acme.id, owner).await.unwrap(), &offer).await.unwrap();
            let act = |by, kind| Act { by, to: dan, kind, dice: 1 };
            tokio::join!(perform(db, acme.id, act(dan, 9)), perform(db, acme.id, act(people[1], 3)));
            has_owner(db, acme.id, "both").await;
            let other = OfferOwnership { to: people[3], ..offer.clone() };
            let owner = loaded(db, acme.id, owner).await.unwrap();
            if owner.level() == Level::Owner {
                tokio::join!(async { drop(ownership::offer(db, &owner, &other).await) }, async { drop(ownership::offer(db, &owner, &OfferOwnership { to: people[2], ..other.clone() }).await) });
                has_owner(db, acme.id, "two offers at once").await;
            }
        }
    }

    async fn d17_an_import_and_its_undo_take_no_owner_away(db: &TestDb) {
        let acme = db.tenant().seats(6).build().await;
        let owner = acme.as_owner().await;
        let text = format!("Name,E-mail\nSomebody,{}\nNew,new@acme.example\n", acme.email_of("owner"));
        let import = checked(db, &owner, ImportKind::Users, &text, |_| ()).await;
        imports::run(db, &owner, import.id, "").await.unwrap();
        work(db).await;
        has_owner(db, acme.id, "the import").await;
        drop(imports::undo(db, &owner, &Undo::all(import.id)).await);
        work(db).await;
        has_owner(db, acme.id, "the undo").await;
        seats_are_noted(db, acme.id).await;
        let plan = tenants::Plan::of("starter");
        tenants::set_plan(db, &Caller::operator(acme.id), plan, "").await.unwrap();
        has_owner(db, acme.id, "another plan").await;
    }
}
