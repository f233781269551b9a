//! What came of working out again a result that somebody shared, in words.

use super::verify::field_zh;
use super::{Language, word};
use crate::domain::activity::Evidence;
use crate::domain::handover::Fault;
use crate::domain::shared::{Checked, Shared};

/// Whether it comes to what it says; and what that does not show. Which rules it names is told beside it.
pub fn checked(checked: &Checked, language: Language) -> String {
    match (checked, language) {
        (Checked::Equal, Language::Zh) => {
            "一致：按它写明的规则重算，结果和写的一样。这只说明算得对，不说明这件事是真的；那边账本的上限也没有扣。".to_owned()
        }
        (Checked::Equal, Language::En) => {
            "Equal: worked out again by the rules it names, it comes to exactly what it says. That shows the arithmetic is \
             right, not that it happened; the limits of its ledger are not taken off."
                .to_owned()
        }
        (Checked::Differs { field, stated, recomputed }, Language::Zh) => {
            format!("不一致：{}写着 {stated}，按它写明的规则重算是 {recomputed}。", field_zh(field))
        }
        (Checked::Differs { field, stated, recomputed }, Language::En) => {
            format!("Different: {field} is stated as {stated}; by the rules it names it is {recomputed}.")
        }
        (Checked::UnknownRules, Language::Zh) => {
            "这里没有它的规则，没法重算；不是说它有错。请更新本页，或者先选它的区。".to_owned()
        }
        (Checked::UnknownRules, Language::En) => {
            "Its rules are not at hand, so it cannot be worked out here; that does not make it wrong. Please update the \
             page, or choose its district."
                .to_owned()
        }
        (Checked::Refused, Language::Zh) => "不一致：它写明的规则不认这样的活动。".to_owned(),
        (Checked::Refused, Language::En) => "Different: the rules it names refuse such an activity.".to_owned(),
    }
}

/// How well its facts are proven. No shared result carries the receipt of its entry.
pub fn evidence(shared: &Shared, language: Language) -> &'static str {
    match shared.activity.evidence {
        Evidence::Verified => word::unproven(language),
        known @ Evidence::SelfDeclared => word::evidence(known, language),
    }
}

/// Why a text is no result.
pub fn fault(fault: Fault, language: Language) -> &'static str {
    match (fault, language) {
        (Fault::Newer { .. }, Language::Zh) => "这个结果是更新的版本分享的，请先更新本页。",
        (Fault::Newer { .. }, Language::En) => "This result was shared by a newer version. Please update the page.",
        (_, Language::Zh) => "这个结果读不出来：链接不完整、抄错或损坏了。请重新扫码或复制。",
        (_, Language::En) => {
            "This result cannot be read: the link was cut off, mistyped or damaged. Please scan or copy it again."
        }
    }
}
