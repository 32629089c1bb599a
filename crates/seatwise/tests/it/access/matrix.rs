//! The golden matrix: level and role, seat kind, privacy and relation to a lead, against what can be done with it.
//! A table for a person to read and review; a changed cell is a decision.

use std::fmt::Write as _;

use seatwise_domain::authz::{
    AssignRecords, Caller, EditRecords, ExportRecords, NoteRecords, Party, RecordAction,
    ShareRecords, ViewRecords, Visibility,
};
use seatwise_domain::ids::RecordId;
use seatwise_domain::records;
use seatwise_domain::sharing::{self, Access, NewShare};
use seatwise_domain::tenants::{self, EditAccountCommand};
use seatwise_domain::{positions, teams};
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use crate::roles::{give, role};

/// Who looks, and what he is.
const PEOPLE: [(&str, &str); 8] = [
    ("anna", "sales"),
    ("mia", "team manager"),
    ("boss", "superior"),
    ("fin", "role: view and export all"),
    ("sid", "role: own only, assigns to all"),
    ("tina", "team seat"),
    ("cem", "admin"),
    ("owner", "owner"),
];

const RELATIONS: [&str; 7] = [
    "own",
    "teammate's",
    "of below",
    "a stranger's",
    "shared, read",
    "shared, edit",
    "nobody's",
];

async fn may<A: RecordAction>(db: &TestDb, caller: &Caller, lead: RecordId) -> bool {
    let Ok(scope) = caller.records::<A>() else {
        return false;
    };
    let mut tx = db.read().await.unwrap();
    records::find(&mut tx, &scope, lead)
        .await
        .unwrap()
        .is_some()
}

/// One letter for each act, a dot for what is refused.
async fn cell(db: &TestDb, caller: &Caller, lead: Option<RecordId>) -> String {
    let Some(lead) = lead else {
        return "(none)".to_owned();
    };
    let answers = [
        ('V', may::<ViewRecords>(db, caller, lead).await),
        ('E', may::<EditRecords>(db, caller, lead).await),
        ('N', may::<NoteRecords>(db, caller, lead).await),
        ('A', may::<AssignRecords>(db, caller, lead).await),
        ('S', may::<ShareRecords>(db, caller, lead).await),
        ('X', may::<ExportRecords>(db, caller, lead).await),
    ];
    answers
        .map(|(letter, yes)| if yes { letter } else { '.' })
        .iter()
        .collect()
}

/// One lead of each relation for somebody.
async fn leads_for(db: &TestDb, acme: &Tenant, name: &str) -> [Option<RecordId>; 7] {
    let giver = acme
        .as_user(if name == "owner" { "cem" } else { "owner" })
        .await;
    let of = async |who: &str| acme.add_leads(who, "prospecting", 1).await[0];
    let own = if name == "tina" {
        None
    } else {
        Some(of(name).await)
    };
    let (read, edit) = (of("zoe").await, of("zoe").await);
    for (lead, access) in [(read, Access::Read), (edit, Access::Edit)] {
        let new = NewShare {
            lead,
            with: Party::User(acme.id_of(name)),
            access,
            reason: String::new(),
        };
        sharing::share(db, &giver, &new).await.unwrap();
    }
    let nobodys = acme
        .all_leads()
        .await
        .into_iter()
        .find(|lead| lead.owner.is_none())
        .unwrap()
        .id;
    [
        own,
        Some(of("mate").await),
        Some(of("dave").await),
        Some(of("zoe").await),
        Some(read),
        Some(edit),
        Some(nobodys),
    ]
}

async fn company(db: &TestDb) -> Tenant {
    let users = ["anna", "mia", "boss", "fin", "sid", "mate", "dave", "zoe"];
    let mut made = db
        .tenant()
        .team_seats(1)
        .admin("cem")
        .team_user("tina")
        .leads("", 1);
    for name in users {
        made = made.user(name);
    }
    let acme = made.build().await;
    let owner = acme.as_owner().await;
    let nord = teams::create(db, &owner, "Nord").await.unwrap().id;
    let members: Vec<_> = ["anna", "boss", "fin", "sid", "tina", "mate"]
        .map(|name| acme.id_of(name))
        .to_vec();
    teams::add_members(db, &owner, nord, &members, false, "")
        .await
        .unwrap();
    teams::add_members(db, &owner, nord, &[acme.id_of("mia")], true, "")
        .await
        .unwrap();
    let head = positions::create(db, &owner, "Head", None, "")
        .await
        .unwrap()
        .id;
    let desk = positions::create(db, &owner, "Desk", Some(head), "")
        .await
        .unwrap()
        .id;
    positions::hold(db, &owner, acme.id_of("boss"), Some(head), "")
        .await
        .unwrap();
    positions::hold(db, &owner, acme.id_of("dave"), Some(desk), "")
        .await
        .unwrap();
    let finance = role(
        db,
        &acme,
        "Finance",
        &[("leads.view", "all"), ("leads.export", "all")],
    )
    .await;
    give(db, &acme, "fin", &finance).await;
    let desk = role(
        db,
        &acme,
        "Desk",
        &[
            ("leads.view", "own"),
            ("leads.edit", "all"),
            ("leads.assign", "all"),
        ],
    )
    .await;
    give(db, &acme, "sid", &desk).await;
    acme
}

on_both! {
    async fn n25_p50_p51_what_each_may_do_with_which_lead(db: &TestDb) {
        let acme = company(db).await;
        let owner = acme.as_owner().await;
        let mut text = "V see, E edit, N note, A assign, S share, X export; teams and superiors are on\n".to_owned();
        let mut leads = Vec::new();
        for (name, _) in PEOPLE {
            leads.push(leads_for(db, &acme, name).await);
        }
        for visibility in Visibility::ALL {
            let set = EditAccountCommand { visibility: Some(visibility), teams_on: Some(true), superiors_see: Some(true), ..EditAccountCommand::default() };
            tenants::edit(db, &owner, &set).await.unwrap();
            write!(text, "\n{:<32}", format!("privacy: {}", visibility.as_str())).unwrap();
            for relation in RELATIONS {
                write!(text, "{relation:<14}").unwrap();
            }
            for ((name, what), leads) in PEOPLE.iter().zip(&leads) {
                let caller = acme.as_user(name).await;
                write!(text, "\n{what:<32}").unwrap();
                for lead in leads {
                    write!(text, "{:<14}", cell(db, &caller, *lead).await).unwrap();
                }
            }
            text.push('\n');
        }
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        insta::assert_snapshot!("what-each-may-do", lines.join("\n"));
    }
}
