//! The factors behind the numbers of a statement, each once.

use std::rc::Rc;

use super::Line;
use crate::domain::ledger::Policy;
use crate::domain::methodology;
use crate::domain::rulebook::{ParameterRef, Rulebook};
use crate::domain::trace::{Origin, Step};

/// A rulebook that the statement names, and the factors of it that were used, in its order.
#[derive(Clone, Debug)]
pub struct Used {
    /// The rulebook.
    pub rulebook: Rc<Rulebook>,
    /// Its dated values, each once; none if nothing that counts was worked out with it.
    pub values: Vec<ParameterRef>,
}

/// The factors used by the lines that count.
#[derive(Clone, Default, Debug)]
pub struct Factors {
    /// By rulebook, every one at hand that the statement names, in order of first use.
    pub used: Vec<Used>,
    /// Rulebooks that are not at hand, `id@version`, each with the number of entries worked out with it.
    pub missing: Vec<(String, usize)>,
    /// Entries that the rulebook at hand would give another result than the one kept.
    pub differing: usize,
}

/// Gives the rulebook of a name such as `beijing@2026.11`, if it is at hand.
pub type Rulebooks<'a> = dyn Fn(&str) -> Option<Rc<Rulebook>> + 'a;

impl Factors {
    pub(super) fn of(lines: &[Line], named: &[String], policy: &Policy, rulebooks: &Rulebooks<'_>) -> Self {
        let mut factors = Self::default();
        // A rulebook that only a reversed line or a redemption names has no factors here, but it has a title.
        for name in named {
            factors.of_rulebook(name, rulebooks);
        }
        for line in lines {
            factors.add(line, rulebooks);
        }
        let limits = policy.rulebook().map(Rulebook::name);
        for line in lines.iter().filter(|line| !line.withheld.is_empty() || line.bonus.is_some()) {
            let (Some(posted), Some(name)) = (line.posted(), &limits) else { continue };
            let Some(used) = factors.of_rulebook(name, rulebooks) else { continue };
            // A bonus is given by the rules that the account is kept by, as limits are.
            let bonus = line.bonus.iter().flat_map(|_| policy.bonus_steps(&posted.activity));
            used.values.extend(bonus.flat_map(|step| parameters(&step).collect::<Vec<_>>()));
            let withheld = line.bonus.iter().flat_map(|bonus| &bonus.withheld).chain(&line.withheld);
            let references =
                withheld.filter_map(|withheld| withheld.limit.reference(&used.rulebook, posted.activity.date));
            used.values.extend(references);
        }
        for used in &mut factors.used {
            used.values.sort_unstable_by_key(|value| (value.parameter, value.value));
            used.values.dedup();
        }
        factors
    }

    fn add(&mut self, line: &Line, rulebooks: &Rulebooks<'_>) {
        let Some(posted) = line.posted().filter(|_| !line.figures.is_zero()) else { return };
        let Some(used) = self.of_rulebook(&posted.rulebook, rulebooks) else {
            match self.missing.iter_mut().find(|(name, _)| *name == posted.rulebook) {
                Some((_, entries)) => *entries += 1,
                None => self.missing.push((posted.rulebook.clone(), 1)),
            }
            return;
        };
        match methodology::assess(&posted.activity, &used.rulebook) {
            Ok(again) if again.totals == posted.totals => used.values.extend(again.steps.iter().flat_map(parameters)),
            _ => self.differing += 1,
        }
    }

    fn of_rulebook(&mut self, name: &str, rulebooks: &Rulebooks<'_>) -> Option<&mut Used> {
        let known = self.used.iter().position(|used| used.rulebook.name() == name);
        let place = if let Some(place) = known {
            place
        } else {
            self.used.push(Used { rulebook: rulebooks(name)?, values: Vec::new() });
            self.used.len() - 1
        };
        self.used.get_mut(place)
    }
}

fn parameters(step: &Step) -> impl Iterator<Item = ParameterRef> {
    step.operands.iter().filter_map(|operand| parameter(operand.origin))
}

fn parameter(origin: Origin) -> Option<ParameterRef> {
    match origin {
        Origin::Parameter(reference) => Some(reference),
        _ => None,
    }
}
