//! An import whose starter loses the right stops, says why, and is gone on with or taken back by somebody else.

use seatwise_domain::audit::EventKind;
use seatwise_domain::imports::{
    self, Import, ImportKind, ImportState, Reason, Stopped, Undo, UndoError, Verdict, Which,
};
use seatwise_domain::jobs::LEASE_SECONDS;
use seatwise_domain::users::HandOverChoice;
use seatwise_testkit::tenant::Tenant;
use seatwise_testkit::{TestDb, on_both};

use super::kill::killed_when;
use super::{checked, found, many, ran, said, work};

const ROWS: usize = 1_600;

async fn office(db: &TestDb) -> Tenant {
    db.tenant().seats(3_000).admin("adam").build().await
}

/// Deactivates adam, and lets the worker find out.
async fn without_adam(db: &TestDb, acme: &Tenant) {
    acme.deactivate("adam", HandOverChoice::Later).await;
    db.clock().advance(LEASE_SECONDS + 1);
    work(db).await;
}

/// An import of adam's that was cut off by his deactivation in the middle.
async fn cut_off(db: &TestDb, acme: &Tenant) -> Import {
    let adam = acme.as_user("adam").await;
    let owner = acme.as_owner().await;
    let people = many(ROWS);
    let import = checked(db, &adam, ImportKind::Users, &people, |options| {
        options.create_teams = true;
    })
    .await;
    imports::run(db, &adam, import.id, "").await.unwrap();
    killed_when(db, &owner, import.id, |import| import.rows_done >= 500).await;
    without_adam(db, acme).await;
    let stopped = found(db, &owner, import.id).await;
    assert_eq!(
        (stopped.state, stopped.stopped),
        (ImportState::Running, Some(Stopped::StarterMayNot))
    );
    assert!(
        (500..ROWS as u64).contains(&stopped.rows_done),
        "{stopped:?}"
    );
    stopped
}

on_both! {
    async fn d13_f1_a_run_whose_starter_left_is_gone_on_with_by_somebody_else(db: &TestDb) {
        let acme = office(db).await;
        let stopped = cut_off(db, &acme).await;
        let owner = acme.as_owner().await;
        assert_eq!(imports::list(&mut db.read().await.unwrap(), &owner.scope().unwrap(), None, 5).await.unwrap()[0].stopped, Some(Stopped::StarterMayNot));
        imports::resume(db, &owner, stopped.id).await.unwrap();
        let goes_on = found(db, &owner, stopped.id).await;
        assert_eq!((goes_on.stopped, goes_on.rows_done), (None, stopped.rows_done));
        let line = acme.audit().await.remove(0);
        assert_eq!((line.kind, line.actor_name.as_str()), (EventKind::ImportResumed, "owner"));
        imports::resume(db, &owner, stopped.id).await.unwrap();
        assert_eq!(acme.audit().await[0].id, line.id, "what goes on already is left alone");
        work(db).await;
        let whole = found(db, &owner, stopped.id).await;
        assert_eq!((whole.state, whole.totals.of(Verdict::Create)), (ImportState::Done, ROWS as u64));
    }

    async fn d13_f1_a_run_that_stopped_is_undone_and_the_rows_it_never_came_to_say_so(db: &TestDb) {
        let acme = office(db).await;
        let stopped = cut_off(db, &acme).await;
        let owner = acme.as_owner().await;
        let rows_run = stopped.rows_done;
        let rows = Undo::rows(stopped.id, vec![2]);
        let refused = imports::undo(db, &owner, &rows).await;
        assert!(matches!(refused, Err(UndoError::StillRunning)), "{refused:?}");
        let plan = {
            let mut tx = db.read().await.unwrap();
            imports::plan_undo(&mut tx, &owner.scope().unwrap(), stopped.id, &Which::All).await.unwrap()
        };
        assert_eq!((plan.reversed, plan.stays()), (rows_run, 0));
        imports::undo(db, &owner, &Undo::all(stopped.id)).await.unwrap();
        work(db).await;
        let undone = found(db, &owner, stopped.id).await;
        assert_eq!((undone.state, undone.stopped), (ImportState::Undone, None));
        assert_eq!(undone.totals.of(Verdict::Reversed), rows_run);
        assert_eq!(undone.totals.because(Reason::NotRun), ROWS as u64 - rows_run);
        assert_eq!(acme.seats().await.used, 1);
        let last = said(db, &owner, stopped.id).await.pop().unwrap();
        assert_eq!((last.1, last.2), (Verdict::Skip, Some(Reason::NotRun)));
    }

    async fn d13_f1_an_undo_whose_starter_left_is_gone_on_with_by_somebody_else(db: &TestDb) {
        let acme = office(db).await;
        let (adam, owner) = (acme.as_user("adam").await, acme.as_owner().await);
        let people = many(ROWS);
        let import = checked(db, &owner, ImportKind::Users, &people, |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        imports::undo(db, &adam, &Undo::all(import.id)).await.unwrap();
        killed_when(db, &owner, import.id, |import| import.totals.of(Verdict::Reversed) >= 500).await;
        without_adam(db, &acme).await;
        let stopped = found(db, &owner, import.id).await;
        assert_eq!((stopped.state, stopped.stopped), (ImportState::Undoing, Some(Stopped::StarterMayNot)));
        imports::resume(db, &owner, import.id).await.unwrap();
        work(db).await;
        let undone = found(db, &owner, import.id).await;
        assert_eq!((undone.state, undone.totals.of(Verdict::Reversed)), (ImportState::Undone, ROWS as u64));
    }

    async fn l6_activation_mails_whose_sender_left_are_sent_by_somebody_else_and_once(db: &TestDb) {
        let acme = office(db).await;
        let (adam, owner) = (acme.as_user("adam").await, acme.as_owner().await);
        let import = checked(db, &owner, ImportKind::Users, &many(3), |options| options.create_teams = true).await;
        ran(db, &owner, import.id).await;
        let before = acme.mails().await.len();
        imports::send_activations(db, &adam, import.id, None).await.unwrap();
        without_adam(db, &acme).await;
        let stopped = found(db, &owner, import.id).await;
        assert_eq!((stopped.state, stopped.stopped), (ImportState::Done, Some(Stopped::StarterMayNot)));
        imports::resume(db, &owner, import.id).await.unwrap();
        work(db).await;
        assert_eq!(found(db, &owner, import.id).await.stopped, None);
        assert_eq!(acme.mails().await.len(), before + 3);
    }
}
