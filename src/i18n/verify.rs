//! What came of verifying a ledger, in words: each difference one sentence that says where, what is stated and what it
//! comes to.

mod cause;

pub(super) use cause::field_zh;
use cause::{chinese, english};

use super::{Language, number};
use crate::domain::chain::{Break, Digest, Head, Seal};
use crate::domain::verify::{Cause, Difference, Report, Unchecked, Unproven};

/// What differs, and where: a sentence for everybody, and the digests for whoever wants to hold them against others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// The sentence.
    pub sentence: String,
    /// Digests, each with what it is.
    pub digests: Vec<(&'static str, Digest)>,
}

/// What differs, and where.
pub fn told(difference: &Difference, language: Language) -> Told {
    let place = place(difference, language);
    let what = match language {
        Language::Zh => chinese(&difference.cause),
        Language::En => english(&difference.cause),
    };
    let (stated, found) = match &difference.cause {
        Cause::Digest { stated, found } => (*stated, Some(*found)),
        Cause::Head { stated, found } => (stated.map(|head| head.digest), found.map(|head| head.digest)),
        Cause::Kept { kept, found } => (Some(kept.digest), found.map(|head| head.digest)),
        _ => (None, None),
    };
    let was = match difference.cause {
        Cause::Kept { .. } => language.pick("留下的", "kept"),
        _ => language.pick("写着", "stated"),
    };
    let digests = [(was, stated), (language.pick("重算是", "recomputed"), found)];
    let digests = digests.into_iter().filter_map(|(name, digest)| Some((name, digest?))).collect();
    Told { sentence: format!("{place}{}{what}", language.pick("：", ": ")), digests }
}

/// What differs, and where, with the digests whole: for the command line.
pub fn difference(difference: &Difference, language: Language) -> String {
    let Told { sentence, digests } = told(difference, language);
    let digests: Vec<String> = digests.iter().map(|(name, digest)| format!("{name} {digest}")).collect();
    match (digests.is_empty(), language) {
        (true, _) => sentence,
        (false, Language::Zh) => format!("{sentence}摘要{}。", digests.join("，")),
        (false, Language::En) => format!("{sentence} Digest {}.", digests.join(", ")),
    }
}

/// What came of it in one sentence, which says everything that is not as it should be. `unreadable` are records that
/// could not even be read.
pub fn verdict(report: &Report, unreadable: usize, language: Language) -> String {
    let count = |count: usize| number::points(i64::try_from(count).unwrap_or(i64::MAX));
    let [equal, differ, unchecked, unproven] =
        [report.equal, report.differences.len(), report.unchecked.len(), report.unproven.len()].map(count);
    let mut open = Vec::new();
    if !report.unchecked.is_empty() {
        open.push(match language {
            Language::Zh => format!("{unchecked} 笔没法重算"),
            Language::En => format!("not checked: {unchecked}"),
        });
    }
    if !report.unproven.is_empty() {
        open.push(match language {
            Language::Zh => format!("{unproven} 笔写着已核实，却没有能核对的凭据"),
            Language::En => format!("verified without proof: {unproven}"),
        });
    }
    if unreadable > 0 {
        let unreadable = count(unreadable);
        open.push(match language {
            Language::Zh => format!("{unreadable} 条旧记录读不出来"),
            Language::En => format!("unreadable: {unreadable}"),
        });
    }
    let open = open.join(language.pick("；", "; "));
    match (report.differences.is_empty(), open.is_empty(), language) {
        (true, true, Language::Zh) => format!("全部一致：{equal} 笔都重算过，和记的一样。"),
        (true, true, Language::En) => {
            format!("All equal: {equal} records were worked out again, and each comes to what it says.")
        }
        (true, false, Language::Zh) => format!("没有全部核验：{equal} 笔重算一致；{open}。"),
        (true, false, Language::En) => format!("Not all is verified: equal: {equal}; {open}."),
        (false, true, Language::Zh) => format!("有 {differ} 处不同，第一处在这里："),
        (false, true, Language::En) => format!("Differences: {differ}. This is the first:"),
        (false, false, Language::Zh) => format!("有 {differ} 处不同；另外{open}。第一处不同在这里："),
        (false, false, Language::En) => format!("Differences: {differ}; {open}. This is the first difference:"),
    }
}

/// That an entry could not be worked out again.
pub fn unchecked(unchecked: &Unchecked, language: Language) -> String {
    let Unchecked { place, id, line, rulebook } = unchecked;
    let place = entry(*place, id, *line, language);
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
    let place = entry(unproven.place, &unproven.id, unproven.line, language);
    match (unproven.receipt, language) {
        (false, Language::Zh) => format!("{place}：写着核实，但没有附凭据，无从核验。"),
        (false, Language::En) => format!("{place}: it says it was verified and keeps no receipt; nothing shows it."),
        (true, Language::Zh) => format!("{place}：附有凭据，这里不能核对签名。"),
        (true, Language::En) => format!("{place}: it keeps a receipt, whose signature cannot be checked here."),
    }
}

/// How many entries say that they are verified although nothing here shows it, which is the first, and what would show it;
/// for the command line. `None` if there are none.
pub fn advice(unproven: &[Unproven], language: Language) -> Option<String> {
    let first = unproven.first()?;
    let (count, kept) = (unproven.len(), unproven.iter().filter(|one| one.receipt).count());
    let first = entry(first.place, &first.id, first.line, language);
    Some(match (kept, language) {
        (0, Language::Zh) => {
            format!("有 {count} 笔写着已核实，却没有证明，第一笔是{first}。它们都没有附凭据，给什么规则都核对不了。")
        }
        (_, Language::Zh) => format!(
            "有 {count} 笔写着已核实，却没有证明，第一笔是{first}。其中 {kept} 笔附有凭据：用 --district FILE 给出签发方所在区的\
             规则（上面写着名字），就能核对。"
        ),
        (0, Language::En) => format!(
            "Verified without proof: {count}, first {first}. None of them keeps a receipt, so no rules could show it."
        ),
        (_, Language::En) => format!(
            "Verified without proof: {count}, first {first}. Of these {kept} keep a receipt, which can be checked with the \
             rules of the issuer’s district: give them with --district FILE."
        ),
    })
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

/// Where a difference is.
fn place(difference: &Difference, language: Language) -> String {
    match (difference.place, &difference.id, difference.line) {
        (Some(place), Some(id), line) => entry(place, id, line, language),
        (_, _, Some(line)) => match language {
            Language::Zh => format!("第 {line} 行"),
            Language::En => format!("Line {line}"),
        },
        _ => language.pick("末尾", "The end").to_owned(),
    }
}

/// 第 7 行第 4 笔（A1） / Line 7, entry 4 (A1)
fn entry(place: usize, id: &str, line: Option<usize>, language: Language) -> String {
    match (line, language) {
        (Some(line), Language::Zh) => format!("第 {line} 行第 {place} 笔（{id}）"),
        (None, Language::Zh) => format!("第 {place} 笔（{id}）"),
        (Some(line), Language::En) => format!("Line {line}, entry {place} ({id})"),
        (None, Language::En) => format!("Entry {place} ({id})"),
    }
}
