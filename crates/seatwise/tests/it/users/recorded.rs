//! Every act on a person leaves a line with the date, the reason, who did it and the new data (J16).

use seatwise_domain::audit::REASON_MAX;
use seatwise_domain::audit::{Entry, EventKind};
use seatwise_domain::authz::Source;
use seatwise_domain::handover::{self, Assign, HandOverCommand, Receiver, Stages, Which};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::teams;
use seatwise_domain::tenants::{Ask, Settings, UserField, UserForm};
use seatwise_domain::users::{self, Activate, Deactivate, Edit, HandOverChoice, Invite, NewUser};
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use crate::api::PIXEL;

/// The newest line of a kind.
async fn line(acme: &Tenant, kind: EventKind) -> Entry {
    let lines = acme.audit().await;
    let found = lines.into_iter().find(|entry| entry.kind == kind);
    found.unwrap_or_else(|| panic!("no {}", kind.as_str()))
}

fn after(entry: &Entry, field: &str) -> Json {
    let found = entry.changes.iter().find(|change| change.field == field);
    found.map_or(Json::Null, |change| change.after.clone())
}

on_both! {
    async fn j16_a_new_person_is_recorded_with_all_that_was_given(db: &TestDb) {
        let acme = db.tenant().build().await;
        let asks = UserForm::default().asking(UserField::Gender, Ask::Optional);
        acme.choose(Settings { user_form: asks, ..Settings::default() }).await;
        let owner = acme.as_owner().await;
        let nord = teams::create(db, &owner, "Nord").await.unwrap();
        let command = Invite {
            person: NewUser {
                name: Some("Vera Vogel".to_owned()),
                email: Some("vera@acme.example".to_owned()),
                login: Some("vera".to_owned()),
                phone: Some("+49 30 1234".to_owned()),
                gender: Some("Frau".to_owned()),
                job_title: Some("Vertrieb".to_owned()),
                language: Some("de".to_owned()),
                started_on: Some(jiff::civil::date(2026, 12, 1)),
            },
            teams: vec![nord.id],
            reason: "Successor of Darcel".to_owned(),
            ..Invite::by_email("")
        };
        let vera = users::invite(db, &owner, &command).await.unwrap().user;
        let entry = line(&acme, EventKind::UserCreated).await;
        assert_eq!(entry.subject_id, Some(vera.id.0));
        assert_eq!(entry.actor_name, "owner");
        assert_eq!(entry.reason.as_deref(), Some("Successor of Darcel"));
        for (field, value) in [
            ("state", json!("pending")), ("level", json!("user")), ("seat", json!("regular")),
            ("email", json!("vera@acme.example")), ("login", json!("vera")), ("phone", json!("+49 30 1234")),
            ("gender", json!("Frau")), ("job_title", json!("Vertrieb")), ("language", json!("de")),
            ("started_on", json!("2026-12-01")), ("teams", json!(["Nord"])),
        ] {
            assert_eq!(after(&entry, field), value, "{field}");
        }
    }

    async fn j16_who_activates_in_another_language_leaves_it_in_the_log(db: &TestDb) {
        let acme = db.tenant().pending("olena").build().await;
        let command = Activate {
            token: acme.token_of("olena").await,
            name: "olena".to_owned(),
            password: PASSWORD.to_owned(),
            language: Some("uk".to_owned()),
            agent: "test".to_owned(),
            address: "127.0.0.1".to_owned(),
            source: Source::Page,
        };
        users::activate(db, &command).await.unwrap();
        assert_eq!(after(&line(&acme, EventKind::UserActivated).await, "language"), "uk");
    }

    async fn j16_a_change_of_teams_stands_in_the_persons_own_history(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let (nord, sud) = (teams::create(db, &owner, "Nord").await.unwrap(), teams::create(db, &owner, "Süd").await.unwrap());
        let anna = acme.id_of("anna");
        teams::add_members(db, &owner, nord.id, &[anna], false, "").await.unwrap();
        teams::add_members(db, &owner, sud.id, &[anna], true, "New region").await.unwrap();
        let joined = line(&acme, EventKind::TeamsChanged).await;
        assert_eq!((joined.subject_id, joined.reason.as_deref()), (Some(anna.0), Some("New region")));
        assert_eq!(joined.changes[0].before, json!(["Nord"]));
        assert_eq!(after(&joined, "teams"), json!(["Nord", "Süd"]));
        assert_eq!(after(&joined, "teams_led"), json!(["Süd"]));
        teams::remove_member(db, &owner, nord.id, anna, "Moved").await.unwrap();
        let left = line(&acme, EventKind::TeamsChanged).await;
        assert_eq!((after(&left, "teams"), left.reason.as_deref()), (json!(["Süd"]), Some("Moved")));
        let lines = acme.audit().await.len();
        teams::remove_member(db, &owner, nord.id, anna, "again").await.unwrap_err();
        assert_eq!(acme.audit().await.len(), lines, "a refused act leaves no line");
    }

    async fn j16_mails_and_sessions_are_recorded_with_the_reason(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").build().await;
        let owner = acme.as_owner().await;
        users::resend(db, &owner, &[acme.id_of("olena")], "Lost the mail").await.unwrap();
        assert_eq!(line(&acme, EventKind::ActivationSent).await.reason.as_deref(), Some("Lost the mail"));
        acme.sign_in("anna").await.unwrap();
        users::end_sessions(db, &owner, acme.id_of("anna"), "Lost the phone").await.unwrap();
        assert_eq!(line(&acme, EventKind::SessionsEnded).await.reason.as_deref(), Some("Lost the phone"));
    }

    async fn j16_every_act_refuses_a_reason_that_is_too_long_and_changes_nothing(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leaver("gone").pending("olena").leads("anna", 1).build().await;
        let owner = acme.as_owner().await;
        let nord = teams::create(db, &owner, "Nord").await.unwrap();
        let (anna, boris) = (acme.id_of("anna"), acme.id_of("boris"));
        let lead = acme.leads_of("anna").await[0].id;
        let lines = acme.audit().await.len();
        let long = "x".repeat(REASON_MAX + 1);
        let reason = long.as_str();
        let edit = Edit { name: Some("Anna".to_owned()), reason: long.clone(), ..Edit::default() };
        let invite = Invite { reason: long.clone(), ..Invite::by_email("new@acme.example") };
        let leave = Deactivate { user: anna, hand_over: HandOverChoice::Later, stages: Stages::Open, reason: long.clone(), expected: None };
        let manage = HandOverCommand { from: anna, to: Receiver::Unassigned, stages: Stages::Open, reason: long.clone(), expected: None };
        let assign = Assign { which: Which::These(vec![lead]), to: Receiver::User(boris), reason: long.clone() };
        let mut tx = db.read().await.unwrap();
        let tried = users::preview(&mut tx, &owner, anna, &edit).await.unwrap_err();
        drop(tx);
        let refused = [
            tried.problem(),
            users::edit(db, &owner, anna, &edit).await.unwrap_err().problem(),
            users::invite(db, &owner, &invite).await.unwrap_err().problem(),
            users::deactivate(db, &owner, &leave).await.unwrap_err().problem(),
            users::reactivate(db, &owner, acme.id_of("gone"), reason).await.unwrap_err().problem(),
            users::anonymise(db, &owner, acme.id_of("gone"), reason).await.unwrap_err().problem(),
            users::cancel_invitation(db, &owner, acme.id_of("olena"), reason).await.unwrap_err().problem(),
            users::resend(db, &owner, &[acme.id_of("olena")], reason).await.unwrap_err().problem(),
            users::reset_by_admin(db, &owner, anna, reason).await.unwrap_err().problem(),
            users::end_sessions(db, &owner, anna, reason).await.unwrap_err().problem(),
            users::set_picture(db, &owner, anna, PIXEL.to_vec(), reason).await.unwrap_err().problem(),
            users::remove_picture(db, &owner, anna, reason).await.unwrap_err().problem(),
            teams::add_members(db, &owner, nord.id, &[anna], false, reason).await.unwrap_err().problem(),
            teams::remove_member(db, &owner, nord.id, anna, reason).await.unwrap_err().problem(),
            handover::manage(db, &owner, &manage).await.unwrap_err().problem(),
            handover::assign(db, &owner, &assign).await.unwrap_err().problem(),
        ];
        for (number, problem) in refused.into_iter().enumerate() {
            assert_eq!(problem, &problem::REASON_TOO_LONG, "act {number}");
        }
        assert_eq!(acme.audit().await.len(), lines);
    }

    async fn j16_a_picture_is_recorded_with_its_marks_and_the_reason(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let (owner, anna) = (acme.as_owner().await, acme.id_of("anna"));
        let mark = users::set_picture(db, &owner, anna, PIXEL.to_vec(), "From the badge").await.unwrap();
        let set = line(&acme, EventKind::PictureChanged).await;
        assert_eq!(set.reason.as_deref(), Some("From the badge"));
        assert_eq!((&set.changes[0].before, &set.changes[0].after), (&Json::Null, &json!(mark)));
        users::remove_picture(db, &owner, anna, "Asked to").await.unwrap();
        let removed = line(&acme, EventKind::PictureChanged).await;
        assert_eq!(removed.reason.as_deref(), Some("Asked to"));
        assert_eq!((&removed.changes[0].before, &removed.changes[0].after), (&json!(mark), &Json::Null));
        let lines = acme.audit().await.len();
        users::remove_picture(db, &owner, anna, "again").await.unwrap();
        assert_eq!(acme.audit().await.len(), lines, "there was nothing to remove");
    }

    async fn j16_who_has_left_is_not_made_leader_of_a_team(db: &TestDb) {
        let acme = db.tenant().leaver("gone").user("anna").build().await;
        let owner = acme.as_owner().await;
        let nord = teams::create(db, &owner, "Nord").await.unwrap();
        let (gone, anna) = (acme.id_of("gone"), acme.id_of("anna"));
        let lines = acme.audit().await.len();
        let refused = teams::add_members(db, &owner, nord.id, &[anna, gone], true, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::LEADER_GONE);
        assert_eq!(acme.audit().await.len(), lines);
        teams::add_members(db, &owner, nord.id, &[gone], false, "").await.unwrap();
        teams::add_members(db, &owner, nord.id, &[anna], true, "").await.unwrap();
    }
}
