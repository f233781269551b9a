//! Ids that no two entries share, on this device or another.

use super::clock;

/// Crockford's base 32: no letter that is taken for a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new id: 80 random bits as 16 characters.
pub fn entry_id() -> String {
    let mut bytes = [0_u8; 10];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        fill_without_crypto(&mut bytes);
    }
    let mut id = String::with_capacity(16);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in bytes {
        bits = (bits << 8) | u32::from(byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            let index = usize::try_from((bits >> held) & 31).unwrap_or(0);
            id.push(char::from(ALPHABET.get(index).copied().unwrap_or(b'0')));
        }
    }
    id
}

/// Without a cryptographic source, time and the engine's own random numbers are enough to keep ids apart.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    reason = "a random byte from a random fraction"
)]
fn fill_without_crypto(bytes: &mut [u8; 10]) {
    let time = clock::now_ms().to_be_bytes();
    for (place, byte) in bytes.iter_mut().enumerate() {
        let random = (js_sys::Math::random() * 256.0) as u8;
        *byte = time.get(place).map_or(random, |part| part ^ random);
    }
}
