//! What begins or ends on a day to come is asked about today: a way in that is changed today is still changed then.

use seatwise_domain::authz::{Caller, Key};
use seatwise_domain::clock::Timestamp;
use seatwise_domain::imports::{ImportKind, Reason, Verdict};
use seatwise_domain::mail;
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{self, Give, Role, RoleEdit, Take};
use seatwise_domain::store::{Query, ReadTx, Reads, Row, StoreError};
use seatwise_domain::users::{self, Edit};
use seatwise_testkit::{TestDb, on_both};

use super::acts::acts;
use super::{Branch, far};
use crate::imports::checked;
use crate::roles::{give, role, said, to};

/// A role for one person between two days, as the owner gives it.
async fn given(
    db: &TestDb,
    branch: &Branch,
    (name, role): (&str, &Role),
    (from, until): (Option<Timestamp>, Option<Timestamp>),
) {
    let give = between(branch, (name, role), (from, until));
    let owner = branch.acme.as_owner().await;
    roles::give(db, &owner, &give).await.unwrap();
}

fn between(
    branch: &Branch,
    (name, role): (&str, &Role),
    (starts_at, expires_at): (Option<Timestamp>, Option<Timestamp>),
) -> Give {
    Give {
        starts_at,
        expires_at,
        ..to(&branch.acme, name, &role.key)
    }
}

/// A snapshot that counts what it is asked.
struct Counted {
    tx: ReadTx,
    statements: usize,
}

impl Reads for Counted {
    fn now(&self) -> Timestamp {
        self.tx.now()
    }

    async fn rows(&mut self, query: impl Into<Query> + Send) -> Result<Vec<Row>, StoreError> {
        self.statements += 1;
        self.tx.rows(query).await
    }
}

/// How many statements a list asks about these people.
async fn statements(db: &TestDb, branch: &Branch, caller: &Caller, names: &[&str]) -> usize {
    let users: Vec<_> = names.iter().map(|name| branch.acme.id_of(name)).collect();
    let mut counted = Counted {
        tx: db.read().await.unwrap(),
        statements: 0,
    };
    roles::kept(&mut counted, caller, &users).await.unwrap();
    counted.statements
}

