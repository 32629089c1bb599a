//! Each act on a person inside and outside the part.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::handover;
use seatwise_domain::ids::UserId;
use seatwise_domain::imports::{ImportKind, Reason, Verdict};
use seatwise_domain::problem::{self, ProblemKind, ToProblem};
use seatwise_domain::roles::{self, Take};
use seatwise_domain::users::{self, Deactivate, Edit, HandOverChoice, SkippedWhy};
use seatwise_testkit::{TestDb, on_both};

use super::Branch;
use crate::api::PIXEL;
use crate::imports::checked;
use crate::roles::{give, to};

/// Every act on one person, each with what came of it.
pub(super) async fn acts(
    db: &TestDb,
    branch: &Branch,
    caller: &Caller,
    name: &str,
) -> Vec<(&'static str, Option<&'static ProblemKind>)> {
    let user = branch.acme.id_of(name);
    let kind = |error: &dyn ToProblem| error.problem();
    let mut said = Vec::new();
    let edit = Edit {
        job_title: Some("Porter".to_owned()),
        ..Edit::default()
    };
    let done = users::edit(db, caller, user, &edit).await;
    said.push(("edit", done.err().map(|error| kind(&error))));
    let mut tx = db.read().await.unwrap();
    let done = users::preview(&mut tx, caller, user, &edit).await;
    said.push(("preview", done.err().map(|error| kind(&error))));
    drop(tx);
    let done = users::set_picture(db, caller, user, PIXEL.to_vec(), "").await;
    said.push(("picture", done.err().map(|error| kind(&error))));
    let done = users::remove_picture(db, caller, user, "").await;
    said.push(("no picture", done.err().map(|error| kind(&error))));
    let given = to(&branch.acme, name, &branch.plain.key);
    let done = roles::give(db, caller, &given).await;
    said.push(("give", done.err().map(|error| kind(&error))));
    let take = Take {
        user,
        role: branch.plain.key.clone(),
        reason: String::new(),
    };
    let done = roles::take(db, caller, &take).await;
    said.push(("take", done.err().map(|error| kind(&error))));
    let done = users::reset_by_admin(db, caller, user, "").await;
    said.push(("reset", done.err().map(|error| kind(&error))));
    let done = users::end_sessions(db, caller, user, "").await;
    said.push(("sessions", done.err().map(|error| kind(&error))));
    let leave = Deactivate {
        user,
        hand_over: HandOverChoice::Later,
        stages: handover::Stages::default(),
        reason: String::new(),
        expected: None,
    };
    let done = users::deactivate(db, caller, &leave).await;
    said.push(("deactivate", done.err().map(|error| kind(&error))));
    said
}

async fn reactivated(
    db: &TestDb,
    branch: &Branch,
    caller: &Caller,
    user: UserId,
) -> Option<&'static ProblemKind> {
    let owner = branch.acme.as_owner().await;
    let leave = Deactivate {
        user,
        hand_over: HandOverChoice::Later,
        stages: handover::Stages::default(),
        reason: String::new(),
        expected: None,
    };
    // He has left already where the act before was allowed.
    drop(users::deactivate(db, &owner, &leave).await);
    let done = users::reactivate(db, caller, user, "").await;
    done.err().map(|error| error.problem())
}

