//! What was handed over, as entries of the ledger it is taken into: worked out again here.

use std::rc::Rc;

use super::{Line, Said};
use crate::domain::ledger::{Entry, FIRST_PERSON, Ledger, Person, Posted, Posting};
use crate::domain::methodology;
use crate::domain::rulebook::Rulebook;

/// What came of it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Arrival {
    /// The entries, in order.
    pub entries: Vec<Entry>,
    /// How many were worked out by the rules below their district's, because those are not at hand: grams are the same,
    /// points may be others.
    pub by_base: usize,
    /// How many cannot be worked out here: their rules are not at hand. They are not among the entries.
    pub unknown: usize,
}

/// The entries of lines for one person. One that the ledger has under the same id, saying the same, is that entry, so
/// that taking the same in twice changes nothing, also for somebody else or by other rules.
pub fn arrived(
    lines: Vec<Line>,
    person: &str,
    ledger: &Ledger,
    rulebooks: &dyn Fn(&str) -> Option<Rc<Rulebook>>,
) -> Arrival {
    let people: Vec<Person> = if person == FIRST_PERSON { Vec::new() } else { vec![person.to_owned()] };
    let mut arrival = Arrival::default();
    for Line { id, recorded_at, said } in lines {
        let here = ledger.entry(&id);
        let posting = match said {
            Said::Reversed(of) => Posting::Reversal { of },
            Said::Done { activity, .. }
                if here.and_then(|here| here.posted()).is_some_and(|posted| posted.activity == *activity) =>
            {
                arrival.entries.extend(here.map(|here| (**here).clone()));
                continue;
            }
            Said::Done { activity, rulebook, corrects } => {
                let base = || rulebook.split_once('+').map(|(base, _)| base);
                let own = rulebooks(&rulebook);
                let by_base = own.is_none();
                let rules = own.or_else(|| rulebooks(base()?));
                let worth = rules.as_ref().and_then(|rules| methodology::assess(&activity, rules).ok());
                let Some((rules, worth)) = rules.zip(worth) else {
                    arrival.unknown += 1;
                    continue;
                };
                arrival.by_base += usize::from(by_base);
                Posting::Activity(Box::new(Posted {
                    activity: *activity,
                    rulebook: rules.name(),
                    verdict: worth.verdict,
                    totals: worth.totals,
                    corrects,
                    people: people.clone(),
                    receipt: None,
                }))
            }
        };
        arrival.entries.push(Entry { id, recorded_at, posting });
    }
    arrival
}
