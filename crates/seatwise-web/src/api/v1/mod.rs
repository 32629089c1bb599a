//! The operations of version 1, one file for each noun or act.

mod access;
mod account;
mod aliases;
mod audit;
mod compare;
mod effect;
mod groups;
mod hand_overs;
mod imports;
mod invitations;
mod leads;
mod licences;
mod mails;
mod me;
mod moved;
mod moves;
mod ownership;
mod passwords;
mod positions;
mod roles;
mod service_users;
mod session;
mod sharing_rules;
mod statistics;
mod teams;
mod tokens;
mod users;

use super::operation::Operation;

/// The whole table, in the order of the document.
pub fn operations() -> Vec<Operation> {
    [
        session::operations(),
        me::operations(),
        aliases::operations(),
        tokens::operations(),
        passwords::operations(),
        users::operations(),
        invitations::operations(),
        service_users::operations(),
        hand_overs::operations(),
        licences::operations(),
        teams::operations(),
        groups::operations(),
        moves::operations(),
        moved::operations(),
        positions::operations(),
        sharing_rules::operations(),
        roles::operations(),
        leads::operations(),
        statistics::operations(),
        imports::operations(),
        audit::operations(),
        mails::operations(),
        account::operations(),
        ownership::operations(),
        access::operations(),
        compare::operations(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
