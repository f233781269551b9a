//! Round axes.

use carbon_points::insight::axis::{Axis, round_up};
use proptest::prelude::*;

#[test]
fn ticks_are_one_two_five() {
    let ticks = |largest, finest| Axis::covering(largest, finest).ticks().collect::<Vec<_>>();
    assert_eq!(ticks(0, 1), [0, 1], "an empty chart still has an axis");
    assert_eq!(ticks(1, 1), [0, 1]);
    assert_eq!(ticks(4, 1), [0, 1, 2, 3, 4]);
    // A fifth does not fit into four steps of one.
    assert_eq!(ticks(5, 1), [0, 2, 4, 6]);
    assert_eq!(ticks(8, 1), [0, 2, 4, 6, 8]);
    assert_eq!(ticks(9, 1), [0, 5, 10]);
    assert_eq!(ticks(20, 1), [0, 5, 10, 15, 20]);
    assert_eq!(ticks(21, 1), [0, 10, 20, 30]);
    // Ticks of a hundredth of a kilogram are as fine as they are written.
    assert_eq!(ticks(3, 10_000), [0, 10_000]);
}

#[test]
fn rounding_up_keeps_what_is_round() {
    assert_eq!([0, 1, 2, 3, 5, 6, 10, 11, 49, 51].map(round_up), [1, 1, 2, 5, 5, 10, 10, 20, 50, 100]);
    assert!(round_up(i64::MAX) >= 5_000_000_000_000_000_000);
}

proptest! {
    /// The axis covers the largest amount with less than one step to spare, in four steps at most.
    #[test]
    fn it_covers_the_largest(largest in 0_i64..1_000_000_000_000_000, power in 0_u32..6) {
        let finest = 10_i64.pow(power);
        let axis = Axis::covering(largest, finest);
        prop_assert!(axis.top >= largest && axis.step >= finest);
        prop_assert!(axis.top - largest < axis.step || largest == 0);
        prop_assert!(axis.ticks().count() <= 5);
        prop_assert_eq!(axis.ticks().last(), Some(axis.top));
        let digits = axis.step.to_string();
        prop_assert!(matches!(digits.trim_end_matches('0'), "1" | "2" | "5"), "{}", digits);
    }
}
