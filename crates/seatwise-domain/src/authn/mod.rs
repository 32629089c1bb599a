//! Proving who somebody is: passwords, sessions, personal API tokens and links by mail.

mod hours;
pub mod link;
mod password;
mod secret;
mod session;
mod sign_in;
mod sql;
mod token;

pub use hours::{Week, sign_ins};
pub use password::{PASSWORD_MAX, PASSWORD_MIN, Password, PasswordError};
pub use secret::Secret;
pub use session::{
    EndError, SESSION_DAYS, SESSION_IDLE_DAYS, SessionRow, begin, end, end_all, end_others,
    sessions, touch,
};
pub use sign_in::{SignIn, SignInError, SignedIn, sign_in, sign_out};
pub use token::{
    ApiToken, NewToken, TOKEN_DAYS_MAX, TokenError, create_token, end_token, make_token,
    revoke_token, tokens,
};
