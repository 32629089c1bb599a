//! When people sign in: by the hours of a week, and told only to those who may read the audit log.

use axum::http::StatusCode;
use jiff::civil::{DateTime, datetime};
use jiff::tz::TimeZone;
use seatwise_domain::authn::{SignIn, sign_in};
use seatwise_domain::authz::Source;
use seatwise_domain::clock::Timestamp;
use seatwise_domain::statistics::{self, Filter, Span};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{asked, days};
use crate::api::kit::{json_of, program};
use crate::ui::{signed_in, words};

fn year() -> Filter {
    Filter {
        span: Some(Span::ThisYear),
        ..Filter::default()
    }
}

/// Day from Monday on, hour, number.
async fn told(
    db: &TestDb,
    acme: &Tenant,
    name: &str,
    filter: &Filter,
) -> Option<Vec<(usize, usize, u64)>> {
    let caller = acme.as_user(name).await;
    let found = asked(db, &caller, filter).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let week = statistics::sign_ins(&mut tx, &caller, filter, &found)
        .await
        .unwrap();
    week.map(|week| week.hours().collect())
}

/// Signs somebody in at a time by the clock of Tokyo, where the account is.
async fn at(db: &TestDb, acme: &Tenant, name: &str, time: DateTime) {
    let zone = TimeZone::get("Asia/Tokyo").unwrap();
    let instant = time.to_zoned(zone).unwrap().timestamp();
    db.clock()
        .set(Timestamp::from_micros(instant.as_microsecond()));
    assert!(acme.sign_in(name).await.is_some());
}

/// Nobody signs in while it is made, on a Monday in March; then on two Wednesdays and on a Sunday at midnight.
async fn account(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .owner("owner")
        .user("anna")
        .user("boris")
        .build()
        .await;
    let zone = EditAccountCommand {
        time_zone: Some("Asia/Tokyo".to_owned()),
        ..EditAccountCommand::default()
    };
    tenants::edit(db, &acme.as_owner().await, &zone)
        .await
        .unwrap();
    at(db, &acme, "anna", datetime(2026, 4, 8, 9, 15, 0, 0)).await;
    at(db, &acme, "boris", datetime(2026, 4, 15, 9, 59, 59, 0)).await;
    at(db, &acme, "anna", datetime(2026, 4, 19, 0, 0, 0, 0)).await;
    acme
}

on_both! {
    async fn sign_ins_are_told_by_the_hours_of_the_accounts_clock(db: &TestDb) {
        let acme = account(db).await;
        let quarter = Filter { span: Some(Span::ThisQuarter), ..Filter::default() };
        assert_eq!(told(db, &acme, "owner", &quarter).await, Some(vec![(2, 9, 2), (6, 0, 1)]));
        let day = days("2026-04-09", "2026-04-19");
        assert_eq!(told(db, &acme, "owner", &day).await, Some(vec![(2, 9, 1), (6, 0, 1)]), "both ends belong to it");
        let day = days("2026-04-16", "2026-04-18");
        assert_eq!(told(db, &acme, "owner", &day).await, Some(Vec::new()));
        let wrong = SignIn {
            name: acme.email_of("boris"),
            password: "not the right words".to_owned(),
            account: None,
            agent: String::new(),
            address: String::new(),
            source: Source::Page,
        };
        assert!(sign_in(db, &wrong).await.is_err());
        let counted = Some(vec![(2, 9, 2), (6, 0, 1)]);
        assert_eq!(told(db, &acme, "owner", &quarter).await, counted, "who does not get in does not count");
        let other = db.tenant().named("Other").user("olga").build().await;
        assert!(other.sign_in("olga").await.is_some());
        assert_eq!(told(db, &acme, "owner", &quarter).await, counted, "each account for itself");
    }

    async fn sign_ins_are_told_to_whoever_may_read_the_log_and_of_everybody_together(db: &TestDb) {
        let acme = account(db).await;
        assert_eq!(told(db, &acme, "anna", &year()).await, None);
        let of_anna = Filter { user: Some(acme.id_of("anna")), ..year() };
        assert_eq!(told(db, &acme, "owner", &of_anna).await, None);
        let path = "/api/v1/statistics?from=2026-04-01&to=2026-04-30";
        let answer = program(db, &acme, "owner", false).await.get(path).await;
        let wanted = serde_json::json!([{ "weekday": 3, "hour": 9, "number": 2 }, { "weekday": 7, "hour": 0, "number": 1 }]);
        assert_eq!(json_of(&answer, StatusCode::OK)["sign_ins"], wanted);
        let answer = program(db, &acme, "anna", false).await.get(path).await;
        assert!(json_of(&answer, StatusCode::OK)["sign_ins"].is_null(), "{}", answer.text());
    }

    async fn the_page_and_the_file_have_the_same_sign_ins(db: &TestDb) {
        let acme = account(db).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let query = "period=days&from=2026-04-01&to=2026-04-18";
        let page = format!("/a/{}/statistics", acme.slug);
        let html = browser.get(&format!("{page}?{query}")).await.text();
        let text = words(&html);
        for word in ["When people sign in", "Wed 0 0 0 0 0 0 0 0 0 2 0"] {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert!(html.contains("aria-label=\"Most sign-ins are on Wednesday at 9:00: 2 in this period.\""), "{html}");
        let csv = browser.get(&format!("{page}/export.csv?{query}")).await.text();
        assert!(csv.lines().next().unwrap().ends_with(",Sign-ins"), "{csv}");
        let line = csv.lines().find(|line| line.starts_with("Sign-ins,")).unwrap();
        assert!(line.contains("Wed, 9:00") && line.ends_with(",2"), "{line}");
        let mut browser = signed_in(db, &acme, "anna").await;
        let text = words(&browser.get(&page).await.text());
        assert!(!text.contains("When people sign in"), "{text}");
    }
}
