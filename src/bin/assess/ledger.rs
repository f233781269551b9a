//! `--ledger`: all lines are one person's account. Caps, expiry and what may be claimed once apply in order of date,
//! then of the lines; the page keeps its accounts with the same fold.

use std::collections::BTreeSet;
use std::rc::Rc;

use carbon_points::domain::activity::{Activity, Facts};
use carbon_points::domain::assessment::{Assessment, Totals, Verdict};
use carbon_points::domain::date::Date;
use carbon_points::domain::ledger::{Account, Entry, FIRST_PERSON, Ledger, Policy, Posted, Posting, account};
use carbon_points::domain::reason::{Reason, ReasonCode};
use carbon_points::domain::rulebook::Rulebook;
use serde::Serialize;

/// What a line came to by itself.
pub(crate) enum Read {
    /// A valid activity.
    Assessed(Box<(Activity, Assessment)>),
    /// Refused, with the id it gave.
    Rejected(Option<String>, Vec<Reason>),
}

/// A line with its number in the file.
pub(crate) struct Line {
    pub(crate) number: u64,
    pub(crate) read: Read,
}

/// Every line, and the account they make.
pub(crate) struct Book {
    pub(crate) lines: Vec<Line>,
    ledger: Ledger,
}

/// The last line: what counts on a day, what was withheld and by which cap, merchants' bonuses, and what has expired.
#[derive(Serialize)]
pub(crate) struct Close {
    totals: TotalsLine,
    withheld: Vec<Withheld>,
    bonuses: Vec<Bonus>,
    /// Points that are not valid any more; not among the totals.
    expired: i64,
    /// The day on which the totals hold.
    as_of: Date,
}

#[derive(Serialize)]
struct TotalsLine {
    carbon_mg: i64,
    voc_mg: i64,
    nox_mg: i64,
    upe: i64,
    /// Points that are valid on the day.
    points: i64,
}

#[derive(Serialize)]
struct Withheld {
    id: Option<String>,
    line: u64,
    points: i64,
    cap: String,
    /// Whose bonus it is held back from; left out where it is the act's own points.
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant: Option<String>,
}

#[derive(Serialize)]
struct Bonus {
    id: Option<String>,
    line: u64,
    merchant: String,
    /// What was credited of it.
    points: i64,
}

impl Book {
    /// Posts all lines. Of several with the same id only the first is taken.
    pub(crate) fn of(mut lines: Vec<Line>, rulebook: &Rulebook) -> Self {
        refuse_repeated_ids(&mut lines);
        let mut ledger = Ledger::under(Policy::of(Rc::new(rulebook.clone())));
        ledger.post_all(lines.iter().filter_map(|line| entry(line, rulebook)));
        let mut book = Self { lines, ledger };
        book.tell_claims();
        book
    }

    /// Says of each line that does not count because another one claims the same, which one that is. It is worth
    /// nothing; a bill for days that another one has is refused.
    fn tell_claims(&mut self) {
        let ledger = &self.ledger;
        let account = ledger.account(FIRST_PERSON);
        let day = |id: &str| {
            let activity = ledger.entry(id).and_then(|entry| entry.posted()).map(|posted| &posted.activity);
            activity.map(|activity| match &activity.facts {
                Facts::Utility(bill) => bill.end,
                _ => activity.date,
            })
        };
        for line in &mut self.lines {
            let Read::Assessed(both) = &mut line.read else { continue };
            let (activity, assessment) = &mut **both;
            let standing = account.standing(activity.date, &line.number.to_string());
            let Some(claim) = standing.and_then(|standing| standing.claim.clone()) else { continue };
            let bill = claim.code == ReasonCode::OverlappingBill;
            let mut reason = Reason::at(claim.code, if bill { "start" } else { "" });
            reason.given = day(&claim.of).map(|day| day.to_string());
            if bill {
                line.read = Read::Rejected(activity.id.clone(), vec![reason]);
            } else {
                (assessment.verdict, assessment.totals) = (Verdict::Recorded, Totals::default());
                assessment.reasons.push(reason);
            }
        }
    }

    /// The last line.
    pub(crate) fn close(&self, today: Date) -> Close {
        let account = self.ledger.account(FIRST_PERSON);
        let all = account.all_time();
        let (mut withheld, mut bonuses) = (Vec::new(), Vec::new());
        for line in &self.lines {
            self.limits(line, &account, &mut withheld, &mut bonuses);
        }
        Close {
            totals: TotalsLine {
                carbon_mg: all.carbon_mg,
                voc_mg: all.air.voc_mg,
                nox_mg: all.air.nox_mg,
                upe: all.air.upe,
                points: account.balance(today),
            },
            withheld,
            bonuses,
            expired: account.expired(today),
            as_of: today,
        }
    }

    fn limits(&self, line: &Line, account: &Account, withheld: &mut Vec<Withheld>, bonuses: &mut Vec<Bonus>) {
        let Read::Assessed(both) = &line.read else { return };
        let Some(rulebook) = self.ledger.policy().rulebook() else { return };
        let (activity, number) = (&both.0, line.number);
        let Some(standing) = account.standing(activity.date, &number.to_string()) else { return };
        let held = |one: &account::Withheld, merchant: Option<&str>| Withheld {
            id: activity.id.clone(),
            line: number,
            points: one.points,
            cap: one.limit.id(rulebook).to_owned(),
            merchant: merchant.map(str::to_owned),
        };
        withheld.extend(standing.withheld.iter().map(|one| held(one, None)));
        if let Some(bonus) = &standing.bonus {
            let (id, merchant) = (activity.id.clone(), bonus.merchant.clone());
            bonuses.push(Bonus { id, line: number, merchant, points: bonus.credited });
            withheld.extend(bonus.withheld.iter().map(|one| held(one, Some(&bonus.merchant))));
        }
    }
}

fn refuse_repeated_ids(lines: &mut [Line]) {
    let mut known = BTreeSet::new();
    for line in lines {
        let Read::Assessed(both) = &line.read else { continue };
        if let Some(id) = &both.0.id
            && !known.insert(id.clone())
        {
            let reason = Reason::at(ReasonCode::RepeatedId, "id").given(id.clone());
            line.read = Read::Rejected(Some(id.clone()), vec![reason]);
        }
    }
}

/// A line as an entry; its number is its id and its place in the order of recording.
fn entry(line: &Line, rulebook: &Rulebook) -> Option<Entry> {
    let Read::Assessed(both) = &line.read else { return None };
    let (activity, assessment) = &**both;
    let posted = Posted {
        activity: activity.clone(),
        rulebook: rulebook.name(),
        verdict: assessment.verdict,
        totals: assessment.totals,
        corrects: None,
        people: Vec::new(),
    };
    let recorded_at = i64::try_from(line.number).unwrap_or(i64::MAX);
    Some(Entry { id: line.number.to_string(), recorded_at, posting: Posting::Activity(Box::new(posted)) })
}
