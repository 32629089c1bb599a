//! Roles and access in the browser: the matrix, one role, what a change would do, and who holds what.

use axum::http::StatusCode;
use seatwise_domain::authz::{Extent, Key};
use seatwise_domain::roles::{self, Give, NewRole, Role};
use seatwise_domain::store::PageSize;
use seatwise_domain::teams;
use seatwise_testkit::http::Browser;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};
use crate::roles::{give, role, set};

async fn all(db: &TestDb, acme: &Tenant) -> Vec<Role> {
    let caller = acme.as_owner().await;
    let mut tx = db.read().await.unwrap();
    let rows = roles::list(&mut tx, &caller).await.unwrap();
    rows.into_iter().map(|row| row.role).collect()
}

async fn find(db: &TestDb, acme: &Tenant, name: &str) -> Role {
    let found = all(db, acme)
        .await
        .into_iter()
        .find(|role| role.name == name);
    found.unwrap_or_else(|| panic!("no role is called {name}"))
}

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "{path}: {}",
        words(&answer.text())
    );
    answer.text()
}

on_both! {
    async fn k2_the_matrix_shows_each_role_with_its_people_and_how_far_it_goes(db: &TestDb) {
        let acme = db.tenant().team_seats(1).admin("bohdan").user("anna").team_user("tina").build().await;
        let finance = role(db, &acme, "Finance", &[("leads.view", "all"), ("leads.export", "team"), ("own.edit", "all")]).await;
        set(db, &acme, "Year's end", &[("leads.export", "all")]).await;
        give(db, &acme, "anna", &finance).await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/roles", acme.slug);
        let html = page(&mut owner, &path).await;
        let text = words(&html);
        for word in ["Owner System · 1 user", "Admin System · 1 user", "Team manager System · 0 users", "Sales System · 0 users", "Team user Team seat · 1 user", "Finance Custom · 1 user"] {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert!(text.contains("Export leads All All — No — No limited by the seat Team"), "{text}");
        assert!(html.contains("data-l=\"cap\"") && html.contains("scope=\"rowgroup\""));
        assert!(text.contains("Year's end") || text.contains("Year&#39;s end"), "{text}");
        let differences = words(&page(&mut owner, &format!("{path}?only=differences")).await);
        assert!(differences.contains("Export leads All") && !differences.contains("Edit the own profile"), "{differences}");
        assert!(text.contains("Edit the own profile Yes Yes Yes Yes Yes Yes"), "{text}");
        let german = words(&{ let mut browser = owner.clone().choosing("de"); page(&mut browser, &path).await });
        assert!(german.contains("Vertrieb System · 0 Benutzer"), "{german}");
    }

    async fn p52_a_role_is_made_looked_at_changed_and_deleted(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let base = format!("/a/{}/roles", acme.slug);
        assert!(page(&mut owner, &format!("{base}/new")).await.contains("name=\"may.leads.view\" value=\"subordinates\""));
        let empty = owner.post(&format!("{base}/new"), &[("name", " "), ("may.leads.view", "own")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text().contains("value=\"own\" checked"), "what was chosen stays");
        let made = owner.post(&format!("{base}/new"), &[("name", "Finance"), ("may.leads.view", "own"), ("rule.value", "hidden")]).await;
        let desk = made.location().to_owned();
        let finance = find(db, &acme, "Finance").await;
        assert!(desk.ends_with(finance.key.as_str()) && finance.fields.hides("value"));
        give(db, &acme, "anna", &finance).await;
        let shown = page(&mut owner, &desk).await;
        assert!(shown.contains("name=\"rule.value\" value=\"hidden\" checked") && words(&shown).contains("anna"), "{shown}");
        let seen = shown.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        let fields = [("name", "Finance"), ("description", "Books"), ("may.leads.view", "all"), ("rule.value", "edit"), ("seen", seen.as_str()), ("reason", "Audit")];
        let asked = owner.post(&desk, &fields).await;
        assert_eq!(asked.status, StatusCode::OK);
        let text = words(&asked.text());
        assert!(text.contains("1 person gains. 0 people lose.") && text.contains("See leads Own All") && text.contains("Value Hidden Edit"), "{text}");
        assert_eq!(find(db, &acme, "Finance").await.grants.extent(Key::ViewRecords), Extent::OWN, "the look changes nothing");
        db.clock().advance(1);
        let mut sure = fields.to_vec();
        sure.push(("confirmed", "yes"));
        assert_eq!(owner.post(&desk, &sure).await.location(), desk);
        assert_eq!(find(db, &acme, "Finance").await.grants.extent(Key::ViewRecords), Extent::ALL);
        assert_eq!(owner.post(&desk, &sure).await.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody else was faster");
        let delete = format!("{desk}/delete");
        let text = words(&page(&mut owner, &delete).await);
        assert!(text.contains("Delete Finance?") && text.contains("1 user has it.") && text.contains("1 person gains."), "{text}");
        assert_eq!(owner.post(&delete, &[("reason", "Merged")]).await.location(), base);
        assert_eq!(owner.get(&desk).await.status, StatusCode::NOT_FOUND);
    }

    async fn p67_another_default_role_is_shown_in_people_first(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/roles/{}", acme.slug, desk.key);
        let text = words(&page(&mut owner, &format!("{path}/default")).await);
        assert!(text.contains("1 person gains. 1 person loses."), "{text}");
        owner.post(&format!("{path}/default"), &[]).await;
        let text = words(&page(&mut owner, &path).await);
        assert!(text.contains("Default role") && !text.contains("Make default") && !text.contains("Delete"), "{text}");
        let refused = owner.get(&format!("{path}/delete")).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(words(&refused.text()).contains("Make another role the default first"));
        let sales = words(&page(&mut owner, &format!("/a/{}/roles/sales", acme.slug)).await);
        assert!(sales.contains("Copy it and change the copy.") && !sales.contains("Check changes"), "{sales}");
        let copy = page(&mut owner, &format!("/a/{}/roles/new?from=sales", acme.slug)).await;
        assert!(copy.contains("value=\"Sales (copy)\"") && copy.contains("name=\"may.leads.share\" value=\"own\" checked"), "{copy}");
    }

    async fn p54_a_person_s_page_gives_and_takes_roles_and_says_until_when(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let extra = set(db, &acme, "Extra", &[("leads.export", "all")]).await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let user = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        let text = words(&page(&mut owner, &user).await);
        assert!(text.contains("Roles and access Sales By default"), "{text}");
        let day = db.now().plus_days(3).date_in(&jiff::tz::TimeZone::UTC).to_string();
        let fields = [("role", extra.key.as_str()), ("until", day.as_str()), ("reason", "Holiday")];
        let asked = owner.post(&format!("{user}/roles"), &fields).await;
        assert!(words(&asked.text()).contains("anna Export leads"), "{}", words(&asked.text()));
        assert!(!acme.as_user("anna").await.can(Key::ExportRecords), "a look changes nothing");
        let sure = ("confirmed", "yes");
        let given = owner.post(&format!("{user}/roles"), &[fields.as_slice(), &[sure]].concat()).await;
        assert_eq!(given.location(), user, "{}", words(&given.text()));
        let text = words(&page(&mut owner, &user).await);
        assert!(text.contains("Extra Until ") && text.contains("Changed the roles of anna") && text.contains("Holiday"), "{text}");
        assert!(acme.as_user("anna").await.can(Key::ExportRecords));
        owner.post(&format!("{user}/roles/take"), &[("role", extra.key.as_str()), sure]).await;
        assert!(!acme.as_user("anna").await.can(Key::ExportRecords));
        let past = owner.post(&format!("{user}/roles"), &[("role", extra.key.as_str()), ("until", "2020-01-01")]).await;
        assert_eq!(past.status, StatusCode::CONFLICT);
        let mut anna = signed_in(db, &acme, "anna").await;
        let refused = anna.post(&format!("{user}/roles"), &fields).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let own = words(&page(&mut anna, &user).await);
        assert!(own.contains("Roles and access Sales By default") && !own.contains("Give a role"), "{own}");
    }

    async fn j4_the_list_shows_roles_and_is_filtered_by_them(db: &TestDb) {
        let acme = db.tenant().team_seats(1).admin("bohdan").user("anna").user("boris").user("lena").team_user("tina").build().await;
        let owner = acme.as_owner().await;
        let finance = role(db, &acme, "Finance", &[]).await;
        give(db, &acme, "anna", &finance).await;
        let team = teams::create(db, &owner, "Nord").await.unwrap();
        teams::add_members(db, &owner, team.id, &[acme.id_of("lena")], true, "").await.unwrap();
        let mut browser = signed_in(db, &acme, "bohdan").await;
        let list = format!("/a/{}/users", acme.slug);
        let text = words(&page(&mut browser, &list).await);
        for (name, role) in [("anna", "Finance"), ("boris", "Sales"), ("lena", "Team manager"), ("tina", "Team user"), ("owner", "Owner")] {
            let row = text.split(&format!("{name}@acme.example")).nth(1).unwrap_or_default();
            let row = row.split("@acme.example").next().unwrap_or_default();
            assert!(row.contains(role), "{name}: {row}");
        }
        let some = words(&page(&mut browser, &format!("{list}?role={}", finance.key)).await);
        assert!(some.contains("anna@") && !some.contains("boris@") && some.contains("Role: Finance") || some.contains("Role Finance"), "{some}");
        let sales = words(&page(&mut browser, &format!("{list}?role=sales")).await);
        assert!(sales.contains("boris@") && sales.contains("lena@") && !sales.contains("anna@"), "{sales}");
    }

    async fn k9_the_form_of_a_new_user_offers_roles_and_makes_one_on_the_spot(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let new = format!("/a/{}/users/new", acme.slug);
        let html = page(&mut owner, &new).await;
        assert!(html.contains(">Desk<") && html.contains("<option value=\"sales\" selected>") && html.contains("name=\"role_name\""), "{html}");
        let chosen = owner.post(&new, &[("email", "nele@acme.example"), ("role", desk.key.as_str())]).await;
        acme.know("nele", chosen.location().rsplit('/').next().unwrap().parse().unwrap());
        let text = words(&page(&mut owner, chosen.location()).await);
        assert!(text.contains("Roles and access Desk"), "{text}");
        let unnamed = owner.post(&new, &[("email", "otto@acme.example"), ("role", "new"), ("role_name", "")]).await;
        assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&unnamed.text()).contains("Give a name of at most 200 characters to the role."));
        let taken = owner.post(&new, &[("email", "otto@acme.example"), ("role", "new"), ("role_name", "DESK")]).await;
        assert!(words(&taken.text()).contains("There is a role of this name."));
        let made = owner.post(&new, &[("email", "otto@acme.example"), ("role", "new"), ("role_name", "Stock"), ("role_from", desk.key.as_str())]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", words(&made.text()));
        assert_eq!(find(db, &acme, "Stock").await.grants, desk.grants);
        assert!(words(&page(&mut owner, made.location()).await).contains("Roles and access Stock"));
    }

    async fn n25_privacy_between_users_is_saved_beside_the_roles(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/roles", acme.slug);
        for choice in ["own", "all", "team"] {
            owner.post(&format!("{path}/privacy"), &[("leads", choice)]).await;
            let html = page(&mut owner, &path).await;
            assert!(html.contains(&format!("name=\"leads\" value=\"{choice}\" checked")), "{choice}");
        }
        let mut anna = signed_in(db, &acme, "anna").await;
        assert_eq!(anna.post(&format!("{path}/privacy"), &[("leads", "all")]).await.status, StatusCode::FORBIDDEN);
    }

    async fn n10_p59_pages_of_roles_are_for_those_who_edit_or_give_them(db: &TestDb) {
        let acme = db.tenant().user("anna").user("kira").build().await;
        let other = db.tenant().named("Other").build().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "own")]).await;
        let giver = role(db, &acme, "Giver", &[("roles.assign", "all"), ("users.view", "all")]).await;
        give(db, &acme, "kira", &giver).await;
        let path = format!("/a/{}/roles/{}", acme.slug, desk.key);
        let mut anna = signed_in(db, &acme, "anna").await;
        let mut stranger = signed_in(db, &other, "owner").await;
        let mut kira = signed_in(db, &acme, "kira").await;
        for end in ["", "/delete", "/default"] {
            assert_eq!(anna.get(&format!("{path}{end}")).await.status, StatusCode::FORBIDDEN, "{end}");
            let there = format!("{path}{end}").replacen(&acme.slug, &other.slug, 1);
            assert_eq!(stranger.get(&there).await.status, StatusCode::NOT_FOUND, "{end}");
        }
        for path in ["/roles", "/roles/new"] {
            assert_eq!(anna.get(&format!("/a/{}{path}", acme.slug)).await.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(anna.post(&path, &[("name", "Mine"), ("confirmed", "yes")]).await.status, StatusCode::FORBIDDEN);
        let list = words(&page(&mut kira, &format!("/a/{}/roles", acme.slug)).await);
        assert!(list.contains("Desk Custom") && !list.contains("New role"), "{list}");
        assert!(!page(&mut kira, &path).await.contains("name=\"may.leads.view\""));
        assert_eq!(kira.post(&path, &[("name", "Mine"), ("confirmed", "yes")]).await.status, StatusCode::FORBIDDEN);
        let give = Give { users: vec![acme.id_of("anna")], role: desk.key.clone(), starts_at: None, expires_at: None, reason: String::new() };
        assert!(roles::give(db, &acme.as_user("kira").await, &give).await.is_err());
    }

    async fn a_role_of_many_has_pages_of_people_and_their_number(db: &TestDb) {
        let acme = db.tenant().seats(40).build().await;
        let owner = acme.as_owner().await;
        let new = NewRole { name: "Crowd".to_owned(), ..NewRole::default() };
        let crowd = roles::create(db, &owner, &new).await.unwrap();
        for number in 0..23 {
            let invite = seatwise_domain::users::Invite::by_email(format!("p{number:02}@acme.example"));
            let user = seatwise_domain::users::invite(db, &owner, &invite).await.unwrap().user.id;
            let give = Give { users: vec![user], role: crowd.key.clone(), starts_at: None, expires_at: None, reason: String::new() };
            roles::give(db, &owner, &give).await.unwrap();
        }
        assert!(PageSize::default().get() > 20);
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/roles/{}", acme.slug, crowd.key);
        let first = page(&mut browser, &path).await;
        assert!(words(&first).contains("23 users") && first.contains("20 of 23"), "{}", words(&first));
        let next = first.split("?page=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert!(words(&page(&mut browser, &format!("{path}?page={next}")).await).contains("p22@"));
    }
}
