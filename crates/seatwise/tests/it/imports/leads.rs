//! What is said about rows that are leads, and what a second import of the same file does.

use seatwise_domain::imports::{ImportKind, NoteCode, Options, Reason, UnknownOwner, Verdict};
use seatwise_domain::records::{LeadFilter, LeadState, Minor};
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::{TestDb, on_both};

use super::{checked, detail, ran, said, work};

const FILE: &str = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n\
                    A1,anna,GTX Basic,Acme,Won,2016-10-20,2017-03-01,1054\n\
                    A2,Anna,GTX Pro,,Engaging,2016-10-25,,\n\
                    A3,olena,MG Special,Codehow,Prospecting,,,\n";

on_both! {
    async fn leads_come_with_owner_stage_value_dates_and_further_fields(db: &TestDb) {
        let acme = db.tenant().user("anna").user("olena").build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Leads, FILE, |_| {}).await;
        assert_eq!(import.totals.of(Verdict::Create), 3);
        ran(db, &owner, import.id).await;
        let leads = acme.leads_of("anna").await;
        let won = leads.iter().find(|lead| lead.state == LeadState::Won).unwrap();
        assert_eq!(won.title, "Acme – GTX Basic");
        assert_eq!(won.value, Some(Minor(105_400)));
        assert_eq!(won.opened_on.unwrap().to_string(), "2016-10-20");
        assert_eq!(won.closed_on.unwrap().to_string(), "2017-03-01");
        assert_eq!(won.external_id.as_deref(), Some("A1"));
        assert_eq!(leads.len(), 2);
        assert_eq!(acme.stages_of("olena").await.into_iter().collect::<Vec<_>>(), [("prospecting".to_owned(), 1)]);
    }

    async fn a_second_import_updates_and_never_doubles(db: &TestDb) {
        let acme = db.tenant().user("anna").user("olena").build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Leads, FILE, |_| {}).await;
        ran(db, &owner, import.id).await;
        let again = checked(db, &owner, ImportKind::Leads, FILE, |_| {}).await;
        assert_eq!(again.totals.because(Reason::Unchanged), 3);
        let changed = FILE.replace("A2,Anna,GTX Pro,,Engaging,2016-10-25,,", "A2,Anna,GTX Pro,,Won,2016-10-25,2017-05-01,99.50");
        let again = checked(db, &owner, ImportKind::Leads, &changed, |_| {}).await;
        assert_eq!((again.totals.of(Verdict::Update), again.totals.of(Verdict::Create)), (1, 0));
        ran(db, &owner, again.id).await;
        assert_eq!(acme.leads(&LeadFilter::default()).await.len(), 3);
        let leads = acme.leads_of("anna").await;
        let updated = leads.iter().find(|lead| lead.external_id.as_deref() == Some("A2")).unwrap();
        assert_eq!((updated.state, updated.value), (LeadState::Won, Some(Minor(9_950))));
    }

    async fn every_row_of_leads_has_a_verdict(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leaver("darcel").team_seats(1).team_user("tim").build().await;
        let owner = acme.as_owner().await;
        let text = "id,title,owner,stage,value,close date\n\
                    1,Good,anna,won,n/a,31.02.2022\n\
                    1,Twice,anna,won,,\n\
                    2,Nobody,Nobody Known,won,,\n\
                    3,Leaver,darcel,won,,\n\
                    4,Pending,olena,won,,\n\
                    5,Team seat,tim,won,,\n\
                    6,Odd stage,anna,half won,,\n\
                    ,,,,,\n\
                    7,,anna,,,\n";
        let import = checked(db, &owner, ImportKind::Leads, text, |_| {}).await;
        let forecast = said(db, &owner, import.id).await;
        assert_eq!(forecast, [
            (2, Verdict::Create, None),
            (3, Verdict::Skip, Some(Reason::DuplicateInFile)),
            (4, Verdict::Problem, Some(Reason::OwnerUnknown)),
            (5, Verdict::Problem, Some(Reason::OwnerDeactivated)),
            (6, Verdict::Problem, Some(Reason::OwnerPending)),
            (7, Verdict::Problem, Some(Reason::OwnerMayNot)),
            (8, Verdict::Problem, Some(Reason::StageUnknown)),
            (9, Verdict::Skip, Some(Reason::EmptyRow)),
            (10, Verdict::Create, None),
        ]);
        let notes: Vec<NoteCode> = detail(db, &owner, import.id, 2).await.notes.iter().map(|note| note.code).collect();
        assert_eq!(notes, [NoteCode::ValueNotTaken, NoteCode::DateNotTaken]);
        ran(db, &owner, import.id).await;
        assert_eq!(said(db, &owner, import.id).await, forecast);
    }

    async fn k15_an_owner_who_is_not_here_is_taken_only_when_the_admin_says_so(db: &TestDb) {
        let acme = db.tenant().pending("olena").leaver("darcel").build().await;
        let owner = acme.as_owner().await;
        let text = "id,title,owner\n1,A,olena\n2,B,darcel\n3,C,nobody\n";
        let of = async |change: fn(&mut Options)| {
            let import = checked(db, &owner, ImportKind::Leads, text, change).await;
            said(db, &owner, import.id).await.into_iter().map(|(_, verdict, _)| verdict).collect::<Vec<_>>()
        };
        assert_eq!(of(|_| {}).await, [Verdict::Problem, Verdict::Problem, Verdict::Problem]);
        assert_eq!(of(|options| options.pending_owners = true).await, [Verdict::Create, Verdict::Problem, Verdict::Problem]);
        assert_eq!(of(|options| options.historic = true).await, [Verdict::Problem, Verdict::Create, Verdict::Problem]);
        let unassigned = |options: &mut Options| options.unknown_owner = UnknownOwner::Unassigned;
        assert_eq!(of(unassigned).await, [Verdict::Create, Verdict::Create, Verdict::Create]);
        let import = checked(db, &owner, ImportKind::Leads, text, unassigned).await;
        assert_eq!(detail(db, &owner, import.id, 4).await.notes[0].code, NoteCode::LeftUnassigned);
        ran(db, &owner, import.id).await;
        assert_eq!(acme.leads_of("").await.len(), 3);
    }

    async fn two_people_of_one_name_are_told_apart_by_address(db: &TestDb) {
        let acme = db.tenant().user("anna").user("olena").build().await;
        let owner = acme.as_owner().await;
        let same = seatwise_domain::users::Edit { name: Some("anna".to_owned()), ..Default::default() };
        seatwise_domain::users::edit(db, &owner, acme.id_of("olena"), &same).await.unwrap();
        let text = format!("id,title,owner\n1,A,Anna\n2,B,{}\n", acme.email_of("olena"));
        let import = checked(db, &owner, ImportKind::Leads, &text, |_| {}).await;
        assert_eq!(said(db, &owner, import.id).await, [
            (2, Verdict::Problem, Some(Reason::OwnerAmbiguous)),
            (3, Verdict::Create, None),
        ]);
    }

    async fn an_old_file_does_not_take_back_what_was_handed_over(db: &TestDb) {
        let acme = db.tenant().user("anna").user("olena").build().await;
        let owner = acme.as_owner().await;
        let text = "id,title,owner,value\n1,A,anna,5\n";
        let import = checked(db, &owner, ImportKind::Leads, text, |_| {}).await;
        ran(db, &owner, import.id).await;
        acme.deactivate("anna", HandOverChoice::Unassign).await;
        work(db).await;
        assert_eq!(acme.leads_of("").await.len(), 1);
        let text = text.replace(",5", ",6");
        let import = checked(db, &owner, ImportKind::Leads, &text, |options| options.historic = true).await;
        assert_eq!(said(db, &owner, import.id).await, [(2, Verdict::Update, None)]);
        assert_eq!(detail(db, &owner, import.id, 2).await.notes[0].code, NoteCode::OwnerKept);
        ran(db, &owner, import.id).await;
        let leads = acme.leads_of("").await;
        assert_eq!((leads.len(), leads[0].value), (1, Some(Minor(600))));
    }
}
