//! A role for several people who were ticked in the list.

use axum::http::StatusCode;
use seatwise_domain::audit::EventKind;
use seatwise_domain::authz::Key;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};
use crate::roles::role;

on_both! {
    async fn k2_d7_several_people_get_a_role_after_a_look_at_what_it_does(db: &TestDb) {
        let acme = db.tenant().team_seats(1).user("anna").user("ben").user("cleo").team_user("tina").build().await;
        let finance = role(db, &acme, "Finance", &[("leads.view", "all"), ("own.edit", "all")]).await;
        let mut owner = signed_in(db, &acme, "owner").await;
        let home = format!("/a/{}/users", acme.slug);
        assert!(owner.get(&home).await.text().contains(&format!("formaction=\"{home}/bulk/role\"")));
        let path = format!("{home}/bulk/role");
        let ids: Vec<String> = ["anna", "ben", "tina"].iter().map(|name| acme.id_of(name).to_string()).collect();
        let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("id[]", id.as_str())).collect();
        fields.push(("next", &home));
        let form = owner.post(&path, &fields).await;
        let text = words(&form.text());
        assert_eq!(form.status, StatusCode::OK, "{text}");
        assert!(text.contains("Give a role to 2 users") && text.contains("anna, ben"), "{text}");
        assert!(text.contains("Left out, since a team seat has a role of its own: tina"), "{text}");
        let key = finance.key.to_string();
        fields.extend([("role", key.as_str()), ("reason", "Year's end")]);
        let lines = acme.audit().await.len();
        let asked = owner.post(&path, &fields).await;
        let text = words(&asked.text());
        assert_eq!(asked.status, StatusCode::OK, "{text}");
        assert!(text.contains("2 people") && text.contains("Give"), "{text}");
        assert_eq!(acme.audit().await.len(), lines, "nothing is given before it was seen");
        fields.push(("confirmed", "yes"));
        let done = owner.post(&path, &fields).await;
        assert_eq!(done.header("location"), home);
        assert!(words(&owner.follow(done).await.text()).contains("The role is given to 2 users."));
        for (name, has) in [("anna", false), ("ben", false), ("cleo", true)] {
            let caller = acme.as_user(name).await;
            assert_eq!(caller.can(Key::CreateRecords), has, "{name}");
        }
        let audit = acme.audit().await;
        let told = audit.iter().filter(|line| line.kind == EventKind::RolesChanged && line.reason.as_deref() == Some("Year's end"));
        assert_eq!(told.count(), 2, "each history says it");
    }

    async fn k2_who_chose_nobody_or_may_give_nothing_is_told_so(db: &TestDb) {
        let acme = db.tenant().team_seats(1).user("anna").team_user("tina").build().await;
        let path = format!("/a/{}/users/bulk/role", acme.slug);
        let mut owner = signed_in(db, &acme, "owner").await;
        let nobody = owner.post(&path, &[]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(words(&nobody.text()).contains("Tick at least one user in the list"));
        let tina = acme.id_of("tina").to_string();
        let seat = owner.post(&path, &[("id[]", &tina)]).await;
        assert_eq!(seat.status, StatusCode::CONFLICT, "{}", words(&seat.text()));
        let mut anna = signed_in(db, &acme, "anna").await;
        let own = acme.id_of("anna").to_string();
        let refused = anna.post(&path, &[("id[]", &own), ("role", "sales"), ("confirmed", "yes")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
}
