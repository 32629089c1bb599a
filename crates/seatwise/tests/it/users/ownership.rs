//! The account changes hands: offered by the owner, taken by whoever wants it, never without an owner.

use seatwise_domain::args;
use seatwise_domain::audit::{Audit, EventKind};
use seatwise_domain::authz::{Caller, Key, Level};
use seatwise_domain::ids::UserId;
use seatwise_domain::mail::Mail;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::store::Sql;
use seatwise_domain::users::ownership::{
    self, Appoint, OFFER_DAYS_MAX, Offer, OfferOwnership, OwnershipError,
};
use seatwise_domain::users::{self, Deactivate, Edit, HandOverChoice};
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};

fn to(acme: &Tenant, name: &str) -> OfferOwnership {
    OfferOwnership {
        to: acme.id_of(name),
        days: None,
        password: PASSWORD.to_owned(),
        reason: "I leave in May".to_owned(),
    }
}

async fn offered(db: &TestDb, acme: &Tenant, name: &str) -> Result<Offer, OwnershipError> {
    ownership::offer(db, &acme.as_owner().await, &to(acme, name)).await
}

async fn level(acme: &Tenant, name: &str) -> Level {
    acme.as_user(name).await.level()
}

fn demote(user: Level) -> Edit {
    Edit {
        level: Some(user),
        ..Edit::default()
    }
}

fn leave(user: UserId) -> Deactivate {
    Deactivate {
        user,
        hand_over: HandOverChoice::Later,
        stages: seatwise_domain::handover::Stages::default(),
        reason: String::new(),
        expected: None,
    }
}

