//! Whatever happens to people, no business row is lost, no seat is given twice, no act is unrecorded.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use seatwise_domain::handover::{self, HandOverCommand, Receiver, Stages};
use seatwise_domain::ids::{EventId, RecordId};
use seatwise_domain::users::{self, Deactivate, HandOverChoice};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

const PEOPLE: [&str; 4] = ["anna", "boris", "celia", "darcel"];
const SEATS: u64 = 4;

#[derive(Clone, Debug)]
enum Act {
    Deactivate {
        who: usize,
        choice: u8,
        heir: usize,
        all: bool,
    },
    Reactivate {
        who: usize,
    },
    Manage {
        from: usize,
        to: usize,
        all: bool,
    },
    Undo {
        which: usize,
    },
    AddLead {
        who: usize,
        stage: usize,
    },
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let person = 0..PEOPLE.len();
    let act = prop_oneof![
        3 => (person.clone(), 0..3_u8, person.clone(), any::<bool>())
            .prop_map(|(who, choice, heir, all)| Act::Deactivate { who, choice, heir, all }),
        2 => person.clone().prop_map(|who| Act::Reactivate { who }),
        2 => (person.clone(), person.clone(), any::<bool>()).prop_map(|(from, to, all)| Act::Manage { from, to, all }),
        2 => (0..4_usize).prop_map(|which| Act::Undo { which }),
        1 => (person, 0..4_usize).prop_map(|(who, stage)| Act::AddLead { who, stage }),
    ];
    proptest::collection::vec(act, 12)
}

/// What must not change by itself: the ids and titles of all leads.
async fn rows(acme: &Tenant) -> Vec<(RecordId, String)> {
    let mut rows: Vec<_> = acme
        .all_leads()
        .await
        .into_iter()
        .map(|lead| (lead.id, lead.title))
        .collect();
    rows.sort();
    rows
}

fn stages(all: bool) -> Stages {
    if all { Stages::All } else { Stages::Open }
}

/// Does an act; what the rules refuse is refused without effect. Tells whether something was done.
async fn run(db: &TestDb, acme: &Tenant, act: &Act, hand_overs: &mut Vec<EventId>) -> bool {
    let owner = acme.as_owner().await;
    let id = |who: usize| acme.id_of(PEOPLE[who]);
    match act {
        Act::Deactivate {
            who,
            choice,
            heir,
            all,
        } => {
            let hand_over = match choice {
                0 => HandOverChoice::To(id(*heir)),
                1 => HandOverChoice::Unassign,
                _ => HandOverChoice::Later,
            };
            let command = Deactivate {
                user: id(*who),
                hand_over,
                stages: stages(*all),
                reason: String::new(),
                expected: None,
            };
            let done = users::deactivate(db, &owner, &command).await;
            hand_overs.extend(
                done.iter()
                    .filter_map(|done| done.hand_over.as_ref())
                    .map(|hand_over| hand_over.id),
            );
            done.is_ok()
        }
        Act::Reactivate { who } => users::reactivate(db, &owner, id(*who), "").await.is_ok(),
        Act::Manage { from, to, all } => {
            let command = HandOverCommand {
                from: id(*from),
                to: Receiver::User(id(*to)),
                stages: stages(*all),
                reason: String::new(),
                expected: None,
            };
            let done = handover::manage(db, &owner, &command).await;
            hand_overs.extend(done.iter().map(|done| done.id));
            done.is_ok()
        }
        Act::Undo { which } => {
            let Some(id) = hand_overs.get(*which).copied() else {
                return false;
            };
            let done = handover::undo(db, &owner, id, "").await;
            hand_overs.extend(done.iter().map(|done| done.id));
            done.is_ok()
        }
        Act::AddLead { .. } => unreachable!("adding is done by the test itself"),
    }
}

async fn check(db: &TestDb, account: &str, acts: &[Act]) {
    let tenant = db.tenant().named(account).seats(SEATS + 1);
    let tenant = PEOPLE.iter().fold(tenant, |tenant, name| {
        tenant.user(name).leads(name, 1).leads_in(name, "won", 1)
    });
    let acme = tenant.build().await;
    let (mut wanted, mut hand_overs) = (rows(&acme).await, Vec::new());
    for act in acts {
        let lines = acme.audit().await.len();
        if let Act::AddLead { who, stage } = act {
            let name = PEOPLE[*who];
            if acme.as_owner().await.user().is_some() && acme.sign_in(name).await.is_some() {
                acme.add_leads(
                    name,
                    ["prospecting", "engaging", "lost", "cancelled"][*stage],
                    1,
                )
                .await;
                wanted = rows(&acme).await;
            }
        } else {
            db.clock().advance(1);
            let done = run(db, &acme, act, &mut hand_overs).await;
            let new_lines = acme.audit().await.len() - lines;
            assert_eq!(
                new_lines,
                usize::from(done),
                "one line for {act:?}, none if it was refused"
            );
        }
        assert_eq!(rows(&acme).await, wanted, "after {act:?}");
        let seats = acme.seats().await;
        assert_eq!(seats.used + seats.free, seats.bought, "after {act:?}");
        let mut holders = 1;
        for name in PEOPLE {
            holders += u64::from(acme.person(name).await.state.holds_seat());
        }
        assert_eq!(seats.used, holders, "after {act:?}");
    }
}

on_both! {
    async fn d3_no_sequence_of_acts_loses_a_row_a_seat_or_a_line_of_the_log(db: &TestDb) {
        let mut runner = TestRunner::deterministic();
        for account in ["first", "second"] {
            let sequence = acts().new_tree(&mut runner).unwrap().current();
            check(db, account, &sequence).await;
        }
    }
}
