//! How long one assessment takes, per kind and with reading its JSON, and a run of ten thousand lines.
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::hint::black_box;

use carbon_points::domain::activity::Activity;
use carbon_points::domain::assessment::Outcome;
use carbon_points::domain::assessment_json::AssessmentJson;
use carbon_points::domain::date::Date;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology::{assess, assess_line};
use carbon_points::domain::rulebook::Rulebook;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// One typical activity of each kind; a trip also in its longest everyday form.
const KINDS: &[(&str, &str)] = &[
    ("trip", r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":"33.8"}]}"#),
    (
        "trip_three_legs",
        r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"walk","km":"0.5"},{"mode":"rail","km":"33.8"},{"mode":"walk","km":"0.6"}]}"#,
    ),
    ("car_free", r#"{"kind":"car_free","date":"2026-03-02","hours":48,"power":"petrol","engine_litres":"1.6"}"#),
    (
        "utility",
        r#"{"kind":"utility","date":"2026-02-28","utility":"electricity","start":"2026-02-01","end":"2026-02-28","usage":"150.5","baseline_usage":"200","baseline_days":31,"annual_usage":2400}"#,
    ),
    ("solar", r#"{"kind":"solar","date":"2026-06-30","self_consumed_kwh":100}"#),
    (
        "appliance",
        r#"{"kind":"appliance","date":"2026-05-01","appliance":"air_conditioner","cooling_kw":"3.5","apf":"5.0","replaced_apf":"3.3"}"#,
    ),
    (
        "purchase",
        r#"{"kind":"purchase","date":"2026-07-10","category":"interior_wall_coating","amount":20,"unit":"L","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"}"#,
    ),
    ("refuel", r#"{"kind":"refuel","date":"2026-07-01","litres":40,"time":"21:30"}"#),
    ("action", r#"{"kind":"action","date":"2026-07-01","action":"no_cutlery","count":3}"#),
];

const LINES: usize = 10_000;

fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

fn activity(text: &str, rulebook: &Rulebook) -> Activity {
    intake::read(&Json::parse(text).expect("JSON"), rulebook, today()).expect("a valid activity")
}

fn one_assessment(criterion: &mut Criterion) {
    let rulebook = Rulebook::beijing().expect("the shipped rulebook loads");
    let mut group = criterion.benchmark_group("assess");
    for (kind, text) in KINDS {
        let activity = activity(text, &rulebook);
        group.bench_function(*kind, |bencher| bencher.iter(|| assess(black_box(&activity), &rulebook)));
    }
    group.finish();
    let mut group = criterion.benchmark_group("parse_and_assess");
    for (kind, text) in KINDS {
        group.bench_function(*kind, |bencher| bencher.iter(|| assess_line(black_box(text), &rulebook, today())));
    }
    group.finish();
}

fn ten_thousand_lines(criterion: &mut Criterion) {
    let rulebook = Rulebook::beijing().expect("the shipped rulebook loads");
    let input: String = KINDS.iter().cycle().take(LINES).flat_map(|(_, text)| [*text, "\n"]).collect();
    let mut group = criterion.benchmark_group("ten_thousand_lines");
    group.sample_size(20).throughput(Throughput::Elements(u64::try_from(LINES).unwrap()));
    group.bench_function("assess", |bencher| {
        bencher.iter(|| input.lines().map(|line| assess_line(line, &rulebook, today())).filter(is_assessed).count());
    });
    group.bench_function("assess_and_print", |bencher| {
        bencher.iter(|| {
            let mut output = Vec::with_capacity(LINES * 2_000);
            for line in input.lines() {
                if let Outcome::Assessed(both) = assess_line(line, &rulebook, today()) {
                    let assessment = AssessmentJson {
                        line: None,
                        id: None,
                        assessment: Some(&both.1),
                        reasons: &[],
                        notes: &[],
                        rulebook: &rulebook,
                    };
                    serde_json::to_writer(&mut output, &assessment).expect("written");
                    output.push(b'\n');
                }
            }
            output.len()
        });
    });
    group.finish();
}

fn loading(criterion: &mut Criterion) {
    criterion.bench_function("load_rulebook", |bencher| bencher.iter(Rulebook::beijing));
}

fn is_assessed(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Assessed(_))
}

criterion_group!(benches, one_assessment, ten_thousand_lines, loading);
criterion_main!(benches);
