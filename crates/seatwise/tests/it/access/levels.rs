//! What the levels are for: admins reach everything (N9), leading a team is a level of its own (N6), and a team seat
//! administers nothing, whatever is given to whom sits on it (Z39).

use seatwise_domain::args;
use seatwise_domain::authz::{Caller, EditRecords, Key, Level};
use seatwise_domain::problem::ToProblem as _;
use seatwise_domain::records::{self, LeadChange, LeadFilter, Sort};
use seatwise_domain::roles::{self, Give, NewRole, Words};
use seatwise_domain::store::{PageSize, Sql};
use seatwise_domain::teams;
use seatwise_domain::tenants::{self, EditAccountCommand, Plan};
use seatwise_testkit::{TestDb, on_both};

use crate::crm::Crm;

/// An account on the plan that has teams, with them on or off.
async fn switch_teams(crm: &Crm<'_>, by: &Caller, on: bool) {
    let command = EditAccountCommand {
        teams_on: Some(on),
        ..EditAccountCommand::default()
    };
    tenants::edit(crm.db, by, &command).await.unwrap();
}

async fn leads_teams(crm: &Crm<'_>, name: &str) -> (bool, bool) {
    let caller = crm.caller(name).await;
    (caller.leads_teams(), caller.can(Key::AssignRecords))
}

on_both! {
    async fn n6_with_teams_on_there_are_managers_and_several_teams(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        for name in ["mona", "anna"] {
            crm.user(name).await;
        }
        crm.person("adam", "admin", "active", "regular").await;
        let plan = Plan::of("dream-team");
        tenants::set_plan(db, &Caller::operator(crm.tenant), plan, "").await.unwrap();
        let adam = crm.caller("adam").await;
        for (team, leads) in [("North", "mona"), ("South", "anna")] {
            let team = teams::create(db, &adam, team).await.unwrap();
            teams::add_members(db, &adam, team.id, &[crm.id(leads)], true, "").await.unwrap();
        }
        switch_teams(&crm, &adam, false).await;
        assert_eq!(leads_teams(&crm, "mona").await, (false, false), "without teams there are two levels");
        switch_teams(&crm, &adam, true).await;
        for name in ["mona", "anna"] {
            assert_eq!(leads_teams(&crm, name).await, (true, true), "{name}");
            assert_eq!(crm.caller(name).await.level(), Level::User);
        }
    }

    async fn n9_an_admin_reads_and_edits_all_leads_of_all_users_and_teams(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.person("adam", "admin", "active", "regular").await;
        for name in ["anna", "carl"] {
            crm.user(name).await;
        }
        let mut leads = Vec::new();
        for owner in [Some("anna"), Some("carl"), None] {
            leads.extend(crm.leads(owner, 2).await);
        }
        crm.set_visibility("own").await;
        let scope = crm.view("adam").await;
        let mut tx = crm.read().await;
        let filter = LeadFilter::default();
        let page = records::list(&mut tx, &scope, &filter, Sort::Newest, None, PageSize::new(50)).await;
        drop(tx);
        let mut listed: Vec<_> = page.unwrap().items.into_iter().map(|row| row.id).collect();
        listed.sort_unstable();
        leads.sort_unstable();
        assert_eq!(listed, leads);
        let adam = crm.caller("adam").await;
        adam.records::<EditRecords>().unwrap();
        for (number, lead) in leads.iter().enumerate() {
            let change = LeadChange { title: Some(format!("Seen {number}")), ..LeadChange::default() };
            records::edit(db, &adam, *lead, &change).await.unwrap();
            let found = records::find(&mut crm.read().await, &scope, *lead).await.unwrap().unwrap();
            assert_eq!(found.row.title, format!("Seen {number}"));
        }
    }

    async fn z39_nobody_on_a_team_seat_holds_what_admins_administer_with(db: &TestDb) {
        let mut crm = Crm::new(db).await;
        crm.person("tina", "user", "active", "team").await;
        crm.user("boss").await;
        let owner = crm.caller("olga").await;
        let all = Key::ALL.iter().filter(|key| !key.is_owners());
        let grants = all.map(|key| (key.as_str().to_owned(), "all".to_owned())).collect();
        let new = NewRole { name: "Boss".to_owned(), words: Words { grants, ..Words::default() }, ..NewRole::default() };
        let boss = roles::create(db, &owner, &new).await.unwrap();
        let give = |name: &str| Give { users: vec![crm.id(name)], role: boss.key.clone(), starts_at: None, expires_at: None, reason: String::new() };
        let refused = roles::give(db, &owner, &give("tina")).await.unwrap_err();
        assert_eq!(refused.problem().code, "role-needs-seat");
        roles::give(db, &owner, &give("boss")).await.unwrap();
        assert!(crm.caller("boss").await.can(Key::EditUsers));
        // Whoever had it before he came to sit on a team seat, and even an admin.
        for (name, level) in [("boss", "user"), ("tina", "admin")] {
            let sit = Sql::default().push(
                "update users set seat_kind = 'team', level = $? where tenant_id = $? and id = $?",
                args![level, crm.tenant, crm.id(name)],
            );
            crm.change(sit).await;
            let caller = crm.caller(name).await;
            let may: Vec<&str> = Key::ALL.iter().filter(|key| caller.can(**key)).map(|key| key.as_str()).collect();
            assert_eq!(may, ["leads.view", "leads.note", "own.edit"], "{name}");
        }
    }
}
