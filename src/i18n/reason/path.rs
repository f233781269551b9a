//! The human name of the field behind a JSON path.

use crate::domain::draft::split_leg_path;
use crate::i18n::{Language, Text};

/// The field's name, as in 第 2 段的公里数 (leg 2, kilometres); a path that is no field of ours stands for itself.
///
/// Where the form has a label that is a name, it is that label.
pub fn field(path: &str, language: Language) -> String {
    let (leg, name) = match split_leg_path(path) {
        Some((leg, name)) => (leg, Some(name)),
        None => match part(path) {
            Some(leg) => (leg, None),
            None => return single(path, language).to_owned(),
        },
    };
    let mut text = language.pick("第 ", "Leg ").to_owned();
    text.push_str(&leg.saturating_add(1).to_string());
    text.push_str(language.pick(" 段", ""));
    if let Some(name) = name {
        text.push_str(language.pick("的", ", "));
        text.push_str(of_leg(name, language));
    }
    text
}

/// The leg of `legs[0]`.
fn part(path: &str) -> Option<usize> {
    path.strip_prefix("legs[")?.strip_suffix(']')?.parse().ok()
}

fn of_leg(name: &str, language: Language) -> &str {
    let (zh, en) = match name {
        "mode" => ("出行方式", "way of travel"),
        "km" => ("公里数", "kilometres"),
        "replaced_petrol_car" => ("「用燃油车指标换的」", "“replaced a petrol car”"),
        "instead_of_car" => ("原本要开的燃油车", "petrol car left at home"),
        other => (other, other),
    };
    language.pick(zh, en)
}

fn single(name: &str, language: Language) -> &str {
    let t = Text::of(language);
    let (zh, en) = match name {
        "kind" => ("类别", "Kind of activity"),
        "date" => return t.date(),
        "id" => ("编号", "Id"),
        "evidence" => ("凭证", "Evidence"),
        "merchant" => ("商家", "Merchant"),
        "note" => ("备注", "Note"),
        "legs" => ("行程", "Legs of the trip"),
        "km" => return t.km(),
        "replaced_petrol_car" => return t.replaced_petrol_car(),
        "instead_of_car" => return t.instead_of_car(),
        "hours" => ("停车的小时数", "Hours the car stood"),
        "power" => ("车的动力", "Kind of car"),
        "engine_litres" => return t.engine_litres(),
        "alert" => return t.alert_today(),
        "utility" => ("账单种类", "Kind of bill"),
        "start" => ("账单的第一天", "First day of the bill"),
        "end" => ("账单的最后一天", "Last day of the bill"),
        "days" => ("这张账单的天数", "Days on this bill"),
        "usage" => ("本期用量", "Usage on this bill"),
        "baseline_usage" => return t.baseline_usage(),
        "baseline_days" => return t.baseline_days(),
        "annual_usage" => return t.annual_usage(),
        "boiler_heating" => return t.boiler_heating(),
        "has_pv" => return t.has_pv(),
        "people" => return t.shared_by(),
        "meter" => ("表号", "Meter number"),
        "self_consumed_kwh" => return t.solar_kwh(),
        "appliance" => ("换的电器", "Appliance replaced"),
        "cooling_kw" => return t.cooling_kw(),
        "apf" => return t.apf(),
        "replaced_apf" => return t.replaced_apf(),
        "annual_kwh" => return t.annual_kwh(),
        "replaced_annual_kwh" => return t.replaced_annual_kwh(),
        "annual_m3" => return t.annual_m3(),
        "efficiency" => return t.efficiency(),
        "replaced_efficiency" => return t.replaced_efficiency(),
        "category" => ("产品种类", "Kind of product"),
        "amount" => ("买的数量", "Amount bought"),
        "unit" => ("数量的单位", "Unit of the amount"),
        "voc" => return t.voc(),
        "voc_unit" => return t.voc_unit(),
        "basis" => ("VOC 的量法", "How the VOC figure is measured"),
        "mode" => return t.compare_mode(),
        "displaced" => ("本来要买的产品", "Product it replaced"),
        "displaced_amount" => ("本来要用的数量", "Amount of the product it replaced"),
        "density_kg_per_l" => return t.density(),
        "water_percent" => return t.water_percent(),
        "floor_area_m2" => return t.floor_area(),
        "coats" => return t.coats(),
        "dwelling" => ("哪套房子", "Which home"),
        "serial" => return t.serial(),
        "litres" => ("加油的升数", "Litres of petrol"),
        "time" => ("加油的时间", "Time of refuelling"),
        "action" => ("哪种行动", "Everyday action"),
        "count" => ("次数", "Number of times"),
        "kg" => ("公斤数", "Kilograms"),
        other => (other, other),
    };
    language.pick(zh, en)
}
