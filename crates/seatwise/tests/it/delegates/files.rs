//! What a file of somebody who administers a part brings, row by row.

use std::fmt::Write as _;

use seatwise_domain::authz::Caller;
use seatwise_domain::ids::ImportId;
use seatwise_domain::imports::{self, ImportKind, ImportState, Reason, Verdict};
use seatwise_domain::roles::{self, RoleKey};
use seatwise_testkit::{TestDb, on_both};

use super::{Branch, PLACES};
use crate::imports::{checked, ran, said, work};
use crate::roles::{role, set};

/// Runs an import to its end, which does what the check said.
async fn done(
    db: &TestDb,
    caller: &Caller,
    import: ImportId,
    wanted: &[(u32, Verdict, Option<Reason>)],
) {
    let import = ran(db, caller, import).await;
    assert_eq!(import.state, ImportState::Done);
    assert_eq!(said(db, caller, import.id).await, wanted);
}

on_both! {
    async fn p64_a_file_brings_newcomers_into_the_teams_of_who_brings_them(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all")]).await;
        let dina = branch.dina().await;
        let text = "Name,E-mail,Team\nAda,ada@many.example,North\nBen,ben@many.example,South\nCyd,cyd@many.example,\nDan,dan@many.example,West\n";
        let import = checked(db, &dina, ImportKind::Users, text, |options| options.create_teams = true).await;
        let wanted = [
            (2, Verdict::Create, None),
            (3, Verdict::Problem, Some(Reason::TeamOutside)),
            (4, Verdict::Problem, Some(Reason::NewcomerOutside)),
            (5, Verdict::Problem, Some(Reason::TeamOutside)),
        ];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        done(db, &dina, import.id, &wanted).await;
        // The same rows go through for somebody who may.
        let owner = branch.acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, text, |options| options.create_teams = true).await;
        assert_eq!(import.totals.of(Verdict::Create), 3);
    }

    async fn p64_a_file_changes_the_people_of_the_part_alone(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all")]).await;
        let dina = branch.dina().await;
        let text = format!(
            "E-mail,Position,Role,Team\n{},Porter,,\n{},Porter,,\n{},Porter,,\n{},,Plain,\n{},,Plain,\n{},,,South\n",
            branch.acme.email_of("tess"), branch.acme.email_of("otto"), branch.acme.email_of("dina"),
            branch.acme.email_of("nick"), branch.acme.email_of("mara"), branch.acme.email_of("olena"),
        );
        let import = checked(db, &dina, ImportKind::Users, &text, |options| options.update = true).await;
        let wanted = [
            (2, Verdict::Update, None),
            (3, Verdict::Problem, Some(Reason::PersonOutside)),
            (4, Verdict::Problem, Some(Reason::PersonOutside)),
            (5, Verdict::Skip, Some(Reason::Unchanged)),
            (6, Verdict::Skip, Some(Reason::Unchanged)),
            (7, Verdict::Problem, Some(Reason::PersonOutside)),
        ];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        ran(db, &dina, import.id).await;
        assert_eq!(branch.acme.person("tess").await.job_title.as_deref(), Some("Porter"));
        assert_eq!(branch.acme.person("otto").await.job_title, None);
    }

    async fn p64_a_file_gives_the_listed_roles_to_the_people_of_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all")]).await;
        let looks = role(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        role(db, &branch.acme, "Other", &[("own.edit", "all")]).await;
        branch.list(db, &branch.delegate, Some(&[&looks])).await;
        let dina = branch.dina().await;
        let text = format!(
            "Name,E-mail,Team,Role\nAda,ada@many.example,North,Looks\nBen,ben@many.example,North,Other\nCyd,cyd@many.example,North,Plain\nDan,dan@many.example,North,\n,{},,Looks\n,{},,Looks\n,{},,Other\n",
            branch.acme.email_of("tess"), branch.acme.email_of("otto"), branch.acme.email_of("nick"),
        );
        let import = checked(db, &dina, ImportKind::Users, &text, |options| options.update = true).await;
        let wanted = [
            (2, Verdict::Create, None),
            (3, Verdict::Problem, Some(Reason::RoleNotGivable)),
            // The default role is nobody's to give.
            (4, Verdict::Create, None),
            (5, Verdict::Create, None),
            (6, Verdict::Update, None),
            (7, Verdict::Problem, Some(Reason::PersonOutside)),
            (8, Verdict::Problem, Some(Reason::RoleNotGivable)),
        ];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        done(db, &dina, import.id, &wanted).await;
    }

    async fn p64_a_file_gives_newcomers_roles_where_who_brings_them_gives_some(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES[..4]).await;
        branch.say(db, &[("imports.run", "all"), ("users.invite", "all")]).await;
        let looks = role(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        branch.list(db, &branch.delegate, Some(&[&looks])).await;
        let dina = branch.dina().await;
        let text = "Name,E-mail,Team,Role\nAda,ada@many.example,North,Looks\nBen,ben@many.example,South,Looks\nCyd,cyd@many.example,,Looks\nDan,dan@many.example,South,\nEve,eve@many.example,South,Plain\nFay,fay@many.example,North,Looks; Plain\n";
        let import = checked(db, &dina, ImportKind::Users, text, |_| {}).await;
        let wanted = [
            (2, Verdict::Create, None),
            (3, Verdict::Problem, Some(Reason::RolesNotYours)),
            (4, Verdict::Problem, Some(Reason::RolesNotYours)),
            (5, Verdict::Create, None),
            // The default role is nobody's to give, unless it comes beside another one: then it is given.
            (6, Verdict::Create, None),
            (7, Verdict::Problem, Some(Reason::RoleNotGivable)),
        ];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        done(db, &dina, import.id, &wanted).await;
    }

    async fn p64_below_a_position_nobody_is_brought_by_a_file(db: &TestDb) {
        let branch = Branch::new(db, "subordinates").await;
        branch.say(db, &[("imports.run", "all")]).await;
        let dina = branch.dina().await;
        let import = checked(db, &dina, ImportKind::Users, "Name,E-mail\nAda,ada@many.example\n", |_| {}).await;
        assert_eq!(said(db, &dina, import.id).await, [(2, Verdict::Problem, Some(Reason::NewcomerUnplaced))]);
        assert_ne!(branch.plain.key, RoleKey::sales());
        imports::run(db, &dina, import.id, "").await.unwrap();
    }

    async fn p64_a_team_that_the_file_makes_is_in_nobodys_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES[..5]).await;
        branch.say(db, &[("imports.run", "all"), ("users.invite", "all"), ("roles.assign", "all")]).await;
        let looks = set(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        let same = role(db, &branch.acme, "Same", &[("users.edit", "team")]).await;
        role(db, &branch.acme, "Bare", &[("own.edit", "all")]).await;
        let dina = branch.dina().await;
        let text = "Name,E-mail,Team,Role\nAda,ada@many.example,West,Same\nBen,ben@many.example,North,Same\nCyd,cyd@many.example,West,\nDan,dan@many.example,South,Same\nEve,eve@many.example,,Same\n";
        let import = checked(db, &dina, ImportKind::Users, text, |options| options.create_teams = true).await;
        let wanted = [
            (2, Verdict::Problem, Some(Reason::RoleBeyond)),
            (3, Verdict::Create, None),
            (4, Verdict::Create, None),
            (5, Verdict::Problem, Some(Reason::RoleBeyond)),
            (6, Verdict::Create, None),
        ];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        done(db, &dina, import.id, &wanted).await;
        // The default role says as much, unless the row gives another; whatever is added to that one comes after it.
        roles::make_default(db, &branch.acme.as_owner().await, &same.key, "").await.unwrap();
        let text = "Name,E-mail,Team,Role\nFay,fay@many.example,East,\nGus,gus@many.example,North,\nHal,hal@many.example,East,Bare; Looks\n";
        let import = checked(db, &dina, ImportKind::Users, text, |options| options.create_teams = true).await;
        let wanted = [
            (2, Verdict::Problem, Some(Reason::RoleDefaultBeyond)),
            (3, Verdict::Create, None),
            (4, Verdict::Create, None),
        ];
        assert_eq!(said(db, &dina, import.id).await, wanted, "{}", looks.key);
        // Looks goes to Hal when Bare has taken the place of the default one.
        done(db, &dina, import.id, &wanted).await;
    }

    async fn p64_a_row_by_which_somebody_would_administer_others_is_refused_in_words(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all")]).await;
        role(db, &branch.acme, "Same", &[("users.edit", "team")]).await;
        let dina = branch.dina().await;
        // In South, too, nick would administer otto.
        let text = format!("E-mail,Role\n{},Same\n{},Same\n", branch.acme.email_of("nick"), branch.acme.email_of("tess"));
        let import = checked(db, &dina, ImportKind::Users, &text, |options| options.update = true).await;
        let wanted = [(2, Verdict::Problem, Some(Reason::RoleBeyond)), (3, Verdict::Update, None)];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        done(db, &dina, import.id, &wanted).await;
    }

    async fn p64_d16_a_file_edits_nobody_where_who_brings_it_edits_nobody(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all"), ("users.edit", "none")]).await;
        let dina = branch.dina().await;
        let text = format!(
            "Name,E-mail,Position,Team,Role\n,{},Porter,,\nAda,ada@many.example,Porter,North,\n,{},,,Plain\n",
            branch.acme.email_of("tess"), branch.acme.email_of("nick"),
        );
        let import = checked(db, &dina, ImportKind::Users, &text, |options| options.update = true).await;
        let wanted = [
            (2, Verdict::Problem, Some(Reason::EditsNotYours)),
            (3, Verdict::Create, None),
            // What changes nobody is refused to nobody.
            (4, Verdict::Skip, Some(Reason::Unchanged)),
        ];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        done(db, &dina, import.id, &wanted).await;
        assert_eq!(branch.acme.person("tess").await.job_title, None);
    }

    async fn p64_l6_activation_mails_go_on_after_a_batch_outside_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all")]).await;
        let mut text = String::from("Name,E-mail,Team\n");
        for number in 0..501 {
            let team = if number < 500 { "South" } else { "North" };
            writeln!(text, "Person {number},name{number}@many.example,{team}").unwrap();
        }
        let owner = branch.acme.as_owner().await;
        let import = checked(db, &owner, ImportKind::Users, &text, |_| {}).await;
        ran(db, &owner, import.id).await;
        imports::send_activations(db, &branch.dina().await, import.id, None).await.unwrap();
        work(db).await;
        let mails = branch.acme.mails().await;
        let to = mails.iter().map(|mail| mail.address.as_str());
        let to: Vec<&str> = to.filter(|address| address.ends_with("@many.example")).collect();
        assert_eq!(to, ["name500@many.example"]);
    }

    async fn p64_a_file_moves_nobody_into_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES[..5]).await;
        branch.say(db, &[("imports.run", "all"), ("users.edit", "all")]).await;
        let dina = branch.dina().await;
        let text = format!("E-mail,Team\n{},North\n{},South\n", branch.acme.email_of("otto"), branch.acme.email_of("tess"));
        let import = checked(db, &dina, ImportKind::Users, &text, |options| options.update = true).await;
        let wanted = [(2, Verdict::Problem, Some(Reason::PersonOutside)), (3, Verdict::Problem, Some(Reason::TeamOutside))];
        assert_eq!(said(db, &dina, import.id).await, wanted);
        done(db, &dina, import.id, &wanted).await;
    }
}
