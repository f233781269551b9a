//! Signatures of receipts: only the browser can check them, and only asynchronously, so they are checked beforehand.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::district::Issuer;
use crate::domain::ledger::Entry;
use crate::domain::receipt::{Receipt, issuer_of, kept};
use crate::domain::rulebook::Rulebook;
use crate::platform::signature;

/// What is known of signatures, by key and receipt.
#[derive(Default)]
pub(super) struct Signatures(BTreeMap<String, bool>);

impl Signatures {
    /// Whether a receipt is signed by its issuer; `None` where that could not be checked.
    pub(super) fn of(&self, issuer: &Issuer, receipt: &Receipt) -> Option<bool> {
        self.0.get(&name(issuer, receipt)?).copied()
    }

    /// Takes in what was found.
    pub(super) fn note(&mut self, found: Option<(String, bool)>) {
        self.0.extend(found);
    }
}

/// Asks the browser whether a receipt is signed by its issuer.
pub(super) async fn signed(issuer: &Issuer, receipt: &Receipt) -> Option<bool> {
    signature::is_by(issuer.public_key.bytes(), &receipt.signature, &receipt.statement.bytes()).await
}

/// Checks the receipt of an entry, if it keeps one and its rules are at hand.
pub(super) async fn check(entry: &Entry, rulebooks: impl Fn(&str) -> Option<Rc<Rulebook>>) -> Option<(String, bool)> {
    let posted = entry.posted()?;
    let receipt = kept(posted)?.ok()?;
    let rules = rulebooks(&posted.rulebook)?;
    let issuer = issuer_of(&receipt.statement, &rules).ok()?;
    Some((name(issuer, &receipt)?, signed(issuer, &receipt).await?))
}

fn name(issuer: &Issuer, receipt: &Receipt) -> Option<String> {
    Some(format!("{}/{}", issuer.public_key, receipt.pack()?))
}
