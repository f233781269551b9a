//! What the operator sets by the address, at both sides of every edge.

use carbon_points::kiosk::{Misset, Operator};

const HERE: &str = "https://green.example.cn/kiosk/index.html";

fn read(settings: &[(&str, &str)]) -> Operator {
    Operator::read(HERE, |name| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
}

#[test]
fn seconds_have_their_ranges() {
    let usual = read(&[]);
    assert_eq!((usual.idle, usual.countdown, usual.misset.len()), (60, 20, 0));
    for (given, used) in [("20", 20), ("600", 600), ("60", 60)] {
        let set = read(&[("idle", given)]);
        assert_eq!((set.idle, set.misset), (used, vec![]), "{given}");
    }
    for given in ["19", "601", "-1", "1.5", "abc", "99999999999", "６０"] {
        let set = read(&[("idle", given)]);
        let fault = Misset::Seconds { name: "idle", given: given.to_owned(), least: 20, most: 600, used: 60 };
        assert_eq!((set.idle, set.misset), (60, vec![fault]), "{given}");
    }
    for (given, used, faults) in [("10", 10, 0), ("60", 60, 0), ("9", 20, 1), ("61", 20, 1)] {
        let set = read(&[("countdown", given)]);
        assert_eq!((set.countdown, set.misset.len()), (used, faults), "{given}");
    }
}

#[test]
fn the_address_handed_over_is_the_pages_own_without_the_kiosk() {
    assert_eq!(read(&[("idle", "30"), ("merchant", "x")]).link("AB"), "https://green.example.cn/kiosk/#/take/AB");
    let district = read(&[("district", "xicheng")]);
    assert_eq!(district.link("AB"), "https://green.example.cn/kiosk/?district=xicheng#/take/AB");
}

#[test]
fn another_address_has_the_same_scheme() {
    let set = read(&[("handover", "https://m.example.cn/#/ledger")]);
    assert_eq!((set.handover.as_str(), set.misset.len()), ("https://m.example.cn/", 0));
    let long = format!("https://m.example.cn/{}", "a".repeat(160));
    for given in [
        "http://m.example.cn/",
        "javascript:alert(1)",
        "https:",
        "https://",
        "https:///x",
        "m.example.cn",
        "https://m.example.cn/ 中",
        &long,
    ] {
        let set = read(&[("handover", given)]);
        assert_eq!(set.handover, "https://green.example.cn/kiosk/", "{given}");
        assert!(matches!(&set.misset[..], [Misset::Handover { scheme, .. }] if scheme == "https:"), "{given}");
    }
}
