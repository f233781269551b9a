//! Whether a home takes as much paint as was bought.
//!
//! A home of 60 m² with two coats: 60 × 3.5 = 210 m², twice is 420 m², and at 10 m² to the litre that takes 42 litres.
//! Each litre at 10 g/L avoids (50 − 10) × 0.35 = 14 g, so 42 litres avoid 588 g.

use super::limits;
use crate::support::{assessment, beijing, codes, day, today};
use carbon_points::domain::assessment::{Assessment, Outcome};
use carbon_points::domain::methodology::{assess_line, paint};
use carbon_points::domain::reason::ReasonCode;
use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use carbon_points::domain::trace::{StepName, replay};
use carbon_points::i18n::Language::{En, Zh};
use carbon_points::i18n::reason::sentence;

fn bought(amount: &str, unit: &str, more: &str) -> Assessment {
    assessment(&format!(
        r#"{{"kind":"purchase","date":"2026-04-10","category":"interior_wall_coating","amount":"{amount}","unit":"{unit}",
        "voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"{more}}}"#
    ))
}

const HOME: &str = r#","floor_area_m2":60,"coats":2"#;

fn step(found: &Assessment, name: StepName) -> Option<String> {
    let step = found.steps.iter().find(|step| step.name == name)?;
    Some(format!("{} {}", step.result.terminating(6).expect("a decimal"), step.unit.symbol()))
}

#[test]
fn no_more_paint_counts_than_the_walls_take() {
    for (litres, milligrams, reasons) in [
        ("41.9", 586_600, vec![]),
        ("42", 588_000, vec![]),
        ("42.000001", 588_000, vec!["paint_beyond_area"]),
        ("50", 588_000, vec!["paint_beyond_area"]),
    ] {
        let found = bought(litres, "L", HOME);
        assert_eq!((found.totals.air.voc_mg, codes(&found.reasons)), (milligrams, reasons), "{litres} L");
        assert_eq!(codes(&found.notes), ["default_water_share"]);
        let litres = if litres == "41.9" { litres } else { "42" };
        assert_eq!(step(&found, StepName::PaintedArea).as_deref(), Some("420 m2"));
        assert_eq!(step(&found, StepName::PlausibleLitres).as_deref(), Some("42 L"));
        assert_eq!(step(&found, StepName::LitresUsed), Some(format!("{litres} L")));
    }
    // 588 g ÷ 950 g × 1200 points × 0.5 = 371.4.
    let found = bought("50", "L", HOME);
    assert_eq!(found.totals.points, 371);
    let named = [("voc.painted_area_ratio", "3.5".to_owned()), ("voc.spread_rate", "10".to_owned())];
    assert_eq!(limits(&found), named);
    assert_eq!((found.reasons[0].path.as_ref(), found.reasons[0].given.as_deref()), ("amount", Some("50")));
}

