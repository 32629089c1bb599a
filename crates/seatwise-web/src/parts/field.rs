//! Labelled inputs with their hint and error, one markup for all forms.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

/// An input with its label; built up by what it needs.
#[derive(Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    name: &'static str,
    id: &'static str,
    label: String,
    kind: &'static str,
    value: String,
    hint: Option<String>,
    error: Option<String>,
    way_out: Option<(String, String)>,
    optional: Option<String>,
    autocomplete: Option<&'static str>,
    mode: Option<&'static str>,
    accept: Option<&'static str>,
    placeholder: Option<String>,
    max: usize,
    required: bool,
    disabled: bool,
    focus: bool,
    rows: u8,
}

/// A line of text.
pub fn field(name: &'static str, label: impl Display) -> Field {
    Field {
        name,
        id: name,
        label: label.to_string(),
        kind: "text",
        value: String::new(),
        hint: None,
        error: None,
        way_out: None,
        optional: None,
        autocomplete: None,
        mode: None,
        accept: None,
        placeholder: None,
        max: 200,
        required: false,
        disabled: false,
        focus: false,
        rows: 0,
    }
}

/// Several lines of text.
pub fn area(name: &'static str, label: impl Display, rows: u8) -> Field {
    let mut made = field(name, label);
    made.rows = rows;
    made.max = 10_000;
    made
}

impl Field {
    /// The name under which it is sent.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Another id than the name, where a page has the same field twice.
    pub fn id(mut self, id: &'static str) -> Self {
        self.id = id;
        self
    }

    /// `email`, `password`, `date`, `number`, `tel`, `search`.
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// What was typed before. Never given for a password.
    pub fn value(mut self, value: impl Display) -> Self {
        self.value = value.to_string();
        self
    }

    /// A sentence below.
    pub fn hint(mut self, hint: impl Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// What is wrong with it, if anything.
    pub fn error(mut self, error: Option<impl Display>) -> Self {
        self.error = error.map(|error| error.to_string());
        self
    }

    /// A link after the error that leads on: where and in which words.
    pub fn way_out(mut self, way: Option<(String, String)>) -> Self {
        self.way_out = way;
        self
    }

    /// The word that marks it as optional.
    pub fn optional(mut self, word: impl Display) -> Self {
        self.optional = Some(word.to_string());
        self
    }

    /// What a password manager or browser may fill in.
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// The keyboard of a phone.
    pub fn mode(mut self, mode: &'static str) -> Self {
        self.mode = Some(mode);
        self
    }

    /// A file of these types.
    pub fn file(mut self, accept: &'static str) -> Self {
        self.kind = "file";
        self.accept = Some(accept);
        self
    }

    /// Whether it takes a file, so that its form is sent in parts.
    pub fn is_file(&self) -> bool {
        self.accept.is_some()
    }

    /// An example in the empty input.
    pub fn placeholder(mut self, text: impl Display) -> Self {
        self.placeholder = Some(text.to_string());
        self
    }

    /// The longest text it takes.
    pub fn max(mut self, max: usize) -> Self {
        self.max = max;
        self
    }

    /// The browser asks for it before sending.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Shown, but not to be changed, and why. A browser does not send it.
    pub fn disabled(mut self, why: impl Display) -> Self {
        self.disabled = true;
        self.optional = None;
        self.hint(why)
    }

    /// The first thing to fill in.
    pub fn focus(mut self) -> Self {
        self.focus = true;
        self
    }

    /// Whether the browser knows a longest length for this kind.
    fn bounded(&self) -> bool {
        !matches!(self.kind, "date" | "number" | "file")
    }

    fn described(&self) -> bool {
        self.hint.is_some() || self.error.is_some()
    }
}

/// A choice of one from a list.
#[derive(Template)]
#[template(path = "parts/select.html")]
pub struct Select {
    name: &'static str,
    id: String,
    label: String,
    hidden_label: bool,
    options: Vec<Choice>,
    groups: Vec<(String, Vec<Choice>)>,
    chosen: String,
    empty: Option<String>,
    hint: Option<String>,
    error: Option<String>,
    optional: Option<String>,
    submit: bool,
    form: Option<String>,
}

/// One entry of a list to choose from.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// The language of the words, where it is not the page's.
    pub lang: Option<&'static str>,
}

