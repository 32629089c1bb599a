//! What Seatwise knows and decides. Doors (pages, REST, command line, jobs) call operations of this crate;
//! an operation takes the database, a caller and a command, opens one transaction and commits it once.
//!
//! Folders may use only those to their left:
//! `clock ids text problem` < `store` < `authz` < `audit mail` < `jobs` < `authn` < `tenants` < `teams roles` <
//! `records seats` < `sharing` < `groups positions` < `moves` < `access handover statistics` <
//! `users` < `imports setup housekeeping`.

pub mod access;
pub mod audit;
pub mod authn;
pub mod authz;
pub mod clock;
pub mod groups;
pub mod handover;
pub mod housekeeping;
pub mod ids;
pub mod imports;
pub mod jobs;
pub mod mail;
pub mod moves;
pub mod positions;
pub mod problem;
pub mod records;
pub mod roles;
pub mod seats;
pub mod setup;
pub mod sharing;
pub mod statistics;
pub mod store;
mod tally;
pub mod teams;
pub mod tenants;
pub mod text;
pub mod users;
