//! What the tests share: the shipped rulebook, and reading and assessing a text with the checks every result must pass.

use std::sync::LazyLock;

use carbon_points::domain::activity::Activity;
use carbon_points::domain::assessment::{Assessment, Outcome, Verdict};
use carbon_points::domain::date::Date;
use carbon_points::domain::exact::Exact;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology::{assess, assess_line};
use carbon_points::domain::reason::{Reason, ReasonCode};
use carbon_points::domain::rulebook::Rulebook;
use carbon_points::domain::trace::{StepName, replay};

static BEIJING: LazyLock<Rulebook> = LazyLock::new(|| Rulebook::beijing().expect("the shipped rulebook loads"));

/// The shipped rulebook.
pub(crate) fn beijing() -> &'static Rulebook {
    &BEIJING
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// The day on which most tests take place.
pub(crate) fn today() -> Date {
    day("2026-11-21")
}

/// Reads and assesses an activity that must be valid, and checks everything that holds for each result.
pub(crate) fn assessed(text: &str, today: Date) -> (Activity, Assessment) {
    match assess_line(text, beijing(), today) {
        Outcome::Assessed(both) => {
            check(&both.0, &both.1);
            *both
        }
        Outcome::Rejected(reasons) => panic!("{text} was rejected: {reasons:#?}"),
    }
}

/// The assessment of an activity that must be valid.
pub(crate) fn assessment(text: &str) -> Assessment {
    assessed(text, today()).1
}

/// The reasons for which an activity is refused.
pub(crate) fn refused(text: &str) -> Vec<Reason> {
    match assess_line(text, beijing(), today()) {
        Outcome::Rejected(reasons) => {
            assert!(!reasons.is_empty(), "{text} was rejected without a reason");
            reasons
        }
        Outcome::Assessed(both) => panic!("{text} was accepted: {:#?}", both.1),
    }
}

/// The codes of an assessment's reasons.
pub(crate) fn codes(reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().map(|reason| reason.code.as_str()).collect()
}

/// What holds for every assessment whatever the activity.
pub(crate) fn check(activity: &Activity, found: &Assessment) {
    let totals = found.totals;
    let ledgers = [totals.carbon_mg, totals.air.voc_mg, totals.air.nox_mg, totals.air.upe, totals.points];
    assert!(ledgers.iter().all(|ledger| *ledger >= 0), "nothing is negative: {activity:?} {totals:?}");
    match found.verdict {
        Verdict::Credited => assert!(!totals.is_zero(), "credited means worth something: {activity:?}"),
        Verdict::Recorded => {
            assert!(totals.is_zero(), "recorded means worth nothing: {activity:?} {totals:?}");
            assert!(!found.reasons.is_empty(), "recorded means with a reason: {activity:?}");
        }
    }
    assert_eq!(replay(&found.steps), Ok(()), "the calculation replays: {activity:?}");
    check_rounded_steps(found);

    let again = activity.to_json().to_string();
    let read = intake::read(&Json::parse(&again).expect("canonical JSON is JSON"), beijing(), day("9999-12-31"));
    assert_eq!(read.as_ref(), Ok(activity), "the canonical JSON reads back");
    assert_eq!(assess(activity, beijing()).as_ref(), Ok(found), "the same activity comes to the same again");
}

/// The integers are those of the steps that rounded them; a ledger without such a step is zero.
fn check_rounded_steps(found: &Assessment) {
    let last = |names: &[StepName]| {
        let step = found.steps.iter().rev().find(|step| names.contains(&step.name));
        step.map_or(Exact::ZERO, |step| step.result)
    };
    let totals = found.totals;
    let pairs = [
        (totals.carbon_mg, last(&[StepName::CarbonRounded])),
        (totals.air.voc_mg, last(&[StepName::VocRounded])),
        (totals.air.nox_mg, last(&[StepName::NoxRounded])),
        (totals.air.upe, last(&[StepName::EquivalentsRounded])),
        (totals.points, last(&[StepName::PointsTotal, StepName::PointsRounded, StepName::AwardRounded])),
    ];
    let nothing_to_show = found.reasons.iter().any(|reason| reason.code == ReasonCode::RoundsToZero);
    for (whole, step) in pairs {
        assert!(Exact::from(whole) == step || nothing_to_show && whole == 0, "{whole} is not the result of its step");
    }
}
