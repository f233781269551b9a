//! From the poster to the code.

use carbon_points::domain::handover::unpack;
use carbon_points::domain::ledger::{FIRST_PERSON, Policy};
use carbon_points::kiosk::{
    Ask, Key, Kiosk, LARGEST, MOST_LINK, Moment, Operator, Press, Problem, Session, Step, Topic, asks, typed,
};
use proptest::prelude::*;

use super::{kiosk, metro, moment, number, press};
use crate::support::{beijing, day, today};

fn session(kiosk: &Kiosk) -> &Session {
    kiosk.session.as_ref().expect("a session")
}

fn begun() -> Kiosk {
    let mut kiosk = kiosk();
    press(&mut kiosk, &[Press::Start]);
    kiosk
}

#[test]
fn a_trip_is_recorded_and_taken_along() {
    let mut kiosk = begun();
    metro(&mut kiosk, "10");
    assert!(matches!(session(&kiosk).step, Step::Outcome { .. }));
    let entry = &session(&kiosk).entries[0];
    let posted = entry.posted().expect("an activity");
    // 10 km × (104 − 32) g, and half the points of a verified one: 0.72 kg × 100 × 0.5.
    assert_eq!((posted.totals.carbon_mg, posted.totals.points), (720_000, 36));
    assert_eq!(posted.activity.date, today());
    press(&mut kiosk, &[Press::Another]);
    metro(&mut kiosk, "0.5");
    press(&mut kiosk, &[Press::TakeAway]);
    let link = session(&kiosk).link(&kiosk.operator);
    let packed = link.strip_prefix("https://green.example.cn/kiosk/#/take/").expect("the address");
    let lines = unpack(packed, beijing()).expect("a whole text");
    assert_eq!(lines.len(), 2);
    assert_eq!((lines[0].id.as_str(), lines[1].id.as_str()), ("0123456789ABCDEF", "0123456789ABCDEG"));
    let ledger = session(&kiosk).ledger(Policy::default());
    assert_eq!(ledger.account(FIRST_PERSON).all_time().carbon_mg, 756_000);
}

#[test]
fn the_day_can_be_changed_and_the_act_dropped() {
    let mut kiosk = begun();
    metro(&mut kiosk, "10");
    press(&mut kiosk, &[Press::Day(2)]);
    assert_eq!(session(&kiosk).entries.len(), 1);
    assert_eq!(session(&kiosk).entries[0].posted().expect("an activity").activity.date, day("2026-11-19"));
    press(&mut kiosk, &[Press::Drop]);
    assert_eq!((session(&kiosk).entries.len(), &session(&kiosk).step), (0, &Step::Topics));
    assert!(!kiosk.press(Press::TakeAway, &moment(0)), "there is nothing to take");
}

#[test]
fn a_number_that_cannot_be_is_refused_where_it_is_typed() {
    let mut kiosk = begun();
    press(&mut kiosk, &[Press::Topic(Topic::Trip), Press::Option(0), Press::Enter]);
    let problem = |kiosk: &Kiosk| match &session(kiosk).step {
        Step::Asking { problem, .. } => problem.clone(),
        _ => None,
    };
    assert_eq!(problem(&kiosk), Some(Problem::Empty));
    press(&mut kiosk, &number("5001"));
    assert!(matches!(problem(&kiosk), Some(Problem::Wrong(reason)) if reason.path == "legs[0].km"));
    press(&mut kiosk, &[Press::Key(Key::Erase)]);
    assert_eq!(problem(&kiosk), None);
    press(&mut kiosk, &[Press::Enter]);
    assert_eq!(session(&kiosk).entries.len(), 1);
}

#[test]
fn every_topic_leads_to_a_result() {
    for topic in Topic::ALL {
        for first in 0..20 {
            let mut kiosk = begun();
            press(&mut kiosk, &[Press::Topic(topic)]);
            if !kiosk.press(Press::Option(first), &moment(0)) {
                assert!(first > 1, "{topic:?} has one option only");
                break;
            }
            answer(&mut kiosk, topic, "2");
            assert_eq!(session(&kiosk).entries.len(), 1, "{topic:?} {first}: {:?}", session(&kiosk).step);
        }
    }
}

/// Answers what is still asked.
fn answer(kiosk: &mut Kiosk, topic: Topic, text: &str) {
    while let Some(ask) = session(kiosk).ask(beijing(), today()) {
        let before = session(kiosk).step.clone();
        match ask {
            Ask::Choice(..) | Ask::Month(_) => press(kiosk, &[Press::Option(0)]),
            Ask::Number(..) | Ask::Days => press(kiosk, &number(text)),
        }
        assert_ne!(session(kiosk).step, before, "{topic:?} does not go on");
    }
}

