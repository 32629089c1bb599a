//! The pages: each handler reads a form, calls one operation and shows the result. No rules here.

pub mod activate;
pub mod audit;
pub mod devices;
pub mod download;
pub mod export;
pub mod failure;
pub mod form;
pub mod hand_overs;
pub mod imports;
pub mod leads;
pub mod licences;
pub mod me;
pub mod outbox;
pub mod palette;
pub mod password;
pub mod pick;
pub mod pictures;
pub mod preferences;
pub mod query;
pub mod seats;
pub mod settings;
pub mod setup;
pub mod sign_in;
pub mod teams;
pub mod users;
pub mod zones;
