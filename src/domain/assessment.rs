//! What an activity is worth, and why.

use super::activity::Activity;
use super::reason::Reason;
use super::trace::Step;

/// Whether an activity earned something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Earned grams, pollutants or points.
    Credited,
    /// Understood and kept, worth zero, with a reason.
    Recorded,
}

impl Verdict {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Credited => "credited",
            Self::Recorded => "recorded",
        }
    }
}

/// The air ledger's three integers.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Air {
    /// Volatile organic compounds, mg.
    pub voc_mg: i64,
    /// Nitrogen oxides, mg.
    pub nox_mg: i64,
    /// Millionths of a pollutant equivalent.
    pub upe: i64,
}

/// The three ledgers of one activity (or, summed, of many). They are never added to one another.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Totals {
    /// Avoided CO2, mg.
    pub carbon_mg: i64,
    /// Avoided air pollutants.
    pub air: Air,
    /// Points.
    pub points: i64,
}

impl Totals {
    /// Both together, ledger by ledger.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            carbon_mg: self.carbon_mg.saturating_add(other.carbon_mg),
            air: Air {
                voc_mg: self.air.voc_mg.saturating_add(other.air.voc_mg),
                nox_mg: self.air.nox_mg.saturating_add(other.air.nox_mg),
                upe: self.air.upe.saturating_add(other.air.upe),
            },
            points: self.points.saturating_add(other.points),
        }
    }

    /// The same with every ledger's sign turned, as a reversal counts.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            carbon_mg: self.carbon_mg.saturating_neg(),
            air: Air {
                voc_mg: self.air.voc_mg.saturating_neg(),
                nox_mg: self.air.nox_mg.saturating_neg(),
                upe: self.air.upe.saturating_neg(),
            },
            points: self.points.saturating_neg(),
        }
    }

    /// Whether every ledger is zero.
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }
}

/// The assessment of one valid activity.
#[derive(Clone, PartialEq, Debug)]
pub struct Assessment {
    /// Credited or only recorded.
    pub verdict: Verdict,
    /// Index of the method in the rulebook's `methods`.
    pub method: usize,
    /// What it is worth.
    pub totals: Totals,
    /// Why something was not credited or was limited.
    pub reasons: Vec<Reason>,
    /// What should be said beside the result; changes nothing.
    pub notes: Vec<Reason>,
    /// The calculation.
    pub steps: Vec<Step>,
}

/// The outcome of reading and assessing one input.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// A valid activity and its worth.
    Assessed(Box<(Activity, Assessment)>),
    /// Refused: everything that is wrong with it, at least one reason. Nothing is stored.
    Rejected(Vec<Reason>),
}
