//! One line of the table of operations: where it is, who may call it, what goes in and out, and who does it.

use std::sync::Arc;

use axum::http::Method;
use futures_util::future::BoxFuture;
use seatwise_domain::authz::Key;
use seatwise_domain::store::ReadTx;
use serde_json::Value as Json;
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

use super::call::{Answer, Call};
use super::types;
use crate::problem::Problem;

/// What a call ends with.
pub type Done = Result<Answer, Problem>;

/// Who does it.
#[derive(Clone)]
pub enum Handler {
    /// Begins what it needs by itself.
    Alone(Arc<dyn Fn(Call) -> BoxFuture<'static, Done> + Send + Sync>),
    /// Reads in the snapshot in which a token's caller was loaded: one transaction is enough, and rights and what they
    /// let see are of one moment. For a session of a page, which may have to be noted as used, it is one of its own.
    Reading(Arc<dyn Fn(Call, ReadTx) -> BoxFuture<'static, Done> + Send + Sync>),
}

/// Schemas by name.
pub type Named = Vec<(String, RefOr<Schema>)>;

/// Who may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Whoever is signed in.
    Signed,
    /// Whoever has the permission.
    Needs(Key),
}

/// What goes in.
#[derive(Debug, Clone)]
pub enum Input {
    /// Nothing.
    Nothing,
    /// A JSON object.
    Json(Json),
    /// The bytes of a file.
    File {
        /// The media types that are taken.
        types: &'static [&'static str],
        /// The largest size in bytes.
        most: usize,
    },
    /// A form with a file in it; the schema tells the fields.
    Form {
        /// The fields.
        schema: Json,
        /// The largest size in bytes.
        most: usize,
    },
}

/// What comes out when all went well.
#[derive(Debug, Clone)]
pub enum Output {
    /// Nothing.
    Nothing,
    /// JSON of this schema.
    Json(Json),
    /// A file of one of these types.
    File(&'static [&'static str]),
}

