//! 核验: every entry of a ledger worked out again by the rules it names, and its chain of digests.
//!
//! It finds what does not follow from the entries themselves: a result other than its rules give, to the milligram and
//! the point; a reward for another price; a reversal of what is not there; a digest that is not that of the entry and
//! those before it. An entry whose rules are not at hand is said to be unchecked, never wrong. What it cannot find is a
//! lie that was told when the entry was made; see [`super::chain`] for what digests show. It is about entries alone: the
//! settings that a file carries are nobody's digest, and that entries were taken away at the end shows only whoever kept
//! the head elsewhere.
//!
//! Entries are taken one by one, so that a page can draw in between; the whole is linear in their number.

mod difference;
mod moment;
mod report;

pub(in crate::domain) use difference::fields;
pub use difference::{Cause, Cell, Cells, Difference, Unchecked, Unproven};
pub use report::{Given, Report};

use std::collections::BTreeMap;
use std::rc::Rc;

use super::archive::again::{Again, Offer, Worth};
use super::archive::{Placed, Repeat};
use super::chain::{Break, Chain, Digest, Head, Stated};
use super::date::Date;
use super::ledger::{Entry, Posting};
use super::receipt::{Proof, Signed, Used, proof};
use super::rulebook::Rulebook;

/// What is at hand to verify with.
#[derive(Clone, Copy)]
pub struct AtHand<'h> {
    /// The rulebook of a name as entries keep it.
    pub rulebooks: &'h dyn Fn(&str) -> Option<Rc<Rulebook>>,
    /// Whether a receipt is signed.
    pub signed: &'h Signed<'h>,
    /// The day in Beijing, where a clock is at hand.
    pub today: Option<Date>,
}

impl std::fmt::Debug for AtHand<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AtHand").finish_non_exhaustive()
    }
}

/// A verification under way.
pub struct Verifier<'h> {
    again: Again<'h>,
    signed: &'h Signed<'h>,
    today: Option<Date>,
    /// What of a file is not told by its entries: those that stand there again and are still to be told, and its cells.
    repeats: &'h [Repeat],
    cells: Cells,
    taken: usize,
    used: Used,
    sealed: bool,
    kept: Option<Head>,
    /// The chain as it is stated, and as it is.
    stated: Chain,
    own: Chain,
    /// What can be ended, and how it was.
    standings: BTreeMap<String, Standing>,
    report: Report,
}

/// What can still become of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Activity,
    Redemption,
    Ended,
}

/// What came of working an entry out again.
enum Checked {
    Same,
    Unknown(String),
    Other(Cause),
}

impl std::fmt::Debug for Verifier<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verifier").field("report", &self.report).finish_non_exhaustive()
    }
}

/// Verifies a file, and if it is a table, its cells.
pub fn verify(placed: &Placed, cells: Cells, at_hand: AtHand<'_>) -> Report {
    let mut verifier = Verifier::of_file(placed, cells, at_hand);
    for (place, entry) in placed.archive.entries.iter().enumerate() {
        let line = placed.lines.get(place).copied().flatten();
        let digest = placed.stated.digests.get(place).copied().flatten();
        verifier.take(entry, Given { line, digest });
    }
    verifier.finish(&placed.stated)
}

impl<'h> Verifier<'h> {
    /// Nothing verified yet. With `sealed`, every entry should have a digest.
    pub fn new(at_hand: AtHand<'h>, sealed: bool) -> Self {
        Self {
            again: Again::with(at_hand.rulebooks),
            signed: at_hand.signed,
            today: at_hand.today,
            repeats: &[],
            cells: Cells::default(),
            taken: 0,
            used: Used::default(),
            sealed,
            kept: None,
            stated: Chain::default(),
            own: Chain::default(),
            standings: BTreeMap::new(),
            report: Report { sealed, ..Report::default() },
        }
    }

    /// Nothing verified yet of a file, whose entries are to be taken in their order.
    pub fn of_file(placed: &'h Placed, cells: Cells, at_hand: AtHand<'h>) -> Self {
        let mut verifier = Self { repeats: &placed.repeats, ..Self::new(at_hand, placed.stated.is_sealed()) };
        for cause in &cells.columns {
            let difference = Difference { place: None, id: None, line: Some(1), cause: cause.clone() };
            verifier.report.differences.push(difference);
        }
        Self { cells, ..verifier }
    }

    /// Expects the entries to begin with those of a head that was kept.
    #[must_use]
    pub fn beginning_with(self, kept: Option<Head>) -> Self {
        Self { kept, ..self }
    }

    /// Verifies the next entry.
    pub fn take(&mut self, entry: &Entry, given: Given) {
        self.tell_repeats();
        self.taken += 1;
        self.report.entries += 1;
        let digest = self.digest(entry, given.digest);
        let (unknown, other) = match self.result(entry) {
            Checked::Same => (None, None),
            Checked::Unknown(rulebook) => (Some(rulebook), None),
            Checked::Other(cause) => (None, Some(cause)),
        };
        // What was changed tells more than that something was.
        let receipt = self.receipt(entry, given.line);
        let reference = self.reference(entry);
        let moment = moment::odd(entry, &mut self.again, self.today);
        let (place, id, line) = (self.report.entries, entry.id.clone(), given.line);
        let (cell, unknown) = match self.cells.rows.remove(&place) {
            None => (None, unknown),
            Some(Cell::Other(cause)) => (Some(cause), unknown),
            Some(Cell::Unknown(rulebook)) => (None, unknown.or(Some(rulebook))),
        };
        match (other.or(receipt).or(reference).or(moment).or(digest).or(cell), unknown) {
            (Some(cause), _) => {
                self.report.differences.push(Difference { place: Some(place), id: Some(id), line, cause });
            }
            (None, Some(rulebook)) => self.report.unchecked.push(Unchecked { place, id, line, rulebook }),
            (None, None) => self.report.equal += 1,
        }
    }

