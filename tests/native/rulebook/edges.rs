//! Both sides of every line the loader draws.

use serde_json::{Value, json};

use super::{changed, entry, faults, path, value};

/// Loads with `inside`, and with `outside` is refused at `at` with `code`.
fn edge(at: &str, code: &str, put: impl Fn(&mut Value, &str), inside: &[&str], outside: &[&str]) {
    for amount in inside {
        assert_eq!(faults(&changed(|book| put(book, amount))), [""; 0], "{at} {amount}");
    }
    for amount in outside {
        assert_eq!(faults(&changed(|book| put(book, amount))), [format!("{at}: {code}")], "{amount}");
    }
}

/// The first amount of a parameter.
fn range(parameter: &str, inside: &[&str], outside: &[&str]) {
    let at = format!("{}.values[0].amount", path("parameters", parameter));
    let put = |book: &mut Value, amount: &str| value(book, parameter, 0)["amount"] = json!(amount);
    edge(&at, "out_of_range", put, inside, outside);
}

#[test]
fn amounts_keep_their_range() {
    range("travel.walk", &["0", "0.000000001", "104"], &["-0.000000001", "-1"]);
    range("saving.cap", &["0", "100"], &["100.01", "-1"]);
    range("voc.limit.hairspray", &["0", "100"], &["100.000000001"]);
    range("voc.limit.putty", &["0", "1000"], &["1000.1"]);
    range("voc.mean.solvent_floor_coating", &["1000"], &["1000.1"]);
    range("action.clothes_recycling", &["1000.1", "3600"], &["-1"]);
    range("ozone.first_month", &["1", "9"], &["0", "5.5"]);
    range("ozone.last_month", &["5", "12"], &["13", "12.5"]);
    range("refuel.window_start", &["0", "1439"], &["1440", "0.5"]);
    range("voc.default_water_share", &["0", "1"], &["1.01", "-0.1"]);
    range("evidence.verified", &["0.5", "1", "1.00"], &["1.01"]);
    range("ozone.multiplier", &["1", "3"], &["0.99"]);
    range("car_free.alert_multiplier", &["1"], &["0"]);
    range("points.expiry_years", &["1", "100"], &["0", "101", "1.5"]);
    range("award.night_refuelling_monthly", &["0", "31"], &["4.5"]);
    range("equivalent.voc", &["0.000000001"], &["0"]);
    range("voc.spread_rate", &["0.1"], &["0"]);
    range("voc.painted_area_ratio", &["0.1"], &["0"]);
    range("car_free.day_hours", &["0.5"], &["0"]);
}

#[test]
fn amounts_are_plain_decimals() {
    let at = format!("{}.values[0].amount", path("parameters", "car.bev"));
    let put = |book: &mut Value, amount: &str| value(book, "car.bev", 0)["amount"] = json!(amount);
    let inside = ["97", "97.0", "0.123456789", "0"];
    let outside = ["0.1234567891", "1e2", "+97", " 97", "97 ", "９７", "097", "97.", ".5", "9,7", "-0", "abc", "97 g"];
    edge(&at, "bad_decimal", put, &inside, &outside);
}

/// Adds a second value to a parameter whose first is 104 from 1 October 2024.
fn second(book: &mut Value, from: &str, amount: &str, note: Option<Value>) {
    let mut later = value(book, "travel.baseline", 0).clone();
    later["from"] = json!(from);
    later["amount"] = json!(amount);
    later["note"] = note.unwrap_or(Value::Null);
    entry(book, "parameters", "travel.baseline")["values"].as_array_mut().expect("a list").push(later);
}

