//! The page: who gets which filters, and that the charts, their tables and the file say the same.

use axum::http::StatusCode;
use seatwise_domain::teams;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use crate::ui::{signed_in, words};

async fn account(db: &TestDb) -> Tenant {
    let acme = db.tenant().user("anna").user("boris");
    acme.leads_in("anna", "won", 1)
        .leads_in("boris", "won", 2)
        .leads_in("boris", "cancelled", 1)
        .build()
        .await
}

on_both! {
    async fn n11_the_page_shows_figures_charts_and_tables(db: &TestDb) {
        let acme = account(db).await;
        let owner = acme.as_owner().await;
        let team = teams::create(db, &owner, "Nord").await.unwrap().id;
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/statistics", acme.slug);
        let html = browser.get(&page).await.text();
        let text = words(&html);
        for word in ["Statistics", "Period: This quarter", "Team", "Leads won 3", "75.0 %", "boris", "Show as table", "Export", "Mar 2026"] {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert!(html.contains("data-go=\"s\"") && html.contains("role=\"img\"") && !html.contains("style=\""));
        for (query, status) in [
            ("?period=year".to_owned(), StatusCode::OK),
            ("?period=last-year&hide=yes".to_owned(), StatusCode::OK),
            ("?period=days&from=2026-01-05&to=2026-03-09".to_owned(), StatusCode::OK),
            ("?period=days".to_owned(), StatusCode::OK),
            ("?period=days&from=2026-03-05&to=2026-01-09".to_owned(), StatusCode::UNPROCESSABLE_ENTITY),
            ("?user_q=bor".to_owned(), StatusCode::OK),
            (format!("?team={team}&user={}", acme.id_of("anna")), StatusCode::OK),
            ("?team=nonsense".to_owned(), StatusCode::NOT_FOUND),
            ("?user=usr_00000000000000000000000000".to_owned(), StatusCode::NOT_FOUND),
        ] {
            let answer = browser.get(&format!("{page}{query}")).await;
            assert_eq!(answer.status, status, "{query}: {}", words(&answer.text()));
        }
        let csv = browser.get(&format!("{page}/export.csv")).await;
        assert_eq!(csv.status, StatusCode::OK);
        assert!(csv.text().contains("User,boris,3,2,0,1,"), "{}", csv.text());
        assert_eq!(browser.get(&format!("{page}/export.xlsx")).await.status, StatusCode::OK);
    }

    async fn n24_a_user_gets_own_figures_and_neither_team_nor_user_to_choose(db: &TestDb) {
        let acme = account(db).await;
        let owner = acme.as_owner().await;
        let team = teams::create(db, &owner, "Nord").await.unwrap().id;
        let people = [acme.id_of("anna"), acme.id_of("boris")];
        teams::add_members(db, &owner, team, &people, false, "").await.unwrap();
        let mut browser = signed_in(db, &acme, "anna").await;
        let page = format!("/a/{}/statistics", acme.slug);
        let html = browser.get(&page).await.text();
        let text = words(&html);
        assert!(text.contains("Your own figures.") && text.contains("Leads won 1"), "{text}");
        for hidden in ["boris", "All teams", "All users", "Export", "Hide deactivated"] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
        for query in [format!("?user={}", acme.id_of("boris")), format!("?team={team}")] {
            let answer = browser.get(&format!("{page}{query}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{query}");
            assert!(!words(&answer.text()).contains("Leads won"), "{query}");
        }
        for file in ["csv", "xlsx"] {
            assert_eq!(browser.get(&format!("{page}/export.{file}")).await.status, StatusCode::FORBIDDEN);
        }
    }

    async fn n8_without_teams_the_page_offers_no_team(db: &TestDb) {
        let acme = account(db).await;
        let owner = acme.as_owner().await;
        teams::create(db, &owner, "Nord").await.unwrap();
        let mut browser = signed_in(db, &acme, "owner").await;
        let page = format!("/a/{}/statistics", acme.slug);
        assert!(browser.get(&page).await.text().contains("filter-team"));
        let off = seatwise_domain::tenants::EditAccountCommand {
            teams_on: Some(false),
            ..seatwise_domain::tenants::EditAccountCommand::default()
        };
        seatwise_domain::tenants::edit(db, &owner, &off).await.unwrap();
        assert!(!browser.get(&page).await.text().contains("filter-team"));
    }
}
