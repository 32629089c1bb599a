//! Log lines on standard error: for people or for programs, never with personal data.

use tracing::Level;
use tracing_subscriber::EnvFilter;

use crate::config::LogFormat;

/// Begins to write. Libraries speak from `warn` on, whatever the level of our own lines.
pub fn start(format: LogFormat, level: Level) {
    let others = level.min(Level::WARN);
    let filter = format!(
        "{others},seatwise={level},seatwise_domain={level},seatwise_web={level},seatwise_tables={level}"
    );
    let builder = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_writer(std::io::stderr)
        .with_target(false);
    // A second start within one process keeps the first.
    let started = match format {
        LogFormat::Text => builder.with_ansi(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    drop(started);
}
