//! What the resident has chosen on the screen.

use super::months::{self, month_of, plus};
use super::what_if::Moved;
use super::{Goal, Lever, Measure, Order};
use crate::domain::date::Date;
use crate::domain::ledger::Month;

/// The choices. Only the goal outlives the page.
#[derive(Clone, Copy, Default, Debug)]
pub struct Insight {
    /// The chart that is shown.
    pub measure: Measure,
    /// The last month of the chart; `None` for this month, whichever it is.
    last: Option<Month>,
    /// The month that is told; `None` for the chart's last.
    chosen: Option<Month>,
    /// The goal, if one is set.
    pub goal: Option<Goal>,
    /// What "most" is among the acts offered.
    pub order: Order,
    /// The levers that were moved.
    pub moved: Moved,
}

/// A choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// The chart of a ledger.
    Measured(Measure),
    /// A month of the chart.
    Chosen(Month),
    /// The same with the keyboard: the focus goes along.
    Focused(Month),
    /// The twelve months before.
    Earlier,
    /// The twelve months after.
    Later,
    /// A goal, or none any more.
    GoalSet(Option<Goal>),
    /// What "most" is.
    Ordered(Order),
    /// A lever was moved.
    Slid(Lever, i64),
}

impl Insight {
    /// The last month of the chart.
    pub fn last(&self, today: Date) -> Month {
        self.last.unwrap_or_else(|| month_of(today))
    }

    /// The month that is told.
    pub fn chosen(&self, today: Date) -> Month {
        self.chosen.unwrap_or_else(|| self.last(today))
    }

    /// The month a key moves the choice to, if it is a key that does: arrows by one month as far as the chart goes,
    /// Home and End to its ends.
    pub fn after_key(&self, key: &str, today: Date) -> Option<Month> {
        let (last, chosen) = (self.last(today), self.chosen(today));
        let first = plus(last, 1 - months::SHOWN);
        let moved = match key {
            "ArrowLeft" => plus(chosen, -1),
            "ArrowRight" => plus(chosen, 1),
            "Home" => first,
            "End" => last,
            _ => return None,
        };
        Some(moved.clamp(first, last))
    }

    /// The choices after a change.
    #[must_use]
    pub fn after(&self, change: Change, today: Date) -> Self {
        let mut next = *self;
        match change {
            Change::Measured(measure) => next.measure = measure,
            Change::Chosen(month) | Change::Focused(month) => next.chosen = Some(month),
            Change::Earlier => next.show(plus(self.last(today), -months::SHOWN), today),
            Change::Later => next.show(plus(self.last(today), months::SHOWN), today),
            Change::GoalSet(goal) => next.goal = goal,
            Change::Ordered(order) => next.order = order,
            Change::Slid(lever, value) => next.moved.put(lever, value),
        }
        next
    }

    fn show(&mut self, last: Month, today: Date) {
        self.last = Some(last).filter(|last| *last < month_of(today));
        self.chosen = None;
    }
}
