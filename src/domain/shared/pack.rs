//! The text: in the frame of [`handover`](crate::domain::handover), a body with the name of the rules, the result, the
//! activity as a line of a hand-over has it, and the 32 bytes of the digest.

use super::{MOST_CHARACTERS, Shared};
use crate::domain::assessment::{Air, Totals, Verdict};
use crate::domain::chain::Digest;
use crate::domain::date::Date;
use crate::domain::handover::Fault;
use crate::domain::handover::body::{EPOCH_MS, read_json, write_activity};
use crate::domain::handover::bytes::{Bytes, Reader};
use crate::domain::handover::frame;
use crate::domain::intake;
use crate::domain::rulebook::Rulebook;

/// Version of the body that is written. A later one is refused, not guessed at.
const VERSION: u8 = 1;

const CREDITED: u8 = 1;
const RECORDED: u8 = 0;

/// It has so many parts that it would not fit: so many characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong(pub usize);

/// A result as a text of letters, digits, `-` and `_`.
pub fn pack(shared: &Shared) -> Result<String, TooLong> {
    let mut into = Bytes::default();
    into.text(&shared.rulebook);
    into.byte(if shared.verdict == Verdict::Credited { CREDITED } else { RECORDED });
    let Totals { carbon_mg, air: Air { voc_mg, nox_mg, upe }, points } = shared.totals;
    for amount in [carbon_mg, voc_mg, nox_mg, upe, points] {
        into.signed(amount);
    }
    write_activity(&mut into, &shared.activity, Date::in_beijing(EPOCH_MS));
    into.all(shared.digest().bytes());
    let text = frame::enclose(VERSION, &into.finish());
    if text.len() > MOST_CHARACTERS { Err(TooLong(text.len())) } else { Ok(text) }
}

/// The result of a text. The rulebook lends its lists of products and actions, as for [`intake::read_saved`]. A text whose
/// digest is not that of what is in it is [`Fault::Damaged`].
pub fn unpack(text: &str, rulebook: &Rulebook) -> Result<Shared, Fault> {
    if text.len() > MOST_CHARACTERS {
        return Err(Fault::Damaged);
    }
    let (version, body) = frame::open(text)?;
    if version != VERSION {
        return Err(Fault::Newer { given: version, latest: VERSION });
    }
    let (shared, digest) = read(&body, rulebook).ok_or(Fault::Line(1))?;
    if shared.digest() == digest { Ok(shared) } else { Err(Fault::Damaged) }
}

fn read(body: &[u8], rules: &Rulebook) -> Option<(Shared, Digest)> {
    let mut from = Reader::new(body);
    let rulebook = from.text()?;
    let verdict = match from.byte()? {
        CREDITED => Verdict::Credited,
        RECORDED => Verdict::Recorded,
        _ => return None,
    };
    let mut amount = || from.signed();
    let totals = Totals {
        carbon_mg: amount()?,
        air: Air { voc_mg: amount()?, nox_mg: amount()?, upe: amount()? },
        points: amount()?,
    };
    let json = read_json(&mut from, &mut Date::in_beijing(EPOCH_MS))?;
    let activity = intake::read_saved(&json, rules).ok()?;
    let digest = from.take(32)?.try_into().ok().map(Digest::from_bytes)?;
    from.rest().is_empty().then_some((Shared { activity, rulebook, verdict, totals }, digest))
}
