//! How the numbers of one chart, its table and its line are written: all in one unit with the same decimals.

use super::Measure;
use crate::domain::exact::Exact;
use crate::i18n::number::{self, MassUnit};
use crate::i18n::{Language, Text};

/// The unit and the decimals of a chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scale {
    /// The unit is ten to this power of the smallest.
    power: u8,
    /// Decimals in that unit.
    places: u8,
    /// The unit.
    pub unit: &'static str,
}

/// A month's numbers as they are shown: the parts add up to the total.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// By domain.
    pub parts: Vec<String>,
    /// Of all domains.
    pub total: String,
}

impl Scale {
    /// The scale for amounts up to `largest`: grams up to 999 g, else kilograms with two decimals; pollutant equivalents
    /// with three decimals, or as many as show three digits of the largest; whole points.
    pub fn of(measure: Measure, largest: i64, language: Language) -> Self {
        match measure {
            Measure::Carbon => {
                let unit = MassUnit::of_column(&[largest]);
                let (power, places) = if unit == MassUnit::Kilogram { (6, 2) } else { (3, 0) };
                Self { power, places, unit: number::carbon_in(0, unit, language).unit }
            }
            Measure::Air => {
                let places = match largest {
                    100_000.. => 3,
                    10_000.. => 4,
                    1_000.. => 5,
                    _ => 6,
                };
                Self { power: 6, places, unit: Text::of(language).pe_unit() }
            }
            Measure::Points => Self { power: 0, places: 0, unit: Text::of(language).points_unit() },
        }
    }

    /// The smallest difference that is seen, in the smallest unit: a power of ten.
    pub fn step(self) -> i64 {
        10_i64.pow(u32::from(self.power - self.places))
    }

    /// An amount with its decimals. What is not zero never reads as zero.
    pub fn text(self, amount: i64) -> String {
        self.shown(amount, number::parts_adding_up(&[amount], self.step()).first().copied().unwrap_or(0))
    }

    /// A tick of the axis, without decimals that say nothing.
    pub fn tick(self, amount: i64) -> String {
        let exact = Exact::from_decimal_parts(amount, self.power);
        number::grouped(&exact.terminating(self.power).unwrap_or_default())
    }

    /// Parts and their sum.
    pub fn row(self, parts: &[i64]) -> Row {
        let rounded = number::parts_adding_up(parts, self.step());
        let shown = parts.iter().zip(&rounded).map(|(part, rounded)| self.shown(*part, *rounded));
        let sum = |amounts: &[i64]| amounts.iter().fold(0_i64, |sum, amount| sum.saturating_add(*amount));
        Row { parts: shown.collect(), total: self.shown(sum(parts), sum(&rounded)) }
    }

    fn shown(self, amount: i64, rounded: i64) -> String {
        let fixed =
            |rounded| number::grouped(&Exact::from_decimal_parts(rounded, self.power).rounded_text(self.places));
        match (amount, rounded) {
            (0, _) => "0".to_owned(),
            (_, 0) => format!("<{}", fixed(self.step())),
            _ => fixed(rounded),
        }
    }
}
