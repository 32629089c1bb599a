//! What was given for a time goes by itself when it is over, and the history says so.

use seatwise_domain::audit::EventKind;
use seatwise_domain::housekeeping::Tidy;
use seatwise_domain::jobs::{self, Registry};
use seatwise_domain::roles::{self, Give};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::{TestDb, on_both};

use super::{set, to};

on_both! {
    async fn p54_p87_a_set_that_ended_is_taken_at_night_with_a_line_in_the_history(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let export = set(db, &acme, "Export", &[("leads.export", "own")]).await;
        let owner = acme.as_owner().await;
        let give = Give { expires_at: Some(db.now().plus_days(1)), ..to(&acme, "anna", &export.key) };
        roles::give(db, &owner, &give).await.unwrap();
        roles::give(db, &owner, &to(&acme, "boris", &export.key)).await.unwrap();
        jobs::ensure(db, &Tidy {}).await.unwrap();
        let registry = Registry::default().with::<Tidy>();
        run_due(db, &registry).await;
        let lines = acme.audit().await.len();
        db.clock().advance(2 * 86_400);
        run_due(db, &registry).await;
        let log = acme.audit().await;
        assert_eq!(log.len(), lines + 1, "one line for anna, none for boris");
        assert_eq!((log[0].kind, log[0].subject_id, log[0].actor_kind.as_str()), (EventKind::RolesChanged, Some(acme.id_of("anna").0), "system"));
        assert_eq!(log[0].detail["role"], "Export");
        run_due(db, &registry).await;
        assert_eq!(acme.audit().await.len(), lines + 1);
    }
}
