//! What must be true of every database at the end of every test: the numbers that are kept are those that would be
//! counted.

use seatwise_domain::ids::Ids;
use seatwise_domain::store::{Db, DbOptions, Reads as _, Sql};

use crate::TestDb;

/// Rows that one of two selects finds and the other does not; empty tallies count as none.
const LEADS: &str = "with kept as (select tenant_id, owner_id, state, number from record_tallies where number <> 0),
          counted as (select tenant_id, coalesce(owner_id, tenant_id) as owner_id, state, count(*) as number
                        from records group by tenant_id, coalesce(owner_id, tenant_id), state)
     select count(*) from (select * from (select * from kept except select * from counted) a
                 union all select * from (select * from counted except select * from kept) b) as wrong";

/// Fails where a number that is kept is wrong. Over a connection of its own, since a test may have cut all others.
pub async fn hold(db: &TestDb) {
    let options = DbOptions {
        url: db.url().to_owned(),
        connections: 1,
    };
    let db = Db::open(&options, db.clock().clone(), Ids::from_system()).await;
    let db = db.expect("a database that is still there");
    let mut tx = db.read().await.expect("a snapshot");
    let wrong = tx.number(Sql::new(LEADS)).await;
    let wrong = wrong.expect("leads and their tallies");
    drop(tx);
    db.close().await;
    assert_eq!(wrong, 0, "tallies of leads that differ from the leads");
}
