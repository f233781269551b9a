//! The ledger: entries are added and never changed; a mistake is a reversing entry and a new one.
//!
//! Everything else is a fold over the entries, kept up as they are added and never saved: who is of the household, what
//! is claimed twice, and each person's [`Account`]. Entries count in order of date, then of recording.

pub mod account;
pub mod claims;
mod entry;
mod household;
pub mod name;
mod order;
mod repaint;
pub mod saved;
mod undoing;
pub mod unreadable;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub use account::{Account, Limit, Policy, Standing};
pub use claims::Claim;
pub use entry::{Entry, FIRST_PERSON, Person, Posted, Posting, Redemption};
pub use household::Member;
pub use order::Ended;

use account::Spend;
use claims::Claims;
use order::Tried;

use super::date::Date;

/// A month of a year.
pub type Month = (i32, u8);

/// Why an entry cannot be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// An entry with that id is already there.
    Duplicate,
    /// What is to be reversed or used is not there, or is not something that can be.
    NothingToReverse,
    /// It has been reversed already.
    AlreadyReversed,
    /// It is a voucher that was used.
    AlreadyUsed,
}

/// Place in the order in which the entries of a day count: when it was recorded, and where; a correction of the same day
/// comes in where the first of its chain was. The last number keeps two of one place apart.
pub(in crate::domain::ledger) type Turn = (i64, usize, usize);

/// Where an entry stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    entry: usize,
    turn: Turn,
}

/// All entries, in order of recording, and what they come to.
#[derive(Clone, Default, Debug)]
pub struct Ledger {
    entries: Vec<Rc<Entry>>,
    /// Where what ended each of them stands: its reversal, or the use of a voucher.
    ends: Vec<Option<usize>>,
    places: BTreeMap<String, Place>,
    /// Posted entries by the day they count for, earliest day first, in order of recording within a day.
    days: Vec<(Date, Vec<usize>)>,
    policy: Policy,
    claims: Claims,
    accounts: BTreeMap<Person, Account>,
    members: Vec<Member>,
    /// What was tried since an entry was last added.
    tried: RefCell<Vec<Tried>>,
}

impl Ledger {
    /// An empty ledger under a policy. [`Ledger::default`] has none: nothing is withheld and nothing expires.
    pub fn under(policy: Policy) -> Self {
        Self { policy, ..Self::default() }
    }

    /// The policy it is kept by.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The same entries under another policy.
    #[must_use]
    pub fn moved_to(&self, policy: Policy) -> Self {
        let mut moved = Self::under(policy);
        moved.post_all(self.entries.iter().map(|entry| Entry::clone(entry)));
        moved
    }

    /// Adds an entry at the end.
    pub fn post(&mut self, entry: Entry) -> Result<(), Refused> {
        let entry = self.add(entry)?;
        self.settle(&[entry]);
        Ok(())
    }

    /// Adds entries at the end and works out once what they come to. What cannot be added, such as an entry that is
    /// there already, is passed over.
    pub fn post_all(&mut self, entries: impl IntoIterator<Item = Entry>) {
        let added: Vec<_> = entries.into_iter().filter_map(|entry| self.add(entry).ok()).collect();
        self.settle(&added);
    }

