//! The limits a sentence is about, with their units.

use super::{Language, measure};
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::{ParameterRef, Rulebook};
use crate::domain::unit::Unit;
use crate::i18n::calendar::{clock, months};
use crate::i18n::limit::named;
use crate::i18n::number::grouped;

/// What fills `^`: limits with their units, the months and hours of an award, the place in a text.
pub(super) fn limit(reason: &Reason, rulebook: Option<&Rulebook>, language: Language) -> Option<String> {
    if let ReasonCode::NotJson | ReasonCode::Truncated = reason.code {
        let digits = |place: &&str| place.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
        let place = reason.given.as_deref().filter(digits)?;
        let (line, column) = place.split_once(':').unwrap_or(("", place));
        return Some(match (language, line) {
            (Language::Zh, "") => format!("第 {column} 列"),
            (Language::Zh, _) => format!("第 {line} 行第 {column} 列"),
            (Language::En, "") => format!("column {column}"),
            (Language::En, _) => format!("line {line}, column {column}"),
        });
    }
    if reason.code == ReasonCode::CarFreeUndone {
        let (_, points) = reason.given.as_deref()?.split_once(' ')?;
        return Some(grouped(points));
    }
    let (limits, rulebook) = (reason.limits(), rulebook?);
    if reason.code == ReasonCode::OutsideWindow {
        return window(limits, rulebook, language);
    }
    if let (ReasonCode::PaintBeyondArea, [ratio, spread_rate, assumed @ ..]) = (reason.code, limits) {
        return walls([ratio, spread_rate], assumed, rulebook, language);
    }
    if let (ReasonCode::Capped, [limit]) = (reason.code, limits) {
        let (_, value) = rulebook.resolve(*limit)?;
        return Some(named(limit.parameter, &value.amount.to_string(), rulebook, language));
    }
    let mut text = String::new();
    for limit in limits {
        let (parameter, value) = rulebook.resolve(*limit)?;
        if !text.is_empty() {
            text.push_str(language.pick("、", " and "));
        }
        text.push_str(&measure(&value.amount.to_string(), parameter.unit, language));
    }
    (!text.is_empty()).then_some(text)
}

/// How much paint walls take, by the two limits, and of which home that is, if it was assumed.
fn walls(
    [ratio, spread_rate]: [&ParameterRef; 2],
    assumed: &[ParameterRef],
    rulebook: &Rulebook,
    language: Language,
) -> Option<String> {
    let (ratio, spread_rate) = (rulebook.resolve(*ratio)?.1.amount, rulebook.resolve(*spread_rate)?.1.amount);
    let mut text = String::new();
    for limit in assumed {
        let (parameter, value) = rulebook.resolve(*limit)?;
        let number = measure(&value.amount.to_string(), parameter.unit, language);
        let (zh, en) = if parameter.unit == Unit::SquareMetre {
            (format!("没填面积，按 {number}；"), format!("no area given, {number} assumed; "))
        } else {
            (format!("没填遍数，按 {number} 遍；"), format!("no coats given, {number} assumed; "))
        };
        text.push_str(language.pick(&zh, &en));
    }
    let walls = match language {
        Language::Zh => format!("每平方米建筑面积约刷 {ratio} 平方米，每升每遍刷 {spread_rate} 平方米"),
        Language::En => {
            format!("about {ratio} m² painted for each m² of floor, {spread_rate} m² to the litre and coat")
        }
    };
    text.push_str(&walls);
    Some(text)
}

/// Months and hours by their four limits, as in 6–9 月 20:00–06:00.
fn window(limits: &[ParameterRef], rulebook: &Rulebook, language: Language) -> Option<String> {
    let whole = |limit: &ParameterRef| rulebook.resolve(*limit)?.1.amount.exact().floor().ok();
    let [first, last, begin, end] = limits else { return None };
    let month = |limit| u8::try_from(whole(limit)?).ok();
    let mut text = months(month(first)?, month(last)?, language);
    text.push_str(language.pick(" ", ", "));
    for (limit, after) in [(begin, "–"), (end, "")] {
        text.push_str(&clock(whole(limit)?));
        text.push_str(after);
    }
    Some(text)
}
