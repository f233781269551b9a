//! Reading a file: everything in it, or everything that is wrong with it.

use std::collections::BTreeMap;

use super::entry;
use super::fault::{Fault, FaultKind};
use super::place;
use super::{Archive, Expected, FORMAT, VERSION, csv};
use crate::domain::chain::{Head, Stated};
use crate::domain::json::{Json, shortened};
use crate::domain::ledger::{Entry, saved};
use crate::domain::rulebook::Rulebook;

/// Most bytes of a file: more than a quarter of a million entries, and more than twice the export of 100,000 that the tests read.
pub const MOST_BYTES: usize = 96 * 1024 * 1024;

/// Faults that are told at most: whoever sees so many needs another file.
pub const MOST_FAULTS: usize = 20;

/// The entries of a file in the making, each with where it stood.
#[derive(Default)]
pub(super) struct Entries {
    good: Vec<Entry>,
    /// Line of each.
    lines: Vec<Option<usize>>,
    /// Place of each by its id.
    places: BTreeMap<String, usize>,
    faults: Vec<Fault>,
    read: usize,
    sums: [i64; 6],
    stated: Stated,
    repeats: Vec<Repeat>,
}

/// What a file holds, where each of its entries stands, and the digests it states.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Placed {
    /// What it holds.
    pub archive: Archive,
    /// The line on which each entry stands, from 1.
    pub lines: Vec<Option<usize>>,
    /// The digests.
    pub stated: Stated,
    /// Entries that stand there again in the same words. They are one entry each, and [`Archive::entries`] has it once;
    /// but no export has them.
    pub repeats: Vec<Repeat>,
}

/// An entry that stands in a file once more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repeat {
    /// How many different entries stand before it.
    pub behind: usize,
    /// Its id.
    pub id: String,
    /// Its line, from 1.
    pub line: Option<usize>,
    /// The line on which it stands first.
    pub first: Option<usize>,
}

/// Most that the amounts of a file may add up to, so that the ledger can add them to its own.
const MOST_IN_ALL: i64 = i64::MAX / 2;

/// Reads a file, JSON or CSV, or says what is wrong with it: at least one fault, at most [`MOST_FAULTS`].
///
/// An entry that stands there twice in the same words is one entry.
pub fn read(text: &str, rulebook: &Rulebook) -> Result<Archive, Vec<Fault>> {
    placed(text, rulebook).map(|placed| placed.archive)
}

/// The same, with where each entry stands and what digest is stated for it.
pub fn placed(text: &str, rulebook: &Rulebook) -> Result<Placed, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // A workbook is a ZIP file, and every ZIP file begins so.
    if text.starts_with("PK\u{3}\u{4}") {
        return Err(vec![Fault::of_file(FaultKind::Workbook)]);
    }
    if text.len() > MOST_BYTES {
        return Err(vec![Fault::of_file(FaultKind::TooLong)]);
    }
    match text.trim_start().chars().next() {
        None => Err(vec![Fault::of_file(FaultKind::Empty)]),
        Some('{' | '[') => json(text, rulebook),
        Some(_) => csv::read(text, rulebook),
    }
}

fn json(text: &str, rulebook: &Rulebook) -> Result<Placed, Vec<Fault>> {
    if let Some(read) = by_line(text, rulebook) {
        return read;
    }
    let file = Json::parse(text).map_err(|fault| {
        let column = Some(place::character(text, fault.line, fault.column));
        let kind = FaultKind::NotJson { truncated: fault.truncated };
        vec![Fault { line: Some(fault.line), column, entry: None, kind }]
    })?;
    let file = File::of(file).map_err(|kind| vec![Fault::of_file(kind)])?;
    let lines = place::entry_lines(text);
    let mut read = Entries { stated: file.stated(), ..Entries::default() };
    // Each is given back once it is read: a file can be large.
    for (place, json) in file.entries.into_iter().enumerate() {
        read.add(&json, lines.get(place).copied(), rulebook);
    }
    read.done(file.settings)
}

/// The same of a file that is laid out as [`super::json_text`] does it: read line by line, it takes a fraction of the room
/// that all of it as one tree does. `None` if it is not, or if anything but an entry is wrong with it.
fn by_line(text: &str, rulebook: &Rulebook) -> Option<Result<Placed, Vec<Fault>>> {
    const BEGIN: &str = "\n\"entries\":[";
    let (before, rest) = text.split_once(BEGIN)?;
    let (entries, after) = rest.rsplit_once("\n]")?;
    let file = File::of(Json::parse(&format!("{before}{BEGIN}]{after}")).ok()?).ok()?;
    let mut read = Entries { stated: file.stated(), ..Entries::default() };
    let (mut line, mut left) = (before.split('\n').count() + 1, entries.strip_prefix('\n')?.split('\n').peekable());
    while let Some(entry) = left.next() {
        line += 1;
        let json = if left.peek().is_some() { entry.trim_end().strip_suffix(',')? } else { entry };
        read.add(&Json::parse(json).ok()?, Some(line), rulebook);
    }
    Some(read.done(file.settings))
}

