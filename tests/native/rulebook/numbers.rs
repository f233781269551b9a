//! Every number of the shipped file, against the table it was published in. Nothing here is read from the file.
//!
//! The columns are: id, unit, first day, amount as published, grade.

use std::collections::BTreeMap;

use carbon_points::domain::activity::CountedBy;
use carbon_points::domain::rulebook::Rulebook;

/// DB11/T 3043-2024 as transcribed, in force 1 October 2024; oil-to-electric method, edition of 2025.
const TRAVEL: &str = "
    travel.baseline                       g/pkm       2024-10-01     104  transcribed
    travel.bus                            g/pkm       2024-10-01      52  transcribed
    travel.rail                           g/pkm       2024-10-01      32  transcribed
    travel.bike                           g/pkm       2024-10-01     8.7  transcribed
    travel.walk                           g/pkm       2024-10-01       0  transcribed
    car.petrol                            g/km        2025-01-01     250  transcribed
    car.bev                               g/km        2025-01-01      97  transcribed
";

/// The ministry's inventory guideline as transcribed; China VI scaled by the type-approval limits.
const AIR: &str = "
    car_exhaust.china_1.nox               g/km        2021-01-01   0.409  transcribed
    car_exhaust.china_1.hc                g/km        2021-01-01   0.663  transcribed
    car_exhaust.china_2.nox               g/km        2021-01-01   0.324  transcribed
    car_exhaust.china_2.hc                g/km        2021-01-01   0.314  transcribed
    car_exhaust.china_3.nox               g/km        2021-01-01   0.100  transcribed
    car_exhaust.china_3.hc                g/km        2021-01-01   0.191  transcribed
    car_exhaust.china_4.nox               g/km        2021-01-01   0.032  transcribed
    car_exhaust.china_4.hc                g/km        2021-01-01   0.075  transcribed
    car_exhaust.china_5.nox               g/km        2021-01-01   0.017  transcribed
    car_exhaust.china_5.hc                g/km        2021-01-01   0.056  transcribed
    car_exhaust.china_6.nox               g/km        2021-01-01   0.010  derived
    car_exhaust.china_6.hc                g/km        2021-01-01   0.029  derived
    equivalent.voc                        kg/PE       2021-01-01    0.95  press
    equivalent.nox                        kg/PE       2021-01-01    0.95  secondary
";

/// The published scale of the car-off programme.
const CAR_FREE: &str = "
    car_free.day_hours                    h           2021-01-01      24  press
    car_free.small_up_to                  L           2021-01-01     1.6  press
    car_free.medium_up_to                 L           2021-01-01     2.5  press
    car_free.petrol_small                 yuan/d      2021-01-01     0.5  press
    car_free.petrol_medium                yuan/d      2021-01-01     0.6  press
    car_free.petrol_large                 yuan/d      2021-01-01     0.7  press
    car_free.bev                          yuan/d      2021-01-01     0.2  press
    car_free.alert_multiplier             1           2021-01-01       2  press
";

/// Grid factors of the two ministries' yearly notices, national standards, Beijing's price tiers.
const HOME: &str = "
    grid.beijing                          kg/kWh      2021-01-01  0.5688  transcribed
    grid.beijing                          kg/kWh      2022-01-01  0.5580  secondary
    grid.beijing                          kg/kWh      2023-01-01  0.5554  secondary
    gas.combustion                        kg/m3       2021-01-01   2.162  derived
    heat.district                         kg/GJ       2021-01-01     110  secondary
    water.tap                             kg/m3       2021-01-01   0.168  secondary
    tier.electricity                      kWh/a       2021-01-01    4800  derived
    tier.water                            m3/a        2021-01-01     260  secondary
    tier.gas                              m3/a        2021-01-01     500  policy
    tier.gas_boiler                       m3/a        2021-01-01    2500  policy
    saving.cap                            %           2021-01-01      30  policy
    appliance.air_conditioner_hours       h/a         2021-01-01   954.6  secondary
    appliance.induction_hob_power         kWh/m3      2021-01-01     7.1  derived
";

