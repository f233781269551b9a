//! What may be claimed once only: the days of a meter, an appliance, the repaint of a dwelling, a car-free day.
//!
//! Of two entries that claim the same, the one that comes first counts: by date, and on one day the one that is worth more.
//! The other one stays in the ledger, worth nothing, and names the first.

mod car;
mod key;

use std::cmp::Reverse;
use std::rc::Rc;
use std::slice::from_ref;

use car::{days_of, first_standing, used_in, uses_car};
use key::{car_key, key, key_of, touched_key};

use super::order::{LAST, trial};
use super::repaint::Repaint;
use super::{Entry, Ledger, Posted, Turn};
use crate::domain::activity::{Activity, Evidence, Facts, UtilityBill};
use crate::domain::date::Date;
use crate::domain::exact::Exact;
use crate::domain::intake::bounds::MOST_BILL_DAYS;
use crate::domain::methodology::paint::paint;
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
    /// By what they claim.
    groups: Vec<Group>,
}

#[derive(Clone, Debug)]
struct Group {
    key: String,
    /// In order of date; on one day the one worth most comes first, so that the day comes to the same whatever the order
    /// of recording.
    entries: Vec<Claimant>,
}

#[derive(Clone, Debug)]
struct Claimant {
    order: Order,
    entry: Rc<Entry>,
    /// Why it does not count, if it does not.
    refused: Option<Claim>,
}

/// Date and rank; then the order of recording.
type Order = (Date, Reverse<Rank>, Turn);

/// What goes first on a day: what is worth more, in points, carbon and air; the verified; what names a merchant; and what
/// claims more: longer bills; more paint for walls that take more. Two of one rank make no difference to the day.
type Rank = ([i64; 3], bool, Option<String>, [Option<Exact>; 2]);

/// No bill and no car-free entry is longer, so what is further away in time is not concerned.
const REACH_DAYS: u32 = MOST_BILL_DAYS;

fn order(posted: &Posted, rules: Rules<'_>, turn: Turn) -> Order {
    let (worth, activity) = (posted.totals, &posted.activity);
    let claimed = match &activity.facts {
        Facts::Purchase(_) => rules
            .and_then(|rules| paint(activity, rules))
            .map_or([None, None], |paint| [paint.most, Some(paint.litres)]),
        Facts::Utility(bill) => [Some(Exact::from(i64::from(bill.end.days_since(bill.start)))), None],
        _ => [None, None],
    };
    let worth = [worth.points, worth.carbon_mg, worth.air.upe];
    let rank = (worth, activity.evidence == Evidence::Verified, activity.merchant.clone(), claimed);
    (activity.date, Reverse(rank), turn)
}

impl Claims {
    /// Why an entry does not count, if it does not.
    pub(super) fn of(&self, entry: &Entry, rules: Rules<'_>) -> Option<Claim> {
        let posted = entry.posted()?;
        let date = posted.activity.date;
        let group = self.group(&key_of(posted, rules)?)?;
        let from = group.entries.partition_point(|known| known.order.0 < date);
        let of_day = group.entries.iter().skip(from).take_while(|known| known.order.0 == date);
        of_day.into_iter().find(|known| known.entry.id == entry.id)?.refused.clone()
    }

    fn group(&self, key: &str) -> Option<&Group> {
        let found = self.groups.binary_search_by(|group| group.key.as_str().cmp(key)).ok()?;
        self.groups.get(found)
    }

    /// Takes an entry in.
    pub(super) fn add(&mut self, entry: &Rc<Entry>, turn: Turn, rules: Rules<'_>) {
        let Some(posted) = entry.posted() else { return };
        let Some(key) = key_of(posted, rules) else { return };
        let found = match self.groups.binary_search_by(|group| group.key.cmp(&key)) {
            Ok(found) => found,
            Err(between) => {
                self.groups.insert(between, Group { key, entries: Vec::new() });
                between
            }
        };
        if let Some(group) = self.groups.get_mut(found) {
            let order = order(posted, rules, turn);
            let after = group.entries.partition_point(|known| known.order < order);
            group.entries.insert(after, Claimant { order, entry: entry.clone(), refused: None });
        }
    }

