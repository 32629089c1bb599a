//! Roles that somebody who administers a part changes, ends or makes the default: whom that touches, today and on a day
//! to come.

use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Give, RoleEdit};
use seatwise_domain::teams;
use seatwise_testkit::{TestDb, on_both};

use super::{Branch, far};
use crate::roles::{give, role, said, set, to};

on_both! {
    async fn p64_nobody_deletes_or_replaces_the_role_of_who_administers_others(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("roles.edit", "all")]).await;
        let acme = &branch.acme;
        let (owner, dina) = (acme.as_owner().await, branch.dina().await);
        let bare = role(db, acme, "Bare", &[("own.edit", "all")]).await;
        let looks = role(db, acme, "Looks", &[("users.view", "all")]).await;
        let helps = set(db, acme, "Helps", &far("team")).await;
        // Whoever has these words beside the default role or another one; in South nick administers otto.
        for name in ["tess", "nick"] {
            give(db, acme, name, &helps).await;
        }
        let refused = roles::make_default(db, &dina, &bare.key, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED, "nick has the default role");
        give(db, acme, "nick", &looks).await;
        roles::make_default(db, &dina, &bare.key, "").await.unwrap();
        let refused = roles::delete(db, &dina, &looks.key, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED, "nick has this role");
        teams::remove_member(db, &owner, branch.south, acme.id_of("nick"), "").await.unwrap();
        roles::delete(db, &dina, &looks.key, "").await.unwrap();
    }

    async fn p64_p55_the_default_role_concerns_who_falls_back_to_it_on_a_day_to_come(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("roles.edit", "all")]).await;
        let acme = &branch.acme;
        let (owner, dina) = (acme.as_owner().await, branch.dina().await);
        let bare = role(db, acme, "Bare", &[("own.edit", "all")]).await;
        let looks = role(db, acme, "Looks", &[("users.view", "all")]).await;
        let helps = set(db, acme, "Helps", &far("team")).await;
        give(db, acme, "nick", &helps).await;
        let ends = Give { expires_at: Some(db.now().plus_days(1)), ..to(acme, "nick", &looks.key) };
        roles::give(db, &owner, &ends).await.unwrap();
        let less = RoleEdit { words: said(&[("own.edit", "none")], &[]), ..RoleEdit::default() };
        let refused = roles::edit(db, &dina, &branch.plain.key, &less).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED, "from tomorrow on nick has it");
        let refused = roles::make_default(db, &dina, &bare.key, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED, "from tomorrow on nick has it");
        give(db, acme, "nick", &looks).await;
        roles::edit(db, &dina, &branch.plain.key, &less).await.unwrap();
        roles::make_default(db, &dina, &bare.key, "").await.unwrap();
    }

    async fn p64_p67_nobody_falls_back_by_his_own_act_to_what_he_could_not_give(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("roles.edit", "all")]).await;
        let acme = &branch.acme;
        let owner = acme.as_owner().await;
        let tomorrow = Some(db.now().plus_days(1));
        let strong = role(db, acme, "Strong", &[("leads.view", "all")]).await;
        let sees = set(db, acme, "Sees", &[("leads.view", "all")]).await;
        let looks = role(db, acme, "Looks", &[("users.view", "all")]).await;
        // From tomorrow on dina has Looks, and beside it for a time what Strong gives, too.
        for (role, starts_at, expires_at) in [(&branch.delegate, None, tomorrow), (&looks, None, None), (&sees, tomorrow, None)] {
            let give = Give { starts_at, expires_at, ..to(acme, "dina", &role.key) };
            roles::give(db, &owner, &give).await.unwrap();
        }
        roles::make_default(db, &owner, &strong.key, "").await.unwrap();
        let dina = branch.dina().await;
        let refused = roles::delete(db, &dina, &looks.key, "").await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED, "Strong would stay hers when Sees is taken");
        roles::make_default(db, &owner, &branch.plain.key, "").await.unwrap();
        roles::delete(db, &dina, &looks.key, "").await.unwrap();
    }
}
