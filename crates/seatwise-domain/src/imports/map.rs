//! Which column goes into which field: guessed by names and content, then adjusted by the admin.

use serde::{Deserialize, Serialize};

use super::values::{DateOrder, order_of};
use super::words::field_of;
use super::{Column, ImportKind};
use crate::problem::{self, ProblemKind, ToProblem};

macro_rules! fields {
    ($($name:ident = $word:literal, [$($kind:ident),*];)*) => {
        /// A field that a column can go into.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Field { $(#[doc = concat!("`", $word, "`")] $name),* }

        impl Field {
            /// All fields, in the order in which a page offers them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The public word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// The kinds of import that have the field.
            pub const fn kinds(self) -> &'static [ImportKind] {
                match self { $(Self::$name => &[$(ImportKind::$kind),*]),* }
            }
        }

        impl std::str::FromStr for Field {
            type Err = crate::authz::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($word => Ok(Self::$name),)* _ => Err(crate::authz::UnknownWord) }
            }
        }
    };
}

fields! {
    Name         = "name",          [Users];
    FirstName    = "first_name",    [Users];
    LastName     = "last_name",     [Users];
    Email        = "email",         [Users];
    Login        = "login",         [Users];
    Phone        = "phone",         [Users];
    Team         = "team",          [Users];
    Role         = "role",          [Users];
    JobTitle     = "job_title",     [Users];
    Salutation   = "salutation",    [Users];
    StartedOn    = "started_on",    [Users];
    Language     = "language",      [Users];
    Title        = "title",         [Leads];
    Owner        = "owner",         [Leads];
    Stage        = "stage",         [Leads];
    Value        = "value",         [Leads];
    OpenedOn     = "opened_on",     [Leads];
    ClosedOn     = "closed_on",     [Leads];
    ExternalId   = "external_id",   [Leads];
    ContactName  = "contact_name",  [Leads];
    ContactEmail = "contact_email", [Leads];
    NextStep     = "next_step",     [Leads];
    NextStepOn   = "next_step_on",  [Leads];
    // A field of its own, called as the column is.
    Extra        = "extra",         [Leads];
}

impl Serialize for Field {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The field of each column, in the order of the file; none for a column that is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(pub Vec<Option<Field>>);

/// How a guess was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchedBy {
    /// The column is called like the field.
    Name,
    /// The values look like those of the field.
    Content,
    /// The column is left out.
    Nothing,
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// Without this field no row can be taken.
    #[error("no column goes into {}", .0.as_str())]
    Missing(Field),
    /// Two columns go into one field.
    #[error("two columns go into {}", .0.as_str())]
    Twice(Field),
    /// The field belongs to another kind of import.
    #[error("{} is no field of this import", .0.as_str())]
    Foreign(Field),
    /// There are not as many entries as columns.
    #[error("the mapping does not fit the columns")]
    Width,
}

impl ToProblem for MappingError {
    fn problem(&self) -> &'static ProblemKind {
        &problem::MAPPING_INVALID
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Missing(field) | Self::Twice(field) | Self::Foreign(field) => {
                vec![("field", field.as_str().to_owned())]
            }
            Self::Width => Vec::new(),
        }
    }
}

impl Mapping {
    /// The field of a column.
    pub fn field(&self, column: usize) -> Option<Field> {
        self.0.get(column).copied().flatten()
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.0.iter().position(|found| *found == Some(field))
    }

    /// Whether rows can be read by it.
    pub fn validate(&self, kind: ImportKind, columns: usize) -> Result<(), MappingError> {
        if self.0.len() != columns {
            return Err(MappingError::Width);
        }
        let mut seen = Vec::new();
        for field in self.0.iter().flatten() {
            if !field.kinds().contains(&kind) {
                return Err(MappingError::Foreign(*field));
            }
            if *field != Field::Extra && seen.contains(field) {
                return Err(MappingError::Twice(*field));
            }
            seen.push(*field);
        }
        let needed = Field::needed(kind);
        match needed.first() {
            Some(first) if !needed.iter().any(|field| seen.contains(field)) => {
                Err(MappingError::Missing(*first))
            }
            _ => Ok(()),
        }
    }
}

/// Guesses the field of each column, by its name in five languages and then by its first values.
pub fn guess(kind: ImportKind, columns: &[Column]) -> (Mapping, Vec<MatchedBy>) {
    let mut mapping = vec![None; columns.len()];
    let mut how = vec![MatchedBy::Nothing; columns.len()];
    for (at, column) in columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !column.blank)
    {
        if let Some(field) =
            field_of(kind, &column.name).filter(|field| !mapping.contains(&Some(*field)))
        {
            set(&mut mapping, &mut how, at, field, MatchedBy::Name);
        }
    }
    for (at, column) in columns.iter().enumerate() {
        if mapping.get(at).copied().flatten().is_some() {
            continue;
        }
        if let Some(field) =
            by_content(kind, column).filter(|field| !mapping.contains(&Some(*field)))
        {
            set(&mut mapping, &mut how, at, field, MatchedBy::Content);
        } else if kind == ImportKind::Leads && !column.blank {
            // Nothing of a lead is lost: what has no field of ours becomes one of its own.
            set(&mut mapping, &mut how, at, Field::Extra, MatchedBy::Name);
        }
    }
    (Mapping(mapping), how)
}

