//! The axis of a chart: from zero to a round value that covers the largest month.

/// Most steps between zero and the top.
const MOST_STEPS: i64 = 4;

/// An axis with ticks at every step: 1, 2 or 5 of some power of ten.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Axis {
    /// From one tick to the next; above zero.
    pub step: i64,
    /// The last tick: at least the largest amount, and above zero.
    pub top: i64,
}

impl Axis {
    /// The axis for amounts of zero to `largest` whose ticks are no closer than `finest`, a power of ten.
    pub fn covering(largest: i64, finest: i64) -> Self {
        let step = round_up(largest.max(0).div_euclid(MOST_STEPS).max(finest));
        // The quotient left a rest of up to three.
        let step = if step.saturating_mul(MOST_STEPS) < largest { round_up(step.saturating_add(1)) } else { step };
        let steps = largest.max(1).div_euclid(step) + i64::from(largest.max(1).rem_euclid(step) > 0);
        Self { step, top: step.saturating_mul(steps.max(1)) }
    }

    /// The ticks, zero first.
    pub fn ticks(self) -> impl Iterator<Item = i64> {
        (0..=self.top.div_euclid(self.step)).map(move |tick| tick.saturating_mul(self.step))
    }
}

/// The smallest 1, 2 or 5 of a power of ten that is not below a number; the largest there is beyond that.
pub fn round_up(least: i64) -> i64 {
    let mut power: i64 = 1;
    loop {
        for digit in [1, 2, 5] {
            match power.checked_mul(digit) {
                Some(round) if round >= least => return round,
                Some(_) => {}
                None => return i64::MAX,
            }
        }
        let Some(next) = power.checked_mul(10) else { return i64::MAX };
        power = next;
    }
}
