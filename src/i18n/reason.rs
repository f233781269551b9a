//! Reasons as sentences: what was given, what would be accepted, what to do.

mod accepted;
mod path;

use super::Language;
use super::unit::unit_name;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::Rulebook;

pub use path::field;

/// The sentence to show at the field the reason is about; it does not repeat the field's name.
///
/// With a rulebook, limits are named as it names them.
pub fn sentence(reason: &Reason, rulebook: Option<&Rulebook>, language: Language) -> String {
    let mut text = String::new();
    if let Some(given) = reason.given.as_deref().filter(|_| quotes_given(reason.code)) {
        let (open, close) =
            if language == Language::Zh { ("填的是「", "」。") } else { ("You gave \u{201c}", "\u{201d}. ") };
        text.push_str(open);
        text.push_str(given);
        text.push_str(close);
    }
    text.push_str(what(reason.code, language));
    if let Some(accepted) = &reason.accepted {
        let said = accepted::said(accepted, rulebook, language);
        if !said.is_empty() {
            if language == Language::En {
                text.push(' ');
            }
            text.push_str(&said);
        }
    }
    text
}

/// The sentence with the field it is about in front, for lists and for the command line.
pub fn full_sentence(reason: &Reason, rulebook: Option<&Rulebook>, language: Language) -> String {
    let sentence = sentence(reason, rulebook, language);
    if reason.path.is_empty() {
        return sentence;
    }
    format!("{}{}{sentence}", field(&reason.path, language), language.pick("：", ": "))
}

/// Whether repeating what was given helps to find the mistake.
fn quotes_given(code: ReasonCode) -> bool {
    !matches!(code, ReasonCode::Missing | ReasonCode::Truncated | ReasonCode::NotJson | ReasonCode::SavingCapped)
}

