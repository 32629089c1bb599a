//! Statements: fixed ones are named and checked, built ones only ever grow from fixed pieces.

use std::sync::{Arc, OnceLock};

use serde::Serialize;
use uuid::Uuid;

use super::StoreError;
use super::db::Engine;
use crate::clock::Timestamp;

/// A value bound to a statement; every kind knows its type also when it is null.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `bigint`
    Int(Option<i64>),
    /// `text`
    Text(Option<Arc<str>>),
    /// `uuid`
    Uuid(Option<Uuid>),
    /// `boolean`
    Bool(Option<bool>),
    /// `bytea`
    Bytes(Option<Vec<u8>>),
    /// `jsonb` on PostgreSQL, text on SQLite
    Json(Option<serde_json::Value>),
    /// The same, written out already.
    Written(String),
}

impl Value {
    /// Anything that is kept as JSON, without a tree of values between.
    pub fn json(value: &impl Serialize) -> Result<Self, StoreError> {
        serde_json::to_string(value)
            .map(Self::Written)
            .map_err(|error| StoreError::Fault(Box::new(error)))
    }
}

macro_rules! values {
    ($($variant:ident: $($from:ty => |$value:ident| $make:expr),*;)*) => {
        $($(
            impl From<$from> for Value {
                fn from($value: $from) -> Self { Self::$variant(Some($make)) }
            }
            impl From<Option<$from>> for Value {
                fn from(value: Option<$from>) -> Self { Self::$variant(value.map(|$value| $make)) }
            }
        )*)*
    };
}

values! {
    Int: i64 => |value| value,
        i32 => |value| i64::from(value),
        u32 => |value| i64::from(value),
        u64 => |value| i64::try_from(value).unwrap_or(i64::MAX),
        usize => |value| i64::try_from(value).unwrap_or(i64::MAX),
        Timestamp => |value| value.micros();
    Text: String => |value| value.into(),
        &str => |value| value.into(),
        &String => |value| value.as_str().into(),
        jiff::civil::Date => |value| value.to_string().into();
    Uuid: Uuid => |value| value;
    Bool: bool => |value| value;
    Bytes: Vec<u8> => |value| value, &[u8] => |value| value.to_vec();
    Json: serde_json::Value => |value| value;
}

/// The values of a statement, in the order of its placeholders.
pub type Args = Vec<Value>;

/// Collects values for a statement: `args![tenant, id, "text"]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::store::Value::from($value)),*] };
}

/// A fixed statement. Make it with `stmt!`; `guard.rs` finds every one of them in the sources, since a
/// registry at link time would need unsafe code.
///
/// `/*pg for update */` is a comment to SQLite and SQL to PostgreSQL.
#[derive(Debug)]
pub struct Stmt {
    /// The name in the source.
    pub name: &'static str,
    /// The text, with `$1` placeholders.
    pub text: &'static str,
    /// The file it stands in.
    pub file: &'static str,
    postgres: OnceLock<String>,
}

impl Stmt {
    /// Used by `stmt!` only.
    pub const fn new(name: &'static str, text: &'static str, file: &'static str) -> Self {
        Self {
            name,
            text,
            file,
            postgres: OnceLock::new(),
        }
    }

    /// The text as a database takes it.
    pub fn text_for(&'static self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.text,
            Engine::Postgres if !self.text.contains("/*pg ") => self.text,
            Engine::Postgres => self.postgres.get_or_init(|| postgres_hints(self.text)),
        }
    }

    /// The statement with its values.
    pub fn with(&'static self, args: Args) -> Query {
        Query::Fixed(self, args)
    }
}

