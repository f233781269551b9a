//! The steps of a calculation in words.

use super::Language;
use super::reason::field;
use crate::domain::exact::Exact;
use crate::domain::rulebook::Rulebook;
use crate::domain::trace::{Operand, Operation, Origin, StepName};
use crate::domain::unit::Unit;

/// What a step works out.
pub fn title(name: StepName, language: Language) -> &'static str {
    let (zh, en) = match name {
        StepName::SavedPerKilometre => ("每公里少排放", "Saved per kilometre"),
        StepName::LegCarbon => ("这一段少排放", "Saved on this leg"),
        StepName::TripCarbon => ("全程少排放", "Saved on the whole trip"),
        StepName::LegNox => ("没开的那辆车少排氮氧化物", "NOx the car left at home did not emit"),
        StepName::LegVoc => ("没开的那辆车少排 VOC", "VOC the car left at home did not emit"),
        StepName::TripNox => ("全程少排氮氧化物", "NOx avoided on the whole trip"),
        StepName::TripVoc => ("全程少排 VOC", "VOC avoided on the whole trip"),
        StepName::WholeDays => ("一共停了几整天", "Whole days without the car"),
        StepName::CarFreeYuan => ("按公布的标准，值多少元", "Worth in yuan, by the published scale"),
        StepName::AlertYuan => ("重污染预警日，按倍数加", "On a pollution-alert day, multiplied"),
        StepName::LengthRatio => ("两张账单的天数之比", "Days of this bill for each day of last year's"),
        StepName::BaselineForPeriod => ("去年同期用量，换成一样的天数", "Last year's use, over as many days"),
        StepName::UsageSaved => ("少用了多少", "Used less"),
        StepName::MostCredited => ("最多能计多少", "Most that can count"),
        StepName::UsageCredited => ("计入的节约量", "Saving that counts"),
        StepName::Carbon => ("少排放二氧化碳", "CO₂ avoided"),
        StepName::AnnualLoad => ("空调一年要送的冷和热", "Cooling and heating needed in a year"),
        StepName::AnnualUseNew => ("新的一年用多少电", "Yearly electricity of the new one"),
        StepName::AnnualUseReplaced => ("旧的一年用多少电", "Yearly electricity of the old one"),
        StepName::EfficiencyRatio => ("旧炉子和新炉子的效率之比", "Efficiency of the old boiler over the new"),
        StepName::GasForSameHeat => ("一样暖和，新炉子一年用多少气", "Yearly gas of the new boiler for the same heat"),
        StepName::AmountInBaseUnit => ("买的数量，换成升或千克", "Amount bought, in litres or kilograms"),
        StepName::AmountByDensity => ("升和千克，按密度换算", "Litres and kilograms, by the density"),
        StepName::PaintedArea => ("一共要刷多少，几遍都算上", "Area to paint, each coat counted"),
        StepName::PlausibleLitres => ("这么大的房子用得上多少涂料", "Paint that such a home takes"),
        StepName::LitresUsed => ("其中计入多少", "How much of it counts"),
        StepName::ShareUsed => ("占买的几成", "Share of what was bought"),
        StepName::DisplacedUsed => ("被代替的也按这几成计", "As much of what was replaced"),
        StepName::DisplacedInBaseUnit => ("被代替的数量，换成升或千克", "Amount replaced, in litres or kilograms"),
        StepName::WaterShare => ("水占体积的几成", "Share of the volume that is water"),
        StepName::WithoutWaterShare => ("扣掉水，还占几成", "Share that is left without the water"),
        StepName::VocInProduct => ("这种产品里真正的 VOC", "VOC really in the product"),
        StepName::VocAtBaseline => ("对照的产品里真正的 VOC", "VOC really in what it is compared with"),
        StepName::ProductGrams => ("买的这些，一共含 VOC", "VOC in all that was bought"),
        StepName::BaselineGrams => ("换成对照的产品，一共含 VOC", "VOC there would have been otherwise"),
        StepName::VocAvoided => ("少用了多少 VOC", "VOC avoided"),
        StepName::CarbonRounded => ("二氧化碳，取整到毫克", "CO₂, to the whole milligram"),
        StepName::VocRounded => ("VOC，取整到毫克", "VOC, to the whole milligram"),
        StepName::NoxRounded => ("氮氧化物，取整到毫克", "NOx, to the whole milligram"),
        StepName::VocEquivalents => ("VOC 折成污染当量", "VOC in pollutant equivalents"),
        StepName::NoxEquivalents => ("氮氧化物折成污染当量", "NOx in pollutant equivalents"),
        StepName::Equivalents => ("污染当量，加在一起", "Pollutant equivalents together"),
        StepName::EquivalentsRounded => ("污染当量，取整到百万分之一", "Pollutant equivalents, to the millionth"),
        StepName::PointKilograms => ("换成千克，好算积分", "In kilograms, to work out points"),
        StepName::CarbonPoints => ("少排二氧化碳，得分", "Points for CO₂"),
        StepName::AirPoints => ("少排空气污染物，得分", "Points for air pollutants"),
        StepName::YuanPoints => ("按元得分", "Points for the yuan"),
        StepName::AwardPoints => ("固定奖励", "Fixed award"),
        StepName::PointsBeforeEvidence => ("得分，加在一起", "Points together"),
        StepName::PointsAfterEvidence => ("自报还是有凭证，按系数折算", "Points, self-declared or verified"),
        StepName::PointsRounded => ("积分，取整", "Points, to the whole point"),
        StepName::AwardAfterEvidence => ("奖励，按自报或有凭证折算", "Award, self-declared or verified"),
        StepName::AwardRounded => ("奖励，取整", "Award, to the whole point"),
        StepName::InductionCarbon => {
            ("不烧 1 立方米气、改用电，要排放", "Emitted by cooking with power instead of 1 m³ of gas")
        }
        StepName::InductionRise => ("比烧这 1 立方米气多排放", "More than burning that 1 m³ of gas"),
        StepName::DrivingPerKilometre => ("开车每公里多排放", "More per kilometre by car"),
        StepName::DrivingLeg => ("这一段开车多排放", "More on this leg by car"),
        StepName::DrivingTrip => ("全程开车多排放", "More on the whole trip by car"),
        StepName::DrivingRounded => ("开车多排放，取整到毫克", "More by car, to the whole milligram"),
        StepName::PointsTotal => ("这一笔得分", "Points of this entry"),
    };
    language.pick(zh, en)
}

