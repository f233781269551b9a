//! Who may know what was recorded, and what vanished.

use carbon_points::host::origins::Agreed;
use carbon_points::host::signs::Seen;
use carbon_points::host::told::Consent;
use carbon_points::host::{Host, Surface, losses::lost, named};

fn at(surface: Surface, agreed: Agreed) -> Host {
    Host::new(Seen { surface, files: !surface.is_mini_program() }, None, agreed)
}

fn framed(by: &str) -> Host {
    Host { who: Some(by.to_owned()), ..at(Surface::Framed, Agreed::default()) }
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
    assert!(!at(Surface::Framed, Agreed::read("1 https://a.example")).may_be_told());
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
    let mut host = at(Surface::Weixin, Agreed::default());
    assert!(!host.offers_to_carry(0));
    assert!(host.offers_to_carry(1));
    host.carried = 1;
    assert!(!host.offers_to_carry(10));
    assert!(host.offers_to_carry(11));
    host.put_off = true;
    assert!(!host.offers_to_carry(11));
    assert!(!framed("https://a.example").offers_to_carry(50));
    // In an app's own browser it may vanish as well.
    let in_app = Host { files: false, ..at(Surface::Alone, Agreed::default()) };
    assert!(in_app.offers_to_carry(1));
}

/// One mini-program's consent is not another's, nor that of one which does not say its name.
#[test]
fn consent_is_by_mini_program() {
    let seen = Seen { surface: Surface::Weixin, files: false };
    let named = |name| Host::new(seen, name, Agreed::default());
    let mut host = named(Some("示例 区"));
    host.answered(true);
    let kept = Agreed::read(&host.agreed.text());
    assert_eq!(kept, host.agreed);
    for (name, may) in [(Some("示例 区"), true), (Some("示例区"), false), (Some("别的区"), false), (None, false)]
    {
        assert_eq!(Host { agreed: kept.clone(), ..named(name) }.may_be_told(), may, "{name:?}");
    }
}

/// A name is at most twenty characters that cannot be taken for the page's own words or marks.
#[test]
fn a_mini_programs_name_is_only_a_name() {
    let name = |name: &str| named::who("weixin", Some(name));
    assert_eq!(name("朝阳惠民"), "weixin/朝阳惠民");
    assert_eq!(name(&"字".repeat(20)), format!("weixin/{}", "字".repeat(20)));
    assert_eq!(name(&"字".repeat(21)), format!("weixin/{}", "字".repeat(20)));
    assert_eq!(name("  a \n b  "), "weixin/a b");
    assert_eq!(name("a\u{202e}b」%/<i>"), "weixin/abi");
    assert_eq!((name(""), name("」\u{200b}")), ("weixin".to_owned(), "weixin".to_owned()));
    assert_eq!(named::parts("weixin/a b"), Some(("weixin", Some("a b"))));
    assert_eq!(named::parts("alipay"), Some(("alipay", None)));
    assert_eq!(named::parts("https://a.example"), None);
}

/// What was decided in another tab holds here, and the host hears of it once.
#[test]
fn consent_follows_other_tabs() {
    let mut host = framed("https://a.example");
    let (none, all) = (Agreed::default(), Agreed::read("1 https://a.example"));
    assert_eq!(host.follows(Agreed::read("1 https://b.example")), None);
    host.asks();
    assert_eq!(host.follows(all.clone()), Some(Consent::Agreed));
    assert!(!host.asking && host.may_be_told());
    assert_eq!(host.follows(all), None);
    assert_eq!(host.follows(none.clone()), Some(Consent::Withdrawn));
    assert_eq!(host.follows(none), None);
    assert_eq!(host.asks(), Consent::Asked);
}
