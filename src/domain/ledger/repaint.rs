//! The repaint of a home, which counts once in the years of the rulebook: more paint never beats not painting.
//!
//! What is bought within weeks of the first tin is for the same repaint; its litres add up and are held against what the
//! walls take, so that a large purchase cannot be recorded as several small ones.

use std::rc::Rc;

use super::Entry;
use crate::domain::date::Date;
use crate::domain::exact::Exact;
use crate::domain::methodology::paint::{Paint, paint};
use crate::domain::reason::ReasonCode;
use crate::domain::rulebook::{Key, Rulebook};

/// The repaint that counts.
pub(super) struct Repaint {
    /// Its first purchase.
    first: Rc<Entry>,
    /// The last day on which a purchase is for it.
    last: Date,
    /// The first day on which another repaint counts.
    again: Date,
    /// Litres so far.
    litres: Exact,
    /// Litres that the walls take: the most that any of its purchases says that tells how large the home is; as long as
    /// none does, what is assumed.
    most: Option<Exact>,
    /// Whether any does.
    told: bool,
}

impl Repaint {
    /// Takes a purchase, not earlier than those before it, to the repaint that counts so far, or to a new one. If it
    /// cannot count: why, and the first purchase of the repaint that does.
    pub(super) fn take(
        current: &mut Option<Self>,
        entry: &Rc<Entry>,
        rulebook: &Rulebook,
    ) -> Option<(ReasonCode, Rc<Entry>)> {
        let activity = &entry.posted()?.activity;
        let bought = paint(activity, rulebook)?;
        match current {
            Some(repaint) if activity.date < repaint.again => {
                let code = repaint.add(activity.date, bought)?;
                Some((code, repaint.first.clone()))
            }
            _ => {
                let first = activity.date;
                let whole =
                    |key| rulebook.key(key, first)?.value.floor().ok().and_then(|whole| i32::try_from(whole).ok());
                *current = Some(Self {
                    first: entry.clone(),
                    last: first.plus_days(whole(Key::RepaintSpan)?),
                    again: years_later(first, whole(Key::RepaintYears)?),
                    litres: bought.litres,
                    most: bought.most,
                    told: bought.told,
                });
                None
            }
        }
    }

    /// Adds a purchase to it, unless there is a reason why not.
    fn add(&mut self, date: Date, bought: Paint) -> Option<ReasonCode> {
        if date > self.last {
            return Some(ReasonCode::RepaintTooSoon);
        }
        let most = match (self.most, bought.most) {
            (Some(one), Some(other)) if self.told == bought.told => Some(one.at_least(other)),
            (one, other) if self.told => one.or(other),
            (one, other) if bought.told => other.or(one),
            (one, other) => one.or(other),
        };
        // The bounds of the intake keep every sum far below an overflow.
        let litres = self.litres.add(bought.litres).ok()?;
        if most.is_some_and(|most| litres > most) {
            return Some(ReasonCode::PaintBeyondArea);
        }
        (self.litres, self.most, self.told) = (litres, most, self.told || bought.told);
        None
    }
}

/// The same day some years later; of a 29 February, the day after that February where it has none.
fn years_later(date: Date, years: i32) -> Date {
    let year = date.year().saturating_add(years);
    Date::new(year, date.month(), date.day()).or_else(|| Date::new(year, 3, 1)).unwrap_or(Date::LAST)
}
