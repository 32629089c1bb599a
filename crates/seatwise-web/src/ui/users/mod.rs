//! The pages of people: list, one person, new, edit, deactivate, hand over, bring back.

pub mod asked;
mod beside;
pub mod bulk;
pub mod cancel_invitation;
pub mod deactivate;
pub mod edit;
pub mod facts;
pub mod flow;
pub mod hand_over;
pub mod handed;
pub mod head;
pub mod invite;
mod invite_page;
pub mod join;
pub mod list;
pub mod notes;
pub mod owns;
pub mod permissions;
mod plan;
pub mod reactivate;
pub mod remove;
pub mod resend;
pub mod reset_password;
pub mod rows;
pub mod sessions;
pub mod show;
pub mod words;
