//! What came of verifying a ledger, in words: each difference one sentence that says where, what is stated and what it
//! comes to.

use super::{Language, receipt};
use crate::domain::chain::{Break, Head, Seal};
use crate::domain::verify::{Cause, Difference, Unchecked, Unproven};

/// What differs, and where.
pub fn difference(difference: &Difference, language: Language) -> String {
    let place = place(difference.place, difference.id.as_deref(), difference.line, language);
    let what = match language {
        Language::Zh => chinese(&difference.cause),
        Language::En => english(&difference.cause),
    };
    format!("{place}{}{what}", language.pick("：", ": "))
}

/// That an entry could not be worked out again.
pub fn unchecked(unchecked: &Unchecked, language: Language) -> String {
    let Unchecked { place: number, id, line, rulebook } = unchecked;
    let place = place(Some(*number), Some(id), *line, language);
    match language {
        Language::Zh => format!("{place}：这里没有它的规则 {rulebook}，没有核验；不是说它有错。"),
        Language::En => {
            format!(
                "{place}: its rules, {rulebook}, are not at hand, so it was not checked; that does not make it wrong."
            )
        }
    }
}

/// That nothing shows that a verified entry is.
pub fn unproven(unproven: &Unproven, language: Language) -> String {
    let place = place(Some(unproven.place), Some(&unproven.id), unproven.line, language);
    match (unproven.receipt, language) {
        (false, Language::Zh) => format!("{place}：写着核实，但没有附凭据，无从核验。"),
        (false, Language::En) => format!("{place}: it says it was verified and keeps no receipt; nothing shows it."),
        (true, Language::Zh) => format!("{place}：附有凭据，这里不能核对签名。"),
        (true, Language::En) => format!("{place}: it keeps a receipt, whose signature cannot be checked here."),
    }
}

/// What the digests of a file say against it, for whoever is about to take it in; `None` if they say nothing against it.
/// The digests themselves are left out: they are for auditors.
pub fn seal(seal: &Seal, language: Language) -> Option<String> {
    let Seal::Broken(broken) = seal else { return None };
    let entries = |head: &Option<Head>| head.map_or(0, |head| head.entries);
    Some(match (broken, language) {
        (Break::Entry { place, .. }, Language::Zh) => format!(
            "这份文件在导出之后变过，从第 {place} 笔起对不上：这一笔改过，或者它前面有记录被拿掉、加进、换了位置。"
        ),
        (Break::Entry { place, .. }, Language::En) => format!(
            "This file was changed after it was exported. The first difference is at entry {place}: it was changed, or \
             something before it was taken out, put in or moved."
        ),
        (Break::Head { stated, found }, Language::Zh) => {
            format!("这份文件在导出之后变过，末尾对不上：写着 {} 笔，实有 {} 笔。", entries(stated), entries(found))
        }
        (Break::Head { stated, found }, Language::En) => format!(
            "This file was changed after it was exported. The first difference is at its end: it says {} entries and has {}.",
            entries(stated),
            entries(found)
        ),
    })
}

/// 第 7 行第 4 笔（A1） / Line 7, entry 4 (A1)
fn place(place: Option<usize>, id: Option<&str>, line: Option<usize>, language: Language) -> String {
    let (Some(place), Some(id)) = (place, id) else { return language.pick("末尾", "The end").to_owned() };
    match (line, language) {
        (Some(line), Language::Zh) => format!("第 {line} 行第 {place} 笔（{id}）"),
        (None, Language::Zh) => format!("第 {place} 笔（{id}）"),
        (Some(line), Language::En) => format!("Line {line}, entry {place} ({id})"),
        (None, Language::En) => format!("Entry {place} ({id})"),
    }
}

fn chinese(cause: &Cause) -> String {
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
        Cause::Digest { stated: Some(stated), found } => {
            format!("摘要写着 {stated}，重算是 {found}。这一笔在导出之后改过，或者它前面有记录被拿掉、加进、换了位置。")
        }
        Cause::Digest { stated: None, found } => {
            format!("没有写摘要，应为 {found}。这一笔是导出之后加进来的，或者摘要被删掉了。")
        }
        Cause::Head { stated, found } => {
            format!("写着{}，重算是{}。末尾有记录被拿掉或加进。", head_zh(*stated), head_zh(*found))
        }
        Cause::Kept { kept, found } => format!(
            "以前留下的是{}，现在到同一笔是{}。留下之后，前面的记录变过或丢了。",
            head_zh(Some(*kept)),
            head_zh(*found)
        ),
    }
}

fn english(cause: &Cause) -> String {
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
        Cause::Digest { stated: Some(stated), found } => format!(
            "the digest is stated as {stated}, and recomputed it is {found}. The entry was changed after the export, or \
             something before it was taken out, put in or moved."
        ),
        Cause::Digest { stated: None, found } => {
            format!(
                "no digest is stated; it should be {found}. The entry was put in after the export, or its digest taken out."
            )
        }
        Cause::Head { stated, found } => format!(
            "the end is stated as {}, and recomputed it is {}. Entries were taken out there, or added.",
            head_en(*stated),
            head_en(*found)
        ),
        Cause::Kept { kept, found } => format!(
            "kept were {}, and up to there it is {} now. Entries were changed or lost since.",
            head_en(Some(*kept)),
            head_en(*found)
        ),
    }
}

/// What a member of a result is called.
pub(super) fn field_zh(field: &str) -> &'static str {
    match field {
        "carbon_mg" => "二氧化碳毫克数",
        "voc_mg" => "VOC 毫克数",
        "nox_mg" => "NOx 毫克数",
        "upe" => "微污染当量",
        "points" => "积分",
        _ => "结论",
    }
}

fn head_zh(head: Option<Head>) -> String {
    head.map_or_else(|| "空的".to_owned(), |head| format!(" {} 笔、摘要 {}", head.entries, head.digest))
}

fn head_en(head: Option<Head>) -> String {
    head.map_or_else(
        || "nothing".to_owned(),
        |head| format!("{} entries with the digest {}", head.entries, head.digest),
    )
}
