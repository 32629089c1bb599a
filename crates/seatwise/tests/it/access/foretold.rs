//! What is shown before a change is saved is what happens: settings, teams, positions, moves (D7, P61).

use std::collections::{BTreeSet, HashMap};

use axum::http::StatusCode;
use seatwise_domain::args;
use seatwise_domain::authz::{Effect, Level, Visibility};
use seatwise_domain::groups::{self, GroupEdit, IfUsed, Membership};
use seatwise_domain::ids::{GroupId, PositionId, RecordId, TeamId, UserId};
use seatwise_domain::moves::{self, Move};
use seatwise_domain::positions;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::store::{Reads as _, Sql};
use seatwise_domain::teams;
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::agree::{by_owner, caller};
use super::organisation::{Organisation, seeds};
use crate::api::kit::{json_of, program};
use crate::roles::{give, role};
use crate::ui::{signed_in, words};

const SEEDS: std::ops::Range<u64> = 100..105;

type Seen = HashMap<UserId, BTreeSet<RecordId>>;

/// What everybody who is no admin sees.
async fn seen(org: &Organisation<'_>) -> Seen {
    let mut found = HashMap::new();
    for user in &org.people {
        if caller(org, *user).await.level() == Level::User {
            found.insert(*user, by_owner(org, *user).await);
        }
    }
    found
}

/// Compares what was told with what came.
fn same(effect: &Effect, before: &Seen, after: &Seen, what: &str) {
    assert_eq!(effect.beyond, 0, "{what}");
    for (user, had) in before {
        let has = &after[user];
        let told = effect.people.iter().find(|line| line.user == *user);
        let told = told.map_or((0, 0), |line| (line.leads_gained, line.leads_lost));
        let came = (
            has.difference(had).count() as u64,
            had.difference(has).count() as u64,
        );
        assert_eq!(told, came, "{what}, {user}");
    }
}

async fn ids<T: From<uuid::Uuid>>(org: &Organisation<'_>, table: &'static str) -> Vec<T> {
    let mut tx = org.crm.read().await;
    let sql = Sql::default()
        .push(table, args![])
        .push(" where tenant_id = $? order by id", args![org.crm.tenant]);
    let rows = tx.rows(sql).await.unwrap();
    rows.iter()
        .map(|row| row.reader().id::<T>().unwrap())
        .collect()
}

