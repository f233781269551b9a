//! What undoing an entry would come to, before it is done.

use super::{Account, Entry, Ledger, Posting};

impl Ledger {
    /// So many points of an entry are already spent: they would be owed once it is reversed, by everyone it is for
    /// together. 0 if enough is left without it, or if there is nothing to reverse.
    pub fn spent_of(&self, id: &str) -> i64 {
        let owed = |ledger: &Self| ledger.accounts.values().map(Account::owed).sum::<i64>();
        // Nobody has spent anything: the usual case, and no reason to copy the ledger.
        if self.redemptions().next().is_none() {
            return 0;
        }
        let mut undone = self.clone();
        let posting = Posting::Reversal { of: id.to_owned() };
        // No entry has an empty id, so it is refused only where it reverses nothing.
        match undone.post(Entry { id: String::new(), recorded_at: 0, posting }) {
            Ok(()) => (owed(&undone) - owed(self)).max(0),
            Err(_) => 0,
        }
    }
}
