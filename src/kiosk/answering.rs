//! What an answer makes of a session: the next question, a problem, or an entry.

use super::Operator;
use super::ask::{Ask, asks};
use super::month::Month;
use super::session::{Moment, Problem, Session, Step, asking};
use crate::domain::activity::Activity;
use crate::domain::date::Date;
use crate::domain::draft::{Draft, Edit};
use crate::domain::handover::counted_up;
use crate::domain::ledger::{Entry, Ledger, Posted, Posting};
use crate::domain::reason::{Reason, ReasonCode};
use crate::domain::{intake, methodology};

impl Session {
    pub(super) fn back(&mut self) -> bool {
        self.step = match &self.step {
            Step::Asking { place: 0, .. } => Step::Topics,
            Step::Asking { topic, draft, place, .. } => asking(*topic, Draft::clone(draft), place - 1),
            Step::Topics | Step::Outcome { .. } | Step::Away | Step::Elsewhere { .. } => return false,
        };
        true
    }

    pub(super) fn choose(&mut self, option: usize, moment: &Moment<'_>) -> bool {
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

    pub(super) fn enter(&mut self, moment: &Moment<'_>, operator: &Operator) -> bool {
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

    pub(super) fn redate(&mut self, ago: u8, moment: &Moment<'_>, operator: &Operator) -> bool {
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
        let posted = Posted { activity, rulebook, verdict, totals, corrects: None, people: Vec::new(), receipt: None };
        self.entries.push(Entry { id, recorded_at: moment.now, posting: Posting::Activity(Box::new(posted)) });
        true
    }
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
