//! Everything that can be wrong with an overlay, made by the smallest change of Chaoyang's, with its place and its kind.

use std::collections::BTreeSet;

use carbon_points::i18n::{Language, fault};
use serde_json::json;

use super::{changed, faults, laid, text};
use crate::damage::{put, rows, written};
use crate::support::beijing;

/// See [`crate::damage`].
pub(super) const CHANGES: &str = r#"
    schema                                            | 2                  | unsupported_schema
    $schema                                           | []                 | wrong_type
    base                                              | -                  | missing
    base                                              | "tianjin"          | wrong_base
    id                                                | "Chao yang"        | bad_id
    version                                           | ""                 | empty
    title/en                                          | -                  | missing
    status/zh                                         | " "                | empty
    published                                         | "today"            | bad_date
    published                                         | 2026               | wrong_type
    first_published                                   | "2026-11-22"       | published_later
    first_published                                   | "soon"             | bad_date
    change_note                                       | -                  | missing
    extra                                             | 1                  | unknown_key
    methods                                           | []                 | base_only
    products                                          | []                 | base_only
    displaced                                         | []                 | base_only
    scheme_from                                       | "2026-01-01"       | base_only
    sources                                           | {}                 | wrong_type
    policy                                            | -                  | missing
    scenes                                            | -                  | missing
    merchants                                         | -                  | missing
    rewards                                           | 0                  | wrong_type

    sources/chaoyang-policy/clause                    | -                  | missing
    sources/chaoyang-policy/link                      | "javascript:x"     | bad_link
    sources/chaoyang-policy/author                    | "x"                | unknown_key
    sources/chaoyang-policy/id                        | "own-policy"       | in_base
    sources/+/id                                      | "spare"            | unused             | sources/spare

    policy/cap.actions_daily/unit                     | "points/d"         | unknown_key
    policy/cap.actions_daily/values                   | []                 | empty
    policy/cap.actions_daily/values/0/grade           | "official"         | unknown_word
    policy/cap.actions_daily/values/0/note            | -                  | note_missing
    policy/cap.actions_daily/values/0/source          | "x"                | unknown_reference
    policy/cap.actions_daily/values/0/amount          | "-1"               | out_of_range
    policy/cap.actions_daily/values/0/amount          | "10.5"             | out_of_range
    policy/cap.actions_daily/values/0/amount          | "many"             | bad_decimal
    policy/cap.actions_daily/values/0/amount          | 80                 | wrong_type
    policy/cap.actions_daily/values/0/from            | "2026-11-20"       | before_published
    policy/cap.actions_daily/values/0/review_by       | "2026-11-21"       | review_overdue
    policy/+/id                                       | "cap.all"          | unknown_reference

    parameters/bonus.solana/unit                      | "points/d"         | wrong_unit
    parameters/bonus.solana/unit                      | "gold"             | unknown_unit
    parameters/bonus.solana/method                    | "own-method"       | unknown_reference
    parameters/bonus.solana/values/0/amount           | "0"                | out_of_range
    parameters/bonus.solana/values/0/amount           | "2.5"              | out_of_range
    parameters/bonus.solana/values/0/grade            | "press"            | unknown_word
    parameters/bonus.solana/values/0/from             | "2026-11-20"       | before_published
    parameters/bonus.solana/values/0/from             | "2026-11-22"       | starts_too_late
    parameters/cost.tree_donation/values/0/from       | "2026-11-22"       | starts_too_late
    parameters/bonus.solana_daily/unit                | "times/month"      | wrong_unit
    parameters/bonus.solana_daily/values/0/amount     | "0"                | out_of_range
    parameters/cost.tree_donation/unit                | "yuan"             | wrong_unit
    parameters/cost.tree_donation/values/0/amount     | "0"                | out_of_range
    parameters/cost.tree_donation/values/0/amount     | "999.5"            | out_of_range
    parameters/cost.tree_donation/values/0/grade      | "derived"          | unknown_word
    parameters/voucher.appliance_days/unit            | "a"                | wrong_unit
    parameters/voucher.appliance_days/values/0/amount | "0.5"              | out_of_range
    parameters/award.cycling_day/unit                 | "points/d"         | wrong_unit
    parameters/award.cycling_day/label/en             | ""                 | empty
    parameters/+/id                                   | "spare"            | unused             | parameters/spare
    parameters/+/id                                   | "travel.ebike"     | unused             | parameters/travel.ebike
    parameters/+/id                                   | "travel.rail"      | in_base
    parameters/+/id                                   | "cap.monthly"      | in_base

    actions/cycling_day/counted_by                    | "hours"            | unknown_word
    actions/cycling_day/award                         | -                  | no_effect          | actions/cycling_day
    actions/cycling_day/award                         | "x"                | unknown_reference
    actions/cycling_day/hint                          | -                  | missing
    actions/+/id                                      | "tree_planting"    | in_base

    scenes/solana/text                                | -                  | missing
    scenes/solana/source                              | -                  | missing
    scenes/solana/source                              | "x"                | unknown_reference
    scenes/solana/picture                             | "x.png"            | unknown_key

    merchants/solana/label                            | "蓝色港湾"         | wrong_type
    merchants/solana/kinds                            | []                 | empty
    merchants/solana/kinds                            | ["shopping"]       | unknown_word       | merchants/solana/kinds/0
    merchants/solana/kinds                            | ["trip","trip"]    | duplicate_id       | merchants/solana/kinds/1
    merchants/solana/kinds                            | "trip"             | wrong_type
    merchants/solana/bonus                            | -                  | missing
    merchants/solana/bonus                            | "x"                | unknown_reference
    merchants/solana/daily_most                       | -                  | missing
    merchants/solana/source                           | -                  | missing
    merchants/solana/note                             | -                  | missing
    merchants/solana/from                             | "2026-11-20"       | before_published
    merchants/solana/until                            | "2026-11-20"       | ends_earlier
    merchants/solana/until                            | "21.11.2026"       | bad_date
    merchants/solana/points                           | 5                  | unknown_key

    rewards/solana_coupon/kind                        | "cash"             | unknown_word
    rewards/solana_coupon/cost                        | -                  | missing
    rewards/solana_coupon/cost                        | "x"                | unknown_reference
    rewards/solana_coupon/merchant                    | "x"                | unknown_reference
    rewards/solana_coupon/valid_days                  | "x"                | unknown_reference
    rewards/solana_coupon/terms                       | -                  | missing
    rewards/solana_coupon/source                      | -                  | missing
    rewards/solana_coupon/from                        | "2026-11-20"       | before_published
    rewards/solana_coupon/until                       | "2026-11-20"       | ends_earlier
    rewards/tree_donation/valid_days                  | "voucher.days"     | not_for_donations
    rewards/tree_donation/merchant                    | "solana"           | not_for_donations
    rewards/tree_donation/tree                        | "oak"              | unknown_key
