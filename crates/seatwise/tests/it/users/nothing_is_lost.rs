//! Whatever happens to people, no business row is lost, no seat is given twice, no act is unrecorded.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use seatwise_domain::args;
use seatwise_domain::handover::{self, HandOverCommand, Receiver, Stages};
use seatwise_domain::ids::{EventId, RecordId};
use seatwise_domain::records;
use seatwise_domain::store::{Reads as _, Sql};
use seatwise_domain::users::{self, Deactivate, HandOverChoice, UserState};
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
    AddNote {
        lead: usize,
    },
    Resend,
}

/// Everything that must not go away by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Kept {
    leads: BTreeMap<RecordId, String>,
    notes: BTreeMap<RecordId, (RecordId, String)>,
    mails: BTreeSet<RecordId>,
    /// Lines of the history: the lead and the event.
    history: BTreeSet<(RecordId, RecordId)>,
}

impl Kept {
    async fn of(db: &TestDb, acme: &Tenant) -> Self {
        let mut tx = db.read().await.unwrap();
        let mut kept = Self::default();
        let of = |columns, table| {
            Sql::new("select ")
                .push(columns, args![])
                .push(" from ", args![])
                .push(table, args![])
                .push(" where tenant_id = $?", args![acme.id])
        };
        for row in tx.rows(of("id, title", "records")).await.unwrap() {
            let mut row = row.reader();
            kept.leads.insert(row.id().unwrap(), row.text().unwrap());
        }
        for row in tx.rows(of("id, record_id, text", "notes")).await.unwrap() {
            let mut row = row.reader();
            let id = row.id().unwrap();
            let note = (row.id().unwrap(), row.text().unwrap());
            kept.notes.insert(id, note);
        }
        for row in tx.rows(of("id", "mails")).await.unwrap() {
            kept.mails.insert(row.reader().id().unwrap());
        }
        let lines = of("record_id, event_id", "record_history");
        for row in tx.rows(lines).await.unwrap() {
            let mut row = row.reader();
            let line = (row.id().unwrap(), row.id().unwrap());
            kept.history.insert(line);
        }
        kept
    }

    /// Asserts that all of it is still there, and nothing but the act added to it.
    fn stands_in(&self, after: &Self, act: &Act) {
        assert!(
            after.history.is_superset(&self.history),
            "history after {act:?}"
        );
        assert!(after.mails.is_superset(&self.mails), "mails after {act:?}");
        if !matches!(act, Act::Resend) {
            assert_eq!(after.mails, self.mails, "after {act:?}");
        }
        for (id, note) in &self.notes {
            assert_eq!(after.notes.get(id), Some(note), "after {act:?}");
        }
        for (id, title) in &self.leads {
            assert_eq!(after.leads.get(id), Some(title), "after {act:?}");
        }
        let new_notes = usize::from(matches!(act, Act::AddNote { .. }));
        assert!(
            after.notes.len() <= self.notes.len() + new_notes,
            "after {act:?}"
        );
        let new_leads = usize::from(matches!(act, Act::AddLead { .. }));
        assert!(
            after.leads.len() <= self.leads.len() + new_leads,
            "after {act:?}"
        );
    }
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
        1 => (0..16_usize).prop_map(|lead| Act::AddNote { lead }),
        1 => Just(Act::Resend),
    ];
    proptest::collection::vec(act, 12)
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
        Act::AddLead { who, stage } => {
            let name = PEOPLE[*who];
            if acme.person(name).await.state != UserState::Active {
                return false;
            }
            let stage = ["prospecting", "engaging", "lost", "cancelled"][*stage];
            acme.add_leads(name, stage, 1).await;
            true
        }
        Act::AddNote { lead } => {
            let leads = acme.all_leads().await;
            let lead = leads[lead % leads.len()].id;
            records::add_note(db, &owner, lead, "Called").await.is_ok()
        }
        Act::Resend => {
            let done = users::resend(db, &owner, &[acme.id_of("newcomer")], "").await;
            !done.unwrap().sent.is_empty()
        }
    }
}

/// An account with somebody who has not answered the invitation yet.
async fn office(db: &TestDb, account: &str) -> Tenant {
    let tenant = db.tenant().named(account).seats(SEATS + 2);
    let tenant = PEOPLE.iter().fold(tenant, |tenant, name| {
        tenant.user(name).leads(name, 1).leads_in(name, "won", 1)
    });
    tenant.pending("newcomer").build().await
}

async fn check(db: &TestDb, acme: &Tenant, acts: &[Act]) {
    let mut hand_overs = Vec::new();
    let mut kept = Kept::of(db, acme).await;
    for act in acts {
        let lines = acme.audit().await;
        let newest = lines.first().map(|line| line.id);
        db.clock().advance(1);
        let done = run(db, acme, act, &mut hand_overs).await;
        let lines = acme.audit().await;
        let new_lines = lines
            .iter()
            .take_while(|line| Some(line.id) != newest)
            .count();
        assert_eq!(
            new_lines,
            usize::from(done),
            "one line for {act:?}, none if it was refused"
        );
        let after = Kept::of(db, acme).await;
        kept.stands_in(&after, act);
        if !done {
            assert_eq!(after, kept, "{act:?} was refused");
        }
        kept = after;
        let seats = acme.seats().await;
        assert_eq!(seats.used + seats.free, seats.bought, "after {act:?}");
        let mut holders = 2;
        for name in PEOPLE {
            holders += u64::from(acme.person(name).await.state.holds_seat());
        }
        assert_eq!(seats.used, holders, "after {act:?}");
    }
}

on_both! {
    async fn d3_no_sequence_of_acts_loses_a_row_a_note_a_mail_a_seat_or_a_line_of_the_log(db: &TestDb) {
        let mut runner = TestRunner::deterministic();
        for account in ["first", "second", "third", "fourth"] {
            let acme = office(db, account).await;
            // Each sequence begins where the one before has left the account.
            for _ in 0..8 {
                let sequence = acts().new_tree(&mut runner).unwrap().current();
                check(db, &acme, &sequence).await;
            }
        }
    }
}
