//! The replayable explanation: every number of a result, the operation that made it, and where its operands came from.
//!
//! A methodology computes *through* a [`Trace`], so there is no second, untraced calculation that could disagree.

mod name;
mod operation;

pub use name::StepName;
pub use operation::Operation;

use super::exact::{Exact, Overflow};
use super::rulebook::ParameterRef;
use super::unit::Unit;

/// Where an operand came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Given by the resident, at this path of the activity.
    Input(&'static str),
    /// A dated value of the rulebook.
    Parameter(ParameterRef),
    /// The result of an earlier step.
    Step(usize),
    /// A conversion such as 1000 g/kg, or the zero below which nothing goes.
    Constant,
    /// Worked out from the dates of the activity, such as the days of a bill.
    Calendar(&'static str),
}

/// A number with its unit and its origin.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Operand {
    /// Where it came from.
    pub origin: Origin,
    /// The exact number.
    pub value: Exact,
    /// Its unit.
    pub unit: Unit,
}

/// One operation of a calculation.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// What is worked out.
    pub name: StepName,
    /// The part of the activity it is about, such as `legs[0]`; empty for the whole.
    pub about: &'static str,
    /// What is done.
    pub operation: Operation,
    /// With what, from left to right.
    pub operands: Vec<Operand>,
    /// The exact result.
    pub result: Exact,
    /// The result's unit.
    pub unit: Unit,
}

/// A number of a [`Trace`]: a name for one of its operands, small enough to be handed around.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Term(usize);

impl Term {
    /// Stands in for a number that there is none of; its operand is a plain zero.
    pub const NONE: Self = Self(usize::MAX);
}

/// A calculation that records itself.
#[derive(Clone, Default, Debug)]
pub struct Trace {
    steps: Vec<Step>,
    terms: Vec<Operand>,
    about: &'static str,
    /// Whether the steps are forgotten.
    unrecorded: bool,
}

impl Trace {
    /// An empty calculation.
    pub fn new() -> Self {
        // A typical calculation has ten steps of two new terms each; one allocation holds them.
        Self { steps: Vec::with_capacity(12), terms: Vec::with_capacity(24), about: "", unrecorded: false }
    }

    /// An empty calculation that forgets its steps, for who asks for nothing but the result.
    pub fn unrecorded() -> Self {
        Self { unrecorded: true, ..Self::new() }
    }

    /// Whether the steps are kept.
    pub fn is_recorded(&self) -> bool {
        !self.unrecorded
    }

    /// Empties it, for the next calculation.
    pub fn clear(&mut self) {
        self.steps.clear();
        self.terms.clear();
        self.about = "";
    }

    /// Says which part of the activity the following steps are about.
    pub fn about(&mut self, part: &'static str) {
        self.about = part;
    }

    /// Takes a number in, for steps to work with.
    #[cfg_attr(small_numbers, inline)]
    pub fn take(&mut self, operand: Operand) -> Term {
        self.terms.push(operand);
        Term(self.terms.len() - 1)
    }

    /// What a term stands for.
    pub fn operand(&self, term: Term) -> &Operand {
        const NOTHING: &Operand = &Operand { origin: Origin::Constant, value: Exact::ZERO, unit: Unit::One };
        self.terms.get(term.0).unwrap_or(NOTHING)
    }

    /// Works out one step and returns its result as a term for later ones.
    pub fn step(&mut self, name: StepName, operation: Operation, terms: &[Term], unit: Unit) -> Result<Term, Overflow> {
        let operands = terms.iter().map(|term| self.operand(*term));
        let origin = Origin::Step(self.steps.len());
        #[cfg(small_numbers)]
        if self.unrecorded
            && let Some(value) = operation.apply_to_small(operands.clone())
        {
            return Ok(self.take(Operand { origin, value: value.exact(), unit }));
        }
        let result = operation.apply(operands.clone())?;
        if !self.unrecorded {
            let operands = operands.copied().collect();
            self.steps.push(Step { name, about: self.about, operation, operands, result, unit });
        }
        Ok(self.take(Operand { origin, value: result, unit }))
    }

    /// Takes the steps so far, in order.
    pub fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }
}

/// Works every step out again from its operands and checks that each operand taken from an earlier step equals that
/// step's result. Returns the index of the first step that does not hold.
pub fn replay(steps: &[Step]) -> Result<(), usize> {
    for (index, step) in steps.iter().enumerate() {
        let linked = step.operands.iter().all(|operand| match operand.origin {
            Origin::Step(earlier) => {
                earlier < index && steps.get(earlier).is_some_and(|source| source.result == operand.value)
            }
            _ => true,
        });
        if !linked || step.operation.apply(step.operands.iter()) != Ok(step.result) {
            return Err(index);
        }
    }
    Ok(())
}
