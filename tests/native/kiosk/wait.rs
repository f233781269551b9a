//! Time: 60 seconds without a touch, then 20 to answer.

use carbon_points::kiosk::{Kiosk, Press, Wait};

use super::{kiosk, moment, press};

fn begun() -> Kiosk {
    let mut kiosk = kiosk();
    press(&mut kiosk, &[Press::Start]);
    kiosk
}

fn tick(kiosk: &mut Kiosk, after: i64) -> bool {
    kiosk.press(Press::Tick, &moment(after))
}

fn left(kiosk: &Kiosk) -> Option<u32> {
    kiosk.session.as_ref().expect("a session").wait.shown()
}

#[test]
fn after_a_minute_it_asks_and_after_twenty_seconds_more_it_ends() {
    let mut kiosk = begun();
    for (after, shown) in [
        (59_000, None),
        (59_999, None),
        (60_000, Some(20)),
        (60_001, Some(20)),
        (61_000, Some(19)),
        (79_001, Some(1)),
        (79_999, Some(1)),
    ] {
        tick(&mut kiosk, after);
        assert_eq!(left(&kiosk), shown, "{after}");
    }
    assert!(tick(&mut kiosk, 80_000));
    assert_eq!(kiosk.session, None);
    assert!(!tick(&mut kiosk, 90_000), "a poster waits for nothing");
}

#[test]
fn a_screen_that_slept_wakes_as_a_poster() {
    let mut kiosk = begun();
    assert!(tick(&mut kiosk, 3_600_000));
    assert_eq!(kiosk.session, None);
}

#[test]
fn a_touch_begins_the_minute_anew_and_changes_nothing_on_the_screen() {
    let mut kiosk = begun();
    assert!(!kiosk.press(Press::Touched, &moment(59_000)));
    assert!(!tick(&mut kiosk, 118_999));
    assert_eq!(left(&kiosk), None);
    assert!(tick(&mut kiosk, 119_000));
    assert_eq!(left(&kiosk), Some(20));
}

#[test]
fn only_an_answer_is_an_answer() {
    let mut kiosk = begun();
    tick(&mut kiosk, 70_000);
    assert_eq!(left(&kiosk), Some(10));
    for other in [Press::Touched, Press::Language, Press::Back, Press::TakeAway, Press::Option(0)] {
        assert!(!kiosk.press(other, &moment(70_001)), "{other:?}");
    }
    tick(&mut kiosk, 70_500);
    assert_eq!(left(&kiosk), Some(10));
    assert!(kiosk.press(Press::More, &moment(71_000)));
    assert_eq!(left(&kiosk), None);
    tick(&mut kiosk, 130_999);
    assert_eq!(left(&kiosk), None);
    tick(&mut kiosk, 131_000);
    assert_eq!(left(&kiosk), Some(20));
    assert!(kiosk.press(Press::End, &moment(131_500)));
    assert_eq!(kiosk.session, None);
}

#[test]
fn a_clock_set_back_ends_nothing() {
    let mut kiosk = begun();
    tick(&mut kiosk, -3_600_000);
    assert_eq!(left(&kiosk), None);
    tick(&mut kiosk, -3_600_000 + 60_000);
    assert_eq!(left(&kiosk), Some(20));
    tick(&mut kiosk, -7_200_000);
    assert_eq!(left(&kiosk), Some(20), "nor does it answer");
}

#[test]
fn the_screen_is_drawn_again_only_when_a_second_has_gone() {
    let mut kiosk = begun();
    assert!(!tick(&mut kiosk, 500));
    assert!(tick(&mut kiosk, 60_000));
    assert!(!tick(&mut kiosk, 60_500));
    assert!(tick(&mut kiosk, 61_000));
    assert_eq!(Wait::Over.shown(), None);
}

#[test]
fn a_device_s_clock_that_is_set_ends_nothing() {
    let mut kiosk = begun();
    for hours in [1, -1] {
        let steady = moment(30_000);
        let set = carbon_points::kiosk::Moment { now: steady.now + hours * 3_600_000, ..steady };
        assert!(!kiosk.press(Press::Tick, &set), "{hours}");
        assert_eq!(left(&kiosk), None, "{hours}");
    }
}
