//! Verifying what the store or a file holds, a little at a time.

use std::cell::RefCell;
use std::rc::Rc;

use super::acting::Desk;
use super::signatures::{self, Signatures};
use super::{Carry, Verified, Verifying};
use crate::app::hearing::read_all;
use crate::app::state::Action;
use crate::domain::archive::csv::Table;
use crate::domain::archive::{self, Placed};
use crate::domain::chain::Stated;
use crate::domain::date::Date;
use crate::domain::district::Issuer;
use crate::domain::ledger::{Entry, saved};
use crate::domain::receipt::Receipt;
use crate::domain::verify::{AtHand, Cells, Given, Verifier};
use crate::i18n::sheet::Held;
use crate::platform::{clock, file, idle};
use crate::ui::at_hand;
use crate::ui::carry::VERIFY_FILE;

/// How long it works at a stretch, in milliseconds: less than a drawn picture takes.
const STRETCH_MS: i64 = 10;

/// How often it says how far it has come, in milliseconds: it may be read aloud.
const TOLD_MS: i64 = 500;

/// Verifies the ledger of this device, as the store has it: a tab's memory can hold another order.
pub(super) async fn device(desk: &Desk) {
    desk.verifying(Verifying::Running(0, 0));
    let shrunk = desk.store.has_shrunk().await == Ok(true);
    let Ok(records) = desk.store.all_entries().await else { return desk.verifying(Verifying::Failed) };
    let read = |record: &String| (saved::entry(record, &desk.rulebook), Given::default());
    let Done { verified, entries } = run(desk, &records, read, None).await;
    // The store knows them all as read from now on, and what another tab has taken out as known.
    if shrunk {
        read_all(&desk.edge, &desk.rulebook);
    } else {
        desk.edge.take_in(entries);
    }
    desk.verifying(Verifying::Done(Rc::new(verified)));
}

/// Verifies the file that was picked.
pub(super) async fn picked(desk: &Desk) {
    let Some(reading) = file::picked(VERIFY_FILE) else { return };
    desk.verifying(Verifying::Running(0, 0));
    let Some(text) = reading.await else { return desk.verifying(Verifying::Unreadable) };
    let placed = match archive::placed(&text, &desk.rulebook) {
        Ok(placed) => placed,
        Err(faults) => return desk.verifying(Verifying::Bad(faults.into())),
    };
    let cells = cells(desk, &text, &placed).await;
    let given = |place: usize| Given {
        line: placed.lines.get(place).copied().flatten(),
        digest: placed.stated.digests.get(place).copied().flatten(),
    };
    let entries: Vec<(usize, &Entry)> = placed.archive.entries.iter().enumerate().collect();
    let read = |(place, entry): &(usize, &Entry)| (Some(Entry::clone(entry)), given(*place));
    let done = run(desk, &entries, read, Some((&placed, cells))).await;
    desk.verifying(Verifying::Done(Rc::new(done.verified)));
}

/// What the cells of a table say otherwise.
async fn cells(desk: &Desk, text: &str, placed: &Placed) -> Cells {
    if Table::of(text).is_none() {
        return Cells::default();
    }
    let rulebooks = |name: &str| at_hand(&desk.rules, desk.shelf.as_deref(), name).map(|rules| rules.shared());
    let (rules, unknown) = Held::rules(&placed.archive.entries, vec![desk.rulebook.clone()], &rulebooks);
    let Some(mut held) = Held::of(text, placed, rules, unknown) else { return Cells::default() };
    let mut since = clock::now_ms();
    while held.next_row() {
        if clock::now_ms().saturating_sub(since) >= STRETCH_MS {
            idle::breathe().await;
            since = clock::now_ms();
        }
    }
    held.found()
}

struct Done {
    verified: Verified,
    /// Entries that the page did not know.
    entries: Vec<Entry>,
}

/// Verifies entry after entry.
async fn run<T>(
    desk: &Desk,
    all: &[T],
    read: impl Fn(&T) -> (Option<Entry>, Given),
    file: Option<(&Placed, Cells)>,
) -> Done {
    let known = RefCell::new(Signatures::default());
    let rulebooks = |name: &str| at_hand(&desk.rules, desk.shelf.as_deref(), name).map(|rules| rules.shared());
    let signed = |issuer: &Issuer, receipt: &Receipt| known.borrow().of(issuer, receipt);
    let today = Some(Date::in_beijing(clock::now_ms()));
    let at_hand = AtHand { rulebooks: &rulebooks, signed: &signed, today };
    let (mut verifier, stated, file) = match file {
        Some((placed, cells)) => (Verifier::of_file(placed, cells, at_hand), placed.stated.clone(), true),
        None => (Verifier::new(at_hand, false), Stated::default(), false),
    };
    let (mut entries, mut unreadable, mut since, mut told) = (Vec::new(), 0, clock::now_ms(), 0);
    for (place, one) in all.iter().enumerate() {
        match read(one) {
            (Some(entry), given) => {
                let found = signatures::check(&entry, rulebooks).await;
                known.borrow_mut().note(found);
                verifier.take(&entry, given);
                if !file && desk.ledger.borrow().entry(&entry.id).is_none() {
                    entries.push(entry);
                }
            }
            (None, _) => unreadable += 1,
        }
        if clock::now_ms().saturating_sub(since) >= STRETCH_MS {
            if since.saturating_sub(told) >= TOLD_MS {
                told = since;
                desk.verifying(Verifying::Running(place + 1, all.len()));
            }
            idle::breathe().await;
            since = clock::now_ms();
        }
    }
    Done { verified: Verified { report: verifier.finish(&stated), file, unreadable }, entries }
}

impl Desk {
    fn verifying(&self, verifying: Verifying) {
        self.edge.tell(Action::Carried(Rc::new(Carry { verifying, ..self.carry.clone() })));
    }
}