"#;

/// What the loader finds after one change.
fn after(place: &str, what: &str) -> (String, Vec<String>) {
    let text = changed(|file| put(file, place, what));
    let found = faults(&text);
    (text, found)
}

#[test]
fn every_fault_is_found_where_it_is() {
    for (place, what, code, at) in rows(CHANGES) {
        let (text, found) = after(place, what);
        let file = serde_json::from_str(&text).expect("still JSON");
        // An entry that has taken a name from the base is called by it.
        let at = if code == "in_base" {
            at.replacen("/+/", &format!("/{}/", what.trim_matches('"')), 1)
        } else {
            at.to_owned()
        };
        let at = if code == "in_base" { at.replacen("chaoyang-policy", "own-policy", 1) } else { at };
        let at = if place.contains("policy/+") { at.replacen("/+/", "/cap.all/", 1) } else { at };
        let expected = format!("{}: {code}", written(&file, &at));
        assert!(found.contains(&expected), "{place} {what}: expected {expected}, found {found:?}");
        // A reference that is lost leaves what it led to unused or unfound, and a copy repeats its original's faults.
        let follows = |fault: &String| {
            let whole_section = !place.contains('/');
            fault.ends_with(": unused")
                || (whole_section || what == "-" || code == "in_base") && fault.ends_with(": unknown_reference")
        };
        let strangers: Vec<&String> = found.iter().filter(|fault| **fault != expected && !follows(fault)).collect();
        assert!(strangers.is_empty(), "{place} {what}: {strangers:?}");
    }
}

