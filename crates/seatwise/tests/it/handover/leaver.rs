//! Leaver of leads, on both databases.

use seatwise_domain::audit::Audit;
use seatwise_domain::handover::{self, ManageError, Plan, PlanError, Receiver, Stages, State};
use seatwise_domain::ids::EventId;
use seatwise_domain::problem::{self, ToProblem as _};
use seatwise_domain::records::{self, Context, Minor, Refusal};
use seatwise_testkit::{TestDb, on_both};

use super::{command, manage};
use crate::crm::{Crm, counts};

/// Darcel with ten leads, two in each stage, deactivated; Sonja, who may get them.
async fn office(db: &TestDb) -> Crm<'_> {
    let mut crm = Crm::new(db).await;
    crm.user("darcel").await;
    crm.user("sonja").await;
    crm.leads(Some("darcel"), 10).await;
    crm.set_state("darcel", "deactivated").await;
    crm
}

on_both! {
    async fn n39_d3_j12_a_hand_over_loses_no_lead_note_or_history(db: &TestDb) {
        let crm = office(db).await;
        let lines = crm.number("select count(*) from record_history where tenant_id = $?").await;
        manage(&crm, "darcel", Some("sonja")).await;
        assert_eq!(crm.number("select count(*) from records where tenant_id = $?").await, 10);
        let after = crm.number("select count(*) from record_history where tenant_id = $?").await;
        assert_eq!(after, lines + 4, "one line for each lead that moved");
    }

    async fn n41_n44_the_leads_of_a_deactivated_user_go_to_the_chosen_user(db: &TestDb) {
        let crm = office(db).await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        assert_eq!((done.moved, done.total, done.kept), (4, 4, 6));
        assert_eq!(done.state, State::Done);
        let open = counts(&[("prospecting", 2), ("engaging", 2)]);
        assert_eq!(crm.stages_of("sonja").await, open);
    }

    async fn n42_p7_unassigned_leads_are_given_one_by_one_to_different_users(db: &TestDb) {
        let mut crm = office(db).await;
        crm.user("kary").await;
        manage(&crm, "darcel", None).await;
        let mut tx = crm.read().await;
        let filter = records::LeadFilter {
            owner: records::OwnerFilter::Unassigned,
            ..records::LeadFilter::default()
        };
        let view = crm.view("olga").await;
        let size = seatwise_domain::store::PageSize::default();
        let page = records::list(&mut tx, &view, &filter, records::Sort::Newest, None, size).await.unwrap();
        assert_eq!(page.items.len(), 4);
        let from = records::came_from(&mut tx, &view, &page.items).await.unwrap();
        assert_eq!(from.len(), 4);
        assert!(from.values().all(|from| from.name == "darcel"));
        drop(tx);
        let olga = crm.caller("olga").await;
        for (lead, name) in page.items.iter().zip(["sonja", "kary", "sonja", "olga"]) {
            let assign = handover::Assign {
                which: handover::Which::These(vec![lead.id]),
                to: Receiver::User(crm.id(name)),
                reason: String::new(),
            };
            handover::assign(crm.db, &olga, &assign).await.unwrap();
        }
        let owners = counts(&[("darcel", 6), ("sonja", 2), ("kary", 1), ("olga", 1)]);
        assert_eq!(crm.owners().await, owners);
    }

    async fn n43_leads_without_a_decision_keep_the_deactivated_owner_and_stay_readable(db: &TestDb) {
        let crm = office(db).await;
        let mut tx = crm.read().await;
        let view = crm.view("olga").await;
        let filter = records::LeadFilter::of(crm.id("darcel"));
        let size = seatwise_domain::store::PageSize::default();
        let page = records::list(&mut tx, &view, &filter, records::Sort::Newest, None, size).await.unwrap();
        assert_eq!(page.items.len(), 10);
        assert!(page.items.iter().all(|lead| lead.owner.as_ref().is_some_and(|owner| owner.left)));
        assert!(records::find(&mut tx, &view, page.items[0].id).await.unwrap().is_some());
    }

    async fn n45_p5_closed_leads_stay_so_that_the_leavers_figures_stay(db: &TestDb) {
        let crm = office(db).await;
        let won = async |crm: &Crm<'_>| {
            let mut tx = crm.read().await;
            let all = records::of_user(&mut tx, &crm.seeing(), crm.id("darcel")).await.unwrap();
            all.into_iter().find(|count| count.stage.key.as_str() == "won").unwrap()
        };
        let before = won(&crm).await;
        assert_eq!((before.count, before.sum), (2, Some(Minor(30_000 + 80_000))));
        manage(&crm, "darcel", Some("sonja")).await;
        assert_eq!(won(&crm).await, before);
        let closed = counts(&[("won", 2), ("lost", 2), ("cancelled", 2)]);
        assert_eq!(crm.stages_of("darcel").await, closed);
    }

    async fn n45_closed_leads_move_when_they_are_named(db: &TestDb) {
        let crm = office(db).await;
        let olga = crm.caller("olga").await;
        let mut named = command(&crm, "darcel", Some("sonja"));
        named.stages = Stages::These(vec!["lost".parse().unwrap()]);
        handover::manage(crm.db, &olga, &named).await.unwrap();
        assert_eq!(crm.stages_of("sonja").await, counts(&[("lost", 2)]));
        named.stages = Stages::All;
        handover::manage(crm.db, &olga, &named).await.unwrap();
        assert_eq!(crm.owners().await, counts(&[("sonja", 10)]));
    }

    async fn n46_k15_only_people_who_may_own_leads_can_be_chosen(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("pia", "user", "pending", "regular").await;
        crm.person("timo", "user", "active", "team").await;
        crm.person("fred", "user", "frozen", "regular").await;
        let names = async |context| {
            let mut tx = crm.read().await;
            let found = records::assignees(&mut tx, &crm.seeing(), context, None, 50).await.unwrap();
            found.into_iter().map(|person| person.name).collect::<Vec<_>>()
        };
        assert_eq!(names(Context::Picker).await, ["olga", "sonja"]);
        assert_eq!(names(Context::HandOver).await, ["olga", "pia", "sonja"]);
        let olga = crm.caller("olga").await;
        for (name, refusal) in [
            ("timo", Refusal::TeamSeat),
            ("fred", Refusal::Frozen),
        ] {
            let refused = handover::manage(crm.db, &olga, &command(&crm, "darcel", Some(name))).await;
            let Err(ManageError::Plan(PlanError::Receiver(why))) = refused else {
                panic!("{name} must not get leads");
            };
            assert_eq!(why, refusal);
        }
        let own = handover::manage(crm.db, &olga, &command(&crm, "darcel", Some("darcel"))).await;
        assert_eq!(own.unwrap_err().problem(), &problem::HEIR_IS_LEAVER);
        assert_eq!(crm.owners().await, counts(&[("darcel", 10)]));
    }

    async fn n47_a_successor_who_has_not_signed_in_yet_may_be_named(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("pia", "user", "pending", "regular").await;
        manage(&crm, "darcel", Some("pia")).await;
        assert_eq!(crm.owners().await, counts(&[("darcel", 6), ("pia", 4)]));
    }

    async fn n47_an_account_can_refuse_pending_successors(db: &TestDb) {
        let mut crm = office(db).await;
        crm.person("pia", "user", "pending", "regular").await;
        let never = serde_json::json!({ "pending_selectable": "never" });
        crm.change(seatwise_domain::store::Sql::default().push(
            "update tenants set settings = $? where id = $?",
            seatwise_domain::args![never, crm.tenant],
        )).await;
        let olga = crm.caller("olga").await;
        let refused = handover::manage(crm.db, &olga, &command(&crm, "darcel", Some("pia"))).await;
        assert!(matches!(refused, Err(ManageError::Plan(PlanError::Receiver(Refusal::Pending)))));
    }

    async fn p4_the_preview_counts_what_moves_and_what_stays(db: &TestDb) {
        let crm = office(db).await;
        let mut tx = crm.read().await;
        let seen = handover::preview(&mut tx, &crm.assigning(), crm.id("darcel"), &Stages::Open).await.unwrap();
        assert_eq!((seen.moves, seen.stays), (4, 6));
        let moving: Vec<_> = seen.stages.iter().filter(|stage| stage.moves).map(|stage| stage.count.stage.key.as_str()).collect();
        assert_eq!(moving, ["prospecting", "engaging"]);
        drop(tx);
        let olga = crm.caller("olga").await;
        let mut told = command(&crm, "darcel", Some("sonja"));
        told.expected = Some(seen.moves - 1);
        let refused = handover::manage(crm.db, &olga, &told).await.unwrap_err();
        assert_eq!(refused.problem(), &problem::CHANGED_MEANWHILE);
        assert_eq!(crm.owners().await, counts(&[("darcel", 10)]));
        told.expected = Some(seen.moves);
        assert_eq!(handover::manage(crm.db, &olga, &told).await.unwrap().moved, seen.moves);
    }

    async fn j16_the_line_of_the_log_is_the_hand_over(db: &TestDb) {
        let crm = office(db).await;
        let done = manage(&crm, "darcel", Some("sonja")).await;
        let mut tx = crm.read().await;
        let scope = crm.caller("olga").await.scope().unwrap();
        let line = seatwise_domain::audit::find(&mut tx, &scope, done.id).await.unwrap().unwrap();
        assert_eq!(line.kind, seatwise_domain::audit::EventKind::HandedOver);
        assert_eq!(line.subject_name.as_deref(), Some("darcel"));
        assert_eq!(line.actor_name, "olga");
        assert_eq!(line.reason.as_deref(), Some("left the company"));
        assert_eq!(line.detail["to"], "sonja");
        assert_eq!(line.detail["leads"], 4);
        assert_eq!(line.detail["kept"], 6);
    }

    async fn only_who_may_assign_leads_hands_over(db: &TestDb) {
        let crm = office(db).await;
        let sonja = crm.caller("sonja").await;
        let refused = handover::manage(crm.db, &sonja, &command(&crm, "darcel", Some("sonja"))).await;
        assert_eq!(refused.unwrap_err().problem(), &problem::DENIED);
    }

    async fn another_act_composes_the_step(db: &TestDb) {
        let crm = office(db).await;
        let scope = crm.assigning();
        let mut tx = db.write().await.unwrap();
        let event: EventId = tx.id();
        let plan = Plan {
            from: crm.id("darcel"),
            to: Receiver::User(crm.id("sonja")),
            stages: Stages::Open,
        };
        let begun = handover::begin(&mut tx, &scope, &plan, event).await.unwrap();
        assert_eq!((begun.id, begun.moved), (event, 4));
        drop(tx);
        assert_eq!(crm.owners().await, counts(&[("darcel", 10)]), "nothing without the commit");
        let mut tx = db.write().await.unwrap();
        handover::begin(&mut tx, &scope, &plan, event).await.unwrap();
        tx.commit(Audit::Housekeeping).await.unwrap();
        assert_eq!(crm.owners().await, counts(&[("darcel", 6), ("sonja", 4)]));
    }
}
