//! VOC numbers on different bases: which may be compared, by which way, and which never.

use crate::support::{assessment, codes, refused};
use carbon_points::domain::reason::{Accepted, ReasonCode};

fn purchase(category: &str, amount: &str, voc: &str, basis: &str, mode: &str) -> String {
    let (amount, unit) = amount.split_once(' ').unwrap();
    let (voc, voc_unit) = voc.split_once(' ').unwrap();
    format!(
        r#"{{"kind":"purchase","date":"2026-04-10","category":"{category}","amount":"{amount}","unit":"{unit}","voc":"{voc}",
        "voc_unit":"{voc_unit}","basis":"{basis}",{mode}}}"#
    )
}

const LIMIT: &str = r#""mode":"below_limit""#;
const KNOWN: &str = r#""mode":"below_limit","density_kg_per_l":"1.30","water_percent":50"#;
const DENSITY: &str = r#""mode":"below_limit","density_kg_per_l":"1.25""#;
const FLOOR: &str = r#""mode":"technology_switch","displaced":"solvent_floor_coating""#;

fn milligrams(text: &str) -> i64 {
    assessment(text).totals.air.voc_mg
}

#[test]
fn a_less_water_limit_leads_to_a_product_as_supplied_by_density_and_water() {
    // Share 0.65: the limit is 17.5 g in a real litre. 10 g/L as supplied leave 7.5 g/L × 20 L = 150 g.
    assert_eq!(milligrams(&purchase("interior_wall_coating", "20 L", "10 g/L", "as_supplied", KNOWN)), 150_000);
    // 10 g/kg × 1.30 kg/L = 13 g/L as supplied: 4.5 g/L × 20 L = 90 g.
    assert_eq!(milligrams(&purchase("interior_wall_coating", "20 L", "10 g/kg", "as_supplied", KNOWN)), 90_000);
    // 1 % is 10 g/kg; 26 kg are 20 L.
    assert_eq!(milligrams(&purchase("interior_wall_coating", "26 kg", "1 percent", "as_supplied", KNOWN)), 90_000);
    assert_eq!(milligrams(&purchase("interior_wall_coating", "26000 g", "10 g/kg", "as_supplied", KNOWN)), 90_000);
    assert_eq!(milligrams(&purchase("interior_wall_coating", "20000 mL", "10 g/L", "less_water", KNOWN)), 280_000);
    // The worked example of the reference: 50 g/L less water is 17.5 g/L, 350 g in 20 L.
    assert_eq!(milligrams(&purchase("interior_wall_coating", "20 L", "0 g/L", "as_supplied", KNOWN)), 350_000);
}

#[test]
fn without_them_the_bases_do_not_meet() {
    for (voc, more) in [("10 g/L", LIMIT), ("10 g/kg", LIMIT), ("10 g/L", DENSITY), ("10 g/kg", DENSITY)] {
        let reasons = refused(&purchase("interior_wall_coating", "20 L", voc, "as_supplied", more));
        assert_eq!(codes(&reasons), ["basis_mismatch"], "{voc} {more}");
        assert_eq!(reasons[0].path, "basis");
        assert_eq!(reasons[0].accepted, Some(Accepted::Basis { basis: "less_water", unit: "g/L" }));
    }
    let reasons = refused(&purchase("putty", "20 kg", "5 g/L", "less_water", LIMIT));
    assert_eq!(reasons[0].accepted, Some(Accepted::Basis { basis: "as_supplied", unit: "g/kg" }));
}

#[test]
fn a_figure_without_water_is_per_litre() {
    for voc in ["10 g/kg", "1 percent"] {
        let reasons = refused(&purchase("interior_wall_coating", "20 L", voc, "less_water", KNOWN));
        assert_eq!((reasons[0].code, reasons[0].path.as_ref()), (ReasonCode::BasisMismatch, "voc_unit"));
    }
}

#[test]
fn ready_to_use_meets_nothing_else() {
    for category in ["interior_wall_coating", "putty", "hairspray"] {
        let reasons = refused(&purchase(category, "20 kg", "10 g/kg", "ready_to_use", KNOWN));
        assert_eq!(codes(&reasons), ["basis_mismatch"], "{category}");
    }
}

