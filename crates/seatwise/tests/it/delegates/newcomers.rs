//! Whom somebody who administers a part may bring in, and where.

use seatwise_domain::authz::SeatKind;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles;
use seatwise_domain::tenants::{Ask, Settings, UserField};
use seatwise_domain::users::{self, Invite, RoleWish};
use seatwise_testkit::{TestDb, on_both};

use super::{Branch, PLACES, far};
use crate::roles::role;

on_both! {
    async fn p64_a_newcomer_lands_in_one_of_the_inviters_teams(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let dina = branch.dina().await;
        let with = |teams: Vec<_>| Invite { teams, ..Invite::by_email("new@acme.example") };
        for (teams, kind) in [
            (vec![], &problem::NEWCOMER_NEEDS_TEAM),
            (vec![branch.south], &problem::TEAM_OUTSIDE_PART),
            (vec![branch.north, branch.south], &problem::TEAM_OUTSIDE_PART),
        ] {
            let refused = users::invite(db, &dina, &with(teams)).await.unwrap_err();
            assert_eq!((refused.problem(), refused.problem().field), (kind, Some("teams")));
        }
        let made = users::invite(db, &dina, &with(vec![branch.north])).await.unwrap();
        users::resend(db, &dina, &[made.user.id], "").await.unwrap();
        // A position is no way in for whoever invites to teams.
        let placed = Invite { position: Some(branch.till), ..Invite::by_email("two@acme.example") };
        assert_eq!(users::invite(db, &dina, &placed).await.unwrap_err().problem(), &problem::NEWCOMER_NEEDS_TEAM);
        let both = Invite { position: Some(branch.till), teams: vec![branch.north], ..Invite::by_email("two@acme.example") };
        assert_eq!(users::invite(db, &dina, &both).await.unwrap_err().problem(), &problem::DENIED, "she gives no positions");
    }

    async fn p64_a_newcomer_lands_below_the_inviters_position(db: &TestDb) {
        let branch = Branch::new(db, "subordinates").await;
        let dina = branch.dina().await;
        let at = |position| Invite { position, ..Invite::by_email("new@acme.example") };
        for position in [None, Some(branch.head), Some(branch.desk)] {
            let refused = users::invite(db, &dina, &at(position)).await.unwrap_err();
            let kind = &problem::NEWCOMER_NEEDS_POSITION;
            assert_eq!((refused.problem(), refused.problem().field), (kind, Some("position")));
        }
        let made = users::invite(db, &dina, &at(Some(branch.till))).await.unwrap();
        let mara = branch.acme.as_user("mara").await;
        let mut tx = db.read().await.unwrap();
        let held = seatwise_domain::positions::of_user(&mut tx, &mara.scope().unwrap(), made.user.id).await.unwrap();
        assert_eq!(held.map(|(id, _)| id), Some(branch.till));
    }

    async fn p64_a_newcomer_gets_a_role_where_the_giver_reaches_him(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("users.invite", "all")]).await;
        let dina = branch.dina().await;
        let with = |teams: Vec<_>, role: &seatwise_domain::roles::Role| Invite {
            role: Some(RoleWish::Known(role.key.clone())),
            teams,
            ..Invite::by_email("new@acme.example")
        };
        let looks = role(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        let refused = users::invite(db, &dina, &with(vec![], &looks)).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTSIDE_PART);
        users::invite(db, &dina, &with(vec![branch.north], &looks)).await.unwrap();
        // Nobody makes a delegate who administers more than he.
        let all = role(db, &branch.acme, "All", &far("all")).await;
        let wide = Invite { person: users::NewUser { email: Some("two@acme.example".to_owned()), ..Default::default() }, ..with(vec![branch.north], &all) };
        assert_eq!(users::invite(db, &dina, &wide).await.unwrap_err().problem(), &problem::OUTRANKED);
        let same = Invite { role: Some(RoleWish::Known(branch.delegate.key.clone())), ..wide };
        users::invite(db, &dina, &same).await.unwrap();
    }

    async fn p64_a_newcomer_administers_nobody_by_the_default_role_whom_the_inviter_does_not(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        // She sees all that people of other teams see, and so may bring some there.
        branch.say(db, &PLACES[..4]).await;
        branch.say(db, &[("users.invite", "all")]).await;
        let clerk = role(db, &branch.acme, "Clerk", &[("users.edit", "team"), ("own.edit", "all")]).await;
        let owner = branch.acme.as_owner().await;
        roles::make_default(db, &owner, &clerk.key, "").await.unwrap();
        let dina = branch.dina().await;
        let with = |team| Invite { teams: vec![team], ..Invite::by_email("new@acme.example") };
        let refused = users::invite(db, &dina, &with(branch.south)).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED, "there he would administer otto");
        let named = Invite { role: Some(RoleWish::Known(clerk.key.clone())), ..with(branch.south) };
        assert_eq!(users::invite(db, &dina, &named).await.unwrap_err().problem(), &problem::OUTRANKED);
        users::invite(db, &dina, &with(branch.north)).await.unwrap();
        roles::make_default(db, &owner, &branch.plain.key, "").await.unwrap();
        let plain = Invite { teams: vec![branch.south], ..Invite::by_email("two@acme.example") };
        users::invite(db, &dina, &plain).await.unwrap();
    }

    async fn p64_who_must_name_a_team_may_though_the_account_does_not_ask_for_it(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let settings = Settings::default();
        let user_form = settings.user_form.asking(UserField::Team, Ask::Hidden);
        branch.acme.choose(Settings { user_form, ..settings }).await;
        let invite = Invite { teams: vec![branch.north], ..Invite::by_email("new@acme.example") };
        users::invite(db, &branch.dina().await, &invite).await.unwrap();
        assert_eq!(users::invite(db, &branch.acme.as_owner().await, &Invite { teams: vec![branch.north], ..Invite::by_email("two@acme.example") }).await.unwrap_err().problem(), &problem::NOT_ASKED);
    }

    async fn p64_a_position_comes_with_the_invitation_for_those_who_give_positions(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let owner = branch.acme.as_owner().await;
        let invite = Invite { position: Some(branch.head), seat_kind: SeatKind::Regular, ..Invite::by_email("new@acme.example") };
        let made = users::invite(db, &owner, &invite).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let held = seatwise_domain::positions::of_user(&mut tx, &owner.scope().unwrap(), made.user.id).await.unwrap();
        assert_eq!(held.map(|(id, _)| id), Some(branch.head));
    }
}