    /// Names the entries that stand here a second time.
    fn tell_repeats(&mut self) {
        while let Some((Repeat { id, line, first, .. }, rest)) =
            self.repeats.split_first().filter(|(repeat, _)| repeat.behind <= self.taken)
        {
            self.repeats = rest;
            self.report.entries += 1;
            let (place, id, cause) = (Some(self.report.entries), Some(id.clone()), Cause::Again { first: *first });
            self.report.differences.push(Difference { place, id, line: *line, cause });
        }
    }

    /// What came of all entries.
    pub fn finish(mut self, stated: &Stated) -> Report {
        self.tell_repeats();
        if let Some(Break::Head { stated, found }) = stated.end(&self.stated) {
            self.differs(Cause::Head { stated, found });
        }
        let found = self.own.head();
        if let Some(kept) = self.kept
            && found.is_none_or(|found| found.entries < kept.entries)
        {
            self.differs(Cause::Kept { kept, found });
        }
        Report { head: found, ..self.report }
    }

    /// A difference that is no entry's.
    fn differs(&mut self, cause: Cause) {
        self.report.differences.push(Difference { place: None, id: None, line: None, cause });
    }

    fn digest(&mut self, entry: &Entry, given: Option<Digest>) -> Option<Cause> {
        let one = self.stated == self.own;
        let found = if self.sealed { self.stated.differs(entry, given) } else { None };
        // As long as nothing differs, the two are one chain, which need not be worked out twice.
        if self.sealed && one && found.is_none() {
            self.own = self.stated.clone();
        } else {
            self.own.add(entry);
        }
        let own = self.own.head();
        if let Some(kept) = self.kept
            && own.is_some_and(|own| own.entries == kept.entries && own != kept)
        {
            return Some(Cause::Kept { kept, found: own });
        }
        found.map(|found| Cause::Digest { stated: given, found })
    }

    fn result(&mut self, entry: &Entry) -> Checked {
        match &entry.posting {
            Posting::Activity(posted) => match self.again.worth(posted) {
                Worth::Same => Checked::Same,
                Worth::Unknown | Worth::ByBase => Checked::Unknown(posted.rulebook.clone()),
                Worth::Other(verdict, totals) => Checked::Other(difference::of_result(posted, verdict, totals)),
            },
            Posting::Redemption(redemption) => match self.again.offer(redemption) {
                Offer::Same => Checked::Same,
                Offer::Unknown => Checked::Unknown(redemption.rulebook.clone()),
                Offer::Other(offered) => Checked::Other(Cause::Cost { stated: redemption.cost, offered }),
            },
            Posting::Reversal { .. } | Posting::Use { .. } | Posting::Member { .. } => Checked::Same,
        }
    }

    /// What is wrong with the receipt of an entry.
    fn receipt(&mut self, entry: &Entry, line: Option<usize>) -> Option<Cause> {
        let rules = entry.posted().filter(|posted| posted.receipt.is_some());
        let rules = rules.and_then(|posted| self.again.rulebook(&posted.rulebook));
        let proof = proof(entry, rules.as_deref(), self.signed, &self.used);
        self.used.note(entry);
        let place = self.report.entries;
        let unproven = |receipt| Unproven { place, id: entry.id.clone(), line, receipt };
        match proof {
            Proof::Refused(refusal) => return Some(Cause::Receipt(refusal)),
            Proof::Missing => self.report.unproven.push(unproven(false)),
            Proof::Unchecked => self.report.unproven.push(unproven(true)),
            Proof::NotNeeded | Proof::Sound => {}
        }
        None
    }

    /// What is wrong with what an entry is about.
    fn reference(&mut self, entry: &Entry) -> Option<Cause> {
        let (of, needed): (&String, &[Standing]) = match &entry.posting {
            Posting::Activity(_) => {
                self.standings.insert(entry.id.clone(), Standing::Activity);
                return None;
            }
            Posting::Redemption(_) => {
                self.standings.insert(entry.id.clone(), Standing::Redemption);
                return None;
            }
            Posting::Reversal { of } => (of, &[Standing::Activity, Standing::Redemption]),
            Posting::Use { of } => (of, &[Standing::Redemption]),
            Posting::Member { .. } => return None,
        };
        match self.standings.get_mut(of) {
            Some(standing) if needed.contains(standing) => {
                if *standing == Standing::Activity {
                    self.used.free(of);
                }
                *standing = Standing::Ended;
                None
            }
            Some(Standing::Ended) => Some(Cause::EndedBefore { of: of.clone() }),
            _ => Some(Cause::NotThere { of: of.clone() }),
        }
    }
}
