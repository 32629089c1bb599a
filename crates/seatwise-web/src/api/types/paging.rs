//! Pages of lists, and how one is asked for.

use std::borrow::Cow;

use seatwise_domain::store::{Cursor, Page};
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{
    ArrayBuilder, KnownFormat, ObjectBuilder, OneOfBuilder, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::pattern::CURSOR;
use super::text::PageCursor;

/// A page of a list, with the cursors of its neighbours.
#[derive(Debug, Serialize)]
pub struct Paged<T: ToSchema> {
    /// The rows, in the order of the list.
    pub items: Vec<T>,
    /// Where the next page begins; null on the last one.
    pub next: Option<PageCursor>,
    /// Where the previous page ends; null on the first one.
    pub previous: Option<PageCursor>,
    /// How many rows the whole list has, counted up to 10,000; null where it is not counted.
    pub total: Option<u64>,
    /// True when there are more rows than `total`.
    pub total_is_capped: bool,
}

// By hand: the derive gives the pages of all lists one name, and the document then knows one of them.
impl<T: ToSchema> PartialSchema for Paged<T> {
    fn schema() -> RefOr<Schema> {
        let row = Ref::from_schema_name(T::name());
        let cursor = |text: &str| {
            OneOfBuilder::new()
                .item(Ref::from_schema_name(PageCursor::name()))
                .item(ObjectBuilder::new().schema_type(Type::Null))
                .description(Some(text))
        };
        let total = ObjectBuilder::new()
            .schema_type(SchemaType::from_iter([Type::Integer, Type::Null]))
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
            .minimum(Some(0))
            .description(Some(
                "How many rows the whole list has, counted up to 10,000; null where it is not counted.",
            ));
        let capped = ObjectBuilder::new()
            .schema_type(Type::Boolean)
            .description(Some("True when there are more rows than `total`."));
        let rows = ArrayBuilder::new()
            .items(row)
            .description(Some("The rows, in the order of the list."));
        let mut page = ObjectBuilder::new()
            .schema_type(Type::Object)
            .description(Some(
                "A page of a list, with the cursors of its neighbours.",
            ))
            .property("items", rows)
            .property(
                "next",
                cursor("Where the next page begins; null on the last one."),
            )
            .property(
                "previous",
                cursor("Where the previous page ends; null on the first one."),
            )
            .property("total", total)
            .property("total_is_capped", capped);
        for field in ["items", "next", "previous", "total", "total_is_capped"] {
            page = page.required(field);
        }
        page.into()
    }
}

impl<T: ToSchema> ToSchema for Paged<T> {
    fn name() -> Cow<'static, str> {
        format!("PageOf{}", T::name()).into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        PageCursor::schemas(schemas);
        schemas.push((PageCursor::name().into_owned(), PageCursor::schema()));
        T::schemas(schemas);
        schemas.push((T::name().into_owned(), T::schema()));
    }
}

impl<T: ToSchema> Paged<T> {
    /// A page whose rows were counted.
    pub fn counted<R>(page: Page<R>, row: impl FnMut(R) -> T) -> Self {
        let total = page.total;
        Self {
            total: Some(total.number),
            total_is_capped: total.more,
            ..Self::uncounted(page, row)
        }
    }

    /// A page of a list that only grows, which nobody counts.
    pub fn uncounted<R>(page: Page<R>, row: impl FnMut(R) -> T) -> Self {
        let cursor = |cursor: Option<Cursor>| cursor.map(|cursor| PageCursor(cursor.encode()));
        Self {
            next: cursor(page.next),
            previous: cursor(page.previous),
            total: None,
            total_is_capped: false,
            items: page.items.into_iter().map(row).collect(),
        }
    }
}

/// The fields of a query that asks for a page.
pub fn page_query() -> serde_json::Map<String, serde_json::Value> {
    let fields = serde_json::json!({
        "limit": {
            "type": "integer", "format": "int32", "minimum": 1, "maximum": 200,
            "description": "How many rows a page has; 50 without.",
        },
        "cursor": {
            "type": "string", "minLength": 1, "maxLength": 900, "pattern": CURSOR,
            "description": "`next` or `previous` of the page before.",
        },
    });
    match fields {
        serde_json::Value::Object(fields) => fields,
        _ => serde_json::Map::new(),
    }
}

/// Which page of a list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct PageQuery {
    /// How many rows it has.
    pub limit: Option<u32>,
    /// Where it begins.
    pub cursor: Option<String>,
}
