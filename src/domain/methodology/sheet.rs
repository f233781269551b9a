//! The sheet a formula works on: the activity, the rules of its day, and everything written down on the way.
//!
//! A formula only says what is to be worked out. Where a number does not fit or the rules have no value yet, the sheet
//! halts: what follows is worked out with zeros, and none of it counts.

use std::cmp::Ordering;

use super::constant::Constant;
use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;
use crate::domain::exact::{Exact, Overflow};
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Rulebook};
use crate::domain::trace::{Operand, Operation, Origin, StepName, Term, Trace};
use crate::domain::unit::Unit;

/// Why a formula stops before its end.
#[derive(Clone, Copy, Debug)]
pub(super) enum Halt {
    /// A number does not fit.
    Overflow,
    /// The rules have no value for that day yet.
    NotInForce,
}

/// One calculation in the making.
pub(super) struct Sheet<'a> {
    pub(super) activity: &'a Activity,
    pub(super) rulebook: &'a Rulebook,
    pub(super) trace: &'a mut Trace,
    formula: Formula,
    reasons: Vec<Reason>,
    notes: Vec<Reason>,
    /// Methods of which was said that they are not in force yet.
    too_early: Vec<Formula>,
    /// The first halt.
    halt: Option<Halt>,
}

impl<'a> Sheet<'a> {
    /// A sheet on an empty trace, whatever the day. If that keeps no steps, the sheet takes no notes, and its reasons
    /// name nothing but their code and field.
    pub(super) fn on(trace: &'a mut Trace, activity: &'a Activity, rulebook: &'a Rulebook, formula: Formula) -> Self {
        Self {
            activity,
            rulebook,
            trace,
            formula,
            reasons: Vec::new(),
            notes: Vec::new(),
            too_early: Vec::new(),
            halt: None,
        }
    }

    /// A number the resident gave.
    pub(super) fn input(&mut self, path: &'static str, amount: Decimal, unit: Unit) -> Term {
        self.trace.take(Operand { origin: Origin::Input(path), value: amount.exact(), unit })
    }

    /// A conversion between units.
    pub(super) fn constant(&mut self, constant: &Constant) -> Term {
        self.trace.take(constant.operand())
    }

    /// A parameter's value on the activity's day.
    pub(super) fn key(&mut self, key: Key) -> Term {
        self.listed(self.rulebook.key_index(key))
    }

    /// A parameter's value on another day.
    pub(super) fn key_on(&mut self, key: Key, date: Date) -> Term {
        let found = self.find(self.rulebook.key_index(key), date);
        self.or_halt(found.ok_or(Halt::NotInForce))
    }

    /// The value on the activity's day of a parameter that the rulebook's lists point at.
    pub(super) fn listed(&mut self, parameter: usize) -> Term {
        let found = self.find(parameter, self.activity.date);
        self.or_halt(found.ok_or(Halt::NotInForce))
    }

    /// The value of a parameter on a day, if it has one already.
    pub(super) fn find(&mut self, parameter: usize, date: Date) -> Option<Term> {
        self.rulebook.operand(parameter, date).map(|operand| self.trace.take(operand))
    }

    /// Works out one step.
    pub(super) fn step(&mut self, name: StepName, operation: Operation, terms: &[Term], unit: Unit) -> Term {
        let result = self.trace.step(name, operation, terms, unit);
        self.or_halt(result.map_err(|Overflow| Halt::Overflow))
    }

    /// The sum, or the only part as it is; `None` of nothing.
    pub(super) fn sum(&mut self, name: StepName, parts: &[Term], unit: Unit) -> Option<Term> {
        if parts.len() > 1 {
            return Some(self.step(name, Operation::Add, parts, unit));
        }
        parts.first().copied()
    }

    /// The sum of the parts that there are; `None` if there is none.
    pub(super) fn sum_of<const N: usize>(
        &mut self,
        name: StepName,
        parts: [Option<Term>; N],
        unit: Unit,
    ) -> Option<Term> {
        let mut present = [Term::NONE; N];
        let mut count = 0;
        for (place, part) in present.iter_mut().zip(parts.into_iter().flatten()) {
            *place = part;
            count += 1;
        }
        self.sum(name, present.get(..count).unwrap_or_default(), unit)
    }

    pub(super) fn compare(&self, one: Term, other: Term) -> Ordering {
        self.trace.operand(one).value.cmp(&self.trace.operand(other).value)
    }

    pub(super) fn is_positive(&self, term: Term) -> bool {
        self.trace.operand(term).value.is_positive()
    }

    pub(super) fn unit(&self, term: Term) -> Unit {
        self.trace.operand(term).unit
    }