/// A line of the table.
#[derive(Clone)]
pub struct Operation {
    /// The method.
    pub method: Method,
    /// The address below `/api/v1`, with `{id}` in it.
    pub path: &'static str,
    /// The public name, `listUsers`; the words are the text `api-op-listUsers`.
    pub id: &'static str,
    /// The chapter of the document; the words are the text `api-tag-users`.
    pub tag: &'static str,
    /// Who may call.
    pub access: Access,
    /// The fields of the query.
    pub query: Option<Json>,
    /// What goes in.
    pub input: Input,
    /// An example of it, which the tests use, too.
    pub example: Option<Json>,
    /// The status when all went well.
    pub status: u16,
    /// What comes out then.
    pub output: Output,
    /// False where the answer holds a secret, which is kept nowhere: a repeated call then says "in doubt".
    pub keeps_answer: bool,
    /// What tells the named schemas that are referred to. They are many and the same ones again and again,
    /// so that no line keeps its own.
    pub schemas: Vec<fn(&mut Named)>,
    /// Who does it.
    pub handler: Handler,
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

fn json_of(schema: &RefOr<Schema>) -> Json {
    serde_json::to_value(schema).expect("a schema is JSON")
}

impl Operation {
    /// A line for whoever is signed in, without input and output.
    pub fn new<F>(
        method: Method,
        path: &'static str,
        id: &'static str,
        handler: impl Fn(Call) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Done> + Send + 'static,
    {
        let handler = Handler::Alone(Arc::new(move |call| Box::pin(handler(call))));
        Self::line(method, path, id, handler)
    }

    fn line(method: Method, path: &'static str, id: &'static str, handler: Handler) -> Self {
        let tag = path
            .trim_start_matches('/')
            .split(['/', '.'])
            .next()
            .unwrap_or_default();
        Self {
            method,
            path,
            id,
            tag,
            access: Access::Signed,
            query: None,
            input: Input::Nothing,
            example: None,
            status: 204,
            output: Output::Nothing,
            keeps_answer: true,
            schemas: Vec::new(),
            handler,
        }
    }

    /// A line that only reads, in the snapshot in which its caller was loaded. The handler begins no other
    /// transaction while it has that one: readers are few.
    pub fn reading<F>(
        path: &'static str,
        id: &'static str,
        handler: impl Fn(Call, ReadTx) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Done> + Send + 'static,
    {
        let handler = Handler::Reading(Arc::new(move |call, tx| Box::pin(handler(call, tx))));
        Self::line(Method::GET, path, id, handler)
    }

    /// In this chapter instead of the one that the address begins with.
    pub fn tag(mut self, tag: &'static str) -> Self {
        self.tag = tag;
        self
    }

    /// For anybody.
    pub fn public(mut self) -> Self {
        self.access = Access::Public;
        self
    }

    /// For whoever has the permission.
    pub fn needs(mut self, key: Key) -> Self {
        self.access = Access::Needs(key);
        self
    }

    /// Keeps what the type refers to by name, and the type itself where asked.
    fn schema<T: ToSchema>(&mut self) -> Json {
        self.schemas.push(|named| {
            T::schemas(named);
            named.push((T::name().into_owned(), T::schema()));
        });
        serde_json::json!({ "$ref": format!("#/components/schemas/{}", T::name()) })
    }

    /// With these fields in the query.
    pub fn query<T: ToSchema>(mut self) -> Self {
        self.schemas.push(T::schemas);
        self.query = Some(json_of(&T::schema()));
        self
    }

    /// A page of a list: with `limit` and `cursor` in the query.
    pub fn paged(mut self) -> Self {
        let page = types::page_query();
        match self
            .query
            .as_mut()
            .and_then(|query| query.get_mut("properties"))
        {
            Some(Json::Object(fields)) => fields.extend(page),
            _ => self.query = Some(serde_json::json!({ "type": "object", "properties": page })),
        }
        self
    }

    /// With a JSON body, shown by an example.
    pub fn body<T: ToSchema>(mut self, example: Json) -> Self {
        self.input = Input::Json(self.schema::<T>());
        self.example = Some(example);
        self
    }

    /// With the bytes of a file as body.
    pub fn file(mut self, types: &'static [&'static str], most: usize) -> Self {
        self.input = Input::File { types, most };
        self
    }

    /// With a form that has a file in it.
    pub fn form<T: ToSchema>(mut self, most: usize) -> Self {
        let schema = self.schema::<T>();
        self.input = Input::Form { schema, most };
        self
    }

    /// Answers JSON.
    pub fn answers<T: ToSchema>(mut self, status: u16) -> Self {
        self.output = Output::Json(self.schema::<T>());
        self.status = status;
        self
    }

    /// Answers a file.
    pub fn answers_file(mut self, types: &'static [&'static str]) -> Self {
        self.output = Output::File(types);
        self.status = 200;
        self
    }

    /// The answer holds a secret.
    pub fn secret(mut self) -> Self {
        self.keeps_answer = false;
        self
    }

    /// True for everything but reading.
    pub fn changes(&self) -> bool {
        self.method != Method::GET
    }

    /// True when an idempotency key is taken.
    pub fn takes_key(&self) -> bool {
        self.method == Method::POST && self.access != Access::Public
    }

    /// The names between braces, with the prefix of the id that stands there.
    pub fn path_ids(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut before = "";
        self.path.split('/').filter_map(move |part| {
            let name = part
                .strip_prefix('{')
                .and_then(|part| part.strip_suffix('}'));
            let found = name.map(|name| (name, prefix(before)));
            before = part;
            found
        })
    }
}

/// The prefix of ids below a collection.
fn prefix(collection: &str) -> &'static str {
    match collection {
        "users" | "members" => "usr",
        "tokens" => "tok",
        "sessions" => "ses",
        "teams" => "team",
        "groups" => "grp",
        "positions" => "pos",
        "sharing-rules" => "rule",
        "leads" => "lead",
        "imports" => "imp",
        "hand-overs" | "moves" | "audit" => "evt",
        "mails" => "mail",
        "roles" => "role",
        _ => "id",
    }
}