    fn add(&mut self, entry: Entry) -> Result<Rc<Entry>, Refused> {
        if self.places.contains_key(&entry.id) {
            return Err(Refused::Duplicate);
        }
        let here = self.entries.len();
        let entry = Rc::new(entry);
        let turn = match entry.posted() {
            Some(posted) => self.turn(posted, (entry.recorded_at, here)),
            None => (entry.recorded_at, here, here),
        };
        match &entry.posting {
            Posting::Activity(posted) => {
                let date = posted.activity.date;
                match self.days.binary_search_by_key(&date, |(day, _)| *day) {
                    Ok(found) => {
                        if let Some((_, entries)) = self.days.get_mut(found) {
                            entries.push(here);
                        }
                    }
                    Err(between) => self.days.insert(between, (date, vec![here])),
                }
                self.claims.add(&entry, turn, self.policy.rulebook());
                let holders = posted.holders();
                let of = holders.len();
                for (part, person) in holders.enumerate() {
                    account(&mut self.accounts, person).add(&entry, turn, (part, of));
                }
            }
            Posting::Redemption(redemption) => {
                account(&mut self.accounts, &redemption.person).spend(Spend {
                    id: entry.id.clone(),
                    date: redemption.date,
                    order: (entry.recorded_at, here),
                    cost: redemption.cost,
                });
            }
            Posting::Reversal { of } => self.reverse(of, here)?,
            Posting::Use { of } => {
                let place = self.ending(of)?;
                let target = self.entries.get(place.entry).ok_or(Refused::NothingToReverse)?;
                target.redemption().ok_or(Refused::NothingToReverse)?;
                self.end(of, here);
            }
            Posting::Member { person, name } => {
                household::name(&mut self.members, account(&mut self.accounts, person), person, name.as_deref());
            }
        }
        self.places.insert(entry.id.clone(), Place { entry: here, turn });
        self.entries.push(entry.clone());
        self.ends.push(None);
        Ok(entry)
    }

    /// The turn of an activity that is recorded at a moment and place: that of the entry it corrects, if both are of one day.
    pub(in crate::domain::ledger) fn turn(&self, posted: &Posted, (at, here): (i64, usize)) -> Turn {
        let before = posted.corrects.as_ref().and_then(|id| self.places.get(id));
        let same_day = |before: &&Place| {
            let corrected = self.entries.get(before.entry).and_then(|entry| entry.posted());
            corrected.is_some_and(|corrected| corrected.activity.date == posted.activity.date)
        };
        match before.filter(same_day) {
            Some(Place { turn: (at, place, _), .. }) => (*at, *place, here),
            None => (at, here, here),
        }
    }

    fn reverse(&mut self, of: &str, here: usize) -> Result<(), Refused> {
        let place = self.ending(of)?;
        let target = self.entries.get(place.entry).cloned().ok_or(Refused::NothingToReverse)?;
        match &target.posting {
            Posting::Activity(posted) => {
                self.claims.remove(&target, self.policy.rulebook());
                for person in posted.holders() {
                    account(&mut self.accounts, person).remove(posted.activity.date, of);
                }
            }
            Posting::Redemption(redemption) => account(&mut self.accounts, &redemption.person).cancel(of),
            _ => return Err(Refused::NothingToReverse),
        }
        self.end(of, here);
        Ok(())
    }

    /// Where something stands that has not ended yet.
    fn ending(&self, of: &str) -> Result<Place, Refused> {
        let place = self.places.get(of).copied().ok_or(Refused::NothingToReverse)?;
        match self.end_at(place.entry).map(|end| &end.posting) {
            None => Ok(place),
            Some(Posting::Use { .. }) => Err(Refused::AlreadyUsed),
            Some(_) => Err(Refused::AlreadyReversed),
        }
    }

    fn end(&mut self, of: &str, here: usize) {
        if let Some(end) = self.places.get(of).and_then(|place| self.ends.get_mut(place.entry)) {
            *end = Some(here);
        }
    }

    /// Works out what is different after these were added.
    fn settle(&mut self, added: &[Rc<Entry>]) {
        self.tried.get_mut().clear();
        // A reversal may free what its entry claimed.
        let about = added.iter().filter_map(|entry| match &entry.posting {
            Posting::Reversal { of } => self.entry(of).cloned(),
            _ => Some(entry.clone()),
        });
        let about: Vec<Rc<Entry>> = about.collect();
        let mut claims = std::mem::take(&mut self.claims);
        let touched = claims.settle(
            about.iter().map(Rc::as_ref),
            &|day| self.counting_on(day).cloned().collect(),
            self.policy.rulebook(),
        );
        self.claims = claims;
        let Self { accounts, claims, policy, .. } = self;
        for account in accounts.values_mut() {
            for date in &touched {
                account.touch(*date);
            }
            account.settle(policy, &|entry| claims.of(entry, policy.rulebook()));
        }
    }
}

fn account<'a>(accounts: &'a mut BTreeMap<Person, Account>, person: &str) -> &'a mut Account {
    accounts.entry(person.to_owned()).or_default()
}
