//! Which rules are at hand: the built-in version of the day, once the rest of the page was fetched with its words, and a
//! district's laid over it.

use super::App;
use crate::app::later::{Later, Unfetched};
use crate::app::state::{Action, Keeping, Rest};
use crate::desk::Laid;
use crate::domain::date::Date;
use crate::domain::rulebook::Rulebook;
use crate::ui::Rules;

impl App {
    /// Takes in the rest of the page; whether anything changed.
    pub(super) fn complete(&mut self, fetched: Result<Later, Unfetched>) -> bool {
        let Ok(later) = fetched else { return self.learn(Action::Fetched(Rest::Failed)) };
        self.later = Some(later);
        self.edge.start_writing(later.write);
        self.rules = (later.rulebook)(self.state.today).map(Rules::new);
        if let Ok(rules) = &self.rules {
            (later.keep)(&self.state.ledger, rules.shared());
        }
        if self.public {
            self.kiosk = Some((later.kiosk)(&self.on));
        } else {
            self.hearing = self.rules.as_ref().ok().map(|rules| (later.hear)(&self.edge, rules.shared()));
        }
        self.read();
        self.lay();
        self.learn(Action::Fetched(Rest::Here))
    }

    /// Reads what was in the store when it was opened, once both are here.
    pub(super) fn read(&self) {
        if let (Some(later), Ok(rules)) = (&self.later, &self.rules)
            && let Some(unread) = self.edge.unread()
        {
            (later.read)(&self.edge, unread, rules);
        }
    }

    /// Lays the rules of the district that was asked for over the built-in ones, once the store and they are here.
    pub(super) fn lay(&mut self) {
        let later = self.later.as_ref().filter(|_| self.state.keeping != Keeping::Opening);
        let awaited = later.and_then(|later| (later.lay)(&self.edge, self.state.today));
        // At once, so that nothing is saved in between by the rules without them.
        if let Some(next) = awaited.and_then(|awaited| self.next(awaited)) {
            self.state = next;
        }
    }

    /// Whether nothing can be worked out to be kept yet: the rest of the page is still to come, or the rules of a district
    /// that was asked for.
    pub(super) fn must_wait(&self) -> bool {
        self.later.is_none() || matches!(self.state.desk.district, Laid::Awaited(_))
    }

    /// Saves what was held back, if there is nothing more to wait for. Where the rules could not be used, the page says
    /// so, and the resident decides.
    pub(super) fn go_on(&mut self) {
        if self.held.is_none() || self.must_wait() {
            return;
        }
        self.state.saving = false;
        let refused = matches!(self.state.desk.district, Laid::Refused(..));
        if let Some((act, view)) = self.held.take().filter(|_| !refused) {
            let left = std::mem::replace(&mut self.state.view, view);
            self.act(act);
            if left != self.state.view {
                // What was wrong there is not complained about here.
                self.state.attempted = false;
                self.state.view = left;
            }
        }
    }

    /// Goes over to the version of the rules for new entries of that day, if another one was at hand for the day before;
    /// says whether it did.
    pub(super) fn turn_day(&mut self, today: Date) -> bool {
        let (before, after) = (Rulebook::current_name(self.state.today), Rulebook::current_name(today));
        if let (Some(later), Ok(rules)) = (&self.later, &self.rules)
            && before != after
            && format!("{}@{}", rules.id, rules.version) == before
        {
            self.rules = (later.rulebook)(today).map(Rules::new);
            if let Ok(rules) = &self.rules {
                (later.keep)(&self.state.ledger, rules.shared());
            }
            return true;
        }
        false
    }
}
