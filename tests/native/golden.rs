//! The golden cases, exactly.

use crate::cases::{cases, outcome, today};
use crate::support::{assessed, beijing};
use carbon_points::domain::trace::replay;

#[test]
fn every_case_holds_to_the_last_integer() {
    let all = cases();
    assert_eq!(all.len(), 42, "the file has as many cases as were published");
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|case| {
            let found = outcome(&case.input, beijing());
            (found != case.expect).then(|| format!("{}: {found:?} instead of {:?}", case.name, case.expect))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_calculation_replays() {
    for case in cases().iter().filter(|case| case.expect.verdict != "rejected") {
        let assessment = assessed(&case.input.to_string(), today()).1;
        assert_eq!(replay(&assessment.steps), Ok(()), "{}", case.name);
    }
}
