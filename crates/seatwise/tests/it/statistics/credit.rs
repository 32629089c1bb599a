//! Credit stays: with who had a lead first, and with who had it when it was won, lost or cancelled.

use seatwise_domain::clock::day_number;
use seatwise_domain::handover::{self, Assign, Receiver, Which};
use seatwise_domain::ids::{EventId, RecordId};
use seatwise_domain::records::{
    self, ImportedLead, LeadChange, LeadState, NewLead, NewOwner, Patch,
};
use seatwise_domain::statistics::{Filter, Span};
use seatwise_domain::store::Reads as _;
use seatwise_domain::{args, store::Sql};
use seatwise_testkit::{TestDb, on_both};

use super::{asked, won};
use crate::crm::{Crm, sample};

async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    crm.user("uma").await;
    crm.user("vera").await;
    crm
}

/// Names of who started and closed a lead, and the days that it counts on.
async fn credit(
    crm: &Crm<'_>,
    lead: RecordId,
) -> (Option<String>, Option<String>, i64, Option<i64>) {
    let mut tx = crm.read().await;
    let sql = Sql::default().push(
        "select s.name, c.name, r.started_day, r.closed_day, r.started_month, r.closed_month from records r
           left join users s on s.tenant_id = r.tenant_id and s.id = r.started_by
           left join users c on c.tenant_id = r.tenant_id and c.id = r.closed_by
          where r.tenant_id = $? and r.id = $?",
        args![crm.tenant, lead],
    );
    let row = tx.row(sql).await.unwrap().expect("a lead");
    let mut row = row.reader();
    let (started_by, closed_by) = (row.text_opt().unwrap(), row.text_opt().unwrap());
    let (started, closed) = (row.int().unwrap(), row.int_opt().unwrap());
    let months = (row.int().unwrap(), row.int_opt().unwrap());
    let month = |day: i64| {
        let date = jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(day));
        records::month_number(date)
    };
    assert_eq!(months, (month(started), closed.map(month)));
    (started_by, closed_by, started, closed)
}

/// Who started and closed it.
async fn names(crm: &Crm<'_>, lead: RecordId) -> (Option<String>, Option<String>) {
    let (started, closed, _, _) = credit(crm, lead).await;
    (started, closed)
}

fn pair(started: &str, closed: &str) -> (Option<String>, Option<String>) {
    let name = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
    (name(started), name(closed))
}

async fn move_to(crm: &Crm<'_>, lead: RecordId, to: Option<&str>) -> EventId {
    let command = Assign {
        which: Which::These(vec![lead]),
        to: to.map_or(Receiver::Unassigned, |name| Receiver::User(crm.id(name))),
        reason: String::new(),
    };
    let olga = crm.caller("olga").await;
    handover::assign(crm.db, &olga, &command).await.unwrap().id
}

async fn stage(crm: &Crm<'_>, lead: RecordId, stage: &str) {
    let olga = crm.caller("olga").await;
    let change = LeadChange {
        stage: Some(stage.parse().unwrap()),
        ..LeadChange::default()
    };
    records::edit(crm.db, &olga, lead, &change).await.unwrap();
}

async fn lead(crm: &Crm<'_>, owner: Option<&str>, stage: &str) -> RecordId {
    let olga = crm.caller("olga").await;
    let new = NewLead {
        title: "A roof".to_owned(),
        owner: owner.map_or(NewOwner::Unassigned, |name| NewOwner::User(crm.id(name))),
        stage: Some(stage.parse().unwrap()),
        value: Some(records::Minor(5_000)),
        ..NewLead::default()
    };
    records::create(crm.db, &olga, &new).await.unwrap().row.id
}

