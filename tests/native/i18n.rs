//! Words and numbers: nothing is missing in either language, nothing is left unfilled, and numbers read as they should.

use carbon_points::domain::activity::appliance::ApplianceKind;
use carbon_points::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use carbon_points::domain::activity::trip::{CarStandard, Power};
use carbon_points::domain::activity::{Evidence, Kind, Mode, Utility};
use carbon_points::domain::assessment::Verdict;
use carbon_points::domain::decimal::Decimal;
use carbon_points::domain::exact::Exact;
use carbon_points::domain::reason::{Accepted, Reason, ReasonCode};
use carbon_points::domain::rulebook::{Grade, ParameterRef};
use carbon_points::domain::trace::{Operand, Operation, Origin, StepName};
use carbon_points::domain::unit::Unit;
use carbon_points::i18n::Language::{self, En, Zh};
use carbon_points::i18n::number::{self, Amount, MassUnit};
use carbon_points::i18n::reason::{field, full_sentence, sentence};
use carbon_points::i18n::unit::{amount_and_unit, unit_name};
use carbon_points::i18n::{calendar, step, word};
use proptest::prelude::*;

use crate::support::{assessment, beijing, day, refused};

const BOTH: [Language; 2] = [Zh, En];

/// Every field of the contract, at the top or in a leg.
const FIELDS: &[&str] = &[
    "kind",
    "date",
    "id",
    "evidence",
    "merchant",
    "note",
    "legs",
    "hours",
    "power",
    "engine_litres",
    "alert",
    "utility",
    "start",
    "end",
    "usage",
    "baseline_usage",
    "baseline_days",
    "annual_usage",
    "boiler_heating",
    "has_pv",
    "meter",
    "self_consumed_kwh",
    "appliance",
    "cooling_kw",
    "apf",
    "replaced_apf",
    "annual_kwh",
    "replaced_annual_kwh",
    "annual_m3",
    "efficiency",
    "replaced_efficiency",
    "category",
    "amount",
    "unit",
    "voc",
    "voc_unit",
    "basis",
    "mode",
    "displaced",
    "displaced_amount",
    "density_kg_per_l",
    "water_percent",
    "litres",
    "time",
    "action",
    "count",
    "kg",
    "days",
    "legs[0]",
    "legs[1].mode",
    "legs[1].km",
    "legs[1].replaced_petrol_car",
    "legs[1].instead_of_car",
];

/// Parameters as the limits of a reason.
fn limits(ids: &[&str]) -> Accepted {
    let reference = |id: &&str| ParameterRef { parameter: beijing().find(id).expect("a parameter"), value: 0 };
    Accepted::Limits(ids.iter().map(reference).collect())
}

/// One of each way of saying what would have been accepted.
fn accepted() -> Vec<Option<Accepted>> {
    let range = |from_included| Accepted::Range {
        least: "0".into(),
        from_included,
        most: "100000".into(),
        unit: Unit::KilowattHour,
    };
    let (first, last) = (day("2021-01-01"), day("2026-11-21"));
    let mut all = vec![
        None,
        Some(range(true)),
        Some(range(false)),
        Some(Accepted::OneOf(vec!["walk".into(), "bike".into()])),
        Some(Accepted::OneOf(Vec::new())),
        Some(Accepted::Dates { first, last }),
        Some(Accepted::Since { first }),
        Some(Accepted::Decimal { places: 0 }),
        Some(Accepted::Decimal { places: 6 }),
        Some(Accepted::Time),
        Some(Accepted::Field("density_kg_per_l")),
        Some(Accepted::Field("replaced_petrol_car")),
        Some(Accepted::Share { percent: "97".to_owned(), share: "0.97".to_owned() }),
        Some(limits(&["saving.cap"])),
        Some(limits(&["car_free.small_up_to", "car_free.medium_up_to"])),
        Some(limits(&["refuel.first_month", "refuel.last_month", "refuel.window_start", "refuel.window_end"])),
        Some(Accepted::Limits(vec![ParameterRef { parameter: 9999, value: 0 }])),
    ];
    for name in ["object", "array", "string", "number", "boolean"] {
        all.push(Some(Accepted::Type(name)));
    }
    for what in ["days", "bytes", "characters", "legs"] {
        all.push(Some(Accepted::AtMost { most: 65_536, what }));
    }
    for basis in Basis::ALL {
        for unit in VocUnit::ALL {
            all.push(Some(Accepted::Basis { basis: basis.as_str(), unit: unit.as_str() }));
        }
    }
    all
}

