//! Export of leads, on both databases.

use std::collections::BTreeSet;

use seatwise_domain::records::{self, ExportError, LeadFilter};
use seatwise_testkit::{TestDb, on_both};

use crate::crm::Crm;

on_both! {
    async fn an_export_has_every_lead_once_and_leaves_a_line(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.user("anna").await;
        crm.leads(Some("anna"), 1_000).await;
        crm.leads(None, 203).await;
        let olga = crm.caller("olga").await;
        let mut seen = BTreeSet::new();
        let mut export = records::export(db, &olga, &LeadFilter::default(), "csv").await.unwrap();
        loop {
            let batch = export.next_batch().await.unwrap();
            if batch.is_empty() {
                break;
            }
            seen.extend(batch.into_iter().map(|lead| lead.row.id));
        }
        assert_eq!(seen.len(), 1_203);
        let lines = crm.number("select count(*) from audit_events where tenant_id = $? and kind = 'export.leads'").await;
        assert_eq!(lines, 1);
        let anna = crm.caller("anna").await;
        let refused = records::export(db, &anna, &LeadFilter::default(), "csv").await;
        assert!(matches!(refused, Err(ExportError::Denied(_))));
    }
}
