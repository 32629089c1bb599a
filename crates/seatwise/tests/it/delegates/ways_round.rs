//! No way round a part: nobody moves people into it or out of it, nor gives a wider one.

use seatwise_domain::authn::NewToken;
use seatwise_domain::imports::{self, ImportKind, Undo};
use seatwise_domain::mail;
use seatwise_domain::moves::{self, Move};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, RoleEdit};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_domain::users;
use seatwise_domain::users::service::{self, NewServiceUser};
use seatwise_domain::{positions, teams};
use seatwise_testkit::{TestDb, on_both};

use super::{Branch, PLACES, far};
use crate::imports::{checked, ran};
use crate::roles::{give, role, said, set, to};

on_both! {
    async fn p64_nobody_moves_people_into_his_part_or_out_of_it(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &PLACES).await;
        let dina = branch.dina().await;
        let (tess, otto, nick) = (branch.acme.id_of("tess"), branch.acme.id_of("otto"), branch.acme.id_of("nick"));
        let own = branch.acme.id_of("dina");
        let outside = problem::OUTSIDE_PART.code;
        for (team, user) in [(branch.north, otto), (branch.south, otto), (branch.south, tess), (branch.south, own), (branch.north, own)] {
            let refused = teams::add_members(db, &dina, team, &[user], false, "").await.unwrap_err();
            assert_eq!(refused.problem().code, outside);
        }
        for (team, user) in [(branch.north, tess), (branch.north, nick), (branch.south, nick), (branch.north, own)] {
            let refused = teams::remove_member(db, &dina, team, user, "").await.unwrap_err();
            assert_eq!(refused.problem().code, outside);
        }
        let joins = Move { join: vec![(branch.north, false)], leave: vec![branch.south], ..Move::default() };
        assert_eq!(moves::run(db, &dina, otto, &joins).await.unwrap_err().problem().code, outside);
        assert_eq!(moves::preview(db, &dina, otto, &joins).await.unwrap_err().problem().code, outside);
        let off = EditAccountCommand { teams_on: Some(false), ..EditAccountCommand::default() };
        assert_eq!(tenants::edit(db, &dina, &off).await.unwrap_err().problem().code, outside);
        // Between two teams that are both hers somebody may go.
        let owner = branch.acme.as_owner().await;
        teams::add_members(db, &owner, branch.south, &[own], false, "").await.unwrap();
        let dina = branch.dina().await;
        teams::add_members(db, &dina, branch.south, &[tess], false, "").await.unwrap();
        teams::remove_member(db, &dina, branch.north, tess, "").await.unwrap();
    }

    async fn p64_nobody_moves_people_below_his_position_or_away_from_there(db: &TestDb) {
        let branch = Branch::new(db, "subordinates").await;
        branch.say(db, &PLACES).await;
        let owner = branch.acme.as_owner().await;
        let shop = positions::create(db, &owner, "Shop", Some(branch.till), "").await.unwrap().id;
        let dina = branch.dina().await;
        let (tess, otto) = (branch.acme.id_of("tess"), branch.acme.id_of("otto"));
        let outside = problem::OUTSIDE_PART.code;
        for (user, to) in [(otto, Some(branch.till)), (tess, Some(branch.desk)), (tess, None), (branch.acme.id_of("dina"), Some(branch.head))] {
            let refused = positions::hold(db, &dina, user, to, "").await.unwrap_err();
            assert_eq!(refused.problem().code, outside, "{user} {to:?}");
        }
        positions::hold(db, &dina, tess, Some(shop), "").await.unwrap();
        for (id, parent) in [(branch.desk, None), (branch.head, Some(shop)), (branch.till, None), (branch.till, Some(branch.head))] {
            let refused = positions::relocate(db, &dina, id, parent, "").await.unwrap_err();
            assert_eq!(refused.problem().code, outside);
        }
        for id in [branch.desk, branch.till, branch.head] {
            assert_eq!(positions::remove(db, &dina, id, "").await.unwrap_err().problem().code, outside);
        }
        positions::remove(db, &dina, shop, "").await.unwrap();
    }

    async fn p64_whoever_decides_over_teams_has_for_everybody_what_others_have_for_theirs(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let places = role(db, &branch.acme, "Places", &PLACES).await;
        give(db, &branch.acme, "mara", &places).await;
        let mara = branch.acme.as_user("mara").await;
        let otto = branch.acme.id_of("otto");
        // By this dina would administer otto, whom mara does not administer.
        let refused = teams::add_members(db, &mara, branch.north, &[otto], false, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED);
        positions::hold(db, &mara, otto, Some(branch.till), "").await.unwrap();
        let all = set(db, &branch.acme, "All", &far("all")).await;
        give(db, &branch.acme, "mara", &all).await;
        teams::add_members(db, &branch.acme.as_user("mara").await, branch.north, &[otto], false, "").await.unwrap();
    }

    async fn p64_nobody_gives_a_wider_part_than_his_own(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("roles.edit", "all"), ("service-users.edit", "all")]).await;
        let dina = branch.dina().await;
        let wide = role(db, &branch.acme, "Wide", &[("users.edit", "all")]).await;
        let below = role(db, &branch.acme, "Below", &[("users.edit", "subordinates")]).await;
        let same = role(db, &branch.acme, "Same", &[("users.edit", "team")]).await;
        for (name, given, wanted) in [
            ("tess", &wide, Some("outranked")),
            ("tess", &below, Some("outranked")),
            ("tess", &same, None),
            // In South, too, nick would administer otto.
            ("nick", &same, Some("outranked")),
        ] {
            let said = roles::give(db, &dina, &to(&branch.acme, name, &given.key)).await;
            assert_eq!(said.err().map(|error| error.problem().code), wanted, "{} for {name}", given.name);
        }
        // A role that she edits goes no further than hers, either.
        let edit = |grants: &[(&str, &str)]| RoleEdit { words: said(grants, &[]), ..RoleEdit::default() };
        for (extent, wanted) in [("all", Some("outranked")), ("subordinates", Some("outranked"))] {
            let said = roles::edit(db, &dina, &same.key, &edit(&[("users.edit", extent)])).await;
            assert_eq!(said.err().map(|error| error.problem().code), wanted, "{extent}");
        }
        let program = NewServiceUser { name: "Robot".to_owned(), role: branch.plain.key.clone(), reason: String::new() };
        assert_eq!(service::create(db, &dina, &program).await.unwrap_err().problem().code, "outside-part");
    }

    async fn p64_the_tokens_of_a_service_user_that_administers_others_are_not_his_to_make(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("service-users.edit", "all")]).await;
        let owner = branch.acme.as_owner().await;
        let robot = NewServiceUser { name: "Robot".to_owned(), role: branch.delegate.key.clone(), reason: String::new() };
        let robot = service::create(db, &owner, &robot).await.unwrap().id;
        let token = NewToken { name: "Robot".to_owned(), may_write: true, days: None };
        let dina = branch.dina().await;
        for (team, wanted) in [(branch.north, None), (branch.south, Some(problem::OUTRANKED.code))] {
            let (old, _) = service::create_token(db, &owner, robot, &token).await.unwrap();
            teams::add_members(db, &owner, team, &[robot], false, "").await.unwrap();
            let made = service::create_token(db, &dina, robot, &token).await;
            assert_eq!(made.err().map(|error| error.problem().code), wanted, "in South it administers otto");
            let gone = service::revoke_token(db, &dina, robot, old.id).await;
            assert_eq!(gone.err().map(|error| error.problem().code), wanted);
        }
    }

    async fn p64_the_outbox_lets_nobody_in_as_somebody_outside_the_part(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("mails.view", "all")]).await;
        for (name, sees) in [("otto", false), ("tess", true)] {
            users::forgot(db, &branch.acme.email_of(name)).await.unwrap();
            let dina = branch.dina().await;
            let mail = branch.acme.mails_to(name).await.remove(0);
            let mut tx = db.read().await.unwrap();
            let opened = mail::open_link(&mut tx, &dina, mail.id).await.unwrap().unwrap();
            let token = opened.mail.token().is_some_and(|token| !token.is_empty());
            assert_eq!(token, sees, "{name}");
        }
    }

    async fn p64_whoever_administers_a_part_takes_back_the_people_of_his_own_imports_alone(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("imports.run", "all")]).await;
        let (owner, dina) = (branch.acme.as_owner().await, branch.dina().await);
        let of_owner = checked(db, &owner, ImportKind::Users, "Name,E-mail\nAda,ada@many.example\n", |_| {}).await;
        ran(db, &owner, of_owner.id).await;
        let refused = imports::undo(db, &dina, &Undo::all(of_owner.id)).await.unwrap_err();
        assert_eq!(refused.problem().code, problem::OUTSIDE_PART.code);
        let of_dina = checked(db, &dina, ImportKind::Users, "Name,E-mail,Team\nBen,ben@many.example,North\n", |_| {}).await;
        ran(db, &dina, of_dina.id).await;
        imports::undo(db, &dina, &Undo::all(of_dina.id)).await.unwrap();
    }

    async fn p64_nobody_gives_to_who_stands_above_what_is_said_of_those_below(db: &TestDb) {
        let branch = Branch::new(db, "subordinates").await;
        branch.say(db, &[("roles.assign", "all")]).await;
        let owner = branch.acme.as_owner().await;
        let below = role(db, &branch.acme, "Below", &[("users.edit", "subordinates")]).await;
        positions::hold(db, &owner, branch.acme.id_of("otto"), Some(branch.desk), "").await.unwrap();
        let dina = branch.dina().await;
        // From the Head mara would administer dina; from her own Desk otto administers whom she does.
        for (name, wanted) in [("mara", Some("outranked")), ("otto", None), ("tess", None), ("olena", None)] {
            let said = roles::give(db, &dina, &to(&branch.acme, name, &below.key)).await;
            assert_eq!(said.err().map(|error| error.problem().code), wanted, "{name}");
        }
        give(db, &branch.acme, "mara", &below).await;
        let refused = roles::give(db, &dina, &to(&branch.acme, "mara", &branch.plain.key)).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED);
    }
}
