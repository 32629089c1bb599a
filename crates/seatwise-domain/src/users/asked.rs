//! What an account asks of a new user, and whether it takes a password with him (decisions 6 and 9).

use super::add::{FieldError, Prepared};
use super::invite::Invite;
use crate::authz::{Caller, Key};
use crate::tenants::{Ask, Settings, UserField};

/// Refuses a person who lacks what the account asks for, brings what it does not ask for, or could never sign in.
pub(super) fn fits(
    settings: &Settings,
    caller: &Caller,
    command: &Invite,
    person: &Prepared,
) -> Result<(), FieldError> {
    if person.password_hash.is_some() && !settings.admin_sets_password {
        return Err(FieldError::PasswordByLink);
    }
    for field in UserField::ALL {
        match settings.user_form.asks(field) {
            Ask::Required if !is_given(field, command, person) => {
                return Err(FieldError::Needed(field));
            }
            // Whoever invites to his teams has to name one.
            Ask::Hidden if field == UserField::Team && caller.part(Key::InviteUsers).is_some() => {}
            Ask::Hidden if is_given(field, command, person) => {
                return Err(FieldError::NotAsked(field));
            }
            Ask::Required | Ask::Optional | Ask::Hidden => {}
        }
    }
    if person.password_hash.is_some() || person.email.is_some() {
        return Ok(());
    }
    if settings.admin_sets_password {
        return Err(FieldError::NoWayIn);
    }
    Err(FieldError::Needed(UserField::Email))
}

fn is_given(field: UserField, command: &Invite, person: &Prepared) -> bool {
    match field {
        UserField::Email => person.email.is_some(),
        UserField::Login => person.login.is_some(),
        // Without a name one is made of the address.
        UserField::Name => {
            let name = command.person.name.as_deref();
            name.is_some_and(|name| !name.trim().is_empty())
        }
        UserField::Phone => person.phone.is_some(),
        UserField::JobTitle => person.job_title.is_some(),
        UserField::Gender => person.gender.is_some(),
        UserField::Team => !command.teams.is_empty(),
    }
}
