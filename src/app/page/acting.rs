//! What follows from each thing the resident does.

use super::App;
use crate::app::edge::Write;
use crate::app::state::{Action, EXAMPLE, Rest};
use crate::display::TEXT_SIZE;
use crate::i18n::Language;
use crate::kiosk::Press;
use crate::platform::{clock, page};
use crate::route::View;
use crate::ui::act::Act;
use crate::ui::outcome::WHY_BUTTON;

impl App {
    /// Carries an act out; whether anything changed.
    pub(super) fn act(&mut self, act: Act) -> bool {
        self.state.now = clock::now_ms();
        if matches!(act, Act::Saved | Act::Repeated(_)) && self.must_wait() {
            self.held = Some((act, self.state.view.clone()));
            return self.learn(Action::Saving);
        }
        let action = match act {
            Act::Kiosk(press) => return self.pressed(press),
            // The example is not a draft of the resident's until it is saved.
            Act::Edited(edits) if self.state.view == View::Home => Action::Edited(EXAMPLE.to_owned(), edits),
            Act::LanguageSwitched => {
                let other = if self.state.language == Language::Zh { Language::En } else { Language::Zh };
                self.edge.write(Write::Language(other));
                Action::LanguageChosen(other)
            }
            Act::SizeChosen(size) => {
                self.edge.keep_setting(TEXT_SIZE, size.pixels().unwrap_or_default());
                Action::SizeChosen(size)
            }
            Act::WhyOpened(open) => {
                // Closed with the keyboard from inside, the reasons give the focus back to what opened them.
                if !open {
                    page::focus(WHY_BUTTON);
                }
                Action::WhyOpened(open)
            }
            Act::Retried => {
                self.fetch();
                Action::Fetched(Rest::Awaited)
            }
            Act::Dismissed => Action::Dismissed,
            // Everything else is followed by the second file.
            other => {
                let (Some(later), Ok(rules)) = (self.later, &self.rules) else { return false };
                let typed = matches!(other, Act::Edited(_));
                let Some(action) = (later.follow)(other, &self.state, rules, &self.edge) else { return false };
                let changed = self.learn(action);
                if typed {
                    (later.keep_draft)(&self.state, &self.edge);
                }
                return changed;
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
