//! The frame of everything that goes over in a link, written from its description: version, length, CRC-32, body, in
//! base64url.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// These bytes as a body of version 1.
pub(crate) fn enclosed(body: &[u8]) -> String {
    let mut head = vec![1];
    let mut length = body.len();
    while length >= 0x80 {
        head.push((length & 0x7F) as u8 | 0x80);
        length >>= 7;
    }
    head.push(length as u8);
    let sum = head.iter().chain(body).fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    });
    head.extend((!sum).to_be_bytes());
    head.extend(body);
    let mut text = String::new();
    for three in head.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        text.extend((0..=three.len()).map(|place| char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize])));
    }
    text
}

/// The body of a text in such a frame, for seeds.
pub(crate) fn body(text: &str) -> Vec<u8> {
    let place = |letter| LETTERS.iter().position(|known| *known == letter).expect("a letter") as u32;
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let bits = four.iter().fold(0_u32, |bits, letter| bits << 6 | place(*letter)) << (6 * (4 - four.len()));
        bytes.extend(&bits.to_be_bytes()[1..four.len()]);
    }
    let length = bytes[1..].iter().position(|byte| byte & 0x80 == 0).expect("a length") + 1;
    bytes.split_off(1 + length + 4)
}
