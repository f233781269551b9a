//! Conversions between units: the only numbers that are not in the rulebook, because nobody decides them.

use crate::domain::exact::Exact;
use crate::domain::trace::{Operand, Origin};
use crate::domain::unit::Unit;

fn constant(whole: i64, unit: Unit) -> Operand {
    Operand { origin: Origin::Constant, value: Exact::from(whole), unit }
}

/// 1000 g in a kilogram.
pub(super) fn grams_in_kilogram() -> Operand {
    constant(1_000, Unit::GramPerKilogram)
}

/// 1000 mg in a gram.
pub(super) fn milligrams_in_gram() -> Operand {
    constant(1_000, Unit::MilligramPerGram)
}

/// 1 000 000 mg in a kilogram.
pub(super) fn milligrams_in_kilogram() -> Operand {
    constant(1_000_000, Unit::MilligramPerKilogram)
}

/// 1000 mL in a litre.
pub(super) fn millilitres_in_litre() -> Operand {
    constant(1_000, Unit::MillilitrePerLitre)
}

/// 10 g/kg in a percent by weight.
pub(super) fn grams_per_kilogram_in_percent() -> Operand {
    constant(10, Unit::GramPerKilogramPercent)
}

/// One percent is a hundredth.
pub(super) fn hundredth() -> Operand {
    Operand { origin: Origin::Constant, value: Exact::from_decimal_parts(1, 2), unit: Unit::PerPercent }
}

/// One percent of a kilogram of water fills 0.01 L: water weighs 1 kg/L.
pub(super) fn litres_of_water_in_percent() -> Operand {
    Operand { origin: Origin::Constant, value: Exact::from_decimal_parts(1, 2), unit: Unit::LitrePerKilogramPercent }
}

/// The whole of which a share is a part.
pub(super) fn one() -> Operand {
    constant(1, Unit::One)
}

/// A million millionths.
pub(super) fn millionths() -> Operand {
    constant(1_000_000, Unit::MicroPerEquivalent)
}
