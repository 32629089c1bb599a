//! What a row says about a person.

use uuid::Uuid;

use super::Field;
use super::judge::{Detail, Frame, Note, NoteCode, RawRow, Reason, shortened};
use super::values;
use crate::ids::UserId;
use crate::tenants::LANGUAGES;
use crate::text::{EmailAddress, NAME_MAX, line, optional_line};
use crate::users::{FieldError, NewUser, Prepared, User, prepare};

/// A row that names a person.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// Checked as at every other door; the id is given when the person is added.
    pub prepared: Prepared,
    pub email: EmailAddress,
    /// The file has a name; else the one in `prepared` is made of the address.
    pub named: bool,
    pub team: Option<String>,
    /// The cell with roles, as it stands in the file.
    pub roles: Option<String>,
}

/// Why a row is not taken.
pub(super) type Refusal = (Reason, Box<Detail>);

pub(super) fn because(reason: Reason, detail: Detail) -> Refusal {
    (reason, Box::new(detail))
}

impl Person {
    /// What nobody else may have: the address and the sign-in name, folded.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let login = self.prepared.login.as_ref().map(|(_, key)| key.as_str());
        std::iter::once(self.email.key()).chain(login)
    }

    /// The person with the values of the row; none when that changes nothing. What the row leaves out stays.
    pub(super) fn changed(&self, known: &User) -> Option<User> {
        let new = &self.prepared;
        let mut user = known.clone();
        if self.named {
            user.name.clone_from(&new.name);
        }
        for (slot, value) in [
            (&mut user.phone, &new.phone),
            (&mut user.gender, &new.gender),
            (&mut user.job_title, &new.job_title),
            (&mut user.language, &new.language),
        ] {
            if value.is_some() {
                slot.clone_from(value);
            }
        }
        user.started_on = new.started_on.or(user.started_on);
        let profile = |user: &User| {
            let user = user.clone();
            (
                user.name,
                user.phone,
                user.gender,
                user.job_title,
                user.language,
                user.started_on,
            )
        };
        (profile(&user) != profile(known)).then_some(user)
    }
}

/// Reads a row; values that are optional and wrong are left out with a note, and the row stays good.
pub(super) fn read(frame: &Frame, row: &RawRow) -> Result<(Person, Vec<Note>), Refusal> {
    if row.is_blank() {
        return Err(because(Reason::EmptyRow, Detail::default()));
    }
    let cell = |field| frame.cell(row, field);
    let name = name(frame, row)?;
    let address = cell(Field::Email);
    if address.is_empty() {
        return Err(because(Reason::EmailMissing, Detail::default()));
    }
    let mut notes = Vec::new();
    let new = optional_values(frame, row, &mut notes);
    let new = NewUser {
        name: Some(name.clone()),
        email: Some(address.to_owned()),
        login: Some(cell(Field::Login).to_owned()),
        ..new
    };
    let prepared =
        prepare(UserId(Uuid::nil()), &new).map_err(|error| refusal(error, frame, row))?;
    let email = prepared
        .email
        .clone()
        .ok_or_else(|| because(Reason::EmailMissing, Detail::default()))?;
    let team = match cell(Field::Team) {
        "" => None,
        team => Some(
            line(team, NAME_MAX)
                .map_err(|_| because(Reason::TextInvalid, Detail::value(Field::Team, team)))?,
        ),
    };
    if row.cells.len() > frame.columns.len() {
        notes.push(Note {
            code: NoteCode::CellsBeyond,
            field: None,
            value: String::new(),
        });
    }
    Ok((
        Person {
            prepared,
            email,
            named: !name.is_empty(),
            team,
            roles: Some(cell(Field::Role))
                .filter(|cell| !cell.is_empty())
                .map(str::to_owned),
        },
        notes,
    ))
}

