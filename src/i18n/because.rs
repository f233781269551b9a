//! Why something is worth what it is, in one line: the step that matters most, with its numbers. All steps are in the
//! reasons.

use super::{Language, number, reason, step, unit};
use crate::domain::assessment::{Assessment, Verdict};
use crate::domain::rulebook::Rulebook;
use crate::domain::trace::{Operand, Step, StepName};

/// The steps that matter, the first that there is.
const TELLING: [StepName; 8] = [
    StepName::TripCarbon,
    StepName::LegCarbon,
    StepName::Carbon,
    StepName::VocAvoided,
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
        return reason::full_sentence(first, Some(rules), language);
    }
    let found = |name| assessment.steps.iter().find(|step| step.name == name);
    let per_kilometre = found(StepName::SavedPerKilometre);
    if let (Some(per_kilometre), Some(leg)) = (per_kilometre, found(StepName::LegCarbon)) {
        return format!(
            "{}{}{}",
            calculation(per_kilometre, rules, language),
            language.pick("；", "; "),
            calculation(leg, rules, language)
        );
    }
    TELLING.into_iter().find_map(found).map(|step| calculation(step, rules, language)).unwrap_or_default()
}

/// `少排放二氧化碳：72 克 × 10 公里 = 720 克`
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

fn term(operand: &Operand, rules: &Rulebook, language: Language) -> String {
    let (value, _) = number::exact(operand.value, language);
    let name = step::operand_name(operand, rules, language);
    let unit = unit::unit_name(operand.unit, language);
    let (open, close) = if language == Language::Zh { ("（", "）") } else { (" (", ")") };
    format!("{value} {unit}{open}{name}{close}")
}
