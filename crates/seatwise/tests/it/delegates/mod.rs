//! Somebody administers a part of the people, and gives some roles only (P64): the acts, who comes in, what files bring,
//! the ways round, and what the pages offer.

mod acts;
mod choices;
mod days;
mod doors;
mod files;
mod givable;
mod newcomers;
mod role_acts;
mod told;
mod ways_round;

use seatwise_domain::authz::Caller;
use seatwise_domain::ids::{PositionId, TeamId};
use seatwise_domain::roles::{self, GivableWords, NewRole, Role, RoleEdit, Words};
use seatwise_domain::{positions, teams};
use seatwise_testkit::TestDb;
use seatwise_testkit::tenant::Tenant;

use crate::roles::{give, role, said};

/// What can go to a part of the people.
const KEYS: [&str; 6] = [
    "users.invite",
    "users.edit",
    "users.deactivate",
    "users.reactivate",
    "users.reset-password",
    "roles.assign",
];

/// With these somebody changes teams, positions and settings of the whole account.
const PLACES: [(&str, &str); 8] = [
    ("leads.view", "all"),
    ("leads.edit", "all"),
    ("leads.note", "all"),
    ("statistics.view", "all"),
    ("teams.edit", "all"),
    ("positions.edit", "all"),
    ("account.edit", "all"),
    ("service-users.edit", "all"),
];

/// dina administers a part: tess and nick by her team North and below her position Desk at the Till; otto is in South
/// and holds none, mara stands above dina. Everybody else may do nothing but look.
struct Branch {
    acme: Tenant,
    north: TeamId,
    south: TeamId,
    head: PositionId,
    desk: PositionId,
    till: PositionId,
    plain: Role,
    delegate: Role,
}

/// The words of a role that goes so far with everything about people.
fn far(extent: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut words = vec![("users.view", "all"), ("own.edit", "all")];
    words.extend(KEYS.map(|key| (key, extent)));
    words
}

impl Branch {
    async fn new(db: &TestDb, extent: &'static str) -> Self {
        let acme = db.tenant().named(&format!("Acme {extent}")).seats(600);
        let acme = acme.user("dina").user("tess").user("nick");
        let acme = acme
            .user("otto")
            .user("mara")
            .pending("olena")
            .build()
            .await;
        let owner = acme.as_owner().await;
        let plain = role(
            db,
            &acme,
            "Plain",
            &[("own.edit", "all"), ("users.view", "all")],
        )
        .await;
        roles::make_default(db, &owner, &plain.key, "")
            .await
            .unwrap();
        let delegate = role(db, &acme, "Delegate", &far(extent)).await;
        give(db, &acme, "dina", &delegate).await;
        let team = async |name: &str, people: &[&str]| {
            let team = teams::create(db, &owner, name).await.unwrap().id;
            let people: Vec<_> = people.iter().map(|name| acme.id_of(name)).collect();
            teams::add_members(db, &owner, team, &people, false, "")
                .await
                .unwrap();
            team
        };
        let north = team("North", &["dina", "tess", "nick"]).await;
        let south = team("South", &["otto", "nick"]).await;
        let place = async |name: &str, above: Option<PositionId>, people: &[&str]| {
            let made = positions::create(db, &owner, name, above, "")
                .await
                .unwrap()
                .id;
            for name in people {
                positions::hold(db, &owner, acme.id_of(name), Some(made), "")
                    .await
                    .unwrap();
            }
            made
        };
        let head = place("Head", None, &["mara"]).await;
        let desk = place("Desk", Some(head), &["dina"]).await;
        let till = place("Till", Some(desk), &["tess", "nick"]).await;
        Self {
            acme,
            north,
            south,
            head,
            desk,
            till,
            plain,
            delegate,
        }
    }

    async fn dina(&self) -> Caller {
        self.acme.as_user("dina").await
    }

    /// The role of delegates says something else from now on.
    async fn say(&self, db: &TestDb, grants: &[(&str, &str)]) {
        let edit = RoleEdit {
            words: said(grants, &[]),
            ..RoleEdit::default()
        };
        let owner = self.acme.as_owner().await;
        roles::edit(db, &owner, &self.delegate.key, &edit)
            .await
            .unwrap();
    }

    /// Which roles the delegates may give.
    async fn list(&self, db: &TestDb, role: &Role, givable: Option<&[&Role]>) {
        let edit = RoleEdit {
            words: Words {
                givable: Some(match givable {
                    None => GivableWords::Any,
                    Some(roles) => {
                        let keys = roles.iter().map(|role| role.key.to_string());
                        GivableWords::Only(keys.collect())
                    }
                }),
                ..Words::default()
            },
            ..RoleEdit::default()
        };
        let owner = self.acme.as_owner().await;
        roles::edit(db, &owner, &role.key, &edit).await.unwrap();
    }
}

/// A second role of the same account.
async fn another(db: &TestDb, acme: &Tenant, name: &str, words: Words) -> Role {
    let new = NewRole {
        name: name.to_owned(),
        words,
        ..NewRole::default()
    };
    roles::create(db, &acme.as_owner().await, &new)
        .await
        .unwrap()
}
