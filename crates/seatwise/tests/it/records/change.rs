//! Change of leads, on both databases.

use jiff::civil::date;
use seatwise_domain::audit::EventKind;
use seatwise_domain::ids::UserId;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::records::{
    self, CreateError, EditError, Fields, LeadChange, LeadState, Minor, NewLead, NewOwner,
    NoteError, Patch,
};
use seatwise_domain::store::PageSize;
use seatwise_testkit::{TestDb, on_both};

use crate::crm::Crm;

fn titled(title: &str) -> NewLead {
    NewLead {
        title: title.to_owned(),
        ..NewLead::default()
    }
}

async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    crm.user("anna").await;
    crm.user("ben").await;
    crm
}

on_both! {
    async fn a_new_lead_belongs_to_whoever_makes_it(db: &TestDb) {
        let crm = office(db).await;
        let anna = crm.caller("anna").await;
        let new = NewLead {
            value: Some(Minor(12_345)),
            contact_email: Some("k@kunde.example".to_owned()),
            fields: Fields::from([("city".to_owned(), "Kyiv".to_owned())]),
            ..titled("  Hofgut   Seebach ")
        };
        let made = records::create(db, &anna, &new).await.unwrap();
        assert_eq!(made.row.title, "Hofgut   Seebach");
        assert_eq!(made.row.owner.as_ref().map(|owner| owner.id), Some(crm.id("anna")));
        assert_eq!(made.row.stage.as_str(), "prospecting");
        let mut tx = crm.read().await;
        let page = records::show(&mut tx, &crm.view("anna").await, made.row.id, PageSize::default()).await.unwrap().unwrap();
        assert_eq!(page.lead, made);
        assert_eq!(page.history.items.len(), 1);
        assert_eq!(page.history.items[0].kind, EventKind::LeadCreated);
        assert_eq!(page.history.items[0].actor, "anna");
    }

    async fn a_lead_that_is_closed_from_the_start_is_closed_today(db: &TestDb) {
        let crm = office(db).await;
        let anna = crm.caller("anna").await;
        let won = NewLead { stage: Some("won".parse().unwrap()), ..titled("Done") };
        let made = records::create(db, &anna, &won).await.unwrap();
        assert_eq!((made.row.state, made.row.closed_on), (LeadState::Won, Some(date(2026, 3, 2))));
    }

    async fn wrong_new_leads_are_refused_with_the_field(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("pia", "user", "pending", "regular").await;
        let olga = crm.caller("olga").await;
        let anna = crm.caller("anna").await;
        let taken = NewLead { external_id: Some("X1".to_owned()), ..titled("First") };
        records::create(db, &olga, &taken).await.unwrap();
        let problem = async |caller, new: NewLead| records::create(db, caller, &new).await.unwrap_err().problem();
        assert_eq!(problem(&olga, titled(" ")).await, &problem::TITLE_INVALID);
        assert_eq!(problem(&olga, NewLead { value: Some(Minor(-1)), ..titled("a") }).await, &problem::VALUE_INVALID);
        assert_eq!(problem(&olga, NewLead { stage: Some("nowhere".parse().unwrap()), ..titled("a") }).await, &problem::STAGE_UNKNOWN);
        assert_eq!(problem(&olga, taken).await, &problem::EXTERNAL_ID_TAKEN);
        let for_pending = NewLead { owner: NewOwner::User(crm.id("pia")), ..titled("a") };
        assert_eq!(problem(&olga, for_pending).await, &problem::HEIR_PENDING);
        let for_nobody = NewLead { owner: NewOwner::User(UserId(uuid::Uuid::nil())), ..titled("a") };
        assert_eq!(problem(&olga, for_nobody).await, &problem::HEIR_NOT_ACTIVE);
        for owner in [NewOwner::User(crm.id("ben")), NewOwner::Unassigned] {
            let refused = records::create(db, &anna, &NewLead { owner, ..titled("a") }).await;
            let refused = refused.unwrap_err();
            assert!(matches!(refused, CreateError::NotYours));
            assert_eq!(refused.problem(), &problem::RECEIVER_OUT_OF_REACH);
        }
    }

    async fn j16_a_change_is_kept_with_before_and_after(db: &TestDb) {
        let crm = office(db).await;
        let anna = crm.caller("anna").await;
        let made = records::create(db, &anna, &titled("Old")).await.unwrap();
        let change = LeadChange {
            title: Some("New".to_owned()),
            value: Patch::To(Minor(100)),
            next_step: Patch::To("Call".to_owned()),
            next_step_on: Patch::To(date(2026, 3, 4)),
            fields: Fields::from([("city".to_owned(), "Kyiv".to_owned())]),
            version: Some(made.version),
            ..LeadChange::default()
        };
        let changed = records::edit(db, &anna, made.row.id, &change).await.unwrap();
        assert_eq!(changed.row.title, "New");
        let mut tx = crm.read().await;
        let view = crm.view("anna").await;
        assert_eq!(records::find(&mut tx, &view, made.row.id).await.unwrap().unwrap(), changed);
        let history = records::history(&mut tx, &view, made.row.id, None, PageSize::default()).await.unwrap();
        let line = &history.items[0];
        let fields: Vec<_> = line.changes.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(fields, ["title", "value", "next_step", "next_step_on", "fields.city"]);
        assert_eq!((&line.changes[0].before, &line.changes[0].after), (&"Old".into(), &"New".into()));
        assert!(!line.changes_owner());
        drop(tx);
        let late = LeadChange { title: Some("Late".to_owned()), version: Some(made.version), ..LeadChange::default() };
        let refused = records::edit(db, &anna, made.row.id, &late).await;
        assert!(matches!(refused, Err(EditError::ChangedMeanwhile)));
        let nothing = LeadChange { title: Some("New".to_owned()), ..LeadChange::default() };
        let same = records::edit(db, &anna, made.row.id, &nothing).await.unwrap();
        assert_eq!(same.version, changed.version, "no change, no line");
    }

    async fn closing_sets_the_day_and_reopening_clears_it(db: &TestDb) {
        let crm = office(db).await;
        let anna = crm.caller("anna").await;
        let made = records::create(db, &anna, &titled("Deal")).await.unwrap();
        let to = async |stage: &str, closed_on| {
            let change = LeadChange { stage: Some(stage.parse().unwrap()), closed_on, ..LeadChange::default() };
            records::edit(db, &anna, made.row.id, &change).await.unwrap().row
        };
        // 23:30 in Kyiv is the next day's start elsewhere; the account's zone decides.
        db.clock().set("2026-03-09T21:59:00Z".parse::<jiff::Timestamp>().map(|at| seatwise_domain::clock::Timestamp::from_micros(at.as_microsecond())).unwrap());
        let won = to("won", Patch::Keep).await;
        assert_eq!((won.state, won.closed_on), (LeadState::Won, Some(date(2026, 3, 9))));
        assert_eq!(to("engaging", Patch::Keep).await.closed_on, None);
        db.clock().advance(120);
        assert_eq!(to("lost", Patch::Keep).await.closed_on, Some(date(2026, 3, 10)));
        assert_eq!(to("cancelled", Patch::To(date(2026, 1, 31))).await.closed_on, Some(date(2026, 1, 31)));
    }

    async fn what_is_out_of_reach_is_not_there(db: &TestDb) {
        let crm = office(db).await;
        let anna = crm.caller("anna").await;
        let ben = crm.caller("ben").await;
        let made = records::create(db, &anna, &titled("Mine")).await.unwrap();
        let change = LeadChange { title: Some("Yours".to_owned()), ..LeadChange::default() };
        let refused = records::edit(db, &ben, made.row.id, &change).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::NOT_FOUND);
        let refused = records::add_note(db, &ben, made.row.id, "hello").await;
        assert!(matches!(refused, Err(NoteError::NoSuchLead)));
    }

    async fn notes_are_kept_newest_first(db: &TestDb) {
        let crm = office(db).await;
        let anna = crm.caller("anna").await;
        let made = records::create(db, &anna, &titled("Deal")).await.unwrap();
        for text in ["one", "two\r\nlines", "three"] {
            records::add_note(db, &anna, made.row.id, text).await.unwrap();
        }
        let refused = records::add_note(db, &anna, made.row.id, " \n ").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::NOTE_INVALID);
        let mut tx = crm.read().await;
        let view = crm.view("anna").await;
        let page = records::show(&mut tx, &view, made.row.id, PageSize::new(2)).await.unwrap().unwrap();
        let texts: Vec<_> = page.notes.items.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(texts, ["three", "two\nlines"]);
        assert_eq!(page.lead.row.notes, 3);
        let next = page.notes.next.unwrap();
        let rest = records::notes(&mut tx, &view, &page.lead, Some(&next), PageSize::new(2)).await.unwrap();
        assert_eq!(rest.items[0].text, "one");
        assert_eq!(rest.items[0].author_name.as_deref(), Some("anna"));
    }

    async fn a_team_seat_writes_notes_and_nothing_else(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("timo", "user", "active", "team").await;
        crm.set_visibility("all").await;
        let anna = crm.caller("anna").await;
        let timo = crm.caller("timo").await;
        let made = records::create(db, &anna, &titled("Deal")).await.unwrap();
        records::add_note(db, &timo, made.row.id, "seen").await.unwrap();
        let change = LeadChange { title: Some("Mine".to_owned()), ..LeadChange::default() };
        let refused = records::edit(db, &timo, made.row.id, &change).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::DENIED);
    }
}
