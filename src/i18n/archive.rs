//! What is wrong with a file that was to be imported, in words.

use super::{Language, number, reason, word};
use crate::domain::activity::Evidence;
use crate::domain::archive::{Expected, Fault, FaultKind, MOST_BYTES, Mixed, Unchecked, Verified, Why};
use crate::domain::rulebook::Rulebook;

/// Where something is wrong, what is, and what would be right, in one sentence.
pub fn sentence(fault: &Fault, rulebook: &Rulebook, language: Language) -> String {
    let what = match language {
        Language::Zh => chinese(&fault.kind, rulebook),
        Language::En => english(&fault.kind, rulebook),
    };
    let place = place(fault, language);
    if place.is_empty() { what } else { format!("{place}{}{what}", language.pick("：", ": ")) }
}

/// 第 7 行第 3 个字符（第 4 笔） / Line 7, character 3 (entry 4)
fn place(fault: &Fault, language: Language) -> String {
    let line = match (fault.line, fault.column, language) {
        (Some(line), Some(column), Language::Zh) => format!("第 {line} 行第 {column} 个字符"),
        (Some(line), Some(column), Language::En) => format!("Line {line}, character {column}"),
        (Some(line), None, Language::Zh) => format!("第 {line} 行"),
        (Some(line), None, Language::En) => format!("Line {line}"),
        (None, ..) => String::new(),
    };
    match (fault.entry, line.is_empty(), language) {
        (None, ..) => line,
        (Some(entry), false, Language::Zh) => format!("{line}（第 {entry} 笔）"),
        (Some(entry), false, Language::En) => format!("{line} (entry {entry})"),
        (Some(entry), true, Language::Zh) => format!("第 {entry} 笔"),
        (Some(entry), true, Language::En) => format!("Entry {entry}"),
    }
}

fn chinese(kind: &FaultKind, rulebook: &Rulebook) -> String {
    match kind {
        FaultKind::Empty => "里面什么都没有。".to_owned(),
        FaultKind::Workbook => {
            "这是 Excel 工作簿，不是文本表格。请在表格软件里另存为「CSV UTF-8」，再导入。".to_owned()
        }
        FaultKind::TooLong => format!("太大了，最多能读 {} MB。", MOST_BYTES >> 20),
        FaultKind::NotJson { truncated: true } => "到这里就断了，文件不完整。请重新导出或重新复制一次。".to_owned(),
        FaultKind::NotJson { truncated: false } => "这里读不下去，文件损坏或被改动过。".to_owned(),
        FaultKind::NotOurs => "不是碳惠账本导出的文件。".to_owned(),
        FaultKind::Version { given, latest } => {
            format!("版本是「{given}」，这里最多能读版本 {latest}。请先更新本页，再导入。")
        }
        FaultKind::Missing { name } => format!("少了「{name}」。"),
        FaultKind::Wrong { name, given, expected } if name.is_empty() => {
            format!("「{given}」不是一笔记录，应为{}。", expected_zh(*expected))
        }
        FaultKind::Wrong { name, given, expected } => {
            format!("「{name}」写的是「{given}」，应为{}。", expected_zh(*expected))
        }
        FaultKind::Unknown { name } => format!("不认识「{name}」。"),
        FaultKind::Twice { name } => format!("「{name}」写了两次。"),
        FaultKind::Activity(reasons) => {
            reasons.iter().map(|found| reason::full_sentence(found, Some(rulebook), Language::Zh)).collect()
        }
        FaultKind::SameId { id, other } => match other {
            Some(line) => format!("编号「{id}」和第 {line} 行的一样，内容却不同。"),
            None => format!("编号「{id}」出现了两次，内容却不同。"),
        },
        FaultKind::NoRecords => {
            "没有「原始数据（JSON）」这一列。请用本页导出的文件；如果用表格软件另存过，请选「CSV UTF-8」。".to_owned()
        }
        FaultKind::NoRecord => "这一行没有原始数据。".to_owned(),
        FaultKind::OpenQuote => "这里的引号一直没有结束。".to_owned(),
        FaultKind::AfterQuote => "引号后面多了东西，应为分隔符或换行。".to_owned(),
    }
}

