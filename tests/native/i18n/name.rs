//! Every field, step, operand, unit and word has a name in both languages.

use super::{BOTH, FIELDS, check_text};
use crate::support::{assessment, beijing};
use carbon_points::domain::activity::appliance::ApplianceKind;
use carbon_points::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use carbon_points::domain::activity::trip::{CarStandard, Power};
use carbon_points::domain::activity::{Evidence, Kind, Mode, Utility};
use carbon_points::domain::assessment::Verdict;
use carbon_points::domain::exact::Exact;
use carbon_points::domain::rulebook::{Grade, ParameterRef};
use carbon_points::domain::trace::{Operand, Operation, Origin, StepName};
use carbon_points::domain::unit::Unit;
use carbon_points::i18n::Language::{self, En, Zh};
use carbon_points::i18n::reason::field;
use carbon_points::i18n::unit::unit_name;
use carbon_points::i18n::{step, word};

#[test]
fn every_field_has_a_name() {
    for path in FIELDS {
        let [zh, en] = BOTH.map(|language| field(path, language));
        assert_ne!(zh, *path);
        assert_ne!(en, *path);
        assert_ne!(zh, en, "{path}");
        check_text(&en, En, path);
    }
    for (path, zh, en) in [
        ("legs[1].km", "第 2 段的公里数", "Leg 2, kilometres"),
        ("legs[0]", "第 1 段", "Leg 1"),
        ("legs[x].km", "legs[x].km", "legs[x].km"),
        ("legs[1].colour", "第 2 段的colour", "Leg 2, colour"),
        ("nothing", "nothing", "nothing"),
        ("", "", ""),
        ("legs[18446744073709551615].km", "第 18446744073709551615 段的公里数", "Leg 18446744073709551615, kilometres"),
    ] {
        assert_eq!(field(path, Zh), zh);
        assert_eq!(field(path, En), en);
    }
}

#[test]
fn every_step_is_named() {
    for language in BOTH {
        let mut titles: Vec<&str> = StepName::ALL.iter().map(|name| step::title(*name, language)).collect();
        for title in &titles {
            check_text(title, language, title);
        }
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), StepName::ALL.len(), "two steps with the same title");
    }
    for name in StepName::ALL {
        assert_ne!(step::title(*name, Zh), step::title(*name, En));
    }
    for (operation, sign, zh, en) in [
        (Operation::Add, "+", "=", "="),
        (Operation::Subtract, "−", "=", "="),
        (Operation::Multiply, "×", "=", "="),
        (Operation::Divide, "÷", "=", "="),
        (Operation::AtLeast, "与", "取较大者，得", "the larger ="),
        (Operation::AtMost, "与", "取较小者，得", "the smaller ="),
        (Operation::RoundHalfUp, "×", "四舍五入得", "rounded ="),
        (Operation::Floor, "÷", "取整得", "whole part ="),
    ] {
        assert_eq!(step::operator(operation, Zh), sign);
        assert_eq!(step::equals(operation, Zh), zh);
        assert_eq!(step::equals(operation, En), en);
    }
}

