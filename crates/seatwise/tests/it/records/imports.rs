//! Imports of leads, on both databases.

use jiff::civil::date;
use seatwise_domain::audit::Audit;
use seatwise_domain::ids::{EventId, ImportId};
use seatwise_domain::records::{
    self, Fields, ImportedLead, KnownLead, LeadChange, LeadState, Minor, Patch,
};
use seatwise_domain::store::PageSize;
use seatwise_testkit::{TestDb, on_both};

use crate::crm::{Crm, sample};

fn row(number: usize, crm: &Crm<'_>) -> ImportedLead {
    ImportedLead {
        external_id: Some(format!("OPP{number}")),
        fields: Fields::from([("product".to_owned(), "GTX Pro".to_owned())]),
        credit: None,
        opened_on: Some(date(2016, 10, 20)),
        ..sample(number, Some(crm.id("anna")))
    }
}

on_both! {
    async fn d13_a_second_import_updates_and_never_doubles(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.user("anna").await;
        crm.user("ben").await;
        let rows: Vec<_> = (0..1_203).map(|number| row(number, &crm)).collect();
        let made = crm.put(&rows).await;
        assert_eq!(made.len(), 1_203);

        let scope = crm.importing();
        let names: Vec<String> = rows.iter().filter_map(|row| row.external_id.clone()).collect();
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        names.push("OPP-nobody");
        let mut tx = db.write().await.unwrap();
        let known = records::find_by_external(&mut tx, &scope, &names).await.unwrap();
        assert_eq!(known.len(), 1_203);
        assert_eq!(known["OPP7"].id, made[7]);
        let bare = ImportedLead { credit: None, ..known["OPP7"].lead.clone() };
        assert_eq!(bare, rows[7]);
        let changes: Vec<(&KnownLead, ImportedLead)> = known.values().map(|known| {
            let mut lead = known.lead.clone();
            lead.value = None;
            lead.stage = "won".parse().unwrap();
            lead.state = LeadState::Won;
            lead.closed_on = Some(date(2017, 3, 1));
            lead.owner = Some(crm.id("ben"));
            lead.fields = Fields::new();
            (known, lead)
        }).collect();
        let event: EventId = tx.id();
        records::update_batch(&mut tx, &scope, event, &changes).await.unwrap();
        let line = seatwise_domain::audit::Event::new(seatwise_domain::audit::EventKind::ImportRun);
        tx.commit(Audit::by(&scope, line.with_id(event))).await.unwrap();

        assert_eq!(crm.number("select count(*) from records where tenant_id = $?").await, 1_203);
        assert_eq!(crm.stages_of("ben").await, crate::crm::counts(&[("won", 1_203)]));
        let mut tx = crm.read().await;
        let view = crm.view("olga").await;
        let page = records::show(&mut tx, &view, made[7], PageSize::default()).await.unwrap().unwrap();
        assert_eq!((page.lead.row.value, page.lead.row.closed_on), (None, Some(date(2017, 3, 1))));
        let line = &page.history.items[0];
        assert!(line.changes_owner());
        let fields: Vec<_> = line.changes.iter().map(|change| change.field.as_str()).collect();
        let wanted = if rows[7].stage.as_str() == "won" { vec!["value", "closed_on", "fields"] } else { vec!["stage", "value", "closed_on", "fields"] };
        assert_eq!(fields, wanted);
    }

    async fn d13_an_undo_removes_what_nobody_touched(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.user("anna").await;
        let rows: Vec<_> = (0..600).map(|number| row(number, &crm)).collect();
        let scope = crm.importing();
        let mut tx = db.write().await.unwrap();
        let (event, import): (EventId, ImportId) = (tx.id(), tx.id());
        let made = records::insert_batch(&mut tx, &scope, event, import, &rows).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
        let anna = crm.caller("anna").await;
        records::add_note(db, &anna, made[3], "mine").await.unwrap();
        let change = LeadChange { value: Patch::To(Minor(1)), ..LeadChange::default() };
        records::edit(db, &anna, made[4], &change).await.unwrap();

        let mut tx = db.write().await.unwrap();
        let removed = records::remove_untouched(&mut tx, &scope, event, &made).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
        assert_eq!(removed.len(), 598);
        assert!(!removed.contains(&made[3]) && !removed.contains(&made[4]));
        assert_eq!(crm.number("select count(*) from records where tenant_id = $?").await, 2);
        assert_eq!(crm.number("select count(*) from notes where tenant_id = $?").await, 1);
    }

    async fn further_fields_are_made_once(db: &TestDb) {
        let crm = Crm::new(db).await;
        let scope = crm.importing();
        let mut tx = db.write().await.unwrap();
        let made = records::ensure_fields(&mut tx, &scope, &["Account", "Product line"]).await.unwrap();
        let keys: Vec<_> = made.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["account", "product_line"]);
        records::ensure_fields(&mut tx, &scope, &["PRODUCT LINE", "Series"]).await.unwrap();
        let all = records::fields(&mut tx, &scope).await.unwrap();
        let labels: Vec<_> = all.iter().map(|field| field.label.as_str()).collect();
        assert_eq!(labels, ["Account", "Product line", "Series"]);
    }
}
