//! The files of the main job, with the figures that the description of the real ones gives.

use seatwise_domain::authz::ViewUsers;
use seatwise_domain::imports::{self, Encoding, ImportKind, NoteCode, Options, Reason, Verdict};
use seatwise_domain::records::{LeadFilter, LeadRow, LeadState};
use seatwise_domain::store::PageSize;
use seatwise_domain::users::{self, ListFilter};
use seatwise_testkit::company::Company;
use seatwise_testkit::{TestDb, on_both};

use super::{detail, ran, said, sent};

on_both! {
    async fn d13_l15_the_german_staff_list_has_a_verdict_for_each_of_its_fifteen_rows(db: &TestDb) {
        let company = Company::files();
        let acme = db.tenant().seats(20).build().await;
        let owner = acme.as_owner().await;
        let import = sent(db, &owner, ImportKind::Users, &company.german).await.unwrap();
        assert_eq!(import.shape.encoding.as_deref(), Some(Encoding::Windows1252.code()));
        let options = Options { create_teams: true, ..import.options.clone() };
        imports::map(db, &owner, import.id, &import.mapping, &options).await.unwrap();
        imports::check(db, &owner, import.id).await.unwrap();
        let create = |row| (row, Verdict::Create, None);
        assert_eq!(said(db, &owner, import.id).await, [
            create(2), create(3), create(4), create(5),
            (6, Verdict::Skip, Some(Reason::EmptyRow)),
            create(7), create(8),
            (9, Verdict::Skip, Some(Reason::DuplicateInFile)),
            (10, Verdict::Problem, Some(Reason::EmailInvalid)),
            create(11), create(12),
            (13, Verdict::Problem, Some(Reason::NameInvalid)),
            create(14),
            (15, Verdict::Problem, Some(Reason::EmailMissing)),
            create(16),
        ]);
        let notes = detail(db, &owner, import.id, 7).await.notes;
        assert!(notes.iter().any(|note| note.code == NoteCode::DateNotTaken && note.value == "31.02.2022"));
        let notes = detail(db, &owner, import.id, 14).await.notes;
        assert!(notes.iter().any(|note| note.code == NoteCode::PhoneNotTaken && note.value == "n/a"));
        ran(db, &owner, import.id).await;
        let scope = owner.scope::<ViewUsers>().unwrap();
        let mut tx = db.read().await.unwrap();
        let filter = ListFilter::default();
        let page = users::list(&mut tx, &scope, &filter, None, PageSize::new(50)).await.unwrap();
        let people = page.items;
        assert_eq!(people.len(), 11);
        let uwe = people.iter().find(|row| row.user.name == "Uwe Böhm").unwrap();
        assert_eq!(uwe.user.started_on.unwrap().to_string(), "2018-05-02");
        assert!(people.iter().any(|row| row.user.name == "Günther Schäfer; jun."));
    }

    async fn the_sales_pipeline_comes_with_its_totals_and_a_second_time_without_doubles(db: &TestDb) {
        let company = Company::files();
        let acme = db.tenant().seats(60).build().await;
        let owner = acme.as_owner().await;
        let import = sent(db, &owner, ImportKind::Users, &company.staff).await.unwrap();
        let options = Options { create_teams: true, ..import.options.clone() };
        imports::map(db, &owner, import.id, &import.mapping, &options).await.unwrap();
        let import = imports::check(db, &owner, import.id).await.unwrap();
        assert_eq!(import.totals.of(Verdict::Create), 41);
        ran(db, &owner, import.id).await;
        for time in 1..=2 {
            let import = sent(db, &owner, ImportKind::Leads, &company.pipeline).await.unwrap();
            let options = Options { pending_owners: true, ..import.options.clone() };
            imports::map(db, &owner, import.id, &import.mapping, &options).await.unwrap();
            let import = imports::check(db, &owner, import.id).await.unwrap();
            let (new, same) = (import.totals.of(Verdict::Create), import.totals.because(Reason::Unchanged));
            assert_eq!((new, same), if time == 1 { (8_800, 0) } else { (0, 8_800) });
            ran(db, &owner, import.id).await;
        }
        let leads = acme.leads(&LeadFilter::default()).await;
        let count = |stage: &str| leads.iter().filter(|lead| lead.stage.as_str() == stage).count();
        assert_eq!([count("won"), count("lost"), count("engaging"), count("prospecting")], [4_238, 2_473, 1_589, 500]);
        let won = |leads: &mut dyn Iterator<Item = &LeadRow>| -> i64 {
            leads.filter(|lead| lead.state == LeadState::Won).filter_map(|lead| lead.value).map(|value| value.0).sum()
        };
        assert_eq!(won(&mut leads.iter()), 10_005_534 * 100);
        let darcel = |lead: &&LeadRow| lead.owner.as_ref().is_some_and(|owner| owner.name == "Darcel Schlecht");
        assert_eq!(leads.iter().filter(darcel).count(), 747);
        assert_eq!(won(&mut leads.iter().filter(darcel)), 1_153_214 * 100);
    }
}
