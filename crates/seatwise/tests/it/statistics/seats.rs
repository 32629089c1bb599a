//! Seats over time: counted back from today by what each act did, and told only to those who may see licences.

use axum::http::StatusCode;
use jiff::civil::date;
use seatwise_domain::authz::SeatKind;
use seatwise_domain::seats;
use seatwise_domain::statistics::{self, Filter, SeatMonth, Span};
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::asked;
use crate::api::kit::{json_of, program};
use crate::ui::{signed_in, words};

const MONTH: i64 = 31 * 86_400;

fn year() -> Filter {
    Filter {
        span: Some(Span::ThisYear),
        ..Filter::default()
    }
}

async fn told(db: &TestDb, acme: &Tenant, name: &str, filter: &Filter) -> Option<Vec<SeatMonth>> {
    let caller = acme.as_user(name).await;
    let found = asked(db, &caller, filter).await.unwrap();
    let mut tx = db.read().await.unwrap();
    statistics::seats(&mut tx, &caller, filter, &found)
        .await
        .unwrap()
}

/// First day, bought and used of a kind.
fn numbers(months: &[SeatMonth], kind: SeatKind) -> Vec<(String, u64, u64)> {
    let lines = months.iter().map(|month| {
        let taken = month.of(kind).unwrap();
        (month.first.to_string(), taken.bought, taken.used)
    });
    lines.collect()
}

/// March with three people, April with one more and five seats more, May without somebody, back in May again.
async fn story(db: &TestDb) -> Tenant {
    let mut acme = db
        .tenant()
        .seats(6)
        .team_seats(2)
        .owner("owner")
        .user("anna")
        .user("boris")
        .build()
        .await;
    db.clock().advance(MONTH);
    let owner = acme.as_owner().await;
    seats::set_count(db, &owner, SeatKind::Regular, 11)
        .await
        .unwrap();
    acme.invite("carla").await;
    db.clock().advance(MONTH);
    acme.deactivate("boris", HandOverChoice::Later).await;
    seats::set_count(db, &owner, SeatKind::Regular, 8)
        .await
        .unwrap();
    acme
}

on_both! {
    async fn seats_over_time_are_what_each_month_ended_with(db: &TestDb) {
        let acme = story(db).await;
        let months = told(db, &acme, "owner", &year()).await.unwrap();
        let line = |first: &str, bought, used| (first.to_owned(), bought, used);
        let wanted = vec![line("2026-03-01", 6, 3), line("2026-04-01", 11, 4), line("2026-05-01", 8, 3)];
        assert_eq!(numbers(&months, SeatKind::Regular), wanted, "nothing before the account, nothing to come");
        let team = numbers(&months, SeatKind::Team);
        assert!(team.iter().all(|(_, bought, used)| (*bought, *used) == (2, 0)), "{team:?}");
        assert_eq!(statistics::seat_kinds(&months), SeatKind::ALL);
        // The same from a later day: the past stays as it was.
        db.clock().advance(MONTH);
        let later = told(db, &acme, "owner", &year()).await.unwrap();
        assert_eq!(later.get(..3), Some(&*months));
        assert_eq!(numbers(&later, SeatKind::Regular).get(3), Some(&line("2026-06-01", 8, 3)));
    }

    async fn a_month_ends_by_the_clock_of_the_account(db: &TestDb) {
        let mut acme = db.tenant().seats(6).user("anna").build().await;
        let zone = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
        let command = seatwise_domain::tenants::EditAccountCommand {
            time_zone: Some("Asia/Tokyo".to_owned()),
            ..seatwise_domain::tenants::EditAccountCommand::default()
        };
        seatwise_domain::tenants::edit(db, &acme.as_owner().await, &command).await.unwrap();
        // Still March in London, already April in Tokyo.
        let first_of_april = date(2026, 4, 1).at(0, 30, 0, 0).to_zoned(zone).unwrap().timestamp();
        db.clock().set(seatwise_domain::clock::Timestamp::from_micros(first_of_april.as_microsecond()));
        acme.invite("carla").await;
        let months = told(db, &acme, "owner", &year()).await.unwrap();
        let used: Vec<u64> = numbers(&months, SeatKind::Regular).into_iter().map(|line| line.2).collect();
        assert_eq!(used, [2, 3]);
    }

    async fn seats_are_told_to_whoever_may_see_licences_and_not_of_a_part(db: &TestDb) {
        let acme = story(db).await;
        assert_eq!(told(db, &acme, "anna", &year()).await, None);
        let of_anna = Filter { user: Some(acme.id_of("anna")), ..year() };
        assert_eq!(told(db, &acme, "owner", &of_anna).await, None);
        let ever = Filter { span: Some(Span::Ever), ..Filter::default() };
        assert_eq!(told(db, &acme, "owner", &ever).await, None);
        let path = "/api/v1/statistics?period=year";
        let answer = program(db, &acme, "owner", false).await.get(path).await;
        let json = json_of(&answer, StatusCode::OK);
        let april = &json["seats"][1];
        let wanted = serde_json::json!({ "first": "2026-04-01", "kinds": [
            { "kind": "regular", "bought": 11, "used": 4 }, { "kind": "team", "bought": 2, "used": 0 },
        ] });
        assert_eq!(april, &wanted);
        let answer = program(db, &acme, "anna", false).await.get(path).await;
        assert!(json_of(&answer, StatusCode::OK)["seats"].is_null(), "{}", answer.text());
    }

    async fn the_page_and_the_file_have_the_same_seats(db: &TestDb) {
        let acme = story(db).await;
        let page = format!("/a/{}/statistics", acme.slug);
        let mut browser = signed_in(db, &acme, "owner").await;
        let html = browser.get(&format!("{page}?period=year")).await.text();
        let text = words(&html);
        for word in ["Seats over time", "8 bought", "3 used", "Sales seats, bought", "Team seats, used", "Apr 2026 11 4 2 0"] {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert!(html.contains("aria-label=\"Sales seats in May 2026: 3 of 8 used.\""), "{html}");
        let csv = browser.get(&format!("{page}/export.csv?period=year")).await.text();
        let april = csv.lines().find(|line| line.contains("Apr 2026")).unwrap();
        assert!(csv.lines().next().unwrap().contains("\"Team seats, used\""), "{csv}");
        assert!(april.contains(",11,4,2,0"), "{april}");
        let of_anna = browser.get(&format!("{page}?user={}", acme.id_of("anna"))).await.text();
        assert!(!words(&of_anna).contains("Seats over time"));
        let mut browser = signed_in(db, &acme, "anna").await;
        assert!(!words(&browser.get(&page).await.text()).contains("Seats over time"));
    }
}