on_both! {
    async fn n59_d17_the_account_changes_hands_when_both_want_it(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").user("anna").build().await;
        let owner = acme.as_owner().await;
        let seen = {
            let mut tx = db.read().await.unwrap();
            ownership::preview(&mut tx, &owner, acme.id_of("anna")).await.unwrap()
        };
        assert_eq!(seen.loses, [Key::RemoveUsers, Key::TransferOwnership]);
        assert!(seen.gains.contains(&Key::EditAccount) && seen.gains.contains(&Key::AssignRecords), "{:?}", seen.gains);
        let made = offered(db, &acme, "anna").await.unwrap();
        assert_eq!(made.expires_at, db.now().plus_days(7));
        assert_eq!((level(&acme, "owner").await, level(&acme, "anna").await), (Level::Owner, Level::User), "nothing changes yet");
        let mail = acme.mails_to("anna").await.remove(0);
        assert!(matches!(&mail.mail, Mail::OwnershipOffered { offered_by, reason, .. } if offered_by == "owner" && reason.as_deref() == Some("I leave in May")));
        ownership::accept(db, &acme.as_user("anna").await, PASSWORD).await.unwrap();
        assert_eq!((level(&acme, "owner").await, level(&acme, "anna").await), (Level::Admin, Level::Owner));
        let log = acme.audit().await;
        let lines: Vec<_> = log.iter().filter(|line| line.kind == EventKind::OwnershipTransferred).collect();
        assert_eq!(lines.len(), 2, "one for the history of each (P87)");
        assert!(lines.iter().all(|line| line.actor_name == "anna"));
        let told = acme.mails_to("owner").await.remove(0);
        assert!(matches!(told.mail, Mail::OwnershipChanged { by_operator: false, .. }));
        // Whoever was the owner is an admin like others now.
        let refused = ownership::offer(db, &acme.as_owner().await, &to(&acme, "bohdan")).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::DENIED);
        users::deactivate(db, &acme.as_user("anna").await, &leave(acme.id_of("owner"))).await.unwrap();
    }

    async fn d17_only_the_one_who_was_asked_answers_and_proves_who_he_is(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let wrong = OfferOwnership { password: "not mine".to_owned(), ..to(&acme, "anna") };
        assert_eq!(ownership::offer(db, &acme.as_owner().await, &wrong).await.unwrap_err().problem(), &problem::PASSWORD_WRONG);
        offered(db, &acme, "anna").await.unwrap();
        let boris = acme.as_user("boris").await;
        assert_eq!(ownership::accept(db, &boris, PASSWORD).await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
        assert_eq!(ownership::decline(db, &boris, "").await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
        let anna = acme.as_user("anna").await;
        assert_eq!(ownership::accept(db, &anna, "not hers").await.unwrap_err().problem(), &problem::PASSWORD_WRONG);
        assert_eq!(level(&acme, "owner").await, Level::Owner);
        for (caller, sees) in [(&anna, true), (&boris, false), (&acme.as_owner().await, true)] {
            let mut tx = db.read().await.unwrap();
            assert_eq!(ownership::open_offer(&mut tx, caller).await.unwrap().is_some(), sees);
        }
        ownership::decline(db, &anna, "Too much").await.unwrap();
        assert!(matches!(&acme.mails_to("owner").await[0].mail, Mail::OwnershipDeclined { reason, .. } if reason.as_deref() == Some("Too much")));
        assert_eq!(ownership::accept(db, &anna, PASSWORD).await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
    }

    async fn d17_one_offer_is_open_at_a_time_and_ends_by_itself(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        for days in [0, OFFER_DAYS_MAX + 1] {
            let command = OfferOwnership { days: Some(days), ..to(&acme, "anna") };
            assert_eq!(ownership::offer(db, &acme.as_owner().await, &command).await.unwrap_err().problem(), &problem::OFFER_DAYS_INVALID);
        }
        offered(db, &acme, "anna").await.unwrap();
        assert_eq!(offered(db, &acme, "boris").await.unwrap_err().problem(), &problem::OWNERSHIP_OFFERED);
        ownership::withdraw(db, &acme.as_owner().await, "Thought again").await.unwrap();
        assert_eq!(ownership::accept(db, &acme.as_user("anna").await, PASSWORD).await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
        offered(db, &acme, "boris").await.unwrap();
        db.clock().advance(8 * 86_400);
        assert_eq!(ownership::accept(db, &acme.as_user("boris").await, PASSWORD).await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
        offered(db, &acme, "anna").await.unwrap();
        ownership::accept(db, &acme.as_user("anna").await, PASSWORD).await.unwrap();
    }

    async fn d17_nobody_becomes_owner_who_could_not_sign_in(db: &TestDb) {
        let acme = db.tenant().team_seats(1).team_user("tim").user("anna").pending("petra").leaver("lena").build().await;
        for (name, why) in [
            ("owner", &problem::NEW_OWNER_IS_OWNER),
            ("tim", &problem::NEW_OWNER_NEEDS_SEAT),
            ("petra", &problem::NEW_OWNER_PENDING),
            ("lena", &problem::NEW_OWNER_DEACTIVATED),
        ] {
            assert_eq!(offered(db, &acme, name).await.unwrap_err().problem(), why, "{name}");
        }
        let people = {
            let caller = acme.as_owner().await;
            let mut tx = db.read().await.unwrap();
            ownership::candidates(&mut tx, &caller, "").await.unwrap().people
        };
        let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["anna"], "a picker offers nobody whom the act refuses (D4)");
        users::reset_by_admin(db, &acme.as_owner().await, acme.id_of("anna"), "").await.unwrap();
        assert_eq!(offered(db, &acme, "anna").await.unwrap_err().problem(), &problem::NEW_OWNER_WITHOUT_PASSWORD);
    }

    async fn d17_an_offer_dies_with_whoever_leaves(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        offered(db, &acme, "anna").await.unwrap();
        let anna = acme.as_user("anna").await;
        users::deactivate(db, &acme.as_owner().await, &leave(acme.id_of("anna"))).await.unwrap();
        assert_eq!(ownership::accept(db, &anna, PASSWORD).await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
        users::reactivate(db, &acme.as_owner().await, acme.id_of("anna"), "").await.unwrap();
        assert_eq!(ownership::accept(db, &anna, PASSWORD).await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
        assert_eq!(level(&acme, "owner").await, Level::Owner);
    }

    async fn n59_n60_whoever_owns_the_account_is_neither_deactivated_nor_demoted(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").build().await;
        let before = acme.audit().await.len();
        for caller in [acme.as_user("bohdan").await, Caller::operator(acme.id)] {
            assert_eq!(users::deactivate(db, &caller, &leave(acme.id_of("owner"))).await.unwrap_err().problem(), &problem::IS_OWNER);
            assert_eq!(users::edit(db, &caller, acme.id_of("owner"), &demote(Level::User)).await.unwrap_err().problem(), &problem::IS_OWNER);
        }
        let owner = acme.as_owner().await;
        assert_eq!(users::edit(db, &owner, acme.id_of("owner"), &demote(Level::Admin)).await.unwrap_err().problem(), &problem::IS_OWNER);
        assert_eq!(acme.audit().await.len(), before, "a refused act leaves everything as it was");
    }

    async fn n59_nobody_but_the_owner_changes_what_the_owner_signs_in_with(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").build().await;
        let user = acme.id_of("owner");
        for edit in [
            Edit { email: Some("mine@acme.example".to_owned()), ..Edit::default() },
            Edit { login: Some("mine".to_owned()), ..Edit::default() },
        ] {
            let refused = users::edit(db, &acme.as_user("bohdan").await, user, &edit).await.unwrap_err();
            assert_eq!(refused.problem(), &problem::IS_OWNER, "{edit:?}");
            let owner = acme.as_owner().await;
            assert!(acme.sign_in("owner").await.is_some());
            drop(users::preview(&mut db.read().await.unwrap(), &owner, user, &edit).await.unwrap());
        }
    }

    async fn d17_an_offer_is_not_taken_by_whoever_could_not_be_the_owner_any_more(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        offered(db, &acme, "anna").await.unwrap();
        let anna = acme.as_user("anna").await;
        let mut tx = db.write().await.unwrap();
        let moved = Sql::new("update users set seat_kind = 'team'").push(" where tenant_id = $? and id = $?", args![acme.id, acme.id_of("anna")]);
        tx.run(moved).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
        assert_eq!(ownership::accept(db, &anna, PASSWORD).await.unwrap_err().problem(), &problem::NEW_OWNER_NEEDS_SEAT);
        assert_eq!(level(&acme, "owner").await, Level::Owner);
    }

    async fn n59_the_operator_appoints_another_owner_when_the_present_one_is_lost(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").user("anna").pending("petra").build().await;
        offered(db, &acme, "bohdan").await.unwrap();
        let operator = Caller::operator(acme.id);
        let appoint = |name: &str| Appoint { to: acme.id_of(name), reason: "Owner is gone".to_owned() };
        let refused = ownership::appoint(db, &acme.as_user("bohdan").await, &appoint("anna")).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::DENIED, "nobody of the account is the operator");
        let refused = ownership::appoint(db, &acme.as_owner().await, &appoint("anna")).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::DENIED);
        assert_eq!(ownership::appoint(db, &operator, &appoint("petra")).await.unwrap_err().problem(), &problem::NEW_OWNER_PENDING);
        let seats = acme.seats().await;
        ownership::appoint(db, &operator, &appoint("anna")).await.unwrap();
        assert_eq!((level(&acme, "owner").await, level(&acme, "anna").await), (Level::Admin, Level::Owner));
        assert_eq!(acme.seats().await, seats);
        let bohdan = acme.as_user("bohdan").await;
        assert_eq!(ownership::accept(db, &bohdan, PASSWORD).await.unwrap_err().problem(), &problem::OWNERSHIP_OFFER_GONE);
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind, line.actor_kind.as_str(), line.reason.as_deref()), (EventKind::OwnershipTransferred, "operator", Some("Owner is gone")));
        for name in ["owner", "anna"] {
            assert!(matches!(acme.mails_to(name).await[0].mail, Mail::OwnershipChanged { by_operator: true, .. }), "{name}");
        }
    }
}
