//! A person who has left is removed: nothing tells who he was, everything he did is there.

use seatwise_domain::audit::EventKind;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::records;
use seatwise_domain::store::{PageSize, Reads as _, Sql};
use seatwise_domain::users::{self, HandOverChoice, ListFilter, StateView, UserState};
use seatwise_testkit::{TestDb, on_both};

/// Rows of the tables of people that name this word, without the audit log, which is never changed.
async fn named(db: &TestDb, word: &str) -> u64 {
    let mut found = 0;
    for (table, columns) in [
        (
            "users",
            "name || coalesce(email, '') || coalesce(login, '') || search_key",
        ),
        ("sign_in_names", "name_key || shown"),
        ("mails", "address || to_name"),
        ("import_rows", "cast(cells as text)"),
    ] {
        let text = format!("select count(*) from {table} where lower({columns}) like '%{word}%'");
        let row = db
            .read()
            .await
            .unwrap()
            .row(Sql::new(text.leak()))
            .await
            .unwrap();
        found += row.unwrap().reader().count().unwrap();
    }
    found
}

on_both! {
    async fn z84_decision_4_who_has_left_is_removed_and_what_he_did_stays(db: &TestDb) {
        let acme = db.tenant().user("darcel").leads("darcel", 3).build().await;
        let id = acme.id_of("darcel");
        let lead = acme.leads_of("darcel").await[0].id;
        records::add_note(db, &acme.as_user("darcel").await, lead, "Called").await.unwrap();
        let owner = acme.as_owner().await;
        let early = users::anonymise(db, &owner, id, "").await.unwrap_err();
        assert_eq!(early.problem(), &problem::NOT_DEACTIVATED);
        acme.deactivate("darcel", HandOverChoice::Later).await;
        assert!(named(db, "darcel").await > 0);

        let left = users::anonymise(db, &owner, id, "asked to be forgotten").await.unwrap();
        assert_eq!((left.state, left.name.as_str()), (UserState::Anonymised, users::pseudonym(id).as_str()));
        assert_eq!(named(db, "darcel").await, 0, "nothing tells who he was");
        let leads = acme.leads_of("darcel").await;
        assert_eq!(leads.len(), 3);
        assert_eq!(acme.audit().await[0].kind, EventKind::UserAnonymised);
        assert_eq!(acme.audit().await[0].reason.as_deref(), Some("asked to be forgotten"));
        let scope = owner.scope().unwrap();
        let mut tx = db.read().await.unwrap();
        let views = users::views(&mut tx, &scope).await.unwrap();
        assert_eq!((views.all, views.deactivated, views.removed), (1, 0, 1), "no longer in the CRM");
        let filter = ListFilter { view: StateView::Removed, ..ListFilter::default() };
        let removed = users::list(&mut tx, &scope, &filter, None, PageSize::default()).await.unwrap();
        assert_eq!(removed.items.len(), 1);
        drop(tx);
        let back = users::reactivate(db, &owner, id, "").await.unwrap_err();
        assert_eq!(back.problem(), &problem::NOT_DEACTIVATED, "there is no way back");
    }

    async fn z84_the_address_of_a_removed_person_can_be_used_again_by_somebody_else(db: &TestDb) {
        let mut acme = db.tenant().seats(2).user("darcel").build().await;
        acme.deactivate("darcel", HandOverChoice::Later).await;
        users::anonymise(db, &acme.as_owner().await, acme.id_of("darcel"), "").await.unwrap();
        let old = acme.id_of("darcel");
        let new = acme.invite("darcel").await;
        assert_ne!(old, new);
    }

    async fn z84_only_the_owner_removes_people(db: &TestDb) {
        let acme = db.tenant().admin("anna").leaver("darcel").build().await;
        let refused = users::anonymise(db, &acme.as_user("anna").await, acme.id_of("darcel"), "").await.unwrap_err();
        assert!(matches!(refused, users::AnonymiseError::Denied(_)), "{refused:?}");
        assert_eq!(acme.person("darcel").await.state, UserState::Deactivated);
    }
}
