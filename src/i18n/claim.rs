//! Why an entry counts for nothing, in a few words: what else already claims the same.

use super::Language;
use crate::domain::reason::ReasonCode;

/// For a row of the ledger, the bar of a form and the notice after saving; each kind of claim has its own words.
pub fn not_counted(code: ReasonCode, language: Language) -> &'static str {
    let (zh, en) = match code {
        ReasonCode::CarUsed => ("当天开过车，不计入", "the car was used that day, not counted"),
        ReasonCode::OverlappingCarFree => {
            ("这天已经记过停驶，不计入", "that car-free day is counted already, not again")
        }
        ReasonCode::SameAppliance => ("与记过的那台电器重复，不计入", "the same appliance again, not counted"),
        ReasonCode::RepaintTooSoon => ("这套房子刚记过粉刷，不计入", "this home was repainted before, not counted"),
        ReasonCode::PaintBeyondArea => ("涂料超出用得上的量，不计入", "more paint than the home takes, not counted"),
        ReasonCode::OverlappingBill => ("与另一张账单有重复的天，不计入", "days of another bill, not counted"),
        _ => ("与另一笔重复，不计入", "claimed by another entry, not counted"),
    };
    language.pick(zh, en)
}
