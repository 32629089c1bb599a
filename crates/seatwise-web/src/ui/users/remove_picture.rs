//! Removing the picture of somebody else: asked once, naming whose it is (J10).

use seatwise_domain::authz::{Caller, EditUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem::{self, ProblemKind};
use seatwise_domain::store::Db;
use seatwise_domain::users::{self, PictureError, User};

use super::asked::{Act, Asked};
use crate::shell::Shell;

/// The act.
pub struct RemovePicture;

impl Act for RemovePicture {
    type Needs = EditUsers;
    type Error = PictureError;
    const MENU: &'static str = "picture-remove";
    const DONE: &'static str = "picture-removed";

    fn refusal(_: &Caller, user: &User) -> Option<&'static ProblemKind> {
        user.picture.is_none().then_some(&problem::NOT_FOUND)
    }

    fn question(shell: &Shell, user: &User) -> Asked {
        let name = user.name.as_str();
        let title = shell.t("picture-remove-title").with("name", name);
        let button = shell.t("picture-remove");
        Asked::new(title, "/picture/remove", "trash-2", button)
            .danger()
            .line(shell.t("picture-remove-what").with("name", name))
    }

    async fn run(db: &Db, caller: &Caller, user: UserId, reason: &str) -> Result<(), PictureError> {
        users::remove_picture(db, caller, user, reason).await
    }

    fn next(user: UserId) -> String {
        format!("/users/{user}/edit")
    }
}
