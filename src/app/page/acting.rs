//! What follows from each thing the resident does.

use super::App;
use crate::app::edge::Write;
use crate::app::state::{Action, Report, Rest};
use crate::display::TEXT_SIZE;
use crate::i18n::Language;
use crate::insight::Change;
use crate::kiosk::Press;
use crate::platform::{clock, page};
use crate::ui::act::Act;
use crate::ui::chart::month_id;
use crate::ui::outcome::WHY_BUTTON;

impl App {
    /// Carries an act out; whether anything changed.
    pub(super) fn act(&mut self, act: Act) -> bool {
        self.state.now = clock::now_ms();
        if matches!(act, Act::Saved | Act::Repeated(_)) && self.awaits_rules() {
            self.held = Some(act);
            return self.learn(Action::Saving);
        }
        let action = match act {
            Act::Kiosk(press) => return self.pressed(press),
            Act::Edited(edits) => return self.edited(edits),
            Act::Saved => return self.save(),
            Act::Repeated(place) => return self.repeat(place),
            Act::Copied => return self.copy(),
            Act::Printed => {
                if let Some(later) = self.later {
                    (later.print)();
                }
                return false;
            }
            Act::Carry(act) => {
                if let (Ok(rules), Some(later)) = (&self.rules, self.later) {
                    (later.carry)(act, &self.state, rules, &self.edge);
                }
                return false;
            }
            Act::Cleared => {
                let Some((name, _)) = self.state.shown_draft() else { return false };
                self.edge.write(Write::Draft(name.clone(), None));
                Action::Cleared(name)
            }
            Act::LanguageSwitched => {
                let other = if self.state.language == Language::Zh { Language::En } else { Language::Zh };
                self.edge.write(Write::Language(other));
                Action::LanguageChosen(other)
            }
            Act::SizeChosen(size) => {
                self.edge.keep_setting(TEXT_SIZE, size.pixels().unwrap_or_default());
                Action::SizeChosen(size)
            }
            Act::Spoken(text) => {
                if let Some(later) = self.later {
                    (later.speak)(&text, self.state.language.tag());
                }
                return false;
            }
            Act::PersonChosen(person) => {
                self.edge.keep_person(person.clone());
                Action::PersonChosen(person)
            }
            Act::Household(act) => {
                let follows = self.later.and_then(|later| (later.household)(&self.state, act, &self.edge));
                let Some(action) = follows else { return false };
                action
            }
            Act::Reversed(id) => {
                if self.state.ledger.borrow().reversal_of(&id).is_none() {
                    self.edge.write(Write::Reverse(id));
                    return false;
                }
                Action::Reported(Report::AlreadyReversed)
            }
            Act::WhyOpened(open) => {
                // Closed with the keyboard from inside, the reasons give the focus back to what opened them.
                if !open {
                    page::focus(WHY_BUTTON);
                }
                Action::WhyOpened(open)
            }
            Act::FactorChosen(step, factor) => Action::FactorChosen(step, factor),
            Act::Retried => {
                self.fetch();
                Action::Fetched(Rest::Awaited)
            }
            Act::VersionTaken => {
                if let Some(later) = self.later {
                    (later.take_version)();
                }
                return false;
            }
            Act::Dismissed => Action::Dismissed,
            Act::Filtered(filter) => Action::Filtered(filter),
            Act::MoreDays => Action::MoreDays,
            Act::Searched(query) => Action::Searched(query),
            Act::ParameterChosen(parameter) => Action::ParameterChosen(parameter),
            Act::Insight(change) => {
                match &change {
                    Change::GoalSet(goal) => self.edge.write(Write::Goal(*goal)),
                    Change::Focused(month) => page::focus(&month_id(*month)),
                    _ => {}
                }
                Action::Insight(change)
            }
            Act::Desk(act) => {
                let (Some(later), Ok(rules)) = (&self.later, &self.rules) else { return false };
                (later.desk)(act, &self.state, rules, &self.edge)
            }
        };
        self.learn(action)
    }

    /// Something was done on the public screen.
    fn pressed(&mut self, press: Press) -> bool {
        if press == Press::Start {
            self.learn(Action::DayTurned(clock::today()));
        }
        let (Some(kiosk), Ok(rules)) = (&mut self.kiosk, &self.rules) else { return false };
        kiosk.press(press, self.state.today, rules)
    }
}
