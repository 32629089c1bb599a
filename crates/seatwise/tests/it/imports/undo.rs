//! Undoing: what nobody touched is gone, what somebody touched stays and is named.

use std::collections::BTreeMap;

use seatwise_domain::authz::{Caller, RunImports, ViewUsers};
use seatwise_domain::handover::{self, HandOverCommand, Receiver, Stages};
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{
    self, ImportKind, ImportState, Reason, Undo, UndoError, UndoPlan, Verdict, Which,
};
use seatwise_domain::records::{self, LeadChange, LeadFilter, Minor, Patch};
use seatwise_domain::store::PageSize;
use seatwise_domain::users::{self, Activate, ListFilter};

use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};

use super::{checked, found, many, ran, said, work};

/// Follows the link that was mailed to an address.
async fn activated(db: &TestDb, acme: &Tenant, address: &str) {
    let mails = acme.mails().await;
    let mail = mails
        .iter()
        .find(|mail| mail.address == address)
        .expect("a mail");
    let command = Activate {
        token: mail.mail.token().expect("a link").to_owned(),
        name: "Somebody".to_owned(),
        password: PASSWORD.to_owned(),
        language: None,
        agent: "test".to_owned(),
        address: "127.0.0.1".to_owned(),
        source: seatwise_domain::authz::Source::Page,
    };
    users::activate(db, &command).await.expect("an activation");
}

async fn planned(db: &TestDb, owner: &Caller, import: ImportId) -> UndoPlan {
    let scope = owner.scope::<RunImports>().expect("a right");
    let mut tx = db.read().await.expect("a snapshot");
    imports::plan_undo(&mut tx, &scope, import, &Which::All)
        .await
        .expect("a plan")
}

