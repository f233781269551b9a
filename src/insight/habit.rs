//! Which trip a resident makes as a habit, so that it can be recorded without being travelled for its points.

use super::Viewpoint;
use super::next::Habit;
use super::usual::lately;
use crate::domain::activity::{Activity, Facts};
use crate::domain::exact::Exact;

/// Days in which a trip is a habit if it was recorded so many times.
const DAYS: i64 = 30;
const OFTEN: usize = 3;

/// The trip that is made often and was not made yet today: never one that is longer than the one made most often.
pub(super) fn usual_trip<'h>(view: &Viewpoint<'_>, habits: &'h [Habit]) -> Option<&'h Habit> {
    let lately = |activity: &Activity| {
        let same = lately(view).filter(|posted| posted.activity.facts == activity.facts);
        same.filter(|posted| (0..DAYS).contains(&i64::from(view.today.days_since(posted.activity.date)))).count()
    };
    let trips = habits.iter().filter(|habit| matches!(habit.activity.facts, Facts::Trip(_)));
    let mut often = trips.filter(|habit| lately(&habit.activity) >= OFTEN);
    let first = often.next()?;
    if !first.today {
        return Some(first);
    }
    let usual = length(&first.activity)?;
    often.find(|habit| !habit.today && length(&habit.activity).is_some_and(|length| length <= usual))
}

fn length(activity: &Activity) -> Option<Exact> {
    let Facts::Trip(legs) = &activity.facts else { return None };
    legs.iter().try_fold(Exact::ZERO, |sum, leg| sum.add(leg.km.exact()).ok())
}
