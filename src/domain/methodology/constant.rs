//! Conversions between units: the only numbers that are not in the rulebook, because nobody decides them.

use crate::domain::exact::Exact;
use crate::domain::trace::{Operand, Origin};
use crate::domain::unit::Unit;

/// A number that nobody decides.
pub(super) struct Constant {
    mantissa: i64,
    places: u8,
    unit: Unit,
}

impl Constant {
    const fn whole(whole: i64, unit: Unit) -> Self {
        Self { mantissa: whole, places: 0, unit }
    }

    pub(super) fn operand(&self) -> Operand {
        let value = Exact::from_decimal_parts(self.mantissa, self.places);
        Operand { origin: Origin::Constant, value, unit: self.unit }
    }
}

/// 1000 g in a kilogram.
pub(super) const GRAMS_IN_KILOGRAM: &Constant = &Constant::whole(1_000, Unit::GramPerKilogram);
/// 1000 mg in a gram.
pub(super) const MILLIGRAMS_IN_GRAM: &Constant = &Constant::whole(1_000, Unit::MilligramPerGram);
/// 1 000 000 mg in a kilogram.
pub(super) const MILLIGRAMS_IN_KILOGRAM: &Constant = &Constant::whole(1_000_000, Unit::MilligramPerKilogram);
/// 1000 mL in a litre.
pub(super) const MILLILITRES_IN_LITRE: &Constant = &Constant::whole(1_000, Unit::MillilitrePerLitre);
/// 10 g/kg in a percent by weight.
pub(super) const GRAMS_PER_KILOGRAM_IN_PERCENT: &Constant = &Constant::whole(10, Unit::GramPerKilogramPercent);
/// One percent is a hundredth.
pub(super) const HUNDREDTH: &Constant = &Constant { mantissa: 1, places: 2, unit: Unit::PerPercent };
/// One percent of a kilogram of water fills 0.01 L: water weighs 1 kg/L.
pub(super) const LITRES_OF_WATER_IN_PERCENT: &Constant =
    &Constant { mantissa: 1, places: 2, unit: Unit::LitrePerKilogramPercent };
/// The whole of which a share is a part.
pub(super) const ONE: &Constant = &Constant::whole(1, Unit::One);
/// A million millionths.
pub(super) const MILLIONTHS: &Constant = &Constant::whole(1_000_000, Unit::MicroPerEquivalent);
