//! Who may do what, and why: on random organisations the list, the single read, the count, the export and the
//! explanation always agree, and a change does what was foretold.

mod agree;
mod escalation;
mod managers;
mod organisation;
mod owners;
mod remedies;
mod world;
