//! Days and times as people say them.

use crate::support::{beijing, day};
use carbon_points::i18n::Language::{En, Zh};
use carbon_points::i18n::calendar;
use carbon_points::i18n::unit::amount_and_unit;

#[test]
fn days_are_said_as_people_say_them() {
    let date = day("2026-11-21");
    assert_eq!(calendar::day(date, Zh), "2026年11月21日");
    assert_eq!(calendar::day(date, En), "21 November 2026");
    assert_eq!(calendar::day_short(date, Zh), "11月21日");
    assert_eq!(calendar::day_short(date, En), "21 Nov");
    assert_eq!(calendar::weekday(date, Zh), "星期六");
    assert_eq!(calendar::weekday(date, En), "Saturday");
    assert_eq!(calendar::month(2026, 5, Zh), "2026年5月");
    assert_eq!(calendar::month(2026, 5, En), "May 2026");
    assert_eq!(calendar::months(6, 9, Zh), "6–9 月");
    assert_eq!(calendar::months(5, 5, En), "May");
    for (ago, zh, en) in [
        (0, "今天", "Today"),
        (1, "昨天", "Yesterday"),
        (2, "前天", "19 Nov"),
        (3, "11月18日", "18 Nov"),
        (400, "2025年10月17日", "17 October 2025"),
        (-1, "11月22日", "22 Nov"),
    ] {
        let then = date.plus_days(-ago);
        assert_eq!(calendar::relative_day(then, date, Zh), zh);
        assert_eq!(calendar::relative_day(then, date, En), en);
    }
    let mut names: Vec<String> = (1..=12).map(|month| calendar::month(2026, month, En)).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 12);
    for offset in 0..7 {
        assert_ne!(calendar::weekday(date.plus_days(offset), Zh), calendar::weekday(date.plus_days(offset + 1), Zh));
    }
}

#[test]
fn the_minute_of_a_day_is_told_as_its_time() {
    for (minute, time) in [(0, "00:00"), (9, "00:09"), (360, "06:00"), (1200, "20:00"), (1439, "23:59")] {
        assert_eq!(calendar::clock(minute), time);
    }
    let amount = |id: &str| {
        let parameter = &beijing().parameters[beijing().find(id).expect("a parameter")];
        amount_and_unit(parameter.values[0].amount, parameter.unit, Zh)
    };
    assert_eq!(amount("refuel.window_start"), ("20:00".to_owned(), ""));
    assert_eq!(amount("travel.rail"), ("32".to_owned(), "克/人·公里"));
}
