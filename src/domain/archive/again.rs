//! An entry worked out again by the rules it names, as far as they are at hand.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::activity::Facts;
use crate::domain::assessment::{Totals, Verdict};
use crate::domain::ledger::{Posted, Redemption};
use crate::domain::methodology;
use crate::domain::rewards::{self, Offered};
use crate::domain::rulebook::Rulebook;

/// The rules at hand, each asked for once.
pub(in crate::domain) struct Again<'h> {
    ask: &'h dyn Fn(&str) -> Option<Rc<Rulebook>>,
    rulebooks: BTreeMap<String, Option<Rc<Rulebook>>>,
}

/// What came of working an entry out again.
pub(in crate::domain) enum Worth {
    /// It comes to what it says.
    Same,
    /// It comes to what it says by the rules below its district's, which are not at hand: perhaps not by the district's.
    ByBase,
    /// Its rulebook, or the district that gave the points, is not at hand.
    Unknown,
    /// It comes to this instead; without a verdict if its rules refuse it altogether.
    Other(Option<Verdict>, Totals),
}

/// What came of looking for what was redeemed.
pub(in crate::domain) enum Offer {
    /// It was offered so.
    Same,
    /// The district that offered it is not at hand.
    Unknown,
    /// It was offered for this cost, or not at all.
    Other(Option<i64>),
}

impl<'h> Again<'h> {
    pub(in crate::domain) fn with(ask: &'h dyn Fn(&str) -> Option<Rc<Rulebook>>) -> Self {
        Self { ask, rulebooks: BTreeMap::new() }
    }

    pub(in crate::domain) fn worth(&mut self, posted: &Posted) -> Worth {
        if let Some(own) = self.rulebook(&posted.rulebook) {
            return match methodology::assess(&posted.activity, &own) {
                Ok(found) if (found.verdict, found.totals) == (posted.verdict, posted.totals) => Worth::Same,
                Ok(found) => Worth::Other(Some(found.verdict), found.totals),
                Err(_) => Worth::Other(None, Totals::default()),
            };
        }
        // A district changes points, not grams; and it may have actions of its own.
        let base = posted.rulebook.split_once('+').and_then(|(base, _)| self.rulebook(base));
        let Some(base) = base else { return Worth::Unknown };
        if matches!(&posted.activity.facts, Facts::Action { action, .. } if base.action(action).is_none()) {
            return Worth::Unknown;
        }
        match methodology::assess(&posted.activity, &base) {
            Ok(found) if found.totals == posted.totals && found.verdict == posted.verdict => Worth::ByBase,
            Ok(found) if (found.totals.carbon_mg, found.totals.air) == (posted.totals.carbon_mg, posted.totals.air) => {
                Worth::Unknown
            }
            Ok(found) => Worth::Other(Some(found.verdict), found.totals),
            Err(_) => Worth::Other(None, Totals::default()),
        }
    }

    /// Whether a redemption is what its rules offered on its day, at their price and with their last day.
    pub(in crate::domain) fn offer(&mut self, redemption: &Redemption) -> Offer {
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

    /// The rulebook of a name as entries keep it.
    pub(in crate::domain) fn rulebook(&mut self, name: &str) -> Option<Rc<Rulebook>> {
        if let Some(known) = self.rulebooks.get(name) {
            return known.clone();
        }
        let found = (self.ask)(name);
        self.rulebooks.insert(name.to_owned(), found.clone());
        found
    }
}
