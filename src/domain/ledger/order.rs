//! The entries in the orders in which they are looked at.

use std::rc::Rc;

use super::{Entry, Ledger, Person, Posted, Posting, Redemption, Standing};
use crate::domain::activity::{Activity, Facts};
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::date::Date;

/// How a redemption ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// It was cancelled, and the points given back.
    Cancelled,
    /// The voucher was used.
    Used,
}

impl Ledger {
    /// Every entry, in order of recording.
    pub fn entries(&self) -> &[Rc<Entry>] {
        &self.entries
    }

    /// How many activities there are: those that were undone or corrected are not among them, the corrections are.
    pub fn counting(&self) -> usize {
        let posted = self.entries.iter().filter(|entry| entry.posted().is_some()).count();
        let of_one = |of: &str| self.entry(of).is_some_and(|entry| entry.posted().is_some());
        let ended = |entry: &&Rc<Entry>| matches!(&entry.posting, Posting::Reversal { of } if of_one(of));
        posted.saturating_sub(self.entries.iter().filter(ended).count())
    }

    /// Whether nothing was ever recorded.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The entry with that id.
    pub fn entry(&self, id: &str) -> Option<&Rc<Entry>> {
        self.entries.get(self.places.get(id)?.entry)
    }

    /// The reversal of the entry with that id, if it was reversed.
    pub fn reversal_of(&self, id: &str) -> Option<&Rc<Entry>> {
        self.reversal_at(self.places.get(id)?.entry)
    }

    /// What ended the entry at a place.
    pub(super) fn end_at(&self, place: usize) -> Option<&Rc<Entry>> {
        self.entries.get((*self.ends.get(place)?)?)
    }

    fn reversal_at(&self, place: usize) -> Option<&Rc<Entry>> {
        self.end_at(place).filter(|end| matches!(end.posting, Posting::Reversal { .. }))
    }

    /// What ended the entry with that id: its reversal, or the use of a voucher.
    pub fn end_of(&self, id: &str) -> Option<&Rc<Entry>> {
        self.end_at(self.places.get(id)?.entry)
    }

    /// How the redemption with that id ended, if it did.
    pub fn ended(&self, id: &str) -> Option<Ended> {
        let end = self.end_of(id)?;
        Some(if matches!(end.posting, Posting::Use { .. }) { Ended::Used } else { Ended::Cancelled })
    }

    /// Redemptions, last recorded first.
    pub fn redemptions(&self) -> impl Iterator<Item = (&Rc<Entry>, &Redemption)> {
        self.entries.iter().rev().filter_map(|entry| Some((entry, entry.redemption()?)))
    }

    /// What was posted lately and still counts, last recorded first: of the last 200 entries, enough to know a habit
    /// and few enough to cost the same in a long ledger.
    pub fn recent(&self) -> impl Iterator<Item = &Posted> {
        const LOOK_BACK: usize = 200;
        let lately = self.entries.iter().enumerate().rev().take(LOOK_BACK);
        lately.filter(|(place, _)| self.reversal_at(*place).is_none()).filter_map(|(_, entry)| entry.posted())
    }

    /// Those of them that a person has a share in.
    pub fn recent_of<'a>(&'a self, person: &'a str) -> impl Iterator<Item = &'a Posted> {
        self.recent().filter(move |posted| posted.holders().any(|holder| holder == person))
    }

    /// Posted entries that were recorded on that day or later, reversed ones included, last recorded first, each with the
    /// day it was recorded on.
    pub fn recorded_since(&self, day: Date) -> impl Iterator<Item = (Date, (&Rc<Entry>, &Posted))> {
        let lately = self.entries.iter().rev().map(|entry| (Date::in_beijing(entry.recorded_at), entry));
        let lately = lately.take_while(move |(recorded, _)| *recorded >= day);
        lately.filter_map(|(recorded, entry)| Some((recorded, (entry, entry.posted()?))))
    }

    /// Posted entries, reversed ones included: newest day first and, within a day, last recorded first.
    pub fn by_day(&self) -> impl Iterator<Item = (Date, Vec<(&Rc<Entry>, &Posted)>)> {
        self.days.iter().rev().map(|(day, places)| {
            let entries = places.iter().rev().filter_map(|place| self.entries.get(*place));
            (*day, entries.filter_map(|entry| Some((entry, entry.posted()?))).collect())
        })
    }

