//! A text as a QR code, worked out on the device. Pure: which squares are dark, as the path of a drawing.
//!
//! The codes themselves come from the `qrcodegen` crate, which makes every size: 5.5 KB of the second file. `fast_qr` takes
//! 8.7 KB and `qrcode` 10.9 KB (brotli, small builds with and without each).

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// Squares of white that a reader needs on every side.
const QUIET: i32 = 4;

/// A drawing of one unit for each square.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawing {
    /// Squares on a side, the quiet zone included.
    pub side: i32,
    /// The dark ones, as the `d` of an SVG path: a rectangle for each run of a row.
    pub dark: String,
}

/// The code of a text at level M, of which up to 15 % can be dirty or torn, or at a higher one where that takes no more
/// room; `None` if the text is too long for one.
pub fn drawing(text: &str) -> Option<Drawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut dark = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                // Writing to a text cannot fail.
                let _ = write!(dark, "M{left} {top}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Some(Drawing { side: code.size() + 2 * QUIET, dark })
}

/// The dark squares of [`drawing`]'s code, without a quiet zone: squares on a side, and each dark one's column and row.
pub fn dark_squares(text: &str) -> Option<(i32, Vec<(i32, i32)>)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    Some((code.size(), all.filter(|(x, y)| code.get_module(*x, *y)).collect()))
}
