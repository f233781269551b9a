//! Records taken out of the page and brought back in: the file, what may be wrong with one, and what importing it would
//! change.
//!
//! A JSON file holds everything, one record a line, so that a damaged one is named by its line:
//!
//! ```text
//! {"format":"carbon-points","version":3,
//! "settings":{"language":"zh-CN"},
//! "entries":[
//! {"v":2,"id":"…",…,"digest":"…"},
//! {"v":2,"id":"…",…,"digest":"…"}
//! ],"head":{"entries":2,"digest":"…"}}
//! ```
//!
//! Settings stand in order of their names and entries in order of recording; no moment of export is in it, so the same
//! ledger is the same file. Another program may lay it out differently. Version 1 is what the page's first release kept:
//! the list of records alone, or that list as `entries` without `settings`, each record with `"v":1`. Its records are
//! read as they are and written in the form of today. Version 2 had neither `digest` nor `head`, which are those of
//! [`super::chain`]; a file without any is read as before, and one whose digests are not those of its entries is read, too,
//! with the first difference in [`Archive::seal`]. Drafts are not records and stay on the device.
//!
//! A CSV file ([`csv`]) holds the same records, one a row, each whole in its last column.

pub(in crate::domain) mod again;
mod check;
pub mod csv;
mod entry;
mod fault;
mod merge;
mod place;
mod plan;
mod read;

pub use check::Here;
pub use entry::{Expected, MOST, MOST_ID, MOST_PEOPLE};
pub use fault::{Fault, FaultKind};
pub(in crate::domain) use plan::day_of;
pub use plan::{Change, Counts, LeftOut, Mixed, Plan, Unchecked, Verified, Why};
pub use read::{MOST_BYTES, MOST_FAULTS, Placed, Repeat, placed, read};

use super::chain::{Chain, Seal, sealed_text};
use super::json::Json;
use super::ledger::Entry;

/// What a file calls itself.
pub const FORMAT: &str = "carbon-points";

/// Version of the file that is written. A later one is refused, not guessed at.
pub const VERSION: i64 = 3;

/// Names of the settings that are taken over from a file; those that begin with one of [`KINDS`] are, too.
pub const SETTINGS: [&str; 5] = ["language", "goal", "district", PERSON, "text_size"];

/// The setting that says whose account is shown.
const PERSON: &str = "person";

/// What a setting begins with of which there may be several: rules of a district, somebody's goal.
pub const KINDS: [&str; 2] = [OVERLAY, "goal:"];

/// Rules of a district, by its id.
pub const OVERLAY: &str = "overlay:";

/// What a file holds.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Archive {
    /// Names and texts of settings.
    pub settings: Vec<(String, String)>,
    /// Entries, each id once, in the order of the file.
    pub entries: Vec<Entry>,
    /// What its digests say about it.
    pub seal: Seal,
}

/// The JSON file of these entries and settings. The same for the same entries and settings, whatever the order of the
/// settings.
pub fn json_text<'e>(entries: impl IntoIterator<Item = &'e Entry>, settings: &[(String, String)]) -> String {
    let mut sorted: Vec<&(String, String)> = settings.iter().collect();
    sorted.sort();
    let settings = sorted.into_iter().map(|(name, text)| (name.clone(), Json::Text(text.clone()))).collect();
    let mut file = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\n");
    file.push_str("\"settings\":");
    file.push_str(&Json::Object(settings).to_string());
    file.push_str(",\n\"entries\":[");
    let mut chain = Chain::default();
    for (place, entry) in entries.into_iter().enumerate() {
        file.push_str(if place == 0 { "\n" } else { ",\n" });
        file.push_str(&sealed_text(entry, chain.add(entry)));
    }
    file.push_str("\n]");
    if let Some(head) = chain.head() {
        file.push_str(",\"head\":");
        file.push_str(&head.to_json().to_string());
    }
    file.push_str("}\n");
    file
}