    /// Takes an entry out.
    pub(super) fn remove(&mut self, entry: &Entry, rules: Rules<'_>) {
        let key = entry.posted().and_then(|posted| key_of(posted, rules));
        let found = key.and_then(|key| self.groups.binary_search_by(|group| group.key.cmp(&key)).ok());
        if let Some(group) = found.and_then(|found| self.groups.get_mut(found)) {
            group.entries.retain(|known| known.entry.id != entry.id);
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
        let touched = |entry: &Entry| Some((touched_key(entry, rules)?, entry.posted()?.activity.date));
        let mut touched: Vec<(String, Date)> = about.filter_map(touched).collect();
        touched.sort_unstable();
        let mut changed = Vec::new();
        for one in touched.chunk_by(|one, next| one.0 == next.0) {
            let (Some((key, first)), Some((_, last))) = (one.first(), one.last()) else { continue };
            let Ok(found) = self.groups.binary_search_by(|group| group.key.cmp(key)) else { continue };
            if let Some(group) = self.groups.get_mut(found) {
                changed.extend(group.settle(*first, *last, ledger, rules));
            }
        }
        changed
    }
}

/// The entries of a day that count, for looking up whether a car was used.
pub(super) type Days<'a> = dyn Fn(Date) -> Vec<Rc<Entry>> + 'a;

/// The rules it is kept by, if there are any: they say which purchases repaint a home, and how often one may.
type Rules<'a> = Option<&'a Rulebook>;

impl Group {
    /// Looks again at what days from `first` to `last` may concern, and at what that concerns in turn; gives back the days
    /// on which something is different now. Of bills and car-free days that is a part of the group, however large it is.
    fn settle(&mut self, first: Date, last: Date, days: &Days<'_>, rules: Rules<'_>) -> Vec<Date> {
        let reach = i32::try_from(REACH_DAYS).unwrap_or(i32::MAX);
        let nearby = self
            .entries
            .first()
            .and_then(|known| known.entry.posted())
            .is_some_and(|posted| matches!(posted.activity.facts, Facts::Utility(_) | Facts::CarFree(_)));
        let before = |date: Date| self.entries.partition_point(|known| known.order.0 < date);
        let (start, known) = if nearby {
            (before(first.plus_days(-reach)), before(first.plus_days(-reach).plus_days(-reach)))
        } else {
            (0, 0)
        };
        // Those that count so far.
        let earlier = self.entries.iter().take(start).skip(known).filter(|known| known.refused.is_none());
        let mut counting: Vec<Rc<Entry>> = earlier.map(|known| known.entry.clone()).collect();
        let (mut changed, mut until, mut repaint) = (Vec::new(), last.plus_days(reach), None);
        for known in self.entries.iter_mut().skip(start) {
            let date = known.order.0;
            if nearby && date > until {
                break;
            }
            let claim = clash(&counting, &known.entry, &mut repaint, days, rules);
            if claim.is_none() {
                counting.push(known.entry.clone());
            }
            if claim != known.refused {
                until = until.max(date.plus_days(reach));
                changed.push(date);
                known.refused = claim;
            }
        }
        changed
    }

    /// All of them looked at anew.
    fn settled(mut self, days: &Days<'_>, rules: Rules<'_>) -> Self {
        let first = self.entries.first().map_or(Date::LAST, |known| known.order.0);
        self.settle(first, Date::LAST, days, rules);
        self
    }

    fn counting(&self) -> Vec<Rc<Entry>> {
        let counting = self.entries.iter().filter(|known| known.refused.is_none());
        counting.map(|known| known.entry.clone()).collect()
    }
}

/// Which of the entries that count, in order, claims the same as another one.
fn clash(
    counting: &[Rc<Entry>],
    entry: &Rc<Entry>,
    repaint: &mut Option<Repaint>,
    days: &Days<'_>,
    rules: Rules<'_>,
) -> Option<Claim> {
    let posted = entry.posted()?;
    let (code, first) = match &posted.activity.facts {
        Facts::Utility(bill) => (ReasonCode::OverlappingBill, first_bill(counting, bill)?),
        Facts::Appliance { .. } => (ReasonCode::SameAppliance, counting.first().cloned()?),
        Facts::CarFree(car) => {
            let stood = days_of(posted.activity.date, car);
            match first_standing(counting, stood) {
                Some(first) => (ReasonCode::OverlappingCarFree, first),
                None => (ReasonCode::CarUsed, used_in(stood, posted.holders().next(), days)?),
            }
        }
        Facts::Purchase(_) => Repaint::take(repaint, entry, rules?)?,
        _ => return None,
    };
    Some(Claim { code, of: first.id.clone() })
}

/// The bill among those that count that has a day in common with this one. They have none with one another.
fn first_bill(counting: &[Rc<Entry>], bill: &UtilityBill) -> Option<Rc<Entry>> {
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
    /// replace is passed over. Whatever comes first by date, the two cannot both count. A trip by one's own car, or
    /// refuelling it, counts itself: it is the car-free day that would not any more.
    pub fn claimed(&self, activity: &Activity, person: &str, replaces: Option<&str>) -> Option<Claim> {
        let others = |known: &&Claimant| replaces != Some(&*known.entry.id);
        if uses_car(activity) {
            let group = self.claims.group(&car_key(person))?;
            // What does not count already loses nothing, unless it is by the entry that this one is to replace.
            let counts =
                |known: &&Claimant| known.refused.as_ref().is_none_or(|claim| replaces == Some(claim.of.as_str()));
            let mut stood = group.entries.iter().filter(others).filter(counts);
            let found =
                stood.find(|known| first_standing(from_ref(&known.entry), (activity.date, activity.date)).is_some())?;
            return Some(Claim { code: ReasonCode::CarFreeUndone, of: found.entry.id.clone() });
        }
        let (rules, days) = (self.policy().rulebook(), |day| self.counting_on(day).cloned().collect());
        let key = key(activity, person, rules)?;
        let known = self.claims.group(&key).map_or(&[][..], |group| &group.entries);
        let group = Group { key, entries: known.iter().filter(others).cloned().collect() };
        let trial = trial(activity, person, replaces);
        let before = group.settled(&days, rules);
        if !matches!(activity.facts, Facts::Purchase(_)) {
            return clash(&before.counting(), &trial, &mut None, &days, rules);
        }
        // How long ago a home was painted goes by the days themselves, and an earlier day may take the place of a later.
        let mut after = before.clone();
        let order = order(trial.posted()?, rules, self.turn(trial.posted()?, LAST));
        let place = after.entries.partition_point(|known| known.order < order);
        after.entries.insert(place, Claimant { order, entry: trial.clone(), refused: None });
        let after = after.settled(&days, rules);
        let own = after.entries.iter().find(|known| known.entry.id == trial.id)?;
        own.refused.clone().or_else(|| {
            let was = |id: &str| before.entries.iter().any(|known| known.entry.id == id && known.refused.is_some());
            let pushed = after.entries.iter().find(|known| known.refused.is_some() && !was(&known.entry.id))?;
            Some(Claim { code: pushed.refused.as_ref()?.code, of: pushed.entry.id.clone() })
        })
    }
}