on_both! {
    async fn p64_each_act_reaches_the_people_of_the_part_and_nobody_else(db: &TestDb) {
        for extent in ["team", "subordinates"] {
            let branch = Branch::new(db, extent).await;
            let dina = branch.dina().await;
            for (name, inside) in [("tess", true), ("otto", false), ("mara", false)] {
                let wanted = if inside { None } else { Some(&problem::OUTSIDE_PART) };
                for (act, kind) in acts(db, &branch, &dina, name).await {
                    assert_eq!(kind.map(|kind| kind.code), wanted.map(|kind| kind.code), "{extent}: {act} {name}");
                }
                let kind = reactivated(db, &branch, &dina, branch.acme.id_of(name)).await;
                assert_eq!(kind.map(|kind| kind.code), wanted.map(|kind| kind.code), "{extent}: reactivate {name}");
            }
        }
    }

    async fn p64_nobody_administers_himself_by_his_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let dina = branch.dina().await;
        let own = branch.acme.id_of("dina");
        let edit = Edit { job_title: Some("Chief".to_owned()), ..Edit::default() };
        assert_eq!(users::edit(db, &dina, own, &edit).await.unwrap_err().problem(), &problem::OUTSIDE_PART);
        assert_eq!(users::end_sessions(db, &dina, own, "").await.unwrap_err().problem(), &problem::OUTSIDE_PART);
        let give = to(&branch.acme, "dina", &branch.plain.key);
        assert_eq!(roles::give(db, &dina, &give).await.unwrap_err().problem(), &problem::IS_SELF);
    }

    async fn p64_whoever_may_do_more_stays_out_of_reach_within_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let dina = branch.dina().await;
        let edit = Edit { job_title: Some("Porter".to_owned()), ..Edit::default() };
        let strong = crate::roles::role(db, &branch.acme, "Strong", &[("leads.view", "all")]).await;
        give(db, &branch.acme, "tess", &strong).await;
        let tess = branch.acme.id_of("tess");
        assert_eq!(users::edit(db, &dina, tess, &edit).await.unwrap_err().problem(), &problem::OUTRANKED);
        // nick has the same words as dina, but administers South besides.
        give(db, &branch.acme, "nick", &branch.delegate).await;
        let nick = branch.acme.id_of("nick");
        assert_eq!(users::edit(db, &dina, nick, &edit).await.unwrap_err().problem(), &problem::OUTRANKED);
        let nick = branch.acme.as_user("nick").await;
        users::edit(db, &nick, branch.acme.id_of("dina"), &edit).await.unwrap();
    }

    async fn p64_invitations_are_sent_again_and_cancelled_within_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let dina = branch.dina().await;
        let olena = branch.acme.id_of("olena");
        let resent = users::resend(db, &dina, &[olena], "").await.unwrap();
        assert_eq!(resent.skipped[0].why, SkippedWhy::OutsidePart);
        assert_eq!(users::cancel_invitation(db, &dina, olena, "").await.unwrap_err().problem(), &problem::OUTSIDE_PART);
        seatwise_domain::teams::add_members(db, &branch.acme.as_owner().await, branch.north, &[olena], false, "").await.unwrap();
        assert_eq!(users::resend(db, &dina, &[olena], "").await.unwrap().sent, [olena]);
        users::cancel_invitation(db, &dina, olena, "").await.unwrap();
    }

    async fn p64_several_roles_are_put_together_key_by_key(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let edits = crate::roles::set(db, &branch.acme, "Editors", &[("users.edit", "all")]).await;
        give(db, &branch.acme, "dina", &edits).await;
        let dina = branch.dina().await;
        assert!(dina.part(Key::EditUsers).is_none() && dina.part(Key::ResetPasswords).is_some());
        let otto = branch.acme.id_of("otto");
        let edit = Edit { job_title: Some("Porter".to_owned()), ..Edit::default() };
        users::edit(db, &dina, otto, &edit).await.unwrap();
        assert_eq!(users::end_sessions(db, &dina, otto, "").await.unwrap_err().problem(), &problem::OUTSIDE_PART);
        // Team and position together: otto is in neither, tess by both.
        let below = crate::roles::set(db, &branch.acme, "Below", &[("users.reset-password", "subordinates")]).await;
        give(db, &branch.acme, "dina", &below).await;
        seatwise_domain::positions::hold(db, &branch.acme.as_owner().await, otto, Some(branch.till), "").await.unwrap();
        users::end_sessions(db, &branch.dina().await, otto, "").await.unwrap();
    }

    async fn p64_without_teams_nobody_administers_by_them(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let off = seatwise_domain::tenants::EditAccountCommand { teams_on: Some(false), ..Default::default() };
        seatwise_domain::tenants::edit(db, &branch.acme.as_owner().await, &off).await.unwrap();
        let tess = branch.acme.id_of("tess");
        let refused = users::end_sessions(db, &branch.dina().await, tess, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTSIDE_PART);
    }

    async fn p64_a_new_address_of_who_waits_is_for_those_who_could_invite_him(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("users.edit", "all")]).await;
        let olena = branch.acme.id_of("olena");
        let edit = Edit { email: Some("new@acme.example".to_owned()), ..Edit::default() };
        let dina = branch.dina().await;
        let refused = users::edit(db, &dina, olena, &edit).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTSIDE_PART, "a mail with a link would go there");
        users::edit(db, &dina, olena, &Edit { job_title: Some("Porter".to_owned()), ..Edit::default() }).await.unwrap();
        seatwise_domain::teams::add_members(db, &branch.acme.as_owner().await, branch.north, &[olena], false, "").await.unwrap();
        users::edit(db, &dina, olena, &edit).await.unwrap();
    }

    async fn p64_what_stands_behind_a_person_is_told_within_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let dina = branch.dina().await;
        let mut tx = db.read().await.unwrap();
        for (name, inside) in [("tess", true), ("otto", false)] {
            let person = branch.acme.person(name).await;
            assert_eq!(users::permissions(&mut tx, &dina, &person).await.is_ok(), inside, "{name}");
            let behind = users::behind(&mut tx, &dina, person.id).await.unwrap();
            assert_eq!(behind.password_at.is_some(), inside, "{name}");
        }
    }

    async fn p64_delegates_of_another_part_are_kept_from_in_lists_and_files_too(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all")]).await;
        for name in ["tess", "nick"] {
            give(db, &branch.acme, name, &branch.delegate).await;
        }
        let dina = branch.dina().await;
        let [tess, nick] = ["tess", "nick"].map(|name| branch.acme.id_of(name));
        let mut tx = db.read().await.unwrap();
        let kept = roles::kept(&mut tx, &dina, &[tess, nick]).await.unwrap();
        drop(tx);
        for key in [Key::EditUsers, Key::ResetPasswords, Key::AssignRoles] {
            assert!(kept.lets(key, tess), "{key:?}: North is dina's, too");
            assert!(!kept.lets(key, nick), "{key:?}: nick administers otto in South");
        }
        let text = format!("E-mail,Position\n{},Porter\n{},Porter\n", branch.acme.email_of("tess"), branch.acme.email_of("nick"));
        let import = checked(db, &dina, ImportKind::Users, &text, |options| options.update = true).await;
        let said = crate::imports::said(db, &dina, import.id).await;
        assert_eq!(said, [(2, Verdict::Update, None), (3, Verdict::Problem, Some(Reason::PersonBeyond))]);
    }
}
