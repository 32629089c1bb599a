//! Files as people send them, made here, and what is told about each.

mod delimited;
mod hostile;
mod kit;
mod real_files;
mod round_trip;
mod workbook;
