//! What is said about rows that are people, and that the run does what the dry run said.

use seatwise_domain::authz::{Level, ViewUsers};
use seatwise_domain::imports::{
    self, ImportKind, ImportState, NoteCode, Reason, RunError, Verdict, WhenFull,
};
use seatwise_domain::store::PageSize;
use seatwise_domain::tenants::{self, Ask, EditAccountCommand, Settings, UserField, UserForm};
use seatwise_domain::users::{self, ListFilter, UserState};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::{checked, detail, file, found, many, ran, rows, said, sent};

/// Everybody of the account with address and state.
async fn everybody(db: &TestDb, acme: &Tenant) -> Vec<(String, String, UserState)> {
    let scope = acme.as_owner().await.scope::<ViewUsers>().unwrap();
    let mut tx = db.read().await.unwrap();
    let filter = ListFilter::default();
    let page = users::list(&mut tx, &scope, &filter, None, PageSize::new(200))
        .await
        .unwrap();
    page.items
        .into_iter()
        .map(|row| {
            (
                row.user.name,
                row.user.email.unwrap_or_default(),
                row.user.state,
            )
        })
        .collect()
}

on_both! {
    async fn decision6_an_import_takes_what_its_file_has_whatever_the_form_asks(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let asks = UserForm::default().asking(UserField::Phone, Ask::Required).asking(UserField::Gender, Ask::Hidden);
        acme.choose(Settings { user_form: asks, ..Settings::default() }).await;
        let text = "Name,E-mail,Salutation\nKäthe Müller,kaethe@many.example,Mrs\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        assert_eq!(said(db, &owner, import.id).await, [(2, Verdict::Create, None)]);
        ran(db, &owner, import.id).await;
        let scope = owner.scope::<ViewUsers>().unwrap();
        let filter = ListFilter { query: Some("kaethe".to_owned()), ..ListFilter::default() };
        let mut tx = db.read().await.unwrap();
        let page = users::list(&mut tx, &scope, &filter, None, PageSize::new(2)).await.unwrap();
        drop(tx);
        acme.know("kaethe", page.items[0].user.id);
        assert_eq!(acme.person("kaethe").await.gender.as_deref(), Some("female"));
    }

    async fn l1_l6_people_of_a_file_are_invited_and_nobody_is_mailed(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let text = "Vorname;Nachname;E-Mail;Telefon;Eintritt;Anrede\n\
                    Käthe;Müller;kaethe@many.example;040 / 555 01-10;01.04.2019;Frau\n\
                    Uwe;Böhm;uwe@many.example;;2018-05-02;Herr\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        assert_eq!(import.totals.of(Verdict::Create), 2);
        assert_eq!(everybody(db, &acme).await.len(), 1, "a dry run writes nobody");
        let import = ran(db, &owner, import.id).await;
        assert_eq!(import.state, ImportState::Done);
        let people = everybody(db, &acme).await;
        assert!(people.contains(&("Käthe Müller".into(), "kaethe@many.example".into(), UserState::Invited)));
        assert_eq!(acme.seats().await.used, 3);
        assert!(acme.mails().await.is_empty());
    }

    async fn l15_every_row_has_a_verdict_in_one_word_and_the_run_agrees(db: &TestDb) {
        let acme = db.tenant().user("anna").pending("olena").leaver("darcel").build().await;
        let owner = acme.as_owner().await;
        users::add_alias(db, &acme.as_user("anna").await, "ann@alias.example").await.unwrap();
        let text = format!(
            "Name,E-mail,Team,Phone,Start date\n\
             New One,new@many.example,,n/a,31.02.2022\n\
             Anna Again,{},,,\n\
             Olena Again,{},,,\n\
             Darcel Again,{},,,\n\
             By Alias,ann@alias.example,,,\n\
             Twice,NEW@many.example,,,\n\
             Wide,ｎｅｗ@many.example,,,\n\
             ,,,,\n\
             No Address,,,,\n\
             Odd,odd(at)many.example,,,\n\
             =SUM(A1),sum@many.example,,,\n\
             Unknown Team,team@many.example,Nowhere,,\n\
             Last,last@many.example,,,\n",
            acme.email_of("anna").to_uppercase(), acme.email_of("olena"), acme.email_of("darcel"),
        );
        let import = checked(db, &owner, ImportKind::Users, &text, |_| {}).await;
        let forecast = said(db, &owner, import.id).await;
        assert_eq!(forecast, [
            (2, Verdict::Create, None),
            (3, Verdict::Skip, Some(Reason::AlreadyUser)),
            (4, Verdict::Skip, Some(Reason::AlreadyInvited)),
            (5, Verdict::Problem, Some(Reason::DeactivatedUser)),
            (6, Verdict::Problem, Some(Reason::AliasOf)),
            (7, Verdict::Skip, Some(Reason::DuplicateInFile)),
            (8, Verdict::Skip, Some(Reason::DuplicateInFile)),
            (9, Verdict::Skip, Some(Reason::EmptyRow)),
            (10, Verdict::Problem, Some(Reason::EmailMissing)),
            (11, Verdict::Problem, Some(Reason::EmailInvalid)),
            (12, Verdict::Problem, Some(Reason::NameInvalid)),
            (13, Verdict::Problem, Some(Reason::TeamUnknown)),
            (14, Verdict::Create, None),
        ]);
        let first = detail(db, &owner, import.id, 2).await;
        let notes: Vec<(NoteCode, &str)> = first.notes.iter().map(|note| (note.code, note.value.as_str())).collect();
        assert_eq!(notes, [(NoteCode::PhoneNotTaken, "n/a"), (NoteCode::DateNotTaken, "31.02.2022")]);
        let taken = detail(db, &owner, import.id, 3).await;
        assert_eq!(taken.other.unwrap().name, "anna");
        assert_eq!(detail(db, &owner, import.id, 7).await.row, Some(2));
        let import = ran(db, &owner, import.id).await;
        assert_eq!(said(db, &owner, import.id).await, forecast);
        assert_eq!(import.rows_done, 13);
        assert_eq!(import.totals.verdicts.values().sum::<u64>(), 13);
    }

    async fn l14_a_contact_is_refused_where_the_account_keeps_them_apart(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let leads = "Title,Contact email\nBig deal,boss@customer.example\n";
        let import = checked(db, &owner, ImportKind::Leads, leads, |_| {}).await;
        ran(db, &owner, import.id).await;
        let text = "Name,E-mail\nThe Boss,Boss@customer.example\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        assert_eq!(import.totals.of(Verdict::Create), 1);
        assert_eq!(detail(db, &owner, import.id, 2).await.notes[0].code, NoteCode::AlsoContact);
        let mut tx = db.read().await.unwrap();
        let account = tenants::find(&mut tx, acme.id).await.unwrap().unwrap();
        drop(tx);
        let mut settings = account.settings;
        settings.user_may_be_contact = false;
        let command = EditAccountCommand { settings: Some(settings), ..EditAccountCommand::default() };
        tenants::edit(db, &owner, &command).await.unwrap();
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        assert_eq!(import.totals.because(Reason::AlreadyContact), 1);
    }

    async fn missing_teams_are_made_if_the_admin_says_so(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(6), |options| options.create_teams = true).await;
        assert_eq!(import.totals.of(Verdict::Create), 6);
        assert_eq!(import.totals.noted, 3, "each team is announced once");
        ran(db, &owner, import.id).await;
        let scope = owner.scope::<ViewUsers>().unwrap();
        let teams = seatwise_domain::teams::all(&mut db.read().await.unwrap(), &scope).await.unwrap();
        let teams: Vec<(String, u64)> = teams.into_iter().map(|row| (row.team.name, row.members)).collect();
        assert_eq!(teams, [("Team 0".to_owned(), 2), ("Team 1".to_owned(), 2), ("Team 2".to_owned(), 2)]);
    }

    async fn rows_beyond_the_free_seats_are_left_out_and_the_dry_run_says_how_many_fit(db: &TestDb) {
        let acme = db.tenant().seats(4).build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(5), |options| options.create_teams = true).await;
        assert_eq!(import.totals.free_seats, Some(3));
        assert_eq!((import.totals.of(Verdict::Create), import.totals.of(Verdict::NoSeat)), (3, 2));
        let import = ran(db, &owner, import.id).await;
        assert_eq!((import.totals.of(Verdict::Create), import.totals.of(Verdict::NoSeat)), (3, 2));
        assert_eq!(acme.seats().await.free, 0);
        let rows = rows(db, &owner, import.id).await;
        assert_eq!(rows[4].reason, Some(Reason::NoFreeSeat));
        assert!(rows[4].subject.is_none());
    }

    async fn a_seat_that_went_since_the_dry_run_is_not_taken_twice(db: &TestDb) {
        let mut acme = db.tenant().seats(3).build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(2), |options| options.create_teams = true).await;
        assert_eq!(import.totals.of(Verdict::Create), 2);
        acme.invite("olena").await;
        let import = ran(db, &owner, import.id).await;
        assert_eq!((import.totals.of(Verdict::Create), import.totals.of(Verdict::NoSeat)), (1, 1));
        let seats = acme.seats().await;
        assert_eq!((seats.used, seats.free), (3, 0));
    }

    async fn an_account_that_wants_all_or_none_takes_none(db: &TestDb) {
        let acme = db.tenant().seats(2).build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(2), |options| {
            options.create_teams = true;
            options.when_full = WhenFull::RefuseFile;
        }).await;
        let refused = imports::run(db, &owner, import.id, "").await;
        assert!(matches!(refused, Err(RunError::SeatsMissing(1))), "{refused:?}");
        assert_eq!(found(db, &owner, import.id).await.state, ImportState::Checked);
    }

    async fn p73_nothing_runs_without_a_dry_run_and_nothing_runs_twice(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = sent(db, &owner, ImportKind::Users, &file(&many(1)).path).await.unwrap();
        assert!(matches!(imports::run(db, &owner, import.id, "").await, Err(RunError::NotChecked)));
        let options = imports::Options { create_teams: true, ..import.options.clone() };
        imports::map(db, &owner, import.id, &import.mapping, &options).await.unwrap();
        imports::check(db, &owner, import.id).await.unwrap();
        ran(db, &owner, import.id).await;
        assert!(matches!(imports::run(db, &owner, import.id, "").await, Err(RunError::NotChecked)));
        assert_eq!(everybody(db, &acme).await.len(), 2);
    }

    async fn an_update_changes_what_the_file_says_and_leaves_the_rest(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let owner = acme.as_owner().await;
        let text = format!("E-mail,Position,Team\n{},Sales manager,North\n", acme.email_of("anna"));
        let change = |options: &mut imports::Options| {
            options.update = true;
            options.create_teams = true;
        };
        let import = checked(db, &owner, ImportKind::Users, &text, change).await;
        assert_eq!(said(db, &owner, import.id).await, [(2, Verdict::Update, None)]);
        ran(db, &owner, import.id).await;
        let anna = acme.person("anna").await;
        assert_eq!((anna.name.as_str(), anna.job_title.as_deref()), ("anna", Some("Sales manager")));
        let again = checked(db, &owner, ImportKind::Users, &text, change).await;
        assert_eq!(said(db, &owner, again.id).await, [(2, Verdict::Skip, Some(Reason::Unchanged))]);
    }

    async fn j1_whoever_may_not_import_is_refused(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let anna = acme.as_user("anna").await;
        let refused = sent(db, &anna, ImportKind::Users, &file(&many(1)).path).await;
        assert!(matches!(refused, Err(imports::UploadError::Denied(_))), "{refused:?}");
    }

    async fn another_account_does_not_see_the_import(db: &TestDb) {
        let acme = db.tenant().build().await;
        let other = db.tenant().named("Other").build().await;
        let import = checked(db, &acme.as_owner().await, ImportKind::Users, &many(1), |_| {}).await;
        let stranger = other.as_owner().await;
        let refused = imports::check(db, &stranger, import.id).await;
        assert!(matches!(refused, Err(imports::CheckError::NoSuchImport)), "{refused:?}");
        assert!(rows(db, &stranger, import.id).await.is_empty());
    }

    async fn n55_without_a_free_seat_the_import_takes_nobody_and_says_so(db: &TestDb) {
        let acme = db.tenant().seats(1).build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(2), |options| options.create_teams = true).await;
        let wanted = [(2, Verdict::NoSeat, Some(Reason::NoFreeSeat)), (3, Verdict::NoSeat, Some(Reason::NoFreeSeat))];
        assert_eq!(said(db, &owner, import.id).await, wanted);
        ran(db, &owner, import.id).await;
        assert_eq!(said(db, &owner, import.id).await, wanted);
        assert_eq!((everybody(db, &acme).await.len(), acme.seats().await.used), (1, 1));
    }

    async fn k3_k14_n31_a_row_without_an_address_is_not_taken_and_no_row_makes_an_admin(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let text = "Name,E-mail,Login,Role\nIvo Stacker,,ivo,Admin\nAnna Snelling,anna@acme.example,anna,Admin\nBo Stone,bo@acme.example,bo,\n";
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        let verdicts = [
            (2, Verdict::Problem, Some(Reason::EmailMissing)),
            (3, Verdict::Problem, Some(Reason::RoleUnknown)),
            (4, Verdict::Create, None),
        ];
        assert_eq!(said(db, &owner, import.id).await, verdicts);
        ran(db, &owner, import.id).await;
        let mut tx = db.read().await.unwrap();
        let people = users::list(&mut tx, &owner.scope().unwrap(), &ListFilter::default(), None, PageSize::new(200)).await.unwrap();
        let levels: Vec<_> = people.items.iter().map(|row| row.user.level).collect();
        assert!(levels.len() == 2 && !levels.contains(&Level::Admin), "{levels:?}");
    }

    async fn j16_the_run_of_an_import_is_recorded_with_its_reason(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &many(1), |options| options.create_teams = true).await;
        let long = "x".repeat(seatwise_domain::audit::REASON_MAX + 1);
        let refused = imports::run(db, &owner, import.id, &long).await;
        assert!(matches!(refused, Err(RunError::Reason(_))), "{refused:?}");
        assert_eq!(found(db, &owner, import.id).await.state, ImportState::Checked);
        imports::run(db, &owner, import.id, "New branch office").await.unwrap();
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind.as_str(), line.reason.as_deref()), ("import.run", Some("New branch office")));
    }
}
