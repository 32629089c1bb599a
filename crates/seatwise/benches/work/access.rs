//! Rows about access: what it adds to a request, lists of people who see others' leads, and the answer to "why".

use std::time::Duration;

use seatwise_domain::access::{self, Question};
use seatwise_domain::args;
use seatwise_domain::audit::Audit;
use seatwise_domain::authz::{Caller, Key, RecordScope, Source, ViewRecords, Visibility};
use seatwise_domain::ids::{PositionId, TeamId, UserId};
use seatwise_domain::positions;
use seatwise_domain::records::{self, LeadFilter, Sort};
use seatwise_domain::store::{PageSize, Sql};
use seatwise_domain::teams;
use seatwise_domain::tenants::{self, EditAccountCommand};

use crate::Wanted;
use crate::data::World;
use crate::measure::per_turn;
use crate::table::Table;

const TURNS: u32 = 200;

/// The first word of each row.
pub const NAME: &str = "access";

/// Who is who; each of the four has no leads and no role of his own.
pub struct Cast {
    /// In a team with a hundred of those who own the leads.
    pub colleague: UserId,
    /// In a team of fifty who own none.
    pub idle: UserId,
    /// Leads a team of three hundred.
    pub manager: UserId,
    /// Holds the position above two thousand people.
    pub head: UserId,
}

impl Cast {
    /// Makes teams and positions, and lets people see by them.
    pub async fn of(world: &World) -> Self {
        let people = &world.people;
        let owner = world.caller(world.owner).await;
        let command = EditAccountCommand {
            visibility: Some(Visibility::Team),
            teams_on: Some(true),
            superiors_see: Some(true),
            ..EditAccountCommand::default()
        };
        let edited = tenants::edit(&world.db, &owner, &command).await;
        edited.expect("an account with teams");
        let cast = Self {
            colleague: people[5_000],
            idle: people[5_001],
            manager: people[5_002],
            head: people[5_003],
        };
        team(world, &owner, "rich", &people[4..104], cast.colleague).await;
        team(world, &owner, "idle", &people[6_000..6_050], cast.idle).await;
        let led = team(world, &owner, "led", &people[4..304], cast.manager).await;
        let leads = Sql::default().push(
            "update team_members set manager = true where tenant_id = $? and team_id = $? and user_id = $?",
            args![world.tenant, led, cast.manager],
        );
        run(world, leads).await;
        let above = positions::create(&world.db, &owner, "Head", None, "").await;
        let above = above.expect("a position").id;
        place(world, &[cast.head], above).await;
        for (number, chunk) in people[4..2_004].chunks(100).enumerate() {
            let name = format!("Desk {number}");
            let below = positions::create(&world.db, &owner, &name, Some(above), "").await;
            place(world, chunk, below.expect("a position").id).await;
        }
        world.db.analyze().await.expect("figures for the planner");
        cast
    }
}

/// A team of these people and one more.
async fn team(
    world: &World,
    owner: &Caller,
    name: &str,
    members: &[UserId],
    one_more: UserId,
) -> TeamId {
    let team = teams::create(&world.db, owner, name).await.expect("a team");
    let everybody: Vec<UserId> = members.iter().copied().chain([one_more]).collect();
    let added = teams::add_members(&world.db, owner, team.id, &everybody, false, "").await;
    added.expect("members");
    team.id
}

async fn place(world: &World, people: &[UserId], position: PositionId) {
    let held = Sql::default()
        .push(
            "update users set position_id = $? where tenant_id = $? and id in ",
            args![position, world.tenant],
        )
        .list(people.iter().copied());
    run(world, held).await;
}

async fn run(world: &World, statement: Sql) {
    let mut tx = world.db.write().await.expect("a transaction");
    tx.run(statement).await.expect("a change");
    tx.commit(Audit::Housekeeping).await.expect("a commit");
}

/// All rows, on an account that has worked for years.
pub async fn measure(world: &World, wanted: &Wanted, table: &mut Table) {
    let cast = Cast::of(world).await;
    part_of_a_request(world, &cast, wanted, table).await;
    for (who, user, found) in [
        ("a team of 100 who own many leads", cast.colleague, true),
        ("a team of 50 who own none", cast.idle, false),
        ("the manager of 300 people", cast.manager, true),
        ("the position above 2,000 people", cast.head, true),
    ] {
        let name = format!("{NAME}: page of 50 leads for {who} ({})", world.name());
        if wanted.has(&name) {
            page(world, user, found, name, table).await;
        }
    }
    explain(world, &cast, wanted, table).await;
}

/// From the id of a person to the scope that limits every statement: what is loaded, and what is made of it.
async fn part_of_a_request(world: &World, cast: &Cast, wanted: &Wanted, table: &mut Table) {
    let name = format!(
        "{NAME}: part of a request, caller loaded and scope made ({})",
        world.name()
    );
    if !wanted.has(&name) {
        return;
    }
    let mut tx = world.db.read().await.expect("a snapshot");
    let cost = per_turn(world.server(), 1_000, async || {
        let caller = Caller::load(&mut tx, world.tenant, cast.manager, Source::Api).await;
        let caller = caller.expect("an answer").expect("an active person");
        let scope: RecordScope<ViewRecords> = caller.records().expect("may see");
        assert_eq!(scope.user(), Some(cast.manager));
    });
    table.cpu(name, cost.await, Duration::from_micros(150), None);
}

async fn page(world: &World, user: UserId, found: bool, name: String, table: &mut Table) {
    let scope: RecordScope<ViewRecords> = world.caller(user).await.records().expect("may see");
    let filter = LeadFilter::default();
    let size = PageSize::default();
    let cost = per_turn(world.server(), TURNS, async || {
        let mut tx = world.db.read().await.expect("a snapshot");
        let page = records::list(&mut tx, &scope, &filter, Sort::Newest, None, size).await;
        let page = page.expect("a page");
        assert_eq!(page.items.len(), if found { 50 } else { 0 });
    });
    table.cpu(name, cost.await, Duration::from_millis(2), None);
}

/// A denial with its remedies, which tries everything that is tried at all.
async fn explain(world: &World, cast: &Cast, wanted: &Wanted, table: &mut Table) {
    let name = format!(
        "{NAME}: explain a denial, with the changes that would allow it ({})",
        world.name()
    );
    if !wanted.has(&name) {
        return;
    }
    let owner = world.caller(world.owner).await;
    let scope: RecordScope<ViewRecords> = owner.records().expect("may see");
    let mut tx = world.db.read().await.expect("a snapshot");
    let filter = LeadFilter::default();
    let size = PageSize::new(1);
    let newest = records::list(&mut tx, &scope, &filter, Sort::Newest, None, size).await;
    let newest = newest.expect("a page");
    drop(tx);
    let question = Question {
        user: cast.idle,
        key: Key::ViewRecords,
        lead: Some(newest.items[0].id),
        person: None,
    };
    let cost = per_turn(world.server(), TURNS, async || {
        let answer = access::explain(&world.db, &owner, question).await;
        let answer = answer.expect("an answer");
        assert!(!answer.allowed && !answer.remedies.is_empty());
    });
    table.cpu(name, cost.await, Duration::from_millis(5), None);
}
