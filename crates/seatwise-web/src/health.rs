//! Whether the server lives, and whether it can serve: for supervisors and balancers.

use std::io::Write as _;
use std::path::PathBuf;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use seatwise_domain::store::SchemaState;
use serde::Serialize;

use crate::app::App;

/// More than the smallest write of the database needs.
const PROBE: usize = 128 * 1024;

/// `/healthz`: the process answers, also without a database.
pub async fn live() -> Response {
    Json(serde_json::json!({ "status": "ok" })).into_response()
}

#[derive(Serialize)]
struct Ready {
    status: &'static str,
    database: &'static str,
    schema: &'static str,
    disk: &'static str,
}

/// `/readyz`: 200 when database, schema and disk are as they must be, else 503 and which of them is not.
pub async fn ready(State(app): State<App>) -> Response {
    let (database, schema) = match app.db.schema_state().await {
        Ok(SchemaState::Current) => ("ok", "ok"),
        Ok(SchemaState::Newer(_)) => ("ok", "newer"),
        Ok(_) => ("ok", "behind"),
        Err(error) => {
            tracing::warn!(%error, "the database does not answer");
            ("gone", "unknown")
        }
    };
    let disk = tokio::task::spawn_blocking(move || disk(app.db.file().map(PathBuf::from)))
        .await
        .unwrap_or("unknown");
    let fine = (database, schema, disk) == ("ok", "ok", "ok");
    let (status, code) = if fine {
        ("ready", StatusCode::OK)
    } else {
        ("not-ready", StatusCode::SERVICE_UNAVAILABLE)
    };
    let body = Ready {
        status,
        database,
        schema,
        disk,
    };
    (code, Json(body)).into_response()
}

/// Tries to write beside an embedded database, since a full disk still reads well.
fn disk(file: Option<PathBuf>) -> &'static str {
    let Some(probe) = file.map(|file| file.with_extension("probe")) else {
        return "ok";
    };
    let written = std::fs::File::create(&probe).and_then(|mut out| {
        out.write_all(&vec![0; PROBE])?;
        out.sync_data()
    });
    let removed = std::fs::remove_file(&probe);
    match written.and(removed) {
        Ok(()) => "ok",
        Err(error) if error.kind() == std::io::ErrorKind::StorageFull => "full",
        Err(error) => {
            tracing::warn!(%error, "the folder of the database cannot be written");
            "unwritable"
        }
    }
}
