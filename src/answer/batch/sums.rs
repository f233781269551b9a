//! What a batch comes to.

use std::fmt;

use crate::domain::assessment::{Air, Assessment, Totals, Verdict};
use crate::domain::reason::Reason;

/// How many lines had which outcome, and the exact sums of the ledgers: each line by itself, nothing capped, and nothing
/// held against what another line claims. However many lines there are, they fit.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Sums {
    /// Lines that earned something.
    pub credited: u64,
    /// Lines that were understood and are worth zero.
    pub recorded: u64,
    /// Lines that were refused.
    pub rejected: u64,
    /// Avoided CO2, mg.
    pub carbon_mg: i128,
    /// Avoided volatile organic compounds, mg.
    pub voc_mg: i128,
    /// Avoided nitrogen oxides, mg.
    pub nox_mg: i128,
    /// Millionths of a pollutant equivalent.
    pub upe: i128,
    /// Points.
    pub points: i128,
}

impl Sums {
    /// Adds what a line came to.
    pub(super) fn count(&mut self, assessed: &Result<Assessment, Vec<Reason>>) {
        let Ok(Assessment { verdict, totals, .. }) = assessed else {
            self.rejected += 1;
            return;
        };
        match verdict {
            Verdict::Credited => self.credited += 1,
            Verdict::Recorded => self.recorded += 1,
        }
        let Totals { carbon_mg, air: Air { voc_mg, nox_mg, upe }, points } = *totals;
        self.carbon_mg += i128::from(carbon_mg);
        self.voc_mg += i128::from(voc_mg);
        self.nox_mg += i128::from(nox_mg);
        self.upe += i128::from(upe);
        self.points += i128::from(points);
    }

    /// Adds the sums of other lines.
    pub fn add(&mut self, other: &Self) {
        self.credited += other.credited;
        self.recorded += other.recorded;
        self.rejected += other.rejected;
        self.carbon_mg += other.carbon_mg;
        self.voc_mg += other.voc_mg;
        self.nox_mg += other.nox_mg;
        self.upe += other.upe;
        self.points += other.points;
    }
}

/// `{"totals":{"carbon_mg":…,"voc_mg":…,"nox_mg":…,"upe":…,"points":…},"lines":{"credited":…,"recorded":…,"rejected":…}}`
impl fmt::Display for Sums {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { credited, recorded, rejected, carbon_mg, voc_mg, nox_mg, upe, points } = self;
        write!(
            formatter,
            "{{\"totals\":{{\"carbon_mg\":{carbon_mg},\"voc_mg\":{voc_mg},\"nox_mg\":{nox_mg},\"upe\":{upe},\"points\":{points}}},\
             \"lines\":{{\"credited\":{credited},\"recorded\":{recorded},\"rejected\":{rejected}}}}}"
        )
    }
}
