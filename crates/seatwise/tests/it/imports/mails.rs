//! Activation mails of an import: none before the admin says so, then one for each.

use seatwise_domain::imports::{self, ImportKind};
use seatwise_testkit::{TestDb, on_both};

use super::{checked, many, ran, work};

on_both! {
    async fn l7_mails_go_out_when_the_admin_says_so_and_once(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(3), |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        assert!(acme.mails().await.is_empty());
        imports::send_activations(db, &owner, import.id, Some(&[3])).await.unwrap();
        work(db).await;
        assert_eq!(acme.mails().await.len(), 1);
        for _ in 0..2 {
            imports::send_activations(db, &owner, import.id, None).await.unwrap();
            work(db).await;
        }
        assert_eq!(acme.mails().await.len(), 3);
    }

    async fn an_import_may_mail_as_soon_as_it_is_done(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(2), |options| {
            options.create_teams = true;
            options.mail_now = true;
        }).await;
        let import = ran(db, &owner, import.id).await;
        assert!(import.mailed_at.is_some());
        assert_eq!(acme.mails().await.len(), 2);
    }
}
