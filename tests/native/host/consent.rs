//! Who may know what was recorded, and what vanished.

use carbon_points::host::origins::Agreed;
use carbon_points::host::told::Consent;
use carbon_points::host::{Host, Surface, losses::lost};

fn framed(by: &str) -> Host {
    Host { who: Some(by.to_owned()), ..Host::new(Surface::Framed, Agreed::default()) }
}

#[test]
fn nobody_may_know_before_the_resident_agrees() {
    let mut host = framed("https://a.example");
    assert!(!host.may_be_told());
    assert_eq!(host.asks(), Consent::Asked);
    assert!(host.asking && !host.may_be_told());
    host.answered(true);
    assert!(!host.asking && host.may_be_told());
    assert_eq!(host.asks(), Consent::Agreed);
}

/// One host's consent is not another's.
#[test]
fn consent_is_by_host() {
    let mut host = framed("https://a.example");
    host.answered(true);
    let other = Host { agreed: host.agreed.clone(), ..framed("https://b.example") };
    assert!(!other.may_be_told());
    host.agreed.remove("https://a.example");
    assert!(!host.may_be_told());
    // Nor is a host that is not known anybody's.
    assert!(!Host::new(Surface::Framed, Agreed::read("1 https://a.example")).may_be_told());
}

/// A no holds for the visit: the resident is not asked again.
#[test]
fn refused_once_is_refused_for_the_visit() {
    let mut host = framed("https://a.example");
    host.asks();
    host.answered(false);
    assert_eq!(host.asks(), Consent::Refused);
    assert!(!host.asking && !host.may_be_told());
    assert_eq!(host.agreed.all().count(), 0);
}

#[test]
fn what_is_kept_of_consent_is_read_back() {
    let mut agreed = Agreed::default();
    assert_eq!(Agreed::read(&agreed.text()), agreed);
    agreed.add("https://a.example");
    agreed.add("weixin");
    agreed.add("weixin");
    assert_eq!(Agreed::read(&agreed.text()).all().collect::<Vec<_>>(), ["https://a.example", "weixin"]);
    assert_eq!(Agreed::read("").all().count(), 0);
}

#[test]
fn an_empty_ledger_that_was_not_is_noticed() {
    assert_eq!(lost(0, Some("12"), None), Some(12));
    assert_eq!(lost(0, None, Some("7")), Some(7));
    assert_eq!(lost(0, Some("5"), Some("7")), Some(7));
    assert_eq!(lost(1, Some("12"), None), None);
    for nothing in [None, Some("0"), Some("-3"), Some("many")] {
        assert_eq!(lost(0, nothing, None), None);
    }
}

/// The first entry and then each ten are a reason to offer it, in a web-view only.
#[test]
fn carrying_out_is_offered_now_and_then() {
    let mut host = Host::new(Surface::Weixin, Agreed::default());
    assert!(!host.offers_to_carry(0));
    assert!(host.offers_to_carry(1));
    host.carried = 1;
    assert!(!host.offers_to_carry(10));
    assert!(host.offers_to_carry(11));
    host.put_off = true;
    assert!(!host.offers_to_carry(11));
    assert!(!framed("https://a.example").offers_to_carry(50));
}
