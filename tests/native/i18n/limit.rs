//! Limits are called by what they allow, and claims by what is claimed.

use crate::support::{beijing, day, today};
use carbon_points::domain::activity::Mode;
use carbon_points::domain::ledger::Limit;
use carbon_points::domain::reason::{Accepted, Reason, ReasonCode};
use carbon_points::i18n::Language::{self, En, Zh};
use carbon_points::i18n::claim::not_counted;
use carbon_points::i18n::limit::name;
use carbon_points::i18n::reason::sentence;

fn named(limit: Limit, language: Language) -> String {
    name(limit, beijing(), today(), language)
}

#[test]
fn a_limit_is_named_with_its_number_and_no_name_breaks_off() {
    for (limit, zh, en) in [
        (Limit::Distance(Mode::Rail), "地铁每天 100 公里", "100 km a day by metro"),
        (Limit::Distance(Mode::Bus), "公交每天 60 公里", "60 km a day by bus"),
        (Limit::Distance(Mode::Bike), "骑车每天 30 公里", "30 km a day by bicycle"),
        (Limit::Distance(Mode::Walk), "走路每天 10 公里", "10 km a day on foot"),
        (Limit::TripsDaily, "自报出行每天 150 分", "150 points a day for self-declared trips"),
        (Limit::ActionsDaily, "自报日常行动每天 50 分", "50 points a day for self-declared everyday actions"),
        (Limit::Monthly, "自报记录每月 3,000 分", "3,000 points a month for everything self-declared"),
    ] {
        assert_eq!((named(limit, Zh).as_str(), named(limit, En).as_str()), (zh, en));
    }
    assert!(named(Limit::RefuelsMonthly, Zh).starts_with("夜间加油每月 "));
    // The rules have no limit of kilometres for a taxi, and none at all before the scheme began.
    assert_eq!(name(Limit::TripsDaily, beijing(), day("2020-01-01"), Zh), "cap.trips_daily");
}

#[test]
fn a_sentence_about_a_cap_names_it() {
    let limit = Limit::Distance(Mode::Rail).reference(beijing(), today()).expect("in force");
    let reason =
        Reason { accepted: Some(Accepted::Limits(vec![limit])), ..Reason::at(ReasonCode::Capped, "").given("14") };
    let said = sentence(&reason, Some(beijing()), Zh);
    assert!(said.starts_with("到了上限（地铁每天 100 公里），扣下"), "{said}");
}

#[test]
fn each_claim_has_words_of_its_own() {
    let claims = [
        ReasonCode::CarUsed,
        ReasonCode::OverlappingCarFree,
        ReasonCode::SameAppliance,
        ReasonCode::RepaintTooSoon,
        ReasonCode::PaintBeyondArea,
        ReasonCode::OverlappingBill,
    ];
    for language in [Zh, En] {
        let mut said = claims.map(|code| not_counted(code, language)).to_vec();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), claims.len());
    }
    assert_eq!(not_counted(ReasonCode::CarUsed, Zh), "当天开过车，不计入");
}
