//! Imports in the browser: upload, columns, dry run, progress, result, undo.

use axum::http::{StatusCode, header};
use seatwise_domain::handover;
use seatwise_domain::imports;
use seatwise_domain::jobs::Registry;
use seatwise_testkit::app::router;
use seatwise_testkit::http::{Answer, Browser};
use seatwise_testkit::jobs::run_due;
use seatwise_testkit::tenant::{PASSWORD, Tenant};
use seatwise_testkit::{TestDb, on_both};

const PEOPLE: &str = "Vorname;Nachname;E-Mail;Benutzergruppe\r\n\
    Anke;Thalberg;anke.thalberg@nordwind.example;\r\n\
    Piotr;Nowicki;p.nowicki@nordwind.example;\r\n\
    Silke;Broemmel;silke.broemmel@nordwind;\r\n\
    Anke;Thalberg;ANKE.THALBERG@nordwind.example;\r\n\
    =cmd;Falk;r.falk@nordwind.example;Nirgends\r\n";

async fn signed_in(db: &TestDb, tenant: &Tenant, name: &str, language: &'static str) -> Browser {
    let mut browser = Browser::new(&router(db)).choosing(language);
    let email = tenant.email_of(name);
    let fields = [("email", email.as_str()), ("password", PASSWORD)];
    let answer = browser.post("/sign-in", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    browser
}

async fn work(db: &TestDb) {
    let registry = imports::register(Registry::default().with::<handover::Run>());
    run_due(db, &registry).await;
}

async fn uploaded(browser: &mut Browser, tenant: &Tenant, kind: &str, text: &[u8]) -> Answer {
    let to = format!("/a/{}/imports/new", tenant.slug);
    let file = ("file", "people.csv", text);
    browser.upload(&to, &[("kind", kind)], file).await
}

/// The address of the import that an answer leads to, without its last step.
fn import_of(answer: &Answer) -> String {
    let location = answer.location();
    location.trim_end_matches("/match").to_owned()
}

on_both! {
    async fn l6_people_are_imported_without_a_mail_and_mailed_when_the_admin_says_so(db: &TestDb) {
        let tenant = db.tenant().seats(5).build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let answer = uploaded(&mut browser, &tenant, "users", PEOPLE.as_bytes()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let import = import_of(&answer);
        let page = browser.get(&format!("{import}/match")).await.text();
        for words in ["Vorname", "Anke, Piotr, Silke", "Same name", "Check 5 rows", "WINDOWS-1252", "UTF-8"] {
            let wanted = words != "WINDOWS-1252";
            assert_eq!(page.contains(words), wanted, "{words} in {page}");
        }
        let fields = [
            ("field", "first_name"), ("field", "last_name"), ("field", "email"), ("field", "team"),
            ("seat_kind", "regular"), ("when_full", "skip_rows"), ("date_order", "day-first"),
        ];
        let answer = browser.post(&format!("{import}/match"), &fields).await;
        assert_eq!(answer.location(), format!("{import}/check"), "{}", answer.text());
        let check = browser.get(&format!("{import}/check")).await.text();
        for words in [
            "“silke.broemmel@nordwind” is not a complete e-mail.",
            "“anke.thalberg@nordwind.example” stands in row 2 already.",
            "Import 2 users",
        ] {
            assert!(check.to_lowercase().contains(&words.to_lowercase()), "{words} in {check}");
        }
        assert_eq!(tenant.mails().await.len(), 0);
        browser.post(&format!("{import}/run"), &[]).await;
        let running = browser.get(&import).await.text();
        assert!(running.contains("role=\"progressbar\"") && running.contains("every 2s"), "{running}");
        work(db).await;
        let done = browser.get(&import).await.text();
        assert!(done.contains("Nobody has been told yet") && done.contains("Send 2 activations"), "{done}");
        assert!(!done.contains("every 2s"), "{done}");
        assert_eq!(tenant.mails().await.len(), 0);
        browser.post(&format!("{import}/mail"), &[]).await;
        work(db).await;
        assert_eq!(tenant.mails().await.len(), 2);
    }

    async fn l4_tiles_and_views_filter_the_rows_by_verdict(db: &TestDb) {
        let tenant = db.tenant().build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let answer = uploaded(&mut browser, &tenant, "users", PEOPLE.as_bytes()).await;
        let import = import_of(&answer);
        let fields = [("field", "first_name"), ("field", "last_name"), ("field", "email"), ("field", "")];
        browser.post(&format!("{import}/match"), &fields).await;
        let problems = browser.get(&format!("{import}/check?rows=problems")).await.text();
        assert!(problems.contains("silke.broemmel@nordwind") && !problems.contains("p.nowicki@"), "{problems}");
        let added = browser.get(&format!("{import}/check?rows=create")).await.text();
        assert!(added.contains("p.nowicki@") && !added.contains("silke.broemmel@nordwind"), "{added}");
    }

    async fn l8_problem_rows_come_back_as_a_workbook_with_the_reason(db: &TestDb) {
        let tenant = db.tenant().build().await;
        let mut browser = signed_in(db, &tenant, "owner", "de").await;
        let answer = uploaded(&mut browser, &tenant, "users", PEOPLE.as_bytes()).await;
        let import = import_of(&answer);
        let fields = [("field", "first_name"), ("field", "last_name"), ("field", "email"), ("field", "")];
        browser.post(&format!("{import}/match"), &fields).await;
        let answer = browser.get(&format!("{import}/problems.xlsx")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.header(header::CONTENT_DISPOSITION).contains(".xlsx\""));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("problems.xlsx");
        std::fs::write(&path, &answer.bytes).unwrap();
        let mut table = seatwise_tables::open(&path, &seatwise_tables::Limits::default()).unwrap();
        assert_eq!(table.shape().headers.last().unwrap().name, "Warum");
        let mut rows = Vec::new();
        table.read(|row| { rows.push(row.cells); seatwise_tables::Flow::On }).unwrap();
        let silke = rows.iter().find(|row| row[0] == "Silke").expect("the row that has a problem");
        assert_eq!(silke[4], "„silke.broemmel@nordwind“ ist keine vollständige E-Mail.");
    }

    async fn p73_a_file_that_is_no_table_is_refused_in_words_of_every_language(db: &TestDb) {
        let tenant = db.tenant().build().await;
        for (language, words) in [
            ("en", "This is no table but a PDF."),
            ("de", "Das ist keine Tabelle, sondern ein PDF."),
            ("ru", "Это не таблица, а PDF."),
            ("uk", "Це не таблиця, а PDF."),
            ("zh", "这不是表格，而是 PDF。"),
        ] {
            let mut browser = signed_in(db, &tenant, "owner", language).await;
            let answer = uploaded(&mut browser, &tenant, "users", b"%PDF-1.7 not a table").await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.text().contains(words), "{words} in {}", answer.text());
        }
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let nothing = browser.upload(
            &format!("/a/{}/imports/new", tenant.slug), &[("kind", "leads")], ("file", "", b""),
        ).await;
        assert!(nothing.text().contains("Choose a file first."), "{}", nothing.text());
    }

    async fn a_file_that_is_too_large_is_refused_in_words(db: &TestDb) {
        let tenant = db.tenant().build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let large = vec![b'a'; (64 << 20) + 1];
        let answer = uploaded(&mut browser, &tenant, "users", &large).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.text().contains("The file is larger than 64 MB."), "{}", answer.text());
    }

    async fn a_mapping_without_its_field_says_which_one_is_missing(db: &TestDb) {
        let tenant = db.tenant().build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let answer = uploaded(&mut browser, &tenant, "users", PEOPLE.as_bytes()).await;
        let import = import_of(&answer);
        let fields = [("field", "first_name"), ("field", ""), ("field", ""), ("field", "")];
        let answer = browser.post(&format!("{import}/match"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("No column goes into “E-mail”."), "{}", answer.text());
    }

    async fn d13_an_import_of_leads_is_undone_and_says_what_stays(db: &TestDb) {
        let tenant = db.tenant().user("Anna").build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let text = "opportunity_id,sales_agent,account,deal_stage\n1,Anna,Alpha,Won\n2,Anna,Beta,Engaging\n3,Zoe,Gamma,Lost\n";
        let answer = uploaded(&mut browser, &tenant, "leads", text.as_bytes()).await;
        let import = import_of(&answer);
        let fields = [
            ("field", "external_id"), ("field", "owner"), ("field", "extra"), ("field", "stage"), ("update", "on"),
        ];
        browser.post(&format!("{import}/match"), &fields).await;
        let check = browser.get(&format!("{import}/check")).await.text();
        assert!(check.contains("Nobody is called “Zoe”.") && check.contains("Import 2 leads"), "{check}");
        browser.post(&format!("{import}/run"), &[]).await;
        work(db).await;
        let leads = tenant.leads_of("Anna").await;
        assert_eq!(leads.len(), 2);
        let touched = &leads[0];
        browser.post(&format!("/a/{}/leads/{}/notes", tenant.slug, touched.id), &[("text", "Called")]).await;
        browser.post(&format!("{import}/undo"), &[]).await;
        work(db).await;
        let page = browser.get(&import).await.text();
        assert!(page.contains("1 row undone") && page.contains("Was changed since") || page.contains("Somebody changed it since."), "{page}");
        assert_eq!(tenant.leads_of("Anna").await.len(), 1);
    }

    async fn only_admins_import(db: &TestDb) {
        let tenant = db.tenant().user("Anna").build().await;
        let mut browser = signed_in(db, &tenant, "Anna", "en").await;
        for path in ["/imports", "/imports/new"] {
            let answer = browser.get(&format!("/a/{}{path}", tenant.slug)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        }
        let answer = uploaded(&mut browser, &tenant, "users", PEOPLE.as_bytes()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
}
