//! The frame around a body: version, length, check sum; and base64url.

use super::bytes::{Bytes, Reader};
use super::fault::Fault;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes of the check sum.
const SUM: usize = 4;

pub(in crate::domain) fn enclose(version: u8, body: &[u8]) -> String {
    let mut head = Bytes::default();
    head.byte(version);
    head.whole(u64::try_from(body.len()).unwrap_or(u64::MAX));
    let head = head.finish();
    let sum = sum(head.iter().chain(body));
    let all: Vec<u8> = head.into_iter().chain(sum.to_be_bytes()).chain(body.iter().copied()).collect();
    spelled(&all)
}

/// Version and body of a whole text.
pub(in crate::domain) fn open(text: &str) -> Result<(u8, Vec<u8>), Fault> {
    let all = bytes(text)?;
    let mut reader = Reader::new(&all);
    let version = reader.byte().ok_or(Fault::Truncated)?;
    let length = reader.whole().ok_or(Fault::Truncated)?;
    let head = all.len() - reader.rest().len();
    let given = reader.take(SUM).ok_or(Fault::Truncated)?.to_vec();
    let body = reader.rest();
    let there = u64::try_from(body.len()).unwrap_or(u64::MAX);
    if there < length {
        return Err(Fault::Truncated);
    }
    let worked_out = sum(all.iter().take(head).chain(body)).to_be_bytes();
    if there > length || given != worked_out {
        return Err(Fault::Damaged);
    }
    Ok((version, body.to_vec()))
}

/// CRC-32 as in ISO 3309, bit by bit: the texts are short.
fn sum<'b>(bytes: impl Iterator<Item = &'b u8>) -> u32 {
    !bytes.fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// Base64url without padding.
pub(in crate::domain) fn spelled(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            let six = bits >> (18 - 6 * place) & 63;
            text.extend(ALPHABET.get(six as usize).map(|letter| char::from(*letter)));
        }
    }
    text
}

fn bytes(text: &str) -> Result<Vec<u8>, Fault> {
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    let mut sixes = Vec::with_capacity(text.len());
    for character in text.chars() {
        let six = ALPHABET.iter().position(|letter| char::from(*letter) == character);
        sixes.push(six.and_then(|six| u32::try_from(six).ok()).ok_or(Fault::Character(character))?);
    }
    let mut bytes = Vec::with_capacity(sixes.len());
    for four in sixes.chunks(4) {
        let [first, rest @ ..] = four else { continue };
        let whole = rest.len();
        if whole == 0 {
            // Six bits are no byte: a character is missing.
            return Err(Fault::Truncated);
        }
        let bits = rest.iter().fold(*first, |bits, six| bits << 6 | six) << (6 * (3 - whole));
        let [_, three @ ..] = bits.to_be_bytes();
        let (kept, dropped) = three.split_at(whole);
        // Two texts never mean the same bytes.
        if dropped.iter().any(|byte| *byte != 0) {
            return Err(Fault::Damaged);
        }
        bytes.extend(kept);
    }
    Ok(bytes)
}
