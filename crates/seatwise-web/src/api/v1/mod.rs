//! The operations of version 1, one file for each noun or act.

mod account;
mod audit;
mod hand_overs;
mod imports;
mod invitations;
mod leads;
mod licences;
mod mails;
mod me;
mod passwords;
mod roles;
mod session;
mod teams;
mod tokens;
mod users;

use super::operation::Operation;

/// The whole table, in the order of the document.
pub fn operations() -> Vec<Operation> {
    [
        session::operations(),
        me::operations(),
        tokens::operations(),
        passwords::operations(),
        users::operations(),
        invitations::operations(),
        hand_overs::operations(),
        licences::operations(),
        teams::operations(),
        roles::operations(),
        leads::operations(),
        imports::operations(),
        audit::operations(),
        mails::operations(),
        account::operations(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
