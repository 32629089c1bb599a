//! Lists of leads, on both databases.

use seatwise_domain::ids::RecordId;
use seatwise_domain::records::{self, LeadFilter, LeadRow, LeadState, Minor, OwnerFilter, Sort};
use seatwise_domain::store::{Cursor, Page, PageSize};
use seatwise_testkit::{TestDb, on_both};

use crate::crm::{Crm, sample};

async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    crm.user("anna").await;
    crm.user("ben").await;
    crm.user("carl").await;
    crm.leads(Some("anna"), 10).await;
    crm.leads(Some("ben"), 15).await;
    crm.leads(Some("carl"), 5).await;
    crm.leads(None, 7).await;
    crm.set_state("carl", "deactivated").await;
    crm
}

fn by(owner: OwnerFilter) -> LeadFilter {
    LeadFilter {
        owner,
        ..LeadFilter::default()
    }
}

async fn page(
    crm: &Crm<'_>,
    viewer: &str,
    filter: &LeadFilter,
    sort: Sort,
    cursor: Option<&Cursor>,
    size: u32,
) -> Page<LeadRow> {
    let mut tx = crm.read().await;
    let view = crm.view(viewer).await;
    let page = records::list(&mut tx, &view, filter, sort, cursor, PageSize::new(size));
    page.await.unwrap()
}

async fn found(crm: &Crm<'_>, viewer: &str, filter: &LeadFilter) -> usize {
    let page = page(crm, viewer, filter, Sort::Newest, None, 200).await;
    assert_eq!(
        page.total.number,
        page.items.len() as u64,
        "the count and the list agree"
    );
    page.items.len()
}

fn ids(rows: &[LeadRow]) -> Vec<RecordId> {
    rows.iter().map(|row| row.id).collect()
}

