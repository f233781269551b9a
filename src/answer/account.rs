//! An account, or the accounts of a household. Caps, expiry and what may be claimed once apply in order of
//! date, then of the lines; the page keeps its accounts with the same fold.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::domain::activity::{Activity, Facts};
use crate::domain::assessment::{Assessment, Totals, Verdict};
use crate::domain::ledger::{Claim, Entry, Ledger, Member, Policy, Posted, Posting};
use crate::domain::methodology;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::domain::rulebook::{Key, Rulebook};
use crate::domain::trace::Origin;

use super::record::{Plain, Record};

/// What a line came to by itself.
#[derive(Debug)]
pub(crate) enum Read {
    /// A valid activity.
    Assessed(Box<(Activity, Assessment)>),
    /// The same, of an export: what it is worth is worked out when it is told, because an export may be long. If another
    /// one claims the same, that is why it is worth nothing.
    Posted(Option<Box<Reason>>),
    /// Refused.
    Rejected(Vec<Reason>),
    /// An activity of an export that is not worked out again.
    Plain(Box<Plain>),
    /// A record of an export that is no activity.
    Record(Box<Record>),
}

/// A line with its number in the file.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) number: u64,
    /// The id it gives itself.
    pub(crate) id: Option<String>,
    /// Its id in the ledger.
    pub(crate) entry: String,
    /// The rules it is held against.
    pub(crate) rulebook: Rc<Rulebook>,
    /// Who it belongs to, if an export says so.
    pub(crate) people: Vec<String>,
    pub(crate) read: Read,
}

/// Lines with their answers, and the accounts they make.
#[derive(Debug)]
pub struct Book {
    pub(crate) lines: Vec<Line>,
    pub(crate) ledger: Ledger,
}

impl Book {
    /// Posts all lines as one person's account. Of several with the same id only the first is taken.
    pub(crate) fn of(mut lines: Vec<Line>, rulebook: &Rc<Rulebook>) -> Self {
        refuse_repeated_ids(&mut lines);
        let mut ledger = Ledger::under(Policy::of(rulebook.clone()));
        ledger.post_all(lines.iter().filter_map(entry));
        Self::told(lines, ledger)
    }

    /// The lines that are posted in a ledger, each told what the ledger makes of it.
    pub(crate) fn told(lines: Vec<Line>, ledger: Ledger) -> Self {
        let mut book = Self { lines, ledger };
        book.tell_claims();
        book
    }

    /// Says of each line that does not count because another one claims the same, which one that is. It is worth
    /// nothing; a bill for days that another one has is refused.
    fn tell_claims(&mut self) {
        let ledger = &self.ledger;
        let members = ledger.members();
        let accounts: Vec<_> = members.iter().map(|member| ledger.account(&member.person)).collect();
        let claimed = accounts.iter().flat_map(|account| account.standings());
        let claimed: BTreeMap<&str, &Claim> =
            claimed.filter_map(|(id, standing)| Some((id, standing.claim.as_ref()?))).collect();
        let day = |id: &str| {
            let activity = ledger.entry(id).and_then(|entry| entry.posted()).map(|posted| &posted.activity);
            activity.map(|activity| match &activity.facts {
                Facts::Utility(bill) => bill.end,
                _ => activity.date,
            })
        };
        for line in &mut self.lines {
            let Some(claim) = claimed.get(line.entry.as_str()) else { continue };
            let posted = ledger.entry(&line.entry).and_then(|entry| entry.posted());
            let Some(date) = posted.map(|posted| posted.activity.date) else { continue };
            let bill = claim.code == ReasonCode::OverlappingBill;
            let mut reason = Reason::at(claim.code, if bill { "start" } else { "" });
            reason.given = day(&claim.of).map(|day| day.to_string());
            if claim.code == ReasonCode::RepaintTooSoon
                && let Some(Origin::Parameter(years)) =
                    line.rulebook.key(Key::RepaintYears, date).map(|years| years.origin)
            {
                reason.accepted = Some(Accepted::Limits(vec![years]));
            }
            match &mut line.read {
                Read::Assessed(_) | Read::Posted(_) if bill => line.read = Read::Rejected(vec![reason]),
                Read::Assessed(both) => withhold(&mut both.1, reason),
                Read::Posted(why) => *why = Some(Box::new(reason)),
                Read::Rejected(_) | Read::Plain(_) | Read::Record(_) => {}
            }
        }
    }

    /// Everybody who has an account here.
    pub fn members(&self) -> Vec<Member> {
        self.ledger.members()
    }

    /// The person of that id or name.
    pub fn find(&self, given: &str) -> Option<String> {
        let members = self.ledger.members();
        let by_id = members.iter().find(|member| member.person == given);
        let found = by_id.or_else(|| members.iter().find(|member| member.name.as_deref() == Some(given)));
        found.map(|member| member.person.clone())
    }

    /// A posted line, worked out again.
    pub(crate) fn again(&self, line: &Line, claimed: Option<&Reason>) -> Option<Assessment> {
        let posted = self.ledger.entry(&line.entry)?.posted()?;
        let mut assessment = methodology::assess(&posted.activity, &line.rulebook).ok()?;
        if let Some(reason) = claimed {
            withhold(&mut assessment, reason.clone());
        }
        Some(assessment)
    }
}

/// Makes an assessment one that is worth nothing, for that reason.
fn withhold(assessment: &mut Assessment, reason: Reason) {
    (assessment.verdict, assessment.totals) = (Verdict::Recorded, Totals::default());
    assessment.reasons.push(reason);
}

fn refuse_repeated_ids(lines: &mut [Line]) {
    let mut known = BTreeSet::new();
    for line in lines {
        let Read::Assessed(_) = &line.read else { continue };
        if let Some(id) = &line.id
            && !known.insert(id.clone())
        {
            line.read = Read::Rejected(vec![Reason::at(ReasonCode::RepeatedId, "id").given(id.clone())]);
        }
    }
}

/// A line as an entry; its number is its id and its place in the order of recording.
fn entry(line: &Line) -> Option<Entry> {
    let Read::Assessed(both) = &line.read else { return None };
    let (activity, assessment) = &**both;
    let posted = Posted {
        activity: activity.clone(),
        rulebook: line.rulebook.name(),
        verdict: assessment.verdict,
        totals: assessment.totals,
        corrects: None,
        people: Vec::new(),
        receipt: None,
    };
    let recorded_at = i64::try_from(line.number).unwrap_or(i64::MAX);
    Some(Entry { id: line.entry.clone(), recorded_at, posting: Posting::Activity(Box::new(posted)) })
}
