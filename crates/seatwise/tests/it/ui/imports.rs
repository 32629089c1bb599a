//! Imports in the browser: upload, columns, dry run, progress, result, undo.

use axum::http::{StatusCode, header};
use seatwise_domain::handover;
use seatwise_domain::imports::{self, Field, ImportKind};
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

/// What the upload page calls two columns.
const fn words_of_columns(language: &str) -> [(&'static str, &'static str); 2] {
    let (email, stage) = match language.as_bytes() {
        b"de" => ("E-Mail", "Phase"),
        b"ru" => ("Почта", "Этап"),
        b"uk" => ("Пошта", "Етап"),
        b"zh" => ("邮箱", "阶段"),
        _ => ("E-mail", "Stage"),
    };
    [("e-mail", email), ("stage", stage)]
}

/// The terms and values of the lists on a page.
fn facts(page: &str) -> Vec<(String, String)> {
    let inside = |text: &str, end: &str| text.split(end).next().unwrap_or_default().to_owned();
    page.split("<dt>")
        .skip(1)
        .map(|rest| {
            let value = rest.split("<dd>").nth(1).unwrap_or_default();
            (inside(rest, "</dt>"), inside(value, "</dd>"))
        })
        .collect()
}

/// Uploads, matches and checks leads with the columns id, title and owner.
async fn leads_checked(browser: &mut Browser, tenant: &Tenant, text: &str) -> String {
    let answer = uploaded(browser, tenant, "leads", text.as_bytes()).await;
    let import = import_of(&answer);
    let fields = [
        ("field", "external_id"),
        ("field", "title"),
        ("field", "owner"),
    ];
    browser.post(&format!("{import}/match"), &fields).await;
    import
}

