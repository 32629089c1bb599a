//! A person leaves: no access, a free seat, the leads where the admin wants them.

use seatwise_domain::authz::{Caller, Source};
use seatwise_domain::handover::Stages;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::users::{self, Deactivate, DeactivateError, HandOverChoice, UserState};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

fn leave(acme: &Tenant, name: &str, hand_over: HandOverChoice) -> Deactivate {
    Deactivate {
        user: acme.id_of(name),
        hand_over,
        stages: Stages::default(),
        reason: "left the company".to_owned(),
        expected: None,
    }
}

async fn busy_account(db: &TestDb) -> Tenant {
    let tenant = db.tenant().admin("bohdan").user("darcel").user("anna");
    tenant
        .leads_in("darcel", "prospecting", 3)
        .leads_in("darcel", "engaging", 2)
        .leads_in("darcel", "won", 4)
        .leads_in("darcel", "lost", 1)
        .leads_in("darcel", "cancelled", 1)
        .leads("anna", 2)
        .build()
        .await
}

on_both! {
    async fn n35_k25_the_seat_is_free_at_once_and_nothing_opens_any_more(db: &TestDb) {
        let acme = db.tenant().seats(3).user("darcel").build().await;
        assert!(acme.sign_in("darcel").await.is_some());
        let before = acme.seats().await;
        let done = users::deactivate(db, &acme.as_owner().await, &leave(&acme, "darcel", HandOverChoice::Later)).await;
        assert_eq!(done.unwrap().sessions, 2, "one from the activation, one from signing in");
        let after = acme.seats().await;
        assert_eq!((after.used, after.free), (before.used - 1, before.free + 1));
        assert!(acme.sign_in("darcel").await.is_none());
        let mut tx = db.read().await.unwrap();
        assert!(Caller::load(&mut tx, acme.id, acme.id_of("darcel"), Source::Page).await.unwrap().is_none());
    }

    async fn n41_n45_choice_one_gives_the_open_leads_to_the_heir_and_leaves_the_closed_ones(db: &TestDb) {
        let acme = busy_account(db).await;
        let to_anna = leave(&acme, "darcel", HandOverChoice::To(acme.id_of("anna")));
        let done = users::deactivate(db, &acme.as_user("bohdan").await, &to_anna).await.unwrap();
        let hand_over = done.hand_over.expect("a hand-over");
        assert_eq!((hand_over.moved, hand_over.kept), (5, 6));
        let stages = acme.stages_of("darcel").await;
        assert_eq!(stages, [("cancelled", 1), ("lost", 1), ("won", 4)].map(|(stage, n)| (stage.to_owned(), n)).into());
        assert_eq!(acme.leads_of("anna").await.len(), 7);
    }

    async fn n40_leads_that_came_or_went_since_the_page_was_read_refuse_the_deactivation(db: &TestDb) {
        let acme = busy_account(db).await;
        let owner = acme.as_owner().await;
        let mut read = leave(&acme, "darcel", HandOverChoice::To(acme.id_of("anna")));
        read.expected = Some(5);
        acme.add_leads("darcel", "engaging", 1).await;
        let refused = users::deactivate(db, &owner, &read).await.unwrap_err();
        assert!(matches!(refused, DeactivateError::Changed { expected: 5, actual: 6 }), "{refused}");
        assert_eq!(refused.problem(), &problem::CHANGED_MEANWHILE);
        assert_eq!(acme.person("darcel").await.state, UserState::Active);
        read.expected = Some(6);
        assert_eq!(users::deactivate(db, &owner, &read).await.unwrap().hand_over.expect("it").moved, 6);
    }

    async fn n42_p7_choice_two_puts_the_open_leads_into_the_unassigned_inbox(db: &TestDb) {
        let acme = busy_account(db).await;
        let unassign = leave(&acme, "darcel", HandOverChoice::Unassign);
        users::deactivate(db, &acme.as_owner().await, &unassign).await.unwrap();
        assert_eq!(acme.leads_of("").await.len(), 5);
        assert_eq!(acme.leads_of("darcel").await.len(), 6);
    }

    async fn n43_choice_three_leaves_everything_readable_under_the_old_name(db: &TestDb) {
        let acme = busy_account(db).await;
        acme.deactivate("darcel", HandOverChoice::Later).await;
        let leads = acme.leads_of("darcel").await;
        assert_eq!(leads.len(), 11);
        assert!(leads.iter().all(|lead| lead.owner.as_ref().is_some_and(|owner| owner.left && owner.name == "darcel")));
    }

    async fn n39_no_lead_is_deleted_by_a_deactivation(db: &TestDb) {
        for choice in ["heir", "unassign", "later"] {
            let acme = db.tenant().named(choice).user("darcel").user("anna").leads("darcel", 3).leads_in("darcel", "won", 2);
            let acme = acme.build().await;
            let mut before: Vec<_> = acme.all_leads().await.into_iter().map(|lead| lead.id).collect();
            let choice = match choice {
                "heir" => HandOverChoice::To(acme.id_of("anna")),
                "unassign" => HandOverChoice::Unassign,
                _ => HandOverChoice::Later,
            };
            acme.deactivate("darcel", choice).await;
            let mut after: Vec<_> = acme.all_leads().await.into_iter().map(|lead| lead.id).collect();
            before.sort_unstable();
            after.sort_unstable();
            assert_eq!(before, after);
        }
    }

    async fn n46_k15_only_people_who_may_own_leads_are_heirs(db: &TestDb) {
        let acme = db.tenant().team_seats(1).user("darcel").leaver("gone").team_user("tim").leads("darcel", 1).build().await;
        for heir in ["gone", "tim", "darcel"] {
            let command = leave(&acme, "darcel", HandOverChoice::To(acme.id_of(heir)));
            let error = users::deactivate(db, &acme.as_owner().await, &command).await.unwrap_err();
            assert!(matches!(error, DeactivateError::HandOver(_)), "{heir}: {error}");
        }
        assert_eq!(acme.person("darcel").await.state, UserState::Active);
    }

    async fn j1_only_who_may_manage_users_deactivates(db: &TestDb) {
        let acme = busy_account(db).await;
        let command = leave(&acme, "darcel", HandOverChoice::Later);
        let error = users::deactivate(db, &acme.as_user("anna").await, &command).await.unwrap_err();
        assert!(matches!(error, DeactivateError::Denied(_)));
    }

    async fn the_owner_and_oneself_cannot_be_deactivated(db: &TestDb) {
        let acme = busy_account(db).await;
        let owner = leave(&acme, "owner", HandOverChoice::Later);
        let error = users::deactivate(db, &acme.as_user("bohdan").await, &owner).await.unwrap_err();
        assert_eq!(error.problem(), &problem::IS_OWNER);
        let oneself = leave(&acme, "bohdan", HandOverChoice::Later);
        let error = users::deactivate(db, &acme.as_user("bohdan").await, &oneself).await.unwrap_err();
        assert_eq!(error.problem(), &problem::IS_SELF);
    }

    async fn j16_the_log_says_who_when_why_before_and_after(db: &TestDb) {
        let acme = busy_account(db).await;
        let command = leave(&acme, "darcel", HandOverChoice::To(acme.id_of("anna")));
        let done = users::deactivate(db, &acme.as_user("bohdan").await, &command).await.unwrap();
        let log = acme.audit().await;
        let line = log.iter().find(|line| line.id == done.event).expect("a line");
        assert_eq!(line.kind.as_str(), "user.deactivated");
        assert_eq!(line.actor_name, "bohdan");
        assert_eq!(line.at, db.now());
        assert_eq!(line.subject_name.as_deref(), Some("darcel"));
        assert_eq!(line.reason.as_deref(), Some("left the company"));
        let state = line.changes.iter().find(|change| change.field == "state").expect("the state changed");
        assert_eq!((state.before.as_str(), state.after.as_str()), (Some("active"), Some("deactivated")));
    }
}
