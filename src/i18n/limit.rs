//! Limits by name and number: the labels of the rules are written for a table that has the number in a column of its own.

use super::Language;
use super::number::grouped;
use super::unit::unit_name;
use super::word;
use crate::domain::activity::Mode;
use crate::domain::date::Date;
use crate::domain::ledger::Limit;
use crate::domain::rulebook::Rulebook;
use crate::domain::unit::Unit;

/// What a limit allows on a day, as in 地铁每天 100 公里; its id where the rules have no number for that day.
pub fn name(limit: Limit, rulebook: &Rulebook, date: Date, language: Language) -> String {
    let found = limit.parameter(rulebook).and_then(|place| Some((place, rulebook.operand(place, date)?)));
    match found {
        Some((place, operand)) => named(place, &operand.value.rounded_text(0), rulebook, language),
        None => limit.id(rulebook).to_owned(),
    }
}

/// The same for a parameter with its number.
pub fn named(place: usize, amount: &str, rulebook: &Rulebook, language: Language) -> String {
    let amount = grouped(amount);
    let is = |limit: &Limit| limit.parameter(rulebook) == Some(place);
    let modes = Mode::ALL.iter().map(|mode| Limit::Distance(*mode));
    let whole = [Limit::TripsDaily, Limit::ActionsDaily, Limit::Monthly, Limit::RefuelsMonthly];
    let (zh, en) = match whole.into_iter().chain(modes).find(is) {
        Some(Limit::TripsDaily) => ("自报出行每天 ^ 分", "^ points a day for self-declared trips"),
        Some(Limit::ActionsDaily) => ("自报日常行动每天 ^ 分", "^ points a day for self-declared everyday actions"),
        Some(Limit::Monthly) => ("自报记录每月 ^ 分", "^ points a month for everything self-declared"),
        Some(Limit::RefuelsMonthly) => ("夜间加油每月 ^ 次", "^ night refuellings a month"),
        Some(Limit::Distance(mode)) => {
            let travelled = match (mode, language) {
                (Mode::Walk, Language::Zh) => "走路",
                (Mode::Bike, Language::Zh) => "骑车",
                (Mode::Walk, Language::En) => "on foot",
                (Mode::Bike | Mode::Bus | Mode::Rail, Language::En) => match mode {
                    Mode::Bike => "by bicycle",
                    Mode::Bus => "by bus",
                    _ => "by metro",
                },
                _ => word::mode(mode, language),
            };
            return match language {
                Language::Zh => format!("{travelled}每天 {amount} 公里"),
                Language::En => format!("{amount} km a day {travelled}"),
            };
        }
        Some(Limit::Merchant(_)) | None => {
            let Some(parameter) = rulebook.parameters.get(place) else { return String::new() };
            let label = language.pick(&parameter.label.zh, &parameter.label.en);
            let unit = if parameter.unit == Unit::One { "" } else { unit_name(parameter.unit, language) };
            let space = if unit.is_empty() { "" } else { " " };
            let text = format!("{label} {amount}{space}{unit}");
            return text;
        }
    };
    super::filled(language.pick(zh, en), &[&amount])
}
