//! Pictures of people: shown, uploaded and removed, by an admin or by the person.

use askama::Template;
use axum::body::Body;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use seatwise_domain::authz::{EditOwn, ViewUsers};
use seatwise_domain::ids::UserId;
use seatwise_domain::problem;
use seatwise_domain::users::{self, PictureError, User};
use serde::Deserialize;

use super::failure::{Answer, Failure};
use super::form::Wrong;
use super::picture_form::receive;
use super::users::asked::reason_area;
use crate::app::App;
use crate::cookies::Flash;
use crate::frame::hue;
use crate::parts::{self, Face, Field, Size};
use crate::shell::Shell;
use crate::signed::Signed;
use crate::ui::{me, users as people};

/// The panel with the picture and the form that changes it.
#[derive(Template)]
#[template(path = "parts/picture_form.html")]
pub struct PictureForm {
    face: Face,
    title: String,
    action: String,
    label: String,
    hint: String,
    error: Option<String>,
    upload: String,
    remove: Option<(String, String)>,
    /// Why, where somebody changes another person's; removing it is then asked on a page of its own.
    reason: Option<Field>,
}

impl PictureForm {
    /// For the forms at `path` and `path/remove`; `address` is the picture's, if there is one.
    pub fn new(
        shell: &Shell,
        user: &User,
        path: &str,
        address: Option<&str>,
        wrong: &Wrong,
    ) -> Self {
        let text = |key| shell.t(key).to_string();
        Self {
            face: parts::face(&user.name, hue(user.id), Size::Large, false).picture(address),
            title: text("picture-title"),
            action: shell.href(path),
            label: text("picture-file"),
            hint: text("picture-hint"),
            error: wrong.at("picture").map(str::to_owned),
            upload: text("picture-upload"),
            remove: address.map(|_| {
                let to = shell.href(&format!("{path}/remove"));
                (to, text("picture-remove"))
            }),
            reason: None,
        }
    }

    /// With a field for the reason.
    pub fn with_reason(mut self, shell: &Shell) -> Self {
        self.reason = Some(reason_area(shell, "").id("picture-reason"));
        self
    }
}

impl askama::filters::HtmlSafe for PictureForm {}

/// Which picture the page meant.
#[derive(Debug, Default, Deserialize)]
pub struct Version {
    v: Option<String>,
}

/// Somebody's picture.
pub async fn of_user(
    signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    Query(version): Query<Version>,
    headers: HeaderMap,
) -> Answer {
    let scope = signed
        .caller
        .scope::<ViewUsers>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let found = users::picture(&mut tx, &scope, id)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    shown(&signed, found, &version, &headers)
}

/// The own picture.
pub async fn of_me(
    signed: Signed,
    State(app): State<App>,
    Query(version): Query<Version>,
    headers: HeaderMap,
) -> Answer {
    let scope = signed
        .caller
        .scope::<EditOwn>()
        .map_err(|error| signed.fail(&error))?;
    let mut tx = app.db.read().await.map_err(|error| signed.fail(&error))?;
    let found = users::own_picture(&mut tx, &scope)
        .await
        .map_err(|error| signed.fail(&error))?;
    drop(tx);
    shown(&signed, found, &version, &headers)
}

/// The bytes; the browser keeps them as long as the page asks for this very picture.
fn shown(
    signed: &Signed,
    found: Option<(String, Vec<u8>)>,
    version: &Version,
    headers: &HeaderMap,
) -> Answer {
    let (etag, bytes) = found.ok_or_else(|| signed.refuse(&problem::NOT_FOUND))?;
    let keep = if version.v.as_deref() == Some(etag.as_str()) {
        "private, max-age=31536000, immutable"
    } else {
        "private, no-cache"
    };
    let quoted = format!("\"{etag}\"");
    let known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == quoted.as_bytes());
    let mut answer = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let kind = HeaderValue::from_static("image/jpeg");
        ([(header::CONTENT_TYPE, kind)], Body::from(bytes)).into_response()
    };
    let out = answer.headers_mut();
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if let Ok(etag) = HeaderValue::from_str(&quoted) {
        out.insert(header::ETAG, etag);
    }
    Ok(answer)
}

/// Takes a picture of somebody.
pub async fn set_of_user(
    mut signed: Signed,
    State(app): State<App>,
    Path((_, id)): Path<(String, UserId)>,
    form: Multipart,
) -> Answer {
    match take(&signed, &app, id, form).await? {
        Ok(()) => Ok(signed.go(&format!("/users/{id}/edit"), &Flash::new("picture-saved"))),
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            people::edit::again(&mut signed, id, &wrong).await
        }
    }
}

/// Takes the own picture.
pub async fn set_of_me(mut signed: Signed, State(app): State<App>, form: Multipart) -> Answer {
    let id = signed.me().user;
    match take(&signed, &app, id, form).await? {
        Ok(()) => Ok(signed.go("/me", &Flash::new("picture-saved"))),
        Err(error) => {
            let wrong = Wrong::of(&signed.shell, &error);
            me::show::render(&mut signed, &app, &wrong, None).await
        }
    }
}

/// Removes the own picture.
pub async fn remove_of_me(signed: Signed, State(app): State<App>) -> Answer {
    let id = signed.me().user;
    users::remove_picture(&app.db, &signed.caller, id, "")
        .await
        .map_err(|error| signed.fail(&error))?;
    Ok(signed.go("/me", &Flash::new("picture-removed")))
}

/// Reads the form and keeps the picture; what is wrong with the file itself is said beside the form.
async fn take(
    signed: &Signed,
    app: &App,
    id: UserId,
    form: Multipart,
) -> Result<Result<(), PictureError>, Failure> {
    let received = receive(form).await;
    let received = received.map_err(|_| signed.refuse(&problem::BAD_REQUEST))?;
    let reason = received.text("reason").to_owned();
    match users::set_picture(&app.db, &signed.caller, id, received.picture, &reason).await {
        Ok(_) => Ok(Ok(())),
        Err(error @ PictureError::Unreadable(_)) => Ok(Err(error)),
        Err(error) => Err(signed.fail(&error)),
    }
}
