//! Entries as a short text that fits a link: handed over from one device to another without a server, as a QR code.
//!
//! A text carries, of each activity, its id, the moment and the day it was recorded for, the rulebook it was worked out
//! with and the facts; and of a reversal what it reverses. No result is in it: whoever takes it in works each entry out
//! again ([`arrived`]). No person and no name is in it either, and neither are spent points.
//!
//! The frame is the same in every version: one byte with the version, the length of the body, the body's check sum
//! (CRC-32, over version and length too), the body; all in base64url without padding. So a damaged or cut-off text is
//! told from one of a newer version, whatever that version has in its body. What the body of version 1 looks like
//! stands in `body.rs`.

mod arrival;
mod batches;
pub(in crate::domain) mod body;
pub(in crate::domain) mod bytes;
mod fault;
pub(in crate::domain) mod frame;
pub(in crate::domain) mod value;
pub(in crate::domain) mod words;

pub use arrival::{Arrival, arrived};
pub use batches::{Batch, Batches, Left, batches};
pub use body::counted_up;
pub use fault::Fault;

use super::activity::Activity;
use super::ledger::{Entry, Posting};
use super::rulebook::Rulebook;

/// Version of the body that is written. A later one is refused, not guessed at.
pub const VERSION: u8 = 1;

/// One line that is handed over.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The entry's id.
    pub id: String,
    /// When it was recorded, milliseconds since 1970-01-01T00:00Z.
    pub recorded_at: i64,
    /// What it says.
    pub said: Said,
}

/// What a line says.
#[derive(Clone, PartialEq, Debug)]
pub enum Said {
    /// Something was done.
    Done {
        /// What.
        activity: Box<Activity>,
        /// The rulebook it was worked out with, `id@version`.
        rulebook: String,
        /// The reversed entry it stands in for, if it is a correction.
        corrects: Option<String>,
    },
    /// The entry of that id does not count any more.
    Reversed(String),
}

/// The line of an entry; `None` for what is not handed over: spent points, used vouchers, people.
pub fn line(entry: &Entry) -> Option<Line> {
    let said = match &entry.posting {
        Posting::Activity(posted) => Said::Done {
            activity: Box::new(posted.activity.clone()),
            rulebook: posted.rulebook.clone(),
            corrects: posted.corrects.clone(),
        },
        Posting::Reversal { of } => Said::Reversed(of.clone()),
        Posting::Redemption(_) | Posting::Use { .. } | Posting::Member { .. } => return None,
    };
    Some(Line { id: entry.id.clone(), recorded_at: entry.recorded_at, said })
}

/// Lines as a text of letters, digits, `-` and `_`. Entries whose ids count up by one take the least room.
pub fn pack(lines: &[Line]) -> String {
    frame::enclose(VERSION, &body::write(lines))
}

/// The lines of a text. The rulebook lends its lists of products and actions, as for [`super::intake::read_saved`].
pub fn unpack(text: &str, rulebook: &Rulebook) -> Result<Vec<Line>, Fault> {
    let (version, body) = frame::open(text)?;
    if version != VERSION {
        return Err(Fault::Newer { given: version, latest: VERSION });
    }
    body::read(&body, rulebook)
}
