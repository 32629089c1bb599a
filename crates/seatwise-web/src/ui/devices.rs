//! Sessions and tokens as lines of a list, for the own profile and for administrators.

use seatwise_domain::authn::{ApiToken, SessionRow};
use seatwise_domain::ids::SessionId;

use crate::shell::Shell;

/// One session or token.
#[derive(Debug, Clone)]
pub struct Line {
    /// What kind of device.
    pub icon: &'static str,
    /// What it is called.
    pub device: String,
    /// Where and when.
    pub detail: String,
    /// Whether it is the one that asks.
    pub current: bool,
    /// Where its end is sent.
    pub end: Option<String>,
    /// The words of that button.
    pub end_label: String,
}

/// A session; `end` is given the path that ends one session.
pub fn session(
    shell: &Shell,
    row: &SessionRow,
    current: Option<SessionId>,
    end: impl Fn(SessionId) -> Option<String>,
) -> Line {
    let (icon, device) = device(shell, &row.agent);
    let mine = current == Some(row.id);
    Line {
        icon,
        device,
        detail: shell
            .t("user-session-detail")
            .with("address", row.address.as_str())
            .with("when", shell.ago(&row.seen_at))
            .to_string(),
        current: mine,
        end: if mine { None } else { end(row.id) },
        end_label: shell.t("user-session-end").to_string(),
    }
}

/// A token of the caller.
pub fn token(shell: &Shell, row: &ApiToken) -> Line {
    let right = if row.may_write {
        "me-token-writes"
    } else {
        "me-token-reads"
    };
    Line {
        icon: "plug",
        device: row.name.clone(),
        detail: format!(
            "{} · {}",
            shell.t(right),
            shell
                .t("me-token-created")
                .with("date", shell.day_of(&row.created_at))
        ),
        current: false,
        end: Some(shell.href(&format!("/me/tokens/{}/revoke", row.id))),
        end_label: shell.t("me-token-revoke").to_string(),
    }
}

/// Browser and system as far as the browser tells; never more than two words.
fn device(shell: &Shell, agent: &str) -> (&'static str, String) {
    let find = |names: &[(&'static str, &'static str)]| {
        names
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map(|(_, name)| *name)
    };
    let browser = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    let icon = match system {
        Some("iPhone" | "Android") => "smartphone",
        Some(_) => "laptop",
        None => "monitor",
    };
    let words = match (browser, system) {
        (Some(browser), Some(system)) => shell
            .t("user-device-on")
            .with("browser", browser)
            .with("system", system)
            .to_string(),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => shell.t("user-device-unknown").to_string(),
    };
    (icon, words)
}