/// Paths at which a code can have a sentence of its own.
const PLACES: &[&str] =
    &["", "legs", "legs[2].mode", "usage", "voc", "basis", "voc_unit", "unit", "water_percent", "displaced", "foo"];

/// A text is clean: filled, without leftovers of its template, in one language, with balanced quotation marks.
fn check_text(text: &str, language: Language, what: &str) {
    assert!(!text.trim().is_empty(), "{what}: empty");
    assert_eq!(text.trim(), text, "{what}: white space around");
    for left in
        ["TODO", "  ", "#", "@", "^", "|", "「」", "\u{201c}\u{201d}", "。。", "..", "，。", "（）", "()", " 。", " ，"]
    {
        assert!(!text.contains(left), "{what}: {left:?} in {text}");
    }
    let count = |mark: char| text.chars().filter(|character| *character == mark).count();
    match language {
        Zh => {
            assert!(!text.contains(['"', '\'', '\u{201c}', '\u{201d}']), "{what}: foreign quotation marks in {text}");
            assert_eq!(count('「'), count('」'), "{what}: {text}");
        }
        En => {
            let chinese = |character: char| ('\u{3000}'..='\u{9fff}').contains(&character);
            assert!(!text.contains(chinese), "{what}: Chinese in {text}");
            assert_eq!(count('\u{201c}'), count('\u{201d}'), "{what}: {text}");
            let first = text.chars().next().unwrap();
            assert!(!first.is_ascii_lowercase(), "{what}: begins small: {text}");
        }
    }
}