#[test]
fn it_says_that_it_is_full_before_something_does_not_fit() {
    let mut kiosk = begun();
    let mut count = 0;
    while !session(&kiosk).is_full(&kiosk.operator) {
        metro(&mut kiosk, "12.5");
        press(&mut kiosk, &[Press::Another]);
        count += 1;
    }
    assert!(count >= 12, "only {count} trips fit");
    assert!(session(&kiosk).link(&kiosk.operator).len() <= MOST_LINK);
    assert!(!kiosk.press(Press::Topic(Topic::Trip), &moment(0)), "nothing more is taken");
    press(&mut kiosk, &[Press::TakeAway]);
}

#[test]
fn back_asks_the_question_before() {
    let mut kiosk = begun();
    press(&mut kiosk, &[Press::Topic(Topic::CarFree), Press::Option(0)]);
    press(&mut kiosk, &number("1.6"));
    assert_eq!(session(&kiosk).ask(beijing(), today()), Some(Ask::Days));
    press(&mut kiosk, &[Press::Back]);
    assert_eq!(session(&kiosk).ask(beijing(), today()), Some(Ask::Number("engine_litres", false)));
    press(&mut kiosk, &[Press::Back, Press::Back]);
    assert_eq!(session(&kiosk).step, Step::Topics);
    // An electric car has no engine.
    press(&mut kiosk, &[Press::Topic(Topic::CarFree), Press::Option(1)]);
    assert_eq!(session(&kiosk).ask(beijing(), today()), Some(Ask::Days));
}

#[test]
fn the_end_leaves_nothing() {
    let mut kiosk = begun();
    press(&mut kiosk, &[Press::Language]);
    metro(&mut kiosk, "10");
    press(&mut kiosk, &[Press::End]);
    assert_eq!(kiosk, super::kiosk());
    press(&mut kiosk, &[Press::Start]);
    assert_eq!(session(&kiosk), &Session::begun(&moment(0)));
}