    /// Days with posted entries, newest first.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        self.days.iter().rev().map(|(day, _)| *day)
    }

    /// Posted entries of a day, reversed ones included, last recorded first.
    pub fn of_day(&self, day: Date) -> impl Iterator<Item = (&Rc<Entry>, &Posted)> {
        let found = self.days.binary_search_by_key(&day, |(day, _)| *day).ok();
        let places = found.and_then(|found| self.days.get(found)).map_or(&[][..], |(_, places)| places);
        let entries = places.iter().rev().filter_map(|place| self.entries.get(*place));
        entries.filter_map(|entry| Some((entry, entry.posted()?)))
    }

    /// Posted entries of a day that were not reversed, in order of recording.
    pub(super) fn counting_on(&self, day: Date) -> impl Iterator<Item = &Rc<Entry>> {
        let found = self.days.binary_search_by_key(&day, |(day, _)| *day).ok();
        let places = found.and_then(|found| self.days.get(found)).map_or(&[][..], |(_, places)| places);
        let counting = places.iter().filter(|place| self.reversal_at(**place).is_none());
        counting.filter_map(|place| self.entries.get(*place))
    }

    /// A trip just like this one, of the same day and person, that was recorded less than an hour before or after; the
    /// entry that it is to replace, or is itself, is passed over.
    pub fn repeated(&self, activity: &Activity, person: &str, at: i64, passed: Option<&str>) -> Option<Rc<Entry>> {
        self.alike(activity, person, at).find(|entry| passed != Some(&*entry.id))
    }

    /// The trip that this one, which counts, may be a repeat of: just like it and recorded less than an hour before it.
    pub fn repeat_of(&self, entry: &Entry) -> Option<Rc<Entry>> {
        let posted = entry.posted().filter(|_| self.reversal_of(&entry.id).is_none())?;
        let order = |entry: &Entry| (entry.recorded_at, self.places.get(&entry.id).map(|place| place.entry));
        let mut alike = self.alike(&posted.activity, posted.holders().next()?, entry.recorded_at);
        alike.find(|other| order(other) < order(entry))
    }

    /// Trips that count just like one of the same day and person, recorded less than an hour before or after.
    fn alike(&self, activity: &Activity, person: &str, at: i64) -> impl Iterator<Item = Rc<Entry>> {
        const HOUR_MS: u64 = 60 * 60 * 1000;
        let trip = matches!(activity.facts, Facts::Trip(_));
        let of_day = trip.then(|| self.counting_on(activity.date)).into_iter().flatten();
        let alike = of_day.filter(move |entry| {
            let same =
                |posted: &Posted| posted.activity.facts == activity.facts && posted.holders().next() == Some(person);
            entry.recorded_at.abs_diff(at) < HOUR_MS && entry.posted().is_some_and(same)
        });
        alike.cloned()
    }
}

impl Ledger {
    /// How an activity worth that much would stand in a person's account if it were recorded now for these people, in
    /// place of the entry with the id `replaces`. Whether another entry claims the same is for [`Ledger::claimed`].
    pub fn trial(
        &self,
        (activity, worth): (&Activity, Totals),
        people: &[Person],
        person: &str,
        replaces: Option<&str>,
    ) -> Option<Standing> {
        let same = |tried: &&Tried| {
            let given = (tried.person.as_str(), tried.replaces.as_deref(), tried.worth, &*tried.people);
            given == (person, replaces, worth, people) && tried.activity == *activity
        };
        if let Some(known) = self.tried.borrow().iter().find(same) {
            return known.standing.clone();
        }
        let standing = self.try_anew((activity, worth), people, person, replaces);
        let mut tried = self.tried.borrow_mut();
        if tried.len() == MOST_TRIED {
            tried.clear();
        }
        tried.push(Tried {
            activity: activity.clone(),
            worth,
            people: people.to_vec(),
            person: person.to_owned(),
            replaces: replaces.map(str::to_owned),
            standing: standing.clone(),
        });
        standing
    }

    fn try_anew(
        &self,
        (activity, worth): (&Activity, Totals),
        people: &[Person],
        person: &str,
        replaces: Option<&str>,
    ) -> Option<Standing> {
        let mut entry = Rc::unwrap_or_clone(trial(activity, person, replaces));
        let mut turn = (LAST.0, LAST.1, LAST.1);
        if let Posting::Activity(posted) = &mut entry.posting {
            posted.totals = worth;
            posted.people = people.to_vec();
            turn = self.turn(posted, LAST);
        }
        let place = people.iter().position(|one| one == person).unwrap_or(0);
        let share = (place, people.len().max(1));
        self.account(person).trial((&Rc::new(entry), turn), share, replaces, self.policy())
    }
}

/// What was tried, and what it came to: a screen that is drawn again asks the same.
#[derive(Clone, Debug)]
pub(super) struct Tried {
    activity: Activity,
    worth: Totals,
    people: Vec<Person>,
    person: Person,
    replaces: Option<String>,
    standing: Option<Standing>,
}

/// More than a screen asks, and few enough to be looked through.
const MOST_TRIED: usize = 128;

/// When and where what is recorded now stands: behind everything.
pub(super) const LAST: (i64, usize) = (i64::MAX, usize::MAX);

/// An entry to try an activity with; it is not in the ledger.
pub(super) fn trial(activity: &Activity, person: &str, corrects: Option<&str>) -> Rc<Entry> {
    let posted = Posted {
        activity: activity.clone(),
        rulebook: String::new(),
        verdict: Verdict::Recorded,
        totals: Totals::default(),
        corrects: corrects.map(str::to_owned),
        people: vec![person.to_owned()],
        receipt: None,
    };
    Rc::new(Entry { id: String::new(), recorded_at: i64::MAX, posting: Posting::Activity(Box::new(posted)) })
}
