//! Which version new entries are worked out with, and finding the version of an old one.

use crate::support::day;
use carbon_points::domain::rulebook::Rulebook;

#[test]
fn a_version_is_for_entries_from_the_day_of_its_publication() {
    for (today, name) in [
        ("2026-11-20", "beijing@2026.11"), // before the first: a clock that is wrong
        ("2026-11-21", "beijing@2026.11"),
        ("2026-11-30", "beijing@2026.11"),
        ("2026-12-01", "beijing@2026.12"),
        ("2030-01-01", "beijing@2026.12"),
    ] {
        let today = day(today);
        assert_eq!(Rulebook::current_name(today), name, "{today}");
        assert_eq!(Rulebook::current(today).expect("it opens").name(), name, "{today}");
        assert_eq!(Rulebook::current_figures(today).expect("it opens").name(), name, "{today}");
    }
}

#[test]
fn every_version_is_found_by_the_name_that_entries_keep() {
    let names: Vec<_> = Rulebook::versions().collect();
    assert_eq!(names, ["beijing@2026.11", "beijing@2026.12"]);
    let opened = names.iter().map(|name| Rulebook::built_in(name).expect("built in").expect("it opens"));
    let published: Vec<_> = opened.map(|rulebook| (rulebook.name(), rulebook.published)).collect();
    assert!(published.is_sorted_by_key(|(_, day)| *day), "oldest first: {published:?}");
    assert!(published.iter().map(|(name, _)| name.as_str()).eq(names), "each under its own name: {published:?}");
    for name in ["beijing@2026.10", "beijing", "", "beijing@2026.11 "] {
        assert_eq!(Rulebook::built_in(name), None, "{name}");
    }
}

#[test]
fn the_version_by_name_does_not_depend_on_the_day() {
    assert_eq!(Rulebook::beijing().expect("it opens").name(), "beijing@2026.11");
    assert_eq!(Rulebook::beijing_figures().expect("it opens").name(), "beijing@2026.11");
}
