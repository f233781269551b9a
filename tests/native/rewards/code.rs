//! What is drawn is read back by a decoder that has nothing to do with what drew it.

use carbon_points::domain::rewards::grouped;
use carbon_points::qr::{Drawing, drawing};
use proptest::prelude::*;

/// Pixels of a square.
const SCALE: usize = 4;

/// The dark squares of the path, read as a browser reads it: from its text alone.
fn dark(path: &str) -> Vec<(usize, usize)> {
    let mut squares = Vec::new();
    for part in path.split_terminator('z') {
        let part = part.strip_prefix('M').expect("each part begins at a place");
        let (place, run) = part.split_once('h').expect("goes to the right");
        let (x, y) = place.split_once(' ').expect("two numbers");
        let (x, y): (usize, usize) = (x.parse().expect("x"), y.parse().expect("y"));
        let (width, back) = run.split_once("v1h-").expect("down by one and back");
        assert_eq!(width, back, "it comes back to where it began");
        let width: usize = width.parse().expect("a width");
        squares.extend((x..x + width).map(|x| (x, y)));
    }
    squares
}

/// The text, and the two bits that say the level: 01 is L, the one below M.
pub(crate) fn read_back(drawn: &Drawing) -> (String, u16) {
    let side = usize::try_from(drawn.side).expect("a side");
    let mut pixels = vec![255_u8; side * SCALE * side * SCALE];
    for (x, y) in dark(&drawn.dark) {
        for down in 0..SCALE {
            let from = (y * SCALE + down) * side * SCALE + x * SCALE;
            pixels[from..from + SCALE].fill(0);
        }
    }
    let size = side * SCALE;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| pixels[y * size + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is found");
    let (meta, content) = grids[0].decode().expect("it can be read");
    (content, meta.ecc_level)
}

#[test]
fn a_voucher_s_code_is_read_back() {
    let code = grouped("7K3M0Z9QW2XH5TVB");
    assert_eq!(code, "7K3M-0Z9Q-W2XH-5TVB");
    // 19 characters fill the smallest code at level M, whose bits are 00.
    assert_eq!(read_back(&drawing(&code).expect("a code")), (code, 0b00));
}

#[test]
fn codes_of_other_lengths_are_grouped_too() {
    assert_eq!(grouped(""), "");
    assert_eq!(grouped("0000"), "0000");
    assert_eq!(grouped("00001"), "0000-1");
}

#[test]
fn four_squares_on_every_side_are_white() {
    let drawn = drawing("7K3M-0Z9Q-W2XH-5TVB").expect("a code");
    // 19 characters of the small alphabet fit the smallest code, 21 squares, at level M (20 of them).
    assert_eq!(drawn.side, 21 + 8);
    let squares = dark(&drawn.dark);
    assert!(squares.iter().all(|(x, y)| (4..25).contains(x) && (4..25).contains(y)));
    assert!(squares.contains(&(4, 4)) && squares.contains(&(24, 4)) && squares.contains(&(4, 24)), "the three eyes");
}

#[test]
fn a_text_too_long_for_any_code_gives_none() {
    // The largest code holds 2331 bytes at level M.
    assert_eq!(drawing(&"a".repeat(2332)), None);
    assert!(drawing(&"a".repeat(2331)).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any code of the alphabet, and other texts.
    #[test]
    fn any_text_is_read_back(text in "[0-9A-HJKMNP-TV-Z]{16}|[ -~]{1,80}|[\u{4e00}-\u{4fff}]{1,40}") {
        let (read, level) = read_back(&drawing(&text).expect("a code"));
        prop_assert_eq!(read, text);
        prop_assert_ne!(level, 0b01, "a level above M where the same size has room for it");
    }
}
