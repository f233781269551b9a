//! An activity as JSON: a line for the command line, a call of the JavaScript API, a form.

use carbon_points::answer::Assessor;
use carbon_points::domain::assessment::Outcome;
use carbon_points::domain::date::Date;
use carbon_points::domain::draft::Draft;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology::{assess_json, assess_line};
use carbon_points::domain::trace::replay;
use carbon_points::i18n::{Language, summary};

use crate::world::{at_hand, today};

/// One line, answered; if it is valid, what it comes to.
pub fn activity(data: &[u8]) {
    at_hand(|world| {
        let mut answered = Vec::new();
        let assessor = Assessor::new(world.district.clone(), today());
        assessor.answer_each(data, &mut answered).expect("memory takes everything");
        for line in String::from_utf8(answered).expect("text").lines() {
            assert!(Json::parse(line).is_ok(), "not JSON: {line}");
        }
        let text = crate::text(data);
        if let Ok(json) = Json::parse(&text) {
            assert_eq!(Json::parse(&json.to_string()).as_ref(), Ok(&json), "written and read it is another");
            if let Some(draft) = Draft::from_json(&json) {
                // What a form shows it can also send off.
                let _ = assess_json(&draft.to_json(), &world.district, today());
            }
        }
        if let Outcome::Assessed(both) = assess_line(&text, &world.district, today()) {
            let (activity, assessment) = *both;
            let (written, totals) = (activity.to_json(), assessment.totals);
            assert_eq!(intake::read(&written, &world.district, Date::LAST).as_ref(), Ok(&activity));
            assert_eq!(replay(&assessment.steps), Ok(()));
            let all = [totals.carbon_mg, totals.air.voc_mg, totals.air.nox_mg, totals.air.upe, totals.points];
            assert!(all.iter().all(|amount| *amount >= 0), "below zero: {all:?}");
            crate::said(
                [Language::Zh, Language::En].map(|language| summary::activity(&activity, &world.district, language)),
            );
        }
    });
}
