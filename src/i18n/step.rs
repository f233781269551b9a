//! The steps of a calculation in words.

use super::Language;
use super::reason::field;
use crate::domain::rulebook::Rulebook;
use crate::domain::trace::{Operand, Operation, Origin, StepName};
use crate::domain::unit::Unit;

/// What a step works out.
pub fn title(name: StepName, language: Language) -> &'static str {
    let (zh, en) = match name {
        StepName::SavedPerKilometre => ("每公里少排放", "Avoided per kilometre"),
        StepName::LegCarbon => ("这一段少排放", "Avoided on this leg"),
        StepName::TripCarbon => ("全程少排放", "Avoided on the whole trip"),
        StepName::LegNox => ("没开的那辆车少排氮氧化物", "NOx the car left at home did not emit"),
        StepName::LegVoc => ("没开的那辆车少排 VOC", "VOC the car left at home did not emit"),
        StepName::TripNox => ("全程少排氮氧化物", "NOx avoided on the whole trip"),
        StepName::TripVoc => ("全程少排 VOC", "VOC avoided on the whole trip"),
        StepName::WholeDays => ("满 24 小时的天数", "Whole days of 24 hours"),
        StepName::CarFreeYuan => ("按公布的标准折成元", "In yuan, by the published scale"),
        StepName::AlertYuan => ("重污染预警期间加倍", "Doubled during a pollution alert"),
        StepName::LengthRatio => ("两张账单的天数之比", "Ratio of the two bills' days"),
        StepName::BaselineForPeriod => ("去年同期用量，折成同样天数", "Last year's use, brought to the same days"),
        StepName::UsageSaved => ("比去年同期少用", "Used less than last year"),
        StepName::MostCredited => ("最多计入", "Most that counts"),
        StepName::UsageCredited => ("计入的节约量", "Saving that counts"),
        StepName::Carbon => ("少排放", "Avoided"),
        StepName::AnnualLoad => ("一年的制冷制热量", "Heating and cooling of a year"),
        StepName::AnnualUseNew => ("新的一年用电", "Yearly use of the new one"),
        StepName::AnnualUseReplaced => ("旧的一年用电", "Yearly use of the old one"),
        StepName::EfficiencyRatio => ("新旧效率之比", "Ratio of the efficiencies"),
        StepName::GasForSameHeat => ("同样的热，新炉子用气", "Gas the new boiler burns for the same heat"),
        StepName::AmountInBaseUnit => ("换成升或千克", "In litres or kilograms"),
        StepName::AmountByDensity => ("按密度换算", "Converted by density"),
        StepName::DisplacedInBaseUnit => ("被代替的产品换成升或千克", "The replaced product in litres or kilograms"),
        StepName::WaterShare => ("水占的体积", "Share of the volume that is water"),
        StepName::WithoutWaterShare => ("扣掉水以后占的体积", "Share without the water"),
        StepName::VocInProduct => ("这种产品里真正的 VOC", "VOC really in the product"),
        StepName::VocAtBaseline => ("限值换成同样的量法", "The limit, measured the same way"),
        StepName::ProductGrams => ("买的这些一共含 VOC", "VOC in the amount bought"),
        StepName::BaselineGrams => ("对照的产品一共含 VOC", "VOC in what it is compared with"),
        StepName::VocAvoided => ("少排 VOC", "VOC avoided"),
        StepName::CarbonRounded => ("碳：四舍五入到毫克", "Carbon, to the milligram"),
        StepName::VocRounded => ("VOC：四舍五入到毫克", "VOC, to the milligram"),
        StepName::NoxRounded => ("氮氧化物：四舍五入到毫克", "NOx, to the milligram"),
        StepName::VocEquivalents => ("VOC 折成污染当量", "VOC in pollutant equivalents"),
        StepName::NoxEquivalents => ("氮氧化物折成污染当量", "NOx in pollutant equivalents"),
        StepName::Equivalents => ("污染当量合计", "Pollutant equivalents in all"),
        StepName::EquivalentsRounded => ("污染当量：四舍五入到百万分之一", "Pollutant equivalents, to the millionth"),
        StepName::PointKilograms => ("换成千克，用来算积分", "In kilograms, for the points"),
        StepName::CarbonPoints => ("碳换积分", "Points for carbon"),
        StepName::AirPoints => ("空气污染物换积分", "Points for air pollutants"),
        StepName::YuanPoints => ("元换积分", "Points for the yuan"),
        StepName::AwardPoints => ("固定奖励", "Fixed award"),
        StepName::PointsBeforeEvidence => ("按证据折算前的积分", "Points before the evidence level"),
        StepName::PointsAfterEvidence => ("按证据折算", "After the evidence level"),
        StepName::PointsRounded => ("四舍五入到整分", "To whole points"),
        StepName::AwardAfterEvidence => ("奖励按证据折算", "Award after the evidence level"),
        StepName::AwardRounded => ("奖励四舍五入到整分", "Award to whole points"),
        StepName::PointsTotal => ("这一笔的积分", "Points of this entry"),
    };
    language.pick(zh, en)
}

/// The sign between the operands of a step. Rounding works on a product, whole parts come from a quotient.
pub fn operator(operation: Operation, language: Language) -> &'static str {
    match operation {
        Operation::Add => "+",
        Operation::Subtract => "\u{2212}",
        Operation::Multiply | Operation::RoundHalfUp => "×",
        Operation::Divide | Operation::Floor => "÷",
        Operation::AtLeast => language.pick("不低于", "but at least"),
        Operation::AtMost => language.pick("不超过", "but at most"),
    }
}

/// What stands before the result of a step.
pub fn equals(operation: Operation, language: Language) -> &'static str {
    match operation {
        Operation::RoundHalfUp => language.pick("四舍五入得", "rounded ="),
        Operation::Floor => language.pick("取整得", "whole part ="),
        _ => "=",
    }
}

/// What an operand is. For a step's result the page says which step.
pub fn operand_name(operand: &Operand, rulebook: &Rulebook, language: Language) -> String {
    match &operand.origin {
        Origin::Parameter(reference) => rulebook
            .resolve(*reference)
            .map(|(parameter, _)| language.pick(&parameter.label.zh, &parameter.label.en).to_owned())
            .unwrap_or_default(),
        Origin::Input(path) | Origin::Calendar(path) => field(path, language),
        Origin::Step(_) => String::new(),
        Origin::Constant => constant_name(operand.unit, language).to_owned(),
    }
}

/// What a conversion converts; a plain zero or one needs no name.
fn constant_name(unit: Unit, language: Language) -> &'static str {
    let (zh, en) = match unit {
        Unit::GramPerKilogram => ("1 千克＝1000 克", "1 kg = 1000 g"),
        Unit::MilligramPerGram => ("1 克＝1000 毫克", "1 g = 1000 mg"),
        Unit::MilligramPerKilogram => ("1 千克＝1,000,000 毫克", "1 kg = 1,000,000 mg"),
        Unit::MillilitrePerLitre => ("1 升＝1000 毫升", "1 L = 1000 mL"),
        Unit::GramPerKilogramPercent => ("按重量 1%＝10 克/千克", "1% by weight = 10 g/kg"),
        Unit::PerPercent => ("1%＝0.01", "1% = 0.01"),
        Unit::LitrePerKilogramPercent => ("水 1 千克＝1 升", "1 kg of water = 1 L"),
        Unit::MicroPerEquivalent => ("换成百万分之一", "in millionths"),
        _ => ("", ""),
    };
    language.pick(zh, en)
}
