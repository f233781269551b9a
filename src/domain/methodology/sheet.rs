//! The sheet a formula works on: the activity, the rules of its day, and everything written down on the way.

use std::borrow::Cow;

use crate::domain::activity::Activity;
use crate::domain::assessment::{Assessment, Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::decimal::Decimal;
use crate::domain::exact::Overflow;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Formula, Key, Rulebook};
use crate::domain::trace::{Operand, Operation, Origin, StepName, Trace};
use crate::domain::unit::Unit;

/// Why a formula stops before its end.
#[derive(Clone, Copy, Debug)]
pub(super) enum Halt {
    /// A number does not fit.
    Overflow,
    /// The rules have no value for that day yet.
    NotInForce(Formula),
}

impl From<Overflow> for Halt {
    fn from(_: Overflow) -> Self {
        Self::Overflow
    }
}

/// One calculation in the making.
pub(super) struct Sheet<'a> {
    pub(super) activity: &'a Activity,
    pub(super) rulebook: &'a Rulebook,
    pub(super) trace: Trace,
    formula: Formula,
    reasons: Vec<Reason>,
    notes: Vec<Reason>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet, whatever the day; for methods that look at the day themselves.
    pub(super) fn blank(activity: &'a Activity, rulebook: &'a Rulebook, formula: Formula) -> Self {
        Self { activity, rulebook, trace: Trace::new(), formula, reasons: Vec::new(), notes: Vec::new() }
    }

    /// An empty sheet, if the formula is in force on the activity's day.
    pub(super) fn in_force(activity: &'a Activity, rulebook: &'a Rulebook, formula: Formula) -> Result<Self, Halt> {
        if rulebook.in_force(formula, activity.date) {
            Ok(Self::blank(activity, rulebook, formula))
        } else {
            Err(Halt::NotInForce(formula))
        }
    }

    /// A parameter's value on the activity's day.
    pub(super) fn key(&self, key: Key) -> Result<Operand, Halt> {
        self.key_on(key, self.activity.date)
    }

    /// A parameter's value on another day.
    pub(super) fn key_on(&self, key: Key, date: Date) -> Result<Operand, Halt> {
        self.rulebook.key(key, date).ok_or(Halt::NotInForce(self.formula))
    }

    /// The value on the activity's day of a parameter that the rulebook's lists point at.
    pub(super) fn listed(&self, parameter: usize) -> Result<Operand, Halt> {
        self.rulebook.operand(parameter, self.activity.date).ok_or(Halt::NotInForce(self.formula))
    }

    /// Works out one step.
    pub(super) fn step(
        &mut self,
        name: StepName,
        operation: Operation,
        operands: impl Into<Vec<Operand>>,
        unit: Unit,
    ) -> Result<Operand, Halt> {
        Ok(self.trace.step(name, operation, operands, unit)?)
    }

    /// The sum, or the only part as it is; `None` of nothing.
    pub(super) fn sum(&mut self, name: StepName, parts: Vec<Operand>, unit: Unit) -> Result<Option<Operand>, Halt> {
        if parts.len() > 1 {
            return self.step(name, Operation::Add, parts, unit).map(Some);
        }
        Ok(parts.into_iter().next())
    }

    pub(super) fn reason(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    /// A reason about the whole activity, however many of its parts run into it.
    pub(super) fn reason_once(&mut self, reason: Reason) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    pub(super) fn note(&mut self, note: Reason) {
        self.notes.push(note);
    }

    pub(super) fn has_reasons(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// The value that drew a line, for a reason.
    pub(super) fn limit(&self, line: &Operand) -> Option<Accepted> {
        let Origin::Parameter(reference) = line.origin else { return None };
        let (parameter, value) = self.rulebook.resolve(reference)?;
        Some(Accepted::Limit {
            parameter: parameter.id.clone(),
            amount: value.amount.to_string(),
            unit: parameter.unit,
        })
    }

    /// Understood and kept, worth nothing, for the reasons written down (at least one).
    pub(super) fn recorded(self) -> Assessment {
        self.finished(Totals::default())
    }

    /// The finished sheet. What comes to nothing is recorded, and says at least that.
    pub(super) fn finished(mut self, totals: Totals) -> Assessment {
        let verdict = if totals.is_zero() { Verdict::Recorded } else { Verdict::Credited };
        if verdict == Verdict::Recorded && self.reasons.is_empty() {
            self.reasons.push(Reason::at(ReasonCode::RoundsToZero, ""));
        }
        Assessment {
            verdict,
            method: self.rulebook.formula(self.formula),
            totals,
            reasons: self.reasons,
            notes: self.notes,
            steps: self.trace.into_steps(),
        }
    }
}

/// A number the resident gave.
pub(super) fn input(path: impl Into<Cow<'static, str>>, amount: Decimal, unit: Unit) -> Operand {
    Operand { origin: Origin::Input(path.into()), value: amount.exact(), unit }
}

/// What is said of a day before a formula's first.
pub(super) fn too_early(formula: Formula, rulebook: &Rulebook, path: &'static str) -> Reason {
    let reason = Reason::at(ReasonCode::MethodNotInForce, path);
    match rulebook.methods.get(rulebook.formula(formula)) {
        Some(method) => reason.accepting(Accepted::Since { first: method.from }),
        None => reason,
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
