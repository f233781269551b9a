//! Finding a parameter by the words and figures that stand on its card.

use super::unit::unit_name;
use super::{Language, word};
use crate::domain::rulebook::{Parameter, Rulebook};

/// Whether every word of the query stands in the parameter's names, id, unit or method, or in the amount, the grade,
/// the note or the source of one of its values, in either language.
pub fn found(parameter: &Parameter, rulebook: &Rulebook, query: &str) -> bool {
    let zh_unit = unit_name(parameter.unit, Language::Zh);
    let mut text =
        [&*parameter.id, &parameter.label.zh, &parameter.label.en, parameter.unit.symbol(), zh_unit].join(" ");
    let mut add = |part: &str| {
        text.push(' ');
        text.push_str(part);
    };
    if let Some(method) = rulebook.methods.get(parameter.method) {
        add(&method.title.zh);
        add(&method.title.en);
    }
    for value in &parameter.values {
        add(&value.amount.to_string());
        add(word::grade(value.grade, Language::Zh));
        add(word::grade(value.grade, Language::En));
        let source = rulebook.sources.get(value.source);
        let notes = [value.note.as_ref(), source.and_then(|source| source.note.as_ref())];
        for note in notes.into_iter().flatten() {
            add(&note.zh);
            add(&note.en);
        }
        if let Some(source) = source {
            for part in [&*source.title, &source.issuer, &source.clause, source.number.as_deref().unwrap_or_default()] {
                add(part);
            }
        }
    }
    let text = plain(&text);
    plain(query).split_whitespace().all(|word| text.contains(word))
}

/// Lower case, full-width letters, digits and marks as ASCII, and figures set high or low as plain ones.
fn plain(text: &str) -> String {
    const FULL_WIDTH: u32 = 0xfee0;
    let plain = |character: char| match character {
        '！'..='～' => char::from_u32(u32::from(character) - FULL_WIDTH).unwrap_or(character),
        '。' => '.',
        '₂' | '²' => '2',
        '³' => '3',
        _ => character,
    };
    text.chars().map(|character| plain(character).to_ascii_lowercase()).collect()
}
