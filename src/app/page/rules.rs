//! Which rules are at hand: the built-in version of the day, once the rest of the page was fetched with its words, and a
//! district's laid over it.

use super::App;
use crate::app::later::{Later, Unfetched};
use crate::app::state::{Action, Keeping, Rest};
use crate::desk::{DISTRICT, Laid};
use crate::domain::date::Date;
use crate::domain::rulebook::Rulebook;
use crate::platform::location;
use crate::ui::Rules;

impl App {
    /// Takes in the rest of the page; whether anything changed.
    pub(super) fn complete(&mut self, fetched: Result<Later, Unfetched>) -> bool {
        if let Ok(later) = fetched {
            self.later = Some(later);
            self.edge.start_writing(later.write);
            self.rules = (later.rulebook)(self.state.today).map(Rules::new);
            if self.public {
                self.kiosk = Some((later.kiosk)(&self.on));
                self.lay();
                return self.learn(Action::Fetched(Rest::Here(later.reopen)));
            }
            self.hearing = self.rules.as_ref().ok().map(|rules| (later.hear)(&self.edge, rules.shared()));
            self.lay();
        }
        self.learn(Action::Fetched(fetched.map_or(Rest::Failed, |later| Rest::Here(later.reopen))))
    }

    /// Lays the rules of the district that was asked for over the built-in ones, once the store and they are here.
    pub(super) fn lay(&mut self) {
        let later = self.later.as_ref().filter(|_| self.state.keeping != Keeping::Opening);
        let awaited = later.and_then(|later| (later.lay)(&self.edge, self.state.today));
        // At once, so that nothing is saved in between by the rules without them.
        if let Some(next) = awaited.and_then(|awaited| self.state.after(awaited)) {
            self.state = next;
        }
    }

    /// Whether a district was asked for whose rules are still to come: nothing is worked out to be kept until then.
    pub(super) fn awaits_rules(&self) -> bool {
        match self.state.desk.district {
            Laid::Awaited(_) => true,
            Laid::None if self.later.is_none() => {
                !self.edge.setting(DISTRICT).is_empty() || location::query().len() > 1
            }
            _ => false,
        }
    }

    /// Saves what was held back, if there is nothing more to wait for. Where the rules could not be used, the page says
    /// so, and the resident decides.
    pub(super) fn go_on(&mut self) {
        if self.held.is_none() || self.awaits_rules() {
            return;
        }
        self.state.saving = false;
        if let Some(act) = self.held.take().filter(|_| !matches!(self.state.desk.district, Laid::Refused(..))) {
            self.act(act);
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
