//! Nobody gives by a file what he has not (D16, P59): the rows say it before, and the run gives nothing beyond.

use seatwise_domain::authz::{Caller, Key, SeatKind};
use seatwise_domain::imports::{self, ImportKind, Reason, RunError, Verdict};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Give};
use seatwise_domain::store::PageSize;
use seatwise_domain::{positions, teams};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::roles::held;
use super::{checked, ran, said};
use crate::roles::ways_round::CLERK;
use crate::roles::{give, role, set, to};

/// An account in which kira brings people, gives roles, and sees own leads only.
async fn with_clerk(db: &TestDb) -> Tenant {
    let acme = db
        .tenant()
        .seats(20)
        .team_seats(3)
        .user("kira")
        .user("anna")
        .user("nele")
        .user("pavel")
        .build()
        .await;
    let clerk = role(db, &acme, "Clerk", CLERK).await;
    give(db, &acme, "kira", &clerk).await;
    role(db, &acme, "Narrow", &[("leads.view", "own")]).await;
    role(db, &acme, "Wide", &[("leads.view", "all")]).await;
    set(db, &acme, "Large", &[("leads.export", "all")]).await;
    let bare = role(db, &acme, "Bare", &[("own.edit", "all")]).await;
    give(db, &acme, "nele", &bare).await;
    give(db, &acme, "pavel", &bare).await;
    acme
}

async fn named(db: &TestDb, caller: &Caller, name: &str) -> roles::Role {
    let mut tx = db.read().await.unwrap();
    let all = roles::list(&mut tx, caller).await.unwrap();
    let found = all.into_iter().find(|row| row.role.name == name);
    found.unwrap().role
}

