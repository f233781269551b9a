//! Days and months as each language says them.

use super::Language;
use crate::domain::date::Date;

/// 2026年11月21日 / 21 November 2026
pub fn day(date: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}", date.year(), day_short(date, language)),
        Language::En => format!("{} {} {}", date.day(), month_name(date.month()), date.year()),
    }
}

/// 2026年11月21日 星期六 / Saturday, 21 November 2026
pub fn full_day(date: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{} {}", day(date, language), weekday(date, language)),
        Language::En => format!("{}, {}", weekday(date, language), day(date, language)),
    }
}

/// 11月21日 / 21 Nov
pub fn day_short(date: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{}月{}日", date.month(), date.day()),
        Language::En => {
            let name = month_name(date.month());
            format!("{} {}", date.day(), name.get(..3).unwrap_or(name))
        }
    }
}

/// 2026年11月 / November 2026
pub fn month(year: i32, month: u8, language: Language) -> String {
    match language {
        Language::Zh => format!("{year}年{month}月"),
        Language::En => format!("{} {year}", month_name(month)),
    }
}

/// 6–9 月 / June–September; a single month stands alone.
pub fn months(first: u8, last: u8, language: Language) -> String {
    match (language, first == last) {
        (Language::Zh, true) => format!("{first} 月"),
        (Language::Zh, false) => format!("{first}–{last} 月"),
        (Language::En, true) => month_name(first).to_owned(),
        (Language::En, false) => format!("{}–{}", month_name(first), month_name(last)),
    }
}

/// 星期六 / Saturday
pub fn weekday(date: Date, language: Language) -> &'static str {
    let (zh, en) = match date.weekday() {
        0 => ("星期日", "Sunday"),
        1 => ("星期一", "Monday"),
        2 => ("星期二", "Tuesday"),
        3 => ("星期三", "Wednesday"),
        4 => ("星期四", "Thursday"),
        5 => ("星期五", "Friday"),
        _ => ("星期六", "Saturday"),
    };
    language.pick(zh, en)
}

/// 今天, 昨天, in Chinese 前天 too; else the day, with its year if it is another year's.
pub fn relative_day(date: Date, today: Date, language: Language) -> String {
    match (today.days_since(date), language) {
        (0, _) => language.pick("今天", "Today").to_owned(),
        (1, _) => language.pick("昨天", "Yesterday").to_owned(),
        (2, Language::Zh) => "前天".to_owned(),
        _ if date.year() == today.year() => day_short(date, language),
        _ => day(date, language),
    }
}

fn month_name(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        12 => "December",
        _ => "",
    }
}

/// A time of the day from its minute, as `20:00`.
pub fn clock(minute: i64) -> String {
    let two = |number: i64| format!("{}{number}", if number < 10 { "0" } else { "" });
    format!("{}:{}", two(minute.div_euclid(60)), two(minute.rem_euclid(60)))
}
