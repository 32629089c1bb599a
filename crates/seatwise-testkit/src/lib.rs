//! What tests need: a database each, people and leads made by the real operations, a mail server.

#[cfg(feature = "doors")]
pub mod app;
pub mod builder;
pub mod company;
pub mod db;
pub mod dump;
#[cfg(feature = "doors")]
pub mod http;
pub mod jobs;
pub mod mime;
pub mod smtp;
mod tallies;
pub mod tenant;

pub use db::{START, TestDb, run};
pub use seatwise_domain::store::Engine;

/// Makes two tests of each function, `name::sqlite` and `name::postgres`, each on a fresh database.
///
/// ```ignore
/// on_both! {
///     async fn a_leaver_frees_the_seat(db: &TestDb) {
///         assert_eq!(free_seats(db).await, 1);
///     }
/// }
/// ```
#[macro_export]
macro_rules! on_both {
    ($($(#[$attribute:meta])* async fn $name:ident($db:ident: $database:ty) $body:block)*) => {
        $(
            mod $name {
                #[expect(unused_imports, reason = "not every test needs a name of the file around it")]
                use super::*;

                $(#[$attribute])*
                async fn proves($db: $database) $body

                #[test]
                fn sqlite() {
                    $crate::run($crate::Engine::Sqlite, async |db: &$crate::TestDb| proves(db).await);
                }

                #[test]
                fn postgres() {
                    $crate::run($crate::Engine::Postgres, async |db: &$crate::TestDb| proves(db).await);
                }
            }
        )*
    };
}