on_both! {
    async fn d7_settings_do_what_was_foretold(db: &TestDb) {
        for seed in seeds(db, SEEDS) {
            let org = Organisation::new(db, seed).await;
            let owner = org.crm.caller("olga").await;
            let commands = [
                EditAccountCommand { visibility: Some(Visibility::Own), ..EditAccountCommand::default() },
                EditAccountCommand { visibility: Some(Visibility::Team), teams_on: Some(false), ..EditAccountCommand::default() },
                EditAccountCommand { superiors_see: Some(true), ..EditAccountCommand::default() },
                EditAccountCommand { visibility: Some(Visibility::All), superiors_see: Some(false), ..EditAccountCommand::default() },
            ];
            for command in commands {
                let before = seen(&org).await;
                let told = tenants::preview(db, &owner, &command).await.unwrap();
                assert_eq!(seen(&org).await, before, "a look changes nothing");
                tenants::edit(db, &owner, &command).await.unwrap();
                same(&told.effect, &before, &seen(&org).await, &format!("seed {seed}, {command:?}"));
            }
        }
    }

    async fn d7_p61_moves_do_what_was_foretold(db: &TestDb) {
        for seed in seeds(db, SEEDS) {
            let org = Organisation::new(db, seed).await;
            let owner = org.crm.caller("olga").await;
            let teams: Vec<TeamId> = ids(&org, "select id from teams").await;
            let places: Vec<PositionId> = ids(&org, "select id from positions").await;
            for (number, user) in org.people.iter().enumerate() {
                let planned = Move {
                    join: vec![(teams[number % teams.len()], number % 2 == 0)],
                    position: Some((number % 3 != 0).then(|| places[number % places.len()])),
                    ..Move::default()
                };
                let before = seen(&org).await;
                let told = moves::preview(db, &owner, *user, &planned).await.unwrap();
                assert_eq!(seen(&org).await, before, "a look changes nothing");
                moves::run(db, &owner, *user, &planned).await.unwrap();
                same(&told.effect, &before, &seen(&org).await, &format!("seed {seed}, {planned:?}"));
            }
        }
    }

    async fn d7_p58_the_tree_does_what_was_foretold(db: &TestDb) {
        for seed in seeds(db, SEEDS) {
            let org = Organisation::new(db, seed).await;
            let owner = org.crm.caller("olga").await;
            let places: Vec<PositionId> = ids(&org, "select id from positions").await;
            for place in &places {
                for parent in [None, Some(places[0]), Some(places[2])] {
                    let before = seen(&org).await;
                    let Ok((planned, effect)) = positions::foretell_move(db, &owner, *place, parent).await else { continue };
                    let moved = positions::relocate(db, &owner, *place, parent, "").await.unwrap();
                    assert_eq!(planned, moved, "what was shown is what was done");
                    same(&effect, &before, &seen(&org).await, &format!("seed {seed}, {place} below {parent:?}"));
                }
            }
            for place in &places {
                let before = seen(&org).await;
                let (planned, effect) = positions::foretell_removal(db, &owner, *place).await.unwrap();
                let removed = positions::remove(db, &owner, *place, "").await.unwrap();
                assert_eq!(planned, removed, "what was shown is what was done");
                same(&effect, &before, &seen(&org).await, &format!("seed {seed}, without {place}"));
            }
        }
    }

    async fn p56_d7_visibility_groups_do_what_was_foretold(db: &TestDb) {
        let mut changed = 0;
        for seed in seeds(db, 100..102) {
            let org = Organisation::new(db, seed).await;
            // With rules of sharing everybody is looked at; without them only those whom a group concerns.
            if seed % 2 == 0 {
                let forget = Sql::default().push("delete from sharing_rules where tenant_id = $?", args![org.crm.tenant]);
                org.crm.change(forget).await;
            }
            let owner = org.crm.caller("olga").await;
            let all: Vec<GroupId> = ids(&org, "select id from user_groups").await;
            let mut before = seen(&org).await;
            for (number, user) in org.people.iter().enumerate() {
                let group = all[number % all.len()];
                for becomes in [Membership::Leaves, Membership::Joins] {
                    let Ok(effect) = groups::foretell_member(db, &owner, group, *user, becomes).await else { continue };
                    let done = match becomes {
                        Membership::Leaves => groups::remove_member(db, &owner, group, *user, "").await,
                        Membership::Joins => groups::add_member(db, &owner, group, *user, "").await,
                    };
                    done.unwrap();
                    let after = seen(&org).await;
                    changed += effect.people.len();
                    same(&effect, &before, &after, &format!("seed {seed}, {user} {becomes:?} {group}"));
                    before = after;
                }
            }
            for (number, group) in all.iter().enumerate() {
                let below = Some(all[(number + 2) % all.len()]);
                for (parent, visible) in [(below, None), (None, Some(false)), (None, Some(true)), (Some(all[0]), None)] {
                    let edit = GroupEdit { parent: Some(parent), visible, ..GroupEdit::default() };
                    let Ok((planned, effect)) = groups::foretell_edit(db, &owner, *group, &edit).await else { continue };
                    assert_eq!(seen(&org).await, before, "a look changes nothing");
                    let done = groups::edit(db, &owner, *group, &edit).await.unwrap();
                    assert_eq!(planned, done, "what was shown is what was done");
                    let after = seen(&org).await;
                    changed += effect.people.len();
                    same(&effect, &before, &after, &format!("seed {seed}, {group} {edit:?}"));
                    before = after;
                }
            }
            for group in &all {
                let (planned, effect) = groups::foretell_removal(db, &owner, *group).await.unwrap();
                let removed = groups::remove(db, &owner, *group, IfUsed::EndThem, "").await.unwrap();
                assert_eq!(planned, removed, "what was shown is what was done");
                let after = seen(&org).await;
                changed += effect.people.len();
                same(&effect, &before, &after, &format!("seed {seed}, without {group}"));
                before = after;
            }
        }
        assert!(changed > 20, "the organisations see too little of each other: {changed}");
    }

    async fn p61_who_moves_keeps_what_stays_and_nothing_else(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 2).leads("boris", 3).build().await;
        let owner = acme.as_owner().await;
        let anna = acme.id_of("anna");
        let north = teams::create(db, &owner, "North").await.unwrap().id;
        let south = teams::create(db, &owner, "South").await.unwrap().id;
        teams::add_members(db, &owner, north, &[anna], true, "").await.unwrap();
        teams::add_members(db, &owner, south, &[acme.id_of("boris")], false, "").await.unwrap();
        let finance = role(db, &acme, "Finance", &[("leads.view", "own")]).await;
        give(db, &acme, "anna", &finance).await;
        let pilots = groups::create(db, &owner, "Pilots").await.unwrap().id;
        groups::add_member(db, &owner, pilots, anna, "").await.unwrap();
        let mut browser = signed_in(db, &acme, "owner").await;
        let lines = acme.audit().await.len();
        let refused = moves::run(db, &owner, anna, &Move::default()).await.unwrap_err();
        assert_eq!(refused.problem().code, problem::MOVE_NOTHING.code);
        let impossible = Move { leave_groups: vec![pilots, pilots], ..Move::out_of_team(north) };
        moves::run(db, &owner, anna, &impossible).await.unwrap_err();
        assert_eq!(acme.audit().await.len(), lines, "a refused move changes nothing at all");

        let path = format!("/a/{}/users/{anna}/move", acme.slug);
        let html = browser.get(&path).await.text();
        for words in ["Goes on leading North", "Keeps Finance", "Stays in the group Pilots"] {
            assert!(html.contains(words), "{words} in {html}");
        }
        let (joined, role_mark) = (south.to_string(), format!("role:{}", finance.key));
        let form = [("team", joined.as_str()), ("position", "stays"), ("keep", role_mark.as_str()), ("reason", "New office")];
        let shown = browser.post(&path, &form).await;
        assert_eq!(shown.status, StatusCode::OK);
        let told = words(&shown.text());
        assert!(told.contains("Nothing is saved yet") && told.contains("Teams North South"), "before and after of the whole move: {told}");
        assert_eq!(acme.audit().await.len(), lines, "a look changes nothing");
        let again = browser.post(&path, &[form.as_slice(), &[("again", "yes")]].concat()).await.text();
        assert!(!again.contains(&format!("value=\"team:{north}\" checked")) && again.contains(&format!("value=\"{role_mark}\" checked")), "{again}");
        let done = browser.post(&path, &[form.as_slice(), &[("confirmed", "yes")]].concat()).await;
        assert_eq!(done.location(), format!("/a/{}/users/{anna}", acme.slug));
        let now = acme.as_user("anna").await;
        assert_eq!(now.facts().teams, [south]);
        assert!(now.facts().led.is_empty() && now.facts().groups.is_empty());
        assert!(now.facts().roles.iter().any(|held| held.key == finance.key.as_str()), "what was ticked stays");
        let log = acme.audit().await;
        assert!(log[..log.len() - lines].iter().all(|line| line.reason.as_deref() == Some("New office")));
        assert_eq!(acme.leads_of("anna").await.len(), 2, "no record moved");
    }

    async fn d7_a_page_asks_before_settings_change_who_sees_what(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 2).leads("boris", 3).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/settings", acme.slug);
        let all = [("name", "Acme"), ("language", "en"), ("time_zone", "Europe/Kyiv"), ("pending", "never"), ("contacts", "on"), ("mail", "on")];
        let with = |more: &[(&'static str, &'static str)]| [all.as_slice(), more].concat();
        let first = browser.post(&page, &with(&[("leads", "all"), ("confirmed", "yes")])).await;
        assert_eq!(first.location(), page);
        let asked = browser.post(&page, &with(&[("leads", "own")])).await;
        let told = words(&asked.text());
        assert!(told.contains("Who sees which leads All leads Own leads"), "{told}");
        assert!(told.contains("2 people lose.") && told.contains("No longer sees 3 leads") && told.contains("No longer sees 2 leads"), "{told}");
        let mut before = signed_in(db, &acme, "anna").await;
        assert!(words(&before.get(&format!("/a/{}/leads", acme.slug)).await.text()).contains('5'), "nothing is saved yet");
        let back = browser.post(&page, &with(&[("leads", "own"), ("again", "yes")])).await.text();
        assert!(back.contains("value=\"own\" checked"), "{back}");
        assert_eq!(browser.post(&page, &with(&[("leads", "own"), ("confirmed", "yes")])).await.location(), page);
        let owner = program(db, &acme, "owner", true).await;
        let told = json_of(&owner.post("/api/v1/account/preview", &json!({ "lead_visibility": "all" })).await, StatusCode::OK);
        assert_eq!((&told["effect"]["people_gain"], &told["effect"]["lines"][0]["leads_gained"]), (&json!(2), &json!(3)), "{told}");
        assert_eq!((&told["changes"][0]["before"], &told["changes"][0]["after"]), (&json!("own"), &json!("all")));
        let now = json_of(&owner.get("/api/v1/account").await, StatusCode::OK);
        assert_eq!(now["lead_visibility"], "own", "a look changes nothing");
    }

    async fn d7_a_role_shows_the_leads_that_come_into_sight(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 2).leads("boris", 3).build().await;
        let own = role(db, &acme, "Own", &[("leads.view", "own")]).await;
        give(db, &acme, "anna", &own).await;
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/roles/{}/preview", own.key);
        let told = json_of(&owner.post(&path, &json!({ "grants": { "leads.view": "all" } })).await, StatusCode::OK);
        let line = &told["effect"]["lines"][0];
        assert_eq!((&line["name"], &line["leads_gained"], &line["leads_lost"]), (&json!("anna"), &json!(3), &json!(0)), "{told}");
    }

    async fn d7_p58_a_move_tells_of_the_superior_who_comes_to_see_more_or_less(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boss").leads("anna", 2).build().await;
        let owner = acme.as_owner().await;
        let own = EditAccountCommand { visibility: Some(Visibility::Own), superiors_see: Some(true), ..EditAccountCommand::default() };
        tenants::edit(db, &owner, &own).await.unwrap();
        let head = positions::create(db, &owner, "Head", None, "").await.unwrap().id;
        let desk = positions::create(db, &owner, "Desk", Some(head), "").await.unwrap().id;
        positions::hold(db, &owner, acme.id_of("boss"), Some(head), "").await.unwrap();
        for (position, came) in [(Some(desk), (2, 0)), (None, (0, 2))] {
            let planned = Move { position: Some(position), ..Move::default() };
            let told = moves::preview(db, &owner, acme.id_of("anna"), &planned).await.unwrap().effect;
            let boss = told.people.iter().find(|line| line.user == acme.id_of("boss"));
            assert_eq!(boss.map(|line| (line.leads_gained, line.leads_lost)), Some(came), "{told:?}");
            moves::run(db, &owner, acme.id_of("anna"), &planned).await.unwrap();
        }
    }

    async fn p61_moves_over_rest_ask_for_the_right_of_each_part(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").build().await;
        let owner = program(db, &acme, "owner", true).await;
        let north = json_of(&owner.post("/api/v1/teams", &json!({ "name": "North" })).await, StatusCode::CREATED);
        let path = format!("/api/v1/users/{}/move", acme.id_of("anna"));
        let body = json!({ "join": [{ "team_id": north["id"], "manager": true }], "reason": "Promoted" });
        let told = json_of(&owner.post(&format!("{path}-preview"), &body).await, StatusCode::OK);
        assert_eq!((&told["changes"][0]["field"], &told["changes"][0]["after"]), (&json!("teams"), &json!(["North"])), "{told}");
        let boris = program(db, &acme, "boris", true).await;
        let lines = acme.audit().await.len();
        assert_eq!(boris.post(&path, &body).await.status, StatusCode::FORBIDDEN);
        assert_eq!(acme.audit().await.len(), lines);
        json_of(&owner.post(&path, &body).await, StatusCode::OK);
        assert_eq!(acme.as_user("anna").await.facts().teams.len(), 1);
        let nothing = json_of(&owner.post(&path, &json!({})).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(nothing["code"], "move-nothing");
    }
}
