# Short names for what a day needs; `just` lists them.

set shell := ["bash", "-euo", "pipefail", "-c"]

_default:
  @just --list

# Start the server on an embedded database in ./data
serve *args:
  cargo run -- serve {{args}}

# Start a server with a realistic account
demo *args:
  cargo run -- demo {{args}}

# Everything that must be green (parts: lint, unit, http, browser)
test *parts:
  scripts/test {{parts}}

# Rust tests on both databases, by filter: just t deactivate
t filter="":
  eval "$(scripts/pg env)" && cargo nextest run --workspace {{filter}}

# Format and lint
lint:
  cargo fmt --all
  cargo clippy --workspace --all-targets --locked -- -D warnings

# Accept changed golden files after reading them
accept:
  eval "$(scripts/pg env)" && INSTA_UPDATE=always cargo nextest run --workspace

# Write docs/requirements.md from the names of the tests
requirements:
  scripts/requirements
