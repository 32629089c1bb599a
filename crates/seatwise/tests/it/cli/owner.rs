//! What the operator does from a shell about owners, plans, roles and access.

use seatwise_domain::authz::Caller;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_testkit::{TestDb, on_both};

use super::Program;
use super::people::account;

on_both! {
    async fn n59_another_owner_is_made_from_a_shell_after_a_look(db: &TestDb) {
        let acme = db.tenant().admin("bohdan").pending("petra").leaver("lena").build().await;
        let program = Program::on(db);
        let bohdan = acme.email_of("bohdan");
        let words = ["tenant", "owner", "--account", "acme", "--to", &bohdan, "--reason", "Lost", "--json"];
        let seen = program.run(&words).good().json();
        assert_eq!((&seen["dry_run"], &seen["owner"]["name"]), (&true.into(), &"bohdan".into()));
        assert_eq!(program.run(&["user", "list", "--json"]).good().json().as_array().unwrap().iter().filter(|user| user["level"] == "owner").map(|user| user["name"].clone()).collect::<Vec<_>>(), ["owner"]);
        let told = program.run(&words[..8]).good().out;
        assert!(told.contains("--yes does it") && told.contains("Hand over the ownership"), "{told}");
        let done = program.run(&[&words[..], &["--yes"]].concat()).good().json();
        assert_eq!((&done["dry_run"], &done["former_owner"]["name"]), (&false.into(), &"owner".into()));
        assert_eq!(acme.audit().await[0].actor_kind.as_str(), "operator");
        for (name, code, error) in [("petra", 4, "new-owner-pending"), ("lena", 4, "new-owner-deactivated"), ("bohdan", 4, "new-owner-is-owner")] {
            let email = acme.email_of(name);
            let ran = program.run(&["tenant", "owner", "--account", "acme", "--to", &email, "--reason", "x", "--yes", "--json"]);
            assert_eq!((ran.code, ran.error().as_str()), (Some(code), error), "{name}");
        }
        let ran = program.run(&["tenant", "owner", "--account", "acme", "--to", "nobody@x.example", "--reason", "x", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(5), "no-such-user"));
    }

    async fn n7_the_operator_sets_the_plan_and_a_plan_without_teams_refuses_them(db: &TestDb) {
        let acme = db.tenant().build().await;
        let program = Program::on(db);
        assert_eq!(program.run(&["tenant", "plan", "acme", "--json"]).good().json()["plan"], "seatwise");
        let set = program.run(&["tenant", "plan", "acme", "--set", "starter", "--reason", "Smaller", "--json"]).good().json();
        assert_eq!((&set["plan"], &set["teams_on"], &set["teams_switched_off"]), (&"starter".into(), &false.into(), &true.into()));
        let on = EditAccountCommand { teams_on: Some(true), ..EditAccountCommand::default() };
        let refused = tenants::edit(db, &acme.as_owner().await, &on).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::PLAN_WITHOUT_TEAMS);
        assert!(refused.values().iter().any(|(_, plans)| plans.contains("Dream Team")));
        let mine = tenants::set_plan(db, &acme.as_owner().await, tenants::Plan::of("dream-team"), "").await;
        assert_eq!(mine.unwrap_err().problem(), &problem::DENIED, "nobody of the account chooses its plan");
        program.run(&["tenant", "plan", "acme", "--set", "dream-team"]).good();
        tenants::edit(db, &acme.as_owner().await, &on).await.unwrap();
        let ran = program.run(&["tenant", "plan", "acme", "--set", "gold", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(2), "usage"));
        assert!(ran.err.contains("sales-essentials"), "{}", ran.err);
    }

    async fn p62_access_is_explained_and_roles_are_shown_at_a_shell(db: &TestDb) {
        let acme = db.tenant().user("anna").user("boris").leads("boris", 1).build().await;
        let own = EditAccountCommand { visibility: Some(seatwise_domain::authz::Visibility::Own), ..EditAccountCommand::default() };
        tenants::edit(db, &Caller::operator(acme.id), &own).await.unwrap();
        let program = Program::on(db);
        let lead = acme.leads_of("boris").await[0].id.to_string();
        let (anna, boris) = (acme.email_of("anna"), acme.email_of("boris"));
        let words = ["access", "check", "--account", "acme", "--user", &anna, "--lead", &lead];
        let no = program.run(&[&words[..], &["--json"]].concat()).good().json();
        assert_eq!((&no["allowed"], &no["permission"]), (&false.into(), &"leads.view".into()));
        assert!(no["remedies"].as_array().is_some_and(|all| !all.is_empty()), "{no}");
        let told = program.run(&words).good().out;
        assert!(told.contains("See leads") && told.contains("What would allow it"), "{told}");
        let yes = program.run(&["access", "check", "--user", &boris, "--lead", &lead, "--json"]).good().json();
        assert_eq!(yes["allowed"], true);
        let ran = program.run(&["access", "check", "--user", &anna, "--permission", "leads.fold", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(2), "usage"));
        let roles = program.run(&["role", "list", "--json"]).good().json();
        assert_eq!((&roles[0]["name"], &roles[0]["is_default"]), (&"Sales".into(), &true.into()));
        let shown = program.run(&["role", "show", "sales", "--json"]).good().json();
        assert_eq!(shown["grants"]["leads.view"], "privacy");
        let ran = program.run(&["role", "show", "king", "--json"]);
        assert_eq!((ran.code, ran.error().as_str()), (Some(5), "role-unknown"));
        assert!(ran.err.contains("Team user"), "the known ones are named: {}", ran.err);
    }

    async fn k9_somebody_is_invited_with_a_role_from_a_shell(db: &TestDb) {
        let program = Program::on(db);
        account(&program, "3");
        let refused = program.run(&["user", "invite", "x@nordwind.example", "--role", "King", "--json"]);
        assert_eq!((refused.code, refused.error().as_str()), (Some(5), "role-unknown"));
        assert!(refused.err.contains("Sales"), "{}", refused.err);
        program.run(&["user", "invite", "x@nordwind.example", "--role", "Sales"]).good();
        let seats = program.run(&["tenant", "seats", "nordwind-solar", "--json"]).good().json();
        assert_eq!(seats[0]["used"], 2, "the refused one took no seat");
    }
}
