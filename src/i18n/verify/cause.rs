//! What differs in an entry, in words.

use crate::domain::chain::Head;
use crate::domain::verify::Cause;
use crate::i18n::{Language, receipt};

pub(super) fn chinese(cause: &Cause) -> String {
    match cause {
        Cause::Result { field, stated, recomputed, rulebook } => {
            format!("{}（{field}）写着 {stated}，按 {rulebook} 重算是 {recomputed}。", field_zh(field))
        }
        Cause::Refused { rulebook } => format!("它的规则 {rulebook} 不认这样的活动。"),
        Cause::Cost { stated, offered: Some(offered) } => {
            format!("花的积分（cost）写着 {stated}，那天的价是 {offered}。")
        }
        Cause::Cost { stated, offered: None } => {
            format!("花的积分（cost）写着 {stated}，可是它的规则那天没有这样的奖励。")
        }
        Cause::NotThere { of } => format!("它说的那一笔（{of}）不在它前面，或者不能撤销、使用。"),
        Cause::EndedBefore { of } => format!("它说的那一笔（{of}）在它前面已经撤销或用掉了。"),
        Cause::Receipt(refusal) => format!("凭据（receipt）：{}", receipt::refusal(refusal, None, Language::Zh)),
        Cause::DatedLater { date, recorded } => {
            format!("写的是 {date} 的事，却在 {recorded} 就记下了，那时还没有发生。")
        }
        Cause::ToCome { recorded, today } => {
            format!("写着记在 {recorded}，可是今天才 {today}。")
        }
        Cause::Unpublished { rulebook, published, recorded } => {
            format!("记在 {recorded}，可是它的规则 {rulebook} 到 {published} 才发布。")
        }
        Cause::Again { first: Some(first) } => format!("和第 {first} 行一字不差，重复了一遍。"),
        Cause::Again { first: None } => "前面已经有一字不差的一笔，重复了一遍。".to_owned(),
        Cause::Cell { column, stated, expected } => {
            format!("{}写着{}，按这一行的原始数据应{}。", column_zh(column), cell_zh(stated), should_zh(expected))
        }
        Cause::Column { column } => format!("「{column}」这一栏不是本页写的，没有东西可以核对。"),
        Cause::Digest { stated: Some(_), .. } => {
            "摘要对不上。这一笔在导出之后改过，或者它前面有记录被拿掉、加进、换了位置。".to_owned()
        }
        Cause::Digest { stated: None, .. } => "没有写摘要。这一笔是导出之后加进来的，或者摘要被删掉了。".to_owned(),
        Cause::Head { stated, found } => {
            format!("写着{}，实有{}。末尾对不上：有记录被拿掉、加进，或者改过。", head_zh(*stated), head_zh(*found))
        }
        Cause::Kept { kept, found } => {
            format!("以前留下的是{}，现在是{}。留下之后，前面的记录变过或丢了。", head_zh(Some(*kept)), head_zh(*found))
        }
    }
}

pub(super) fn english(cause: &Cause) -> String {
    match cause {
        Cause::Result { field, stated, recomputed, rulebook } => {
            format!("{field} is stated as {stated}, and recomputed by {rulebook} it is {recomputed}.")
        }
        Cause::Refused { rulebook } => format!("its rules, {rulebook}, refuse such an activity."),
        Cause::Cost { stated, offered: Some(offered) } => {
            format!("cost is stated as {stated}, and the price on that day was {offered}.")
        }
        Cause::Cost { stated, offered: None } => {
            format!("cost is stated as {stated}, but its rules had no such reward on that day.")
        }
        Cause::NotThere { of } => format!("what it is about ({of}) is not before it, or cannot be reversed or used."),
        Cause::EndedBefore { of } => format!("what it is about ({of}) was reversed or used before."),
        Cause::Receipt(refusal) => format!("receipt: {}", receipt::refusal(refusal, None, Language::En)),
        Cause::DatedLater { date, recorded } => {
            format!("it is of {date}, but was recorded on {recorded}, before that day.")
        }
        Cause::ToCome { recorded, today } => {
            format!("it was recorded on {recorded}, which is still to come: today is {today}.")
        }
        Cause::Unpublished { rulebook, published, recorded } => {
            format!("it was recorded on {recorded}, before its rules, {rulebook}, were published on {published}.")
        }
        Cause::Again { first: Some(first) } => format!("it repeats line {first} word for word."),
        Cause::Again { first: None } => "it repeats an entry before it word for word.".to_owned(),
        Cause::Cell { column, stated, expected } => {
            format!(
                "{} says {}, and by the record of its row it should {}.",
                column_en(column),
                cell_en(stated),
                should_en(expected)
            )
        }
        Cause::Column { column } => format!("the column “{column}” is none that the page writes, so nothing can be said of it."),
        Cause::Digest { stated: Some(_), .. } => {
            "the digest is another. The entry was changed after the export, or something before it was taken out, put in or \
             moved."
                .to_owned()
        }
        Cause::Digest { stated: None, .. } => {
            "no digest is stated. The entry was put in after the export, or its digest taken out.".to_owned()
        }
        Cause::Head { stated, found } => format!(
            "it is stated as {}, and there are {}. Entries were taken out there, added or changed.",
            head_en(*stated),
            head_en(*found)
        ),
        Cause::Kept { kept, found } => format!(
            "kept were {}, and now there are {}. Entries were changed or lost since.",
            head_en(Some(*kept)),
            head_en(*found)
        ),
    }
}

/// What a member of a result is called.
pub(in crate::i18n) fn field_zh(field: &str) -> &'static str {
    match field {
        "carbon_mg" => "二氧化碳毫克数",
        "voc_mg" => "VOC 毫克数",
        "nox_mg" => "NOx 毫克数",
        "upe" => "微污染当量",
        "points" => "积分",
        _ => "结论",
    }
}

fn column_zh(column: &str) -> String {
    if column.is_empty() { "没有标题的一栏".to_owned() } else { format!("「{column}」一栏") }
}

fn column_en(column: &str) -> String {
    if column.is_empty() { "a column without a heading".to_owned() } else { format!("column “{column}”") }
}

fn cell_zh(text: &str) -> String {
    if text.is_empty() { "（空）".to_owned() } else { format!(" {text}") }
}

fn cell_en(text: &str) -> &str {
    if text.is_empty() { "nothing" } else { text }
}

fn should_zh(text: &str) -> String {
    if text.is_empty() { "是空的".to_owned() } else { format!("为 {text}") }
}

fn should_en(text: &str) -> String {
    if text.is_empty() { "be empty".to_owned() } else { format!("say {text}") }
}

fn head_zh(head: Option<Head>) -> String {
    head.map_or_else(|| "没有".to_owned(), |head| format!(" {} 笔", head.entries))
}

fn head_en(head: Option<Head>) -> String {
    match head {
        None => "none".to_owned(),
        Some(Head { entries: 1, .. }) => "1 entry".to_owned(),
        Some(head) => format!("{} entries", head.entries),
    }
}
