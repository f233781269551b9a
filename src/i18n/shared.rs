//! What came of working out again a result that somebody shared, in words.

use super::Language;
use super::verify::field_zh;
use crate::domain::handover::Fault;
use crate::domain::shared::{Checked, Shared};

/// Whether it comes to what it says; and what that does not show.
pub fn checked(shared: &Shared, checked: &Checked, language: Language) -> String {
    let rulebook = &shared.rulebook;
    match (checked, language) {
        (Checked::Equal, Language::Zh) => {
            format!("一致：按 {rulebook} 重算，结果和写的一样。这只说明算得对，不说明这件事是真的。")
        }
        (Checked::Equal, Language::En) => format!(
            "Equal: worked out again by {rulebook}, it comes to exactly what it says. That shows the arithmetic is right, not \
             that it happened."
        ),
        (Checked::Differs { field, stated, recomputed }, Language::Zh) => {
            let name = field_zh(field);
            format!("不一致：{name}（{field}）写着 {stated}，按 {rulebook} 重算是 {recomputed}。")
        }
        (Checked::Differs { field, stated, recomputed }, Language::En) => {
            format!("Different: {field} is stated as {stated}, and recomputed by {rulebook} it is {recomputed}.")
        }
        (Checked::UnknownRules, Language::Zh) => {
            format!("这里没有它的规则 {rulebook}，没法重算；不是说它有错。请更新本页，或者先选它的区。")
        }
        (Checked::UnknownRules, Language::En) => format!(
            "Its rules, {rulebook}, are not at hand, so it cannot be worked out here; that does not make it wrong. Please \
             update the page, or choose its district."
        ),
        (Checked::Refused, Language::Zh) => format!("不一致：它的规则 {rulebook} 不认这样的活动。"),
        (Checked::Refused, Language::En) => format!("Different: its rules, {rulebook}, refuse such an activity."),
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
