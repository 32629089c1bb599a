//! The page that asks once before something is done to an import: which file, what happens, and the way back.

use axum::response::Response;
use seatwise_domain::imports::Import;

use crate::parts::{Input, Note};
use crate::shell::{Section, Shell};
use crate::signed::Signed;
use crate::ui::form::{FormPage, Panel};

/// What is asked.
pub(super) struct Asked {
    /// The words of the heading.
    pub title: &'static str,
    /// Where the form is sent, below the import's page.
    pub path: &'static str,
    /// Icon and words of the button.
    pub button: (&'static str, String),
    /// Whether something is taken away.
    pub danger: bool,
    /// What stands in the way.
    pub note: Option<Note>,
    /// A sentence about what happens.
    pub text: Option<String>,
    /// What happens, in numbers.
    pub facts: Vec<(String, String)>,
    /// What is to be said with it.
    pub inputs: Vec<Input>,
}

impl Asked {
    /// A count among the facts.
    pub fn fact(shell: &Shell, key: &str, count: u64) -> (String, String) {
        (shell.t(key).to_string(), shell.number(count))
    }

    /// The page.
    pub fn page(self, signed: &mut Signed, import: &Import) -> Response {
        let here = format!("/imports/{}", import.id);
        let home = signed.shell.href(&here);
        let title = signed.shell.t(self.title).to_string();
        signed
            .shell
            .at(Section::Imports)
            .crumb(&import.file_name, Some(home.clone()))
            .crumb(&title, None);
        let shell = &signed.shell;
        let action = shell.href(&[&here, self.path].concat());
        let (icon, button) = self.button;
        let mut page = FormPage::new(shell, title, action, button, home);
        page.lead = Some(import.file_name.clone());
        page.icon = icon;
        page.danger = self.danger;
        page.notes = self.note.into_iter().collect();
        page.panels.push(Panel {
            title: shell.t("deactivate-after").to_string(),
            text: self.text,
            facts: self.facts,
            inputs: self.inputs,
            ..Panel::default()
        });
        signed.page(&page)
    }
}