#[test]
fn a_tenfold_step_needs_a_note() {
    let at = format!("{}.values[1].amount", path("parameters", "travel.baseline"));
    let put = |book: &mut Value, amount: &str| second(book, "2026-01-01", amount, None);
    edge(
        &at,
        "tenfold_step",
        put,
        &["1038.96", "1039.999999999", "10.400000001", "104"],
        &["1040", "10.4", "2000", "0"],
    );
    let noted = |book: &mut Value| {
        second(book, "2026-01-01", "1040", Some(json!({"zh": "改了单位", "en": "unit changed"})));
    };
    assert_eq!(faults(&changed(noted)), [""; 0]);
    let from_zero = changed(|book| {
        value(book, "travel.baseline", 0)["amount"] = json!("0");
        second(book, "2026-01-01", "0.1", None);
    });
    assert_eq!(faults(&from_zero), [format!("{at}: tenfold_step")]);
    let stays_zero = changed(|book| {
        value(book, "travel.baseline", 0)["amount"] = json!("0");
        second(book, "2026-01-01", "0.0", None);
    });
    assert_eq!(faults(&stays_zero), [""; 0]);
}

#[test]
fn values_begin_one_after_the_other() {
    let at = format!("{}.values[1].from", path("parameters", "travel.baseline"));
    let put = |book: &mut Value, from: &str| second(book, from, "100", None);
    edge(&at, "dates_not_ascending", put, &["2024-10-02", "2027-01-01"], &["2024-10-01", "2024-09-30"]);
}

#[test]
fn no_method_begins_before_its_numbers() {
    let at = format!("{}.values[0].from", path("parameters", "travel.rail"));
    let put = |book: &mut Value, from: &str| value(book, "travel.rail", 0)["from"] = json!(from);
    edge(&at, "starts_too_late", put, &["2024-10-01", "2020-01-01"], &["2024-10-02"]);
    // Its own method is younger, but solar power and appliances need the grid factor from the scheme's first day.
    let younger = changed(|book| {
        entry(book, "methods", "bj-home-energy")["from"] = json!("2022-01-01");
        entry(book, "parameters", "grid.beijing")["values"].as_array_mut().expect("a list").remove(0);
    });
    assert_eq!(faults(&younger)[0], format!("{}.values[0].from: starts_too_late", path("parameters", "grid.beijing")));
}

#[test]
fn no_method_begins_before_the_scheme() {
    let at = format!("{}.from", path("methods", "bj-solar"));
    let put = |book: &mut Value, from: &str| entry(book, "methods", "bj-solar")["from"] = json!(from);
    edge(&at, "before_scheme", put, &["2021-01-01", "2027-01-01"], &["2020-12-31"]);
}

#[test]
fn reviews_lie_ahead() {
    let at = format!("{}.values[0].review_by", path("parameters", "water.tap"));
    let put = |book: &mut Value, day: &str| value(book, "water.tap", 0)["review_by"] = json!(day);
    edge(&at, "review_overdue", put, &["2026-11-22"], &["2026-11-21", "2021-01-01"]);
}

#[test]
fn pairs_are_in_order() {
    let first = |parameter: &'static str| {
        move |book: &mut Value, amount: &str| value(book, parameter, 0)["amount"] = json!(amount)
    };
    let pair = |lower: &'static str, inside: &[&str], outside: &[&str]| {
        edge(&path("parameters", lower), "not_ascending", first(lower), inside, outside);
    };
    pair("car_free.small_up_to", &["2.4"], &["2.5", "2.6"]);
    pair("ozone.first_month", &["9"], &["10"]);
    pair("refuel.first_month", &["9"], &["10"]);
    pair("tier.gas", &["2500"], &["2501"]);
    pair("evidence.self_declared", &["1"], &[]);
    pair("car.bev", &["250"], &["250.1"]);
    pair("level.1", &["49"], &["50"]);
    pair("level.2", &["199"], &["200"]);
    pair("level.3", &["999"], &["1000"]);
    let later = changed(|book| {
        let mut value = value(book, "evidence.verified", 0).clone();
        value["from"] = json!("2027-01-01");
        value["amount"] = json!("0.4");
        entry(book, "parameters", "evidence.verified")["values"].as_array_mut().expect("a list").push(value);
    });
    assert_eq!(faults(&later), [format!("{}: not_ascending", path("parameters", "evidence.self_declared"))]);
}
