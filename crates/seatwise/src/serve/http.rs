//! Connections: as many as there are descriptors for, none that keeps others waiting, all ended in order.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;
use tower_http::timeout::TimeoutBody;

/// A client that does not send its next request head within this time is let go.
const HEAD: Duration = Duration::from_secs(30);
/// A client that sends nothing of its body for this time is let go.
const BODY: Duration = Duration::from_secs(30);
/// The largest request head.
const HEAD_BYTES: usize = 64 * 1024;
/// Descriptors that are kept for the database and for files.
const KEPT: u64 = 100;
const MOST: u64 = 10_000;
const PAUSE: Duration = Duration::from_millis(200);

/// Answers at a listener until the token is cancelled, then gives requests at work a grace period.
pub async fn serve(listener: TcpListener, doors: Router, stop: CancellationToken, grace: Duration) {
    let most = usize::try_from(most_connections()).unwrap_or(64);
    let places = Arc::new(Semaphore::new(most));
    let graceful = GracefulShutdown::new();
    let mut troubles = 0_u64;
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = stop.cancelled() => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Mostly for want of descriptors: asking again at once would only burn the processor.
                troubles += 1;
                if troubles.is_power_of_two() {
                    tracing::warn!(%error, troubles, "a connection could not be taken");
                }
                drop(tokio::time::timeout(PAUSE, stop.cancelled()).await);
                continue;
            }
        };
        // Small answers go out at once; a peer that hung up already is found out at the first read.
        drop(stream.set_nodelay(true));
        let doors = doors.clone();
        let answer = service_fn(move |request: hyper::Request<Incoming>| {
            let mut request = request.map(|body| Body::new(TimeoutBody::new(BODY, body)));
            request.extensions_mut().insert(ConnectInfo(peer));
            doors.clone().oneshot(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .max_buf_size(HEAD_BYTES)
            .serve_connection(TokioIo::new(stream), answer);
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that hangs up or breaks the protocol is its own affair.
            drop(watched.await);
            drop(place);
        });
    }
    drop(listener);
    drop(tokio::time::timeout(grace, graceful.shutdown()).await);
}

fn most_connections() -> u64 {
    let limit = std::fs::read_to_string("/proc/self/limits")
        .ok()
        .and_then(|text| {
            let line = text
                .lines()
                .find(|line| line.starts_with("Max open files"))?;
            line.split_whitespace().nth(3)?.parse::<u64>().ok()
        });
    limit.unwrap_or(1_024).saturating_sub(KEPT).clamp(16, MOST)
}
