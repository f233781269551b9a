//! Why, in one line and in both languages, with the numbers of the published texts.

use carbon_points::i18n::Language;
use carbon_points::i18n::because::in_a_line;
use carbon_points::i18n::reason::at_screen;

use crate::support::{assessment, beijing, refused};

fn lines(activity: &str) -> [String; 2] {
    let found = assessment(activity);
    [Language::Zh, Language::En].map(|language| in_a_line(&found, beijing(), language))
}

#[test]
fn a_trip_is_held_against_the_average() {
    let [zh, en] = lines(r#"{"kind":"trip","date":"2026-11-21","legs":[{"mode":"rail","km":"10"}]}"#);
    assert_eq!(zh, "各种出行平均每公里 104 克，这样走 32 克；10 公里一共少排 720 克。");
    assert_eq!(en, "All travel takes 104 g a kilometre on average, this 32 g: over 10 km, 720 g less.");
}

#[test]
fn paint_is_held_against_its_limit() {
    // 10 L × 35 % that is not water × 50 g/L at the limit, and 5 g/L in the tin.
    let [zh, en] = lines(
        r#"{"kind":"purchase","date":"2026-11-21","category":"interior_wall_coating","amount":"10","unit":"L","voc":"5",
        "voc_unit":"g/L","basis":"less_water","mode":"below_limit"}"#,
    );
    for line in [&zh, &en] {
        assert!(["175", "17.5", "157.5"].iter().all(|number| line.contains(number)), "{line}");
    }
}

#[test]
fn what_is_worth_nothing_says_why() {
    let [zh, en] = lines(r#"{"kind":"trip","date":"2026-11-21","legs":[{"mode":"ebike","km":"3"}]}"#);
    assert!(zh.contains("电动自行车") && en.contains("E-bike"), "{zh} {en}");
}

#[test]
fn everything_else_has_a_line_too() {
    for activity in [
        r#"{"kind":"action","date":"2026-11-21","action":"clean_plate","count":"2"}"#,
        r#"{"kind":"car_free","date":"2026-11-21","hours":"24","power":"bev"}"#,
        r#"{"kind":"action","date":"2026-11-21","action":"tree_planting","count":"1"}"#,
        r#"{"kind":"utility","date":"2026-10-31","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":"150","baseline_usage":"200","baseline_days":"31"}"#,
    ] {
        for line in lines(activity) {
            assert!(line.chars().count() > 6 && !line.contains('^'), "{activity}: {line}");
        }
    }
}

/// Nothing is asked for that a public screen does not ask, and of a trip it knows one leg.
#[test]
fn a_screen_asks_for_nothing_it_has_no_place_for() {
    for (activity, zh, en) in [
        (
            r#"{"kind":"purchase","date":"2026-11-21","category":"interior_wall_coating","amount":"10","unit":"L","voc":"5",
            "voc_unit":"g/L","basis":"less_water","mode":"below_limit"}"#,
            "含水多少这里不问",
            "is not asked here",
        ),
        (
            r#"{"kind":"utility","date":"2026-10-31","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":"150","baseline_usage":"200","baseline_days":"31"}"#,
            "今年的累计用量这里不问",
            "is not asked here",
        ),
    ] {
        let found = assessment(activity);
        let note = &found.notes[0];
        let said = [Language::Zh, Language::En].map(|language| at_screen(note, beijing(), language));
        assert!(said[0].starts_with(zh) && said[0].contains("手机") && !said[0].contains("没填"), "{}", said[0]);
        assert!(said[1].contains(en) && said[1].contains("phone") && !said[1].contains("Left out"), "{}", said[1]);
    }
    for mode in ["ebike", "carpool"] {
        let [zh, en] =
            lines(&format!(r#"{{"kind":"trip","date":"2026-11-21","legs":[{{"mode":"{mode}","km":"3"}}]}}"#));
        assert!(!zh.contains('段') && !en.contains("leg") && !en.contains("Leg"), "{zh} {en}");
    }
    let far = refused(r#"{"kind":"trip","date":"2026-11-21","legs":[{"mode":"rail","km":"5001"}]}"#);
    for language in [Language::Zh, Language::En] {
        let said = at_screen(&far[0], beijing(), language);
        assert!(said.contains("5,001") || said.contains("5001"), "{said}");
        assert!(!said.contains("Leg 1") && !said.contains('段'), "{said}");
    }
}
