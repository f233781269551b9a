//! One result on its own, as a short text that fits a QR code or a link: whoever opens it works it out again and sees
//! whether it comes to what it says, without a network.
//!
//! It carries what the result depends on and nothing else of the entry: the activity without its id, note and merchant,
//! without meter, dwelling and serial number; the name of its rules; the result; and a digest. The text is at most
//! [`MOST_CHARACTERS`] long, in the frame of [`super::handover`], whose check sum tells a text that was cut or mistyped.
//!
//! The *digest* is SHA-256 over `carbon-points result 1`, a line feed, and this JSON in this order, written as the
//! [canonical form](super::chain) of an entry is:
//!
//! ```text
//! {"rulebook":"…","verdict":"…","carbon_mg":…,"voc_mg":…,"nox_mg":…,"upe":…,"points":…,"activity":{…}}
//! ```
//!
//! That a result is equal shows that these rules give this result for these facts. It does not show that the facts are
//! true, nor who recorded them, nor that a cap or another entry withholds points of it in somebody's ledger.

mod check;
mod pack;

pub use check::{Checked, check};
pub use pack::{TooLong, pack, unpack};

use super::activity::{Activity, Facts};
use super::assessment::{Totals, Verdict};
use super::chain::Digest;
use super::json::Json;
use super::ledger::{Posted, saved};

/// Most characters of a text, all of them ASCII: fits a QR code that a phone reads from a screen, with its address.
pub const MOST_CHARACTERS: usize = 700;

/// What the digest begins with.
const START: &str = "carbon-points result 1";

/// A result, and what it is the result of.
#[derive(Clone, PartialEq, Debug)]
pub struct Shared {
    /// What was done, with nothing that the result does not depend on.
    pub activity: Activity,
    /// The rulebook it was worked out with, and the district's, `id@version+id@version`.
    pub rulebook: String,
    /// Credited or only recorded.
    pub verdict: Verdict,
    /// What it is said to be worth.
    pub totals: Totals,
}

impl Shared {
    /// That of an entry.
    pub fn of(posted: &Posted) -> Self {
        Self {
            activity: bare(posted.activity.clone()),
            rulebook: posted.rulebook.clone(),
            verdict: posted.verdict,
            totals: posted.totals,
        }
    }

    /// What the digest is of.
    pub fn canonical(&self) -> String {
        let mut members = saved::result(&self.rulebook, self.verdict, self.totals);
        members.push(("activity".to_owned(), self.activity.to_json()));
        Json::Object(members).to_string()
    }

    /// Its digest.
    pub fn digest(&self) -> Digest {
        Digest::of(&[START.as_bytes(), b"\n", self.canonical().as_bytes()])
    }
}

/// The activity without whatever its result does not depend on.
fn bare(mut activity: Activity) -> Activity {
    (activity.id, activity.note, activity.merchant) = (None, None, None);
    match &mut activity.facts {
        Facts::Utility(bill) => bill.meter = None,
        Facts::Appliance { serial, .. } => *serial = None,
        Facts::Purchase(bought) => bought.dwelling = None,
        Facts::Trip(_) | Facts::CarFree(_) | Facts::Solar { .. } | Facts::Refuel { .. } | Facts::Action { .. } => {}
    }
    activity
}
