//! One stranger's visit: what is being asked, and what was recorded. Dropped as a whole when it is over.

use super::ask::{Ask, Topic, asks};
use super::month::Month;
use super::pad::typed;
use super::{Operator, Press, Wait};
use crate::domain::activity::Activity;
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::handover::{counted_up, line, pack};
use crate::domain::ledger::{Entry, Ledger, Policy, Posted, Posting};
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::rulebook::Rulebook;
use crate::domain::{intake, methodology};
use crate::i18n::Language;

/// Longest address in a code, in bytes: at level M still read by an old phone from half a metre.
pub const MOST_LINK: usize = 700;

/// The most letters that one more act can take in it.
pub const LARGEST: usize = 110;

/// Everything about a press that is not in the session.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'m> {
    /// Milliseconds since 1970-01-01T00:00Z by the device's clock.
    pub now: i64,
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
    first_id: String,
    made: u32,
}

impl Session {
    /// Somebody has touched the poster.
    pub fn begun(moment: &Moment<'_>) -> Self {
        Self {
            language: Language::Zh,
            step: Step::Topics,
            entries: Vec::new(),
            wait: Wait::since(moment.now),
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
        self.wait = Wait::since(moment.now);
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
            Press::Another if matches!(self.step, Step::Outcome { .. } | Step::Away) => self.step = Step::Topics,
            Press::TakeAway if !self.entries.is_empty() => self.step = Step::Away,
            _ => return false,
        }
        true
    }

    fn back(&mut self) -> bool {
        self.step = match &self.step {
            Step::Asking { place: 0, .. } => Step::Topics,
            Step::Asking { topic, draft, place, .. } => asking(*topic, Draft::clone(draft), place - 1),
            Step::Topics | Step::Outcome { .. } | Step::Away => return false,
        };
        true
    }

    fn choose(&mut self, option: usize, moment: &Moment<'_>) -> bool {
        let ask = self.ask(moment.rules, moment.today);
        let Step::Asking { topic, draft, place, .. } = &self.step else { return false };
        let mut draft = Draft::clone(draft);
        match ask {
            Some(Ask::Choice(path, options)) => {
                let Some(word) = options.into_iter().nth(option) else { return false };
                let edit = Edit::Text(path.to_owned(), word);
                let following = (moment.consequences)(&edit, &draft, moment.rules, &Ledger::default());
                draft.edit(edit);
                for edit in following {
                    draft.edit(edit);
                }
            }
            Some(Ask::Month(months)) => {
                let earlier = |month: &Month| Month { year: month.year - 1, ..*month }.days();
                let chosen = months.get(option).and_then(|month| Some((month.days()?, earlier(month)?)));
                let Some(((start, end), (first, last))) = chosen else { return false };
                let days = last.days_since(first) + 1;
                for (path, text) in
                    [("start", start.to_string()), ("end", end.to_string()), ("baseline_days", days.to_string())]
                {
                    draft.edit(Edit::Text(path.to_owned(), text));
                }
            }
            _ => return false,
        }
        self.step = asking(*topic, draft, place + 1);
        true
    }

    fn enter(&mut self, moment: &Moment<'_>, operator: &Operator) -> bool {
        let ask = self.ask(moment.rules, moment.today);
        let Step::Asking { topic, draft, place, pad, problem } = &mut self.step else { return false };
        let (path, text) = match ask {
            Some(Ask::Number(path, _)) => (path, pad.clone()),
            // A day is 24 hours long; two digits are more days than a year has months.
            Some(Ask::Days) => ("hours", pad.parse().map_or(String::new(), |days: u32| (days * 24).to_string())),
            _ => return false,
        };
        if pad.is_empty() {
            *problem = Some(Problem::Empty);
            return true;
        }
        let mut answered = Draft::clone(draft);
        answered.edit(Edit::Text(path.to_owned(), text));
        let read = read(&answered, moment, operator);
        if let Err(reasons) = &read
            && let Some(reason) = reasons.iter().find(|reason| reason.path == path)
        {
            *problem = Some(Problem::Wrong(Box::new(reason.clone())));
            return true;
        }
        let (topic, next) = (*topic, *place + 1);
        if next < asks(topic, &answered, moment.rules, moment.today).len() {
            self.step = asking(topic, answered, next);
            return true;
        }
        match read {
            Ok(activity) => {
                if self.record(activity, moment) {
                    self.step = Step::Outcome { ago: 0, topic, draft: Box::new(answered) };
                }
            }
            // What was answered before does not go with this number.
            Err(reasons) => *problem = reasons.into_iter().next().map(|reason| Problem::Wrong(Box::new(reason))),
        }
        true
    }

    fn redate(&mut self, ago: u8, moment: &Moment<'_>, operator: &Operator) -> bool {
        let Step::Outcome { topic, draft, .. } = &self.step else { return false };
        let (topic, mut draft) = (*topic, Draft::clone(draft));
        draft.edit(Edit::Text("date".to_owned(), moment.today.plus_days(-i32::from(ago)).to_string()));
        let Ok(activity) = read(&draft, moment, operator) else { return false };
        let before = self.entries.pop();
        if self.record(activity, moment) {
            self.step = Step::Outcome { ago, topic, draft: Box::new(draft) };
        } else {
            self.entries.extend(before);
        }
        true
    }

    /// Works an activity out and adds it; whether that could be done.
    fn record(&mut self, activity: Activity, moment: &Moment<'_>) -> bool {
        let Ok(worth) = methodology::assess(&activity, moment.rules) else { return false };
        let Some(id) = counted_up(&self.first_id, self.made) else { return false };
        self.made += 1;
        let (verdict, totals) = (worth.verdict, worth.totals);
        let rulebook = moment.rules.name();
        let posted = Posted { activity, rulebook, verdict, totals, corrects: None, people: Vec::new() };
        self.entries.push(Entry { id, recorded_at: moment.now, posting: Posting::Activity(Box::new(posted)) });
        true
    }
}

fn asking(topic: Topic, draft: Draft, place: usize) -> Step {
    Step::Asking { topic, draft: Box::new(draft), place, pad: String::new(), problem: None }
}

/// The activity of a draft, done at the operator's if that is one of the rules' merchants and rewards such an act.
fn read(draft: &Draft, moment: &Moment<'_>, operator: &Operator) -> Result<Activity, Vec<Reason>> {
    let day = Date::parse(draft.text("date")).unwrap_or(moment.today);
    let merchant = operator.merchant.as_deref().and_then(|id| moment.rules.district.as_ref()?.merchant(id));
    let here = merchant.filter(|merchant| merchant.rewards(draft.kind, day));
    let draft = match here {
        Some(merchant) => draft.clone().with("merchant", merchant.id.clone()),
        None => draft.clone(),
    };
    let read = intake::read(&draft.to_json(), moment.rules, moment.today);
    read.map_err(|mut reasons| {
        // What was not asked yet is not wrong.
        let missing = |reason: &Reason| reason.code == ReasonCode::Missing;
        if reasons.iter().any(|reason| !missing(reason)) {
            reasons.retain(|reason| !missing(reason));
        }
        reasons
    })
}
