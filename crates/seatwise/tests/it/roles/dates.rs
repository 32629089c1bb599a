//! Roles between two dates: what counts when, what is shown and told, and nobody gets more by waiting.

use seatwise_domain::access::{self, Question, Rule, Said};
use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::{Key, ViewUsers};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::housekeeping::Tidy;
use seatwise_domain::imports::ImportKind;
use seatwise_domain::jobs::{self, Registry};
use seatwise_domain::moves::{self, Move};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Change, Effect, Give, Role, RoleEdit, RoleKey, Take};
use seatwise_domain::teams;
use seatwise_testkit::dump::{Dump, differences};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::ways_round::CLERK;
use super::{give, holders, members, role, said, set, to};
use crate::imports::{checked, ran};

const DAY: i64 = 86_400;

/// A role for one person, from one day to come until another.
fn between(
    acme: &Tenant,
    (name, role): (&str, &Role),
    from: Option<Timestamp>,
    until: Option<Timestamp>,
) -> Give {
    Give {
        starts_at: from,
        expires_at: until,
        ..to(acme, name, &role.key)
    }
}

/// What somebody holds: name or key, from, until, and whether it is in force.
type Held = (String, Option<Timestamp>, Option<Timestamp>, bool);

async fn held(db: &TestDb, acme: &Tenant, name: &str) -> Vec<Held> {
    let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
    let mut tx = db.read().await.unwrap();
    let held = roles::held_by(&mut tx, &scope, acme.id_of(name))
        .await
        .unwrap();
    held.into_iter()
        .map(|one| {
            let key = one.role.key.to_string();
            let name = Some(one.role.name).filter(|name| !name.is_empty());
            (
                name.unwrap_or(key),
                one.starts_at,
                one.expires_at,
                one.in_force,
            )
        })
        .collect()
}

async fn count(db: &TestDb, acme: &Tenant, label: &str) -> u64 {
    let all = members(db, &acme.as_owner().await).await;
    let found = all.into_iter().find(|(name, _)| name == label);
    found.expect("a role").1
}

/// Who gains and who loses what.
fn told(effect: &Effect) -> Vec<(&str, bool, bool)> {
    let lines = effect.lines.iter();
    lines
        .map(|line| {
            (
                line.name.as_str(),
                line.gained.contains(&Key::ExportRecords),
                line.lost.contains(&Key::ExportRecords),
            )
        })
        .collect()
}