fn expected_zh(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "一个 JSON 对象",
        Expected::List => "一个列表",
        Expected::Text => "文字",
        Expected::Name => "名字：1 到 20 个看得见的字，没有多余的空格和看不见的字符",
        Expected::Id => "编号：1 到 64 个字符，没有空格和斜线",
        Expected::Whole => "整数",
        Expected::Amount => "不小于 0 的整数，也不能大得离谱",
        Expected::Cost => "大于 0 的整数，也不能大得离谱",
        Expected::Day => "2026-11-21 这样的日期",
        Expected::Verdict => "credited 或 recorded",
        Expected::People => "各不相同的编号的列表",
        Expected::Digest => "摘要：64 个小写的十六进制数字",
        Expected::Head => "末尾的笔数和摘要",
    }
}

fn english(kind: &FaultKind, rulebook: &Rulebook) -> String {
    match kind {
        FaultKind::Empty => "There is nothing in it.".to_owned(),
        FaultKind::Workbook => {
            "This is an Excel workbook. Please save it as “CSV UTF-8” in your spreadsheet and import that.".to_owned()
        }
        FaultKind::TooLong => format!("It is too large; at most {} MB can be read.", MOST_BYTES >> 20),
        FaultKind::NotJson { truncated: true } => {
            "The file breaks off here. Please export or copy it once more.".to_owned()
        }
        FaultKind::NotJson { truncated: false } => {
            "It cannot be read from here on: the file is damaged or was changed.".to_owned()
        }
        FaultKind::NotOurs => "This is not a file exported by Carbon Points.".to_owned(),
        FaultKind::Version { given, latest } => format!(
            "This is version “{given}”, and this page reads versions up to {latest}. Please update the page and try again."
        ),
        FaultKind::Missing { name } => format!("“{name}” is missing."),
        FaultKind::Wrong { name, given, expected } if name.is_empty() => {
            format!("“{given}” is not a record; it should be {}.", expected_en(*expected))
        }
        FaultKind::Wrong { name, given, expected } => {
            format!("“{name}” is “{given}”; it should be {}.", expected_en(*expected))
        }
        FaultKind::Unknown { name } => format!("“{name}” is not known."),
        FaultKind::Twice { name } => format!("“{name}” stands there twice."),
        FaultKind::Activity(reasons) => reasons
            .iter()
            .map(|found| reason::full_sentence(found, Some(rulebook), Language::En))
            .collect::<Vec<_>>()
            .join(" "),
        FaultKind::SameId { id, other } => match other {
            Some(line) => format!("It has the id “{id}” of line {line}, but says something else."),
            None => format!("The id “{id}” stands there twice and says different things."),
        },
        FaultKind::NoRecords => "There is no column “Record (JSON)”. Please use a file exported by this page; if a \
             spreadsheet saved it again, choose “CSV UTF-8”."
            .to_owned(),
        FaultKind::NoRecord => "This row has no record.".to_owned(),
        FaultKind::OpenQuote => "The quotation mark here is never closed.".to_owned(),
        FaultKind::AfterQuote => {
            "Something follows the closing quotation mark where a separator or a new line should.".to_owned()
        }
    }
}

fn expected_en(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "a JSON object",
        Expected::List => "a list",
        Expected::Text => "a text",
        Expected::Name => "a name: 1 to 20 visible characters without needless blanks and invisible characters",
        Expected::Id => "an id: 1 to 64 characters without spaces and slashes",
        Expected::Whole => "a whole number",
        Expected::Amount => "a whole number, not below 0 and not beyond all reason",
        Expected::Cost => "a whole number, above 0 and not beyond all reason",
        Expected::Day => "a day written like 2026-11-21",
        Expected::Verdict => "credited or recorded",
        Expected::People => "a list of different ids",
        Expected::Digest => "a digest: 64 small hexadecimal digits",
        Expected::Head => "the number of entries and the digest of the last",
    }
}

