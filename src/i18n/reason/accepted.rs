//! What would have been accepted, as a sentence.

use std::borrow::Cow;

use super::path::field;
use super::template::quote;
use super::{Language, measure};
use crate::domain::activity::purchase::{Basis, VocUnit};
use crate::domain::date::Date;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::Rulebook;
use crate::i18n::{calendar, number::grouped, word};

/// The sentence that tells what to do; empty if there is nothing to tell.
pub(super) fn said(reason: &Reason, rulebook: Option<&Rulebook>, language: Language) -> String {
    let Some(accepted) = &reason.accepted else { return String::new() };
    // Who has to write a date again reads it as it is to be written.
    let written = reason.code == ReasonCode::BadDate;
    let day = |date: &Date| if written { date.to_string() } else { calendar::day(*date, language) };
    // Two texts, `@` for the first gap and `^` for the second.
    let (zh, en, first, second) = match accepted {
        Accepted::OneOf(words) => return one_of(reason, words, rulebook, language),
        Accepted::Range { least, from_included, most, unit } => {
            let (zh, en) = if *from_included {
                ("请填 @ 到 ^。", "Give @ to ^.")
            } else {
                ("请填大于 @、不超过 ^的数。", "Give more than @ and at most ^.")
            };
            let mut most = measure(most, *unit, language);
            if !from_included && most.ends_with(|last: char| last.is_ascii()) {
                most.push_str(language.pick(" ", ""));
            }
            (zh, en, grouped(least), most)
        }
        Accepted::Dates { first, last } => {
            ("请填 @ 到 ^ 之间的日子。", "Give a day from @ to ^.", day(first), day(last))
        }
        Accepted::Since { first } => ("它从 @ 起实施。", "It came into force on @.", day(first), String::new()),
        Accepted::Decimal { places: 0 } => {
            ("请填整数，例如 3。", "Give a whole number, such as 3.", String::new(), String::new())
        }
        Accepted::Decimal { places } => (
            "请用数字和小数点，例如 12.5，最多 @ 位小数。",
            "Use digits and a decimal point, such as 12.5, with at most @ decimals.",
            places.to_string(),
            String::new(),
        ),
        Accepted::Type(name) => {
            ("这里应该是@。", "It should be @.", type_name(name, language).to_owned(), String::new())
        }
        Accepted::Time => (
            "请写成 21:30 这样，从 00:00 到 23:59。",
            "Write it like 21:30, from 00:00 to 23:59.",
            String::new(),
            String::new(),
        ),
        Accepted::AtMost { most, what } => {
            ("最多 @ ^。", "At most @ ^.", grouped(&most.to_string()), language.pick(counted(what), what).to_owned())
        }
        Accepted::Basis { basis, unit } => {
            // The form asks for density and water where the tin says “less water”; they lead over to the other basis.
            let bridge = reason.path == "basis" && reason.given.as_deref() == Some(Basis::LessWater.as_str());
            let (zh, en) = if bridge {
                ("请补上密度和含水，或者填「@」的^数。", "Add density and water, or give a figure in ^, measured “@”.")
            } else {
                ("请填「@」的^数。", "Give a figure in ^, measured “@”.")
            };
            let name = Basis::from_word(basis).map_or("", |basis| word::basis(basis, language));
            (zh, en, name.to_owned(), voc_unit(unit, language).to_owned())
        }
        // Said at the field itself.
        Accepted::Field(name) if *name == reason.path => return String::new(),
        Accepted::Field(name) => {
            let (zh, en) = match (reason.code, *name) {
                (ReasonCode::Contradiction, _) => ("请和「@」一起核对。", "Please check it together with “@”."),
                (_, "replaced_petrol_car" | "alert" | "has_pv" | "boiler_heating") => {
                    ("如果是，请勾选「@」。", "If it is so, tick “@”.")
                }
                _ => ("请填上「@」。", "Please fill in “@”."),
            };
            (zh, en, field(name, language), String::new())
        }
        Accepted::Share { percent, share } => ("@% 请写成 ^。", "Write @% as ^.", percent.clone(), share.clone()),
        // Said in the sentence itself.
        Accepted::Limits(_) | Accepted::Beside(_) => return String::new(),
    };
    let mut text = String::new();
    for character in language.pick(zh, en).chars() {
        match character {
            '@' => text.push_str(&first),
            '^' => text.push_str(&second),
            _ => text.push(character),
        }
    }
    text
}

/// People read the names of what they can choose; who wrote a word that does not exist needs the exact words.
fn one_of(reason: &Reason, words: &[Cow<'static, str>], rulebook: Option<&Rulebook>, language: Language) -> String {
    if words.is_empty() || reason.code == ReasonCode::Missing {
        return String::new();
    }
    let exact = matches!(reason.code, ReasonCode::UnknownValue | ReasonCode::UnknownField);
    let mut text = match (exact, language) {
        (true, Language::Zh) => "可以写：",
        (false, Language::Zh) => "请改选",
        (true, Language::En) => "You can write ",
        (false, Language::En) => "Choose one: ",
    }
    .to_owned();
    for (place, word) in words.iter().enumerate() {
        if place > 0 {
            // Between Chinese quotation marks no comma is written.
            text.push_str(language.pick("", ", "));
        }
        let name = if exact { None } else { word::word_name(&reason.path, word, rulebook, language) };
        quote(name.unwrap_or(word), language, &mut text);
    }
    text.push_str(language.pick("。", "."));
    text
}

/// The contract's word for a unit of VOC content, as it stands before 数.
fn voc_unit(unit: &str, language: Language) -> &str {
    match unit {
        "percent" => language.pick("百分", "percent"),
        _ => VocUnit::from_word(unit).map_or(unit, |unit| word::voc_unit(unit, language)),
    }
}

fn type_name(name: &str, language: Language) -> &str {
    let (zh, en) = match name {
        "object" => ("对象 { }", "an object { }"),
        "array" => ("列表 [ ]", "a list [ ]"),
        "string" => ("文字，写在引号里", "a text in quotation marks"),
        "number" => ("数字", "a number"),
        "boolean" => (" true 或 false", "true or false"),
        other => (other, other),
    };
    language.pick(zh, en)
}

fn counted(what: &str) -> &str {
    match what {
        "days" => "天",
        "bytes" => "字节",
        "characters" => "个字",
        "legs" => "段",
        other => other,
    }
}
