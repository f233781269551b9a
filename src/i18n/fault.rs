//! What is wrong with a rulebook file, in words. The command line prints both languages.

mod district;

use super::Language;
use crate::domain::rulebook::{Bound, Fault, FaultKind, JsonType, Section};
use crate::domain::unit::Unit;

/// A sentence that says what is wrong and what would be right; where it is wrong is in [`Fault::path`].
pub fn sentence(fault: &Fault, language: Language) -> String {
    match language {
        Language::En => fault.kind.to_string(),
        Language::Zh => chinese(&fault.kind),
    }
}

fn chinese(kind: &FaultKind) -> String {
    match kind {
        FaultKind::NotJson { line, column, truncated: true } => {
            format!("文件不完整，到第 {line} 行第 {column} 列就断了")
        }
        FaultKind::NotJson { line, column, truncated: false } => format!("第 {line} 行第 {column} 列不是 JSON"),
        FaultKind::UnsupportedSchema { given } => format!("不认识的格式版本 {given}，应为 1"),
        FaultKind::WrongType { expected } => format!("类型不对，应为{}", type_name(*expected)),
        FaultKind::UnknownKey { known } => format!("没有这一项；这里可以有：{}", known.join("、")),
        FaultKind::DuplicateKey => "写了两次".to_owned(),
        FaultKind::Missing => "缺少".to_owned(),
        FaultKind::Empty => "是空的".to_owned(),
        FaultKind::UnknownWord { given, known } => {
            format!("不认识「{given}」，应为其中之一：{}", known.join("、"))
        }
        FaultKind::UnknownUnit { given } => format!("不认识单位「{given}」"),
        FaultKind::BadDecimal { given } => {
            format!("「{given}」不是普通的十进制数；请写成文本，如 \"0.5554\"，最多 9 位小数")
        }
        FaultKind::BadDate { given } => format!("「{given}」不是日期，请写成 2026-11-21 这样"),
        FaultKind::BadId { given } => {
            format!("「{given}」不能作标识；只能用小写字母、数字、点、下划线和连字符")
        }
        FaultKind::BadLink { given } => format!("「{given}」不是 http 或 https 网址"),
        FaultKind::DuplicateId { id } => format!("「{id}」出现了两次"),
        FaultKind::UnknownReference { section, id, meant } => {
            let meant = meant.as_ref().map(|meant| format!("；是不是「{meant}」？")).unwrap_or_default();
            format!("{}里没有「{id}」{meant}", section_name(*section))
        }
        FaultKind::Unused { section } => format!("{}里的这一条没有用到", section_name(*section)),
        FaultKind::DatesNotAscending { previous, given } => {
            format!("{given} 不晚于前一个值的 {previous}")
        }
        FaultKind::StartsTooLate { given, needed } => {
            format!("从 {given} 才有值，但 {needed} 起就要用，中间会空缺")
        }
        FaultKind::TenfoldStep { previous, given } => {
            format!("{given} 与前一个值 {previous} 相差十倍或更多；请用备注说明原因，或者改正")
        }
        FaultKind::NoteMissing { grade } => {
            format!("可靠程度为「{}」的值要用备注写明算式或理由", grade.as_str())
        }
        FaultKind::OutOfRange { given, bound } => {
            format!("{given} 超出范围，应为{}", range(*bound))
        }
        FaultKind::NotAscending { lower, upper, on } => {
            format!("{on} 这一天，{lower} 没有小于 {upper}")
        }
        FaultKind::ReviewOverdue { given, published } => {
            format!("复核日期 {given} 不晚于发布日期 {published}")
        }
        FaultKind::BeforeScheme { given, scheme_from } => {
            format!("{given} 早于制度开始的 {scheme_from}")
        }
        FaultKind::MethodMissing { id } => format!("缺少方法「{id}」，计算要用"),
        FaultKind::ParameterMissing { id, unit } => {
            format!("缺少参数「{id}」（{}），计算要用", unit.symbol())
        }
        FaultKind::WrongUnit { given, needed } => {
            let needed: Vec<&str> = needed.iter().copied().map(Unit::symbol).collect();
            format!("单位是 {}，应为 {}", given.symbol(), needed.join(" 或 "))
        }
        FaultKind::NoEffect => "这一条永远不会得到减排或积分".to_owned(),
        FaultKind::District(fault) => district::chinese(fault),
    }
}

fn section_name(section: Section) -> &'static str {
    match section {
        Section::Methods => "方法（methods）",
        Section::Sources => "出处（sources）",
        Section::Parameters => "参数（parameters）",
        Section::Actions => "日常行动（actions）",
        Section::Products => "购买类别（products）",
        Section::Displaced => "被替代的产品（displaced）",
        Section::Policy => "政策参数（policy）",
        Section::Scenes => "场景（scenes）",
        Section::Merchants => "商家（merchants）",
        Section::Rewards => "奖励（rewards）",
        Section::Issuers => "签发方（issuers）",
    }
}

fn type_name(expected: JsonType) -> &'static str {
    match expected {
        JsonType::Object => "对象",
        JsonType::List => "列表",
        JsonType::Text => "文本",
        JsonType::Boolean => "true 或 false",
    }
}

fn range(bound: Bound) -> String {
    let whole = if bound.whole { "整数，" } else { "" };
    match (bound.most, bound.from_included) {
        (Some(most), true) => format!("{whole}{} 到 {most}", bound.least),
        (Some(most), false) => format!("{whole}大于 {}，不超过 {most}", bound.least),
        (None, true) => format!("{whole}不小于 {}", bound.least),
        (None, false) => format!("{whole}大于 {}", bound.least),
    }
}