/// Why an entry of a file is not taken over.
pub fn left_out(why: Why, language: Language) -> &'static str {
    let (zh, en) = match why {
        Why::OtherContent => (
            "本机有同一笔，内容不同。保留本机的。",
            "This device has the same entry with other contents, and keeps its own.",
        ),
        Why::DoneHere => ("本机已经撤销或用掉，不用再记一次。", "Done on this device already."),
        Why::EndedOtherwise => (
            "这张券在两边的结局不同（一边用了，一边取消了）。保留本机的。",
            "The voucher was used on one device and cancelled on the other. This device keeps its own.",
        ),
        Why::CorrectedHere => (
            "同一笔在两边都改正过。保留本机的改正。",
            "The same entry was corrected on both devices. This device keeps its own correction.",
        ),
        Why::NotThere => {
            ("它说的那一笔，本机和文件里都没有。", "What it is about is neither on this device nor in the file.")
        }
        Why::Different(_) => {
            ("写的数和按它自己的规则算出来的不一样。", "Its numbers are not what its own rules come to.")
        }
        Why::NotOffered(Some(_)) => {
            ("花的积分和当时的价不一样。", "It cost something else than the reward did on that day.")
        }
        Why::NotOffered(None) => (
            "它自己的规则那天没有这样的奖励。",
            "Its own rules had no such reward on that day, or with another last day.",
        ),
        Why::Future => ("日子在今天之后。", "Its day is after today."),
        Why::RecordedLater => (
            "记下它的时间在将来。请检查两台设备的日期。",
            "It was recorded in the future. Please check the clocks of both devices.",
        ),
        Why::ReceiptUsed => {
            ("它的凭据已经记过一笔，同一张只算一次。", "Its receipt was taken for another entry; each counts once.")
        }
        Why::ReceiptRefused => (
            "它的凭据不成立：签名、日子或内容不对。",
            "Its receipt does not certify it: the signature, the days or the facts are not right.",
        ),
        Why::FollowsLeftOut => ("它跟着上面没有导入的一笔。", "It follows an entry above that is not taken over."),
    };
    language.pick(zh, en)
}

/// That the first person of the file and of the device become one.
pub fn mixed(mixed: &Mixed, language: Language) -> String {
    let named = |name: &Option<String>, zh: &str, en: &str| match name {
        Some(name) => format!("{}{name}{}", language.pick("「", "“"), language.pick("」", "”")),
        None => language.pick(zh, en).to_owned(),
    };
    let file = named(&mixed.file, "「我」", "“Me”");
    let here = named(&mixed.here, "「我」", "“Me”");
    match language {
        Language::Zh => {
            format!("请留意：文件里{file}的记录会并进本机{here}的账户，以后分不开。如果这是别人的文件，请不要导入。")
        }
        Language::En => format!(
            "Please note: the records of {file} in the file go into the account of {here} on this device and cannot be \
             told apart later. If the file is somebody else’s, do not import it."
        ),
    }
}

/// How many new entries cannot be checked, and the points they say.
pub fn unchecked(unchecked: Unchecked, language: Language) -> String {
    let count = number::points(i64::try_from(unchecked.entries).unwrap_or(i64::MAX));
    let points = number::points(unchecked.points);
    match language {
        Language::Zh => {
            format!("有 {count} 笔的规则本机没有，无法核对。会按文件里写的导入，共 {points} 积分。")
        }
        Language::En => format!(
            "Entries that cannot be checked, because their rules are not on this device: {count}. They are taken over as \
             the file has them, {points} points in all."
        ),
    }
}

/// How many new entries the file says were verified, how many of them without a receipt, and what that means for the
/// points.
pub fn verified(verified: Verified, language: Language) -> String {
    let number = |count: usize| number::points(i64::try_from(count).unwrap_or(i64::MAX));
    let (count, without, kept) =
        (number(verified.entries), number(verified.without), number(verified.entries.saturating_sub(verified.without)));
    let points = number::points(verified.points);
    let marked = word::evidence(Evidence::Verified, language);
    let unproven = word::unproven(language);
    let all = verified.without == verified.entries;
    match language {
        Language::Zh => {
            let kept =
                if all { String::new() } else { format!("，另外 {kept} 笔的凭据在这里核对不了签名") };
            format!(
                "有 {count} 笔在文件里标着「{marked}」，共 {points} 积分；其中「{unproven}」{without} 笔{kept}，所以没有什么能证明。\
                 {marked}的不受自报的上限限制。不是自己导出的文件，请先问清楚。"
            )
        }
        Language::En => {
            let kept = if all {
                String::new()
            } else {
                format!(", and the signatures of the receipts of {kept} cannot be checked here")
            };
            format!(
                "Entries that the file marks as “{marked}”: {count}, {points} points in all. “{unproven}” are {without} of \
                 them{kept}, so nothing shows it; the caps for self-declared entries do not hold them. If you did not \
                 export the file yourself, ask first."
            )
        }
    }
}

/// That several people have the same name.
pub fn namesakes(names: &[String], language: Language) -> String {
    let names = names.join(language.pick("、", ", "));
    match language {
        Language::Zh => format!("导入后会有重名的人：{names}。可以到「家里的人」里改名。"),
        Language::En => format!("After the import several people have the same name: {names}. You can rename them."),
    }
}
