//! Which entries of the ledger a store lacks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::json::Json;
use crate::domain::ledger::{Entry, Ledger, Posting};

/// The entries of a ledger, in order, of which there is no record among these.
pub fn lacking<'a>(ledger: &'a Ledger, records: &[String]) -> Vec<&'a Entry> {
    let here: BTreeSet<Cow<'_, str>> = records.iter().filter_map(|record| id_of(record)).collect();
    ledger.entries().iter().map(|entry| &**entry).filter(|entry| !here.contains(entry.id.as_str())).collect()
}

/// What an entry ends: no other may end it again.
pub fn ends(entry: &Entry) -> Option<&str> {
    match &entry.posting {
        Posting::Reversal { of } | Posting::Use { of } => Some(of),
        _ => None,
    }
}

/// The id of a record. Our own begin with it, so a long ledger need not be read whole.
fn id_of(record: &str) -> Option<Cow<'_, str>> {
    let ours = record.strip_prefix("{\"v\":").and_then(|rest| rest.split_once(",\"id\":\""));
    let ours = ours.filter(|(version, _)| version.parse::<u8>().is_ok()).and_then(|(_, rest)| rest.split_once('"'));
    match ours {
        Some((id, _)) if !id.contains('\\') => Some(Cow::Borrowed(id)),
        _ => Json::parse(record).ok()?.get("id")?.text().map(|id| Cow::Owned(id.to_owned())),
    }
}
