//! Whether a new entry can be true: its numbers worked out again, its days not in the future, its reward on offer.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::plan::{Why, day_of};
use crate::domain::activity::Facts;
use crate::domain::assessment::Totals;
use crate::domain::date::Date;
use crate::domain::ledger::{Entry, Posted, Redemption};
use crate::domain::methodology;
use crate::domain::rewards::{self, Offered};
use crate::domain::rulebook::Rulebook;

/// How much later than now an entry may have been recorded: another device's clock may be ahead.
const AHEAD_MS: i64 = 86_400_000;

/// The device that a file is imported on.
#[derive(Clone, Copy)]
pub struct Here<'h> {
    /// Its settings.
    pub settings: &'h [(String, String)],
    /// The Beijing day.
    pub today: Date,
    /// Milliseconds since 1970-01-01T00:00Z.
    pub now: i64,
    /// Whether a setting, by its name and text, can be what it says.
    pub is_setting: &'h dyn Fn(&str, &str) -> bool,
    /// The rulebook of a name as entries keep it, if it is at hand.
    pub rulebooks: &'h dyn Fn(&str) -> Option<Rc<Rulebook>>,
}

impl std::fmt::Debug for Here<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Here").field("today", &self.today).field("now", &self.now).finish_non_exhaustive()
    }
}

/// Checks of the entries of a file.
pub(super) struct Checks<'h> {
    here: Here<'h>,
    /// Rulebooks that were asked for.
    rulebooks: BTreeMap<String, Option<Rc<Rulebook>>>,
}

/// What came of working an entry out again.
pub(super) enum Worth {
    /// It comes to what it says.
    Same,
    /// Its rulebook, or the district that gave the points, is not at hand.
    Unknown,
    /// It comes to this instead.
    Other(Totals),
}

/// What came of looking for what was redeemed.
pub(super) enum Offer {
    /// It was offered so.
    Same,
    /// The district that offered it is not at hand.
    Unknown,
    /// It was offered for this cost, or not at all.
    Other(Option<i64>),
}

impl<'h> Checks<'h> {
    pub(super) fn on(here: Here<'h>) -> Self {
        Self { here, rulebooks: BTreeMap::new() }
    }

    /// Whether the entry is of a day, or a moment, that is still to come.
    pub(super) fn too_late(&self, entry: &Entry) -> Option<Why> {
        if entry.recorded_at > self.here.now.saturating_add(AHEAD_MS) {
            return Some(Why::RecordedLater);
        }
        day_of(entry).is_some_and(|day| day > self.here.today).then_some(Why::Future)
    }

    pub(super) fn worth(&mut self, posted: &Posted) -> Worth {
        if let Some(own) = self.rulebook(&posted.rulebook) {
            return match methodology::assess(&posted.activity, &own) {
                Ok(found) if (found.verdict, found.totals) == (posted.verdict, posted.totals) => Worth::Same,
                Ok(found) => Worth::Other(found.totals),
                Err(_) => Worth::Other(Totals::default()),
            };
        }
        // A district changes points, not grams; and it may have actions of its own.
        let base = posted.rulebook.split_once('+').and_then(|(base, _)| self.rulebook(base));
        let Some(base) = base else { return Worth::Unknown };
        if matches!(&posted.activity.facts, Facts::Action { action, .. } if base.action(action).is_none()) {
            return Worth::Unknown;
        }
        match methodology::assess(&posted.activity, &base) {
            Ok(found) if found.totals == posted.totals && found.verdict == posted.verdict => Worth::Same,
            Ok(found) if (found.totals.carbon_mg, found.totals.air) == (posted.totals.carbon_mg, posted.totals.air) => {
                Worth::Unknown
            }
            Ok(found) => Worth::Other(found.totals),
            Err(_) => Worth::Other(Totals::default()),
        }
    }

    /// Whether a redemption is what its rules offered on its day, at their price and with their last day.
    pub(super) fn offer(&mut self, redemption: &Redemption) -> Offer {
        // Only districts offer anything.
        let Some(rules) = self.rulebook(&redemption.rulebook) else {
            return if redemption.rulebook.contains('+') { Offer::Unknown } else { Offer::Other(None) };
        };
        let reward = rules.district.as_ref().and_then(|district| district.reward(&redemption.reward));
        let Some(reward) = reward else { return Offer::Other(None) };
        let valid_until = rewards::valid_until(reward, &rules, redemption.date);
        match rewards::offered(reward, &rules, redemption.date) {
            Some(Offered::For(cost)) if cost == redemption.cost && valid_until == redemption.valid_until => Offer::Same,
            Some(Offered::For(cost)) if cost != redemption.cost => Offer::Other(Some(cost)),
            _ => Offer::Other(None),
        }
    }

    fn rulebook(&mut self, name: &str) -> Option<Rc<Rulebook>> {
        let ask = self.here.rulebooks;
        self.rulebooks.entry(name.to_owned()).or_insert_with(|| ask(name)).clone()
    }
}