    /// The whole number that a term is, or that is below it.
    pub(super) fn whole(&mut self, term: Term) -> i64 {
        self.trace.operand(term).value.floor().unwrap_or_else(|Overflow| {
            self.halt(Halt::Overflow);
            0
        })
    }

    /// Whether a plain number, such as a month, is not below one term and not above another.
    pub(super) fn reaches(&self, number: i64, [first, last]: [Term; 2]) -> (bool, bool) {
        let number = Exact::from(number);
        (number >= self.trace.operand(first).value, number <= self.trace.operand(last).value)
    }

    /// Whether the activity's month is one of those between two terms, both included.
    pub(super) fn in_months(&self, months: [Term; 2]) -> bool {
        self.reaches(self.activity.date.month().into(), months) == (true, true)
    }

    /// Says why something is not credited or limited: at which field, what was given, and which parameters drew the
    /// line.
    pub(super) fn reason(&mut self, code: ReasonCode, path: &'static str, given: Option<&str>, limits: &[Term]) {
        let reason = self.said(code, path, given, limits);
        self.reasons.push(reason);
    }

    /// Says something beside the result, likewise.
    pub(super) fn note(&mut self, code: ReasonCode, path: &'static str, given: Option<&str>, limits: &[Term]) {
        if self.trace.is_recorded() {
            let note = self.said(code, path, given, limits);
            self.notes.push(note);
        }
    }

    /// Writes down a reason of another form.
    pub(super) fn other_reason(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    /// Whether a method is in force; if not, says so, once however many parts of the activity run into it.
    pub(super) fn in_force(&mut self, formula: Formula, date: Date, path: &'static str) -> bool {
        let in_force = self.rulebook.in_force(formula, date);
        if !in_force && !self.too_early.contains(&formula) {
            self.too_early.push(formula);
            self.other_reason(too_early(formula, self.rulebook, path));
        }
        in_force
    }

    pub(super) fn has_reasons(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// Stops the calculation, unless it has stopped already.
    pub(super) fn halt(&mut self, halt: Halt) -> Term {
        self.halt.get_or_insert(halt);
        Term::NONE
    }

    /// The finished sheet. What comes to nothing is recorded, and says at least that.
    pub(super) fn finished(mut self, totals: Totals) -> Result<Assessment, Overflow> {
        match self.halt {
            None => {}
            Some(Halt::Overflow) => return Err(Overflow),
            Some(Halt::NotInForce) => return Ok(not_in_force(self.formula, self.rulebook)),
        }
        let verdict = if totals.is_zero() { Verdict::Recorded } else { Verdict::Credited };
        if verdict == Verdict::Recorded && self.reasons.is_empty() {
            self.reasons.push(Reason::at(ReasonCode::RoundsToZero, ""));
        }
        let Self { reasons, notes, trace, .. } = self;
        let method = self.rulebook.formula(self.formula);
        Ok(Assessment { verdict, method, totals, reasons, notes, steps: trace.take_steps() })
    }

    fn or_halt(&mut self, result: Result<Term, Halt>) -> Term {
        result.unwrap_or_else(|halt| self.halt(halt))
    }

    fn said(&self, code: ReasonCode, path: &'static str, given: Option<&str>, limits: &[Term]) -> Reason {
        let mut reason = Reason::at(code, path);
        if !self.trace.is_recorded() {
            return reason;
        }
        let limits = limits.iter().filter_map(|limit| match self.trace.operand(*limit).origin {
            Origin::Parameter(reference) => Some(reference),
            _ => None,
        });
        let limits: Vec<_> = limits.collect();
        if !limits.is_empty() {
            reason.accepted = Some(Accepted::Limits(limits));
        }
        match given {
            Some(given) => reason.given(given),
            None => reason,
        }
    }
}

/// What is said of a day before a formula's first.
fn too_early(formula: Formula, rulebook: &Rulebook, path: &'static str) -> Reason {
    let method = rulebook.methods.get(rulebook.formula(formula));
    Reason {
        accepted: method.map(|method| Accepted::Since { first: method.from }),
        ..Reason::at(ReasonCode::MethodNotInForce, path)
    }
}

/// A recorded activity of a day before the formula's first.
pub(super) fn not_in_force(formula: Formula, rulebook: &Rulebook) -> Assessment {
    Assessment {
        verdict: Verdict::Recorded,
        method: rulebook.formula(formula),
        totals: Totals::default(),
        reasons: vec![too_early(formula, rulebook, "date")],
        notes: Vec::new(),
        steps: Vec::new(),
    }
}
