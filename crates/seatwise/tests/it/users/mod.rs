//! People, from the invitation to the deactivation and back.

mod activate;
mod anonymise;
mod deactivate;
mod edit;
mod forgot;
mod hand_over;
mod invite;
mod list;
mod nothing_is_lost;
mod ownership;
mod reactivate;
mod recorded;
mod resend;
mod service;
