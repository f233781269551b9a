//! How long one assessment takes, per kind and with reading its JSON, and a run of ten thousand lines.
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::hint::black_box;

use carbon_points::domain::assessment::Outcome;
use carbon_points::domain::assessment_json::AssessmentJson;
use carbon_points::domain::methodology::{assess, assess_line};
use carbon_points::domain::rulebook::Rulebook;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kinds::{KINDS, activity, today};

mod kinds;

const LINES: usize = 10_000;

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