on_both! {
    async fn p64_p55_the_way_in_of_who_will_do_more_is_kept_from_today(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("mails.view", "all"), ("imports.run", "all")]).await;
        let strong = role(db, &branch.acme, "Strong", &[("leads.view", "all")]).await;
        let tomorrow = Some(db.now().plus_days(1));
        given(db, &branch, ("tess", &strong), (tomorrow, None)).await;
        users::forgot(db, &branch.acme.email_of("tess")).await.unwrap();
        let link = branch.acme.mails_to("tess").await.remove(0);
        let dina = branch.dina().await;
        let tess = branch.acme.id_of("tess");
        for (act, kind) in acts(db, &branch, &dina, "tess").await {
            // A picture lets nobody in.
            let wanted = Some(problem::OUTRANKED.code).filter(|_| !act.ends_with("picture"));
            assert_eq!(kind.map(|kind| kind.code), wanted, "{act}");
        }
        let edit = Edit { email: Some("dina@elsewhere.example".to_owned()), ..Edit::default() };
        assert_eq!(users::edit(db, &dina, tess, &edit).await.unwrap_err().problem(), &problem::OUTRANKED);
        let text = format!("E-mail,Position\n{},Porter\n", branch.acme.email_of("tess"));
        let import = checked(db, &dina, ImportKind::Users, &text, |options| options.update = true).await;
        assert_eq!(crate::imports::said(db, &dina, import.id).await, [(2, Verdict::Problem, Some(Reason::PersonBeyond))]);
        let mut tx = db.read().await.unwrap();
        let opened = mail::open_link(&mut tx, &dina, link.id).await.unwrap().unwrap();
        assert!(opened.mail.token().is_none_or(str::is_empty), "no link lets her in as tess");
        let kept = roles::kept(&mut tx, &dina, &[tess, branch.acme.id_of("nick")]).await.unwrap();
        for key in [Key::EditUsers, Key::ResetPasswords, Key::AssignRoles] {
            assert!(!kept.lets(key, tess) && kept.lets(key, branch.acme.id_of("nick")), "{key:?}: no list offers it");
        }
    }

    async fn p64_p55_the_way_in_of_who_will_fall_back_to_more_is_kept_from_today(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        let strong = role(db, &branch.acme, "Strong", &[("leads.view", "all")]).await;
        let owner = branch.acme.as_owner().await;
        let (tess, nick) = (branch.acme.id_of("tess"), branch.acme.id_of("nick"));
        given(db, &branch, ("tess", &branch.plain), (None, Some(db.now().plus_days(1)))).await;
        given(db, &branch, ("nick", &branch.plain), (None, None)).await;
        let dina = branch.dina().await;
        users::end_sessions(db, &dina, tess, "").await.unwrap();
        roles::make_default(db, &owner, &strong.key, "").await.unwrap();
        assert_eq!(users::end_sessions(db, &dina, tess, "").await.unwrap_err().problem(), &problem::OUTRANKED);
        users::end_sessions(db, &dina, nick, "").await.unwrap();
        let mut tx = db.read().await.unwrap();
        let kept = roles::kept(&mut tx, &dina, &[tess, nick]).await.unwrap();
        assert!(!kept.lets(Key::ResetPasswords, tess) && kept.lets(Key::ResetPasswords, nick));
    }

    async fn p64_p55_nobody_administers_others_by_what_is_his_when_a_role_ends(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("roles.edit", "all")]).await;
        let acme = &branch.acme;
        let (owner, dina) = (acme.as_owner().await, branch.dina().await);
        let tomorrow = Some(db.now().plus_days(1));
        let clerk = role(db, acme, "Clerk", &[("users.edit", "team"), ("own.edit", "all")]).await;
        let looks = role(db, acme, "Looks", &[("users.view", "all")]).await;
        for name in ["tess", "nick", "otto", "mara", "olena"] {
            give(db, acme, name, &looks).await;
        }
        // In South, too, nick would administer otto from tomorrow on; tess would have North alone.
        roles::make_default(db, &owner, &clerk.key, "").await.unwrap();
        let ends = between(&branch, ("nick", &looks), (None, tomorrow));
        assert_eq!(roles::give(db, &dina, &ends).await.unwrap_err().problem(), &problem::OUTRANKED);
        let take = Take { user: acme.id_of("nick"), role: looks.key.clone(), reason: String::new() };
        assert_eq!(roles::take(db, &dina, &take).await.unwrap_err().problem(), &problem::OUTRANKED);
        assert_eq!(roles::delete(db, &dina, &looks.key, "").await.unwrap_err().problem(), &problem::OUTRANKED);
        roles::give(db, &dina, &between(&branch, ("tess", &looks), (None, tomorrow))).await.unwrap();
        // The same by another default role, or by what the default one says.
        roles::make_default(db, &owner, &branch.plain.key, "").await.unwrap();
        roles::give(db, &owner, &ends).await.unwrap();
        let wider = RoleEdit { words: said(&[("users.edit", "team")], &[]), ..RoleEdit::default() };
        assert_eq!(roles::make_default(db, &dina, &clerk.key, "").await.unwrap_err().problem(), &problem::OUTRANKED);
        assert_eq!(roles::edit(db, &dina, &branch.plain.key, &wider).await.unwrap_err().problem(), &problem::OUTRANKED);
        give(db, acme, "nick", &looks).await;
        roles::make_default(db, &dina, &clerk.key, "").await.unwrap();
        roles::edit(db, &dina, &branch.plain.key, &wider).await.unwrap();
    }

    async fn p55_a_stronger_role_for_a_time_keeps_nobody_from_the_default_one(db: &TestDb) {
        let branch = Branch::new(db, "all").await;
        branch.say(db, &[("roles.edit", "all")]).await;
        let strong = role(db, &branch.acme, "Strong", &[("leads.view", "all")]).await;
        let other = role(db, &branch.acme, "Other", &[("users.view", "all")]).await;
        given(db, &branch, ("tess", &strong), (None, Some(db.now().plus_days(1)))).await;
        let dina = branch.dina().await;
        let less = |extent| RoleEdit { words: said(&[("own.edit", extent)], &[]), ..RoleEdit::default() };
        roles::edit(db, &dina, &branch.plain.key, &less("none")).await.unwrap();
        roles::make_default(db, &dina, &other.key, "").await.unwrap();
        roles::make_default(db, &dina, &branch.plain.key, "").await.unwrap();
        // Whoever has the default one beside the stronger one is concerned today.
        given(db, &branch, ("tess", &branch.plain), (None, None)).await;
        let refused = roles::edit(db, &dina, &branch.plain.key, &less("all")).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED);
    }

    async fn p64_p55_nobody_is_the_measure_of_those_who_are_like_him(db: &TestDb) {
        let branch = Branch::new(db, "all").await;
        let strong = role(db, &branch.acme, "Strong", &[("leads.view", "all")]).await;
        give(db, &branch.acme, "tess", &branch.delegate).await;
        let tomorrow = Some(db.now().plus_days(1));
        for name in ["dina", "tess"] {
            given(db, &branch, (name, &strong), (tomorrow, None)).await;
        }
        let dina = branch.dina().await;
        let (own, tess) = (branch.acme.id_of("dina"), branch.acme.id_of("tess"));
        let mut tx = db.read().await.unwrap();
        let kept = roles::kept(&mut tx, &dina, &[own, tess]).await.unwrap();
        assert!(!kept.lets(Key::AssignRoles, tess) && kept.lets(Key::AssignRoles, own));
    }

    async fn p64_many_delegates_are_looked_at_by_as_many_statements_as_one(db: &TestDb) {
        let branch = Branch::new(db, "subordinates").await;
        for name in ["tess", "nick"] {
            give(db, &branch.acme, name, &branch.delegate).await;
        }
        let dina = branch.dina().await;
        let one = statements(db, &branch, &dina, &["tess"]).await;
        assert_eq!(statements(db, &branch, &dina, &["tess", "nick"]).await, one);
        let owner = branch.acme.as_owner().await;
        assert_eq!(statements(db, &branch, &owner, &["tess", "nick"]).await, 0, "for admins nothing is asked");
    }

    async fn p64_a_role_that_many_delegates_hold_is_edited_within_the_part_of_the_editor(db: &TestDb) {
        let branch = Branch::new(db, "team").await;
        branch.say(db, &[("roles.edit", "all")]).await;
        let acme = &branch.acme;
        let dina = branch.dina().await;
        let helper = role(db, acme, "Helper", &[("own.edit", "all")]).await;
        for name in ["tess", "nick"] {
            give(db, acme, name, &helper).await;
        }
        let wider = RoleEdit { words: said(&far("team"), &[]), ..RoleEdit::default() };
        assert_eq!(roles::edit(db, &dina, &helper.key, &wider).await.unwrap_err().problem(), &problem::OUTRANKED, "nick would have South");
        seatwise_domain::teams::remove_member(db, &acme.as_owner().await, branch.south, acme.id_of("nick"), "").await.unwrap();
        roles::edit(db, &dina, &helper.key, &wider).await.unwrap();
    }
}
