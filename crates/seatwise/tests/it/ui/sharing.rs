//! Sharing, groups and positions in the browser, without scripts.

use axum::http::StatusCode;
use seatwise_domain::teams;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

on_both! {
    async fn p57_a_lead_is_shared_and_taken_back_on_its_page(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").user("celia").leads("anna", 1).build().await;
        let nord = teams::create(db, &acme.as_owner().await, "Nord").await.unwrap();
        let mut anna = signed_in(db, &acme, "anna").await;
        let lead = format!("/a/{}/leads/{}", acme.slug, acme.leads_of("anna").await[0].id);
        let page = anna.get(&lead).await.text();
        assert!(words(&page).contains("Shared with"), "{}", words(&page));
        assert!(page.contains("<optgroup label=\"Teams\">"), "{page}");
        assert!(!page.contains(&format!("value=\"{}\"", acme.id_of("anna"))), "not with the owner");
        let boris = acme.id_of("boris").to_string();
        for with in [boris.clone(), nord.id.to_string()] {
            let shared = anna.post(&format!("{lead}/share"), &[("with", &with), ("access", "read")]).await;
            assert_eq!(shared.location(), lead, "{}", words(&shared.text()));
        }
        let mut other = signed_in(db, &acme, "boris").await;
        let seen = other.get(&lead).await;
        assert_eq!(seen.status, StatusCode::OK);
        let text = seen.text();
        assert!(!text.contains("/edit\"") && !text.contains("/share\""), "reading only, and nothing to pass on");
        assert_eq!(other.get(&format!("{lead}/edit")).await.status, StatusCode::NOT_FOUND);
        let wrong = anna.post(&format!("{lead}/share"), &[("with", ""), ("access", "read")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&wrong.text()).contains("Choose one from the list."), "{}", words(&wrong.text()));
        let told = words(&anna.get(&lead).await.text());
        assert!(told.contains("boris Person See it and add notes") && told.contains("Shared with: "), "{told}");
        let back = anna.post(&format!("{lead}/unshare"), &[("with", &boris)]).await;
        assert_eq!(back.location(), lead);
        assert_eq!(other.get(&lead).await.status, StatusCode::NOT_FOUND);
        let mut celia = signed_in(db, &acme, "celia").await;
        assert_eq!(celia.post(&format!("{lead}/share"), &[("with", &boris)]).await.status, StatusCode::NOT_FOUND);
    }

    async fn p50_a_rule_is_made_and_removed_on_its_page(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 2).build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/sharing", acme.slug);
        assert!(words(&owner.get(&page).await.text()).contains("No rules yet"));
        let (anna, boris) = (acme.id_of("anna").to_string(), acme.id_of("boris").to_string());
        let same = owner.post(&page, &[("from", &anna), ("to", &anna), ("access", "read")]).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&same.text()).contains("A rule needs two different sides."));
        let made = owner.post(&page, &[("from", &anna), ("to", &boris), ("access", "read")]).await;
        assert_eq!(made.location(), page, "{}", words(&made.text()));
        let searched = owner.get(&format!("{page}?q=bor&from={anna}&to={boris}&access=edit")).await.text();
        for chosen in [&anna, &boris] {
            assert!(searched.contains(&format!("value=\"{chosen}\" selected")), "a search keeps what was chosen");
        }
        let html = owner.get(&page).await.text();
        assert!(words(&html).contains("anna Person boris Person"), "{}", words(&html));
        let mut other = signed_in(db, &acme, "boris").await;
        let lead = format!("/a/{}/leads/{}", acme.slug, acme.leads_of("anna").await[0].id);
        assert_eq!(other.get(&lead).await.status, StatusCode::OK);
        assert_eq!(other.get(&page).await.status, StatusCode::FORBIDDEN);
        assert!(!other.get(&format!("/a/{}/teams", acme.slug)).await.text().contains("/sharing\""));
        let remove = html.split("action=\"").find_map(|rest| {
            rest.split('"').next().filter(|action| action.ends_with("/remove"))
        });
        let removed = owner.post(remove.unwrap(), &[]).await;
        assert_eq!(removed.location(), page);
        assert_eq!(other.get(&lead).await.status, StatusCode::NOT_FOUND);
    }

    async fn z43_a_group_is_made_joined_and_removed_with_what_hangs_on_it(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("anna", 1).build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let list = format!("/a/{}/groups", acme.slug);
        let made = owner.post(&list, &[("name", "Fair")]).await;
        let fair = made.location().to_owned();
        let taken = owner.post(&list, &[("name", "FAIR")]).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        let boris = acme.id_of("boris").to_string();
        assert!(owner.get(&format!("{fair}?find=bor")).await.text().contains(&boris));
        owner.post(&format!("{fair}/members"), &[("user", &boris)]).await;
        assert!(words(&owner.get(&list).await.text()).contains("Fair 1"));
        let id = fair.rsplit('/').next().unwrap();
        let lead = format!("/a/{}/leads/{}", acme.slug, acme.leads_of("anna").await[0].id);
        owner.post(&format!("{lead}/share"), &[("with", id), ("access", "edit")]).await;
        let mut other = signed_in(db, &acme, "boris").await;
        assert_eq!(other.get(&format!("{lead}/edit")).await.status, StatusCode::OK);
        assert_eq!(other.get(&fair).await.status, StatusCode::OK);
        for path in [fair.clone(), format!("{fair}/members"), format!("{fair}/remove")] {
            let refused = other.post(&path, &[("name", "Mine"), ("user", &boris)]).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        }
        let asked = words(&owner.get(&format!("{fair}/remove")).await.text());
        assert!(asked.contains("Shares of single leads that end 1") && asked.contains("People who see less 1"), "{asked}");
        let removed = owner.post(&format!("{fair}/remove"), &[("reason", "over")]).await;
        assert_eq!(removed.location(), list);
        assert_eq!(other.get(&lead).await.status, StatusCode::NOT_FOUND);
    }

    async fn p58_a_position_is_moved_after_it_was_shown_what_that_changes(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("boris", 1).build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let list = format!("/a/{}/positions", acme.slug);
        let mut at = Vec::new();
        for name in ["Head", "Clerk"] {
            owner.post(&list, &[("name", name), ("parent", "")]).await;
            let html = owner.get(&list).await.text();
            let row = html.split("data-drag=\"").skip(1).find(|row| row.contains(name)).unwrap();
            at.push(row.split('"').next().unwrap().to_owned());
        }
        let (head, clerk) = (at[0].as_str(), at[1].as_str());
        let edit = format!("/a/{}/users/{}/edit", acme.slug, acme.id_of("anna"));
        assert!(owner.get(&edit).await.text().contains(head));
        let user = format!("/a/{}/users/{}/position", acme.slug, acme.id_of("anna"));
        assert_eq!(owner.post(&user, &[("position", head), ("confirmed", "yes")]).await.location(), edit);
        let boris = acme.id_of("boris").to_string();
        owner.post(&format!("{list}/{clerk}/holders"), &[("user", boris.as_str()), ("confirmed", "yes")]).await;
        let mut anna = signed_in(db, &acme, "anna").await;
        let lead = format!("/a/{}/leads/{}", acme.slug, acme.leads_of("boris").await[0].id);
        let to = format!("{list}/move?position={clerk}&to={head}");
        let asked = words(&owner.get(&to).await.text());
        assert!(asked.contains("People who see more 1") && asked.contains("New place Head"), "{asked}");
        assert_eq!(anna.get(&to).await.status, StatusCode::FORBIDDEN);
        let moved = owner.post(&format!("{list}/move"), &[("position", clerk), ("to", head), ("reason", "chart")]).await;
        assert_eq!(moved.location(), list);
        let tree = owner.get(&list).await.text();
        assert!(tree.contains("<ul><li>") && words(&tree).contains("Head 1 holder · 1 person below Clerk 1 holder"), "{}", words(&tree));
        let shown = words(&owner.get(&format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"))).await.text());
        assert!(shown.contains("Position Head"), "{shown}");
        let circle = owner.get(&format!("{list}/move?position={head}&to={clerk}")).await;
        assert_eq!(circle.status, StatusCode::CONFLICT);
        assert!(words(&circle.text()).contains("A position cannot go below itself."));
        let gone = words(&owner.get(&format!("{list}/{head}/remove")).await.text());
        assert!(gone.contains("What is below it moves to the top") && gone.contains("People who see less 1"), "{gone}");
        let removed = owner.post(&format!("{list}/{head}/remove"), &[]).await;
        assert_eq!(removed.location(), list);
        assert_eq!(anna.get(&lead).await.status, StatusCode::NOT_FOUND);
    }
}