fn what(code: ReasonCode, language: Language) -> &'static str {
    let (zh, en) = match code {
        ReasonCode::NoPublishedFactor => (
            "北京还没有公布这种出行方式的排放因子，先记下，不计减排。",
            "Beijing has published no emission factor for this way of travel, so it is kept but not credited.",
        ),
        ReasonCode::NotAReplacement => (
            "只有用燃油车指标换的电动车才有公布的算法，先记下，不计减排。",
            "Only an electric car that took over a petrol car's quota has a published method; kept, not credited.",
        ),
        ReasonCode::Under24Hours => ("不满 24 小时，还不算一天。", "Less than 24 hours, so not a whole day yet."),
        ReasonCode::NoSaving => (
            "没有比对照的少，先记下。用得多也不会扣分。",
            "No less than what it is compared with, so it is only kept. Using more never costs points.",
        ),
        ReasonCode::SavingCapped => {
            ("省得比规则最多能计的还多，只计到上限。", "More was saved than the rules count; counted up to the limit.")
        }
        ReasonCode::ThirdTierHousehold => (
            "今年用量到了第三档，这一期不计减排。",
            "This year's use reaches the third price tier, so this bill is not credited.",
        ),
        ReasonCode::OwnPv => (
            "家里有光伏，电费单看不出真正的用电量；请在「光伏」里记自用的发电量。",
            "With solar panels the bill does not show the real use; record the power you used yourself under “Solar”.",
        ),
        ReasonCode::WouldRaiseEmissions => (
            "按北京现在的电网，电磁炉换燃气灶反而多排二氧化碳，所以不计减排。没有明火和室内废气，仍是好处。",
            "With Beijing's grid an induction hob causes more CO₂ than gas, so nothing is credited. Cleaner kitchen air is still a gain.",
        ),
        ReasonCode::NotBelowBaseline => (
            "VOC 没有低于对照，先记下，不计减排。",
            "The VOC content is not below what it is compared with, so it is kept but not credited.",
        ),
        ReasonCode::OutsideWindow => {
            ("不在奖励的月份或时段里，先记下。", "Outside the rewarded months or hours, so it is only kept.")
        }
        ReasonCode::AlertDay => (
            "预警期间用溶剂型产品不得分；少排的克数照记。",
            "Solvent products used during an alert earn no points; the grams are kept.",
        ),
        ReasonCode::MethodNotInForce => {
            ("那一天这个方法还没有实施，先记下。", "The method was not yet in force on that day, so it is only kept.")
        }
        ReasonCode::RoundsToZero => ("太少了，四舍五入后是零。", "So little that it rounds to zero."),
        ReasonCode::BasisMismatch => {
            ("和限值的量法不一样，不能直接比。", "Measured on another basis than the figure it is compared with.")
        }
        ReasonCode::DensityNeeded => (
            "升和千克之间换算要用密度，请补上密度。",
            "Converting between litres and kilograms needs the density; please add it.",
        ),
        ReasonCode::DisplacedNotComparable => {
            ("这两种产品不是一类，不能互相代替。", "These two products cannot stand in for each other.")
        }
        ReasonCode::NoBaseline => (
            "这类产品没有查到限值，只能选「代替了溶剂型产品」。",
            "No limit was found for this product; only “a solvent product it replaced” can be chosen.",
        ),
        ReasonCode::TooLong => ("太长了。", "Too long."),
        ReasonCode::NotJson => ("这一行不是 JSON。", "This line is not JSON."),
        ReasonCode::Truncated => ("JSON 不完整，中间断了。", "The JSON stops in the middle."),
        ReasonCode::WrongType => ("类型不对。", "Wrong type."),
        ReasonCode::UnknownField => ("没有这一项。", "There is no such field here."),
        ReasonCode::DuplicateField => ("写了两次，请只留一个。", "Given twice; please keep one."),
        ReasonCode::Missing => ("还没填。", "Still empty."),
        ReasonCode::UnknownValue => ("没有这个选项。", "Not one of the choices."),
        ReasonCode::NotANumber => {
            ("不是数字。请只用数字和小数点，如 12.5。", "Not a number. Use digits and a decimal point, such as 12.5.")
        }
        ReasonCode::TooManyDecimals => ("小数位太多。", "Too many decimals."),
        ReasonCode::OutOfRange => ("超出了合理范围。", "Outside the plausible range."),
        ReasonCode::BadDate => ("没有这一天，请写成 2026-11-21 这样。", "No such day. Write it like 2026-11-21."),
        ReasonCode::BadTime => ("没有这个时间。", "No such time."),
        ReasonCode::InFuture => ("这一天还没到。", "That day has not come yet."),
        ReasonCode::BeforeScheme => ("那时还没有开始记。", "That is before the scheme began."),
        ReasonCode::EndBeforeStart => {
            ("结束比开始还早，请看看是不是填反了。", "The end is before the start; are they swapped?")
        }
        ReasonCode::PeriodTooLong => ("一张账单没有这么长。", "No bill is that long."),
        ReasonCode::Contradiction => {
            ("和另一项对不上，请再看一眼。", "This does not fit another field; please look again.")
        }
        ReasonCode::TierNotChecked => (
            "没填今年累计用量，没法看是否到了第三档；先按没到计。",
            "Without this year's usage the price tier could not be checked; counted as below it.",
        ),
        ReasonCode::DistanceToConfirm => {
            ("一天走这么远不多见，公里数对吗？", "That is far for one day. Are the kilometres right?")
        }
        ReasonCode::DefaultWaterShare => {
            ("没填密度和含水，按保守的默认值算。", "Density and water were not given; the cautious default was used.")
        }
        ReasonCode::SameAmountAssumed => {
            ("没填本来要用多少，按同样多算。", "The replaced amount was not given; the same amount is assumed.")
        }
        ReasonCode::OncePerAppliance => ("一台电器只记一次。", "Counts once per appliance."),
    };
    language.pick(zh, en)
}

/// A number with its unit, as limits and ranges name it.
fn measure(number: &str, unit: crate::domain::unit::Unit, language: Language) -> String {
    let name = unit_name(unit, language);
    if name.is_empty() { number.to_owned() } else { format!("{number} {name}") }
}

/// What would have been accepted, on its own; for documentation and tests.
pub fn accepted_sentence(accepted: &Accepted, language: Language) -> String {
    accepted::said(accepted, None, language)
}