fn optional_values(frame: &Frame, row: &RawRow, notes: &mut Vec<Note>) -> NewUser {
    let mut read = |field, code, read: &dyn Fn(&str) -> Option<String>| -> Option<String> {
        let text = frame.cell(row, field);
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            notes.push(Note {
                code,
                field: Some(field),
                value: shortened(text),
            });
        }
        value
    };
    let order = frame.options.date_order;
    let short = |text: &str| optional_line(text, NAME_MAX).ok().flatten();
    let date = |text: &str| values::date(text, order).map(|date| date.to_string());
    NewUser {
        phone: read(Field::Phone, NoteCode::PhoneNotTaken, &values::phone),
        job_title: read(Field::JobTitle, NoteCode::WordNotTaken, &short),
        gender: read(Field::Salutation, NoteCode::WordNotTaken, &|text| {
            gender(text).map(str::to_owned)
        }),
        language: read(Field::Language, NoteCode::WordNotTaken, &|text| {
            language(text).map(str::to_owned)
        }),
        started_on: read(Field::StartedOn, NoteCode::DateNotTaken, &date)
            .and_then(|date| date.parse().ok()),
        ..NewUser::default()
    }
}

fn refusal(error: FieldError, frame: &Frame, row: &RawRow) -> Refusal {
    let (reason, field) = match error {
        FieldError::NoSignInName | FieldError::NoWayIn | FieldError::Email(_) => {
            (Reason::EmailInvalid, Field::Email)
        }
        FieldError::Login => (Reason::LoginInvalid, Field::Login),
        FieldError::Name(_) => (Reason::NameInvalid, Field::Name),
        FieldError::Phone(_) => (Reason::TextInvalid, Field::Phone),
        FieldError::Language => (Reason::TextInvalid, Field::Language),
        // A file may leave out what the form asks for, and bring what it does not ask for.
        FieldError::Text(_)
        | FieldError::Needed(_)
        | FieldError::NotAsked(_)
        | FieldError::PasswordByLink
        | FieldError::Password(_) => (Reason::TextInvalid, Field::JobTitle),
    };
    because(reason, Detail::value(field, frame.cell(row, field)))
}

/// The name from one column or two. A formula is no name.
fn name(frame: &Frame, row: &RawRow) -> Result<String, Refusal> {
    let parts = [Field::FirstName, Field::LastName, Field::Name]
        .map(|field| (field, frame.cell(row, field)));
    for (field, part) in parts {
        if part.starts_with(['=', '@', '+']) {
            return Err(because(Reason::NameInvalid, Detail::value(field, part)));
        }
    }
    let [(_, first), (_, last), (_, full)] = parts;
    Ok(if full.is_empty() {
        format!("{first} {last}").trim().to_owned()
    } else {
        full.to_owned()
    })
}

/// Salutations as files have them; what they do not tell is left out.
fn gender(text: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &[&str])] = &[
        (
            "female",
            &[
                "f",
                "female",
                "woman",
                "mrs",
                "ms",
                "miss",
                "frau",
                "w",
                "weiblich",
                "ж",
                "женский",
                "г-жа",
                "жіноча",
                "жінка",
                "пані",
                "女",
                "女士",
            ],
        ),
        (
            "male",
            &[
                "m",
                "male",
                "man",
                "mr",
                "herr",
                "männlich",
                "м",
                "мужской",
                "г-н",
                "чоловіча",
                "чоловік",
                "пан",
                "男",
                "先生",
            ],
        ),
        (
            "other",
            &[
                "x",
                "d",
                "divers",
                "diverse",
                "other",
                "mx",
                "non-binary",
                "другое",
                "інше",
                "其他",
            ],
        ),
    ];
    word(text, WORDS)
}

/// A language by its code or its name.
fn language(text: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &[&str])] = &[
        (
            "en",
            &["english", "englisch", "английский", "англійська", "英语"],
        ),
        ("de", &["german", "deutsch", "немецкий", "німецька", "德语"]),
        (
            "ru",
            &["russian", "russisch", "русский", "російська", "俄语"],
        ),
        (
            "uk",
            &[
                "ukrainian",
                "ukrainisch",
                "украинский",
                "українська",
                "乌克兰语",
            ],
        ),
        (
            "zh",
            &["chinese", "chinesisch", "китайский", "китайська", "中文"],
        ),
    ];
    let wanted = text.to_lowercase();
    LANGUAGES
        .into_iter()
        .find(|code| *code == wanted)
        .or_else(|| word(text, WORDS))
}

fn word(text: &str, words: &[(&'static str, &[&str])]) -> Option<&'static str> {
    let wanted = text.trim_end_matches('.').to_lowercase();
    words
        .iter()
        .find(|(_, words)| words.contains(&wanted.as_str()))
        .map(|(word, _)| *word)
}
