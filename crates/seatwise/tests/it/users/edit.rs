//! Editing a person: shown before it is saved, recorded with old and new values, felt at once.

use seatwise_domain::authz::{EditUsers, Level, SeatKind};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::users::{self, Edit, EditError, FieldError, Invite, NewUser};
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

on_both! {
    async fn j7_an_edit_is_shown_with_old_and_new_values_before_it_is_saved(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let edit = Edit { name: Some("Anna Snelling".to_owned()), phone: Some("+380 44 123".to_owned()), ..Edit::default() };
        let shown = users::preview(&mut db.read().await.unwrap(), &owner, acme.id_of("anna"), &edit).await.unwrap();
        let told: Vec<_> = shown.changes.iter().map(|change| (change.field.as_str(), change.before.as_str(), change.after.as_str())).collect();
        assert!(told.contains(&("name", Some("anna"), Some("Anna Snelling"))), "{told:?}");
        assert_eq!(acme.person("anna").await.name, "anna");
    }

    async fn j6_k16_n30_saved_values_are_there_at_once(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let edit = Edit {
            name: Some("Anna Snelling".to_owned()),
            login: Some("asnelling".to_owned()),
            email: Some("anna.snelling@acme.example".to_owned()),
            phone: Some("+380 44 123".to_owned()),
            reason: "married".to_owned(),
            ..Edit::default()
        };
        users::edit(db, &acme.as_owner().await, acme.id_of("anna"), &edit).await.unwrap();
        let anna = acme.person("anna").await;
        assert_eq!(anna.name, "Anna Snelling");
        assert_eq!(anna.login.as_deref(), Some("asnelling"));
        assert_eq!(anna.email.as_deref(), Some("anna.snelling@acme.example"));
        assert_eq!(anna.phone.as_deref(), Some("+380 44 123"));
        assert!(acme.sign_in("anna").await.is_none(), "the old address signs in no more");
    }

    async fn j16_an_edit_is_recorded_with_the_reason(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let edit = Edit { job_title: Some("Sales agent".to_owned()), reason: "promoted".to_owned(), ..Edit::default() };
        users::edit(db, &acme.as_owner().await, acme.id_of("anna"), &edit).await.unwrap();
        let line = acme.audit().await.into_iter().next().expect("a line");
        assert_eq!(line.kind.as_str(), "user.edited");
        assert_eq!(line.reason.as_deref(), Some("promoted"));
        assert_eq!(line.changes[0].field, "job_title");
        assert_eq!(line.changes[0].after.as_str(), Some("Sales agent"));
    }

    async fn n31_an_admin_is_one_from_the_next_request_on(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let boris = acme.id_of("boris");
        let rename = Edit { name: Some("Boris F.".to_owned()), ..Edit::default() };
        let refused = users::edit(db, &acme.as_user("anna").await, boris, &rename).await.unwrap_err();
        assert!(matches!(refused, EditError::Denied(_)));
        let make_admin = Edit { level: Some(Level::Admin), ..Edit::default() };
        users::edit(db, &acme.as_owner().await, acme.id_of("anna"), &make_admin).await.unwrap();
        let anna = acme.as_user("anna").await;
        assert!(anna.scope::<EditUsers>().is_ok());
        assert!(users::edit(db, &anna, boris, &rename).await.is_ok());
    }

    async fn j1_nobody_gives_a_level_above_the_own(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").user("anna").build().await;
        let make_owner = Edit { level: Some(Level::Owner), ..Edit::default() };
        assert!(users::edit(db, &acme.as_user("bohdan").await, acme.id_of("anna"), &make_owner).await.is_err());
        let demote = Edit { level: Some(Level::User), ..Edit::default() };
        assert!(users::edit(db, &acme.as_user("bohdan").await, acme.id_of("owner"), &demote).await.is_err());
    }

    async fn two_who_edit_at_once_do_not_overwrite_each_other(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let seen = acme.person("anna").await.updated_at;
        let edit = |name: &str| Edit { name: Some(name.to_owned()), seen: Some(seen), ..Edit::default() };
        db.clock().advance(1);
        users::edit(db, &acme.as_owner().await, acme.id_of("anna"), &edit("First")).await.unwrap();
        let late = users::edit(db, &acme.as_owner().await, acme.id_of("anna"), &edit("Second")).await.unwrap_err();
        assert_eq!(late.problem(), &problem::CHANGED_MEANWHILE);
        assert_eq!(acme.person("anna").await.name, "First");
    }

    async fn n31_k16_the_level_is_changed_and_recorded(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        for (level, before, after) in [(Level::Admin, "user", "admin"), (Level::User, "admin", "user")] {
            let edit = Edit { level: Some(level), ..Edit::default() };
            users::edit(db, &owner, acme.id_of("anna"), &edit).await.unwrap();
            assert_eq!(acme.person("anna").await.level, level);
            let line = acme.audit().await.remove(0);
            let change = &line.changes[0];
            assert_eq!((change.field.as_str(), change.before.as_str(), change.after.as_str()), ("level", Some(before), Some(after)));
        }
    }

    async fn n31_nobody_on_a_team_seat_becomes_an_admin(db: &TestDb) {
        let acme = db.tenant().team_seats(2).team_user("tina").build().await;
        let owner = acme.as_owner().await;
        let lines = acme.audit().await.len();
        let make_admin = Edit { level: Some(Level::Admin), ..Edit::default() };
        let tina = acme.id_of("tina");
        let tried = users::preview(&mut db.read().await.unwrap(), &owner, tina, &make_admin).await.unwrap_err();
        let refused = users::edit(db, &owner, tina, &make_admin).await.unwrap_err();
        for error in [tried, refused] {
            assert_eq!(error.problem(), &problem::ADMIN_NEEDS_SEAT);
        }
        let invite = Invite { level: Level::Admin, seat_kind: SeatKind::Team, ..Invite::by_email("new@acme.example") };
        let refused = users::invite(db, &owner, &invite).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::ADMIN_NEEDS_SEAT);
        assert_eq!(acme.person("tina").await.level, Level::User);
        assert_eq!(acme.audit().await.len(), lines);
        let rename = Edit { name: Some("Tina T.".to_owned()), ..Edit::default() };
        assert!(users::edit(db, &owner, tina, &rename).await.is_ok(), "all else can be changed");
    }

    async fn k3_k14_who_waits_keeps_an_address_or_a_password(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        acme.let_admins_choose_passwords().await;
        let owner = acme.as_owner().await;
        let edit = Edit { email: Some(String::new()), login: Some("olena".to_owned()), ..Edit::default() };
        let refused = users::edit(db, &owner, acme.id_of("olena"), &edit).await.unwrap_err();
        assert!(matches!(refused, EditError::Field(FieldError::NoWayIn)), "{refused}");
        let with_password = Invite {
            person: NewUser { login: Some("ivo".to_owned()), email: Some("ivo@acme.example".to_owned()), ..NewUser::default() },
            password: Some(PASSWORD.to_owned()),
            ..Invite::by_email("")
        };
        let ivo = users::invite(db, &owner, &with_password).await.unwrap().user;
        let edit = Edit { email: Some(String::new()), ..Edit::default() };
        assert!(users::edit(db, &owner, ivo.id, &edit).await.is_ok(), "the password is a way in");
    }
}
