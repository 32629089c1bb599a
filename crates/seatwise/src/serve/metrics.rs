//! `/metrics` in the text form of Prometheus: on a listener of its own, or behind a token.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use seatwise_domain::store::Db;
use sha2::{Digest as _, Sha256};

/// From a quick page to one that somebody complains about.
const SECONDS: [f64; 9] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];
const FORM: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Collects the measures of this process.
#[derive(Clone)]
pub struct Recorder {
    handle: PrometheusHandle,
    db: Db,
}

#[derive(Clone)]
struct Door {
    recorder: Recorder,
    token: Option<Vec<u8>>,
}

impl Recorder {
    /// Collects from now on. A second recorder in one process stays empty.
    pub fn install(db: &Db) -> Self {
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(
                Matcher::Full("seatwise_http_request_seconds".to_owned()),
                &SECONDS,
            )
            .unwrap_or_default();
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        drop(metrics::set_global_recorder(recorder));
        describe();
        Self {
            handle,
            db: db.clone(),
        }
    }

    /// The address; with a token only whoever sends it is answered.
    pub fn router(&self, token: Option<String>) -> Router {
        let door = Door {
            recorder: self.clone(),
            token: token.map(|token| hash(token.as_bytes())),
        };
        Router::new().route("/metrics", get(show)).with_state(door)
    }
}

async fn show(State(door): State<Door>, headers: HeaderMap) -> Response {
    if let Some(token) = &door.token {
        let given = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "));
        // Hashes are compared, so that the time taken tells nothing of the token.
        if given.is_none_or(|given| hash(given.as_bytes()) != *token) {
            let ask = [(header::WWW_AUTHENTICATE, "Bearer")];
            return (StatusCode::UNAUTHORIZED, ask).into_response();
        }
    }
    let up = u8::from(door.recorder.db.ping().await.is_ok());
    metrics::gauge!("seatwise_database_up").set(up);
    process();
    door.recorder.handle.run_upkeep();
    (
        [(header::CONTENT_TYPE, FORM)],
        door.recorder.handle.render(),
    )
        .into_response()
}

fn hash(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

fn describe() {
    use metrics::{describe_counter, describe_gauge, describe_histogram};
    describe_counter!(
        "seatwise_http_requests_total",
        "Requests that were answered."
    );
    describe_histogram!("seatwise_http_request_seconds", "How long answers took.");
    describe_counter!("seatwise_job_steps_total", "Steps of background jobs.");
    describe_counter!("seatwise_mails_total", "Mails by what the mail server did.");
    describe_gauge!("seatwise_database_up", "1 while the database answers.");
    describe_gauge!("process_resident_memory_bytes", "Memory in use.");
    describe_gauge!("process_open_fds", "Open files and connections.");
}

/// What Linux tells of this process; elsewhere nothing.
fn process() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|line| line.split_whitespace().next()?.parse::<u32>().ok());
    if let Some(kilobytes) = memory {
        metrics::gauge!("process_resident_memory_bytes").set(f64::from(kilobytes) * 1024.0);
    }
    if let Ok(files) = std::fs::read_dir("/proc/self/fd") {
        let open = u32::try_from(files.count()).unwrap_or(u32::MAX);
        metrics::gauge!("process_open_fds").set(open);
    }
}