/// DB11/1983-2022, Hong Kong's and Maryland's tables, and the two papers' measured means.
const VOC: &str = "
    voc.limit.interior_wall_coating       g/L         2022-10-01      50  secondary
    voc.limit.exterior_wall_coating       g/L         2022-10-01      80  secondary
    voc.limit.waterproof_coating          g/L         2022-10-01      10  secondary
    voc.limit.floor_coating               g/L         2022-10-01     120  secondary
    voc.limit.floor_coating_solvent_free  g/L         2022-10-01      60  secondary
    voc.limit.putty                       g/kg        2022-10-01      10  secondary
    voc.limit.air_freshener_aerosol       %           2022-10-01      30  official
    voc.limit.air_freshener_liquid        %           2022-10-01      18  official
    voc.limit.air_freshener_gel           %           2022-10-01       3  official
    voc.limit.hairspray                   %           2022-10-01      55  official
    voc.limit.flying_insecticide_aerosol  %           2022-10-01      25  official
    voc.limit.crawling_insecticide_aerosol %           2022-10-01      15  official
    voc.limit.lubricant                   %           2022-10-01      50  official
    voc.limit.washer_fluid                %           2022-10-01      35  official
    voc.mean.solvent_exterior_coating     g/kg        2022-10-01   298.8  secondary
    voc.mean.solvent_waterproof_coating   g/kg        2022-10-01     400  secondary
    voc.mean.reactive_waterproof_coating  g/kg        2022-10-01   87.86  secondary
    voc.mean.solvent_floor_coating        g/kg        2022-10-01     317  secondary
    voc.mean.all_purpose_adhesive         g/L         2022-10-01  654.23  secondary
    voc.mean.nail_free_adhesive           g/L         2022-10-01  251.93  secondary
    voc.mean.marble_glue                  g/L         2022-10-01  152.01  secondary
    voc.mean.grout_sealant                g/L         2022-10-01  136.79  secondary
    voc.mean.sealant                      g/L         2022-10-01  132.28  secondary
    voc.default_water_share               1           2022-10-01    0.65  policy
    voc.painted_area_ratio                1           2022-10-01     3.5  secondary
    voc.spread_rate                       m2/L        2022-10-01      10  secondary
    paint.assumed_area                    m2          2022-10-01     100  policy
    paint.assumed_coats                   1           2022-10-01       2  policy
    voc.repaint_years                     a           2022-10-01       5  policy
    voc.repaint_span                      d           2022-10-01      60  policy
    ozone.first_month                     month       2022-10-01       5  secondary
    ozone.last_month                      month       2022-10-01       9  secondary
    ozone.multiplier                      1           2022-10-01     1.5  policy
    refuel.first_month                    month       2021-01-01       6  official
    refuel.last_month                     month       2021-01-01       9  official
    refuel.window_start                   minute      2021-01-01    1200  official
    refuel.window_end                     minute      2021-01-01     360  official
";

/// Published savings per act.
const EVERYDAY: &str = "
    action.no_cutlery                     g/time      2024-10-10      23  press
    action.clean_plate                    g/time      2024-10-10     449  press
    action.own_bag                        g/time      2024-10-10       5  press
    action.e_invoice                      g/time      2024-10-10       5  secondary
    action.clothes_recycling              g/kg        2024-10-10    1280  press
";

/// The operator's own choices.
const POINTS: &str = "
    points.per_kg_co2                     points/kg   2021-01-01     100  policy
    points.per_equivalent                 points/PE   2021-01-01    1200  policy
    points.per_yuan                       points/yuan 2021-01-01     100  policy
    evidence.self_declared                1           2021-01-01     0.5  policy
    evidence.verified                     1           2021-01-01     1.0  policy
    award.night_refuelling                points/time 2021-01-01      10  policy
    award.night_refuelling_monthly        times/month 2021-01-01       4  policy
    award.tree_planting                   points/time 2021-01-01      40  policy
    award.recycling_handin                points/time 2021-01-01       4  policy
    award.old_appliance_handin            points/time 2021-01-01     100  policy
    cap.trips_daily                       points/d    2021-01-01     150  policy
    cap.actions_daily                     points/d    2021-01-01      50  policy
    cap.monthly                           points/month 2021-01-01    3000  policy
    distance.walk                         km/d        2021-01-01      10  policy
    distance.bike                         km/d        2021-01-01      30  policy
    distance.bus                          km/d        2021-01-01      60  policy
    distance.rail                         km/d        2021-01-01     100  policy
    points.expiry_years                   a           2021-01-01       1  policy
    level.1                               kg          2021-01-01      10  policy
    level.2                               kg          2021-01-01      50  policy
    level.3                               kg          2021-01-01     200  policy
    level.4                               kg          2021-01-01    1000  policy
";

