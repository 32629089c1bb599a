//! A newcomer's role: chosen from the list, or made in the same act (K9).

use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::{Key, SeatKind};
use seatwise_domain::problem::{self, ToProblem};
use seatwise_domain::roles::{NewRole, RoleKey};
use seatwise_domain::users::{self, Invite, RoleWish};
use seatwise_testkit::{TestDb, on_both};

use super::{give, members, role, said, set};

fn with(email: &str, role: RoleWish) -> Invite {
    Invite {
        role: Some(role),
        ..Invite::by_email(email)
    }
}

on_both! {
    async fn k9_a_newcomer_has_the_chosen_role_at_once(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let desk = role(db, &acme, "Desk", &[("leads.view", "all")]).await;
        let nele = users::invite(db, &owner, &with("nele@acme.example", RoleWish::Known(desk.key.clone()))).await.unwrap();
        acme.know("nele", nele.user.id);
        let plain = users::invite(db, &owner, &with("otto@acme.example", RoleWish::Known(RoleKey::sales()))).await.unwrap();
        acme.know("otto", plain.user.id);
        let found = members(db, &owner).await;
        assert_eq!(found, [("sales", 1), ("team-user", 0), ("Desk", 1)].map(|(name, count)| (name.to_owned(), count)));
        let log = acme.audit().await;
        let given: Vec<_> = log.iter().filter(|line| line.kind == EventKind::RolesChanged).collect();
        assert_eq!(given.len(), 1, "the default role is not given");
        assert_eq!(given[0].subject_id, Some(nele.user.id.0));
    }

    async fn k9_a_role_is_made_with_the_newcomer_or_neither_is(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let new = NewRole {
            name: "Warehouse".to_owned(),
            copy_of: Some(RoleKey::sales()),
            words: said(&[("leads.create", "none")], &[]),
            ..NewRole::default()
        };
        users::invite(db, &owner, &with("nele@acme.example", RoleWish::New(new.clone()))).await.unwrap();
        assert_eq!(members(db, &owner).await.last(), Some(&("Warehouse".to_owned(), 1)));
        let (lines, seats) = (acme.audit().await.len(), acme.seats().await.used);
        let taken = users::invite(db, &owner, &with("otto@acme.example", RoleWish::New(new))).await.unwrap_err();
        assert_eq!(taken.problem(), &problem::ROLE_NAME_TAKEN);
        let seated = Invite { seat_kind: SeatKind::Team, ..with("otto@acme.example", RoleWish::New(NewRole { name: "X".to_owned(), ..NewRole::default() })) };
        assert!(users::invite(db, &owner, &seated).await.is_err());
        let extra = set(db, &acme, "Extra", &[]).await;
        let only = users::invite(db, &owner, &with("otto@acme.example", RoleWish::Known(extra.key))).await.unwrap_err();
        assert_eq!(only.problem(), &problem::ROLE_IS_SET);
        assert_eq!((acme.audit().await.len(), acme.seats().await.used), (lines + 1, seats), "nobody was added, no seat taken");
        assert_eq!(members(db, &owner).await.len(), 4);
    }

    async fn p59_k9_an_inviter_gives_a_newcomer_no_more_than_he_has(db: &TestDb) {
        let acme = db.tenant().user("hanna").build().await;
        let export = role(db, &acme, "Export", &[("leads.export", "all")]).await;
        let inviter = role(db, &acme, "Inviter", &[("users.invite", "all"), ("users.view", "all"), ("roles.assign", "all"), ("leads.view", "all")]).await;
        let viewer = role(db, &acme, "Viewer", &[("leads.view", "own")]).await;
        give(db, &acme, "hanna", &inviter).await;
        let hanna = acme.as_user("hanna").await;
        let refused = users::invite(db, &hanna, &with("new@acme.example", RoleWish::Known(export.key))).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::OUTRANKED);
        let new = NewRole { name: "Own".to_owned(), ..NewRole::default() };
        let refused = users::invite(db, &hanna, &with("new@acme.example", RoleWish::New(new))).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::DENIED, "she makes no roles");
        users::invite(db, &hanna, &with("new@acme.example", RoleWish::Known(viewer.key))).await.unwrap();
        assert!(!hanna.can(Key::EditRoles));
    }
}
