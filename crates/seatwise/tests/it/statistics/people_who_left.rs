//! People who left: hidden where the account says so, counted always, found by those who tidy up.

use seatwise_domain::authz::{ViewRecords, ViewUsers};
use seatwise_domain::records::{self, LeadFilter, OwnerFilter};
use seatwise_domain::statistics::Filter;
use seatwise_domain::store::PageSize;
use seatwise_domain::teams;
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_domain::users::{self, ListFilter, StateView};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{asked, won};
use crate::ui::{signed_in, words};

async fn account(db: &TestDb) -> Tenant {
    let acme = db.tenant().user("anna").leaver("darcel");
    acme.leads_in("anna", "won", 1)
        .leads_in("darcel", "won", 2)
        .leads("darcel", 1)
        .build()
        .await
}

async fn hide(db: &TestDb, acme: &Tenant, hide: bool) {
    let command = EditAccountCommand {
        hide_inactive: Some(hide),
        ..EditAccountCommand::default()
    };
    tenants::edit(db, &acme.as_owner().await, &command)
        .await
        .unwrap();
}

async fn filter_names(db: &TestDb, acme: &Tenant, search: Option<&str>) -> Vec<String> {
    let scope = acme.as_owner().await.records::<ViewRecords>().unwrap();
    let mut tx = db.read().await.unwrap();
    let found = records::owners(&mut tx, &scope, search, None)
        .await
        .unwrap();
    found.people.into_iter().map(|person| person.name).collect()
}

on_both! {
    async fn n48_who_left_is_in_no_list_while_hidden_and_the_totals_stay(db: &TestDb) {
        let acme = account(db).await;
        let owner = acme.as_owner().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let team = teams::create(db, &owner, "Nord").await.unwrap().id;
        teams::add_members(db, &owner, team, &[acme.id_of("darcel")], false, "").await.unwrap();
        let leads = format!("/a/{}/leads?view=board&stage=lost", acme.slug);
        let pages = [leads, format!("/a/{}/palette?q=@darc", acme.slug), format!("/a/{}/teams/{team}", acme.slug)];
        let shown = asked(db, &owner, &Filter::default()).await.unwrap();
        assert_eq!(won(&shown), [("darcel".to_owned(), 2), ("anna".to_owned(), 1)]);
        assert!(shown.people[0].left && !shown.people[1].left);
        assert_eq!(filter_names(db, &acme, None).await, ["anna", "owner", "darcel"], "who left comes last");
        for page in &pages {
            assert!(words(&browser.get(page).await.text()).contains("darcel"), "{page}");
        }
        hide(db, &acme, true).await;
        let hidden = asked(db, &owner, &Filter::default()).await.unwrap();
        assert_eq!(won(&hidden), [("anna".to_owned(), 1)]);
        assert_eq!((hidden.total, hidden.total_before), (shown.total, shown.total_before));
        assert_eq!(hidden.months, shown.months);
        assert_eq!(hidden.others.unwrap().won, 2);
        assert_eq!(filter_names(db, &acme, None).await, ["anna", "owner"]);
        assert_eq!(filter_names(db, &acme, Some("darc")).await, Vec::<String>::new());
        for page in &pages {
            assert!(!words(&browser.get(page).await.text()).contains("darcel"), "{page}");
        }
        let statistics = words(&browser.get(&format!("/a/{}/statistics", acme.slug)).await.text());
        assert!(!statistics.contains("darcel") && statistics.contains("their results stay in the totals"), "{statistics}");
        let asks = words(&browser.get(&format!("/a/{}/statistics?hide=no", acme.slug)).await.text());
        assert!(asks.contains("darcel"), "{asks}");
    }

    async fn n49_the_list_of_users_still_finds_who_left(db: &TestDb) {
        let acme = account(db).await;
        hide(db, &acme, true).await;
        let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
        let mut tx = db.read().await.unwrap();
        let filter = ListFilter { view: StateView::Deactivated, hide_inactive: true, ..ListFilter::default() };
        let found = users::list(&mut tx, &scope, &filter, None, PageSize::default()).await.unwrap();
        assert_eq!(found.items.iter().map(|row| row.user.name.as_str()).collect::<Vec<_>>(), ["darcel"]);
        drop(tx);
        let mut browser = signed_in(db, &acme, "owner").await;
        let list = words(&browser.get(&format!("/a/{}/users?status=deactivated", acme.slug)).await.text());
        assert!(list.contains("darcel@"), "{list}");
    }

    async fn d5_who_left_is_reported_on_by_choice_and_the_leads_are_found_with_their_age(db: &TestDb) {
        let acme = account(db).await;
        hide(db, &acme, true).await;
        db.clock().advance(3 * 86_400);
        let owner = acme.as_owner().await;
        let chosen = Filter { user: Some(acme.id_of("darcel")), ..Filter::default() };
        let found = asked(db, &owner, &chosen).await.unwrap();
        assert_eq!((won(&found), found.others), (vec![("darcel".to_owned(), 2)], None));
        let team = teams::create(db, &owner, "Nord").await.unwrap().id;
        teams::add_members(db, &owner, team, &[acme.id_of("anna")], true, "").await.unwrap();
        teams::add_members(db, &owner, team, &[acme.id_of("darcel")], false, "").await.unwrap();
        let orphans = LeadFilter { owner: OwnerFilter::Left, ..LeadFilter::default() };
        let leads = acme.leads(&orphans).await;
        assert_eq!(leads.len(), 3);
        assert!(leads.iter().all(|lead| lead.owner.as_ref().is_some_and(|owner| owner.left_at.is_some())));
        for name in ["owner", "anna"] {
            let mut browser = signed_in(db, &acme, name).await;
            let page = words(&browser.get(&format!("/a/{}/leads?view=table&owner=left", acme.slug)).await.text());
            assert!(page.contains("Owner left") && page.contains("Left 3 days ago"), "{name}: {page}");
            let direct = words(&browser.get(&format!("/a/{}/leads?view=table&owner={}", acme.slug, acme.id_of("darcel"))).await.text());
            assert!(direct.contains("darcel won 1"), "{name}: {direct}");
        }
    }
}
