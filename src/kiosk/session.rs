//! One stranger's visit: what is being asked, and what was recorded. Dropped as a whole when it is over.

use super::ask::{Ask, Topic, asks};
use super::pad::typed;
use super::{Operator, Press, Wait};
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::handover::{line, pack};
use crate::domain::ledger::{Entry, Ledger, Policy};
use crate::domain::reason::Reason;
use crate::domain::rulebook::Rulebook;
use crate::i18n::Language;

/// Longest address in a code, in bytes: at level M still read by an old phone from half a metre.
pub const MOST_LINK: usize = 700;

/// The most letters that one more act can take in it.
pub const LARGEST: usize = 110;

/// Everything about a press that is not in the session.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'m> {
    /// Milliseconds since 1970-01-01T00:00Z by the device's clock: when an entry was recorded.
    pub now: i64,
    /// Milliseconds of a clock that nobody sets, from any beginning: how long nobody has touched the screen.
    pub steady: i64,
    /// The Beijing day.
    pub today: Date,
    /// The rules.
    pub rules: &'m Rulebook,
    /// An id that was never given; a session's entries count up from it.
    pub fresh_id: &'m str,
    /// What else a choice in a draft sets.
    pub consequences: fn(&Edit, &Draft, &Rulebook, &Ledger) -> Vec<Edit>,
}

/// Where the session stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// What to record.
    Topics,
    /// One question about it.
    Asking {
        /// What about.
        topic: Topic,
        /// Answers so far.
        draft: Box<Draft>,
        /// The question's place.
        place: usize,
        /// What stands on the number pad.
        pad: String,
        /// What is wrong with it.
        problem: Option<Problem>,
    },
    /// What the last act came to.
    Outcome {
        /// How many days ago it was done.
        ago: u8,
        /// The act as it was answered.
        topic: Topic,
        /// The answers.
        draft: Box<Draft>,
    },
    /// Everything, to be taken along.
    Away,
    /// Somebody's own link was opened here; it is for their own device.
    Elsewhere {
        /// Its address there.
        link: String,
    },
}

/// Why a number is not taken.
#[derive(Clone, PartialEq, Debug)]
pub enum Problem {
    /// Nothing was typed.
    Empty,
    /// It cannot be.
    Wrong(Box<Reason>),
}

/// A session.
#[derive(Clone, PartialEq, Debug)]
pub struct Session {
    /// The language.
    pub language: Language,
    /// Where it stands.
    pub step: Step,
    /// What was recorded, in order.
    pub entries: Vec<Entry>,
    /// How long nobody has touched the screen.
    pub wait: Wait,
    pub(super) first_id: String,
    pub(super) made: u32,
}

impl Session {
    /// Somebody has touched the poster.
    pub fn begun(moment: &Moment<'_>) -> Self {
        Self {
            language: Language::Zh,
            step: Step::Topics,
            entries: Vec::new(),
            wait: Wait::since(moment.steady),
            first_id: moment.fresh_id.to_owned(),
            made: 0,
        }
    }

    /// The account of what was recorded, with every cap.
    pub fn ledger(&self, policy: Policy) -> Ledger {
        let mut ledger = Ledger::under(policy);
        ledger.post_all(self.entries.iter().cloned());
        ledger
    }

    /// The address that a phone opens to take everything in.
    pub fn link(&self, operator: &Operator) -> String {
        let lines: Vec<_> = self.entries.iter().filter_map(line).collect();
        operator.link(&pack(&lines))
    }

    /// Whether one more act might not fit the code.
    pub fn is_full(&self, operator: &Operator) -> bool {
        self.link(operator).len() + LARGEST > MOST_LINK
    }

    /// The question that stands there.
    pub fn ask(&self, rules: &Rulebook, today: Date) -> Option<Ask> {
        match &self.step {
            Step::Asking { topic, draft, place, .. } => asks(*topic, draft, rules, today).into_iter().nth(*place),
            _ => None,
        }
    }

    pub(super) fn press(&mut self, press: Press, moment: &Moment<'_>, operator: &Operator) -> bool {
        self.wait = Wait::since(moment.steady);
        match press {
            Press::Language => {
                self.language = if self.language == Language::Zh { Language::En } else { Language::Zh };
            }
            Press::Topic(topic) if self.step == Step::Topics && !self.is_full(operator) => {
                let mut draft = Draft::new(topic.kind());
                if topic != Topic::Bill {
                    draft = draft.with("date", moment.today.to_string());
                }
                self.step = asking(topic, draft, 0);
            }
            Press::Option(option) => return self.choose(option, moment),
            Press::Key(key) => {
                let whole = matches!(self.ask(moment.rules, moment.today), Some(Ask::Number(_, true) | Ask::Days));
                let Step::Asking { pad, problem, .. } = &mut self.step else { return false };
                *pad = typed(pad, key, whole);
                *problem = None;
            }
            Press::Enter => return self.enter(moment, operator),
            Press::Back => return self.back(),
            Press::Day(ago) => return self.redate(ago, moment, operator),
            Press::Drop if matches!(self.step, Step::Outcome { .. }) => {
                self.entries.pop();
                self.step = Step::Topics;
            }
            Press::Another if matches!(self.step, Step::Outcome { .. } | Step::Away | Step::Elsewhere { .. }) => {
                self.step = Step::Topics;
            }
            Press::TakeAway if !self.entries.is_empty() => self.step = Step::Away,
            _ => return false,
        }
        true
    }
}

pub(super) fn asking(topic: Topic, draft: Draft, place: usize) -> Step {
    Step::Asking { topic, draft: Box::new(draft), place, pad: String::new(), problem: None }
}
