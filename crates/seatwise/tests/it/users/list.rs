//! Finding people: by state, by name in any alphabet, by id; who has left comes last.

use seatwise_domain::authz::ViewUsers;
use seatwise_domain::store::PageSize;
use seatwise_domain::users::{self, ListFilter, StateView};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

async fn names(db: &TestDb, acme: &Tenant, filter: ListFilter) -> Vec<String> {
    let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
    let mut tx = db.read().await.unwrap();
    let page = users::list(&mut tx, &scope, &filter, None, PageSize::default())
        .await
        .unwrap();
    page.items.into_iter().map(|row| row.user.name).collect()
}

fn find(query: &str) -> ListFilter {
    ListFilter {
        query: Some(query.to_owned()),
        ..ListFilter::default()
    }
}

fn view(view: StateView) -> ListFilter {
    ListFilter {
        view,
        ..ListFilter::default()
    }
}

on_both! {
    async fn k4_j5_a_search_finds_people_in_any_alphabet_and_case(db: &TestDb) {
        let mut acme = db.tenant().user("anna").build().await;
        for (name, address) in [("Ґалина Їжак", "halyna"), ("王小明", "wang"), ("Zoë Öztürk", "zoe")] {
            let mut invite = users::Invite::by_email(format!("{address}@acme.example"));
            invite.person.name = Some(name.to_owned());
            users::invite(db, &acme.as_owner().await, &invite).await.unwrap();
        }
        acme.invite("boris").await;
        assert_eq!(names(db, &acme, find("їжак")).await, ["Ґалина Їжак"]);
        assert_eq!(names(db, &acme, find("小明")).await, ["王小明"]);
        assert_eq!(names(db, &acme, find("ÖZT")).await, ["Zoë Öztürk"]);
        assert_eq!(names(db, &acme, find("wang@")).await, ["王小明"]);
        assert_eq!(names(db, &acme, find(&acme.id_of("anna").to_string())).await, ["anna"]);
        assert_eq!(names(db, &acme, find("100%_")).await, [""; 0]);
    }

    async fn n61_z83_each_person_is_in_the_view_of_exactly_one_state(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leaver("darcel").build().await;
        assert_eq!(names(db, &acme, view(StateView::Active)).await, ["anna", "owner"]);
        assert_eq!(names(db, &acme, view(StateView::Pending)).await, ["olena"]);
        assert_eq!(names(db, &acme, view(StateView::Deactivated)).await, ["darcel"]);
        let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
        let views = users::views(&mut db.read().await.unwrap(), &scope).await.unwrap();
        assert_eq!((views.all, views.active, views.pending, views.deactivated), (4, 2, 1, 1));
        assert_eq!(views.all, views.active + views.pending + views.frozen + views.deactivated);
    }

    async fn k22_who_has_left_comes_last(db: &TestDb) {
        let acme = db.tenant().leaver("aaron").user("zoe").build().await;
        assert_eq!(names(db, &acme, ListFilter::default()).await, ["owner", "zoe", "aaron"]);
        let hidden = ListFilter { hide_inactive: true, ..ListFilter::default() };
        assert_eq!(names(db, &acme, hidden).await, ["owner", "zoe"]);
    }

    async fn pages_follow_each_other_without_gap_or_repeat(db: &TestDb) {
        let mut acme = db.tenant().seats(30).build().await;
        for number in 0..12 {
            acme.invite(&format!("p{number:02}")).await;
        }
        let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let mut tx = db.read().await.unwrap();
            let page = users::list(&mut tx, &scope, &ListFilter::default(), cursor.as_ref(), PageSize::new(5)).await.unwrap();
            seen.extend(page.items.into_iter().map(|row| row.user.name));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        let mut wanted: Vec<String> = (0..12).map(|number| format!("p{number:02}")).collect();
        wanted.insert(0, "owner".to_owned());
        assert_eq!(seen, wanted);
    }

    async fn people_of_another_account_are_not_found(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let other = db.tenant().named("Other").user("boris").build().await;
        assert_eq!(names(db, &other, find("anna")).await, [""; 0]);
        let scope = other.as_owner().await.scope::<ViewUsers>().unwrap();
        let found = users::find(&mut db.read().await.unwrap(), &scope, acme.id_of("anna")).await.unwrap();
        assert!(found.is_none());
    }
}