/// What the design forbids, tried in earnest.
#[test]
fn factors_formulas_sources_and_limits_cannot_be_touched() {
    let change = |id: &str, amount: &str, grade: &str| {
        faults(&changed(|file| {
            file["policy"] = json!([{"id": id, "values": [{"from": "2026-11-21", "amount": amount,
                "source": "chaoyang-policy", "grade": grade, "note": {"zh": "理由", "en": "why"}}]}]);
        }))
    };
    assert_eq!(change("grid.beijing", "0.9", "policy"), ["policy[0](grid.beijing): not_policy"]);
    assert_eq!(change("voc.limit.putty", "500", "policy"), ["policy[0](voc.limit.putty): not_policy"]);
    assert_eq!(change("tier.gas", "900", "policy"), ["policy[0](tier.gas): enters_grams"]);
    assert_eq!(change("saving.cap", "90", "policy"), ["policy[0](saving.cap): enters_grams"]);
    assert_eq!(
        change("voc.default_water_share", "0.1", "policy"),
        ["policy[0](voc.default_water_share): enters_grams"]
    );
    // Policy keeps the order and the ranges that the base rulebook keeps.
    assert_eq!(change("level.1", "60", "policy"), ["policy[0](level.1): not_ascending"]);
    assert_eq!(
        change("ozone.multiplier", "0.9", "policy"),
        ["policy[0](ozone.multiplier).values[0].amount: out_of_range"]
    );
    assert_eq!(
        change("evidence.verified", "1.1", "policy"),
        ["policy[0](evidence.verified).values[0].amount: out_of_range"]
    );
}

#[test]
fn grams_of_a_new_action_are_published_ones() {
    let with = |grade: &str| {
        faults(&changed(|file| {
            put(file, "parameters/award.cycling_day/unit", "\"g/time\"");
            put(file, "parameters/award.cycling_day/values/0/grade", &format!("\"{grade}\""));
            put(file, "actions/cycling_day/award", "-");
            put(file, "actions/cycling_day/carbon", "\"award.cycling_day\"");
        }))
    };
    assert_eq!(with("press"), [""; 0]);
    assert_eq!(with("policy"), ["parameters[0](award.cycling_day).values[0].grade: policy_grams"]);
}

/// A later version keeps the values of the first one, and may not begin anything before that.
#[test]
fn a_later_version_reaches_back_to_the_first_and_no_further() {
    let from = |day: &str| {
        faults(&changed(|file| {
            file["published"] = json!("2027-03-01");
            file["first_published"] = json!("2026-11-21");
            put(file, "merchants/solana/from", &format!("\"{day}\""));
        }))
    };
    assert_eq!(from("2026-11-21"), [""; 0]);
    assert_eq!(from("2026-11-20"), ["merchants[1](solana).from: before_published"]);
}

#[test]
fn a_unit_is_looked_for_where_the_number_is() {
    // The base rulebook's award is in points/time, which is no cost; it is called by its name, having no place here.
    let (_, found) = after("rewards/solana_coupon/cost", "\"award.tree_planting\"");
    assert!(found.contains(&"parameters(award.tree_planting).unit: wrong_unit".to_owned()), "{found:?}");
}

/// A unit is looked at whatever else is wrong with the offer, and with the number itself.
#[test]
fn a_unit_does_not_wait_for_the_rest_of_its_offer() {
    let found = faults(&changed(|file| {
        put(file, "actions/cycling_day/hint", "-");
        put(file, "parameters/award.cycling_day/unit", "\"points/d\"");
        put(file, "merchants/solana/note", "-");
        put(file, "parameters/bonus.solana/unit", "\"points\"");
        put(file, "rewards/tree_donation/terms", "-");
        put(file, "parameters/cost.tree_donation/label", "-");
        put(file, "parameters/cost.tree_donation/unit", "\"yuan\"");
    }));
    for id in ["award.cycling_day", "bonus.solana", "cost.tree_donation"] {
        let unit = format!("({id}).unit: wrong_unit");
        assert!(found.iter().any(|fault| fault.ends_with(&unit)), "{id}: {found:?}");
    }
    assert_eq!(found.len(), 7, "{found:?}");
}