#[test]
fn the_pad_makes_numbers_only() {
    let keys = |text: &str, whole| {
        number(text).into_iter().fold(String::new(), |before, press| match press {
            Press::Key(key) => typed(&before, key, whole),
            _ => before,
        })
    };
    for (pressed, whole, stands) in [
        ("007", false, "7"),
        (".5", false, "0.5"),
        ("1.2.3", false, "1.23"),
        ("1.239", false, "1.23"),
        ("1234567", false, "123456"),
        ("1.5", true, "15"),
        ("0.05", false, "0.05"),
    ] {
        assert_eq!(keys(pressed, whole), stands, "{pressed}");
    }
    assert_eq!(typed("0.", Key::Erase, false), "0");
    assert_eq!(typed("", Key::Erase, false), "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// No act that can be recorded here takes more of the code than is kept free for it.
    #[test]
    fn no_act_is_larger_than_is_kept_free(topic in 0_usize..5, first in 0_usize..14, digits in "[1-9][0-9]?(\\.[1-9]{1,2})?") {
        let mut kiosk = begun();
        metro(&mut kiosk, "10");
        press(&mut kiosk, &[Press::Another]);
        let before = session(&kiosk).link(&kiosk.operator).len();
        let topic = Topic::ALL[topic];
        press(&mut kiosk, &[Press::Topic(topic)]);
        prop_assume!(kiosk.press(Press::Option(first), &moment(5_000_000)));
        for _ in 0..6 {
            match session(&kiosk).ask(beijing(), today()) {
                None => break,
                Some(Ask::Choice(..) | Ask::Month(_)) => press(&mut kiosk, &[Press::Option(5 % 3)]),
                Some(_) => number(&digits).iter().for_each(|key| {
                    kiosk.press(*key, &moment(7_200_000));
                }),
            }
        }
        prop_assume!(session(&kiosk).entries.len() == 2);
        let after = session(&kiosk).link(&kiosk.operator).len();
        // A merchant of the district, whose id goes over letter by letter, comes on top.
        prop_assert!(after - before + 40 <= LARGEST, "{topic:?} {first}: {}", after - before);
    }
}

#[test]
fn an_everyday_act_is_counted_as_the_rules_count_it() {
    let draft = |action: &str| carbon_points::domain::draft::Draft::new(Topic::Everyday.kind()).with("action", action);
    for (action, number) in [("own_bag", Ask::Number("count", true)), ("clothes_recycling", Ask::Number("kg", false))] {
        assert_eq!(asks(Topic::Everyday, &draft(action), beijing(), today())[1], number);
    }
}

#[test]
fn what_the_merchant_rewards_names_the_merchant() {
    let rules = crate::rewards::rules_of("chaoyang");
    let set = |name: &str| (name == "merchant").then(|| "solana".to_owned());
    let mut kiosk = Kiosk::new(Operator::read("https://green.example.cn/kiosk/", set));
    let moment = Moment { rules: &rules, ..moment(0) };
    let mut made = |topic: Topic, option: usize| {
        let mut presses = vec![Press::Start, Press::Topic(topic), Press::Option(option)];
        presses.extend(number("2"));
        for press in presses {
            kiosk.press(press, &moment);
        }
        let session = kiosk.session.take().expect("a session");
        let posted = session.entries[0].posted().expect("an activity").clone();
        (posted.activity.merchant, posted.rulebook, session.link(&kiosk.operator).len())
    };
    let (merchant, rulebook, _) = made(Topic::Everyday, 1);
    assert_eq!(merchant.as_deref(), Some("solana"));
    assert!(rulebook.contains("+chaoyang@"), "{rulebook}");
    // A trip is no purchase: the merchant does not reward it, so it is not told.
    assert_eq!(made(Topic::Trip, 0).0, None);
}

/// However it is filled, and whatever the address: at most 700 bytes, at level M, and read back letter by letter.
#[test]
fn the_fullest_code_is_read_back() {
    let rules = crate::rewards::rules_of("chaoyang");
    let long = format!("https://m.example.cn/{}", "a".repeat(139));
    let mut longest = 0;
    for (topic, option, address) in [
        (Topic::Trip, 0, None),
        (Topic::Everyday, 1, None),
        (Topic::Purchase, 0, None),
        (Topic::Bill, 0, None),
        (Topic::CarFree, 0, None),
        (Topic::Trip, 5, Some(&long)),
        (Topic::Purchase, 9, Some(&long)),
    ] {
        let set = |name: &str| match name {
            "merchant" => Some("jingkelong".to_owned()),
            "handover" => address.cloned(),
            _ => None,
        };
        let mut kiosk = Kiosk::new(Operator::read("https://green.example.cn/kiosk/", set));
        assert!(kiosk.operator.misset.is_empty());
        let moment = Moment { rules: &rules, ..moment(0) };
        kiosk.press(Press::Start, &moment);
        while !session(&kiosk).is_full(&kiosk.operator) {
            kiosk.press(Press::Another, &moment);
            kiosk.press(Press::Topic(topic), &moment);
            let mut place = option;
            while let Some(ask) = session(&kiosk).ask(&rules, today()) {
                let presses = match ask {
                    Ask::Choice(..) | Ask::Month(_) => vec![Press::Option(place)],
                    Ask::Number(path, whole) => number(if whole {
                        "17"
                    } else if path == "engine_litres" {
                        "1.6"
                    } else {
                        "12.75"
                    }),
                    Ask::Days => number("2"),
                };
                place = 0;
                for press in presses {
                    kiosk.press(press, &moment);
                }
            }
        }
        let link = session(&kiosk).link(&kiosk.operator);
        assert!(link.len() <= MOST_LINK, "{topic:?}: {}", link.len());
        let (text, level) = crate::rewards::read_back(&carbon_points::qr::drawing(&link).expect("a code"));
        assert_eq!((text.as_str(), level), (link.as_str(), 0b00), "{topic:?}: level M");
        longest = longest.max(link.len());
    }
    assert!(longest > MOST_LINK - LARGEST, "{longest}");
    // And the longest that there can be.
    let most = format!("{:A<700}", "https://green.example.cn/kiosk/#/take/");
    assert_eq!(crate::rewards::read_back(&carbon_points::qr::drawing(&most).expect("a code")), (most, 0b00));
}

/// Somebody's own link is for their own device: it is shown there, what was recorded stays, and the end wipes both.
#[test]
fn a_link_of_somebodys_own_is_sent_elsewhere() {
    let mut kiosk = kiosk();
    kiosk.send_elsewhere("#/check/abc", &moment(0));
    let link = "https://green.example.cn/kiosk/#/check/abc".to_owned();
    assert_eq!(session(&kiosk).step, Step::Elsewhere { link: link.clone() });
    press(&mut kiosk, &[Press::End]);
    assert!(kiosk.session.is_none());

    let mut kiosk = begun();
    metro(&mut kiosk, "10");
    kiosk.send_elsewhere("#/check/abc", &moment(0));
    assert_eq!((session(&kiosk).entries.len(), &session(&kiosk).step), (1, &Step::Elsewhere { link }));
    assert!(!kiosk.press(Press::Back, &moment(0)), "it was nobody's screen before");
    press(&mut kiosk, &[Press::Another]);
    assert_eq!((session(&kiosk).entries.len(), &session(&kiosk).step), (1, &Step::Topics));
}
