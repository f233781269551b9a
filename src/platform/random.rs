//! Names that no other device gives.

use std::cell::Cell;

use super::clock;

/// Crockford's base 32: no I, L, O or U, so that a name read aloud or copied by hand survives.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// 80 random bits as 16 characters of Crockford's base 32: among a million entries, a chance below 1 in 10¹² that any
/// two share a name.
///
/// The bits are the browser's cryptographic ones; where it refuses them, the clock, a counter and `Math.random` are
/// mixed instead, which still never repeats within one page.
pub fn entry_id() -> String {
    let mut bytes = [0; 10];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        bytes = mixed();
    }
    spelled(bytes)
}

fn spelled(bytes: [u8; 10]) -> String {
    let bits = bytes.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    (0..16)
        .rev()
        .filter_map(|place| ALPHABET.get((bits >> (5 * place) & 31) as usize))
        .copied()
        .map(char::from)
        .collect()
}

fn mixed() -> [u8; 10] {
    thread_local! { static GIVEN: Cell<u64> = const { Cell::new(0) } }
    let given = GIVEN.get().wrapping_add(1);
    GIVEN.set(given);
    let [.., high, low] = given.to_be_bytes();
    let stirred = stir(js_sys::Math::random().to_bits() ^ stir(clock::now_ms().unsigned_abs() ^ given.rotate_left(32)));
    // The counter also stands apart in the last two bytes, whatever the stirring made of it.
    let mut bytes = [0; 10];
    for (byte, mixed) in bytes.iter_mut().zip(stirred.to_be_bytes().into_iter().chain([high, low])) {
        *byte = mixed;
    }
    bytes
}

/// The finishing step of `SplitMix64`: every bit in affects every bit out.
fn stir(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}