on_both! {
    async fn d24_who_won_is_credited_whoever_owns_the_lead_later(db: &TestDb) {
        let crm = office(db).await;
        let deal = lead(&crm, Some("uma"), "engaging").await;
        assert_eq!(names(&crm, deal).await, pair("uma", ""));
        stage(&crm, deal, "won").await;
        let moved = move_to(&crm, deal, Some("vera")).await;
        assert_eq!(names(&crm, deal).await, pair("uma", "uma"));
        let filter = Filter { span: Some(Span::ThisMonth), ..Filter::default() };
        let found = asked(db, &crm.caller("olga").await, &filter).await.unwrap();
        assert_eq!(won(&found), [("uma".to_owned(), 1)]);
        assert_eq!(asked(db, &crm.caller("vera").await, &filter).await.unwrap().total.won, 0);
        let mut tx = crm.read().await;
        let seen = records::find(&mut tx, &crm.view("vera").await, deal).await.unwrap();
        assert_eq!(seen.unwrap().row.owner.unwrap().name, "vera", "sight follows the owner");
        drop(tx);
        handover::undo(db, &crm.caller("olga").await, moved, "").await.unwrap();
        assert_eq!(names(&crm, deal).await, pair("uma", "uma"));
    }

    async fn d24_a_lead_that_is_opened_again_is_credited_to_whoever_closes_it_next(db: &TestDb) {
        let crm = office(db).await;
        let deal = lead(&crm, Some("uma"), "won").await;
        move_to(&crm, deal, Some("vera")).await;
        stage(&crm, deal, "engaging").await;
        assert_eq!(names(&crm, deal).await, pair("uma", ""));
        assert_eq!(credit(&crm, deal).await.3, None);
        stage(&crm, deal, "lost").await;
        assert_eq!(names(&crm, deal).await, pair("uma", "vera"));
        let filter = Filter { span: Some(Span::ThisMonth), ..Filter::default() };
        let found = asked(db, &crm.caller("olga").await, &filter).await.unwrap();
        assert_eq!((found.total.created, found.total.won, found.total.lost), (1, 0, 1));
    }

    async fn d24_an_unassigned_lead_is_credited_to_its_first_owner_until_that_is_undone(db: &TestDb) {
        let crm = office(db).await;
        let fresh = lead(&crm, None, "engaging").await;
        assert_eq!(names(&crm, fresh).await, pair("", ""));
        let moved = move_to(&crm, fresh, Some("vera")).await;
        assert_eq!(names(&crm, fresh).await, pair("vera", ""));
        let olga = crm.caller("olga").await;
        let undone = handover::undo(db, &olga, moved, "").await.unwrap();
        assert_eq!(names(&crm, fresh).await, pair("", ""), "nobody has had it");
        handover::undo(db, &olga, undone.id, "").await.unwrap();
        assert_eq!(names(&crm, fresh).await, pair("vera", ""));
        move_to(&crm, fresh, None).await;
        let again = move_to(&crm, fresh, Some("uma")).await;
        assert_eq!(names(&crm, fresh).await, pair("vera", ""));
        handover::undo(db, &olga, again, "").await.unwrap();
        assert_eq!(names(&crm, fresh).await, pair("vera", ""), "vera had it first, undone or not");
    }

    async fn a_lead_counts_on_the_days_that_it_names_and_else_on_those_of_its_changes(db: &TestDb) {
        let crm = office(db).await;
        let day = |text: &str| day_number(text.parse().unwrap());
        let deal = lead(&crm, Some("uma"), "engaging").await;
        let today = day("2026-03-02");
        assert_eq!(credit(&crm, deal).await.2, today);
        db.clock().advance(86_400 * 3);
        stage(&crm, deal, "won").await;
        assert_eq!(credit(&crm, deal).await.3, Some(today + 3));
        let olga = crm.caller("olga").await;
        let change = LeadChange {
            opened_on: Patch::To("2026-01-31".parse().unwrap()),
            closed_on: Patch::To("2026-02-28".parse().unwrap()),
            ..LeadChange::default()
        };
        records::edit(db, &olga, deal, &change).await.unwrap();
        let (_, closed_by, started, closed) = credit(&crm, deal).await;
        assert_eq!((closed_by.as_deref(), started, closed), (Some("uma"), day("2026-01-31"), Some(day("2026-02-28"))));
        let change = LeadChange { opened_on: Patch::Clear, closed_on: Patch::Clear, ..LeadChange::default() };
        records::edit(db, &olga, deal, &change).await.unwrap();
        let (_, _, started, closed) = credit(&crm, deal).await;
        assert_eq!((started, closed), (today, Some(day("2026-02-28"))), "a closed lead keeps a day");
    }

    async fn d24_an_import_credits_by_the_rule_and_its_undo_gives_back_what_was(db: &TestDb) {
        let crm = office(db).await;
        let row = |owner: &str, stage: usize, external: &str| ImportedLead {
            external_id: Some(external.to_owned()),
            ..sample(stage, Some(crm.id(owner)))
        };
        let ids = crm.put(&[row("uma", 0, "X1"), row("uma", 2, "X2")]).await;
        assert_eq!(names(&crm, ids[0]).await, pair("uma", ""));
        assert_eq!(names(&crm, ids[1]).await, pair("uma", "uma"));
        move_to(&crm, ids[1], Some("vera")).await;
        let scope = crm.importing();
        let mut tx = db.write().await.unwrap();
        let known = records::find_by_external(&mut tx, &scope, &["X1", "X2"]).await.unwrap();
        let event: EventId = tx.id();
        let lost = ImportedLead { owner: Some(crm.id("olga")), state: LeadState::Lost, stage: "lost".parse().unwrap(), ..known["X2"].lead.clone() };
        let won = ImportedLead { owner: Some(crm.id("vera")), state: LeadState::Won, stage: "won".parse().unwrap(), ..known["X1"].lead.clone() };
        let changes = [(&known["X1"], won), (&known["X2"], lost)];
        records::update_batch(&mut tx, &scope, event, &changes).await.unwrap();
        let line = seatwise_domain::audit::Event::new(seatwise_domain::audit::EventKind::ImportRun);
        tx.commit(seatwise_domain::audit::Audit::by(&scope, line.with_id(event))).await.unwrap();
        assert_eq!(names(&crm, ids[0]).await, pair("uma", "vera"));
        assert_eq!(names(&crm, ids[1]).await, pair("uma", "olga"));
        let mut tx = db.write().await.unwrap();
        let now = records::find_by_external(&mut tx, &scope, &["X1", "X2"]).await.unwrap();
        let event: EventId = tx.id();
        let changes = [(&now["X1"], known["X1"].lead.clone()), (&now["X2"], known["X2"].lead.clone())];
        records::restore_batch(&mut tx, &scope, event, &changes).await.unwrap();
        let line = seatwise_domain::audit::Event::new(seatwise_domain::audit::EventKind::ImportUndone);
        tx.commit(seatwise_domain::audit::Audit::by(&scope, line.with_id(event))).await.unwrap();
        assert_eq!(names(&crm, ids[0]).await, pair("uma", ""));
        assert_eq!(names(&crm, ids[1]).await, pair("uma", "uma"), "won by uma, owned by vera");
    }
}
