//! What may be claimed once only: the days of a meter, an appliance, the repaint of a dwelling, a car-free day.
//!
//! Of two entries that claim the same, the one that comes first counts: by date, then in order of recording. The other
//! one stays in the ledger, worth nothing, and names the first.

mod car;
mod key;

use std::rc::Rc;

use car::{covers_any, days_of, used_in, uses_car};
use key::{car_key, key, key_of, touched_key};

use super::order::trial;
use super::repaint::Repaint;
use super::{Entry, Ledger};
use crate::domain::activity::{Activity, Facts, UtilityBill};
use crate::domain::date::Date;
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::Rulebook;

/// Why an entry does not count: another one claims the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// What is claimed twice.
    pub code: ReasonCode,
    /// The id of the entry that counts.
    pub of: String,
}

/// Entries that may claim the same, and those among them that do not count.
#[derive(Clone, Default, Debug)]
pub(super) struct Claims {
    /// By what they claim, in no order.
    groups: Vec<Group>,
}

#[derive(Clone, Debug)]
struct Group {
    key: String,
    /// In order of date, then of recording.
    entries: Vec<(Order, Rc<Entry>)>,
    refused: Vec<(String, Claim)>,
}

/// Date, moment and place of recording.
type Order = (Date, i64, usize);

impl Claims {
    /// Why an entry does not count, if it does not.
    pub(super) fn of(&self, entry: &Entry, rules: Rules<'_>) -> Option<Claim> {
        let key = key_of(entry.posted()?, rules)?;
        let group = self.group(&key)?;
        group.refused.iter().find(|(id, _)| *id == entry.id).map(|(_, claim)| claim.clone())
    }

    fn group(&self, key: &str) -> Option<&Group> {
        let found = self.groups.binary_search_by(|group| group.key.as_str().cmp(key)).ok()?;
        self.groups.get(found)
    }

    /// Takes an entry in.
    pub(super) fn add(&mut self, entry: &Rc<Entry>, place: usize, rules: Rules<'_>) {
        let Some(posted) = entry.posted() else { return };
        let Some(key) = key_of(posted, rules) else { return };
        let found = match self.groups.binary_search_by(|group| group.key.cmp(&key)) {
            Ok(found) => found,
            Err(between) => {
                self.groups.insert(between, Group { key, entries: Vec::new(), refused: Vec::new() });
                between
            }
        };
        if let Some(group) = self.groups.get_mut(found) {
            let order = (posted.activity.date, entry.recorded_at, place);
            let after = group.entries.partition_point(|(known, _)| *known < order);
            group.entries.insert(after, (order, entry.clone()));
        }
    }

    /// Takes an entry out.
    pub(super) fn remove(&mut self, entry: &Entry, rules: Rules<'_>) {
        let key = entry.posted().and_then(|posted| key_of(posted, rules));
        let found = key.and_then(|key| self.groups.binary_search_by(|group| group.key.cmp(&key)).ok());
        if let Some(group) = found.and_then(|found| self.groups.get_mut(found)) {
            group.entries.retain(|(_, known)| known.id != entry.id);
        }
    }

    /// Looks again at what claims the same as any of these entries, or stands on its day; gives back the days on which
    /// something is different now.
    pub(super) fn settle<'e>(
        &mut self,
        about: impl Iterator<Item = &'e Entry>,
        ledger: &Days<'_>,
        rules: Rules<'_>,
    ) -> Vec<Date> {
        let mut keys: Vec<String> = about.filter_map(|entry| touched_key(entry, rules)).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut changed = Vec::new();
        for key in keys {
            let Ok(found) = self.groups.binary_search_by(|group| group.key.cmp(&key)) else { continue };
            let Some(group) = self.groups.get_mut(found) else { continue };
            let refused = group.refused(ledger, rules);
            let different = |(id, claim): &&(String, Claim), others: &[(String, Claim)]| {
                !others.iter().any(|(other, known)| (other, known) == (id, claim))
            };
            let before = group.refused.iter().filter(|one| different(one, &refused));
            let after = refused.iter().filter(|one| different(one, &group.refused));
            let ids: Vec<&String> = before.chain(after).map(|(id, _)| id).collect();
            changed.extend(
                group.entries.iter().filter(|(_, entry)| ids.contains(&&entry.id)).map(|((date, ..), _)| *date),
            );
            group.refused = refused;
        }
        changed
    }
}