on_both! {
    async fn p55_a_role_counts_from_its_first_day_until_its_last_and_the_default_one_around_it(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all"), ("leads.export", "all")]).await;
        let (from, until) = (db.now().plus_days(2), db.now().plus_days(5));
        let give = between(&acme, ("anna", &desk), Some(from), Some(until));
        roles::give(db, &acme.as_owner().await, &give).await.unwrap();
        let sales = ("sales".to_owned(), None, None, true);
        let later = ("Desk".to_owned(), Some(from), Some(until), false);
        for seconds in [0, 2 * DAY - 1] {
            db.clock().advance(seconds);
            let anna = acme.as_user("anna").await;
            assert!(!anna.can(Key::ExportRecords) && anna.can(Key::EditRecords), "Sales until then");
            assert_eq!(held(db, &acme, "anna").await, [sales.clone(), later.clone()]);
            assert_eq!((holders(db, &acme, &desk.key).await, holders(db, &acme, &RoleKey::sales()).await), (vec![], vec!["anna".to_owned()]));
            assert_eq!((count(db, &acme, "Desk").await, count(db, &acme, "sales").await), (0, 1));
        }
        db.clock().advance(1);
        for seconds in [0, 3 * DAY - 1] {
            db.clock().advance(seconds);
            let anna = acme.as_user("anna").await;
            assert!(anna.can(Key::ExportRecords) && !anna.can(Key::EditRecords), "to the second, and without a job");
            assert_eq!(held(db, &acme, "anna").await, [("Desk".to_owned(), Some(from), Some(until), true)]);
            assert_eq!((holders(db, &acme, &desk.key).await, holders(db, &acme, &RoleKey::sales()).await), (vec!["anna".to_owned()], vec![]));
            assert_eq!((count(db, &acme, "Desk").await, count(db, &acme, "sales").await), (1, 0));
        }
        db.clock().advance(1);
        assert!(!acme.as_user("anna").await.can(Key::ExportRecords) && acme.as_user("anna").await.can(Key::EditRecords));
        assert_eq!(held(db, &acme, "anna").await, [sales]);
        assert_eq!((count(db, &acme, "Desk").await, count(db, &acme, "sales").await), (0, 1));
    }

    async fn p55_d7_the_effect_that_is_shown_is_that_of_the_day_it_begins(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        acme.add_leads("boris", "prospecting", 3).await;
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all"), ("leads.export", "all")]).await;
        let from = db.now().plus_days(2);
        let later = between(&acme, ("anna", &desk), Some(from), None);
        let seen = roles::preview(db, &owner, Change::Give(&later)).await.unwrap().effect;
        let line = &seen.lines[0];
        assert!(line.gained.contains(&Key::ExportRecords) && line.lost.contains(&Key::EditRecords), "{line:?}");
        assert_eq!((line.leads_gained, line.leads_lost), (3, 0));
        let done = roles::give(db, &owner, &later).await.unwrap();
        assert_eq!((told(&done), &done.lines[0].lost), (told(&seen), &line.lost), "what was shown is what was done");
        // Whoever has it and gets it for later has it no more until then.
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        give(db, &acme, "boris", &extra).await;
        let again = between(&acme, ("boris", &extra), Some(from), None);
        let seen = roles::preview(db, &owner, Change::Give(&again)).await.unwrap().effect;
        assert_eq!((told(&seen), seen.people_lose), (vec![("boris", false, true)], 1));
        roles::give(db, &owner, &again).await.unwrap();
        assert!(!acme.as_user("boris").await.can(Key::ExportRecords));
        // Changes of what begins later are those of that day, too.
        let take = Take { user: acme.id_of("boris"), role: extra.key.clone(), reason: String::new() };
        let seen = roles::preview(db, &owner, Change::Take(&take)).await.unwrap().effect;
        assert_eq!(told(&seen), [("boris", false, true)]);
        let edit = RoleEdit { words: said(&[("leads.export", "none")], &[]), ..RoleEdit::default() };
        let seen = roles::preview(db, &owner, Change::Edit(&extra.key, &edit)).await.unwrap().effect;
        assert_eq!(told(&seen), [("boris", false, true)]);
        let gone = roles::delete(db, &owner, &desk.key, "").await.unwrap();
        assert_eq!(told(&gone), [("anna", false, true)]);
        let line = acme.audit().await.into_iter().find(|line| line.kind == EventKind::RolesChanged).unwrap();
        assert_eq!((line.subject_id, &line.changes[0].before, &line.changes[0].after), (Some(acme.id_of("anna").0), &serde_json::json!(["Desk"]), &serde_json::json!([])));
        db.clock().advance(2 * DAY);
        assert!(acme.as_user("boris").await.can(Key::ExportRecords) && acme.as_user("anna").await.can(Key::EditRecords));
    }

    async fn p55_p59_nobody_gives_for_later_what_he_has_not_and_nobody_gets_more_by_waiting(db: &TestDb) {
        let acme = db.tenant().user("kira").user("anna").user("boris").build().await;
        let clerk = role(db, &acme, "Clerk", CLERK).await;
        give(db, &acme, "kira", &clerk).await;
        let export = set(db, &acme, "Export", &[("leads.export", "all")]).await;
        let narrow = role(db, &acme, "Narrow", &[("leads.view", "own")]).await;
        let other = role(db, &acme, "Other", &[("leads.view", "own"), ("own.edit", "all")]).await;
        give(db, &acme, "anna", &narrow).await;
        give(db, &acme, "boris", &narrow).await;
        let (owner, kira) = (acme.as_owner().await, acme.as_user("kira").await);
        let day = |days| Some(db.now().plus_days(days));
        let mut dump = Dump::of(db, &[]).await;
        let before = dump.rows().await;
        for refused in [
            between(&acme, ("anna", &export), day(1), None),
            // anna would have Sales today, of which kira has less.
            between(&acme, ("anna", &narrow), day(1), None),
            between(&acme, ("anna", &narrow), None, day(3)),
        ] {
            assert_eq!(roles::give(db, &kira, &refused).await.unwrap_err().problem(), &problem::OUTRANKED);
            roles::preview(db, &kira, Change::Give(&refused)).await.unwrap_err();
        }
        let after = dump.rows().await;
        assert!(before == after, "{:#?}", differences(&before, &after));
        // One role takes over from the other: no day is without.
        roles::give(db, &kira, &between(&acme, ("anna", &other), None, day(2))).await.unwrap();
        let gap = between(&acme, ("anna", &narrow), day(3), None);
        assert_eq!(roles::give(db, &kira, &gap).await.unwrap_err().problem(), &problem::OUTRANKED, "a day between them");
        roles::give(db, &kira, &between(&acme, ("anna", &narrow), day(2), None)).await.unwrap();
        let take = Take { user: acme.id_of("anna"), role: narrow.key.clone(), reason: String::new() };
        assert_eq!(roles::take(db, &kira, &take).await.unwrap_err().problem(), &problem::OUTRANKED, "Sales in two days");
        let shorter = between(&acme, ("anna", &other), None, day(1));
        assert_eq!(roles::give(db, &kira, &shorter).await.unwrap_err().problem(), &problem::OUTRANKED, "Sales for a day");
        // Whoever will do more than kira is not hers to change.
        roles::give(db, &owner, &between(&acme, ("boris", &export), day(1), None)).await.unwrap();
        for user in ["boris"] {
            let take = Take { user: acme.id_of(user), role: export.key.clone(), reason: String::new() };
            assert_eq!(roles::take(db, &kira, &take).await.unwrap_err().problem(), &problem::OUTRANKED);
        }
        for days in 0..4 {
            let anna = acme.as_user("anna").await;
            assert!(!anna.can(Key::EditRecords) && !anna.can(Key::ExportRecords), "day {days}");
            db.clock().advance(DAY);
        }
    }

    async fn p55_a_begin_that_is_not_before_the_end_is_refused_and_changes_nothing(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[]).await;
        let day = |days| Some(db.now().plus_days(days));
        let mut dump = Dump::of(db, &[]).await;
        let before = dump.rows().await;
        for (from, until, problem) in [
            (day(2), day(2), &problem::ROLE_BEGINS_LATE),
            (day(3), day(2), &problem::ROLE_BEGINS_LATE),
            (day(-2), day(-1), &problem::ROLE_EXPIRY_PAST),
            (day(1), day(0), &problem::ROLE_EXPIRY_PAST),
        ] {
            let give = between(&acme, ("anna", &desk), from, until);
            assert_eq!(roles::give(db, &owner, &give).await.unwrap_err().problem(), problem);
            assert_eq!(roles::preview(db, &owner, Change::Give(&give)).await.unwrap_err().problem(), problem);
        }
        let after = dump.rows().await;
        assert!(before == after, "{:#?}", differences(&before, &after));
    }

    async fn p55_p87_the_log_says_from_when_a_role_was_given_and_once_that_it_began(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").user("celia").build().await;
        let owner = acme.as_owner().await;
        let export = set(db, &acme, "Export", &[("leads.export", "own")]).await;
        let (from, until) = (db.now().plus_days(1), db.now().plus_days(3));
        roles::give(db, &owner, &between(&acme, ("anna", &export), Some(from), Some(until))).await.unwrap();
        let log = acme.audit().await;
        let line = &log[0];
        assert_eq!((line.detail["from"].as_str(), line.detail["until"].as_str()), (Some(from.to_string().as_str()), Some(until.to_string().as_str())));
        assert_eq!((line.kind, &line.detail["gained"]), (EventKind::RolesChanged, &serde_json::json!(["leads.export"])), "the rights of that day");
        // What counts at once is not told a second time.
        roles::give(db, &owner, &between(&acme, ("boris", &export), None, None)).await.unwrap();
        roles::give(db, &owner, &between(&acme, ("celia", &export), Some(db.now().plus_days(-9)), None)).await.unwrap();
        assert!(acme.as_user("celia").await.can(Key::ExportRecords), "a begin in the past is now");
        jobs::ensure(db, &Tidy {}).await.unwrap();
        let registry = Registry::default().with::<Tidy>();
        run_due(db, &registry).await;
        let mut lines = acme.audit().await.len();
        for (name, at) in [("began", from), ("ended", until)] {
            db.clock().advance(DAY + 1);
            run_due(db, &registry).await;
            db.clock().advance(DAY);
            run_due(db, &registry).await;
            let log = acme.audit().await;
            assert_eq!(log.len(), lines + 1, "{name} is told once: {:?}", log[0]);
            let line = &log[0];
            assert_eq!((line.kind, line.subject_id, line.actor_kind.as_str()), (EventKind::RolesChanged, Some(acme.id_of("anna").0), "system"));
            assert_eq!((line.detail["role"].as_str(), line.detail[name].as_str()), (Some("Export"), Some(at.to_string().as_str())));
            lines += 1;
        }
        // Both at once, when the job runs late: first that it began, then that it ended.
        let late = between(&acme, ("anna", &export), Some(db.now().plus_days(1)), Some(db.now().plus_days(2)));
        roles::give(db, &owner, &late).await.unwrap();
        db.clock().advance(9 * DAY);
        run_due(db, &registry).await;
        let log = acme.audit().await;
        assert_eq!(log.len(), lines + 3);
        assert!(log[0].detail.get("ended").is_some() && log[1].detail.get("began").is_some());
    }

    async fn p55_giving_again_replaces_both_dates(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        let day = |days| Some(db.now().plus_days(days));
        let sales = ("sales".to_owned(), None, None, true);
        for (from, until) in [(day(1), day(9)), (day(2), None), (day(-1), day(3)), (None, day(3)), (day(4), day(5)), (None, None)] {
            let give = between(&acme, ("anna", &extra), from, until);
            let lines = acme.audit().await.len();
            roles::give(db, &owner, &give).await.unwrap();
            roles::give(db, &owner, &give).await.unwrap();
            assert_eq!(acme.audit().await.len(), lines + 1, "the same again is nothing");
            let in_force = from <= Some(db.now());
            assert_eq!(held(db, &acme, "anna").await, [sales.clone(), ("Extra".to_owned(), from, until, in_force)]);
            assert_eq!(acme.as_user("anna").await.can(Key::ExportRecords), in_force);
        }
        // An import that names it leaves alone what was agreed for later.
        let later = between(&acme, ("anna", &extra), day(4), day(5));
        roles::give(db, &owner, &later).await.unwrap();
        let text = format!("E-mail,Role\n{},Extra\n", acme.email_of("anna"));
        let import = checked(db, &owner, ImportKind::Users, &text, |options| options.update = true).await;
        ran(db, &owner, import.id).await;
        assert_eq!(held(db, &acme, "anna").await, [sales, ("Extra".to_owned(), day(4), day(5), false)]);
    }

    async fn p55_d6_a_denial_names_the_role_that_will_allow_it(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let lead = acme.add_leads("boris", "prospecting", 1).await[0];
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all"), ("leads.export", "own")]).await;
        let from = db.now().plus_days(2);
        roles::give(db, &owner, &between(&acme, ("anna", &desk), Some(from), None)).await.unwrap();
        let begins = async |key: Key, lead| {
            let question = Question { user: acme.id_of("anna"), key, lead, person: None };
            let answer = access::explain(db, &acme.as_owner().await, question).await.unwrap();
            let lines = answer.rules.into_iter().filter(|line| line.starts_at.is_some());
            let lines: Vec<_> = lines.map(|line| (line.rule, line.said, line.name, line.starts_at)).collect();
            (answer.allowed, lines)
        };
        let wanted = vec![(Rule::Role, Said::Silent, Some("Desk".to_owned()), Some(from))];
        assert_eq!(begins(Key::ViewRecords, Some(lead)).await, (false, wanted.clone()));
        assert_eq!(begins(Key::ExportRecords, None).await, (false, wanted));
        assert_eq!(begins(Key::ExportRecords, Some(lead)).await, (false, vec![]), "own leads only, also then");
        assert_eq!(begins(Key::EditTeams, None).await, (false, vec![]));
        assert_eq!(begins(Key::ViewRecords, None).await, (true, vec![]));
        db.clock().advance(2 * DAY);
        assert_eq!(begins(Key::ViewRecords, Some(lead)).await, (true, vec![]));
    }

    async fn p55_p61_the_undo_of_a_move_gives_back_both_dates(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let anna = acme.id_of("anna");
        let south = teams::create(db, &owner, "South").await.unwrap().id;
        let begun = set(db, &acme, "Begun", &[("leads.note", "own")]).await;
        let later = set(db, &acme, "Later", &[("leads.export", "own")]).await;
        let day = |days| Some(db.now().plus_days(days));
        roles::give(db, &owner, &between(&acme, ("anna", &begun), day(-1), day(8))).await.unwrap();
        roles::give(db, &owner, &between(&acme, ("anna", &later), day(4), day(9))).await.unwrap();
        let before = held(db, &acme, "anna").await;
        assert_eq!(before.len(), 3);
        let planned = Move { give_up: vec![begun.key.clone(), later.key.clone()], ..Move::into_team(south, false) };
        let seen = moves::preview(db, &owner, anna, &planned).await.unwrap();
        assert!(seen.effect.people[0].lost.contains(&Key::ExportRecords), "of the day on which it would begin: {:?}", seen.effect);
        let done = moves::run(db, &owner, anna, &planned).await.unwrap().id.unwrap();
        assert_eq!(held(db, &acme, "anna").await.len(), 1);
        let seen = moves::preview_undo(db, &owner, done).await.unwrap();
        assert!(seen.effect.people[0].gained.contains(&Key::ExportRecords), "{:?}", seen.effect);
        moves::undo(db, &owner, done, "").await.unwrap();
        assert_eq!(held(db, &acme, "anna").await, before);
        assert!(!acme.as_user("anna").await.can(Key::ExportRecords));
        db.clock().advance(4 * DAY);
        assert!(acme.as_user("anna").await.can(Key::ExportRecords));
    }
}
