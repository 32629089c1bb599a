//! Days that a role hides stay hidden in the statistics, too: no period and no month tells them, and what has no
//! date stays.

use axum::http::StatusCode;
use seatwise_domain::statistics::{Filter, Span};
use seatwise_testkit::{TestDb, on_both};
use serde_json::{Value as Json, json};

use super::clerk::Stage;
use super::field_files::rows;
use crate::api::kit::json_of;
use crate::statistics::{asked, days};
use crate::ui::words;

/// The days of the stage's lead.
const DAYS: [(&str, &str, &str); 2] = [
    ("opened_on", "2019-03-04", "created"),
    ("closed_on", "2024-05-06", "won"),
];

/// Every period but that of all time.
const PERIODS: [&str; 6] = [
    "period=month",
    "period=quarter",
    "period=year",
    "period=last-year",
    "from=2019-03-04&to=2019-03-04",
    "from=2017-01-01&to=2026-12-31",
];

/// The figure of each month that has one.
fn by_month(figures: &Json, figure: &str) -> Vec<(String, u64)> {
    let months = figures["months"].as_array().unwrap().iter();
    let counted = months.filter_map(|month| {
        let count = month["figures"][figure]
            .as_u64()
            .filter(|count| *count > 0)?;
        Some((month["first"].as_str()?.to_owned(), count))
    });
    counted.collect()
}

