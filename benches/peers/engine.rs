//! Our side of `make bench-peers`: an activity's JSON in, its totals out. In WebAssembly it is called by `measure.mjs`; as a
//! program it reads activities, one a line, and prints the nanoseconds that each takes, read and assessed, and assessed only.
#![allow(missing_docs, clippy::expect_used)]

use std::hint::black_box;
use std::sync::LazyLock;

use carbon_points::domain::assessment::Outcome;
use carbon_points::domain::date::Date;
use carbon_points::domain::methodology::{assess, assess_line};
use carbon_points::domain::rulebook::Rulebook;

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| Rulebook::beijing().expect("the shipped rulebook loads"));

fn outcome(activity: &str) -> Outcome {
    assess_line(activity, &RULEBOOK, Date::new(2026, 11, 21).expect("a day"))
}

/// Assesses one activity so many times, without reading it anew.
fn again(activity: &str, times: u32) {
    let Outcome::Assessed(read) = outcome(activity) else { return };
    for _ in 0..times {
        let _ = black_box(assess(black_box(&read.0), &RULEBOOK));
    }
}

#[cfg(target_arch = "wasm32")]
mod exports {
    #![expect(unreachable_pub, reason = "only JavaScript calls it")]

    use carbon_points::domain::assessment::Outcome;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Carbon in mg, VOC in mg, micro pollutant equivalents and points; nothing if the activity is refused.
    #[wasm_bindgen]
    pub fn evaluate(activity: &str) -> Vec<i32> {
        let Outcome::Assessed(both) = super::outcome(activity) else { return Vec::new() };
        let totals = &both.1.totals;
        let all = [totals.carbon_mg, totals.air.voc_mg, totals.air.upe, totals.points];
        all.iter().filter_map(|total| i32::try_from(*total).ok()).collect()
    }

    /// Assesses one activity so many times, without reading it anew.
    #[wasm_bindgen]
    pub fn assess_again(activity: &str, times: u32) {
        super::again(activity, times);
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::Instant;
    const TIMES: u32 = 20_000;
    const ROUNDS: usize = 9;
    let median = |run: &dyn Fn()| {
        let mut rounds: Vec<_> = (0..ROUNDS)
            .map(|_| {
                let begin = Instant::now();
                run();
                begin.elapsed().as_nanos() / u128::from(TIMES)
            })
            .collect();
        rounds.sort_unstable();
        rounds.get(ROUNDS / 2).copied().unwrap_or_default()
    };
    for line in std::io::stdin().lines() {
        let line = line.expect("text");
        let read = median(&|| (0..TIMES).for_each(|_| drop(black_box(outcome(black_box(&line))))));
        println!("{read} {}", median(&|| again(&line, TIMES)));
    }
}
