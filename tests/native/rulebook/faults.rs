//! Every fault of the loader, made by the smallest change of the shipped file, with its place and its kind.

use std::collections::BTreeSet;

use super::{changed, faults, path};
use crate::damage::{put, rows, written};
use carbon_points::domain::rulebook::{BEIJING_2026_11, Rulebook};
use carbon_points::i18n::{Language, fault};

/// See [`crate::damage`].
pub(crate) const CHANGES: &str = r#"
    schema                                  | 2                     | unsupported_schema
    schema                                  | "1"                   | unsupported_schema
    schema                                  | -                     | missing
    $schema                                 | 1                     | wrong_type
    extra                                   | 1                     | unknown_key
    id                                      | "bei jing"            | bad_id
    version                                 | ""                    | empty
    version                                 | "a@b"                 | bad_id
    title/en                                | -                     | missing
    status/zh                               | " "                   | empty
    change_note                             | -                     | missing
    published                               | "2026-02-30"          | bad_date
    scheme_from                             | 2021                  | wrong_type
    methods                                 | -                     | missing
    sources                                 | {}                    | wrong_type
    parameters                              | "x"                   | wrong_type

    methods/bj-solar/until                  | 1                     | unknown_key
    methods/bj-solar/title                  | -                     | missing
    methods/bj-solar/from                   | "2021-02-29"          | bad_date
    methods/bj-solar                        | -                     | method_missing     | methods
    methods/+/id                            | "spare"               | unused             | methods/spare

    sources/hk-voc/clause                   | -                     | missing
    sources/hk-voc/clause                   | ""                    | empty
    sources/hk-voc/issuer                   | "　"                  | empty
    sources/hk-voc/title                    | null                  | missing
    sources/hk-voc/consulted                | "21.11.2026"          | bad_date
    sources/hk-voc/issued                   | false                 | wrong_type
    sources/hk-voc/number                   | 1983                  | wrong_type
    sources/hk-voc/link                     | "javascript:alert(1)" | bad_link
    sources/hk-voc/link                     | "https://a b"         | bad_link
    sources/hk-voc/link                     | "https://"            | bad_link
    sources/hk-voc/note/en                  | -                     | missing
    sources/+/id                            | "spare"               | unused             | sources/spare

    parameters/water.tap/label/zh           | ""                    | empty
    parameters/water.tap/label              | "水"                  | wrong_type
    parameters/water.tap/label/fr           | "eau"                 | unknown_key
    parameters/water.tap/unit               | -                     | missing
    parameters/water.tap/unit               | "kg/t"                | unknown_unit
    parameters/water.tap/unit               | "kg/kWh"              | wrong_unit
    parameters/water.tap/method             | -                     | missing
    parameters/water.tap/method             | "x"                   | unknown_reference
    parameters/water.tap/values             | []                    | empty
    parameters/water.tap/values             | {}                    | wrong_type
    parameters/water.tap/values/0           | "0.168"               | wrong_type
    parameters/water.tap/values/0/grade     | -                     | missing
    parameters/water.tap/values/0/grade     | "sure"                | unknown_word
    parameters/water.tap/values/0/amount    | 0.168                 | wrong_type
    parameters/water.tap/values/0/amount    | "0,168"               | bad_decimal
    parameters/water.tap/values/0/amount    | "-0.168"              | out_of_range
    parameters/water.tap/values/0/from      | "2021-1-1"            | bad_date
    parameters/water.tap/values/0/from      | "2021-01-02"          | starts_too_late
    parameters/water.tap/values/0/review_by | "soon"                | bad_date
    parameters/water.tap/values/0/review_by | "2026-11-21"          | review_overdue
    parameters/water.tap/values/0/source    | -                     | missing
    parameters/water.tap/values/0/source    | "x"                   | unknown_reference
    parameters/water.tap/values/0/fuss      | 1                     | unknown_key
    parameters/tier.gas/values/0/note       | -                     | note_missing
    parameters/gas.combustion/values/0/note | -                     | note_missing
    parameters/grid.beijing/values/1/from   | "2021-01-01"          | dates_not_ascending
    parameters/level.1/values/0/amount      | "50"                  | not_ascending      | parameters/level.1
    parameters/level.1/values/0/amount      | "9.5"                 | out_of_range
    parameters/cap.trips_daily/values/0/amount | "10.5"             | out_of_range
    parameters/cap.actions_daily/values/0/amount | "10.5"           | out_of_range
    parameters/cap.monthly/values/0/amount  | "2999.9"              | out_of_range
    parameters/award.night_refuelling_monthly/values/0/amount | "3.5" | out_of_range
    parameters/voc.repaint_span/values/0/amount | "60.5"            | out_of_range
    parameters/level.1                      | -                     | parameter_missing  | parameters
    parameters/travel.bus/id                | "travel.buss"         | unused             | parameters/travel.buss
    parameters/travel.bus/unit              | "g/km"                | wrong_unit
    parameters/distance.bus/unit            | "km"                  | wrong_unit
    parameters/action.own_bag/unit          | "g/kg"                | wrong_unit
    parameters/award.tree_planting/unit     | "points/d"            | wrong_unit
    parameters/voc.mean.sealant/unit        | "g"                   | wrong_unit
    parameters/voc.limit.hairspray/unit     | "g"                   | wrong_unit
    parameters/voc.limit.floor_coating/unit | "g/kg"                | wrong_unit

    actions/own_bag/counted_by              | "litre"               | unknown_word
    actions/own_bag/carbon                  | "x"                   | unknown_reference
    actions/own_bag/carbon                  | -                     | no_effect          | actions/own_bag
    actions/own_bag/hint                    | -                     | missing
    actions/own_bag/award                   | ["x"]                 | wrong_type

    products/putty/basis                    | "wet"                 | unknown_word
    products/putty/solvent                  | "no"                  | wrong_type
    products/putty/limit                    | "x"                   | unknown_reference
    products/putty/limit                    | null                  | no_effect          | products/putty
    products/putty/displaces                | -                     | missing
    products/putty/displaces                | ["x"]                 | unknown_reference  | products/putty/displaces/0
    products/putty/displaces                | ["sealant","sealant"] | duplicate_id       | products/putty/displaces/1
    products/putty/displaces                | [7]                   | wrong_type         | products/putty/displaces/0

    displaced/sealant/label/en              | ""                    | empty
    displaced/sealant/content               | "x"                   | unknown_reference
    displaced/+/id                          | "spare"               | unused             | displaced/spare
