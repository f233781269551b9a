//! Reasons as a public screen says them: it asks less than the form does, and of a trip it knows one leg.

use super::{Language, said_as, template};
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::Rulebook;

/// The sentence below the question or the result it is about, without the name of a field. It asks for nothing that the
/// screen has no place for, and says where the phone that takes the entry in has one: its correction.
pub fn at_screen(reason: &Reason, rulebook: &Rulebook, language: Language) -> String {
    let template = other(reason, language).unwrap_or_else(|| template(reason, language));
    said_as(template, reason, Some(rulebook), language)
}

/// The sentences that are others here; see [`super::template::Gaps::fill`] for their marks.
fn other(reason: &Reason, language: Language) -> Option<&'static str> {
    let leg = reason.path.starts_with("legs[");
    let (zh, en) = match reason.code {
        ReasonCode::NoPublishedFactor if leg => (
            "北京还没有公布[#|这种出行方式]的排放因子，这一趟先记下，不计减排。",
            "Beijing has not published an emission factor for [#|this way of travel], so this trip is kept but not credited.",
        ),
        ReasonCode::NoSaving if leg => (
            "这种方式每公里的排放不比出行平均[（^）]低，这一趟先记下，不计减排。",
            "This way emits no less per kilometre than the average of all ways[ (^)], so this trip is kept but not credited.",
        ),
        ReasonCode::DefaultWaterShare => (
            "含水多少这里不问，按保守的默认值[ ^ ]算。带到手机后点「改正」，填上密度和含水会更准。",
            "The share of water is not asked here; a cautious default[ of ^] is used. On your phone, “Correct” takes density and water and makes it more exact.",
        ),
        ReasonCode::TierNotChecked => (
            "今年的累计用量这里不问，先按没到第三档算。要核对，带到手机后点「改正」填上。",
            "This year’s use is not asked here; it is taken to be below the third price tier. To have it checked, add it on your phone with “Correct”.",
        ),
        ReasonCode::AreaNotChecked => (
            "密度这里不问，公斤换不成升，没法看用量是否合适，先按填的计。",
            "The density is not asked here, and without it kilograms do not become litres: the amount is taken as given.",
        ),
        ReasonCode::AreaAssumed if reason.path == "coats" => (
            "刷几遍这里不问，按[刷 ^ 遍|规则里的遍数]看用量是否合适。",
            "The number of coats is not asked here; the amount is held against [^ of them|the rules’ number].",
        ),
        ReasonCode::AreaAssumed => (
            "建筑面积这里不问，按[一套 ^的房子|规则里的面积]看用量是否合适。房子更大，带到手机后点「改正」填上。",
            "The floor area is not asked here; the amount is held against a home of [^|the rules’ size]. If yours is larger, add its area on your phone with “Correct”.",
        ),
        ReasonCode::PaintBeyondArea => (
            "一套房子的墙面用不了这么多涂料，超出的不计。",
            "The walls of a home do not take so much paint; what is beyond that does not count.",
        ),
        _ => return None,
    };
    Some(language.pick(zh, en))
}
