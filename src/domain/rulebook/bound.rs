//! What the amounts of a rulebook may be, whatever they mean.

use crate::domain::decimal::Decimal;
use crate::domain::exact::Exact;
use crate::domain::unit::Unit;

/// A range of amounts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bound {
    /// Lower end.
    pub least: u16,
    /// Whether the lower end itself is allowed.
    pub from_included: bool,
    /// Upper end, included; `None` if there is none.
    pub most: Option<u16>,
    /// Whether the amount must be whole.
    pub whole: bool,
}

impl Bound {
    /// Zero or more.
    pub const ZERO_OR_MORE: Self = Self { least: 0, from_included: true, most: None, whole: false };
    /// More than zero, because something is divided by it.
    pub const ABOVE_ZERO: Self = Self { from_included: false, ..Self::ZERO_OR_MORE };
    /// A part of a whole, 0 to 1.
    pub const SHARE: Self = Self { most: Some(1), ..Self::ZERO_OR_MORE };
    /// A bonus: never below 1.
    pub const MULTIPLIER: Self = Self { least: 1, ..Self::ZERO_OR_MORE };
    /// A whole number of something.
    pub const WHOLE: Self = Self { whole: true, ..Self::ZERO_OR_MORE };
    /// Grams in a kilogram of a product.
    pub const GRAMS_OF_KILOGRAM: Self = Self { most: Some(1000), ..Self::ZERO_OR_MORE };

    /// A whole number of at least one: what is given, asked or counted in pieces.
    pub const ONE_OR_MORE: Self = Self { least: 1, whole: true, ..Self::ZERO_OR_MORE };

    /// The range every amount in that unit must keep.
    pub fn of_unit(unit: Unit) -> Self {
        let whole = |least, most| Self { least, from_included: true, most, whole: true };
        match unit {
            Unit::Percent => Self { most: Some(100), ..Self::ZERO_OR_MORE },
            Unit::MonthOfYear => whole(1, Some(12)),
            Unit::MinuteOfDay => whole(0, Some(1439)),
            Unit::Year => whole(1, Some(100)),
            // Counted in pieces: half a point, time or day is nothing that a limit could let through.
            Unit::Point
            | Unit::PointPerDay
            | Unit::PointPerMonth
            | Unit::TimePerDay
            | Unit::TimePerMonth
            | Unit::Day => Self::WHOLE,
            Unit::KilogramPerEquivalent | Unit::SquareMetrePerLitre | Unit::Hour => Self::ABOVE_ZERO,
            _ => Self::ZERO_OR_MORE,
        }
    }

    /// Whether the amount is in the range.
    pub fn allows(self, amount: Decimal) -> bool {
        let exact = amount.exact();
        let least = Exact::from(i64::from(self.least));
        (exact > least || self.from_included && exact == least)
            && self.most.is_none_or(|most| exact <= Exact::from(i64::from(most)))
            && (!self.whole || exact.floor().is_ok_and(|floor| Exact::from(floor) == exact))
    }
}
