//! Arbitrary valid activities, as the JSON a caller would send.

use carbon_points::domain::json::Json;
use proptest::prelude::*;

/// A decimal text from `1` up to `most` millionths of a unit.
pub(crate) fn amount(most: u64) -> impl Strategy<Value = String> {
    (1..=most).prop_map(decimal)
}

/// Millionths as decimal text, without needless zeros.
pub(crate) fn decimal(millionths: u64) -> String {
    let text = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// One million, the size of a unit in [`amount`].
pub(crate) const UNIT: u64 = 1_000_000;

fn member(name: &str, value: impl Into<String>) -> (String, Json) {
    (name.to_owned(), Json::Text(value.into()))
}

fn flag(name: &str, value: bool) -> Option<(String, Json)> {
    value.then(|| (name.to_owned(), Json::Bool(true)))
}

fn object(kind: &str, date: String, members: impl IntoIterator<Item = (String, Json)>) -> Json {
    let mut all = vec![member("kind", kind), member("date", date)];
    all.extend(members);
    Json::Object(all)
}

fn date() -> impl Strategy<Value = String> {
    (2021..=2026_i32, 1..=10_u8, 1..=28_u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
}

pub(crate) fn leg() -> impl Strategy<Value = Json> {
    let mode = prop::sample::select(vec![
        "walk", "bike", "ebike", "bus", "rail", "carpool", "taxi", "bev_car", "fcev_car", "hsr",
    ]);
    let car =
        prop::option::of(prop::sample::select(vec!["china_1", "china_2", "china_3", "china_4", "china_5", "china_6"]));
    (mode, amount(5_000 * UNIT), any::<bool>(), car).prop_map(|(mode, km, replaced, car)| {
        let mut members = vec![member("mode", mode), member("km", km)];
        members.extend(flag("replaced_petrol_car", replaced && mode == "bev_car"));
        members.extend(car.map(|car| member("instead_of_car", car)));
        Json::Object(members)
    })
}

fn trip() -> impl Strategy<Value = Json> {
    (date(), prop::collection::vec(leg(), 1..=20))
        .prop_map(|(date, legs)| object("trip", date, [("legs".to_owned(), Json::List(legs))]))
}

fn car_free() -> impl Strategy<Value = Json> {
    (date(), amount(8_784 * UNIT), prop::option::of(amount(10 * UNIT)), any::<bool>()).prop_map(
        |(date, hours, engine, alert)| {
            let mut members = vec![member("hours", hours)];
            match engine {
                Some(litres) => members.extend([member("power", "petrol"), member("engine_litres", litres)]),
                None => members.push(member("power", "bev")),
            }
            members.extend(flag("alert", alert));
            object("car_free", date, members)
        },
    )
}

fn utility() -> impl Strategy<Value = Json> {
    let utility = prop::sample::select(vec!["electricity", "gas", "heat", "water"]);
    let amounts = (amount(100_000 * UNIT), amount(100_000 * UNIT), prop::option::of(amount(1_000_000 * UNIT)));
    (date(), utility, 0..400_i32, 1..=400_u32, amounts, any::<bool>()).prop_map(
        |(end, utility, length, days, (usage, baseline, annual), yes)| {
            let start = crate::support::day(&end).plus_days(-length).to_string();
            let mut members = vec![
                member("utility", utility),
                member("start", start),
                member("end", end.clone()),
                member("usage", usage),
                member("baseline_usage", baseline),
                member("baseline_days", days.to_string()),
            ];
            members.extend(annual.map(|annual| member("annual_usage", annual)));
            members.extend(flag("has_pv", yes && utility == "electricity"));
            members.extend(flag("boiler_heating", yes && utility == "gas"));
            object("utility", end, members)
        },
    )
}

fn appliance() -> impl Strategy<Value = Json> {
    let serial = prop::option::of("[^\\s]\\PC{0,38}");
    (unnumbered(), serial).prop_map(|(json, serial)| {
        let Json::Object(mut members) = json else { unreachable!("an appliance is an object") };
        members.extend(serial.map(|serial| member("serial", serial)));
        Json::Object(members)
    })
}

fn unnumbered() -> impl Strategy<Value = Json> {
    prop_oneof![
        (date(), amount(100 * UNIT), amount(20 * UNIT), amount(20 * UNIT)).prop_map(|(date, kw, new, old)| {
            let members = [
                member("appliance", "air_conditioner"),
                member("cooling_kw", kw),
                member("apf", new),
                member("replaced_apf", old),
            ];
            object("appliance", date, members)
        }),
        (date(), amount(100_000 * UNIT), amount(100_000 * UNIT)).prop_map(|(date, new, old)| {
            let members = [member("appliance", "other"), member("annual_kwh", new), member("replaced_annual_kwh", old)];
            object("appliance", date, members)
        }),
        (date(), amount(100_000 * UNIT), amount(UNIT * 12 / 10), amount(UNIT * 12 / 10)).prop_map(
            |(date, annual, new, old)| {
                let members = [
                    member("appliance", "gas_boiler"),
                    member("annual_m3", annual),
                    member("efficiency", new),
                    member("replaced_efficiency", old),
                ];
                object("appliance", date, members)
            }
        ),
        date().prop_map(|date| object("appliance", date, [member("appliance", "induction_hob")])),
    ]
}

fn purchase() -> impl Strategy<Value = Json> {
    let coating = (date(), amount(10_000 * UNIT), amount(2_000 * UNIT), prop::option::of((1..=UNIT, 0..=99_u32)));
    let coating = coating.prop_map(|(date, litres, voc, known)| {
        let mut members = vec![
            member("category", "exterior_wall_coating"),
            member("amount", litres),
            member("unit", "L"),
            member("voc", voc),
            member("voc_unit", "g/L"),
            member("basis", "less_water"),
            member("mode", "below_limit"),
        ];
        if let Some((density, water)) = known {
            members.extend([member("density_kg_per_l", decimal(density)), member("water_percent", water.to_string())]);
        }
        object("purchase", date, members)
    });
    let switch =
        (date(), amount(10_000 * UNIT), amount(100 * UNIT), prop::option::of(amount(10_000 * UNIT)), any::<bool>());
    let switch = switch.prop_map(|(date, grams, percent, displaced, alert)| {
        let mut members = vec![
            member("category", "air_freshener_aerosol"),
            member("amount", grams),
            member("unit", "g"),
            member("voc", percent),
            member("voc_unit", "percent"),
            member("basis", "as_supplied"),
            member("mode", "technology_switch"),
            member("displaced", "air_freshener_liquid"),
        ];
        members.extend(displaced.map(|amount| member("displaced_amount", amount)));
        members.extend(flag("alert", alert));
        object("purchase", date, members)
    });
    prop_oneof![coating, switch, repaint()]
}

/// Paint for a home, in every unit, with or without what is asked about the home.
fn repaint() -> impl Strategy<Value = Json> {
    let unit = prop::sample::select(vec![("L", 10_000), ("mL", 10_000_000), ("kg", 10_000), ("g", 10_000_000)]);
    let bought = unit.prop_flat_map(|(unit, most)| (Just(unit), amount(most * UNIT)));
    let home = (UNIT..=2_000 * UNIT, 1..=10_u32, "[^\\s]\\PC{0,38}");
    let home = (home, any::<[bool; 3]>());
    (date(), bought, amount(50 * UNIT), (1..=UNIT, 0..=99_u32), home).prop_map(
        |(date, (unit, amount), voc, (density, water), ((area, coats, dwelling), told))| {
            let mut members = vec![
                member("category", "interior_wall_coating"),
                member("amount", amount),
                member("unit", unit),
                member("voc", voc),
                member("voc_unit", "g/L"),
                member("basis", "less_water"),
                member("mode", "below_limit"),
                member("density_kg_per_l", decimal(density)),
                member("water_percent", water.to_string()),
            ];
            let home = [
                member("floor_area_m2", decimal(area)),
                member("coats", coats.to_string()),
                member("dwelling", dwelling),
            ];
            members.extend(home.into_iter().zip(told).filter_map(|(member, told)| told.then_some(member)));
            object("purchase", date, members)
        },
    )
}

fn small() -> impl Strategy<Value = Json> {
    let counted = prop::sample::select(vec![
        "no_cutlery",
        "clean_plate",
        "own_bag",
        "e_invoice",
        "tree_planting",
        "recycling_handin",
        "old_appliance_handin",
    ]);
    prop_oneof![
        (date(), amount(100_000 * UNIT)).prop_map(|(date, kwh)| object(
            "solar",
            date,
            [member("self_consumed_kwh", kwh)]
        )),
        (date(), amount(200 * UNIT), 0..24_u8, 0..60_u8).prop_map(|(date, litres, hour, minute)| {
            object("refuel", date, [member("litres", litres), member("time", format!("{hour:02}:{minute:02}"))])
        }),
        (date(), counted, 1..=1000_u32).prop_map(|(date, action, count)| {
            object("action", date, [member("action", action), member("count", count.to_string())])
        }),
        (date(), amount(1_000 * UNIT)).prop_map(|(date, kg)| {
            object("action", date, [member("action", "clothes_recycling"), member("kg", kg)])
        }),
    ]
}

/// Any valid activity, with any evidence and texts.
pub(crate) fn activity() -> impl Strategy<Value = Json> {
    let facts = prop_oneof![trip(), car_free(), utility(), appliance(), purchase(), small()];
    let text = || prop::option::of("[^\\s]\\PC{0,38}");
    (facts, any::<bool>(), text(), text(), text()).prop_map(|(json, verified, id, merchant, note)| {
        let Json::Object(mut members) = json else { unreachable!("facts are an object") };
        members.extend(verified.then(|| member("evidence", "verified")));
        members.extend(id.map(|id| member("id", id)));
        members.extend(merchant.map(|merchant| member("merchant", merchant)));
        members.extend(note.map(|note| member("note", note)));
        Json::Object(members)
    })
}

/// Any JSON at all.
pub(crate) fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,9})?(e[0-9]{1,3})?".prop_map(Json::Number),
        ".{0,20}".prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 40, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Json::List),
            prop::collection::vec(("[a-z_]{0,12}", inner), 0..8).prop_map(Json::Object),
        ]
    })
}
