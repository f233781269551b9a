//! `--verify`: every entry of a file that the page exported, worked out again, and its chain of digests.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use crate::domain::archive::Placed;
use crate::domain::district::Issuer;
use crate::domain::receipt::Receipt;
use crate::domain::verify::{AtHand, Report, verify};
use crate::i18n::Language;
use crate::i18n::verify::{difference, unchecked, unproven};

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
    is_equal: bool,
}

/// Verifies a file by the rules that are asked for, those that are built in, and those that it carries. The error says
/// why this is no file that could be verified.
pub fn verified(input: impl Read, asked: &Asked) -> Result<Verified, String> {
    let bytes = all(Vec::new(), input).map_err(|fault| fault.to_string())?;
    let placed = match opened(&bytes, &asked.base) {
        Ok(placed) => placed,
        Err(Unopened { told, is_damaged: true }) => {
            return Ok(Verified { told, report: Report::default(), by_own_rules: 0, is_equal: false });
        }
        Err(unopened) => return Err(unopened.in_words()),
    };
    drop(bytes);
    let hand = Hand::of(&placed.archive, asked, None);
    let at_hand = AtHand { rulebooks: &|name| hand.rulebook(name).map(|(rules, _)| rules), signed: &signed };
    let report = verify(&placed, at_hand);
    let languages = [Language::Zh, Language::En];
    let differences = report.differences.iter().map(|found| languages.map(|language| difference(found, language)));
    let unchecked = report.unchecked.iter().map(|found| languages.map(|language| unchecked(found, language)));
    let unproven = report.unproven.iter().map(|found| languages.map(|language| unproven(found, language)));
    let told = differences.chain(unchecked).chain(unproven).collect();
    let by_own_rules = by_own_rules(&placed, &hand);
    let is_equal = report.differences.is_empty();
    Ok(Verified { told, report, by_own_rules, is_equal })
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
    /// Whether nothing differs. What could not be checked does not count as different.
    pub fn is_equal(&self) -> bool {
        self.is_equal
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
        write!(output, "equal: {equal} entries")?;
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
        writeln!(output, "{}", if self.is_equal || !differences.is_empty() { "" } else { ", damaged" })?;
        output.flush()
    }
}
