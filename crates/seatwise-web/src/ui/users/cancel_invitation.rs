//! Taking an invitation back: asked once, then the person is gone and the seat free (P70).

use seatwise_domain::authz::{Caller, DeactivateUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem::{self, ProblemKind};
use seatwise_domain::store::Db;
use seatwise_domain::users::{self, CancelInvitationError, User};

use super::asked::{Act, Asked};
use super::words;
use crate::shell::Shell;

/// The act.
pub struct CancelInvitation;

impl Act for CancelInvitation {
    type Needs = DeactivateUsers;
    type Error = CancelInvitationError;
    const MENU: &'static str = "user-cancel-invitation";
    const DONE: &'static str = "cancel-invitation-done";

    fn refusal(_: &Caller, user: &User) -> Option<&'static ProblemKind> {
        (!user.state.is_waiting()).then_some(&problem::NOT_PENDING)
    }

    fn question(shell: &Shell, user: &User) -> Asked {
        let name = user.name.as_str();
        let title = shell.t("cancel-invitation-title").with("name", name);
        let button = shell.t("cancel-invitation-button");
        let seat = words::seat_word(shell, user.seat_kind);
        Asked::new(title, "/cancel-invitation", "mail-x", button)
            .danger()
            .line(shell.t("cancel-invitation-link"))
            .line(shell.t("cancel-invitation-seat").with("seat", seat))
            .line(shell.t("cancel-invitation-gone").with("name", name))
    }

    async fn run(
        db: &Db,
        caller: &Caller,
        user: UserId,
        reason: &str,
    ) -> Result<(), CancelInvitationError> {
        users::cancel_invitation(db, caller, user, reason)
            .await
            .map(drop)
    }

    fn next(_: UserId) -> String {
        "/users".to_owned()
    }
}
