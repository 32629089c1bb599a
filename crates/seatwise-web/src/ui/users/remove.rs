//! Removing a person who has left: asked once, since there is no way back (Z84).

use seatwise_domain::authz::{Caller, RemoveUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem::{self, ProblemKind};
use seatwise_domain::store::Db;
use seatwise_domain::users::{self, AnonymiseError, User, UserState};

use super::asked::{Act, Asked};
use crate::shell::Shell;

/// The act.
pub struct Remove;

impl Act for Remove {
    type Needs = RemoveUsers;
    type Error = AnonymiseError;
    const MENU: &'static str = "user-remove";
    const DONE: &'static str = "remove-done";

    fn refusal(_: &Caller, user: &User) -> Option<&'static ProblemKind> {
        (user.state != UserState::Deactivated).then_some(&problem::NOT_DEACTIVATED)
    }

    fn question(shell: &Shell, user: &User) -> Asked {
        let title = shell.t("remove-title").with("name", user.name.as_str());
        let left = users::pseudonym(user.id);
        Asked::new(title, "/remove", "trash-2", shell.t("remove-button"))
            .danger()
            .line(shell.t("remove-goes"))
            .line(shell.t("remove-stays").with("left", left))
            .line(shell.t("remove-log"))
            .line(shell.t("remove-for-good"))
    }

    async fn run(
        db: &Db,
        caller: &Caller,
        user: UserId,
        reason: &str,
    ) -> Result<(), AnonymiseError> {
        users::anonymise(db, caller, user, reason).await.map(drop)
    }

    fn next(_: UserId) -> String {
        "/users?status=deactivated".to_owned()
    }
}
