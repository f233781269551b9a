//! Exact numbers: the laws of arithmetic, rounding at the half, and how they are written.

use carbon_points::domain::decimal::Decimal;
use carbon_points::domain::exact::{Exact, Overflow};
use carbon_points::domain::trace::{Operand, Operation, Origin, StepName, Trace};
use carbon_points::domain::unit::Unit;
use proptest::prelude::*;

fn exact(text: &str) -> Exact {
    Decimal::parse(text, 18).expect("a decimal").exact()
}

fn number() -> impl Strategy<Value = Exact> {
    (-1_000_000_000_000_i64..=1_000_000_000_000, 0..=9_u8, 1..=1_000_i64).prop_map(|(mantissa, places, over)| {
        Exact::from_decimal_parts(mantissa, places).divide(Exact::from(over)).unwrap()
    })
}

type Combine = fn(Exact, Exact) -> Result<Exact, Overflow>;

/// The result of one step.
fn stepped(operation: Operation, numbers: &[Exact]) -> Result<Exact, Overflow> {
    let mut trace = Trace::new();
    let taken = numbers.iter().map(|value| Operand { origin: Origin::Constant, value: *value, unit: Unit::One });
    let terms: Vec<_> = taken.map(|operand| trace.take(operand)).collect();
    let result = trace.step(StepName::Carbon, operation, &terms, Unit::One)?;
    Ok(trace.operand(result).value)
}

proptest! {
    #[test]
    fn what_is_added_can_be_taken_away(a in number(), b in number()) {
        prop_assert_eq!(a.add(b).unwrap().subtract(b).unwrap(), a);
        prop_assert_eq!(a.add(b).unwrap(), b.add(a).unwrap());
    }

    #[test]
    fn what_is_multiplied_can_be_divided(a in number(), b in number()) {
        prop_assume!(b != Exact::ZERO);
        prop_assert_eq!(a.multiply(b).unwrap().divide(b).unwrap(), a);
        prop_assert_eq!(a.divide(b).unwrap().multiply(b).unwrap(), a);
    }

    #[test]
    fn a_product_distributes(a in number(), b in number(), c in number()) {
        let together = a.multiply(b.add(c).unwrap()).unwrap();
        prop_assert_eq!(together, a.multiply(b).unwrap().add(a.multiply(c).unwrap()).unwrap());
    }

    #[test]
    fn order_is_that_of_the_difference(a in number(), b in number()) {
        prop_assert_eq!(a > b, a.subtract(b).unwrap().is_positive());
        prop_assert_eq!(a.at_least(b), b.at_least(a));
        prop_assert_eq!(a.at_most(b), b.at_most(a));
        prop_assert_eq!(a.at_least(b) == a, a >= b);
    }

    #[test]
    fn rounding_is_within_a_half_and_the_floor_below(a in number()) {
        let (rounded, floor) = (Exact::from(a.round_half_up().unwrap()), Exact::from(a.floor().unwrap()));
        let half = exact("0.5");
        let over = rounded.subtract(a).unwrap();
        prop_assert!(over <= half && over > exact("-0.5"));
        let rest = a.subtract(floor).unwrap();
        prop_assert!(rest >= Exact::ZERO && rest < Exact::ONE);
        prop_assert_eq!(rounded > floor, rest >= half);
    }

    /// A step takes a shorter way where all its numbers are small.
    #[test]
    fn a_step_works_out_what_the_numbers_themselves_do(a in number(), b in number(), c in number()) {
        let combined: [(Operation, Combine); 6] = [
            (Operation::Add, Exact::add),
            (Operation::Subtract, Exact::subtract),
            (Operation::Multiply, Exact::multiply),
            (Operation::Divide, Exact::divide),
            (Operation::AtLeast, |one, other| Ok(one.at_least(other))),
            (Operation::AtMost, |one, other| Ok(one.at_most(other))),
        ];
        for (operation, combine) in combined {
            let wanted = combine(a, b).and_then(|two| combine(two, c));
            prop_assert_eq!(stepped(operation, &[a, b, c]), wanted, "{}", operation.as_str());
        }
        let product = a.multiply(b).unwrap();
        prop_assert_eq!(stepped(Operation::RoundHalfUp, &[a, b]), product.round_half_up().map(Exact::from));
        prop_assert_eq!(stepped(Operation::RoundHalfUp, &[a]), a.round_half_up().map(Exact::from));
        prop_assert_eq!(stepped(Operation::Floor, &[a, b]), a.divide(b).and_then(Exact::floor).map(Exact::from));
    }

    #[test]
    fn what_is_written_reads_back(mantissa in -999_999_999_999_999_999_i64..=999_999_999_999_999_999, places in 0..=18_u8) {
        let number = Exact::from_decimal_parts(mantissa, places);
        prop_assert_eq!(exact(&number.to_string()), number);
    }

    #[test]
    fn a_fraction_is_written_in_lowest_terms(a in number()) {
        if let Some((numerator, denominator)) = a.to_string().split_once('/') {
            let (numerator, denominator): (i128, i128) = (numerator.parse().unwrap(), denominator.parse().unwrap());
            let (mut x, mut y) = (numerator.abs(), denominator);
            while y != 0 {
                (x, y) = (y, x % y);
            }
            prop_assert_eq!(x, 1);
            let quotient = |n: i128, d: i128| Exact::from(i64::try_from(n).unwrap()).divide(Exact::from(i64::try_from(d).unwrap()));
            if let (Ok(_), Ok(_)) = (i64::try_from(numerator), i64::try_from(denominator)) {
                prop_assert_eq!(quotient(numerator, denominator).unwrap(), a);
            }
        }
    }

    #[test]
    fn numbers_of_two_words_are_those_of_i128(a: i64, b: i64, c in 1..=i64::MAX) {
        let product = i128::from(a) * i128::from(b);
        let exact = Exact::from(a).multiply(Exact::from(b)).unwrap();
        prop_assert_eq!(exact.to_string(), product.to_string());
        let c = i128::from(c);
        let quotient = exact.divide(Exact::from(i64::try_from(c).unwrap())).unwrap();
        prop_assert_eq!(quotient.floor().ok(), i64::try_from(product.div_euclid(c)).ok());
        let half_up = product.div_euclid(c) + i128::from(product.rem_euclid(c) >= c - product.rem_euclid(c));
        prop_assert_eq!(quotient.round_half_up().ok(), i64::try_from(half_up).ok());
    }

    #[test]
    fn numbers_of_three_words_divide_to_the_last_digit(a: i64, c in 1..=i64::MAX, d in 1..=i64::MAX, rest: u64) {
        let divisor = Exact::from(c).multiply(Exact::from(d)).unwrap();
        // Below the divisor, and short enough to be written as a decimal.
        let rest = i128::from(rest) % (i128::from(c) * i128::from(d)) % 1_000_000_000_000_000_000;
        let rest = exact(&rest.to_string());
        let number = Exact::from(a).multiply(divisor).unwrap().add(rest).unwrap();
        prop_assert_eq!(number.divide(divisor).unwrap().floor(), Ok(a));
        prop_assert_eq!(number.subtract(rest).unwrap().divide(Exact::from(c)).unwrap().divide(Exact::from(d)).unwrap(), Exact::from(a));
    }

    #[test]
    fn fractions_of_any_size_are_ordered_and_added(a: i64, b in 1..=i64::MAX, c: i64, d in 1..=i64::MAX) {
        let [over, under] = [(a, b), (c, d)].map(|(n, d)| Exact::from(n).divide(Exact::from(d)).unwrap());
        prop_assert_eq!(over.cmp(&under), (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b))));
        let sum = over.add(under).unwrap();
        prop_assert_eq!(sum.subtract(under).unwrap(), over);
        prop_assert_eq!(sum.cmp(&over), c.cmp(&0));
    }
}

