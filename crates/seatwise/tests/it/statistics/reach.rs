//! Who is shown whose figures.

use axum::http::StatusCode;
use seatwise_domain::authz::Visibility;
use seatwise_domain::ids::TeamId;
use seatwise_domain::statistics::{self, Filter, StatisticsError, teams as offered};
use seatwise_domain::store::{Reads as _, Sql};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_domain::{args, teams};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{asked, days, won};
use crate::api::kit::{json_of, program};

async fn account(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .admin("bohdan")
        .user("anna")
        .user("boris")
        .user("carla");
    acme.leads_in("anna", "won", 1)
        .leads_in("boris", "won", 2)
        .leads_in("carla", "won", 3)
        .leads_in("boris", "lost", 1)
        .leads("anna", 1)
        .build()
        .await
}

async fn change(db: &TestDb, acme: &Tenant, command: EditAccountCommand) {
    tenants::edit(db, &acme.as_owner().await, &command)
        .await
        .unwrap();
}

async fn team(db: &TestDb, acme: &Tenant, name: &str, manager: &str, member: &str) -> TeamId {
    let owner = acme.as_owner().await;
    let team = teams::create(db, &owner, name).await.unwrap().id;
    teams::add_members(db, &owner, team, &[acme.id_of(manager)], true, "")
        .await
        .unwrap();
    teams::add_members(db, &owner, team, &[acme.id_of(member)], false, "")
        .await
        .unwrap();
    team
}

fn pairs(list: &[(&str, u64)]) -> Vec<(String, u64)> {
    list.iter()
        .map(|(name, count)| ((*name).to_owned(), *count))
        .collect()
}

/// Gives somebody a role that goes with the privacy setting wherever it can.
async fn give_role(db: &TestDb, acme: &Tenant, name: &str) {
    let mut tx = db.write().await.unwrap();
    let now = tx.now();
    let grants = serde_json::json!({ "own.edit": "all", "leads.view": "privacy", "statistics.view": "privacy" });
    let role = Sql::new(
        "insert into roles (tenant_id, role_key, kind, name, name_key, description, grants, created_at, updated_at) values ",
    );
    tx.run(role.rows([args![
        acme.id, "wide", "role", "Wide", "wide", "", grants, now, now
    ]]))
    .await
    .unwrap();
    let given =
        Sql::new("insert into user_roles (tenant_id, user_id, role_key, granted_at) values ");
    tx.run(given.rows([args![acme.id, acme.id_of(name), "wide", now]]))
        .await
        .unwrap();
    tx.commit(seatwise_domain::audit::Audit::Housekeeping)
        .await
        .unwrap();
}

