//! Choosing one of many people: the first ones by name, and a search for the others, also without scripts.

use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::store::Sql;
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};

/// An account where no list shows everybody: the owner, darcel with three leads, 60 more, the last one Zoe.
async fn crowd(db: &TestDb) -> Tenant {
    let mut people = db
        .tenant()
        .seats(80)
        .user("darcel")
        .leads("darcel", 3)
        .pending("zoe");
    for number in 0..59 {
        people = people.pending(&format!("person {number:02}"));
    }
    let acme = people.build().await;
    let mut tx = db.write().await.expect("a write");
    let come = Sql::new("update users set state = 'active'").push(
        " where tenant_id = $? and state = 'pending'",
        args![acme.id],
    );
    tx.run(come).await.expect("they come");
    tx.commit(Audit::Housekeeping).await.expect("a commit");
    acme
}

fn option(id: impl std::fmt::Display) -> String {
    format!("<option value=\"{id}\"")
}

on_both! {
    async fn n41_n44_the_heir_is_found_by_name_among_many_and_the_choice_is_kept(db: &TestDb) {
        let acme = crowd(db).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let zoe = acme.id_of("zoe");
        for (flow, search, confirm) in [("hand-over", "step=2", "step=2"), ("deactivate", "step=3", "step=3")] {
            let path = format!("/a/{}/users/{}/{flow}", acme.slug, acme.id_of("darcel"));
            let first = browser.get(&format!("{path}?step={}", if flow == "deactivate" { 2 } else { 1 })).await.text();
            assert!(words(&first).contains("50 of 62 people"), "{}", words(&first));
            assert!(!first.contains(&option(zoe)), "there is no room for the last one");
            let found = browser.get(&format!("{path}?{search}&leads=to&chosen=yes&leave=won&to_q=ZOE&find=to_q")).await.text();
            assert!(found.contains(&option(zoe)), "{found}");
            let third = browser.get(&format!("{path}?{confirm}&leads=to&chosen=yes&to={zoe}")).await.text();
            assert!(words(&third).contains("zoe"), "{}", words(&third));
            let again = browser.get(&format!("{path}?{search}&leads=to&chosen=yes&to={zoe}&to_q=person&find=to_q")).await.text();
            assert!(again.contains(&format!("{} selected", option(zoe))), "the choice is kept: {again}");
        }
    }

    async fn n63_the_owner_of_a_lead_is_found_by_name_on_every_page(db: &TestDb) {
        let acme = crowd(db).await;
        acme.add_leads("", "prospecting", 1).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let zoe = option(acme.id_of("zoe"));
        let lead = acme.leads_of("darcel").await[0].id.to_string();
        let at = |path: &str| format!("/a/{}{path}", acme.slug);
        for (path, search) in [
            (at(&format!("/leads/{lead}")), "to_q"),
            (at("/leads/new"), "owner_q"),
            (at("/leads/unassigned"), "to_q"),
            (at("/leads?view=table"), "to_q"),
            (at("/leads?view=table"), "plain_q"),
        ] {
            let plain = browser.get(&path).await.text();
            assert!(plain.contains(&format!("name=\"{search}\"")), "{path}: {plain}");
            assert!(!plain.contains(&zoe), "{path}");
            let join = if path.contains('?') { '&' } else { '?' };
            let found = browser.get(&format!("{path}{join}{search}=zoe&find={search}&title=Kept")).await.text();
            assert!(found.contains(&zoe), "{path}: {found}");
        }
        let ticked = browser.get(&at(&format!("/leads?view=table&to=&to_q=zoe&find=to_q&id={lead}"))).await.text();
        assert!(ticked.contains(&format!("value=\"{lead}\" checked")), "what was ticked stays ticked: {ticked}");
        let typed = browser.get(&at("/leads/new?title=Typed+before&owner_q=zoe&find=owner_q")).await.text();
        assert!(typed.contains("value=\"Typed before\""), "{typed}");
    }

    async fn n63_the_owner_filter_finds_everybody_also_who_has_left_and_shows_the_name(db: &TestDb) {
        let acme = crowd(db).await;
        acme.deactivate("darcel", HandOverChoice::Later).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let leads = format!("/a/{}/leads?view=table", acme.slug);
        let found = browser.get(&format!("{leads}&owner_q=darc")).await.text();
        let filtered = format!("owner={}", acme.id_of("darcel"));
        assert!(found.contains(&filtered), "{found}");
        let page = words(&browser.get(&format!("{leads}&{filtered}")).await.text());
        assert!(page.contains("Owner : darcel") || page.contains("Owner: darcel"), "{page}");
        assert!(page.contains("darcel prospecting 3"), "{page}");
    }

    async fn n46_the_hint_is_true_and_few_people_need_no_search(db: &TestDb) {
        let acme = db.tenant().user("darcel").pending("olena").leads("darcel", 1).build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/users/{}/hand-over", acme.slug, acme.id_of("darcel"));
        let listed = browser.get(&path).await.text();
        assert!(listed.contains(&option(acme.id_of("olena"))) && !listed.contains("to_q"), "{listed}");
        assert!(words(&listed).contains("Team seats cannot own leads and are not listed."), "{listed}");
        let mut tx = db.write().await.expect("a write");
        let settings = serde_json::json!({ "pending_selectable": "never" });
        let never = Sql::new("update tenants").push(" set settings = $? where id = $?", args![settings, acme.id]);
        tx.run(never).await.expect("an update");
        tx.commit(Audit::Housekeeping).await.expect("a commit");
        let page = browser.get(&path).await.text();
        assert!(!page.contains(&option(acme.id_of("olena"))));
        assert!(words(&page).contains("Pending users and team seats cannot own leads and are not listed."), "{page}");
    }
}
