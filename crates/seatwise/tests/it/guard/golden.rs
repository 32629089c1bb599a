//! Tables that outsiders rely on, written down: a change is a decision and shows in the review.

use std::fmt::Write as _;

use seatwise_domain::authz::{Extent, Grants, Key, Level, SeatKind};

/// What somebody holds who is of this level, or holds one of the program's own roles.
fn columns() -> [(&'static str, Grants); 5] {
    let mut manager = Grants::sales();
    manager.merge(&Grants::team_manager());
    [
        ("owner", Grants::of_level(Level::Owner)),
        ("admin", Grants::of_level(Level::Admin)),
        ("team manager", manager),
        ("sales", Grants::sales()),
        ("team user", Grants::team_user()),
    ]
}

fn cell(extent: Extent) -> &'static str {
    if extent.has(Extent::ALL) {
        return "all";
    }
    if extent.has(Extent::LED) {
        return "led teams";
    }
    extent
        .word()
        .map_or("mixed", |word| if word == "none" { "-" } else { word })
}

#[test]
fn who_may_do_what() {
    let mut text = String::new();
    for seat in SeatKind::ALL {
        write!(text, "{:<24}", format!("{} seat", seat.as_str())).expect("a text grows");
        for (name, _) in columns() {
            write!(text, "{name:<14}").expect("a text grows");
        }
        text.push('\n');
        for key in Key::ALL {
            write!(text, "{:<24}", key.as_str()).expect("a text grows");
            for (_, grants) in columns() {
                let extent = grants.limited_to(seat).extent(*key);
                write!(text, "{:<14}", cell(extent)).expect("a text grows");
            }
            text.push('\n');
        }
        text.push('\n');
    }
    insta::assert_snapshot!("authz-matrix", text);
}
