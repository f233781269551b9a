//! A receipt: checked when its link is opened, checked again and written when the resident says so.

use std::rc::Rc;

use super::acting::Desk;
use super::signatures::signed;
use super::{Carry, Certified, Stage};
use crate::app::hearing::entries_of;
use crate::app::household;
use crate::app::state::{Action, Keeping, Report, State};
use crate::desk::Laid;
use crate::domain::activity::Activity;
use crate::domain::ledger::{Entry, Posted, Posting, saved};
use crate::domain::methodology;
use crate::domain::receipt::{Receipt, Refusal, Taking, Used, issuer_of, judge};
use crate::domain::shared::{self, Shared, TooLong};
use crate::platform::store::StoreError;
use crate::platform::{clock, location, random, tabs};
use crate::route::View;

/// How often it is tried while other tabs keep adding entries.
const TRIES: usize = 5;

/// The link to the entry on the screen, for somebody else to check; nothing on other screens.
pub(in crate::app) fn link(state: &State) -> Option<Result<String, TooLong>> {
    let View::Entry(id) = &state.view else { return None };
    let ledger = state.ledger.borrow();
    let packed = shared::pack(&Shared::of(ledger.entry(id)?.posted()?));
    Some(packed.map(|packed| format!("{}{}", location::clean(), View::Check(packed).href())))
}

/// Whether the ledger and the rules are here: whoever signed it may stand in a district's, which are still on their way.
pub(in crate::app) fn ready(state: &State) -> bool {
    state.keeping != Keeping::Opening && !matches!(state.desk.district, Laid::Awaited(_))
}

/// Checks the receipt of a link.
pub(super) async fn check(desk: &Desk, text: String) {
    let (receipt, judged) = match Receipt::parse(&text) {
        Err(fault) => (None, Some(Err(Refusal::Damaged(fault)))),
        Ok(receipt) => {
            let judged = judged(desk, &receipt).await;
            (Some(receipt), judged)
        }
    };
    desk.at(Stage::Certified(Rc::new(Certified { text, receipt, judged, failed: false })));
}

/// What it certifies, or why not, by the rules in use; `None` where signatures cannot be checked.
async fn judged(desk: &Desk, receipt: &Receipt) -> Option<Result<Box<Activity>, Refusal>> {
    let signed = match issuer_of(&receipt.statement, &desk.rulebook) {
        Err(refusal) => return Some(Err(refusal)),
        Ok(issuer) => signed(issuer, receipt).await?,
    };
    let used = Used::of(&desk.ledger.borrow());
    let taking = Taking { rules: &desk.rulebook, now: clock::now_ms(), used: &used };
    Some(judge(receipt, signed, &taking).map(Box::new))
}

/// Records the receipt that was checked. Another tab may have taken it meanwhile: it is written only by a tab that has
/// read every entry.
pub(super) async fn record(desk: &Desk) {
    let Stage::Certified(certified) = &desk.carry.stage else { return };
    let Certified { text, receipt: Some(receipt), judged: Some(Ok(_)), .. } = &**certified else { return };
    desk.at(Stage::Writing);
    for _ in 0..TRIES {
        let Ok(records) = desk.store.new_entries().await else { break };
        desk.edge.take_in(entries_of(&records, &desk.rulebook));
        // With its signature: other rules may be in use by now, with another key.
        let activity = match judged(desk, receipt).await {
            Some(Ok(activity)) => *activity,
            judged => return desk.at(Stage::Certified(Rc::new(Certified { judged, ..Certified::clone(certified) }))),
        };
        let Some(entry) = entry(desk, activity, text.clone()) else { break };
        match desk.store.append_if_all_read(&[saved::entry_text(&entry)]).await {
            Ok(()) => return done(desk, entry),
            Err(StoreError::Behind) => {}
            Err(_) => break,
        }
    }
    desk.at(Stage::Certified(Rc::new(Certified { failed: true, ..Certified::clone(certified) })));
}

fn entry(desk: &Desk, activity: Activity, text: String) -> Option<Entry> {
    let assessment = methodology::assess(&activity, &desk.rules).ok()?;
    let posted = Posted {
        activity,
        rulebook: desk.rules.name(),
        verdict: assessment.verdict,
        totals: assessment.totals,
        corrects: None,
        people: household::recorded(vec![desk.person.clone()]),
        receipt: Some(text),
    };
    let posting = Posting::Activity(Box::new(posted));
    Some(Entry { id: random::entry_id(), recorded_at: clock::now_ms(), posting })
}

fn done(desk: &Desk, entry: Entry) {
    let (id, then) = (entry.id.clone(), View::Entry(entry.id.clone()));
    tabs::announce();
    // The way back does not lead to the receipt again.
    location::replace_hash(&then.href());
    let report = Report::Saved(id);
    desk.edge.tell(Action::Posted { entries: vec![entry], draft: None, report, then: Some(then) });
}

/// What the screen shows of it.
pub(super) fn shown(carry: Option<&Carry>) -> Option<&Certified> {
    match carry.map(|carry| &carry.stage) {
        Some(Stage::Certified(certified)) => Some(certified),
        _ => None,
    }
}