#[test]
fn numbers_are_written_with_the_decimals_they_need() {
    let thirds = Exact::ONE.divide(Exact::from(3)).unwrap();
    for (number, text) in [
        (exact("71.50"), "71.5"),
        (exact("100"), "100"),
        (exact("-0.05"), "-0.05"),
        (exact("0"), "0"),
        (Exact::ONE.divide(Exact::from(8)).unwrap(), "0.125"),
        (Exact::from(3).divide(exact("0.02")).unwrap(), "150"),
        (thirds, "1/3"),
        (exact("0.2").multiply(thirds).unwrap(), "1/15"),
        (Exact::from(5_600).divide(Exact::from(31)).unwrap(), "5600/31"),
    ] {
        assert_eq!(number.to_string(), text);
    }
    assert_eq!(thirds.rounded_text(2), "0.33");
    assert_eq!(exact("0.005").rounded_text(2), "0.01");
    assert_eq!(exact("2.5").rounded_text(0), "3");
}

#[test]
fn halves_go_up() {
    for (text, rounded) in [("0.5", 1), ("1.5", 2), ("2.4999", 2), ("-0.5", 0), ("-1.5", -1), ("-1.51", -2)] {
        assert_eq!(exact(text).round_half_up(), Ok(rounded), "{text}");
    }
}

#[test]
fn what_does_not_fit_says_so() {
    assert_eq!(Exact::ONE.divide(Exact::ZERO), Err(Overflow));
    let mut large = Exact::from(i64::MAX);
    for _ in 0..3 {
        large = large.multiply(Exact::from(i64::MAX)).expect("up to four of them fit");
    }
    assert_eq!(large.multiply(Exact::from(i64::MAX)), Err(Overflow));
    assert_eq!(large.floor(), Err(Overflow));
    // It is still exact: dividing it again gives back what was there.
    assert_eq!(large.divide(large), Ok(Exact::ONE));
}
