//! Of links and codes.

use super::{Input, fill};
use crate::MOST_INPUT;
use crate::frame::enclosed;
use crate::seeds::of;

pub(super) fn link() -> Vec<Input> {
    let whole = |mut number: usize| {
        let mut bytes = Vec::new();
        while number >= 0x80 {
            bytes.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    };
    // Bodies that fill 64 KB once they are enclosed.
    let most = MOST_INPUT / 4 * 3 - 16;
    let repeated = |head: Vec<u8>, each: &[u8]| {
        let count = most.saturating_sub(head.len() + 4) / each.len();
        enclosed(&[head, whole(count), each.repeat(count)].concat()).into_bytes()
    };
    let trip = &of("link")
        .into_iter()
        .filter(|seed| seed.first().is_some_and(|byte| *byte < 8))
        .max_by_key(Vec::len)
        .unwrap_or_default();
    vec![
        ("reversals", repeated(vec![0], &[0, 0, 1, b'a', 0, 0, 1, b'b'])),
        ("names of rules", repeated(Vec::new(), &[1, b'a'])),
        ("more lines than there are", enclosed(&[vec![0], vec![0xFF; 9], vec![1]].concat()).into_bytes()),
        (
            "lists in lists",
            repeated(vec![1, 1, b'a'], &[1, 0, 1, b'a', 0, 0, 0, 4, 210, 210, 210, 210, 208, 208, 208, 208, 208]),
        ),
        (
            "a real body, cut to size",
            enclosed(&trip.iter().copied().cycle().take(most).collect::<Vec<u8>>()).into_bytes(),
        ),
        ("a damaged frame", {
            let mut text = enclosed(&vec![7; most]).into_bytes();
            text.extend(b"A");
            text
        }),
        ("an address", fill("#/", |_| "take/".to_owned(), "")),
    ]
}
