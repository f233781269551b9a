//! The answer to one line of a batch: the contract's members and nothing that nobody asked for.

use crate::answer::worded;
use crate::domain::assessment::{Air, Assessment, Totals};
use crate::domain::assessment_json::ReasonsJson;
use crate::domain::reason::Reason;
use crate::domain::rulebook::Rulebook;

/// Appends the answer to a line, with its end.
pub(super) fn write(
    number: u64,
    id: Option<&str>,
    assessed: &Result<Assessment, Vec<Reason>>,
    rulebook: &Rulebook,
    into: &mut Vec<u8>,
) {
    into.extend_from_slice(b"{\"line\":");
    digits(number, into);
    if let Some(id) = id {
        into.extend_from_slice(b",\"id\":");
        text(id, into);
    }
    let (verdict, totals) = match assessed {
        Ok(Assessment { verdict, totals, .. }) => (verdict.as_str(), *totals),
        Err(_) => ("rejected", Totals::default()),
    };
    into.extend_from_slice(b",\"verdict\":\"");
    into.extend_from_slice(verdict.as_bytes());
    let Totals { carbon_mg, air: Air { voc_mg, nox_mg, upe }, points } = totals;
    whole(b"\",\"carbon_mg\":", carbon_mg, into);
    whole(b",\"air\":{\"voc_mg\":", voc_mg, into);
    whole(b",\"nox_mg\":", nox_mg, into);
    whole(b",\"upe\":", upe, into);
    whole(b"},\"points\":", points, into);
    into.extend_from_slice(b",\"reasons\":");
    match assessed {
        Ok(assessment) => codes(&assessment.reasons, into),
        Err(reasons) => in_full(reasons, rulebook, into),
    }
    into.extend_from_slice(b"}\n");
}

/// `[{"code":…,"path":…},…]`
fn codes(reasons: &[Reason], into: &mut Vec<u8>) {
    for (place, reason) in reasons.iter().enumerate() {
        into.extend_from_slice(if place == 0 { b"[{\"code\":\"" } else { b",{\"code\":\"" });
        into.extend_from_slice(reason.code.as_str().as_bytes());
        into.extend_from_slice(b"\",\"path\":");
        text(&reason.path, into);
        into.push(b'}');
    }
    into.extend_from_slice(if reasons.is_empty() { b"[]" } else { b"]" });
}

fn in_full(reasons: &[Reason], rulebook: &Rulebook, into: &mut Vec<u8>) {
    let reasons = worded(reasons, rulebook);
    // What is written is text and numbers, and where it is written is memory: neither fails.
    let _ = serde_json::to_writer(&mut *into, &ReasonsJson { reasons: &reasons, rulebook });
}

/// A text between quotation marks; most have nothing in them that needs escaping.
fn text(text: &str, into: &mut Vec<u8>) {
    if text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)) {
        let _ = serde_json::to_writer(&mut *into, text);
    } else {
        into.push(b'"');
        into.extend_from_slice(text.as_bytes());
        into.push(b'"');
    }
}

/// A member's name, and a number.
fn whole(name: &[u8], number: i64, into: &mut Vec<u8>) {
    into.extend_from_slice(name);
    if number < 0 {
        into.push(b'-');
    }
    digits(number.unsigned_abs(), into);
}

fn digits(number: u64, into: &mut Vec<u8>) {
    if let Ok(digit @ 0..10) = u8::try_from(number) {
        into.push(b'0' + digit);
        return;
    }
    // No number of 64 bits has more digits.
    let (mut reversed, mut rest) = ([0; 20], number);
    let mut written = 0;
    for place in reversed.iter_mut().rev() {
        if rest == 0 {
            break;
        }
        *place = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        written += 1;
    }
    into.extend_from_slice(reversed.get(20 - written..).unwrap_or_default());
}