#[test]
fn every_operand_says_what_it_is() {
    let operand = |origin, value: i64, unit| Operand { origin, value: Exact::from(value), unit };
    let parameter = beijing().find("travel.rail").expect("rail");
    let named = [
        (operand(Origin::Input("legs[0].km"), 10, Unit::Kilometre), "第 1 段的公里数", "Leg 1, kilometres"),
        (
            operand(Origin::Parameter(ParameterRef { parameter, value: 0 }), 32, Unit::GramPerPersonKilometre),
            "地铁和城市轨道",
            "Metro and urban rail",
        ),
        (operand(Origin::Step(2), 1, Unit::Gram), "第 3 步", "step 3"),
        (operand(Origin::Calendar("days"), 28, Unit::Day), "这张账单的天数", "Days on this bill"),
        (operand(Origin::Constant, 1000, Unit::GramPerKilogram), "1 千克＝1,000 克", "1 kg = 1,000 g"),
        (operand(Origin::Constant, 1, Unit::One), "整体", "the whole"),
        (operand(Origin::Constant, 0, Unit::Gram), "零", "zero"),
        (operand(Origin::Parameter(ParameterRef { parameter: 9999, value: 0 }), 1, Unit::One), "", ""),
    ];
    for (operand, zh, en) in named {
        assert_eq!(step::operand_name(&operand, beijing(), Zh), zh);
        assert_eq!(step::operand_name(&operand, beijing(), En), en);
    }
    // Every constant the formulas use has a name.
    for text in [
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":1,"instead_of_car":"china_5"}]}"#,
        r#"{"kind":"utility","date":"2026-06-30","utility":"gas","start":"2026-06-01","end":"2026-06-30","usage":1,"baseline_usage":2,"baseline_days":31}"#,
        r#"{"kind":"purchase","date":"2026-07-15","category":"interior_wall_coating","amount":"500","unit":"mL","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit","density_kg_per_l":"1.3","water_percent":40}"#,
        r#"{"kind":"purchase","date":"2026-07-15","category":"hairspray","amount":"500","unit":"g","voc":10,"voc_unit":"percent","basis":"as_supplied","mode":"below_limit"}"#,
    ] {
        for operand in assessment(text).steps.iter().flat_map(|step| &step.operands) {
            for language in BOTH {
                let name = step::operand_name(operand, beijing(), language);
                assert!(!name.is_empty(), "{operand:?} has no name");
            }
        }
    }
}

/// Every word has its own name in each language.
fn differ<W: Copy + std::fmt::Debug>(all: &[W], name: fn(W, Language) -> &'static str) {
    for language in BOTH {
        let mut names: Vec<&str> = all.iter().map(|word| name(*word, language)).collect();
        for name in &names {
            check_text(name, language, name);
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all.len(), "{all:?}");
    }
    for word in all {
        assert_ne!(name(*word, Zh), name(*word, En), "{word:?}");
    }
}

#[test]
fn every_unit_and_word_has_a_name() {
    for unit in Unit::ALL {
        for language in BOTH {
            assert_eq!(unit_name(*unit, language).is_empty(), *unit == Unit::One, "{unit:?}");
        }
        let chinese = |text: &str| text.chars().any(|character| ('\u{3000}'..='\u{9fff}').contains(&character));
        assert!(!chinese(unit_name(*unit, En)), "{unit:?}");
        assert_eq!(chinese(unit_name(*unit, Zh)), !matches!(unit, Unit::One | Unit::Percent), "{unit:?}");
    }
    differ(Mode::ALL, word::mode);
    differ(CarStandard::ALL, word::car_standard);
    differ(Power::ALL, word::power);
    differ(Utility::ALL, word::utility);
    differ(ApplianceKind::ALL, word::appliance);
    differ(Kind::ALL, word::kind);
    differ(Evidence::ALL, word::evidence);
    differ(Basis::ALL, word::basis);
    differ(Basis::ALL, word::basis_explained);
    differ(Comparison::ALL, word::comparison);
    differ(Grade::ALL, word::grade);
    differ(Grade::ALL, word::grade_explained);
    differ(&[Verdict::Credited, Verdict::Recorded], word::verdict);
    for unit in AmountUnit::ALL {
        assert_eq!(word::amount_unit(*unit, En), unit.as_str());
    }
    for unit in VocUnit::ALL {
        assert!(!word::voc_unit(*unit, Zh).is_empty());
    }
}

#[test]
fn words_are_named_by_the_field_they_stand_in() {
    let rulebook = Some(beijing());
    for (path, given, zh) in [
        ("legs[0].mode", "ebike", Some("电动自行车")),
        ("mode", "below_limit", Some("和北京的限值比")),
        ("mode", "walk", None),
        ("category", "hairspray", Some("发胶（喷雾）")),
        ("kind", "trip", None),
        ("note", "trip", None),
        ("category", "nothing", None),
    ] {
        assert_eq!(word::word_name(path, given, rulebook, Zh), zh, "{path}");
    }
    assert_eq!(word::word_name("category", "hairspray", None, Zh), None);
}
