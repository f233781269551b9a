//! The text: in the frame of [`handover`](crate::domain::handover), a body with the statement and then the 64 bytes of the
//! signature.

use super::{Receipt, SIGNATURE, Statement};
use crate::domain::date::Date;
use crate::domain::handover::Fault;
use crate::domain::handover::body::{EPOCH_MS, read_json, write_json};
use crate::domain::handover::bytes::{Bytes, Reader};
use crate::domain::handover::frame;

/// Version of the body that is written. A later one is refused, not guessed at.
const VERSION: u8 = 1;

/// Most characters of a text, all of them ASCII: what a QR code holds that a phone reads from paper.
pub const MOST_CHARACTERS: usize = 1_200;

impl Receipt {
    /// As a text of letters, digits, `-` and `_`; `None` if it is longer than [`MOST_CHARACTERS`], or its activity has no
    /// kind and day.
    pub fn pack(&self) -> Option<String> {
        let Statement { issuer, district, at, until, nonce, activity } = &self.statement;
        let mut into = Bytes::default();
        into.text(issuer);
        into.text(district.as_deref().unwrap_or_default());
        into.signed(at.wrapping_sub(EPOCH_MS));
        let first = Date::in_beijing(EPOCH_MS);
        // Zero for none, and one for the first day.
        let until = until.map_or(Some(0), |until| u64::try_from(until.days_since(first)).ok().map(|days| days + 1))?;
        into.whole(until);
        into.text(nonce);
        write_json(&mut into, activity, first)?;
        into.all(&self.signature);
        let text = frame::enclose(VERSION, &into.finish());
        (text.len() <= MOST_CHARACTERS).then_some(text)
    }

    /// The receipt of a text. Nothing is said about its signature yet.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if text.len() > MOST_CHARACTERS {
            return Err(Fault::Damaged);
        }
        let (version, body) = frame::open(text)?;
        if version != VERSION {
            return Err(Fault::Newer { given: version, latest: VERSION });
        }
        read(&body).ok_or(Fault::Line(1))
    }
}

fn read(body: &[u8]) -> Option<Receipt> {
    let mut from = Reader::new(body);
    let issuer = from.text()?;
    let district = Some(from.text()?).filter(|district| !district.is_empty());
    let at = from.signed()?.wrapping_add(EPOCH_MS);
    let mut first = Date::in_beijing(EPOCH_MS);
    let until = match from.whole()? {
        0 => None,
        days => Some(first.plus_days(i32::try_from(days - 1).ok()?)),
    };
    let nonce = from.text()?;
    let activity = read_json(&mut from, &mut first)?;
    let signature: [u8; SIGNATURE] = from.take(SIGNATURE)?.try_into().ok()?;
    let statement = Statement { issuer, district, at, until, nonce, activity };
    from.rest().is_empty().then_some(Receipt { statement, signature })
}
