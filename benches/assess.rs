//! How long one assessment takes, per kind and with reading its JSON, a run of ten thousand lines, and adding to a ledger.
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use carbon_points::domain::activity::Activity;
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

/// Adding an entry of today to a ledger of so many, four a day, kept by the rules: caps, expiry and all.
fn adding(criterion: &mut Criterion) {
    let rulebook = Rc::new(Rulebook::beijing().expect("the shipped rulebook loads"));
    let (_, trip) = KINDS.first().expect("a trip");
    let activity = activity(trip, &rulebook);
    let worth = assess(&activity, &rulebook).expect("assessed");
    let entry = |place: usize, days: usize| {
        let days = i32::try_from(days).expect("a few thousand days");
        let activity = Activity { date: today().plus_days(-days), ..activity.clone() };
        let posted = Posted {
            activity,
            rulebook: rulebook.name(),
            verdict: worth.verdict,
            totals: worth.totals,
            corrects: None,
            people: Vec::new(),
        };
        Entry { id: format!("{place:016x}"), recorded_at: 0, posting: Posting::Activity(Box::new(posted)) }
    };
    let mut group = criterion.benchmark_group("add_to_ledger");
    for length in [100, 10_000, 100_000] {
        let mut ledger = Ledger::under(Policy::of(rulebook.clone()));
        ledger.post_all((0..length).map(|place| entry(place, (length - place) / A_DAY)));
        group.bench_function(length.to_string(), |bencher| {
            // Ledgers only grow, so each batch begins with a copy; copying and dropping it are not counted.
            bencher.iter_custom(|times| {
                let mut taken = Duration::ZERO;
                for batch in 0..times.div_ceil(A_DAY as u64) {
                    let mut ledger = ledger.clone();
                    // The copy has no room left: its first entry moves all others, once for as many again.
                    ledger.post(entry(length, 0)).expect("posted");
                    let now = (times - batch * A_DAY as u64).min(A_DAY as u64);
                    let entries: Vec<_> =
                        (1..=now).map(|place| entry(length + usize::try_from(place).expect("few"), 0)).collect();
                    let start = Instant::now();
                    for entry in entries {
                        ledger.post(black_box(entry)).expect("posted");
                    }
                    taken += start.elapsed();
                }
                taken
            });
        });
    }
    group.finish();
}

criterion_group!(benches, one_assessment, ten_thousand_lines, adding, loading);
criterion_main!(benches);
