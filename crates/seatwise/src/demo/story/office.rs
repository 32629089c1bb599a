//! Who stands where beside the teams: positions, a group with leads that are shared with it, and groups whose members
//! see each other's leads.

use seatwise_domain::authz::Party;
use seatwise_domain::groups::{self, NewGroup};
use seatwise_domain::ids::PositionId;
use seatwise_domain::positions;
use seatwise_domain::sharing::{self, Access, NewRule, NewShare};

use super::super::cast::Cast;
use super::super::people::{MANAGER, OWNER, SALESPERSON};
use crate::failure::Failure;

/// A tree of six positions, from the top.
const POSITIONS: [(&str, Option<&str>, &[&str]); 6] = [
    ("Managing director", None, &[OWNER.1]),
    ("Head of sales", Some("Managing director"), &[MANAGER]),
    (
        "Regional sales",
        Some("Head of sales"),
        &["agnieszka.wisniewska"],
    ),
    (
        "Key accounts",
        Some("Regional sales"),
        &["matthias.huber", "iryna.melnyk"],
    ),
    (
        "Field sales",
        Some("Regional sales"),
        &[SALESPERSON, "zuzana.dvorakova", "liu.yang"],
    ),
    ("Back office", Some("Managing director"), &[]),
];

/// Draws the chart, gathers a group for the fair and shares with it, and lets two groups look at each other's leads.
pub async fn arrange(cast: &Cast<'_>) -> Result<(), Failure> {
    let manager = cast.caller(MANAGER).await?;
    let mut made: Vec<(&str, PositionId)> = Vec::new();
    for (name, above, holders) in POSITIONS {
        let found = made.iter().find(|(name, _)| Some(*name) == above);
        let parent = found.map(|(_, id)| *id);
        let position = positions::create(cast.db, &manager, name, parent, "").await?;
        for holder in holders {
            let user = cast.id(holder)?;
            let to = Some(position.id);
            positions::hold(cast.db, &manager, user, to, "The new chart.").await?;
        }
        made.push((name, position.id));
    }
    let fair = groups::create(cast.db, &manager, "Fair in Munich").await?;
    for member in [SALESPERSON, "matthias.huber", "iryna.melnyk"] {
        let user = cast.id(member)?;
        groups::add_member(cast.db, &manager, fair.id, user, "").await?;
    }
    let mut above = None;
    for (name, members) in [
        ("Large roofs", ["thomas.becker", "anneliese.kuehn"]),
        ("Large roofs, tenders", ["bjoern.soerensen", "oemer.yildiz"]),
    ] {
        let new = NewGroup {
            name: name.to_owned(),
            parent: above,
            visible: Some(true),
            reason: "They answer each other's customers.".to_owned(),
        };
        let group = groups::create_within(cast.db, &manager, &new).await?;
        for member in members {
            let user = cast.id(member)?;
            groups::add_member(cast.db, &manager, group.id, user, "").await?;
        }
        above = Some(group.id);
    }
    let rule = NewRule {
        from: Party::User(cast.id("liu.yang")?),
        to: Party::Group(fair.id),
        access: Access::Read,
        reason: "They prepare the fair together.".to_owned(),
    };
    sharing::create_rule(cast.db, &manager, &rule).await?;
    let seller = cast.caller(SALESPERSON).await?;
    let own = cast.work.get(&cast.id(SALESPERSON)?);
    let open = own
        .into_iter()
        .flatten()
        .filter(|work| matches!(work.stage.as_str(), "prospecting" | "engaging"));
    for (work, access) in open.zip([Access::Edit, Access::Read]) {
        let new = NewShare {
            lead: work.id,
            with: Party::User(cast.id("matthias.huber")?),
            access,
            reason: "Stands in during the fair.".to_owned(),
        };
        sharing::share(cast.db, &seller, &new).await?;
    }
    Ok(())
}
