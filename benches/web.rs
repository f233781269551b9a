//! In a browser, compiled as the page is: one assessment of each kind, and adding an entry to ledgers of four lengths.
//!
//! `make bench-web` runs it; on this machine itself it does nothing.
#![allow(missing_docs, clippy::expect_used, clippy::float_arithmetic, clippy::cast_precision_loss)]

#[cfg(target_arch = "wasm32")]
mod kinds;

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;
    use std::hint::black_box;
    use std::mem;
    use std::rc::Rc;
    use std::time::Duration;

    use carbon_points::app::state::{Action, Keeping, Report, State};
    use carbon_points::domain::ledger::{Entry, Ledger, Policy, Posted, Posting};
    use carbon_points::domain::methodology::assess;
    use carbon_points::domain::rulebook::Rulebook;
    use carbon_points::i18n::Language;
    use carbon_points::route::View;
    use wasm_bindgen_test::{Criterion, Instant, console_log, wasm_bindgen_bench};

    use crate::kinds::{KINDS, activity, today};

    wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

    const LENGTHS: [usize; 4] = [100, 1_000, 10_000, 100_000];
    /// Entries of a day.
    const A_DAY: usize = 4;
    /// Entries added to a ledger before a fresh one of the same length takes its place.
    const ADDED: u64 = 50;

    fn brief(criterion: &mut Criterion) {
        let (warm_up, measured) = (Duration::from_millis(500), Duration::from_secs(2));
        *criterion = mem::take(criterion).warm_up_time(warm_up).measurement_time(measured).sample_size(50);
    }

    #[wasm_bindgen_bench]
    fn assessments(criterion: &mut Criterion) {
        brief(criterion);
        let rulebook = Rulebook::beijing_figures().expect("the shipped rulebook opens");
        for (kind, text) in KINDS {
            let activity = activity(text, &rulebook);
            criterion.bench_function(&format!("assess {kind}"), |bencher| {
                bencher.iter(|| assess(black_box(&activity), &rulebook));
            });
        }
    }

    #[wasm_bindgen_bench]
    fn adding(criterion: &mut Criterion) {
        brief(criterion);
        let mut medians = Vec::new();
        for length in LENGTHS {
            let mut each = Vec::new();
            let rulebook = Rulebook::beijing_figures().expect("the shipped rulebook opens");
            let mut ledger = Ledger::under(Policy::of(Rc::new(rulebook)));
            ledger.post_all((0..length).map(|place| entry(place, length)));
            criterion.bench_function(&format!("add to {length}"), |bencher| {
                bencher.iter_custom(|times| {
                    let mut taken = Duration::ZERO;
                    let mut left = times;
                    while left > 0 {
                        let now = left.min(ADDED);
                        taken += added(ledger.clone(), length, now);
                        left -= now;
                    }
                    each.push(taken.as_secs_f64() / times as f64);
                    taken
                });
            });
            each.sort_by(f64::total_cmp);
            medians.extend(each.get(each.len() / 2).copied());
        }
        let (shortest_length, shortest) = LENGTHS.into_iter().zip(medians.clone()).next().expect("a median");
        for (length, median) in LENGTHS.iter().zip(medians) {
            console_log!(
                "add to {length}: {:.2} µs, {:.1} times as long as to {shortest_length}",
                median * 1e6,
                median / shortest
            );
        }
    }

    /// How long the state takes to learn of so many new entries, one at a time, as it does when they were written.
    fn added(ledger: Ledger, length: usize, times: u64) -> Duration {
        let mut state = State::starting(Language::Zh, View::Home, today(), Policy::default());
        (state.ledger, state.length, state.keeping) = (Rc::new(RefCell::new(ledger)), length, Keeping::OnDevice);
        let mut posted = (length..).map(|place| learned(entry(place, length)));
        // The copy of a ledger has no room left: its first entry moves all others, once for as many again.
        state = posted.next().and_then(|action| state.after(action)).expect("it changes something");
        let posted: Vec<Action> = posted.zip(0..times).map(|(action, _)| action).collect();
        let start = Instant::now();
        for action in posted {
            state = black_box(state.after(action)).expect("it changes something");
        }
        start.elapsed()
    }

    fn learned(entry: Entry) -> Action {
        let report = Report::Saved(entry.id.clone());
        Action::Posted { entries: vec![entry], draft: None, report, then: None }
    }

    /// The entry of a place in a ledger of that length, which ends today; beyond its end, one of today.
    fn entry(place: usize, length: usize) -> Entry {
        thread_local! {
            static POSTED: Posted = posted();
        }
        let mut posted = POSTED.with(Posted::clone);
        let days = i32::try_from(length.saturating_sub(place) / A_DAY).expect("a few thousand days");
        posted.activity.date = today().plus_days(-days);
        let id = format!("{:016x}{place:016x}", place.wrapping_mul(0x9e37_79b9));
        Entry { id, recorded_at: 0, posting: Posting::Activity(Box::new(posted)) }
    }

    fn posted() -> Posted {
        let rulebook = Rulebook::beijing_figures().expect("the shipped rulebook opens");
        let (_, trip) = KINDS.first().expect("a trip");
        let activity = activity(trip, &rulebook);
        let assessment = assess(&activity, &rulebook).expect("assessed");
        let (verdict, totals) = (assessment.verdict, assessment.totals);
        Posted {
            activity,
            rulebook: rulebook.name(),
            verdict,
            totals,
            corrects: None,
            people: Vec::new(),
            receipt: None,
        }
    }
}

fn main() {}
