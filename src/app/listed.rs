//! The rows of the ledger follow the screen: what is seen is drawn, and nothing jumps.

use std::cell::Cell;

use super::edge::Edge;
use super::state::{Action, State};
use crate::listing::News;
use crate::platform::host::is_sized_by_host;
use crate::platform::list;
use crate::route::View;

/// So often the list is drawn, at most, until the rows around a place that was come back to are there.
const DRAWS: u32 = 6;

thread_local! {
    /// How far down the list was when it was seen last.
    static SCROLLED: Cell<i64> = const { Cell::new(0) };
    /// The entry that was looked at last, and how far down the list was when it was opened: who comes back finds the same
    /// rows, and the focus on that of the entry.
    static OPENED: Cell<Option<(String, i64)>> = const { Cell::new(None) };
    /// The entry whose row is to have the focus, once it is drawn: it may take a few times. After that it is not there any
    /// more, or the resident has gone on.
    static AWAITED: Cell<Option<(String, u32)>> = const { Cell::new(None) };
    /// How often rows were asked for when the screen was drawn before.
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

/// The page was scrolled.
pub(super) fn tell(edge: &Edge) {
    if !is_sized_by_host()
        && let Some(seen) = list::seen()
    {
        SCROLLED.set(seen.scrolled);
        edge.tell(Action::Listed(News::Seen(seen)));
    }
}

/// The screen was drawn.
pub(super) fn drawn(state: &State, edge: &Edge) {
    match &state.view {
        View::Ledger => {}
        View::Entry(id) => {
            let scrolled = OPENED.take().map_or(SCROLLED.get(), |(_, scrolled)| scrolled);
            return OPENED.set(Some((id.clone(), scrolled)));
        }
        View::Correct(_) => return,
        _ => {
            SCROLLED.set(0);
            AWAITED.set(None);
            return OPENED.set(None);
        }
    }
    list::lay();
    if let Some((entry, scrolled)) = OPENED.take() {
        list::go_back(scrolled);
        AWAITED.set(Some((entry, DRAWS)));
    }
    if let Some((entry, draws)) = AWAITED.take()
        && !list::focus_on(&entry)
        && draws > 1
    {
        AWAITED.set(Some((entry, draws - 1)));
    }
    let (row, times) = state.listing.asked.unwrap_or_default();
    if ASKED.replace(times) < times {
        list::go_to(row);
    }
    tell(edge);
}
