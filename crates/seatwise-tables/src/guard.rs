//! Keeps text that looks like a formula from being one when a CSV file is opened in an office program.

/// An apostrophe in front makes such a cell text. Text that already looks guarded gets one more, so that reading gives it back.
pub(crate) fn needs_guard(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// The text as it was before the guard.
pub(crate) fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => text,
    }
}
