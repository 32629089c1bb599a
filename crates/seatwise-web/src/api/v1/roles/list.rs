//! Reading roles.

use seatwise_domain::authz::ViewUsers;
use seatwise_domain::problem;
use seatwise_domain::roles::{self, RoleKey, RoleRow};
use seatwise_domain::users::{self, ListFilter};

use super::wire::{RoleAnswer, Roles, refused};
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::api::types::Paged;
use crate::api::v1::users::UserLine;
use crate::problem::Problem;

/// The role in the address. What has not the form of a key is not there, like every unknown one.
pub fn key(call: &Call) -> Result<RoleKey, Problem> {
    let text = call.path.get("role").map(String::as_str);
    text.and_then(|text| text.parse().ok())
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))
}

/// The role in the address, with its people counted.
pub async fn found(call: &Call, key: &RoleKey) -> Result<RoleRow, Problem> {
    let mut tx = call.app.db.read().await?;
    let row = roles::find(&mut tx, call.caller()?, key).await;
    row.map_err(refused)?
        .ok_or_else(|| Problem::new(&problem::NOT_FOUND))
}

/// Answers all roles and sets.
pub async fn list(call: Call) -> Done {
    let mut tx = call.app.db.read().await?;
    let rows = roles::list(&mut tx, call.caller()?)
        .await
        .map_err(refused)?;
    let items = rows.iter().map(|row| RoleAnswer::new(row, call.lang));
    Ok(Answer::ok(&Roles {
        items: items.collect(),
    }))
}

/// Answers one.
pub async fn show(call: Call) -> Done {
    let row = found(&call, &key(&call)?).await?;
    Ok(Answer::ok(&RoleAnswer::new(&row, call.lang)))
}

/// Answers a page of those who hold one.
pub async fn members(call: Call) -> Done {
    let role = found(&call, &key(&call)?).await?.role.key;
    let (cursor, size) = call.page()?;
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let filter = ListFilter {
        role: Some(role),
        hide_inactive: true,
        ..ListFilter::default()
    };
    let mut tx = call.app.db.read().await?;
    let now = call.app.db.now();
    let page = users::list(&mut tx, &scope, &filter, cursor.as_ref(), size).await?;
    Ok(Answer::ok(&Paged::counted(page, |row| {
        UserLine::new(row, now, call.lang)
    })))
}