#[test]
fn every_reason_is_a_whole_sentence_whatever_it_carries() {
    for code in ReasonCode::ALL {
        for path in PLACES {
            for given in [None, Some("1:5"), Some("15"), Some("2026-07-01"), Some("\u{3a9}\n12.5")] {
                for accepted in accepted() {
                    let reason = Reason {
                        code: *code,
                        path: (*path).into(),
                        given: given.map(str::to_owned),
                        accepted: accepted.clone(),
                    };
                    let what = format!("{} at {path:?} given {given:?} accepting {accepted:?}", code.as_str());
                    for rulebook in [None, Some(beijing())] {
                        let [zh, en] = BOTH.map(|language| sentence(&reason, rulebook, language));
                        check_text(&zh, Zh, &what);
                        check_text(&en, En, &what);
                        assert!(zh.ends_with(['。', '？', '）']), "{what}: {zh}");
                        assert!(en.ends_with(['.', '?', ')']), "{what}: {en}");
                        assert!(!zh.contains('\n'), "{what}: a line break was quoted");
                        for (language, plain) in [(Zh, &zh), (En, &en)] {
                            let full = full_sentence(&reason, rulebook, language);
                            assert!(full.ends_with(plain.as_str()), "{what}: {full}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_code_has_a_sentence_of_its_own() {
    for language in BOTH {
        let mut sentences: Vec<String> =
            ReasonCode::ALL.iter().map(|code| sentence(&Reason::at(*code, "voc"), None, language)).collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), ReasonCode::ALL.len());
    }
}

#[test]
fn what_would_be_accepted_is_said() {
    let told = [
        (
            Some(Accepted::OneOf(vec!["walk".into(), "bike".into()])),
            "「walk」「bike」",
            "\u{201c}walk\u{201d}, \u{201c}bike\u{201d}",
        ),
        (Some(Accepted::Time), "21:30", "21:30"),
        (Some(Accepted::Since { first: day("2025-07-01") }), "2025年7月1日", "1 July 2025"),
        (Some(Accepted::Decimal { places: 6 }), "12.5，最多 6 位小数", "at most 6 decimals"),
        (Some(Accepted::Decimal { places: 0 }), "整数", "whole number"),
        (Some(Accepted::Type("array")), "列表 [ ]", "a list [ ]"),
        (Some(Accepted::AtMost { most: 65_536, what: "bytes" }), "65,536 字节", "65,536 bytes"),
        (
            Some(Accepted::Basis { basis: "less_water", unit: "g/L" }),
            "「扣水」的克/升数",
            "g/L, measured \u{201c}Less water\u{201d}",
        ),
        (
            Some(Accepted::Basis { basis: "as_supplied", unit: "percent" }),
            "「原样（出厂状态）」的百分数",
            "percent, measured \u{201c}As supplied\u{201d}",
        ),
        (Some(Accepted::Field("density_kg_per_l")), "请填上「密度」", "\u{201c}Density\u{201d}"),
        (Some(Accepted::Field("has_pv")), "请勾选「", "tick \u{201c}"),
        (
            Some(Accepted::Range {
                least: "0".into(),
                from_included: false,
                most: "5000".into(),
                unit: Unit::Kilometre,
            }),
            "大于 0、不超过 5,000 公里",
            "more than 0 and at most 5,000 km",
        ),
        (
            Some(Accepted::Range { least: "0".into(), from_included: true, most: "100".into(), unit: Unit::Percent }),
            "0 到 100%",
            "0 to 100%",
        ),
        (
            Some(Accepted::Dates { first: day("2021-01-01"), last: day("2026-11-21") }),
            "2021年1月1日 到 2026年11月21日 之间",
            "1 January 2021 to 21 November 2026",
        ),
        (
            Some(Accepted::Share { percent: "97".to_owned(), share: "0.97".to_owned() }),
            "97% 请写成 0.97。",
            "Write 97% as 0.97.",
        ),
    ];
    for (accepted, zh, en) in told {
        let reason = Reason { accepted, ..Reason::at(ReasonCode::UnknownValue, "foo").given("bar") };
        for (language, said, quoted) in [(Zh, zh, "「bar」"), (En, en, "\u{201c}bar\u{201d}")] {
            let sentence = sentence(&reason, Some(beijing()), language);
            assert!(sentence.contains(said), "{said} is not in {sentence}");
            assert!(sentence.contains(quoted), "{quoted} is not in {sentence}");
        }
    }
}

/// The sentences residents meet most, from real input.
#[test]
fn real_reasons_read_well() {
    let recorded = |text: &str, zh: &str, en: &str| {
        let found = assessment(text);
        let reason = found.reasons.iter().chain(&found.notes).next().expect("a reason");
        assert_eq!(full_sentence(reason, Some(beijing()), Zh), zh);
        assert_eq!(full_sentence(reason, Some(beijing()), En), en);
    };
    recorded(
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":1},{"mode":"ebike","km":5}]}"#,
        "第 2 段的出行方式：北京还没有公布「电动自行车」的排放因子，这一段先记下，不计减排。",
        "Leg 2, way of travel: Beijing has not published an emission factor for \u{201c}E-bike\u{201d}, so this leg is kept but not credited.",
    );
    recorded(
        r#"{"kind":"car_free","date":"2026-03-02","hours":23,"power":"bev"}"#,
        "停车的小时数：停了 23 小时，还不满一天，这次先记下。满 24 小时就算一天。",
        "Hours the car stood: 23 hours are not a whole day yet, so it is only kept. A day takes 24 h.",
    );
    recorded(
        r#"{"kind":"utility","date":"2026-06-30","utility":"heat","start":"2026-06-01","end":"2026-06-30","usage":1,"baseline_usage":2,"baseline_days":30}"#,
        "本期用量：比去年同期少用了 30% 以上，按 30% 计入。",
        "Usage on this bill: More than 30% of last year's use was saved; 30% counts.",
    );
    recorded(
        r#"{"kind":"utility","date":"2026-06-30","utility":"electricity","start":"2026-06-01","end":"2026-06-30","usage":380,"baseline_usage":400,"baseline_days":30,"annual_usage":5000}"#,
        "今年累计用量：5,000 超过了第二档的上限 4,800 度/年，这一期先记下，不计减排。",
        "Usage this year so far: 5,000 is above the limit of the second price tier, 4,800 kWh a year, so this bill is kept but not credited.",
    );
    recorded(
        r#"{"kind":"refuel","date":"2026-07-15","litres":40,"time":"12:00"}"#,
        "加油的时间：「12:00」不在奖励的时间里（6–9 月 20:00–06:00），先记下，没有奖励。",
        "Time of refuelling: \u{201c}12:00\u{201d} is outside the rewarded months and hours (June–September, 20:00–06:00), so it is only kept.",
    );

    recorded(
        r#"{"kind":"refuel","date":"2026-10-01","litres":40,"time":"21:00"}"#,
        "日期：「2026年10月1日」不在奖励的时间里（6–9 月 20:00–06:00），先记下，没有奖励。",
        "Date: \u{201c}1 October 2026\u{201d} is outside the rewarded months and hours (June–September, 20:00–06:00), so it is only kept.",
    );
    recorded(
        r#"{"kind":"action","date":"2026-04-04","action":"tree_planting","count":1}"#,
        "哪种行动：没有查到做一次能少排多少的数值，所以按本规则给固定的积分，不计克数。",
        "Everyday action: No figure was found for what one such act avoids, so these rules give it fixed points and no grams.",
    );
    recorded(
        r#"{"kind":"car_free","date":"2026-03-02","hours":24,"power":"petrol","engine_litres":2}"#,
        "排量：按 1.6 升、2.5 升分档，正好在分档线上的算小的一档。",
        "Engine size: Split at 1.6 L and 2.5 L; a size right on a dividing line belongs to the smaller class.",
    );
    recorded(
        r#"{"kind":"appliance","date":"2026-05-01","appliance":"induction_hob"}"#,
        "换的电器：按北京现在的电网（0.5554 千克/度），燃气灶换成电磁炉会多排二氧化碳，所以先记下，不计减排。厨房里少了明火和废气，仍是好事。",
        "Appliance replaced: With today's Beijing grid (0.5554 kg/kWh) an induction hob causes more CO₂ than a gas hob, so this is kept but not credited. Cleaner kitchen air is still a gain.",
    );

    let rejected = |text: &str, zh: &str| {
        let reasons = refused(text);
        assert_eq!(full_sentence(&reasons[0], Some(beijing()), Zh), zh);
    };
    rejected(
        r#"{"kind":"refuel","date":"2026-11-22","litres":40,"time":"21:00"}"#,
        "日期：「2026年11月22日」还没到。请填 2021年1月1日 到 2026年11月21日 之间的日子。",
    );
    rejected(
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":"abc"}]}"#,
        "第 1 段的公里数：「abc」不是数字。请用数字和小数点，例如 12.5，最多 6 位小数。",
    );
    rejected(
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":6000}]}"#,
        "第 1 段的公里数：「6000」不在合理的范围里。请填大于 0、不超过 5,000 公里的数。",
    );
    rejected(
        r#"{"kind":"refuel","date":"2026-02-30","litres":40,"time":"21:00"}"#,
        "日期：「2026-02-30」不是日历上的日子，请照 2026-11-21 这样写。请填 2021-01-01 到 2026-11-21 之间的日子。",
    );
    rejected(
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":1,"colour":"red"}]}"#,
        "第 1 段：这里没有「colour」这一项。可以写：「mode」「km」「instead_of_car」。",
    );
    rejected(
        r#"{"kind":"purchase","date":"2026-07-15","category":"exterior_wall_coating","amount":10,"unit":"kg","voc":30,"voc_unit":"g/L","basis":"less_water","mode":"technology_switch","displaced":"solvent_exterior_coating"}"#,
        "VOC 的量法：「扣水」的数和对照的数不是一种量法，不能直接比。请补上密度和含水，或者填「原样（出厂状态）」的克/千克数。",
    );
    rejected(
        r#"{"kind":"purchase","date":"2026-07-15","category":"hairspray","amount":10,"unit":"g","voc":3,"basis":"as_supplied","mode":"below_limit"}"#,
        "VOC 单位：还没选，请选一项。",
    );
    rejected(
        r#"{"kind":"purchase","date":"2026-07-15","category":"adhesive","amount":10,"unit":"L","voc":60,"voc_unit":"g/L","basis":"as_supplied","mode":"below_limit"}"#,
        "和什么比：这类产品没有查到限值，没法和限值比。请改选「和代替下来的产品比」。",
    );
    rejected(
        r#"{"kind":"purchase","date":"2026-07-15","category":"interior_wall_coating","amount":10,"unit":"L","voc":60,"voc_unit":"g/L","basis":"less_water","mode":"technology_switch"}"#,
        "本来要买的产品：这类产品没有可以代替的，请改成和限值比。",
    );
    rejected(r#"{"kind":"trip","#, "JSON 到第 15 列就断了，请补全后再试。");
}

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

#[test]
fn carbon_switches_units_where_it_should() {
    for (mg, zh, unit) in [
        (0, "0", "克"),
        (1, "0.001", "克"),
        (49, "0.049", "克"),
        (50, "0.1", "克"),
        (949, "0.9", "克"),
        (950, "1", "克"),
        (5_000, "5", "克"),
        (12_040, "12", "克"),
        (95_340, "95.3", "克"),
        (99_949, "99.9", "克"),
        (99_950, "100", "克"),
        (285_900, "286", "克"),
        (999_000, "999", "克"),
        (999_499, "999", "克"),
        (999_500, "1.00", "千克"),
        (1_000_000, "1.00", "千克"),
        (1_004_999, "1.00", "千克"),
        (1_005_000, "1.01", "千克"),
        (2_548_000, "2.55", "千克"),
        (1_234_567_890_000, "1,234,567.89", "千克"),
        (-49, "\u{2212}0.049", "克"),
        (-720_000, "\u{2212}720", "克"),
        (-999_499, "\u{2212}999", "克"),
        (-999_500, "\u{2212}1.00", "千克"),
        (-2_545_000, "\u{2212}2.55", "千克"),
        (i64::MIN, "\u{2212}9,223,372,036,854.78", "千克"),
        (i64::MAX, "9,223,372,036,854.78", "千克"),
    ] {
        assert_eq!(number::carbon(mg, Zh), Amount { number: zh.to_owned(), unit }, "{mg} mg");
    }
    assert_eq!(number::carbon(2_548_000, En).unit, "kg");
    assert_eq!(number::carbon_in(400, MassUnit::Gram, Zh).number, "0");
    assert_eq!(number::carbon_in(-400, MassUnit::Gram, Zh).number, "0", "no minus zero");
    assert_eq!(number::carbon_in(104_000, MassUnit::Kilogram, En), Amount { number: "0.10".to_owned(), unit: "kg" });
    assert_eq!(number::carbon_in(2_548_000, MassUnit::Milligram, En).number, "2,548,000");
}

#[test]
fn pollutants_are_milligrams_below_a_gram() {
    for (mg, number, unit) in [
        (0, "0", "mg"),
        (560, "560", "mg"),
        (999, "999", "mg"),
        (1_000, "1", "g"),
        (-170, "\u{2212}170", "mg"),
        (999_500, "1.00", "kg"),
    ] {
        assert_eq!(number::voc(mg, En), Amount { number: number.to_owned(), unit });
        assert_eq!(number::nox(mg, En), Amount { number: number.to_owned(), unit });
    }
    for (upe, shown) in [
        (0, "0"),
        (1, "0.000001"),
        (768, "0.000768"),
        (1_000, "0.001"),
        (29_474, "0.0295"),
        (294_737, "0.295"),
        (300_000, "0.300"),
        (12_345_678, "12.346"),
        (1_234_000_000, "1,234.000"),
        (-768, "\u{2212}0.000768"),
    ] {
        assert_eq!(number::pollutant_equivalents(upe), shown);
    }
    assert_eq!(number::points(12_345), "12,345");
    assert_eq!(number::points(-50), "\u{2212}50");
    assert_eq!(number::points(i64::MIN), "\u{2212}9,223,372,036,854,775,808");
}

#[test]
fn exact_numbers_say_whether_they_are_whole() {
    let quotient = |a: i64, b: i64| Exact::from(a).divide(Exact::from(b)).expect("a quotient");
    for (value, shown, exactly) in [
        (Exact::ZERO, "0", true),
        (quotient(143, 2), "71.5", true),
        (quotient(1, 1_000_000_000), "0.000000001", true),
        (quotient(5_600, 31), "180.645161", false),
        (quotient(1, 3), "0.333333", false),
        (quotient(1, 3_000), "0.000333333", false),
        (quotient(-1, 3_000), "\u{2212}0.000333333", false),
        (quotient(10_000_000, 3), "3,333,333.333333", false),
        (Exact::from(-1_234_567), "\u{2212}1,234,567", true),
    ] {
        assert_eq!(number::exact(value, Zh), (shown.to_owned(), exactly));
    }
}

#[test]
fn grouping_keeps_the_digits_as_written() {
    for (plain, shown) in [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("1234567.8900", "1,234,567.8900"),
        ("-1000.50", "\u{2212}1,000.50"),
        ("0.000001", "0.000001"),
        ("", ""),
        ("abc", "abc"),
    ] {
        assert_eq!(number::grouped(plain), shown);
    }
    let typed = Decimal::parse("１２３４.50", 6).expect("a decimal");
    assert_eq!(number::grouped(&typed.to_string()), "1,234.50");
}

#[test]
fn columns_add_up_in_one_unit() {
    let texts = |amounts: &[Amount]| amounts.iter().map(|amount| amount.number.clone()).collect::<Vec<_>>();
    // Each alone would read 334; three of them would not add up to 1001.
    let (parts, total) = number::carbon_column(&[333_500, 333_500, 333_500], Zh);
    assert_eq!(texts(&parts), ["0.34", "0.33", "0.33"]);
    assert_eq!(total, Amount { number: "1.00".to_owned(), unit: "千克" });
    let (parts, total) = number::carbon_column(&[285_900, 95_300, 400], Zh);
    assert_eq!(texts(&parts), ["286", "95", "1"]);
    assert_eq!(total.number, "382");
    let (parts, total) = number::carbon_column(&[2_548_000, -2_548_000], Zh);
    assert_eq!(texts(&parts), ["2.55", "\u{2212}2.55"]);
    assert_eq!(total, Amount { number: "0.00".to_owned(), unit: "千克" });
    assert_eq!(number::carbon_column(&[], En).1.number, "0");
    assert_eq!(MassUnit::of_column(&[999_499, -999_499]), MassUnit::Gram);
    assert_eq!(MassUnit::of_column(&[1, -999_500]), MassUnit::Kilogram);
}

fn half_up_by_size(total: i128, step: i128) -> i128 {
    let rounded = (2 * total.abs() + step) / (2 * step) * step;
    if total < 0 { -rounded } else { rounded }
}

proptest! {
    #[test]
    fn rounded_parts_add_up(
        parts in proptest::collection::vec(-5_000_000_i64..5_000_000, 0..40),
        step in prop_oneof![Just(1_i64), Just(10), Just(1_000), Just(10_000), 1_i64..100_000],
    ) {
        let shown = number::parts_adding_up(&parts, step);
        prop_assert_eq!(shown.len(), parts.len());
        let total: i128 = parts.iter().map(|part| i128::from(*part)).sum();
        let sum: i128 = shown.iter().map(|part| i128::from(*part)).sum();
        prop_assert_eq!(sum, half_up_by_size(total, i128::from(step)));
        for (part, shown) in parts.iter().zip(&shown) {
            prop_assert_eq!(shown % step, 0);
            prop_assert!((shown - part).abs() < step || step == 1 && shown == part);
        }
        let mirrored: Vec<i64> = parts.iter().map(|part| -part).collect();
        let mirrored = number::parts_adding_up(&mirrored, step);
        prop_assert!(total == 0 || mirrored.iter().zip(&shown).all(|(left, right)| *left == -right));
    }

    #[test]
    fn a_column_on_screen_adds_up(parts in proptest::collection::vec(-3_000_000_i64..3_000_000, 0..20)) {
        let value = |amount: &Amount| -> i64 {
            let digits: String = amount.number.chars().filter(char::is_ascii_digit).collect();
            let size: i64 = digits.parse().unwrap();
            if amount.number.starts_with('\u{2212}') { -size } else { size }
        };
        let (shown, total) = number::carbon_column(&parts, Language::En);
        prop_assert!(shown.iter().all(|part| part.unit == total.unit));
        prop_assert_eq!(shown.iter().map(value).sum::<i64>(), value(&total));
    }

    #[test]
    fn a_reversal_reads_as_its_entry(mg in any::<i64>()) {
        prop_assume!(mg > 0);
        for show in [number::carbon, number::voc] {
            prop_assert_eq!(show(-mg, Language::Zh).number, format!("\u{2212}{}", show(mg, Language::Zh).number));
        }
        prop_assert_eq!(number::points(-mg), format!("\u{2212}{}", number::points(mg)));
    }
}

#[test]
fn the_largest_remainders_are_rounded_up_the_earlier_first() {
    assert_eq!(number::parts_adding_up(&[400, 400, 400], 1_000), [1_000, 0, 0]);
    assert_eq!(number::parts_adding_up(&[400, 600, 500], 1_000), [0, 1_000, 1_000]);
    assert_eq!(number::parts_adding_up(&[-400, -400, -400], 1_000), [-1_000, 0, 0]);
    assert_eq!(number::parts_adding_up(&[1_500, -500], 1_000), [2_000, -1_000]);
    assert_eq!(number::parts_adding_up(&[7, 8], 0), [7, 8]);
    assert_eq!(number::parts_adding_up(&[], 1_000), [0_i64; 0]);
    assert_eq!(number::parts_adding_up(&[i64::MAX, i64::MAX], 10), [i64::MAX, 9_223_372_036_854_775_800]);
}

#[test]
fn days_are_said_as_people_say_them() {
    let date = day("2026-11-21");
    assert_eq!(calendar::day(date, Zh), "2026年11月21日");
    assert_eq!(calendar::day(date, En), "21 November 2026");
    assert_eq!(calendar::day_short(date, Zh), "11月21日");
    assert_eq!(calendar::day_short(date, En), "21 Nov");
    assert_eq!(calendar::weekday(date, Zh), "星期六");
    assert_eq!(calendar::weekday(date, En), "Saturday");
    assert_eq!(calendar::month(2026, 5, Zh), "2026年5月");
    assert_eq!(calendar::month(2026, 5, En), "May 2026");
    assert_eq!(calendar::months(6, 9, Zh), "6–9 月");
    assert_eq!(calendar::months(5, 5, En), "May");
    for (ago, zh, en) in [
        (0, "今天", "Today"),
        (1, "昨天", "Yesterday"),
        (2, "前天", "19 Nov"),
        (3, "11月18日", "18 Nov"),
        (400, "2025年10月17日", "17 October 2025"),
        (-1, "11月22日", "22 Nov"),
    ] {
        let then = date.plus_days(-ago);
        assert_eq!(calendar::relative_day(then, date, Zh), zh);
        assert_eq!(calendar::relative_day(then, date, En), en);
    }
    let mut names: Vec<String> = (1..=12).map(|month| calendar::month(2026, month, En)).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 12);
    for offset in 0..7 {
        assert_ne!(calendar::weekday(date.plus_days(offset), Zh), calendar::weekday(date.plus_days(offset + 1), Zh));
    }
}

#[test]
fn the_minute_of_a_day_is_told_as_its_time() {
    for (minute, time) in [(0, "00:00"), (9, "00:09"), (360, "06:00"), (1200, "20:00"), (1439, "23:59")] {
        assert_eq!(calendar::clock(minute), time);
    }
    let amount = |id: &str| {
        let parameter = &beijing().parameters[beijing().find(id).expect("a parameter")];
        amount_and_unit(parameter.values[0].amount, parameter.unit, Zh)
    };
    assert_eq!(amount("refuel.window_start"), ("20:00".to_owned(), ""));
    assert_eq!(amount("travel.rail"), ("32".to_owned(), "克/人·公里"));
}
