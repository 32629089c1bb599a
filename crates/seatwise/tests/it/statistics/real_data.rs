//! The figures of the sales pipeline are those of its description.

use seatwise_domain::authz::Caller;
use seatwise_domain::imports::{self, ImportKind, Options};
use seatwise_domain::records::{LeadFilter, LeadState};
use seatwise_domain::statistics::{Filter, Statistics};
use seatwise_domain::store::Db;
use seatwise_testkit::company::{Company, LEAVER};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{asked, days};
use crate::imports::{ran, sent};

async fn imported(db: &Db, acme: &Tenant, company: &Company) {
    let owner = acme.as_owner().await;
    let import = sent(db, &owner, ImportKind::Users, &company.staff)
        .await
        .unwrap();
    let options = Options {
        create_teams: true,
        ..import.options.clone()
    };
    imports::map(db, &owner, import.id, &import.mapping, &options)
        .await
        .unwrap();
    imports::check(db, &owner, import.id).await.unwrap();
    ran(db, &owner, import.id).await;
    let import = sent(db, &owner, ImportKind::Leads, &company.pipeline)
        .await
        .unwrap();
    let options = Options {
        pending_owners: true,
        ..import.options.clone()
    };
    imports::map(db, &owner, import.id, &import.mapping, &options)
        .await
        .unwrap();
    imports::check(db, &owner, import.id).await.unwrap();
    ran(db, &owner, import.id).await;
}

async fn year(db: &Db, caller: &Caller) -> Statistics {
    asked(db, caller, &days("2016-01-01", "2018-12-31"))
        .await
        .unwrap()
}

/// Name of a team of the real files, with leads and won value.
const TEAMS: [(&str, usize, i64); 6] = [
    ("Marxen", 1_929, 2_251_930),
    ("Sewald", 1_701, 1_964_750),
    ("Brinkmann", 1_583, 1_094_363),
    ("Neubert", 1_327, 1_960_545),
    ("Rouche", 1_296, 1_603_897),
    ("Losch", 964, 1_130_049),
];

/// Won value by the month of closing, from March to December 2017.
const MONTHS: [i64; 10] = [
    1_134_672, 721_932, 1_025_713, 1_338_466, 696_932, 1_050_059, 1_235_264, 731_980, 938_943,
    1_131_573,
];

const AGENTS: [(&str, i64); 5] = [
    (LEAVER, 1_153_214),
    ("Vicki Laflamme", 478_396),
    ("Kary Hendrixson", 454_298),
    ("Cassey Cress", 450_489),
    ("Donn Cantrell", 445_860),
];

on_both! {
    async fn n11_the_figures_of_the_sales_pipeline_are_those_of_its_description(db: &TestDb) {
        let company = Company::files();
        let acme = db.tenant().seats(60).build().await;
        imported(db, &acme, &company).await;
        let owner = acme.as_owner().await;
        let found = year(db, &owner).await;
        assert_eq!((found.total.won, found.total.lost, found.total.cancelled), (4_238, 2_473, 0));
        assert_eq!(found.total.value.unwrap().0, 10_005_534 * 100);
        assert_eq!(found.total.win_rate(), Some(632));
        let leads = acme.leads(&LeadFilter::default()).await;
        let closed: Vec<i64> = leads.iter().filter(|lead| lead.state != LeadState::Open).map(|lead| {
            let days = lead.opened_on.unwrap().until((jiff::Unit::Day, lead.closed_on.unwrap())).unwrap();
            i64::from(days.get_days())
        }).collect();
        assert_eq!((found.total.timed, i64::try_from(found.total.days).unwrap()), (6_711, closed.iter().sum()));
        let began = leads.iter().filter(|lead| lead.opened_on.is_some()).count();
        assert_eq!(usize::try_from(found.total.created).unwrap(), began, "the others began with the import");

        let darcel = found.people.first().unwrap();
        assert_eq!((darcel.person.name.as_str(), darcel.now.value.unwrap().0), (LEAVER, 1_153_214 * 100));
        assert_eq!((darcel.now.won, darcel.now.lost), (349, 204));
        assert_eq!(found.people.len(), 30, "five of the agents have no leads");
        let sum: i64 = found.people.iter().map(|line| line.now.value.unwrap().0).sum();
        assert_eq!((sum, found.others), (found.total.value.unwrap().0, None));

        // The same by hand, from the leads themselves.
        let by_hand = |name: &str, month: &str| -> i64 {
            let of = leads.iter().filter(|lead| lead.state == LeadState::Won);
            of.filter(|lead| lead.owner.as_ref().is_some_and(|owner| name.is_empty() || owner.name == name))
                .filter(|lead| lead.closed_on.unwrap().to_string().starts_with(month))
                .filter_map(|lead| lead.value).map(|value| value.0).sum()
        };
        for line in &found.people {
            assert_eq!(line.now.value.unwrap().0, by_hand(&line.person.name, ""), "{}", line.person.name);
        }
        let year = asked(db, &owner, &days("2017-01-01", "2017-12-31")).await.unwrap();
        assert_eq!(year.months.len(), 12);
        for month in &year.months {
            let name = month.first.to_string();
            assert_eq!(month.now.value.unwrap().0, by_hand("", &name[..7]), "{name}");
        }
        let half = asked(db, &owner, &days("2017-05-10", "2017-08-20")).await.unwrap();
        let within = leads.iter().filter(|lead| lead.state == LeadState::Won).filter(|lead| {
            let day = lead.closed_on.unwrap().to_string();
            ("2017-05-10".to_owned()..="2017-08-20".to_owned()).contains(&day)
        });
        assert_eq!(usize::try_from(half.total.won).unwrap(), within.count(), "days count one by one");

        if leads.iter().all(|lead| lead.owner.as_ref().is_none_or(|owner| owner.name != "Vicki Laflamme")) {
            return;
        }
        // Only the real files have these.
        for (name, value) in AGENTS {
            let line = found.people.iter().find(|line| line.person.name == name).unwrap();
            assert_eq!(line.now.value.unwrap().0, value * 100, "{name}");
        }
        for (month, value) in year.months[2..].iter().zip(MONTHS) {
            assert_eq!(month.now.value.unwrap().0, value * 100, "{}", month.first);
        }
        let teams = {
            let scope = owner.records().unwrap();
            let mut tx = db.read().await.unwrap();
            seatwise_domain::statistics::teams(&mut tx, &scope).await.unwrap()
        };
        let ever = days("2016-01-01", "2025-12-31");
        for (name, count, value) in TEAMS {
            let team = teams.iter().find(|team| team.name.contains(name)).unwrap();
            let filter = Filter { team: Some(team.id), ..days("2016-01-01", "2018-12-31") };
            let of_team = asked(db, &owner, &filter).await.unwrap();
            assert_eq!(of_team.total.value.unwrap().0, value * 100, "{name}");
            let filter = Filter { team: Some(team.id), ..ever };
            let of_team = asked(db, &owner, &filter).await.unwrap();
            let now = asked(db, &owner, &Filter { team: Some(team.id), ..days("2026-01-01", "2026-12-31") }).await.unwrap();
            let began = of_team.total.created + now.total.created;
            assert_eq!(usize::try_from(began).unwrap(), count, "{name}");
        }
    }
}
