//! Roles that a file gives: named in a column, shown by the dry run, given by the run, gone with the undo.

use axum::http::{Method, StatusCode};
use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::{Caller, SeatKind, ViewUsers};
use seatwise_domain::imports::{self, Field, ImportKind, Reason, RowReport, Undo, Verdict};
use seatwise_domain::roles::{self, RoleKey};
use seatwise_domain::store::PageSize;
use seatwise_domain::users::{self, ListFilter};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::import_words;
use seatwise_web::locale::Lang;
use serde_json::json;

use super::{checked, found, ran, rows, said, work};
use crate::api::kit::{json_of, program, send_file};
use crate::roles::{give, members, role, set, to};
use crate::ui::signed_in;

/// The roles and sets of the person with an address, by name or key; those by default in brackets.
pub async fn held(db: &TestDb, acme: &Tenant, address: &str) -> Vec<String> {
    let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
    let filter = ListFilter {
        query: Some(address.to_owned()),
        ..ListFilter::default()
    };
    let mut tx = db.read().await.unwrap();
    let page = users::list(&mut tx, &scope, &filter, None, PageSize::new(5))
        .await
        .unwrap();
    let user = page.items.first().expect("the person is there").user.id;
    let held = roles::held_by(&mut tx, &scope, user).await.unwrap();
    held.into_iter()
        .map(|one| {
            let name = if one.role.name.is_empty() {
                one.role.key.to_string()
            } else {
                one.role.name
            };
            if one.by_default {
                format!("({name})")
            } else {
                name
            }
        })
        .collect()
}

/// What a row says that it gives.
fn gives(row: &RowReport) -> Vec<&str> {
    let roles = row.detail.roles.iter();
    roles
        .map(|role| {
            if role.name.is_empty() {
                role.id.as_str()
            } else {
                role.name.as_str()
            }
        })
        .collect()
}

async fn with_roles(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .seats(20)
        .team_seats(3)
        .user("anna")
        .build()
        .await;
    role(db, &acme, "Desk", &[("leads.view", "all")]).await;
    role(db, &acme, "Export, large", &[("leads.export", "all")]).await;
    set(db, &acme, "Extra", &[("leads.note", "all")]).await;
    acme
}

async fn number_of_changes(acme: &Tenant) -> usize {
    let lines = acme.audit().await;
    let changed = lines
        .iter()
        .filter(|line| line.kind == EventKind::RolesChanged);
    changed.count()
}

