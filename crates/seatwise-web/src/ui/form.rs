//! What forms share: reading them, keeping what was typed, saying what is wrong at which field.

use askama::Template;
use axum::extract::{FromRequest, Request};
use axum_extra::extract::Form;
use seatwise_domain::problem::{self, ProblemKind, ToProblem};
use serde::de::DeserializeOwned;

use super::failure::Failure;
use crate::app::App;
use crate::locale::Lang;
use crate::parts::{Choice, Face, Input, Note, Seats, Tone, choice, note};
use crate::problem as words;
use crate::shell::Shell;
use crate::visitor::Visitor;

/// A form that was sent; one that cannot be read is answered with a page. Repeated names become lists.
#[derive(Debug)]
pub struct Posted<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Posted<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let visitor = Visitor::read(&parts, app);
        match Form::<T>::from_request(Request::from_parts(parts, body), app).await {
            Ok(Form(form)) => Ok(Self(form)),
            Err(_) => Err(visitor.refuse(&problem::BAD_REQUEST)),
        }
    }
}

/// What is wrong with a form: one problem, at its field if it has one.
#[derive(Debug, Clone, Default)]
pub struct Wrong(Option<Said>);

#[derive(Debug, Clone)]
struct Said {
    kind: &'static ProblemKind,
    field: Option<&'static str>,
    text: String,
    detail: Option<String>,
    /// What is wrong and what to do, for the place beside the field.
    both: String,
}

impl Wrong {
    /// Nothing yet.
    pub const fn none() -> Self {
        Self(None)
    }

    /// The problem of an operation, in the words of the page.
    pub fn of(shell: &Shell, error: &dyn ToProblem) -> Self {
        let text = words::said(shell.lang, error);
        Self::saying(error.problem(), text, words::advice(shell.lang, error))
    }

    /// A line of the problem table, where a form itself finds what is wrong.
    pub fn of_kind(shell: &Shell, kind: &'static ProblemKind) -> Self {
        let text = words::title(shell.lang, kind);
        Self::saying(kind, text, words::detail(shell.lang, kind))
    }

    fn saying(kind: &'static ProblemKind, text: String, detail: Option<String>) -> Self {
        let both = match &detail {
            // No blank between sentences of full-width characters.
            Some(detail) if text.ends_with('。') => [text.as_str(), detail].concat(),
            Some(detail) => [text.as_str(), detail].join(" "),
            None => text.clone(),
        };
        Self(Some(Said {
            kind,
            field: kind.field,
            text,
            detail,
            both,
        }))
    }

    /// The same at another field, where a form has its own name for it.
    pub fn moved(mut self, field: &'static str) -> Self {
        if let Some(said) = &mut self.0 {
            said.field = Some(field);
        }
        self
    }

    /// The words at this field: what is wrong, and what to do.
    pub fn at(&self, field: &str) -> Option<&str> {
        let said = self.0.as_ref()?;
        (said.field == Some(field)).then_some(said.both.as_str())
    }

    /// The code of the problem.
    pub fn code(&self) -> Option<&'static str> {
        self.0.as_ref().map(|said| said.kind.code)
    }

    /// A note for a problem whose field is not on the form.
    pub fn note(&self, fields: &[&str]) -> Option<Note> {
        let said = self.0.as_ref()?;
        if said.field.is_some_and(|field| fields.contains(&field)) {
            return None;
        }
        let mut made = note(Tone::Danger, "triangle-alert", &said.text).arrived();
        if let Some(detail) = &said.detail {
            made = made.text(detail);
        }
        Some(made)
    }
}

/// The five languages to choose from, each by its own name.
pub fn languages() -> Vec<Choice> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let mut made = choice(lang.code(), lang.name());
            made.lang = Some(lang.tag());
            made
        })
        .collect()
}

/// One of several large radio choices.
#[derive(Debug, Clone)]
pub struct Radio {
    /// The field.
    pub name: &'static str,
    /// What is sent.
    pub value: &'static str,
    /// Its words.
    pub label: String,
    /// What it means.
    pub text: String,
    /// Whether it is chosen.
    pub checked: bool,
}

/// One panel of a form.
#[derive(Default)]
pub struct Panel {
    /// Its heading.
    pub title: String,
    /// A sentence on top.
    pub text: Option<String>,
    /// Facts to check before sending.
    pub facts: Vec<(String, String)>,
    /// Radio choices.
    pub choices: Vec<Radio>,
    /// Its inputs.
    pub inputs: Vec<Input>,
    /// Whether inputs stand in two columns.
    pub two: bool,
    /// For what few need: the panel opens by its heading.
    pub folded: Option<Folded>,
}

/// How a panel looks that opens by its heading.
pub struct Folded {
    /// What is in it, beside the heading.
    pub summary: String,
    /// Whether it is open from the start.
    pub open: bool,
}

/// The panel beside a form that says what happens.
pub struct Aside {
    /// Its heading.
    pub title: String,
    /// Seats as they will be.
    pub seats: Option<Seats>,
    /// Sentences with icons.
    pub lines: Vec<(&'static str, String)>,
}

/// A page with one form.
#[derive(Template)]
#[template(path = "forms/form.html")]
pub struct FormPage<'a> {
    /// The frame.
    pub shell: &'a Shell,
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub lead: Option<String>,
    /// Whom it is about.
    pub face: Option<Face>,
    /// What is wrong, or to be known.
    pub notes: Vec<Note>,
    /// Where it is sent.
    pub action: String,
    /// Its panels.
    pub panels: Vec<Panel>,
    /// What happens.
    pub aside: Option<Aside>,
    /// The words of the button.
    pub button: String,
    /// The icon of the button.
    pub icon: &'static str,
    /// Whether the button takes something away.
    pub danger: bool,
    /// A second button: name, value and words.
    pub second: Option<(&'static str, &'static str, String)>,
    /// Where Cancel leads.
    pub cancel: String,
    /// Panels with forms of their own, after this one.
    pub below: Vec<Block>,
}

/// A panel with a form of its own, as its template wrote it.
pub struct Block(String);

impl Block {
    /// Of a template, which escapes what it shows.
    pub fn of(panel: &impl Template) -> Self {
        Self(panel.to_string())
    }
}

impl std::fmt::Display for Block {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Block {}

impl<'a> FormPage<'a> {
    /// A page with nothing but its heading, button and way back.
    pub fn new(
        shell: &'a Shell,
        title: impl ToString,
        action: String,
        button: impl ToString,
        cancel: String,
    ) -> Self {
        Self {
            shell,
            title: title.to_string(),
            lead: None,
            face: None,
            notes: Vec::new(),
            action,
            panels: Vec::new(),
            aside: None,
            button: button.to_string(),
            icon: "check",
            danger: false,
            second: None,
            cancel,
            below: Vec::new(),
        }
    }

    fn has_file(&self) -> bool {
        let mut inputs = self.panels.iter().flat_map(|panel| &panel.inputs);
        inputs.any(|input| matches!(input, Input::Field(field) if field.is_file()))
    }
}

/// A page before the sign-in: one narrow form.
#[derive(Template)]
#[template(path = "bare/form.html")]
pub struct BareForm<'a> {
    /// The frame.
    pub shell: &'a Shell,
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub lead: Option<String>,
    /// What is wrong, or was done.
    pub note: Option<Note>,
    /// Where it is sent.
    pub action: String,
    /// Its inputs.
    pub inputs: Vec<Input>,
    /// The words of the button; none for a page that only says something.
    pub button: Option<String>,
    /// Links below.
    pub links: Vec<(String, String)>,
}