/// Turns `/*pg x */` into `x`.
pub(super) fn postgres_hints(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*pg ") {
        out.push_str(before);
        let (hint, after) = after.split_once("*/").unwrap_or((after, ""));
        out.push_str(hint);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Defines a fixed statement: `stmt!(FIND = "select ... where tenant_id = $1");`
#[macro_export]
macro_rules! stmt {
    ($($name:ident = $text:expr),+ $(,)?) => { $(
        static $name: $crate::store::Stmt =
            $crate::store::Stmt::new(stringify!($name), $text, file!());
    )+ };
}

/// A statement that is put together from fixed pieces; values never become text.
#[derive(Debug, Clone, Default)]
pub struct Sql {
    pieces: Vec<&'static str>,
    args: Args,
}

impl Sql {
    /// Begins with a piece without values.
    pub fn new(piece: &'static str) -> Self {
        Self {
            pieces: vec![piece],
            args: Vec::new(),
        }
    }

    /// Adds a piece; each `$?` in it takes the next of the values.
    pub fn push(mut self, piece: &'static str, args: Args) -> Self {
        self.add(piece, args);
        self
    }

    /// Like [`Sql::push`], in place.
    pub fn add(&mut self, piece: &'static str, args: Args) {
        self.pieces.push(piece);
        self.args.extend(args);
    }

    /// Adds `($?, $?, ...)` for a list of values; an empty list becomes `(null)`, which matches nothing.
    pub fn list(mut self, values: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        let before = self.args.len();
        self.args.extend(values.into_iter().map(Into::into));
        let count = self.args.len() - before;
        self.pieces.push("(");
        for index in 0..count {
            self.pieces.push(if index == 0 { "$?" } else { ", $?" });
        }
        self.pieces.push(if count == 0 { "null)" } else { ")" });
        self
    }

    /// Adds `(...), (...)` for rows of equal length, for `insert ... values` and `with v(..) as (values ..)`.
    pub fn rows(mut self, rows: impl IntoIterator<Item = Args>) -> Self {
        let rows = rows.into_iter();
        let expected = rows.size_hint().0;
        for (index, row) in rows.enumerate() {
            if index == 0 {
                self.args.reserve(expected * row.len());
                self.pieces.reserve(expected * (row.len() + 2));
            }
            self.pieces.push(if index == 0 { "(" } else { ", (" });
            for column in 0..row.len() {
                self.pieces.push(if column == 0 { "$?" } else { ", $?" });
            }
            self.pieces.push(")");
            self.args.extend(row);
        }
        self
    }

    /// Adds all of another statement.
    pub fn append(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self.args.extend(other.args);
        self
    }

    /// The text as a database takes it. SQLite searches named parameters one by one while it parses, so
    /// it gets plain `?`, which a batch of 500 rows needs.
    pub(super) fn text_for(&self, engine: Engine) -> String {
        let mut out = String::with_capacity(self.pieces.iter().map(|piece| piece.len() + 2).sum());
        let mut number = 0_usize;
        for piece in &self.pieces {
            // Rows and lists are made of these by the thousand: not worth a search in each.
            let plain = match *piece {
                "$?" => Some(""),
                ", $?" => Some(", "),
                _ => None,
            };
            if let (Some(before), Engine::Sqlite) = (plain, engine) {
                out.push_str(before);
                out.push('?');
                number += 1;
                continue;
            }
            let mut rest: &str = piece;
            while let Some((before, after)) = rest.split_once("$?") {
                out.push_str(before);
                number += 1;
                match engine {
                    Engine::Sqlite => out.push('?'),
                    Engine::Postgres => {
                        out.push('$');
                        out.push_str(&number.to_string());
                    }
                }
                rest = after;
            }
            out.push_str(rest);
        }
        debug_assert_eq!(
            number,
            self.args.len(),
            "placeholders and values differ: {out}"
        );
        match engine {
            Engine::Postgres if out.contains("/*pg ") => postgres_hints(&out),
            _ => out,
        }
    }

    pub(super) fn into_args(self) -> Args {
        self.args
    }
}

/// A statement with its values, ready to run.
#[derive(Debug)]
pub enum Query {
    /// A fixed statement.
    Fixed(&'static Stmt, Args),
    /// One that was put together.
    Built(Sql),
}

impl Query {
    /// True when the statement names a table.
    pub(super) fn names(&self, table: &str) -> bool {
        match self {
            Self::Fixed(stmt, _) => stmt.text.contains(table),
            Self::Built(sql) => sql.pieces.iter().any(|piece| piece.contains(table)),
        }
    }
}

impl From<Sql> for Query {
    fn from(sql: Sql) -> Self {
        Self::Built(sql)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_reach_postgres_only() {
        let text = "select id from jobs /*pg for update skip locked */ limit 1";
        assert_eq!(
            postgres_hints(text),
            "select id from jobs for update skip locked  limit 1"
        );
    }

    #[test]
    fn built_statements_number_their_values() {
        let sql = Sql::new("select 1 where a in ")
            .list([1_i64, 2])
            .push(" and b = $?", args!["x"]);
        assert_eq!(
            sql.text_for(Engine::Postgres),
            "select 1 where a in ($1, $2) and b = $3"
        );
        assert_eq!(
            sql.text_for(Engine::Sqlite),
            "select 1 where a in (?, ?) and b = ?"
        );
        let none = Sql::new("select 1 where a in ").list(Vec::<i64>::new());
        assert_eq!(none.text_for(Engine::Sqlite), "select 1 where a in (null)");
    }
}