on_both! {
    async fn k2_k9_a_file_gives_each_person_roles_of_his_own_and_the_dry_run_says_which(db: &TestDb) {
        let acme = with_roles(db).await;
        let owner = acme.as_owner().await;
        let text = "Name;E-mail;Rolle\n\
            Ada;ada@many.example;desk\n\
            Ben;ben@many.example;\"DÉSK ; extra,desk\"\n\
            Cyd;cyd@many.example;\n\
            Dan;dan@many.example;Vertrieb\n\
            Eve;eve@many.example;Export, Large\n\
            Fay;fay@many.example;продажи；desk\n\
            Gil;gil@many.example;Extra\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        assert_eq!(import.totals.of(Verdict::Create), 7, "{:?}", said(db, &owner, import.id).await);
        let wanted: [&[&str]; 7] = [
            &["Desk"], &["Desk", "Extra"], &[], &[], &["Export, large"], &["sales", "Desk"], &["Extra"],
        ];
        let all = rows(db, &owner, import.id).await;
        assert_eq!(all.iter().map(gives).collect::<Vec<_>>(), wanted);
        assert_eq!(import.totals.noted, 0, "a role is no remark");
        assert!(members(db, &owner).await.iter().all(|(name, count)| name == "sales" || *count == 0), "nothing is given yet");
        ran(db, &owner, import.id).await;
        let all = rows(db, &owner, import.id).await;
        assert_eq!(all.iter().map(gives).collect::<Vec<_>>(), wanted, "the run says what it gave");
        for (address, wanted) in [
            ("ada@many.example", vec!["Desk"]),
            ("ben@many.example", vec!["Desk", "Extra"]),
            ("cyd@many.example", vec!["(sales)"]),
            ("dan@many.example", vec!["(sales)"]),
            ("eve@many.example", vec!["Export, large"]),
            ("fay@many.example", vec!["sales", "Desk"]),
            ("gil@many.example", vec!["(sales)", "Extra"]),
        ] {
            let mut held = held(db, &acme, address).await;
            held.sort();
            let mut wanted = wanted;
            wanted.sort_unstable();
            assert_eq!(held, wanted, "{address}");
        }
        assert_eq!(number_of_changes(&acme).await, 7, "a line for each role that was given");
        let line = acme.audit().await.into_iter().find(|line| line.kind == EventKind::RolesChanged).unwrap();
        assert!(!line.detail["role"].is_null() && line.changes.iter().any(|change| change.field == "roles"), "{line:?}");
    }

    async fn k2_a_word_that_names_no_role_is_refused_with_the_next_step_in_every_language(db: &TestDb) {
        let acme = with_roles(db).await;
        let owner = acme.as_owner().await;
        let text = "Name,E-mail,Role\n\
            Ada,ada@many.example,Harbour\n\
            Ben,ben@many.example,Desk; dsek\n\
            Cyd,cyd@many.example,leads.edit\n\
            Dan,dan@many.example,leads.fly\n\
            Eve,eve@many.example,Team user\n\
            Fay,fay@many.example,Admin\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        let wanted = [
            (2, Verdict::Problem, Some(Reason::RoleUnknown)),
            (3, Verdict::Problem, Some(Reason::RoleUnknown)),
            (4, Verdict::Problem, Some(Reason::RoleIsPermission)),
            (5, Verdict::Problem, Some(Reason::RoleUnknown)),
            (6, Verdict::Problem, Some(Reason::RoleOfTeamSeats)),
            (7, Verdict::Problem, Some(Reason::RoleUnknown)),
        ];
        assert_eq!(said(db, &owner, import.id).await, wanted);
        let all = rows(db, &owner, import.id).await;
        for (row, value) in all.iter().zip(["Harbour", "dsek", "leads.edit", "leads.fly", "Team user", "Admin"]) {
            assert_eq!((row.detail.field, row.detail.value.as_str()), (Some(Field::Role), value));
            let mut told: Vec<String> = Lang::ALL.iter().map(|lang| import_words::row(*lang, row)).collect();
            assert!(told.iter().all(|words| words.contains(value)), "{told:?}");
            told.sort();
            told.dedup();
            assert_eq!(told.len(), 5, "{told:?}");
        }
        let near = import_words::row(Lang::En, &all[1]);
        assert!(near.contains("Did you mean “Desk”?"), "{near}");
        assert!(import_words::row(Lang::En, &all[2]).contains("permissions are given by roles"));
        ran(db, &owner, import.id).await;
        assert_eq!(said(db, &owner, import.id).await, wanted);
        assert_eq!(acme.seats().await.used, 2, "nobody came in");
    }

    async fn k2_n55_a_row_without_a_seat_gets_no_role_and_no_seat_is_lost(db: &TestDb) {
        let acme = db.tenant().seats(2).build().await;
        role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let owner = acme.as_owner().await;
        let text = "Name,E-mail,Role\nAda,ada@many.example,Desk\nBen,ben@many.example,Desk\nCyd,cyd@many.example,None such\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        let wanted = [
            (2, Verdict::Create, None),
            (3, Verdict::NoSeat, Some(Reason::NoFreeSeat)),
            (4, Verdict::Problem, Some(Reason::RoleUnknown)),
        ];
        assert_eq!(said(db, &owner, import.id).await, wanted);
        ran(db, &owner, import.id).await;
        assert_eq!(said(db, &owner, import.id).await, wanted);
        assert_eq!((acme.seats().await.used, number_of_changes(&acme).await), (2, 1));
        assert!(gives(&rows(db, &owner, import.id).await[1]).is_empty());
    }

    async fn k2_a_seat_that_goes_between_dry_run_and_run_takes_its_role_with_it(db: &TestDb) {
        let mut acme = db.tenant().seats(3).build().await;
        role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let owner = acme.as_owner().await;
        let text = "Name,E-mail,Role\nAda,ada@many.example,Desk\nBen,ben@many.example,Desk\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        acme.invite("olena").await;
        let import = ran(db, &owner, import.id).await;
        assert_eq!((import.totals.of(Verdict::Create), import.totals.of(Verdict::NoSeat)), (1, 1));
        let all = rows(db, &owner, import.id).await;
        assert_eq!((gives(&all[0]), gives(&all[1])), (vec!["Desk"], Vec::new()));
        assert_eq!(number_of_changes(&acme).await, 1);
    }

    async fn p72_people_who_are_there_get_roles_more_and_lose_none(db: &TestDb) {
        let acme = db.tenant().seats(9).team_seats(2).user("anna").user("boris").user("cleo").user("dana").team_user("tina").build().await;
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let export = role(db, &acme, "Export", &[("leads.export", "all")]).await;
        give(db, &acme, "boris", &export).await;
        let until = roles::Give { expires_at: Some(db.now().plus_days(9)), ..to(&acme, "cleo", &desk.key) };
        roles::give(db, &owner, &until).await.unwrap();
        let text = format!(
            "E-mail,Role\n{},Desk\n{},Desk\n{},Desk\n{},Sales\n{},Desk\n",
            acme.email_of("anna"), acme.email_of("boris"), acme.email_of("cleo"), acme.email_of("dana"), acme.email_of("tina"),
        );
        let update = |options: &mut imports::Options| options.update = true;
        let import = checked(db, &owner, ImportKind::Users, &text, update).await;
        let wanted = [
            (2, Verdict::Update, None),
            (3, Verdict::Update, None),
            (4, Verdict::Skip, Some(Reason::Unchanged)),
            (5, Verdict::Skip, Some(Reason::Unchanged)),
            (6, Verdict::Problem, Some(Reason::RoleNeedsSeat)),
        ];
        assert_eq!(said(db, &owner, import.id).await, wanted);
        let told = imports::told_rows(&mut db.read().await.unwrap(), &owner.scope().unwrap(), import.id, 9).await.unwrap();
        assert_eq!(gives(&told[0]), ["Desk"], "the shell shows it before, too");
        assert_eq!(held(db, &acme, &acme.email_of("anna")).await, ["(sales)"]);
        let before = acme.audit().await.len();
        ran(db, &owner, import.id).await;
        assert_eq!(said(db, &owner, import.id).await, wanted);
        assert_eq!(held(db, &acme, &acme.email_of("anna")).await, ["Desk"], "a first role takes the place of the default one");
        assert_eq!(held(db, &acme, &acme.email_of("boris")).await, ["Desk", "Export"]);
        assert_eq!(held(db, &acme, &acme.email_of("dana")).await, ["(sales)"]);
        let lines = acme.audit().await;
        let lines = &lines[..lines.len() - before];
        assert!(lines.iter().all(|line| line.kind != EventKind::UserEdited), "nothing else was edited: {lines:?}");
        assert_eq!(lines.iter().filter(|line| line.kind == EventKind::RolesChanged).count(), 2);
        let again = checked(db, &owner, ImportKind::Users, &text, update).await;
        assert_eq!(again.totals.of(Verdict::Update), 0);
        let without = checked(db, &owner, ImportKind::Users, &text, |_| {}).await;
        assert_eq!(without.totals.because(Reason::AlreadyUser), 5, "an import that only creates changes nobody");
    }

    async fn l8_an_undo_takes_the_roles_with_the_people_it_made_and_leaves_the_others(db: &TestDb) {
        let acme = with_roles(db).await;
        let owner = acme.as_owner().await;
        let text = format!("Name,E-mail,Role\nAda,ada@many.example,Desk;Extra\nanna,{},Desk\n", acme.email_of("anna"));
        let import = checked(db, &owner, ImportKind::Users, &text, |options| options.update = true).await;
        ran(db, &owner, import.id).await;
        let count = |wanted: &'static str| {
            let (db, owner) = (db, &owner);
            async move {
                let all = members(db, owner).await;
                all.into_iter().find(|(name, _)| name == wanted).unwrap().1
            }
        };
        assert_eq!((count("Desk").await, count("Extra").await), (2, 1));
        imports::undo(db, &owner, &Undo::all(import.id)).await.unwrap();
        work(db).await;
        assert_eq!((count("Desk").await, count("Extra").await), (1, 0));
        assert_eq!(said(db, &owner, import.id).await, [
            (2, Verdict::Reversed, None),
            (3, Verdict::Kept, Some(Reason::UpdateStays)),
        ]);
        let desk = members(db, &owner).await;
        assert!(desk.iter().any(|(name, _)| name == "Desk"), "the role itself stays");
    }

    async fn k2_a_team_seat_has_no_room_for_a_role(db: &TestDb) {
        let acme = with_roles(db).await;
        let owner = acme.as_owner().await;
        let text = "Name,E-mail,Team,Role\nAda,ada@many.example,North,Desk\nBen,ben@many.example,North,\n";
        let import = checked(db, &owner, ImportKind::Users, text, |options| {
            options.seat_kind = SeatKind::Team;
            options.create_teams = true;
        }).await;
        let wanted = [(2, Verdict::Problem, Some(Reason::RoleNeedsSeat)), (3, Verdict::Create, None)];
        assert_eq!(said(db, &owner, import.id).await, wanted);
        ran(db, &owner, import.id).await;
        assert_eq!(held(db, &acme, "ben@many.example").await, ["(team-user)"]);
    }

    async fn k2_the_run_judges_a_role_as_it_stands_then(db: &TestDb) {
        let acme = with_roles(db).await;
        let owner = acme.as_owner().await;
        let text = "Name,E-mail,Role\nAda,ada@many.example,Desk\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        assert_eq!(import.totals.of(Verdict::Create), 1);
        let mut tx = db.read().await.unwrap();
        let all = roles::list(&mut tx, &owner).await.unwrap();
        drop(tx);
        let desk: RoleKey = all.into_iter().find(|row| row.role.name == "Desk").unwrap().role.key;
        roles::delete(db, &owner, &desk, "").await.unwrap();
        ran(db, &owner, import.id).await;
        assert_eq!(said(db, &owner, import.id).await, [(2, Verdict::Problem, Some(Reason::RoleUnknown))]);
    }

    async fn k2_a_program_maps_the_column_and_reads_what_each_row_gives(db: &TestDb) {
        let acme = with_roles(db).await;
        let api = program(db, &acme, "owner", true).await;
        let token = seatwise_domain::authn::NewToken { name: "up".to_owned(), may_write: true, days: None };
        let (_, secret) = seatwise_domain::authn::create_token(db, &acme.as_owner().await, &token).await.unwrap();
        let file = b"Name,E-mail,Amt\nAda,ada@many.example,Desk\nBen,ben@many.example,leads.edit\n";
        let answer = send_file(&seatwise_testkit::app::router(db), &secret.shown, "users", "people.csv", file).await;
        let import = json_of(&answer, StatusCode::CREATED);
        assert_eq!(import["columns"][2]["field"], json!(null));
        let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
        let body = json!({ "columns": ["name", "email", "role"] });
        let mapped = api.send(Method::PUT, &format!("{path}/mapping"), Some(&body), &[]).await;
        assert_eq!(json_of(&mapped, StatusCode::OK)["columns"][2]["field"], "role");
        let checked = json_of(&api.post(&format!("{path}/check"), &json!(null)).await, StatusCode::OK);
        assert_eq!(checked["reasons"], json!({ "role-is-permission": 1 }));
        let rows = json_of(&api.get(&format!("{path}/rows")).await, StatusCode::OK);
        let (ada, ben) = (&rows["items"][0], &rows["items"][1]);
        assert_eq!((&ada["verdict"], &ada["roles"][0]["name"]), (&json!("create"), &json!("Desk")), "{ada}");
        assert!(ada["roles"][0]["key"].as_str().unwrap().starts_with("role_"));
        assert_eq!((&ben["field"], &ben["value"], &ben["roles"]), (&json!("role"), &json!("leads.edit"), &json!([])));
    }

    async fn k9_the_page_offers_the_column_and_says_what_each_row_gives(db: &TestDb) {
        let acme = with_roles(db).await;
        let owner: Caller = acme.as_owner().await;
        let text = "Name,E-mail,Role\nAda,ada@many.example,Desk; Extra\nBen,ben@many.example,Dsek\nCyd,cyd@many.example,leads.edit\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let path = format!("/a/{}/imports/{}", acme.slug, import.id);
        let page = browser.get(&format!("{path}/match")).await.text();
        assert!(page.contains("<option value=\"role\" selected>Role</option>"), "{page}");
        let page = browser.get(&format!("{path}/check")).await.text();
        for words in ["Gets the roles Desk, Extra.", "Did you mean “Desk”?", "“leads.edit” is a permission", "/roles\">Roles and access</a>"] {
            assert!(page.contains(words), "{words} in {page}");
        }
        assert_eq!(found(db, &owner, import.id).await.totals.of(Verdict::Create), 1);
    }
}
