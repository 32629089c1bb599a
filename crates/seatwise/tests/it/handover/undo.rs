//! Undo of leads, on both databases.

use seatwise_domain::audit::EventKind;
use seatwise_domain::handover::{self, Kept, KeptBecause, UndoError};
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::records::{self, LeadChange, Patch};
use seatwise_domain::store::PageSize;
use seatwise_domain::teams;
use seatwise_testkit::{TestDb, on_both};

use super::manage;
use crate::crm::{Crm, counts};

async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    crm.user("darcel").await;
    crm.user("sonja").await;
    crm.user("kary").await;
    crm.leads(Some("darcel"), 10).await;
    crm.set_state("darcel", "deactivated").await;
    crm
}

async fn kept(crm: &Crm<'_>, id: seatwise_domain::ids::EventId) -> Vec<Kept> {
    let hand_over = crm.hand_over(id).await;
    let mut tx = crm.read().await;
    let scope = crm.assigning();
    let size = PageSize::default();
    let page = handover::kept(&mut tx, &scope, &hand_over, None, size).await;
    page.unwrap().items
}

on_both! {
    async fn d2_what_nobody_touched_goes_back_and_the_rest_is_listed_with_who_and_what(db: &TestDb) {
        let crm = office(db).await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        let mut tx = crm.read().await;
        let view = crm.view("sonja").await;
        let filter = records::LeadFilter::of(crm.id("sonja"));
        let page = records::list(&mut tx, &view, &filter, records::Sort::Newest, None, PageSize::default()).await.unwrap();
        drop(tx);
        let sonja = crm.caller("sonja").await;
        let olga = crm.caller("olga").await;
        let edited = &page.items[0];
        let change = LeadChange { value: Patch::To(records::Minor(5)), ..LeadChange::default() };
        records::edit(db, &sonja, edited.id, &change).await.unwrap();
        let noted = &page.items[1];
        records::add_note(db, &sonja, noted.id, "Called, wants an offer").await.unwrap();

        let before = kept(&crm, done.id).await;
        assert_eq!(before.len(), 2, "known before the undo");
        let undone = handover::undo(db, &olga, done.id, "he comes back").await.unwrap();
        assert_eq!((undone.total, undone.moved, undone.kept), (4, 2, 2));
        assert_eq!(crm.owners().await, counts(&[("darcel", 8), ("sonja", 2)]));
        let listed = kept(&crm, done.id).await;
        assert_eq!(listed, before);
        for (lead, wanted) in [(edited, EventKind::LeadEdited), (noted, EventKind::NoteAdded)] {
            let found = listed.iter().find(|kept| kept.lead == lead.id).unwrap();
            assert_eq!(found.title, lead.title);
            let KeptBecause::Touched { kind, by, changes, .. } = &found.because else {
                panic!("somebody touched it");
            };
            assert_eq!((*kind, by.as_str()), (wanted, "sonja"));
            if *kind == EventKind::LeadEdited {
                assert_eq!(changes[0].field, "value");
                assert_eq!(changes[0].after, 5);
            }
        }
        let again = LeadChange { value: Patch::Clear, ..LeadChange::default() };
        records::edit(db, &sonja, edited.id, &again).await.unwrap();
        assert_eq!(kept(&crm, done.id).await, before, "later changes don't rewrite the story");
    }

    async fn d2_an_undo_is_undone_in_turn(db: &TestDb) {
        let crm = office(db).await;
        let olga = crm.caller("olga").await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        let mut last = done.id;
        for round in 0..4 {
            let next = handover::undo(db, &olga, last, "").await.unwrap();
            assert_eq!((next.moved, next.kept), (4, 0));
            let wanted = if round % 2 == 0 {
                counts(&[("darcel", 10)])
            } else {
                counts(&[("darcel", 6), ("sonja", 4)])
            };
            assert_eq!(crm.owners().await, wanted, "round {round}");
            last = next.id;
        }
        let mut tx = crm.read().await;
        let all = handover::list_of_leaver(&mut tx, &crm.assigning(), crm.id("darcel"), 50).await.unwrap();
        assert_eq!(all.len(), 5);
        assert_eq!(all[0].id, last);
        assert_eq!(all.iter().filter(|one| one.undone_by.is_some()).count(), 4);
    }

    async fn d2_it_is_done_again_after_an_undo(db: &TestDb) {
        let crm = office(db).await;
        let olga = crm.caller("olga").await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        handover::undo(db, &olga, done.id, "").await.unwrap();
        let again = manage(&crm, "darcel", Some("kary")).await;
        assert_eq!(again.moved, 4);
        assert_eq!(crm.owners().await, counts(&[("darcel", 6), ("kary", 4)]));
    }

    async fn d2_the_undo_ends_after_thirty_days(db: &TestDb) {
        let crm = office(db).await;
        let olga = crm.caller("olga").await;
        let first = manage(&crm, "darcel", Some("sonja")).await;
        db.clock().advance(30 * 86_400);
        let undone = handover::undo(db, &olga, first.id, "").await.unwrap();
        db.clock().advance(30 * 86_400 + 1);
        let late = handover::undo(db, &olga, undone.id, "").await;
        assert!(matches!(late, Err(UndoError::TooLate)));
    }

    async fn d2_of_two_undos_at_once_one_is_done(db: &TestDb) {
        let crm = office(db).await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        let olga = crm.caller("olga").await;
        let tries = (0..4).map(|_| {
            let (db, olga) = (crm.db.clone(), olga.clone());
            tokio::spawn(async move { handover::undo(&db, &olga, done.id, "").await })
        });
        let mut good = 0;
        for one in tries.collect::<Vec<_>>() {
            match one.await.unwrap() {
                Ok(undone) => {
                    assert_eq!(undone.moved, 4);
                    good += 1;
                }
                Err(UndoError::AlreadyUndone) => {}
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!(good, 1);
        assert_eq!(crm.number("select count(*) from hand_overs where tenant_id = $?").await, 2);
    }

    async fn d2_a_lead_whose_former_owner_was_removed_stays_with_that_reason(db: &TestDb) {
        let crm = office(db).await;
        let olga = crm.caller("olga").await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        crm.set_state("darcel", "anonymised").await;
        let undone = handover::undo(db, &olga, done.id, "").await.unwrap();
        assert_eq!((undone.moved, undone.kept), (0, 4));
        let listed = kept(&crm, done.id).await;
        assert_eq!(listed.len(), 4);
        assert!(listed.iter().all(|kept| kept.because == KeptBecause::FormerOwnerGone));
    }

    async fn d2_a_lead_that_was_given_on_stays_with_its_new_owner(db: &TestDb) {
        let crm = office(db).await;
        let olga = crm.caller("olga").await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        let on = manage(&crm, "sonja", Some("kary")).await;
        let undone = handover::undo(db, &olga, done.id, "").await.unwrap();
        assert_eq!((undone.moved, undone.kept), (0, 4));
        let listed = kept(&crm, done.id).await;
        assert!(listed.iter().all(|kept| matches!(&kept.because,
            KeptBecause::Touched { kind: EventKind::HandedOver, by, .. } if by == "olga")));
        handover::undo(db, &olga, on.id, "").await.unwrap();
        assert_eq!(crm.owners().await, counts(&[("darcel", 6), ("sonja", 4)]));
    }

    async fn d2_an_undo_that_would_leave_leads_behind_out_of_reach_is_refused(db: &TestDb) {
        let mut crm = office(db).await;
        crm.user("mona").await;
        let olga = crm.caller("olga").await;
        let north = teams::create(db, &olga, "North").await.unwrap().id;
        teams::add_members(db, &olga, north, &[crm.id("sonja")], false, "").await.unwrap();
        teams::add_members(db, &olga, north, &[crm.id("mona")], true, "").await.unwrap();
        for heir in [None, Some("kary")] {
            let done = manage(&crm, "darcel", heir).await;
            let before = crm.owners().await;
            let mona = crm.caller("mona").await;
            let refused = handover::undo(db, &mona, done.id, "").await.unwrap_err();
            assert!(matches!(refused, UndoError::OutOfReach), "{refused}");
            assert_eq!((refused.problem(), refused.problem().class), (&problem::UNDO_OUT_OF_REACH, problem::Class::Denied));
            assert_eq!((crm.hand_over(done.id).await.undone_by, crm.owners().await), (None, before), "the one undo is still there");
            let undone = handover::undo(db, &olga, done.id, "").await.unwrap();
            assert_eq!((undone.moved, undone.kept), (4, 0));
        }
        let done = manage(&crm, "darcel", Some("sonja")).await;
        let undone = handover::undo(db, &crm.caller("mona").await, done.id, "").await.unwrap();
        assert_eq!((undone.moved, undone.kept), (4, 0), "of her own team she takes it back");

        let done = manage(&crm, "darcel", Some("kary")).await;
        manage(&crm, "kary", Some("sonja")).await;
        let undone = handover::undo(db, &crm.caller("mona").await, done.id, "").await.unwrap();
        assert_eq!((undone.moved, undone.kept), (0, 4), "what somebody touched would stay anyway");
    }

    async fn p7_leads_come_back_from_the_unassigned_inbox(db: &TestDb) {
        let crm = office(db).await;
        let olga = crm.caller("olga").await;
        let done = manage(&crm, "darcel", None).await;
        assert_eq!(crm.owners().await, counts(&[("darcel", 6), ("", 4)]));
        let undone = handover::undo(db, &olga, done.id, "").await.unwrap();
        assert_eq!(crm.owners().await, counts(&[("darcel", 10)]));
        handover::undo(db, &olga, undone.id, "").await.unwrap();
        assert_eq!(crm.owners().await, counts(&[("darcel", 6), ("", 4)]));
    }
}
