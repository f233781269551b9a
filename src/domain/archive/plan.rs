//! What importing a file would change, before anything is written.

use std::collections::BTreeMap;

use super::check::Here;
use super::merge::{Merge, is_of_first};
use super::{Archive, KINDS, PERSON, SETTINGS};
use crate::domain::activity::Kind;
use crate::domain::assessment::Totals;
use crate::domain::chain::Seal;
use crate::domain::date::Date;
use crate::domain::json::shortened;
use crate::domain::ledger::{Entry, FIRST_PERSON, Ledger, Person, Posting, name};

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

/// The person who began the ledger, in the file and here: perhaps not the same one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mixed {
    /// The name in the file, if it has one.
    pub file: Option<String>,
    /// The name here, if it has one.
    pub here: Option<String>,
}

/// An entry that is not taken over.
#[derive(Clone, PartialEq, Debug)]
pub struct LeftOut {
    /// The entry as it stands in the file.
    pub entry: Entry,
    /// Why not.
    pub why: Why,
}

/// Why an entry is not taken over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The device has another entry of that id. It stays as it is.
    OtherContent,
    /// What it reverses is reversed on the device, or what it uses is used: nothing is left to do.
    DoneHere,
    /// It cancels a voucher that was used on the device, or uses one that was cancelled there.
    EndedOtherwise,
    /// The device has corrected the same entry. Its own correction stays.
    CorrectedHere,
    /// What it is about is neither on the device nor in the file, or cannot be reversed or used.
    NotThere,
    /// What it is about is not taken over.
    FollowsLeftOut,
    /// It says something else than it comes to under its own rulebook: this.
    Different(Totals),
    /// Its rules did not offer that reward on that day, or for this cost instead.
    NotOffered(Option<i64>),
    /// It is about a day after today.
    Future,
    /// It was recorded more than a day after now.
    RecordedLater,
    /// The receipt it was made of was taken for another entry.
    ReceiptUsed,
    /// The receipt it keeps does not certify it.
    ReceiptRefused,
}

/// An account before and after.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// Whose.
    pub person: Person,
    /// The name on the device; `None` if it has none there.
    pub here: Option<String>,
    /// The name after the import.
    pub after_name: Option<String>,
    /// Totals of all time on the device.
    pub before: Totals,
    /// Totals of all time after the import.
    pub after: Totals,
    /// Points to spend, before and after.
    pub balance: (i64, i64),
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
            match here.settings.iter().find(|(known, _)| known == name) {
                None => taken.push((name.clone(), text.clone())),
                Some((_, own)) if own != text => kept.push(name.clone()),
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

/// Set if the file's first person goes by another name, or no entry shows that the file and the device ever were one.
fn mixed(archive: &Archive, new: &[Entry], known: usize, ledger: &Ledger) -> Option<Mixed> {
    if !new.iter().any(is_of_first) || !ledger.entries().iter().any(|entry| is_of_first(entry)) {
        return None;
    }
    let named = |entry: &Entry| match &entry.posting {
        Posting::Member { person, name } if person == FIRST_PERSON => name.clone(),
        _ => None,
    };
    let file = archive.entries.iter().rev().find_map(named);
    let here = ledger.members().into_iter().find(|member| member.person == FIRST_PERSON).and_then(|first| first.name);
    (known == 0 || file.is_some() && file != here).then_some(Mixed { file, here })
}

/// The accounts that the new entries change, or name; and the names that several people bear then.
fn changes(new: &[Entry], ledger: &Ledger, today: Date) -> (Vec<Change>, Vec<String>) {
    if new.is_empty() {
        return <_>::default();
    }
    let mut after = ledger.clone();
    after.post_all(new.iter().cloned());
    let here = ledger.members();
    let (mut bearers, mut namesakes) = (BTreeMap::new(), Vec::new());
    if new.iter().any(|entry| matches!(entry.posting, Posting::Member { .. })) {
        for named in after.members().into_iter().filter_map(|member| member.name) {
            let count = bearers.entry(name::compared(&named)).or_insert(0_usize);
            *count += 1;
            if *count == 2 {
                namesakes.push(named);
            }
        }
    }
    let changes = after.members().into_iter().map(|member| {
        let (before, after) = (ledger.account(&member.person), after.account(&member.person));
        let known = here.iter().find(|known| known.person == member.person);
        Change {
            here: known.and_then(|known| known.name.clone()),
            after_name: member.name,
            before: before.all_time(),
            after: after.all_time(),
            balance: (before.balance(today), after.balance(today)),
            person: member.person,
        }
    });
    let changes = changes
        .filter(|change| {
            change.before != change.after || change.balance.0 != change.balance.1 || change.here != change.after_name
        })
        .collect();
    (changes, namesakes)
}
