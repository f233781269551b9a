//! What an import would do to the accounts: whose they are, and what they come to before and after.

use std::collections::BTreeMap;

use crate::domain::archive::Archive;
use crate::domain::archive::merge::is_of_first;
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, FIRST_PERSON, Ledger, Person, Posting, name};

/// The person who began the ledger, in the file and here: perhaps not the same one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mixed {
    /// The name in the file, if it has one.
    pub file: Option<String>,
    /// The name here, if it has one.
    pub here: Option<String>,
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

/// Set if the file's first person goes by another name, or no entry shows that the file and the device ever were one.
pub(super) fn mixed(archive: &Archive, new: &[Entry], known: usize, ledger: &Ledger) -> Option<Mixed> {
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
pub(super) fn changes(new: &[Entry], ledger: &Ledger, today: Date) -> (Vec<Change>, Vec<String>) {
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