on_both! {
    async fn l8_d13_people_who_never_acted_are_removed_and_the_others_are_named(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(3), |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        imports::send_activations(db, &owner, import.id, None).await.unwrap();
        work(db).await;
        activated(db, &acme, "name0@many.example").await;
        let plan = planned(db, &owner, import.id).await;
        assert_eq!((plan.reversed, plan.kept), (2, BTreeMap::from([("has-acted", 1)])));
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        let import = found(db, &owner, import.id).await;
        assert_eq!(import.state, ImportState::Undone);
        assert_eq!((import.totals.of(Verdict::Reversed), import.totals.of(Verdict::Kept)), (2, 1));
        assert_eq!(said(db, &owner, import.id).await, [
            (2, Verdict::Kept, Some(Reason::HasActed)),
            (3, Verdict::Reversed, None),
            (4, Verdict::Reversed, None),
        ]);
        assert_eq!(acme.seats().await.used, 2);
        let waiting = acme.mails().await;
        assert_eq!(waiting.len(), 1, "no mail and no link of a removed person is left: {waiting:?}");
        let again = checked(db, &owner, ImportKind::Users, &many(3), |options| options.create_teams = true).await;
        assert_eq!(again.totals.of(Verdict::Create), 2);
    }

    async fn d3_somebody_who_owned_a_lead_for_a_while_stays_when_the_import_is_undone(db: &TestDb) {
        let acme = db.tenant().leads("owner", 1).build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(2), |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        let scope = owner.scope::<ViewUsers>().unwrap();
        let mut tx = db.read().await.unwrap();
        let filter = ListFilter { query: Some("name0@many.example".to_owned()), ..ListFilter::default() };
        let people = users::list(&mut tx, &scope, &filter, None, PageSize::default()).await.unwrap();
        drop(tx);
        let command = HandOverCommand {
            from: acme.id_of("owner"),
            to: Receiver::User(people.items[0].user.id),
            stages: Stages::Open,
            reason: String::new(),
            expected: None,
        };
        let given = handover::manage(db, &owner, &command).await.unwrap();
        handover::undo(db, &owner, given.id, "").await.unwrap();
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        assert_eq!(said(db, &owner, import.id).await, [
            (2, Verdict::Kept, Some(Reason::HasWork)),
            (3, Verdict::Reversed, None),
        ]);
    }

    async fn p74_single_rows_are_undone_at_once(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(3), |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        let import = imports::undo(db, &owner, &Undo::rows(import.id, vec![3])).await.unwrap();
        assert_eq!(import.state, ImportState::Done);
        assert_eq!((import.totals.of(Verdict::Reversed), import.totals.of(Verdict::Create)), (1, 2));
        assert_eq!(acme.seats().await.used, 3);
    }

    async fn somebody_who_owns_leads_stays(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(1), |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        let leads = checked(db, &owner, ImportKind::Leads, "id,title,owner\n1,A,Person 0\n", |options| {
            options.pending_owners = true;
        }).await;
        ran(db, &owner, leads.id).await;
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        assert_eq!(said(db, &owner, import.id).await, [(2, Verdict::Kept, Some(Reason::HasWork))]);
    }

    async fn leads_that_nobody_touched_go_and_updated_ones_get_their_values_back(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let first = "id,title,owner,value\n1,A,anna,1\n2,B,anna,2\n";
        let import = checked(db, &owner, ImportKind::Leads, first, |_| {}).await;
        ran(db, &owner, import.id).await;
        let second = "id,title,owner,value\n1,A,anna,10\n2,B,anna,20\n3,C,anna,30\n4,D,anna,40\n";
        let import = checked(db, &owner, ImportKind::Leads, second, |_| {}).await;
        assert_eq!((import.totals.of(Verdict::Update), import.totals.of(Verdict::Create)), (2, 2));
        ran(db, &owner, import.id).await;
        for touched in ["B", "D"] {
            let leads = acme.leads(&LeadFilter::default()).await;
            let lead = leads.iter().find(|lead| lead.title == touched).unwrap();
            let change = LeadChange { next_step: Patch::To("call".to_owned()), ..LeadChange::default() };
            records::edit(db, &owner, lead.id, &change).await.unwrap();
        }
        let plan = planned(db, &owner, import.id).await;
        assert_eq!((plan.reversed, plan.kept), (2, BTreeMap::from([("changed-since", 2)])));
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        assert_eq!(said(db, &owner, import.id).await, [
            (2, Verdict::Reversed, None),
            (3, Verdict::Kept, Some(Reason::ChangedSince)),
            (4, Verdict::Reversed, None),
            (5, Verdict::Kept, Some(Reason::ChangedSince)),
        ]);
        let mut values: Vec<(String, Option<Minor>)> =
            acme.leads(&LeadFilter::default()).await.into_iter().map(|lead| (lead.title, lead.value)).collect();
        values.sort();
        assert_eq!(values, [
            ("A".to_owned(), Some(Minor(100))),
            ("B".to_owned(), Some(Minor(2_000))),
            ("D".to_owned(), Some(Minor(4_000))),
        ]);
    }

    async fn l17_an_import_is_undone_for_thirty_days_and_once(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(1), |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        db.clock().advance(31 * 86_400);
        let late = imports::undo(db, &owner, &Undo::all(import.id)).await;
        assert!(matches!(late, Err(UndoError::TooLate)), "{late:?}");
        let import = checked(db, &owner, ImportKind::Users, "E-mail\nx@many.example\n", |_| {}).await;
        ran(db, &owner, import.id).await;
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        let twice = imports::undo(db, &owner, &Undo::all(import.id)).await;
        assert!(matches!(twice, Err(UndoError::NotUndoable)), "{twice:?}");
    }

    async fn values_that_an_import_changed_on_people_stay(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let text = format!("E-mail,Position\n{},Boss\n", acme.email_of("anna"));
        let import = checked(db, &owner, ImportKind::Users, &text, |options| options.update = true).await;
        ran(db, &owner, import.id).await;
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        assert_eq!(said(db, &owner, import.id).await, [(2, Verdict::Kept, Some(Reason::UpdateStays))]);
        let scope = owner.scope::<seatwise_domain::authz::ViewUsers>().unwrap();
        let anna = users::find(&mut db.read().await.unwrap(), &scope, acme.id_of("anna")).await.unwrap().unwrap();
        assert_eq!(anna.job_title.as_deref(), Some("Boss"));
    }
}