on_both! {
    async fn p52_statistics_over_rest_tell_no_day_that_is_hidden(db: &TestDb) {
        let stage = Stage::new(db).await;
        for (field, day, figure) in DAYS {
            for access in ["edit", "read"] {
                stage.say(db, field, access).await;
                // So that the test could fail: a day and a month are told to whom may know them.
                let path = format!("/api/v1/statistics?from={day}&to={day}");
                let told = json_of(&stage.clerk.get(&path).await, StatusCode::OK);
                assert_eq!(told["total"][figure], 1, "{told}");
                let month = format!("{}-01", &day[..7]);
                assert_eq!(by_month(&told, figure), [(month, 1)], "{told}");
            }
            stage.say(db, field, "hidden").await;
            let lines = stage.acme.audit().await.len();
            for period in PERIODS {
                for door in ["statistics", "statistics.csv", "statistics.xlsx"] {
                    let answer = stage.clerk.get(&format!("/api/v1/{door}?{period}")).await;
                    let problem = json_of(&answer, StatusCode::FORBIDDEN);
                    assert_eq!((&problem["code"], &problem["errors"][0]["pointer"]), (&json!("dates-hidden"), &json!("period")), "{problem}");
                    assert!(problem["title"].as_str().unwrap().contains(field), "{problem}");
                    assert!(problem["detail"].as_str().unwrap().contains("“ever”"), "{problem}");
                }
            }
            assert_eq!(stage.acme.audit().await.len(), lines, "what was refused is not in the log of exports");
            for query in ["", "?period=ever"] {
                let told = json_of(&stage.clerk.get(&format!("/api/v1/statistics{query}")).await, StatusCode::OK);
                for part in ["from", "to", "before_from", "before_to", "before"] {
                    assert!(told[part].is_null(), "{part} in {told}");
                }
                assert_eq!(told["months"], json!([]));
                assert_eq!((&told["total"]["created"], &told["total"]["won"], &told["total"]["days_to_close"]), (&json!(1), &json!(1), &json!(null)));
                assert_eq!((&told["users"][0]["name"], &told["users"][0]["figures"]["won_value"]), (&json!("anna"), &json!(471_137)), "{told}");
                for ending in ["csv", "xlsx"] {
                    let file = rows(&stage.clerk.get(&format!("/api/v1/statistics.{ending}{query}")).await);
                    let parts: Vec<(&str, &str)> = file.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
                    assert_eq!(parts, [("Figures of", "Name"), ("Period", "All time"), ("User", "anna")], "{ending}");
                }
            }
        }
    }

    async fn p52_the_page_of_statistics_hides_months_and_says_why(db: &TestDb) {
        let mut stage = Stage::new(db).await;
        let page = format!("/a/{}/statistics", stage.acme.slug);
        let html = stage.browser.get(&page).await.text();
        assert!(html.contains("filter-period") && words(&html).contains("Mar 2026"), "{}", words(&html));
        for (field, said) in [("opened_on", "“Opened”"), ("closed_on", "“Closed”")] {
            stage.say(db, field, "hidden").await;
            // An address that was kept from before is answered with what may be told.
            for query in ["", "?period=year", "?period=days&from=2024-05-06&to=2024-05-06", "?period=ever"] {
                let answer = stage.browser.get(&format!("{page}{query}")).await;
                assert_eq!(answer.status, StatusCode::OK, "{query}");
                let html = answer.text();
                let text = words(&html);
                // The forms of language and theme lead back to the address that was asked for.
                let parts = html.split("name=\"next\" value=\"");
                let html: String = parts.enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once('"').unwrap().1 }).collect();
                assert!(text.contains(&format!("Your role hides the field {said} of leads.")), "{query}: {text}");
                assert!(text.contains("An admin can change the role."), "{text}");
                assert!(text.contains("Leads won 1 All time") && text.contains("anna"), "{text}");
                for gone in ["filter-period", "period=", "from=", "type=\"date\"", "Mar 2026", "<polyline"] {
                    assert!(!html.contains(gone), "{gone} with {query}: {html}");
                }
            }
            for ending in ["csv", "xlsx"] {
                let file = stage.browser.get(&format!("{page}/export.{ending}")).await;
                assert!(rows(&file).iter().all(|row| row[0] != "Month" && row[0] != "Period before"));
                let refused = stage.browser.get(&format!("{page}/export.{ending}?period=year")).await;
                assert_eq!(refused.status, StatusCode::FORBIDDEN);
                assert!(words(&refused.text()).contains("Leave out the period"), "{}", words(&refused.text()));
            }
            for language in ["de", "ru", "uk", "zh"] {
                let mut other = stage.browser.clone().choosing(language);
                let text = words(&other.get(&page).await.text());
                assert!(!text.contains("statistics-") && !text.contains("Your role"), "{language}: {text}");
            }
        }
    }

    async fn p52_figures_of_all_time_are_those_of_every_day(db: &TestDb) {
        let stage = Stage::new(db).await;
        let owner = stage.acme.as_owner().await;
        // A lead of another century: months are no longer looked up one by one.
        let body = json!({ "title": "Old", "opened_on": "1931-02-03", "stage": "lost", "closed_on": "1931-03-03" });
        for far in [false, true] {
            if far {
                json_of(&stage.clerk.post("/api/v1/leads", &body).await, StatusCode::CREATED);
            }
            let ever = Filter { span: Some(Span::Ever), ..Filter::default() };
            for caller in [&owner, &stage.acme.as_user("anna").await] {
                let told = asked(db, caller, &ever).await.unwrap();
                let recent = asked(db, caller, &days("2017-01-01", "2026-12-31")).await.unwrap();
                assert_eq!((told.total.created, told.total.won, told.total.lost), (recent.total.created + u64::from(far), recent.total.won, u64::from(far)));
                assert_eq!((told.period, told.before, told.months.len(), told.people.len()), (None, None, 0, 1));
            }
            let of_anna = Filter { user: Some(stage.acme.id_of("anna")), ..ever };
            assert_eq!(asked(db, &owner, &of_anna).await.unwrap().total.created, 1 + u64::from(far));
        }
        let other = db.tenant().named("Other").build().await;
        let none = asked(db, &other.as_owner().await, &Filter { span: Some(Span::Ever), ..Filter::default() }).await.unwrap();
        assert!(none.total.is_empty() && none.people.is_empty(), "an account without leads");
    }
}
