//! Resetting somebody's password: asked once, then sessions end and a mail goes out.

use seatwise_domain::authz::{Caller, ResetPasswords};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem::{ProblemKind, ToProblem as _};
use seatwise_domain::store::Db;
use seatwise_domain::users::{self, ResetError, User};

use super::asked::{Act, Asked};
use crate::shell::Shell;

/// The act.
pub struct ResetPassword;

impl Act for ResetPassword {
    type Needs = ResetPasswords;
    type Error = ResetError;
    const MENU: &'static str = "user-reset-password";
    const DONE: &'static str = "reset-user-done";

    fn refusal(_: &Caller, user: &User) -> Option<&'static ProblemKind> {
        let refused = users::may_be_reset(user).err();
        refused.map(|error| error.problem())
    }

    fn question(shell: &Shell, user: &User) -> Asked {
        let name = user.name.as_str();
        let title = shell.t("reset-user-title").with("name", name);
        let button = shell.t("reset-user-button");
        Asked::new(title, "/reset-password", "key-round", button)
            .line(shell.t("reset-user-sessions"))
            .line(shell.t("reset-user-deleted"))
            .line(shell.t("reset-user-mail").with("name", name))
    }

    async fn run(db: &Db, caller: &Caller, user: UserId, reason: &str) -> Result<(), ResetError> {
        users::reset_by_admin(db, caller, user, reason)
            .await
            .map(drop)
    }
}
