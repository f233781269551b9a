//! Our side of `make bench-peers`: an activity's JSON in, its totals out. In WebAssembly it is called by `measure.mjs`; as a
//! program it reads activities, one a line, and prints the nanoseconds that each takes: its JSON read and worked out; kept, and
//! worked out again; and the same with every step kept.
#![allow(missing_docs, clippy::expect_used)]

use std::hint::black_box;
use std::sync::LazyLock;

use carbon_points::domain::activity::Activity;
use carbon_points::domain::assessment::Assessment;
use carbon_points::domain::date::Date;
use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::domain::methodology::{Worth, assess};
use carbon_points::domain::rulebook::Rulebook;

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| Rulebook::beijing().expect("the shipped rulebook loads"));

/// What an activity is worth, if it can be read.
fn worth(activity: &str) -> Option<Assessment> {
    let json = Json::borrowed(activity).ok()?;
    let (_, assessment) = Worth::new(&*RULEBOOK, today()).of_json(&json).ok()?;
    Some(assessment)
}

/// The activity by itself, if it can be read.
fn read(activity: &str) -> Option<Activity> {
    intake::read(&Json::borrowed(activity).ok()?, &RULEBOOK, today()).ok()
}

fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

/// Works out one activity so many times, without reading it anew: numbers alone, or with every step.
fn again(activity: &str, times: u32, steps: bool) {
    let Some(read) = read(activity) else { return };
    let mut alone = Worth::new(&*RULEBOOK, read.date);
    for _ in 0..times {
        let read = black_box(&read);
        let _ = black_box(if steps { assess(read, &RULEBOOK) } else { alone.of(read) });
    }
}

#[cfg(target_arch = "wasm32")]
mod exports {
    #![expect(unreachable_pub, reason = "only JavaScript calls it")]

    use wasm_bindgen::prelude::wasm_bindgen;

    /// Carbon in mg, VOC in mg, micro pollutant equivalents and points; nothing if the activity is refused.
    #[wasm_bindgen]
    pub fn evaluate(activity: &str) -> Vec<i32> {
        let Some(assessment) = super::worth(activity) else { return Vec::new() };
        let totals = &assessment.totals;
        let all = [totals.carbon_mg, totals.air.voc_mg, totals.air.upe, totals.points];
        all.iter().filter_map(|total| i32::try_from(*total).ok()).collect()
    }

    /// Works out one activity so many times, without reading it anew: numbers alone, or with every step.
    #[wasm_bindgen]
    pub fn again(activity: &str, times: u32, steps: bool) {
        super::again(activity, times, steps);
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::Instant;
    const TIMES: u32 = 20_000;
    const ROUNDS: usize = 9;
    // The best of some rounds: what other programs take away counts least.
    let best = |run: &dyn Fn()| {
        let rounds = (0..ROUNDS).map(|_| {
            let begin = Instant::now();
            run();
            begin.elapsed().as_nanos() / u128::from(TIMES)
        });
        rounds.min().unwrap_or_default()
    };
    for line in std::io::stdin().lines() {
        let line = line.expect("text");
        let read = best(&|| (0..TIMES).for_each(|_| drop(black_box(worth(black_box(&line))))));
        println!("{read} {} {}", best(&|| again(&line, TIMES, false)), best(&|| again(&line, TIMES, true)));
    }
}