#[test]
fn other_units_come_to_litres_first() {
    assert_eq!(bought("42000", "mL", HOME).reasons, []);
    assert_eq!(codes(&bought("42001", "mL", HOME).reasons), ["paint_beyond_area"]);
    // 54.6 kg at 1.3 kg/L are 42 litres; half of the weight is water, which is 0.65 of the volume, as by default.
    let density = format!(r#","density_kg_per_l":"1.3","water_percent":50{HOME}"#);
    let just = bought("54.6", "kg", &density);
    assert_eq!((just.totals.air.voc_mg, just.reasons.len()), (588_000, 0));
    let beyond = bought("54601", "g", &density);
    assert_eq!((beyond.totals.air.voc_mg, codes(&beyond.reasons)), (588_000, vec!["paint_beyond_area"]));
}

#[test]
fn without_the_home_one_is_assumed_and_it_is_said() {
    // 100 m² × 3.5 × 2 coats ÷ 10 m²/L are 70 L; three coats 105 L; 60 m² with two coats 42 L.
    let both = ["floor_area_m2", "coats"];
    for (more, paths, litres) in [
        ("", both.as_slice(), "70"),
        (r#","coats":3"#, &both[..1], "105"),
        (r#","floor_area_m2":60"#, &both[1..], "42"),
        (HOME, &[], "42"),
    ] {
        let found = bought("1000", "L", more);
        let notes: Vec<_> = found.notes.iter().filter(|note| note.code == ReasonCode::AreaAssumed).collect();
        assert_eq!(notes.iter().map(|note| note.path.as_ref()).collect::<Vec<_>>(), paths, "{more}");
        assert_eq!(codes(&found.reasons), ["paint_beyond_area"]);
        assert_eq!(step(&found, StepName::LitresUsed), Some(format!("{litres} L")));
        // The reason leads to every number that drew the line.
        let mut named = vec![("voc.painted_area_ratio", "3.5".to_owned()), ("voc.spread_rate", "10".to_owned())];
        named.extend(paths.iter().map(|path| match *path {
            "coats" => ("paint.assumed_coats", "2".to_owned()),
            _ => ("paint.assumed_area", "100".to_owned()),
        }));
        assert_eq!(limits(&found), named);
    }
    // 70 L × 14 g, and no points for the other 930: 980 g ÷ 950 g × 1200 points × 0.5 = 618.9.
    let found = bought("1000", "L", "");
    assert_eq!((found.totals.air.voc_mg, found.totals.points), (980_000, 619));
    let said = |language| sentence(&found.reasons[0], Some(beijing()), language);
    assert!(said(Zh).contains("没填面积，按 100 平方米；没填遍数，按 2 遍；"), "{}", said(Zh));
    assert!(said(En).contains("no area given, 100 m² assumed; no coats given, 2 assumed"), "{}", said(En));
    let notes: Vec<String> = found.notes.iter().map(|note| sentence(note, Some(beijing()), Zh)).collect();
    assert!(notes.iter().any(|note| note.contains("按一套 100 平方米的房子看")), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("按刷 2 遍看")), "{notes:?}");
    // Up to what that home takes, leaving it out changes nothing.
    assert_eq!((bought("70", "L", "").totals.air.voc_mg, bought("70", "L", "").reasons.len()), (980_000, 0));
    assert_eq!(codes(&bought("70.000001", "L", "").reasons), ["paint_beyond_area"]);
}

#[test]
fn what_comes_to_nothing_is_not_too_much() {
    let found = assessment(&format!(
        r#"{{"kind":"purchase","date":"2026-04-10","category":"interior_wall_coating","amount":50,"unit":"L",
        "voc":50,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"{HOME}}}"#
    ));
    assert_eq!(codes(&found.reasons), ["not_below_baseline"]);
}

/// An operator's rules in which paint for outer walls is for a home's walls too, and may stand in for solvent paint.
fn other_rules() -> Rulebook {
    let product = r#""limit": "voc.limit.exterior_wall_coating","#;
    let json = BEIJING_2026_11.replacen(product, &format!(r#"{product} "repaints": true,"#), 1);
    Rulebook::parse(&json).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn switched(amount: &str, more: &str) -> Assessment {
    let json = format!(
        r#"{{"kind":"purchase","date":"2026-04-10","category":"exterior_wall_coating",{amount},"basis":"as_supplied",
        "mode":"technology_switch","displaced":"solvent_exterior_coating"{more}{HOME}}}"#
    );
    match assess_line(&json, &other_rules(), today()) {
        Outcome::Assessed(both) => {
            assert_eq!(replay(&both.1.steps), Ok(()));
            both.1
        }
        Outcome::Rejected(reasons) => panic!("{json}: {reasons:#?}"),
    }
}

#[test]
fn what_the_walls_do_not_take_stands_in_for_nothing() {
    // 125 kg at 1.25 kg/L are 100 litres, of which the walls take 42: 52.5 kg × 48 g/kg = 2520 g. As much solvent paint
    // at 298.8 g/kg is 15 687 g; of 50 kg of it 42 % are 21 kg, 6274.8 g.
    for (displaced, milligrams) in [("", 13_167_000), ("50", 3_754_800)] {
        let more = match displaced {
            "" => String::new(),
            amount => format!(r#","displaced_amount":{amount}"#),
        };
        let bought = r#""amount":125,"unit":"kg","voc":48,"voc_unit":"g/kg","density_kg_per_l":"1.25""#;
        let found = switched(bought, &more);
        assert_eq!((found.totals.air.voc_mg, codes(&found.reasons)), (milligrams, vec!["paint_beyond_area"]));
    }
    // All of 40 litres, and of 20 kg: 20 × 298.8 − 50 × 48 g.
    let bought =
        r#""amount":50,"unit":"kg","voc":48,"voc_unit":"g/kg","density_kg_per_l":"1.25","displaced_amount":20"#;
    let found = switched(bought, "");
    assert_eq!((found.totals.air.voc_mg, found.reasons.len()), (3_576_000, 0));
}

#[test]
fn kilograms_without_a_density_are_not_held_against_the_walls() {
    // 1000 kg × (298.8 − 50) g/kg.
    let found = switched(r#""amount":1000,"unit":"kg","voc":50,"voc_unit":"g/kg""#, "");
    assert_eq!((found.totals.air.voc_mg, found.reasons.len()), (248_800_000, 0));
    let note = found.notes.iter().find(|note| note.code == ReasonCode::AreaNotChecked).expect("a note");
    assert_eq!(note.path, "density_kg_per_l");
}

#[test]
fn what_a_purchase_adds_to_a_repaint() {
    let add = |amount: &str, more: &str| {
        let json = format!(
            r#"{{"kind":"purchase","date":"2026-04-10","category":"interior_wall_coating","amount":"{amount}","unit":"mL",
            "voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"{more}}}"#
        );
        let activity = crate::support::assessed(&json, today()).0;
        let paint = paint::paint(&activity, beijing()).expect("paint");
        let text = |litres: carbon_points::domain::exact::Exact| litres.terminating(6).expect("a decimal");
        (text(paint.litres), paint.most.map(text))
    };
    assert_eq!(add("50000", ""), ("50".to_owned(), Some("70".to_owned())));
    assert_eq!(add("90000", ""), ("70".to_owned(), Some("70".to_owned())));
    assert_eq!(add("50000", HOME), ("42".to_owned(), Some("42".to_owned())));
    assert_eq!(add("500", HOME), ("0.5".to_owned(), Some("42".to_owned())));
    let solar =
        crate::support::assessed(r#"{"kind":"solar","date":"2026-07-15","self_consumed_kwh":1}"#, day("2026-11-21"));
    assert_eq!(paint::paint(&solar.0, beijing()), None);
}

#[test]
fn the_sentence_says_what_was_assumed() {
    let found = bought("50", "L", HOME);
    let [zh, en] = [Zh, En].map(|language| sentence(&found.reasons[0], Some(beijing()), language));
    assert!(zh.contains("每平方米建筑面积约刷 3.5 平方米，每升每遍刷 10 平方米"), "{zh}");
    assert!(en.contains("about 3.5 m² painted for each m² of floor, 10 m² to the litre and coat"), "{en}");
}
