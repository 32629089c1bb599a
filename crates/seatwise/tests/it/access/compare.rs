//! Two people side by side: the same, only the one, only the other, and a proposal that gives nothing by itself.

use axum::http::StatusCode;
use seatwise_domain::access::{self, Comparison, ExplainError, Kind, Whose};
use seatwise_domain::authz::{Key, ViewRecords};
use seatwise_domain::ids::UserId;
use seatwise_domain::records::{self, LeadFilter};
use seatwise_domain::roles::{self, NewRole};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::organisation::Organisation;
use crate::api::kit::json_of;
use crate::api::program;
use crate::roles::{give, role, said, set};
use crate::ui::{signed_in, words};

/// Anna sells, Bohdan has a role of his own and a set on top.
async fn two(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .user("anna")
        .user("bohdan")
        .leads("anna", 2)
        .leads("bohdan", 3)
        .build()
        .await;
    let owner = acme.as_owner().await;
    let new = NewRole {
        name: "Desk".to_owned(),
        words: said(
            &[("leads.view", "all"), ("own.edit", "all")],
            &[("value", "hidden")],
        ),
        ..NewRole::default()
    };
    let desk = roles::create(db, &owner, &new).await.unwrap();
    let files = set(db, &acme, "Files", &[("leads.export", "all")]).await;
    let nothing = role(db, &acme, "Nothing", &[("own.edit", "all")]).await;
    for role in [&desk, &files, &nothing] {
        give(db, &acme, "bohdan", role).await;
    }
    acme
}

fn whose(found: &Comparison, name: &str) -> Option<Whose> {
    let had = found
        .had
        .iter()
        .find(|had| had.name == name || had.id == name);
    had.map(|had| had.whose)
}

