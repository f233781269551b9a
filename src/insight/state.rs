//! What the resident has chosen on the screen.

use std::rc::Rc;

use super::months::{self, month_of, plus};
use super::what_if::Moved;
use super::{Goal, Lever, Measure, Order, goal};
use crate::domain::date::Date;
use crate::domain::draft::Draft;
use crate::domain::ledger::{FIRST_PERSON, Month, Person};

/// The choices. Only the goals outlive the page.
#[derive(Clone, Default, Debug)]
pub struct Insight {
    /// The chart that is shown.
    pub measure: Measure,
    /// The last month of the chart; `None` for this month, whichever it is.
    last: Option<Month>,
    /// The month that is told; `None` for the chart's last.
    chosen: Option<Month>,
    /// Each person's own goal.
    goals: Vec<(Person, Goal)>,
    /// What "most" is among the acts offered.
    pub order: Order,
    /// The levers that were moved.
    pub moved: Moved,
}

/// A choice.
#[derive(Clone, PartialEq, Eq, Debug)]
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
    /// The goal of the first person, or none any more.
    GoalSet(Option<Goal>),
    /// The goal of any person, or none any more.
    GoalOf(Person, Option<Goal>),
    /// What "most" is.
    Ordered(Order),
    /// A lever was moved.
    Slid(Lever, i64),
    /// An act that is offered was pressed: its form opens with this.
    Offered(Rc<Draft>),
}

impl Change {
    /// The goal that a setting keeps; `None` for any other setting.
    pub fn kept(name: &str, text: &str) -> Option<Self> {
        Some(Self::GoalOf(goal::person_of(name)?.to_owned(), Goal::from_text(text)))
    }
}

impl Insight {
    /// The goal of a person, if one is set.
    pub fn goal(&self, person: &str) -> Option<Goal> {
        self.goals.iter().find(|(known, _)| known == person).map(|(_, goal)| *goal)
    }

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
        let mut next = self.clone();
        match change {
            Change::Measured(measure) => next.measure = measure,
            Change::Chosen(month) | Change::Focused(month) => next.chosen = Some(month),
            Change::Earlier => next.show(plus(self.last(today), -months::SHOWN), today),
            Change::Later => next.show(plus(self.last(today), months::SHOWN), today),
            Change::GoalSet(goal) => next.aim(FIRST_PERSON.to_owned(), goal),
            Change::GoalOf(person, goal) => next.aim(person, goal),
            Change::Ordered(order) => next.order = order,
            Change::Slid(lever, value) => next.moved.put(lever, value),
            // The forms open with it; here nothing changes.
            Change::Offered(_) => {}
        }
        next
    }

    fn aim(&mut self, person: Person, goal: Option<Goal>) {
        self.goals.retain(|(known, _)| *known != person);
        self.goals.extend(goal.map(|goal| (person, goal)));
    }

    fn show(&mut self, last: Month, today: Date) {
        self.last = Some(last).filter(|last| *last < month_of(today));
        self.chosen = None;
    }
}
