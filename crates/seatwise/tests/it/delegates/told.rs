//! How far somebody administers, and what would let him go further.

use axum::http::StatusCode;
use seatwise_domain::access::{self, Question, Rule, Said};
use seatwise_domain::authz::{Extent, Key, Supposition};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Change, Give, RoleEdit};
use seatwise_testkit::{TestDb, on_both};
use serde_json::json;

use super::Branch;
use crate::api::kit::json_of;
use crate::api::program;
use crate::roles::{give, role, said, to};
use crate::ui::{signed_in, words};

on_both! {
    async fn p64_an_explanation_says_how_far_and_names_the_smallest_change(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let owner = branch.acme.as_owner().await;
        let asked = |person: Option<&str>| Question {
            user: branch.acme.id_of("dina"),
            key: Key::EditUsers,
            lead: None,
            person: person.map(|name| branch.acme.id_of(name)),
        };
        let anybody = access::explain(db, &owner, asked(None)).await.unwrap();
        let part = anybody.rules.iter().find(|line| line.rule == Rule::Part).unwrap();
        assert_eq!((part.said, part.extent, part.about.as_deref()), (Said::Allows, Some(Extent::TEAM), Some("2")));
        assert!(anybody.allowed);
        let tess = access::explain(db, &owner, asked(Some("tess"))).await.unwrap();
        assert!(tess.allowed && tess.rules.iter().any(|line| line.rule == Rule::Rank && line.said == Said::Allows));
        let wide = role(db, &branch.acme, "Wide", &[("users.edit", "all")]).await;
        let otto = access::explain(db, &owner, asked(Some("otto"))).await.unwrap();
        assert!(!otto.allowed && otto.rules.iter().any(|line| line.rule == Rule::Part && line.said == Said::Forbids));
        let parts: Vec<_> = otto.remedies.iter().map(|remedy| remedy.parts.clone()).collect();
        assert!(parts.contains(&vec![Supposition::MemberOf(branch.south, "South".to_owned())]), "{parts:?}");
        let gives = |part: &Supposition| matches!(part, Supposition::Holds(role) if role.key == wide.key.as_str());
        assert!(parts.iter().any(|parts| parts.len() == 1 && gives(&parts[0])), "{parts:?}");
        assert!(parts.contains(&vec![Supposition::Admin]));
    }

    async fn p64_an_explanation_names_each_rule_that_keeps_a_delegate_from_somebody(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        let owner = acme.as_owner().await;
        let about = |name: &str| Question { user: acme.id_of("dina"), key: Key::EditUsers, lead: None, person: Some(acme.id_of(name)) };
        let lines = |answer: &access::Answer| -> Vec<_> {
            let rules = answer.rules.iter().filter(|line| matches!(line.rule, Rule::Role | Rule::Part | Rule::Rank));
            rules.map(|line| (line.rule, line.said, line.extent)).collect()
        };
        let team = Some(Extent::TEAM);
        let role = (Rule::Role, Said::Allows, team);
        let tess = access::explain(db, &owner, about("tess")).await.unwrap();
        assert_eq!(lines(&tess), [role, (Rule::Part, Said::Allows, team), (Rule::Rank, Said::Allows, None)]);
        // In South, too, nick administers otto.
        give(db, acme, "nick", &branch.delegate).await;
        let nick = access::explain(db, &owner, about("nick")).await.unwrap();
        assert!(!nick.allowed);
        assert_eq!(lines(&nick), [role, (Rule::Part, Said::Allows, team), (Rule::Rank, Said::Forbids, None)]);
        assert!(nick.remedies.iter().any(|remedy| remedy.parts == [Supposition::MemberOf(branch.south, "South".to_owned())]));
        let otto = access::explain(db, &owner, about("otto")).await.unwrap();
        assert_eq!(lines(&otto), [role, (Rule::Part, Said::Forbids, team), (Rule::Rank, Said::Allows, None)]);
        let mut parts = otto.remedies.iter().flat_map(|remedy| &remedy.parts);
        assert!(!parts.any(|part| matches!(part, Supposition::Leads(..))), "leading administers nobody");
    }

    async fn p64_p55_a_role_to_come_is_named_where_it_will_reach_that_person(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        let owner = acme.as_owner().await;
        let edits = role(db, acme, "Edits", &[("users.edit", "team"), ("users.view", "all"), ("own.edit", "all")]).await;
        let starts_at = Some(db.now().plus_days(1));
        let later = Give { starts_at, ..to(acme, "tess", &edits.key) };
        roles::give(db, &owner, &later).await.unwrap();
        for (name, reached) in [(None, true), (Some("nick"), true), (Some("otto"), false), (Some("dina"), false)] {
            let asked = Question { user: acme.id_of("tess"), key: Key::EditUsers, lead: None, person: name.map(|name| acme.id_of(name)) };
            let answer = access::explain(db, &owner, asked).await.unwrap();
            let line = answer.rules.iter().find(|line| line.starts_at.is_some());
            assert_eq!(line.map(|line| (line.starts_at, line.extent)), reached.then_some((starts_at, Some(Extent::TEAM))), "{name:?}");
        }
    }

    async fn p64_pages_and_programs_say_how_many_people_are_in_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        let owner = program(db, acme, "owner", true).await;
        let id = acme.id_of("dina");
        let table = json_of(&owner.get(&format!("/api/v1/users/{id}/permissions")).await, StatusCode::OK);
        let line = |key: &str| table["items"].as_array().unwrap().iter().find(|line| line["key"] == json!(key)).unwrap().clone();
        assert_eq!(line("users.edit"), json!({ "key": "users.edit", "allowed": true, "because": "level", "extents": ["team"], "people": 2 }));
        assert_eq!((&line("users.view")["extents"], &line("users.view")["people"]), (&json!([]), &json!(null)));
        let said = json_of(&owner.get(&format!("/api/v1/users/{id}/access?permission=users.edit&person={}", acme.id_of("otto"))).await, StatusCode::OK);
        assert_eq!((&said["allowed"], &said["person"]["name"]), (&json!(false), &json!(acme.person("otto").await.name)));
        let part = said["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == json!("part")).unwrap();
        assert_eq!((&part["said"], &part["about"], &part["extents"]), (&json!("forbids"), &json!("2"), &json!(["team"])));
        let mut page = signed_in(db, acme, "owner").await;
        let shown = words(&page.get(&format!("/a/{}/users/{id}", acme.slug)).await.text());
        assert!(shown.contains("2 people of their teams"), "{shown}");
        let check = format!("/a/{}/roles/check?user={id}&permission=users.edit&person={}", acme.slug, acme.id_of("otto"));
        let shown = words(&page.get(&check).await.text());
        assert!(shown.contains("A part of the users: 2 people") && shown.contains("people of their teams"), "{shown}");
        assert!(shown.contains("Add them to the team “South”"), "{shown}");
    }

    async fn p64_what_an_edit_of_the_part_does_is_told_before(db: &TestDb) {
        let branch = Branch::new(db, "all").await;
        let owner = branch.acme.as_owner().await;
        let edit = |word: &str| RoleEdit { words: said(&[("users.edit", word)], &[]), ..RoleEdit::default() };
        let less = edit("team");
        let seen = roles::preview(db, &owner, Change::Edit(&branch.delegate.key, &less)).await.unwrap();
        assert_eq!((seen.effect.people_gain, seen.effect.people_lose), (0, 1));
        assert_eq!(seen.effect.lines[0].lost, [Key::EditUsers]);
        assert_eq!(seen.changes[0].after, json!("team"));
        roles::edit(db, &owner, &branch.delegate.key, &less).await.unwrap();
        let more = edit("all");
        let seen = roles::preview(db, &owner, Change::Edit(&branch.delegate.key, &more)).await.unwrap();
        assert_eq!(seen.effect.lines[0].gained, [Key::EditUsers]);
    }

    async fn p64_d6_nobody_learns_of_others_by_asking_about_himself(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let acme = &branch.acme;
        let blind = role(db, acme, "Blind", &[("users.edit", "team")]).await;
        give(db, acme, "tess", &blind).await;
        let tess = acme.as_user("tess").await;
        let about = |person: &str| Question {
            user: acme.id_of("tess"),
            key: Key::EditUsers,
            lead: None,
            person: Some(acme.id_of(person)),
        };
        for name in ["otto", "nick"] {
            let refused = access::explain(db, &tess, about(name)).await.unwrap_err();
            assert_eq!(refused.problem(), &problem::NOT_FOUND, "{name}: she sees no colleagues");
        }
        access::explain(db, &tess, about("tess")).await.unwrap();
        give(db, acme, "tess", &branch.plain).await;
        let tess = acme.as_user("tess").await;
        assert!(access::explain(db, &tess, about("nick")).await.unwrap().allowed);
    }
}
