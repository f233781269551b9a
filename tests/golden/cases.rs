//! The golden cases: inputs whose results were worked out by hand from published numbers. The same file is checked
//! natively and in the browser, so the two cannot drift apart.

use carbon_points::domain::assessment::{Air, Assessment, Outcome, Totals, Verdict};
use carbon_points::domain::date::Date;
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology;
use carbon_points::domain::rulebook::Rulebook;

const CASES: &str = include_str!("cases.jsonl");

/// One case.
pub(crate) struct Case {
    /// What it is called.
    pub(crate) name: String,
    /// The activity.
    pub(crate) input: Json,
    /// What it must come to.
    pub(crate) expect: Expectation,
}

/// The part of an outcome that a case fixes.
#[derive(PartialEq, Debug)]
pub(crate) struct Expectation {
    /// `credited`, `recorded` or `rejected`.
    pub(crate) verdict: String,
    /// The integers; `None` for a rejection.
    pub(crate) totals: Option<Totals>,
    /// Reason codes, in order.
    pub(crate) reasons: Vec<String>,
}

/// The day on which the cases are assessed.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

/// Every case of the file.
pub(crate) fn cases() -> Vec<Case> {
    CASES.lines().map(|line| case(&Json::parse(line).expect("a case is JSON"))).collect()
}

/// What an input really comes to.
pub(crate) fn outcome(input: &Json, rulebook: &Rulebook) -> Expectation {
    match methodology::assess_json(input, rulebook, today()) {
        Outcome::Assessed(assessed) => of_assessment(&assessed.1),
        Outcome::Rejected(reasons) => Expectation {
            verdict: "rejected".to_owned(),
            totals: None,
            reasons: reasons.iter().map(|reason| reason.code.as_str().to_owned()).collect(),
        },
    }
}

fn of_assessment(assessment: &Assessment) -> Expectation {
    let verdict = match assessment.verdict {
        Verdict::Credited => "credited",
        Verdict::Recorded => "recorded",
    };
    Expectation {
        verdict: verdict.to_owned(),
        totals: Some(assessment.totals),
        reasons: assessment.reasons.iter().map(|reason| reason.code.as_str().to_owned()).collect(),
    }
}

fn case(json: &Json) -> Case {
    let expect = json.get("expect").expect("a case says what it expects");
    let text = |json: &Json, name: &str| json.get(name).and_then(Json::text).expect("a text").to_owned();
    let Some(Json::List(reasons)) = expect.get("reasons") else { panic!("reasons are a list") };
    Case {
        name: text(json, "name"),
        input: json.get("input").expect("an input").clone(),
        expect: Expectation {
            verdict: text(expect, "verdict"),
            totals: expect.get("carbon_mg").map(|_| totals(expect)),
            reasons: reasons.iter().map(|reason| reason.text().expect("a code").to_owned()).collect(),
        },
    }
}

fn totals(expect: &Json) -> Totals {
    let whole = |json: &Json, name: &str| json.get(name).and_then(Json::whole).expect("a whole number");
    let air = expect.get("air").expect("air");
    Totals {
        carbon_mg: whole(expect, "carbon_mg"),
        air: Air { voc_mg: whole(air, "voc_mg"), nox_mg: whole(air, "nox_mg"), upe: whole(air, "upe") },
        points: whole(expect, "points"),
    }
}
