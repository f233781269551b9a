//! An export of the page as the input of `--ledger`: recognised by itself, held against its own rules and folded as the
//! page folds it.

use std::io::{self, Read};
use std::rc::Rc;

use crate::domain::archive::csv::{MARK, RECORD_HEADINGS};
use crate::domain::archive::{Archive, Fault, FaultKind, Here, MOST_BYTES, OVERLAY, Plan, Why, placed};
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Ledger, Policy};
use crate::domain::methodology;
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;
use crate::i18n::archive::sentence;

use super::account::{Book, Line, Read as Taken};
use super::record::{Plain, Record};
use super::rules::{self, Asked, District, Overlay};

/// Bytes after which the input is taken for lines.
const HEAD: usize = 64 * 1024;

/// Names that an object of an export may begin with. No activity has them.
const MEMBERS: [&str; 4] = ["format", "version", "settings", "entries"];

/// Reads as much as is needed to know whether this is an export; gives that back with what was read. A list is one only
/// where a ledger is asked for.
pub fn recognised(input: &mut impl Read, ledger: bool) -> io::Result<(bool, Vec<u8>)> {
    let mut head = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let read = match input.read(&mut chunk) {
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        head.extend_from_slice(chunk.get(..read).unwrap_or_default());
        let text = String::from_utf8_lossy(&head);
        if let Some(known) = kind(&text, ledger, read == 0 || head.len() > HEAD) {
            return Ok((known, head));
        }
    }
}

/// Whether a text that begins so is an export; `None` if that cannot be said yet.
fn kind(head: &str, ledger: bool, ended: bool) -> Option<bool> {
    let head = head.strip_prefix(MARK).unwrap_or(head).trim_start();
    let undecided = ended.then_some(false);
    let Some(first) = head.chars().next() else { return undecided };
    match first {
        '[' => Some(ledger),
        '{' => {
            let Some(quoted) = head.get(1..).map(str::trim_start).filter(|rest| !rest.is_empty()) else {
                return undecided;
            };
            let Some(name) = quoted.strip_prefix('"') else { return Some(false) };
            name.split_once('"').map(|(name, _)| MEMBERS.contains(&name)).or(undecided)
        }
        _ => match head.split_once('\n') {
            Some((line, _)) => Some(is_table(line)),
            None => ended.then(|| is_table(head)),
        },
    }
}

/// Whether a line has the headings of a table with records, or begins a workbook, which the reader of files refuses with
/// a sentence.
fn is_table(line: &str) -> bool {
    line.starts_with("PK\u{3}\u{4}") || RECORD_HEADINGS.iter().any(|heading| line.contains(heading))
}

/// The accounts of an export, kept by the district's rules that are asked for, or else by those that the export names.
///
/// `head` is what [`recognised`] has read of the input. The error says everything that is wrong with it.
pub fn book(head: Vec<u8>, input: impl Read, asked: &Asked, today: Date) -> Result<Book, String> {
    let mut bytes = head;
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    input.take(most + 1).read_to_end(&mut bytes).map_err(|fault| fault.to_string())?;
    let text = std::str::from_utf8(&bytes).map_err(|fault| not_text(&bytes, fault.valid_up_to()))?;
    let base = asked.base.clone();
    let (archive, lines) = placed(text, &base).map_err(|faults| told(text, &faults, &base))?;
    let (unsaid, overlay) = match &asked.district {
        District::Given(overlay) => (false, Some(overlay.clone())),
        District::None => (false, None),
        District::Unsaid => (true, chosen(&archive, &base)?),
    };
    let kept = rules::laid(&base, overlay.as_ref()).map_err(|unusable| unusable.to_string())?;
    // Rules that a flag names are the only ones to be believed besides those that are built in.
    let own = archive.settings.iter().filter(|(name, _)| unsaid && name.starts_with(OVERLAY));
    let texts = own.map(|(_, text)| text.clone()).chain(overlay.map(|overlay| overlay.text)).collect();
    let hand = Hand { kept, base, texts };
    Ok(folded(&archive, &lines, &hand, today))
}

/// The rules of the district that the export was kept by. Rules that call themselves as built-in ones do are those.
fn chosen(archive: &Archive, base: &Rulebook) -> Result<Option<Overlay>, String> {
    let setting = |name: &str| archive.settings.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str());
    let Some(asked) = setting("district").filter(|asked| !asked.is_empty()) else { return Ok(None) };
    let name = |text: &str| base.with_district(text).ok().map(|rules| rules.name());
    let built_in = rules::built_in_overlay(asked);
    if let Some(text) = setting(&format!("{OVERLAY}{asked}"))
        && built_in.as_ref().is_none_or(|built_in| name(&built_in.text) != name(text))
    {
        return Ok(Some(Overlay { file: format!("settings → {OVERLAY}{asked}"), text: text.to_owned() }));
    }
    built_in.map(Some).ok_or_else(|| {
        format!(
            "这份导出选的是「{asked}」，里面没有这个区的规则，程序里也没有；请用 --district 给出规则文件，或者用 \
             --district none 不用区规则\nassess: this export was kept by the rules of “{asked}”, which are neither in it \
             nor built in; give their file with --district, or go without them with --district none"
        )
    })
}

/// The rules at hand.
struct Hand {
    /// Those the accounts are kept by.
    kept: Rc<Rulebook>,
    base: Rc<Rulebook>,
    /// Texts of districts' rules that are not built in.
    texts: Vec<String>,
}