on_both! {
    async fn n11_an_admin_is_shown_everybody_by_user_team_and_date(db: &TestDb) {
        let acme = account(db).await;
        let nord = team(db, &acme, "Nord", "anna", "boris").await;
        let bohdan = acme.as_user("bohdan").await;
        let all = asked(db, &bohdan, &Filter::default()).await.unwrap();
        assert_eq!(won(&all), pairs(&[("carla", 3), ("boris", 2), ("anna", 1)]));
        assert_eq!((all.total.created, all.total.won, all.total.lost), (8, 6, 1));
        let one = Filter { user: Some(acme.id_of("boris")), ..Filter::default() };
        assert_eq!(won(&asked(db, &bohdan, &one).await.unwrap()), pairs(&[("boris", 2)]));
        let of_team = Filter { team: Some(nord), ..Filter::default() };
        let found = asked(db, &bohdan, &of_team).await.unwrap();
        assert_eq!((won(&found), found.total.won), (pairs(&[("boris", 2), ("anna", 1)]), 3));
        let past = asked(db, &bohdan, &days("2025-01-01", "2025-12-31")).await.unwrap();
        assert!(past.total.is_empty() && past.people.is_empty() && past.others.is_none());
        let after = asked(db, &bohdan, &days("2026-03-03", "2026-03-20")).await.unwrap();
        assert_eq!((after.total.won, after.total_before.won), (0, 6), "the days just before are compared");
    }

    async fn n18_a_team_manager_is_shown_his_teams_and_no_other(db: &TestDb) {
        let acme = account(db).await;
        let nord = team(db, &acme, "Nord", "anna", "boris").await;
        let west = team(db, &acme, "West", "bohdan", "carla").await;
        let anna = acme.as_user("anna").await;
        let all = asked(db, &anna, &Filter::default()).await.unwrap();
        assert_eq!(won(&all), pairs(&[("boris", 2), ("anna", 1)]));
        assert_eq!((all.total.created, all.total.won, all.others), (5, 3, None));
        let of = |team| Filter { team: Some(team), ..Filter::default() };
        assert_eq!(asked(db, &anna, &of(nord)).await.unwrap().total.won, 3);
        assert!(matches!(asked(db, &anna, &of(west)).await, Err(StatisticsError::NoSuchTeam)));
        let by = |name: &str| Filter { user: Some(acme.id_of(name)), ..Filter::default() };
        assert_eq!(asked(db, &anna, &by("boris")).await.unwrap().total.lost, 1);
        assert!(matches!(asked(db, &anna, &by("carla")).await, Err(StatisticsError::NoSuchUser)));
        let scope = anna.records().unwrap();
        let mut tx = db.read().await.unwrap();
        let names: Vec<String> = offered(&mut tx, &scope).await.unwrap().into_iter().map(|team| team.name).collect();
        assert_eq!(names, ["Nord"]);
        let today = Filter { team: Some(nord), ..days("2026-03-02", "2026-03-02") };
        assert_eq!(asked(db, &anna, &today).await.unwrap().total.won, 3, "and by date");
    }

    async fn n24_users_are_shown_their_own_figures_whatever_the_privacy(db: &TestDb) {
        let acme = account(db).await;
        let nord = team(db, &acme, "Nord", "anna", "boris").await;
        give_role(db, &acme, "carla").await;
        for visibility in Visibility::ALL {
            change(db, &acme, EditAccountCommand { visibility: Some(visibility), ..EditAccountCommand::default() }).await;
            for (name, count) in [("boris", 2), ("carla", 3)] {
                let caller = acme.as_user(name).await;
                let found = asked(db, &caller, &Filter::default()).await.unwrap();
                assert_eq!((won(&found), found.total.won), (pairs(&[(name, count)]), count), "{visibility:?}");
                assert_eq!(found.months.iter().map(|month| month.now.won).sum::<u64>(), count);
                let other = Filter { user: Some(acme.id_of("anna")), ..Filter::default() };
                assert!(matches!(asked(db, &caller, &other).await, Err(StatisticsError::NoSuchUser)));
                let of_team = Filter { team: Some(nord), ..Filter::default() };
                assert!(matches!(asked(db, &caller, &of_team).await, Err(StatisticsError::NoSuchTeam)));
                let reader = program(db, &acme, name, false).await;
                let json = json_of(&reader.get("/api/v1/statistics").await, StatusCode::OK);
                assert_eq!((&json["total"]["won"], json["users"].as_array().unwrap().len()), (&count.into(), 1));
                for query in [format!("user={}", acme.id_of("anna")), format!("team={nord}")] {
                    let answer = reader.get(&format!("/api/v1/statistics?{query}")).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name} {query}: {}", answer.text());
                }
            }
        }
    }

    async fn n8_without_teams_there_are_no_figures_of_teams(db: &TestDb) {
        let acme = account(db).await;
        let nord = team(db, &acme, "Nord", "anna", "boris").await;
        change(db, &acme, EditAccountCommand { teams_on: Some(false), ..EditAccountCommand::default() }).await;
        for name in ["bohdan", "anna"] {
            let caller = acme.as_user(name).await;
            let scope = caller.records().unwrap();
            let mut tx = db.read().await.unwrap();
            assert_eq!(offered(&mut tx, &scope).await.unwrap(), []);
            drop(tx);
            let of_team = Filter { team: Some(nord), ..Filter::default() };
            assert!(matches!(asked(db, &caller, &of_team).await, Err(StatisticsError::NoSuchTeam)));
        }
        let anna = asked(db, &acme.as_user("anna").await, &Filter::default()).await.unwrap();
        assert_eq!(won(&anna), pairs(&[("anna", 1)]), "nobody leads a team");
    }

    async fn n12_j23_admins_take_the_figures_along_and_nobody_else(db: &TestDb) {
        let acme = account(db).await;
        team(db, &acme, "Nord", "anna", "boris").await;
        for name in ["anna", "carla"] {
            let caller = acme.as_user(name).await;
            let refused = statistics::export(db, &caller, &Filter::default(), "csv").await;
            assert!(matches!(refused, Err(statistics::ExportError::Denied(_))), "{name}");
        }
        let bohdan = acme.as_user("bohdan").await;
        let shown = asked(db, &bohdan, &Filter::default()).await.unwrap();
        let taken = statistics::export(db, &bohdan, &Filter::default(), "csv").await.unwrap();
        assert_eq!(taken.figures, shown);
        let line = acme.audit().await.remove(0);
        assert_eq!(line.kind.as_str(), "export.statistics");
        let reader = program(db, &acme, "bohdan", false).await;
        let csv = reader.get("/api/v1/statistics.csv").await;
        assert_eq!(csv.status, StatusCode::OK, "{}", csv.text());
        assert!(csv.text().contains("carla,3,3,0,0,"), "{}", csv.text());
        let book = reader.get("/api/v1/statistics.xlsx").await;
        assert_eq!((book.status, book.header("content-type").contains("spreadsheet")), (StatusCode::OK, true));
    }

    async fn a_period_that_cannot_be_counted_is_refused(db: &TestDb) {
        let acme = account(db).await;
        let reader = program(db, &acme, "bohdan", false).await;
        for query in ["from=2026-02-01&to=2026-01-01", "from=2010-01-01&to=2026-01-01", "from=2026-01-01", "to=2026-01-01"] {
            let answer = reader.get(&format!("/api/v1/statistics?{query}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}: {}", answer.text());
            assert_eq!(answer.json()["code"], "period-invalid", "{query}");
        }
    }
}
