//! The calculation as plain text, for copying.

use super::driving::{compared, line};
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::trace::{Operand, Origin, Step};
use crate::i18n::reason::full_sentence;
use crate::i18n::{calendar, step, unit::unit_name};
use crate::ui::amount::Voice;
use crate::ui::summary::summary;
use crate::ui::{Rules, Words};

/// Summary, result, reasons, steps with their numbers and sources, the comparison with driving, and the version of the rules.
pub(crate) fn calculation_text(activity: &Activity, assessment: &Assessment, rules: &Rules, words: Words) -> String {
    let mut lines = vec![
        format!("{} · {}", calendar::day(activity.date, words.language), summary(activity, rules, words)),
        Voice::ALL
            .iter()
            .map(|voice| {
                let amount = voice.amount(assessment.totals, words);
                format!("{} {} {}", voice.long_name(words), amount.number, amount.unit)
            })
            .collect::<Vec<_>>()
            .join(words.language.pick("；", "; ")),
    ];
    for reason in assessment.reasons.iter().chain(&assessment.notes) {
        let mut line = full_sentence(reason, Some(rules), words.language);
        for limit in reason.limits().iter().filter_map(|limit| rules.value(*limit)) {
            line.push(' ');
            line.push_str(&term_text(&limit, rules, words));
        }
        lines.push(line);
    }
    push_steps(&mut lines, &assessment.steps, rules, words);
    if let Some(comparison) = compared(activity, rules) {
        lines.push(line(&comparison, words));
        push_steps(&mut lines, &comparison.steps, rules, words);
    }
    lines.push(format!("{} {} · {}", words.t.computed_with(), rules.name(), words.label(&rules.status)));
    lines.join("\n")
}

fn push_steps(lines: &mut Vec<String>, steps: &[Step], rules: &Rules, words: Words) {
    for (index, step) in steps.iter().enumerate() {
        lines.push(format!("{}. {}", index + 1, step_text(step, rules, words)));
    }
}

fn step_text(step: &Step, rules: &Rules, words: Words) -> String {
    let language = words.language;
    let operator = format!(" {} ", step::operator(step.operation, language));
    let terms: Vec<String> = step.operands.iter().map(|operand| term_text(operand, rules, words)).collect();
    format!(
        "{}: {} {} {} {}",
        step::title(step.name, language),
        terms.join(&operator),
        step::equals(step.operation, language),
        step.result,
        unit_name(step.unit, language)
    )
}

/// A number with its unit, and in brackets what it is and where it was published.
fn term_text(operand: &Operand, rules: &Rules, words: Words) -> String {
    let name = step::operand_name(operand, rules, words.language);
    let cited = match operand.origin {
        Origin::Parameter(factor) => rules
            .resolve(factor)
            .and_then(|(_, value)| rules.sources.get(value.source))
            .map(|source| format!(", {}", source.number.as_ref().unwrap_or(&source.title)))
            .unwrap_or_default(),
        _ => String::new(),
    };
    format!("{} {} [{name}{cited}]", operand.value, unit_name(operand.unit, words.language))
}
