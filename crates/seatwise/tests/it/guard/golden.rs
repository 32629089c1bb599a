//! Tables that outsiders rely on, written down: a change is a decision and shows in the review.

use std::fmt::Write as _;

use seatwise_domain::authz::{Key, Level, SeatKind, granted};

#[test]
fn who_may_do_what() {
    let mut text = String::from("seat     level   permissions\n");
    for seat in SeatKind::ALL {
        for level in Level::ALL {
            let granted = granted(level, seat);
            for key in Key::ALL.iter().filter(|key| granted.has(**key)) {
                writeln!(
                    text,
                    "{:<8} {:<7} {}",
                    seat.as_str(),
                    level.as_str(),
                    key.as_str()
                )
                .expect("a text grows");
            }
        }
    }
    insta::assert_snapshot!("authz-matrix", text);
}
