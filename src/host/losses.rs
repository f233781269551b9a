//! Storage that vanishes is noticed by a count that is kept apart from the entries: in another store of the browser, or
//! by the host, which gives it back in the address.

/// Entries that were there before and are gone; `None` if there is nothing to say.
///
/// Only an empty ledger is taken for a loss: fewer entries may be an import that was undone.
pub fn lost(here: u64, kept: Option<&str>, told: Option<&str>) -> Option<u64> {
    let count = |text: Option<&str>| text.and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    let before = count(kept).max(count(told));
    (here == 0 && before > 0).then_some(before)
}
