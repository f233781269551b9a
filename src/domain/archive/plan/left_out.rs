//! Entries of a file that an import does not take over, and why.

use crate::domain::assessment::Totals;
use crate::domain::ledger::Entry;

/// An entry that is not taken over.
#[derive(Clone, PartialEq, Debug)]
pub struct LeftOut {
    /// The entry as it stands in the file.
    pub entry: Entry,
    /// Why not.
    pub why: Why,
}

/// Why an entry is not taken over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The device has another entry of that id. It stays as it is.
    OtherContent,
    /// What it reverses is reversed on the device, or what it uses is used: nothing is left to do.
    DoneHere,
    /// It cancels a voucher that was used on the device, or uses one that was cancelled there.
    EndedOtherwise,
    /// The device has corrected the same entry. Its own correction stays.
    CorrectedHere,
    /// What it is about is neither on the device nor in the file, or cannot be reversed or used.
    NotThere,
    /// What it is about is not taken over.
    FollowsLeftOut,
    /// It says something else than it comes to under its own rulebook: this.
    Different(Totals),
    /// Its rules did not offer that reward on that day, or for this cost instead.
    NotOffered(Option<i64>),
    /// It is about a day after today.
    Future,
    /// It was recorded more than a day after now.
    RecordedLater,
    /// The receipt it was made of was taken for another entry.
    ReceiptUsed,
    /// The receipt it keeps does not certify it.
    ReceiptRefused,
}
