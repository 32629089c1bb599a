//! Who owns the account, beside its settings.

use askama::Template;
use seatwise_domain::authz::Key;
use seatwise_domain::users::User;
use seatwise_domain::users::ownership::Offer;

use crate::frame::{hue, picture};
use crate::parts;
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::form::Block;
use crate::ui::users::words;

#[derive(Template)]
#[template(path = "ownership/panel.html")]
struct Panel<'a> {
    shell: &'a Shell,
    owner: &'a User,
    mail: String,
    offered: Option<String>,
    may_transfer: bool,
}

impl Panel<'_> {
    fn face(&self) -> parts::Face {
        let owner = self.owner;
        let off = words::is_off(owner);
        let face = parts::face(&owner.name, hue(owner.id), parts::Size::Medium, off);
        face.picture(picture(self.shell, owner).as_deref())
    }
}

/// The panel.
pub fn panel(signed: &Signed, owner: &User, offer: Option<&Offer>) -> Block {
    let shell = &signed.shell;
    Block::of(&Panel {
        shell,
        owner,
        mail: words::sign_in_name(owner),
        offered: offer.map(|offer| {
            shell
                .t("ownership-offered")
                .with("name", offer.to_name.as_str())
                .with("until", shell.moment(&offer.expires_at))
                .to_string()
        }),
        may_transfer: signed.caller.can(Key::TransferOwnership),
    })
}