#[test]
fn litres_and_kilograms_meet_by_the_density() {
    for (amount, voc) in [("20 L", "5 g/kg"), ("20 mL", "5 g/kg"), ("20 kg", "5 g/L"), ("20 L", "5 g/L")] {
        let reasons = refused(&purchase("putty", amount, voc, "as_supplied", LIMIT));
        assert_eq!(codes(&reasons), ["density_needed"], "{amount} {voc}");
        assert_eq!(reasons[0].path, "density_kg_per_l");
    }
    // Limit 10 g/kg, product 5 g/kg, 20 L of 1.25 kg/L are 25 kg: 5 × 25 = 125 g.
    assert_eq!(milligrams(&purchase("putty", "20 L", "5 g/kg", "as_supplied", DENSITY)), 125_000);
    // 5 g/L ÷ 1.25 kg/L = 4 g/kg: 6 × 20 = 120 g.
    assert_eq!(milligrams(&purchase("putty", "20 kg", "5 g/L", "as_supplied", DENSITY)), 120_000);
    assert_eq!(milligrams(&purchase("putty", "20 kg", "0.5 percent", "as_supplied", LIMIT)), 100_000);
    // 60 g/L for a floor coating without solvent; 10 kg at 1.25 kg/L are 8 L: 480 g less 100 g.
    assert_eq!(
        milligrams(&purchase("floor_coating_solvent_free", "10 kg", "10 g/kg", "as_supplied", DENSITY)),
        380_000
    );
}

#[test]
fn what_was_displaced_is_weighed_as_it_was_measured() {
    // The displaced product's density is unknown, so litres of it cannot be weighed.
    let with_density = format!(r#"{FLOOR},"density_kg_per_l":"1.25""#);
    let reasons = refused(&purchase("floor_coating", "10 L", "86.2 g/kg", "as_supplied", &with_density));
    assert_eq!((reasons[0].code, reasons[0].path.as_ref()), (ReasonCode::BasisMismatch, "unit"));
    assert_eq!(reasons[0].accepted, Some(Accepted::OneOf(vec!["kg".into(), "g".into()])));
    let glue = r#""mode":"technology_switch","displaced":"all_purpose_adhesive""#;
    let reasons = refused(&purchase("adhesive", "1 kg", "10 g/kg", "as_supplied", glue));
    assert_eq!(reasons[0].accepted, Some(Accepted::OneOf(vec!["L".into(), "mL".into()])));

    // A tin's less-water figure against solvent paint: 100 g/L × 0.35 = 35 g/L; 10 kg are 8 L at 1.25 kg/L, 280 g.
    // 317 g/kg × 10 kg = 3170 g. Water 52 % × 1.25 = 0.65.
    let known = format!(r#"{with_density},"water_percent":52"#);
    assert_eq!(milligrams(&purchase("floor_coating", "10 kg", "100 g/L", "less_water", &known)), 2_890_000);
    let reasons = refused(&purchase("floor_coating", "10 kg", "100 g/L", "less_water", &with_density));
    assert_eq!(codes(&reasons), ["basis_mismatch"]);
}

#[test]
fn a_product_without_a_limit_can_only_be_a_switch() {
    let reasons = refused(&purchase("adhesive", "1 L", "10 g/L", "as_supplied", LIMIT));
    assert_eq!((reasons[0].code, reasons[0].path.as_ref()), (ReasonCode::NoBaseline, "mode"));
    assert_eq!(reasons[0].accepted, Some(Accepted::OneOf(vec!["technology_switch".into()])));
}

#[test]
fn the_same_amount_is_assumed_only_if_none_is_given() {
    let found = assessment(&purchase("floor_coating", "10 kg", "86.2 g/kg", "as_supplied", FLOOR));
    assert_eq!(codes(&found.notes), ["same_amount_assumed"]);
    let given = format!(r#"{FLOOR},"displaced_amount":5"#);
    let found = assessment(&purchase("floor_coating", "10 kg", "86.2 g/kg", "as_supplied", &given));
    // 317 × 5 − 86.2 × 10 = 1585 − 862 = 723 g.
    assert_eq!((found.totals.air.voc_mg, found.notes.len()), (723_000, 0));
    let little = format!(r#"{FLOOR},"displaced_amount":1"#);
    let found = assessment(&purchase("floor_coating", "10 kg", "86.2 g/kg", "as_supplied", &little));
    assert_eq!(codes(&found.reasons), ["not_below_baseline"]);
}

#[test]
fn a_switch_s_fields_are_refused_beside_a_limit() {
    let both = r#""mode":"below_limit","displaced":"solvent_floor_coating","displaced_amount":1"#;
    let reasons = refused(&purchase("putty", "1 kg", "1 g/kg", "as_supplied", both));
    let paths: Vec<_> = reasons.iter().map(|reason| (reason.code.as_str(), reason.path.as_ref())).collect();
    assert_eq!(paths, [("unknown_field", "displaced"), ("unknown_field", "displaced_amount")]);
}