"#;

#[test]
fn every_fault_is_found_where_it_is() {
    for (place, what, code, at) in rows(CHANGES) {
        let text = changed(|book| put(book, place, what));
        let book = serde_json::from_str(&text).expect("still JSON");
        let expected = format!("{}: {code}", written(&book, at));
        let found = faults(&text);
        assert!(found.contains(&expected), "expected {expected}, found {found:?}");
        // A reference that is lost leaves what it led to unused or unfound; nothing else may follow.
        let follows = |fault: &String| {
            let whole_section = !place.contains('/');
            fault.ends_with(": unused")
                || (whole_section || what == "-") && fault.ends_with(": unknown_reference")
                || whole_section && fault.ends_with("_missing")
        };
        let strangers: Vec<&String> = found.iter().filter(|fault| **fault != expected && !follows(fault)).collect();
        assert!(strangers.is_empty(), "{place}: {strangers:?}");
    }
}

#[test]
fn what_json_hides_is_found_too() {
    let id = r#""id": "beijing""#;
    let twice = BEIJING_2026_11.replacen(id, &format!("{id}, {id}"), 1);
    assert_eq!(faults(&twice), ["id: duplicate_key"]);
    let amount = r#""amount": "0.168""#;
    let twice = BEIJING_2026_11.replacen(amount, &format!("{amount}, {amount}"), 1);
    let at = path("parameters", "water.tap");
    assert_eq!(faults(&twice), [format!("{at}.values[0].amount: duplicate_key")]);
    for text in ["", "{", "nonsense", "{\"a\" 1}"] {
        assert_eq!(faults(text), [": not_json"], "{text}");
    }
    assert_eq!(faults(&format!("{BEIJING_2026_11}x")), [": not_json"]);
    assert_eq!(faults("[]"), [": wrong_type"]);
}

#[test]
fn ids_are_well_formed_and_given_once() {
    for section in ["methods", "sources", "parameters", "actions", "products", "displaced"] {
        let with = |what: &str| faults(&changed(|book| put(book, &format!("{section}/0/id"), what)));
        assert!(with("\"Über id\"").contains(&format!("{section}[0].id: bad_id")), "{section}");
        assert!(with("-").contains(&format!("{section}[0].id: missing")), "{section}");
        assert!(with("7").contains(&format!("{section}[0].id: wrong_type")), "{section}");
        let whole = faults(&changed(|book| put(book, &format!("{section}/0"), "\"x\"")));
        assert!(whole.contains(&format!("{section}[0]: wrong_type")), "{section}");
        let mut last = 0;
        let twice = changed(|book| {
            let entries = book[section].as_array_mut().expect("a list");
            last = entries.len();
            entries.push(entries[0].clone());
        });
        assert_eq!(faults(&twice), [format!("{section}[{last}].id: duplicate_id")]);
    }
}

