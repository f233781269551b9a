//! A public screen: sessions of strangers, one after the other, of which nothing is left. Pure: the moment, the day and
//! the rules are handed in with every press, and what is not in [`Session`] is the operator's.

mod answering;
mod ask;
mod month;
mod operator;
mod pad;
mod session;
mod wait;

pub use ask::{Ask, Topic, asks};
pub use month::Month;
pub use operator::{Misset, Operator, home};
pub use pad::{Key, MOST_DIGITS, typed};
pub use session::{LARGEST, MOST_LINK, Moment, Problem, Session, Step};
pub use wait::Wait;

use crate::i18n::Language;

/// Something done on the screen, or that time did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Press {
    /// The poster was touched.
    Start,
    /// The other language was chosen.
    Language,
    /// What to record was chosen.
    Topic(Topic),
    /// The option at that place was chosen.
    Option(usize),
    /// A key of the number pad.
    Key(Key),
    /// The number is complete.
    Enter,
    /// One screen back.
    Back,
    /// The act shown was done so many days ago.
    Day(u8),
    /// The act shown is to be dropped.
    Drop,
    /// One more act.
    Another,
    /// The entries are to be taken along.
    TakeAway,
    /// The receipt is to be printed.
    Print,
    /// More time, please.
    More,
    /// The session is over.
    End,
    /// Somebody touched the screen, wherever it was.
    Touched,
    /// Time went on.
    Tick,
    /// A newer build of the page waits.
    Newer,
    /// The page's address was changed from outside.
    Sent,
}

/// The screen.
#[derive(Clone, PartialEq, Debug)]
pub struct Kiosk {
    /// What the operator set.
    pub operator: Operator,
    /// The session, if somebody is there.
    pub session: Option<Session>,
}

impl Kiosk {
    /// A screen nobody has touched yet.
    pub fn new(operator: Operator) -> Self {
        Self { operator, session: None }
    }

    /// The language of what is on it.
    pub fn language(&self) -> Language {
        self.session.as_ref().map_or(Language::Zh, |session| session.language)
    }

    /// Takes in what was done; whether anything on the screen changed.
    pub fn press(&mut self, press: Press, moment: &Moment<'_>) -> bool {
        let Some(session) = &mut self.session else {
            if press == Press::Start {
                self.session = Some(Session::begun(moment));
            }
            return press == Press::Start;
        };
        match press {
            Press::Start | Press::Newer | Press::Print | Press::Sent => false,
            Press::End => self.wiped(),
            Press::Tick => {
                let before = session.wait;
                session.wait = before.at(moment.steady, &self.operator);
                if session.wait == Wait::Over { self.wiped() } else { session.wait.shown() != before.shown() }
            }
            Press::Touched => {
                session.wait = session.wait.touched(moment.steady);
                false
            }
            Press::More => {
                session.wait = Wait::since(moment.steady);
                true
            }
            // Whoever is asked whether they are still there answers that first.
            _ if session.wait.shown().is_some() => false,
            press => session.press(press, moment, &self.operator),
        }
    }

    /// A receipt or a shared result was opened here, at that address after the `#`: it belongs on the resident's own
    /// device. What was recorded stays as long as the session does.
    pub fn send_elsewhere(&mut self, hash: &str, moment: &Moment<'_>) {
        let step = Step::Elsewhere { link: self.operator.elsewhere(hash) };
        let session = self.session.get_or_insert_with(|| Session::begun(moment));
        session.wait = Wait::since(moment.steady);
        session.step = step;
    }

    /// Nothing of the session is left.
    fn wiped(&mut self) -> bool {
        self.session = None;
        true
    }
}
