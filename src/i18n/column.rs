//! Columns of a statement: one unit from top to bottom, and nothing rounded.

use super::number::fixed;

/// How the numbers of a column are written: with as many decimals as the longest of them needs, so that what is shown
/// is all there is, and the rows shown add up to the total shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
