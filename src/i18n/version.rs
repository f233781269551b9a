//! Versions of the rulebook, and the review of its numbers, in words.

use super::calendar::day;
use super::{Language, Text, filled};
use crate::domain::date::Date;

/// The last day on which a number was to be looked at again is over.
pub fn overdue(last: Date, language: Language) -> String {
    let last = day(last, language);
    match language {
        Language::Zh => format!("已过复核日期 {last}，可能已有新值"),
        Language::En => format!("Past its review date, {last}; there may be a newer value"),
    }
}

/// The factors of a calculation whose day of review is over, in one sentence; `None` if there is none.
pub fn overdue_used(names: &[&str], language: Language) -> Option<String> {
    let named = names.join(language.pick("、", ", "));
    (!names.is_empty()).then(|| filled(Text::of(language).overdue_used(), &[&named]))
}

/// From which day a version is for new entries.
pub fn in_use_from(published: Date, language: Language) -> String {
    let published = day(published, language);
    match language {
        Language::Zh => format!("{published}起新记的用这一版"),
        Language::En => format!("For new entries from {published}"),
    }
}