/// The entries of a day that count, for looking up whether a car was used.
pub(super) type Days<'a> = dyn Fn(Date) -> Vec<Rc<Entry>> + 'a;

/// The rules it is kept by, if there are any: they say which purchases repaint a home, and how often one may.
type Rules<'a> = Option<&'a Rulebook>;

impl Group {
    fn refused(&self, days: &Days<'_>, rules: Rules<'_>) -> Vec<(String, Claim)> {
        let mut refused = Vec::new();
        let mut repaint = None;
        // Those that count so far.
        let mut counting: Vec<&Rc<Entry>> = Vec::new();
        for (_, entry) in &self.entries {
            let Some(posted) = entry.posted() else { continue };
            let claim = match &posted.activity.facts {
                Facts::Utility(bill) => first_bill(&counting, bill).map(|first| (ReasonCode::OverlappingBill, first)),
                Facts::Appliance { .. } => counting.first().map(|first| (ReasonCode::SameAppliance, (*first).clone())),
                Facts::CarFree(car) => {
                    let stood = days_of(posted.activity.date, car);
                    let taken = counting.iter().find(|other| covers_any(other, stood)).map(|first| (*first).clone());
                    let used = || used_in(stood, posted.holders().next(), days);
                    taken
                        .map(|first| (ReasonCode::OverlappingCarFree, first))
                        .or_else(|| used().map(|trip| (ReasonCode::CarUsed, trip)))
                }
                Facts::Purchase(_) => rules.and_then(|rules| Repaint::take(&mut repaint, entry, rules)),
                _ => None,
            };
            match claim {
                Some((code, first)) => refused.push((entry.id.clone(), Claim { code, of: first.id.clone() })),
                None => counting.push(entry),
            }
        }
        refused
    }
}

/// The bill among those that count that has a day in common with this one. They have none with one another.
fn first_bill(counting: &[&Rc<Entry>], bill: &UtilityBill) -> Option<Rc<Entry>> {
    // In order of their last days, the newest last: what overlaps is near the end.
    let bills = counting.iter().rev().filter_map(|entry| match &entry.posted()?.activity.facts {
        Facts::Utility(other) => Some((entry, other)),
        _ => None,
    });
    let mut not_before = bills.take_while(|(_, other)| other.end >= bill.start);
    not_before.find(|(_, other)| other.start <= bill.end).map(|(found, _)| Rc::clone(found))
}

impl Ledger {
    /// What an activity would claim that an entry claims already, if it were recorded now; the entry that it is to
    /// replace is passed over. Whatever comes first by date, the two cannot both count.
    pub fn claimed(&self, activity: &Activity, person: &str, replaces: Option<&str>) -> Option<Claim> {
        let counting = |entry: &&(Order, Rc<Entry>)| replaces != Some(&*entry.1.id);
        if uses_car(activity) {
            let group = self.claims.group(&car_key(person))?;
            let stood = group.entries.iter().filter(counting);
            let mut stood = stood.filter(|(_, entry)| covers_any(entry, (activity.date, activity.date)));
            return stood.next().map(|(_, entry)| Claim { code: ReasonCode::CarUsed, of: entry.id.clone() });
        }
        let rules = self.policy().rulebook();
        let key = key(activity, person, rules)?;
        let known = self.claims.group(&key).map_or(&[][..], |group| &group.entries);
        let mut entries: Vec<_> = known.iter().filter(counting).cloned().collect();
        let refused = |entries| {
            Group { key: key.clone(), entries, refused: Vec::new() }.refused(&|day| self.counting_on(day), rules)
        };
        let trial = trial(activity, person);
        if !matches!(activity.facts, Facts::Purchase(_)) {
            entries.push(((Date::LAST, i64::MAX, usize::MAX), trial.clone()));
            return refused(entries).into_iter().find(|(id, _)| *id == trial.id).map(|(_, claim)| claim);
        }
        // How long ago a home was painted goes by the days themselves, and an earlier day may take the place of a later.
        let before = refused(entries.clone());
        let order = (activity.date, i64::MAX, usize::MAX);
        entries.insert(entries.partition_point(|(known, _)| *known < order), (order, trial.clone()));
        let after = refused(entries);
        let own = after.iter().find(|(id, _)| *id == trial.id).map(|(_, claim)| claim.clone());
        own.or_else(|| {
            let (id, claim) = after.iter().find(|(id, _)| !before.iter().any(|(known, _)| known == id))?;
            Some(Claim { code: claim.code, of: id.clone() })
        })
    }
}
