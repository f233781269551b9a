//! A public screen: how long it waits, what it asks, what it takes, what the operator set, and that nothing is left.

mod because;
mod operator;
mod session;
mod wait;

use carbon_points::app::consequence::consequences;
use carbon_points::kiosk::{Key, Kiosk, Moment, Operator, Press, Topic};

use crate::support::{beijing, today};

/// Milliseconds at which a session begins.
pub(crate) const BEGUN: i64 = 1_793_500_000_000;

/// A screen as it is put up without any setting.
pub(crate) fn kiosk() -> Kiosk {
    Kiosk::new(Operator::read("https://green.example.cn/kiosk/", |_| None))
}

/// So many milliseconds after the session began.
pub(crate) fn moment(after: i64) -> Moment<'static> {
    Moment {
        now: BEGUN + after,
        steady: after,
        today: today(),
        rules: beijing(),
        fresh_id: "0123456789ABCDEF",
        consequences,
    }
}

/// Presses one after the other, at once.
pub(crate) fn press(kiosk: &mut Kiosk, presses: &[Press]) {
    for press in presses {
        assert!(kiosk.press(*press, &moment(0)), "{press:?} does nothing in {kiosk:?}");
    }
}

/// The presses that type a number and say that it is complete.
pub(crate) fn number(text: &str) -> Vec<Press> {
    let key = |letter: char| match letter.to_digit(10) {
        Some(digit) => Key::Digit(u8::try_from(digit).expect("a digit")),
        None => Key::Point,
    };
    text.chars().map(key).map(Press::Key).chain([Press::Enter]).collect()
}

/// Ten kilometres by metro, from what to record up to what it came to.
pub(crate) fn metro(kiosk: &mut Kiosk, km: &str) {
    press(kiosk, &[Press::Topic(Topic::Trip), Press::Option(0)]);
    press(kiosk, &number(km));
}
