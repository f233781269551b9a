//! The human name of the field behind a JSON path.

use super::Language;
use crate::domain::draft::split_leg_path;

/// The field's name, as in 第 2 段的公里数; a path that is no field of ours stands for itself.
pub fn field(path: &str, language: Language) -> String {
    if let Some((leg, name)) = split_leg_path(path) {
        let (leg, name) = (leg + 1, single(name, language));
        return if language == Language::Zh { format!("第 {leg} 段的{name}") } else { format!("Leg {leg}, {name}") };
    }
    let leg =
        path.strip_prefix("legs[").and_then(|rest| rest.strip_suffix(']')).and_then(|leg| leg.parse::<usize>().ok());
    if let Some(leg) = leg {
        return if language == Language::Zh { format!("第 {} 段", leg + 1) } else { format!("Leg {}", leg + 1) };
    }
    single(path, language).to_owned()
}

fn single(name: &str, language: Language) -> &str {
    let (zh, en) = match name {
        "kind" => ("类别", "Kind"),
        "date" => ("日期", "Date"),
        "id" => ("编号", "Id"),
        "evidence" => ("证据", "Evidence"),
        "merchant" => ("商家", "Merchant"),
        "note" => ("备注", "Note"),
        "legs" => ("行程", "Legs"),
        "mode" => ("方式", "Way"),
        "km" => ("公里数", "Kilometres"),
        "replaced_petrol_car" => ("是否换下燃油车", "Replaced a petrol car"),
        "instead_of_car" => ("原本要开的车", "Petrol car left at home"),
        "hours" => ("停车小时数", "Hours"),
        "power" => ("车的动力", "Kind of car"),
        "engine_litres" => ("排量", "Engine size"),
        "alert" => ("重污染预警", "Pollution alert"),
        "utility" => ("账单种类", "Kind of bill"),
        "start" => ("账单开始日", "First day"),
        "end" => ("账单结束日", "Last day"),
        "days" => ("账单的天数", "Days of the bill"),
        "usage" => ("本期用量", "Usage"),
        "baseline_usage" => ("去年同期用量", "Usage last year"),
        "baseline_days" => ("去年账单天数", "Days of last year's bill"),
        "annual_usage" => ("今年累计用量", "Usage this year"),
        "boiler_heating" => ("壁挂炉采暖", "Boiler heating"),
        "has_pv" => ("自家光伏", "Own solar panels"),
        "meter" => ("表号", "Meter"),
        "self_consumed_kwh" => ("自用发电量", "Solar power used"),
        "appliance" => ("电器", "Appliance"),
        "cooling_kw" => ("额定制冷量", "Rated cooling"),
        "apf" => ("新空调的 APF", "APF of the new one"),
        "replaced_apf" => ("旧空调的 APF", "APF of the old one"),
        "annual_kwh" => ("新电器一年耗电", "Yearly use, new"),
        "replaced_annual_kwh" => ("旧电器一年耗电", "Yearly use, old"),
        "annual_m3" => ("旧炉子一年用气", "Yearly gas, old boiler"),
        "efficiency" => ("新炉子的热效率", "Efficiency, new boiler"),
        "replaced_efficiency" => ("旧炉子的热效率", "Efficiency, old boiler"),
        "category" => ("产品", "Product"),
        "amount" => ("买的量", "Amount"),
        "unit" => ("单位", "Unit"),
        "voc" => ("VOC 含量", "VOC content"),
        "voc_unit" => ("VOC 单位", "VOC unit"),
        "basis" => ("量法", "Basis"),
        "displaced" => ("被代替的产品", "Replaced product"),
        "displaced_amount" => ("被代替的量", "Replaced amount"),
        "density_kg_per_l" => ("密度", "Density"),
        "water_percent" => ("含水", "Water"),
        "litres" => ("加油量", "Litres"),
        "time" => ("时间", "Time"),
        "action" => ("行动", "Action"),
        "count" => ("次数", "Times"),
        "kg" => ("公斤数", "Kilograms"),
        other => (other, other),
    };
    language.pick(zh, en)
}
