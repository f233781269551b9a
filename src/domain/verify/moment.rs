//! When an entry was recorded, held against the day it is of, the rules it names and the clock here.
//!
//! A day of play is given to everything: two clocks are never the same, and a device abroad is on another day. An entry
//! that was recorded under a clock set far back or ahead is told, too, since nothing tells it from one that was made up
//! later; an import takes it in all the same. A file does not say when it was exported, so it is held against the clock
//! of whoever verifies it, where there is one.

use super::Cause;
use crate::domain::archive::again::Again;
use crate::domain::archive::day_of;
use crate::domain::date::Date;
use crate::domain::ledger::Entry;

/// How far clocks may be apart, in days.
const PLAY: i32 = 1;

/// What cannot be about the moment of an entry. `today` is the day here, in Beijing, where it is known.
pub(super) fn odd(entry: &Entry, again: &mut Again<'_>, today: Option<Date>) -> Option<Cause> {
    let recorded = Date::in_beijing(entry.recorded_at);
    let latest = recorded.plus_days(PLAY);
    if let Some(today) = today
        && recorded > today.plus_days(PLAY)
    {
        return Some(Cause::ToCome { recorded, today });
    }
    if let Some(date) = day_of(entry)
        && date > latest
    {
        return Some(Cause::DatedLater { date, recorded });
    }
    let rulebook = entry.rulebook()?;
    let published = published(rulebook, again).filter(|published| *published > latest)?;
    Some(Cause::Unpublished { rulebook: rulebook.to_owned(), published, recorded })
}

/// The day on which rules were published, the later one where a district's lie over others. Of a district's that are not
/// at hand only the others are known.
fn published(name: &str, again: &mut Again<'_>) -> Option<Date> {
    let rules = again.rulebook(name).or_else(|| again.rulebook(name.split_once('+')?.0))?;
    let district = rules.district.as_ref().map(|district| district.published);
    district.into_iter().chain([rules.published]).max()
}
