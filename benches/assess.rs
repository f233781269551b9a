//! How long one assessment takes, per kind and with reading its JSON, a run of ten thousand lines, and adding to a ledger.
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use carbon_points::domain::activity::{Activity, Facts};
use carbon_points::domain::assessment::Outcome;
use carbon_points::domain::assessment_json::AssessmentJson;
use carbon_points::domain::ledger::{Entry, Ledger, Policy, Posted, Posting};
use carbon_points::domain::methodology::{assess, assess_line};
use carbon_points::domain::rulebook::Rulebook;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kinds::{KINDS, activity, today};

mod kinds;

const LINES: usize = 10_000;
/// Entries of a day.
const A_DAY: usize = 4;

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

/// Adding an entry of today to a ledger of so many, four a day, kept by the rules: caps, expiry, claims and all. Every
/// fourth day the car stands, on the others it is driven, and every month has a bill.
fn adding(criterion: &mut Criterion) {
    let rulebook = Rc::new(Rulebook::beijing().expect("the shipped rulebook loads"));
    let read = |text: &str| activity(text, &rulebook);
    let metro = read(r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"rail","km":"33.8"}]}"#);
    let drive =
        read(r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"bev_car","km":12,"replaced_petrol_car":true}]}"#);
    let stood = read(r#"{"kind":"car_free","date":"2026-07-15","hours":24,"power":"bev"}"#);
    let bill = read(
        r#"{"kind":"utility","date":"2026-07-15","utility":"water","start":"2026-07-15","end":"2026-07-15","usage":8,"baseline_usage":10,"baseline_days":1}"#,
    );
    let entry = |place: usize, days: usize, activity: &Activity| {
        let mut activity = activity.clone();
        activity.date = today().plus_days(-i32::try_from(days).expect("a few thousand days"));
        if let Facts::Utility(bill) = &mut activity.facts {
            (bill.start, bill.end) = (activity.date, activity.date);
        }
        let worth = assess(&activity, &rulebook).expect("assessed");
        let posted = Posted {
            activity,
            rulebook: rulebook.name(),
            verdict: worth.verdict,
            totals: worth.totals,
            corrects: None,
            people: Vec::new(),
            receipt: None,
        };
        Entry { id: format!("{place:016x}"), recorded_at: 0, posting: Posting::Activity(Box::new(posted)) }
    };
    let usual = |place: usize, days: usize| {
        let activity = match (place % A_DAY, days) {
            (1, _) if days.is_multiple_of(4) => &stood,
            (1, _) => &drive,
            (2, _) if days.is_multiple_of(30) => &bill,
            _ => &metro,
        };
        entry(place, days, activity)
    };
    let mut group = criterion.benchmark_group("add_to_ledger");
    group.sample_size(10).warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
    for length in [100, 10_000, 100_000] {
        let mut ledger = Ledger::under(Policy::of(rulebook.clone()));
        ledger.post_all((0..length).map(|place| usual(place, 1 + (length - 1 - place) / A_DAY)));
        for (name, added) in [("metro", &metro), ("electric_car", &drive), ("car_free", &stood), ("bill", &bill)] {
            group.bench_function(format!("{name}/{length}"), |bencher| {
                // Ledgers only grow, so each time begins with a copy; copying and dropping it are not counted.
                bencher.iter_custom(|times| {
                    let mut taken = Duration::ZERO;
                    for _ in 0..times {
                        let mut ledger = ledger.clone();
                        // The copy has no room left: its first entry moves all others, once for as many again.
                        ledger.post(entry(length, 0, &metro)).expect("posted");
                        let entry = entry(length + 1, 0, added);
                        let start = Instant::now();
                        ledger.post(black_box(entry)).expect("posted");
                        taken += start.elapsed();
                    }
                    taken
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, one_assessment, ten_thousand_lines, adding, loading);
criterion_main!(benches);
