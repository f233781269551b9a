//! What importing a file would change, before anything is written.

mod accounts;
mod left_out;

use std::collections::BTreeMap;

use super::check::Here;
use super::merge::Merge;
use super::{Archive, KINDS, OVERLAY, PERSON, SETTINGS};
use crate::domain::activity::Kind;
use crate::domain::chain::Seal;
use crate::domain::date::Date;
use crate::domain::district::without_issuers;
use crate::domain::json::shortened;
use crate::domain::ledger::{Entry, Ledger, Posting, name};
use accounts::{changes, mixed};

pub use accounts::{Change, Mixed};
pub use left_out::{LeftOut, Why};

/// What an import would do.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Plan {
    /// Entries to add after those that are there, in the order of the file.
    pub new: Vec<Entry>,
    /// How many are there already, word for word.
    pub known: usize,
    /// Entries that are not taken over, in the order of the file.
    pub left_out: Vec<LeftOut>,
    /// Settings that the device does not have, and takes over.
    pub settings: Vec<(String, String)>,
    /// Names of settings of the file that differ from the device's, which stay.
    pub kept: Vec<String>,
    /// Names of settings of the file that this page does not know, or not from a file: they are not taken over.
    pub ignored: Vec<String>,
    /// Settings of the file that cannot be what they say, with what that is: they are not taken over.
    pub wrong: Vec<(String, String)>,
    /// New entries whose numbers cannot be checked here.
    pub unchecked: Unchecked,
    /// New entries that the file says were verified, and that keep no receipt which shows it here.
    pub verified: Verified,
    /// Set if two ledgers would become one under the person who began each.
    pub mixed: Option<Mixed>,
    /// Names that several people bear after the import.
    pub namesakes: Vec<String>,
    /// The accounts that the file has something to say about.
    pub accounts: Vec<Change>,
    /// What the digests of the file say about it. A file that was changed is not refused for that: what of it can be true
    /// is found out entry by entry, and the resident is told.
    pub seal: Seal,
}

/// New entries worked out with a rulebook, or with a district's points, that are not at hand.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Unchecked {
    /// How many.
    pub entries: usize,
    /// The points they say they are worth.
    pub points: i64,
}

/// New activities that the file marks as verified, without proof that could be checked. The caps for self-declared ones do not hold them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Verified {
    /// How many.
    pub entries: usize,
    /// The points they are worth.
    pub points: i64,
    /// How many of them keep no receipt at all.
    pub without: usize,
}

/// New entries by what they are.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Counts {
    /// Activities, in the order of [`Kind::ALL`], kinds without any left out.
    pub kinds: Vec<(Kind, usize)>,
    /// Reversals, and redemptions cancelled.
    pub reversals: usize,
    /// Redemptions.
    pub redemptions: usize,
    /// Vouchers used.
    pub uses: usize,
    /// Names of the household.
    pub members: usize,
}

impl Plan {
    /// What importing the file into a ledger would do.
    ///
    /// Every new activity is worked out again with its own rulebook, or with the one below its district; if neither is at
    /// hand it is taken over and counted as [`Self::unchecked`].
    pub fn of(archive: &Archive, ledger: &Ledger, here: &Here<'_>) -> Self {
        let mut merge = Merge::onto(ledger, *here);
        for entry in &archive.entries {
            merge.take(entry);
        }
        let (mut taken, mut kept, mut ignored, mut wrong) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let is_member = |person: &str| {
            let named =
                |entry: &Entry| matches!(&entry.posting, Posting::Member { person: named, .. } if named == person);
            let holds = |entry: &Entry| entry.posted().is_some_and(|posted| posted.holders().any(|one| one == person));
            let known = ledger.members().iter().any(|member| member.person == person);
            known || merge.new.iter().any(|entry| named(entry) || holds(entry))
        };
        for (name, text) in &archive.settings {
            let known = KINDS.iter().any(|kind| name.strip_prefix(kind).is_some_and(|id| !id.is_empty()));
            if !known && !SETTINGS.contains(&name.as_str()) {
                ignored.push(name.clone());
                continue;
            }
            if !(here.is_setting)(name, text) || name == PERSON && !is_member(text) {
                wrong.push((name.clone(), shortened(&name::seen(text))));
                continue;
            }
            // Who may certify is not for a file to say.
            let safe = if name.starts_with(OVERLAY) { without_issuers(text) } else { text.clone() };
            match here.settings.iter().find(|(known, _)| known == name) {
                None => taken.push((name.clone(), safe)),
                Some((_, own)) if own != text && *own != safe => kept.push(name.clone()),
                Some(_) => {}
            }
        }
        let Merge { new, known, left_out, unchecked, ends, unproven, .. } = merge;
        let (accounts, namesakes) = changes(&new, ledger, here.today);
        let mixed = mixed(archive, &new, known, ledger);
        let verified = verified(&new, &ends, &unproven);
        let (settings, seal) = (taken, archive.seal.clone());
        Self {
            new,
            known,
            left_out,
            settings,
            kept,
            ignored,
            wrong,
            unchecked,
            verified,
            mixed,
            namesakes,
            accounts,
            seal,
        }
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.settings.is_empty()
    }

    /// Entries that contradict what is on the device, where the resident may want to look.
    pub fn conflicts(&self) -> impl Iterator<Item = &LeftOut> {
        self.left_out.iter().filter(|left| left.why != Why::DoneHere)
    }

    /// Ids of what the new entries end, which no tab may end again.
    pub fn marks(&self) -> impl Iterator<Item = &str> {
        self.new.iter().filter_map(|entry| match &entry.posting {
            Posting::Reversal { of } | Posting::Use { of } => Some(of.as_str()),
            _ => None,
        })
    }

    /// The new entries by what they are.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for entry in &self.new {
            match &entry.posting {
                Posting::Activity(_) => {}
                Posting::Reversal { .. } => counts.reversals += 1,
                Posting::Redemption(_) => counts.redemptions += 1,
                Posting::Use { .. } => counts.uses += 1,
                Posting::Member { .. } => counts.members += 1,
            }
        }
        for kind in Kind::ALL {
            let of_kind = |entry: &&Entry| entry.posted().is_some_and(|posted| posted.activity.facts.kind() == *kind);
            let count = self.new.iter().filter(of_kind).count();
            counts.kinds.extend((count > 0).then_some((*kind, count)));
        }
        counts
    }

    /// First and last day of the new activities and redemptions.
    pub fn days(&self) -> Option<(Date, Date)> {
        let days = || self.new.iter().filter_map(day_of);
        days().min().zip(days().max())
    }
}

/// Those that count: what the file takes back itself says nothing any more.
fn verified(new: &[Entry], ends: &BTreeMap<String, usize>, unproven: &BTreeMap<String, usize>) -> Verified {
    let counting = new.iter().filter(|entry| unproven.contains_key(&entry.id) && !ends.contains_key(&entry.id));
    let marked = counting.filter_map(Entry::posted);
    marked.fold(Verified::default(), |sum, posted| Verified {
        entries: sum.entries + 1,
        points: sum.points.saturating_add(posted.totals.points),
        without: sum.without + usize::from(posted.receipt.is_none()),
    })
}

/// The day an entry counts for, if it counts for one.
pub(in crate::domain) fn day_of(entry: &Entry) -> Option<Date> {
    entry.posted().map(|posted| posted.activity.date).or_else(|| entry.redemption().map(|redemption| redemption.date))
}
