//! Sentences of reasons: whole, in both languages, and with what was given.

use super::{BOTH, check_text};
use crate::support::{assessment, beijing, day, refused};
use carbon_points::domain::activity::purchase::{Basis, VocUnit};
use carbon_points::domain::reason::{Accepted, Reason, ReasonCode};
use carbon_points::domain::rulebook::ParameterRef;
use carbon_points::domain::unit::Unit;
use carbon_points::i18n::Language::{En, Zh};
use carbon_points::i18n::reason::{full_sentence, sentence};

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
const PLACES: &[&str] = &[
    "",
    "legs",
    "legs[2].mode",
    "usage",
    "voc",
    "basis",
    "voc_unit",
    "unit",
    "water_percent",
    "displaced",
    "amount",
    "coats",
    "density_kg_per_l",
    "foo",
];

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
fn a_car_free_day_that_would_be_undone_is_named_with_its_points() {
    let reason = |given: &str| Reason::at(ReasonCode::CarFreeUndone, "date").given(given);
    let said = |given: &str, language| sentence(&reason(given), None, language);
    assert_eq!(
        said("2026-11-20 1240", Zh),
        "「2026年11月20日」已经记过停驶：存下这一笔，就是说车动过，那笔停驶不再计入，它的 1,240 分也没有了。"
    );
    let english = said("2026-11-20 1240", En);
    assert!(english.contains("20 November 2026") || english.contains("November 20, 2026"), "{english}");
    assert!(english.ends_with("that entry then counts for nothing, and its 1,240 points go."), "{english}");
}

#[test]
fn a_bonus_that_is_withheld_is_not_called_the_acts_own_points() {
    let capped = |path: &'static str| Reason::at(ReasonCode::Capped, path).given("5");
    let said = |path| full_sentence(&capped(path), None, Zh);
    assert_eq!(said("merchant"), "商家加分到了上限，其中 5 分没有给。");
    assert_eq!(said(""), "到了上限，扣下 5 分。克数照记，不受上限影响。");
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
