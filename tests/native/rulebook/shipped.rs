//! What holds for the shipped file as a whole.

use std::collections::BTreeSet;

use carbon_points::domain::activity::Mode;
use carbon_points::domain::activity::trip::CarStandard;
use carbon_points::domain::date::Date;
use carbon_points::domain::rulebook::{BEIJING_2026_11, Formula, Grade, Key, Label, Rulebook};

/// Issuers and journals: pages of their own, never a copy of or a report on somebody else's.
const HOSTS: &[&str] = &[
    "sthjj.beijing.gov.cn",
    "www.beijing.gov.cn",
    "fgw.beijing.gov.cn",
    "www.mee.gov.cn",
    "www.cnis.ac.cn",
    "www.epd.gov.hk",
    "www.dsd.state.md.us",
    "doi.org",
];

fn beijing() -> Rulebook {
    Rulebook::beijing().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn loads_without_a_fault() {
    let rulebook = beijing();
    assert_eq!(rulebook.name(), "beijing@2026.11");
    assert_eq!(rulebook.status.zh, "示例规则，非官方");
    assert_eq!(rulebook.published.to_string(), "2026-11-21");
    assert_eq!(rulebook.scheme_from.to_string(), "2021-01-01");
}

#[test]
fn links_lead_only_to_issuers() {
    for source in beijing().sources {
        let Some(link) = source.link else { continue };
        let host = link.split('/').nth(2).unwrap_or_default();
        assert!(HOSTS.contains(&host), "{}: {link}", source.id);
    }
}

#[test]
fn what_was_read_in_a_report_names_it_in_both_languages() {
    let rulebook = beijing();
    let source = rulebook.sources.iter().find(|source| source.id == "db11-1983-2022").expect("a source");
    let note = source.note.as_ref().expect("a note");
    assert_eq!(source.link, None);
    assert!(note.zh.contains("见于 Enviliance ASIA 的英文法规报道") && note.en.contains("Enviliance ASIA"), "{note:?}");
}

#[test]
fn every_text_is_there_in_both_languages() {
    let rulebook = beijing();
    let han = |text: &str| text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
    let mut labels: Vec<&Label> = vec![&rulebook.title, &rulebook.status, &rulebook.change_note];
    labels.extend(rulebook.methods.iter().map(|method| &method.title));
    labels.extend(rulebook.sources.iter().filter_map(|source| source.note.as_ref()));
    labels.extend(rulebook.parameters.iter().map(|parameter| &parameter.label));
    let values = rulebook.parameters.iter().flat_map(|parameter| &parameter.values);
    labels.extend(values.filter_map(|value| value.note.as_ref()));
    labels.extend(rulebook.actions.iter().flat_map(|action| [&action.label, &action.hint]));
    labels.extend(rulebook.products.iter().map(|product| &product.label));
    labels.extend(rulebook.displaced.iter().map(|product| &product.label));
    for label in labels {
        // A formula is the same in both languages, so a note may be short of Chinese characters but never of all.
        assert!(han(&label.zh) && !han(&label.en) && !label.en.trim().is_empty(), "{label:?}");
    }
}

#[test]
fn every_label_is_unlike_the_others() {
    let rulebook = beijing();
    let labels: BTreeSet<(&str, &str)> = rulebook
        .parameters
        .iter()
        .map(|parameter| (parameter.label.zh.as_str(), parameter.label.en.as_str()))
        .collect();
    assert_eq!(labels.len(), rulebook.parameters.len());
}

#[test]
fn every_parameter_is_used() {
    let rulebook = beijing();
    let mut used: BTreeSet<usize> = Key::ALL.iter().map(|key| rulebook.key_index(*key)).collect();
    used.extend(Mode::ALL.iter().filter_map(|mode| rulebook.mode_factor(*mode)));
    used.extend(Mode::ALL.iter().filter_map(|mode| rulebook.distance_limit(*mode)));
    used.extend(rulebook.products.iter().filter_map(|product| product.limit));
    used.extend(rulebook.actions.iter().flat_map(|action| [action.carbon, action.award]).flatten());
    used.extend(rulebook.displaced.iter().map(|product| product.content));
    assert_eq!(used, (0..rulebook.parameters.len()).collect());
}

#[test]
fn every_lookup_finds_its_own() {
    let rulebook = beijing();
    for key in Key::ALL {
        let parameter = &rulebook.parameters[rulebook.key_index(*key)];
        assert_eq!((parameter.id.as_str(), parameter.unit), (key.id(), key.unit()));
    }
    for formula in Formula::ALL {
        assert_eq!(rulebook.methods[rulebook.formula(*formula)].id, formula.as_str());
    }
    let id = |index: usize| rulebook.parameters[index].id.clone();
    for standard in CarStandard::ALL {
        let (nox, hydrocarbons) = rulebook.exhaust(*standard);
        assert_eq!(id(nox), format!("car_exhaust.{}.nox", standard.as_str()));
        assert_eq!(id(hydrocarbons), format!("car_exhaust.{}.hc", standard.as_str()));
    }
    let published: Vec<&str> =
        Mode::ALL.iter().filter(|mode| rulebook.mode_factor(**mode).is_some()).map(|mode| mode.as_str()).collect();
    assert_eq!(published, ["walk", "bike", "bus", "rail"]);
    for mode in Mode::ALL {
        assert_eq!(rulebook.mode_factor(*mode).map(id), rulebook.find(&format!("travel.{}", mode.as_str())).map(id));
        let limit = rulebook.find(&format!("distance.{}", mode.as_str()));
        assert_eq!(rulebook.distance_limit(*mode).map(id), limit.map(id));
    }
}

#[test]
fn no_day_lacks_a_value() {
    let rulebook = beijing();
    let mut day = rulebook.scheme_from;
    while day.year() < 2032 {
        for key in Key::ALL {
            if key.used_by().iter().any(|formula| rulebook.in_force(*formula, day)) {
                let operand = rulebook.key(*key, day).unwrap_or_else(|| panic!("{} on {day}", key.id()));
                assert_eq!(operand.unit, key.unit());
            }
        }
        day = day.plus_days(1);
    }
}

#[test]
fn methods_begin_on_their_day() {
    let rulebook = beijing();
    for (formula, first) in [
        (Formula::Travel, "2024-10-01"),
        (Formula::OilToElectric, "2025-01-01"),
        (Formula::LowVoc, "2022-10-01"),
        (Formula::Everyday, "2024-10-10"),
        (Formula::HomeEnergy, "2021-01-01"),
    ] {
        let first = Date::parse(first).expect("a date");
        assert!(rulebook.in_force(formula, first), "{formula:?}");
        assert!(!rulebook.in_force(formula, first.plus_days(-1)), "{formula:?}");
    }
}

#[test]
fn the_grid_factor_is_that_of_the_year() {
    let rulebook = beijing();
    for (day, amount) in [
        ("2021-01-01", "0.5688"),
        ("2021-12-31", "0.5688"),
        ("2022-01-01", "0.558"),
        ("2022-12-31", "0.558"),
        ("2023-01-01", "0.5554"),
        ("2026-11-21", "0.5554"),
    ] {
        let operand = rulebook.key(Key::Grid, Date::parse(day).expect("a date")).expect("in force");
        assert_eq!(operand.value.to_string(), amount, "{day}");
    }
    assert_eq!(rulebook.key(Key::Grid, Date::parse("2020-12-31").expect("a date")), None);
}

/// Whatever a grade promises must be on the page beside the number.
#[test]
fn weak_grades_explain_themselves() {
    let rulebook = beijing();
    for parameter in &rulebook.parameters {
        for value in &parameter.values {
            let source = &rulebook.sources[value.source];
            let explained = value.note.is_some() || source.note.is_some();
            assert!(value.grade == Grade::Official || explained, "{}", parameter.id);
            assert!(value.grade != Grade::Official || source.link.is_some(), "{}", parameter.id);
        }
    }
}

#[test]
fn the_file_stands_alone() {
    for word in ["research/", "shared/", "seed", "RECALLED", "VERIFIED", "mirror"] {
        assert!(!BEIJING_2026_11.contains(word), "{word}");
    }
}