/// What a file holds besides what its entries say.
struct File {
    settings: Vec<(String, String)>,
    head: Option<Head>,
    entries: Vec<Json>,
}

impl File {
    fn of(json: Json) -> Result<Self, FaultKind> {
        let mut members = match json {
            Json::List(entries) => return Ok(Self { settings: Vec::new(), head: None, entries }),
            Json::Object(members) => members,
            _ => return Err(FaultKind::NotOurs),
        };
        version(&members)?;
        let (mut settings, mut head) = (Vec::new(), None);
        for (place, (name, value)) in members.iter().enumerate() {
            if members.iter().take(place).any(|(before, _)| before == name) {
                return Err(FaultKind::Twice { name: shortened(name) });
            }
            match name.as_str() {
                "format" | "version" | "entries" => {}
                "settings" => settings = read_settings(value)?,
                "head" => head = Some(Head::of_json(value).ok_or_else(|| wrong("head", value, Expected::Head))?),
                _ => return Err(FaultKind::Unknown { name: shortened(name) }),
            }
        }
        match members.iter().position(|(name, _)| name == "entries").map(|place| members.swap_remove(place).1) {
            Some(Json::List(entries)) => Ok(Self { settings, head, entries }),
            Some(other) => Err(wrong("entries", &other, Expected::List)),
            None => Err(FaultKind::Missing { name: "entries" }),
        }
    }

    fn stated(&self) -> Stated {
        Stated { head: self.head, ends_with_head: true, ..Stated::default() }
    }
}

fn version(members: &[(String, Json)]) -> Result<(), FaultKind> {
    let member = |wanted: &str| members.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
    if member("format").and_then(Json::text) != Some(FORMAT) {
        return Err(FaultKind::NotOurs);
    }
    let version = member("version").ok_or(FaultKind::Missing { name: "version" })?;
    let known = version.whole().is_some_and(|version| (1..=VERSION).contains(&version));
    if known { Ok(()) } else { Err(FaultKind::Version { given: version.shown(), latest: VERSION }) }
}

fn read_settings(json: &Json) -> Result<Vec<(String, String)>, FaultKind> {
    let members = json.members().ok_or_else(|| wrong("settings", json, Expected::Object))?;
    let (mut settings, mut places) = (Vec::new(), BTreeMap::new());
    for (name, value) in members {
        if places.insert(name.clone(), settings.len()).is_some() {
            return Err(FaultKind::Twice { name: shortened(name) });
        }
        let text = value.text().ok_or_else(|| wrong(name, value, Expected::Text))?;
        settings.push((name.clone(), text.to_owned()));
    }
    Ok(settings)
}

fn wrong(name: &str, given: &Json, expected: Expected) -> FaultKind {
    FaultKind::Wrong { name: shortened(name), given: given.shown(), expected }
}

impl Entries {
    /// Takes in a record.
    pub(super) fn add(&mut self, json: &Json, line: Option<usize>, rulebook: &Rulebook) {
        self.read += 1;
        match entry::read(json, rulebook) {
            Ok(entry) => {
                if let Some(place) = self.places.get(&entry.id) {
                    let same = |before| saved::entry_text(before) == saved::entry_text(&entry);
                    let other = self.lines.get(*place).copied().flatten();
                    if self.good.get(*place).is_some_and(same) {
                        let behind = self.good.len();
                        self.repeats.push(Repeat { behind, id: entry.id, line, first: other });
                    } else {
                        self.fault(line, FaultKind::SameId { id: shortened(&entry.id), other });
                    }
                } else if let Some(kind) = self.sum_up(&entry) {
                    self.fault(line, kind);
                } else {
                    self.places.insert(entry.id.clone(), self.good.len());
                    self.lines.push(line);
                    self.stated.digests.push(entry::digest(json));
                    self.good.push(entry);
                }
            }
            Err(kind) => self.fault(line, kind),
        }
    }

    /// Adds the amounts of an entry; what is wrong if they are too much.
    fn sum_up(&mut self, entry: &Entry) -> Option<FaultKind> {
        for (sum, (name, amount)) in self.sums.iter_mut().zip(entry::amounts(entry)) {
            match sum.checked_add(amount).filter(|sum| *sum <= MOST_IN_ALL) {
                Some(more) => *sum = more,
                None => return Some(wrong(name, &Json::Number(amount.to_string()), Expected::Amount)),
            }
        }
        None
    }

    fn fault(&mut self, line: Option<usize>, kind: FaultKind) {
        self.refuse(Fault { line, column: None, entry: Some(self.read), kind });
    }

    /// Notes a fault. An entry that could not even be taken for one counts, too.
    pub(super) fn refuse_next(&mut self, line: usize, column: usize, kind: FaultKind) {
        self.read += 1;
        self.refuse(Fault { line: Some(line), column: Some(column), entry: Some(self.read), kind });
    }

    fn refuse(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Everything, or what is wrong.
    pub(super) fn done(self, settings: Vec<(String, String)>) -> Result<Placed, Vec<Fault>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let seal = self.stated.seal(&self.good);
        let archive = Archive { settings, entries: self.good, seal };
        Ok(Placed { archive, lines: self.lines, stated: self.stated, repeats: self.repeats })
    }
}
