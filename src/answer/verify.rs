//! `--verify`: every entry of a file that the page exported, worked out again, and its chain of digests.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::rc::Rc;

use crate::domain::archive::Placed;
use crate::domain::archive::csv::Table;
use crate::domain::date::Date;
use crate::domain::district::{self, Issuer};
use crate::domain::receipt::Receipt;
use crate::domain::rulebook::Rulebook;
use crate::domain::verify::{AtHand, Cells, Report, verify};
use crate::i18n::Language;
use crate::i18n::sheet::Held;
use crate::i18n::verify::{advice, difference, unchecked, unproven};

use super::export::{Hand, Unopened, Whose, all, opened};
use super::rules::Asked;

/// What came of verifying a file.
#[derive(Debug)]
pub struct Verified {
    /// What is to be said, each in both languages.
    told: Vec<[String; 2]>,
    report: Report,
    /// Entries that are as rules say which came with the file itself.
    by_own_rules: usize,
    is_sound: bool,
}

/// Verifies a file by the rules that are asked for, those that are built in, and those that it carries; nothing can have
/// been recorded after `today`. The error says why this is no file that could be verified.
pub fn verified(input: impl Read, asked: &Asked, today: Date) -> Result<Verified, String> {
    let bytes = all(Vec::new(), input).map_err(|fault| fault.to_string())?;
    let placed = match opened(&bytes, &asked.base) {
        Ok(placed) => placed,
        Err(Unopened { told, is_damaged: true }) => {
            return Ok(Verified { told, report: Report::default(), by_own_rules: 0, is_sound: false });
        }
        Err(unopened) => return Err(unopened.in_words()),
    };
    let hand = Hand::of(&placed.archive, asked, None);
    let rulebooks = |name: &str| hand.rulebook(name).map(|(rules, _)| rules);
    let cells = cells(&String::from_utf8_lossy(&bytes), &placed, asked, &rulebooks);
    drop(bytes);
    let report = verify(&placed, cells, AtHand { rulebooks: &rulebooks, signed: &signed, today: Some(today) });
    let languages = [Language::Zh, Language::En];
    let differences = report.differences.iter().map(|found| languages.map(|language| difference(found, language)));
    let unchecked = report.unchecked.iter().map(|found| languages.map(|language| unchecked(found, language)));
    let unproven = report.unproven.iter().map(|found| languages.map(|language| unproven(found, language)));
    let advice = advice(&report.unproven, Language::Zh).zip(advice(&report.unproven, Language::En));
    let advice = advice.map(|(zh, en)| [zh, en]);
    let told = differences.chain(unchecked).chain(unproven).chain(advice).collect();
    let by_own_rules = by_own_rules(&placed, &hand);
    let is_sound = report.differences.is_empty() && report.unchecked.is_empty() && report.unproven.is_empty();
    Ok(Verified { told, report, by_own_rules, is_sound })
}

/// What the cells say otherwise, if the file is a table. It does not name the rules its account was kept by: they may be
/// those that are asked for, those of a district that is built in, or those that its entries name.
fn cells(text: &str, placed: &Placed, asked: &Asked, rulebooks: &dyn Fn(&str) -> Option<Rc<Rulebook>>) -> Cells {
    if Table::of(text).is_none() {
        return Cells::default();
    }
    let shipped = district::SHIPPED.iter().filter_map(|(_, text)| asked.base.with_district(text).ok());
    let in_use = asked.laid().into_iter().chain(shipped.map(Rc::new)).collect();
    let (rules, unknown) = Held::rules(&placed.archive.entries, in_use, rulebooks);
    let Some(mut held) = Held::of(text, placed, rules, unknown) else { return Cells::default() };
    while held.next_row() {}
    held.found()
}

/// Whether a receipt is signed by an issuer; only the command line can say.
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::unnecessary_wraps, reason = "in WebAssembly it is not known")]
pub(super) fn signed(issuer: &Issuer, receipt: &Receipt) -> Option<bool> {
    Some(super::signing::is_signed(issuer, receipt))
}

#[cfg(target_arch = "wasm32")]
pub(super) fn signed(_: &Issuer, _: &Receipt) -> Option<bool> {
    None
}

/// How many entries name rules that only the file has.
fn by_own_rules(placed: &Placed, hand: &Hand) -> usize {
    let mut own = BTreeMap::new();
    let names = placed.archive.entries.iter().filter_map(|entry| entry.rulebook());
    names
        .filter(|name| {
            if let Some(known) = own.get(*name) {
                return *known;
            }
            let is_own = hand.rulebook(name).is_some_and(|(_, whose)| whose == Whose::Own);
            own.insert((*name).to_owned(), is_own);
            is_own
        })
        .count()
}

impl Verified {
    /// Whether everything was checked, nothing differs, and what counts as verified is shown to be.
    pub fn is_sound(&self) -> bool {
        self.is_sound
    }

    /// Writes one line for each difference and each entry that could not be checked, and last what it comes to. Fails
    /// only if writing does.
    pub fn tell(&self, mut output: impl Write) -> io::Result<()> {
        for [zh, en] in &self.told {
            writeln!(output, "{zh} {en}")?;
        }
        let Report { equal, differences, unchecked, unproven, head, sealed, .. } = &self.report;
        if let Some(head) = head {
            let told = if *sealed { "head" } else { "head (the file has no digests)" };
            writeln!(output, "{told}: {} {}", head.entries, head.digest)?;
        }
        write!(output, "equal: {equal} {}", if *equal == 1 { "entry" } else { "entries" })?;
        for (what, count) in [
            ("different", differences.len()),
            ("unchecked", unchecked.len()),
            ("verified without proof", unproven.len()),
            ("by the file's own rules", self.by_own_rules),
        ] {
            if count > 0 {
                write!(output, ", {what}: {count}")?;
            }
        }
        let is_damaged = !self.is_sound && head.is_none() && differences.is_empty();
        writeln!(output, "{}", if is_damaged { ", damaged" } else { "" })?;
        output.flush()
    }
}
