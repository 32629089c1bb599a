//! What the log and the lead's own history tell of sharing.

use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::Party;
use seatwise_domain::records;
use seatwise_domain::sharing::{self, Access, NewShare};
use seatwise_domain::store::PageSize;
use seatwise_testkit::{TestDb, on_both};

on_both! {
    async fn j16_a_share_is_told_with_its_reason_and_leaves_the_lead_untouched(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 1).build().await;
        let lead = acme.leads_of("anna").await[0].id;
        let caller = acme.as_user("anna").await;
        let view = caller.records().unwrap();
        let before = records::find(&mut db.read().await.unwrap(), &view, lead).await.unwrap().unwrap();
        let with = Party::User(acme.id_of("boris"));
        let new = NewShare { lead, with, access: Access::Read, reason: "covers for me".to_owned() };
        sharing::share(db, &caller, &new).await.unwrap();
        sharing::share(db, &caller, &new).await.unwrap();
        sharing::unshare(db, &caller, lead, with, "back again").await.unwrap();
        let lines = acme.audit().await;
        let told: Vec<_> = lines.iter().take(2).map(|line| (line.kind, line.reason.as_deref())).collect();
        assert_eq!(told, [(EventKind::LeadUnshared, Some("back again")), (EventKind::LeadShared, Some("covers for me"))]);
        let shared = lines.iter().filter(|line| line.kind == EventKind::LeadShared).count();
        assert_eq!(shared, 1, "the second time nothing changed");
        let mut tx = db.read().await.unwrap();
        let after = records::find(&mut tx, &view, lead).await.unwrap().unwrap();
        assert_eq!((after.version, after.row.updated_at), (before.version, before.row.updated_at));
        let history = records::history(&mut tx, &view, lead, None, PageSize::default()).await.unwrap();
        let kinds: Vec<_> = history.items.iter().take(2).map(|line| line.kind).collect();
        assert_eq!(kinds, [EventKind::LeadUnshared, EventKind::LeadShared]);
        assert!(!history.items[1].changes_owner());
        assert_eq!(history.items[1].changes[0].after, "boris");
    }
}