#[test]
fn every_number_is_as_published() {
    let rulebook = Rulebook::beijing().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut expected: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    let tables = [TRAVEL, AIR, CAR_FREE, HOME, VOC, EVERYDAY, POINTS];
    for row in tables.into_iter().flat_map(str::lines).filter(|row| !row.is_empty()) {
        let mut columns = row.split_whitespace();
        let id = columns.next().expect("an id");
        expected.entry(id).or_default().push(columns.collect());
    }
    for parameter in &rulebook.parameters {
        let rows = expected.remove(parameter.id.as_str()).unwrap_or_default();
        assert_eq!(parameter.values.len(), rows.len(), "{}", parameter.id);
        for (value, row) in parameter.values.iter().zip(rows) {
            let (from, amount) = (value.from.to_string(), value.amount.to_string());
            let found = [parameter.unit.symbol(), &from, &amount, value.grade.as_str()];
            assert_eq!(found, *row, "{}", parameter.id);
        }
    }
    assert!(expected.is_empty(), "not in the file: {expected:?}");
}

/// Category, basis of its limit, solvent on alert days, what it can stand in for.
const PRODUCTS: &str = "
    interior_wall_coating         less_water   -
    exterior_wall_coating         less_water   -        solvent_exterior_coating
    waterproof_coating            less_water   -        solvent_waterproof_coating reactive_waterproof_coating
    floor_coating                 less_water   -        solvent_floor_coating
    floor_coating_solvent_free    as_supplied  -        solvent_floor_coating
    putty                         as_supplied  -
    adhesive                      as_supplied  solvent  all_purpose_adhesive nail_free_adhesive marble_glue grout_sealant sealant
    air_freshener_aerosol         as_supplied  solvent  air_freshener_aerosol air_freshener_liquid air_freshener_gel
    air_freshener_liquid          as_supplied  -        air_freshener_aerosol air_freshener_liquid air_freshener_gel
    air_freshener_gel             as_supplied  -        air_freshener_aerosol air_freshener_liquid air_freshener_gel
    hairspray                     as_supplied  solvent  hairspray
    flying_insecticide_aerosol    as_supplied  solvent  flying_insecticide_aerosol crawling_insecticide_aerosol
    crawling_insecticide_aerosol  as_supplied  solvent  crawling_insecticide_aerosol flying_insecticide_aerosol
    lubricant                     as_supplied  solvent  lubricant
    washer_fluid                  as_supplied  solvent  washer_fluid
";

/// What the walls of a home are painted with. Outer walls are the building's; putty, floors and damp rooms are done by
/// other amounts on other areas.
#[test]
fn only_paint_for_inner_walls_repaints_a_home() {
    let rulebook = Rulebook::beijing().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let repaint = rulebook.products.iter().filter(|product| product.repaints);
    assert_eq!(repaint.map(|product| product.id.as_str()).collect::<Vec<_>>(), ["interior_wall_coating"]);
}

#[test]
fn the_product_lists_are_those_of_the_contract() {
    let rulebook = Rulebook::beijing().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let id = |index: usize| rulebook.parameters[index].id.as_str();
    let rows: Vec<&str> = PRODUCTS.lines().filter(|row| !row.is_empty()).collect();
    assert_eq!(rulebook.products.len(), rows.len());
    for row in rows {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let product = rulebook.product(columns[0]).expect("the category");
        let solvent = if product.solvent { "solvent" } else { "-" };
        assert_eq!([product.basis.as_str(), solvent], columns[1..3], "{row}");
        assert_eq!(product.displaces, columns[3..], "{row}");
        let limit = (product.id != "adhesive").then(|| format!("voc.limit.{}", product.id));
        assert_eq!(product.limit.map(id), limit.as_deref(), "{row}");
    }
    for displaced in &rulebook.displaced {
        let measured = rulebook.product(&displaced.id).is_none();
        let content = if measured { "voc.mean." } else { "voc.limit." };
        assert_eq!(id(displaced.content), format!("{content}{}", displaced.id));
    }
    assert_eq!(rulebook.displaced.len(), 9 + 8);
}

#[test]
fn the_actions_are_those_of_the_contract() {
    let rulebook = Rulebook::beijing().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let id = |index: usize| rulebook.parameters[index].id.as_str();
    let ids: Vec<&str> = rulebook.actions.iter().map(|action| action.id.as_str()).collect();
    let (grams, awards) = ids.split_at(5);
    assert_eq!(grams, ["no_cutlery", "clean_plate", "own_bag", "e_invoice", "clothes_recycling"]);
    assert_eq!(awards, ["tree_planting", "recycling_handin", "old_appliance_handin"]);
    for action in &rulebook.actions {
        let (name, counted) = (&action.id, if action.id == "clothes_recycling" { "kg" } else { "count" });
        assert_eq!(Some(action.counted_by), CountedBy::from_word(counted), "{name}");
        let carbon = grams.contains(&name.as_str()).then(|| format!("action.{name}"));
        let award = awards.contains(&name.as_str()).then(|| format!("award.{name}"));
        assert_eq!((action.carbon.map(id), action.award.map(id)), (carbon.as_deref(), award.as_deref()), "{name}");
    }
}
