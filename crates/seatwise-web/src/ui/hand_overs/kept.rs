//! The leads that an undo left where they are, each with who changed it, when and how.

use askama::Template;
use askama::filters::HtmlSafe;
use seatwise_domain::audit::EventKind;
use seatwise_domain::handover::{Kept, KeptBecause};
use seatwise_domain::store::Page;

use crate::shell::Shell;
use crate::ui::audit as audit_words;

/// One lead that stays.
struct Line {
    href: String,
    title: String,
    owner: String,
    why: String,
    who_when: Option<String>,
}

/// The list of them.
#[derive(Template)]
#[template(path = "hand_overs/kept.html")]
pub struct KeptLeads {
    title: String,
    lines: Vec<Line>,
    all: Option<(String, String)>,
}

impl HtmlSafe for KeptLeads {}

/// The list; nothing where no lead stays. `all` is the page with the rest, when this is the beginning.
pub fn kept_leads(
    shell: &Shell,
    page: &Page<Kept>,
    title: &str,
    all: Option<String>,
) -> Option<KeptLeads> {
    if page.items.is_empty() {
        return None;
    }
    let total = page.total.number;
    let more = page.total.more || total > page.items.len() as u64;
    Some(KeptLeads {
        title: shell.t(title).with("count", total).to_string(),
        lines: page.items.iter().map(|kept| line(shell, kept)).collect(),
        all: all
            .filter(|_| more)
            .map(|href| (href, shell.t("handover-kept-all").to_string())),
    })
}

fn line(shell: &Shell, kept: &Kept) -> Line {
    let (why, who_when) =
        match &kept.because {
            KeptBecause::FormerOwnerGone => (shell.t("handover-kept-gone").to_string(), None),
            KeptBecause::Touched {
                kind,
                by,
                by_kind,
                at,
                changes,
                ..
            } => {
                let mut words = vec![match kind {
                    EventKind::LeadEdited | EventKind::NoteAdded => {
                        audit_words::about(shell, *kind, &kept.title)
                    }
                    // Acts on many leads are about the person or about nothing.
                    _ => audit_words::kind_words(shell, *kind),
                }];
                words.extend(audit_words::values(shell, changes).into_iter().take(3).map(
                    |change| {
                        shell
                            .t("lead-event-change")
                            .with("field", change.label)
                            .with("before", change.before)
                            .with("after", change.after)
                            .to_string()
                    },
                ));
                let by = audit_words::actor(shell.lang, by_kind, by);
                let who_when = format!("{by} · {}", shell.moment(at));
                (words.join("; "), Some(who_when))
            }
        };
    Line {
        href: shell.href(&format!("/leads/{}", kept.lead)),
        title: kept.title.clone(),
        owner: kept.owner.as_ref().map_or_else(
            || shell.t("handover-unassigned").to_string(),
            |owner| owner.name.clone(),
        ),
        why,
        who_when,
    }
}