/// The sign between the operands of a step. Rounding works on a product, whole parts come from a quotient.
pub fn operator(operation: Operation, language: Language) -> &'static str {
    match operation {
        Operation::Add => "+",
        Operation::Subtract => "−",
        Operation::Multiply | Operation::RoundHalfUp => "×",
        Operation::Divide | Operation::Floor => "÷",
        Operation::AtLeast | Operation::AtMost => language.pick("与", "and"),
    }
}

/// What stands before the result of a step: the equals sign, and what was done besides plain arithmetic.
pub fn equals(operation: Operation, language: Language) -> &'static str {
    let (zh, en) = match operation {
        Operation::Add | Operation::Subtract | Operation::Multiply | Operation::Divide => ("=", "="),
        Operation::AtLeast => ("取较大者，得", "the larger ="),
        Operation::AtMost => ("取较小者，得", "the smaller ="),
        Operation::RoundHalfUp => ("四舍五入得", "rounded ="),
        Operation::Floor => ("取整得", "whole part ="),
    };
    language.pick(zh, en)
}

/// What an operand is: the name of the factor, of the field it was typed into, of the conversion, or which step it
/// came from. Empty for a plain number.
pub fn operand_name(operand: &Operand, rulebook: &Rulebook, language: Language) -> String {
    match &operand.origin {
        Origin::Parameter(reference) => rulebook
            .resolve(*reference)
            .map(|(parameter, _)| language.pick(&parameter.label.zh, &parameter.label.en).to_owned())
            .unwrap_or_default(),
        Origin::Input(path) | Origin::Calendar(path) => field(path, language),
        Origin::Step(earlier) => step_number(*earlier, language),
        Origin::Constant => constant_name(operand, language).to_owned(),
    }
}

/// 第 3 步 / step 3, from the index of a step.
pub fn step_number(index: usize, language: Language) -> String {
    let number = index.saturating_add(1);
    match language {
        Language::Zh => format!("第 {number} 步"),
        Language::En => format!("step {number}"),
    }
}

/// What a conversion converts.
fn constant_name(operand: &Operand, language: Language) -> &'static str {
    let (zh, en) = match operand.unit {
        Unit::GramPerKilogram => ("1 千克＝1,000 克", "1 kg = 1,000 g"),
        Unit::MilligramPerGram => ("1 克＝1,000 毫克", "1 g = 1,000 mg"),
        Unit::MilligramPerKilogram => ("1 千克＝1,000,000 毫克", "1 kg = 1,000,000 mg"),
        Unit::MillilitrePerLitre => ("1 升＝1,000 毫升", "1 L = 1,000 mL"),
        Unit::GramPerKilogramPercent => ("按重量 1%＝每千克 10 克", "1% by weight = 10 g/kg"),
        Unit::PerPercent => ("1%＝0.01", "1% = 0.01"),
        Unit::LitrePerKilogramPercent => ("1 千克水＝1 升，1%＝0.01 升", "1 kg of water = 1 L, so 1% = 0.01 L"),
        Unit::MicroPerEquivalent => ("1 污染当量＝1,000,000 个百万分之一", "1 PE = 1,000,000 millionths"),
        _ if operand.value == Exact::ZERO => ("零", "zero"),
        Unit::One if operand.value == Exact::ONE => ("整体", "the whole"),
        _ => ("", ""),
    };
    language.pick(zh, en)
}
