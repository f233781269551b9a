//! Columns of a statement: one unit from top to bottom, and nothing rounded.

use super::number::fixed;
use crate::domain::statement::Figures;

/// How the numbers of a column are written: with as many decimals as the longest of them needs, so that what is shown
/// is all there is, and the rows shown add up to the total shown.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Column {
    scale: u8,
    places: u8,
}

impl Column {
    /// The column of amounts counted in parts of its unit: in thousandths with a `scale` of 3.
    pub fn of(amounts: impl Iterator<Item = i64>, scale: u8) -> Self {
        let mut places = 0;
        for amount in amounts {
            while places < scale && amount % 10_i64.saturating_pow(u32::from(scale - places)) != 0 {
                places += 1;
            }
        }
        Self { scale, places }
    }

    /// A number of the column, grouped, with a true minus sign.
    pub fn show(self, amount: i64) -> String {
        fixed(amount, self.scale, self.places)
    }
}

/// The columns of a statement's tables, always in this order: grams of CO2; grams of VOC and of NOx, pollutant
/// equivalents; points earned, withheld and counted.
#[derive(Clone, Copy, Debug)]
pub struct Columns([Column; COLUMNS]);

const COLUMNS: usize = 7;
/// Decimals that are kept: grams from milligrams, equivalents from millionths.
const SCALES: [u8; COLUMNS] = [3, 3, 3, 6, 0, 0, 0];

impl Columns {
    /// The columns of these rows, and of every sum of them.
    pub fn of<'f>(rows: impl Iterator<Item = &'f Figures>) -> Self {
        let mut columns = SCALES.map(|scale| Column { scale, places: 0 });
        for row in rows {
            for (column, amount) in columns.iter_mut().zip(amounts(row)) {
                let needed = Column::of([amount].into_iter(), column.scale);
                column.places = column.places.max(needed.places);
            }
        }
        Self(columns)
    }

    /// A row as it is shown; `None` for nothing.
    pub fn show(&self, row: &Figures) -> [Option<String>; COLUMNS] {
        let mut amounts = amounts(row).into_iter();
        self.0.map(|column| amounts.next().filter(|amount| *amount != 0).map(|amount| column.show(amount)))
    }
}

fn amounts(row: &Figures) -> [i64; COLUMNS] {
    let air = row.air;
    [row.carbon_mg, air.voc_mg, air.nox_mg, air.upe, row.earned, row.withheld, row.counted]
}