on_both! {
    async fn p74_the_page_says_what_an_undo_takes_back_and_takes_ticked_rows_alone(db: &TestDb) {
        let tenant = db.tenant().user("Anna").build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let import = leads_checked(&mut browser, &tenant, "id,title,owner\n1,A,Anna\n2,B,Anna\n3,C,Anna\n").await;
        browser.post(&format!("{import}/run"), &[]).await;
        work(db).await;
        let leads = tenant.leads_of("Anna").await;
        let touched = leads.iter().find(|lead| lead.title == "C").unwrap();
        browser.post(&format!("/a/{}/leads/{}/notes", tenant.slug, touched.id), &[("text", "Called")]).await;

        let page = browser.get(&import).await.text();
        for row in ["2", "3", "4"] {
            assert!(page.contains(&format!("name=\"row\" value=\"{row}\"")), "row {row} can be ticked: {page}");
        }
        let answer = browser.get(&format!("{import}/undo?chosen=yes")).await;
        assert_eq!(answer.location(), import, "no tick is not all of them");
        let ticked = browser.get(&format!("{import}/undo?chosen=yes&row=2&row=4")).await.text();
        let told = facts(&ticked);
        for fact in [("Rows that will be undone", "1"), ("Rows that stay", "1"), ("Somebody changed it since.", "1")] {
            assert!(told.contains(&(fact.0.to_owned(), fact.1.to_owned())), "{fact:?} in {told:?}");
        }
        assert_eq!(tenant.leads_of("Anna").await.len(), 3, "looking undoes nothing");
        let form = [("chosen", "yes"), ("row", "2"), ("row", "4"), ("reason", "Twice")];
        let answer = browser.post(&format!("{import}/undo"), &form).await;
        assert_eq!(answer.location(), import, "{}", answer.text());
        let mut titles: Vec<_> = tenant.leads_of("Anna").await.into_iter().map(|lead| lead.title).collect();
        titles.sort();
        assert_eq!(titles, ["B", "C"]);

        let whole = facts(&browser.get(&format!("{import}/undo")).await.text());
        assert!(whole.contains(&("Rows that will be undone".to_owned(), "1".to_owned())), "{whole:?}");
        browser.post(&format!("{import}/undo"), &[("reason", "The wrong file")]).await;
        work(db).await;
        let titles: Vec<_> = tenant.leads_of("Anna").await.into_iter().map(|lead| lead.title).collect();
        assert_eq!(titles, ["C"]);
        let log = browser.get(&format!("/a/{}/audit", tenant.slug)).await.text();
        assert!(log.contains("The wrong file") && log.contains("Twice"), "{log}");
    }

    async fn d13_problem_rows_come_back_as_the_csv_that_was_sent_with_the_reason(db: &TestDb) {
        let tenant = db.tenant().build().await;
        let mut browser = signed_in(db, &tenant, "owner", "uk").await;
        let answer = uploaded(&mut browser, &tenant, "users", PEOPLE.as_bytes()).await;
        let import = import_of(&answer);
        let fields = [("field", "first_name"), ("field", "last_name"), ("field", "email"), ("field", "")];
        browser.post(&format!("{import}/match"), &fields).await;
        let answer = browser.get(&format!("{import}/problems.csv")).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
        let text = answer.text();
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        assert_eq!(lines.next(), Some("Vorname;Nachname;E-Mail;Benutzergruppe;Чому"));
        let silke = lines.next().unwrap();
        assert!(silke.starts_with("Silke;Broemmel;silke.broemmel@nordwind;;"), "{silke}");
        assert!(silke.contains("silke.broemmel@nordwind") && silke.split(';').next_back().is_some_and(|why| !why.is_empty()));
        assert!(!text.contains("ANKE.THALBERG"), "a skipped row is no problem: {text}");
        let text = browser.get(&format!("{import}/problems.csv?skipped=yes")).await.text();
        assert!(text.contains("Anke;Thalberg;ANKE.THALBERG@nordwind.example;;"), "{text}");
        // Put right, it is taken by the same columns.
        let right = text.replace("silke.broemmel@nordwind;", "silke.broemmel@nordwind.example;");
        let again = uploaded(&mut browser, &tenant, "users", right.as_bytes()).await;
        let page = browser.get(&format!("{}/match", import_of(&again))).await;
        assert_eq!(page.status, StatusCode::OK);
    }

    async fn l18_columns_limits_and_an_empty_file_are_offered_before_the_upload(db: &TestDb) {
        let tenant = db.tenant().build().await;
        let owner = tenant.as_owner().await;
        for language in ["en", "de", "ru", "uk", "zh"] {
            let mut browser = signed_in(db, &tenant, "owner", language).await;
            let page = browser.get(&format!("/a/{}/imports/new", tenant.slug)).await.text();
            assert!(page.contains("64") && page.contains("200"), "{page}");
            for (kind, fields) in [(ImportKind::Users, 10), (ImportKind::Leads, 11)] {
                for ending in ["csv", "xlsx"] {
                    let path = format!("/a/{}/imports/template/{}.{ending}", tenant.slug, kind.as_str());
                    assert!(page.contains(&path), "{path} in {page}");
                    let file = browser.get(&path).await;
                    assert_eq!(file.status, StatusCode::OK, "{path}");
                    let mut bytes = file.bytes;
                    if ending == "csv" {
                        let separator = if bytes.contains(&b';') { ";" } else { "," };
                        bytes.extend_from_slice(vec!["1"; fields].join(separator).as_bytes());
                    }
                    let answer = browser.upload(
                        &format!("/a/{}/imports/new", tenant.slug),
                        &[("kind", kind.as_str())],
                        ("file", &format!("template.{ending}"), &bytes),
                    ).await;
                    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
                    let scope = owner.scope().unwrap();
                    let mut tx = db.read().await.unwrap();
                    let newest = imports::list(&mut tx, &scope, None, 1).await.unwrap().remove(0);
                    let matched = newest.mapping.0.iter().flatten().filter(|field| **field != Field::Extra).count();
                    assert_eq!((matched, newest.mapping.0.len()), (fields, fields), "{language} {path}: {newest:?}");
                }
            }
            for (name, words) in words_of_columns(language) {
                assert!(page.contains(words), "{name} {words} in {page}");
            }
        }
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        for name in ["users.pdf", "people.csv", "users"] {
            let answer = browser.get(&format!("/a/{}/imports/template/{name}", tenant.slug)).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
        }
    }

    async fn rows_are_walked_forward_and_back(db: &TestDb) {
        let tenant = db.tenant().build().await;
        let mut browser = signed_in(db, &tenant, "owner", "en").await;
        let rows = (1..=120).fold(String::new(), |text, number| text + &format!("{number},Lead {number},Nobody\n"));
        let import = leads_checked(&mut browser, &tenant, &format!("id,title,owner\n{rows}")).await;
        let way = |page: &str, rel: &str| {
            let link = page.split("<a ").find(|link| link.contains(&format!("rel=\"{rel}\"")))?;
            Some(link.split("href=\"").nth(1)?.split('"').next()?.replace("&#38;", "&").replace("&amp;", "&"))
        };
        let first = browser.get(&format!("{import}/check?rows=problems")).await.text();
        assert!(first.contains(">Lead 1<") && first.contains(">Lead 50<") && way(&first, "prev").is_none(), "{first}");
        let second = browser.get(&way(&first, "next").unwrap()).await.text();
        assert!(second.contains(">Lead 51<") && second.contains(">Lead 100<"), "{second}");
        let third = browser.get(&way(&second, "next").unwrap()).await.text();
        assert!(third.contains(">Lead 120<") && way(&third, "next").is_none(), "{third}");
        let back = browser.get(&way(&third, "prev").unwrap()).await.text();
        assert!(back.contains(">Lead 51<") && back.contains(">Lead 100<") && !back.contains(">Lead 101<"), "{back}");
        let back = browser.get(&way(&back, "prev").unwrap()).await.text();
        assert!(back.contains(">Lead 1<") && way(&back, "prev").is_none() && way(&back, "next").is_some(), "{back}");
    }

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
        let review = browser.get(&format!("{import}/mail")).await.text();
        assert!(facts(&review).contains(&("People who get a mail".to_owned(), "2".to_owned())), "{review}");
        assert_eq!(tenant.mails().await.len(), 0, "looking sends nothing");
        browser.post(&format!("{import}/mail"), &[]).await;
        work(db).await;
        assert_eq!(tenant.mails().await.len(), 2);
    }

    async fn tiles_and_views_filter_the_rows_by_verdict(db: &TestDb) {
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

    async fn d13_problem_rows_come_back_as_a_workbook_with_the_reason(db: &TestDb) {
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
