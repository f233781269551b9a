//! What the store answers: what was in it, how long it keeps what is written, and why it does not.

#[cfg(doc)]
use super::Store;

/// Everything that was in the store when it was opened.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Loaded {
    /// Records in the order in which they were added.
    pub entries: Vec<String>,
    /// Names and texts of drafts, by name.
    pub drafts: Vec<(String, String)>,
    /// Names and texts of settings, by name.
    pub settings: Vec<(String, String)>,
}

/// How long what is written will last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// On this device, until the resident or the browser clears it.
    OnDevice,
    /// Until the page is closed; [`Store::refusal`] says why.
    MemoryOnly,
}

/// Why the device's storage cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The page itself keeps nothing: it stands in public.
    Public,
    /// The browser has no `IndexedDB`.
    Missing,
    /// The browser does not allow it here: private mode, a sandboxed frame, a setting.
    Denied,
    /// The device holds records of a newer version of this page.
    Newer,
    /// The browser did not answer in time. It may yet.
    NoAnswer,
    /// Another tab holds an older version of the store and does not let go of it. It may yet.
    Blocked,
    /// Something else went wrong; the records may be damaged. They are not touched.
    Failed,
}

/// Why nothing was written, or nothing could be read. What was in the store before is still there, unchanged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StoreError {
    /// The device has no room left for this page.
    Full,
    /// The entry was reversed before, in this tab or another one.
    AlreadyReversed,
    /// Something was recorded meanwhile that the caller does not know of.
    Moved,
    /// Entries were added that were not read yet.
    Behind,
    /// The connection was closed, by a newer version of this page in another tab or by the browser, and could not be
    /// opened again.
    Closed(Refusal),
    /// Something else went wrong.
    Failed,
}