/// One entry of a list to choose from.
pub fn choice(value: impl Display, label: impl Display) -> Choice {
    Choice {
        value: value.to_string(),
        label: label.to_string(),
        lang: None,
    }
}

/// A choice of one from a list.
pub fn select(name: &'static str, label: impl Display, options: Vec<Choice>) -> Select {
    Select {
        name,
        id: name.to_owned(),
        label: label.to_string(),
        hidden_label: false,
        options,
        groups: Vec::new(),
        chosen: String::new(),
        empty: None,
        hint: None,
        error: None,
        optional: None,
        submit: false,
        form: None,
    }
}

impl Select {
    /// The chosen value.
    pub fn chosen(mut self, value: impl Display) -> Self {
        self.chosen = value.to_string();
        self
    }

    /// Further entries under a heading.
    pub fn group(mut self, heading: impl Display, options: Vec<Choice>) -> Self {
        if !options.is_empty() {
            self.groups.push((heading.to_string(), options));
        }
        self
    }

    /// Its own id, where the name stands more than once on the page.
    pub fn id(mut self, id: impl Display) -> Self {
        self.id = id.to_string();
        self
    }

    /// The label is for screen readers alone, since the table's head says it.
    pub fn unlabelled(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// The words of an entry that chooses nothing.
    pub fn empty(mut self, words: impl Display) -> Self {
        self.empty = Some(words.to_string());
        self
    }

    /// A sentence below.
    pub fn hint(mut self, hint: impl Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// What is wrong with it, if anything.
    pub fn error(mut self, error: Option<impl Display>) -> Self {
        self.error = error.map(|error| error.to_string());
        self
    }

    /// The word that marks it as optional.
    pub fn optional(mut self, word: impl Display) -> Self {
        self.optional = Some(word.to_string());
        self
    }

    /// Sends its form as soon as a choice is made, where scripts run.
    pub fn submits(mut self) -> Self {
        self.submit = true;
        self
    }

    /// Belongs to the form of this id.
    pub fn form(mut self, form: impl Display) -> Self {
        self.form = Some(form.to_string());
        self
    }
}

/// A search beside a choice of people that is too long for one list; it shows the same page again.
#[derive(Template)]
#[template(path = "parts/finder.html")]
pub struct Finder {
    name: &'static str,
    label: String,
    value: String,
    button: String,
    shown: String,
    compact: bool,
    form: Option<String>,
    action: Option<String>,
}

/// A search with its label, its button and the sentence that tells how many are shown.
pub fn finder(
    name: &'static str,
    label: impl Display,
    button: impl Display,
    shown: impl Display,
) -> Finder {
    Finder {
        name,
        label: label.to_string(),
        value: String::new(),
        button: button.to_string(),
        shown: shown.to_string(),
        compact: false,
        form: None,
        action: None,
    }
}

impl Finder {
    /// What was searched.
    pub fn value(mut self, value: impl Display) -> Self {
        self.value = value.to_string();
        self
    }

    /// The label stands inside the input, where there is little room.
    pub fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// Belongs to the form of this id.
    pub fn form(mut self, form: impl Display) -> Self {
        self.form = Some(form.to_string());
        self
    }

    /// The page that is shown again, where the form itself is sent elsewhere.
    pub fn asks(mut self, action: impl Display) -> Self {
        self.action = Some(action.to_string());
        self
    }
}

impl HtmlSafe for Field {}
impl HtmlSafe for Finder {}
impl HtmlSafe for Select {}
