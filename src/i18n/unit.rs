//! Units as residents read them.

use super::Language;
use super::calendar::clock;
use crate::domain::decimal::Decimal;
use crate::domain::exact::Exact;
use crate::domain::unit::Unit;

/// A published amount with its unit, as residents read them: the minute of a day as the time it is.
pub fn amount_and_unit(amount: Decimal, unit: Unit, language: Language) -> (String, &'static str) {
    time(amount.exact(), unit).map_or_else(|| (amount.to_string(), unit_name(unit, language)), |time| (time, ""))
}

/// The time that a number is, if its unit is the minute of a day.
pub fn time(value: Exact, unit: Unit) -> Option<String> {
    (unit == Unit::MinuteOfDay).then(|| value.floor().ok().map(clock)).flatten()
}

/// The unit's display name; empty for a plain number.
pub fn unit_name(unit: Unit, language: Language) -> &'static str {
    let (zh, en) = match unit {
        Unit::One => ("", ""),
        Unit::Kilometre => ("公里", "km"),
        Unit::GramPerPersonKilometre => ("克/人·公里", "g/person-km"),
        Unit::GramPerKilometre => ("克/公里", "g/km"),
        Unit::Gram => ("克", "g"),
        Unit::Milligram => ("毫克", "mg"),
        Unit::Kilogram => ("千克", "kg"),
        Unit::KilowattHour => ("千瓦时（度）", "kWh"),
        Unit::Kilowatt => ("千瓦", "kW"),
        Unit::HourPerYear => ("小时/年", "h a year"),
        Unit::CubicMetre => ("立方米", "m³"),
        Unit::Gigajoule => ("吉焦", "GJ"),
        Unit::KilogramPerKilowattHour => ("千克/度", "kg/kWh"),
        Unit::KilowattHourPerCubicMetre => ("度/立方米", "kWh/m³"),
        Unit::KilogramPerCubicMetre => ("千克/立方米", "kg/m³"),
        Unit::KilogramPerGigajoule => ("千克/吉焦", "kg/GJ"),
        Unit::Litre => ("升", "L"),
        Unit::Millilitre => ("毫升", "mL"),
        Unit::GramPerLitre => ("克/升", "g/L"),
        Unit::GramPerKilogram => ("克/千克", "g/kg"),
        Unit::Percent => ("%", "%"),
        Unit::KilogramPerLitre => ("千克/升", "kg/L"),
        Unit::SquareMetre => ("平方米", "m²"),
        Unit::SquareMetrePerLitre => ("平方米/升", "m²/L"),
        Unit::Hour => ("小时", "h"),
        Unit::Day => ("天", "days"),
        Unit::Year => ("年", "years"),
        Unit::Time => ("次", "times"),
        Unit::GramPerTime => ("克/次", "g each"),
        Unit::YuanPerDay => ("元/天", "yuan a day"),
        Unit::Yuan => ("元", "yuan"),
        Unit::KilogramPerEquivalent => ("千克/污染当量", "kg/PE"),
        Unit::Equivalent => ("污染当量", "PE"),
        Unit::MicroEquivalent => ("百万分之一污染当量", "µPE"),
        Unit::Point => ("分", "points"),
        Unit::PointPerKilogram => ("分/千克", "points/kg"),
        Unit::PointPerEquivalent => ("分/污染当量", "points/PE"),
        Unit::PointPerYuan => ("分/元", "points/yuan"),
        Unit::PointPerTime => ("分/次", "points each"),
        Unit::PointPerDay => ("分/天", "points a day"),
        Unit::PointPerMonth => ("分/月", "points a month"),
        Unit::KilometrePerDay => ("公里/天", "km a day"),
        Unit::TimePerDay => ("次/天", "times a day"),
        Unit::TimePerMonth => ("次/月", "times a month"),
        Unit::CubicMetrePerYear => ("立方米/年", "m³ a year"),
        Unit::KilowattHourPerYear => ("度/年", "kWh a year"),
        Unit::MonthOfYear => ("月", "month"),
        Unit::MinuteOfDay => ("分钟（从零点起）", "minutes after midnight"),
        Unit::MilligramPerGram => ("毫克/克", "mg/g"),
        Unit::MilligramPerKilogram => ("毫克/千克", "mg/kg"),
        Unit::MillilitrePerLitre => ("毫升/升", "mL/L"),
        Unit::GramPerKilogramPercent => ("克/千克（每 1%）", "g/kg per 1%"),
        Unit::PerPercent => ("（每 1%）", "per 1%"),
        Unit::LitrePerKilogramPercent => ("升/千克（每 1%）", "L/kg per 1%"),
        Unit::MicroPerEquivalent => ("百万分之一", "millionths"),
    };
    language.pick(zh, en)
}
