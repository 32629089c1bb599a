//! Who may do what, and why: on random organisations the list, the single read, the count, the export and the
//! explanation always agree, and a change does what was foretold.

mod agree;
mod clerk;
mod compare;
mod dates;
mod escalation;
mod field_doors;
mod field_files;
mod fields;
mod foretold;
mod former_owner;
mod levels;
mod managers;
mod matrix;
mod organisation;
mod owners;
mod pickers;
mod remedies;
mod rights;
mod totals;
mod world;
