//! Finding parameters by what stands on their cards.

use carbon_points::domain::rulebook::{Grade, Rulebook};
use carbon_points::i18n::search::found;

use crate::support::beijing;

fn ids<'r>(rulebook: &'r Rulebook, query: &str) -> Vec<&'r str> {
    let all = rulebook.parameters.iter();
    all.filter(|parameter| found(parameter, rulebook, query)).map(|parameter| parameter.id.as_str()).collect()
}

#[test]
fn an_amount_is_found_as_it_is_written() {
    let rulebook = beijing();
    assert_eq!(ids(rulebook, "0.5554"), ["grid.beijing"]);
    assert_eq!(ids(rulebook, "０．５５５４"), ["grid.beijing"]);
    assert_eq!(ids(rulebook, " 0。5554 "), ["grid.beijing"]);
    // A value of an earlier year too.
    assert_eq!(ids(rulebook, "0.5688"), ["grid.beijing"]);
}

#[test]
fn a_grade_is_found_by_its_name_in_both_languages() {
    let rulebook = beijing();
    let official = rulebook.parameters.iter();
    let official = official.filter(|parameter| parameter.values.iter().any(|value| value.grade == Grade::Official));
    let official: Vec<&str> = official.map(|parameter| parameter.id.as_str()).collect();
    assert!(!official.is_empty());
    for id in official {
        assert!(ids(rulebook, "官方").contains(&id) && ids(rulebook, "OFFICIAL").contains(&id), "{id}");
    }
    assert!(ids(rulebook, "转录").contains(&"travel.rail"));
}

#[test]
fn the_notes_of_values_and_of_sources_are_searched_in_both_languages() {
    let rulebook = beijing();
    for query in ["hubei", "湖北"] {
        assert_eq!(ids(rulebook, query), ["evidence.self_declared"], "{query}");
    }
    for query in ["enviliance", "英文法规报道", "its english regulatory REPORT date"] {
        assert!(ids(rulebook, query).contains(&"voc.limit.interior_wall_coating"), "{query}");
    }
}

/// A search is worth it if it leaves few: notes must not make everyday words find everything.
#[test]
fn notes_do_not_drown_what_is_looked_for() {
    let rulebook = beijing();
    for query in ["0.5554", "paint"] {
        assert!(ids(rulebook, query).len() < 20, "{query}: {:?}", ids(rulebook, query));
    }
}

#[test]
fn everyday_words_find_what_they_mean() {
    let rulebook = beijing();
    for (query, id) in [
        ("paint", "voc.limit.interior_wall_coating"),
        ("paint", "voc.limit.exterior_wall_coating"),
        ("Wall  Coating", "voc.limit.interior_wall_coating"),
        ("涂料　限值", "voc.limit.interior_wall_coating"),
        ("地铁", "travel.rail"),
        ("DB11/T 3043", "travel.rail"),
        ("ｃｏ２", "points.per_kg_co2"),
        ("CO₂", "points.per_kg_co2"),
        ("m³", "gas.combustion"),
        ("上限 积分", "cap.monthly"),
        ("克/升", "voc.limit.interior_wall_coating"),
    ] {
        assert!(ids(rulebook, query).contains(&id), "{query}");
    }
    assert_eq!(ids(rulebook, "").len(), rulebook.parameters.len());
    assert!(ids(rulebook, "no such thing").is_empty());
}
