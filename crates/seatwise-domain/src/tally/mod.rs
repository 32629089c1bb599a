//! Numbers that are kept with every change, so that totals are read and not counted.

pub(crate) mod leads;
mod people;

pub(crate) use people::{list, moved};
