//! Statements over leads. Those that read or change many begin with the scope's own condition.

mod import;
mod people;
mod read;
mod tallied;
mod transfer;
mod walks;
mod write;

pub(super) use import::{
    find_by_external, insert_imported, remove, untouched, untouched_locked, update_imported,
};
pub(super) use people::{
    assignees, count_assignees, count_owners, fields, insert_field, insert_stages, owners, person,
    stages, standing,
};
pub(super) use read::{
    came_from, count, count_and_sum, counts_of_user, export, external_taken, find, find_for_update,
    history, list, notes, open_of,
};
pub(super) use transfer::{
    apply_history, border_of_moved, border_of_picked, count_picked, count_untouched,
    count_untouched_within, credit_first_owner, existing, last_picked, note_picked, note_untouched,
    uncredit_first_owner,
};
pub(super) use write::{insert, insert_act, insert_note, save};
