//! What undoing an entry would come to, before it is done.

use super::{Account, Entry, Ledger, Posting};
use crate::domain::date::Date;

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

    /// Points that a person would lose if an entry did not count any more; `None` if there is nothing to lose. Of one that
    /// does not count because of the very entry that is being corrected, what it would be worth.
    pub fn lost(&self, id: &str, person: &str) -> Option<i64> {
        let account = self.account(person);
        let standing = account.standing(self.entry(id)?.posted()?.activity.date, id)?;
        let points = if standing.claim.is_some() { standing.earned.points } else { standing.points() };
        (points > 0).then_some(points)
    }

    /// Points that could be spent again on a day if a redemption were cancelled: not those that have expired, nor those
    /// that make up for what is owed.
    pub fn coming_back(&self, id: &str, today: Date) -> i64 {
        let Some(redemption) = self.entry(id).and_then(|entry| entry.redemption()) else { return 0 };
        let balance = |ledger: &Self| ledger.account(&redemption.person).balance(today);
        let mut cancelled = self.clone();
        let posting = Posting::Reversal { of: id.to_owned() };
        match cancelled.post(Entry { id: String::new(), recorded_at: 0, posting }) {
            Ok(()) => (balance(&cancelled) - balance(self)).max(0),
            Err(_) => 0,
        }
    }
}