fn set(
    mapping: &mut [Option<Field>],
    how: &mut [MatchedBy],
    at: usize,
    field: Field,
    by: MatchedBy,
) {
    if let (Some(slot), Some(mark)) = (mapping.get_mut(at), how.get_mut(at)) {
        *slot = Some(field);
        *mark = by;
    }
}

fn by_content(kind: ImportKind, column: &Column) -> Option<Field> {
    let filled: Vec<&str> = column
        .samples
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    let addresses = filled
        .iter()
        .filter(|text| crate::text::EmailAddress::parse(text).is_ok())
        .count();
    if filled.is_empty() || addresses * 2 <= filled.len() {
        return None;
    }
    Some(match kind {
        ImportKind::Users => Field::Email,
        ImportKind::Leads => Field::ContactEmail,
    })
}

/// The order of dates that the first values speak for.
pub fn guess_date_order(columns: &[Column]) -> DateOrder {
    columns
        .iter()
        .map(|column| order_of(column.samples.iter().map(String::as_str)))
        .find(|order| *order == DateOrder::MonthFirst)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(names: &[&str]) -> Vec<Column> {
        names
            .iter()
            .map(|name| Column {
                name: (*name).to_owned(),
                letter: String::new(),
                blank: false,
                samples: Vec::new(),
            })
            .collect()
    }

    fn words(kind: ImportKind, names: &[&str]) -> Vec<&'static str> {
        guess(kind, &columns(names))
            .0
            .0
            .iter()
            .map(|field| field.map_or("", Field::as_str))
            .collect()
    }

    #[test]
    fn the_columns_of_real_files_are_known() {
        assert_eq!(
            words(
                ImportKind::Users,
                &[
                    "Anrede",
                    "Vorname",
                    "Nachname",
                    "E-Mail",
                    "Benutzergruppe",
                    "Telefon",
                    "Eintritt"
                ]
            ),
            [
                "salutation",
                "first_name",
                "last_name",
                "email",
                "team",
                "phone",
                "started_on"
            ]
        );
        assert_eq!(
            words(
                ImportKind::Users,
                &[
                    "Name",
                    "E-mail",
                    "Position",
                    "Team",
                    "Office",
                    "Manager",
                    "Phone",
                    "Start date"
                ]
            ),
            [
                "name",
                "email",
                "job_title",
                "team",
                "",
                "",
                "phone",
                "started_on"
            ]
        );
        assert_eq!(
            words(
                ImportKind::Leads,
                &[
                    "opportunity_id",
                    "sales_agent",
                    "product",
                    "account",
                    "deal_stage",
                    "engage_date",
                    "close_date",
                    "close_value"
                ]
            ),
            [
                "external_id",
                "owner",
                "extra",
                "extra",
                "stage",
                "opened_on",
                "closed_on",
                "value"
            ]
        );
    }

    #[test]
    fn columns_are_known_in_five_languages() {
        for names in [
            ["First name", "Last name", "E-mail", "Team", "Role"],
            [
                "Vorname",
                "Nachname",
                "E-Mail-Adresse",
                "Abteilung",
                "Rolle",
            ],
            ["Имя", "Фамилия", "Электронная почта", "Отдел", "Роль"],
            ["Ім’я", "Прізвище", "Електронна пошта", "Відділ", "Ролі"],
            ["名", "姓", "电子邮箱", "部门", "角色"],
        ] {
            assert_eq!(
                words(ImportKind::Users, &names),
                ["first_name", "last_name", "email", "team", "role"],
                "{names:?}"
            );
        }
    }

    #[test]
    fn addresses_are_known_by_their_look() {
        let mut columns = columns(&["Wer", "Kontaktweg"]);
        columns[1].samples = vec![
            "a@b.example".to_owned(),
            "n/a".to_owned(),
            "c@d.example".to_owned(),
        ];
        let (mapping, how) = guess(ImportKind::Users, &columns);
        assert_eq!(mapping.0, [None, Some(Field::Email)]);
        assert_eq!(how, [MatchedBy::Nothing, MatchedBy::Content]);
    }

    #[test]
    fn a_mapping_that_reads_no_row_is_refused() {
        let of = |fields: &[Option<Field>]| Mapping(fields.to_vec()).validate(ImportKind::Users, 2);
        assert_eq!(
            of(&[Some(Field::Name), None]),
            Err(MappingError::Missing(Field::Email))
        );
        assert_eq!(
            of(&[Some(Field::Email), Some(Field::Email)]),
            Err(MappingError::Twice(Field::Email))
        );
        assert_eq!(
            of(&[Some(Field::Email), Some(Field::Owner)]),
            Err(MappingError::Foreign(Field::Owner))
        );
        assert_eq!(of(&[Some(Field::Email)]), Err(MappingError::Width));
        assert_eq!(of(&[Some(Field::Email), None]), Ok(()));
    }
}
