//! An export of the page as the input of `--ledger`: recognised by itself, held against its own rules and folded as the
//! page folds it.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::rc::Rc;

use crate::domain::archive::csv::{MARK, RECORD_HEADINGS};
use crate::domain::archive::{Archive, Fault, FaultKind, Here, MOST_BYTES, OVERLAY, Placed, Plan, Why, placed};
use crate::domain::date::Date;
use crate::domain::district;
use crate::domain::ledger::{Entry, Ledger, Policy};
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;
use crate::i18n::archive::sentence;
use crate::shelf::Shelf;

use super::account::{Book, Line, Read as Taken};
use super::record::{Plain, Record};
use super::rules::{self, Asked, District, Overlay};
use super::verify::signed;

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
    let Placed { archive, lines, .. } = {
        let bytes = all(head, input).map_err(|fault| fault.to_string())?;
        opened(&bytes, &asked.base).map_err(|unopened| unopened.in_words())?
    };
    let overlay = match &asked.district {
        District::Given(overlay) => Some(overlay.clone()),
        District::None => None,
        District::Unsaid => chosen(&archive, &asked.base)?,
    };
    let kept = rules::laid(&asked.base, overlay.as_ref()).map_err(|unusable| unusable.to_string())?;
    let hand = Hand::of(&archive, asked, overlay.as_ref().map(|overlay| overlay.text.as_str()));
    Ok(folded(&archive, &lines, &hand, &kept, today))
}

/// Everything there is to read, up to one byte more than a file may have.
pub(crate) fn all(head: Vec<u8>, input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = head;
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    input.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file cannot be read.
pub(crate) struct Unopened {
    /// What is wrong with it, each in both languages.
    pub(crate) told: Vec<[String; 2]>,
    /// Whether it is a file of this page in which something is wrong, and not something else altogether.
    pub(crate) is_damaged: bool,
}

impl Unopened {
    /// As one text for standard error.
    pub(crate) fn in_words(&self) -> String {
        self.told.iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\nassess: ")
    }
}

/// What a file holds.
pub(crate) fn opened(bytes: &[u8], base: &Rulebook) -> Result<Placed, Unopened> {
    let text = std::str::from_utf8(bytes)
        .map_err(|fault| Unopened { told: vec![not_text(bytes, fault.valid_up_to())], is_damaged: true })?;
    placed(text, base).map_err(|faults| Unopened {
        told: told(text, &faults, base),
        is_damaged: faults.iter().all(|fault| is_of_content(&fault.kind)),
    })
}

/// Whether a fault is one of what a file holds, and not of what it is.
fn is_of_content(kind: &FaultKind) -> bool {
    !matches!(
        kind,
        FaultKind::Empty
            | FaultKind::TooLong
            | FaultKind::Workbook
            | FaultKind::NotOurs
            | FaultKind::NoRecords
            | FaultKind::Version { .. }
    )
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
pub(crate) struct Hand {
    /// Those that are built in, or named by a flag.
    known: Shelf,
    /// Those of districts that came with the file.
    own: Shelf,
}

/// Whose rules they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Built in, or named by a flag.
    Known,
    /// The file's.
    Own,
}

impl Hand {
    /// Those for a file, and one more text of a district's rules that came with it. Rules that a flag names are the only
    /// ones to be believed besides those that are built in.
    pub(crate) fn of(archive: &Archive, asked: &Asked, more: Option<&str>) -> Self {
        let (mut given, mut own) = (Vec::new(), Vec::new());
        match &asked.district {
            District::Given(overlay) => given.push(overlay.text.clone()),
            District::None => {}
            District::Unsaid => {
                let overlays = archive.settings.iter().filter(|(name, _)| name.starts_with(OVERLAY));
                own.extend(overlays.map(|(_, text)| district::without_issuers(text)));
            }
        }
        own.extend(more.map(district::without_issuers));
        given.extend(district::SHIPPED.iter().map(|(_, text)| (*text).to_owned()));
        Self { known: Shelf::with(asked.base.clone(), given), own: Shelf::with(asked.base.clone(), own) }
    }

    /// The rulebook of a name as entries keep it, and whose it is. What came with the file never passes for what is
    /// built in.
    pub(crate) fn rulebook(&self, name: &str) -> Option<(Rc<Rulebook>, Whose)> {
        let known = self.known.rules(name).map(|rules| (rules, Whose::Known));
        known.or_else(|| Some((self.own.rules(name)?, Whose::Own)))
    }
}

fn folded(archive: &Archive, lines: &[Option<usize>], hand: &Hand, kept: &Rc<Rulebook>, today: Date) -> Book {
    let rulebooks = |name: &str| hand.rulebook(name).map(|(rules, _)| rules);
    // When something was recorded is a matter of the device's clock; what counts is the day it is of.
    let here =
        Here { settings: &[], today, now: i64::MAX, is_setting: &|_, _| true, rulebooks: &rulebooks, signed: &signed };
    let plan = Plan::of(archive, &Ledger::default(), &here);
    let mut ledger = Ledger::under(Policy::of(kept.clone()));
    ledger.post_all(plan.new.iter().cloned());
    let mut own = BTreeMap::new();
    let refused: BTreeMap<&str, Why> = plan.left_out.iter().map(|left| (left.entry.id.as_str(), left.why)).collect();
    let answers = archive.entries.iter().zip(lines).map(|(entry, line)| {
        let number = line.and_then(|line| u64::try_from(line).ok()).unwrap_or_default();
        let why = refused.get(entry.id.as_str()).copied();
        let redeemed = || entry.redemption().map(|redemption| redemption.rulebook.as_str());
        let name = entry.posted().map(|posted| posted.rulebook.as_str()).or_else(redeemed).unwrap_or_default();
        let rulebook = own.entry(name.to_owned()).or_insert_with(|| rulebooks(name)).clone();
        Line {
            number,
            id: Some(entry.id.clone()),
            entry: entry.id.clone(),
            people: entry.posted().map(|posted| posted.people.clone()).unwrap_or_default(),
            read: read(number, entry, why, rulebook.as_deref(), &ledger),
            rulebook: rulebook.unwrap_or_else(|| kept.clone()),
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
    match rulebook {
        // It was worked out for the plan, which would have left it out if that could not be done.
        Some(_) => Taken::Posted(None),
        None => Taken::Plain(Box::new(Plain::unchecked(number, &entry.id, posted))),
    }
}

/// That the input is an export, for whoever did not ask for a ledger.
pub const ASK_FOR_LEDGER: &str = "这是碳惠账本导出的文件，不是一行一个活动；请加上 --ledger\nassess: this is an \
    export of Carbon Points and not one activity a line; add --ledger";

fn not_text(bytes: &[u8], valid: usize) -> [String; 2] {
    let line = bytes.iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
    [
        format!("第 {line} 行：这里不是 UTF-8 文字，文件损坏或被改动过。"),
        format!("Line {line}: this is not UTF-8 text; the file is damaged or was changed."),
    ]
}

/// Every fault of a file in both languages, each with its line.
fn told(text: &str, faults: &[Fault], rulebook: &Rulebook) -> Vec<[String; 2]> {
    let told = faults.iter().map(|fault| {
        let placed = Fault { line: fault.line.or_else(|| line_of(text, &fault.kind)), ..fault.clone() };
        [Language::Zh, Language::En].map(|language| sentence(&placed, rulebook, language))
    });
    told.collect()
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
