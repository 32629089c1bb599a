//! The time zones to choose from.

use crate::parts::{Choice, choice};

/// All zones of places by name; the chosen one is among them even where this machine does not know it.
pub fn zones(chosen: &str) -> Vec<Choice> {
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| is_place(name))
        .collect();
    if !chosen.is_empty() && !names.iter().any(|name| name == chosen) {
        names.push(chosen.to_owned());
    }
    names.sort_unstable();
    names.dedup();
    names
        .iter()
        .map(|name| choice(name, name.replace('_', " ")))
        .collect()
}

/// `Europe/Berlin`, and not the offsets, old names and copies that the database has as well.
fn is_place(name: &str) -> bool {
    const REGIONS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    name == "UTC"
        || name
            .split_once('/')
            .is_some_and(|(region, _)| REGIONS.contains(&region))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_offered_and_the_chosen_one_always() {
        assert!(is_place("Europe/Kyiv") && is_place("UTC"));
        assert!(!is_place("Etc/GMT+3") && !is_place("posix/Europe/Kyiv") && !is_place("CET"));
        let offered = zones("Mars/Olympus_Mons");
        let own = offered
            .iter()
            .find(|zone| zone.value == "Mars/Olympus_Mons");
        assert_eq!(
            own.map(|zone| zone.label.as_str()),
            Some("Mars/Olympus Mons")
        );
    }
}