impl Hand {
    /// The rulebook of a name as entries keep it.
    fn rulebook(&self, name: &str) -> Option<Rc<Rulebook>> {
        if let Some(known) = [&self.kept, &self.base].into_iter().find(|known| known.name() == name) {
            return Some(known.clone());
        }
        if let Some(built_in) = Rulebook::built_in(name) {
            return built_in.ok().map(Rc::new);
        }
        let (base, district) = name.split_once('+')?;
        let base = self.rulebook(base)?;
        let id = district.split('@').next()?;
        let built_in = rules::built_in_overlay(id).map(|overlay| overlay.text);
        let mut texts = built_in.iter().chain(&self.texts);
        let laid = texts.find_map(|text| base.with_district(text).ok().filter(|laid| laid.name() == name))?;
        Some(Rc::new(laid))
    }
}

fn folded(archive: &Archive, lines: &[Option<usize>], hand: &Hand, today: Date) -> Book {
    let rulebooks = |name: &str| hand.rulebook(name);
    // When something was recorded is a matter of the device's clock; what counts is the day it is of.
    let here = Here { settings: &[], today, now: i64::MAX, is_setting: &|_, _| true, rulebooks: &rulebooks };
    let plan = Plan::of(archive, &Ledger::default(), &here);
    let mut ledger = Ledger::under(Policy::of(hand.kept.clone()));
    ledger.post_all(plan.new.iter().cloned());
    let mut own = std::collections::BTreeMap::new();
    let answers = archive.entries.iter().zip(lines).map(|(entry, line)| {
        let number = line.and_then(|line| u64::try_from(line).ok()).unwrap_or_default();
        let why = plan.left_out.iter().find(|left| left.entry.id == entry.id).map(|left| left.why);
        let redeemed = || entry.redemption().map(|redemption| redemption.rulebook.as_str());
        let name = entry.posted().map(|posted| posted.rulebook.as_str()).or_else(redeemed).unwrap_or_default();
        let rulebook = own.entry(name.to_owned()).or_insert_with(|| hand.rulebook(name)).clone();
        Line {
            number,
            id: Some(entry.id.clone()),
            entry: entry.id.clone(),
            people: entry.posted().map(|posted| posted.people.clone()).unwrap_or_default(),
            read: read(number, entry, why, rulebook.as_deref(), &ledger),
            rulebook: rulebook.unwrap_or_else(|| hand.kept.clone()),
        }
    });
    let answers = answers.collect();
    Book::told(answers, ledger)
}

/// A record that is no activity. A redemption names rules, too.
fn record(number: u64, entry: &Entry, why: Option<Why>, rulebook: Option<&Rulebook>) -> Taken {
    let unchecked = entry.redemption().is_some() && rulebook.is_none();
    Taken::Record(Box::new(Record::of(number, entry, why, unchecked)))
}

/// What an entry comes to by itself.
fn read(number: u64, entry: &Entry, why: Option<Why>, rulebook: Option<&Rulebook>, ledger: &Ledger) -> Taken {
    let Some(posted) = entry.posted() else { return record(number, entry, why, rulebook) };
    if let Some(why) = why {
        return Taken::Plain(Box::new(Plain::refused(number, &entry.id, posted, why)));
    }
    if let Some(by) = ledger.reversal_of(&entry.id) {
        return Taken::Plain(Box::new(Plain::reversed(number, &entry.id, posted, &by.id)));
    }
    let again = rulebook.and_then(|rulebook| methodology::assess(&posted.activity, rulebook).ok());
    match again {
        Some(assessment) => Taken::Assessed(Box::new((posted.activity.clone(), assessment))),
        None => Taken::Plain(Box::new(Plain::unchecked(number, &entry.id, posted))),
    }
}

/// That the input is an export, for whoever did not ask for a ledger.
pub const ASK_FOR_LEDGER: &str = "这是碳惠账本导出的文件，不是一行一个活动；请加上 --ledger\nassess: this is an \
    export of Carbon Points and not one activity a line; add --ledger";

fn not_text(bytes: &[u8], valid: usize) -> String {
    let line = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
    format!(
        "第 {line} 行：这里不是 UTF-8 文字，文件损坏或被改动过。\nassess: Line {line}: this is not UTF-8 text; the \
             file is damaged or was changed."
    )
}

/// Every fault of a file in both languages, each with its line.
fn told(text: &str, faults: &[Fault], rulebook: &Rulebook) -> String {
    let told = faults.iter().flat_map(|fault| {
        let placed = Fault { line: fault.line.or_else(|| line_of(text, &fault.kind)), ..fault.clone() };
        [Language::Zh, Language::En].map(|language| sentence(&placed, rulebook, language))
    });
    told.collect::<Vec<_>>().join("\nassess: ")
}

/// The line of a fault of the file as a whole: where what it names stands first.
fn line_of(text: &str, kind: &FaultKind) -> Option<usize> {
    let name = match kind {
        FaultKind::Wrong { name, .. } | FaultKind::Unknown { name } | FaultKind::Twice { name } => name.as_str(),
        FaultKind::Version { .. } => "version",
        FaultKind::TooLong => return None,
        _ => return Some(1),
    };
    let quoted = format!("\"{name}\"");
    Some(text.lines().position(|line| line.contains(&quoted)).map_or(1, |place| place + 1))
}