on_both! {
    async fn d16_p59_a_file_gives_newcomers_nothing_beyond_who_brings_them(db: &TestDb) {
        let acme = with_clerk(db).await;
        let kira = acme.as_user("kira").await;
        let text = "Name,E-mail,Role\n\
            Ada,ada@many.example,Narrow\n\
            Ben,ben@many.example,Narrow; Wide\n\
            Cyd,cyd@many.example,\n\
            Dan,dan@many.example,Sales\n\
            Eve,eve@many.example,Narrow; Large\n";
        let import = checked(db, &kira, ImportKind::Users, text, |_| {}).await;
        let wanted = [
            (2, Verdict::Create, None),
            (3, Verdict::Problem, Some(Reason::RoleBeyond)),
            (4, Verdict::Problem, Some(Reason::RoleDefaultBeyond)),
            (5, Verdict::Problem, Some(Reason::RoleBeyond)),
            (6, Verdict::Problem, Some(Reason::RoleBeyond)),
        ];
        assert_eq!(said(db, &kira, import.id).await, wanted);
        ran(db, &kira, import.id).await;
        assert_eq!(said(db, &kira, import.id).await, wanted);
        assert_eq!(held(db, &acme, "ada@many.example").await, ["Narrow"]);
        // The very same rows go through for somebody who may.
        let owner = acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, text, |_| {}).await;
        assert_eq!((import.totals.of(Verdict::Create), import.totals.of(Verdict::Skip)), (4, 1));
    }

    async fn d16_a_dry_run_of_an_admin_is_no_way_round_for_whoever_runs_it(db: &TestDb) {
        let acme = with_clerk(db).await;
        let text = "Name,E-mail,Role\nBen,ben@many.example,Wide\n";
        let import = checked(db, &acme.as_owner().await, ImportKind::Users, text, |_| {}).await;
        assert_eq!(import.totals.of(Verdict::Create), 1);
        let kira = acme.as_user("kira").await;
        ran(db, &kira, import.id).await;
        assert_eq!(said(db, &kira, import.id).await, [(2, Verdict::Problem, Some(Reason::RoleBeyond))]);
    }

    async fn d16_whoever_gives_no_roles_gives_none_by_a_file(db: &TestDb) {
        let acme = with_clerk(db).await;
        let without: Vec<_> = CLERK.iter().copied().filter(|(key, _)| *key != Key::AssignRoles.as_str()).collect();
        let porter = role(db, &acme, "Porter", &without).await;
        give(db, &acme, "anna", &porter).await;
        let text = "Name,E-mail,Role\nAda,ada@many.example,Narrow\nBen,ben@many.example,Nonsense\n";
        let owner = acme.as_owner().await;
        let narrow = named(db, &owner, "Narrow").await;
        roles::make_default(db, &owner, &narrow.key, "").await.unwrap();
        let anna = acme.as_user("anna").await;
        let import = checked(db, &anna, ImportKind::Users, text, |_| {}).await;
        let refused = Some(Reason::RolesNotYours);
        assert_eq!(said(db, &anna, import.id).await, [(2, Verdict::Problem, refused), (3, Verdict::Problem, refused)]);
    }

    async fn d16_p59_people_who_are_there_get_no_more_than_who_gives_has(db: &TestDb) {
        let acme = with_clerk(db).await;
        let owner = acme.as_owner().await;
        let head = positions::create(db, &owner, "Head", None, "").await.unwrap().id;
        positions::hold(db, &owner, acme.id_of("pavel"), Some(head), "").await.unwrap();
        let kira = acme.as_user("kira").await;
        let text = format!(
            "E-mail,Role\n{},Narrow\n{},Narrow\n{},Narrow\n{},Narrow\n",
            acme.email_of("anna"), acme.email_of("kira"), acme.email_of("nele"), acme.email_of("pavel"),
        );
        let import = checked(db, &kira, ImportKind::Users, &text, |options| options.update = true).await;
        let wanted = [
            // "Sales" does more with leads than kira may.
            (2, Verdict::Problem, Some(Reason::PersonBeyond)),
            (3, Verdict::Problem, Some(Reason::RoleIsSelf)),
            (4, Verdict::Update, None),
            // By his position he would see the leads of others, which kira does not.
            (5, Verdict::Problem, Some(Reason::RoleBeyond)),
        ];
        assert_eq!(said(db, &kira, import.id).await, wanted);
        ran(db, &kira, import.id).await;
        assert_eq!(said(db, &kira, import.id).await, wanted);
        assert_eq!(held(db, &acme, &acme.email_of("nele")).await, ["Bare", "Narrow"]);
        // Every other door says the same of the same people.
        let narrow = named(db, &owner, "Narrow").await;
        for (name, kind) in [("anna", &problem::OUTRANKED), ("kira", &problem::IS_SELF), ("pavel", &problem::OUTRANKED)] {
            let give: Give = to(&acme, name, &narrow.key);
            assert_eq!(roles::give(db, &kira, &give).await.unwrap_err().problem(), kind, "{name}");
        }
    }

    async fn d16_an_import_changes_nobody_who_may_do_more_than_who_imports(db: &TestDb) {
        let acme = with_clerk(db).await;
        let kira = acme.as_user("kira").await;
        let text = format!(
            "E-mail,Position\n{},Puppet\n{},Puppet\n{},Clerk\n",
            acme.email_of("owner"), acme.email_of("nele"), acme.email_of("kira"),
        );
        let owner = acme.as_owner().await;
        let narrow = named(db, &owner, "Narrow").await;
        roles::make_default(db, &owner, &narrow.key, "").await.unwrap();
        let import = checked(db, &kira, ImportKind::Users, &text, |options| options.update = true).await;
        let wanted = [(2, Verdict::Problem, Some(Reason::PersonBeyond)), (3, Verdict::Update, None), (4, Verdict::Update, None)];
        assert_eq!(said(db, &kira, import.id).await, wanted);
        ran(db, &kira, import.id).await;
        assert_eq!(said(db, &kira, import.id).await, wanted);
        assert_eq!((acme.person("owner").await.job_title, acme.person("nele").await.job_title.as_deref()), (None, Some("Puppet")));
    }

    async fn d16_z9_a_team_seat_is_no_way_to_more_than_who_imports_has(db: &TestDb) {
        let acme = with_clerk(db).await;
        let owner = acme.as_owner().await;
        let narrow = named(db, &owner, "Narrow").await;
        roles::make_default(db, &owner, &narrow.key, "").await.unwrap();
        let kira = acme.as_user("kira").await;
        for text in ["Name,E-mail\nBo,bo@many.example\n", "Name,E-mail,Role\nBo,bo@many.example,\n"] {
            let import = checked(db, &kira, ImportKind::Users, text, |options| options.seat_kind = SeatKind::Team).await;
            let refused = imports::run(db, &kira, import.id, "").await.unwrap_err();
            assert!(matches!(&refused, RunError::Role(_)) && refused.problem() == &problem::OUTRANKED, "{refused:?}: a team seat sees all leads");
        }
    }

    async fn d16_whoever_edits_no_teams_fills_and_makes_none_by_a_file(db: &TestDb) {
        let acme = with_clerk(db).await;
        let owner = acme.as_owner().await;
        // Who sees all leads may bring people into any team.
        let sees = [("leads.view", "all"), ("leads.edit", "all"), ("leads.note", "all"), ("statistics.view", "all")];
        let others = CLERK.iter().copied().filter(|(key, _)| *key != "leads.view");
        let everything: Vec<_> = others.chain(sees).collect();
        let porter = role(db, &acme, "Porter", &everything).await;
        give(db, &acme, "pavel", &porter).await;
        let north = teams::create(db, &owner, "North").await.unwrap();
        let text = format!(
            "Name,E-mail,Team,Role\nAda,ada@many.example,North,Narrow\nBen,ben@many.example,South,Narrow\nNele,{},North,\nNele,{},,Narrow\n",
            acme.email_of("nele"), acme.email_of("anna"),
        );
        let choose = |options: &mut imports::Options| (options.create_teams, options.update) = (true, true);
        let pavel = acme.as_user("pavel").await;
        let import = checked(db, &pavel, ImportKind::Users, &text, choose).await;
        let outside = Some(Reason::TeamOutside);
        let lines = said(db, &pavel, import.id).await;
        assert_eq!(lines[..3], [(2, Verdict::Create, None), (3, Verdict::Problem, outside), (4, Verdict::Problem, outside)]);
        ran(db, &pavel, import.id).await;
        assert_eq!(said(db, &pavel, import.id).await, lines, "an invitation brings newcomers into teams as well");
        let mut tx = db.read().await.unwrap();
        let scope = owner.scope().unwrap();
        let all = teams::list(&mut tx, &scope, None, PageSize::default()).await.unwrap();
        let names: Vec<&str> = all.items.iter().map(|row| row.team.name.as_str()).collect();
        assert_eq!(names, [north.name.as_str()]);
        drop(tx);
        // The same rows go through for somebody who may.
        let import = checked(db, &owner, ImportKind::Users, &text, choose).await;
        let lines = said(db, &owner, import.id).await;
        assert_eq!(lines[1..3], [(3, Verdict::Create, None), (4, Verdict::Update, None)]);
    }
}
