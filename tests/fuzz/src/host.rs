//! What pages around this one say to it, and the list of those that may.

use carbon_points::domain::activity::Evidence;
use carbon_points::domain::draft::Draft;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::host::heard::{Heard, Misheard, Wanted, read};
use carbon_points::host::origins::{Agreed, Origins};
use carbon_points::host::{is_district, told};

use crate::world::{World, at_hand, today};

/// A message, answered as the page answers it.
pub fn host(data: &[u8]) {
    let text = crate::text(data);
    at_hand(|world| match read(&text) {
        None => {}
        Some(Err(misheard)) => answered(&misheard, world),
        Some(Ok(Heard::Set { district: Wanted::To(district), .. })) => assert!(is_district(&district)),
        Some(Ok(Heard::Set { .. } | Heard::Summary)) => {}
        Some(Ok(Heard::Prefill(activity))) => match intake::read(&activity, &world.district, today()) {
            Err(reasons) => answered(&Misheard { of: Some("prefill"), reasons }, world),
            Ok(mut activity) => {
                activity.evidence = Evidence::SelfDeclared;
                let draft = Draft::from_json(&activity.to_json()).expect("a form shows every activity");
                let again = intake::read(&draft.to_json(), &world.district, today());
                assert_eq!(again.as_ref().map(|read| &read.facts), Ok(&activity.facts), "the form says something else");
            }
        },
    });
    let origins = Origins::read(&text);
    assert!(!origins.allow("null", "null") && !origins.allow("*", "https://a.example"));
    let agreed = Agreed::read(&text);
    assert_eq!(Agreed::read(&agreed.text()), agreed);
}

fn answered(misheard: &Misheard, world: &World) {
    assert!(!misheard.reasons.is_empty(), "refused for nothing");
    let answer = told::problem(misheard, Some(&world.district)).to_string();
    assert!(Json::parse(&answer).is_ok(), "not JSON: {answer}");
}
