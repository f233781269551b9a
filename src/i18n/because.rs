//! Why something is worth what it is, in one line: the step that matters most, with its numbers. All steps are in the
//! reasons.

use super::{Language, filled, number, reason, step, unit};
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::rulebook::Rulebook;
use crate::domain::trace::{Operand, Origin, Step, StepName};

/// The steps that matter, the first that there is.
const TELLING: [StepName; 7] = [
    StepName::TripCarbon,
    StepName::LegCarbon,
    StepName::Carbon,
    StepName::CarFreeYuan,
    StepName::AwardPoints,
    StepName::YuanPoints,
    StepName::PointsTotal,
];

/// One line; of what is worth nothing, the reason for that.
pub fn in_a_line(assessment: &Assessment, rules: &Rulebook, language: Language) -> String {
    if assessment.verdict == Verdict::Recorded
        && let Some(first) = assessment.reasons.first()
    {
        return reason::at_screen(first, rules, language);
    }
    let found = |name| assessment.steps.iter().find(|step| step.name == name);
    trip(&found, language)
        .or_else(|| avoided(&found, language))
        .or_else(|| TELLING.into_iter().find_map(found).map(|step| calculation(step, rules, language)))
        .unwrap_or_default()
}

/// A trip of one leg: what all take on average, and what this takes.
fn trip<'s>(found: &impl Fn(StepName) -> Option<&'s Step>, language: Language) -> Option<String> {
    let (each, leg) = (found(StepName::SavedPerKilometre)?, found(StepName::LegCarbon)?);
    let ([average, mode], [.., km]) = (each.operands.as_slice(), leg.operands.as_slice()) else { return None };
    let km = leg.operands.iter().find(|operand| matches!(operand.origin, Origin::Input(_))).unwrap_or(km);
    let text = language.pick(
        "各种出行平均每公里 ^ 克，这样走 ^ 克；^ 公里一共少排 ^ 克。",
        "All travel takes ^ g a kilometre on average, this ^ g: over ^ km, ^ g less.",
    );
    let parts = [average.value, mode.value, km.value, leg.result].map(|value| number::exact(value, language).0);
    Some(filled(text, &parts.each_ref().map(String::as_str)))
}

/// A purchase: what would be in it at the limit, or in what it replaces, and what is.
fn avoided<'s>(found: &impl Fn(StepName) -> Option<&'s Step>, language: Language) -> Option<String> {
    let step = found(StepName::VocAvoided)?;
    let [baseline, product] = step.operands.as_slice() else { return None };
    let text = language.pick(
        "对照的产品会有 ^ 克 VOC，买的这些只有 ^ 克：少 ^ 克。",
        "What it is compared with would hold ^ g of VOC, this holds ^ g: ^ g less.",
    );
    let parts = [baseline.value, product.value, step.result].map(|value| number::exact(value, language).0);
    Some(filled(text, &parts.each_ref().map(String::as_str)))
}

/// `少排放二氧化碳：2 次 × 449 克/次（光盘） = 898 克`
fn calculation(step: &Step, rules: &Rulebook, language: Language) -> String {
    let operator = format!(" {} ", step::operator(step.operation, language));
    let terms: Vec<String> = step.operands.iter().map(|operand| term(operand, rules, language)).collect();
    let (result, _) = number::exact(step.result, language);
    format!(
        "{}{}{} {} {result} {}",
        step::title(step.name, language),
        language.pick("：", ": "),
        terms.join(&operator),
        step::equals(step.operation, language),
        unit::unit_name(step.unit, language)
    )
}

/// A number with its unit; of a factor, also what it is.
fn term(operand: &Operand, rules: &Rulebook, language: Language) -> String {
    let (value, _) = number::exact(operand.value, language);
    let unit = unit::unit_name(operand.unit, language);
    if !matches!(operand.origin, Origin::Parameter(_)) {
        return format!("{value} {unit}");
    }
    let name = step::operand_name(operand, rules, language);
    let (open, close) = if language == Language::Zh { ("（", "）") } else { (" (", ")") };
    format!("{value} {unit}{open}{name}{close}")
}
