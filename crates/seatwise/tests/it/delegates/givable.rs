//! Which roles somebody may give: a list that only narrows.

use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, GivableWords, RoleEdit, Take, Words};
use seatwise_domain::users::{self, Invite, RoleWish};
use seatwise_testkit::{TestDb, on_both};

use super::{Branch, another, far};
use crate::roles::{give, role, said, set, to};

on_both! {
    async fn p64_given_and_taken_are_the_listed_roles_only(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let looks = role(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        let other = role(db, &branch.acme, "Other", &[("own.edit", "all")]).await;
        let strong = role(db, &branch.acme, "Strong", &[("leads.view", "all")]).await;
        branch.list(db, &branch.delegate, Some(&[&looks, &strong])).await;
        give(db, &branch.acme, "tess", &other).await;
        let dina = branch.dina().await;
        let for_tess = |role: &roles::Role| to(&branch.acme, "tess", &role.key);
        roles::give(db, &dina, &for_tess(&looks)).await.unwrap();
        assert_eq!(roles::give(db, &dina, &for_tess(&branch.plain)).await.unwrap_err().problem(), &problem::ROLE_NOT_GIVABLE);
        assert_eq!(roles::give(db, &dina, &for_tess(&strong)).await.unwrap_err().problem(), &problem::OUTRANKED, "the list only narrows");
        let take = |role: &roles::Role| Take { user: branch.acme.id_of("tess"), role: role.key.clone(), reason: String::new() };
        assert_eq!(roles::take(db, &dina, &take(&other)).await.unwrap_err().problem(), &problem::ROLE_NOT_GIVABLE);
        roles::take(db, &dina, &take(&looks)).await.unwrap();
        let offered = |names: Vec<roles::RoleName>| -> Vec<String> { names.into_iter().map(|name| name.name).collect() };
        let mut tx = db.read().await.unwrap();
        let names = roles::givable(&mut tx, &dina, Some(branch.acme.id_of("tess"))).await.unwrap().unwrap();
        assert_eq!(offered(names), ["Looks"]);
        let names = roles::to_begin_with(&mut tx, &dina).await.unwrap();
        assert_eq!(offered(names), ["Looks", "Plain"], "the default role needs nobody who gives it");
        drop(tx);
        let with = |role: &roles::Role, email: &str| Invite { role: Some(RoleWish::Known(role.key.clone())), teams: vec![branch.north], ..Invite::by_email(email) };
        assert_eq!(users::invite(db, &dina, &with(&other, "a@acme.example")).await.unwrap_err().problem(), &problem::ROLE_NOT_GIVABLE);
        for (number, role) in [&looks, &branch.plain].into_iter().enumerate() {
            users::invite(db, &dina, &with(role, &format!("new{number}@acme.example"))).await.unwrap();
        }
        roles::give(db, &branch.acme.as_owner().await, &for_tess(&strong)).await.unwrap();
    }

    async fn p64_the_lists_of_several_roles_are_put_together_and_none_means_any(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let looks = role(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        let other = role(db, &branch.acme, "Other", &[("own.edit", "all")]).await;
        branch.list(db, &branch.delegate, Some(&[&looks])).await;
        let more = set(db, &branch.acme, "More", &[("roles.assign", "team")]).await;
        branch.list(db, &more, Some(&[&other])).await;
        let silent = set(db, &branch.acme, "Silent", &[("own.edit", "all")]).await;
        give(db, &branch.acme, "dina", &silent).await;
        let refused = roles::give(db, &branch.dina().await, &to(&branch.acme, "tess", &other.key)).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::ROLE_NOT_GIVABLE, "a role that gives no roles has no list");
        give(db, &branch.acme, "dina", &more).await;
        let dina = branch.dina().await;
        for role in [&looks, &other] {
            roles::give(db, &dina, &to(&branch.acme, "tess", &role.key)).await.unwrap();
        }
        assert_eq!(roles::give(db, &dina, &to(&branch.acme, "tess", &branch.plain.key)).await.unwrap_err().problem(), &problem::ROLE_NOT_GIVABLE);
        branch.list(db, &more, None).await;
        roles::give(db, &branch.dina().await, &to(&branch.acme, "tess", &branch.plain.key)).await.unwrap();
    }

    async fn p64_a_deleted_role_leaves_the_list_and_an_empty_one_is_none(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let looks = role(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        branch.list(db, &branch.delegate, Some(&[&looks])).await;
        let owner = branch.acme.as_owner().await;
        roles::delete(db, &owner, &looks.key, "").await.unwrap();
        let mut tx = db.read().await.unwrap();
        let row = roles::find(&mut tx, &owner, &branch.delegate.key).await.unwrap().unwrap();
        assert_eq!(row.role.grants.givable().keys().map(std::collections::BTreeSet::len), Some(0));
        drop(tx);
        let log = branch.acme.audit().await;
        let told = log.iter().flat_map(|entry| &entry.changes).find(|change| change.field == "givable_roles" && change.before == serde_json::json!(["Looks"]));
        assert_eq!(told.map(|change| &change.after), Some(&serde_json::json!([])));
        let refused = roles::give(db, &branch.dina().await, &to(&branch.acme, "tess", &branch.plain.key)).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::ROLE_NOT_GIVABLE);
    }

    async fn p64_nobody_widens_his_own_list(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("roles.edit", "all")]).await;
        let looks = role(db, &branch.acme, "Looks", &[("users.view", "all")]).await;
        branch.list(db, &branch.delegate, Some(&[&looks])).await;
        let dina = branch.dina().await;
        let edit = |givable| RoleEdit { words: Words { givable: Some(givable), ..Words::default() }, ..RoleEdit::default() };
        for words in [GivableWords::Any, GivableWords::Only(vec![branch.plain.key.to_string()])] {
            let said = roles::edit(db, &dina, &branch.delegate.key, &edit(words)).await;
            assert_eq!(said.unwrap_err().problem(), &problem::OUTRANKED);
        }
        let free = another(db, &branch.acme, "Free", said(&far("team"), &[])).await;
        branch.list(db, &branch.delegate, Some(&[&looks, &free])).await;
        let refused = roles::give(db, &branch.dina().await, &to(&branch.acme, "tess", &free.key)).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED, "who gives some roles makes nobody who gives any");
        roles::edit(db, &dina, &branch.delegate.key, &edit(GivableWords::Only(Vec::new()))).await.unwrap();
    }

    async fn p64_a_list_names_roles_that_can_be_given(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let owner = branch.acme.as_owner().await;
        for word in ["team-user", "nonsense"] {
            let words = Words { givable: Some(GivableWords::Only(vec![word.to_owned()])), ..Words::default() };
            let said = roles::edit(db, &owner, &branch.delegate.key, &RoleEdit { words, ..RoleEdit::default() }).await;
            assert_eq!(said.unwrap_err().problem(), &problem::GIVABLE_UNKNOWN, "{word}");
        }
        let words = Words { grants: [("users.edit".to_owned(), "privacy".to_owned())].into(), ..Words::default() };
        let said = roles::edit(db, &owner, &branch.delegate.key, &RoleEdit { words, ..RoleEdit::default() }).await;
        assert_eq!(said.unwrap_err().problem(), &problem::EXTENT_OF_PEOPLE);
    }
}
