//! One activity under two versions of the rules, line by line.

use super::assessment::{Assessment, Totals};
use super::rulebook::Rulebook;
use super::trace::{Operand, Origin, Step};

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// What the activity comes to with them.
    pub assessment: &'a Assessment,
}

/// Two assessments of one activity, side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison<'a> {
    /// The steps of both, in order: each step of each side once.
    pub lines: Vec<Line<'a>>,
    /// What the second comes to more than the first in each ledger; less is negative.
    pub change: Totals,
}

/// A step of one side and the same step of the other.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Line<'a> {
    /// With its place in the first calculation.
    pub before: Option<(usize, &'a Step)>,
    /// With its place in the second calculation.
    pub after: Option<(usize, &'a Step)>,
    /// How they differ.
    pub difference: Difference,
}

/// How the two sides of a line differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Difference {
    /// The same numbers from the same sources come to the same.
    None,
    /// A number of the rules, where it was published, or what is done with it is another.
    Rules,
    /// Only results of earlier lines are others.
    Follows,
    /// Only the first has this step.
    OnlyBefore,
    /// Only the second has it.
    OnlyAfter,
}

/// Sets two assessments of the same activity side by side. Steps are paired by what they work out and for which part
/// of the activity.
pub fn compare<'a>(before: Side<'a>, after: Side<'a>) -> Comparison<'a> {
    let mut lines = Vec::new();
    let mut rest = after.assessment.steps.iter().enumerate();
    for first in before.assessment.steps.iter().enumerate() {
        let same = |(_, step): &(usize, &Step)| (step.name, step.about) == (first.1.name, first.1.about);
        if !rest.clone().any(|second| same(&second)) {
            lines.push(Line { before: Some(first), after: None, difference: Difference::OnlyBefore });
            continue;
        }
        for second in rest.by_ref() {
            if same(&second) {
                let difference = difference((before.rulebook, first.1), (after.rulebook, second.1));
                lines.push(Line { before: Some(first), after: Some(second), difference });
                break;
            }
            lines.push(only_after(second));
        }
    }
    lines.extend(rest.map(only_after));
    Comparison { lines, change: after.assessment.totals.plus(before.assessment.totals.negated()) }
}

fn only_after(step: (usize, &Step)) -> Line<'_> {
    Line { before: None, after: Some(step), difference: Difference::OnlyAfter }
}

fn difference((old, first): (&Rulebook, &Step), (new, second): (&Rulebook, &Step)) -> Difference {
    let alike = first.operation == second.operation
        && first.unit == second.unit
        && first.operands.len() == second.operands.len()
        && first.operands.iter().zip(&second.operands).all(|(one, other)| same_origin((old, one), (new, other)));
    if !alike {
        return Difference::Rules;
    }
    let values = |step: &Step| step.operands.iter().map(|operand| operand.value).collect::<Vec<_>>();
    if values(first) == values(second) && first.result == second.result {
        Difference::None
    } else {
        Difference::Follows
    }
}

/// Whether two operands are the same number of the rules, or the same field, or both come from an earlier step.
fn same_origin((old, one): (&Rulebook, &Operand), (new, other): (&Rulebook, &Operand)) -> bool {
    match (one.origin, other.origin) {
        (Origin::Parameter(first), Origin::Parameter(second)) => match (old.resolve(first), new.resolve(second)) {
            (Some((parameter, value)), Some((now, is))) => {
                let source =
                    |rulebook: &Rulebook, place: usize| rulebook.sources.get(place).map(|found| found.id.clone());
                (&parameter.id, parameter.unit, value.amount, value.grade, source(old, value.source))
                    == (&now.id, now.unit, is.amount, is.grade, source(new, is.source))
            }
            _ => false,
        },
        (Origin::Step(_), Origin::Step(_)) => one.unit == other.unit,
        (first, second) => first == second && one.unit == other.unit && one.value == other.value,
    }
}
