//! Sources go by their own names; ours has one in each language.

use carbon_points::i18n::Language::{En, Zh};
use carbon_points::i18n::source::named;

use crate::rewards::rules_of;

#[test]
fn our_own_source_is_named_in_each_language() {
    let rules = rules_of("chaoyang");
    let (mut own, mut others) = (0, 0);
    for source in &rules.sources {
        let (zh, en) = (named(source, Zh), named(source, En));
        assert_eq!([zh.title, zh.issuer, zh.clause], [&*source.title, &*source.issuer, &*source.clause]);
        if source.issuer == "碳惠账本（本规则）" {
            own += 1;
            assert_eq!(
                format!("{} · {}", en.issuer, en.clause),
                "Carbon Points (this rulebook) · parameters set by this rulebook"
            );
            assert!(en.title.is_ascii());
        } else {
            others += 1;
            assert_eq!(zh, en);
        }
    }
    assert!(own >= 2 && others > 5, "the base's, the district's, and those of others");
}