on_both! {
    async fn n63_leads_are_filtered_by_user(db: &TestDb) {
        let crm = office(db).await;
        assert_eq!(found(&crm, "olga", &LeadFilter::default()).await, 37);
        assert_eq!(found(&crm, "olga", &by(OwnerFilter::User(crm.id("ben")))).await, 15);
        assert_eq!(found(&crm, "olga", &by(OwnerFilter::Me)).await, 0);
        assert_eq!(found(&crm, "olga", &by(OwnerFilter::Unassigned)).await, 7);
        assert_eq!(found(&crm, "olga", &by(OwnerFilter::Left)).await, 5);
        let open = LeadFilter { state: Some(LeadState::Open), ..by(OwnerFilter::User(crm.id("ben"))) };
        assert_eq!(found(&crm, "olga", &open).await, 6);
        let stages = vec!["won".parse().unwrap(), "lost".parse().unwrap()];
        let closed = LeadFilter { stages, ..by(OwnerFilter::User(crm.id("ben"))) };
        assert_eq!(found(&crm, "olga", &closed).await, 6);
    }

    async fn who_sees_own_leads_only_finds_no_other_in_any_way(db: &TestDb) {
        let crm = office(db).await;
        for filter in [LeadFilter::default(), by(OwnerFilter::Me)] {
            assert_eq!(found(&crm, "anna", &filter).await, 10);
        }
        for owner in [OwnerFilter::User(crm.id("ben")), OwnerFilter::Unassigned, OwnerFilter::Left] {
            assert_eq!(found(&crm, "anna", &by(owner)).await, 0);
        }
        let theirs = page(&crm, "ben", &LeadFilter::default(), Sort::Newest, None, 1).await.items;
        let mut tx = crm.read().await;
        let view = crm.view("anna").await;
        assert!(records::find(&mut tx, &view, theirs[0].id).await.unwrap().is_none());
        let board = records::board(&mut tx, &view, &LeadFilter::default(), PageSize::default()).await.unwrap();
        assert_eq!(board.columns.iter().map(|column| column.page.total.number).sum::<u64>(), 10);
        drop(tx);
        crm.set_visibility("all").await;
        assert_eq!(found(&crm, "anna", &LeadFilter::default()).await, 37);
    }

    async fn leads_of_another_account_are_never_seen(db: &TestDb) {
        let crm = office(db).await;
        let other = office(db).await;
        assert_eq!(found(&crm, "olga", &LeadFilter::default()).await, 37);
        assert_eq!(found(&crm, "olga", &by(OwnerFilter::User(other.id("ben")))).await, 0);
        assert_eq!(found(&crm, "olga", &by(OwnerFilter::Left)).await, 5);
    }

    async fn pages_go_forward_and_back_over_the_same_leads_in_every_order(db: &TestDb) {
        let crm = office(db).await;
        let dated: Vec<_> = (0..9).map(|number| {
            let mut lead = sample(number, Some(crm.id("anna")));
            lead.value = (number % 3 != 0).then_some(Minor(777));
            lead.next_step_on = (number % 2 == 0).then(|| jiff::civil::date(2026, 3, 1 + i8::try_from(number / 4).unwrap()));
            lead
        }).collect();
        crm.put(&dated).await;
        for owner in [OwnerFilter::Anyone, OwnerFilter::User(crm.id("anna")), OwnerFilter::Left] {
            for sort in [Sort::Newest, Sort::Value, Sort::NextStep] {
                let filter = by(owner);
                let whole = ids(&page(&crm, "olga", &filter, sort, None, 200).await.items);
                let mut walked = Vec::new();
                let mut cursor = None;
                let mut last;
                loop {
                    last = page(&crm, "olga", &filter, sort, cursor.as_ref(), 4).await;
                    walked.extend(ids(&last.items));
                    match last.next.clone() {
                        Some(next) => cursor = Some(next),
                        None => break,
                    }
                }
                assert_eq!(walked, whole, "{owner:?} {sort:?}");
                let mut back = ids(&last.items);
                while let Some(previous) = last.previous.clone() {
                    last = page(&crm, "olga", &filter, sort, Some(&previous), 4).await;
                    let mut front = ids(&last.items);
                    front.extend(back);
                    back = front;
                }
                assert_eq!(back, whole, "{owner:?} {sort:?} backwards");
            }
        }
    }

    async fn leads_are_sorted_by_value_and_by_next_step(db: &TestDb) {
        let crm = office(db).await;
        let rows = page(&crm, "ben", &LeadFilter::default(), Sort::Value, None, 3).await.items;
        let values: Vec<_> = rows.iter().map(|row| row.value.unwrap().0).collect();
        assert_eq!(values, [150_000, 140_000, 130_000]);
        let mut due = sample(1, Some(crm.id("ben")));
        due.next_step_on = Some(jiff::civil::date(2026, 3, 5));
        "Due".clone_into(&mut due.title);
        crm.put(&[due]).await;
        let rows = page(&crm, "ben", &LeadFilter::default(), Sort::NextStep, None, 3).await.items;
        assert_eq!(rows[0].title, "Due");
    }

    async fn leads_are_found_by_title_external_id_and_contact(db: &TestDb) {
        let crm = office(db).await;
        let mut lead = sample(0, Some(crm.id("anna")));
        "Müller & Söhne 50%".clone_into(&mut lead.title);
        lead.external_id = Some("EXT_1".to_owned());
        lead.contact_email = Some("Kaethe@kunde.example".to_owned());
        crm.put(&[lead]).await;
        for (text, wanted) in [
            ("muller", 1), ("SÖHNE", 1), ("50%", 1), ("5_%", 0), ("EXT_1", 1), ("EXT", 0),
            ("kaethe@KUNDE.example", 1), ("  ", 38), ("lead 0000", 32),
        ] {
            let filter = LeadFilter { text: Some(text.to_owned()), ..LeadFilter::default() };
            assert_eq!(found(&crm, "olga", &filter).await, wanted, "{text:?}");
        }
    }

    async fn the_board_has_a_column_for_each_stage_with_count_and_sum(db: &TestDb) {
        let crm = office(db).await;
        let mut tx = crm.read().await;
        let view = crm.view("olga").await;
        let filter = by(OwnerFilter::User(crm.id("ben")));
        let board = records::board(&mut tx, &view, &filter, PageSize::new(2)).await.unwrap();
        let seen: Vec<_> = board.columns.iter().map(|column| {
            (column.stage.key.as_str(), column.page.total.number, column.page.items.len(), column.sum.unwrap().0)
        }).collect();
        assert_eq!(seen, [
            ("prospecting", 3, 2, 10_000 + 60_000 + 110_000),
            ("engaging", 3, 2, 20_000 + 70_000 + 120_000),
            ("won", 3, 2, 30_000 + 80_000 + 130_000),
            ("lost", 3, 2, 40_000 + 90_000 + 140_000),
            ("cancelled", 3, 2, 50_000 + 100_000 + 150_000),
        ]);
        assert!(board.columns.iter().all(|column| column.page.next.is_some()));
        let open = LeadFilter { state: Some(LeadState::Open), ..filter };
        let board = records::board(&mut tx, &view, &open, PageSize::new(2)).await.unwrap();
        assert_eq!(board.columns.len(), 2);
    }

    async fn p4_counts_by_stage_and_by_owner(db: &TestDb) {
        let crm = office(db).await;
        let mut tx = crm.read().await;
        let view = crm.view("olga").await;
        let counts = records::of_user(&mut tx, &view, crm.id("ben")).await.unwrap();
        assert_eq!(counts.len(), 5);
        assert!(counts.iter().all(|count| count.count == 3));
        let people = [crm.id("anna"), crm.id("ben"), crm.id("olga")];
        let open = records::open_of(&mut tx, &view, &people).await.unwrap();
        assert_eq!((open[&crm.id("anna")], open[&crm.id("ben")]), (4, 6));
        assert!(!open.contains_key(&crm.id("olga")));
        assert_eq!(records::unassigned(&mut tx, &view).await.unwrap().number, 7);
    }
}
