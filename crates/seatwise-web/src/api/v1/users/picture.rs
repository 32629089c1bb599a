//! A person's picture.

use axum::http::header;
use seatwise_domain::authz::ViewUsers;
use seatwise_domain::problem;
use seatwise_domain::users;
use serde::Serialize;
use utoipa::ToSchema;

use super::leave::ReasonQuery;
use crate::api::call::{Answer, Call};
use crate::api::operation::Done;
use crate::problem::Problem;

/// What is taken; whatever the bytes are, a JPEG is made of them.
pub const TYPES: &[&str] = &["image/jpeg", "image/png", "image/webp"];

/// A picture that was set.
#[derive(Debug, Serialize, ToSchema)]
pub struct PictureAnswer {
    /// A mark that changes with the picture.
    picture: String,
}

/// Answers the picture.
pub async fn get(call: Call) -> Done {
    let scope = call.caller()?.scope::<ViewUsers>()?;
    let mut tx = call.app.db.read().await?;
    let found = users::picture(&mut tx, &scope, call.id("id")?).await?;
    let (etag, bytes) = found.ok_or_else(|| Problem::new(&problem::NOT_FOUND))?;
    let answer = Answer::file("image/jpeg", "picture.jpg", bytes.into());
    Ok(answer.header(header::ETAG, &format!("\"{etag}\"")))
}

/// Sets it.
pub async fn put(mut call: Call) -> Done {
    let bytes = call.file()?;
    let id = call.id("id")?;
    let reason = call.query::<ReasonQuery>()?.words();
    let (db, caller) = (&call.app.db, call.caller()?);
    let picture = users::set_picture(db, caller, id, bytes.to_vec(), &reason).await?;
    Ok(Answer::ok(&PictureAnswer { picture }))
}

/// Removes it.
pub async fn delete(call: Call) -> Done {
    let reason = call.query::<ReasonQuery>()?.words();
    users::remove_picture(&call.app.db, call.caller()?, call.id("id")?, &reason).await?;
    Ok(Answer::nothing())
}
