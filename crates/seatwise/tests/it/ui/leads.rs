//! Leads in the browser: table and board, bulk assignment with undo, the inbox, export.

use axum::http::StatusCode;
use seatwise_domain::records::{LeadFilter, OwnerFilter};
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::app::router;
use seatwise_testkit::http::Browser;
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};

async fn signed_in(db: &TestDb, tenant: &Tenant, name: &str, language: &'static str) -> Browser {
    let mut browser = Browser::new(&router(db)).choosing(language);
    let email = tenant.email_of(name);
    let fields = [("email", email.as_str()), ("password", PASSWORD)];
    let answer = browser.post("/sign-in", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    browser
}

/// What a toast's undo button would send to.
fn undo_of(page: &str) -> String {
    let at = page.find("/hand-overs/").expect("a way back");
    let start = page[..at].rfind('"').expect("an attribute") + 1;
    let end = at + page[at..].find('"').expect("its end");
    page[start..end].to_owned()
}

on_both! {
    async fn p7_ticked_leads_of_the_table_get_an_owner_and_the_toast_takes_it_back(db: &TestDb) {
        let tenant = db.tenant().user("Anna").user("Bohdan").leads("Anna", 3).build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let table = format!("/a/{}/leads?view=table", tenant.slug);
        let page = browser.get(&table).await.text();
        assert!(page.contains("row-check") && page.contains("data-one=\"{n} lead selected\""), "{page}");
        let leads = tenant.leads_of("Anna").await;
        let (first, second) = (leads[0].id.to_string(), leads[1].id.to_string());
        let to = tenant.id_of("Bohdan").to_string();
        let fields = [("id", first.as_str()), ("id", second.as_str()), ("to", ""), ("to", to.as_str()), ("next", table.as_str())];
        let answer = browser.post(&format!("/a/{}/leads/assign", tenant.slug), &fields).await;
        assert_eq!(answer.location(), table);
        let page = browser.follow(answer).await.text();
        assert!(page.contains("Assigned to Bohdan") && page.contains("2 leads."), "{page}");
        assert_eq!(tenant.leads_of("Bohdan").await.len(), 2);
        browser.post(&undo_of(&page), &[]).await;
        assert_eq!(tenant.leads_of("Anna").await.len(), 3);
    }

    async fn n42_the_inbox_says_where_leads_came_from_and_gives_them_out(db: &TestDb) {
        let tenant = db.tenant().user("Anna").user("Bohdan").leads("Anna", 2).build().await;
        tenant.deactivate("Anna", HandOverChoice::Unassign).await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let inbox = format!("/a/{}/leads/unassigned", tenant.slug);
        let page = browser.get(&inbox).await.text();
        assert!(page.contains("Anna, on 2 Mar 2026"), "{page}");
        let elsewhere = browser.get(&format!("/a/{}/users", tenant.slug)).await.text();
        let menu = elsewhere.split("<nav").nth(1).and_then(|rest| rest.split("</nav>").next()).unwrap_or_default();
        assert!(menu.contains(&format!("href=\"{inbox}\"")), "the menu leads there: {menu}");
        let waiting = LeadFilter { owner: OwnerFilter::Unassigned, ..LeadFilter::default() };
        let leads = tenant.leads(&waiting).await;
        let one = leads[0].id.to_string();
        let to = tenant.id_of("Bohdan").to_string();
        let fields = [("to", to.as_str()), ("next", inbox.as_str())];
        let answer = browser.post(&format!("/a/{}/leads/{one}/assign", tenant.slug), &fields).await;
        assert_eq!(answer.location(), inbox);
        assert_eq!(tenant.leads_of("Bohdan").await.len(), 1);
        assert_eq!(tenant.leads(&waiting).await.len(), 1);
    }

    async fn k15_nobody_pending_is_offered_as_a_filter(db: &TestDb) {
        let tenant = db.tenant().user("Anna").pending("Olena").build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let page = browser.get(&format!("/a/{}/leads?view=table", tenant.slug)).await.text();
        let offered = |name: &str| page.contains(&format!("owner={}", tenant.id_of(name)));
        assert!(offered("Anna") && !offered("Olena"), "{page}");
    }

    async fn n63_the_leads_of_somebody_who_left_are_a_filter_of_the_list(db: &TestDb) {
        let tenant = db.tenant().leaver("Anna").leads("Anna", 2).build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let left = browser.get(&format!("/a/{}/leads?view=table&owner=left", tenant.slug)).await.text();
        assert!(left.contains("2 leads found"), "{left}");
        let own = browser.get(&format!("/a/{}/leads?view=table&owner=me", tenant.slug)).await.text();
        assert!(own.contains("No leads") && !own.contains("leads found"), "{own}");
    }

    async fn an_export_of_leads_holds_the_filter_and_runs_no_formula(db: &TestDb) {
        let tenant = db.tenant().user("Anna").leads("owner", 1).build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let new = format!("/a/{}/leads/new", tenant.slug);
        let to = tenant.id_of("Anna").to_string();
        let fields = [("title", "=HYPERLINK(\"http://evil\")"), ("stage", "prospecting"), ("owner", to.as_str())];
        let answer = browser.post(&new, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let path = format!("/a/{}/leads/export.csv?owner={to}", tenant.slug);
        let answer = browser.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK);
        let text = answer.text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[0].contains("Title,Owner,Stage"), "{text}");
        assert!(text.contains("'=HYPERLINK") && !text.contains(",=HYPERLINK"), "{text}");
        let path = format!("/a/{}/leads/export.xlsx", tenant.slug);
        let answer = browser.get(&path).await;
        assert!(answer.bytes.starts_with(b"PK"));
        let mut anna = signed_in(db, &tenant, "Anna", "en").await;
        assert_eq!(anna.get(&path).await.status, StatusCode::FORBIDDEN);
    }
}