#[test]
fn a_mistyped_reference_is_one_fault() {
    let (text, found) = after("rewards/tree_donation/cost", "\"cost.tree_donatoin\"");
    assert_eq!(found, ["rewards[3](tree_donation).cost: unknown_reference"]);
    let fault = &beijing().with_district(&text).expect_err("a fault")[0];
    assert_eq!(
        fault::sentence(fault, Language::Zh),
        "参数（parameters）里没有「cost.tree_donatoin」；是不是「cost.tree_donation」？"
    );
    let (_, found) = after("policy/cap.actions_daily/values/0/source", "\"chaoyang-polcy\"");
    assert_eq!(found, ["policy[1](cap.actions_daily).values[0].source: unknown_reference"]);
}

#[test]
fn an_editor_finds_the_schema_by_the_key_that_editors_use() {
    assert_eq!(after("$schema", "\"../schema/district.json\"").1, [""; 0]);
}

#[test]
fn ids_are_well_formed_and_given_once() {
    for section in ["sources", "policy", "parameters", "actions", "scenes", "merchants", "rewards"] {
        let with = |what: &str| after(&format!("{section}/0/id"), what).1;
        assert!(with("\"Über id\"").contains(&format!("{section}[0].id: bad_id")), "{section}");
        assert!(with("-").contains(&format!("{section}[0].id: missing")), "{section}");
        assert!(with("7").contains(&format!("{section}[0].id: wrong_type")), "{section}");
        let mut last = 0;
        let twice = changed(|file| {
            let entries = file[section].as_array_mut().expect("a list");
            last = entries.len();
            entries.push(entries[0].clone());
        });
        assert_eq!(faults(&twice), [format!("{section}[{last}].id: duplicate_id")]);
    }
}

#[test]
fn all_faults_are_reported_at_once() {
    let text = changed(|file| {
        put(file, "published", "\"2026-13-01\"");
        put(file, "sources/chaoyang-policy/clause", "\"\"");
        put(file, "policy/cap.actions_daily/id", "\"grid.beijing\"");
        put(file, "merchants/solana/kinds", "[\"walk\"]");
        put(file, "rewards/solana_coupon/kind", "\"gold\"");
        put(file, "methods", "[]");
    });
    let expected = [
        "methods: base_only",
        "published: bad_date",
        "sources[4](chaoyang-policy).clause: empty",
        "policy[1](grid.beijing): not_policy",
        "merchants[1](solana).kinds[0]: unknown_word",
        "rewards[1](solana_coupon).kind: unknown_word",
    ];
    assert_eq!(faults(&text), expected);
}

#[test]
fn an_overlay_is_laid_over_its_base_once() {
    let once = laid(text("xicheng"));
    let twice = once.with_district(text("chaoyang")).expect_err("there is a district already");
    assert_eq!(twice[0].kind.code(), "wrong_base");
    // Without its words a rulebook has no sources to add to.
    let figures = carbon_points::domain::rulebook::Rulebook::beijing_figures().expect("the figures load");
    assert_eq!(figures.with_district(text("chaoyang")).expect_err("no sources")[0].kind.code(), "wrong_base");
    assert!(beijing().district.is_none());
}

/// The codes that only overlays have, as a contract with whoever reads the reports.
const CODES: &str = "base_only before_published ends_earlier enters_grams in_base not_for_donations not_policy \
    policy_grams published_later wrong_base";

#[test]
fn every_code_has_words_in_both_languages() {
    let mut codes = BTreeSet::new();
    let mut texts: Vec<String> = rows(CHANGES).map(|(place, what, ..)| after(place, what).0).collect();
    texts.push(changed(|file| put(file, "policy/cap.actions_daily/id", "\"grid.beijing\"")));
    texts.push(changed(|file| put(file, "policy/cap.actions_daily/id", "\"saving.cap\"")));
    texts.push(changed(|file| put(file, "actions/cycling_day/carbon", "\"award.cycling_day\"")));
    for text in texts {
        for found in beijing().with_district(&text).expect_err("a fault") {
            let (zh, en) = (fault::sentence(&found, Language::Zh), fault::sentence(&found, Language::En));
            assert!(zh.chars().any(|character| ('一'..='龥').contains(&character)), "{zh}");
            assert!(!en.is_empty() && found.to_string().ends_with(&en), "{en}");
            codes.insert(found.kind.code());
        }
    }
    let missing: Vec<&str> = CODES.split_whitespace().filter(|code| !codes.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
