//! A line of a statement: an entry, or a merchant's bonus, and what counts of it.

use std::rc::Rc;

use crate::domain::assessment::{Air, Totals, Verdict};
use crate::domain::date::Date;
use crate::domain::ledger::account::{Bonus, Withheld};
use crate::domain::ledger::{Account, Claim, Entry, Ledger, Posted, Standing};

/// What stands in the columns of a line, or of a sum. Points counted are always those earned less those withheld.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Figures {
    /// Avoided CO2, mg.
    pub carbon_mg: i64,
    /// Avoided air pollutants.
    pub air: Air,
    /// Points earned.
    pub earned: i64,
    /// Points that a limit held back.
    pub withheld: i64,
    /// Points counted.
    pub counted: i64,
}

/// Why a line is worth nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mark {
    /// It was kept, but nothing was credited for it.
    Recorded,
    /// It was reversed on a day, and perhaps replaced by the entry with this id.
    Reversed(Date, Option<String>),
    /// Another entry, of this day, claims the same.
    Claimed(Claim, Option<Date>),
}

/// An entry of the account in the period.
#[derive(Clone, Debug)]
pub struct Line {
    /// The entry. It is always a posted activity.
    pub entry: Rc<Entry>,
    /// Between how many people it is shared.
    pub people: usize,
    /// The account's share of it, without the merchant's bonus.
    pub figures: Figures,
    /// What held points back, in the order in which the limits apply.
    pub withheld: Vec<Withheld>,
    /// The merchant's bonus: a line of its own below.
    pub bonus: Option<Bonus>,
    /// Why it is worth nothing, or not all of it counts.
    pub mark: Option<Mark>,
}

impl Figures {
    /// Both together, column by column.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let sum = self.totals().plus(other.totals());
        Self {
            carbon_mg: sum.carbon_mg,
            air: sum.air,
            earned: self.earned.saturating_add(other.earned),
            withheld: self.withheld.saturating_add(other.withheld),
            counted: sum.points,
        }
    }

    /// What counts, ledger by ledger.
    pub fn totals(self) -> Totals {
        Totals { carbon_mg: self.carbon_mg, air: self.air, points: self.counted }
    }

    /// Whether every column is zero.
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }

    fn of(standing: &Standing) -> Self {
        let Totals { carbon_mg, air, points } = standing.counted;
        let withheld = standing.withheld.iter().map(|withheld| withheld.points).sum();
        Self { carbon_mg, air, earned: points + withheld, withheld, counted: points }
    }
}

/// A merchant's bonus as a line: points, and no grams.
pub fn bonus_figures(bonus: &Bonus) -> Figures {
    let withheld = bonus.withheld.iter().map(|withheld| withheld.points).sum();
    Figures { earned: bonus.earned, withheld, counted: bonus.credited, ..Figures::default() }
}

impl Line {
    /// The activity and what it was worth.
    pub fn posted(&self) -> Option<&Posted> {
        self.entry.posted()
    }

    /// An entry as it stands in an account; `None` if it is not one of a person's.
    pub(super) fn of(
        entry: &Rc<Entry>,
        (ledger, account): (&Ledger, &Account),
        person: &str,
        replaced: impl Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        let posted = entry.posted()?;
        let people = posted.holders();
        people.clone().find(|holder| *holder == person)?;
        let standing = account.standing(posted.activity.date, &entry.id);
        let mark = match (ledger.reversal_of(&entry.id), standing) {
            (Some(reversal), _) => Some(Mark::Reversed(Date::in_beijing(reversal.recorded_at), replaced(&entry.id))),
            (None, Some(Standing { claim: Some(claim), .. })) => {
                let first = ledger.entry(&claim.of).and_then(|first| first.posted());
                Some(Mark::Claimed(claim.clone(), first.map(|first| first.activity.date)))
            }
            _ => (posted.verdict == Verdict::Recorded).then_some(Mark::Recorded),
        };
        Some(Self {
            entry: entry.clone(),
            people: people.len(),
            figures: standing.map(Figures::of).unwrap_or_default(),
            withheld: standing.map(|standing| standing.withheld.clone()).unwrap_or_default(),
            bonus: standing.and_then(|standing| standing.bonus.clone()),
            mark,
        })
    }
}
