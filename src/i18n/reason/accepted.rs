//! What would have been accepted, as a sentence.

use std::borrow::Cow;

use super::path::field;
use super::{Language, measure};
use crate::domain::activity::purchase::Basis;
use crate::domain::reason::Accepted;
use crate::domain::rulebook::Rulebook;
use crate::i18n::{calendar, number::grouped, word};

pub(super) fn said(accepted: &Accepted, rulebook: Option<&Rulebook>, language: Language) -> String {
    let zh = language == Language::Zh;
    match accepted {
        Accepted::Range { least, from_included, most, unit } => {
            let most = measure(&grouped(most), *unit, language);
            match (zh, *from_included) {
                (true, true) => format!("请填 {} 到 {most}。", grouped(least)),
                (true, false) => format!("请填大于 {}、不超过 {most} 的数。", grouped(least)),
                (false, true) => format!("Give {} to {most}.", grouped(least)),
                (false, false) => format!("Give more than {} and at most {most}.", grouped(least)),
            }
        }
        Accepted::OneOf(words) => {
            if zh {
                format!("可以是：{}。", words.join("、"))
            } else {
                format!("Choose one of: {}.", words.join(", "))
            }
        }
        Accepted::Dates { first, last } => {
            let (first, last) = (calendar::day(*first, language), calendar::day(*last, language));
            if zh {
                format!("请填 {first} 到 {last} 之间的日子。")
            } else {
                format!("Give a day from {first} to {last}.")
            }
        }
        Accepted::Since { first } => {
            let first = calendar::day(*first, language);
            if zh { format!("{first} 起实施。") } else { format!("It came into force on {first}.") }
        }
        Accepted::Decimal { places } => {
            if zh {
                format!("最多 {places} 位小数。")
            } else {
                format!("At most {places} decimals.")
            }
        }
        Accepted::Type(name) => {
            if zh {
                format!("应为{}。", type_name(name))
            } else {
                format!("It should be {name}.")
            }
        }
        Accepted::Time => {
            language.pick("请写成 21:30 这样，00:00 到 23:59。", "Write it like 21:30, from 00:00 to 23:59.").to_owned()
        }
        Accepted::AtMost { most, what } => {
            let most = grouped(&most.to_string());
            if zh { format!("最多 {most} {}。", counted(what)) } else { format!("At most {most} {what}.") }
        }
        Accepted::Basis { basis, unit } => {
            let name =
                Basis::from_word(basis).map_or(Cow::Borrowed(*basis), |basis| word::basis(basis, language).into());
            let unit = if *unit == "percent" { "%" } else { unit };
            if zh { format!("请填「{name}」的 {unit}。") } else { format!("Give {unit}, measured “{name}”.") }
        }
        Accepted::Field(name) => {
            let name = field(name, language);
            if zh { format!("请填上「{name}」。") } else { format!("Please fill in “{name}”.") }
        }
        Accepted::Limit { parameter, amount, unit } => {
            let limit = measure(&grouped(amount), *unit, language);
            let name = rulebook.and_then(|rulebook| {
                let found = rulebook.parameters.get(rulebook.find(parameter)?)?;
                Some(language.pick(&found.label.zh, &found.label.en))
            });
            let name = name.unwrap_or(parameter);
            if zh { format!("（{name}：{limit}）") } else { format!("({name}: {limit})") }
        }
    }
}

fn type_name(name: &str) -> &str {
    match name {
        "object" => "对象 {…}",
        "list" => "列表 […]",
        "string" => "文字",
        "number" => "数字",
        "boolean" => "true 或 false",
        other => other,
    }
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