#[test]
fn all_faults_are_reported_at_once() {
    let text = changed(|book| {
        put(book, "published", "\"2026-13-01\"");
        put(book, "sources/db11-1983-2022/clause", "\"\"");
        put(book, "parameters/car.bev/values/0/amount", "\"300\"");
        put(book, "parameters/water.tap/unit", "\"kg/t\"");
        put(book, "parameters/tier.water/values/0/grade", "\"sure\"");
        put(book, "products/putty/solvent", "0");
    });
    let expected = [
        "published: bad_date".to_owned(),
        format!("{}.clause: empty", path("sources", "db11-1983-2022")),
        format!("{}.unit: unknown_unit", path("parameters", "water.tap")),
        format!("{}.values[0].grade: unknown_word", path("parameters", "tier.water")),
        format!("{}.solvent: wrong_type", path("products", "putty")),
        format!("{}: not_ascending", path("parameters", "car.bev")),
    ];
    assert_eq!(faults(&text), expected);
}

/// A unit is looked at whatever else is wrong with what uses it, and with the number itself.
#[test]
fn a_unit_does_not_wait_for_the_rest_of_its_entry() {
    let text = changed(|book| {
        put(book, "actions/own_bag/hint", "-");
        put(book, "parameters/action.own_bag/unit", "\"g/kg\"");
        put(book, "products/putty/solvent", "7");
        put(book, "parameters/voc.limit.putty/unit", "\"g\"");
        put(book, "displaced/sealant/label/en", "\"\"");
        put(book, "parameters/voc.mean.sealant/label", "-");
        put(book, "parameters/voc.mean.sealant/unit", "\"g\"");
        put(book, "parameters/water.tap/values/0/from", "\"soon\"");
        put(book, "parameters/water.tap/unit", "\"kg/kWh\"");
    });
    let found = faults(&text);
    for id in ["action.own_bag", "voc.limit.putty", "voc.mean.sealant", "water.tap"] {
        let expected = format!("{}.unit: wrong_unit", path("parameters", id));
        assert!(found.contains(&expected), "{expected}: {found:?}");
    }
    assert_eq!(found.len(), 9, "{found:?}");
}

/// Whoever mistypes a reference is told what was probably meant, and not that nothing uses it.
#[test]
fn a_mistyped_reference_is_one_fault() {
    for (place, what, meant) in [
        ("actions/own_bag/carbon", "action.own_bga", "action.own_bag"),
        ("products/putty/limit", "voc.limit.puty", "voc.limit.putty"),
        ("displaced/sealant/content", "voc.mean.sealants", "voc.mean.sealant"),
    ] {
        let text = changed(|book| put(book, place, &format!("\"{what}\"")));
        let found = Rulebook::parse(&text).expect_err("a fault");
        let told: Vec<_> = found.iter().map(|one| fault::sentence(one, Language::En)).collect();
        assert_eq!(found.len(), 1, "{told:?}");
        assert!(told[0].ends_with(&format!("did you mean “{meant}”?")), "{told:?}");
        assert!(fault::sentence(&found[0], Language::Zh).ends_with(&format!("是不是「{meant}」？")));
    }
    // What is like nothing may have meant anything: both are told.
    let far = faults(&changed(|book| put(book, "actions/own_bag/carbon", "\"bags\"")));
    assert!(far.iter().any(|fault| fault.ends_with(": unused")) && far.len() == 2, "{far:?}");
}

#[test]
fn an_editor_finds_the_schema_by_the_key_that_editors_use() {
    assert_eq!(faults(&changed(|book| put(book, "$schema", "\"schema/rulebook.json\""))), [""; 0]);
    assert_eq!(faults(&changed(|book| put(book, "sources/hk-voc/$schema", "\"x\""))).len(), 1, "at the top only");
}

/// The codes are a contract with whoever reads the reports.
const CODES: &str = "bad_date bad_decimal bad_id bad_link before_scheme dates_not_ascending duplicate_id \
    duplicate_key empty method_missing missing no_effect not_ascending not_json note_missing out_of_range \
    parameter_missing review_overdue starts_too_late tenfold_step unknown_key unknown_reference unknown_unit \
    unknown_word unsupported_schema unused wrong_type wrong_unit";

#[test]
fn every_code_has_words_in_both_languages() {
    let mut codes = BTreeSet::new();
    let texts = rows(CHANGES).map(|(place, what, ..)| changed(|book| put(book, place, what)));
    let more = [
        BEIJING_2026_11.replacen("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,", 1),
        changed(|book| put(book, "methods/bj-solar/from", "\"2020-12-31\"")),
        changed(|book| {
            put(book, "parameters/grid.beijing/values/1/amount", "\"5.688\"");
            put(book, "parameters/grid.beijing/values/1/note", "-");
        }),
        "{".to_owned(),
        "[}".to_owned(),
    ];
    for text in texts.chain(more) {
        for found in Rulebook::parse(&text).expect_err("a fault") {
            let zh = fault::sentence(&found, Language::Zh);
            let en = fault::sentence(&found, Language::En);
            assert!(zh.chars().any(|character| ('一'..='龥').contains(&character)), "{zh}");
            assert!(!en.is_empty() && found.to_string().ends_with(&en), "{en}");
            codes.insert(found.kind.code());
        }
    }
    assert_eq!(codes, CODES.split_whitespace().collect());
}
