//! A rulebook, or a district's rules, as somebody wrote it.

use carbon_points::domain::rulebook::{Fault, Rulebook};
use carbon_points::i18n::{Language, fault};

use crate::world::at_hand;

/// Read as both.
pub fn rules(data: &[u8]) {
    let text = crate::text(data);
    let read = Rulebook::parse(&text);
    if let Ok(rules) = &read {
        assert!(!rules.name().is_empty());
        for method in &rules.parameters {
            assert!(method.values.iter().all(|value| value.source < rules.sources.len()));
        }
    }
    told(read.err());
    at_hand(|world| {
        let laid = world.base.with_district(&text);
        if let Ok(rules) = &laid {
            assert!(rules.district.is_some());
            assert!(
                rules.parameters.iter().flat_map(|one| &one.values).all(|value| value.source < rules.sources.len())
            );
        }
        told(laid.err());
    });
}

fn told(faults: Option<Vec<Fault>>) {
    let Some(faults) = faults else { return };
    assert!(!faults.is_empty(), "refused for nothing");
    for found in faults {
        crate::said([Language::Zh, Language::En].map(|language| fault::sentence(&found, language)));
    }
}
