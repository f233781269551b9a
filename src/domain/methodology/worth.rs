//! What activities are worth, without why: the same formulas on a sheet that is wiped instead of filed.

use std::borrow::Borrow;

use super::assess_on;
use crate::domain::activity::Activity;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::exact::Overflow;
use crate::domain::intake;
use crate::domain::json::Json;
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::Rulebook;
use crate::domain::trace::Trace;

/// Works out one activity after the other, for who asks for numbers alone: a batch, or a page that shows them while somebody
/// is still typing.
///
/// Verdict, method, totals and the codes of the reasons are those of [`super::assess`]; there are no steps and no notes.
#[derive(Clone, Debug)]
pub struct Worth<R> {
    rulebook: R,
    today: Date,
    /// Kept, so that room for its numbers is made once.
    trace: Trace,
}

impl<R: Borrow<Rulebook>> Worth<R> {
    /// `today` is the day after which nothing can have happened.
    pub fn new(rulebook: R, today: Date) -> Self {
        Self { rulebook, today, trace: Trace::unrecorded() }
    }

    /// What a valid activity is worth.
    pub fn of(&mut self, activity: &Activity) -> Result<Assessment, Overflow> {
        self.trace.clear();
        assess_on(&mut self.trace, activity, self.rulebook.borrow())
    }

    /// Reads one activity object and says what it is worth, with the id it gives itself, or everything that is wrong with
    /// it (at least one reason); never panics.
    pub fn of_json<T: AsRef<str>>(&mut self, json: &Json<T>) -> Result<(Option<String>, Assessment), Vec<Reason>> {
        let activity = intake::read(json, self.rulebook.borrow(), self.today)?;
        match self.of(&activity) {
            Ok(assessment) => Ok((activity.id, assessment)),
            Err(Overflow) => Err(vec![Reason::at(ReasonCode::OutOfRange, "")]),
        }
    }
}
