//! The ranges in which an amount can be true. Each is declared once, with its unit, and says itself what it accepts.
//!
//! They are wide: they catch a slipped decimal point or a meter number typed as a reading, not an unusual household.

use crate::domain::activity::Utility;
use crate::domain::activity::purchase::{AmountUnit, VocUnit};
use crate::domain::decimal::{Decimal, INPUT_PLACES};
use crate::domain::exact::Exact;
use crate::domain::reason::Accepted;
use crate::domain::unit::Unit;

/// A range of amounts in one unit. The upper end is always included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InputRange {
    from_included: bool,
    /// Lower end, in whole units.
    least: i64,
    /// Upper end, in tenths of the unit: no range needs finer ends.
    most_tenths: i64,
    unit: Unit,
}

impl InputRange {
    const fn new(least: i64, from_included: bool, most_tenths: i64, unit: Unit) -> Self {
        Self { from_included, least, most_tenths, unit }
    }

    const fn above_zero(most: i64, unit: Unit) -> Self {
        Self::new(0, false, most * 10, unit)
    }

    const fn from_zero(most: i64, unit: Unit) -> Self {
        Self::new(0, true, most * 10, unit)
    }

    /// Whether the amount is in the range.
    pub fn holds(&self, amount: Decimal) -> bool {
        let least = amount.cmp_whole(self.least);
        (least.is_gt() || self.from_included && least.is_eq()) && amount.is_within_tenths(self.most_tenths)
    }

    /// The range as it is told to people.
    pub fn accepted(&self) -> Accepted {
        Accepted::Range {
            least: self.least.to_string().into(),
            from_included: self.from_included,
            most: self.upper_end().to_string().into(),
            unit: self.unit,
        }
    }

    /// What would be accepted in place of a text that is not. For a share, written as a percentage that would be in
    /// the range: the share it is.
    pub fn instead_of(&self, text: &str) -> Option<Accepted> {
        if *self != EFFICIENCY {
            return None;
        }
        let text = text.trim();
        let number = text.strip_suffix("%").or_else(|| text.strip_suffix("％")).unwrap_or(text);
        // Two decimals fewer, because the share has two more.
        let percent = Decimal::parse(number, INPUT_PLACES - 2).ok()?.exact();
        let share = percent.divide(Exact::from(100)).ok()?;
        let is_percent = percent > self.upper_end() || number.len() < text.len();
        (is_percent && share.is_positive() && share <= self.upper_end())
            .then(|| Accepted::Share { percent: percent.to_string(), share: share.to_string() })
    }

    fn upper_end(&self) -> Exact {
        Exact::from_decimal_parts(self.most_tenths, 1)
    }
}

/// Kilometres of a leg: as far as the railway goes.
pub const LEG_KM: InputRange = InputRange::above_zero(5_000, Unit::Kilometre);
/// Hours a car stood: at most a leap year.
pub const HOURS: InputRange = InputRange::above_zero(8_784, Unit::Hour);
/// Engine displacement of a car.
pub const ENGINE_LITRES: InputRange = InputRange::above_zero(10, Unit::Litre);
/// Days of one bill. The longest are yearly bills with a few late days.
pub const BILL_DAYS: InputRange = InputRange::new(1, true, 4_000, Unit::Day);
/// Most days of one bill, for messages.
pub const MOST_BILL_DAYS: u32 = 400;
/// Kilowatt-hours of own solar power in one entry.
pub const SOLAR_KWH: InputRange = InputRange::above_zero(100_000, Unit::KilowattHour);
/// Rated cooling of an air conditioner.
pub const COOLING_KW: InputRange = InputRange::above_zero(100, Unit::Kilowatt);
/// Annual performance factor of an air conditioner.
pub const APF: InputRange = InputRange::above_zero(20, Unit::One);
/// Yearly electricity of an appliance.
pub const ANNUAL_KWH: InputRange = InputRange::above_zero(100_000, Unit::KilowattHour);
/// Yearly gas of a boiler.
pub const ANNUAL_M3: InputRange = InputRange::above_zero(100_000, Unit::CubicMetre);
/// Efficiency of a boiler; above 1 for condensing boilers on the net calorific value.
pub const EFFICIENCY: InputRange = InputRange::new(0, false, 12, Unit::One);
/// Density of a product.
pub const DENSITY: InputRange = InputRange::above_zero(5, Unit::KilogramPerLitre);
/// Water in a product, by weight.
pub const WATER_PERCENT: InputRange = InputRange::from_zero(100, Unit::Percent);
/// Floor area of a home.
pub const FLOOR_AREA: InputRange = InputRange::new(1, true, 20_000, Unit::SquareMetre);
/// Coats of paint on a wall.
pub const COATS: InputRange = InputRange::new(1, true, 100, Unit::One);
/// Petrol in one visit to the pump.
pub const REFUEL_LITRES: InputRange = InputRange::above_zero(200, Unit::Litre);
/// Times of an everyday action in one entry.
pub const COUNT: InputRange = InputRange::new(1, true, 10_000, Unit::Time);
/// Kilograms of an everyday action in one entry.
pub const ACTION_KG: InputRange = InputRange::above_zero(1_000, Unit::Kilogram);

/// Usage on a bill.
pub const fn usage(utility: Utility) -> InputRange {
    InputRange::from_zero(100_000, usage_unit(utility))
}

/// Usage on the earlier bill; nothing can be saved from nothing.
pub const fn baseline_usage(utility: Utility) -> InputRange {
    InputRange::above_zero(100_000, usage_unit(utility))
}

/// Usage of a whole year.
pub const fn annual_usage(utility: Utility) -> InputRange {
    InputRange::from_zero(1_000_000, usage_unit(utility))
}

/// The unit a bill counts in.
pub const fn usage_unit(utility: Utility) -> Unit {
    match utility {
        Utility::Electricity => Unit::KilowattHour,
        Utility::Gas | Utility::Water => Unit::CubicMetre,
        Utility::Heat => Unit::Gigajoule,
    }
}

/// Amount of a product bought: at most ten tonnes or ten thousand litres.
pub const fn amount(unit: AmountUnit) -> InputRange {
    match unit {
        AmountUnit::Litre => InputRange::above_zero(10_000, Unit::Litre),
        AmountUnit::Millilitre => InputRange::above_zero(10_000_000, Unit::Millilitre),
        AmountUnit::Kilogram => InputRange::above_zero(10_000, Unit::Kilogram),
        AmountUnit::Gram => InputRange::above_zero(10_000_000, Unit::Gram),
    }
}

/// VOC content: a product cannot hold more than itself.
pub const fn voc(unit: VocUnit) -> InputRange {
    match unit {
        VocUnit::GramPerLitre => InputRange::from_zero(2_000, Unit::GramPerLitre),
        VocUnit::GramPerKilogram => InputRange::from_zero(1_000, Unit::GramPerKilogram),
        VocUnit::Percent => InputRange::from_zero(100, Unit::Percent),
    }
}