on_both! {
    async fn d22_two_people_are_told_apart_by_everything_that_decides(db: &TestDb) {
        let acme = two(db).await;
        let (anna, bohdan) = (acme.id_of("anna"), acme.id_of("bohdan"));
        let found = access::compare(db, &acme.as_owner().await, anna, bohdan).await.unwrap();
        assert_eq!((found.first.leads.number, found.second.leads.number), (2, 5));
        assert_eq!(whose(&found, "sales"), Some(Whose::First));
        assert_eq!((whose(&found, "Desk"), whose(&found, "Files")), (Some(Whose::Second), Some(Whose::Second)));
        let of = |key: Key| found.permissions.iter().find(|pair| pair.key == key).map(access::PermissionPair::whose);
        assert_eq!(of(Key::ViewRecords), Some(Whose::Second));
        assert_eq!(of(Key::EditRecords), Some(Whose::First));
        assert_eq!((of(Key::EditOwn), of(Key::EditRoles)), (Some(Whose::Both), None));
        assert!(found.fields.is_empty(), "another role lifts what the desk hides: {:?}", found.fields);
        let proposed: Vec<&str> = found.proposal.iter().map(|role| role.name.as_str()).collect();
        assert_eq!(proposed, ["Files", "Desk"], "a role that gives nothing is not proposed");
        assert!(found.had.iter().all(|had| matches!(had.kind, Kind::Role | Kind::Set)));
    }

    async fn d22_the_other_way_round_says_the_same(db: &TestDb) {
        for seed in 0..6 {
            let org = Organisation::new(db, seed).await;
            let olga = org.crm.caller("olga").await;
            let pairs = org.people.iter().zip(org.people.iter().skip(1));
            for (first, second) in pairs {
                let there = access::compare(db, &olga, *first, *second).await.unwrap();
                let back = access::compare(db, &olga, *second, *first).await.unwrap();
                let turned = |whose: Whose| match whose {
                    Whose::First => Whose::Second,
                    Whose::Second => Whose::First,
                    same => same,
                };
                for (one, other) in there.permissions.iter().zip(&back.permissions) {
                    assert_eq!((one.key, turned(one.whose())), (other.key, other.whose()), "seed {seed}");
                }
                assert_eq!(there.permissions.len(), back.permissions.len());
                assert_eq!(there.had.len(), back.had.len());
                for side in [&there.first, &there.second] {
                    assert_eq!(side.leads.number, sees(&org, side.user).await, "seed {seed}: leads of {}", side.name);
                }
            }
        }
    }

    async fn d22_programs_and_pages_compare_for_those_who_may_check_access(db: &TestDb) {
        let acme = two(db).await;
        let (anna, bohdan) = (acme.id_of("anna"), acme.id_of("bohdan"));
        let owner = program(db, &acme, "owner", true).await;
        let path = format!("/api/v1/users/{anna}/access/compare?with={bohdan}");
        let answer = json_of(&owner.get(&path).await, StatusCode::OK);
        assert_eq!((&answer["first"]["name"], &answer["second"]["leads"]), (&"anna".into(), &5.into()), "{answer}");
        assert_eq!(answer["proposal"][0]["name"], "Files");
        // The proposal goes into the preview that there is.
        let role = answer["proposal"][0]["role"].clone();
        let preview = owner.post(&format!("/api/v1/users/{anna}/role-preview"), &serde_json::json!({ "role": role, "reason": "" })).await;
        assert_eq!(preview.status, StatusCode::OK, "{}", preview.text());
        let anna_herself = program(db, &acme, "anna", true).await;
        assert_eq!(anna_herself.get(&path).await.status, StatusCode::FORBIDDEN);
        let other = db.tenant().named("Zeta").user("zoe").build().await;
        let stranger = format!("/api/v1/users/{anna}/access/compare?with={}", other.id_of("zoe"));
        assert_eq!(owner.get(&stranger).await.status, StatusCode::NOT_FOUND);
        let refused = access::compare(db, &acme.as_user("anna").await, anna, anna).await;
        assert!(matches!(refused, Err(ExplainError::Denied(_))));

        let mut browser = signed_in(db, &acme, "owner").await;
        let check = browser.get(&format!("/a/{}/roles/check?user={anna}", acme.slug)).await.text();
        assert!(check.contains(&format!("/a/{}/roles/compare?user={anna}", acme.slug)), "{check}");
        let page = browser.get(&format!("/a/{}/roles/compare?user={anna}&with={bohdan}", acme.slug)).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = words(&page.text());
        for words in ["Like bohdan: a proposal", "Role: Desk More for bohdan No Yes", "Leads they see Differs 2 5", "The same"] {
            assert!(text.contains(words), "{words} in {text}");
        }
        // Each proposal leads to its panel, opened, with just that role chosen: nothing to search, nothing given.
        for proposed in answer["proposal"].as_array().unwrap() {
            let (key, name) = (proposed["role"].as_str().unwrap(), proposed["name"].as_str().unwrap());
            let href = format!("/a/{}/users/{anna}?give={key}", acme.slug);
            assert!(page.text().contains(&format!("href=\"{href}#roles\"")), "{name}: {}", page.text());
            assert!(page.text().contains(&format!("aria-label=\"Give “{name}”\"")), "{}", page.text());
            let panel = browser.get(&href).await.text();
            let panel = panel.split("id=\"roles\"").nth(1).unwrap();
            let form = panel.split("</form>").next().unwrap();
            assert!(form.contains("<details class=\"group border-t\" open>"), "{form}");
            assert!(form.contains(&format!("<option value=\"{key}\" selected")), "{name}: {form}");
        }
        for other in ["", "?give=team", "?give=nonsense"] {
            let panel = browser.get(&format!("/a/{}/users/{anna}{other}", acme.slug)).await;
            assert_eq!(panel.status, StatusCode::OK);
            let text = panel.text();
            let panel = text.split("id=\"roles\"").nth(1).unwrap().split("</section>").next().unwrap();
            assert!(!panel.contains(" open>"), "{other}: {panel}");
        }
        let mut her = signed_in(db, &acme, "anna").await;
        let page = her.get(&format!("/a/{}/roles/compare", acme.slug)).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
    }
}

/// How many leads somebody's list has.
async fn sees(org: &Organisation<'_>, user: UserId) -> u64 {
    let mut tx = org.crm.read().await;
    let found = seatwise_domain::authz::Caller::looked_at(&mut tx, org.crm.tenant, user).await;
    let (person, _) = found.unwrap().unwrap();
    let Ok(scope) = person.records::<ViewRecords>() else {
        return 0;
    };
    let count = records::count(&mut tx, &scope, &LeadFilter::default()).await;
    count.unwrap().number
}
