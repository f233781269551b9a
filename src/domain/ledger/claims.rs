//! What may be claimed once only: the days of a meter, an appliance, the repaint of a dwelling, a car-free day.
//!
//! Of two entries that claim the same, the one that comes first counts: by date, then in order of recording. The other
//! one stays in the ledger, worth nothing, and names the first.

use std::rc::Rc;

use super::order::trial;
use super::{Entry, Ledger};
use crate::domain::activity::appliance::ApplianceKind;
use crate::domain::activity::{Activity, CarFree, Evidence, Facts, Mode, UtilityBill};
use crate::domain::date::Date;
use crate::domain::reason::ReasonCode;

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
    pub(super) fn of(&self, entry: &Entry) -> Option<Claim> {
        let posted = entry.posted()?;
        let key = key(&posted.activity, posted.holders().next()?)?;
        let group = self.group(&key)?;
        group.refused.iter().find(|(id, _)| *id == entry.id).map(|(_, claim)| claim.clone())
    }

    fn group(&self, key: &str) -> Option<&Group> {
        let found = self.groups.binary_search_by(|group| group.key.as_str().cmp(key)).ok()?;
        self.groups.get(found)
    }

    /// Takes an entry in.
    pub(super) fn add(&mut self, entry: &Rc<Entry>, place: usize) {
        let Some(posted) = entry.posted() else { return };
        let Some(key) = posted.holders().next().and_then(|person| key(&posted.activity, person)) else { return };
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
    pub(super) fn remove(&mut self, entry: &Entry) {
        let key = entry.posted().and_then(|posted| key(&posted.activity, posted.holders().next()?));
        let found = key.and_then(|key| self.groups.binary_search_by(|group| group.key.cmp(&key)).ok());
        if let Some(group) = found.and_then(|found| self.groups.get_mut(found)) {
            group.entries.retain(|(_, known)| known.id != entry.id);
        }
    }

    /// Looks again at what claims the same as any of these entries, or stands on its day; gives back the days on which
    /// something is different now.
    pub(super) fn settle<'e>(&mut self, about: impl Iterator<Item = &'e Entry>, ledger: &Days<'_>) -> Vec<Date> {
        let mut keys: Vec<String> = about.filter_map(touched_key).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut changed = Vec::new();
        for key in keys {
            let Ok(found) = self.groups.binary_search_by(|group| group.key.cmp(&key)) else { continue };
            let Some(group) = self.groups.get_mut(found) else { continue };
            let refused = group.refused(ledger);
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

impl Group {
    fn refused(&self, days: &Days<'_>) -> Vec<(String, Claim)> {
        let mut refused = Vec::new();
        // Those that count so far.
        let mut counting: Vec<&Rc<Entry>> = Vec::new();
        for (_, entry) in &self.entries {
            let Some(posted) = entry.posted() else { continue };
            let claim = match &posted.activity.facts {
                Facts::Utility(bill) => first_bill(&counting, bill).map(|first| (ReasonCode::OverlappingBill, first)),
                Facts::Appliance(_) => counting.first().map(|first| (ReasonCode::SameAppliance, (*first).clone())),
                Facts::CarFree(car) => {
                    let stood = days_of(posted.activity.date, car);
                    let taken = counting.iter().find(|other| covers_any(other, stood)).map(|first| (*first).clone());
                    let used = || used_in(stood, posted.holders().next(), days);
                    taken
                        .map(|first| (ReasonCode::OverlappingCarFree, first))
                        .or_else(|| used().map(|trip| (ReasonCode::CarUsed, trip)))
                }
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

/// What an activity claims, as a text that is the same for whatever may claim the same.
fn key(activity: &Activity, person: &str) -> Option<String> {
    match &activity.facts {
        Facts::Utility(bill) => {
            Some(format!("bill/{}/{}", bill.utility.as_str(), bill.meter.as_deref().unwrap_or_default()))
        }
        // A hob is credited nothing, so there is nothing to claim.
        Facts::Appliance(new) if new.kind() != ApplianceKind::InductionHob => {
            let undated = Activity {
                id: None,
                date: Date::LAST,
                evidence: Evidence::SelfDeclared,
                merchant: None,
                note: None,
                ..activity.clone()
            };
            Some(format!("appliance/{}", undated.to_json()))
        }
        Facts::CarFree(_) => Some(car_key(person)),
        _ => None,
    }
}

/// The same, or the car-free days that a trip by car stands against.
fn touched_key(entry: &Entry) -> Option<String> {
    let posted = entry.posted()?;
    let person = posted.holders().next()?;
    key(&posted.activity, person).or_else(|| uses_car(&posted.activity).then(|| car_key(person)))
}

fn car_key(person: &str) -> String {
    format!("car/{person}")
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

/// First and last day on which a car stood: the entry's day and as many more as there are whole days in its hours.
pub(super) fn days_of(date: Date, car: &CarFree) -> (Date, Date) {
    const HOURS_A_DAY: i64 = 24;
    let hours = car.hours.exact().floor().unwrap_or(0);
    let days = i32::try_from(hours / HOURS_A_DAY).unwrap_or(0).max(1);
    (date, date.plus_days(days - 1))
}

fn covers_any(other: &Entry, (first, last): (Date, Date)) -> bool {
    other.posted().is_some_and(|posted| match &posted.activity.facts {
        Facts::CarFree(car) => {
            let (from, until) = days_of(posted.activity.date, car);
            from <= last && first <= until
        }
        _ => false,
    })
}

/// An entry that says that the person's car moved on one of these days.
fn used_in((first, last): (Date, Date), person: Option<&str>, days: &Days<'_>) -> Option<Rc<Entry>> {
    let mut day = first;
    while day <= last {
        let found = days(day).into_iter().find(|entry| {
            let theirs = entry.posted().filter(|posted| posted.holders().next() == person);
            theirs.is_some_and(|posted| uses_car(&posted.activity))
        });
        if found.is_some() {
            return found;
        }
        day = day.plus_days(1);
    }
    None
}

/// Whether one's own car must have moved: a trip in it, petrol or electric, or a visit to the pump.
fn uses_car(activity: &Activity) -> bool {
    match &activity.facts {
        Facts::Trip(legs) => legs.iter().any(|leg| matches!(leg.mode, Mode::BevCar | Mode::FcevCar | Mode::Carpool)),
        Facts::Refuel { .. } => true,
        _ => false,
    }
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
        let group = Group {
            key: key(activity, person)?,
            entries: self.claims.group(&key(activity, person)?).map_or(Vec::new(), |group| group.entries.clone()),
            refused: Vec::new(),
        };
        let others: Vec<_> = group.entries.iter().filter(counting).cloned().collect();
        let trial = trial(activity, person);
        let last = (Date::LAST, i64::MAX, usize::MAX);
        let entries = others.into_iter().chain([(last, trial.clone())]).collect();
        let refused = Group { entries, ..group }.refused(&|day| self.counting_on(day));
        refused.into_iter().find(|(id, _)| *id == trial.id).map(|(_, claim)| claim)
    }
}
