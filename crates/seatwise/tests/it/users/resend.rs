//! Sending activation mails again: one to each who still waits, and the others are named.

use seatwise_domain::handover;
use seatwise_domain::users::{self, CancelInvitationError, KeptWhy, SkippedWhy};
use seatwise_testkit::{TestDb, on_both};

on_both! {
    async fn l11_l12_l13_all_ticked_people_get_one_mail_and_the_others_are_named(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").pending("boris").leaver("darcel").build().await;
        let ticked = ["anna", "olena", "boris", "darcel"].map(|name| acme.id_of(name));
        let resent = users::resend(db, &acme.as_owner().await, &ticked, "").await.unwrap();
        assert_eq!(resent.sent.len(), 2);
        let why = |name: &str| {
            let found = resent.skipped.iter().find(|skipped| skipped.user == acme.id_of(name));
            found.map(|skipped| (skipped.name.clone(), skipped.why))
        };
        assert_eq!(why("anna"), Some(("anna".to_owned(), SkippedWhy::AlreadyActive)));
        assert_eq!(why("darcel"), Some(("darcel".to_owned(), SkippedWhy::Deactivated)));
    }

    async fn an_older_link_stops_working_and_only_one_mail_waits(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        let old = acme.token_of("olena").await;
        for _ in 0..3 {
            users::resend(db, &acme.as_owner().await, &[acme.id_of("olena")], "").await.unwrap();
        }
        let old = users::invitation(&mut db.read().await.unwrap(), &old).await.unwrap();
        assert!(old.is_none(), "{old:?}");
        let waiting = acme.mails_to("olena").await.into_iter().filter(|mail| mail.state.as_str() == "waiting");
        assert_eq!(waiting.count(), 1);
    }

    async fn p70_a_pending_invitation_is_listed_and_cancelled_and_the_seat_is_free(db: &TestDb) {
        let acme = db.tenant().seats(2).pending("olena").build().await;
        let token = acme.token_of("olena").await;
        assert_eq!(acme.seats().await.free, 0);
        users::cancel_invitation(db, &acme.as_owner().await, acme.id_of("olena"), "wrong address").await.unwrap();
        assert_eq!(acme.seats().await.free, 1);
        let invitation = users::invitation(&mut db.read().await.unwrap(), &token).await.unwrap();
        assert!(invitation.is_none());
    }

    async fn d3_a_pending_heir_who_lost_the_leads_again_is_kept_since_their_history_names_him(db: &TestDb) {
        let acme = db.tenant().user("darcel").user("anna").pending("olena").pending("boris").leads("darcel", 1).build().await;
        let owner = acme.as_owner().await;
        let command = |from: &str, to: &str| handover::HandOverCommand {
            from: acme.id_of(from),
            to: handover::Receiver::User(acme.id_of(to)),
            stages: handover::Stages::Open,
            reason: String::new(),
            expected: None,
        };
        let given = handover::manage(db, &owner, &command("darcel", "olena")).await.unwrap();
        handover::undo(db, &owner, given.id, "").await.unwrap();
        // Got nothing, but stands in what the audit log and the leaver's page tell.
        let none = handover::manage(db, &owner, &command("anna", "boris")).await.unwrap();
        assert_eq!(none.moved, 0);
        for name in ["olena", "boris"] {
            let refused = users::cancel_invitation(db, &owner, acme.id_of(name), "").await;
            let Err(CancelInvitationError::InUse(kept)) = refused else {
                panic!("{name} stands in lead history: {refused:?}");
            };
            assert_eq!(kept.why, KeptWhy::HasWork);
            assert_eq!(acme.person(name).await.name, name);
        }
    }
}
