//! What the store promises: snapshots, one writer, nothing lost.

mod cancelled_begin;
mod disk_full;
mod figures;
